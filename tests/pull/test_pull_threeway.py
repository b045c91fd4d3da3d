"""Three sides: the draft, the file that was edited, the workspace as it is now."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx as python_docx
import openpyxl
import pytest
from docx.document import Document as Docx

from reporter.deliver.writing import WriteError
from reporter.pull.pulling import write
from tests.pull.conftest import SLOT, Desk, one, paragraph, replaced, said, statuses, typed


def rewrite(desk: Desk, old: str, new: str, name: str = SLOT) -> None:
    path = desk.root / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_line_that_both_sides_changed_is_a_conflict_and_not_written(desk: Desk) -> None:
    file = desk.edited(replaced("在营机构全部查到", "在营机构全部检查到位"))
    rewrite(desk, "相互衔接", "互相衔接")
    before = desk.text()
    found = desk.take(file, "ask", "conflict")
    assert (one(found).status, one(found).changes) == ("conflict", ())
    assert "检查到位" in one(found).new
    assert "互相衔接" in one(found).notes[1]
    assert desk.text() == before


def test_other_lines_of_the_same_file_are_merged(desk: Desk) -> None:
    file = desk.edited(replaced("在营机构全部查到", "在营机构全部检查到位"))
    rewrite(desk, "全部妥善转移后关停", "全部妥善安置后关停")
    assert statuses(desk.take(file)) == [("修改", "ready")]
    assert "检查到位" in desk.text()
    assert "全部妥善安置后关停" in desk.text()


def test_lines_that_were_added_above_move_the_place(desk: Desk) -> None:
    file = desk.edited(replaced("全部妥善转移后关停", "全部妥善安置后关停"))
    first, *rest = desk.text().split("\n")
    (desk.root / SLOT).write_text("\n".join((first, "再写一段总的话。", *rest)), encoding="utf-8")
    assert one(desk.take(file)).target == f"{SLOT} 第3行"
    assert "全部妥善安置后关停" in desk.text().split("\n")[2]


def test_what_the_workspace_says_already_is_done(desk: Desk) -> None:
    file = desk.edited(replaced("在营机构全部查到", "在营机构全部检查到位"))
    desk.take(file)
    assert statuses(desk.pull(file)) == [("修改", "done")]


def _moved(opened: Docx) -> None:
    last, first = paragraph(opened, "以评促建"), paragraph(opened, "一条一号、一院一策")
    first._p.addprevious(last._p)


def _parted(opened: Docx) -> None:
    tail = "河口镇对一家违规搭建"
    run = next(run for run in paragraph(opened, tail).runs if tail in run.text)
    head, _, rest = run.text.partition(tail)
    run.text = head
    typed(opened, head[-12:], tail + rest)


def _joined(opened: Docx) -> None:
    first, second = paragraph(opened, "一条一号、一院一策"), paragraph(opened, "培训演练并重")
    for run in second.runs:
        first._p.append(run._r)
    second._p.getparent().remove(second._p)


def _deleted(opened: Docx) -> None:
    found = paragraph(opened, "固化联合监管")
    found._p.getparent().remove(found._p)


def _typed(opened: Docx) -> None:
    typed(opened, "一条一号、一院一策", "五是新写的一段，请有关部门重视。")


@pytest.mark.parametrize("change", [_moved, _parted, _joined, _deleted, _typed])
def test_what_was_brought_back_is_not_brought_back_twice(desk: Desk, change: Callable[[Docx], None]) -> None:
    file = desk.edited(change)
    assert {proposal.status for proposal in desk.take(file).proposals} == {"ready"}
    before = {path: path.read_bytes() for path in sorted(desk.root.rglob("*.md"))}
    assert {proposal.status for proposal in desk.take(file, "ask").proposals} <= {"done"}
    assert {path: path.read_bytes() for path in sorted(desk.root.rglob("*.md"))} == before


def test_a_figure_that_moved_on_since_is_no_conflict(desk: Desk) -> None:
    file = desk.edited(replaced("组织消防疏散演练", "开展消防疏散演练"))
    book = openpyxl.load_workbook(desk.root / "其他数据.xlsx")
    book["其他数据"]["C7"] = 21
    book.save(desk.root / "其他数据.xlsx")
    assert statuses(desk.take(file)) == [("修改", "ready")]
    assert "举办培训21场、培训868人次，开展消防疏散演练" in "\n".join(said(desk.build()))


def test_a_paragraph_deleted_in_word_and_rewritten_here_is_a_conflict(desk: Desk) -> None:
    def change(opened: Docx) -> None:
        found = paragraph(opened, "一条一号、一院一策")
        found._p.getparent().remove(found._p)

    file = desk.edited(change)
    rewrite(desk, "所有隐患统一编号", "全部隐患统一编号")
    before = desk.text()
    assert statuses(desk.take(file, "ask")) == [("删去", "conflict")]
    assert desk.text() == before


def test_a_setting_that_both_sides_changed_is_a_conflict(desk: Desk) -> None:
    file = desk.edited(replaced("2026年11月6日", "2026年11月8日"))
    rewrite(
        desk,
        "doc_date: 2026-11-06\n    contact: main",
        "doc_date: 2026-11-07\n    contact: main",
        "filings.yaml",
    )
    before = desk.text("filings.yaml")
    assert statuses(desk.take(file)) == [("设置", "conflict")]
    assert desk.text("filings.yaml") == before


def test_an_older_draft_is_compared_with_itself(desk: Desk) -> None:
    file = desk.edited(replaced("在营机构全部查到", "在营机构全部检查到位"))
    rewrite(desk, "能立即改的当场改", "能马上改的当场改")
    desk.build()
    found = desk.take(file)
    assert (found.draft, statuses(found)) == (1, [("修改", "ready")])
    assert "能马上改的当场改" in desk.text()


def test_a_file_that_changed_while_somebody_was_asked_is_not_written(desk: Desk) -> None:
    found = desk.pull(desk.edited(replaced("在营机构全部查到", "在营机构全部检查到位")))
    rewrite(desk, "相互衔接", "互相衔接")
    before = desk.text()
    with pytest.raises(WriteError, match="刚才又改过"):
        write(found, found.proposals)
    assert desk.text() == before


def test_words_of_a_clerks_word_file_are_told(desk: Desk) -> None:
    (desk.root / SLOT).unlink()
    opened = python_docx.Document()
    opened.add_paragraph("全县统一部署，逐院排查。")
    opened.save(str((desk.root / SLOT).with_suffix(".docx")))
    desk.build()
    found = desk.take(desk.edited(replaced("逐院排查", "逐院逐项排查")), "ask")
    assert (one(found).status, one(found).target) == ("tell", SLOT.replace(".md", ".docx"))
    assert "自己改" in one(found).notes[0]


def test_changes_that_do_not_come_out_are_not_offered(desk: Desk) -> None:
    found = desk.take(
        desk.edited(lambda opened: typed(opened, "一条一号、一院一策", "新写的 {{ 不存在.的() }} 一段。"))
    )
    assert (one(found).status, one(found).changes) == ("tell", ())
    assert "出错" in one(found).notes[0]


def test_a_file_of_another_workspace_is_told(desk: Desk, tmp_path: Path) -> None:
    file = desk.edited(replaced("在营机构全部查到", "在营机构全部检查到位"))
    other = desk.root.rename(tmp_path / "另一个")
    found = Desk(other, desk.out).pull(file)
    assert "“anhe”" in found.notes[0]
    assert "“另一个”" in found.notes[0]
