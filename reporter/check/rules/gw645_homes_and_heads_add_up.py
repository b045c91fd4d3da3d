"""Of homes and heads told in one breath, the parts give the whole (R2)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW645",
    title="“其中”的户数、人数，合格与不合格，相加等于总数",
    implements=("R2",),
    clause="公文一致性要求",
    strength="recommended",
    tests="“×户×人，其中……×户×人、……×户×人”；“×家，其中合格×家、不合格×家”",
    why="户数对了、人数错了，最不容易看出来。",
    hint="核对台账，改正其中的一个数",
    good=lambda: notice(body=("低保对象400户660人，其中农村326户548人，城市74户112人。",)),
    bad=lambda: notice(body=("低保对象400户660人，其中农村326户584人，城市74户112人。",)),
    severity="warning",
)
_BOTH = r"[^，。；、\d]{0,14}(\d+)户[、，]?(\d+)人(?!次)"
_PARTS = re.compile(rf"(\d+)户[、，]?(\d+)人(?!次)[，；（(]其中{_BOTH}[，、；和]{_BOTH}(?=[。；）)]|$)")
_HALVES = re.compile(
    r"(?P<whole>\d+)(?P<unit>[家个条处项人名户件所])，其中(?P<so>[\u4e00-\u9fff]{2,4})的?(?P<part>\d+)(?P=unit)"
    r"[、，](?:不|未|没有|非)(?P=so)的?(?P<rest>\d+)(?P=unit)(?=[。；，])"
)
_MOST = 0.8


def check(subject: Subject) -> Iterator[Finding]:
    """Two parts, and no third behind them; and what is so with what is not (合格30家、不合格5家).

    Two parts both far from the whole are some of it: 其中低保户30户80人、特困户10户10人.
    """
    for para, found in subject.seen.joined.matches(_HALVES, "其中"):
        whole, part, rest = (int(found[group]) for group in ("whole", "part", "rest"))
        if part + rest != whole:
            message = f"两项相加是{part + rest}{found['unit']}，总数写{whole}{found['unit']}"
            yield RULE.at(subject, para, message, around(para.text, found))
    for para, found in subject.seen.joined.matches(_PARTS, "其中"):
        homes, heads = (list(map(int, found.groups()[first::2])) for first in (0, 1))
        sums = [(whole, sum(parts)) for whole, *parts in (homes, heads)]
        some = all(parts < whole * _MOST for whole, parts in sums)
        for (whole, parts), unit in zip(sums, "户人", strict=True):
            if parts != whole and not some:
                message = f"两项相加是{parts}{unit}，总数写{whole}{unit}"
                yield RULE.at(subject, para, message, around(para.text, found))
