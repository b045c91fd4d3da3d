"""All 8,105 characters of 《通用规范汉字表》 have a glyph in every face, as wide as any other hanzi."""

import pytest
from fontTools.ttLib import TTFont

from reporter.typeset import fonts
from tests.standard import EVERY, NAMES, tables

ROLES = [role.value for role in fonts.Role]


def test_the_list_is_that_of_the_state_council() -> None:
    counts = {name: len(chars) for name, chars in tables().items()}
    assert counts == {"一级": 3500, "二级": 3000, "三级": 1605}
    assert len(set(EVERY)) == 8105
    assert (EVERY[0], EVERY[3499], EVERY[6500], EVERY[-1]) == ("一", "矗", "亍", "蠼")
    assert sum(ord(char) > 0xFFFF for char in EVERY) == 196


@pytest.mark.parametrize("role", ROLES)
def test_every_character_has_a_glyph_one_em_wide(role: str) -> None:
    assert fonts.metrics().missing(EVERY, role) == []
    assert [char for char in EVERY if not fonts.metrics().covers(char, role)] == []
    assert {fonts.metrics().advance(char, role) for char in EVERY} == {1.0}


@pytest.mark.parametrize("role", ROLES)
def test_only_characters_that_gb_2312_lacks_come_from_another_face(role: str) -> None:
    lacking = [char for char in EVERY if not _in_gb2312(char)]
    assert fonts.metrics().substituted(EVERY, role) == lacking
    assert len(lacking) == 1467 and set(NAMES) < set(lacking)
    assert fonts.metrics().substituted(tables()["一级"], role) == ["啰", "瞭"]


@pytest.mark.parametrize("role", ROLES)
def test_the_font_files_hold_what_the_table_says(role: str) -> None:
    held: set[int] = set()
    for family in fonts.typeface(role).pdf:
        (path,) = fonts.font_dir().glob(f"{family.replace(' ', '')}-Regular.*")
        with TTFont(path, lazy=True) as font:
            glyphs = font.getBestCmap()
            held |= {code for code, glyph in glyphs.items() if glyph != ".notdef"}
    assert [char for char in EVERY if ord(char) not in held] == []


def _in_gb2312(char: str) -> bool:
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True
