"""The letters of a joint 发文字号 are the lead agency's (R18)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.issuers import issuers_of
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW224",
    title="联合行文用主办机关的发文字号",
    implements=("R18",),
    clause="GB/T 9704-2012 7.2.5",
    strength="shall",
    tests="联合行文的发文字号代字与第一个发文机关",
    why="一份联合行文只有一个发文字号，由主办机关编。",
    hint="改用排在第一位的机关的发文字号",
    good=lambda: _joint("安民〔2026〕12号"),
    bad=lambda: _joint("安财〔2026〕12号"),
    roles=(
        "number",
        "mark",
    ),
)
_JOINT = 2
_CODE = re.compile(r"[^\d〔\[（(【]+")
_LETTERS = {
    "民政": "民",
    "财政": "财",
    "公安": "公",
    "教育": "教",
    "卫生": "卫",
    "住房": "建住",
    "市场监督": "市监",
    "消防": "消",
    "应急": "应",
    "医疗保障": "医",
    "人力资源": "人",
    "自然资源": "自",
    "发展": "发",
}
"""A word of the agency's name → one of these stands in its 代字."""


def check(subject: Subject) -> Iterator[Finding]:
    """The first agency of a joint header against the letters of its trade, or a joint series with 联 that is not
    another trade's."""
    number, marks = subject.the("number"), issuers_of(subject)
    if number is None or len(marks) < _JOINT:
        return
    wanted = next((letters for word, letters in _LETTERS.items() if word in marks[0]), "")
    letters = _CODE.match(number.text)
    if not (wanted and letters) or any(one in letters[0] for one in wanted):
        return
    others = "".join(letters for word, letters in _LETTERS.items() if word not in marks[0])
    if "联" not in letters[0] or any(one in letters[0] for one in others if one not in _PLACE):
        yield RULE.at(subject, number, f"联合行文的发文字号应用主办机关（{marks[0]}）的代字")


_PLACE = "安发"
"""Letters that may stand for a place or a kind of document as well."""


def _joint(number: str) -> Subject:
    names = ("安和县民政局", "安和县财政局")
    return notice(mark=names, signatory=names, number=number)
