"""Quarters, ten-day periods and festivals are those of the calendar (L014, R13)."""

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
    code="GW618",
    title="季度、旬、节日与历法相符",
    implements=("L014", "R13"),
    clause="历法；《全国年节及纪念日放假办法》",
    strength="shall",
    tests="第几季度；“上旬（×日前）”；节日后面括注的日期和前面的农历日期",
    why="历法上没有的时间，收文单位无法执行。",
    hint="核对后改正",
    good=lambda: notice(body=("第四季度组织抽查，9月上旬（9月8日前）完成检修。",)),
    bad=lambda: notice(body=("第五季度组织抽查，9月上旬（9月28日前）完成检修。",)),
)
_QUARTERS = apart(*(f"第{one}季度" for one in "五六七八九56789"))
_QUARTER = re.compile(r"第[五六七八九5-9]季度")
_TEN_DAYS = re.compile(r"(?:(\d{1,2})月)?([上中下])旬（(?:(?:\d{4}年)?(\d{1,2})月)?(\d{1,2})日(?:之?前)?）")
_BOUNDS = {"上": (1, 10), "中": (11, 20), "下": (21, 31)}
_SOLAR = {
    "元旦": (1, 1), "妇女节": (3, 8), "植树节": (3, 12), "劳动节": (5, 1), "青年节": (5, 4), "儿童节": (6, 1),
    "建党节": (7, 1), "建军节": (8, 1), "教师节": (9, 10), "国庆节": (10, 1), "中华慈善日": (9, 5),
}  # fmt: skip
_LUNAR = {"春节": "正月初一", "元宵节": "正月十五", "端午节": "五月初五", "七夕节": "七月初七", "中秋节": "八月十五",
          "重阳节": "九月初九", "老年节": "九月初九"}  # fmt: skip
_NAMED = re.compile(rf"({'|'.join(_SOLAR)})（(\d{{1,2}})月(\d{{1,2}})日）")
_MOON = re.compile(
    rf"([正二三四五六七八九十冬腊一]{{1,2}}月(?:初|十|廿|二十|三十)[一二三四五六七八九十]?)的?({'|'.join(_LUNAR)})"
)

_MOON_BEHIND = re.compile(
    rf"({'|'.join(_LUNAR)})（(?:即)?(?:农历)?([正二三四五六七八九十冬腊]{{1,2}}月(?:初|十|廿|二十|三十)[一二三四五六七八九十]?)）"
)


def check(subject: Subject) -> Iterator[Finding]:
    """Paragraphs of text, cells, boxes and notes."""
    text = subject.seen.joined
    for para, found in text.matches(_QUARTER, quick=_QUARTERS):
        yield RULE.at(subject, para, f"一年没有“{found[0]}”", around(para.text, found))
    in_digits = "（" in text.numbers.before
    for para, found in text.matches(_TEN_DAYS, "旬（") if in_digits else ():
        first, last = _BOUNDS[found[2]]
        if not first <= int(found[4]) <= last or (found[1] and found[3] and found[1] != found[3]):
            yield RULE.at(subject, para, f"{found[4]}日不在{found[2]}旬", around(para.text, found))
    for para, found in text.matches(_NAMED, "节（", "元旦（", "慈善日（") if in_digits else ():
        if (int(found[2]), int(found[3])) != _SOLAR[found[1]]:
            yield RULE.at(subject, para, f"{found[1]}不是这一天", around(para.text, found))
    if not text.says("节") or not text.says("初", "十", "廿"):
        return  # no day of the moon's year
    for para, found in text.matches(_MOON, *_LUNAR):
        if found[1] != _LUNAR[found[2]]:
            yield RULE.at(subject, para, f"{found[2]}是农历{_LUNAR[found[2]]}", around(para.text, found))
    for para, found in text.matches(_MOON_BEHIND, "（农历", "节（"):
        if found[2] != _LUNAR[found[1]]:
            yield RULE.at(subject, para, f"{found[1]}是农历{_LUNAR[found[1]]}", around(para.text, found))
