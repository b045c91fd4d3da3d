"""The theme of a file: what a few fonts and colours are that others name by their part."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from reporter.artefacts.seen.word.units import Element, colour

_A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_NAMED: Final = {
    "text1": "dk1", "dark1": "dk1", "tx1": "dk1", "text2": "dk2", "dark2": "dk2", "tx2": "dk2",
    "background1": "lt1", "light1": "lt1", "bg1": "lt1", "background2": "lt2", "light2": "lt2", "bg2": "lt2",
    "hyperlink": "hlink", "followedHyperlink": "folHlink",
}  # fmt: skip


class Theme:
    """Fonts and colours that others name by their part: `minorEastAsia`, `accent1`. It is read when one is named."""

    def __init__(self, root: Callable[[], Element | None], language: str = "") -> None:
        self._root: Callable[[], Element | None] | None = root
        self._script = "Hant" if language.lower() in ("zh-tw", "zh-hk", "zh-mo") else "Hans"
        self._colours: dict[str, str] = {}
        self._fonts: dict[str, str] = {}

    def read(self) -> None:
        """Raises InputError for a damaged one."""
        if self._root is None:
            return
        root, self._root = self._root(), None
        if root is not None:
            for scheme in root.iter(f"{_A}clrScheme"):
                for node in scheme:
                    for inner in node:
                        self._colours[node.tag.rpartition("}")[2]] = colour(
                            inner.get("lastClr") or inner.get("val")
                        )
            for size in ("major", "minor"):
                for fonts in root.iter(f"{_A}{size}Font"):
                    self._fonts[f"{size}EastAsia"] = _east_asian(fonts, self._script)

    def font(self, name: str) -> str:
        if not name:
            return ""
        self.read()
        return self._fonts.get(name, "")

    def colour(self, name: str) -> str:
        if not name:
            return ""
        self.read()
        return self._colours.get(_NAMED.get(name, name), "")


def _east_asian(fonts: Element, script: str) -> str:
    named = fonts.find(f"{_A}ea")
    typeface = named.get("typeface") if named is not None else ""
    if typeface:
        return typeface
    return next((f.get("typeface") or "" for f in fonts.iter(f"{_A}font") if f.get("script") == script), "")
