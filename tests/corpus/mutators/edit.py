"""Editing finished files as text: a DOCX by its paragraphs, a page of HTML by its lines.

A mutator asks for what it needs; `NotHere` says that this file has nothing of the kind.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from tests.corpus.producers.packed import zipped

Element = etree._Element
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MAIN = "word/document.xml"


class NotHere(Exception):
    """The file has not what the mutator would change."""


def w(name: str) -> str:
    return W + name


class Docx:
    """A DOCX taken apart; parts that are not asked for stay as they are."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}
        self.trees: dict[str, Element] = {}

    def data(self) -> bytes:
        for name, tree in self.trees.items():
            self.parts[name] = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
        return zipped(self.parts)

    def tree(self, name: str = MAIN) -> Element:
        if name not in self.trees:
            if name not in self.parts:
                raise NotHere(name)
            self.trees[name] = etree.fromstring(self.parts[name])
        return self.trees[name]

    @property
    def body(self) -> Element:
        return self.tree().find(w("body"))

    def named(self, beginning: str) -> list[Element]:
        """Roots of the parts whose name begins so, e.g. `word/footer`."""
        return [
            self.tree(name)
            for name in sorted(self.parts)
            if name.startswith(beginning) and name.endswith(".xml")
        ]

    def paragraphs(self, root: Element | None = None) -> list[Element]:
        return list((self.tree() if root is None else root).iter(w("p")))

    def find(self, words: str, *, whole: bool = False, last: bool = False) -> Element:
        """The paragraph that holds the words (outside fallbacks), whole or anywhere."""
        found = [
            paragraph
            for paragraph in self.paragraphs()
            if (text(paragraph) == words if whole else words in text(paragraph)) and not in_fallback(paragraph)
        ]
        # A paragraph that anchors a text box holds its words too: take the innermost.
        found = [
            one
            for one in found
            if not any(other is not one and one in list(other.iterancestors()) for other in found)
        ]
        if not found:
            raise NotHere(words)
        return found[-1 if last else 0]

    def replace(self, old: str, new: str, *, last: bool = False) -> str:
        """One occurrence of `old` becomes `new`, which is returned, also across runs; its fallback copy too."""
        paragraph = self.find(old, last=last)
        before = text(paragraph)
        copies = [one for one in self.paragraphs() if text(one) == before and in_fallback(one)]
        for one in [paragraph, *copies]:
            replace_in(one, old, new)
        return new

    def after(self, paragraph: Element, words: str) -> Element:
        """A copy of the paragraph with other words, set behind it."""
        made = copied(paragraph)
        say(made, words)
        paragraph.addnext(made)
        return made

    def cell(self, row: str, old: str, new: str) -> str:
        """The cell `old` of the table row that has a cell with the words `row` gets the new words, which are returned."""
        for one in self.paragraphs():
            line = next(one.iterancestors(w("tr")), None)
            if text(one) == row and line is not None:
                for paragraph in self.paragraphs(line):
                    if text(paragraph) == old:
                        say(paragraph, new)
                        return new
        raise NotHere((row, old))

    def body_paragraph(self, words: str) -> Element:
        """The paragraph of the body (not in a table or box) that holds the words."""
        paragraph = self.find(words)
        if paragraph.getparent().tag != w("body"):
            raise NotHere(words)
        return paragraph


class Html:
    """A page as HTML whose lines are `<i>` elements."""

    def __init__(self, data: str) -> None:
        self.text = data

    def replace(self, old: str, new: str, *, last: bool = False) -> str:
        """One line's words, which are returned. Lines are set by hand, so the length may change by one character only."""
        body = self.text.index("<body")
        at = self.text.rfind(old) if last else self.text.find(">" + old, body) + 1
        if at < body:
            at = self.text.find(old, body)
        if at < body or abs(len(old) - len(new)) > 2:
            raise NotHere(old)
        self.text = self.text[:at] + new + self.text[at + len(old) :]
        return new

    def sub(self, old: str, new: str, count: int = 1) -> None:
        """Markup."""
        if old not in self.text:
            raise NotHere(old)
        self.text = self.text.replace(old, new, count)


def copied(paragraph: Element) -> Element:
    """The paragraph again, without the bookmarks, whose ids are their own."""
    made = deepcopy(paragraph)
    for mark in list(made.iter(w("bookmarkStart"), w("bookmarkEnd"))):
        mark.getparent().remove(mark)
    return made


def in_fallback(element: Element) -> bool:
    """In what is for programs that do not know the shape beside it."""
    return any(parent.tag == MC + "Fallback" for parent in element.iterancestors())


def runs(paragraph: Element) -> list[Element]:
    return [run for run in paragraph.iter(w("r")) if run.find(w("t")) is not None]


def pieces(paragraph: Element) -> Iterator[tuple[Element, str]]:
    """Text nodes of the paragraph itself with their words; breaks and tabs as characters."""
    for node in paragraph.iter(w("t"), w("br"), w("tab")):
        owner = next(node.iterancestors(w("p")))
        if owner is not paragraph or node.getparent().tag != w("r") or node.get(w("type")) == "page":
            continue
        if node.tag == w("t"):
            yield node, node.text or ""
        else:
            yield node, "\n" if node.tag == w("br") else "\t"


def text(paragraph: Element) -> str:
    return "".join(words for _, words in pieces(paragraph))


def replace_in(paragraph: Element, old: str, new: str) -> None:
    whole = text(paragraph)
    start = whole.index(old)
    end, at, put = start + len(old), 0, False
    for node, words in list(pieces(paragraph)):
        left, right = max(start - at, 0), min(end - at, len(words))
        if left < right:
            assert node.tag == w("t"), "the words run over a break"
            node.text = words[:left] + ("" if put else new) + words[right:]
            keep_blanks(node)
            put = True
        at += len(words)


def keep_blanks(node: Element) -> None:
    """Blanks at the ends of the node's words count."""
    node.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def say(paragraph: Element, words: str) -> None:
    """The paragraph says these words, in the type of its first words."""
    said = False
    for node, _ in list(pieces(paragraph)):
        if node.tag == w("t") and not said:
            node.text, said = words, True
            keep_blanks(node)
        else:
            node.getparent().remove(node)
    if not said:
        raise NotHere(words)


PPR = [
    "pStyle",
    "keepNext",
    "keepLines",
    "pageBreakBefore",
    "framePr",
    "widowControl",
    "numPr",
    "suppressLineNumbers",
    "pBdr",
    "shd",
    "tabs",
    "suppressAutoHyphens",
    "kinsoku",
    "wordWrap",
    "overflowPunct",
    "topLinePunct",
    "autoSpaceDE",
    "autoSpaceDN",
    "bidi",
    "adjustRightInd",
    "snapToGrid",
    "spacing",
    "ind",
    "contextualSpacing",
    "mirrorIndents",
    "suppressOverlap",
    "jc",
    "textDirection",
    "textAlignment",
    "textboxTightWrap",
    "outlineLvl",
    "divId",
    "cnfStyle",
    "rPr",
    "sectPr",
    "pPrChange",
]
RPR = [
    "rStyle",
    "rFonts",
    "b",
    "bCs",
    "i",
    "iCs",
    "caps",
    "smallCaps",
    "strike",
    "dstrike",
    "outline",
    "shadow",
    "emboss",
    "imprint",
    "noProof",
    "snapToGrid",
    "vanish",
    "webHidden",
    "color",
    "spacing",
    "w",
    "kern",
    "position",
    "sz",
    "szCs",
    "highlight",
    "u",
    "effect",
    "bdr",
    "shd",
    "fitText",
    "vertAlign",
    "rtl",
    "cs",
    "em",
    "lang",
]


def put(parent: Element, name: str, order: list[str], **values: object) -> Element:
    """The child with these attributes, made in schema order when it is not there."""
    child = parent.find(w(name))
    if child is None:
        child = etree.Element(w(name))
        later = {w(other) for other in order[order.index(name) + 1 :]}
        for place, sibling in enumerate(parent):
            if sibling.tag in later:
                parent.insert(place, child)
                break
        else:
            parent.append(child)
    for key, value in values.items():
        child.set(w(key), str(value))
    return child


def ppr(paragraph: Element) -> Element:
    found = paragraph.find(w("pPr"))
    if found is None:
        found = etree.Element(w("pPr"))
        paragraph.insert(0, found)
    return found


def paragraph_format(paragraph: Element, name: str, **values: object) -> Element:
    return put(ppr(paragraph), name, PPR, **values)


def run_properties(run: Element) -> Element:
    found = run.find(w("rPr"))
    if found is None:
        found = etree.Element(w("rPr"))
        run.insert(0, found)
    return found


def run_format(paragraph: Element, name: str, **values: object) -> None:
    """Direct formatting on every run with text, and it changes something."""
    for run in runs(paragraph):
        put(run_properties(run), name, RPR, **values)


def size(paragraph: Element, points: float) -> None:
    run_format(paragraph, "sz", val=round(points * 2))
    run_format(paragraph, "szCs", val=round(points * 2))


def font(paragraph: Element, name: str) -> None:
    run_format(paragraph, "rFonts", eastAsia=name, ascii=name, hAnsi=name)


def untabbed(paragraph: Element) -> None:
    """Without the tabs that were typed; those that its format sets stay."""
    for node in list(paragraph.iter(w("tab"))):
        if node.getparent().tag == w("r"):
            node.getparent().remove(node)


def sections(page: Docx) -> list[Element]:
    return list(page.tree().iter(w("sectPr")))

