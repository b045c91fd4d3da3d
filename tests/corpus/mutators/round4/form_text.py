"""Round 4, form: headings and paragraphs of the text."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy

from lxml import etree

from tests.corpus.mutators.edit import (
    RPR,
    Docx,
    Element,
    NotHere,
    font,
    paragraph_format,
    put,
    run_format,
    run_properties,
    runs,
    size,
    text,
    w,
)
from tests.corpus.mutators.registry import entering, mutator
from tests.corpus.mutators.round4 import parts
from tests.corpus.mutators.traits import body_lines, has_long_text, standing, with_standing
from tests.corpus.papers.spec import Line, Paper

_enter = entering(__name__)
_HEAD = ("L050", "L051", "cl.7.3.3", "GW1", "GW3")
_TEXT = ("L121", "L122", "L123", "cl.5.2", "cl.7.3.3", "GW1", "GW3")


def _second(page: Docx, paper: Paper) -> Element:
    return parts.in_body(page.find(standing(paper, 1)[1].text))


def _one_head(name: str, rule: str, says: str, change: Callable[[Element], object]) -> None:
    """One heading of the first level is unlike the others."""

    def changed(page: Docx, paper: Paper) -> str:
        one = _second(page, paper)
        change(one)
        return parts.beginning(one)

    _enter(changed, name, rule, says, "headings", needs=with_standing(1), also=_HEAD)


_one_head(
    "one_heading_in_fang",
    "L050",
    "一级标题中有一个用仿宋，其余用黑体（7.3.3）",
    lambda one: font(one, "仿宋_GB2312"),
)
_one_head(
    "one_heading_of_14_points",
    "cl.7.3.3",
    "一级标题中有一个用四号（5.2.2：3号）",
    lambda one: size(one, 14),
)
_one_head(
    "one_heading_at_the_edge",
    "cl.7.3.3",
    "一级标题中有一个顶格（7.3.3：左空二字）",
    lambda one: parts.to_the(one, "left"),
)
_one_head(
    "one_heading_in_blue",
    "cl.5.2.4",
    "一级标题中有一个是蓝色（样式带来）（5.2.4：黑色）",
    lambda one: parts.coloured(one, "2F5496"),
)
_one_head(
    "blank_line_under_a_heading",
    "L122",
    "标题与下文之间空了一行（5.2.3）",
    lambda one: one.addnext(parts.blank(one)),
)


def _all_heads(name: str, rule: str, says: str, change: Callable[[Element], object]) -> None:
    _enter(parts.of_first_headings(change), name, rule, says, "headings", needs=with_standing(1), also=_HEAD)


_all_heads(
    "headings_in_bold_fang",
    "L050",
    "一级标题用仿宋加粗代替黑体（7.3.3）",
    lambda one: (font(one, "仿宋_GB2312"), parts.bold(one)),
)
_all_heads(
    "headings_in_bold_song",
    "L050",
    "一级标题用宋体加粗代替黑体（7.3.3）",
    lambda one: (font(one, "宋体"), parts.bold(one)),
)


def _runs_in(paper: Paper) -> bool:
    return len(parts.run_in(paper)) > 1


@mutator("L050", "二级标题用黑体（7.3.3：楷体）", "headings", needs=_runs_in, also=_HEAD)
def second_level_in_hei(page: Docx, paper: Paper) -> str:
    for line in parts.run_in(paper):
        _head_run(page, line, "黑体")
    return parts.run_in(paper)[0].head


@mutator("L050", "二级标题中有一个没有用楷体（7.3.3）", "headings", needs=_runs_in, also=_HEAD)
def one_second_level_in_fang(page: Docx, paper: Paper) -> str:
    line = parts.run_in(paper)[1]
    _head_run(page, line, "仿宋_GB2312")
    return line.number + line.head


def _head_run(page: Docx, line: Line, name: str) -> None:
    found = [run for run in runs(page.find(line.text)) if set("".join(run.itertext())) & set(line.head[:-1])]
    if not found:
        raise NotHere("run of the heading")
    before = ""
    for run in found:
        before += "".join(run.itertext())
        put(run_properties(run), "rFonts", RPR, eastAsia=name, ascii=name, hAnsi=name)
        if line.head[:-1] in before:
            break
    if len(before) > len(line.number + line.head) + 3:
        raise NotHere("a run of its own")


@mutator(
    "L050",
    "接排的二级标题与正文都用楷体，没有区分（7.3.3）",
    "headings",
    needs=_runs_in,
    also=("L123", *_HEAD),
)
def text_of_a_second_level_in_kai(page: Docx, paper: Paper) -> str:
    line = parts.run_in(paper)[1]
    font(page.find(line.text), "楷体_GB2312")
    return line.number + line.head


def _text(
    name: str, rule: str, says: str, change: Callable[[Element], object], also: tuple[str, ...] = ()
) -> None:
    _enter(parts.of_a_paragraph(change), name, rule, says, "body", needs=has_long_text, also=(*_TEXT, *also))


def _shaded(one: Element) -> None:
    paragraph_format(one, "shd", val="clear", color="auto", fill="D9D9D9")


def _inserted(one: Element) -> None:
    """The last run is an insertion that nobody accepted."""
    run = runs(one)[-1]
    if run.getparent() is not one:
        raise NotHere("a run of the paragraph")
    made = etree.Element(w("ins"), {w("id"): "901", w("author"): "审稿人", w("date"): "2026-01-01T00:00:00Z"})
    run.addprevious(made)
    made.append(run)


def _deleted(one: Element) -> None:
    """Words that were struck out in tracked changes are still there."""
    run = deepcopy(runs(one)[-1])
    for node in list(run.iter(w("t"))):
        node.tag = w("delText")
        node.text = "原稿此处的文字"
    made = etree.Element(w("del"), {w("id"): "902", w("author"): "审稿人", w("date"): "2026-01-01T00:00:00Z"})
    made.append(run)
    runs(one)[-1].addnext(made)


_text(
    "paragraph_marked_yellow",
    "L123",
    "一段有黄色突出显示没有去掉（5.2.4）",
    lambda one: run_format(one, "highlight", val="yellow"),
)
_text(
    "paragraph_left_red",
    "cl.5.2.4",
    "一段修改时标红没有改回（5.2.4：黑色）",
    lambda one: parts.coloured(one, "FF0000"),
)
_text("paragraph_on_grey", "L123", "一段带灰色底纹（从网页粘贴）（5.2.4）", _shaded)
_text(
    "paragraph_struck_through", "L123", "一段带删除线没有删掉", lambda one: run_format(one, "strike", val=1)
)
_text("insertion_not_accepted", "L123", "修订痕迹（插入）没有接受", _inserted, ("R27", "R25"))
_text("deletion_not_accepted", "L123", "修订痕迹（删除）没有接受", _deleted, ("R27", "R25"))
_text("paragraph_of_12_points", "L123", "一段用小四号（5.2.2：3号）", lambda one: size(one, 12))
_text(
    "paragraph_in_dengxian",
    "L123",
    "一段用等线（软件的默认字体）（5.2.2：仿宋）",
    lambda one: font(one, "等线"),
)
_text(
    "paragraph_of_wide_lines",
    "L121",
    "一段行距40磅（5.2.3：每面22行）",
    lambda one: paragraph_format(one, "spacing", line=800, lineRule="exact"),
)
_text(
    "paragraph_set_in",
    "cl.7.3.3",
    "一段整段左缩进两字（7.3.3：回行顶格）",
    lambda one: paragraph_format(one, "ind", left=640, leftChars=200),
)
_text("paragraph_in_the_middle", "cl.7.3.3", "一段居中（7.3.3）", lambda one: parts.to_the(one, "center"))
_text(
    "paragraph_with_12_points_after",
    "L122",
    "一段段后加了12磅（5.2.3）",
    lambda one: paragraph_format(one, "spacing", after=240),
)
_text(
    "page_begun_anew_in_the_text",
    "L121",
    "正文当中强行分页，前一页空了半面（5.2.3）",
    lambda one: paragraph_format(one, "pageBreakBefore", val=1),
    ("cl.7.3.3", "L093"),
)
_text(
    "three_lines_left_empty",
    "L122",
    "正文当中空了三行（5.2.3）",
    lambda one: [one.addprevious(parts.blank(one)) for _ in range(3)],
)


@mutator("L121", "全文行距设为单倍（5.2.3：每面22行）", "body", needs=has_long_text, also=_TEXT)
def all_lines_single(page: Docx, paper: Paper) -> str:
    for line in parts.typed(paper):
        paragraph_format(parts.in_body(page.find(line.text)), "spacing", line=240, lineRule="auto")
    return parts.beginning(page.find(body_lines(paper)[0].text))


@mutator("L123", "全文正文用四号（5.2.2：3号）", "body", needs=has_long_text, also=_TEXT)
def all_text_of_14_points(page: Docx, paper: Paper) -> str:
    for line in parts.typed(paper):
        size(page.find(line.text), 14)
    return parts.beginning(page.find(body_lines(paper)[0].text))


@mutator(
    "cl.5.2.1",
    "表格宽出版心（5.2.1：156 mm）",
    "tables",
    needs=lambda paper: bool(paper.tables),
    also=("cl.8", "L120", "GW1", "GW4"),
)
def table_over_the_edge(page: Docx, paper: Paper) -> str:
    words = paper.tables[0].head[0]
    table = next(page.find(words, whole=True).iterancestors(w("tbl")))
    for column in table.iter(w("gridCol"), w("tcW")):
        column.set(w("w"), str(round(int(column.get(w("w"), "0")) * 1.35)))
    for width in table.iter(w("tblW")):
        width.set(w("w"), str(round(int(width.get(w("w"), "0")) * 1.35)))
    return text(page.find(words, whole=True))
