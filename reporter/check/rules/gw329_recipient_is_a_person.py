"""A document goes to an agency, not to its head (条例 art. 15)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.addressed import right_below
from reporter.check.bare import solid
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW329",
    title="公文主送机关，不主送领导个人",
    implements=("R19",),
    clause="《党政机关公文处理工作条例》第十五条（五）",
    strength="shall",
    tests="主送一行是不是“姓名＋职务”或“领导”",
    why="除上级机关负责人直接交办的事项外，不得以本机关名义向上级机关负责人报送公文。",
    hint="改为机关名称，例：临澜市民政局：",
    good=notice,
    bad=lambda: notice(recipients="周长宁局长："),
    roles=("recipients", "other"),
    severity="warning",
)
_PERSON = re.compile(
    r"(?:尊敬的)?(?:[\u4e00-\u9fff]{1,8}[市县区局厅部委])?[\u4e00-\u9fff某]{1,3}(?:副?(?:局|厅|市|县|区|部|镇|乡|省)长|副?书记|副?主任|副?主席|同志)"
    r"[：:]|(?:各位|尊敬的)[\u4e00-\u9fff]{0,4}领导[：:]"
)


def check(subject: Subject) -> Iterator[Finding]:
    """The recipients, or a short line right below the title that calls a person."""
    title = subject.the("title")
    if title is None:
        return
    for para in right_below(subject, title):
        if para.place == "text" and _PERSON.fullmatch(solid(para.text)):
            yield RULE.at(subject, para, "主送的是领导个人")
