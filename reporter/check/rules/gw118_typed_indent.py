"""Indents are settings, not typed blanks (L096)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW118",
    title="段首缩进用段落设置，不打空格",
    implements=("L096",),
    clause="文字处理通行做法（GB/T 9704-2012 7.3.3 只规定空二字）",
    strength="practice",
    tests="段首有没有两个以上空格；署名、成文日期是不是用空格推到右边",
    why="字体或字号一变，空格的宽度就不是二字，段首对不齐。",
    hint="删去段首空格，段落—特殊格式选“首行缩进2字符”",
    good=notice,
    bad=lambda: notice(body=("　　各乡镇要逐院排查，建立台账。",)),
    roles=(
        "recipients",
        "heading",
        "body",
        "attachments",
        "remark",
        "signatory",
        "date",
    ),
    severity="warning",
    folds=2,
)
_LEAST = 2
_PUSHED = 6
"""Blanks that push a line to the right."""


def check(subject: Subject) -> Iterator[Finding]:
    """Paragraphs of a Word file that begin with blanks; a line of blanks and the two names of a header do not count."""
    if subject.seen.format != "docx":
        return
    for para in subject.paras_of("heading", "body", "attachments", "remark"):
        typed = para.typed
        if len(typed) - len(typed.lstrip(" \u3000\t")) >= _LEAST:
            yield RULE.at(subject, para, "段首缩进是用空格打出来的")
    for para in subject.paras_of("signatory", "date"):
        typed = para.typed
        if para.place == "text" and len(typed) - len(typed.lstrip(" \u3000")) >= _PUSHED:
            yield RULE.at(subject, para, "署名、日期的位置是用空格推出来的")
