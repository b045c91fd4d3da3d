"""A count names its unit where its neighbours do (R7)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.artefacts.seen.joined import sentences
from reporter.check.finding import Finding
from reporter.check.quantities import LARGE_UNITS, quantities
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW533",
    title="数字后面写明单位",
    implements=("R7",),
    clause="公文一致性要求",
    strength="recommended",
    tests="一句里别的数都有单位，有一个数后面直接是标点",
    why="没有单位的数会被读错（条、处、家、万元）。",
    hint="补上单位",
    good=lambda: notice(body=("发现隐患190条，已整改175条。",)),
    bad=lambda: notice(body=("发现隐患190，已整改175条。",)),
    roles=("body",),
)
_BARE = re.compile(
    r"(?P<noun>[\u4e00-\u9fff]{2})(?P<n>\d{1,3}(?:,\d{3})+|\d+)"
    rf"(?=[，。；])(?!，(?:\d{{3}}\D|\d{{1,2}}(?:{LARGE_UNITS})))",
    re.ASCII,
)
"""What goes on behind a comma as one number (GW571) is no bare one."""
_NAMELESS = re.compile(
    r"附件|附表|[表图页版号码第年月日至到分数]|电话|邮编|热线|编号|代码|账号|总分|得分|评分|指数|比例|序号|小于|大于|等于|除以|乘以|加上|减去|为|是"
)
_LONG = 7
"""Digits of a telephone number or a code."""
_QUICK = re.compile(r"[，。；](?<=[0-9].)")


def check(subject: Subject) -> Iterator[Finding]:
    """Behind a noun, before a mark, in a sentence that gives another count with its unit."""
    signs = subject.seen.joined.numbers.behind
    for para in subject.text_of("body").holding(_QUICK) if not signs.isdisjoint("，。；") else ():
        for offset, sentence in sentences(para.text):
            for found in _BARE.finditer(sentence):
                if _NAMELESS.search(found["noun"]) or len(found["n"]) >= _LONG or not quantities(sentence):
                    continue
                yield RULE.at(subject, para, f"“{found[0]}”没有单位", around(para.text, found, offset))
