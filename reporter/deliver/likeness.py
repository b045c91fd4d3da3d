"""How near a text is to a draft: whose paper it is, which 发文字号 it has, how much of the wording they share."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

from msgspec import Struct

from reporter.artefacts.folded import fold
from reporter.document.inline import Blank, plain
from reporter.document.model import Document
from reporter.document.volumes import volumes
from reporter.typeset.pieces import pieces

_RUN = 3
"""Characters that are compared at a time."""
_MOST = 20_000
"""Characters of a long list that are enough to tell whose it is."""


class Likeness(Struct, frozen=True, order=True):
    """Compared in this order. `named`: the text names the unit that issues the draft (True where it has none)."""

    named: bool
    numbered: bool
    share: Fraction


class Wording:
    """The text of a file in hand, ready to be held against drafts."""

    def __init__(self, text: str) -> None:
        self._text = fold(text, compatible=True)
        self._runs = _runs(self._text)

    @property
    def empty(self) -> bool:
        """Nothing can be read in it: a scan, a workbook."""
        return not self._text

    def likeness(self, document: Document, volume: int = 0) -> Likeness:
        """To a draft, or to one of its attachments that is a file of its own."""
        part = next((one.document for one in volumes(document) if one.number == volume), document)
        runs = _runs(fold("".join(piece.text for piece in pieces(part)), compatible=True))
        total = self._runs.total() + runs.total()
        share = Fraction(2 * (self._runs & runs).total(), total) if total else Fraction(0)
        number = _number(document)
        return Likeness(self._named(part), bool(number) and number in self._text, share)

    def _named(self, document: Document) -> bool:
        header, closing = document.header, document.closing
        signed = [one.name for one in closing.signatories if not one.post] if closing else []
        units = [*(header.issuers if header else ()), *signed]
        return not units or any(fold(unit, compatible=True) in self._text for unit in units)


def _number(document: Document) -> str:
    number = document.header.number if document.header else ()
    return "" if any(isinstance(one, Blank) for one in number) else fold(plain(number), compatible=True)


def _runs(text: str) -> Counter[str]:
    text = text[:_MOST]
    return Counter(text[start : start + _RUN] for start in range(len(text) - _RUN + 1))
