"""A report asks for nothing (L140, R20)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.addressed import titled
from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW325",
    title="报告中不夹带请示事项",
    implements=(
        "L140",
        "R20",
    ),
    clause="《党政机关公文处理工作条例》第十五条（四）",
    strength="shall",
    tests="标题是报告的，正文有没有“请批示”“请批准”等",
    why="报告不需要答复，夹带的请示事项会没有人办。",
    hint="另写一份请示，或删去这一句",
    good=lambda: notice(title="安和县民政局关于专项行动情况的报告", body=("现将有关情况报告如下。",)),
    bad=lambda: notice(title="安和县民政局关于专项行动情况的报告", body=("妥否，请批示。",)),
    roles=(
        "title",
        "body",
    ),
    severity="warning",
)
_ASKS = re.compile(
    r"(?:妥否|当否|可否)[，,]?请(?:批示|审批|指示|批复)|请(?:予)?(?:批准|审批|批复|批示)|"
    r"请(?=[省市部厅局县上贵])[^。；，]{0,14}(?:批准|批复|审批)[^。；，]{0,14}(?:增加|增设|设立|拨付|追加|编制|名)|"
    r"恳请[^。]{0,20}(?:批准|解决|支持资金|拨付)|"
    r"(?:恳请|敬请|特请|请求|请(?=[省市部厅局县上贵]))[^。；，]{0,14}(?:安排|拨付|核拨|划拨|追加|下拨|增拨|给予)"
    r"[^。；，]{0,10}(?:资金|经费|补助|补贴|编制|支持)"
)


def check(subject: Subject) -> Iterator[Finding]:
    """Phrases of a request in a document whose title ends in 报告; 请示报告 is itself wrong (GW302)."""
    title = subject.the("title")
    if title is None or not titled(title, "报告") or titled(title, "请示报告"):
        return
    for para in subject.paras_of("body", "heading"):
        if found := _ASKS.search(para.text):
            yield RULE.at(subject, para, f"报告里夹带请示事项：“{found[0]}”", around(para.text, found))
