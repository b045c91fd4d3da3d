"""No rule fails, whatever stands in a text: the rules' own examples with odd numbers, dates and signs put into them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from random import Random

import pytest
from msgspec.structs import replace

from reporter.artefacts.seen.model import Grid
from reporter.check.judging import judge, judge_set
from reporter.check.registry import loaded_rules
from reporter.check.samples import notice
from reporter.check.subject import Subject

NUMBERS = (
    "0", "00", "1", "100", "000", "0.00", "0.0", "3.", "1,234", "-5", "１２", "百", "十", "万", "1.5万", "廿",
    "零", "½", "²", "①", "٣", "3%", "1/0", "8:70", "25:61", "9" * 30, "9" * 30 + ".5", "1" * 120,
    "123456789012345678",
)  # fmt: skip
WORDS = (
    "13月32日", "2月30日", "0月0日", "20261年", "第〇条", "第零次", "下降100%", "增长0%", "占0%", "其中",
    "分别为", "比上年", "（", "）", "“", "”", "《", "》", "、", "，", "。", "：", "；", "\n", "\t", "\u3000",
    "…", "—", "0个", "零户", "（一）", "1.", "倍", "一半", "24时", "同比", "从0到0",
)  # fmt: skip
_NUMBER = re.compile(r"\d[\d.,]*")


@pytest.fixture(scope="module")
def examples() -> tuple[Subject, ...]:
    """The right and wrong examples of all rules."""
    rules = [loaded.rule for loaded in loaded_rules() if loaded.check is not None]
    return tuple(made() for rule in rules for made in (rule.bad, rule.good))


@pytest.fixture(scope="module")
def sentences(examples: Sequence[Subject]) -> tuple[str, ...]:
    """What they say."""
    return tuple(sorted({para.text for one in examples for para in one.seen.paras if para.text}))


@pytest.fixture(scope="module")
def grids(examples: Sequence[Subject]) -> tuple[Grid, ...]:
    """Their tables."""
    return tuple(grid for one in examples for grid in one.seen.grids)


def changed(text: str, others: Sequence[str], chance: Random) -> str:
    """The text with up to five numbers changed, words put in, characters left out or other sentences behind it."""
    for _ in range(chance.randint(1, 5)):
        numbers, place = [*_NUMBER.finditer(text)], chance.randrange(len(text) + 1)
        match chance.choice(("number", "number", "word", "gap", "more")):
            case "number" if numbers:
                found = chance.choice(numbers)
                text = text[: found.start()] + chance.choice(NUMBERS) + text[found.end() :]
            case "word":
                text = text[:place] + chance.choice(WORDS) + text[place:]
            case "gap":
                text = text[:place] + text[place + 1 :]
            case _:
                text += chance.choice(others)
    return text


def changed_table(grid: Grid, others: Sequence[str], chance: Random) -> Grid:
    """The table with up to a third of its cells emptied or changed, and at times without its last row or column."""
    rows = [list(row) for row in grid.rows]
    for row in rows:
        for place, cell in enumerate(row):
            if chance.random() < 1 / 3:
                row[place] = chance.choice(("", *NUMBERS, changed(cell, others, chance)))
    if chance.random() < 1 / 4:
        rows = rows[:-1] or rows
    if chance.random() < 1 / 4:
        rows = [row[:-1] or row for row in rows]
    return replace(grid, rows=tuple(map(tuple, rows)))


def failures(sentences: Sequence[str], grids: Sequence[Grid], seeds: Iterable[int]) -> set[str]:
    """What is told of rules that failed, about single notices and each with the one before."""
    told: set[str] = set()
    before = notice()
    for seed in seeds:
        chance = Random(seed)
        body = [changed(chance.choice(sentences), sentences, chance) for _ in range(chance.randint(1, 8))]
        tables = [changed_table(chance.choice(grids), sentences, chance) for _ in range(chance.randint(0, 2))]
        title = changed("关于2026年检查情况的通报", sentences, chance)
        paper = notice(title=title, body=tuple(body), grids=tuple(tables))
        found = (*judge(paper).findings, *judge_set([before, paper], paper.profile))
        told |= {f"{seed}: {one.message}" for one in found if "没有查完" in one.message}
        before = paper
    return told


def test_no_rule_fails_on_odd_text(sentences: Sequence[str], grids: Sequence[Grid]) -> None:
    assert failures(sentences, grids, range(500)) == set()


@pytest.mark.deep
def test_no_rule_fails_on_much_odd_text(sentences: Sequence[str], grids: Sequence[Grid]) -> None:
    assert failures(sentences, grids, range(1_000, 31_000)) == set()


@pytest.mark.parametrize(
    "text",
    ["用去0万元，占0%，其余0万元。", "省级资金0万元，占0%；市级资金0万元，占0%。", "人均补助0元，共0人，合计0元。",
     "由0家增加到0家，增长0%。", f"发现隐患{'9' * 30}处，已整改18处，整改率{'9' * 30}.5%。"],
)  # fmt: skip
def test_nothing_is_divided_by_nothing(text: str) -> None:
    assert [one.message for one in judge(notice(body=(text,))).findings if "没有查完" in one.message] == []


@pytest.mark.deep
@pytest.mark.parametrize("number", ["0", "0.0", "1", "9" * 30])
def test_no_rule_fails_where_a_number_of_an_example_is_another(number: str) -> None:
    told: set[str] = set()
    for loaded in loaded_rules():
        for example in (loaded.rule.bad(), loaded.rule.good()) if loaded.check else ():
            texts = [para.text for para in example.seen.paras if para.text]
            whole = [[_NUMBER.sub(number, text) for text in texts]]
            single = [
                [*texts[:place], text[: found.start()] + number + text[found.end() :], *texts[place + 1 :]]
                for place, text in enumerate(texts)
                for found in _NUMBER.finditer(text)
            ]
            for body in whole + single:
                found = judge(notice(body=tuple(body))).findings
                told |= {one.message for one in found if "没有查完" in one.message}
    assert told == set()


def test_a_rule_that_fails_is_seen_by_these_tests(
    sentences: Sequence[str], grids: Sequence[Grid], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(subjects: Sequence[Subject]) -> None:
        raise ArithmeticError

    (one,) = [loaded for loaded in loaded_rules() if loaded.rule.code == "GW736"]
    monkeypatch.setattr("reporter.check.judging.loaded_rules", lambda: (type(one)(one.rule, check_set=broken),))
    told = failures(sentences, grids, range(1))
    assert any("GW736没有查完（ArithmeticError" in message for message in told)
