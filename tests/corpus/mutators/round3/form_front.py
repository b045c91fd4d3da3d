"""Round 3, form: the 版头."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from tests.corpus.mutators.edit import (
    PPR,
    RPR,
    Docx,
    Html,
    NotHere,
    copied,
    font,
    paragraph_format,
    ppr,
    put,
    run_format,
    run_properties,
    runs,
    say,
    size,
    text,
    untabbed,
    w,
)  # fmt: skip
from tests.corpus.mutators.layout import (
    aligned,
    block,
    emptied,
)  # fmt: skip
from tests.corpus.mutators.places import gaps_before, lowered, mark
from tests.corpus.mutators.registry import mutator
from tests.corpus.mutators.traits import (
    alone,
    called_document,
    copy_numbered,
    numbered,
    ruled,
    secret,
    upward,
    urgent,
)
from tests.corpus.papers.spec import Paper

_MARKED = ("script", "wps", "mac", "web", "template", "legacy", "online")
"""Whose mark can be moved or set otherwise."""


def _red_edges(page: Docx) -> list[Any]:
    """Borders that are the red rule, in the text and in styles."""
    found = [
        edge
        for root in (page.body, page.tree("word/styles.xml"))
        for edge in root.iter(w("bottom"))
        if edge.get(w("color")) == "FF0000"
    ]
    if not found:
        raise NotHere("a red border")
    return found


def _single_signer(paper: Paper) -> bool:
    return len(paper.signers) == 1


# The 版头


@mutator("L134", "发文机关标志太低，距版心上边55毫米（7.2.4：35毫米）", "mark", needs=alone, also=("cl.7.2.4", "GW2"), producers=_MARKED)  # fmt: skip
def mark_too_low(page: Docx, paper: Paper) -> str:
    one = mark(page, paper)
    lowered(one, 20)
    return text(one)


@mutator("cl.7.2.4", "发文机关标志居右（7.2.4：居中）", "mark", needs=alone, also=("GW2",), producers=_MARKED)  # fmt: skip
def mark_at_the_right(page: Docx, paper: Paper) -> str:
    one = mark(page, paper)
    paragraph_format(one, "jc", val="right")
    return text(one)


@mutator("cl.7.2.4", "发文机关标志太大，一行排不下，“文件”掉到下一行（7.2.4：醒目、美观、庄重）", "mark", needs=called_document, also=("GW2",), producers=_MARKED)  # fmt: skip
def mark_too_large_for_a_line(page: Docx, paper: Paper) -> str:
    one = mark(page, paper)
    size(one, 72)
    paragraph_format(one, "spacing", line=1700, lineRule="exact")
    return text(one)


@mutator("cl.7.2.4", "发文机关标志是楷体（7.2.4：推荐小标宋）", "mark", needs=alone, also=("GW2",))
def mark_in_kai(page: Docx, paper: Paper) -> str:
    one = mark(page, paper)
    font(one, "楷体_GB2312")
    return text(one)


@mutator("cl.7.2.4", "发文机关标志是绿色（7.2.4：红色）", "mark", needs=alone, also=("GW2", "cl.5.2.4"))
def mark_in_green(page: Docx, paper: Paper) -> str:
    one = mark(page, paper)
    run_format(one, "color", val="00B050")
    return text(one)


@mutator("cl.7.2.4", "标志只有“文件”两字是红的，机关名是黑的（7.2.4：红色）", "mark", needs=called_document, also=("GW2", "cl.5.2.4"),
         producers=_MARKED)  # fmt: skip
def half_of_the_mark_black(page: Docx, paper: Paper) -> str:
    one = mark(page, paper)
    first = runs(one)[0]
    made = deepcopy(first)
    say_in(first, paper.issuers[0])
    say_in(made, paper.suffix)
    for other in runs(one)[1:]:
        other.getparent().remove(other)
    first.addnext(made)
    put(run_properties(first), "color", RPR, val="000000")
    return paper.issuers[0]


def say_in(run: Any, words: str) -> None:
    run.find(w("t")).text = words


@mutator("cl.7.2.5", "发文字号紧接标志，没有空二行（7.2.5：下空二行）", "number", needs=lambda paper: alone(paper) and numbered(paper), also=("GW2",), producers=_MARKED)  # fmt: skip
def number_right_below_the_mark(page: Docx, paper: Paper) -> str:
    for gap in gaps_before(block(page, page.find(paper.number)), 2):
        gap.getparent().remove(gap)
    return paper.number


@mutator("cl.7.2.5", "标志下空五行才排发文字号（7.2.5：空二行）", "number", needs=lambda paper: alone(paper) and numbered(paper), also=("GW2",), producers=_MARKED)  # fmt: skip
def number_five_lines_below(page: Docx, paper: Paper) -> str:
    one = block(page, page.find(paper.number))
    gap = gaps_before(one, 1)[0]
    for _ in range(3):
        one.addprevious(emptied(gap))
    return paper.number


@mutator("cl.7.2.5", "下行文发文字号居右（7.2.5：居中）", "number", needs=lambda paper: ruled(paper) and not upward(paper) and numbered(paper), also=("GW2",))  # fmt: skip
def number_at_the_right(page: Docx, paper: Paper) -> str:
    paragraph_format(page.find(paper.number), "jc", val="right")
    return paper.number


@mutator("cl.7.2.5", "发文字号用黑体加粗（5.2.2：3号仿宋）", "number", needs=lambda paper: ruled(paper) and numbered(paper), also=("cl.5.2.2", "L051", "GW2"))  # fmt: skip
def number_in_bold_hei(page: Docx, paper: Paper) -> str:
    one = page.find(paper.number)
    font(one, "黑体")
    run_format(one, "b", val="1")
    return paper.number


@mutator("cl.7.2.5", "上行文发文字号居中，签发人另起一行（7.2.5：与最后一个签发人同一行）", "number", needs=_single_signer, also=("cl.7.2.6", "L136", "GW2"), producers=("wps", "mac", "web", "template", "legacy"))  # fmt: skip
def signer_on_a_line_of_its_own(page: Docx, paper: Paper) -> str:
    one = page.find(paper.number)
    if "签发人" not in text(one):
        raise NotHere("one paragraph")
    below = copied(one)
    for run in list(below.iter(w("r"))):
        if run.find(w("t")) is None and run.find(w("tab")) is None:
            run.getparent().remove(run)
    say(one, paper.number)
    untabbed(one)
    aligned(one, "center")
    say(below, "签发人：" + paper.signers[0])
    aligned(below, "right", right=315)
    for found in ppr(below).findall(w("pBdr")):
        ppr(below).remove(found)
    one.addprevious(below)
    return paper.number


@mutator("cl.7.2.6", "签发人姓名用黑体（7.2.6：3号楷体）", "signer", needs=upward, also=("GW2",))
def signer_in_hei(page: Docx, paper: Paper) -> str:
    name = paper.signers[0]
    changed = False
    for run in runs(page.find(name)):
        if any(name in (node.text or "") for node in run.findall(w("t"))):
            put(run_properties(run), "rFonts", RPR, eastAsia="黑体", ascii="黑体", hAnsi="黑体")
            changed = True
    if not changed:
        raise NotHere(name)
    return name


@mutator("cl.7.2.6", "“签发人”三字用楷体（7.2.6：3号仿宋）", "signer", needs=upward, also=("GW2",))
def word_signer_in_kai(page: Docx, paper: Paper) -> str:
    changed = False
    for run in runs(page.find("签发人")):
        if any("签发人" in (node.text or "") for node in run.findall(w("t"))):
            put(
                run_properties(run),
                "rFonts",
                RPR,
                eastAsia="楷体_GB2312",
                ascii="楷体_GB2312",
                hAnsi="楷体_GB2312",
            )
            changed = True
    if not changed:
        raise NotHere("签发人")
    return "签发人"


@mutator("L135", "红线排在发文字号之上（7.2.7：发文字号之下4毫米）", "red rule", needs=lambda paper: ruled(paper) and not paper.signers, also=("cl.7.2.7", "GW2"), producers=("script", "wps", "mac", "web"))  # fmt: skip
def rule_above_the_number(page: Docx, paper: Paper) -> str:
    one = page.find(paper.number)
    for owner in (one, one.getnext()):
        found = None if owner is None else ppr(owner).find(w("pBdr"))
        if found is not None:
            ppr(owner).remove(found)
            above = emptied(one)
            paragraph_format(above, "spacing", before=0, after=0, line=200, lineRule="exact")
            ppr(above).insert(1, found)
            order = {w(name): at for at, name in enumerate(PPR)}
            ppr(above)[:] = sorted(ppr(above), key=lambda child: order.get(child.tag, 0))
            one.addprevious(above)
            return paper.number
    raise NotHere("a border")


@mutator("L135", "红线是虚线（7.2.7：红色分隔线）", "red rule", needs=ruled, also=("cl.7.2.7", "GW2"), producers=("script", "mac", "web", "template", "typed", "online"))  # fmt: skip
def rule_dashed(page: Docx, paper: Paper) -> str:
    for edge in _red_edges(page):
        edge.set(w("val"), "dashed")
    return paper.number


@mutator("L135", "红线是打出来的一行红色“—”（7.2.7：与版心等宽的红色分隔线）", "red rule", needs=ruled, also=("cl.7.2.7", "L066", "GW2"), producers=("script", "wps", "mac", "web"))  # fmt: skip
def rule_of_typed_dashes(page: Docx, paper: Paper) -> str:
    one = page.find(paper.number)
    changed = False
    for owner in (one, one.getnext()):
        found = None if owner is None else ppr(owner).find(w("pBdr"))
        if found is not None:
            ppr(owner).remove(found)
            changed = True
    if not changed:
        raise NotHere("a border")
    made = copied(one)
    untabbed(made)
    say(made, "—" * 20)
    aligned(made, "center")
    run_format(made, "color", val="FF0000")
    one.addnext(made)
    return paper.number


@mutator("L135", "红线是橙色（7.2.7：红色分隔线）", "red rule", needs=ruled, also=("cl.7.2.7", "GW2"), producers=("script", "mac", "web", "template", "typed", "online"))  # fmt: skip
def rule_in_orange(page: Docx, paper: Paper) -> str:
    for edge in _red_edges(page):
        edge.set(w("color"), "FFC000")
    return paper.number


@mutator("L135", "有两条红线（7.2.7：一条）", "red rule", needs=lambda paper: ruled(paper) and not paper.signers, also=("cl.7.2.7", "GW2"), producers=("script", "mac", "web"))  # fmt: skip
def two_red_rules(page: Docx, paper: Paper) -> str:
    one = page.find(paper.number)
    for owner in (one.getnext(), one):
        found = None if owner is None else ppr(owner).find(w("pBdr"))
        if found is not None:
            made = copied(owner)
            for run in list(made.iter(w("r"))):
                run.getparent().remove(run)
            paragraph_format(made, "spacing", before=0, after=0, line=240, lineRule="exact")
            owner.addnext(made)
            return paper.number
    raise NotHere("a border")


@mutator("L135", "红线比版心宽，伸到页边（7.2.7：与版心等宽）", "red rule", needs=ruled, also=("cl.7.2.7", "GW2"), producers=("legacy", "wps", "script"))  # fmt: skip
def rule_wider_than_the_type_area(page: Docx, paper: Paper) -> str:
    changed = False
    for line in page.body.iter("{urn:schemas-microsoft-com:vml}line"):
        if line.get("to", "").startswith("442.2pt"):
            line.set("from", "-40pt," + line.get("from").split(",")[1])
            line.set("to", "480pt," + line.get("to").split(",")[1])
            changed = True
    wide = str(int(442.2 * 12700))
    for shape in page.body.iter():
        if (
            isinstance(shape.tag, str)
            and shape.tag.endswith(("}extent", "}ext"))
            and shape.get("cx") == wide
            and shape.get("cy") == "0"
        ):
            shape.set("cx", str(520 * 12700))
            changed = True
    if not changed:
        raise NotHere("a drawn line")
    return paper.number


@mutator("L135", "PDF红线是暗灰色（7.2.7：红色分隔线）", "red rule", needs=ruled, pdf=True, producers=("html",), also=("cl.7.2.7", "GW2"))  # fmt: skip
def printed_rule_grey(page: Html, paper: Paper) -> str:
    page.sub("b.red { background: #ff0000 }", "b.red { background: #555555 }")
    return paper.number


@mutator("cl.7.2.4", "PDF发文机关标志偏左（7.2.4：居中）", "mark", needs=alone, pdf=True, producers=("html",), also=("GW2",))  # fmt: skip
def printed_mark_off_the_middle(page: Html, paper: Paper) -> str:
    words = paper.issuers[0] + paper.suffix
    at = page.text.find(">" + words)
    if at < 0:
        raise NotHere(words)
    start = page.text.rindex("left:", 0, at)
    end = page.text.index("pt;", start)
    page.text = page.text[:start] + "left:82" + page.text[end:]
    return words


# What stands above the mark


@mutator("cl.7.2.1", "份号排在右上角（7.2.1：版心左上角第一行）", "marks", needs=copy_numbered, also=("L130", "L133", "GW2"))  # fmt: skip
def copy_number_at_the_right(page: Docx, paper: Paper) -> str:
    aligned(page.find(paper.copy_number, whole=True), "right")
    return paper.copy_number


@mutator("cl.7.2.1", "份号用红色（5.2.4：黑色）", "marks", needs=copy_numbered, also=("L130", "cl.5.2.4", "GW2"))  # fmt: skip
def copy_number_in_red(page: Docx, paper: Paper) -> str:
    run_format(page.find(paper.copy_number, whole=True), "color", val="FF0000")
    return paper.copy_number


@mutator("cl.7.2.2", "密级排在右上角（7.2.2：左上角第二行）", "marks", needs=secret, also=("L131", "L133", "GW2"))  # fmt: skip
def secrecy_at_the_right(page: Docx, paper: Paper) -> str:
    aligned(page.find(paper.secrecy, whole=True), "right")
    return paper.secrecy


@mutator("cl.7.2.2", "密级用仿宋（7.2.2：3号黑体）", "marks", needs=secret, also=("L131", "GW2"))  # fmt: skip
def secrecy_in_fang(page: Docx, paper: Paper) -> str:
    font(page.find(paper.secrecy, whole=True), "仿宋_GB2312")
    return paper.secrecy


@mutator("L132", "紧急程度加方头括号（7.2.3：特急、加急）", "marks", needs=urgent, also=("cl.7.2.3", "GW2"))  # fmt: skip
def urgency_in_black_brackets(page: Docx, paper: Paper) -> str:
    one = page.find(paper.urgency, whole=True)
    say(one, f"【{paper.urgency}】")
    return f"【{paper.urgency}】"


@mutator("cl.7.2.3", "紧急程度用红色（5.2.4：黑色）", "marks", needs=urgent, also=("L132", "cl.5.2.4", "GW2"))  # fmt: skip
def urgency_in_red(page: Docx, paper: Paper) -> str:
    run_format(page.find(paper.urgency, whole=True), "color", val="FF0000")
    return paper.urgency


@mutator("L132", "紧急程度写成“特 急”前加“紧急程度：”（7.2.3）", "marks", needs=urgent, also=("cl.7.2.3", "L133", "GW2"))  # fmt: skip
def urgency_with_its_label(page: Docx, paper: Paper) -> str:
    say(page.find(paper.urgency, whole=True), "紧急程度：" + paper.urgency)
    return "紧急程度：" + paper.urgency
