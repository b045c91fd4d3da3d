"""Since round 4: where the parts of a 公文 stand in a file, and small changes of their form."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from tests.corpus.mutators import places
from tests.corpus.mutators.edit import (
    Docx,
    Element,
    NotHere,
    paragraph_format,
    ppr,
    run_format,
    text,
    untabbed,
    w,
)
from tests.corpus.mutators.layout import first_words
from tests.corpus.mutators.traits import body_lines, standing
from tests.corpus.papers.spec import Line, Paper, lines


def typed(paper: Paper) -> list[Line]:
    """Lines of the body, headings down to the second level among them."""
    return [one for one in lines(paper.body) if isinstance(one, Line) and one.level in (0, 1, 2)]


def run_in(paper: Paper) -> list[Line]:
    """Headings of the second level with text behind them."""
    return [one for one in body_lines(paper, 2) if one.rest]


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


def close_up(one: Element, most: int = 0, least: int = 1) -> None:
    """The blank lines above are gone, so many of them at most.

    Raises NotHere when there are fewer than `least`.
    """
    found = blanks_before(one)
    if len(found) < least:
        raise NotHere("blank lines")
    for blank_line in found[: most or None]:
        blank_line.getparent().remove(blank_line)


def to_the(one: Element, side: str) -> None:
    """The paragraph without indents or tabs, at this side."""
    untabbed(one)
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


def beginning(one: Element) -> str:
    return first_words(one, 14)


def footers(page: Docx) -> list[Element]:
    """The paragraphs with the page number."""
    found = [
        one
        for root in places.footers(page)
        for one in page.paragraphs(root)
        if places.of_pages(one) and next(one.iterancestors(w("p")), None) is None
    ]
    if not found:
        raise NotHere("page number")
    return found


def of_a_paragraph(change: Callable[[Element], object]) -> Callable[[Docx, Paper], str]:
    """Of one long paragraph of text, which then is unlike the others."""

    def changed(page: Docx, paper: Paper) -> str:
        one = in_body(page.find(body_lines(paper, 0, 60)[-1].text))
        change(one)
        return beginning(one)

    return changed


def of_first_headings(change: Callable[[Element], object]) -> Callable[[Docx, Paper], str]:
    """Of all headings of the first level that have a line for themselves."""

    def changed(page: Docx, paper: Paper) -> str:
        found = standing(paper, 1)
        for line in found:
            change(in_body(page.find(line.text)))
        return found[0].text

    return changed


def of_the_number(turn: Callable[[str], str]) -> Callable[[Docx, Paper], str]:
    """The 发文字号 in other words."""

    def changed(page: Docx, paper: Paper) -> str:
        return page.replace(paper.number, turn(paper.number))

    return changed
