"""A sentence has its subject, and 期间 says when (R25)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.artefacts.seen.joined import apart
from reporter.check.finding import Finding
from reporter.check.forms import Form, tell_forms
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW682",
    title="句子不缺主语，“期间”前有时间",
    implements=("R25",),
    clause="公文校对要求",
    strength="recommended",
    tests="“通过……，使……”淹没主语的句子，句首没有限定的“期间，”",
    why="谁做的、什么时候做的说不清楚。",
    hint="删去“通过”或者“使”；写明哪一段时间，或者改成“其间”",
    good=lambda: notice(body=("项目建成后，床位达到285张。其间，召开座谈会8次。",)),
    bad=lambda: notice(body=("通过项目建成，使床位达到285张。期间，召开座谈会8次。",)),
    severity="info",
    signs=("通过", "期间，"),
)
_FORMS = (
    Form(
        "“{}……”没有主语",
        apart(
            r"通过(?<![\u4e00-\u9fff、，]通过)[^，。；]{2,30}，使(?![用得馆命])",
        ),
    ),
    Form(
        "“{}”前面没有说是哪一段时间，可能是“其间”",
        apart(
            r"期间，(?<=[。；]期间，)",
        ),
    ),
)


def check(subject: Subject) -> Iterator[Finding]:
    """Paragraphs of text, cells, boxes and notes."""
    return tell_forms(RULE, subject, _FORMS)
