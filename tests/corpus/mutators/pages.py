"""Defects of the sheet and of page numbers."""

from __future__ import annotations

from copy import deepcopy

from tests.corpus.mutators.edit import Docx, Html, NotHere, paragraph_format, ppr, sections, w
from tests.corpus.mutators.places import MM, dashed, footers, format_numbers, margins
from tests.corpus.mutators.registry import mutator
from tests.corpus.mutators.traits import letter, ruled
from tests.corpus.papers.spec import Paper
from tests.corpus.producers.packed import OFFICE


@mutator("L120", "上下页边距是默认值25.4毫米", "page")
def margins_of_the_program(page: Docx, paper: Paper) -> str:
    for section in sections(page):
        margins = section.find(w("pgMar"))
        for side, value in (("top", 1440), ("bottom", 1440), ("left", 1800), ("right", 1800)):
            margins.set(w(side), str(value))
    return ""


@mutator("L120", "订口宽35毫米", "page")
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


@mutator("L120", "PDF纸张不是A4", "page", pdf=True, producers=("html",), also=("cl.5.1",))
def printed_on_letter(page: Html, paper: Paper) -> str:
    page.sub("size: 210mm 297mm", "size: 216mm 297mm")
    return ""


@mutator("L120", "页边距28/28/27/27毫米", "page")
def kept_provincial_margins(page: Docx, paper: Paper) -> str:
    for section in sections(page):
        margins = section.find(w("pgMar"))
        for side, value in (("top", 28), ("bottom", 28), ("left", 27), ("right", 27)):
            margins.set(w(side), str(round(value * 56.6929)))
    return ""


@mutator("L120", "装订线另加10毫米", "page")
def fresh_gutter(page: Docx, paper: Paper) -> str:
    return margins(page, gutter=10)


@mutator("L120", "上边距30毫米", "page")
def fresh_top_of_thirty(page: Docx, paper: Paper) -> str:
    return margins(page, top=30)


@mutator("cl.5.1", "纸张是B5", "page", also=("L120",))
def fresh_b5(page: Docx, paper: Paper) -> str:
    for section in sections(page):
        section.find(w("pgSz")).set(w("w"), str(round(176 * MM)))
        section.find(w("pgSz")).set(w("h"), str(round(250 * MM)))
    return ""


@mutator("L110", "页码没有一字线", "page number")
def page_number_without_dashes(page: Docx, paper: Paper) -> str:
    for root in footers(page):
        for node in root.iter(w("t")):
            node.text = (node.text or "").replace("—", "").strip()
    return ""


@mutator("L110", "页码两边用半角连字符", "page number")
def page_number_with_hyphens(page: Docx, paper: Paper) -> str:
    return dashed(page, "-")


@mutator("L110", "页码居中", "page number", producers=("script", "wps", "ours"))
def page_number_centred(page: Docx, paper: Paper) -> str:
    for root in footers(page):
        for paragraph in root.iter(w("p")):
            if any(True for _ in paragraph.iter(w("instrText"), w("fldSimple"))):
                paragraph_format(paragraph, "jc", val="center")
                for indent in ppr(paragraph).findall(w("ind")):
                    ppr(paragraph).remove(indent)
    return ""


@mutator("L110", "页码用小五号字", "page number")
def page_number_small(page: Docx, paper: Paper) -> str:
    return format_numbers(page, "sz", "szCs", val=18)


@mutator("L111", "信函首页印页码", "page number", needs=letter)
def letter_first_page_numbered(page: Docx, paper: Paper) -> str:
    """The footer of the first page becomes that of the others, beside what it held."""
    related = {
        item.get("Id"): "word/" + item.get("Target", "").removeprefix("/word/")
        for item in page.tree("word/_rels/document.xml.rels")
    }
    number = f"{{{OFFICE}}}id"
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


@mutator("L110", "单双页页码在同一边", "page number")
def kept_number_same_side(page: Docx, paper: Paper) -> str:
    changed = 0
    for root in page.named("word/footer"):
        for paragraph in root.iter(w("p")):
            if any("PAGE" in (node.text or "") for node in paragraph.iter(w("instrText"))):
                indent = paragraph_format(paragraph, "ind")
                indent.attrib.clear()
                indent.set(w("right"), "280")
                paragraph_format(paragraph, "jc", val="right")
                changed += 1
    if changed < 2:
        raise NotHere("two footers")
    return ""


@mutator("L110", "页码写成“第1页”", "page number")
def fresh_number_as_page(page: Docx, paper: Paper) -> str:
    changed = 0
    for root in footers(page):
        dashes = [node for node in root.iter(w("t")) if "—" in (node.text or "")]
        if len(dashes) >= 2:
            dashes[0].text, dashes[-1].text = "第", "页"
            changed += 1
    if not changed:
        raise NotHere("dashes of their own")
    return "第"


@mutator("L110", "页码用三号黑体", "page number")
def fresh_number_large(page: Docx, paper: Paper) -> str:
    return format_numbers(page, "sz", "szCs", val=32)


@mutator("L110", "没有页码", "page number", needs=ruled)
def fresh_no_numbers(page: Docx, paper: Paper) -> str:
    for root in footers(page):
        for paragraph in list(root.iter(w("p"))):
            for child in list(paragraph):
                if child.tag != w("pPr"):
                    paragraph.remove(child)
    return ""
