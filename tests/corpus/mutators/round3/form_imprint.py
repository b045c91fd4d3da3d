"""Round 3, form: the 版记."""

from __future__ import annotations

import re
from typing import Any

from tests.corpus.mutators.edit import (
    RPR,
    Docx,
    Html,
    NotHere,
    font,
    paragraph_format,
    ppr,
    put,
    replace_in,
    run_format,
    run_properties,
    runs,
    text,
    untabbed,
    w,
)
from tests.corpus.mutators.layout import aligned, broken_inside, emptied, reindent
from tests.corpus.mutators.places import imprint
from tests.corpus.mutators.registry import entering, mutator
from tests.corpus.mutators.traits import copying, framed, printed
from tests.corpus.papers.spec import Paper

_enter = entering(__name__)
_FOOT = ("cl.7.4", "GW4")


def _both(paper: Paper) -> bool:
    return framed(paper) and copying(paper)


def _copies(page: Docx, paper: Paper) -> Any:
    return page.find("抄送：" + paper.cc, last=True)


def _edges(page: Docx, paper: Paper) -> list[Any]:
    """The black borders of the 版记."""
    owner = imprint(page, paper)
    around = [owner, owner.getprevious(), owner.getnext()]
    around += [one.getprevious() for one in around[1:2] if one is not None]
    around += [one.getprevious() for one in around[3:4] if one is not None]
    found = [
        edge
        for one in around
        if one is not None
        for kind in ("tblBorders", "pBdr", "tcBorders")
        for border in one.iter(w(kind))
        for edge in border
        if edge.get(w("val")) not in (None, "none", "nil")
    ]
    if not found:
        raise NotHere("rules")
    return found


def _in_a_table(page: Docx, paper: Paper) -> Any:
    owner = imprint(page, paper)
    table = next(iter(owner.iter(w("tbl"))), None)
    if table is None:
        raise NotHere("a table")
    return table


def _row_of(paragraph: Any) -> Any:
    row = next(paragraph.iterancestors(w("tr")), None)
    if row is None:
        raise NotHere("a row")
    return row


@mutator("L102", "版记分隔线是虚线（7.4.1）", "imprint", needs=framed, also=("cl.7.4.1", *_FOOT))
def imprint_rules_dashed(page: Docx, paper: Paper) -> str:
    for edge in _edges(page, paper):
        edge.set(w("val"), "dashed")
    return paper.printed


@mutator(
    "L102",
    "版记分隔线是双线（7.4.1：首条和末条用粗线、中间用细线）",
    "imprint",
    needs=framed,
    also=("cl.7.4.1", *_FOOT),
)
def imprint_rules_double(page: Docx, paper: Paper) -> str:
    for edge in _edges(page, paper):
        edge.set(w("val"), "double")
    return paper.printed


@mutator("L102", "版记做成四边有框的表格（7.4.1：只有横的分隔线）", "imprint", needs=framed, also=("cl.7.4.1", *_FOOT), producers=("wps", "script", "mac", "web", "typed", "legacy", "online"))  # fmt: skip
def imprint_in_a_box(page: Docx, paper: Paper) -> str:
    table = _in_a_table(page, paper)
    borders = next(iter(table.iter(w("tblBorders"))), None)
    if borders is None:
        raise NotHere("borders")
    for name in ("left", "right", "start", "end"):
        for found in borders.findall(w(name)):
            borders.remove(found)
    order = ["top", "left", "bottom", "right", "insideH", "insideV"]
    for side in ("left", "right"):
        put(borders, side, order, val="single", sz="8", space="0", color="000000")
    return paper.printed


@mutator("L102", "版记只有文字宽，没有与版心等宽（7.4.1）", "imprint", needs=framed, also=("cl.7.4.1", *_FOOT), producers=("wps", "script", "mac", "web", "typed", "legacy", "online"))  # fmt: skip
def imprint_of_100_mm(page: Docx, paper: Paper) -> str:
    table = _in_a_table(page, paper)
    width = "5669"
    for name in ("tblW", "gridCol", "tcW"):
        for one in table.iter(w(name)):
            one.set(w("w"), width)
    if len(table.findall(f"{w('tblGrid')}/{w('gridCol')}")) != 1:
        raise NotHere("one column")
    return paper.printed


@mutator("L102", "版记缺最后一条线（7.4.1：末条分隔线与版心下边缘重合）", "imprint", needs=framed, also=("cl.7.4.1", "L101", *_FOOT), producers=("wps", "script", "mac", "web", "typed", "legacy", "online"))  # fmt: skip
def imprint_without_its_last_rule(page: Docx, paper: Paper) -> str:
    table = _in_a_table(page, paper)
    found = [one for borders in table.iter(w("tblBorders")) for one in borders.findall(w("bottom"))]
    if not found:
        raise NotHere("the last rule")
    for one in found:
        one.set(w("val"), "nil")
    return paper.printed


@mutator("cl.7.4.2", "抄送机关排在印发机关之下（7.4.2：之上一行）", "imprint", needs=_both, also=("GW4",))
def copies_below_the_office(page: Docx, paper: Paper) -> str:
    row, other = _row_of(_copies(page, paper)), _row_of(page.find(paper.printed, last=True))
    if row is other:
        raise NotHere("rows")
    other.addnext(row)
    return "抄送：" + paper.cc[:8]


@mutator("cl.7.4.2", "抄送机关、印发机关顶格，没有左右各空一字（7.4.2、7.4.3）", "imprint", needs=framed, also=("cl.7.4.3", "GW4"), producers=("wps", "script", "mac", "web", "typed", "template", "legacy", "online"))  # fmt: skip
def imprint_flush(page: Docx, paper: Paper) -> str:
    found = [page.find(paper.office, last=True)] + ([_copies(page, paper)] if paper.cc else [])
    for one in found:
        for indent in ppr(one).findall(w("ind")):
            ppr(one).remove(indent)
        paragraph_format(one, "ind", left=0, right=0, firstLine=0)
    return paper.printed


@mutator("cl.7.4.3", "印发机关和印发日期分成两行（7.4.3：同一行）", "imprint", needs=printed, also=("GW4",), producers=("wps", "mac", "web", "typed", "template", "legacy", "online"))  # fmt: skip
def office_and_print_date_on_two_lines(page: Docx, paper: Paper) -> str:
    one = page.find(paper.printed, last=True)
    if paper.office not in text(one):
        raise NotHere("one paragraph")
    below = emptied(one)
    found = [
        run
        for run in runs(one)
        if any((node.text or "") and (node.text or "") in paper.printed for node in run.findall(w("t")))
    ]
    tail = []
    for run in reversed(found):
        if paper.printed.endswith("".join(node.text or "" for node in run.findall(w("t"))) + "".join(tail)):
            tail.insert(0, "".join(node.text or "" for node in run.findall(w("t"))))
            below.insert(1, run)
    if "".join(tail) != paper.printed:
        raise NotHere(paper.printed)
    one.addnext(below)
    paragraph_format(below, "jc", val="right")
    return paper.printed


@mutator("cl.7.4.2", "“抄送”两字用黑体（7.4.2：4号仿宋）", "imprint", needs=_both, also=("GW4",))
def copies_in_hei(page: Docx, paper: Paper) -> str:
    font(_copies(page, paper), "黑体")
    return "抄送：" + paper.cc[:8]


@mutator("cl.7.4.2", "抄送机关加粗（7.4.2：4号仿宋）", "imprint", needs=_both, also=("L051", "GW4"))
def copies_bold(page: Docx, paper: Paper) -> str:
    run_format(_copies(page, paper), "b", val="1")
    return "抄送：" + paper.cc[:8]


@mutator("cl.7.4.2", "抄送机关居中（7.4.2：左右各空一字）", "imprint", needs=_both, also=("GW4",))
def copies_in_the_middle(page: Docx, paper: Paper) -> str:
    aligned(_copies(page, paper), "center")
    return "抄送：" + paper.cc[:8]


@mutator(
    "cl.7.4.3",
    "印发日期用三号字、印发机关用四号（7.4.3：4号仿宋）",
    "imprint",
    needs=printed,
    also=("cl.7.4.2", "GW4"),
)
def print_date_large(page: Docx, paper: Paper) -> str:
    changed = False
    for run in runs(page.find(paper.printed, last=True)):
        if any(
            (node.text or "") and (node.text or "") in paper.printed and (node.text or "") not in paper.office
            for node in run.findall(w("t"))
        ):
            put(run_properties(run), "sz", RPR, val="32")
            changed = True
    if not changed:
        raise NotHere(paper.printed)
    return paper.printed


def _line_above(name: str, says: str, words: str) -> None:
    """A mutator that adds a line of old times over the 版记."""

    def change(page: Docx, paper: Paper) -> str:
        model = page.find(paper.office, last=True)
        made = page.after(model, words)
        untabbed(made)
        model.addprevious(made)
        return words

    _enter(change, name, "cl.7.4", says, "imprint", needs=framed, also=("cl.7.4.1", "cl.7.4.3", "GW4", "GW5"),
            producers=("wps", "mac", "web", "typed", "template", "legacy", "online"))  # fmt: skip


_line_above(
    "subject_words_in_the_imprint",
    "版记里有“主题词”（2012年起取消，7.4只有抄送、印发）",
    "主题词：民政　管理　通知",
)
_line_above(
    "copies_counted_in_the_imprint",
    "版记里有印数“（共印30份）”（2012年起取消，7.4只有抄送、印发）",
    "（共印30份）",
)
_line_above(
    "proof_reader_in_the_imprint",
    "版记里有“校对：”“打字：”（7.4只有抄送、印发）",
    "打字：沈若川　校对：程以宁",
)


@mutator("L100", "抄送机关一家一行（7.4.2：之间用逗号，句末句号）", "imprint", needs=lambda paper: _both(paper) and "，" in paper.cc, also=("cl.7.4.2", "GW4"))  # fmt: skip
def copies_a_line_each(page: Docx, paper: Paper) -> str:
    one = _copies(page, paper)
    second = paper.cc.split("，")[1]
    replace_in(one, "，" + second, second)
    broken_inside(one, second)
    return second[:8]


@mutator("L100", "抄送机关之间用顿号和空格混排，末尾没有标点（7.4.2）", "imprint", needs=lambda paper: _both(paper) and "，" in paper.cc, also=("cl.7.4.2", "GW4", "GW5"))  # fmt: skip
def copies_between_blanks(page: Docx, paper: Paper) -> str:
    one = _copies(page, paper)
    new = paper.cc.replace("，", "　").removesuffix("。")
    replace_in(one, paper.cc, new)
    return new[:10]


@mutator("L101", "版记在单数页：前面多插了一页（7.4.1、GB/T 33476.2 7.3.1：末页，偶数页）", "imprint", needs=framed, also=("cl.7.4.1", "GW4", "GW1"), producers=("wps", "typed", "mac", "web", "online", "legacy"))  # fmt: skip
def imprint_on_an_odd_page(page: Docx, paper: Paper) -> str:
    one = imprint(page, paper)
    made = emptied(page.body_paragraph(paper.body.strip().splitlines()[0]))
    reindent(made)
    paragraph_format(made, "pageBreakBefore")
    one.addprevious(made)
    return paper.printed


@mutator("L102", "PDF版记没有横线（7.4.1）", "imprint", needs=framed, pdf=True, producers=("html",), also=("cl.7.4.1", "GW4"))  # fmt: skip
def printed_imprint_without_rules(page: Html, paper: Paper) -> str:
    at = page.text.rindex("<body")
    head, body = page.text[:at], page.text[at:]
    start = body.rindex('<div class="page">')
    last = body[start:]
    bare = re.sub(r'<b style="[^"]*width:442\.20pt[^"]*"></b>', "", last)
    if bare == last:
        raise NotHere("rules")
    page.text = head + body[:start] + bare
    return paper.printed


@mutator("cl.7.4.2", "PDF抄送、印发是三号字（7.4.2、7.4.3：4号）", "imprint", needs=framed, pdf=True, producers=("html",), also=("cl.7.4.3", "GW4"))  # fmt: skip
def printed_imprint_large(page: Html, paper: Paper) -> str:
    for words in (paper.office, paper.printed):
        at = page.text.rfind(">" + words)
        if at < 0:
            raise NotHere(words)
        start = page.text.rindex("font:14pt", 0, at)
        page.text = page.text[:start] + "font:16pt" + page.text[start + 9 :]
    return paper.printed
