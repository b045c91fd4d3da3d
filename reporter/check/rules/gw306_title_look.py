"""A title is 二号 小标宋, centred, not bold (7.3.1, L051)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from reporter.check.faces import TITLE
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import line, notice
from reporter.check.subject import Subject
from reporter.typeset.standard import ERHAO_PT

RULE = Rule(
    code="GW306",
    title="标题用2号小标宋体字，居中排布",
    implements=("L051",),
    clause="GB/T 9704-2012 7.3.1",
    strength="recommended",
    tests="标题的字体、字号和对齐",
    why="标题字体字号统一，版面才庄重。",
    hint="标题字体选方正小标宋简体、二号、居中",
    good=notice,
    bad=lambda: notice(title=line("安和县民政局关于做好养老院安全管理工作的通知", "title", size=18.0)),
    roles=("title",),
)
_SIZE, _ROUNDING = ERHAO_PT, 0.6
_HANZI = re.compile("[\u4e00-\u9fff]")
_LOW = 0.9
_SHIFTED = 0.9
"""字."""


def check(subject: Subject) -> Iterator[Finding]:
    """The main title, as far as size, face and alignment are known; bold is another rule's."""
    title = subject.the("title")
    if title is None or subject.seen.face == "plain":
        size = title.para.main.size if title else 0.0
        if title and size > _SIZE + _ROUNDING and title.para.main.font and TITLE.search(title.para.main.font):
            told = RULE.at(subject, title, f"标题字号是{size:g}磅，比公文标题的二号（22磅）大")
            yield replace(told, severity="info")
        return
    run, looks = title.para.main, title.para.looks
    wrong = []
    if run.size and abs(run.size - _SIZE) > _ROUNDING:
        wrong.append(f"字号是{run.size:g}磅，不是二号（22磅）")
    if run.font and not TITLE.search(run.font):
        wrong.append(f"字体是{run.font}，不是小标宋")
    if looks.exact and looks.pitch and run.size and looks.pitch < run.size * _LOW:
        wrong.append(f"行距只有{looks.pitch:g}磅，字的上下被切掉")
    if looks.align not in ("", "center"):
        wrong.append("没有居中")
    if looks.align == "center" and (looks.first or 0) >= _SHIFTED:
        wrong.append(f"居中又有首行缩进{looks.first:.1f}字，偏右了")
    others = {one.font for para in title.paras for one in para.runs if _HANZI.search(one.text)} - {run.font, ""}
    if not wrong and others and not all(map(TITLE.search, others)):
        wrong.append(f"有的字是{'、'.join(sorted(one for one in others if not TITLE.search(one)))}，不是小标宋")
    if wrong:
        yield RULE.at(subject, title, "标题" + "；".join(wrong))
