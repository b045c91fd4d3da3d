"""The sample county: made by its script, fictional throughout, and telling the story its README tells."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from reporter.facts.book import FactBook
from reporter.intake.problems import Code
from reporter.intake.readers import read
from reporter.intake.readers.yaml import read as read_yaml
from reporter.intake.tables import read_table
from reporter.intake.workspace import load, load_valid
from reporter.records.base import Record
from reporter.records.campaign import Campaign
from reporter.records.filing import Filing
from reporter.records.hazard import DOMAINS
from reporter.records.indicators import IndicatorSet
from reporter.records.workspace import TABLES

INPUTS = Path(__file__).parents[2] / "inputs"
SAMPLE = INPUTS / "anhe-2026"
WORKBOOKS = sorted(SAMPLE.glob("*.xlsx"))
SYMBOLS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def make(folder: Path, *options: str) -> None:
    command = [sys.executable, str(INPUTS / "make_anhe.py"), "--out", str(folder), *options]
    subprocess.run(command, check=True, timeout=120)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made") / "anhe-2026"
    make(folder)
    return folder


def column(folder: Path, table: str, field: str) -> list[str]:
    """Every value of one field as the sheet holds it, trimmed; merged cells count for each of their rows."""
    record: type[Record] = next(item for item in TABLES if item.table == table)
    values = []
    for path in sorted(folder.glob("*.xlsx")):
        for sheet in read(path, path.name):
            if sheet.name == table:
                found, problems = read_table(sheet, record)
                assert found is not None
                assert [problem for problem in problems if problem.severity == "error"] == []
                values += [str(row.values[field].raw or "").strip() for row in found.rows]
    return values


def all_text() -> str:
    texts = [path.read_text("utf-8") for path in sorted(SAMPLE.rglob("*")) if path.suffix in {".yaml", ".md"}]
    for path in WORKBOOKS:
        for sheet in read(path, path.name):
            texts += [value for row in sheet.rows for value in row if isinstance(value, str)]
    return "\n".join(texts)


def test_the_script_makes_the_committed_workbooks_byte_for_byte(made: Path) -> None:
    assert len(WORKBOOKS) == 6
    for path in WORKBOOKS:
        assert (made / path.name).read_bytes() == path.read_bytes(), path.name


def test_a_workspace_made_elsewhere_has_the_configuration_and_texts_too(made: Path) -> None:
    here = {path.relative_to(SAMPLE) for path in SAMPLE.rglob("*") if path.is_file()}
    assert {path.relative_to(made) for path in made.rglob("*") if path.is_file()} == here


def test_the_ledger_can_be_made_with_two_thousand_rows(tmp_path: Path) -> None:
    make(tmp_path / "large", "--rows", "2000")
    codes = column(tmp_path / "large", "隐患台账", "code")
    assert len(codes) == len(set(codes)) == 2000


def test_there_are_46_homes_in_12_towns_and_190_hazards() -> None:
    campaign = Campaign.of(read_yaml(SAMPLE / "campaign.yaml", "campaign.yaml").data)
    towns = {unit.name: unit for unit in campaign.units if unit.level == "乡镇"}
    named = {alias: unit.name for unit in towns.values() for alias in (unit.name, *unit.aliases)}
    used = Counter(named[town] for town in column(SAMPLE, "机构名册", "township"))
    assert (len(towns), len(used), sum(used.values())) == (12, 12, 46)
    codes = column(SAMPLE, "隐患台账", "code")
    assert len(codes) == len(set(codes)) == 190


def test_every_hazard_names_a_home_of_the_register() -> None:
    known = set(column(SAMPLE, "机构名册", "name"))
    assert set(column(SAMPLE, "隐患台账", "institution")) <= known


def test_what_a_visit_found_stands_in_the_ledger() -> None:
    visits = sum(int(float(count)) for count in column(SAMPLE, "检查记录", "findings"))
    sources = Counter(column(SAMPLE, "隐患台账", "source"))
    assert visits == 190 - sources["自查"] - sources["投诉"]


def test_credit_codes_have_the_right_check_character_and_a_region_that_does_not_exist() -> None:
    codes = [code for code in column(SAMPLE, "机构名册", "credit_code") if code]
    assert len(codes) == len(set(codes)) == 45
    for code in codes:
        total = sum(SYMBOLS.index(c) * pow(3, place, 31) for place, c in enumerate(code[:17]))
        assert (len(code), code[2:8], code[17]) == (18, "990121", SYMBOLS[-total % 31])


def test_no_telephone_number_or_person_could_be_real() -> None:
    text = all_text()
    assert re.findall(r"(?<![\dA-Z])1[3-9]\d{9}(?!\d)", text) == []
    numbers = re.findall(r"(?<![\d-])0\d{2,3}-\d{7,8}(?!\d)", text)
    assert len(numbers) > 46
    assert {number[:5] for number in numbers} == {"0000-"}
    assert set(re.findall(r"\w@([a-z.]+)", text)) == {"example.com"}
    for field in ("legal_person", "head"):
        assert all("某" in name for name in column(SAMPLE, "机构名册", field))


def test_dates_come_as_dates_as_text_and_as_serial_numbers() -> None:
    record = next(item for item in TABLES if item.table == "隐患台账")
    (sheet,) = read(SAMPLE / "隐患台账.xlsx", "隐患台账.xlsx")
    table, _ = read_table(sheet, record)
    assert table is not None
    kinds = Counter(type(row.values["found_on"].raw).__name__ for row in table.rows)
    assert set(kinds) >= {"str", "float"} and len(kinds) >= 3
    assert any("２" in str(row.values["found_on"].raw) for row in table.rows)
    assert any(row.values["institution"].merged_rows > 1 for row in table.rows)
    assert sheet.hidden_columns


def test_the_configuration_is_read_by_the_records_without_a_problem() -> None:
    for name in ("campaign", "filings", "indicators"):
        assert read_yaml(SAMPLE / f"{name}.yaml", name).problems == []
    campaign = Campaign.of(read_yaml(SAMPLE / "campaign.yaml", "campaign.yaml").data)
    known = {agency.id for agency in campaign.agencies}
    assert (
        campaign.sample
        and len(campaign.issuers) == 5
        and len(campaign.stages) == 4
        and len(campaign.tasks) >= 9
    )
    assert {campaign.lead, campaign.superior, *campaign.issuers} <= known
    filings = [
        Filing.of(entry)
        for entry in read_yaml(SAMPLE / "filings.yaml", "filings.yaml").data["filings"]
    ]
    ids = {filing.id for filing in filings}
    assert len(ids) == len(filings) == 7
    assert {name for filing in filings for name in filing.carried} <= ids


def test_both_forms_have_ten_rows_and_every_part_stands_in_the_preprinted_cell() -> None:
    entries = read_yaml(SAMPLE / "indicators.yaml", "indicators.yaml").data["indicator_sets"]
    sets = [IndicatorSet.of(entry) for entry in entries]
    assert [(item.id, len(item.indicators)) for item in sets] == [("county-10", 10), ("province-10", 10)]
    for indicator in (indicator for item in sets for indicator in item.indicators):
        cell = indicator.preprinted or ""
        assert re.findall(r"\{(.+?)\}", cell) == [part.code for part in indicator.parts]
        assert indicator.definition


def test_the_sample_is_valid_and_its_warnings_are_those_of_a_real_ledger() -> None:
    loaded = load(SAMPLE)
    assert loaded.workspace is not None
    warnings = Counter(problem.code for problem in loaded.problems if problem.severity == "warning")
    assert warnings == {Code.OVERDUE: 8, Code.COLUMN_UNKNOWN: 1}


def test_the_ledger_tells_the_story_of_the_readme() -> None:
    workspace, _ = load_valid(SAMPLE)
    day = date(2026, 10, 31)
    known = [row for row in workspace.hazards if row.found_on <= day]
    still = [row for row in known if row.closed_on is None or row.closed_on > day]
    assert (len(known), len(still), len(workspace.hazards) - len(known)) == (184, 16, 6)
    assert sum(row.due is not None and row.due < day for row in still) == 6
    assert sum(row.closed_on is not None for row in still) == 5
    assert (sum(r.grade == "重大" for r in known), sum(r.grade == "重大" for r in still)) == (10, 3)
    assert {row.domain for row in known} == set(DOMAINS)
    counted = [h for h in workspace.institutions if h.opened_on and h.opened_on <= day]
    assert sum(h.closed_on is None or h.closed_on > day for h in counted) == 44
    visited = {code for v in workspace.visits if v.visited_on <= day for code in v.homes.split("、")}
    assert {h.code for h in counted} <= visited


def test_every_figure_that_the_configuration_and_the_texts_name_has_a_value() -> None:
    workspace, _ = load_valid(SAMPLE)
    book = FactBook(workspace, workspace.filing("year-end-summary@2023-2026"))
    texts = "\n".join(workspace.texts[name] for name in sorted(workspace.texts))
    named = [text.strip() for text in re.findall(r"\{\{(.+?)\}\}", texts)]
    named = [name for name in named if "." in name]
    named += [target.fact for target in workspace.campaign.targets if target.fact]
    assert len(named) > 25
    assert [address for address in named if book.get(address).value is None] == []
    assert re.findall(r"\d+(?:条|家|张|万元|人次)", texts) == []


def test_both_forms_can_be_answered_completely() -> None:
    workspace, _ = load_valid(SAMPLE)
    filing = workspace.filing("notification-points@2026")
    for form in workspace.indicator_sets:
        book = FactBook(workspace, filing.changed(indicator_set=form.id))
        answers = {i.code: book.figure("indicators", "answer", code=i.code) for i in form.indicators}
        assert [code for code, fact in answers.items() if fact.value is None] == []
