"""GW123: A4 in place of Letter, B5 and the like."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.repair import Change, Fault, Repair, Sheet
from reporter.check.sheets import sheet_number

REPAIR = Repair("GW123", "纸张改为 A4，页边距用标准值", "纸张与 A4 相差太大，或是横排")
_SHORT, _LONG = (176.0, 222.0), (250.0, 300.0)


def repair(fault: Fault) -> Iterator[Change]:
    """Upright sheets that are near A4; the margins of another sheet are not kept."""
    number = sheet_number(fault.finding.where.paragraph)
    sections = fault.subject.setting.sections if fault.subject.setting else ()
    if 0 < number <= len(sections):
        section, wanted = sections[number - 1], fault.subject.profile.margins[0]
        if _SHORT[0] <= section.width <= _SHORT[1] and _LONG[0] <= section.height <= _LONG[1]:
            edges = (wanted.top, wanted.right, wanted.bottom, wanted.left)
            yield Sheet(number, (210.0, 297.0), edges)
