"""Styles with everything they inherit: document defaults, the chain of base styles."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from reporter.artefacts.seen.model import Stroke
from reporter.artefacts.seen.word.stylesheet import Sheet
from reporter.artefacts.seen.word.theme import Theme
from reporter.artefacts.seen.word.units import (
    OFF,
    VAL,
    Element,
    W,
    attributes,
    colour,
    inner,
    number,
    on,
    val,
    whole,
)
from reporter.artefacts.seen.word.worn import WORN, shaded

LevelProps = Callable[[str, int | None, str | None], dict[str, Any]]
"""List id, level and style id → what that level gives a paragraph."""
Props = Mapping[str, Any]
"""Run properties: font, size, bold, colour, hidden, what `worn` asks for. Paragraph properties: see `paragraph_props`.
A property that is not there is inherited."""
_W14: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_ALIGN: Final = {
    "both": "justify", "distribute": "spread", "thaiDistribute": "spread", "lowKashida": "justify",
    "start": "left", "left": "left", "end": "right", "right": "right", "center": "center",
}  # fmt: skip
_MOST_BORDERS: Final = 60
"""Of a chain of styles; what those before would say is said again by then."""
_SIDES: Final = ("top", "bottom")


def run_props(node: Element | None, theme: Theme) -> dict[str, Any]:
    """What one w:rPr says itself."""
    found: dict[str, Any] = {}
    for child in node if node is not None else ():
        tag = child.tag
        if tag == _FONTS:
            font = theme.font(child.get(_EA_THEME, "")) or child.get(_EA)
            if font:
                found["font"] = font
        elif tag == _SIZE:
            size = number(child.get(VAL), 2)
            if size is not None and size > 0:
                found["size"] = size / 2
        elif tag == _BOLD:
            found["bold"] = child.get(VAL) not in OFF
        elif tag == _COLOUR:
            found["colour"] = colour(child.get(VAL)) or theme.colour(child.get(_THEME_COLOUR) or "")
        elif tag == _HIDDEN:
            found["hidden"] = child.get(VAL) not in OFF
        elif tag == _STYLE:
            found["style"] = child.get(VAL) or ""
        elif tag == _FILL:
            _filled(child, theme, found)
        elif tag in WORN:
            WORN[tag](child, found)
    return found


def _filled(node: Element, theme: Theme, found: dict[str, Any]) -> None:
    """w14:textFill, which Word and WPS print instead of w:color."""
    for fill in node.iter(f"{_W14}srgbClr", f"{_W14}schemeClr"):
        value = fill.get(f"{_W14}val") or ""
        shade = colour(value) if fill.tag == f"{_W14}srgbClr" else theme.colour(value)
        # The theme's text colour is what `auto` gives as well.
        if shade and value not in ("tx1", "dk1"):
            found["colour"] = shade


_FONTS, _EA, _EA_THEME = f"{W}rFonts", f"{W}eastAsia", f"{W}eastAsiaTheme"
_SIZE, _BOLD, _COLOUR, _THEME_COLOUR = f"{W}sz", f"{W}b", f"{W}color", f"{W}themeColor"
_HIDDEN, _STYLE, _FILL = f"{W}vanish", f"{W}rStyle", f"{_W14}textFill"


def paragraph_props(node: Element | None) -> dict[str, Any]:
    """What one w:pPr says itself.

    align (`spread` where the last line is drawn out too); left, right, first, tab (the first stop) in twips,
    left_chars … in hundredths of a character, first negative when hanging; line, rule, before, after in twips,
    before_lines … in hundredths of a line; contextual; page_break; outline 1–9 (0 none); num, level; top, bottom a
    Stroke or None; style; frame its alignment; section where one ends; removed where a
    tracked change takes its end away; marked on a ground of another colour.
    """
    found: dict[str, Any] = {}
    for child in node if node is not None else ():
        reader = _READERS.get(child.tag)
        if reader is not None:
            reader(child, found)
    return found


def _align(node: Element, found: dict[str, Any]) -> None:
    if (align := _ALIGN.get(node.get(VAL) or "")) is not None:
        found["align"] = align


def _indent(node: Element, found: dict[str, Any]) -> None:
    said = attributes(node)
    for key, logical, usual in _EDGES:
        value = number(said.get(logical) or said.get(usual))
        if value is not None:
            found[key] = value
    for key, name, hung in _FIRST:
        hanging = number(said.get(hung))
        value = -hanging if hanging else number(said.get(name))
        if value is None and hanging is not None:
            value = 0.0
        if value is not None:
            found[key] = value


_EDGES: Final = tuple(
    (f"{side}{key}", f"{W}{logical}{suffix}", f"{W}{side}{suffix}")
    for side, logical in (("left", "start"), ("right", "end"))
    for key, suffix in (("", ""), ("_chars", "Chars"))
)
_FIRST: Final = tuple(
    (f"first{key}", f"{W}firstLine{suffix}", f"{W}hanging{suffix}")
    for key, suffix in (("", ""), ("_chars", "Chars"))
)


def _spacing(node: Element, found: dict[str, Any]) -> None:
    said = attributes(node)
    for key, name in _WHITES:
        value = number(said.get(name))
        if value is not None:
            found[key] = value
    if "line" in found or said.get(_RULE):
        found["rule"] = said.get(_RULE) or "auto"
    for key, lines, auto in _SOFT_WHITES:
        value = number(said.get(lines))
        if value is not None:
            found[f"{key}_lines"] = value
        if (automatic := said.get(auto)) is not None:
            found[f"{key}_auto"] = automatic not in OFF


_RULE: Final = f"{W}lineRule"
_WHITES: Final = tuple((name, f"{W}{name}") for name in ("line", "before", "after"))
_SOFT_WHITES: Final = tuple(
    (name, f"{W}{name}Lines", f"{W}{name}Autospacing") for name in ("before", "after")
)


def _borders(node: Element, found: dict[str, Any]) -> None:
    for side in _SIDES:
        border = node.find(f"{W}{side}")
        if border is not None:
            found[side] = stroke_of(border)
    ends = [border for side in ("left", "right") if (border := node.find(f"{W}{side}")) is not None]
    if len(ends) > 1:
        found["boxed"] = all(map(stroke_of, ends))


def stroke_of(border: Element) -> Stroke | None:
    """A border as a rule; None when it is switched off. w:sz counts eighths of a point."""
    kind = border.get(VAL)
    if kind in ("nil", "none", None):
        return None
    weight, shade = (number(border.get(f"{W}sz"), 8) or 0.0) / 8, colour(border.get(f"{W}color"))
    return Stroke(weight, shade) if kind in _UNBROKEN else Stroke(weight, shade, kind=kind)


_UNBROKEN: Final = ("single", "thick")


def _tabs(node: Element, found: dict[str, Any]) -> None:
    lefts = (stop for stop in node if stop.get(VAL) in ("left", "start", "num"))
    stops = [number(stop.get(f"{W}pos")) or 0.0 for stop in lefts]
    found["tab"] = min((stop for stop in stops if 0 < stop < _NEAR), default=None)


_NEAR: Final = 2400
"""Twips; stops further off are for footers and lists of contents."""


def _outline(node: Element, found: dict[str, Any]) -> None:
    level = whole(node.get(VAL))
    if level is not None:
        found["outline"] = level + 1 if 0 <= level < 9 else 0


def _numbering(node: Element, found: dict[str, Any]) -> None:
    identity = val(node, "numId")
    if identity:
        found["num"] = identity
    level = whole(val(node, "ilvl"))
    if level is not None:
        found["level"] = min(max(level, 0), 8)


def _style(node: Element, found: dict[str, Any]) -> None:
    found["style"] = node.get(VAL) or ""


def _page_break(node: Element, found: dict[str, Any]) -> None:
    found["page_break"] = on(node)


def _contextual(node: Element, found: dict[str, Any]) -> None:
    found["contextual"] = on(node)


def _section(_: Element, found: dict[str, Any]) -> None:
    found["section"] = True


def _mark(node: Element, found: dict[str, Any]) -> None:
    """The paragraph's end, which a tracked change may take away."""
    for child in node:
        if child.tag in (_DELETED, _MOVED):
            found["removed"] = True


_DELETED, _MOVED = f"{W}del", f"{W}moveFrom"


def _frame(node: Element, found: dict[str, Any]) -> None:
    """Where a frame stands, which its text follows: `center`, `right`, `outside` …"""
    found["frame"] = node.get(f"{W}xAlign") or "left"
    found["dropped"] = node.get(f"{W}dropCap") in ("drop", "margin")


_READERS: Final = {
    f"{W}jc": _align, f"{W}ind": _indent, f"{W}spacing": _spacing, f"{W}pBdr": _borders,
    f"{W}outlineLvl": _outline, f"{W}numPr": _numbering, f"{W}pStyle": _style,
    f"{W}pageBreakBefore": _page_break, f"{W}contextualSpacing": _contextual, f"{W}framePr": _frame,
    f"{W}sectPr": _section, f"{W}rPr": _mark, f"{W}tabs": _tabs, f"{W}shd": shaded,
}  # fmt: skip


def over(below: Props, above: Props) -> dict[str, Any]:
    """Properties laid over others."""
    found = {**below, **above}
    if above.get("first", 0) < 0 and "first_chars" not in above:
        found.pop("first_chars", None)  # a hanging indent takes the place of an inherited first-line one
    return found


class Style:
    """One style with what it inherits inside its chain; document defaults are not in it."""

    __slots__ = ("identity", "name", "paragraph", "plain", "run", "table")

    def __init__(self, identity: str, name: str) -> None:
        self.identity = identity
        self.name = name
        self.paragraph: Props = {}
        self.plain: Props = {}
        """Paragraph properties without what its numbering gives."""
        self.run: Props = {}
        self.table: tuple[Element, ...] = ()
        """w:tblBorders of the chain, the base style's first."""


_BASE, _NAME, _PPR, _RPR = f"{W}basedOn", f"{W}name", f"{W}pPr", f"{W}rPr"


def _value(node: Element | None) -> str:
    return (node.get(VAL) or "") if node is not None else ""


class Styles:
    """All styles of a file, each resolved once."""

    def __init__(self, sheet: Sheet | None, theme: Theme) -> None:
        self.theme = theme
        self._sheet = sheet
        self._known: dict[str, Style] = {}
        self._cut: dict[str, Style] = {}
        """Those of one file whose chain comes back to itself: where it ends depends on which was asked first."""
        self.base_run: Props = {"size": 10.0}
        self.base_paragraph: Props = {}
        self.level_props: LevelProps | None = None
        """Set by the numbering, which styles refer to and which refers to styles."""
        if sheet is None:
            self.base_run = {}
            return
        defaults = sheet.document
        if defaults is not None:
            self.base_run = {
                **self.base_run, **run_props(defaults.find(f"{W}rPrDefault/{W}rPr"), theme)
            }  # fmt: skip
            self.base_paragraph = paragraph_props(defaults.find(f"{W}pPrDefault/{W}pPr"))

    def get(self, identity: str | None, kind: str = "paragraph") -> Style:
        """A style by its id; the default one of its kind for an id that is not there."""
        known = self._known.get(identity) if identity else None
        if known is not None:
            return known
        key = identity or ""
        if identity is None or self._sheet is None or identity not in self._sheet:
            key = self._sheet.defaults.get(kind, "") if self._sheet else ""
        return self._known.get(key) or self._cut.get(key) or self._resolved(key)

    @property
    def circular(self) -> bool:
        """Whether a chain of styles that was asked for comes back to itself."""
        return bool(self._cut)

    def forget_circles(self) -> None:
        self._cut.clear()

    def _node(self, identity: str) -> Element | None:
        return self._sheet.node(identity) if self._sheet else None

    def own_list(self, identity: str) -> str:
        """The list that a style names itself, or an empty id."""
        node = self._node(identity)
        numbering = node.find(f"{W}pPr/{W}numPr") if node is not None else None
        return val(numbering, "numId")

    def _resolved(self, identity: str) -> Style:
        """A style over the one it is based on; a chain that comes back to itself ends there."""
        chain: dict[str, Element] = {}
        known = None
        while known is None and identity not in chain and (node := self._node(identity)) is not None:
            chain[identity] = node
            identity = _value(next(node.iterchildren(_BASE), None))
            known = self._known.get(identity) or self._cut.get(identity)
        whole = identity not in chain and identity not in self._cut
        style = known or Style("" if chain else identity, "")
        for identity, node in reversed(chain.items()):
            style = self._over(style, identity, node)
            (self._known if whole else self._cut)[identity] = style
        return style

    def _over(self, below: Style, identity: str, node: Element) -> Style:
        """What the style says itself over the one it is based on."""
        parts: dict[str, Element] = {}
        for part in node:
            parts.setdefault(part.tag, part)
        own = paragraph_props(parts.get(_PPR))
        own.pop("style", None)
        style = Style(identity, _value(parts.get(_NAME)))
        style.plain = over(below.plain, own)
        style.paragraph = below.paragraph
        if "num" in own and self.level_props is not None:
            given = self.level_props(own["num"], own.get("level"), identity)
            style.paragraph = over(style.paragraph, given)
        style.paragraph = over(style.paragraph, own)
        style.run = {**below.run, **run_props(parts.get(_RPR), self.theme)}
        borders = inner(parts.get(f"{W}tblPr"), f"{W}tblBorders")
        style.table = (*below.table, borders)[-_MOST_BORDERS:] if borders is not None else below.table
        return style
