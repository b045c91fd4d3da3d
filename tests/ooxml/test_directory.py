"""The list at the end of a package says the same as zipfile, or nothing."""

from __future__ import annotations

import io
import zipfile
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter.ooxml.container import MAX_BYTES, Archive, BadContainer
from reporter.ooxml.directory import listed

PARTS = {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w:document/>" * 50, "media/a.png": b"\x89PNG"}


def zipped(parts: dict[str, bytes] = PARTS, comment: bytes = b"", method: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
        archive.comment = comment
    return made.getvalue()


def test_parts_are_listed_as_zipfile_lists_them() -> None:
    data = zipped()
    with zipfile.ZipFile(io.BytesIO(data)) as whole:
        assert listed(data) == {
            one.filename: (one.filename.encode(), one.header_offset, one.file_size, one.compress_size, one.CRC, 8, 0)
            for one in whole.infolist()
        }


def test_a_name_in_hanzi_is_read_as_zipfile_reads_it() -> None:
    assert list(listed(zipped({"文.xml": b"1"})) or ()) == ["文.xml"]


UNUSUAL = {
    "nothing": b"",
    "two letters": b"PK",
    "a comment": zipped(comment=b"made by hand"),
    "text before": b"before" + zipped(),
    "text behind": zipped() + b"behind",
    "a name in no known writing": zipped({"a.xml": b""}).replace(b"a.xml", b"\xff.xml"),
    "no parts": zipped({}),
}


@pytest.mark.parametrize("data", UNUSUAL.values(), ids=UNUSUAL)
def test_what_is_unusual_is_left_to_zipfile(data: bytes) -> None:
    assert listed(data) is None


def test_two_parts_of_one_name_are_left_to_zipfile() -> None:
    assert listed(zipped({"a.xml": b"1", "b.xml": b"2"}).replace(b"b.xml", b"a.xml")) is None


@pytest.mark.parametrize("data", [zipped(), zipped(comment=b"x"), zipped(method=zipfile.ZIP_STORED)])
def test_an_archive_reads_every_part(data: bytes) -> None:
    with closing(Archive(data)) as archive:
        assert {name: archive.read(name) for name in archive.names()} == PARTS
        with pytest.raises(KeyError):
            archive.read("none")


@given(st.data())
def test_a_damaged_archive_gives_the_right_content_or_is_refused(drawn: st.DataObject) -> None:
    data = bytearray(zipped())
    data[drawn.draw(st.integers(0, len(data) - 1))] = drawn.draw(st.integers(0, 255))
    try:
        with closing(Archive(bytes(data))) as archive:
            read = [archive.read(name) for name in archive.names()]
    except BadContainer:
        return
    assert all(one in PARTS.values() for one in read)


def test_an_archive_that_unpacks_too_large_is_refused() -> None:
    data = zipped({"a.xml": b"a"})
    at = data.rindex(b"PK\x01\x02") + 24
    with pytest.raises(BadContainer, match="过大"):
        Archive(data[:at] + (MAX_BYTES + 1).to_bytes(4, "little") + data[at + 4 :])
