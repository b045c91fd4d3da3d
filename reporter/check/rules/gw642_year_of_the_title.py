"""What a yearly paper tells is of the year in its title (R13)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import heading, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW642",
    title="总结的年度与标题一致，打算的年度在其后",
    implements=("R13",),
    clause="公文一致性要求",
    strength="recommended",
    tests="标题是某年总结、工作情况报告的公文，正文开头的年份，“……年工作打算”这类标题的年份",
    why="多是用上一年的稿子改的，年份没有改全。",
    hint="改成标题的年度；下一步打算写下一年",
    good=lambda: _report("2025年", "2026年"),
    bad=lambda: _report("2024年", "2026年"),
    roles=("title", "body"),
    severity="warning",
)
_YEARLY = re.compile(r"(20\d\d)年(?:度)?[^，。]{0,24}(?:工作总结|总结报告|工作情况的?报告|工作报告|总结)$")
_OPENS = re.compile(r"(20\d\d)年(?:度|以来)?，")
_GIVEN = re.compile(r"(?:政府|人大|常委会|委员会|法院|检察院|政协)(?:20\d\d年度?)?工作报告$")
"""A report to a congress has the year it is given in, and tells of the one before."""
_PLANS = re.compile(
    r"(20\d\d)年(?:度)?(?:的)?(?:重点)?工作?(?:打算|计划|思路|安排|设想|谋划)(?!.{0,6}(?:完成|执行|落实|实施|推进|进展))"
)
"""2025年工作计划完成情况 is told of the year itself."""


_DONE = re.compile(r"(20\d\d)年(?:度)?(?:的)?(?:主要|重点)?工作(?:开展|完成|推进|进展)?(?:情况|回顾|总结|成效)$")


_TOLD = re.compile(r"(20\d\d)年(?:度)?[^年，。]{0,20}(?:情况|总结|回顾)")


def check(subject: Subject) -> Iterator[Finding]:
    """The headings of what was done, which are of a year that a title of what was done names; then of a title that
    names one year the first sentence of the text and the headings of what is planned."""
    title = subject.the("title")
    name = "".join(title.text.split()) if title else ""
    years = re.findall(r"20\d\d(?=年)", name)
    told = _TOLD.findall(name)
    for element in subject.sure("heading", part=0) if told else ():
        if (done := _DONE.search(element.text)) and done[1] not in years:
            yield RULE.at(subject, element, f"标题是{told[0]}年", done[0])
    yearly = _YEARLY.search(name)
    if yearly is None or _GIVEN.search(name) or len(set(years)) != 1:
        return
    year = int(yearly[1])
    for para in subject.paras_of("body")[:1]:
        if (opens := _OPENS.match(para.text)) and int(opens[1]) != year:
            yield RULE.at(subject, para, f"标题是{year}年", around(para.text, opens))
    if re.search("打算|计划|思路|安排|谋划", name):
        return
    for element in subject.sure("heading", part=0):
        if (plans := _PLANS.search(element.text)) and int(plans[1]) <= year:
            yield RULE.at(subject, element, f"总结的是{year}年，打算应是以后的", plans[0])


def _report(first: str, then: str) -> Subject:
    told = (f"{first}，我局做好各项工作。", heading("一、主要工作", 1), "完成任务。")
    planned = (heading(f"二、{then}工作打算", 1), "继续努力。")
    return notice(title="安和县民政局关于2025年工作情况的报告", body=(*told, *planned))
