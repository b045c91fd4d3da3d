"""@form prints the indicator form of the filing, blank or filled, labels exactly as issued."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from reporter.document.blanks import blank_names
from reporter.document.inline import Blank, Text, plain
from reporter.document.model import Table
from reporter.intake.workspace import load_valid
from reporter.records.figure import Answer
from reporter.records.indicators import Indicator, IndicatorSet, Part
from reporter.records.workspace import Workspace

FORM = IndicatorSet(
    id="ten",
    title="{year}年通报要点",
    indicators=(
        Indicator(code="1", label="是否制定方案", type="yesno"),
        Indicator(code="2", label="是否整改到位", type="yesno", fact="hazards.all_closed"),
        Indicator(code="3", label="发现隐患", type="count", fact="hazards.found", measure="条"),
        Indicator(
            code="4", label="等级评定", type="multi_count", preprinted="二级{l2}个，三级{l3}个",
            parts=(
                Part(code="l2", label="二级", fact="hazards.closed"),
                Part(code="l3", label="三级", fact="hazards.open"),
            ),
        ),
        Indicator(
            code="5", label="总结和平台", type="compound",
            parts=(
                Part(code="a", label="按时", type="yesno"),
                Part(code="b", label="平台", fact="hazards.open", measure="家"),
            ),
        ),
    ),
)  # fmt: skip
SHEET = """name: 表
title: "{{ 指标表标题 }}"
header: false
closing: false
imprint: false
form:
  above:
    - ["填报单位：{{ 填报单位 }}", "截至{{ 截至日期 }}"]
  below:
    - ["填报人：{{ 填报人 }}", "审核人：{{ 审核人 }}"]
"""


@pytest.fixture
def formed(county: Workspace, writing_in: Any) -> Any:
    answers = (Answer(code="1", unit="安和县", period="2026", answer="是", basis="安民联发〔2026〕12号"),)
    return writing_in(replace(county, indicator_sets=(FORM,), answers=answers))


def form(writer: Any, **filing: Any) -> Table:
    (table,) = writer.document("@form", front=SHEET, **filing).body
    assert isinstance(table, Table)
    return table


def test_a_filled_form_answers_from_records_and_typed_answers(formed: Any) -> None:
    table = form(formed)
    assert table.role == "form"
    assert [tuple(plain(cell, "＿") for cell in row.cells) for row in table.rows] == [
        ("1", "是否制定方案", "是"),
        ("2", "是否整改到位", "否"),
        ("3", "发现隐患", "3条"),
        ("4", "等级评定", "二级2个，三级1个"),
        ("5", "总结和平台", "按时：＿；平台：1家"),
    ]
    assert [row.key for row in table.rows] == ["1", "2", "3", "4", "5"]


def test_typed_answers_refer_to_their_code_and_derived_ones_to_their_figure(formed: Any) -> None:
    typed, derived = (form(formed).rows[place].cells[2][0] for place in (0, 1))
    assert (typed, derived) == (Text("是", ref="answer:1"), Text("否", ref="fact:indicators.answer(code=2)"))


def test_an_unanswered_part_is_a_blank_named_by_its_label(formed: Any) -> None:
    assert Blank("总结和平台（按时）", 4) in form(formed).rows[4].cells[2]


def test_a_blank_form_leaves_everything_open_but_what_is_pre_printed(formed: Any) -> None:
    table = form(formed, variant="blank")
    assert [plain(row.cells[2]) for row in table.rows] == ["", "", "", "二级\u3000个，三级\u3000个", ""]
    assert [plain(item, "＿") for line in (*table.above, *table.below) for item in line] == [
        "填报单位：＿", "截至＿", "填报人：＿", "审核人：＿",
    ]  # fmt: skip


def test_the_lines_around_a_filled_form_say_who_fills_it_in(formed: Any) -> None:
    document = formed.document("@form", front=SHEET, reviewed_by="吴某")
    (table,) = document.body
    assert plain(document.title) == "2026年通报要点"
    assert [plain(item) for line in (*table.above, *table.below) for item in line] == [
        "填报单位：安和县民政局", "截至2026年10月31日", "填报人：李某", "审核人：吴某",
    ]  # fmt: skip
    assert blank_names(document) == ("总结和平台（按时）",)


def test_a_filing_that_does_not_say_which_form_is_told_so(formed: Any, writing_in: Any) -> None:
    two = replace(formed.workspace, indicator_sets=(FORM, FORM.changed(id="other")))
    assert "indicator_set" in writing_in(two).fault("@form", front=SHEET).hint


@pytest.mark.parametrize("name", ["province-10", "county-10"])
def test_both_shipped_forms_of_ten_rows_print_blank_and_filled(
    name: str, writing_in: Any, tmp_path: Path
) -> None:
    sample, _ = load_valid(Path(__file__).parents[2] / "inputs" / "anhe-2026")
    writer = writing_in(replace(sample, root=tmp_path))
    filled, blank = form(writer, indicator_set=name), form(writer, indicator_set=name, variant="blank")
    labels = [
        indicator.label for one in sample.indicator_sets if one.id == name for indicator in one.indicators
    ]
    assert (
        [plain(row.cells[1]) for row in filled.rows] == [plain(row.cells[1]) for row in blank.rows] == labels
    )
    assert len(labels) == 10
    assert all(row.cells[2] for row in filled.rows)
    assert not any(isinstance(inline, Text) and inline.ref for row in blank.rows for inline in row.cells[2])
