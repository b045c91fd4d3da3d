"""Who is told to do something is among the recipients: streets where townships are (R20)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW699",
    title="正文对乡镇（街道）提要求的，主送机关写上街道办事处",
    implements=("R20",),
    clause="公文写作通行做法",
    strength="practice",
    tests="主送“各乡镇人民政府”，没有街道，正文写“各乡镇（街道）要……”“……街道要……”",
    why="街道办事处收不到，要求就落不了地。",
    hint="主送机关加上“各街道办事处”；辖区没有街道的，正文删去“（街道）”",
    good=lambda: _notice("各乡镇人民政府、各街道办事处："),
    bad=lambda: _notice("各乡镇人民政府："),
    roles=("recipients", "body"),
    signs=("街道",),
    severity="warning",
)
_TOWNS = re.compile("各[乡镇、]{1,3}(?:人民政府|政府)")
_STREETS = re.compile("街道|镇街|街办")
_ASKED = re.compile(
    "各乡、?镇[（、]?(?:各)?街道）?(?:办事处)?[^。；，]{0,8}(?:(?<![主重需必])要(?![求素])|应当|必?须|务必)"
)


def check(subject: Subject) -> Iterator[Finding]:
    """Papers that go down to all townships."""
    whom = subject.the("recipients")
    if whom is None or not _TOWNS.search(whom.text) or _STREETS.search(whom.text):
        return
    asked = next(subject.text_of("body").matches(_ASKED, "街道"), None)
    if asked:
        yield RULE.at(subject, whom, f"正文写“{asked[1][0]}”，主送机关里没有街道办事处")


def _notice(whom: str) -> Subject:
    return notice(recipients=whom, body=("各乡镇（街道）要按时报送。",))
