"""Headings go down one level at a time (L045)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import heading, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW317",
    title="标题层次依次用一、（一）1.（1）",
    implements=("L045",),
    clause="GB/T 9704-2012 7.3.3",
    strength="recommended",
    tests="相邻标题的级别",
    why="跳级会让人找不到上一层。",
    hint="补上中间一级，或改用下一级序号",
    good=lambda: notice(body=(heading("一、总体要求", 1), heading("（一）目标", 2))),
    bad=lambda: notice(body=(heading("一、总体要求", 1), heading("（1）目标", 4))),
    roles=("heading",),
    values={"allow_1_to_3": "一级标题下可以直接用1."},
)


def check(subject: Subject) -> Iterator[Finding]:
    """Levels 一、（一）1.（1） in order; 一、→1. is often used with two levels and can be allowed by a profile."""
    for before, element in pairwise(subject.sure("heading")):
        if before.part != element.part or element.level <= before.level + 1:
            continue
        if (before.level, element.level) != (1, 3) or not subject.profile.values.get("allow_1_to_3"):
            yield RULE.at(subject, element, f"从第{before.level}级标题直接到了第{element.level}级")
