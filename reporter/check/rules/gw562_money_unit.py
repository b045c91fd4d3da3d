"""One amount is written in one unit of money throughout (R7)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from reporter.check.finding import Finding
from reporter.check.money import Amount, amounts_in_tables, amounts_in_text
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW562",
    title="同一笔金额用同一个单位",
    implements=("R7",),
    clause="公文一致性要求",
    strength="recommended",
    tests="名目相同的金额，一处写万元，一处写元；表格里名目相同的一行；各项相加等于总数、单位却不同的",
    why="万元和元混用，最容易错一万倍，审核时也对不上。",
    hint="统一用万元或元；表格在栏目或表题里写明单位",
    good=lambda: _two("安排专项资金5万元，专项资金5万元已经拨付。"),
    bad=lambda: _two("安排专项资金5万元，专项资金50000元已经拨付。"),
    roles=("body",),
    signs=("元",),
)
_SAME = 2
"""Characters at the end of two names that make them one."""


def check(subject: Subject) -> Iterator[Finding]:
    """Amounts of one name with the same value or the same digits in different units. A table that names its own unit
    and agrees with the text is only noted."""
    texts = list(amounts_in_text(subject))
    if not texts:
        return
    alike: dict[str, list[Amount]] = {}
    for one in texts:
        known = alike.setdefault(one.noun[-_SAME:], [])
        before = next((other for other in known if _mixed(one, other)), None)
        known.append(one)
        if before is not None and one.para is not None and len(one.noun) >= _SAME:
            yield RULE.at(subject, one.para, _told(before, one), one.quote)
    yield from _parts(subject, texts)
    for row in amounts_in_tables(subject):
        named = [other for other in texts if row.noun in other.noun]
        other = next((other for other in named if _mixed(row, other)), None)
        if other is None or any(one.value == row.value and one.unit == row.unit for one in named):
            continue
        found = RULE.on(subject, _told(other, row), page=row.page, spot=row.spot, quote=row.quote)
        yield replace(found, severity="info") if row.unit and row.value == other.value else found


def _parts(subject: Subject, texts: Sequence[Amount]) -> Iterator[Finding]:
    """5600万元。其中，…4300元，…1300万元: parts whose digits make up the total, one in another unit."""
    for at, total in enumerate(texts):
        for last in range(at + _SAME, min(at + _MOST, len(texts) - 1) + 1):
            parts = texts[at + 1 : last + 1]
            if sum(one.digits for one in parts) != total.digits or any(
                one.para != total.para for one in parts
            ):
                continue
            other = [one for one in parts if one.unit != total.unit]
            if len(other) == 1 and other[0].para is not None:
                message = f"各项相加是{total.written}，只有这里写{other[0].written}，单位可能写错"
                yield RULE.at(subject, other[0].para, message, other[0].quote)
            elif len(other) == len(parts) and len({one.unit for one in parts}) == 1 and total.para is not None:
                message = f"各项相加是{total.digits:f}{parts[0].unit}，这里写{total.written}，单位可能写错"
                yield RULE.at(subject, total.para, message, total.quote)


_MOST = 8
"""Parts of a total that are looked at."""


def _mixed(one: Amount, other: Amount) -> bool:
    """Whether the units differ though the value, or what is written before the unit, is the same."""
    return one.unit != other.unit and (one.value == other.value or one.digits == other.digits)


def _told(before: Amount, here: Amount) -> str:
    if before.value == here.value and here.unit:
        return f"同一笔金额，前面写{before.written}，这里写{here.written}，单位不统一"
    if here.unit:
        return f"前面写{before.written}，这里写{here.written}，单位可能写错，相差悬殊"
    return f"“{here.noun}”正文写{before.written}，表里写{here.written}，没有写明单位"


def _two(text: str) -> Subject:
    return notice(body=(text,))
