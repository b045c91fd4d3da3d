"""The decimal point and the comma of thousands are half-width (GB/T 15835-2011)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.quantities import LARGE_UNITS
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW571",
    title="数字中间的小数点、千分号用半角，不空格",
    implements=("L073", "R25"),
    clause="GB/T 15835-2011 5.1",
    strength="recommended",
    tests="“12。5万元”“1，234元”“12．5%”“3，2公顷”“12. 5%”这样的数字",
    why="全角标点把一个数断成两个，会被读错，也会断在两行。",
    hint="改成 12.5、1234",
    good=lambda: notice(body=("投入资金12.5万元。",)),
    bad=lambda: notice(body=("投入资金12。5万元。",)),
)
_UNIT = "(?:%|％|万|亿|元|个|家|人|张|平方米|公里|条|处|名|次|户|小时|课时|学时|件|项|份|所|套|台|吨|亩)"
_WRONG = re.compile(
    rf"(?<=[\u4e00-\u9fff])\d+．\d+|\d+[。．·]\d+(?={_UNIT})|(?<![\d，,.])\d{{1,3}}(?:，\d{{3}})+(?=(?:\.\d+)?{_UNIT})(?!人次)"
    rf"|(?<![\d，,.])\d{{1,4}}，\d{{1,2}}(?={LARGE_UNITS})"
    rf"|(?<=[\u4e00-\u9fff])\d+\.[ \u00a0]+\d+(?=分|{_UNIT})",
    re.ASCII,
)

_BLANK = re.compile("[ \u00a0]")
_QUICK = re.compile("[。．·，](?<=[0-9].)[0-9]|\\.(?<=[0-9].)[ \u00a0]+[0-9]")


def check(subject: Subject) -> Iterator[Finding]:
    """Paragraphs of text, cells, boxes and notes; a unit behind tells that it is one number."""
    text = subject.seen.joined
    signs = text.numbers
    apart = not (signs.before & signs.behind).isdisjoint("。．·，")
    spaced = "." in signs.behind and not signs.before.isdisjoint(" \u00a0")
    for para, found in text.matches(_WRONG, quick=_QUICK) if apart or spaced else ():
        told = "中间有空格" if _BLANK.search(found[0]) else "里的标点是全角的"
        yield RULE.at(subject, para, f"“{found[0]}”{told}", around(para.text, found))
