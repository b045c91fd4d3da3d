"""GW102: the margins of the standard."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.repair import Change, Fault, Repair, Sheet
from reporter.check.sheets import sheet_number

REPAIR = Repair("GW102", "页边距改为标准值", "纸张不是 A4")
_A4, _OFF = (210.0, 297.0), 1.5


def repair(fault: Fault) -> Iterator[Change]:
    """Of an upright A4 section, to the first margins that the profile accepts."""
    number = sheet_number(fault.finding.where.paragraph)
    sections = fault.subject.setting.sections if fault.subject.setting else ()
    if 0 < number <= len(sections):
        section, wanted = sections[number - 1], fault.subject.profile.margins[0]
        if abs(section.width - _A4[0]) <= _OFF and abs(section.height - _A4[1]) <= _OFF:
            yield Sheet(number, edges=(wanted.top, wanted.right, wanted.bottom, wanted.left))
