"""A letter's sheet has two red double lines, thick above thin under the mark, thin above thick at the foot (10.1)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reporter.artefacts.colours import is_red
from reporter.artefacts.seen.model import Stroke
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW238",
    title="信函标志下印上粗下细、首页下边印上细下粗的红色双线，长170毫米，不再加别的红线",
    implements=("L135",),
    clause="GB/T 9704-2012 10.1",
    strength="shall",
    tests="Word 文件里画在信函首页的线：颜色、条数、粗细次序、长短，正文里有没有另画红线",
    why="双线是信函格式的标记，与“文件”的红线不同。",
    hint="标志下4毫米处画上粗下细的红色双线，首页距下页边20毫米处画上细下粗的双线，都长170毫米、居中",
    good=lambda: notice(**_LETTER, seen_strokes=_RIGHT),
    bad=lambda: notice(**_LETTER, seen_strokes=_RIGHT[::2]),
    roles=("number",),
    severity="warning",
    about=("letter",),
)


def _line(weight: float, top: float) -> Stroke:
    return Stroke(weight, "FF0000", 20.0, 190.0, top)


_RIGHT: tuple[Stroke, ...] = (_line(2.25, 50.2), _line(0.75, 51.2), _line(0.75, 276.1), _line(2.25, 277.0))
_LETTER: dict[str, Any] = {"mark": "安和县民政局", "number": "安民函〔2026〕3号", "seen_face": "letter"}
_LONG_MM, _SLACK_MM = 170.0, 4.0
_UPPER_MM, _LOWER_MM = 110.0, 240.0
"""Down to where the line below the mark stands, and from where on the one at the foot."""
_ABOVE = 6
"""Paragraphs around 发文字号 in which a rule of a 文件 would stand."""


def check(subject: Subject) -> Iterator[Finding]:
    """Letters whose lines are drawn at known places; a compound line is a double one by itself."""
    seen, number = subject.seen, subject.the("number")
    if seen.face != "letter" or seen.format != "docx" or number is None or not seen.strokes:
        return
    if any(one.top is None or one.left is None or one.right is None for one in seen.strokes):
        return
    bordered = [rule for mark in subject.sure("mark", part=0) for rule in mark.para.looks.rules]
    if any(rule.colour and not is_red(rule.colour) for rule in bordered):
        yield RULE.at(subject, number, "信函标志下的双线不是红色")
    lines = sorted(seen.strokes, key=lambda one: one.top or 0.0)
    for told in _told(lines):
        yield RULE.at(subject, number, told)
    first, last = number.para.number - _ABOVE, number.para.number + 2
    near = [para.looks for para in seen.paras if first <= para.number <= last and para.place == "text"]
    if any(is_red(rule.colour) for looks in near for rule in looks.rules):
        yield RULE.at(subject, number, "信函在双线之外又加了一条红线")


def _told(lines: list[Stroke]) -> Iterator[str]:
    upper = [one for one in lines if (one.top or 0.0) < _UPPER_MM]
    lower = [one for one in lines if (one.top or 0.0) > _LOWER_MM]
    if lines and not any(is_red(one.colour) for one in lines):
        yield "信函的双线不是红色"
    long = [(one.right or 0.0) - (one.left or 0.0) for one in lines]
    if wrong := [one for one in long if abs(one - _LONG_MM) > _SLACK_MM]:
        yield f"信函的双线长{wrong[0]:.0f}毫米，应为170毫米"
    if not lower:
        yield "信函首页下边没有红色双线"
    for place, pair, rising in (("标志下", upper, False), ("首页下边", lower, True)):
        if len(pair) == 1 and not pair[0].kind:
            yield f"信函{place}是单线，应为双线"
        elif len(pair) == 2 and (pair[0].weight > pair[1].weight if rising else pair[0].weight < pair[1].weight):
            yield f"信函{place}的双线粗细次序颠倒，应为{'上细下粗' if rising else '上粗下细'}"
