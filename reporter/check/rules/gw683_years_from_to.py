"""Years from and to are joined by one dash (GB/T 15834-2011 4.13)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.artefacts.seen.joined import apart
from reporter.check.finding import Finding
from reporter.check.forms import Form, tell_forms
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW683",
    title="年份的起止用一字线（—）",
    implements=("L069",),
    clause="GB/T 9704-2012 9、GB/T 15834-2011 4.13",
    strength="recommended",
    tests="“2025-2026学年”“2026～2030年”“2026——2030年”这样的写法",
    why="短横线用在编号里，浪纹线用在数值之间，两个字长的是破折号。",
    hint="改成一字线，例：2026—2030年",
    good=lambda: notice(body=("执行2026—2030年规划。",)),
    bad=lambda: notice(body=("执行2026-2030年规划。",)),
    severity="info",
    signs=("-20", "－20", "～20", "~20", "——20", "–20"),
)
_FORMS = (
    Form(
        "年份之间用了“{}”",
        apart(
            r"-(?<=20[0-9][0-9]-)-?(?=20[0-9][0-9]年|20[0-9][0-9]学年)",
            r"－(?<=20[0-9][0-9]－)(?=20[0-9][0-9]年|20[0-9][0-9]学年)",
            r"～(?<=20[0-9][0-9]～)(?=20[0-9][0-9]年|20[0-9][0-9]学年)",
            r"~(?<=20[0-9][0-9]~)(?=20[0-9][0-9]年|20[0-9][0-9]学年)",
            r"——(?<=20[0-9][0-9]——)(?=20[0-9][0-9]年|20[0-9][0-9]学年)",
        ),
    ),
)


def check(subject: Subject) -> Iterator[Finding]:
    """Paragraphs of text, cells, boxes and notes."""
    return tell_forms(RULE, subject, _FORMS)
