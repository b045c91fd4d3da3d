"""Round 5, form: numbers and type of the headings by the book."""

from __future__ import annotations

from collections.abc import Callable

from tests.corpus.mutators.edit import (
    Docx,
    Element,
    NotHere,
    font,
    replace_in,
    run_format,
)
from tests.corpus.mutators.layout import aligned
from tests.corpus.mutators.places import label
from tests.corpus.mutators.registry import entering, mutator
from tests.corpus.mutators.round4 import parts
from tests.corpus.mutators.traits import attached, body_lines, standing, with_headings, with_standing
from tests.corpus.papers.spec import Line, Paper

_enter = entering(__name__)
_FORM = ("L040", "L041", "L042", "L043", "L044", "L045", "L046", "L047", "L048", "L049", "L061", "L062",
         "cl.7.3.3", "R24", "GW1", "GW3", "GW5")  # fmt: skip
_TYPE = ("L050", "L051", "cl.7.3.3", "cl.5.2", "GW1", "GW3")


def _numbered(
    name: str, rule: str, says: str, level: int, turn: Callable[[str], str], which: int = 1
) -> None:
    """The number of one line of the level, the second when nothing else is said."""

    def changed(page: Docx, paper: Paper) -> str:
        line = body_lines(paper, level)[which]
        _say(page, line, turn(line.number))
        return (turn(line.number) + line.text[len(line.number) :])[:12]

    _enter(changed, name, rule, says, "headings", needs=with_headings(level), also=_FORM)


def _say(page: Docx, line: Line, number: str) -> None:
    replace_in(page.body_paragraph(line.text), line.number, number)


def _all(name: str, rule: str, says: str, level: int, turn: Callable[[str], str]) -> None:
    """The numbers of all lines of the level."""

    def changed(page: Docx, paper: Paper) -> str:
        found = body_lines(paper, level)
        for line in found:
            _say(page, line, turn(line.number))
        return (turn(found[0].number) + found[0].text[len(found[0].number) :])[:12]

    _enter(changed, name, rule, says, "headings", needs=with_headings(level), also=_FORM)


_numbered("first_level_with_a_blank_before_its_mark", "L040", "一级标题“二 、”序数与顿号之间打了空格（15834 B.3.2）", 1,
          lambda words: words[:-1] + " 、")  # fmt: skip
_numbered(
    "first_level_without_its_mark",
    "L040",
    "一级标题“二”后漏了顿号（7.3.3：二、）",
    1,
    lambda words: words[:-1],
)
_all("first_level_in_brackets_and_comma", "L041", "一级标题都写成“（一）、”（7.3.3：一、；15834 B.3.4）", 1,
     lambda words: f"（{words[:-1]}）、")  # fmt: skip
_numbered("second_level_in_narrow_brackets_with_a_comma", "L041", "二级标题写成“(二)、”：半角括号又加顿号（7.3.3：（二））", 2,
          lambda words: f"({words[1:-1]})、")  # fmt: skip
_numbered(
    "second_level_with_a_semicolon",
    "L041",
    "二级标题“（二）”后加了分号（15834 B.3.4）",
    2,
    lambda words: words + "；",
)
_numbered(
    "third_level_called_di", "L042", "三级标题写成“第2、”（7.3.3：2.）", 3, lambda words: f"第{words[:-1]}、"
)
_all("second_level_in_black_brackets", "L044", "二级标题用方头括号“【一】”（7.3.3：（一））", 2,
     lambda words: f"【{words[1:-1]}】")  # fmt: skip
_all("second_level_with_a_closing_bracket_only", "L044", "二级标题写成“一）”（7.3.3：（一））", 2,
     lambda words: words[1:])  # fmt: skip


def _digit(words: str) -> int:
    return "一二三四五六七八九十".index(words[1:-1]) + 1


@mutator("L046", "一级用“（一）”、二级用“一、”，层次颠倒（7.3.3、15834 B.3.8）", "headings", also=_FORM,
         needs=lambda paper: len(body_lines(paper, 1)) > 1 and len(body_lines(paper, 2)) > 1)  # fmt: skip
def first_and_second_level_exchanged(page: Docx, paper: Paper) -> str:
    for line in body_lines(paper, 1):
        _say(page, line, f"（{line.number[:-1]}）")
    for line in body_lines(paper, 2):
        _say(page, line, line.number[1:-1] + "、")
    first = body_lines(paper, 1)[0]
    return f"（{first.number[:-1]}）" + first.head[:8]


@mutator("L046", "二级用“1.”、三级反用“（一）”，层次颠倒（7.3.3、15834 B.3.8）", "headings", also=_FORM,
         needs=lambda paper: len(body_lines(paper, 3)) > 1 and len(body_lines(paper, 2)) > 1)  # fmt: skip
def second_and_third_level_exchanged(page: Docx, paper: Paper) -> str:
    for line in body_lines(paper, 2):
        _say(page, line, f"{_digit(line.number)}.")
    for line in body_lines(paper, 3):
        _say(page, line, f"（{'一二三四五六七八九十'[int(line.number[:-1]) - 1]}）")
    return f"{_digit(body_lines(paper, 2)[0].number)}." + body_lines(paper, 2)[0].head[:8]


_FIRST = "一二三四五六七八九"


@mutator("L047", "最后一个一级标题与前一个重号（7.3.3）", "headings", needs=with_headings(1, 3), also=_FORM)
def last_first_level_numbered_as_the_one_before(page: Docx, paper: Paper) -> str:
    before, last = body_lines(paper, 1)[-2:]
    _say(page, last, before.number)
    return before.number + last.head[:8]


@mutator(
    "L047", "一级标题从第二个起全部错一号（一、三、四……）（7.3.3）", "headings", needs=with_headings(1, 3), also=_FORM
)
def first_level_goes_wrong_from_the_second(page: Docx, paper: Paper) -> str:
    found = body_lines(paper, 1)
    if any(line.number[:-1] not in _FIRST[:8] for line in found):
        raise NotHere("few headings")
    for line in reversed(found[1:]):
        _say(page, line, _FIRST[_FIRST.index(line.number[:-1]) + 1] + "、")
    return "三、" + found[1].head[:8]


def _typed(
    name: str, rule: str, says: str, change: Callable[[Element], object], also: tuple[str, ...] = ()
) -> None:
    _enter(parts.of_first_headings(change), name, rule, says, "headings", needs=with_standing(1),
           also=(*also, *_TYPE))  # fmt: skip


_typed("first_level_in_the_type_of_the_title", "L050", "一级标题用小标宋（7.3.3：黑体）",
       lambda one: font(one, "方正小标宋简体"))  # fmt: skip
_typed("first_level_underlined", "cl.7.3.3", "一级标题加了下划线（7.3.3：3号黑体）",
       lambda one: run_format(one, "u", val="single"))  # fmt: skip
_typed(
    "first_level_in_italics",
    "cl.7.3.3",
    "一级标题是斜体（7.3.3：3号黑体）",
    lambda one: run_format(one, "i", val=1),
)
_typed(
    "first_level_in_red",
    "cl.5.2.4",
    "一级标题用红字（5.2.4：黑色）",
    lambda one: parts.coloured(one, "FF0000"),
)
_typed("first_level_set_in_by_four", "cl.7.3.3", "一级标题左空四字（7.3.3：左空二字）",
       lambda one: aligned(one, "left", firstLine=1280, firstLineChars=400))  # fmt: skip


@mutator(
    "L050", "单独成行的二级标题用仿宋、同正文没有区别（7.3.3：楷体）", "headings", needs=with_standing(2), also=_TYPE
)
def standing_second_level_in_fang(page: Docx, paper: Paper) -> str:
    for line in standing(paper, 2):
        font(parts.in_body(page.find(line.text)), "仿宋_GB2312")
    return standing(paper, 2)[0].text


@mutator("L051", "附件页的“附件”黑体又加粗（7.3.7：3号黑体）", "attachments", needs=attached,
         also=("L084", "cl.7.3.7", "GW4", *_TYPE))  # fmt: skip
def label_of_the_attachment_in_bold(page: Docx, paper: Paper) -> str:
    parts.bold(label(page, paper))
    return "附件"


@mutator("L051", "最后一个一级标题加粗，其余不加（7.3.3）", "headings", needs=with_standing(1),
         also=_TYPE)  # fmt: skip
def last_first_level_in_bold(page: Docx, paper: Paper) -> str:
    one = parts.in_body(page.find(standing(paper, 1)[-1].text))
    parts.bold(one)
    return parts.beginning(one)
