"""The list of changes behind the 对照表 and the page."""

from __future__ import annotations

from reporter.diff.entries import Places, entries, shortened
from tests.diff.comparisons import edits, para, sample, unchanged


def said(pieces: object) -> str:
    return "".join(edit.text for edit in pieces)  # type: ignore[attr-defined]


def test_every_change_is_one_entry_in_document_order() -> None:
    places = [entry.place for entry in entries(sample())]
    assert places == [
        "页面",
        "正文第1段",
        "正文第2段",
        "正文第3段",
        "正文第4段",
        "正文第6段",
        "正文第5段",
        "表1，第2行（AH-001）",
        "表1，第9行（AH-008）",
        "表1，第9行（AH-009）",
        "正文",
    ]


def test_equal_drafts_have_no_entries() -> None:
    assert entries(unchanged(3)) == ()


def test_a_changed_figure_says_its_difference_and_its_source() -> None:
    found = next(entry for entry in entries(sample()) if entry.place == "正文第2段")
    assert found.sorts == ("figures",)
    assert found.path == "一、总体情况"
    assert found.notes == (
        "数字：36处→38处，+2处，+5.6%。新计入AH-037等2项（来源1）",
        "数字：30处→33处，+3处，+10%",
    )


def test_a_moved_paragraph_says_where_it_came_from_and_is_not_marked() -> None:
    found = next(entry for entry in entries(sample()) if entry.place == "正文第6段")
    assert found.notes == ("移动：由原稿正文第3段移来",)
    assert {edit.op for edit in (*found.old, *found.new)} == {"equal"}


def test_an_edited_row_names_its_column_and_an_inserted_one_all_of_them() -> None:
    by_place = {entry.place: entry for entry in entries(sample())}
    edited, inserted = by_place["表1，第2行（AH-001）"], by_place["表1，第9行（AH-009）"]
    assert (said(edited.old), said(edited.new)) == ("状态：整改中", "状态：已整改")
    assert (inserted.old, said(inserted.new)) == ((), "序号：8；隐患编号：AH-009；状态：整改中")
    assert inserted.notes == ("表格新增一行",)


def test_renumbering_and_formats_are_listed_once() -> None:
    notes = [note for entry in entries(sample()) for note in entry.notes]
    assert "序号顺延：二、→三、" in notes
    assert "格式：上白边：37 mm→30 mm" in notes


def test_the_path_is_made_of_the_headings_above_and_ends_with_its_part() -> None:
    places = Places(
        (
            para("总体", "1", 1, "一、"),
            para("机构", "2", 2, "（一）"),
            para("正文。", "3"),
            para("安全", "4", 1, "二、"),
            para("正文。", "5"),
            para("附件正文。", "6", part="附件1"),
        )
    )
    assert [places.of(at) for at in range(6)] == ["", "一、总体", "一、总体 › （一）机构", "", "二、安全", ""]


def test_long_equal_stretches_are_cut_at_the_ends_of_sentences() -> None:
    long = "甲。" + "乙" * 100 + "。丙"
    assert said(shortened(edits("-旧", "=" + long, "+新"))) == "旧甲。……丙新"


def test_a_text_without_changes_is_not_cut() -> None:
    assert said(shortened(edits("=" + "乙" * 200))) == "乙" * 200
