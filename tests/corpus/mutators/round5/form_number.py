"""Round 5, form: the 发文字号 by the book."""

from __future__ import annotations

from collections.abc import Callable

from tests.corpus.mutators.edit import Docx, NotHere, font, paragraph_format, run_format, say, size, text
from tests.corpus.mutators.layout import joined_by_break
from tests.corpus.mutators.registry import entering, mutator
from tests.corpus.mutators.round4 import parts
from tests.corpus.mutators.traits import numbered, numbered_down
from tests.corpus.papers.spec import Paper

_enter = entering(__name__)
_FRONT = ("L001", "L002", "L003", "L004", "L005", "cl.7.2.5", "cl.7.2", "GW1", "GW2", "GW3")


def _anew(
    name: str, rule: str, says: str, turn: Callable[[str], str], needs: Callable[[Paper], bool] = numbered
) -> None:
    """The number in other words; a paper's number may be longer than a set line takes, so only in a DOCX."""
    _enter(parts.of_the_number(turn), name, rule, says, "number", needs=needs, also=_FRONT)


def _word(number: str) -> str:
    return number.partition("〔")[0]


def _serial(number: str) -> str:
    return number.partition("〕")[2].removesuffix("号")


_anew(
    "number_with_its_left_bracket_alone",
    "L001",
    "发文字号的年份漏了后半个括号（7.2.5：六角括号）",
    lambda words: words.replace("〕", ""),
)
_anew(
    "serial_padded_with_a_wide_zero",
    "L003",
    "发文顺序号前补了全角的“０”（7.2.5：不编虚位）",
    lambda words: words.replace("〕", "〕０", 1),
)
_anew(
    "serial_left_at_zero",
    "L003",
    "发文顺序号还是“0号”（7.2.5：从1起编）",
    lambda words: words.partition("〕")[0] + "〕0号",
)
_anew(
    "serial_between_di_and_blanks",
    "L004",
    "发文顺序号写成“第 18 号”（7.2.5：不加“第”）",
    lambda words: f"{words.partition('〕')[0]}〕第 {_serial(words)} 号",
)
_anew("number_with_hao_twice", "L005", "发文字号的“号”打了两遍（7.2.5）", lambda words: words + "号")


def _shaped(name: str, rule: str, says: str, change: Callable[[Docx, Paper], object]) -> None:
    def changed(page: Docx, paper: Paper) -> str:
        change(page, paper)
        return paper.number

    _enter(changed, name, rule, says, "number", needs=numbered_down, also=("L123", *_FRONT))


_shaped(
    "number_in_kai_type",
    "cl.7.2.5",
    "发文字号用楷体（5.2.2：3号仿宋）",
    lambda page, paper: font(parts.number(page, paper), "楷体_GB2312"),
)
_shaped(
    "number_underlined",
    "cl.7.2.5",
    "发文字号带下划线（5.2.2：3号仿宋）",
    lambda page, paper: run_format(parts.number(page, paper), "u", val="single"),
)


@mutator(
    "cl.7.2.5", "发文字号从年份处断成两行（7.2.5：居中排一行）", "number", needs=numbered_down, also=_FRONT
)
def number_on_two_lines(page: Docx, paper: Paper) -> str:
    one = parts.number(page, paper)
    if text(one).strip() != paper.number:
        raise NotHere("a line of its own")
    say(one, _word(paper.number))
    joined_by_break(one, paper.number[len(_word(paper.number)) :])
    return _word(paper.number)


@mutator(
    "cl.7.2.5",
    "发文字号用三号以外的大字（二号）（5.2.2：3号）",
    "number",
    needs=numbered_down,
    also=("L123", *_FRONT),
)
def number_as_large_as_the_title(page: Docx, paper: Paper) -> str:
    one = parts.number(page, paper)
    size(one, 22)
    paragraph_format(one, "spacing", line=600, lineRule="atLeast")
    return paper.number
