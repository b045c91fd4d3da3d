"""附件说明, 署名, 成文日期 and 附注 follow in this order (7.3.4–7.3.6)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.artefacts.seen.model import Role
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import line, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW439",
    title="附件说明、署名、成文日期依次排列",
    implements=("L090",),
    clause="GB/T 9704-2012 7.3.4、7.3.5",
    strength="shall",
    tests="附件说明、署名与成文日期的先后",
    why="附件说明在正文之下，署名在成文日期之上。",
    hint="调整次序：正文、附件说明、署名、成文日期、附注",
    good=lambda: notice(attachments="附件：名单"),
    bad=lambda: notice(remark=line("附件：名单", "attachments")),
    roles=("attachments", "signatory", "date"),
)
_LATE: tuple[tuple[Role, str], ...] = (
    ("attachments", "附件说明排在成文日期之后"),
    ("signatory", "署名排在成文日期之下"),
)


def check(subject: Subject) -> Iterator[Finding]:
    """Elements of the signed document in the text; two columns of a table have no order."""
    day = subject.the("date")
    if day is None or day.para.place != "text":
        return
    for role, told in _LATE:
        late = [
            one
            for one in subject.sure(role, part=0)
            if one.para.place == "text" and one.para.number > day.para.number
        ]
        if late:
            yield RULE.at(subject, late[0], told)
