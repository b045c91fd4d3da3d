"""The level of a response that ends is the one that was in force (R8)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.artefacts.seen.joined import apart
from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW656",
    title="应急响应的级别前后衔接",
    implements=("R8",),
    clause="公文一致性要求",
    strength="recommended",
    tests="“启动Ⅳ级”“提升至Ⅲ级”之后“终止”的级别，升降的方向与级别的高低",
    why="级别写错，响应的起止时间和责任就说不清。",
    hint="对照启动、调整、终止的通知改正",
    good=lambda: notice(body=("启动Ⅳ级应急响应，次日提升至Ⅲ级，三日后终止Ⅲ级应急响应。",)),
    bad=lambda: notice(body=("启动Ⅳ级应急响应，次日提升至Ⅲ级，三日后终止Ⅱ级应急响应。",)),
    roles=("body",),
    signs=("级",),
    severity="warning",
)
_LEVELS = {"Ⅰ": 1, "Ⅱ": 2, "Ⅲ": 3, "Ⅳ": 4, "一": 1, "二": 2, "三": 3, "四": 4, "I": 1, "II": 2, "III": 3, "IV": 4}
_STEP = re.compile(
    r"(?P<does>启动|提升|升级|调升|上调|提高|调整|下调|降低|降级|降|终止|结束|解除)(?:至|为|到|了)?[^，。；、至为]{0,12}?"
    r"(?P<level>[ⅠⅡⅢⅣ]|[一二三四](?=级)|I{1,3}V?(?=级)|IV(?=级))级"
)
_QUICK = apart("启动", "提升", "升级", "调升", "上调", "提高", "调整", "下调", "降", "终止", "结束", "解除")
_UP = ("提升", "升级", "调升", "上调", "提高")
_DOWN = ("下调", "降低", "降级", "降")
_ENDS = ("终止", "结束", "解除")
_RESPONSE = "应急响应"


def check(subject: Subject) -> Iterator[Finding]:
    """Steps of one paragraph that tells of one response, in their order; what may be done (如, 可) is no step."""
    for para in subject.text_of("body").holding(_QUICK, _RESPONSE):
        if _RULED.search(para.text):
            continue
        level = 0
        for found in _STEP.finditer(para.text):
            does, named = found["does"], _LEVELS.get(found["level"], 0)
            if does == "启动" and level:
                break  # another response
            told = ""
            if level and does in _ENDS and named != level:
                told = "终止的与前面的级别不同"
            elif level and does in _UP and named >= level:
                told = "级别没有提高（Ⅰ级最高）"
            elif level and does in _DOWN and named <= level:
                told = "级别没有降低（Ⅰ级最高）"
            if told:
                yield RULE.at(subject, para, told, around(para.text, found))
                break
            level = named


_RULED = re.compile(r"可以|应当|如(?:果|需|遇)|视情|由[^，。；]{2,12}(?:决定|批准)|(?<![\d\s])时，|的，")
"""What a plan lays down for any case."""
