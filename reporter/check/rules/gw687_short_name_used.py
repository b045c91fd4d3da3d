"""A short name that is given is the one that is used (R22)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.artefacts.seen.joined import apart
from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW687",
    title="“以下简称”的简称后文用到",
    implements=("R22",),
    clause="公文一致性要求",
    strength="recommended",
    tests="“（以下简称……）”里的名称在后文有没有出现",
    why="简称与后文用的不一致，读者不知道是不是同一件事。",
    hint="改成后文用的简称；后文不用的，删去",
    good=lambda: notice(body=("落实生活补贴和护理补贴（以下简称两项补贴）制度。", "两项补贴按月发放。")),
    bad=lambda: notice(body=("落实生活补贴和护理补贴（以下简称残疾补贴）制度。", "两项补贴按月发放。")),
    signs=("以下简称",),
)
_SHORT = apart("以下简称[：:]?[“《]?(?P<name>[^”》）、，；。]{2,16})[”》]?[）、]")


def check(subject: Subject) -> Iterator[Finding]:
    """Anywhere behind it, in text or tables."""
    text = subject.seen.joined
    for para, found in text.matches(_SHORT):
        if subject.seen.everything.count(found["name"]) == 1:
            yield RULE.at(subject, para, f"简称“{found['name']}”后文没有用到", around(para.text, found))
