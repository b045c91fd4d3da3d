"""What stands in one paragraph: its runs in the final view, its text boxes and drawings, its page breaks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from reporter.artefacts.seen.model import Odd, Run
from reporter.artefacts.seen.word.plain import Held, Plain, parsed
from reporter.artefacts.seen.word.styles import Props, Styles, run_props
from reporter.artefacts.seen.word.units import Element, W, said
from reporter.artefacts.seen.word.worn import Worn, worn

MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
UNSEEN: Final = frozenset(
    f"{W}{name}"
    for name in (
        "del", "moveFrom", "delText", "pPr", "rPr", "sdtPr", "sdtEndPr", "rt", "rubyPr", "fldData", "instrText",
        "delInstrText", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr", "commentReference", "annotationRef",
        "bookmarkStart", "bookmarkEnd", "proofErr",
    )
) | {f"{MC}Fallback"}  # fmt: skip
"""Properties, deleted text of tracked changes, field codes, the upper line of ruby, marks without text."""
_DRAWN: Final = frozenset((f"{W}drawing", f"{W}pict", f"{W}object"))
_SYMBOLS: Final = {
    0xA8: "□", 0xA3: "□", 0x6F: "□", 0x71: "□", 0x72: "□", 0xFE: "☑", 0x52: "☑", 0x53: "☒", 0xFD: "☒", 0x54: "☒",
    0xFC: "√", 0x50: "√", 0x6C: "●", 0x6E: "■", 0x75: "◆",
}  # fmt: skip
"""Characters of Wingdings and its like, by the lower byte."""
_PAGE_FIELDS: Final = frozenset(("PAGE", "NUMPAGES", "SECTIONPAGES"))
_DAY_FIELDS: Final = frozenset(("DATE", "TIME", "SAVEDATE", "PRINTDATE"))


def choices(node: Element) -> Iterator[Element]:
    """What is to be read of an alternative: the first choice, else the fallback."""
    chosen = node.find(f"{MC}Choice")
    if chosen is None:
        chosen = node.find(f"{MC}Fallback")
    return iter(chosen) if chosen is not None else iter(())


_WORDS: Final = re.compile("[\u4e00-\u9fff]{3}")
"""注一 and the like may stand above the line."""
_SOME: Final = 5
"""Characters that are more than a label drawn out to the width of another."""
Look = tuple[str, float, bool, str]


class Dressed(tuple[str, float, bool, str]):
    """A look whose characters wear something, which makes no other run of them."""

    worn: Worn


class Content:
    """What was collected. `drawn` are drawings and pictures; `leading` is a page break before any text, `trailing` one
    after the last; `hidden` whether words are there that are not shown, `dated` a field that shows the day on which the
    file is opened or printed."""

    __slots__ = ("dated", "drawn", "hidden", "leading", "looks", "texts", "trailing")

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.looks: list[Look] = []
        self.drawn: list[Element] = []
        self.leading = self.trailing = self.hidden = self.dated = False

    @property
    def empty(self) -> bool:
        return not (self.texts or self.drawn or self.leading or self.trailing)

    def runs(self) -> tuple[Run, ...]:
        """Neighbours that look alike as one."""
        if len(self.looks) == 1:
            return (Run(self.texts[0], *self.looks[0]),)
        found: list[Run] = []
        begin = 0
        for at in range(1, len(self.looks) + 1):
            if at == len(self.looks) or self.looks[at] != self.looks[begin]:
                text = "".join(self.texts[begin:at])
                if text:
                    found.append(Run(text, *self.looks[begin]))
                begin = at
        return tuple(found)

    def worn(self) -> Odd | None:
        """What the characters wear, without how their paragraph stands; None where nothing is worn."""
        if not any(type(look) is Dressed for look in self.looks):
            return None
        counts: dict[Worn, int] = {}
        for text, look in zip(self.texts, self.looks, strict=True):
            dress = look.worn if isinstance(look, Dressed) else Worn()
            if dress.raised and not _WORDS.search(text):
                dress = dress._replace(raised=False)
            counts[dress] = counts.get(dress, 0) + len("".join(text.split()))
        whole = sum(counts.values())
        if not whole:
            return None
        italic, underlined, struck, marked, raised, stressed = (
            round(sum(count for dress, count in counts.items() if dress[at]) / whole, 3) for at in range(6)
        )
        most = max(counts, key=counts.__getitem__)
        apart = [dress.tracking - most.tracking for dress, count in counts.items() if count >= _SOME]
        uneven = max(apart, key=abs, default=0.0)
        return Odd(italic, underlined, struck, marked, raised, stressed, most.scale, most.tracking, uneven)


class Inline:
    """Reads paragraphs; what a run looks like is worked out once for each way of saying it."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._bases: dict[tuple[str, str, str], dict[str, Any]] = {}
        self._looks: dict[Any, Look | None] = {}
        self._said: dict[Any, Look | None] = {}

    def __len__(self) -> int:
        return len(self._bases) + len(self._looks) + len(self._said)

    def base(self, paragraph: str, table: str, character: str = "") -> dict[str, Any]:
        """Run properties by the styles of paragraph, table and run. Bold of two kinds of styles lifts itself
        (17.7.3)."""
        key = paragraph, table, character
        known = self._bases.get(key)
        if known is None:
            styles = self._styles
            layers: list[Props] = [styles.get(table, "table").run] if table else []
            layers.append(styles.get(paragraph).run)
            layers += [styles.get(character, "character").run] if character else []
            known = dict(styles.base_run)
            for layer in layers:
                known.update(layer)
            if not styles.base_run.get("bold"):
                known["bold"] = sum(bool(layer.get("bold")) for layer in layers) % 2 == 1
            self._bases[key] = known
        return known

    def look(self, properties: Held | Element | None, paragraph: str, table: str) -> Look | None:
        """How a run with these properties (w:rPr) looks; None when it is hidden."""
        key = properties.text if isinstance(properties, Held) else said(properties)
        asked = key, paragraph, table
        if key is None or asked not in self._said:
            own = run_props(parsed(properties), self._styles.theme)
            look = self._look(own, paragraph, table)
            if key is None:
                return look
            self._said[asked] = look
        return self._said[asked]

    def _look(self, own: dict[str, Any], paragraph: str, table: str) -> Look | None:
        key = paragraph, table, tuple(own.items())
        if key not in self._looks:
            style = own.get("style", "")
            found = {**self.base(paragraph, table, style), **own}
            look = (
                found.get("font", ""), found.get("size", 0.0), found.get("bold", False), found.get("colour", "")
            )  # fmt: skip
            self._looks[key] = None if found.get("hidden") else _dressed(look, worn(found))
        return self._looks[key]

    def read(self, paragraph: Element, style: str, table: str, into: Content) -> None:
        """Adds what stands in a w:p to `into`."""
        _Reader(self, style, table, into).read(paragraph)

    def say(self, plain: Plain, style: str, table: str, into: Content) -> None:
        """Adds what stands in a plain paragraph."""
        _Reader(self, style, table, into).say(plain)


def _dressed(look: Look, dress: Worn | None) -> Look:
    if dress is None:
        return look
    found = Dressed(look)
    found.worn = dress
    return found


class _Reader:
    """One paragraph; containers of all kinds are looked through, however deep."""

    def __init__(self, inline: Inline, style: str, table: str, into: Content) -> None:
        self._inline, self._style, self._table = inline, style, table
        self._into = into
        self._look = self._plain = inline.look(None, style, table)
        self._fields: list[list[str]] = []
        """Open fields: its instruction, and `code` while that is being read, `result` with or without text."""
        self._codes = 0

    def read(self, paragraph: Element) -> None:
        stack: list[Iterator[Element]] = [iter(paragraph)]
        while stack:
            around = stack[-1]
            for child in around:
                tag = child.tag
                deeper = self._run(child) if tag == _R else self._enter(child, tag)
                if deeper:
                    stack += deeper
                    break
            else:
                stack.pop()

    def say(self, plain: Plain) -> None:
        for held, words in zip(plain.form.looks, plain.words, strict=True):
            self._look = self._inline.look(held, self._style, self._table)
            self._add(words)

    def _run(self, node: Element) -> Sequence[Iterator[Element]]:
        """Reads a run up to something with an inside of its own; gives what is then left of it and that inside."""
        self._look = self._plain
        inside = iter(node)
        for child in inside:
            tag = child.tag
            if tag == _T:
                self._add(_text(child))
            elif tag == _RPR:
                self._look = self._inline.look(child, self._style, self._table)
            else:
                deeper = self._enter(child, tag)
                if deeper:
                    return inside, *deeper
        return ()

    def _enter(self, node: Element, tag: str) -> Sequence[Iterator[Element]]:
        """Reads one node; gives what is to be read next inside it."""
        if tag in UNSEEN:
            if tag == _INSTR and self._fields:
                self._fields[-1][0] += node.text or ""
        elif tag == _T:
            self._add(_text(node))
        elif tag == _R:
            return self._run(node)
        elif tag in _OTHER:
            _OTHER[tag](self, node)
        elif tag in _DRAWN:
            self._into.drawn.append(node)
        elif tag == _ALTERNATE:
            return (choices(node),)
        elif tag == _SIMPLE:
            return (self._simple(node),)
        elif isinstance(tag, str) and len(node):
            return (iter(node),)
        return ()

    def _add(self, text: str | None) -> None:
        if not text or self._codes:
            return
        if self._look is None:
            self._into.hidden = self._into.hidden or bool(text.strip())
            return
        self._into.texts.append(text)
        self._into.looks.append(self._look)
        if self._fields:
            self._fields[-1][1] = "text"
        if self._into.trailing and text.strip():
            self._into.leading, self._into.trailing = self._into.leading or not self._before, False
        if text.strip():
            self._before = True

    _before = False
    """Whether text stood before."""

    def _break(self, node: Element) -> None:
        kind = node.get(f"{W}type")
        if kind == "page":
            self._into.trailing = True
        elif kind != "column":
            self._add("\n")

    def _tab(self, _: Element) -> None:
        self._add("\t")

    def _hyphen(self, _: Element) -> None:
        self._add("-")

    def _number(self, _: Element) -> None:
        self._add("1")

    def _symbol(self, node: Element) -> None:
        try:
            code = int(node.get(f"{W}char") or "", 16)
        except ValueError:
            return
        private = 0xE000 <= code <= 0xF8FF
        if private or "wingdings" in (node.get(f"{W}font") or "").lower():
            self._add(_SYMBOLS.get(code & 0xFF, "•"))
        elif 0x20 <= code < 0xD800:
            self._add(chr(code))

    def _math(self, node: Element) -> None:
        self._add(node.text)

    def _field(self, node: Element) -> None:
        kind = node.get(f"{W}fldCharType")
        if kind == "begin":
            self._fields.append(["", "code"])
            self._codes += 1
        elif kind == "separate" and self._fields and self._fields[-1][1] == "code":
            self._fields[-1][1] = "result"
            self._codes -= 1
        elif kind == "end" and self._fields:
            code, state = self._fields.pop()
            self._into.dated = self._into.dated or _names(code, _DAY_FIELDS)
            if state == "code":
                self._codes -= 1
            if state != "text" and _names(code, _PAGE_FIELDS):
                self._add("1")

    def _simple(self, node: Element) -> Iterator[Element]:
        code = node.get(f"{W}instr") or ""
        self._into.dated = self._into.dated or _names(code, _DAY_FIELDS)
        if _names(code, _PAGE_FIELDS) and not any(one.text for one in node.iter(_T)):
            self._add("1")
        return iter(node)


def _names(code: str, fields: frozenset[str]) -> bool:
    """Whether the code of a field calls one of these."""
    words = code.upper().split()
    return bool(words) and words[0] in fields


def _text(node: Element) -> str:
    """Blanks at the ends count only where the file says so."""
    text = node.text or ""
    if text and (text[0] in " \t\r\n" or text[-1] in " \t\r\n") and node.get(_SPACE) != "preserve":
        return text.strip(" \t\r\n")
    return text


_T, _R, _RPR, _INSTR = f"{W}t", f"{W}r", f"{W}rPr", f"{W}instrText"
_ALTERNATE, _SIMPLE = f"{MC}AlternateContent", f"{W}fldSimple"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_OTHER: Final = {
    f"{W}br": _Reader._break, f"{W}cr": lambda reader, _: reader._add("\n"), f"{W}tab": _Reader._tab,
    f"{W}ptab": _Reader._tab, f"{W}noBreakHyphen": _Reader._hyphen, f"{W}sym": _Reader._symbol,
    f"{W}pgNum": _Reader._number, f"{W}fldChar": _Reader._field, f"{_MATH}t": _Reader._math,
}  # fmt: skip
