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
    tests="段首有没有两个以上空格",
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
    ),
    severity="warning",
    folds=2,
)
_LEAST = 2


def check(subject: Subject) -> Iterator[Finding]:
    """Paragraphs of a Word file that begin with blanks; a line of blanks and the two names of a header do not count."""
    if subject.seen.format != "docx":
        return
    for para in subject.paras_of("heading", "body", "attachments", "remark"):
        typed = para.typed
        if len(typed) - len(typed.lstrip(" \u3000\t")) >= _LEAST:
            yield RULE.at(subject, para, "段首缩进是用空格打出来的")
