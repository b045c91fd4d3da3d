"""Phrases of another level are not left over (R26)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.issuers import issuers_of
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW545",
    title="没有照抄上级文件的层级用语",
    implements=("R26",),
    clause="公文一致性要求",
    strength="recommended",
    tests="县里的公文里有没有“各县（市、区）”“我省”等",
    why="照抄的层级用语会让收文单位不知道由谁办。",
    hint="改成本级的说法，例：各乡镇人民政府、街道办事处",
    good=lambda: notice(body=("各乡镇要逐院排查。",)),
    bad=lambda: notice(body=("各县（市、区）要逐院排查。",)),
    roles=(
        "mark",
        "body",
    ),
)
_LEVEL = re.compile(r"省|市(?!场)|县|区")
_COUNTY = re.compile(r"(?:^|[。；])(?:各市（州）|各地级市|各设区市|各县（市、区）|各市、县)|我省|我市")
_FOREIGN = {"县": _COUNTY, "区": _COUNTY, "市": re.compile(r"(?:^|[。；])(?:各市（州）|各设区市)|我省|我县")}


def check(subject: Subject) -> Iterator[Finding]:
    """A county's text that addresses 各市（州） or speaks as the province, a city's that addresses townships only."""
    marks = issuers_of(subject)
    level = (_LEVEL.findall(marks[0]) or [""])[-1] if marks else ""
    for para in subject.paras_of("recipients", "body", "heading"):
        found = _FOREIGN[level].search(para.text) if level in _FOREIGN else None
        if found:
            yield RULE.at(subject, para, f"“{found[0]}”像是从上级文件照抄来的", around(para.text, found))
