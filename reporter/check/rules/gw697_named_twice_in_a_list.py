"""What stands side by side stands there once (R25)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.artefacts.seen.joined import apart
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW697",
    title="并列的各项不重复",
    implements=("R25",),
    clause="公文校对要求",
    strength="recommended",
    tests="用顿号隔开的各项里有两项相同的，如“河口镇、青石镇、柳溪镇、河口镇”",
    why="多写一项，往往是漏了另一项。",
    hint="核对名单，改成漏掉的那一项，或者删去多出的",
    good=lambda: notice(body=("检查了河口镇、青石镇、柳溪镇、新桥街道。",)),
    bad=lambda: notice(body=("检查了河口镇、青石镇、柳溪镇、河口镇。",)),
    severity="warning",
)
_BOUNDS = re.compile(r"[，。；：！？（）()“”《》\s]")
_LEAST = 3
_HIDDEN = re.compile("[某×xX*]|^\\d")
_NAME = ("镇", "乡", "街道", "局")
"""Of these the first of a run may have words before it: 检查了河口镇 names 河口镇."""
_AFTER_NAME = apart(*(f"{one}、" for one in _NAME))
_FAR = 60
_GOES_ON = re.compile("[等和与及共]|$")


def check(subject: Subject) -> Iterator[Finding]:
    """Runs of three items and more; behind the last of them other words may stand."""
    text = subject.text_of("body", "heading")
    names = dict.fromkeys(para.number for para, found in text.matches(_AFTER_NAME) if _again(para.text, found.start()))
    for para in text.paras:
        if para.number in names or _alike(para.text):
            for run in _BOUNDS.split(para.text):
                if twice := _twice(run.split("、")):
                    yield RULE.at(subject, para, f"“{twice}”列了两次", run)


def _alike(text: str) -> bool:
    """Whether two items may be the same; most paragraphs are told apart here, where the runs would take long."""
    if text.count("、") < _LEAST - 1:
        return False
    heads = [item[:_LEAST] for item in text.replace("“", "、").split("、")]
    return len({*heads}) < len(heads)


def _again(text: str, place: int) -> bool:
    """Whether the name that ends there may stand behind it once more."""
    return text[max(0, place - 1) : place + 1] in text[place + 1 : place + _FAR]


def _twice(items: list[str]) -> str:
    """The first of three items and more that stands there a second time, or an empty string."""
    first, *others = items if len(items) >= _LEAST else ("",)
    for place, item in enumerate(others):
        name = item if place < len(others) - 1 else _GOES_ON.split(item, maxsplit=1)[0]
        led = first.endswith(name) if name.endswith(_NAME) else first == name
        if len(name) >= _LEAST and not _HIDDEN.search(name) and (led or name in others[:place]):
            return name
    return ""
