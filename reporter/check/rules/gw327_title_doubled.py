"""A title says 关于 and its 文种 once: forwarding a notice takes neither doubled (practice)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from reporter.check.addressed import KIND_TWICE, right_below
from reporter.check.bare import solid
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW327",
    title="标题里“关于”和文种不重叠",
    implements=("L021",),
    clause="公文标题的通行写法",
    strength="practice",
    tests="标题里书名号以外有没有两个“关于”，有没有“的通知的通知”",
    why="层层转发时照抄原题，标题绕口，看不出本机关发的是什么。",
    hint="转发的去掉一层，例：安和县民政局转发市民政局关于加强安全管理工作的通知；印发的把原题放进书名号",
    good=lambda: notice(title="安和县民政局转发市民政局关于加强安全管理工作的通知"),
    bad=lambda: notice(title="安和县民政局关于转发市民政局关于加强安全管理工作的通知的通知"),
    roles=("title",),
    severity="warning",
)
_SHORT = 8
_NAMED = re.compile(r"《[^》]*》|[“〈][^”〉]*[”〉]")


def check(subject: Subject) -> Iterator[Finding]:
    """The main title without what stands in marks of its own."""
    title = subject.the("title")
    if title is None:
        return
    text = solid(_NAMED.sub("", title.text))
    if found := KIND_TWICE.search(text):
        yield RULE.at(subject, title, f"标题末尾“{found[0]}”重叠")
    elif text.count("关于") > 1 and "关于关于" not in text:  # which GW569 tells
        yield RULE.at(subject, title, "标题里用了两个“关于”")
    below = next((para for para in right_below(subject, title) if para.text), None)
    if below and below.place == "text" and solid(below.text) == solid(title.paras[0].text) and len(text) > _SHORT:
        told = RULE.at(subject, below, "标题排了两遍")
        yield replace(told, hint="删去一遍")
