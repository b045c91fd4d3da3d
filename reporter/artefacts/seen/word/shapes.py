"""The text of a part without its words: of hundreds of rows and paragraphs there are a few shapes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from reporter.artefacts.seen.word.units import NAMED, OURS

MARK: Final = b"\0"
"""Stands for words in a shape."""
_MARK: Final = MARK.decode()
_WORDS_END: Final = b"</w:t>"
_DECLARED: Final = 80
"""Bytes in which the XML declaration ends."""
_ENCODED = re.compile(rb"""(?:\xef\xbb\xbf)?\s*<\?xml[^>]*?encoding=["'](?!utf-8["'])""", re.IGNORECASE)
_IDLE: Final = (
    (b"<w:bookmark", b"/>", 1), (b"<w:proofErr", b"/>", 1), (b" w:rsid", b'"', 2), (b" w14:paraId", b'"', 2),
    (b" w14:textId", b'"', 2),
)  # fmt: skip
"""What makes each one another and shows nothing: how it begins, and what it ends with that often."""
_ODD: Final = (*map(chr, range(1, 0x20)), "&", "<", "\ufffd", "\ufffe", "\uffff")
"""Signs that are damage, that stand for others, or that count as other ones."""
_SAMPLE: Final = 8_000
"""Bytes in which it shows whether a program writes such things."""


def may_cut(data: bytes) -> bool:
    """Not with comments and raw text, in which something could seem to begin, another prefix or another encoding. A
    single sign that is hardly ever there is looked for in no time."""
    odd = (
        MARK in data
        or (b"!" in data and b"<!" in data)
        or (data.rfind(b"?") > _DECLARED and b"<?" in data[2:])
    )
    return not odd and data.count(NAMED) == 1 and OURS in data and not _ENCODED.match(data)


def shapes_of(text: bytes, ends: bytes) -> tuple[Sequence[bytes], Sequence[Sequence[str]]]:
    """Shapes and words of what ends so (rows, paragraphs), and at last of what is left behind. Words that are not
    simply what is written stay in the shape, which is then no other one's."""
    *pieces, rest = [piece.rpartition(b">") for piece in text.split(_WORDS_END)]
    shape = [before for before, _, _ in pieces]
    told = MARK.join([words for _, _, words in pieces]).decode("utf-8", "replace")
    said = told.split(_MARK) if pieces else []
    odd = [sign for sign in _ODD if sign in told]
    if odd or "" in said or (" " in told and any(one[0] == " " or one[-1] == " " for one in said)):
        shape = [
            one if _plain(words, odd) else one + b"<" + words.encode()
            for one, words in zip(shape, said, strict=True)
        ]
    shapes, found, place = _bare(MARK.join([*shape, b"".join(rest)])).split(ends), [], 0
    counts: dict[bytes, int] = {}
    for one in shapes:
        count = counts.get(one)
        if count is None:
            count = counts[one] = one.count(MARK)
        found.append(said[place : place + count])
        place += count
    return shapes, found


def _bare(text: bytes) -> bytes:
    sample = text[:_SAMPLE]
    for begin, end, times in _IDLE:
        if begin in sample:
            first, *others = text.split(begin)
            text = b"".join([first, *[one.split(end, times)[-1] for one in others]])
    return text


def _plain(words: str, odd: Sequence[str]) -> bool:
    """Whether words are what is written, without odd signs. Not for no words at all, and for blanks at the ends, which
    may count or not."""
    return words[:1] not in ("", " ") and words[-1] != " " and not any(sign in words for sign in odd)
