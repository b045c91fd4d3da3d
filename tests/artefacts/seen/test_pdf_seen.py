"""Pages, written out here as lines of characters → paragraphs, tables, rules and furniture."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from reporter.artefacts.geometry import MM_PER_PT, Box, Glyph, PageGeometry, TextLine
from reporter.artefacts.geometry_drawn import Drawn
from reporter.artefacts.seen.model import CellPlace, Stroke
from reporter.artefacts.seen.pdf import seen_of

LEFT, RIGHT, PITCH = 28.0, 184.0, 10.227
CELL = 156 / 28


def line(
    text: str,
    baseline: float,
    left: float = 0,
    *,
    size: float = 16,
    font: str = "仿宋_GB2312",
    colour: str = "000000",
) -> TextLine:
    """Characters from `left` 字 on; a tab leaves three 字 white, a digit takes half a 字."""
    x, glyphs = LEFT + left * CELL, []
    step = CELL if size == 16 else size * MM_PER_PT
    for char in text:
        if char == "\t":
            x += 3 * step
            continue
        wide = step / 2 if char.isascii() else step
        face = "TimesNewRomanPSMT" if char.isascii() else font
        ink = Box(x, baseline - 4, x + wide, baseline)
        glyphs.append(
            Glyph(char, x, x + wide, baseline, size, ink, colour == "FF0000", False, face, False, colour)
        )
        x += wide
    return TextLine(tuple(glyphs))


def middle(text: str, baseline: float, *, size: float = 22, colour: str = "000000") -> TextLine:
    wide = len(text) * size * MM_PER_PT
    return line(
        text, baseline, ((RIGHT - LEFT - wide) / 2) / CELL, size=size, font="方正小标宋简体", colour=colour
    )


def page(number: int, lines: Sequence[TextLine], drawn: Sequence[Drawn] = ()) -> PageGeometry:
    ordered = sorted(lines, key=lambda one: one.baseline)
    return PageGeometry(number, 210, 297, tuple(ordered), (), tuple(drawn))


def rows(*texts: tuple[str, float], top: float = 44.0) -> list[TextLine]:
    """Body lines one below the other, each with its indent."""
    return [line(text, top + at * PITCH, left) for at, (text, left) in enumerate(texts)]


FULL = "为" * 28
FIRST = "为" * 26


def texts(*pages: PageGeometry) -> list[str]:
    return [para.text for para in seen_of(pages).paras]


def test_lines_are_one_paragraph_until_one_ends_early_or_begins_further_in() -> None:
    lines = rows(
        (FIRST, 2), (FULL, 0), ("完。", 0), (FIRST, 2), ("“" + FULL[1:-1] + "。", 0), (FIRST, 2), ("末。", 0)
    )
    found = seen_of([page(1, lines)]).paras
    assert [len(para.text) for para in found] == [56, 54, 28]
    assert [(para.looks.first, para.looks.left, para.looks.align) for para in found] == [
        (2, 0, "justify")
    ] * 3
    assert found[0].looks.pitch == round(PITCH / MM_PER_PT, 2)


def test_a_line_that_was_left_short_because_a_long_number_had_no_room_goes_on() -> None:
    lines = rows((FULL, 0), (FIRST, 2), ("为" * 22, 0), ("2026.12.31.118日完。", 0), (FULL, 0))
    assert len(seen_of([page(1, lines)]).paras[1].text) == 26 + 22 + len("2026.12.31.118日完。")


def test_a_paragraph_goes_on_over_a_page() -> None:
    first = rows(("始。", 0), (FIRST, 2), (FULL, 0))
    second = rows((FULL, 0), ("完。", 0))
    found = seen_of([page(1, first), page(2, second)]).paras
    assert [(len(para.text), para.page) for para in found] == [(2, 1), (84, 1)]


def test_lines_of_a_title_are_one_paragraph_with_their_breaks() -> None:
    lines = [middle("安和县民政局文件", 70, size=36, colour="FF0000"), middle("关于做好养老院安全", 100),
             middle("管理工作的通知", 112), *rows((FULL, 0), (FULL, 0), ("完。", 0), top=130)]  # fmt: skip
    found = seen_of([page(1, lines)]).paras
    assert [para.text for para in found[:2]] == ["安和县民政局文件", "关于做好养老院安全\n管理工作的通知"]
    assert {para.looks.align for para in found[:2]} == {"center"}
    assert found[0].main.red


def test_a_line_of_text_that_happens_to_be_symmetrical_is_not_centred() -> None:
    lines = rows((FIRST, 2), (FULL, 0), ("止。", 0), ("为" * 23 + "。", 2))
    assert seen_of([page(1, lines)]).paras[1].looks.align != "center"


def test_a_signature_stands_on_the_right_with_its_indent() -> None:
    lines = rows((FULL, 0), (FULL, 0), (FULL, 0), ("安和县民政局", 18))
    para = seen_of([page(1, lines)]).paras[-1]
    assert (para.looks.align, para.looks.right) == ("right", 4)


def test_white_between_two_words_is_a_tab_and_digits_belong_to_the_hanzi_beside_them() -> None:
    lines = rows((FULL, 0), (FULL, 0), ("安民发〔2026〕1号\t签发人：周某某", 1))
    para = seen_of([page(1, lines)]).paras[-1]
    assert para.text == "安民发〔2026〕1号\t签发人：周某某"
    assert {run.font for run in para.runs} == {"仿宋_GB2312"}


def test_digits_printed_in_another_face_of_hanzi_belong_to_the_hanzi_before_them() -> None:
    lines = rows((FULL, 0), (FULL, 0), ("共2026家。", 2))
    song = replace(lines[-1].glyphs[1], font="宋体")
    lines[-1] = TextLine((lines[-1].glyphs[0], song, *lines[-1].glyphs[2:]))
    assert len(seen_of([page(1, lines)]).paras[-1].runs) == 1


def test_radicals_that_a_font_gives_back_are_hanzi() -> None:
    assert texts(page(1, rows(("⼀、⼯作", 2)))) == ["一、工作"]


def test_page_numbers_and_running_heads_are_no_text() -> None:
    pages = [
        page(n, [*rows((FULL, 0), ("完。", 0)), line(f"— {n} —", 270, 25, size=14), line("样稿", 20, 25)])
        for n in (1, 2, 3)
    ]
    found = seen_of(pages)
    assert [(para.place, para.text) for para in found.paras if para.place in ("header", "footer")] == [
        ("header", "样稿"), ("footer", "— 1 —"), ("header", "样稿"), ("footer", "— 2 —"), ("header", "样稿"),
        ("footer", "— 3 —"),
    ]  # fmt: skip
    assert found.pages == 3


def test_a_number_in_the_text_is_no_page_number() -> None:
    assert texts(page(1, rows((FULL, 0), ("2026", 0)))) == [FULL + "2026"]


def test_a_page_that_was_ended_early_turns_the_next_one() -> None:
    full = page(1, rows(*[(FULL, 0)] * 22))
    short = page(2, rows((FULL, 0), ("完。", 0)))
    last = page(3, rows(("附件", 0)))
    found = seen_of([full, short, last]).paras
    assert [para.looks.new_page for para in found] == [False, True]


def cross(x: float, low: float, high: float) -> Drawn:
    return Drawn(x, low, x, high, 0.5, "000000")


def level(y: float, left: float, right: float, weight: float = 0.5, colour: str = "000000") -> Drawn:
    return Drawn(left, y, right, y, weight, colour)


XS = (28.0, 80.0, 132.0, 184.0)


def lattice(ys: Sequence[float]) -> list[Drawn]:
    return [*(level(y, 28, 184) for y in ys), *(cross(x, ys[0], ys[-1]) for x in XS)]


def in_cells(cells: Sequence[str], baseline: float) -> list[TextLine]:
    found = [line(text, baseline, (x + 3 - LEFT) / CELL) for text, x in zip(cells, XS, strict=False) if text]
    return [TextLine(tuple(glyph for one in found for glyph in one.glyphs))]


def test_ruled_cells_are_a_grid_with_the_title_above() -> None:
    lines = [
        middle("隐患排查整改情况", 60),
        *in_cells(("单位", "排查", "整改"), 77),
        *in_cells(("河口镇", "12", ""), 87),
    ]
    found = seen_of([page(1, lines, lattice((70, 80, 90)))])
    (grid,) = found.grids
    assert grid.rows == (("单位", "排查", "整改"), ("河口镇", "12", ""))
    assert (grid.title, grid.head_rows, grid.page) == ("隐患排查整改情况", 1, 1)
    assert [para.cell for para in found.paras[-2:]] == [CellPlace(1, 2, 1), CellPlace(1, 2, 2)]


def test_cells_without_a_rule_between_them_are_one() -> None:
    drawn = [*(level(y, 28, 184) for y in (70, 90)), level(80, 80, 184), cross(28, 70, 90), cross(80, 70, 90),
             cross(132, 80, 90), cross(184, 70, 90)]  # fmt: skip
    lines = [*in_cells(("单位", "隐患", ""), 77), *in_cells(("", "排查", "整改"), 87)]
    assert seen_of([page(1, lines, drawn)]).grids[0].rows == (("单位", "隐患", ""), ("", "排查", "整改"))


def test_a_rule_in_pieces_and_a_text_in_two_lines_change_nothing() -> None:
    drawn = [piece for y in (70, 90) for piece in (level(y, 28, 100), level(y + 0.2, 99.5, 184))]
    drawn += [piece for x in XS for piece in (cross(x, 70, 79), cross(x, 79.2, 90))]
    lines = [*in_cells(("河口镇人民政府", "", ""), 76), *in_cells(("民政办公室", "", ""), 84)]
    assert seen_of([page(1, lines, drawn)]).grids[0].rows == (("河口镇人民政府民政办公室", "", ""),)


def test_a_table_that_goes_on_is_one_and_its_repeated_head_counts_once() -> None:
    head = ("单位", "排查", "整改")
    first = page(1, [*in_cells(head, 250), *in_cells(("河口镇", "12", "9"), 260)], lattice((243, 253, 263)))
    second = page(2, [*in_cells(head, 50), *in_cells(("柳林乡", "8", "8"), 60)], lattice((43, 53, 63)))
    found = seen_of([first, second])
    (grid,) = found.grids
    assert grid.rows == (head, ("河口镇", "12", "9"), ("柳林乡", "8", "8"))
    assert grid.head_rows == 1
    assert next(para.cell for para in found.paras if para.page == 2) == CellPlace(1, 3, 1)


def test_rules_stand_at_the_paragraphs_beside_them() -> None:
    red = level(118, 28, 184, 1.5, "FF0000")
    lines = [line("安民发〔2026〕1号", 114, 9), *rows((FULL, 0), ("完。", 0), top=150)]
    foot = [level(242, 28, 184, 1.0), level(252, 28, 184, 0.7), level(262, 28, 184, 1.0)]
    lines += [line("抄送：县政府办公室。", 249, 1, size=14), line("安和县民政局办公室", 259, 1, size=14)]
    found = seen_of([page(1, lines, [red, *foot])])
    number, _, copies, office = found.paras
    assert number.looks.rule_below == Stroke(1.5, "FF0000", 28, 184, 118)
    assert number.looks.rule_above is None
    for para, weights in ((copies, (1.0, 0.7)), (office, (0.7, 1.0))):
        above, below = para.looks.rule_above, para.looks.rule_below
        assert above is not None
        assert below is not None
        assert (above.weight, below.weight) == weights
    assert [stroke.top for stroke in found.strokes] == [118, 242, 252, 262]


def test_an_underline_is_no_rule() -> None:
    drawn = [level(115, 40, 90)]
    assert seen_of([page(1, [line("安民发〔2026〕　　　　　　号共有事项", 114, 0)], drawn)]).strokes == ()


def test_a_scan_has_nothing_to_see() -> None:
    found = seen_of([page(1, [])])
    assert (found.paras, found.grids, found.pages) == ((), (), 1)


def test_a_short_text_of_first_lines_keeps_the_usual_edges() -> None:
    opening = [("各镇人民政府：", 0.0), *[("现就有关事项通知如下请认真抓好落实。", 2.0)] * 4]
    seen = seen_of([page(1, [middle("关于做好养老机构安全管理工作的通知", 100), *rows(*opening, top=130.0)])])
    title, recipients, *body = seen.paras
    assert (title.looks.align, recipients.looks.first) == ("center", 0.0)
    assert [one.looks.first for one in body] == [2.0] * 4


def test_a_date_below_names_that_fill_the_line_stands_by_itself() -> None:
    names = line("安和县民政局", 130, 3), line("安和县住房和城乡建设局", 130, 17.5)
    both = TextLine(names[0].glyphs + names[1].glyphs)
    seen = seen_of([page(1, [*rows((FULL, 0), ("正文。", 0)), both, line("2026年11月20日", 140.2, 20)])])
    assert [one.text for one in seen.paras][-1] == "2026年11月20日"


def test_a_line_that_goes_on_with_a_blank_begins_no_paragraph() -> None:
    opening = [
        (f"为{'做' * 25}", 2.0),
        (f"（联系人：{'某' * 22}：", 0.0),
        ("）。", 2.0),
        ("请抓好落实。", 2.0),
    ]
    seen = seen_of([page(1, rows(*opening))])
    assert [one.text[-3:] for one in seen.paras] == ["：）。", "落实。"]
