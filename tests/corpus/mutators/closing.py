"""Defects of what stands under the text: signature, 附注, 版记."""

from __future__ import annotations

import re
from typing import Any

from tests.corpus.mutators.edit import Docx, Html, NotHere, font, paragraph_format, say, size, text, w
from tests.corpus.mutators.places import MM, imprint
from tests.corpus.mutators.registry import mutator, swapping
from tests.corpus.mutators.traits import copying, framed, printed, remarked, ruled, sealed, signed, upward
from tests.corpus.papers.spec import Paper

_swap = swapping(__name__, pdf=False)


@mutator("L090", "加盖印章的成文日期顶到右边", "closing", needs=sealed)
def date_at_the_edge(page: Docx, paper: Paper) -> str:
    one = page.find(paper.date, whole=True)
    paragraph_format(one, "ind", right=0, rightChars=0)
    return paper.date


@mutator("L090", "署名不与日期居中", "closing", needs=sealed)
def name_off_the_date(page: Docx, paper: Paper) -> str:
    one = page.find(paper.signatories[0], whole=True, last=True)
    paragraph_format(one, "ind", right=3200, rightChars=1000)
    paragraph_format(one, "jc", val="right")
    return paper.signatories[0]


@mutator(
    "L091",
    "不盖章：日期首字没有比署名首字右移两字",
    "closing",
    needs=lambda paper: signed(paper) and not paper.sealed and ruled(paper),
)
def unsealed_date_not_two_after_name(page: Docx, paper: Paper) -> str:
    one = page.find(paper.signatories[0], whole=True, last=True)
    paragraph_format(one, "ind", right=630, rightChars=200)
    return paper.date


@mutator("L092", "署名离正文太远", "closing", needs=sealed)
def signature_far_from_text(page: Docx, paper: Paper) -> str:
    one = page.find(paper.signatories[0], whole=True, last=True)
    paragraph_format(one, "spacing", before=3600)
    return paper.signatories[0]


@mutator("L093", "署名和日期单独在一页", "closing", needs=sealed)
def signature_alone(page: Docx, paper: Paper) -> str:
    one = page.find(paper.signatories[0], whole=True, last=True)
    paragraph_format(one, "pageBreakBefore")
    return paper.signatories[0]


@mutator("cl.7.3.5", "没有成文日期", "closing", needs=signed, also=("R27",))
def date_missing(page: Docx, paper: Paper) -> str:
    say(page.find(paper.date, whole=True), "　")
    return paper.signatories[-1]


@mutator("L090", "成文日期右空两字", "closing", needs=sealed)
def kept_date_two(page: Docx, paper: Paper) -> str:
    one = page.find(paper.date, whole=True)
    paragraph_format(one, "ind", right=630, rightChars=200)
    return paper.date


@mutator("L090", "署名、日期居中排", "closing", needs=sealed)
def fresh_closing_centred(page: Docx, paper: Paper) -> str:
    for words in (paper.signatories[0], paper.date):
        one = page.find(words, whole=True, last=True)
        paragraph_format(one, "jc", val="center")
        paragraph_format(
            one, "ind", left=0, leftChars=0, right=0, rightChars=0, firstLine=0, firstLineChars=0
        )
    return paper.date


@mutator(
    "L091",
    "不盖章：署名、日期都顶右边",
    "closing",
    needs=lambda paper: signed(paper) and not paper.sealed and len(paper.signatories) == 1,
)
def fresh_unsealed_at_the_edge(page: Docx, paper: Paper) -> str:
    for words in (paper.signatories[0], paper.date):
        one = page.find(words, whole=True, last=True)
        paragraph_format(one, "jc", val="right")
        paragraph_format(one, "ind", right=0, rightChars=0)
    return paper.date


@mutator("cl.7.3.5", "署名、日期用四号字", "closing", needs=signed, also=("L123", "cl.5.2.2", "cl.7.3.5.1"))
def fresh_closing_small(page: Docx, paper: Paper) -> str:
    for words in (paper.signatories[0], paper.date):
        size(page.find(words, whole=True, last=True), 14)
    return paper.date


@mutator("L095", "附注不加圆括号", "remark", needs=remarked, pdf=True)
def remark_without_brackets(page: Any, paper: Paper) -> str:
    return page.replace(f"（{paper.remark}）", paper.remark)


@mutator("L095", "附注不缩进", "remark", needs=remarked)
def remark_not_indented(page: Docx, paper: Paper) -> str:
    one = page.find(paper.remark)
    paragraph_format(one, "ind", firstLine=0, firstLineChars=0, left=0, leftChars=0)
    return paper.remark


@mutator("cl.7.3.6", "请示没有联系人和电话", "remark", needs=lambda paper: paper.whole_title.endswith("请示"))
def request_without_contact(page: Docx, paper: Paper) -> str:
    say(page.find(paper.remark), "　")
    return ""


@mutator("L095", "附注用半角括号", "remark", needs=remarked, pdf=True, also=("L061",))
def kept_remark_brackets(page: Any, paper: Paper) -> str:
    return page.replace(f"（{paper.remark}）", f"({paper.remark})")


@mutator("L095", "附注用方头括号", "remark", needs=remarked, pdf=True)
def fresh_remark_black_brackets(page: Any, paper: Paper) -> str:
    return page.replace(f"（{paper.remark}）", f"【{paper.remark}】")


@mutator("L095", "附注居右", "remark", needs=remarked)
def fresh_remark_right(page: Docx, paper: Paper) -> str:
    one = page.find(paper.remark)
    paragraph_format(one, "jc", val="right")
    paragraph_format(one, "ind", left=0, leftChars=0, firstLine=0, firstLineChars=0)
    return paper.remark


_swap(
    "old_empty_page_note",
    "L094",
    "出现“（此页无正文）”",
    "end matter",
    ("特此公告。", "（此页无正文）"),
    ("此复。", "（此页无正文）"),
)
_swap(
    "fresh_this_page_blank",
    "L094",
    "出现“（本页无正文）”",
    "end matter",
    ("特此报告。", "（本页无正文）"),
    ("此复。", "（本页无正文）"),
    ("妥否，请批示。", "（本页无正文）"),
)


@mutator("L100", "抄送机关后没有句号", "imprint", needs=copying, pdf=True)
def copies_without_stop(page: Any, paper: Paper) -> str:
    return page.replace(paper.cc, paper.cc.removesuffix("。"))


@mutator("L031", "抄送后用半角冒号", "imprint", needs=copying, pdf=True)
def copies_half_width_colon(page: Any, paper: Paper) -> str:
    return page.replace("抄送：", "抄送:")


@mutator(
    "L103",
    "上行文抄送下级机关",
    "imprint",
    needs=lambda paper: upward(paper) and copying(paper),
)
def report_copied_downwards(page: Docx, paper: Paper) -> str:
    page.replace(paper.cc, "各乡镇人民政府。")
    return "各乡镇人民政府"


@mutator("cl.7.4.2", "抄送机关用宋体", "imprint", needs=copying)
def copies_in_song(page: Docx, paper: Paper) -> str:
    font(page.find(paper.cc, last=True), "宋体")
    return paper.cc


@mutator("cl.7.4.3", "版记缺印发机关", "imprint", needs=lambda paper: bool(paper.office))
def office_missing(page: Docx, paper: Paper) -> str:
    page.replace(paper.office, "　", last=True)
    return paper.printed


@mutator("L101", "版记不在版心最下面", "imprint", needs=framed)
def imprint_not_at_the_foot(page: Docx, paper: Paper) -> str:
    block = imprint(page, paper)
    floating = block.find(f"{w('tblPr')}/{w('tblpPr')}") if block.tag == w("tbl") else None
    if floating is not None:
        floating.attrib.pop(w("tblpYSpec"), None)
        floating.set(w("vertAnchor"), "page")
        floating.set(w("tblpY"), str(round(200 * MM)))
        return paper.printed
    moved = 0
    wp = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
    for place in block.iter(f"{wp}positionV"):
        place.find(f"{wp}posOffset").text = str(200 * 36000)
        moved += 1
    if moved:
        return paper.printed
    removed = 0
    before = block.getprevious()
    while before is not None and removed < 6:
        earlier = before.getprevious()
        if (
            before.tag == w("p")
            and not text(before)
            and before.find(f"{w('pPr')}/{w('sectPr')}") is None
            and not any(node.get(w("type")) == "page" for node in before.iter(w("br")))
            and before.find(f"{w('pPr')}/{w('pBdr')}") is None
        ):
            before.getparent().remove(before)
            removed += 1
        before = earlier
    if removed < 3:
        raise NotHere("empty lines above the imprint")
    return paper.printed


@mutator("L102", "版记分隔线太粗", "imprint", needs=framed)
def imprint_rules_heavy(page: Docx, paper: Paper) -> str:
    block = imprint(page, paper)
    borders = [
        edge
        for owner in ([block, block.getprevious(), block.getnext()] if block.tag == w("p") else [block])
        if owner is not None
        for kind in ("tblBorders", "pBdr")
        for border in owner.iter(w(kind))
        for edge in border
    ]
    if not borders:
        raise NotHere("rules")
    for edge in borders:
        edge.set(w("sz"), "24")
    return paper.printed


@mutator("L101", "PDF里版记末条线高了", "imprint", needs=framed, pdf=True, producers=("html",))
def printed_imprint_high(page: Html, paper: Paper) -> str:
    at = page.text.rindex("<b style")
    start = page.text.index("top:", at)
    end = page.text.index("pt", start)
    page.text = page.text[: start + 4] + f"{float(page.text[start + 4 : end]) - 9:.2f}" + page.text[end:]
    return paper.printed


@mutator("L100", "抄送机关之间用分号收尾", "imprint", needs=copying, pdf=True)
def kept_copies_semicolon(page: Any, paper: Paper) -> str:
    return page.replace(paper.cc, paper.cc.removesuffix("。") + "；")


@mutator("L102", "版记中间线比首末线粗", "imprint", needs=lambda paper: framed(paper) and bool(paper.cc))
def kept_middle_rule(page: Docx, paper: Paper) -> str:
    found = list(page.tree().iter(w("insideH")))
    if not found:
        raise NotHere("insideH")
    for one in found:
        if one.get(w("sz")) in ("6",):
            one.set(w("sz"), "18")
    return paper.printed


@mutator("L101", "PDF里版记整体偏高", "imprint", needs=framed, pdf=True, producers=("html",))
def kept_printed_imprint(page: Html, paper: Paper) -> str:
    start = page.text.rindex('<div class="page">')
    head, tail = page.text[:start], page.text[start:]
    rules = tail.count("<b style")
    if rules > 4:
        raise NotHere("a page with the imprint alone for rules")
    mm = 72 / 25.4
    at = tail.index("<b style")
    block = tail[at:]
    moved = re.sub(r"top:([\d.]+)pt", lambda found: f"top:{float(found[1]) - 20 * mm:.2f}pt", block)
    number = block[block.rindex("<i style") :]
    page.text = head + tail[:at] + moved[: moved.rindex("<i style")] + number
    return paper.printed


@mutator("L100", "抄送末尾用半角句点", "imprint", needs=copying, pdf=True, also=("L060",))
def fresh_copies_point(page: Any, paper: Paper) -> str:
    return page.replace(paper.cc, paper.cc.removesuffix("。") + ".")


@mutator(
    "cl.7.4.2",
    "抄送、印发机关用三号字",
    "imprint",
    needs=lambda paper: framed(paper) and bool(paper.cc),
    also=("cl.7.4.3",),
)
def fresh_imprint_large(page: Docx, paper: Paper) -> str:
    size(page.find(paper.cc, last=True), 16)
    size(page.find(paper.office, last=True), 16)
    return paper.cc


@mutator(
    "cl.7.4.3",
    "版记缺印发日期",
    "imprint",
    needs=lambda paper: printed(paper) and ruled(paper),
    also=("L015",),
)
def fresh_print_date_gone(page: Docx, paper: Paper) -> str:
    page.replace(paper.printed, "　", last=True)
    return paper.office


@mutator("L103", "报告抄送下级机关", "imprint", needs=lambda paper: upward(paper) and copying(paper))
def fresh_report_copied_to_townships(page: Docx, paper: Paper) -> str:
    page.replace(paper.cc, "县政府办公室，河口镇人民政府，青石镇敬老院。")
    return "河口镇人民政府"
