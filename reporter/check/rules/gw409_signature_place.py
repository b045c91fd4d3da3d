"""署名 and 成文日期 stand as for a sealed or an unsealed document (L090, L091)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reporter.artefacts.geometry import PageGeometry, TextLine
from reporter.artefacts.geometry_blanks import BLANK
from reporter.check.bare import bare
from reporter.check.finding import Finding
from reporter.check.measure.items import RIGHT_MM
from reporter.check.places import page_of
from reporter.check.rule import Rule
from reporter.check.samples import notice, with_lines
from reporter.check.signing import date_misplaced
from reporter.check.subject import Subject
from reporter.text import width
from reporter.typeset.standard import CELL_MM

RULE = Rule(
    code="GW409",
    title="成文日期右空四字、署名居中（盖章），或署名右空二字、日期缩进二字（不盖章）",
    implements=(
        "L090",
        "L091",
    ),
    clause="GB/T 9704-2012 7.3.5.1、7.3.5.2",
    strength="recommended",
    tests="排版后署名和成文日期两行的左右位置",
    why="印章要端正居中压住日期；不盖章时两行右侧错开二字。",
    hint="盖章：日期右缩进4字，署名以日期居中；不盖章：署名右缩进2字，日期首字比署名首字右移二字",
    good=lambda: with_lines(notice(), ("安和县民政局", 124.4, 157.8), ("2026年3月6日", 125.0, 161.7)),
    bad=lambda: with_lines(notice(), ("安和县民政局", 28.0, 61.4), ("2026年3月6日", 28.0, 64.7)),
    roles=(
        "signatory",
        "date",
    ),
    needs=("layout",),
)
_SEALED, _UNSEALED, _NEAR = 4.0, 2.0, 0.6
"""字."""
_RENDERED = 1.2
"""LibreOffice sets white between digits and hanzi: a date is up to one 字 wider."""
_BLOCK_MM = 120.0
"""How high a block of eleven names and their date is."""


def check(subject: Subject) -> Iterator[Finding]:
    """The signatures and the date as lines of the layout. Sealed: the date four 字 from the right edge and the name
    centred on it; unsealed: the name two 字 from the right edge and the date two 字 in from the name's begin, or the
    other way round. Whether a paper bears a seal cannot be seen, so either will do. Names in a grid are for seals.
    Wrong indents are told alone."""
    names, day = subject.sure("signatory", part=0), subject.the("date")
    place = page_of(subject, day.text) if day else None
    if not names or day is None or place is None or subject.seen.face in ("order", "minutes"):
        return
    page, line = place
    found = [above for name in names if (above := _above(page, line, name.text))]
    if len({round(above.baseline) for above in found}) != len(names):
        return
    near = _RENDERED if subject.layout and subject.layout.rendered else _NEAR
    uneven = (
        min(_spread(above.left for above in found), _spread(above.right for above in found)) > near * CELL_MM
    )
    if page.landscape:
        return  # which edge of the sheet is the right one is a matter of binding
    wrong = uneven or not (_sealed(found[-1], line, near) or _unsealed(found[-1], line, near))
    if wrong and not any(date_misplaced(subject)):
        off = round((RIGHT_MM - line.right) / CELL_MM, 1)
        stands = f"右空{off:.1f}字" if off > 0 else f"伸出版心{-off:.1f}字" if off < 0 else "顶到版心右边"
        yield RULE.at(subject, day, f"成文日期{stands}，与署名的位置不合两种排法")


def _spread(edges: Iterable[float]) -> float:
    """How far they lie apart, mm: names below each other begin or end at one place."""
    places = sorted(edges)
    return places[-1] - places[0]


def _above(page: PageGeometry, day: TextLine, name: str) -> TextLine | None:
    """The nearest line above the date that holds just this name: on a short page the mark stands above both."""
    near = (line for line in page.lines if 0 < day.baseline - line.baseline < _BLOCK_MM)
    held = (line for line in near if bare(line.text) == bare(name))
    return max(held, key=lambda line: line.baseline, default=None)


def _sealed(name: TextLine, day: TextLine, near: float) -> bool:
    centred = abs((name.left + name.right) - (day.left + day.right)) / 2 <= near * CELL_MM
    right = (RIGHT_MM - day.right) / CELL_MM
    wide = name.right - name.left > day.right - day.left + 8 * CELL_MM
    return centred and (abs(right - _SEALED) <= near or (wide and right > _SEALED))


def _wide(line: TextLine) -> float:
    """字, blanks to be filled in counted."""
    return width(bare(line.text)) + line.text.count(BLANK)


def _unsealed(name: TextLine, day: TextLine, near: float) -> bool:
    """The wider of the two stands two 字 from the edge; by their characters, since a layout may set white in a date."""
    begins = (day.left - name.left) / CELL_MM
    last = day if _wide(day) > _wide(name) else name
    return abs(begins - _UNSEALED) <= near and abs((RIGHT_MM - last.right) / CELL_MM - _UNSEALED) <= near
