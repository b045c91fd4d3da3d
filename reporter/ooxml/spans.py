"""The characters of a paragraph and where they stand in its XML: found, told whether they may be edited, parted."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Final

from lxml import etree
from msgspec import Struct

from reporter.ooxml.names import COMING, XML_SPACE, qn

Element = etree._Element
_W14: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_R, _T, _RPR = qn("w:r"), qn("w:t"), qn("w:rPr")
_MARKS: Final = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_UNSEEN: Final = frozenset(
    qn(f"w:{name}")
    for name in (
        "del", "moveFrom", "delText", "delInstrText", "pPr", "rPr", "sdtPr", "sdtEndPr", "rt", "rubyPr", "fldData",
        "drawing", "pict", "object", "commentReference", "annotationRef", "softHyphen",
    )
) | {qn("mc:AlternateContent")}  # fmt: skip
_ANSWERS: Final = (
    *(qn(f"w:{name}") for name in ("dataBinding", "dropDownList", "comboBox", "date", "picture")),
    f"{_W14}checkbox",
)
IN_REVISION, IN_FIELD, IN_CONTROL, IN_OTHER = (
    "已有修订", "是自动更新的域", "在填写控件里", "夹有公式、拼音或首尾空格",
)  # fmt: skip
"""Why characters may not be edited."""


class Piece(Struct, frozen=True):
    """What one node prints. `locked` says why it may not be edited, empty when it may; then `node` stands in a run."""

    text: str
    node: Element | None
    locked: str = ""

    @property
    def run(self) -> Element:
        """The run around the node at this moment; parting a run moves nodes into another."""
        parent = self.node.getparent() if self.node is not None else None
        if parent is None:
            raise ValueError("a piece without a run")
        return parent


def text_of(paragraph: Element) -> str:
    """What is read of a paragraph when all tracked changes are accepted, without text boxes anchored in it."""
    return "".join(piece.text for piece in pieces(paragraph))


def pieces(paragraph: Element) -> list[Piece]:
    """All that print something, in order."""
    reader = _Reader()
    reader.read(paragraph)
    return reader.found


def in_open_field(root: Element) -> frozenset[Element]:
    """Paragraphs that begin inside a field which began in an earlier one, as those of a table of contents."""
    found, depth = [], 0
    for node in root.iter(qn("w:p"), qn("w:fldChar")):
        if node.tag == qn("w:p"):
            if depth:
                found.append(node)
        else:
            kind = node.get(qn("w:fldCharType"))
            depth = max(0, depth + {"begin": 1, "end": -1}.get(kind or "", 0))
    return frozenset(found)


class _Field:
    def __init__(self) -> None:
        self.code, self.coded, self.printed = "", True, False

    @property
    def number(self) -> bool:
        words = self.code.upper().split()
        return bool(words) and words[0] in ("PAGE", "NUMPAGES", "SECTIONPAGES")


class _Reader:
    """One paragraph, containers of all kinds looked through, however deep."""

    def __init__(self) -> None:
        self.found: list[Piece] = []
        self._fields: list[_Field] = []

    def read(self, paragraph: Element) -> None:
        stack: list[tuple[Iterator[Element], str]] = [(iter(paragraph), "")]
        while stack:
            children, locked = stack[-1]
            child = next(children, None)
            if child is None:
                stack.pop()
            elif isinstance(child.tag, str) and child.tag not in _UNSEEN:
                self._enter(child, locked)
                stack.append((iter(child), locked or _lock(child)))

    def _enter(self, node: Element, locked: str) -> None:
        tag = node.tag
        if tag == qn("w:fldChar"):
            self._field(node.get(qn("w:fldCharType")))
        elif tag == qn("w:instrText"):
            if self._fields:
                self._fields[-1].code += node.text or ""
        elif tag == qn("w:fldSimple"):
            self._simple(node)
        elif tag == _T:
            self._add(node, node.text or "", locked)
        elif tag == qn("w:sym"):
            self._add(node, "\ufffc", IN_OTHER)
        elif str(tag).endswith("/math}t"):
            self._add(node, node.text or "", IN_OTHER)
        elif tag in _MARKS and node.get(qn("w:type")) not in ("page", "column"):
            self._add(node, _MARKS[str(tag)], locked)

    def _add(self, node: Element, text: str, locked: str) -> None:
        if any(field.coded for field in self._fields) or not text:
            return
        shown = text
        if node.tag == _T and node.get(XML_SPACE) != "preserve":
            shown = text.strip(" \t\r\n")
        if self._fields:
            self._fields[-1].printed = True
            locked = locked or IN_FIELD
        parent = node.getparent()
        if shown != text or parent is None or parent.tag != _R:
            locked = locked or IN_OTHER
        self.found.append(Piece(shown, node, locked))

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].coded = False
        elif kind == "end" and self._fields:
            field = self._fields.pop()
            if field.number and not field.printed:
                self.found.append(Piece("1", None, IN_FIELD))
        elif kind == "end":
            self.found = [Piece(one.text, one.node, one.locked or IN_FIELD) for one in self.found]

    def _simple(self, node: Element) -> None:
        field = _Field()
        field.code = node.get(qn("w:instr"), "")
        if field.number and not any(one.text for one in node.iter(_T)):
            self.found.append(Piece("1", None, IN_FIELD))


def _lock(node: Element) -> str:
    """Why what stands inside this container may not be edited."""
    if node.tag in COMING:
        return IN_REVISION
    if node.tag == qn("w:fldSimple"):
        return IN_FIELD
    if node.tag == qn("w:ruby") or str(node.tag).endswith("/math}oMath"):
        return IN_OTHER
    settings = node.find(qn("w:sdtPr")) if node.tag == qn("w:sdt") else None
    if settings is None:
        return ""
    lock = settings.find(qn("w:lock"))
    fixed = lock is not None and lock.get(qn("w:val")) in ("contentLocked", "sdtContentLocked")
    return IN_CONTROL if fixed or any(settings.find(tag) is not None for tag in _ANSWERS) else ""


def part_before(piece: Piece, at: int = 0) -> Element:
    """Parts the run before character `at` of the piece; gives the run that now begins with it."""
    run, node = piece.run, piece.node
    assert node is not None
    if at:
        _cut(node, at)
    before = [child for child in list(run)[: run.index(node) + (1 if at else 0)] if child.tag != _RPR]
    if not before:
        return run
    second = _twin(run)
    second.extend(list(run)[run.index(before[-1]) + 1 :])
    run.addnext(second)
    return second


def part_after(piece: Piece, at: int) -> Element:
    """Parts the run behind character `at` − 1 of the piece; gives the run that now ends with it."""
    run, node = piece.run, piece.node
    assert node is not None
    if at < len(piece.text):
        _cut(node, at)
    rest = list(run)[run.index(node) + 1 :]
    if rest:
        second = _twin(run)
        second.extend(rest)
        run.addnext(second)
    return run


def alone(piece: Piece, begin: int, end: int) -> Element:
    """A run that holds just these characters of the piece. The piece then prints only them or what is before them."""
    run = part_after(piece, end)
    if not begin:
        return part_before(piece)
    assert piece.node is not None
    _cut(piece.node, begin)
    rest = list(run)[run.index(piece.node) + 1 :]
    second = _twin(run)
    second.extend(rest)
    run.addnext(second)
    return second


def _cut(node: Element, at: int) -> None:
    """The text node in two."""
    text = node.text or ""
    rest = etree.Element(_T)
    node.text, rest.text = text[:at], text[at:]
    for one in (node, rest):
        one.set(XML_SPACE, "preserve")
    node.addnext(rest)


def _twin(run: Element) -> Element:
    """An empty run that looks the same."""
    twin = etree.Element(_R)
    for name, value in run.attrib.items():
        twin.set(name, value)
    look = run.find(_RPR)
    if look is not None:
        twin.append(deepcopy(look))
    return twin
