"""PDF pages drawn to the tenth of a millimetre for tests: Chinese text in full-width cells, rules, turned text.

The font is Helvetica under other names: every character has the width of its cell and says its own code point, and
looks like some Latin letter. So nothing here depends on our renderers or fonts.
"""

from __future__ import annotations

from msgspec import Struct, field

MM = 72 / 25.4
CELL = 156 / 28
PITCH = 225 / 22
TRACKING = CELL * MM - 16
FIRST_BASELINE = 44.26
_FLAT = b"HEFILTNMKZXVWAYBDPRhklbdTUSCGJOQ0123456789acefgijmnopqrstuvwxyz"
"""Codes in the order in which they are given out; the first ones have flat capitals 0.72 em high."""


class Sheet(Struct):
    """One page; x and y in mm from the top left, y is the baseline of text and the upper edge of rules."""

    paper: Paper
    width: float
    height: float
    content: list[str] = field(default_factory=list)

    def text(
        self,
        x: float,
        y: float,
        words: str,
        *,
        size: float = 16,
        tracking: float = TRACKING,
        red: bool = False,
    ) -> None:
        self._show(f"1 0 0 1 {x * MM:.4f} {(self.height - y) * MM:.4f}", words, size, tracking, red)

    def turned(self, x: float, y: float, words: str, *, size: float = 14) -> None:
        """Text that reads downwards from (x, y)."""
        self._show(f"0 -1 1 0 {x * MM:.4f} {(self.height - y) * MM:.4f}", words, size, 0, False)

    def rule(self, x: float, y: float, width: float, weight: float, *, red: bool = False) -> None:
        box = (x, self.height - y - weight, width, weight)
        self.content.append(_colour(red) + " ".join(f"{side * MM:.5f}" for side in box) + " re f")

    def lines(self, first: int, texts: list[str], *, pitch: float = PITCH, left: float = 28) -> None:
        """Body lines from line `first` (0 is the first of the page); a leading 　　 is an indent of two cells."""
        for place, words in enumerate(texts, first):
            indent = 2 * CELL if words.startswith("　　") else 0
            self.text(left + indent, FIRST_BASELINE + place * pitch, words.lstrip("　"))

    def number(self, value: int, *, centre: float = 269.0, inset: float = 14 / MM) -> None:
        """The page number one 字 in: odd right, even left; `centre` is the dash's middle."""
        words = f"—{value}—"
        wide = (len(words) - 2) * 7 / MM + 2 * 14 / MM
        x = self.width - 26 - inset - wide if value % 2 else 28 + inset
        drop = 14 / MM * 0.359  # half of an H
        self.text(x, centre + drop, words, size=14, tracking=0)

    def _show(self, matrix: str, words: str, size: float, tracking: float, red: bool) -> None:
        codes = "".join(f"{self.paper.code(char):02x}" for char in words)
        self.content.append(f"BT {_colour(red)} /F1 {size} Tf {tracking:.4f} Tc {matrix} Tm <{codes}> Tj ET")


class Paper:
    """A PDF in the making. `data` gives its bytes."""

    def __init__(self) -> None:
        self.sheets: list[Sheet] = []
        self._codes: dict[str, int] = {}
        for flat in "—民政局〔":
            self.code(flat)

    def sheet(self, width: float = 210, height: float = 297) -> Sheet:
        self.sheets.append(Sheet(self, width, height))
        return self.sheets[-1]

    def code(self, char: str) -> int:
        if char not in self._codes:
            self._codes[char] = (
                _FLAT[len(self._codes) % len(_FLAT)]
                if len(self._codes) < len(_FLAT)
                else (0xA1 + len(self._codes) - len(_FLAT))
            )
        return self._codes[char]

    def data(self) -> bytes:
        objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", self._font(), _stream(self._names())]
        kids = []
        for sheet in self.sheets:
            objects.append(_stream("\n".join(sheet.content)))
            box = f"[0 0 {sheet.width * MM:.4f} {sheet.height * MM:.4f}]"
            objects.append(
                f"<< /Type /Page /Parent 2 0 R /MediaBox {box} /Contents {len(objects)} 0 R "
                "/Resources << /Font << /F1 3 0 R >> >> >>"
            )
            kids.append(f"{len(objects)} 0 R")
        objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
        return _file(objects)

    def _font(self) -> str:
        widths = ["0"] * 256
        for char, code in self._codes.items():
            widths[code] = "500" if char.isascii() else "1000"
        return (
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /FirstChar 0 "
            f"/LastChar 255 /Widths [{' '.join(widths)}] /ToUnicode 4 0 R >>"
        )

    def _names(self) -> str:
        pairs = "\n".join(f"<{code:02x}> <{ord(char):04x}>" for char, code in self._codes.items())
        return (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def\n"
            "1 begincodespacerange <00> <ff> endcodespacerange\n"
            f"{len(self._codes)} beginbfchar\n{pairs}\nendbfchar\nendcmap end end"
        )


def _colour(red: bool) -> str:
    return "1 0 0 rg " if red else "0 0 0 rg "


def _stream(text: str) -> str:
    return f"<< /Length {len(text)} >>\nstream\n{text}\nendstream"


def _file(objects: list[str]) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode()
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    tail = f"trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + f"xref\n0 {size}\n0000000000 65535 f \n{table}{tail}".encode()
