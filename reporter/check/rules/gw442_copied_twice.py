"""Copies go to others than the issuer and the recipients (7.4.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.bare import solid
from reporter.check.finding import Finding
from reporter.check.issuers import issuers_of
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW442",
    title="抄送机关不重复主送机关，也不列本机关",
    implements=("L103", "R19"),
    clause="GB/T 9704-2012 7.4.2、3.4",
    strength="shall",
    tests="抄送机关与主送机关、发文机关是不是同一个；同一机关在主送、抄送里列了两遍",
    why="抄送机关是除主送机关外需要知晓公文内容的其他机关。",
    hint="从抄送里删去已经主送的机关和本机关",
    good=lambda: notice(cc="抄送：县审计局。"),
    bad=lambda: notice(cc="抄送：各乡镇人民政府，县审计局。"),
    roles=("cc", "recipients"),
)
_PARTS = re.compile(r"[、，,；;]")
_LABEL = re.compile(r"^抄\s*[送报发]\s*(?:机关)?\s*[：:]?")
_PLACE = re.compile(r"^[\u4e00-\u9fff]{1,4}?(?=[县市区省](?!级))")
_BRACKETS = re.compile(r"[（(][^）)]*[）)]")


def check(subject: Subject) -> Iterator[Finding]:
    """Names as they are written, of places with or without their own name: 县民政局 for 安和县民政局."""
    copies = subject.sure("cc")
    for element in (*subject.sure("recipients", part=0), *copies):
        names = _names(_LABEL.sub("", element.text.strip()))
        for name in sorted({name for name in names if names.count(name) > 1}):
            yield RULE.at(subject, element, f"{name}列了两遍")
    if not copies:
        return
    to = {name for one in subject.sure("recipients", part=0) for name in _names(one.text)}
    own = {_short(name) for name in issuers_of(subject)}
    for element in copies:
        for name in _names(_LABEL.sub("", element.text.strip())):
            if name in to:
                yield RULE.at(subject, element, f"主送机关已有{name}，抄送又列")
            elif _short(name) in own:
                yield RULE.at(subject, element, f"抄送列了发文机关自己：{name}")


def _names(text: str) -> list[str]:
    return [name for part in _PARTS.split(_BRACKETS.sub("", solid(text))) if (name := part.rstrip("。：:"))]


def _short(name: str) -> str:
    return _PLACE.sub("", name)
