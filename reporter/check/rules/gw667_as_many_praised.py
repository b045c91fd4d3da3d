"""As many are praised as the headings of the lists count together (R6, R24)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.announced import announced
from reporter.check.enclosures import rows_of
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import heading, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW667",
    title="表扬、表彰的总数等于各类名单标题里的个数之和",
    implements=("R6", "R24"),
    clause="公文一致性要求",
    strength="recommended",
    tests="“对×个单位予以表扬”与各级标题末尾“（×个）”之和；“授予……等×人‘……’称号”与所附名单",
    why="总数与名单不符，会有单位被漏掉或多出。",
    hint="数一遍名单，改正总数或标题里的个数",
    good=lambda: _praise("5"),
    bad=lambda: _praise("6"),
    roles=("body", "heading"),
    signs=("表扬", "表彰", "授予"),
    severity="warning",
)
_TOTAL = re.compile(r"(?:对|授予|给予)[^，。；\d]{0,12}?(\d{1,3})([个名家])[^，。；]{0,20}(?:表扬|表彰|称号)")
_PART = re.compile(r"[（(](\d{1,3})([个名家])[）)]$")
_LEAST = 2


def check(subject: Subject) -> Iterator[Finding]:
    """Lists that are enclosed; and one total of the text with its measure word against at least two headings of one
    level with it; what stands right before them and announces them GW535 judges."""
    yield from _listed(subject)
    totals = list(subject.text_of("body").matches(_TOTAL, "表扬", "表彰", "称号"))
    if len(totals) != 1:
        return
    para, total = totals[0]
    those = announced(subject.sure("heading", "body"))
    if those and those[0].para is para:
        return
    parts = [
        (one.level, int(found[1])) for one in subject.sure("heading", part=0)
        if (found := _PART.search(one.text.rstrip("。"))) and found[2] == total[2]
    ]  # fmt: skip
    if len(parts) >= _LEAST and len({level for level, _ in parts}) == 1:
        whole = sum(count for _, count in parts)
        if whole != int(total[1]):
            message = f"各类名单共{whole}{total[2]}，这里写{total[1]}{total[2]}"
            yield RULE.at(subject, para, message, total[0])


_CALLED = re.compile(
    r"授予[^，。；“”]{0,40}?(?P<many>\d{1,3})(?P<unit>[个名人家])[^，。；“”\d]{0,6}“(?P<what>[^“”]{4,40})”(?:荣誉)?称号"
)
_COUNTED = re.compile(r"（共(\d{1,3})[个名人家]）")


def _listed(subject: Subject) -> Iterator[Finding]:
    """授予许某等15人“先进个人”称号, by the list of that name which is enclosed: how many it says it has, or its
    rows."""
    for para, found in subject.text_of("body").matches(_CALLED, "授予"):
        for title in subject.sure("attachment_title"):
            if found["what"] not in title.text.replace("\n", ""):
                continue
            label = subject.the("attachment_label", part=title.part)
            said = _COUNTED.search(title.text)
            many = int(said[1]) if said else rows_of(subject, label) if label else 0
            if many and many != int(found["many"]):
                message = f"附件的名单有{many}{found['unit']}，这里写{found['many']}{found['unit']}"
                yield RULE.at(subject, para, message, found[0])


def _praise(total: str) -> Subject:
    lists = heading("一、先进乡镇（3个）", 1), "河口镇等。", heading("二、先进部门（2个）", 1), "县审计局等。"
    return notice(body=(f"县人民政府决定对{total}个先进单位予以表扬。", *lists))
