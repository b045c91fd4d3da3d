"""Forms of indicators against ledgers and text; groups and lists of a ledger."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from reporter.artefacts.seen.model import Grid
from reporter.check.returns import answers_of, contradictions, open_hazards
from reporter.check.rules import gw554_group_rows, gw555_four_lists
from reporter.check.samples import notice

_SUMMARY = (("单位", "问题（条）", "未销号（条）"), ("河口镇", "20", "1"), ("合计", "20", "1"))


def form(*rows: Sequence[str]) -> Grid:
    return Grid(1, (("序号", "通报要点", "填报内容"), *(tuple(row) for row in rows)), 1)


def test_the_answer_is_the_last_cell_and_the_question_stands_before_it() -> None:
    (_, one) = answers_of(notice(grids=(form(("8", "符合《规范》的机构数量", "38家")),)))
    assert (one.question, one.answer, one.spot) == ("符合《规范》的机构数量", "38家", "表1第2行第3列")


@pytest.mark.parametrize(
    ("question", "answer", "told"),
    [
        ("养老机构排查出的安全风险隐患是否整改到位", "是", "未销号"),
        ("符合《养老机构服务质量基本规范》的机构数量", "46家", "多于养老机构总数44家"),
        ("养老机构等级评定情况", "一级24个，二级19个，三级5个，四级1个，五级0个", "各级合计49家"),
    ],
)
def test_an_answer_that_the_file_does_not_bear_out_is_told(question: str, answer: str, told: str) -> None:
    body = ("全县现有养老机构44家。",)
    subject = notice(body=body, grids=(form(("6", question, answer)), Grid(2, _SUMMARY, 1)))
    ((found, message),) = contradictions(subject, [subject])
    assert found.question == question and told in message


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("养老机构排查出的安全风险隐患是否整改到位", "否"),
        ("符合《养老机构服务质量基本规范》的机构数量", "38家"),
        ("是否制定落实实施方案", "是"),
        ("养老机构等级评定情况", "一级14个，二级9个，三级5个，四级1个，五级0个"),
    ],
)
def test_an_answer_that_agrees_is_left_alone(question: str, answer: str) -> None:
    body = ("全县现有养老机构44家。",)
    subject = notice(body=body, grids=(form(("6", question, answer)), Grid(2, _SUMMARY, 1)))
    assert not list(contradictions(subject, [subject]))


def test_nothing_is_open_where_every_row_is_closed() -> None:
    rows = (("隐患", "整改状态"), ("通道堆物", "已销号"))
    assert open_hazards(notice(grids=(Grid(1, rows, 1),))) == ""


def test_groups_are_counted_across_rows_without_a_number() -> None:
    rows = (
        ("序号", "隐患"),
        ("河口镇（2条）", ""),
        ("1", "甲"),
        ("", "续"),
        ("2", "乙"),
        ("青石镇（2条）", ""),
        ("1", "丙"),
    )
    (found,) = gw554_group_rows.check(notice(grids=(Grid(1, rows, 1),)))
    assert found.message == "写2条，下面列了1行" and found.where.paragraph == "表1第6行"


def test_a_list_of_closed_ones_may_be_shorter_but_holds_no_strange_number() -> None:
    def listed(number: int, title: str, *codes: str) -> Grid:
        return Grid(number, (("隐患编号", "存在问题"), *((code, "问题") for code in codes)), 1, title=title)

    shorter = notice(grids=(listed(1, "问题清单", "A1", "A2"), listed(2, "销号清单", "A1")))
    strange = notice(grids=(listed(1, "问题清单", "A1", "A2"), listed(2, "销号清单", "A9")))
    assert not list(gw555_four_lists.check(shorter))
    (found,) = gw555_four_lists.check(strange)
    assert "A9" in found.message
