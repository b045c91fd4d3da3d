"""Defects of the body's layout, the attachments, the end matter and the page."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from lxml import etree

from tests.corpus.mutators.edit import (
    RPR,
    Docx,
    Html,
    NotHere,
    copied,
    font,
    paragraph_format,
    ppr,
    put,
    replace_in,
    run_format,
    say,
    sections,
    size,
    text,
    w,
)
from tests.corpus.mutators.registry import mutator
from tests.corpus.papers.spec import Line, Paper, lines

MM = 56.6929  # twips


def body_lines(paper: Paper, level: int = 0, length: int = 1) -> list[Line]:
    return [
        line
        for line in lines(paper.body)
        if isinstance(line, Line)
        and line.level == level
        and len(line.text) >= length
        and (not level or line.head)
    ]


def has_text(paper: Paper) -> bool:
    return len(body_lines(paper, 0, 40)) > 0


def _texts(page: Docx, paper: Paper) -> list[Any]:
    return [page.find(line.text) for line in body_lines(paper, 0, 20)]


@mutator("L120", "上下页边距是默认值25.4毫米", "page", needs=lambda paper: True)
def margins_of_the_program(page: Docx, paper: Paper) -> str:
    for section in sections(page):
        margins = section.find(w("pgMar"))
        for side, value in (("top", 1440), ("bottom", 1440), ("left", 1800), ("right", 1800)):
            margins.set(w(side), str(value))
    return ""


@mutator("L120", "订口宽35毫米", "page", needs=lambda paper: True)
def binding_margin_wide(page: Docx, paper: Paper) -> str:
    for section in sections(page):
        margins = section.find(w("pgMar"))
        margins.set(w("left"), str(round(35 * MM)))
        margins.set(w("right"), str(round(19 * MM)))
    return ""


@mutator("cl.5.1", "纸张不是A4", "page", also=("L120",))
def letter_paper(page: Docx, paper: Paper) -> str:
    for section in sections(page):
        paper_size = section.find(w("pgSz"))
        paper_size.set(w("w"), "12240")
        paper_size.set(w("h"), "15840")
    return ""


@mutator("L121", "正文行距24磅", "body", needs=has_text, also=("cl.5.2.3",))
def line_pitch_tight(page: Docx, paper: Paper) -> str:
    for line in lines(paper.body):
        if isinstance(line, Line):
            paragraph_format(page.find(line.text), "spacing", line=480, lineRule="exact")
    return body_lines(paper, 0, 20)[0].text[:12]


@mutator("L121", "正文1.5倍行距", "body", needs=has_text, also=("cl.5.2.3",))
def line_pitch_one_and_a_half(page: Docx, paper: Paper) -> str:
    for line in lines(paper.body):
        if isinstance(line, Line):
            paragraph_format(page.find(line.text), "spacing", line=360, lineRule="auto")
    return body_lines(paper, 0, 20)[0].text[:12]


@mutator("L122", "段后空12磅", "body", needs=has_text)
def space_after_paragraphs(page: Docx, paper: Paper) -> str:
    found = _texts(page, paper)
    for one in found:
        paragraph_format(one, "spacing", after=240)
    return text(found[0])[:12]


@mutator("L123", "正文用四号字", "body", needs=has_text)
def body_too_small(page: Docx, paper: Paper) -> str:
    found = _texts(page, paper)
    for one in found:
        size(one, 14)
    return text(found[0])[:12]


@mutator("L123", "正文用宋体", "body", needs=has_text)
def body_in_song(page: Docx, paper: Paper) -> str:
    found = _texts(page, paper)
    for one in found:
        font(one, "宋体")
    return text(found[0])[:12]


@mutator("cl.7.3.3", "正文首行不缩进", "body", needs=has_text)
def body_without_indent(page: Docx, paper: Paper) -> str:
    one = page.find(body_lines(paper, 0, 40)[0].text)
    paragraph_format(one, "ind", firstLine=0, firstLineChars=0)
    return text(one)[:12]


@mutator("L096", "用空格代替首行缩进", "body", needs=has_text)
def indent_by_spaces(page: Docx, paper: Paper) -> str:
    one = page.find(body_lines(paper, 0, 40)[0].text)
    words = text(one)
    paragraph_format(one, "ind", firstLine=0, firstLineChars=0)
    replace_in(one, words[:4], "　　" + words[:4])
    return words[:12]


@mutator("L050", "一级标题用仿宋", "heading type", needs=lambda paper: bool(body_lines(paper, 1)))
def first_heading_in_fang(page: Docx, paper: Paper) -> str:
    line = body_lines(paper, 1)[0]
    font(page.find(line.text), "仿宋_GB2312")
    return line.number + line.head


@mutator(
    "L050",
    "二级标题用宋体",
    "heading type",
    needs=lambda paper: any(not line.rest for line in body_lines(paper, 2)),
)
def second_heading_in_song(page: Docx, paper: Paper) -> str:
    line = next(line for line in body_lines(paper, 2) if not line.rest)
    font(page.find(line.text), "宋体")
    return line.text


@mutator("L051", "一级标题加粗", "heading type", needs=lambda paper: bool(body_lines(paper, 1)))
def first_heading_bold(page: Docx, paper: Paper) -> str:
    line = body_lines(paper, 1)[0]
    run_format(page.find(line.text), "b", val=1)
    return line.number + line.head


def attached(paper: Paper) -> bool:
    return bool(paper.attachments)


def several(paper: Paper) -> bool:
    return len(paper.attachments) > 1


def single(paper: Paper) -> bool:
    return len(paper.attachments) == 1


@mutator("L080", "附件名称后加句号", "attachments", needs=attached, pdf=True)
def attachment_name_with_stop(page: Any, paper: Paper) -> str:
    first = "附件：1." if several(paper) else "附件："
    title = paper.attachments[0].title
    page.replace(first + title, first + title + "。")
    return title + "。"


@mutator("L081", "多个附件用“（1）”编号", "attachments", needs=several)
def attachments_in_brackets(page: Docx, paper: Paper) -> str:
    page.replace("附件：1." + paper.attachments[0].title, "附件：（1）" + paper.attachments[0].title)
    for number, item in enumerate(paper.attachments[1:], 2):
        page.replace(f"{number}.{item.title}", f"（{number}）{item.title}")
    return "附件：（1）"


@mutator("L082", "只有一个附件却编号", "attachments", needs=single, also=("L083",))
def single_attachment_numbered(page: Docx, paper: Paper) -> str:
    title = paper.attachments[0].title
    page.replace("附件：" + title, "附件：1." + title)
    return "附件：1."


@mutator("L083", "附件说明写成“附件1：”", "attachments", needs=single, also=("L082",))
def attachment_list_with_number_label(page: Docx, paper: Paper) -> str:
    title = paper.attachments[0].title
    page.replace("附件：" + title, "附件1：" + title)
    return "附件1："


@mutator("L031", "附件说明用半角冒号", "attachments", needs=attached)
def attachment_half_width_colon(page: Docx, paper: Paper) -> str:
    page.replace("附件：", "附件:")
    return "附件:"


def _label(page: Docx, paper: Paper, number: int = 1) -> Any:
    return page.find(f"附件{number}" if several(paper) else "附件", whole=True)


@mutator("L084", "附件页的“附件”后加冒号", "attachment page", needs=attached)
def attachment_label_with_colon(page: Docx, paper: Paper) -> str:
    label = _label(page, paper)
    words = text(label)
    replace_in(label, words, words + "：")
    return words + "："


@mutator("L084", "附件页的“附件”不用黑体", "attachment page", needs=attached)
def attachment_label_in_fang(page: Docx, paper: Paper) -> str:
    label = _label(page, paper)
    font(label, "仿宋_GB2312")
    return text(label)


@mutator("L085", "附件标题与附件说明不一致", "attachment page", needs=attached, also=("R21",))
def attachment_title_differs(page: Docx, paper: Paper) -> str:
    title = paper.attachments[-1].title
    one = page.find(title, whole=True, last=True)
    say(one, title[:-2] + "一览表")
    return title[:-2] + "一览表"


@mutator(
    "R21",
    "列出的附件没有附上",
    "attachment page",
    needs=lambda paper: paper.name == "three-attachments",
    also=("L085",),
)
def attachment_missing(page: Docx, paper: Paper) -> str:
    first = "3." + paper.attachments[2].title
    one = page.find(first)
    made = page.after(one, "4.养老机构联合检查照片")
    return text(made)


@mutator("L086", "附件说明回行不对齐", "attachments", needs=several)
def attachment_hanging_removed(page: Docx, paper: Paper) -> str:
    one = page.find("2." + paper.attachments[1].title)
    for indent in ppr(one).findall(w("ind")):
        ppr(one).remove(indent)
    return "2." + paper.attachments[1].title


@mutator("L087", "附件不另起一页", "attachment page", needs=single)
def attachment_on_same_page(page: Docx, paper: Paper) -> str:
    label = _label(page, paper)
    broken = ppr(label).find(w("pageBreakBefore"))
    before = label.getprevious()
    breaks = [node for node in before.iter(w("br")) if node.get(w("type")) == "page"]
    inner = before.find(f"{w('pPr')}/{w('sectPr')}")
    if broken is not None:
        ppr(label).remove(broken)
    elif breaks:
        breaks[0].getparent().remove(breaks[0])
    elif inner is not None and inner.find(w("type")) is not None:
        for section in sections(page):
            kind = section.find(w("type"))
            if kind is not None:
                kind.set(w("val"), "continuous")
    else:
        raise NotHere("a break before the attachment")
    return text(label)


def signed(paper: Paper) -> bool:
    return bool(paper.date and paper.signatories)


def sealed(paper: Paper) -> bool:
    return signed(paper) and paper.sealed and len(paper.signatories) == 1 and paper.face == "document"


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
    needs=lambda paper: signed(paper) and not paper.sealed and paper.face == "document",
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


def remarked(paper: Paper) -> bool:
    return bool(paper.remark)


@mutator("L095", "附注不加圆括号", "remark", needs=remarked, pdf=True)
def remark_without_brackets(page: Any, paper: Paper) -> str:
    page.replace(f"（{paper.remark}）", paper.remark)
    return paper.remark


@mutator("L095", "附注不缩进", "remark", needs=remarked)
def remark_not_indented(page: Docx, paper: Paper) -> str:
    one = page.find(paper.remark)
    paragraph_format(one, "ind", firstLine=0, firstLineChars=0, left=0, leftChars=0)
    return paper.remark


@mutator("cl.7.3.6", "请示没有联系人和电话", "remark", needs=lambda paper: paper.whole_title.endswith("请示"))
def request_without_contact(page: Docx, paper: Paper) -> str:
    say(page.find(paper.remark), "　")
    return ""


def copying(paper: Paper) -> bool:
    return bool(paper.cc)


@mutator("L100", "抄送机关后没有句号", "imprint", needs=copying, pdf=True)
def copies_without_stop(page: Any, paper: Paper) -> str:
    page.replace(paper.cc, paper.cc.removesuffix("。"))
    return paper.cc.removesuffix("。")


@mutator("L031", "抄送后用半角冒号", "imprint", needs=copying, pdf=True)
def copies_half_width_colon(page: Any, paper: Paper) -> str:
    page.replace("抄送：", "抄送:")
    return "抄送:"


@mutator(
    "L103",
    "上行文抄送下级机关",
    "imprint",
    needs=lambda paper: paper.direction == "up" and bool(paper.cc),
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


def framed(paper: Paper) -> bool:
    return bool(paper.office) and paper.face == "document"


def _imprint(page: Docx, paper: Paper) -> Any:
    """The table, or the paragraph that holds the box, of the 版记, as a child of the body."""
    one = page.find(paper.printed, last=True)
    while one.getparent() is not page.body:
        one = one.getparent()
    return one


@mutator("L101", "版记不在版心最下面", "imprint", needs=framed)
def imprint_not_at_the_foot(page: Docx, paper: Paper) -> str:
    block = _imprint(page, paper)
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
    block = _imprint(page, paper)
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


@mutator("L087", "附件排在版记之后", "attachment page", needs=lambda paper: attached(paper) and framed(paper))
def attachment_after_imprint(page: Docx, paper: Paper) -> str:
    last = page.find(paper.printed, last=True)
    block = _imprint(page, paper)
    assert last is not None
    label = copied(_label(page, paper))
    paragraph_format(label, "pageBreakBefore")
    title = copied(page.find(paper.attachments[0].title, last=True))
    end = page.body[-1]
    at = page.body.index(end) if end.tag == w("sectPr") else len(page.body)
    assert page.body.index(block) < at
    page.body.insert(at, label)
    page.body.insert(at + 1, title)
    say(label, "附件" + str(len(paper.attachments) + 1))
    say(title, "养老机构安全管理制度目录")
    return "养老机构安全管理制度目录"


def _footers(page: Docx) -> list[Any]:
    found = [
        root
        for root in page.named("word/footer")
        if any("PAGE" in (node.text or "") for node in root.iter(w("instrText")))
    ]
    found += [
        root
        for root in page.named("word/footer")
        if any("PAGE" in (node.get(w("instr")) or "") for node in root.iter(w("fldSimple")))
    ]
    if not found:
        raise NotHere("page numbers")
    return found


@mutator("L110", "页码没有一字线", "page number")
def page_number_without_dashes(page: Docx, paper: Paper) -> str:
    for root in _footers(page):
        for node in root.iter(w("t")):
            node.text = (node.text or "").replace("—", "").strip()
    return ""


@mutator("L110", "页码两边用半角连字符", "page number")
def page_number_with_hyphens(page: Docx, paper: Paper) -> str:
    for root in _footers(page):
        for node in root.iter(w("t")):
            node.text = (node.text or "").replace("—", "-")
    return "-"


@mutator("L110", "页码居中", "page number", producers=("script", "wps", "ours"))
def page_number_centred(page: Docx, paper: Paper) -> str:
    for root in _footers(page):
        for paragraph in root.iter(w("p")):
            if any(True for _ in paragraph.iter(w("instrText"), w("fldSimple"))):
                paragraph_format(paragraph, "jc", val="center")
                for indent in ppr(paragraph).findall(w("ind")):
                    ppr(paragraph).remove(indent)
    return ""


@mutator("L110", "页码用小五号字", "page number")
def page_number_small(page: Docx, paper: Paper) -> str:
    for root in _footers(page):
        for run in root.iter(w("r")):
            properties = run.find(w("rPr"))
            if properties is None:
                properties = etree.Element(w("rPr"))
                run.insert(0, properties)
            for name in ("sz", "szCs"):
                put(properties, name, RPR, val=18)
    return ""


@mutator("L111", "信函首页印页码", "page number", needs=lambda paper: paper.face == "letter")
def letter_first_page_numbered(page: Docx, paper: Paper) -> str:
    """The footer of the first page becomes that of the others, beside what it held."""
    related = {
        item.get("Id"): "word/" + item.get("Target", "").removeprefix("/word/")
        for item in page.tree("word/_rels/document.xml.rels")
    }
    number = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
    parts = {
        reference.get(w("type")): related[reference.get(number)]
        for section in sections(page)[:1]
        for reference in section.iter(w("footerReference"))
    }
    if not {"first", "default"} <= set(parts):
        raise NotHere("a footer of the first page")
    for paragraph in page.tree(parts["default"]).iterchildren(w("p")):
        page.tree(parts["first"]).append(deepcopy(paragraph))
    return ""


@mutator(
    "L134",
    "PDF里发文机关标志太高",
    "mark",
    needs=lambda paper: paper.face == "document" and len(paper.issuers) == 1,
    pdf=True,
    producers=("html",),
)
def printed_mark_too_high(page: Html, paper: Paper) -> str:
    name = paper.issuers[0] + paper.suffix
    at = page.text.index(f">{name}<")
    start = page.text.rindex("top:", 0, at)
    end = page.text.index("pt", start)
    page.text = page.text[: start + 4] + f"{55 * 72 / 25.4:.2f}" + page.text[end:]
    return name


@mutator(
    "L135",
    "PDF里红线太短",
    "red rule",
    needs=lambda paper: paper.face == "document",
    pdf=True,
    producers=("html",),
)
def printed_rule_short(page: Html, paper: Paper) -> str:
    at = page.text.index('<b class="red"')
    start = page.text.index("width:", at)
    end = page.text.index("pt", start)
    page.text = page.text[: start + 6] + "300" + page.text[end:]
    return paper.number


@mutator("L101", "PDF里版记末条线高了", "imprint", needs=framed, pdf=True, producers=("html",))
def printed_imprint_high(page: Html, paper: Paper) -> str:
    at = page.text.rindex("<b style")
    start = page.text.index("top:", at)
    end = page.text.index("pt", start)
    page.text = page.text[: start + 4] + f"{float(page.text[start + 4 : end]) - 9:.2f}" + page.text[end:]
    return paper.printed


@mutator(
    "L110",
    "PDF里页码高低不对",
    "page number",
    pdf=True,
    producers=("html",),
    needs=lambda paper: paper.face != "letter",
)
def printed_number_low(page: Html, paper: Paper) -> str:
    old = f"top:{269 * 72 / 25.4 - 7.6:.2f}pt"
    page.sub(old, f"top:{280 * 72 / 25.4 - 7.6:.2f}pt", 99)
    return "— 1 —"


@mutator("L120", "PDF纸张不是A4", "page", pdf=True, producers=("html",), also=("cl.5.1",))
def printed_on_letter(page: Html, paper: Paper) -> str:
    page.sub("size: 210mm 297mm", "size: 216mm 297mm")
    return ""
