"""Round 2: page numbers, what is printed, and the faces of letter, order and minutes."""

from __future__ import annotations

from typing import Any

from tests.corpus.mutators.edit import (
    PPR,
    Docx,
    Html,
    NotHere,
    font,
    paragraph_format,
    ppr,
    put,
    replace_in,
    sections,
    w,
)  # fmt: skip
from tests.corpus.mutators.layout import page_numbering
from tests.corpus.mutators.places import dashed, footers, format_numbers, margins
from tests.corpus.mutators.registry import mutator
from tests.corpus.mutators.traits import letter, order, ruled
from tests.corpus.papers.spec import Paper


def _numbering(page: Docx, name: str, value: str) -> str:
    for section in sections(page):
        page_numbering(section, **{name: value})
    return ""


@mutator(
    "L110", "页码用罗马数字（7.5：阿拉伯数字）", "page number", needs=ruled
)
def numbers_in_roman(page: Docx, paper: Paper) -> str:
    return _numbering(page, "fmt", "upperRoman")


@mutator(
    "L110",
    "页码从5起（7.5）",
    "page number",
    needs=ruled,
    also=("L111", "GW4"),
)
def numbers_begin_at_five(page: Docx, paper: Paper) -> str:
    return _numbering(page, "start", "5")


@mutator(
    "L110",
    "单页码居左、双页码居右（7.5：单右双左）",
    "page number",
    needs=ruled,
    producers=("script", "wps", "mac", "web", "typed"),
)
def numbers_on_the_other_side(page: Docx, paper: Paper) -> str:
    turned = {"left": "right", "right": "left"}
    for root in footers(page):
        for paragraph in root.iter(w("p")):
            found = ppr(paragraph).find(w("jc"))
            if found is not None and found.get(w("val")) in turned:
                side = turned[found.get(w("val"))]
                found.set(w("val"), side)
                _indent_to(paragraph, side)
    return ""


def _indent_to(paragraph: Any, side: str) -> None:
    for found in ppr(paragraph).findall(w("ind")):
        ppr(paragraph).remove(found)
    put(ppr(paragraph), "ind", PPR, **{side: 280})


@mutator("L110", "页码用楷体（7.5：4号半角宋体）", "page number")
def numbers_in_kai(page: Docx, paper: Paper) -> str:
    return format_numbers(
        page,
        "rFonts",
        ascii="楷体_GB2312",
        hAnsi="楷体_GB2312",
        eastAsia="楷体_GB2312",
    )


@mutator("L110", "页码用全角横线“－1－”（7.5：一字线）", "page number")
def numbers_with_wide_minus(page: Docx, paper: Paper) -> str:
    return dashed(page, "－")


@mutator("L110", "页码写成“1/共4页”（7.5）", "page number")
def numbers_with_total(page: Docx, paper: Paper) -> str:
    changed = False
    for root in footers(page):
        found = [node for node in root.iter(w("t")) if "—" in (node.text or "")]
        if len(found) >= 2:
            found[0].text, found[-1].text, changed = "", " / 共4页", True
    if not changed:
        raise NotHere("dashes of their own")
    return "共4页"


@mutator("L110", "页码是红色（7.5、5.2.4）", "page number", also=("cl.5.2.4", "cl.7.5"))
def numbers_in_red(page: Docx, paper: Paper) -> str:
    return format_numbers(page, "color", val="FF0000")


@mutator(
    "L110",
    "页脚距纸边10毫米，页码过低（7.5：一字线距版心7毫米）",
    "page number",
    producers=("script", "mac", "web", "typed"),
    also=("cl.7.5",),
)
def numbers_near_the_edge(page: Docx, paper: Paper) -> str:
    return margins(page, footer=10)


@mutator(
    "L110",
    "PDF里页码居中（7.5：单右双左）",
    "page number",
    pdf=True,
    producers=("html",),
    needs=ruled,
)
def printed_numbers_centred(page: Html, paper: Paper) -> str:
    points = 72 / 25.4
    page.sub(f"right:{26 * points + 14:.2f}pt", f"right:{98 * points:.2f}pt", 99)
    return "— 1 —"


@mutator(
    "L135",
    "PDF里红线距发文字号12毫米（7.2.7：4毫米）",
    "red rule",
    pdf=True,
    producers=("html",),
    needs=ruled,
    also=("cl.7.2.7",),
)
def printed_rule_low(page: Html, paper: Paper) -> str:
    at = page.text.index('<b class="red"')
    start = page.text.index("top:", at) + 4
    end = page.text.index("pt", start)
    page.text = page.text[:start] + f"{float(page.text[start:end]) + 8 * 72 / 25.4:.2f}" + page.text[end:]
    return paper.number


@mutator(
    "cl.7.2.4",
    "PDF里发文机关标志是黑色（7.2.4：红色）",
    "mark",
    pdf=True,
    producers=("html",),
    needs=lambda paper: ruled(paper) and len(paper.issuers) == 1,
)
def printed_mark_black(page: Html, paper: Paper) -> str:
    page.sub(";color:#ff0000", "")
    return paper.issuers[0]


@mutator(
    "L120",
    "PDF里全部内容左移6毫米，订口22毫米（5.2.1）",
    "page",
    pdf=True,
    producers=("html",),
    needs=ruled,
    also=("cl.5.2.1", "GW1"),
)
def printed_shifted(page: Html, paper: Paper) -> str:
    page.sub("body { margin: 0;", "body { margin: 0 0 0 -6mm;")
    return ""


@mutator(
    "cl.10.1",
    "信函发文字号居左（10.1：居右）",
    "letter",
    needs=letter,
    also=("GW2",),
)
def letter_number_at_the_left(page: Docx, paper: Paper) -> str:
    one = page.find(paper.number)
    paragraph_format(one, "jc", val="left")
    return paper.number


@mutator(
    "cl.10.1",
    "信函版记有印发机关和印发日期（10.1：不加）",
    "letter",
    needs=lambda paper: letter(paper) and bool(paper.cc),
    also=("GW4",),
)
def letter_with_printing_office(page: Docx, paper: Paper) -> str:
    one = page.find("抄送：", last=True)
    page.after(one, "安和县民政局办公室　　　　　2026年5月8日印发")
    return "印发"


@mutator(
    "cl.10.1",
    "信函双线是黑色（10.1：红色双线）",
    "letter",
    needs=letter,
    producers=("script", "wps"),
    also=("GW2", "L135"),
)
def letter_lines_black(page: Docx, paper: Paper) -> str:
    changed = False
    for root in page.named("word/header"):
        for node in root.iter():
            for name, value in list(node.attrib.items()):
                if value.upper().lstrip("#") == "FF0000" and node.tag != w("color"):
                    node.set(name, value.upper().replace("FF0000", "000000"))
                    changed = True
    if not changed:
        raise NotHere("red lines")
    return ""


@mutator(
    "cl.10.2",
    "命令标志没有“令”字（10.2：全称加“命令”或“令”）",
    "order",
    needs=order,
    also=("cl.7.2.4", "GW2"),
)
def order_without_its_word(page: Docx, paper: Paper) -> str:
    one = page.find(paper.issuers[0] + paper.suffix, whole=True)
    replace_in(one, paper.issuers[0] + paper.suffix, paper.issuers[0])
    return paper.issuers[0]


@mutator(
    "cl.7.3.5",
    "命令没有签发人职务和姓名（10.2、7.3.5.3）",
    "order",
    needs=lambda paper: bool(paper.post),
    also=("cl.10.2", "cl.7.3.5.3", "R27", "R17"),
)
def order_signed_by_nobody(page: Docx, paper: Paper) -> str:
    one = page.find(paper.post)
    for run in list(one.iter(w("r"))):
        run.getparent().remove(run)
    return paper.date


@mutator(
    "cl.10.3",
    "纪要“出席”不用黑体（10.3：3号黑体）",
    "minutes",
    needs=lambda paper: bool(paper.attended),
    also=("GW2", "GW3"),
)
def attended_in_fang(page: Docx, paper: Paper) -> str:
    font(page.find("出席："), "仿宋_GB2312")
    return "出席："


@mutator(
    "cl.10.3",
    "纪要“列席”排在“请假”之前（10.3：出席、请假、列席）",
    "minutes",
    needs=lambda paper: bool(paper.attended),
    also=("GW2", "GW3", "GW4"),
)
def attended_out_of_order(page: Docx, paper: Paper) -> str:
    first, second = page.find("请假："), page.find("列席：")
    first.addprevious(second)
    return "列席"


@mutator(
    "L031",
    "纪要“出席”后用半角冒号（10.3：全角冒号）",
    "minutes",
    needs=lambda paper: bool(paper.attended),
    also=("cl.10.3", "L060"),
)
def attended_with_half_width_colon(page: Docx, paper: Paper) -> str:
    return page.replace("出席：", "出席:")


@mutator(
    "cl.10.3",
    "纪要标志写成“会议记录”（10.3：××××纪要）",
    "minutes",
    needs=lambda paper: paper.face == "minutes",
    also=("GW2",),
)
def minutes_called_record(page: Docx, paper: Paper) -> str:
    name = paper.issuers[0] + paper.suffix
    one = page.find(name, whole=True)
    replace_in(one, name, name.replace("会议纪要", "会议记录"))
    return "会议记录"
