"""One fault is told once, by the rule that says more exactly what to do."""

from __future__ import annotations

import pytest

from reporter.artefacts.seen.model import Grid
from reporter.check.finding import Finding, Where
from reporter.check.registry import loaded_rules
from reporter.check.rule import Rule
from reporter.check.samples import line, notice
from reporter.check.subject import Subject
from reporter.check.yielding import told_once
from tests.check.told import those

YIELDING = [loaded.rule for loaded in loaded_rules() if loaded.rule.yields]


@pytest.mark.parametrize("rule", YIELDING, ids=lambda rule: rule.code)
def test_a_rule_yields_to_others_that_there_are_and_that_do_not_yield_to_it(rule: Rule) -> None:
    others = [loaded.rule for loaded in loaded_rules() if loaded.rule.code in rule.yields]
    assert len(others) == len(rule.yields) and all(rule.code not in other.yields for other in others)
    assert list(rule.yields) == sorted(rule.yields) and rule.code not in rule.yields


def _at(code: str, quote: str, spot: str = "第3段") -> Finding:
    return Finding(code, "warning", "错了", where=Where("通知.docx", 0, spot, quote))


@pytest.mark.parametrize(
    ("exact", "told"),
    [
        (_at("GW414", "（此件公开发布"), False),
        (_at("GW414", "件公开发布，不得转载…"), False),
        (_at("GW414", "另一句话"), True),
        (_at("GW414", "（此件公开发布", "第4段"), True),
        (_at("GW415", "（此件公开发布"), True),
    ],
)
def test_a_rule_yields_where_both_quote_the_same_words_of_one_place(exact: Finding, told: bool) -> None:
    yielding = next(rule for rule in YIELDING if rule.code == "GW503")
    other = next(loaded.rule for loaded in loaded_rules() if loaded.rule.code == exact.code)
    said = told_once([(other, [exact]), (yielding, [_at("GW503", "（此件公开发布…")])])
    assert [rule.code for rule, _ in said] == [exact.code, "GW503"][: 1 + told]


def _table(total: str, text: str) -> Subject:
    rows = (("乡镇", "火化数（具）"), ("河口镇", "400"), ("青石镇", "380"), ("合计", total))
    return notice(body=(text,), grids=(Grid(1, rows, 1),))


@pytest.mark.parametrize(
    ("subject", "pair", "code"),
    [
        (notice(remark="（此件公开发布"), ("GW414", "GW503"), "GW414"),
        (notice(number="安民字〔2026)12号"), ("GW201", "GW503"), "GW201"),
        (notice(body=("共有养老机构14\n2家。",)), ("GW109", "GW128"), "GW128"),
        (
            notice(body=("共排查隐患19O条，已整改175条，未整改15条，整改率92.1%。",)),
            ("GW526", "GW574"),
            "GW574",
        ),
        (_table("870", "上半年，全县火化遗体780具。"), ("GW525", "GW629"), "GW525"),
        (_table("780", "上半年，全县火化遗体870具。"), ("GW525", "GW629"), "GW629"),
        (notice(body=(line("（此页无正文）", looks={"first": 0.0}),)), ("GW119", "GW413"), "GW413"),
        (notice(body=("计划免除费用93.6万万元。",)), ("GW575", "GW680"), "GW680"),
    ],
)
def test_one_fault_is_told_by_one_rule(subject: Subject, pair: tuple[str, str], code: str) -> None:
    assert those(subject, *pair) == [code]
