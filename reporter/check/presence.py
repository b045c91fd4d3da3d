"""Whether every text of a Document stands in a file, in order.

GW701 a text is missing · GW702 a text stands in another place · GW705 a listed attachment is missing (R21).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from reporter.artefacts.folded import Span, Stream, fold, fragments, place_in_order
from reporter.check.finding import Finding, Severity, Where
from reporter.document.inline import Blank, Inline, Note, plain
from reporter.text import within
from reporter.typeset.pieces import Piece, grouped

LIMIT = 20
"""Findings of one sort in one file; more are only counted."""
_LOOSE = {"mark", "signature", "imprint", "note"}
_QUOTE = 40
REBUILD = "请重新生成；如果仍然出现，说明版式模板漏排或改动了文字，请检查 templates 文件夹里的模板"


class Printed(Struct, frozen=True):
    """What a file holds: `stream` in reading order (its parts are pages when `paged`), `elsewhere` what has
    no place in that order (page headers, footers, notes). `compatible` as in `fold`."""

    file: str
    stream: Stream
    elsewhere: str = ""
    compatible: bool = False
    paged: bool = False

    def page_at(self, place: int) -> int:
        return self.stream.part_at(place) + 1 if self.paged else 0


def check_presence(found: tuple[Piece, ...], printed: Printed) -> list[Finding]:
    """Every piece that is not where it should be, at most LIMIT of them, then how many more there are."""
    strict = tuple(piece for piece in found if piece.kind not in _LOOSE)
    groups = [[strict[index] for index in group] for group in grouped(strict)]
    texts = ["".join(_fold(piece.text, printed) for piece in group) for group in groups]
    kept = [(group, text) for group, text in zip(groups, texts, strict=True) if text]
    spans = place_in_order([text for _, text in kept], printed.stream.text)
    findings = list(_unplaced([group for group, _ in kept], spans, printed))
    anywhere = printed.stream.text + "\n" + printed.elsewhere
    for piece in found:
        if piece.kind in _LOOSE:
            for needle in _needles(piece, printed):
                if needle not in anywhere:
                    findings.append(_missing(piece, printed, 0))
    return limited(findings, printed.file)


def _unplaced(
    groups: Sequence[list[Piece]], spans: Sequence[Span | None], printed: Printed
) -> Iterable[Finding]:
    """Looks for what was not found as one run between its neighbours, piece by piece and in fragments."""
    end, position = 0, 0
    while position < len(spans):
        span = spans[position]
        if span is not None:
            end, position = span.end, position + 1
            continue
        last = position
        while last < len(spans) and spans[last] is None:
            last += 1
        following = spans[last] if last < len(spans) else None
        gap = printed.stream.text[end : following.start if following else None]
        tears = [start - end for start in printed.stream.starts_in(end, end + len(gap))]
        cursor = 0
        for group in groups[position:last]:
            for piece in group:
                for needle in _needles(piece, printed):
                    start = _find(needle, gap, cursor, tears)
                    if start is None:
                        yield _missing(piece, printed, end, needle)
                    else:
                        cursor = max(cursor, start)
        position = last


def _find(needle: str, gap: str, cursor: int, tears: Sequence[int]) -> int | None:
    """Where `needle` ends in the gap: after the cursor, before it (a split row), or in fragments."""
    for begin in (cursor, 0):
        start = gap.find(needle, begin)
        if start >= 0:
            return start + len(needle)
    pieces = fragments(needle, gap, tears)
    return pieces[-1].end if pieces else None


def _needles(piece: Piece, printed: Printed) -> list[str]:
    """The folded texts between the piece's blanks and notes (a blank may print as rule, as gap or as a field to
    fill)."""
    runs: list[list[Inline]] = []
    run: list[Inline] = []
    for inline in piece.inlines:
        if isinstance(inline, Blank | Note):
            runs.append(run)
            run = []
        else:
            run.append(inline)
    texts = (_fold(plain(run), printed) for run in (*runs, run))
    return [text for text in texts if text]


def _missing(piece: Piece, printed: Printed, near: int, needle: str = "") -> Finding:
    where = Where(printed.file, printed.page_at(near), piece.place, short(piece.text))
    if piece.block.startswith("attachment"):
        message = "附件说明、附件标记或附件标题在文件里找不到，或与文稿不一致"
        return Finding("GW705", "error", message, REBUILD, where, "R21；GB/T 9704-2012 7.3.4、7.3.7")
    if len(needle) > 1 and needle in printed.stream.text:
        return Finding("GW702", "error", "文字不在应在的位置", REBUILD, where, "GB/T 9704-2012 7")
    return Finding("GW701", "error", "文稿里的文字在文件里找不到", REBUILD, where, "GB/T 9704-2012 7")


def _fold(text: str, printed: Printed) -> str:
    return fold(text, compatible=printed.compatible)


def short(text: str) -> str:
    """A text as a finding quotes it: one line of at most 40 characters."""
    return within(" ".join(text.split()), _QUOTE)


def limited(findings: list[Finding], file: str) -> list[Finding]:
    """At most LIMIT findings; how many more there are is said in one."""
    if len(findings) <= LIMIT:
        return findings
    rest = findings[LIMIT:]
    severity: Severity = "error" if any(finding.severity == "error" for finding in rest) else "warning"
    message = f"另有 {len(rest)} 处类似问题未逐一列出"
    return [
        *findings[:LIMIT],
        Finding(rest[0].code, severity, message, REBUILD, Where(file), rest[0].clause),
    ]
