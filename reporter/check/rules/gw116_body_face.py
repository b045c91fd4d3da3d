"""Text and every element without a face of its own are set in 仿宋 (L123)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from reporter.artefacts.seen.model import Role
from reporter.check.faces import FANG
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import line, notice
from reporter.check.subject import Subject

ROLES: tuple[Role, ...] = (
    "number", "recipients", "body", "attachments", "signatory", "date", "remark",
)  # fmt: skip
RULE = Rule(
    code="GW116",
    title="正文和没有另行规定字体的要素用仿宋体",
    implements=("L123",),
    clause="GB/T 9704-2012 5.2.2",
    strength="recommended",
    tests="正文、发文字号、主送机关、附件说明、署名、成文日期、附注的字体",
    why="全文字体一致，正文与各级标题才有层次。",
    hint="选中这些文字，字体改为仿宋_GB2312或仿宋",
    good=notice,
    bad=lambda: notice(body=(line("各乡镇要逐院排查，建立台账。", font="微软雅黑"),)),
    roles=ROLES,
    folds=2,
)


@lru_cache(maxsize=256)
def _is_fang(font: str) -> bool:
    return bool(FANG.search(font))


def check(subject: Subject) -> Iterator[Finding]:
    """The face of most characters of a paragraph, where it is named; a heading that runs in is left out."""
    fonts = {run.font for element in subject.sure(*ROLES, part=0) for run in element.paras[0].runs if run.font}
    if all(map(_is_fang, fonts)):
        return
    signed = {element.para.number for element in subject.seen.all("signer")}
    for element in subject.sure(*ROLES, part=0):
        fonts = {run.font for run in element.para.runs}
        if all(map(_is_fang, filter(None, fonts))) or element.para.number in signed:
            continue  # the names of 签发人 stand beside 发文字号 in 楷体
        runs = [run for run in element.para.runs if run.text.strip()]
        head = runs[0].font if len(runs) > 1 else ""
        text = [run for run in runs if run.font != head] or runs
        font = max(text, key=lambda run: len(run.text)).font if text else ""
        if font and not _is_fang(font):
            yield RULE.at(subject, element, f"字体是{font}，不是仿宋")
