"""Minutes name and count those who were there in one way (R6, R22, R8)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from reporter.artefacts.seen.model import Element
from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import line, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW580",
    title="纪要的人数、人名与出席名单相符",
    implements=("R6", "R22", "R8"),
    clause="公文一致性要求（GB/T 9704-2012 10.3）",
    strength="recommended",
    tests="出席、请假名单有没有重名；“应到、实到、请假”人数与名单；主持人、发言人与名单",
    why="名单是会议效力的依据。",
    hint="与签到表核对后改正",
    good=lambda: _minutes("许知远、陆清和"),
    bad=lambda: _minutes("许知远、许知远"),
    roles=("attendance", "body"),
    signs=("出", "请", "缺", "应到"),
)
_KIND = re.compile(r"^(出\s*席|请\s*假|缺\s*席)[人员]*[：:]\s*(.+)$", re.DOTALL)
_BRACKETS = re.compile(r"（[^）]*）")
_PERSON = re.compile(r"[\u4e00-\u9fff·]{2,4}")
_COUNTED = re.compile(r"(应到|实到|请假|缺席)(?:代表|委员|人员)?(\d{1,3})[人名]")
_DUE = re.compile("应到")
_POSTS = "局长|镇长|乡长|县长|主任|书记|院长|主席|委员|科长|股长|同志"
_CHAIR = re.compile(rf"(?:{_POSTS})([\u4e00-\u9fff]{{2,3}}?)(?:同志)?主持")
_SPOKE = (
    r"(?:听取了?|由){0}(?:同志)?(?=关于|作|汇报|的|所作)|{0}(?:同志)?(?:作了|汇报了|发言|通报了|介绍了|主持)"
)


def check(subject: Subject) -> Iterator[Finding]:
    """Lists that hold names alone; with posts or offices among them nothing is counted."""
    listed: dict[str, list[str]] = {}
    for element in subject.sure("attendance"):
        found = _KIND.match(element.text)
        names = re.split(r"[、，,\s\u3000]+", _BRACKETS.sub("", found[2]).strip(" 。\u3000")) if found else []
        if found and names and all(_PERSON.fullmatch(name) for name in names):
            kind = "请假" if found[1][0] in "请缺" else "出席"
            listed.setdefault(kind, []).extend(names)
            for name, count in Counter(names).items():
                if count > 1:
                    yield RULE.at(subject, element, f"“{name}”在名单里出现{count}次", name)
    both = set(listed.get("出席", ())) & set(listed.get("请假", ()))
    for element in subject.sure("attendance"):
        for name in sorted(both) if _KIND.match(element.text) and re.match("[请缺]", element.text) else ():
            yield RULE.at(subject, element, f"“{name}”又在出席名单里", name)
    if listed:
        yield from _in_text(subject, listed)
    yield from _more_than_due(subject)


def _more_than_due(subject: Subject) -> Iterator[Finding]:
    """Who came and who asked for leave cannot be more than who was due; fewer they may be, some stayed away."""
    for para in subject.text_of("body").holding(_DUE, "应到"):
        for clause in re.split("[。；]", para.text):
            told = _COUNTED.findall(clause)
            counts = {kind: int(number) for kind, number in told}
            if len(told) != len(counts) or not {"应到", "实到"} <= set(counts):
                continue
            due = counts.pop("应到")
            if sum(counts.values()) > due:
                yield RULE.at(subject, para, f"实到、请假共{sum(counts.values())}人，多于应到的{due}人", clause)


def _in_text(subject: Subject, listed: Mapping[str, list[str]]) -> Iterator[Finding]:
    present, away = listed.get("出席", []), listed.get("请假", [])
    counts = {"实到": len(present), "请假": len(away), "缺席": len(away), "应到": len(present) + len(away)}
    for element in subject.sure("body", part=0):
        text = element.para.text
        for found in _COUNTED.finditer(text):
            sure = (
                bool(present) if found[1] == "实到" else bool(away) and (found[1] != "应到" or bool(present))
            )
            if sure and int(found[2]) != counts[found[1]]:
                told = f"名单上{found[1]}的是{counts[found[1]]}人"
                yield RULE.at(subject, element, told, around(text, found))
        yield from _chaired(subject, element, present)
        for name in away:
            if name in text and (said := re.search(_SPOKE.format(name), text)):
                yield RULE.at(subject, element, f"{name}请假，没有到会", around(text, said))


def _chaired(subject: Subject, element: Element, present: list[str]) -> Iterator[Finding]:
    """One who is not on the list, while one of nearly the same name is."""
    found = _CHAIR.search(element.para.text)
    if found is None or found[1] in present:
        return
    alike = [name for name in present if _near(name, found[1])]
    if alike:
        yield RULE.at(subject, element, f"出席名单里写“{alike[0]}”", around(element.para.text, found))


def _near(one: str, other: str) -> bool:
    return len(one) == len(other) > 1 and sum(a != b for a, b in zip(one, other, strict=True)) == 1


def _minutes(names: str) -> Subject:
    return notice(body=("会议研究了有关工作。", line(f"出席：{names}", "attendance")))
