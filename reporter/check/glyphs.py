"""What fonts lack: GW713 a character, GW714 one that another face supplies, GW715 a whole face."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from reporter.check.finding import Finding, Where
from reporter.patterns import regex
from reporter.typeset.fonts import TYPEFACES, FontSet, Metrics, metrics
from reporter.typeset.pieces import Piece
from reporter.typeset.setter import printable

_CLAUSE = "GB/T 9704-2012 5.2.2"
_ROLES = {"mark": "title", "head": "hei"}
_TITLES = ("标题",)
_PICTURES = regex("[\U0001f000-\U0001faff]")
"""Emoji and other pictures: no face for Chinese text has them."""


def check_glyphs(found: Iterable[Piece], file: str, table: Metrics | None = None) -> list[Finding]:
    """An error for every character without a glyph, where it first stands; one info for all that are substituted.

    Raises EnvironmentFault when the fonts are not built.
    """
    table = table or metrics()
    missing: dict[str, Piece] = {}
    substituted: dict[str, None] = {}
    for piece in found:
        role, text = _role(piece), printable(piece.text)
        for char in table.missing(text, role):
            missing.setdefault(char, piece)
        substituted |= dict.fromkeys(table.substituted(text, role))
    findings = [_missing(char, piece, file) for char, piece in missing.items()]
    if substituted:
        message = f"这些字由相近字体代替：{''.join(substituted)}"
        hint = "字形与正文略有不同，行距不变；要用本机的正式字体，请用 Word 或 WPS 打开 DOCX 打印"
        findings.append(Finding("GW714", "info", message, hint, Where(file), _CLAUSE))
    return findings


def check_pictures(found: Iterable[Piece], text: str, file: str) -> list[Finding]:
    """A warning for every picture in the `text` of a DOCX, where it first stands: what shows it is left to Word."""
    findings = []
    for char in sorted(set(_PICTURES.findall(text))):
        piece = next((one for one in found if char in one.text), None)
        message = f"表情符号“{char}”（{_code(char)}）没有合用的字体，Word、WPS 里可能是彩色图标或空框"
        where = _where(char, piece, file) if piece else Where(file)
        findings.append(Finding("GW713", "warning", message, "删去，或改用文字", where, _CLAUSE))
    return findings


def check_faces(fonts: FontSet) -> list[Finding]:
    """An info for every genuine face that was asked for and that the machine lacks or cannot use."""
    return [
        Finding(
            "GW715",
            "info",
            f"本机没有可用的{TYPEFACES[role].docx}，PDF 里的{TYPEFACES[role].label}用自带的替代字体"
            + (f"：{reason}" if reason else ""),
            "装上这个字体后重新生成；reporter doctor 列出本机有哪些",
            Where("PDF"),
            _CLAUSE,
        )
        for role, reason in fonts.lacking.items()
    ]


def _missing(char: str, piece: Piece, file: str) -> Finding:
    message = f"字体中没有“{char}”（{_code(char)}），会印成空框"
    return Finding(
        "GW713", "error", message, "改用规范汉字，或请制表单位更正", _where(char, piece, file), _CLAUSE
    )


def _code(char: str) -> str:
    name = unicodedata.name(char, "")
    return f"U+{ord(char):04X}" + (f"，{name}" if name and not name.startswith("CJK ") else "")


def _where(char: str, piece: Piece, file: str) -> Where:
    start = max(piece.text.find(char) - 10, 0)
    return Where(file, paragraph=piece.place, quote=piece.text[start : start + 20].replace("\n", ""))


def _role(piece: Piece) -> str:
    if piece.kind == "text" and piece.place.endswith(_TITLES):
        return "title"
    return _ROLES.get(piece.kind, "fang")
