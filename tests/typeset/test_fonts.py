"""The built stand-ins keep what line breaking and line pitch rely on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from reporter.errors import EnvironmentFault
from reporter.typeset import fonts
from reporter.typeset.fonts import libraries
from reporter.typeset.fonts.debs import unpack
from reporter.typeset.fonts.level import ASCENT, DESCENT
from reporter.typeset.fonts.metrics import collapse, expand

ROLES = [role.value for role in fonts.Role]
RARE = "喆堃祎昇垚赟珺玥旻"


@pytest.mark.parametrize("role", ["fang", "kai", "song", "hei"])
def test_digits_are_half_a_character_wide(role: str) -> None:
    assert {fonts.metrics().advance(digit, role) for digit in "0123456789"} == {0.5}


@pytest.mark.parametrize("role", ROLES)
def test_chinese_punctuation_fills_a_whole_cell(role: str) -> None:
    widths = {char: fonts.metrics().advance(char, role) for char in "“”‘’—…·〔〕，。、；：？！（）《》①□　"}
    assert set(widths.values()) == {1.0}, widths


@pytest.mark.parametrize("role", ROLES)
def test_rare_characters_of_names_print_in_every_role(role: str) -> None:
    assert fonts.metrics().missing(RARE + "㎡", role) == []
    assert fonts.metrics().substituted("安" + RARE, role) == list(RARE)


def test_a_character_that_no_font_has_is_reported_once() -> None:
    assert fonts.metrics().missing("安\ue000和\ue000\n", "fang") == ["\ue000"]
    assert not fonts.metrics().covers("\ue000", "fang")


def test_width_adds_up_the_advances() -> None:
    assert fonts.metrics().width("2026年", "fang") == 3.0


def built() -> list[Path]:
    return sorted(path for path in fonts.font_dir().iterdir() if path.suffix in {".otf", ".ttf"})


def test_every_family_of_every_role_is_built() -> None:
    files = {path.stem.split("-")[0] for path in built()}
    assert files == {family.replace(" ", "") for face in fonts.TYPEFACES.values() for family in face.pdf}


@pytest.mark.parametrize("path", built(), ids=lambda path: path.stem)
def test_fonts_agree_on_height_and_on_spaces(path: Path) -> None:
    with TTFont(path, lazy=True) as font:
        heights = (font["hhea"].ascent, font["hhea"].descent, font["hhea"].lineGap)
        assert heights == (ASCENT, DESCENT, 0)
        assert (font["OS/2"].sTypoAscender, font["OS/2"].sTypoDescender) == (ASCENT, DESCENT)
        assert {0x20, 0xA0, 0x3000} <= set(font.getBestCmap())


@pytest.mark.parametrize("role", ROLES)
def test_the_metrics_table_says_what_the_font_files_say(role: str) -> None:
    own, _ = fonts.typeface(role).pdf
    with TTFont(fonts.font_dir() / f"{own.replace(' ', '')}-Regular.otf", lazy=True) as font:
        widths, names = font["hmtx"].metrics, font.getBestCmap()
        sample = "安Aa0 %—℃·"
        stated = {char: fonts.metrics().advance(char, role) for char in sample}
        assert stated == {char: widths[names[ord(char)]][0] / 1000 for char in sample}


def test_missing_fonts_name_the_command_to_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPORTER_FONTS", str(tmp_path))
    for use in (fonts.metrics, fonts.environment, fonts.office_environment):
        with pytest.raises(EnvironmentFault, match="make setup") as caught:
            use()
        assert caught.value.exit_code == 2


def test_a_table_of_another_version_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "metrics.json").write_text(json.dumps({"schema": "reporter/fonts-0"}), encoding="utf-8")
    monkeypatch.setenv("REPORTER_FONTS", str(tmp_path))
    with pytest.raises(EnvironmentFault, match="make fonts"):
        fonts.metrics()


def test_unpacking_says_which_font_files_are_absent(tmp_path: Path) -> None:
    (tmp_path / "There.otf").write_bytes(b"font")
    with pytest.raises(EnvironmentFault, match=r"Absent\.otf"):
        unpack(tmp_path, frozenset({"There.otf", "Absent.otf"}), tmp_path / "out")


def test_ranges_keep_the_set_of_code_points() -> None:
    codes = {1, 2, 3, 7, 0x20000}
    assert collapse(codes) == [[1, 3], [7, 7], [0x20000, 0x20000]]
    assert expand(collapse(codes)) == codes


def test_the_machine_has_what_pdf_needs() -> None:
    assert libraries.pango_available()
    assert libraries.subsetter_available()
