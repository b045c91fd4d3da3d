"""A date has a name above it (7.3.5)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.issuers import issuers_of
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW435",
    title="成文日期之上有发文机关署名",
    implements=("R17",),
    clause="GB/T 9704-2012 7.3.5",
    strength="recommended",
    tests="有成文日期的文件、信函有没有署名",
    why="加盖印章的公文，印章压着署名和日期；漏了署名，印章无处可盖。",
    hint="在成文日期上一行写发文机关署名",
    good=notice,
    bad=lambda: notice(signatory=None),
    roles=("date",),
)
_NEAR = 3


def check(subject: Subject) -> Iterator[Finding]:
    """Documents and letters with a mark; a short line right above the date may be a name that was not recognised."""
    day = subject.the("date")
    if day is None or subject.seen.face not in ("document", "letter", "order") or not subject.sure("mark", part=0):
        return
    if subject.seen.face == "order" and not subject.seen.all("post"):
        names = subject.sure("signatory", part=0)
        if len(names) == 1 and names[0].text in issuers_of(subject):
            yield RULE.at(subject, names[0], "命令由机关署名，没有签发人职务和签名章")
    if subject.seen.all("signatory", "post") or day.text != day.para.text:
        return
    near = [p for p in subject.seen.paras if day.para.number - _NEAR <= p.number < day.para.number and p.text]
    if not near or near[-1].text[-1:] in "。；）)" or near[-1] in subject.paras_of("attachments"):
        order = subject.seen.face == "order"
        yield RULE.at(subject, day, "命令没有签发人职务和签名章" if order else "成文日期上面没有署名")
