"""The matter of the title lies where the title says (R22)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.artefacts.seen.joined import apart
from reporter.check.clauses import clause_before
from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW655",
    title="标题里的事项，正文写的是同一个乡镇",
    implements=("R22",),
    clause="公文一致性要求",
    strength="recommended",
    tests="标题“……镇敬老院改造……”，正文同样的名称前写成了别的乡镇",
    why="多是用别处的稿子改的，地名没有改全。",
    hint="改成标题里的乡镇",
    good=lambda: _paper("青石镇"),
    bad=lambda: _paper("河口镇"),
    roles=("title", "body"),
    severity="warning",
)
_NAMED = re.compile("([\u4e00-\u9fff]{2})(镇|乡|街道)(?!人民政府|政府|办事处|党|、|和|与)([\u4e00-\u9fff]{3,4})")
_QUICK = apart("镇", "乡", "街道")
_FIRST_OF_NAME = re.compile("[各全本该你我在于对由向和与及等县市区]")

_COMPARED = re.compile("参照|参考|借鉴|学习|比照|仿照|相比|类似|距|如|像|同|与|和|、|比")


def check(subject: Subject) -> Iterator[Finding]:
    """A title that names one town, once; in the text that town has the matter too, and another is named nowhere
    else."""
    title = subject.the("title")
    named = _NAMED.findall("".join(title.text.split())) if title else []
    if len(named) != 1:
        return
    stem, kind, matter = named[0]
    text = subject.text_of("body", "heading")
    if not text.says(f"{stem}{kind}{matter}"):
        return
    for para, found in text.matches(_NAMED, f"{kind}{matter}", quick=_QUICK):
        other = f"{found[1]}{found[2]}"
        if found[3] != matter or (found[1], found[2]) == (stem, kind) or _FIRST_OF_NAME.search(found[1]):
            continue
        compared = _COMPARED.search(clause_before(para.text, "，。；", found.start()))
        if not compared and sum(one.text.count(other) for one in text.paras) == 1:
            yield RULE.at(subject, para, f"标题里是{stem}{kind}{matter}", around(para.text, found))


def _paper(town: str) -> Subject:
    return notice(
        title="安和县民政局关于青石镇中心敬老院改造的请示",
        body=("青石镇中心敬老院建于1998年。", f"对{town}中心敬老院实施改造，十分必要。"),
    )
