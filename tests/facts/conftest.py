"""A tiny county: two towns, four homes, six hazards. Every number in the tests can be counted by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from reporter.facts.book import FactBook
from reporter.records.campaign import Agency, Campaign, Unit
from reporter.records.filing import Filing
from reporter.records.hazard import Hazard
from reporter.records.indicators import Indicator, IndicatorSet, Part
from reporter.records.institution import Institution
from reporter.records.rating import Rating
from reporter.records.visit import Visit
from reporter.records.workspace import Workspace
from reporter.refs import Cell

AS_OF = date(2026, 10, 31)
CAMPAIGN = Campaign(
    name="专项行动",
    years=(2026,),
    unit="330",
    lead="mz",
    issuers=("mz",),
    superior="smz",
    units=(
        Unit(code="33", name="临澜市", level="市"),
        Unit(code="330", name="安和县", level="县", parent="33"),
        Unit(code="3301", name="河口镇", level="乡镇", parent="330", aliases=("河口",)),
        Unit(code="3302", name="云岭乡", level="乡镇", parent="330"),
        Unit(code="3303", name="白石乡", level="乡镇", parent="330"),
    ),
    agencies=(
        Agency(id="mz", full_name="安和县民政局", short_name="民政局", unit="330", system="民政", level="县"),
    ),
)


def home(code: str, township: str, **more: Any) -> Institution:
    given: dict[str, Any] = {
        "code": code,
        "name": f"{code}敬老院",
        "township": township,
        "ownership": "敬老院",
        "filed": "已备案",
        "status": "在营",
        **more,
    }
    return Institution(**given)


def hazard(code: str, at: str, found: date, **more: Any) -> Hazard:
    given: dict[str, Any] = {
        "code": code,
        "institution": at,
        "found_on": found,
        "source": "自查",
        "domain": "消防",
        "description": "通道堆物",
        "grade": "一般",
        "status": "整改中",
        **more,
    }
    record = Hazard(**given)
    row = int(code.split("-")[1]) + 3
    return record.located(
        {"code": Cell("隐患台账.xlsx", "台账", row, 1), "found_on": Cell("隐患台账.xlsx", "台账", row, 3)}
    )


HOMES = (
    home("J01", "河口镇", beds=100, nursing_beds=55, fire_acceptance="已验收", meets_quality_standard="是"),
    home("J02", "河口", beds=60, nursing_beds=20, fire_acceptance="未办理", ownership="民办"),
    home("J03", "云岭乡", beds=40, nursing_beds=10, fire_acceptance="已备案", meets_quality_standard="否"),
    home("J04", "云岭乡", status="已关停", closed_on=date(2026, 6, 30), beds=30, nursing_beds=0),
)
HAZARDS = (
    hazard("H-1", "J01", date(2026, 3, 1), closed_on=date(2026, 4, 1), status="已销号", way="立行立改"),
    hazard("H-2", "J01", date(2026, 3, 1), domain="食品", due=date(2026, 10, 30)),
    hazard(
        "H-10", "J02", date(2026, 5, 1), closed_on=date(2026, 11, 1), status="已销号", due=date(2026, 10, 31)
    ),
    hazard("H-4", "J03", date(2026, 5, 2), grade="重大", closed_on=date(2026, 10, 31), status="已销号"),
    hazard("H-5", "J03", date(2026, 11, 1)),
    hazard("H-6", "J04", date(2025, 12, 31), closed_on=date(2026, 1, 5), status="已销号"),
)
RATINGS = (
    Rating(
        code="P1", institution="J01", level="二级", rated_on=date(2024, 1, 1), valid_to=date(2026, 12, 31)
    ),
    Rating(
        code="P2", institution="J01", level="三级", rated_on=date(2025, 1, 1), valid_to=date(2026, 10, 31)
    ),
    Rating(code="P3", institution="J03", level="一级", rated_on=date(2022, 1, 1), valid_to=date(2025, 1, 1)),
    Rating(code="P4", institution="J04", level="五级", rated_on=date(2025, 1, 1), valid_to=date(2028, 1, 1)),
)
VISITS = (
    Visit(
        code="V1", visited_on=date(2026, 3, 1), unit="县民政局", homes="J01、J02", people_count=4, findings=2
    ),
    Visit(
        code="V2", visited_on=date(2026, 5, 2), unit="县民政局", homes="J02、J03", people_count=3, findings=1
    ),
)
FORM = IndicatorSet(
    id="ten",
    title="通报要点",
    indicators=(
        Indicator(code="1", label="是否制定方案", type="yesno"),
        Indicator(code="3", label="是否全面排查并建账", type="yesno", fact="visits.screened"),
        Indicator(code="6", label="是否整改到位", type="yesno", fact="隐患.全部整改"),
        Indicator(
            code="8", label="符合规范的机构数量", type="count", fact="institutions.quality_compliant()"
        ),
        Indicator(
            code="9", label="护理型床位占比", type="percent", fact="institutions.nursing_share", decimals=1
        ),
        Indicator(
            code="10",
            label="等级评定情况",
            type="multi_count",
            preprinted="二级{l2}个，三级{l3}个",
            parts=(
                Part(code="l2", label="二级", fact="ratings.count(level=二级)"),
                Part(code="l3", label="三级", fact="ratings.count(level=三级)"),
            ),
        ),
    ),
)
FILING = Filing(kind="notification-points", period="2026", as_of=AS_OF)
WORKSPACE = Workspace(
    root=Path("anhe"),
    campaign=CAMPAIGN,
    filings=(FILING,),
    indicator_sets=(FORM,),
    institutions=HOMES,
    hazards=HAZARDS,
    ratings=RATINGS,
    visits=VISITS,
)

MakeBook = Callable[..., FactBook]


@pytest.fixture
def make_book() -> MakeBook:
    """`make_book(filing={…}, hazards=…)`: the county with some parts exchanged."""

    def make(filing: dict[str, Any] | None = None, **parts: Any) -> FactBook:
        chosen = FILING.changed(**(filing or {}))
        return FactBook(replace(WORKSPACE, filings=(chosen,), **parts), chosen)

    return make


@pytest.fixture
def book(make_book: MakeBook) -> FactBook:
    return make_book()


@pytest.fixture
def make_home() -> Callable[..., Institution]:
    return home


@pytest.fixture
def make_hazard() -> Callable[..., Hazard]:
    return hazard
