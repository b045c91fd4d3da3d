"""Blocks: by identity or content; moves are moves, numbers that moved on are told once."""

from __future__ import annotations

from msgspec.structs import replace

from reporter.diff.align import compare
from reporter.diff.model import Comparison, Run
from tests.diff.sides import material, paragraph

A = "全县现有养老机构44家，其中公办11家、民办33家。"
B = "二是一条一号、一院一策，所有隐患统一编号、统一登记。"
C = "三是培训演练并重，全年举办培训16场、培训868人次。"
D = "继续实施敬老院改造提升工程，扩大护理员技能等级认定覆盖面。"


def kinds(found: Comparison) -> list[str]:
    return [step.kind for step in found.steps]


def test_the_same_material_has_no_differences() -> None:
    found = compare(material(A, B, C), material(A, B, C))
    assert found.same
    assert kinds(found) == ["same"] * 3


def test_an_inserted_and_a_deleted_paragraph_are_told_where_they_stand() -> None:
    found = compare(material(A, B, D), material(A, C, D))
    assert [(step.kind, step.old, step.new) for step in found.steps] == [
        ("same", 0, 0),
        ("deleted", 1, None),
        ("inserted", None, 1),
        ("same", 2, 2),
    ]


def test_a_moved_paragraph_is_a_move_not_a_deletion() -> None:
    found = compare(material(A, B, C, D), material(B, C, D, A))
    assert [(step.kind, step.old, step.new) for step in found.steps] == [
        ("moved_away", 0, 3),
        ("same", 1, 0),
        ("same", 2, 1),
        ("same", 3, 2),
        ("moved", 0, 3),
    ]
    assert found.counts == {"blocks_moved": 1}


def test_a_paragraph_that_was_moved_and_edited_is_one_step_with_its_edits() -> None:
    changed = A.replace("44家", "45家")
    found = compare(material(A, B, C, D), material(B, C, D, changed))
    (step,) = found.changed
    assert (step.kind, step.old, step.new) == ("moved", 0, 3)
    assert [one.text for one in step.edits if one.op == "insert"] == ["45家"]


def test_the_shorter_of_two_swapped_paragraphs_is_the_one_that_moved() -> None:
    found = compare(material(A + B, C), material(C, A + B))
    assert [found.block_of(step).text for step in found.changed] == [C]


def test_numbers_that_moved_on_are_told_once() -> None:
    old = [paragraph(text, number=f"{n}是") for n, text in zip("一二三", (A, B, C), strict=True)]
    new = [paragraph(text, number=f"{n}是") for n, text in zip("一二三四", (D, A, B, C), strict=True)]
    found = compare(material(*old), material(*new))
    assert kinds(found) == ["inserted", "same", "same", "same"]
    assert [(one.old, one.new, one.count) for one in found.renumbered] == [("一是", "二是", 3)]


def test_paragraphs_without_a_word_in_common_are_one_when_their_ids_are_of_one_draft() -> None:
    old, new = material(paragraph(A, mark="_gw_1"), B), material(paragraph("重写。", mark="_gw_1"), B)
    assert kinds(compare(old, new)) == ["deleted", "inserted", "same"]
    same = compare(replace(old, origin="x@2026#1"), replace(new, origin="x@2026#1"))
    assert kinds(same) == ["edited", "same"]


def test_ids_of_drafts_that_only_seem_to_be_one_do_not_part_what_belongs_together() -> None:
    old = [paragraph(text, mark=f"_gw_{at}") for at, text in enumerate((A, B, C))]
    new = [paragraph(text, mark=f"_gw_{at}") for at, text in enumerate((D, A.replace("44", "45"), B, C))]
    sides = [replace(material(*blocks), origin="x@2026#1") for blocks in (old, new)]
    assert kinds(compare(*sides)) == ["inserted", "edited", "same", "same"]


def test_a_title_is_a_title_whatever_it_says() -> None:
    old = material(paragraph("关于开展自查的通知", "title"), A)
    new = material(paragraph("年度工作要点", "title"), A)
    assert kinds(compare(old, new)) == ["edited", "same"]


def test_white_space_is_no_difference() -> None:
    assert compare(material("关于工作\n情况的报告"), material("关于工作情况的报告 ")).same


def test_bold_type_is_a_change_of_format_not_of_text() -> None:
    old = material(paragraph(A))
    new = material(replace(paragraph(A), runs=(Run(A[:4], strong=True), Run(A[4:]))))
    found = compare(old, new)
    assert found.same_text
    assert [(one.what, one.old, one.new) for one in found.all_formats()] == [("加粗", "无", A[:4])]


def test_style_and_page_set_up_are_changes_of_format() -> None:
    old = replace(material(paragraph(A, look=(("样式", "正文"),))), page=(("纸张", "A4纵向"),))
    new = replace(material(paragraph(A, look=(("样式", "正文顶格"),))), page=(("纸张", "A3横向"),))
    found = compare(old, new)
    assert found.counts == {"formats": 2}
    assert [one.what for one in found.all_formats()] == ["纸张", "样式"]


def test_what_stands_in_a_header_counts_as_format() -> None:
    old, new = (material(A, paragraph(state, "state", part="页眉")) for state in ("草稿", "送审稿"))
    found = compare(old, new)
    assert found.same_text
    assert found.counts == {"formats": 1}


def test_both_directions_find_as_many_changes() -> None:
    left, right = material(A, B, C), material(C, A.replace("44家", "45家"), D)
    there, back = compare(left, right).counts, compare(right, left).counts
    swapped = {"blocks_inserted": "blocks_deleted", "blocks_deleted": "blocks_inserted"}
    assert {swapped.get(name, name): number for name, number in there.items()} == back
