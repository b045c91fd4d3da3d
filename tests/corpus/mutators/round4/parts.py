"""Round 4: where the parts of a 公文 stand in a file, and small changes of their form."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from tests.corpus.mutators.edit import (
    Docx,
    Element,
    NotHere,
    font,
    paragraph_format,
    ppr,
    run_format,
    runs,
    size,
    text,
    w,
)
from tests.corpus.papers.spec import Line, Paper, lines


def typed(paper: Paper, *levels: int, least: int = 0) -> list[Line]:
    """Lines of the body of these levels with at least so many characters."""
    return [
        one
        for one in lines(paper.body)
        if isinstance(one, Line) and one.level in levels and len(one.text) >= least
    ]


def alone(paper: Paper) -> list[Line]:
    """Headings of the first level that are lines of their own."""
    return [one for one in typed(paper, 1) if one.head and not one.rest]


def run_in(paper: Paper) -> list[Line]:
    """Headings of the second level with text behind them."""
    return [one for one in typed(paper, 2) if one.head and one.rest]


def title(page: Docx, paper: Paper) -> list[Element]:
    """The paragraphs of the title: one, or one a line."""
    found: list[Element] = []
    for line in paper.title:
        one = page.find(line)
        if one not in found:
            found.append(one)
    return found


def mark(page: Docx, paper: Paper) -> Element:
    """The first paragraph with the name of the host: the 发文机关标志."""
    found = page.find(paper.issuers[0])
    if len(text(found)) > len(paper.issuers[0] + paper.suffix) + 2:
        raise NotHere("mark")
    return found


def number(page: Docx, paper: Paper) -> Element:
    return page.find(paper.number)


def signature(page: Docx, paper: Paper) -> Element:
    """The name over the date."""
    found = [one for one in page.paragraphs() if text(one).strip() == paper.signatories[-1]]
    if not found:
        raise NotHere("signature")
    return found[-1]


def date(page: Docx, paper: Paper) -> Element:
    found = [one for one in page.paragraphs() if text(one).strip() == paper.date]
    if not found:
        raise NotHere("date")
    return found[-1]


def in_body(one: Element) -> Element:
    """The paragraph if it stands in the body and in no table or box."""
    if one.getparent().tag != w("body"):
        raise NotHere("not in the body")
    return one


def blank(like: Element) -> Element:
    """An empty paragraph as high as this one."""
    made = etree.Element(w("p"))
    properties = etree.SubElement(made, w("pPr"))
    spacing = ppr(like).find(w("spacing"))
    if spacing is not None:
        copy = etree.SubElement(properties, w("spacing"))
        for key in ("line", "lineRule"):
            if value := spacing.get(w(key)):
                copy.set(w(key), value)
    return made


def empty(one: Element | None) -> bool:
    """Whether it is a paragraph without words or drawings."""
    return one is not None and one.tag == w("p") and not text(one).strip() and not list(one.iter(w("drawing"), w("pict"), w("sectPr"), w("pBdr"), w("br")))  # fmt: skip


def blanks_before(one: Element) -> list[Element]:
    found, other = [], one.getprevious()
    while empty(other):
        found.append(other)
        other = other.getprevious()
    return found


def to_the(one: Element, side: str) -> None:
    """The paragraph without indents or tabs, at this side."""
    for node in list(one.iter(w("tab"))):
        if node.getparent().tag == w("r"):
            node.getparent().remove(node)
    properties = ppr(one)
    for name in ("ind", "tabs"):
        if (held := properties.find(w(name))) is not None:
            properties.remove(held)
    paragraph_format(one, "ind", left=0, right=0, firstLine=0, firstLineChars=0, leftChars=0, rightChars=0)
    paragraph_format(one, "jc", val=side)


def bold(one: Element) -> None:
    run_format(one, "b", val=1)
    run_format(one, "bCs", val=1)


def coloured(one: Element, rgb: str) -> None:
    run_format(one, "color", val=rgb)


def typeface(one: Element, name: str) -> None:
    font(one, name)


def sized(one: Element, points: float) -> None:
    size(one, points)


def beginning(one: Element) -> str:
    return text(one).strip()[:14]


def footers(page: Docx) -> Iterator[Element]:
    """The paragraphs with the page number."""
    found = False
    for root in page.named("word/footer"):
        for one in page.paragraphs(root):
            codes = [node.text or "" for node in one.iter(w("instrText"))] + [node.get(w("instr")) or "" for node in one.iter(w("fldSimple"))]  # fmt: skip
            if any("PAGE" in code for code in codes) and next(one.iterancestors(w("p")), None) is None:
                found = True
                yield one
    if not found:
        raise NotHere("page number")


def has(one: Element) -> Element:
    if not runs(one):
        raise NotHere("no runs")
    return one
