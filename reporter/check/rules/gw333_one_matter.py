"""A request asks for one matter (条例 art. 15)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.addressed import is_request
from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW333",
    title="请示一文一事",
    implements=("L140", "R20"),
    clause="《党政机关公文处理工作条例》第十五条（四）",
    strength="shall",
    tests="请示里“另外，请一并批准……”这样另提一事的话",
    why="两件事往往归两个部门办，夹在一起就批不下来。",
    hint="另一件事另写一份请示",
    good=lambda: notice(title=_TITLE, body=("拟申请专项资金50万元。", "妥否，请批示。")),
    bad=lambda: notice(
        title=_TITLE, body=("拟申请专项资金50万元。另外，请一并批准增加编制5名。", "妥否，请批示。")
    ),
    roles=("title", "body"),
    severity="warning",
    signs=("另", "此外", "同时", "顺便"),
)
_TITLE = "安和县民政局关于申请专项资金的请示"
_OTHER = re.compile(
    r"(?:另外|此外|另|同时|顺便)[，,]?(?:恳请|请求|申请|请|拟申请)[^。；]{0,20}(?:批准|审批|同意|安排|解决|增加|追加|核定)"
)


def check(subject: Subject) -> Iterator[Finding]:
    """Words that add another matter."""
    title = subject.the("title")
    if title is None or not is_request(title):
        return
    for para, found in subject.text_of("body", "heading").matches(_OTHER):
        yield RULE.at(subject, para, "一份请示提了不止一件事", around(para.text, found))
