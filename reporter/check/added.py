"""GW710: the file holds a text that the Document does not."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reporter.artefacts.folded import fold, longest_prefix
from reporter.check.finding import Finding, Where
from reporter.check.presence import REBUILD, limited, short
from reporter.typeset.pieces import Piece

_LABELS = ("签发人：", "抄送：", "主送：", "印发", "附件：", "（续）", "续")
"""Fixed words that a face adds around texts of the Document."""
_MARK_SUFFIX = "文件"
"""Stands between the middle names of an even number of issuers: a PDF's line may begin with it."""
_NOTE_MARK = re.compile(r"\[\d{1,3}\]")
_LEAST = 4
"""A run of fewer characters stands somewhere in every document by chance."""


def check_nothing_added(
    found: tuple[Piece, ...], parts: Iterable[tuple[int, str]], file: str, *, compatible: bool = False
) -> list[Finding]:
    """A finding for each part (page and line, paragraph or cell) that stands nowhere in the Document.

    Parts come in about the order of the Document, so each is first looked for where the last one ended.
    """
    texts = [fold(piece.text, compatible=compatible) for piece in found]
    known, whole = set(texts), "".join(texts)
    cursor = 0
    findings = []
    for page, part in parts:
        text = fold(part, compatible=compatible)
        if not text or text in known:
            continue
        start = whole.find(text, cursor)
        if start < 0:
            start = whole.find(text)
        if start >= 0:
            cursor = start + len(text)
        elif not all(_is_put_together(run, whole) for run in _runs(text, compatible)):
            where = Where(file, page, quote=short(part))
            findings.append(Finding("GW710", "warning", "文件里有文稿没有的文字", REBUILD, where, "R22"))
    return limited(findings, file)


def _runs(text: str, compatible: bool) -> list[str]:
    """The text between a face's fixed words and the marks of notes."""
    text = text.removeprefix(_MARK_SUFFIX)
    for label in _LABELS:
        text = text.replace(fold(label, compatible=compatible), "", 1)
    return _NOTE_MARK.split(text)


def _is_put_together(text: str, whole: str) -> bool:
    """Whether the text is made of runs of the Document that stand apart there: a repeated table head and a row."""
    while text not in whole:
        length = longest_prefix(text, whole, 0)
        if length < _LEAST:
            return False
        text = text[length:]
    return True
