"""签名章 of the person who signs: the white for it above its post, and the date four 字 in (GB/T 9704 7.3.5.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reporter.artefacts.geometry import TextLine
from reporter.check.measure.body import PageText
from reporter.check.measure.items import RIGHT_MM
from reporter.check.measure.judge import Reading, Sample
from reporter.typeset.standard import CELL_MM, PITCH_MM, SIGNATURE

_DATE = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日")
_POST = re.compile(r".*(?:长|主任|书记|主席|总理)(?:（[^（）]*）)?")
_SEAL_MM = 25.0
"""A line that ends less than a small seal and its white from the edge is no post beside a 签名章."""
_SLACK_MM = 2.0


def signer_readings(texts: Sequence[PageText]) -> list[Reading]:
    """Nothing where no person signs, else where the dates end and posts that stand too close to the text."""
    found = [(text, index) for text in texts for index in _dates(text.lines)]
    if not found:
        return []
    dates = [Sample(RIGHT_MM - text.lines[index].right, text.page.number, text.lines[index].text)
             for text, index in found]  # fmt: skip
    tight = [sample for text, index in found for sample in _tight(text, index - 1)]
    return [Reading("signer_date", tuple(dates)), Reading("signer_room", tuple(tight), len(found))]


def _dates(lines: Sequence[TextLine]) -> Iterator[int]:
    """Places of dates below a post that leaves room for a seal at its right."""
    room = (SIGNATURE.signer_seal_right_cells + SIGNATURE.signer_seal_to_title_cells) * CELL_MM + _SEAL_MM
    for index, line in enumerate(lines):
        above = lines[index - 1] if index else None
        if above is not None and _DATE.fullmatch(line.text) and _POST.fullmatch(above.text):
            indented = above.left > RIGHT_MM / 4
            if indented and RIGHT_MM - above.right > room - _SLACK_MM:
                yield index


def _tight(text: PageText, post: int) -> Iterator[Sample]:
    """The post when the text above leaves no two blank lines; at the head of a page there is none."""
    if not post:
        return
    white = text.lines[post].baseline - text.lines[post - 1].baseline
    if white < (SIGNATURE.signer_seal_blank_lines + 1) * PITCH_MM - _SLACK_MM:
        yield Sample(0, text.page.number, text.lines[post].text)
