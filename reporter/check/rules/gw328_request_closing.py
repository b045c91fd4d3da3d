"""A request ends by asking for an answer (practice)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.addressed import is_request
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW328",
    title="请示写明请求批示的结尾语",
    implements=("R20",),
    clause="请示的通行写法",
    strength="practice",
    tests="标题是请示的，正文有没有“妥否，请批示”这一类的话",
    why="请示要有答复，没有这句话，上级不知道要批什么。",
    hint="正文最后另起一段写“妥否，请批示。”",
    good=lambda: notice(title=_TITLE, body=("拟申请专项资金50万元。", "妥否，请批示。")),
    bad=lambda: notice(title=_TITLE, body=("拟申请专项资金50万元。", "特此说明。")),
    roles=("title", "body"),
    severity="warning",
    signs=("示",),
)
_TITLE = "安和县民政局关于申请专项资金的请示"
_ASKS = re.compile(r"请[^。；]{0,12}(?:批示|批复|审批|批准|指示|审定|审议|审查|审核|同意|答复)")


def check(subject: Subject) -> Iterator[Finding]:
    """Any sentence that asks for an answer will do."""
    title = subject.the("title")
    bodies = subject.sure("body", part=0)
    if title is None or not is_request(title) or not bodies:
        return
    if not any(_ASKS.search(one.para.text) for one in bodies):
        yield RULE.at(subject, title, "请示没有写“妥否，请批示”一类的结尾语")
