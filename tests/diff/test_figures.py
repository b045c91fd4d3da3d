"""Figures: old, new, delta, percent, unit; what moved them; what should have moved with them."""

from __future__ import annotations

from decimal import Decimal

from msgspec.structs import replace

from reporter.diff.align import compare
from reporter.diff.model import FigureChange, Material, Run, Source
from tests.diff.sides import grid, material, paragraph


def figures(old: str, new: str) -> tuple[FigureChange, ...]:
    return compare(material(old), material(new)).figures


def test_a_changed_figure_has_its_difference_and_what_it_counts() -> None:
    (one,) = figures("全年投入整改资金352.6万元，逐项落实。", "全年投入整改资金358.2万元，逐项落实。")
    assert (one.what, one.unit, one.delta, one.percent) == (
        "全年投入整改资金",
        "万元",
        Decimal("5.6"),
        Decimal("1.6"),
    )
    assert (one.old.text if one.old else "", one.new.text if one.new else "") == ("352.6万元", "358.2万元")


def test_a_rate_changes_by_points() -> None:
    (one,) = figures("整改率91.30%，稳步提高。", "整改率92.39%，稳步提高。")
    assert (one.delta, one.percent, one.unit) == (Decimal("1.09"), None, "个百分点")


def test_other_units_of_one_quantity_are_compared_by_value() -> None:
    (one,) = figures("拨付省级补助1.5万元，已到位。", "拨付省级补助20000元，已到位。")
    assert (one.delta, one.unit) == (Decimal(5000), "元")


def test_thousands_signs_are_no_difference_of_value() -> None:
    assert figures("床位12000张，入住率高。", "床位12,000张，入住率高。") == ()


def test_years_dates_and_numbers_of_documents_are_no_figures() -> None:
    old = "按照安民发〔2025〕12号，2025年10月31日前完成，执行GB/T 9704—2012。"
    assert figures(old, old.replace("2025", "2026").replace("12号", "13号")) == ()


def test_several_figures_of_one_sentence_are_paired_by_their_words() -> None:
    found = figures("发现隐患72条，已整改65条，涉及机构12家。", "发现隐患72条，涉及机构11家，已整改66条。")
    assert {one.what: one.delta for one in found} == {"涉及机构": Decimal(-1), "已整改": Decimal(1)}


def test_a_cell_has_its_unit_from_its_column_and_its_name_from_its_row() -> None:
    labels = ("单位", "已整改（条）", "联系电话")
    old, new = [["河口镇", "12", "6600012"]], [["河口镇", "15", "6600013"]]
    (one,) = compare(material(grid(labels, old)), material(grid(labels, new))).figures
    assert (one.what, one.unit, one.delta) == ("河口镇·已整改", "条", Decimal(3))


def _with_fact(count: int, rows: tuple[str, ...]) -> Material:
    run = (Run("已整改"), Run(str(count), ref="fact:hazards.closed()"), Run("条，进展顺利。"))
    cells = tuple(f"台账 › A{row[-1]}" for row in rows)
    source = Source("fact:hazards.closed()", "已整改", str(count), "条", f"共{count}条", rows, cells)
    whole = material(replace(paragraph(""), runs=run, place="正文第1段"))
    return replace(whole, sources={source.ref: source})


def test_rows_and_cells_that_moved_a_figure_are_named() -> None:
    (one,) = compare(_with_fact(2, ("H1", "H2")), _with_fact(3, ("H1", "H2", "H3"))).figures
    (cause,) = one.causes
    assert (cause.old, cause.new, cause.rows_added, cause.cells) == ("2条", "3条", ("H3",), ("台账 › A3",))


def test_a_figure_that_was_changed_by_hand_names_the_cells_that_would_have_to_change() -> None:
    old = _with_fact(2, ("H1", "H2"))
    new = replace(material("已整改9条，进展顺利。"), sources=old.sources)
    (one,) = compare(old, new).figures
    (cause,) = one.causes
    assert (cause.old, cause.new, cause.cells) == ("2条", "2条", ("台账 › A1", "台账 › A2"))


def test_the_same_quantity_that_stayed_elsewhere_is_told() -> None:
    last = "截至目前，累计整改隐患168条，其余正在推进。"
    old = material("累计整改隐患168条，成效明显。", "其他工作有序开展。", last)
    new = material("累计整改隐患170条，成效明显。", "其他工作有序开展。", last)
    (one,) = compare(old, new).unmoved
    assert (one.text, one.old, one.new) == ("168条", "168条", "170条")


def test_the_same_number_of_something_else_is_not_told() -> None:
    other = "发放宣传资料168条横幅。"
    assert (
        compare(material("累计整改隐患168条。", other), material("累计整改隐患170条。", other)).unmoved == ()
    )
