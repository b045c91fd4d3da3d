from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from importlib import resources

import pytest

from reporter.artefacts.xlsx import read_xlsx
from reporter.deliver.tally import compact, lines, tally
from reporter.deliver.tallymould import build
from reporter.deliver.tallysheet import mould_name
from reporter.document.inline import Text, words
from reporter.document.model import Column, Document, Paragraph, Row, Table
from reporter.facts.fact import Fact
from reporter.refs import Cell


def cells(*rows: int, column: int = 4, sheet: str = "隐患台账") -> tuple[Cell, ...]:
    return tuple(Cell("隐患台账.xlsx", sheet, row, column) for row in rows)


def fact(address: str, label: str, value: int | Decimal, **more: object) -> Fact:
    return Fact(address, "f", address, label, value, "条", "341", "2026", date(2026, 10, 31), **more)  # type: ignore[arg-type]


FOUND = fact(
    "hazards.found()", "排查隐患数", 190, formula="发现日期不晚于截至日的条数", cells=cells(5, 6, 7, 25)
)
RATE = fact("hazards.rate()", "整改率", Decimal("89.5"), inputs=("hazards.found()", "figures.goal()"))
GOAL = fact("figures.goal()", "目标", 100, typed=True, cells=(Cell("其他数据.xlsx", "其他数据", 3, 2),))
FORCED = fact("1.a", "检查次数", 12, overruled=True, typed=True, cells=(Cell("指标填报.xlsx", "覆盖", 2, 3),))
FACTS: Mapping[str, Fact] = {one.address: one for one in (FOUND, RATE, GOAL)}
TABLE = Table(
    "t",
    "table",
    (Column("ordinal", "序号", 3), Column("town", "乡镇", 8), Column("open", "未整改", 6, type="number")),
    (Row("R1", (words("1"), words("河口镇"), (Text("190", ref="fact:hazards.found()"),))),),
)
DOCUMENT = Document(
    "x@2026",
    "x",
    "plain",
    "up",
    words("工作情况报告"),
    (
        Paragraph("p", (*words("前一句。共"), Text("190", ref="fact:hazards.found()"), *words("条；整改率"))),
        Paragraph(
            "q",
            (
                Text("89.5", ref="fact:hazards.rate()"),
                *words("，目标"),
                Text("100", ref="fact:figures.goal()"),
            ),
        ),
        Paragraph("r", (Text("12", ref="answer:1.a"), *words("次，"), Text("无关", ref="cell:AH-1.home"))),
        TABLE,
    ),
)


def test_overruled_figures_come_first_then_typed_then_the_others_in_order_of_the_paper() -> None:
    found = lines(DOCUMENT, FACTS, {"1.a": FORCED})
    assert [(line.text, line.kind) for line in found] == [
        ("12", "覆盖"),
        ("100", "填报"),
        ("190", "推导"),
        ("89.5", "推导"),
        ("190", "推导"),
    ]


def test_a_figure_stands_with_its_sentence_place_and_page() -> None:
    found = lines(DOCUMENT, FACTS, page_of=lambda occurrence: occurrence.piece)
    derived = [line for line in found if line.kind == "推导"]
    assert (derived[0].sentence, derived[0].place) == ("共190条；", "正文第1段")
    assert (derived[2].sentence, derived[2].place) == ("河口镇｜未整改：190", "正文表第1行“未整改”栏")
    assert derived[0].page == 1


def test_cells_are_compacted_to_ranges() -> None:
    assert compact(cells(5, 6, 7, 25)) == "D5:D7、D25"
    assert compact((*cells(5, 6), *cells(5, 6, column=5))) == "D5:D6、E5:E6"
    assert compact([Cell("filings.yaml", row=3)]) == "第3行"
    assert compact(cells(*range(1, 61, 2))).endswith(" 等30处")


def test_a_figure_without_cells_of_its_own_shows_those_that_it_was_made_of() -> None:
    rate = next(line for line in lines(DOCUMENT, FACTS) if line.label == "整改率")
    assert rate.sources == (("其他数据.xlsx", "其他数据", "B3"), ("隐患台账.xlsx", "隐患台账", "D5:D7、D25"))


def test_the_workbook_has_a_box_for_each_figure_and_lines_for_the_checker() -> None:
    found = lines(DOCUMENT, FACTS)
    (sheet,) = read_xlsx(tally(DOCUMENT, found)).sheets
    assert sheet.rows[0][0] == "数据核对表"
    assert sheet.rows[1][0] == "工作情况报告"
    assert sheet.rows[2][0:3] == ("序号", "数值", "指标名称")
    assert [row[-1] for row in sheet.rows[3:-1]] == ["□"] * len(found)
    assert sheet.rows[-1][0] == "核对人："


def test_the_same_figures_give_the_same_bytes() -> None:
    found = lines(DOCUMENT, FACTS)
    assert tally(DOCUMENT, found) == tally(DOCUMENT, found)


@pytest.mark.parametrize("sample", [False, True])
def test_the_empty_table_that_ships_is_the_one_that_we_build(sample: bool) -> None:
    shipped = resources.files("reporter.templates.xlsx") / mould_name(sample=sample)
    assert shipped.read_bytes() == build(sample=sample)
