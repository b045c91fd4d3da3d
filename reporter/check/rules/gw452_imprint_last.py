"""版记 closes the document with a rule, and nothing follows it (L101, L102)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from reporter.artefacts.colours import is_red
from reporter.artefacts.seen.model import Element, Stroke
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import line, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW452",
    title="版记的分隔线是黑色实线、首条中间末条齐全、左右没有边框，后面没有别的公文",
    implements=("L101", "L102"),
    clause="GB/T 9704-2012 7.4.1",
    strength="shall",
    tests="版记各行上下的分隔线、左右的边框（Word 文件）；版记后面又有标题和正文",
    why="版记在公文的最后一面，末条分隔线与版心下边缘重合。",
    hint="补上缺的分隔线，首末条粗线、中间细线，都用黑色实线；另一份公文单独成文",
    good=lambda: _notice(_ABOVE | _BELOW),
    bad=lambda: _notice(_ABOVE),
    roles=("print_date",),
    severity="warning",
)
_DOUBLE = re.compile("dbl|double|triple|thick|thin", re.IGNORECASE)
_AROUND, _NARROW, _WIDE_MM = 3, 0.85, 156.0
_HEAVY_PT = 2.0
"""Twice the 0.35 mm that are recommended for the first and the last."""
_STROKE: Stroke = Stroke(1.0, "000000")
_ABOVE: dict[str, Stroke] = {"rule_above": _STROKE}
_BELOW: dict[str, Stroke] = {"rule_below": _STROKE}


def _notice(printed: Mapping[str, Stroke]) -> Subject:
    copies = line("抄送：县政府办公室。", "cc", looks=_ABOVE | _BELOW)
    return notice(cc=copies, print_date=line("2026年3月6日印发", "print_date", looks=printed))


def check(subject: Subject) -> Iterator[Finding]:
    """A rule above and none below tells that one was forgotten; files without any say nothing of their rules."""
    printed = subject.sure("print_date", part=0)
    if not printed:
        return
    last = printed[-1]
    looks = last.para.looks
    if subject.seen.format == "docx" and looks.rule_above and not looks.rule_below:
        yield RULE.at(subject, last, "版记缺末条分隔线")
    if subject.seen.format == "docx" and (told := _told(subject) or _unruled(subject)):
        yield RULE.at(subject, last, told)
    behind = last.para.number
    titles = [one for one in subject.sure("title") if one.para.number > behind]
    if titles and any(one.para.number > titles[0].para.number for one in subject.sure("body")):
        yield RULE.at(subject, titles[0], "版记后面又排了一份公文")


def _told(subject: Subject) -> str:
    """What is wrong with the rules of its lines; a table of all sides is a box."""
    found = subject.sure("cc", "print_office", "print_date", part=0)
    looks = [one.para.looks for one in found]
    rules = [rule for one in looks for rule in one.rules]
    if not rules and _bare(subject, found):
        return "版记没有分隔线"
    if any(is_red(rule.colour) for rule in (*rules, *_above(subject, found))):
        return "版记的分隔线是红色，应为黑色"
    if broken := [rule.kind for rule in rules if rule.kind]:
        return f"版记的分隔线是{'双线' if _DOUBLE.search(broken[0]) else '虚线'}，应为实线"
    if heavy := [rule.weight for rule in rules if rule.weight > _HEAVY_PT]:
        return f"版记的分隔线粗{heavy[0]:g}磅，粗线约1磅"
    cells = [one.para.cell for one in found if one.para.cell]
    grid = subject.seen.grids[cells[0].table - 1] if cells else None
    if grid and grid.boxed:
        return "版记排在四边有框的表格里"
    sheet = subject.setting.sections[-1] if subject.setting else None
    room = min(sheet.area_width, _WIDE_MM) if sheet else 0.0
    narrow = grid is not None and grid.width is not None and grid.width < room * _NARROW
    return f"版记的分隔线长{grid.width:.0f}毫米，没有与版心等宽" if grid and narrow else ""


def _unruled(subject: Subject) -> str:
    """Which rule of a 文件 is forgotten where others stand: that above its first line, or that between the copies and
    who prints (7.4.3)."""
    found = subject.sure("cc", "print_office", "print_date", part=0)
    drawn = subject.seen.afloat or any(one.para.place == "box" for one in found)
    if drawn or subject.seen.face != "document" or not any(one.para.looks.rules for one in found):
        return ""
    around = subject.seen.above(found[0].para.number, _AROUND)
    if not found[0].para.looks.rule_above and not any(para.looks.rules for para in around):
        return "版记缺首条分隔线"
    copies = [one.para.number for one in found if one.role == "cc"]
    printed = min(one.para.number for one in found if one.role != "cc")
    if not copies or max(copies) >= printed:
        return ""
    between = subject.seen.paras[max(copies) - 1 : printed]
    told = any(para.looks.rule_below for para in between[:-1]) or any(para.looks.rule_above for para in between[1:])
    return "" if told else "版记的抄送机关与印发机关之间没有分隔线"


def _above(subject: Subject, found: Sequence[Element]) -> list[Stroke]:
    """Rules that hang on the empty paragraphs right above its first line."""
    near = [para.looks for para in subject.seen.above(found[0].para.number, _AROUND) if not para.text]
    return [rule for one in near for rule in one.rules]


def _bare(subject: Subject, found: Sequence[Element]) -> bool:
    """Whether no rule stands around the lines of a 文件 either, and none may be drawn there."""
    if subject.seen.face != "document" or subject.seen.afloat or any(one.para.place == "box" for one in found):
        return False
    first, last = found[0].para.number, found[-1].para.number
    around = subject.seen.paras[max(0, first - 1 - _AROUND) : last + _AROUND]
    return not any(para.looks.rules or (para.place == "box" and para.text) for para in around)
