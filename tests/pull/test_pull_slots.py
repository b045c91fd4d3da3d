"""A text that nobody wrote yet and that is a paragraph of its own: what was typed there becomes its file."""

from __future__ import annotations

import copy
from collections.abc import Callable

import docx as python_docx
import pytest
from docx.document import Document as Docx
from docx.text.paragraph import Paragraph

from tests.pull.conftest import Desk, one, said, statuses

NEXT = "texts/year-end-summary/下一步工作.md"
ADVICE = "texts/year-end-summary/意见建议.md"
WORDS = "一是继续抓好隐患整改。"
MORE = "二是建立长效机制，每季度回头看。"


def _blank(opened: Docx, heading: str) -> Paragraph:
    found = opened.paragraphs
    return found[next(at for at, one in enumerate(found) if one.text.endswith(heading)) + 1]


def _fill(node: Paragraph, text: str) -> Paragraph:
    for run in node.runs[1:]:
        node._p.remove(run._r)
    node.runs[0].text, node.runs[0].underline = text, None
    return node


def _beside(blank: Paragraph, text: str, *, below: bool) -> None:
    made = copy.deepcopy(blank._p)
    (blank._p.addnext if below else blank._p.addprevious)(made)
    _fill(Paragraph(made, blank._parent), text)


def _typed_over(blank: Paragraph) -> None:
    _fill(blank, WORDS)


def _below_and_blank_deleted(blank: Paragraph) -> None:
    _beside(blank, WORDS, below=True)
    blank._p.getparent().remove(blank._p)


def _above_and_blank_deleted(blank: Paragraph) -> None:
    _beside(blank, WORDS, below=False)
    blank._p.getparent().remove(blank._p)


def _two_paragraphs(blank: Paragraph) -> None:
    _beside(blank, MORE, below=True)
    _fill(blank, WORDS)


@pytest.mark.parametrize(
    ("change", "written"),
    [
        (_typed_over, [WORDS]),
        (_below_and_blank_deleted, [WORDS]),
        (_above_and_blank_deleted, [WORDS]),
        (_two_paragraphs, [WORDS, MORE]),
    ],
)
def test_a_blank_that_is_a_paragraph_of_its_own_is_filled_in(
    desk: Desk, change: Callable[[Paragraph], None], written: list[str]
) -> None:
    (desk.root / NEXT).unlink()
    desk.build()
    file = desk.edited(lambda opened: change(_blank(opened, "下一步工作")))
    found = desk.take(file)
    assert (one(found).kind, one(found).status, one(found).target) == ("填空", "ready", NEXT)
    assert one(found).files == (NEXT,)
    assert desk.text(NEXT).split() == written
    assert said(desk.build()) == said(file)


def test_words_below_a_blank_that_was_left_standing_go_into_its_file(desk: Desk) -> None:
    (desk.root / NEXT).unlink()
    desk.build()
    found = desk.take(desk.edited(lambda opened: _beside(_blank(opened, "下一步工作"), WORDS, below=True)))
    assert one(found).files == (NEXT,)
    assert desk.text(NEXT) == f"{WORDS}\n"


def test_two_blanks_one_under_the_other_heading_are_filled_each_in_its_file(desk: Desk) -> None:
    for name in (NEXT, ADVICE):
        (desk.root / name).unlink()
    desk.build()

    def change(opened: Docx) -> None:
        _fill(_blank(opened, "意见建议"), MORE)
        _fill(_blank(opened, "下一步工作"), WORDS)

    file = desk.edited(change)
    assert statuses(desk.take(file)) == [("填空", "ready")] * 2
    assert (desk.text(NEXT), desk.text(ADVICE)) == (f"{WORDS}\n", f"{MORE}\n")
    assert said(desk.build()) == said(file)


def test_a_blank_that_was_only_deleted_stays(desk: Desk) -> None:
    (desk.root / NEXT).unlink()
    desk.build()

    def change(opened: Docx) -> None:
        blank = _blank(opened, "下一步工作")
        blank._p.getparent().remove(blank._p)

    assert desk.pull(desk.edited(change)).proposals == ()


def test_blanks_of_a_plan_are_filled_with_headings_and_paragraphs(desk: Desk) -> None:
    plan = Desk(desk.root, desk.out, "implementation-plan@2026")
    aim, demand = (f"texts/implementation-plan/{name}.md" for name in ("总体目标", "工作要求"))
    for name in (aim, demand):
        (desk.root / name).unlink()
    file = plan.build()
    opened = python_docx.Document(str(file))
    _fill(_blank(opened, "总体目标"), WORDS)
    _fill(_blank(opened, "工作要求"), MORE)
    opened.save(str(file.with_name("改.docx")))
    found = plan.take(file.with_name("改.docx"))
    assert [(one.kind, one.status, one.target) for one in found.proposals] == [
        ("填空", "ready", aim), ("填空", "ready", demand),
    ]  # fmt: skip
    assert (desk.text(aim), desk.text(demand)) == (f"{WORDS}\n", f"{MORE}\n")
