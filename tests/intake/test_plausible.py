"""Periods, days, numbers and codes that cannot be are told with their line, all at once."""

from pathlib import Path
from typing import Any

import pytest

from reporter.intake.configuration import entries, numbered
from reporter.intake.plausible import check_filings, check_sets, check_texts
from reporter.intake.problems import Code
from reporter.intake.readers import yaml
from reporter.intake.workspace import load
from reporter.records.filing import Filing
from reporter.records.indicators import IndicatorSet

Make = Any


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("{kind: a, period: 二〇二六}", Code.PERIOD),
        ("{kind: a, period: '2026', as_of: 2026-10-31, doc_date: 2026-10-30}", Code.DATE_ORDER),
        ("{kind: a, period: '2026', doc_date: 2026-10-31, print_date: 2026-10-30}", Code.DATE_ORDER),
        ("{kind: a, period: '2026', as_of: 1999-01-01}", Code.DATE_ORDER),
        ("{kind: a, period: '2026', number: 十二}", Code.YAML_VALUE),
        ("{kind: a, period: '2026', attachments: [甲, 甲]}", Code.KEY_TWICE),
        ("{kind: a, period: '2026', attachments: [a@2026]}", Code.YAML_REFERENCE),
    ],
)
def test_a_filing_that_cannot_be_is_told_with_its_line(line: str, code: Code) -> None:
    tree = yaml.parse(f"filings:\n- {line}\n", "filings.yaml")
    problems = check_filings(numbered(Filing, tree)[0], tree, ("filings",))
    assert [(problem.code, problem.where.line) for problem in problems] == [(code, 2)]


@pytest.mark.parametrize("number", ["12", "１２", "安民发〔2026〕12号", "无"])
def test_every_way_to_give_a_number_is_taken(number: str) -> None:
    tree = yaml.parse(f"- {{kind: a, period: 2026, number: {number}}}\n", "filings.yaml")
    assert check_filings(numbered(Filing, tree)[0], tree, ()) == []


def test_codes_of_indicators_are_not_given_twice() -> None:
    row = "{code: X1, label: 甲, type: yesno}"
    tree = yaml.parse(f"- {{id: a, title: 表, indicators: [{row}, {row}]}}\n", "indicators.yaml")
    assert [one.code for one in check_sets(entries(IndicatorSet, tree)[0], tree)] == [Code.KEY_TWICE]


def test_texts_that_no_filing_prints_are_told() -> None:
    tree = yaml.parse("- {kind: summary, period: '2026'}\n", "filings.yaml")
    filings = entries(Filing, tree)[0]
    assert [str(one.where) for one in check_texts(["summary/a.md", "sumary/b.md"], filings)] == [
        "texts/sumary"
    ]
    assert check_texts(["sumary/b.md"], ()) == []


def test_a_figure_of_no_known_period_is_not_left_out_in_silence(workspace: Make) -> None:
    root: Path = workspace()
    (root / "其他数据.csv").write_text("数据名称,数值,计量单位,期间\n培训人次,5,人次,去年\n", "utf-8")
    found = [problem for problem in load(root).problems if problem.code is Code.PERIOD]
    assert [(problem.severity, problem.where.cell) for problem in found] == [("error", "D2")]
