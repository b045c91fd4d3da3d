"""Figures, cells and answers are never written: it is said what they come from and which cell would have to change."""

from __future__ import annotations

import shutil

import pytest
from docx.document import Document as Docx

from tests.pull.conftest import SLOT, Desk, one, replaced, statuses, typed


def untouched(desk: Desk) -> dict[str, bytes]:
    return {
        str(path.relative_to(desk.root)): path.read_bytes()
        for path in sorted(desk.root.rglob("*"))
        if path.is_file()
    }


def test_a_derived_figure_names_its_formula_and_cells(desk: Desk) -> None:
    before = untouched(desk)
    found = desk.take(desk.edited(replaced("168条", "169条")), "ask")
    assert (one(found).kind, one(found).status, one(found).old, one(found).new) == (
        "数字",
        "tell",
        "168",
        "169",
    )
    formula, cells = one(found).notes
    assert "“已整改”" in formula
    assert "安和县已销号的隐患共168条" in formula
    assert "要印成“169”" in cells
    assert "隐患台账.xlsx › 隐患台账 › AC" in cells
    assert untouched(desk) == before


def test_a_count_that_should_rise_names_the_rows_that_are_not_yet_counted(desk: Desk) -> None:
    rows = one(desk.pull(desk.edited(replaced("168条", "170条")))).notes[1]
    assert "“已整改”要印成“170”" in rows
    assert "“已整改”已计入168行（隐患台账.xlsx › 隐患台账 › AC" in rows
    assert "要增加2，不是改这些已计入的行，而是改还没有计入的行" in rows


def test_a_count_that_should_fall_names_the_rows_that_count(desk: Desk) -> None:
    rows = one(desk.pull(desk.edited(replaced("168条", "167条")))).notes[1]
    assert "要减少1，就改已计入的行里不该计入的" in rows


def test_a_share_names_both_figures_that_it_is_made_of(desk: Desk) -> None:
    rows = one(desk.pull(desk.edited(replaced("95.24%", "96.24%")))).notes[1]
    assert "“已整改”已计入20行" in rows
    assert "“发现”已计入21行" in rows


def test_a_figure_that_was_typed_into_a_workbook_names_the_one_cell_and_its_new_value(desk: Desk) -> None:
    before = untouched(desk)
    found = desk.take(desk.edited(replaced("培训16场", "培训18场")), "ask")
    assert one(found).target == "其他数据.xlsx › 其他数据 › C7"
    assert "C7 由“16”改为“18”" in one(found).notes[0]
    assert untouched(desk) == before


def test_a_digit_typed_beside_a_figure_is_a_change_of_the_figure(desk: Desk) -> None:
    found = desk.take(desk.edited(replaced("尚未销号16条", "尚未销号160条")), "ask")
    assert (one(found).kind, one(found).old, one(found).new) == ("数字", "16", "160")


def test_a_figure_that_was_put_into_words_is_not_written(desk: Desk) -> None:
    before = untouched(desk)
    found = desk.take(desk.edited(replaced("立行立改31条", "立行立改三十多条")), "ask")
    assert [one.status for one in found.proposals] == ["tell"]
    assert untouched(desk) == before


def test_words_of_a_paragraph_are_written_although_a_figure_in_it_was_changed(desk: Desk) -> None:
    def change(opened: Docx) -> None:
        replaced("举办培训16场", "组织开展培训18场")(opened)

    found = desk.take(desk.edited(change))
    assert sorted(statuses(found)) == [("修改", "ready"), ("数字", "tell")]
    assert '{% else %}全年{% endif %}组织开展培训{{ 数据.数值(名称="培训场次"' in desk.text()


def test_a_clause_with_a_figure_is_only_deleted_when_somebody_agrees(desk: Desk) -> None:
    file = desk.edited(replaced("、培训868人次", ""))
    before = desk.text()
    assert statuses(desk.take(file)) == [("修改", "ask")]
    assert desk.text() == before
    desk.take(file, "ask")
    assert "培训人次" not in desk.text().split("\n")[2].partition("{% endif %}")[2]


def test_a_sentence_that_was_moved_with_its_figure_is_not_silently_typed(desk: Desk) -> None:
    sentence = "制定和修订养老服务监管制度5项"

    def change(opened: Docx) -> None:
        replaced(f"；{sentence}", "")(opened)
        replaced("所有隐患统一编号", f"{sentence}。所有隐患统一编号")(opened)

    found = desk.take(desk.edited(change))
    assert [one.status for one in found.proposals] == ["ask", "ask"]
    assert "手打的数字" in found.proposals[0].notes[0]


def test_a_number_in_the_clerks_own_words_is_simply_text(desk: Desk) -> None:
    name = "texts/year-end-summary/组织领导.md"
    assert "150万元" not in desk.text(name) or "{{" in desk.text(name)
    (desk.root / SLOT).write_text("全县共抽调120人参加检查。\n", encoding="utf-8")
    desk.build()
    found = desk.take(desk.edited(replaced("抽调120人", "抽调126人")))
    assert statuses(found) == [("修改", "ready")]
    assert desk.text() == "全县共抽调126人参加检查。\n"


def test_a_figure_in_a_new_paragraph_is_text(desk: Desk) -> None:
    found = desk.take(desk.edited(lambda opened: typed(opened, "一条一号、一院一策", "全县还抽查了15家。")))
    assert statuses(found) == [("新增", "ready")]


def test_a_cell_of_a_table_names_where_it_comes_from(desk: Desk) -> None:
    before = untouched(desk)
    found = desk.take(desk.edited(replaced("95.24%", "96.24%")), "ask")
    assert (one(found).kind, one(found).status) == ("数字", "tell")
    assert "“青石镇”行“整改率”栏" in one(found).place
    assert untouched(desk) == before


def test_a_row_that_was_deleted_in_word_stays(desk: Desk) -> None:
    def change(opened: Docx) -> None:
        row = opened.tables[0].rows[3] if len(opened.tables[0].rows) > 5 else opened.tables[1].rows[3]
        row._tr.getparent().remove(row._tr)

    found = desk.pull(desk.edited(change))
    assert [one.status for one in found.proposals if one.kind == "表格"] == ["tell"]


@pytest.mark.parametrize(("old", "new"), [("我县", "全县"), ("李某", "王某")])
def test_what_the_settings_say_is_told_with_its_place(desk: Desk, old: str, new: str) -> None:
    found = desk.take(desk.edited(replaced(old, new)), "ask")
    assert (one(found).kind, one(found).status) == ("设置", "tell")
    assert "campaign.yaml" in one(found).notes[0]


def test_an_answer_of_a_form_names_its_cell(desk: Desk) -> None:
    shutil.rmtree(desk.out)
    form = Desk(desk.root, desk.out, "notification-points@2026")
    form.build()
    before = untouched(desk)

    def change(opened: Docx) -> None:
        first, derived = opened.tables[0].rows[1].cells[2], opened.tables[0].rows[8].cells[2]
        first.paragraphs[0].runs[0].text = "否"
        derived.paragraphs[0].runs[0].text = derived.paragraphs[0].runs[0].text.replace("38", "39")

    typed_one, computed = form.take(form.edited(change), "ask").proposals
    assert typed_one.target.startswith("指标填报.xlsx › ")
    assert "由“是”改为“否”" in typed_one.notes[0]
    assert (computed.kind, computed.status, computed.new) == ("数字", "tell", "39")
    assert "机构名册.xlsx" in computed.notes[1]
    assert untouched(desk) == before


def test_a_paragraph_that_was_rewritten_with_its_figures_is_left_to_the_clerk(desk: Desk) -> None:
    before = untouched(desk)
    sentence = "全年举办培训16场、培训868人次，组织消防疏散演练91场，开展防范非法集资等宣传活动36场。"
    found = desk.take(desk.edited(replaced(sentence, "培训和演练经常化，办班十多场，近千人次参加。")), "ask")
    assert {proposal.status for proposal in found.proposals} == {"tell"}
    assert untouched(desk) == before
