"""Back from a figure or phrase on a page to what it was made from: every occurrence in a file in hand."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from reporter.artefacts.folded import fold
from reporter.artefacts.pages import PageFinder
from reporter.artefacts.pdf import read_pdf
from reporter.deliver.drafts import Draft
from reporter.deliver.evidencetree import Source, source_of
from reporter.deliver.inhand import InHand, name_of, pdf_beside
from reporter.document.inline import Text, plain
from reporter.document.model import Document
from reporter.document.volumes import Volume, volumes
from reporter.patterns import regex
from reporter.refs import split_ref
from reporter.typeset.occurrences import Occurrence, occurrences, sentence_around, sentence_bounds
from reporter.typeset.pieces import Piece, pieces

PageOf = Callable[[Occurrence], int]
_NUMBER = regex(r"[\d,]*\d(?:\.\d+)?%?")
_PRINTED = regex(r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?[%％]?")
_DIGIT = set("0123456789")
_MOST_NEAR = 6


class Hit(Struct, frozen=True):
    """One occurrence. `page` is 0 where the file has no pages to ask, and `about` right where it is that of the PDF
    that was made with it; `wording` says where words without `sources` come from."""

    place: str
    page: int
    sentence: str
    sources: tuple[Source, ...]
    wording: str = ""
    beside: tuple[str, ...] = ()
    """Where words without `sources` come from is seldom what is asked: the figures printed in their sentence."""
    about: bool = False
    file: str = ""
    """The file that it stands in, where that is not the file in hand: an attachment delivered by itself."""

    @property
    def is_data(self) -> bool:
        """Whether a figure, a cell or an answer is printed here, not only words of a text or a setting."""
        return any(source.kind != "text" for source in self.sources)

    def as_dict(self) -> dict[str, Any]:
        return {
            "place": self.place,
            "page": self.page,
            "page_about": self.about,
            "file": self.file,
            "sentence": self.sentence,
            "sources": [source.as_dict() for source in self.sources],
            "wording": self.wording,
            "beside": list(self.beside),
        }


class Explanation(Struct, frozen=True):
    """All hits of `text`, data before words; when there is none, `near` are printed figures that may be meant and
    `in_file` says whether the file itself has the text."""

    text: str
    hits: tuple[Hit, ...]
    near: tuple[str, ...] = field(default=())
    in_file: bool = False


def explain(in_hand: InHand, text: str) -> Explanation:
    """Every occurrence of a figure or phrase in the Document of a file in hand, data first, else in the order of the
    paper.

    A number only matches as a whole number: 12 is not found in 120 or in 0.12, but 50% is in 50.00%.
    """
    everything = volumes(in_hand.draft.document)
    shown = [one for one in everything if in_hand.volume in (0, one.number)]
    found = [hit for volume in shown for hit in _in_volume(in_hand, volume, _sought(text))]
    if found:
        return Explanation(text, tuple(sorted(found, key=lambda hit: not hit.is_data)))
    return Explanation(text, (), near(in_hand.draft, text), _stands_in(in_hand.paper.text, _sought(text)))


def _in_volume(in_hand: InHand, volume: Volume, sought: str) -> Iterator[Hit]:
    """The hits in one file of the draft, each with its page there; of another file than that in hand with its name."""
    own = volume.number == in_hand.volume
    is_pdf = own and in_hand.paper.suffix == ".pdf"
    pdf = in_hand.paper.data if is_pdf else pdf_beside(in_hand, volume)
    page_of: PageOf = PageFinder(volume.document, read_pdf(pdf)).of if pdf else _no_page
    name = "" if own else name_of(in_hand, volume)
    for hit in _hits(in_hand.draft, volume.document, sought, page_of):
        yield replace(hit, about=bool(hit.page) and not is_pdf and own, file=name)


def _no_page(occurrence: Occurrence) -> int:
    return 0


def _stands_in(text: str, sought: str) -> bool:
    left = r"(?<!\d)" if sought[:1] in _DIGIT else ""
    right = r"(?!\d)" if sought[-1:] in _DIGIT else ""
    return re.search(left + re.escape(sought) + right, fold(text, compatible=True)) is not None


def _sought(text: str) -> str:
    return fold(text, compatible=True)


def _same_number(text: str, sought: str) -> Iterator[str]:
    """How a number of the same value is printed in `text`: 50.00% for 50%, 1,000 for 1000."""
    if not _NUMBER.fullmatch(sought):
        return
    for found in _PRINTED.finditer(text):
        printed = _sought(found[0])
        if printed.endswith("%") == sought.endswith("%") and _number(printed) == _number(sought):
            yield printed


def _hits(draft: Draft, document: Document, sought: str, page_of: PageOf) -> Iterator[Hit]:
    for index, piece in enumerate(pieces(document)):
        spans = _Folded(piece)
        wanted = dict.fromkeys((sought, *_same_number(piece.text, sought)))
        for start, end in sorted({span for one in wanted for span in spans.matches(one)}):
            offset, length = spans.offset(start), spans.offset(end - 1) + 1 - spans.offset(start)
            sentence = sentence_around(piece, offset, length)
            refs = spans.refs(start, end)
            where = Occurrence("", sought, sentence, piece.place, piece.block, index, offset)
            sources = tuple(source_of(ref, draft.facts) for ref in refs)
            wording = "" if sources else _wording(draft, piece)
            beside = () if sources or piece.kind == "cell" else _figures(document, where)
            yield Hit(piece.place, page_of(where), sentence, sources, wording, beside)


def _figures(document: Document, words: Occurrence) -> tuple[str, ...]:
    """What of the data is printed in the sentence of those words."""
    first, behind = sentence_bounds(pieces(document)[words.piece].text, words.offset, len(words.text))
    data = (one for one in occurrences(document) if one.piece == words.piece and split_ref(one.ref)[0] == "fact")
    return tuple(dict.fromkeys(one.text for one in data if first <= one.offset < behind))


def _wording(draft: Draft, piece: Piece) -> str:
    """Where words that come from no cell stand: counted rows, labels of the form, clerk's text, the kind's text."""
    if piece.kind == "cell" and piece.table is not None:
        label = next((column.label for column in piece.table.columns if column.id == piece.column), "")
        if label == "序号":
            return "表格自动编的序号"
        if piece.table.role == "form":
            return "指标表的文字，见 indicators.yaml"
    texts = (path for path in draft.inputs if path.startswith("texts/"))
    return "固定文字，见 " + "、".join((f"templates/text/{draft.document.kind}.md", *sorted(texts)))


class _Folded:
    """A piece as it is compared: folded characters, each with its run and its place in the piece's text."""

    def __init__(self, piece: Piece) -> None:
        self.text = ""
        self._plain = piece.text
        self._runs: list[str | None] = []
        self._offsets: list[int] = []
        offset = 0
        for inline in piece.inlines:
            ref = inline.ref if isinstance(inline, Text) else None
            for char in plain((inline,)):
                folded = fold(char, compatible=True)
                self.text += folded
                self._runs += [ref] * len(folded)
                self._offsets += [offset] * len(folded)
                offset += 1

    def matches(self, sought: str) -> Iterator[tuple[int, int]]:
        start = self.text.find(sought) if sought else -1
        while start >= 0:
            end = start + len(sought)
            if self._whole(sought, start, end):
                yield start, end
            start = self.text.find(sought, start + 1)

    def _whole(self, sought: str, start: int, end: int) -> bool:
        """Whether no digit of the same number stands before or behind."""
        # In the unfolded text: folding makes the Chinese comma between two figures a thousands mark.
        before = self._plain[: self.offset(start)][-2:]
        behind = self._plain[self.offset(end - 1) + 1 :][:2]
        if sought[0] in _DIGIT and (
            before[-1:] in _DIGIT or (before[-1:] in {".", ","} and before[:1] in _DIGIT)
        ):
            return False
        goes_on = behind[:1] in _DIGIT or (behind[:1] in {".", ","} and behind[1:] in _DIGIT)
        return not (sought[-1] in _DIGIT and goes_on)

    def refs(self, start: int, end: int) -> list[str]:
        """References of the runs that the match touches, each once, in order."""
        return list(dict.fromkeys(ref for ref in self._runs[start:end] if ref))

    def offset(self, place: int) -> int:
        return self._offsets[place]


def near(draft: Draft, text: str) -> tuple[str, ...]:
    """Printed figures nearest to what was asked for: by value for a number, by name for words."""
    printed: dict[str, str] = {}
    for one in (found for part in volumes(draft.document) for found in occurrences(part.document)):
        kind, name = split_ref(one.ref)
        if kind == "fact" and name in draft.facts:
            label = str(draft.facts[name].get("label", ""))
            printed.setdefault(
                f"{one.text}（{label}）", one.text if _NUMBER.fullmatch(_sought(text)) else label
            )
    wanted = _number(text)
    if wanted is not None:
        values = {shown: _number(value) for shown, value in printed.items()}
        known = [(abs(value - wanted), shown) for shown, value in values.items() if value is not None]
        return tuple(shown for _, shown in sorted(known)[:_MOST_NEAR])
    labels = difflib.get_close_matches(text, sorted(set(printed.values())), n=_MOST_NEAR, cutoff=0.3)
    return tuple(shown for label in labels for shown, name in printed.items() if name == label)[:_MOST_NEAR]


def _number(text: str) -> Decimal | None:
    """The first number in a text."""
    found = _NUMBER.search(_sought(text))
    return Decimal(found[0].rstrip("%").replace(",", "")) if found else None
