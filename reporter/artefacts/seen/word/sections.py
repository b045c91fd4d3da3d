"""Sections of a document: sheet, grid, how each begins, which headers and footers are printed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any, Final, TypeVar

from lxml import etree
from msgspec import Struct

from reporter.artefacts.seen.word.units import TWIPS_PER_MM, VAL, Element, W, attributes, number, on

_R_ID: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_MOST_BYTES: Final = 8_000
"""Of a w:sectPr that is remembered; most have some hundreds."""
Read = TypeVar("Read")
_TURNING: Final = frozenset(("nextPage", "oddPage", "evenPage"))


class Section(Struct, frozen=True):
    """`turns` is whether it begins on a new page; sheet and white edges in mm, None when not said; `grid_pt` its
    line pitch; `printed` the relationship ids of its headers and footers."""

    turns: bool = True
    width: float | None = None
    height: float | None = None
    top: float | None = None
    right: float | None = None
    bottom: float | None = None
    left: float | None = None
    grid_pt: float = 0.0
    headers: tuple[str, ...] = ()
    footers: tuple[str, ...] = ()


def sections(body: Element, even_and_odd: bool) -> tuple[Section, ...]:
    """In their order, without the former settings that tracked changes keep."""
    return tuple([read_alike(node, _section, even_and_odd) for node in section_nodes(body)]) or (Section(),)


def section_nodes(body: Element) -> list[Element]:
    """Every w:sectPr that is no former one."""
    return [node for node in body.iter(f"{W}sectPr") if node.getparent().tag != f"{W}sectPrChange"]  # type: ignore[union-attr]


def read_alike(node: Element, read: Callable[..., Read], *more: Any) -> Read:
    """What `read` makes of a w:sectPr. All files of one template have the same ones, which are read once."""
    text = etree.tostring(node, with_tail=False)
    return _known(text, read, more) if len(text) < _MOST_BYTES else read(node, *more)


@lru_cache(maxsize=128)
def _known(text: bytes, read: Callable[..., Read], more: tuple[Any, ...]) -> Read:
    return read(etree.fromstring(text), *more)


def _section(node: Element, even_and_odd: bool) -> Section:
    parts = {part.tag: part for part in node.iterchildren(reversed=True)}
    kind, size, margin, grid = (parts.get(f"{W}{name}") for name in ("type", "pgSz", "pgMar", "docGrid"))
    pitch = number(grid.get(f"{W}linePitch")) if grid is not None else None
    snaps = grid is not None and grid.get(f"{W}type") in ("lines", "linesAndChars", "snapToChars")
    kinds = {"default"} | ({"even"} if even_and_odd else set())
    if on(parts.get(f"{W}titlePg")):
        kinds.add("first")
    return Section(
        kind is None or kind.get(VAL, "nextPage") in _TURNING,
        _mm(size, "w"), _mm(size, "h"),
        _mm(margin, "top"), _mm(margin, "right"), _mm(margin, "bottom"), _mm(margin, "left"),
        (pitch or 0.0) / 20 if snaps else 0.0,
        tuple(_references(node, "headerReference", kinds)), tuple(_references(node, "footerReference", kinds)),
    )  # fmt: skip


def _mm(node: Element | None, name: str) -> float | None:
    value = number(node.get(f"{W}{name}")) if node is not None else None
    return None if value is None else abs(value) / TWIPS_PER_MM


def _references(node: Element, tag: str, kinds: set[str]) -> Iterator[str]:
    said = [attributes(reference) for reference in node.iterchildren(f"{W}{tag}")]
    for kind in ("first", "default", "even"):
        for reference in said:
            if reference.get(f"{W}type", "default") == kind and kind in kinds:
                yield reference.get(_R_ID, "")
