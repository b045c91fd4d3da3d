"""A paragraph is not broken by hand (7.3.3)."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from reporter.check.finding import Finding
from reporter.check.quoting import around_at
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW128",
    title="正文里不用手动换行",
    implements=("L096", "L076"),
    clause="GB/T 9704-2012 7.3.3、5.2.3",
    strength="shall",
    tests="正文、标题的自然段中间有没有手动换行（软回车），数字中间的也算",
    why="手动换行后的文字不会左空二字，也排不满一行。",
    hint="删去手动换行（↓）；要分段的，按回车键另起一段",
    good=lambda: notice(body=("各乡镇要建立台账。", "县民政局每季度通报。")),
    bad=lambda: notice(body=("各乡镇要建立台账。\n县民政局每季度通报。",)),
    roles=("body", "heading"),
    folds=2,
)


def check(subject: Subject) -> Iterator[Finding]:
    """The first in a paragraph of a Word file, in the text of the document and its attachments."""
    if subject.seen.format != "docx":
        return
    for para in [one for one in subject.paras_of("body") if one.typed.endswith("\n")]:
        if para.text and para.place == "text":
            told = RULE.at(subject, para, "段末多打了一个手动换行，空出一行", para.text[-20:])
            yield replace(told, severity="warning", hint="删去段末的手动换行（↓）")
    if not subject.seen.joined.broken:
        return
    for para in subject.paras_of("body", "heading"):
        at = para.text.find("\n")
        if at > 0 and para.place == "text":
            where = "数字" if para.text[at - 1 : at + 2].replace("\n", "").isdecimal() else "自然段"
            yield RULE.at(subject, para, f"{where}中间有手动换行", around_at(para.text, at))
