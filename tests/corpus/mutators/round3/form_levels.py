"""Round 3, form: numbers and type of the levels, typed and made by the program."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from tests.corpus.mutators.edit import (
    RPR,
    Docx,
    NotHere,
    font,
    paragraph_format,
    ppr,
    put,
    replace_in,
    run_properties,
    runs,
    text,
    w,
)
from tests.corpus.mutators.layout import add_style, bare, broken_inside, first_words, listed, reindent
from tests.corpus.mutators.registry import mutator
from tests.corpus.mutators.traits import body_lines, standing, with_headings, with_standing
from tests.corpus.papers.spec import Line, Paper

_HEADS = ("cl.7.3.3", "GW3")


def _unnumbered(page: Docx, one: Line) -> Any:
    """The paragraph without the number that was typed."""
    paragraph = page.body_paragraph(one.text)
    replace_in(paragraph, one.number, "")
    return paragraph


def _by_the_program(
    page: Docx, paper: Paper, level: int, form: str, counted: str = "decimal", start: int = 1
) -> str:
    """The first run of one level is numbered by the program instead."""
    found = _siblings(paper, level)
    listed(page, [_unnumbered(page, one) for one in found], form, counted, start)
    return found[0].head[:12]


def _siblings(paper: Paper, level: int) -> list[Line]:
    """The first lines of a level that count on: 1, 2, 3."""
    found: list[Line] = []
    for one in body_lines(paper, level):
        if any(one.number == other.number for other in found):
            break
        found.append(one)
    return found


@mutator("L042", "三级标题用自动编号“1、”（7.3.3：1.）", "headings", needs=with_headings(3), also=_HEADS)
def list_of_digits_with_a_comma(page: Docx, paper: Paper) -> str:
    return _by_the_program(page, paper, 3, "%1、")


@mutator("L044", "二级标题用自动编号“(一)”，括号半角（7.3.3）", "headings", needs=with_headings(2), also=_HEADS)
def list_in_half_width_brackets(page: Docx, paper: Paper) -> str:
    return _by_the_program(page, paper, 2, "(%1)", "chineseCountingThousand")


@mutator("L041", "二级标题用自动编号“（一）、”（15834 B.3.4）", "headings", needs=with_headings(2), also=_HEADS)
def list_in_brackets_with_a_comma(page: Docx, paper: Paper) -> str:
    return _by_the_program(page, paper, 2, "（%1）、", "chineseCountingThousand")


@mutator("L040", "一级标题用自动编号“一.”（15834 B.3.2：一、）", "headings", needs=with_headings(1), also=_HEADS)
def list_of_hanzi_with_a_point(page: Docx, paper: Paper) -> str:
    return _by_the_program(page, paper, 1, "%1.", "chineseCountingThousand")


@mutator("L047", "一级标题的自动编号从“二、”起（7.3.3）", "headings", needs=with_headings(1), also=_HEADS)
def list_begins_at_two(page: Docx, paper: Paper) -> str:
    return _by_the_program(page, paper, 1, "%1、", "chineseCountingThousand", 2)


@mutator(
    "cl.7.3.3",
    "二级标题用自动编号的项目符号“●”（7.3.3：结构层次序数）",
    "headings",
    needs=with_headings(2),
    also=("GW3",),
)
def bullets_for_numbers(page: Docx, paper: Paper) -> str:
    return _by_the_program(page, paper, 2, "●", "bullet")


@mutator(
    "L046",
    "一级标题用自动编号“1.”，下面又是“（一）”（15834 B.3.8）",
    "headings",
    needs=lambda paper: len(body_lines(paper, 1)) > 1 and len(body_lines(paper, 2)) > 1,
    also=("L045", "L040", "L042", *_HEADS),
)
def first_level_counted_in_digits(page: Docx, paper: Paper) -> str:
    return _by_the_program(page, paper, 1, "%1.")


@mutator("L047", "自动编号和手打的“一、”并存，标题成了“一、一、”（7.3.3）", "headings", needs=with_headings(1), also=("R25", "L060", *_HEADS))  # fmt: skip
def numbered_twice(page: Docx, paper: Paper) -> str:
    found = _siblings(paper, 1)
    listed(page, [page.body_paragraph(one.text) for one in found], "%1、", "chineseCountingThousand")
    return found[0].text[:12]


@mutator("L047", "自动编号的二级标题下一部分没有从“（一）”重新编（7.3.3）", "headings", also=_HEADS,
         needs=lambda paper: len(body_lines(paper, 2)) > len(_siblings(paper, 2)) > 1)  # fmt: skip
def list_goes_on_over_parts(page: Docx, paper: Paper) -> str:
    found = body_lines(paper, 2)
    listed(page, [_unnumbered(page, one) for one in found], "（%1）", "chineseCountingThousand")
    return found[len(_siblings(paper, 2))].head[:12]


@mutator(
    "L050",
    "一级标题只有西文字体是黑体，中文仍是仿宋（7.3.3：黑体）",
    "headings",
    needs=with_headings(1),
    also=_HEADS,
)
def first_heading_hei_for_latin_only(page: Docx, paper: Paper) -> str:
    for one in body_lines(paper, 1):
        for run in runs(page.body_paragraph(one.text)):
            put(run_properties(run), "rFonts", RPR, ascii="黑体", hAnsi="黑体", eastAsia="仿宋_GB2312")
    return body_lines(paper, 1)[0].text[:12]


@mutator("L050", "一级标题用软件的“标题 1”：等线、蓝色、二号（7.3.3：3号黑体）", "headings", needs=with_standing(1), also=("cl.5.2.4", "L123", *_HEADS))  # fmt: skip
def headings_in_the_style_of_the_program(page: Docx, paper: Paper) -> str:
    key = add_style(
        page, "heading 1",
        '<w:pPr><w:keepNext/><w:spacing w:before="340" w:after="330" w:line="578" w:lineRule="auto"/><w:outlineLvl w:val="0"/></w:pPr>'
        '<w:rPr><w:rFonts w:ascii="等线 Light" w:hAnsi="等线 Light" w:eastAsia="等线 Light"/><w:color w:val="2F5496"/><w:sz w:val="44"/></w:rPr>',
    )  # fmt: skip
    for one in standing(paper, 1):
        paragraph = page.body_paragraph(one.text)
        bare(paragraph)
        for found in list(ppr(paragraph)):
            ppr(paragraph).remove(found)
        paragraph_format(paragraph, "pStyle", val=key)
    return standing(paper, 1)[0].text[:12]


@mutator("L050", "一级标题的序数“一、”是仿宋、文字是黑体（7.3.3）", "headings", needs=with_standing(1), also=_HEADS)  # fmt: skip
def numbers_of_headings_in_fang(page: Docx, paper: Paper) -> str:
    for one in standing(paper, 1):
        _lead(page.body_paragraph(one.text), one.number, "仿宋_GB2312")
    return standing(paper, 1)[0].text[:12]


@mutator(
    "L050", "有一个二级标题是仿宋，其余是楷体（7.3.3：楷体）", "headings", needs=with_headings(2, 3), also=_HEADS
)
def one_second_heading_in_fang(page: Docx, paper: Paper) -> str:
    one = body_lines(paper, 2)[1]
    font(page.body_paragraph(one.text), "仿宋_GB2312")
    return one.text[:12]


@mutator("L050", "有一个一级标题是楷体，其余是黑体（7.3.3：黑体）", "headings", needs=lambda paper: len(standing(paper, 1)) > 2, also=_HEADS)  # fmt: skip
def one_first_heading_in_kai(page: Docx, paper: Paper) -> str:
    one = standing(paper, 1)[-1]
    font(page.body_paragraph(one.text), "楷体_GB2312")
    return one.text[:12]


@mutator("L050", "三级标题用黑体（7.3.3：仿宋）", "headings", needs=with_headings(3, 1), also=_HEADS)
def third_heading_in_hei(page: Docx, paper: Paper) -> str:
    for one in body_lines(paper, 3):
        font(page.body_paragraph(one.text), "黑体")
    return body_lines(paper, 3)[0].text[:12]


@mutator("L050", "三级标题用楷体（7.3.3：仿宋）", "headings", needs=with_headings(3, 1), also=_HEADS)
def third_heading_in_kai(page: Docx, paper: Paper) -> str:
    for one in body_lines(paper, 3):
        font(page.body_paragraph(one.text), "楷体_GB2312")
    return body_lines(paper, 3)[0].text[:12]


@mutator(
    "L050",
    "二级标题和后面的正文都是楷体（7.3.3：正文仿宋）",
    "headings",
    needs=with_headings(2),
    also=("L123", *_HEADS),
)
def kai_runs_over_the_text(page: Docx, paper: Paper) -> str:
    found = [one for one in body_lines(paper, 2) if len(one.rest) > 20]
    if not found:
        raise NotHere("text after a heading")
    font(page.body_paragraph(found[0].text), "楷体_GB2312")
    return found[0].rest[:12]


@mutator(
    "cl.7.3.3", "二级标题左空四字，逐级缩进（7.3.3：左空二字）", "headings", needs=with_headings(2), also=("GW3",)
)
def second_level_stepped_in(page: Docx, paper: Paper) -> str:
    for one in body_lines(paper, 2):
        reindent(page.body_paragraph(one.text), firstLine=1260)
    return body_lines(paper, 2)[0].text[:12]


@mutator("cl.7.3.3", "二级标题顶格（7.3.3：左空二字）", "headings", needs=with_headings(2), also=("GW3",))
def second_level_flush(page: Docx, paper: Paper) -> str:
    for one in body_lines(paper, 2):
        reindent(page.body_paragraph(one.text))
    return body_lines(paper, 2)[0].text[:12]


@mutator("L122", "一级标题单倍行距并加段前段后半行（5.2.3、7.3.3）", "headings", needs=with_standing(1), also=("L121", "cl.7.3.3", "cl.5.2.3", "GW1", "GW3"))  # fmt: skip
def headings_with_space_round_them(page: Docx, paper: Paper) -> str:
    for one in standing(paper, 1):
        paragraph_format(
            page.body_paragraph(one.text), "spacing", before=240, after=240, line=240, lineRule="auto"
        )
    return standing(paper, 1)[0].text[:12]


@mutator(
    "cl.7.3.3",
    "二级标题和正文之间用软回车，正文没有左空二字（7.3.3）",
    "headings",
    needs=with_headings(2),
    also=("L049", "GW3"),
)
def soft_break_after_a_heading(page: Docx, paper: Paper) -> str:
    found = [one for one in body_lines(paper, 2) if len(one.rest) > 12]
    if not found:
        raise NotHere("text after a heading")
    broken_inside(page.body_paragraph(found[0].text), found[0].rest[:6])
    return found[0].text[:12]


@mutator("L096", "一级标题前用两个全角空格代替缩进（7.3.3）", "headings", needs=with_standing(1), also=_HEADS)  # fmt: skip
def headings_indented_by_blanks(page: Docx, paper: Paper) -> str:
    for one in standing(paper, 1):
        paragraph = page.body_paragraph(one.text)
        reindent(paragraph)
        replace_in(paragraph, one.number, "　　" + one.number)
    return standing(paper, 1)[0].text[:12]


@mutator("L040", "一级标题序数后加了空格“一、 ”（15834 B.3.2：只加顿号）", "headings", needs=with_standing(1), also=("R25", *_HEADS))  # fmt: skip
def blank_after_the_number(page: Docx, paper: Paper) -> str:
    one = standing(paper, 1)[0]
    replace_in(page.body_paragraph(one.text), one.number, one.number + "　")
    return first_words(page.body_paragraph(one.head))


def _lead(paragraph: Any, number: str, font: str) -> None:
    """The number stands in a run of its own, in this font."""
    first = runs(paragraph)[0]
    node = first.find(w("t"))
    if not (node.text or "").startswith(number) or text(paragraph) == number:
        raise NotHere(number)
    made = deepcopy(first)
    made.find(w("t")).text = number
    node.text = (node.text or "").removeprefix(number)
    put(run_properties(made), "rFonts", RPR, eastAsia=font, ascii=font, hAnsi=font)
    first.addprevious(made)
