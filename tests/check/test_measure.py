"""Right pages pass and pages that are wrong in known ways are caught, whatever program made them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec import Struct
from msgspec.structs import replace

from reporter.check.measure.items import DOCX_ITEMS, PDF_ITEMS
from reporter.check.measure.judge import Judged
from reporter.check.measure.whole import laid_out, measure
from reporter.errors import InputError
from reporter.render import pdf
from tests.check.paper import CELL, FIRST_BASELINE, MM, PITCH, Paper, Sheet
from tests.render import documents

CAPITAL = 0.718 * 31 / MM
"""Height of the mark's letters, mm."""


class Notice(Struct, frozen=True):
    """A notice of two pages: 版头, title, recipients, a paragraph over both pages, 版记. The fields spoil it."""

    pitch: float = PITCH
    left: float = 28
    second_page_lines: int = 3
    first_page_lines: int = 0
    mark_top: float = 72
    number_gap: float = 4
    rule_left: float = 28
    rule_right: float = 184
    rule_weight: float = 0.72
    imprint_foot: float = 262
    weights: tuple[float, float, float] = (0.35, 0.25, 0.35)
    dash: float = 269
    inset: float = 14 / MM
    numbers: tuple[int, int] = (1, 2)

    def data(self) -> bytes:
        paper = Paper()
        self._first(paper.sheet())
        self._second(paper.sheet())
        return paper.data()

    def _first(self, sheet: Sheet) -> None:
        sheet.text(70, self.mark_top + CAPITAL, "民政局民政局", size=31, tracking=0, red=True)
        rule = 164.5
        sheet.text(80, rule - self.number_gap, "民民政局", tracking=0)
        sheet.rule(self.rule_left, rule, self.rule_right - self.rule_left, self.rule_weight, red=True)
        sheet.text(60, rule + self.rule_weight + 20.45 + 0.718 * 22 / MM, "民政局民政", size=22, tracking=0)
        sheet.lines(16, ["各乡镇："], pitch=self.pitch, left=self.left)
        count = 5 - self.first_page_lines
        texts = ["　　" + "中" * 26, *["文" * 28] * (count - 1)] if count else []
        sheet.lines(17, texts, pitch=self.pitch, left=self.left)
        sheet.number(self.numbers[0], centre=self.dash, inset=self.inset)

    def _second(self, sheet: Sheet) -> None:
        sheet.lines(0, ["文" * 28] * self.second_page_lines, pitch=self.pitch, left=self.left)
        sheet.lines(self.second_page_lines, ["到此结束。"], pitch=self.pitch, left=self.left)
        first, middle, last = self.weights
        foot = self.imprint_foot
        sheet.rule(28, foot - 18, 156, first)
        sheet.text(33, foot - 12, "抄送：县府。", size=14, tracking=0)
        sheet.rule(28, foot - 9, 156, middle)
        sheet.text(33, foot - 3, "县局", size=14, tracking=0)
        sheet.text(130, foot - 3, "2026年3月9日印发", size=14, tracking=0)
        sheet.rule(28, foot - last, 156, last)
        sheet.number(self.numbers[1], centre=self.dash, inset=self.inset)


def verdicts(rows: tuple[Judged, ...]) -> dict[str, str]:
    return {row.item.key: row.verdict for row in rows}


def rows_of(data: bytes) -> tuple[Judged, ...]:
    return laid_out(data, rendered=False)[1]


def wrong(data: bytes) -> set[str]:
    return {key for key, verdict in verdicts(rows_of(data)).items() if verdict == "偏差"}


def body_page(lines: list[str], following: tuple[str, ...] = ("文文文文文。",)) -> bytes:
    """A page of body lines and a second one that ends the paragraph."""
    paper = Paper()
    first = paper.sheet()
    first.lines(0, lines)
    second = paper.sheet()
    second.lines(0, list(following))
    for number, sheet in enumerate((first, second), 1):
        sheet.number(number)
    return paper.data()


FULL_PAGE = ["　　" + "中" * 26, *["文" * 28] * 21]


def test_a_right_notice_passes_every_item_that_it_has() -> None:
    rows = rows_of(Notice().data())
    assert {row.item.key: row.measured for row in rows if row.verdict == "偏差"} == {}
    measured = {row.item.key for row in rows if row.verdict == "合格"}
    assert measured == {
        "paper", "pitch", "cells", "left", "right", "kinsoku", "page_end", "mark", "number", "rule_left", "rule_right",
        "rule_weight", "title", "first_page", "imprint_even", "imprint_foot", "imprint_ends", "imprint_first",
        "imprint_middle", "imprint_last", "dash", "dash_side", "numbers", "outside", "overlap",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("spoilt", "caught"),
    [
        (Notice(pitch=PITCH + 0.02), {"pitch"}),
        (Notice(left=28.2), {"left", "right"}),
        (Notice(first_page_lines=3), {"page_end"}),
        (Notice(first_page_lines=5), {"first_page", "page_end"}),
        (Notice(mark_top=72.5), {"mark"}),
        (Notice(mark_top=71.5), {"mark"}),
        (Notice(number_gap=4.5), {"number"}),
        (Notice(rule_left=27.5), {"rule_left"}),
        (Notice(rule_right=190), {"rule_right"}),
        (Notice(rule_weight=2.5), {"rule_weight"}),
        (Notice(imprint_foot=261.5), {"imprint_foot"}),
        (Notice(weights=(0.25, 0.25, 0.35)), {"imprint_first"}),
        (Notice(weights=(0.35, 0.35, 0.35)), {"imprint_middle"}),
        (Notice(weights=(0.35, 0.25, 0.5)), {"imprint_last"}),
        (Notice(dash=269.5), {"dash"}),
        (Notice(inset=0), {"dash_side"}),
        (Notice(numbers=(1, 4)), {"numbers"}),
    ],
)
def test_a_notice_that_is_wrong_in_one_place_is_caught_there(spoilt: Notice, caught: set[str]) -> None:
    assert wrong(spoilt.data()) == caught


@pytest.mark.parametrize(
    ("blank", "date_right", "caught"),
    [(2, 184 - 4 * CELL, set()), (1, 184 - 4 * CELL, {"signer_room"}), (2, 184 - 2 * CELL, {"signer_date"})],
)
def test_the_place_of_a_signers_seal_is_measured(blank: float, date_right: float, caught: set[str]) -> None:
    paper = Paper()
    sheet = paper.sheet()
    sheet.lines(0, ["　　" + "中" * 26, "文" * 28])
    post = FIRST_BASELINE + (2 + blank + 0.5) * PITCH
    sheet.text(90, post, "县长（代）", tracking=0)
    sheet.text(date_right - 6.5 * 16 / MM, post + 2.5 * PITCH, "2026年9月18日", tracking=0)
    rows = [row for row in rows_of(paper.data()) if row.item.key.startswith("signer")]
    assert {row.item.key for row in rows if row.verdict == "偏差"} == caught
    assert len(rows) == 2


def test_full_pages_of_22_lines_pass() -> None:
    row = {row.item.key: row for row in rows_of(body_page(FULL_PAGE))}["lines"]
    assert (row.verdict, row.measured) == ("合格", "22 行")


@pytest.mark.parametrize("count", [20, 21])
def test_a_page_that_breaks_off_within_a_paragraph_is_caught(count: int) -> None:
    rest = ("文" * 28, "文" * 28, "完。")
    assert "lines" in wrong(body_page(FULL_PAGE[:count], rest))


def test_a_line_taken_over_so_that_none_stands_alone_is_right() -> None:
    assert wrong(body_page(FULL_PAGE[:21], ("文" * 28, "完。"))) == set()


@pytest.mark.parametrize(("count", "caught"), [(20, True), (21, False)])
def test_lines_that_are_set_closer_leave_less_room_below_them(count: int, caught: bool) -> None:
    paper = Paper()
    paper.sheet().lines(0, FULL_PAGE[:count], pitch=28 / MM)
    paper.sheet().lines(0, ["文" * 28, "完。"], pitch=28 / MM)
    assert ("lines" in wrong(paper.data())) is caught


def test_a_blank_line_between_paragraphs_is_a_line_of_the_page() -> None:
    paper = Paper()
    sheet = paper.sheet()
    sheet.lines(0, FULL_PAGE[:3])
    sheet.lines(3, ["完。"])
    sheet.lines(5, FULL_PAGE[:17])
    paper.sheet().lines(0, ["文" * 28, "文" * 28, "完。"])
    assert "lines" not in wrong(paper.data())


def test_23_lines_on_a_page_are_caught() -> None:
    paper = Paper()
    sheet = paper.sheet()
    sheet.lines(0, [*FULL_PAGE, "文" * 28], pitch=225 / 23)
    paper.sheet().lines(0, ["完。"])
    assert {"lines", "pitch"} <= wrong(paper.data())


@pytest.mark.parametrize(
    ("lines", "quote"),
    [
        (["　　" + "中" * 26, "，" + "文" * 27, "完。"], "行首“，”"),
        (["　　" + "中" * 25 + "《", "文" * 28, "完。"], "行末“《”"),
        (["　　" + "中" * 25 + "—", "—" + "文" * 27, "完。"], "“——”断在两行"),
    ],
)
def test_a_mark_at_the_wrong_end_of_a_line_is_caught_and_quoted(lines: list[str], quote: str) -> None:
    paper = Paper()
    paper.sheet().lines(0, lines)
    (row,) = (row for row in rows_of(paper.data()) if row.item.key == "kinsoku")
    assert row.verdict == "偏差"
    assert quote in row.faults[0].quote
    assert row.faults[0].page == 1


def test_a_paragraph_end_is_no_full_line() -> None:
    lines = ["　　" + "中" * 26, "文" * 28, "到此结束。", "　　" + "中" * 26, "完。"]
    paper = Paper()
    paper.sheet().lines(0, lines)
    row = {row.item.key: row for row in rows_of(paper.data())}["right"]
    assert row.verdict == "合格"
    assert "3处" in row.measured


@pytest.mark.parametrize("short", [0, 1, 2, 4])
def test_a_ragged_line_is_caught_when_its_paragraph_goes_on(short: int) -> None:
    lines = ["　　" + "中" * 26, *["文" * 28] * 10, "文" * (28 - short), "文" * 28, "完。"]
    paper = Paper()
    paper.sheet().lines(0, lines)
    found = wrong(paper.data())
    assert ("right" in found) is (short > 0)
    assert ("cells" in found) is (short > 1)


def test_a_line_that_ends_far_before_the_others_ends_its_paragraph() -> None:
    lines = ["　　" + "中" * 26, *["文" * 28] * 3, "文" * 12, "文文：文文文"]
    paper = Paper()
    paper.sheet().lines(0, lines)
    assert not {"right", "cells"} & wrong(paper.data())


@pytest.mark.parametrize("edge", [28.0, 31.8])
def test_where_long_lines_only_begin_paragraphs_the_short_ones_tell_the_edge(edge: float) -> None:
    paper = Paper()
    paper.sheet().lines(0, ["各乡镇：", *["　　" + "中" * 24, "完。"] * 3], left=edge)
    row = {row.item.key: row for row in rows_of(paper.data())}["left"]
    assert row.measured.startswith(f"{edge:.2f} mm，4处")


@pytest.mark.parametrize("corner", ["", "000012"])
def test_a_short_reply_of_one_line_a_paragraph_is_right(corner: str) -> None:
    letter = documents.letter()
    assert letter.header is not None
    header = replace(letter.header, copy_number=corner, urgency="特急" if corner else "")
    answer = documents.paragraph("p1", "来函收悉。经研究，同意延长整改期限至今年十二月底。")
    body = (answer, documents.paragraph("p2", "此复。"))
    assert wrong(pdf.render(replace(letter, header=header, body=body)).data) == set()


def test_a_line_with_blanks_or_before_marks_without_room_may_have_fewer_characters() -> None:
    paper = Paper()
    sheet = paper.sheet()
    sheet.lines(0, ["　　" + "中" * 26])
    sheet.text(28, FIRST_BASELINE + PITCH, "文" * 8)
    sheet.text(28 + 16 * CELL, FIRST_BASELINE + PITCH, "文" * 12)
    sheet.text(28, FIRST_BASELINE + 2 * PITCH, "文" * 25, tracking=(156 * MM - 25 * 16) / 24)
    sheet.lines(3, ["“（一）”，" + "文" * 10 + "。"])
    assert "cells" not in wrong(paper.data())


def test_latin_words_that_may_not_be_parted_excuse_a_line_of_few_characters() -> None:
    paper = Paper()
    sheet = paper.sheet()
    sheet.lines(0, ["　　" + "中" * 26])
    sheet.text(28, FIRST_BASELINE + PITCH, "文" * 24, tracking=(156 * MM - 24 * 16) / 23)
    sheet.lines(2, ["abcdefgh" + "文" * 24, "完。"])
    assert "cells" not in wrong(paper.data())


@pytest.mark.parametrize(("rendered", "verdict"), [(True, "合格"), (False, "偏差")])
def test_libreoffice_parts_nothing_from_a_quotation_mark(rendered: bool, verdict: str) -> None:
    paper = Paper()
    sheet = paper.sheet()
    sheet.lines(0, ["　　" + "中" * 26])
    sheet.text(28, FIRST_BASELINE + PITCH, "文" * 25, tracking=(156 * MM - 25 * 16) / 24)
    sheet.lines(2, ["文”" + "中" * 26, "完。"])
    assert verdicts(laid_out(paper.data(), rendered=rendered)[1])["cells"] == verdict


@pytest.mark.parametrize(
    ("x", "y", "out"),
    [(27.5, 60, True), (180, 60, True), (100, 36, True), (100, 264, True), (100, 60, False)],
)
def test_text_outside_the_type_area_is_caught(x: float, y: float, out: bool) -> None:
    paper = Paper()
    sheet = paper.sheet()
    sheet.lines(5, ["　　" + "中" * 26, "完。"])
    sheet.text(x, y, "民政", size=12, tracking=0)
    assert ("outside" in wrong(paper.data())) is out


@pytest.mark.parametrize(("shift", "hit"), [(0.5, True), (2, True), (PITCH, False)])
def test_lines_over_each_other_are_caught(shift: float, hit: bool) -> None:
    paper = Paper()
    sheet = paper.sheet()
    sheet.text(40, 100, "民民民民", size=16)
    sheet.text(40.5, 100 + shift, "政政政政", size=16)
    assert ("overlap" in wrong(paper.data())) is hit


@pytest.mark.parametrize(
    ("width", "height", "bad"),
    [(210, 297, False), (420, 297, False), (297, 210, False), (215.9, 279.4, True)],
)
def test_paper_is_a4_or_a3(width: float, height: float, bad: bool) -> None:
    paper = Paper()
    paper.sheet(width, height).text(60, 100, "民政", size=12)
    assert ("paper" in wrong(paper.data())) is bad


@pytest.mark.parametrize(
    ("x", "odd_end", "caught"),
    [(28, 179.06, set()), (29, 179.06, {"dash"}), (28, 175, {"dash_side"})],
)
def test_the_number_of_a_landscape_sheet_stands_where_the_bound_page_has_it(
    x: float, odd_end: float, caught: set[str]
) -> None:
    paper = Paper()
    sheet = paper.sheet(297, 210)
    sheet.text(60, 100, "民政", size=12)
    long = 2 * 14 / MM + 7 / MM
    sheet.turned(x - 0.359 * 14 / MM, odd_end - long, "—1—")
    assert wrong(paper.data()) & {"dash", "dash_side"} == caught


def test_the_imprint_on_an_odd_page_is_caught() -> None:
    paper = Paper()
    notice = Notice(numbers=(1, 1))
    notice._second(paper.sheet())
    assert "imprint_even" in wrong(paper.data())


def test_an_imprint_behind_a_blank_page_carries_no_number() -> None:
    paper = Paper()
    paper.sheet().lines(0, ["　　完。"])
    paper.sheet().lines(0, ["　　完。"])
    paper.sheet()
    Notice(second_page_lines=0, numbers=(1, 4))._second(paper.sheet())
    assert "numbers" in wrong(paper.data())


@pytest.mark.parametrize(("first", "caught"), [("附件", True), ("附件１", True), ("附件1清单", False)])
def test_an_attachment_at_the_end_is_numbered_as_well(first: str, caught: bool) -> None:
    paper = Paper()
    Notice()._first(paper.sheet())
    Notice()._second(paper.sheet())
    paper.sheet().lines(0, [first, "　　完。"])
    assert ("numbers" in wrong(paper.data())) == caught


def test_a_number_of_another_form_is_a_number() -> None:
    paper = Paper()
    Notice()._first(paper.sheet())
    Notice()._second(paper.sheet())
    last = paper.sheet()
    last.lines(0, ["附件1", "　　完。"])
    last.text(104, 269, "第3页", size=14)
    assert "numbers" not in wrong(paper.data())


def test_a_scan_is_not_judged_beyond_its_paper() -> None:
    paper = Paper()
    paper.sheet().rule(28, 60, 100, 5)
    rows = rows_of(paper.data())
    assert verdicts(rows) == {"paper": "合格"}


def test_every_item_has_a_clause_and_says_what_is_required() -> None:
    for item in (*PDF_ITEMS.values(), *DOCX_ITEMS.values()):
        assert item.clause
        assert item.required(rendered=False)


@pytest.mark.parametrize(
    "maker", [documents.joint_notice, documents.upward_report, documents.letter, documents.long_text]
)
def test_our_own_pdf_is_right_in_every_item(maker: Callable[[], documents.Document], tmp_path: Path) -> None:
    file = tmp_path / "own.pdf"
    file.write_bytes(pdf.render(maker()).data)
    measured = measure(file, strict=True)
    assert [(row.item.key, row.measured) for row in measured.deviations] == []


def test_a_landscape_list_before_the_imprint_leaves_both_pages_without_a_number() -> None:
    document = replace(
        documents.upward_report(), body=(*documents.upward_report().body, *documents.ledger(20).body), attachments=()
    )  # fmt: skip
    assert wrong(pdf.render(document).data) == set()


def test_another_sort_of_file_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "old.doc"
    file.write_bytes(b"\xd0\xcf\x11\xe0")
    with pytest.raises(InputError, match=r"\.pdf 和 \.docx"):
        measure(file)


def test_lines_that_go_over_with_the_list_of_attachments_are_no_deviation() -> None:
    text = "各乡镇于每月十日前报送进展情况，并附隐患台账和整改照片。" * 6
    found = set()
    for length in range(9, 15):
        body = (
            *(documents.paragraph(f"p{n}", "按时报送。") for n in range(length)),
            documents.paragraph("l", text),
        )
        data = pdf.render(replace(documents.upward_report(), body=body, imprint=None)).data
        found |= {key for key in wrong(data) if key in ("lines", "page_end")}
    assert not found


@pytest.mark.parametrize(
    ("rendered", "ruled", "told"), [(True, True, False), (True, False, True), (False, True, True)]
)
def test_a_rule_alone_behind_the_imprint_is_no_page_where_libreoffice_put_it(
    rendered: bool, ruled: bool, told: bool
) -> None:
    paper = Paper()
    first, second = paper.sheet(), paper.sheet()
    first.lines(0, ["文" * 28] * 3)
    second.text(130, 259, "2026年3月9日印发", size=14, tracking=0)
    behind = paper.sheet()
    if ruled:
        behind.rule(28, 38, 156, 0.35)
    rows = laid_out(paper.data(), rendered=rendered)[1]
    assert (verdicts(rows)["imprint_even"] == "偏差") is told
