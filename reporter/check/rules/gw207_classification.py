"""密级 is one of three, with 份号 (L131)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW207",
    title="密级标绝密、机密或秘密，涉密公文标份号",
    implements=("L131",),
    clause="《党政机关公文处理工作条例》第九条（一）（二）、GB/T 9704-2012 7.2.2",
    strength="shall",
    tests="密级和保密期限的写法，以及有没有份号",
    why="涉密公文按份清点，没有份号就无法清退。",
    hint="密级写成“机密★1年”，并在上一行标6位份号",
    good=lambda: notice(copy_number="000012", classification="机密★1年"),
    bad=lambda: notice(classification="内部★1年"),
    roles=("classification",),
    about=("classification",),
)
_FORM = re.compile(r"(?:绝密|机密|秘密)(?:★(?:\d+(?:年|个月)|长期))?", re.ASCII)


def check(subject: Subject) -> Iterator[Finding]:
    """The value before ★, and whether 份号 stands above it.

    A file with a right mark is refused before any rule sees it (`check/hostile.py`): through the commands only other
    words come here, 内部★1年 or 商密. 份号 is asked for where a program judges files on a machine made for secrets.
    """
    for element in subject.sure("classification"):
        if not _FORM.fullmatch(element.text.replace("\u3000", "").replace(" ", "")):
            yield RULE.at(subject, element, "密级和保密期限的写法不对")
        elif not subject.seen.all("copy_number"):
            yield RULE.at(subject, element, "涉密公文没有份号")
