"""Who came to a meeting: a line below the text, two 字 in, names in 仿宋 (10.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from reporter.artefacts.seen.model import Para
from reporter.check.finding import Finding
from reporter.check.indents import first_indent
from reporter.check.rule import Rule
from reporter.check.samples import Line, line, notice
from reporter.check.subject import Subject
from reporter.check.whites import white_above

RULE = Rule(
    code="GW443",
    title="纪要的出席、请假、列席人员在正文下空一行左空二字依次编排，“出席”用3号黑体，姓名用3号仿宋体字",
    implements=("L138",),
    clause="GB/T 9704-2012 10.3",
    strength="recommended",
    tests="“出席”“请假”“列席”各段的次序、缩进、与正文之间的空行、字体",
    why="“出席”二字用黑体，姓名用仿宋，一眼分得清。",
    hint="正文下空一行，左空二字写“出席：”（黑体），姓名改为仿宋",
    good=lambda: notice(body=("会议讨论了养老工作。", _came("仿宋_GB2312"))),
    bad=lambda: notice(body=("会议讨论了养老工作。", _came("黑体"))),
    roles=("attendance",),
    about=("attendance",),
)
_HEI = re.compile(r"黑体|SimHei", re.IGNORECASE)
_TEXT_FACE = re.compile(r"仿宋|宋体|楷体|FangSong|SimSun|KaiTi", re.IGNORECASE)
_WITHIN = re.compile(r"(请\s*假|列\s*席)\s*[：:]")
_CALLED = ("出席", "请假", "列席")
_LEAST_PT, _LEAST_IN = 8.0, 1.0


def check(subject: Subject) -> Iterator[Finding]:
    """The first line for its white; every line for its indent and the face of the names."""
    found = subject.sure("attendance", part=0)
    if found and subject.seen.format == "docx":
        white = white_above(subject, ("body", "heading"), found[0])
        if white is not None and white < _LEAST_PT:
            yield RULE.at(subject, found[0], "出席人员与正文之间没有空行")
    names = [(_CALLED.index(one.text[:2]) if one.text[:2] in _CALLED else -1, one) for one in found]
    for (one, _), (other, element) in pairwise(names):
        if 0 <= other < one:
            yield RULE.at(subject, element, f"“{_CALLED[other]}”排在“{_CALLED[one]}”之后，应为出席、请假、列席")
    for element in found:
        para = element.para
        if within := _WITHIN.search(para.text, 2):
            yield RULE.at(subject, element, f"“{within[1]}”接在同一段里，应另起一行")
        if para.place == "text" and para.looks.first is not None and first_indent(para) < _LEAST_IN:
            yield RULE.at(subject, element, "“出席”一行没有左空二字")
        elif _HEI.search(_last_face(para)):
            yield RULE.at(subject, element, "姓名用的是黑体，应为仿宋")
        elif para.runs and para.text[:2] in _CALLED and _TEXT_FACE.search(para.runs[0].font):
            yield RULE.at(subject, element, f"“{para.text[:2]}”用的是{para.runs[0].font}，应为黑体")


def _came(font: str) -> Line:
    return line("许知远、陆清和", "attendance", looks={"first": 2.0, "before": 29.0}, font=font)


def _last_face(para: Para) -> str:
    """The face at the end, where the names stand."""
    return next((run.font for run in reversed(para.runs) if run.text.strip()), "")
