"""What characters wear beside face, size and colour: italics, lines under or through them, marks, a place above the
line, dots of stress and shadows, scale, tracking."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple

from reporter.artefacts.seen.word.units import VAL, Element, W, number, on, whole


def _raised(node: Element, found: dict[str, Any]) -> None:
    found["raised"] = node.get(VAL) in ("superscript", "subscript")


def _stressed(node: Element, found: dict[str, Any]) -> None:
    found["stressed"] = found.get("stressed", False) or (on(node) and node.get(VAL) != "none")


def _scale(node: Element, found: dict[str, Any]) -> None:
    found["scale"] = whole((node.get(VAL) or "").rstrip("%")) or _USUAL_SCALE


def _tracking(node: Element, found: dict[str, Any]) -> None:
    points = (number(node.get(VAL)) or 0.0) / 20
    found["tracking"] = points if abs(points) >= _LEAST_TRACKING else 0.0


def _underlined(node: Element, found: dict[str, Any]) -> None:
    found["underlined"] = node.get(VAL) not in (None, "none")


def _italic(node: Element, found: dict[str, Any]) -> None:
    found["italic"] = on(node)


def _struck(node: Element, found: dict[str, Any]) -> None:
    found["struck"] = on(node)


def _highlighted(node: Element, found: dict[str, Any]) -> None:
    found["marked"] = found.get("marked", False) or node.get(VAL) not in (None, "none", "white")


def shaded(node: Element, found: dict[str, Any]) -> None:
    """A ground (w:shd) that is seen; programs write white ones and such without a colour everywhere."""
    ground = (node.get(f"{W}fill") or "auto").upper()
    found["marked"] = found.get("marked", False) or ground not in ("AUTO", "FFFFFF")


_USUAL_SCALE: Final = 100
_LEAST_TRACKING: Final = 0.5
"""pt; less is what programs write to fit a grid."""
WORN: Final[Mapping[str, Callable[[Element, dict[str, Any]], None]]] = {
    f"{W}i": _italic, f"{W}u": _underlined, f"{W}strike": _struck, f"{W}dstrike": _struck, f"{W}w": _scale,
    f"{W}vertAlign": _raised, f"{W}spacing": _tracking, f"{W}highlight": _highlighted, f"{W}shd": shaded,
    **dict.fromkeys((f"{W}em", f"{W}outline", f"{W}shadow", f"{W}emboss", f"{W}imprint"), _stressed),
}  # fmt: skip


class Worn(NamedTuple):
    """As in `Odd`, of a few characters."""

    italic: bool = False
    underlined: bool = False
    struck: bool = False
    marked: bool = False
    raised: bool = False
    stressed: bool = False
    scale: int = _USUAL_SCALE
    tracking: float = 0.0


_NOTHING: Final = Worn()


def worn(props: Mapping[str, Any]) -> Worn | None:
    """What characters with these properties wear; None for nothing."""
    scale = props.get("scale", _USUAL_SCALE)
    dress = Worn(
        bool(props.get("italic")), bool(props.get("underlined")), bool(props.get("struck")),
        bool(props.get("marked")), bool(props.get("raised")), bool(props.get("stressed")), scale,
        props.get("tracking", 0.0),
    )  # fmt: skip
    return None if dress == _NOTHING else dress
