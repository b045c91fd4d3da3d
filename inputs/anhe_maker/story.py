"""The year 2026 in 安和县: who inspected which homes on which day, and which hazards came to light."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random

from anhe_maker.catalogue import PLACES, WEIGHTS, Finding, major, ordinary
from anhe_maker.places import CLEAN, CLOSED_FOR_FIRE, TOWNS, Home

AS_OF = date(2026, 10, 31)
KNOWN = date(2026, 11, 6)
"""The day on which the workbooks were last touched."""
COUNTY = "安和县民政局"
JOINT = "安和县民政局、住房和城乡建设局、卫生健康局、市场监督管理局、消防救援大队"
CITY = "临澜市民政局"
ASSESSOR = "示例消防技术服务有限公司"


@dataclass
class Inspection:
    """One visit: a row of 检查记录; `quota` is how many hazards it brings to light."""

    day: date
    kind: str | None
    unit: str
    source: str
    homes: tuple[Home, ...]
    quota: int
    people: int
    code: str = ""
    findings: int = 0


@dataclass(frozen=True)
class Found:
    """A hazard on the day it was found, before anything was done about it."""

    home: Home
    day: date
    source: str
    by: str
    finding: Finding
    code: str = ""
    order: tuple[int, ...] = field(default=(), compare=False)


def weekday(day: date) -> date:
    """The same day, or the Monday after a weekend."""
    return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() > 4 else 0)


def inspections(homes: tuple[Home, ...], rows: int) -> list[Inspection]:
    """Every visit of the year in order of its date; the quotas are for `rows` ledger rows."""
    plan = [*_screening(homes), *_later(homes)]
    for visit in plan:
        visit.quota = visit.quota * rows // 190
    plan.sort(key=lambda visit: (visit.day, visit.unit, visit.homes[0].code))
    for number, visit in enumerate(plan, start=1):
        visit.code = f"JC2026-{number:02d}"
    return plan


def _screening(homes: tuple[Home, ...]) -> list[Inspection]:
    """The complete screening of May, town by town: with later openings it covers every operating home."""
    quotas = (8, 6, 7, 5, 5, 4, 4, 3, 3, 3, 2, 2)
    visits = []
    for i, (town, quota) in enumerate(zip(TOWNS, quotas, strict=True)):
        day = weekday(date(2026, 5, 6) + timedelta(days=2 * i))
        there = tuple(home for home in homes if home.town == town and home.exists(day))
        visits.append(Inspection(day, "全面排查", COUNTY, "县查", there, quota, 4 + len(there)))
    return visits


def _pick(homes: tuple[Home, ...], day: date, numbers: str) -> tuple[Home, ...]:
    wanted = {int(number) for number in numbers.split()}
    return tuple(home for home in homes if home.number in wanted and home.exists(day))


def _later(homes: tuple[Home, ...]) -> list[Inspection]:
    """Assessment, joint and random inspection, supervision, review, and two visits after the as-of date."""
    rows: tuple[tuple[int, int, str | None, str, str, str, int, int], ...] = (
        (2, 25, "日常检查", COUNTY, "县查", "3 4 5 9 10", 3, 3),
        (2, 27, "日常检查", COUNTY, "县查", "13 14 18 22", 3, 3),
        (6, 9, None, ASSESSOR, "第三方", "2 3 4 5 6 7 8", 6, 3),
        (6, 11, None, ASSESSOR, "第三方", "9 10 13 14 15 17", 5, 3),
        (6, 16, None, ASSESSOR, "第三方", "18 19 20 21 22 23 26", 4, 3),
        (6, 18, None, ASSESSOR, "第三方", "30 32 34 36 38 40 41", 3, 3),
        (7, 8, "联合检查", JOINT, "联合检查", "3 4 6 11", 4, 8),
        (7, 15, "联合检查", JOINT, "联合检查", "9 10 12", 4, 7),
        (7, 22, "联合检查", JOINT, "联合检查", "14 15 19 20", 4, 8),
        (8, 5, "联合检查", JOINT, "联合检查", "23 28 29 31", 4, 7),
        (8, 12, "联合检查", JOINT, "联合检查", "32 36 38", 3, 7),
        (8, 20, "联合检查", JOINT, "联合检查", "35 41 44", 3, 7),
        (8, 26, "督导", CITY, "督导", "1 2 4 8 13 16", 4, 5),
        (9, 2, "双随机抽查", COUNTY, "县查", "5 7 20", 2, 2),
        (9, 9, "双随机抽查", COUNTY, "县查", "28 31 39", 2, 2),
        (9, 11, "双随机抽查", COUNTY, "县查", "33 42 46", 1, 2),
        (9, 16, "督导", CITY, "督导", "18 22 30 37 43", 4, 5),
        (10, 13, "回头看", COUNTY, "县查", "2 3 4 6 9", 2, 3),
        (10, 15, "回头看", COUNTY, "县查", "14 15 17 18", 1, 3),
        (10, 21, "回头看", COUNTY, "县查", "23 29 32 36", 1, 3),
        (10, 23, "回头看", COUNTY, "县查", "38 41 44 45", 0, 3),
        (11, 3, "日常检查", COUNTY, "县查", "8 10 27", 4, 2),
        (11, 5, "日常检查", COUNTY, "县查", "21 33", 2, 2),
    )
    visits = []
    for month, number, kind, unit, source, numbers, quota, people in rows:
        day = date(2026, month, number)
        visits.append(Inspection(day, kind, unit, source, _pick(homes, day, numbers), quota, people))
    return visits


class Finder:
    """Chooses what is found where; the same is not found twice in one home while there is a choice."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.table = ordinary()
        self.majors = list(major())
        self.seen: set[tuple[str, str]] = set()

    def find(self, home: Home, domain: str = "") -> Finding:
        for attempt in range(40):
            chosen = domain or self.rng.choices(list(WEIGHTS), list(WEIGHTS.values()))[0]
            if chosen == "特种设备" and home.beds < 58:
                continue
            finding = self.rng.choice(self.table[chosen])
            text = finding.text.format(where=self.rng.choice(PLACES))
            mark = (home.code, finding.text if attempt < 30 else text)
            if mark not in self.seen:
                break
        self.seen.add((home.code, finding.text))
        return replace(finding, text=text)


def found(homes: tuple[Home, ...], visits: list[Inspection], rows: int, rng: Random) -> list[Found]:
    """All hazards of the year by date, numbered in that order; sets `findings` of each visit."""
    finder = Finder(rng)
    hazards = _by_visits(visits, finder, rng)
    complaints = 5 * rows // 190
    open_homes = [home for home in homes if home.name not in CLEAN]
    while len(hazards) < rows:
        complaint = complaints > 0
        complaints -= complaint
        first, span = (date(2026, 3, 2), 230) if complaint else (date(2026, 3, 23), 38)
        day = weekday(first + timedelta(days=rng.randrange(span)))
        home = rng.choice([home for home in open_homes if home.exists(day)])
        source, by = ("投诉", COUNTY) if complaint else ("自查", home.name)
        hazards.append(Found(home, day, source, by, finder.find(home, "服务" if complaint else "")))
    hazards.sort(key=lambda hazard: (hazard.day, hazard.home.code, hazard.source, hazard.finding.text))
    return [replace(hazard, code=f"YH2026-{n:04d}") for n, hazard in enumerate(hazards, start=1)]


def _by_visits(visits: list[Inspection], finder: Finder, rng: Random) -> list[Found]:
    hazards = []
    for visit in visits:
        candidates = [home for home in visit.homes if home.name not in CLEAN]
        for _ in range(visit.quota):
            home = rng.choice(candidates)
            finding = _grave(visit, finder)
            if finding and visit.code == FATAL:
                home = next(home for home in candidates if home.name == CLOSED_FOR_FIRE)
            finding = finding or finder.find(home, "消防" if visit.source == "第三方" else "")
            hazards.append(Found(home, visit.day, visit.source, visit.unit, finding))
            visit.findings += 1
    return hazards


FATAL = "JC2026-05"
"""The visit after which a home had to close."""
GRAVE = {
    "JC2026-04": 1, "JC2026-05": 2, "JC2026-08": 9, "JC2026-15": 0, "JC2026-17": 3, "JC2026-19": 6,
    "JC2026-21": 5, "JC2026-22": 8, "JC2026-25": 7, "JC2026-29": 4,
}  # fmt: skip
"""Visits whose first hazard is 重大: code of the visit and which of the grave findings."""


def _grave(visit: Inspection, finder: Finder) -> Finding | None:
    return finder.majors[GRAVE[visit.code]] if not visit.findings and visit.code in GRAVE else None
