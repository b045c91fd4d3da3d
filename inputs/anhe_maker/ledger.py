"""What became of each hazard: term, cure, review, closing; as the rows of 隐患台账."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from anhe_maker.catalogue import major
from anhe_maker.identity import person
from anhe_maker.places import CLOSED_FOR_FIRE, TOWNS
from anhe_maker.story import AS_OF, FATAL, GRAVE, KNOWN, Found, weekday

SUPERVISORS = {
    "消防": "安和县消防救援大队", "食品": "安和县市场监督管理局", "特种设备": "安和县市场监督管理局",
    "建筑": "安和县住房和城乡建设局", "燃气": "安和县住房和城乡建设局", "医疗": "安和县卫生健康局",
    "疫情": "安和县卫生健康局", "服务": "安和县民政局", "非法集资": "安和县民政局",
}  # fmt: skip
OFFICERS = {name: person(200 + i) for i, name in enumerate(sorted(set(SUPERVISORS.values())))}
LEADERS = {town: person(300 + i) for i, town in enumerate(TOWNS)}
GRAVE_FINDINGS = major()
ESCALATED = {"JC2026-05": "停业", "JC2026-17": "挂牌督办", "JC2026-22": "约谈"}


@dataclass(frozen=True)
class Row:
    """One hazard with everything that happened to it until the workbooks were last touched."""

    found: Found
    due: date
    status: str
    done: date | None = None
    verified: date | None = None
    closed: date | None = None
    progress: str = ""
    escalated: str | None = None
    funds: Decimal | None = None

    @property
    def grave(self) -> bool:
        return bool(self.found.finding.clause)

    def is_open(self, day: date) -> bool:
        return self.found.day <= day and (self.closed is None or self.closed > day)

    def is_overdue(self, day: date) -> bool:
        return self.is_open(day) and self.due < day


def rows(hazards: list[Found], rng: Random) -> list[Row]:
    """All rows in the order in which they were found."""
    late = _still_open(hazards)
    slow = {hazard.code for hazard in hazards if hazard.finding.days == 15 and hazard.day < date(2026, 6, 30)}
    slow = set(sorted(slow)[::6])
    table = []
    for hazard in hazards:
        term = weekday(hazard.day + timedelta(days=hazard.finding.days or 1))
        ceiling = hazard.finding.funds
        money = Decimal(rng.randint(ceiling // 2, ceiling)).scaleb(-2) if ceiling else None
        row = Row(hazard, term, "未整改", funds=money)
        if hazard.code in late:
            row = _unfinished(row, late[hazard.code])
        elif hazard.day > AS_OF and hazard.finding.days:
            row = replace(row, progress="已下达整改通知书")
        else:
            row = _finished(row, hazard.code in slow, rng)
        table.append(_special(row))
    return table


def _still_open(hazards: list[Found]) -> dict[str, int]:
    """Codes of the hazards open on the as-of date, with the place of each in the order of finding."""
    candidates = [
        hazard
        for hazard in hazards
        if date(2026, 8, 1) <= hazard.day <= AS_OF and hazard.finding.days >= 7 and not hazard.finding.clause
    ]
    wanted = max(13, 13 * len(hazards) // 190)
    candidates = candidates[-wanted:]
    return {hazard.code: i for i, hazard in enumerate(candidates)}


def _unfinished(row: Row, place: int) -> Row:
    """Open on the as-of date; every third was closed in the days after it, some terms were prolonged."""
    gone = row.found.home.closed
    if gone:
        ended = replace(row, done=gone, verified=gone, closed=gone)
        return replace(ended, status="已销号", progress="机构已关停，老人妥善安置")
    new_term = max(row.due, weekday(date(2026, 11, 16 + place % 12)))
    prolonged = row if place % 3 == 1 else replace(row, due=new_term)
    if place % 3 == 2:
        done = weekday(date(2026, 10, 26) + timedelta(days=place % 5))
        after = weekday(date(2026, 11, 2) + timedelta(days=place % 4))
        return replace(prolonged, done=done, verified=after, closed=after, status="已销号", progress="已完成")
    if place % 4 == 0:
        return replace(prolonged, done=date(2026, 10, 29), status="已整改待销号", progress="已完成，待复核")
    return replace(prolonged, status="整改中", progress="已落实资金，正在施工" if row.funds else "正在整改")


def _finished(row: Row, slow: bool, rng: Random) -> Row:
    """Done within the term (or a few days late), reviewed, closed; by the as-of date where found by it."""
    start, term = row.found.day, row.found.finding.days
    done = start + timedelta(days=rng.randint(term * 2 // 3, term))
    if slow:
        done = row.due + timedelta(days=rng.randint(3, 9))
    last = KNOWN if start > AS_OF else date(2026, 10, 30)
    home_closed = row.found.home.closed
    if home_closed and start < home_closed:
        last = min(last, home_closed)
    done = min(done, last)
    verified = min(weekday(done + timedelta(days=rng.randint(0, 4))), last)
    closed = min(weekday(verified + timedelta(days=rng.randint(0, 2))), last)
    return replace(row, done=done, verified=verified, closed=closed, status="已销号", progress="已完成")


def _special(row: Row) -> Row:
    """The grave ones whose story the summary tells."""
    if not row.grave:
        return row
    visit = next(code for code, i in GRAVE.items() if GRAVE_FINDINGS[i].text == row.found.finding.text)
    row = replace(row, escalated=ESCALATED.get(visit))
    if visit == FATAL:
        ended = date(2026, 6, 30)
        moved = f"{CLOSED_FOR_FIRE}已关停，老人妥善转移安置"
        return replace(row, done=ended, verified=ended, closed=ended, progress=moved)
    if visit == "JC2026-17":
        waiting = "建设工程消防手续正在补办，该楼层已停用"
        return replace(row, done=None, verified=None, closed=None, status="整改中", progress=waiting)
    if visit == "JC2026-22":
        day = date(2026, 11, 4)
        return replace(row, done=date(2026, 11, 2), verified=day, closed=day, progress="已完成备案")
    if visit == "JC2026-29":
        working = "老人已转移，加固设计方案已审定"
        return replace(row, done=None, verified=None, closed=None, status="整改中", progress=working)
    return row


def cells(row: Row, inspectors: Mapping[str, str]) -> dict[str, object]:
    """The row under the labels of the ledger; `inspectors` names who inspects for each agency."""
    hazard, finding = row.found, row.found.finding
    supervising = SUPERVISORS[finding.domain]
    fixed_now = finding.days == 0
    return {
        "编号": hazard.code,
        "养老机构名称": hazard.home.name,
        "发现日期": hazard.day,
        "隐患来源": hazard.source,
        "隐患类别": finding.domain,
        "问题描述": finding.text,
        "隐患等级": "重大" if row.grave else "一般",
        "判定情形": finding.clause or None,
        "依据条款": finding.rule,
        "检查单位": hazard.by,
        "检查人": inspectors.get(hazard.by, person(500 + hazard.home.number)),
        "整改措施": finding.cure,
        "临时管控措施": _interim(row),
        "整改方式": "立行立改" if fixed_now else "限期整改",
        "责任单位": hazard.home.name,
        "责任人": person(hazard.home.number),
        "监管单位": supervising,
        "监管责任人": OFFICERS[supervising],
        "包保领导": LEADERS[hazard.home.town],
        "整改资金（万元）": row.funds,
        "整改时限": row.due,
        "进展情况": row.progress or None,
        "整改完成时间": row.done,
        "佐证材料": "照片、复查记录" if row.done else None,
        "复核人": OFFICERS[supervising] if row.verified else None,
        "复核日期": row.verified,
        "状态": row.status,
        "销号日期": row.closed,
        "督办情况": row.escalated,
        "备注": None,
    }


def _interim(row: Row) -> str | None:
    if row.grave:
        return "停用涉险区域，专人值守，每日报告"
    return "设置警示标识，增加巡查频次" if row.found.finding.days >= 30 else None
