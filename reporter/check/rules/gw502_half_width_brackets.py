"""Quotes and brackets around hanzi are full-width (L061)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.labels import judged_apart
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW502",
    title="括入汉字的括号、引号用全角",
    implements=("L061",),
    clause="GB/T 15834-2011 4.8、4.9",
    strength="shall",
    tests="半角圆括号、方括号、双引号、单引号和不分左右的＂里有没有汉字",
    why="半角引号不分左右，括入的范围不清楚。",
    hint="改成（）“”‘’",
    good=lambda: notice(body=("对特困人员供养服务设施（敬老院）逐院排查。",)),
    bad=lambda: notice(body=("对特困人员供养服务设施(敬老院)逐院排查。",)),
    severity="warning",
    folds=6,
    signs=("(", '"', "'", "[", "＂"),
)
_NUMBER = r"(?!\([一二三四五六七八九十]{1,3}\))"
_WRONG = re.compile(
    _NUMBER + r"\([^()（）]*[\u4e00-\u9fff][^()（）]*\)"
    r"|\"[^\"“”]*[\u4e00-\u9fff][^\"“”]*\"|'[^'‘’]*[\u4e00-\u9fff][^'‘’]*'"
    r"|(?<=[\u4e00-\u9fff])\[(?![待请此])[\u4e00-\u9fff、]{1,20}\]|＂[^＂“”]*[\u4e00-\u9fff][^＂“”]*＂"
)


def check(subject: Subject) -> Iterator[Finding]:
    """Paragraphs of text, cells, boxes and notes; a number such as (一) that begins a heading has a rule of its own."""
    for para, found in subject.seen.matches(_WRONG):
        if not judged_apart(subject, para, *found.span()):
            told = "引号不分左右" if found[0][0] == "＂" else "半角括号或引号里是汉字"
            yield RULE.at(subject, para, told, around(para.text, found))
