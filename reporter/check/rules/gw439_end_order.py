"""附件说明, 署名, 成文日期 and 附注 follow in this order (7.3.4–7.3.6)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from reporter.artefacts.seen.model import SURE, Element, Para, Role
from reporter.check.bare import bare
from reporter.check.finding import Finding
from reporter.check.issuers import issuers_of
from reporter.check.rule import Rule
from reporter.check.samples import line, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW439",
    title="附件说明、署名、成文日期、附注、抄送、印发依次排列",
    implements=("L090",),
    clause="GB/T 9704-2012 7.3.4、7.3.5、7.3.6、7.4.2、10.3",
    strength="shall",
    tests="正文、附件说明、署名、成文日期、附注、抄送机关、印发机关和纪要出席人员的先后",
    why="附件说明在正文之下，署名在成文日期之上。",
    hint="调整次序：正文、附件说明、署名、成文日期、附注",
    good=lambda: notice(attachments="附件：名单"),
    bad=lambda: notice(remark=line("附件：名单", "attachments")),
    roles=("attachments", "signatory", "date", "remark", "cc", "attendance"),
)
_LATE: tuple[tuple[Role, Role, str], ...] = (
    ("date", "attachments", "附件说明排在成文日期之后"),
    ("date", "signatory", "署名排在成文日期之下"),
    ("print_date", "remark", "附注排在版记之后"),
    ("print_date", "cc", "抄送机关排在印发机关之下"),
)
_EARLY: tuple[tuple[Role, str], ...] = (
    ("attachments", "附件说明排在正文之前"),
    ("attendance", "出席人员排在正文之前"),
)


def check(subject: Subject) -> Iterator[Finding]:
    """Elements of the signed document in the text; two columns of a table have no order."""
    for before, role, told in _LATE:
        mark = subject.the(before)
        if mark is None or (mark.para.place != "text" and before == "date"):
            continue
        where = "text" if before == "date" or role == "remark" else mark.para.place
        late = [
            one for one in subject.sure(role, part=0)
            if one.para.place == where and one.para.number > mark.para.number
        ]  # fmt: skip
        if late:
            yield RULE.at(subject, late[0], told)
    name, day = subject.the("signatory"), next(iter(subject.seen.all("date", part=0)), None)
    above = _neighbour(subject, name, -1) if name and _plain(name) else None
    if above and _REMARK.fullmatch(above.text):
        noted = RULE.at(subject, above, "附注排在署名之前")
        yield replace(noted, severity="info") if "联系人" in above.text else noted
    below = _neighbour(subject, day, 1) if day and day.confidence < SURE and _plain(day) else None
    if below and (bare(below.text) in issuers_of(subject) or _POST.fullmatch(below.text)):
        yield RULE.at(subject, below, "署名排在成文日期之下")
    yield from _early(subject)
    day, names = subject.the("date"), subject.sure("signatory", part=0)
    if day and len(names) == 1 and names[0].para.number == day.para.number and day.para.place == "text":
        yield RULE.at(subject, day, "署名和成文日期排在同一行，日期应在署名下一行")


def _neighbour(subject: Subject, one: Element, step: int) -> Para | None:
    """The nearest paragraph of the text with words, above or below, among three."""
    seen, number = subject.seen, one.para.number
    near = seen.below(number, _NEAR) if step > 0 else seen.above(number, _NEAR)[::-1]
    found = next((para for para in near if para.text), None)
    return found if found and found.place == "text" else None


_NEAR = 3
_REMARK = re.compile(r"（(?:此件|联系人|附注|公开|不予公开|信息公开)[^（）]*）")
"""Whom to ask is often told at the end of the text, which is a note only."""
_POST = re.compile(r"(?:代理?)?(?:[省市县区州镇乡局厅]|主)\s*[长任]\s+[\u4e00-\u9fff]\s*[\u4e00-\u9fff]{1,3}")


def _plain(one: Element) -> bool:
    return one.para.place == "text" and one.para.text == one.text


def _early(subject: Subject) -> Iterator[Finding]:
    """附件说明 and who came to a meeting stand below the text."""
    first = next(iter(subject.sure("body", "heading", part=0)), None)
    for role, told in _EARLY:
        for one in subject.sure(role, part=0)[:1]:
            if first and one.para.place == first.para.place and one.para.number < first.para.number:
                yield RULE.at(subject, one, told)
