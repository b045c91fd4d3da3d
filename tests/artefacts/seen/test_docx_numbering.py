"""The labels of automatic numbering."""

from __future__ import annotations

import pytest

from reporter.artefacts.seen.word.counting import formatted
from tests.artefacts.seen.wordfile import p, seen, style


def level(at: int, form: str, text: str, more: str = "") -> str:
    inside = f"<w:start w:val='1'/><w:numFmt w:val='{form}'/>{more}<w:lvlText w:val='{text}'/>"
    return f"<w:lvl w:ilvl='{at}'>{inside}</w:lvl>"


LEVELS = (
    level(0, "chineseCounting", "%1、"),
    level(1, "chineseCounting", "（%2）"),
    level(2, "decimal", "%3．"),
    level(3, "decimalEnclosedCircle", "%4"),
)
LIST = f"<w:abstractNum w:abstractNumId='7'>{''.join(LEVELS)}</w:abstractNum>"
NUM = "<w:num w:numId='1'><w:abstractNumId w:val='7'/></w:num>"


def item(at: int, num: int = 1) -> str:
    return p("字", f"<w:numPr><w:ilvl w:val='{at}'/><w:numId w:val='{num}'/></w:numPr>")


def labels(body: str, **parts: str) -> list[str]:
    return [para.label for para in seen(body, **parts).paras]


def test_levels_count_and_a_higher_one_begins_the_lower_ones_anew() -> None:
    body = "".join(item(at) for at in (0, 1, 1, 2, 3, 3, 0, 1))
    assert labels(body, numbering=LIST + NUM) == [
        "一、",
        "（一）",
        "（二）",
        "1．",
        "①",
        "②",
        "二、",
        "（一）",
    ]


def test_the_label_is_read_before_the_text() -> None:
    (para,) = seen(item(0), numbering=LIST + NUM).paras
    assert (para.text, para.typed) == ("一、字", "字")


def test_a_second_list_of_the_same_kind_goes_on_unless_it_says_where_to_begin() -> None:
    on = "<w:num w:numId='2'><w:abstractNumId w:val='7'/></w:num>"
    anew = (
        "<w:num w:numId='3'><w:abstractNumId w:val='7'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='5'/>"
        "</w:lvlOverride></w:num>"
    )
    body = item(0) + item(0, 2) + item(0, 3) + item(0, 3)
    assert labels(body, numbering=LIST + NUM + on + anew) == ["一、", "二、", "五、", "六、"]


def test_numbers_of_several_levels_and_legal_ones() -> None:
    two = (
        "<w:abstractNum w:abstractNumId='7'>" + level(0, "chineseCounting", "%1、")
        + level(1, "decimal", "%1.%2", "<w:isLgl/>") + "</w:abstractNum>" + NUM
    )  # fmt: skip
    assert labels(item(0) + item(1) + item(1), numbering=two) == ["一、", "1.1", "1.2"]


def test_a_level_below_that_is_used_first_takes_the_ones_above_as_begun() -> None:
    assert labels(item(1) + item(0), numbering=LIST + NUM) == ["（一）", "二、"]


def test_a_style_numbers_its_paragraphs_by_the_level_that_is_bound_to_it() -> None:
    bound = LIST.replace(
        "<w:numFmt w:val='decimal'/>", "<w:numFmt w:val='decimal'/><w:pStyle w:val='h3'/>", 1
    )
    styles = style("h3", "<w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>")
    body = p("字", "<w:pStyle w:val='h3'/>") + p(
        "字", "<w:pStyle w:val='h3'/><w:numPr><w:numId w:val='0'/></w:numPr>"
    )
    assert labels(body, numbering=bound + NUM, styles=styles) == ["1．", ""]


def test_indents_of_the_list_stand_over_the_style_and_below_the_paragraph() -> None:
    indented = (
        LIST.replace("</w:lvl>", "<w:pPr><w:ind w:left='640' w:hanging='320'/></w:pPr></w:lvl>", 1) + NUM
    )
    styles = style("a", "<w:pPr><w:ind w:left='1280'/></w:pPr>")
    body = item(0).replace("<w:numPr>", "<w:pStyle w:val='a'/><w:numPr>") + item(0).replace(
        "</w:numPr>", "</w:numPr><w:ind w:left='0' w:firstLine='640'/>"
    )
    first, second = seen(body, numbering=indented, styles=styles).paras
    assert (first.looks.left, first.looks.first) == (2, -1)
    assert (second.looks.left, second.looks.first) == (0, 2)


def test_an_empty_list_may_stand_for_one_with_a_list_style() -> None:
    linked = (
        LIST + "<w:abstractNum w:abstractNumId='8'><w:numStyleLink w:val='L'/></w:abstractNum>" + NUM
        + "<w:num w:numId='2'><w:abstractNumId w:val='8'/></w:num>"
    )  # fmt: skip
    styles = style("L", "<w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>", "numbering")
    assert labels(item(0, 2), numbering=linked, styles=styles) == ["一、"]


def test_a_bullet_of_a_symbol_font_is_a_bullet_and_a_list_that_is_not_there_gives_nothing() -> None:
    dots = f"<w:abstractNum w:abstractNumId='7'>{level(0, 'bullet', chr(0xF06C))}</w:abstractNum>{NUM}"
    assert labels(item(0) + item(0, 9), numbering=dots) == ["•", ""]


@pytest.mark.parametrize(
    ("number", "form", "text"),
    [
        (10, "chineseCounting", "十"), (12, "japaneseCounting", "十二"), (20, "chineseCountingThousand", "二十"),
        (105, "chineseCountingThousand", "一百零五"), (1010, "chineseCountingThousand", "一千零一十"),
        (3, "chineseLegalSimplified", "叁"), (2, "ideographTraditional", "乙"), (1, "ideographZodiac", "子"),
        (21, "decimalEnclosedCircleChinese", "㉑"), (36, "decimalEnclosedCircle", "㊱"),
        (3, "decimalEnclosedParen", "⑶"),
        (28, "lowerLetter", "bb"), (4, "upperRoman", "IV"), (7, "decimalZero", "07"), (12, "decimalFullWidth", "１２"),
        (5, "none", ""), (5, "gone", "5"), (0, "chineseCounting", "0"), (99999, "upperRoman", "99999"),
    ],
)  # fmt: skip
def test_number_formats(number: int, form: str, text: str) -> None:
    assert formatted(number, form) == text
