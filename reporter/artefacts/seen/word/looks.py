"""Resolved paragraph properties → how the paragraph stands, in the units of readers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from reporter.artefacts.seen.model import Align, Looks, Odd
from reporter.artefacts.seen.word.styles import Props
from reporter.typeset.standard import SANHAO_PT

if TYPE_CHECKING:
    from reporter.artefacts.seen.word.drafts import Draft

_TWIPS: Final = 20
_FRAMES: Final[dict[str, Align]] = {"center": "center", "right": "right", "outside": "right"}
_NEARLY: Final = 0.08
"""Characters set closer than they are wide make the twips less."""
_SINGLE: Final = 240.0
"""What `w:line` counts for single spacing."""
_LINE_PT: Final = 12.0
"""What a line counts for white given in lines where the section has no grid."""


def looks_of(draft: Draft) -> Looks:
    """How a paragraph stands that is read to its end."""
    props, size = draft.props, draft.size
    rule = props.get("rule", "auto")
    line = props.get("line")
    fixed = line is not None and rule in ("exact", "exactly", "atLeast") and line > 0
    spread = props.get("align") == "spread"
    align: Align = "justify" if spread else props.get("align", "left")
    frame = props.get("frame")
    return Looks(
        _FRAMES.get(frame, align) if frame and align in ("left", "justify") else align,
        _first(props, size),
        _side(props, "left", size),
        _side(props, "right", size),
        round(line / _TWIPS, 3) if fixed and line is not None else 0.0,
        fixed and rule != "atLeast",
        0.0 if draft.close_above else _white(props, "before", draft.grid),
        0.0 if draft.close_below else _white(props, "after", draft.grid),
        draft.new_page,
        draft.rule_above,
        draft.rule_below,
        0.0 if fixed else round((line or _SINGLE) / _SINGLE, 3),
        _odd(draft, spread),
    )


def _odd(draft: Draft, spread: bool) -> Odd | None:
    props, worn = draft.props, draft.worn or _NOTHING
    tab = props.get("tab")
    found = replace(
        worn,
        marked=1.0 if props.get("marked") else worn.marked,
        spread=spread,
        boxed=bool(props.get("boxed")),
        dropped=bool(props.get("dropped")),
        automatic=bool(props.get("before_auto") or props.get("after_auto")),
        tab=_cells(tab / _TWIPS) if tab else None,
    )
    return None if found == _NOTHING else found


_NOTHING: Final = Odd()


def _first(props: Props, size: float) -> float:
    characters = props.get("first_chars", 0)
    return _cells(characters / 100 * size if characters else props.get("first", 0) / _TWIPS)


def _side(props: Props, side: str, size: float) -> float:
    """Word keeps characters and twips and counts these characters by the default size: where the two do not agree by
    the size of the paragraph, the twips are right."""
    twips: float = props.get(side, 0)
    points: float = props.get(f"{side}_chars", 0) / 100 * size
    if points and (not twips or abs(twips / _TWIPS - points) <= _NEARLY * abs(points)):
        return _cells(points)
    return _cells(twips / _TWIPS)


def _cells(points: float) -> float:
    return round(points / SANHAO_PT, 3) if points else 0.0


def _white(props: Props, side: str, grid_pt: float) -> float | None:
    if props.get(f"{side}_auto"):
        return None
    lines: float = props.get(f"{side}_lines", 0)
    if lines:
        return round(lines / 100 * (grid_pt or _LINE_PT), 3)
    twips: float = props.get(side, 0)
    return round(twips / _TWIPS, 3) if twips else 0.0
