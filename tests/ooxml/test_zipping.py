import io
import zipfile

from hypothesis import given, settings
from hypothesis import strategies as st

from reporter.ooxml.zipping import EPOCH, exchanged, pack

NAMES = st.text("abcxyz/", min_size=1, max_size=12).filter(lambda name: not name.endswith("/"))


@settings(max_examples=50, deadline=None)
@given(st.dictionaries(NAMES, st.binary(max_size=200)))
def test_the_order_in_which_members_were_added_does_not_show(members: dict[str, bytes]) -> None:
    backwards = dict(reversed(list(members.items())))
    assert pack(members) == pack(backwards)


@settings(max_examples=50, deadline=None)
@given(st.dictionaries(NAMES, st.binary(max_size=200)))
def test_every_member_is_kept(members: dict[str, bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(pack(members))) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == members


def test_members_carry_neither_clock_nor_machine() -> None:
    with zipfile.ZipFile(io.BytesIO(pack({"b": b"1", "[Content_Types].xml": b"2"}))) as archive:
        infos = archive.infolist()
    assert [info.filename for info in infos] == ["[Content_Types].xml", "b"]
    assert {(info.date_time, info.create_system) for info in infos} == {((1980, 1, 1, 0, 0, 0), 3)}


def test_the_bytes_are_those_of_the_standard_library() -> None:
    members = {
        "mimetype": b"a",
        "[Content_Types].xml": b"x" * 5000,
        "名.xml": b"",
        "b/c.xml": [b"1", b"2" * 70],
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name in ("mimetype", "[Content_Types].xml", "b/c.xml", "名.xml"):
            info = zipfile.ZipInfo(name, EPOCH)
            info.create_system, info.external_attr = 3, 0o600 << 16
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(
                info, b"".join(members[name]) if name == "b/c.xml" else members[name], compresslevel=6
            )
    assert pack(members) == buffer.getvalue()


def test_one_member_is_exchanged_and_the_others_stay_as_they_are() -> None:
    members = {"mimetype": b"a", "b.xml": b"x" * 300, "名.xml": b"y" * 70}
    assert exchanged(pack(members), "b.xml", lambda old: old[:3]) == pack(members | {"b.xml": b"xxx"})
    assert exchanged(pack(members), "c.xml", lambda old: old) is None
