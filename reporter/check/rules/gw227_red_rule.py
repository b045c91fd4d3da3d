"""A red rule as wide as the type area stands below 发文字号 (L135)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.artefacts.colours import is_red
from reporter.artefacts.seen.model import Para, Stroke
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import line, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW227",
    title="发文字号之下印一条红色分隔线，是实线",
    implements=("L135",),
    clause="GB/T 9704-2012 7.2.7",
    strength="shall",
    tests="版头下面有没有红色的横线",
    why="红线把版头与主体分开，是红头文件的标记。",
    hint="在发文字号下方4毫米处画一条与版心等宽的红色直线",
    good=lambda: notice(
        number=line("安民字〔2026〕12号", "number", looks={"rule_below": Stroke(1.0, "FF0000")})
    ),
    bad=notice,
    roles=(
        "mark",
        "number",
    ),
)
_BELOW = 2
_CUT = 2.0
"""字 that a border is shorter by."""
_DOUBLE = re.compile("dbl|double|triple|tri|thick|thin", re.IGNORECASE)


def check(subject: Subject) -> Iterator[Finding]:
    """Files whose mark and number were recognised: a drawn line, a border or, in a layout, a rule that is red."""
    mark, number = subject.the("mark"), subject.the("number")
    if mark is None or number is None or subject.seen.face != "document" or not mark.para.main.red:
        return
    strokes = [*subject.seen.strokes, *_borders(subject, number.para.number)]
    below = [
        para for para in _top(subject, number.para.number)
        if para.place == "text" and (rule := para.looks.rule_below) and is_red(rule.colour)
    ]  # fmt: skip
    if len(below) > 1:
        yield RULE.at(subject, number, "发文字号下面有两条红线")
    elif below and mark.para.number < below[0].number < number.para.number:
        yield RULE.at(subject, number, "红线在发文字号上面")
    elif below and not below[0].text and max(below[0].looks.left or 0, below[0].looks.right or 0) > _CUT:
        yield RULE.at(subject, number, "红色分隔线比版心短了一截，应与版心等宽")
    elif subject.seen.format == "docx" and _wide(subject):
        yield RULE.at(subject, number, "红色分隔线伸出版心")
    broken = [one for one in strokes if is_red(one.colour) and one.kind]
    if broken:
        double = _DOUBLE.search(broken[0].kind)
        yield RULE.at(subject, number, f"红色分隔线是{'双线' if double else '虚线'}，应为一条实线")
    if not strokes:
        yield RULE.at(subject, number, "发文字号下面没有红色分隔线")
    elif not any(is_red(stroke.colour) for stroke in strokes):
        yield RULE.at(subject, number, "发文字号下面的分隔线不是红色")


def _wide(subject: Subject) -> bool:
    """Whether a red rule that is drawn leaves the type area by three mm."""
    first, last = _LEFT_MM - _SLACK_MM, _RIGHT_MM + _SLACK_MM
    red = [one for one in subject.seen.strokes if is_red(one.colour)]
    return any((one.left or first) < first or (one.right or last) > last for one in red)


_LEFT_MM, _RIGHT_MM, _SLACK_MM = 28.0, 184.0, 3.0


def _top(subject: Subject, number: int) -> tuple[Para, ...]:
    return subject.seen.paras[: number + _BELOW]


def _borders(subject: Subject, number: int) -> list[Stroke]:
    """Rules of the paragraphs from the top to the one behind 发文字号."""
    near = [para.looks for para in _top(subject, number)]
    return [rule for looks in near for rule in looks.rules]
