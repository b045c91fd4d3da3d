"""Genuine faces of the machine: found under all their names, measured as they are, never altered in place."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from reporter.errors import EnvironmentFault
from reporter.typeset import fonts
from reporter.typeset.fonts.genuine import Unusable, prepare
from reporter.typeset.fonts.machine import Found, genuine
from reporter.typeset.fonts.roles import Role
from tests.genuine import WIDER, Derived, as_truetype, collection, derive, known_to_fontconfig

HANZI = "安和县民政局关于印发养老院服务质量的通知年月日二三四五六七八九十"


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    known_to_fontconfig(tmp_path, monkeypatch)
    return tmp_path


def _install(
    machine: Path, file: str, *, role: str = "fang", chinese: str, english: str = "", **more: object
) -> Path:
    derive(Derived(role, chinese, english, HANZI, **more)).save(machine / file)  # type: ignore[arg-type]
    return machine / file


def test_a_machine_without_genuine_faces_is_set_in_stand_ins_and_says_which_are_lacking(
    machine: Path,
) -> None:
    chosen = fonts.font_set("system")
    assert chosen.faces == () and set(chosen.lacking) == set(Role)
    assert chosen.families == fonts.font_set().families
    assert chosen.metrics.advance("1", "fang") == fonts.metrics().advance("1", "fang")


@pytest.mark.parametrize(
    ("role", "chinese", "english"),
    [
        ("title", "方正小标宋简体", "FZXiaoBiaoSong-B05S"),
        ("title", "方正小标宋_GBK", "FZXiaoBiaoSong-B05"),
        ("fang", "仿宋_GB2312", "FangSong_GB2312"),
        ("fang", "仿宋", "FangSong"),
        ("fang", "方正仿宋_GBK", "FZFangSong-Z02"),
        ("kai", "楷体_GB2312", "KaiTi_GB2312"),
        ("kai", "方正楷体_GBK", "FZKai-Z03"),
        ("hei", "黑体", "SimHei"),
        ("hei", "方正黑体_GBK", "FZHei-B01"),
        ("song", "宋体", "SimSun"),
    ],
)
def test_a_face_is_found_by_either_of_its_names(machine: Path, role: str, chinese: str, english: str) -> None:
    _install(machine, "one.otf", role=role, chinese=chinese, english=english)
    (found,) = genuine()[Role(role)]
    assert (found.name, found.path.name, found.version) == (chinese, "one.otf", "5.01")
    assert not any(faces for other, faces in genuine().items() if other != role)


@pytest.mark.parametrize("gbk", [True, False], ids=["gbk", "mistaken-for-latin"])
def test_names_in_gbk_bytes_are_understood(machine: Path, gbk: bool) -> None:
    name = "仿宋_GB2312" if gbk else "仿宋_GB2312".encode("gbk").decode("latin-1")
    _install(machine, "old.otf", chinese=name, gbk=gbk)
    (face,) = fonts.font_set("system").faces
    assert (face.role, face.name) == (Role.FANG, "仿宋_GB2312")
    assert face.family.isascii()


def test_the_gb2312_face_comes_first_and_the_larger_one_fills_its_gaps(machine: Path) -> None:
    _install(machine, "larger.otf", chinese="仿宋", english="FangSong")
    derive(Derived("fang", "仿宋_GB2312", "FangSong_GB2312", HANZI[:10])).save(machine / "gb.otf")
    chosen = fonts.font_set("system")
    assert chosen.families["fang"] == ("FangSong_GB2312", "FangSong", "GW Fang", "GW BackSong")
    assert chosen.metrics.substituted(HANZI[9:11] + "喆", "fang") == [HANZI[10], "喆"]


def test_lines_are_measured_with_the_widths_of_the_face(machine: Path) -> None:
    _install(machine, "simfang.otf", chinese="仿宋_GB2312")
    measured, standin = fonts.font_set("system").metrics, fonts.metrics()
    assert measured.advance("1", "fang") == pytest.approx(WIDER * standin.advance("1", "fang"), abs=0.001)
    assert measured.advance("安", "fang") == measured.advance("喆", "fang") == 1.0
    assert measured.advance(" ", "fang") == standin.advance(" ", "fang")
    assert measured.advance("1", "kai") == standin.advance("1", "kai")


def test_a_member_of_a_collection_and_quadratic_outlines_are_used(machine: Path) -> None:
    made = [derive(Derived("song", name, text=HANZI)) for name in ("新宋体", "宋体")]
    collection(made, machine / "simsun.ttc")
    as_truetype(derive(Derived("fang", "仿宋", "FangSong", HANZI))).save(machine / "simfang.ttf")
    faces = {face.role: face for face in fonts.font_set("system").faces}
    assert faces[Role.SONG].file == "simsun.ttc" and (faces[Role.SONG].folder / "regular.otf").is_file()
    with TTFont(faces[Role.FANG].folder / "bold.ttf") as bold, TTFont(machine / "simfang.ttf") as plain:
        name = plain.getBestCmap()[ord("安")]
        assert bold["glyf"][name].numberOfContours == 2 * plain["glyf"][name].numberOfContours
        assert bold["glyf"][name].xMax - plain["glyf"][name].xMax == pytest.approx(9, abs=1)


def test_copies_share_the_height_of_the_stand_ins_and_the_font_itself_is_left_alone(machine: Path) -> None:
    path = _install(machine, "simfang.otf", chinese="仿宋_GB2312")
    before = path.read_bytes()
    (face,) = fonts.font_set("system").faces
    assert path.read_bytes() == before
    assert face.sha256 == hashlib.sha256(before).hexdigest()
    with TTFont(face.folder / "regular.otf") as font:
        assert (font["hhea"].ascent, font["hhea"].descent) == (880, -120)
        assert not {"GSUB", "GPOS", "kern"} & set(font.keys())


def test_copies_are_not_taken_for_fonts_of_the_machine(machine: Path) -> None:
    path = _install(machine, "simfang.otf", chinese="仿宋_GB2312", english="FangSong_GB2312")
    fonts.font_set("system")
    assert list((machine / "copies").rglob("*.otf"))
    path.unlink()
    assert not any(genuine().values())


def test_a_copy_is_made_once_and_is_the_same_each_time(
    machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _install(machine, "simfang.otf", chinese="仿宋_GB2312")
    (first,) = fonts.font_set("system").faces
    monkeypatch.setenv("REPORTER_CACHE", str(machine / "elsewhere"))
    (again,) = fonts.font_set("system").faces
    assert again.folder != first.folder and again.folder.name == first.folder.name
    for path in first.folder.iterdir():
        assert path.read_bytes() == (again.folder / path.name).read_bytes()


def test_a_face_that_may_not_be_embedded_is_lacking_with_its_reason(machine: Path) -> None:
    _install(machine, "simfang.otf", chinese="仿宋_GB2312", rights=2)
    chosen = fonts.font_set("system")
    assert chosen.faces == ()
    assert chosen.lacking[Role.FANG] == "仿宋_GB2312（simfang.otf）字体的许可不允许嵌入文件"


@pytest.mark.parametrize("share", [0.0, 0.3, 0.6, 0.9])
def test_a_damaged_file_is_refused_and_not_half_used(machine: Path, share: float) -> None:
    path = _install(machine, "simfang.otf", chinese="仿宋_GB2312")
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(Unusable, match="不完整"):
        prepare(Found(Role.FANG, "仿宋_GB2312", path, 0, "5.01"), fonts.metrics())
    assert not list(machine.glob("copies/genuine*"))


def test_no_room_for_copies_is_told_with_a_way_out(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _install(machine, "simfang.otf", chinese="仿宋_GB2312")
    (machine / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("REPORTER_CACHE", str(machine / "file" / "below"))
    with pytest.raises(EnvironmentFault, match="REPORTER_CACHE"):
        fonts.font_set("system")


def test_the_manifest_gets_file_version_and_digest(machine: Path) -> None:
    _install(machine, "simfang.otf", chinese="仿宋_GB2312")
    (face,) = fonts.font_set("system").faces
    told = json.loads(json.dumps(face.as_dict()))
    assert (told["role"], told["name"], told["file"], told["version"]) == (
        "fang",
        "仿宋_GB2312",
        "simfang.otf",
        "5.01",
    )
    assert len(told["sha256"]) == 64
