"""Marks in text → runs: bold, signers' names, blanks, breaks, tabs, notes, in the look of the sample's own run."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from reporter.document.inline import BLANK_CELL
from reporter.ooxml.names import XML_SPACE, qn
from reporter.ooxml.ordered import properties, put
from reporter.patterns import regex
from reporter.render.word.marks import (
    BOTH,
    BREAK,
    EDGED,
    GAP,
    HINTED,
    NOTE,
    PERSON,
    PLAIN,
    STRONG,
    TAB,
    TOKENS,
    URGENT,
)
from reporter.render.word.rare import face_rare, has_rare
from reporter.render.word.styles import NOTE_MARK_STYLE, SIGNER_STYLE, URGENT_STYLE

Element = etree._Element
# Characters that Word sets in the Latin face unless the run says otherwise (quotes, dashes, dots, circled numbers …).
EAST_ASIAN_HINT = regex(f"[“”‘’…—–·×÷±°℃‰①-⓿→←↑↓≤≥≠√∞■□▲△◆◇○●★☆{HINTED}{BOTH}]")
EDGES = (" ", "\u3000", "\u00a0", BLANK_CELL, EDGED, BOTH)
_T, _R = qn("w:t"), qn("w:r")


def finish_runs(root: Element) -> None:
    """Every text run under `root`; runs that came out empty are removed, rare hanzi get a face that has them."""
    rare = False
    for run in list(root.iter(_R)):
        texts = run.findall(_T)
        if len(texts) != 1:
            continue
        text = texts[0].text or ""
        rare = rare or has_rare(text)
        if not text:
            _drop(run)
        elif EAST_ASIAN_HINT.search(text) or (not text.isprintable() and any(map(_own, text))):
            _split(run, texts[0], text)
        elif text[0] in EDGES or text[-1] in EDGES:
            texts[0].set(XML_SPACE, "preserve")
        elif XML_SPACE in texts[0].attrib:
            del texts[0].attrib[XML_SPACE]
    if rare:
        for run in list(root.iter(_R)):
            face_rare(run)


def _own(char: str) -> bool:
    """Whether it is one of the marks, which are all for private use."""
    return "\ue000" <= char <= "\uf8ff"


def _drop(run: Element) -> None:
    others = [child for child in run if child.tag not in (qn("w:rPr"), _T)]
    parent = run.getparent()
    if not others and parent is not None:
        parent.remove(run)


def _split(run: Element, node: Element, text: str) -> None:
    """Replace a run by one for every stretch of equal marks."""
    run.remove(node)
    mode, made = PLAIN, []
    for token in TOKENS.split(text):
        if not token:
            continue
        if token in (STRONG, PERSON, URGENT, PLAIN):
            mode = token
            continue
        made.append(_one(run, token, mode))
    parent = run.getparent()
    assert parent is not None
    position = parent.index(run)
    parent[position : position + 1] = made


def _one(run: Element, token: str, mode: str) -> Element:
    new = deepcopy(run)
    if mode == STRONG:
        put(properties(new), "w:b")
        put(properties(new), "w:bCs")
    elif mode == PERSON:
        put(properties(new), "w:rStyle", val=SIGNER_STYLE)
    elif mode == URGENT:
        put(properties(new), "w:rStyle", val=URGENT_STYLE)
    if token == BREAK:
        etree.SubElement(new, qn("w:br"))
    elif token == TAB:
        etree.SubElement(new, qn("w:tab"))
    elif token[0] == GAP:
        put(properties(new), "w:u", val="single")
        add_text(new, BLANK_CELL * int(token[1:-1]))
    elif token[0] == NOTE:
        put(properties(new), "w:rStyle", val=NOTE_MARK_STYLE)
        etree.SubElement(new, qn("w:footnoteReference")).set(qn("w:id"), token[1:-1])
    else:
        add_text(new, token)
    return new


def add_text(run: Element, text: str) -> None:
    """A w:t at the end of a run; the run gets the East Asian hint where its characters need it."""
    if EAST_ASIAN_HINT.search(text):
        hint(run)
    node = etree.SubElement(run, _T)
    node.text = text
    if text[0] in EDGES or text[-1] in EDGES:
        node.set(XML_SPACE, "preserve")


def hint(run: Element) -> None:
    """Set w:rFonts hint=eastAsia and keep the faces that the run names."""
    holder = properties(run)
    found = holder.find(qn("w:rFonts"))
    if found is None:
        found = put(holder, "w:rFonts")
    found.set(qn("w:hint"), "eastAsia")
