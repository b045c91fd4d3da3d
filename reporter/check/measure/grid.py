"""The grid of body text: 22 lines of 28 characters, the pitch, both edges, 避头尾, and pages that end early."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from statistics import median

from reporter.artefacts.geometry_blanks import blanks_at_head
from reporter.check.measure.body import BodyLine, PageText, continues, without_hung_mark
from reporter.check.measure.items import NEVER_END, NEVER_PARTED, NEVER_START
from reporter.check.measure.judge import Reading, Sample
from reporter.typeset.boundaries import Level, break_levels
from reporter.typeset.standard import CELLS_PER_LINE, LINES_PER_PAGE, PITCH_MM, mm_to_pt, text_cells

_LATIN = re.compile(r"[A-Za-z]")
_ASCII = re.compile(r"[!-~]")
_MOVED_WITH_CLOSING = 3
"""Lines that may be taken to the next page so that the signature or the 附件说明 does not stand alone."""
_LIST = "附件："
_AFTER = 3
"""Characters of the next line that LibreOffice looks at: 行。2021年 goes over whole."""
_LEAST_PITCH = 0.956
"""23 lines fit where it is less."""
_QUOTES = "“”‘’"
_LEAST_CELLS = 10
"""A shorter line is a heading that seems to go on, as where the margin is so narrow that indented lines look flush."""
_EARLY_LINES = 4
_EARLY_RENDERED = 6
"""Free lines that a heading kept with its text, or two headings, may leave."""
_WIDOW_LINES = 2


def grid_readings(texts: Sequence[PageText], *, rendered: bool = False) -> list[Reading]:
    """All readings about body text; without body text each says so. `rendered` by LibreOffice."""
    body = [line for text in texts for line in text.body]
    full = [line for line in body if line.goes_on]
    if not body:
        keys = ("lines", "pitch", "cells", "left", "right", "kinsoku", "page_end")
        return [Reading(key, reason="没有三号字的正文") for key in keys]
    no_full = "" if full else "没有满行"
    plain = list(_plain(body, rendered))
    return [
        _lines(texts),
        Reading("pitch", tuple(_pitches(texts))),
        Reading("cells", tuple(Sample(line.cells, line.page, line.quote) for line in plain), reason=no_full),
        Reading("left", tuple(_lefts(body))),
        Reading("right", tuple(_rights(full, rendered)), reason=no_full),
        Reading("kinsoku", tuple(_kinsoku(full, texts)), len(full)),
        Reading("page_end", tuple(_early_ends(texts, rendered)), len(texts)),
    ]


def _plain(body: Sequence[BodyLine], rendered: bool) -> Iterator[BodyLine]:
    """Full lines without blanks in which, and after which, no Latin word stands that must not be parted, nor marks for
    which there was no room; in LibreOffice's layout none with digits either, since it sets white between them and hanzi
    whatever the file says, and 28 characters of a third size have no room in it unless they are set closer."""
    foreign, room = (_ASCII, CELLS_PER_LINE - 1) if rendered else (_LATIN, CELLS_PER_LINE)
    for line, below in pairwise(body):
        goes_on = line.goes_on and line.cells >= _LEAST_CELLS and not line.gapped
        whole = goes_on and not foreign.search(line.line.text + below.line.text[: _AFTER if rendered else 1])
        fits = whole and line.cells + _unparted(below.line.text, rendered=rendered) <= room
        if whole and (fits or line.cells >= CELLS_PER_LINE - 1):
            yield line


def _unparted(text: str, *, rendered: bool) -> float:
    """Cells of what stands at a text's head and cannot be parted: “（一）”， is six, a blank as long as it is.
    LibreOffice parts nothing from a quotation mark, on either side of it."""
    if blanks := blanks_at_head(text):
        return blanks
    levels, bound = break_levels(text), _QUOTES if rendered else ""
    end = next(
        (
            index for index in range(1, len(text))
            if levels[index] < Level.INNER and text[index - 1] not in bound and text[index] not in bound
        ),
        len(text),
    )  # fmt: skip
    return text_cells(text[:end])


def _lefts(body: Sequence[BodyLine]) -> Iterator[Sample]:
    for line in body:
        if line.indent == "flush" and (line.goes_on or not line.gapped):
            yield Sample(line.line.left, line.page, line.quote)


def _rights(full: Sequence[BodyLine], rendered: bool) -> Iterator[Sample]:
    for line in full:
        glyphs = without_hung_mark(line.line) if rendered else line.line.glyphs
        yield Sample(glyphs[-1].right, line.page, line.quote)


def _pitches(texts: Sequence[PageText]) -> Iterator[Sample]:
    """Between neighbouring body lines, pt."""
    for text in texts:
        for above, below in pairwise(text.body):
            gap = below.baseline - above.baseline
            if 0.6 * PITCH_MM < gap < 1.4 * PITCH_MM and above.line is not below.line:
                yield Sample(mm_to_pt(gap), below.page, below.quote)


def _lines(texts: Sequence[PageText]) -> Reading:
    """Baselines of pages that hold nothing but body text and whose last paragraph goes on."""
    samples = []
    for place, text in enumerate(texts):
        if not text.pure:
            continue
        last, count = place + 1 == len(texts), len(text.body)
        if count >= LINES_PER_PAGE:
            samples.append(Sample(count, text.page.number))
            continue
        count += _left_blank(text)
        if text.body[-1].goes_on and not last and not _excused(text, texts[place + 1]):
            samples.append(Sample(count, text.page.number, text.body[-1].quote))
    return Reading("lines", tuple(samples), reason="" if samples else "没有写满的页")


def _excused(text: PageText, after: PageText) -> bool:
    """Whether lines went over so that no single line, and no signature, stands alone on the next page."""
    return (_free(text) <= 1 and _rest_of_paragraph(after) == _WIDOW_LINES) or _before_closing(after)


def _rest_of_paragraph(text: PageText) -> int:
    return next((n for n, line in enumerate(text.body, 1) if not line.goes_on), len(text.body))


def _before_closing(text: PageText) -> bool:
    """Whether the page begins with no more than the lines that go with the signature or the 附件说明; a 附注 below
    the signature is none of them."""
    lists = [place for place, line in enumerate(text.body) if line.line.text.startswith(_LIST)]
    pairs = zip(text.lines, text.body, strict=False)
    moved = lists[0] if lists else sum(1 for _ in takewhile(lambda pair: pair[0] is pair[1].line, pairs))
    return 0 < moved <= _MOVED_WITH_CLOSING and (bool(lists) or not text.pure)


def _free(text: PageText) -> int:
    """Lines left free below the page's text."""
    last, pitch = text.lines[-1].baseline, _pitch(text)
    foot = 37.0 + (LINES_PER_PAGE - 1) * pitch + 0.7 * pitch
    return max(round((foot - last) / pitch), 0)


def _left_blank(text: PageText) -> int:
    """Blank lines between those of the text."""
    gaps = (below.baseline - above.baseline for above, below in pairwise(text.body))
    return sum(max(round(gap / _pitch(text)) - 1, 0) for gap in gaps)


def _pitch(text: PageText) -> float:
    """Of most lines of a page, mm, so long as it is near enough to the standard's for 22 of them to fit."""
    gaps = [below.baseline - above.baseline for above, below in pairwise(text.body)]
    pitch = median(gaps) if gaps else PITCH_MM
    return pitch if _LEAST_PITCH * PITCH_MM < pitch < PITCH_MM else PITCH_MM


def _early_ends(texts: Sequence[PageText], rendered: bool) -> Iterator[Sample]:
    """LibreOffice moves a kept paragraph whole, where Word and our PDF part it, so its pages may end earlier."""
    early = _EARLY_RENDERED if rendered else _EARLY_LINES
    for before, after in pairwise(texts):
        if not continues(before, after) or _before_closing(after):
            continue
        free = _free(before)
        within = before.body[-1].goes_on
        if free > (1 if within else early):
            yield Sample(free, before.page.number, f"空{free}行，{'段中换页' if within else '正文续下页'}")


def _kinsoku(full: Sequence[BodyLine], texts: Sequence[PageText]) -> Iterator[Sample]:
    """Marks at the wrong end of a line, quoted with the line; only where the paragraph really goes on."""
    body = [line for text in texts for line in text.body]
    following = {id(above): below for above, below in pairwise(body)}
    for line in full:
        below = following.get(id(line))
        if below is None:
            continue
        end, begin = line.line.text[-1], below.line.text[0]
        if end in NEVER_END:
            yield Sample(1, line.page, f"行末“{end}”：{line.quote}")
        if begin in NEVER_START:
            yield Sample(1, below.page, f"行首“{begin}”：{below.quote}")
        if end + begin in NEVER_PARTED:
            yield Sample(1, line.page, f"“{end + begin}”断在两行：{line.quote}")
