"""The second count agrees with the facts, and says so when it does not."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from reporter.check.recount import Recount
from reporter.facts.book import FactBook
from reporter.facts.fact import Fact
from reporter.records.campaign import Agency, Campaign, Unit
from reporter.records.filing import Filing
from reporter.records.hazard import DOMAINS, Hazard
from reporter.records.institution import Institution
from reporter.records.workspace import Workspace

COUNTY = Unit(code="1", name="安和县", level="县")
TOWNS = tuple(
    Unit(code=f"1{n}", name=f"{name}镇", level="乡镇", parent="1") for n, name in enumerate("河青柳")
)
AGENCY = Agency(id="mz", full_name="安和县民政局", short_name="县民政局", unit="1", system="民政", level="县")
FILING = Filing(kind="year-end-summary", period="2026", as_of=date(2026, 10, 31))
DAYS = st.dates(date(2025, 12, 1), date(2026, 12, 31))


def workspace(hazards: list[Hazard], homes: list[Institution]) -> Workspace:
    campaign = Campaign(
        name="专项行动", years=(2026,), unit="1", lead="mz", issuers=("mz",), superior="mz",
        units=(COUNTY, *TOWNS), agencies=(AGENCY,),
    )  # fmt: skip
    return Workspace(Path(), campaign, (FILING,), (), tuple(homes), tuple(hazards))


def home(number: int, beds: int = 10) -> Institution:
    return Institution(
        code=f"H{number}", name=f"第{number}敬老院", township=TOWNS[number % 3].name, ownership="敬老院",
        filed="已备案", status="在营", beds=beds,
    )  # fmt: skip


@st.composite
def hazards(draw: st.DrawFn) -> list[Hazard]:
    rows = []
    for number in range(draw(st.integers(1, 12))):
        found = draw(DAYS)
        closed = draw(st.none() | st.dates(found, date(2027, 1, 31)))
        rows.append(
            Hazard(
                code=f"Y{number}", institution=f"H{draw(st.integers(0, 5))}", found_on=found, source="自查",
                domain=draw(st.sampled_from(DOMAINS)), description="问题",
                grade=draw(st.sampled_from(("一般", "重大"))),
                due=draw(st.none() | DAYS), status="已销号" if closed else "整改中", closed_on=closed,
            )
        )  # fmt: skip
    return rows


@settings(max_examples=60)
@given(hazards())
def test_every_figure_of_every_town_and_domain_counts_the_same_twice(rows: list[Hazard]) -> None:
    made = workspace(rows, [home(number) for number in range(6)])
    book = FactBook(made, FILING)
    names = ("found", "closed", "open", "overdue", "major_found", "major_open")
    facts = [book.figure("hazards", name, unit=town.name) for name in names for town in (COUNTY, *TOWNS)]
    facts += [book.figure("hazards", "found", domain=domain) for domain in DOMAINS]
    facts += [book.figure("institutions", name) for name in ("count", "beds", "filed")]
    recount = Recount(made)
    assert [recount.count(fact) for fact in facts if fact.value is not None] == [
        fact.value for fact in facts if fact.value is not None
    ]
    assert recount.check(facts, "总结") == []


@pytest.fixture
def found() -> tuple[Recount, Fact]:
    rows = [
        Hazard(
            code="Y1", institution="H0", found_on=date(2026, 3, 1), source="自查", domain="消防",
            description="通道堵塞", grade="一般", status="整改中",
        )
    ]  # fmt: skip
    made = workspace(rows, [home(0)])
    return Recount(made), FactBook(made, FILING).figure("hazards", "found")


def test_a_figure_that_differs_is_an_error_with_both_numbers(found: tuple[Recount, Fact]) -> None:
    recount, fact = found
    (finding,) = recount.check([replace(fact, value=2)], "总结")
    assert finding.code == "GW711" and finding.severity == "error"
    assert "2条" in finding.message and "1条" in finding.message


def test_quarters_and_typed_figures_are_not_recounted(found: tuple[Recount, Fact]) -> None:
    recount, fact = found
    assert recount.count(replace(fact, period="2026Q3")) is None
    assert recount.count(replace(fact, family="figures", name="value")) is None
