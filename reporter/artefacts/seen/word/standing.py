"""How paragraphs stand, worked out once for each way of saying it: thousands of paragraphs have a few ways."""

from __future__ import annotations

from typing import Any

from reporter.artefacts.seen.model import Looks
from reporter.artefacts.seen.word.numbering import Lists
from reporter.artefacts.seen.word.plain import Held, parsed
from reporter.artefacts.seen.word.styles import Style, Styles, over, paragraph_props
from reporter.artefacts.seen.word.units import Element, said


class Standing:
    """`looks` keeps those of paragraphs that stand alike, by whatever tells how."""

    def __init__(self, styles: Styles, lists: Lists) -> None:
        self._styles, self._lists = styles, lists
        self.looks: dict[Any, Looks] = {}
        self._said: dict[Any, tuple[dict[str, Any], Style, dict[str, Any]]] = {}
        self._props: dict[Any, dict[str, Any]] = {}

    def __len__(self) -> int:
        return len(self._said) + len(self._props) + len(self.looks)

    def of(
        self, properties: Held | Element | None, table: str
    ) -> tuple[dict[str, Any], Style, dict[str, Any]]:
        """What a w:pPr says itself, the style it names, and all properties with those of the styles. `table` is the
        style of the table around it."""
        key = properties.text if isinstance(properties, Held) else said(properties)
        known = self._said.get((key, table)) if key is not None else None
        if known is None:
            own = paragraph_props(parsed(properties))
            style = self._styles.get(own.get("style"))
            known = own, style, self._all(own, style, table)
            if key is not None:
                self._said[key, table] = known
        return known

    def _all(self, own: dict[str, Any], style: Style, table: str) -> dict[str, Any]:
        key = style.identity, table, tuple(own.items())
        known = self._props.get(key)
        if known is None:
            known = self._props[key] = self._resolved(own, style, table)
        return known

    def _resolved(self, own: dict[str, Any], style: Style, table: str) -> dict[str, Any]:
        props = dict(self._styles.base_paragraph)
        if table:
            props = over(props, self._styles.get(table, "table").paragraph)
        unnumbered = own.get("num") == "0"
        props = over(props, style.plain if unnumbered else style.paragraph)
        if "num" in own and not unnumbered:
            props = over(props, self._lists.props(own["num"], own.get("level", props.get("level"))))
        return over(props, own)
