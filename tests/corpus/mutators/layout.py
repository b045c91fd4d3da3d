"""How a file is laid out, and how that is changed: blocks of the body, sections, lists, styles, parts."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from lxml import etree

from tests.corpus.mutators.edit import (
    PPR,
    Docx,
    NotHere,
    W,
    copied,
    in_fallback,
    keep_blanks,
    paragraph_format,
    pieces,
    ppr,
    put,
    runs,
    say,
    text,
    w,
)  # fmt: skip
from tests.corpus.producers.packed import LINKS, OFFICE, TYPES, WORD


def block(page: Docx, element: Any) -> Any:
    """The child of the body that holds it: itself, a table, or the paragraph that a box hangs on."""
    while element.getparent() is not page.body:
        element = element.getparent()
        if element is None:
            raise NotHere("the body")
    return element


def reindent(paragraph: Any, **values: int) -> None:
    """Only these indents; tabs that stood for one go."""
    for found in ppr(paragraph).findall(w("ind")):
        ppr(paragraph).remove(found)
    for run in list(paragraph.iterchildren(w("r"))):
        if run.find(w("tab")) is not None and run.find(w("t")) is None:
            paragraph.remove(run)
    paragraph_format(
        paragraph, "ind", **({"left": 0, "firstLine": 0, "firstLineChars": 0, "leftChars": 0} | values)
    )


def aligned(paragraph: Any, align: str, **indents: int) -> None:
    """Aligned so, with only these indents."""
    reindent(paragraph, **indents)
    paragraph_format(paragraph, "jc", val=align)


def emptied(paragraph: Any) -> Any:
    """A copy without words, rules, shapes and page breaks: an empty line as high as the paragraph's."""
    made = copied(paragraph)
    for child in list(made):
        if child.tag != w("pPr"):
            made.remove(child)
    for name in ("pBdr", "pageBreakBefore", "sectPr", "framePr"):
        for found in ppr(made).findall(w(name)):
            ppr(made).remove(found)
    return made


def blank_before(paragraph: Any, model: Any, count: int = 1) -> None:
    """Empty lines as high as those of `model`."""
    for _ in range(count):
        paragraph.addprevious(emptied(model))


def broken(paragraph: Any) -> None:
    """It begins a new page."""
    paragraph_format(paragraph, "pageBreakBefore")


def joined_by_break(first: Any, words: str) -> None:
    """Words follow in the same paragraph after a soft line break, in the type of its last words."""
    last = runs(first)[-1]
    added = deepcopy(last)
    for node in added.findall(w("t"))[1:]:
        added.remove(node)
    added.find(w("t")).text = words
    turn = deepcopy(added)
    turn.replace(turn.find(w("t")), etree.Element(w("br")))
    last.addnext(turn)
    turn.addnext(added)


def broken_inside(paragraph: Any, words: str) -> None:
    """A soft line break before these words."""
    for node, said in list(pieces(paragraph)):
        if node.tag == w("t") and words in said:
            head, _, tail = said.partition(words)
            run = node.getparent()
            made, turn = deepcopy(run), deepcopy(run)
            node.text = head
            for one in run.findall(w("t")):
                keep_blanks(one)
            made.find(w("t")).text = words + tail
            turn.replace(turn.find(w("t")), etree.Element(w("br")))
            run.addnext(turn)
            turn.addnext(made)
            return
    raise NotHere(words)


def parted(paragraph: Any, at: int) -> Any:
    """Two paragraphs of one: the words from `at` on stand in the second, which is returned."""
    whole = text(paragraph)
    made = copied(paragraph)
    say(paragraph, whole[:at])
    say(made, whole[at:])
    paragraph.addnext(made)
    return made


def section_from(page: Docx, paragraph: Any) -> tuple[Any, Any]:
    """A new section begins with this paragraph of the body; the sections before and after, alike so far."""
    last = page.body.find(w("sectPr"))
    if last is None:
        raise NotHere("a section")
    later = next(
        (one for one in paragraph.itersiblings() if one.find(f"{w('pPr')}/{w('sectPr')}") is not None), None
    )
    if later is not None or paragraph.getparent() is not page.body:
        raise NotHere("one section to the end")
    for found in ppr(paragraph).findall(w("pageBreakBefore")):
        ppr(paragraph).remove(found)
    first = deepcopy(last)
    holder = etree.SubElement(etree.Element(w("body")), w("p"))
    paragraph_format(holder, "spacing", before=0, after=0, line=20, lineRule="exact")
    ppr(holder).append(first)
    paragraph.addprevious(holder)
    for kind in last.findall(w("titlePg")):
        last.remove(kind)
    return first, last


def page_numbering(section: Any, **values: str) -> None:
    """Attributes of the section's numbering of pages."""
    found = section.find(w("pgNumType"))
    if found is None:
        found = etree.Element(w("pgNumType"))
        section.find(w("pgMar")).addnext(found)
    for name, value in values.items():
        found.set(w(name), value)


def listed(page: Docx, paragraphs: list[Any], form: str, counted: str = "decimal", start: int = 1) -> None:
    """The paragraphs are numbered by the program: `form` is e.g. “%1、”."""
    name = "word/numbering.xml"
    if name not in page.parts:
        page.parts[name] = f'<w:numbering xmlns:w="{W[1:-1]}"/>'.encode()
        declare(page, "numbering")
    root = page.tree(name)
    before = [int(one.get(w("abstractNumId"))) for one in root.findall(w("abstractNum"))]
    number = max([*before, 90]) + 1
    kept = etree.Element(w("abstractNum"), {w("abstractNumId"): str(number)})
    etree.SubElement(kept, w("multiLevelType"), {w("val"): "singleLevel"})
    level = etree.SubElement(kept, w("lvl"), {w("ilvl"): "0"})
    for tag, value in (
        ("start", str(start)),
        ("numFmt", counted),
        ("suff", "nothing"),
        ("lvlText", form),
        ("lvlJc", "left"),
    ):
        etree.SubElement(level, w(tag), {w("val"): value})
    root.insert(len(before), kept)
    made = etree.SubElement(root, w("num"), {w("numId"): str(number)})
    etree.SubElement(made, w("abstractNumId"), {w("val"): str(number)})
    for one in paragraphs:
        marked = put(ppr(one), "numPr", PPR)
        etree.SubElement(marked, w("ilvl"), {w("val"): "0"})
        etree.SubElement(marked, w("numId"), {w("val"): str(number)})


def add_style(page: Docx, name: str, xml: str) -> str:
    """A paragraph style of this name in the place of what the file has under it; its id."""
    root = page.tree("word/styles.xml")
    key = f"Added{len(root)}"
    for one in root.findall(w("style")):
        if one.find(w("name")).get(w("val")) == name:
            key = one.get(w("styleId"))
            root.remove(one)
    root.append(
        etree.fromstring(
            f'<w:style xmlns:w="{W[1:-1]}" w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/>{xml}</w:style>'
        )
    )
    return key


def declare(page: Docx, kind: str, name: str = "", key: str = "") -> None:
    """A part of this kind becomes known to the package and to the document, under its kind when no name is said."""
    name = name or kind
    types = page.tree("[Content_Types].xml")
    etree.SubElement(
        types, f"{{{TYPES}}}Override", PartName=f"/word/{name}.xml", ContentType=f"{WORD}.{kind}+xml"
    )
    links = page.tree("word/_rels/document.xml.rels")
    etree.SubElement(
        links, f"{{{LINKS}}}Relationship", Id=key or f"rIdOf{kind}", Type=f"{OFFICE}/{kind}", Target=f"{name}.xml"
    )


def bare(paragraph: Any) -> None:
    """Without any direct formatting of its runs."""
    for run in runs(paragraph):
        for found in run.findall(w("rPr")):
            run.remove(found)


def pushed(paragraph: Any, count: int, blank: str = "　") -> None:
    """Words pushed to the right by typed blanks."""
    node = next(node for node, _ in pieces(paragraph) if node.tag == w("t"))
    node.text = blank * count + (node.text or "")
    keep_blanks(node)


def settings(page: Docx) -> Any:
    return page.tree("word/settings.xml")


def each_with(page: Docx, name: str) -> list[Any]:
    """Elements of the body with this tag, outside fallbacks."""
    return [one for one in page.body.iter(w(name)) if not in_fallback(one)]


def first_words(paragraph: Any, most: int = 12) -> str:
    return text(paragraph).strip()[:most]
