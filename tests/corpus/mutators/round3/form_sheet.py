"""Round 3, form: sheets, sections and page numbers."""

from __future__ import annotations

from typing import Any

from lxml import etree

from tests.corpus.mutators.edit import (
    RPR,
    Docx,
    Html,
    NotHere,
    ppr,
    put,
    run_properties,
    sections,
    text,
    w,
)  # fmt: skip
from tests.corpus.mutators.layout import broken, page_numbering, section_from, settings
from tests.corpus.mutators.places import MM, dashed, footers, label, margins
from tests.corpus.mutators.registry import mutator
from tests.corpus.mutators.traits import attached, ruled, standing
from tests.corpus.papers.spec import Paper
from tests.corpus.producers.packed import OFFICE

_NUMBER = ("cl.7.5", "GW4", "GW1")


def _number_parts(root: Any) -> list[Any]:
    """Runs of a footer that make the field."""
    return [
        run
        for run in root.iter(w("r"))
        if run.find(w("fldChar")) is not None or run.find(w("instrText")) is not None
    ]


@mutator(
    "L110", "页码是打上去的“1”，不是页码域，每页都是1（7.5）", "page number", needs=ruled, also=_NUMBER
)
def page_number_typed_by_hand(page: Docx, paper: Paper) -> str:
    for root in footers(page):
        for run in _number_parts(root):
            run.getparent().remove(run)
        for field in list(root.iter(w("fldSimple"))):
            for run in list(field):
                field.addprevious(run)
            field.getparent().remove(field)
    return ""


@mutator(
    "L110", "没有设置奇偶页不同，双页码也居右（7.5：单右双左）", "page number", needs=ruled, also=_NUMBER
)
def even_pages_as_odd_ones(page: Docx, paper: Paper) -> str:
    root = settings(page)
    for found in root.findall(w("evenAndOddHeaders")):
        root.remove(found)
    return ""


@mutator(
    "L110", "公文设置了首页不同，首页没有页码（7.5）", "page number", needs=ruled, also=(*_NUMBER, "L111")
)
def first_page_without_a_number(page: Docx, paper: Paper) -> str:
    for section in sections(page):
        if section.find(w("titlePg")) is not None:
            raise NotHere("one footer for all")
        made = etree.Element(w("titlePg"))
        later = [
            one
            for name in ("textDirection", "bidi", "rtlGutter", "docGrid")
            for one in section.findall(w(name))
        ]
        if later:
            later[0].addprevious(made)
        else:
            section.append(made)
    return ""


@mutator("L110", "页脚距纸边35毫米，页码进了版心（7.5：版心下边缘之下）", "page number", also=_NUMBER)
def number_inside_of_the_type_area(page: Docx, paper: Paper) -> str:
    return margins(page, footer=35)


@mutator("L110", "页码顶到版心边，没有空一字（7.5：居右空一字、居左空一字）", "page number", needs=ruled, also=_NUMBER,
         producers=("script", "wps", "mac", "web", "typed", "legacy", "online"))  # fmt: skip
def number_at_the_very_edge(page: Docx, paper: Paper) -> str:
    for root in footers(page):
        for paragraph in root.iter(w("p")):
            found = ppr(paragraph).findall(w("ind"))
            for one in found:
                ppr(paragraph).remove(one)
    return ""


@mutator("L110", "页码两边用短破折号“–”（7.5：一字线）", "page number", also=_NUMBER)
def number_between_en_dashes(page: Docx, paper: Paper) -> str:
    dashed(page, "–")
    return ""


@mutator("L110", "页码两边用破折号“——”（7.5：一字线）", "page number", also=_NUMBER)
def number_between_long_dashes(page: Docx, paper: Paper) -> str:
    dashed(page, "——")
    return ""


@mutator("L110", "页码两边用圆点“·”（7.5：一字线）", "page number", also=_NUMBER)
def number_between_dots(page: Docx, paper: Paper) -> str:
    dashed(page, "·")
    return ""


@mutator("L110", "页码用波浪线“～1～”（7.5：一字线）", "page number", also=_NUMBER)
def number_between_waves(page: Docx, paper: Paper) -> str:
    dashed(page, "～")
    return ""


@mutator("L110", "页码只有左边一条一字线（7.5：左右各一条）", "page number", also=_NUMBER)
def number_with_one_dash(page: Docx, paper: Paper) -> str:
    changed = False
    for root in footers(page):
        found = [node for node in root.iter(w("t")) if "—" in (node.text or "")]
        if len(found) > 1:
            found[-1].text, changed = "", True
    if not changed:
        raise NotHere("two dashes")
    return ""


@mutator(
    "L110", "页码的数字单用西文字体，一字线是宋体（7.5：4号半角宋体阿拉伯数字）", "page number", also=_NUMBER
)
def digits_of_the_number_in_latin_type(page: Docx, paper: Paper) -> str:
    for root in footers(page):
        for run in root.iter(w("r")):
            put(run_properties(run), "rFonts", RPR, ascii="Calibri", hAnsi="Calibri", cs="Calibri")
    return ""


@mutator("L110", "页码加粗、13磅（7.5：4号宋体）", "page number", also=_NUMBER)
def number_bold_and_smaller(page: Docx, paper: Paper) -> str:
    for root in footers(page):
        for run in root.iter(w("r")):
            put(run_properties(run), "b", RPR, val="1")
            put(run_properties(run), "sz", RPR, val="24")
    return ""


@mutator("L110", "页码放在页眉里（7.5：版心下边缘之下）", "page number", needs=ruled, also=_NUMBER,
         producers=("script", "wps", "mac", "web", "typed", "template", "legacy", "online"))  # fmt: skip
def number_in_the_header(page: Docx, paper: Paper) -> str:
    links = page.tree("word/_rels/document.xml.rels")
    types = page.tree("[Content_Types].xml")
    for section in sections(page):
        for found in section.findall(w("headerReference")):
            section.remove(found)
        for found in section.findall(w("footerReference")):
            found.tag = w("headerReference")
    if any(name.startswith("word/header") for name in page.parts):
        raise NotHere("no header yet")
    for name in [name for name in page.parts if name.startswith("word/footer")]:
        root = page.tree(name)
        root.tag = w("hdr")
    for link in links:
        if link.get("Type", "").endswith("/footer"):
            link.set("Type", link.get("Type").removesuffix("footer") + "header")
    for one in types:
        if "footer" in one.get("PartName", ""):
            one.set("ContentType", one.get("ContentType").replace(".footer+", ".header+"))
    return ""


@mutator("L110", "附件页码另从1编起（7.3.7、7.5：页码连续）", "page number", needs=attached, also=(*_NUMBER, "L084", "cl.7.3.7"))  # fmt: skip
def attachment_numbered_anew(page: Docx, paper: Paper) -> str:
    _, last = section_from(page, label(page, paper))
    page_numbering(last, start="1")
    return ""


@mutator(
    "L120",
    "附件一节的左边距是20毫米，正文是28毫米（5.2.1）",
    "page",
    needs=attached,
    also=("cl.5.2.1", "cl.7.3.7", "GW1"),
)
def attachment_with_other_margins(page: Docx, paper: Paper) -> str:
    _, last = section_from(page, label(page, paper))
    last.find(w("pgMar")).set(w("left"), str(round(20 * MM)))
    return ""


@mutator(
    "L120",
    "附件一节的上下边距是25.4毫米（5.2.1）",
    "page",
    needs=attached,
    also=("cl.5.2.1", "cl.7.3.7", "GW1"),
)
def attachment_with_margins_of_the_program(page: Docx, paper: Paper) -> str:
    _, last = section_from(page, label(page, paper))
    for side in ("top", "bottom"):
        last.find(w("pgMar")).set(w(side), "1440")
    return ""


@mutator(
    "cl.5.1", "附件一节的纸张是Letter（5.1：A4）", "page", needs=attached, also=("L120", "cl.7.3.7", "GW1")
)
def attachment_on_letter_paper(page: Docx, paper: Paper) -> str:
    _, last = section_from(page, label(page, paper))
    last.find(w("pgSz")).set(w("w"), "12240")
    last.find(w("pgSz")).set(w("h"), "15840")
    return ""


@mutator("L110", "附件一节没有页脚，附件页没有页码（7.5：页码连续）", "page number", needs=attached, also=(*_NUMBER, "cl.7.3.7"),
         producers=("script", "wps", "mac", "web", "typed", "template", "legacy", "online"))  # fmt: skip
def attachment_without_numbers(page: Docx, paper: Paper) -> str:
    _, last = section_from(page, label(page, paper))
    name = "word/footer_empty.xml"
    model = next(name for name in sorted(page.parts) if name.startswith("word/footer"))
    root = etree.fromstring(page.parts[model])
    for child in list(root):
        root.remove(child)
    etree.SubElement(root, w("p"))
    page.parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    types, links = page.tree("[Content_Types].xml"), page.tree("word/_rels/document.xml.rels")
    kind = next(one for one in types if one.get("PartName") == f"/{model}")
    etree.SubElement(types, kind.tag, PartName=f"/{name}", ContentType=kind.get("ContentType"))
    link = next(one for one in links if one.get("Type", "").endswith("/footer"))
    etree.SubElement(links, link.tag, Id="rIdEmptyFoot", Type=link.get("Type"), Target="footer_empty.xml")
    key = f"{{{OFFICE}}}id"
    for found in last.findall(w("footerReference")):
        found.set(key, "rIdEmptyFoot")
    return ""


@mutator("L121", "文档网格每页30行，正文对齐到网格（5.2.3：每面22行）", "page", needs=ruled, also=("cl.5.2.3", "GW1", "GW3"),
         producers=("wps", "script", "legacy", "online", "template"))  # fmt: skip
def grid_of_thirty_lines(page: Docx, paper: Paper) -> str:
    for section in sections(page):
        for found in section.findall(w("docGrid")):
            section.remove(found)
        etree.SubElement(section, w("docGrid"), {w("type"): "lines", w("linePitch"): "425"})
    for paragraph in page.paragraphs():
        spacing = ppr(paragraph).find(w("spacing"))
        if len(text(paragraph)) > 20 and paragraph.getparent() is page.body:
            for found in ppr(paragraph).findall(w("snapToGrid")):
                ppr(paragraph).remove(found)
            if spacing is not None:
                spacing.set(w("line"), "240")
                spacing.set(w("lineRule"), "auto")
    return ""


@mutator("cl.5.2.3", "正文当中插分页符，一页没有排满（5.2.3：每面排22行，撑满版心）", "page",
         needs=lambda paper: len(standing(paper, 1)) > 2, also=("L121", "GW1", "GW3"))  # fmt: skip
def page_left_half_empty(page: Docx, paper: Paper) -> str:
    heading = standing(paper, 1)[2]
    broken(page.find(heading.text))
    return heading.text


@mutator("L110", "PDF第二页没有页码（7.5）", "page number", needs=ruled, pdf=True, producers=("html",), also=_NUMBER)  # fmt: skip
def printed_second_page_without_number(page: Html, paper: Paper) -> str:
    page.sub("— 2 —", "")
    return ""


@mutator("L110", "PDF页码是小五号（7.5：4号）", "page number", needs=ruled, pdf=True, producers=("html",), also=_NUMBER)  # fmt: skip
def printed_numbers_small(page: Html, paper: Paper) -> str:
    page.sub("font:14pt song", "font:9pt song", count=9)
    return ""


@mutator("L110", "PDF双页码居右、没有居左（7.5）", "page number", needs=ruled, pdf=True, producers=("html",), also=_NUMBER)  # fmt: skip
def printed_even_number_at_the_right(page: Html, paper: Paper) -> str:
    at = page.text.index("— 2 —")
    start = page.text.rindex("left:", 0, at)
    end = page.text.index("pt;", start)
    page.text = page.text[:start] + "right:87.70" + page.text[end:]
    return ""


@mutator("cl.5.1", "PDF纸张是B5（5.1：A4）", "page", pdf=True, producers=("html",), also=("L120", "GW1"))
def printed_on_b5(page: Html, paper: Paper) -> str:
    page.sub("size: 210mm 297mm", "size: 182mm 257mm")
    return ""
