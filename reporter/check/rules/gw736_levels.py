"""A lower level is due before the level above, with time to add up (R12, R14)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from msgspec.structs import replace

from reporter.calendar.workdays import ANNOUNCED
from reporter.check.duties import Duty, duties_of
from reporter.check.finding import Finding
from reporter.check.issuers import issuers_of
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW736",
    title="下级的期限早于上级对同一件事的期限，并留出汇总时间",
    implements=("R12", "R14"),
    clause="公文一致性要求",
    strength="shall",
    tests="一套文稿里上下级机关对同一材料或同一工作的期限；材料要留出5个工作日（不足的提醒）",
    why="下级还没有报，上级就到期了。",
    hint="把本级的期限提前，给汇总留出5个工作日以上",
    good=lambda: _two("11月10日"),
    bad=lambda: _two("12月10日"),
    needs=("set",),
)
_LEVELS = (
    ("省", 1),
    ("自治区", 1),
    ("市", 2),
    ("州", 2),
    ("县", 3),
    ("区", 3),
    ("镇", 4),
    ("乡", 4),
    ("街道", 4),
)
_LEVEL = re.compile(r"[\u4e00-\u9fff]{1,8}?(自治区|省|市|州|县|区|镇|乡|街道)")
_TELLING = re.compile(r"(?:报告|请示|函|纪要|通报|总结|批复)$")
"""Titles of documents that set no deadline for others."""
_DAYS = 5


def check_set(subjects: Sequence[Subject]) -> Iterator[Finding]:
    """Every duty against the last of its kind and year of the next level above whose issuer the file names."""
    asking = [
        subject for subject in subjects if not _TELLING.search(getattr(subject.the("title"), "text", ""))
    ]
    found = [(level_of(subject), subject, duty) for subject in asking for duty in duties_of(subject)]
    for level, subject, duty in found:
        above = [
            (upper, other, one)
            for upper, other, one in found
            if 0 < upper < level
            and (one.what, one.sent, one.due.year) == (duty.what, duty.sent, duty.due.year)
            if _follows(subject, other)
        ]
        if not level or not above or _staged(duty):
            continue
        _, other, one = max(above, key=lambda each: (each[0], each[2].due))
        told = f"{other.name}要求{one.when}{'报送' if one.sent else '完成'}“{one.words}”，这里定为{duty.when}"
        if duty.due > one.due or (duty.sent and duty.due == one.due):
            yield RULE.at(subject, duty.para, told, duty.quote)
        elif duty.sent and (days := working_days(duty.due, one.due)) < _DAYS:
            finding = RULE.at(subject, duty.para, f"{told}，汇总时间只有{days}个工作日", duty.quote)
            yield replace(finding, severity="warning")


def level_of(subject: Subject) -> int:
    """1 province, 2 city, 3 county, 4 township by the first issuer; 0 when the header does not tell."""
    names = issuers_of(subject)[:1]
    found = _LEVEL.match(names[0]) if names else None
    return dict(_LEVELS)[found[1]] if found else 0


def working_days(first: date, last: date) -> int:
    """Working days after `first` up to `last`."""
    return ANNOUNCED.between(first, last).days


def _follows(lower: Subject, upper: Subject) -> bool:
    """Whether the lower file names the upper one's issuer: other cities' deadlines do not bind it."""
    names = issuers_of(upper)[:1]
    return bool(names) and any(names[0] in para.text for para in lower.seen.prose())


def _staged(duty: Duty) -> bool:
    return any(word in duty.quote for word in ("季度", "半年", "每月", "每周"))


_BASIS = "根据《临澜市民政局关于安全工作的通知》（临民发〔2026〕9号）要求，现通知如下。"


def _two(day: str) -> tuple[Subject, Subject]:
    city = notice(
        file="市里的通知.docx", mark="临澜市民政局文件", body=("各县于11月20日前报送全年工作总结。",)
    )
    return city, notice(file="县里的通知.docx", body=(_BASIS, f"各乡镇于{day}前报送工作总结。"))
