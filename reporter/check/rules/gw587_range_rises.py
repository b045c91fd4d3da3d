"""A range runs from the smaller to the larger (GB/T 15835-2011 5.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from reporter.artefacts.seen.joined import apart
from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW587",
    title="数值范围先小后大",
    implements=("L069",),
    clause="GB/T 9704-2012 9、GB/T 15835-2011 5.1",
    strength="recommended",
    tests="“80%～70%”“600元至300元”这样的范围",
    why="前大后小，多半是写错了一个数。",
    hint="核对两个数，小的写在前面",
    good=lambda: notice(body=("每户300元至600元。",)),
    bad=lambda: notice(body=("每户600元至300元。",)),
    severity="warning",
)
_UNIT = "%|万元|元|人|家|户|张|个|名|天|岁|小时|平方米|米"
_RANGE = re.compile(rf"(?<![\d.])(\d+(?:\.\d+)?)({_UNIT})?(?P<sign>～|至)(\d+(?:\.\d+)?)({_UNIT})", re.ASCII)
_QUICK = apart(r"～(?<=(?:\d|[%元人家户张个名天岁时米])～)\d", r"至(?<=[%元人家户张个名天岁时米]至)\d")
_FALLS = re.compile("[由从自降减缩压下第][^，。；]{0,8}$")


def check(subject: Subject) -> Iterator[Finding]:
    """Of one unit; 至 may also say down to where something fell."""
    for para, found in subject.seen.joined.matches(_RANGE, quick=_QUICK):
        first, unit, sign, last, same = found.groups()
        if unit not in (None, same) or (unit is None and sign == "至") or Decimal(last) >= Decimal(first):
            continue
        if not _FALLS.search(para.text, max(0, found.start() - 12), found.start()):
            yield RULE.at(subject, para, f"“{found[0]}”前大后小", around(para.text, found))
