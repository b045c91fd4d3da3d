"""Rules on what few paragraphs have, on drawn and printed rules and on sheets: what they tell and let pass."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from reporter.artefacts.seen.model import CellPlace, Grid, Odd, Para, Stroke
from reporter.check.judging import judge
from reporter.check.samples import Line, line, notice, setting
from reporter.check.subject import Subject
from tests.check.told import codes

PROSE = "各乡镇要逐院排查风险隐患，建立台账，逐项整改，年底前全部整改到位，并报县民政局。"


def body(odd: Odd, text: str = PROSE, **looks: object) -> Subject:
    return notice(body=(line(text, looks={"odd": odd, **looks}),))


@pytest.mark.parametrize(
    ("paper", "code", "told"),
    [
        (body(Odd(italic=1.0)), "GW132", True),
        (body(Odd(italic=1.0), "Canis lupus."), "GW132", False),
        (body(Odd(marked=0.2)), "GW132", True),
        (notice(seen_changed=True), "GW135", True),
        (notice(seen_commented=True), "GW135", True),
        (notice(seen_hidden=True), "GW135", True),
        (notice(seen_dated=True), "GW135", True),
        (body(Odd(italic=0.1)), "GW132", False),
        (body(Odd(underlined=0.4)), "GW132", False),
        (body(Odd(struck=0.2)), "GW132", True),
        (body(Odd(raised=0.1)), "GW132", True),
        (body(Odd(stressed=0.1)), "GW132", True),
        (body(Odd(boxed=True)), "GW132", True),
        (body(Odd(dropped=True), "为"), "GW132", True),
        (body(Odd(uneven=3.0)), "GW133", True),
        (body(Odd(uneven=-1.0)), "GW133", False),
        (body(Odd(scale=80)), "GW133", True),
        (body(Odd(scale=98)), "GW133", False),
        (body(Odd(tracking=-1.0)), "GW133", True),
        (body(Odd(tracking=0.5)), "GW133", False),
        (body(Odd(spread=True)), "GW133", True),
        (body(Odd(spread=True), "安和县民政局"), "GW133", False),
        (body(Odd(tab=4.0), f"\t{PROSE}", first=0.0), "GW119", True),
        (body(Odd(tab=2.1), f"\t{PROSE}", first=0.0), "GW119", False),
        (body(Odd(tab=4.0), first=2.0), "GW119", False),
        (notice(body=(line(PROSE, looks={"odd": Odd(automatic=True)}), PROSE)), "GW117", True),
    ],
)
def test_odd_looks(paper: Subject, code: str, told: bool) -> None:
    assert (code in codes(paper)) == told


def ruled(kind: str = "", weight: float = 1.0, colour: str = "000000") -> Subject:
    stroke = Stroke(weight, colour, kind=kind)
    return imprinted(stroke, stroke, stroke)


def imprinted(first: Stroke | None, middle: Stroke | None, last: Stroke | None) -> Subject:
    """A notice with these rules above, between and below the two lines of its imprint."""
    return notice(
        cc=line("抄送：县政府办公室。", "cc", looks={"rule_above": first}),
        print_office=line("安和县民政局办公室", "print_office", looks={"rule_above": middle}),
        print_date=line("2026年3月6日印发", "print_date", looks={"rule_above": middle, "rule_below": last}),
    )


def red(kind: str) -> Subject:
    stroke = Stroke(1.5, "FF0000", kind=kind)
    return notice(number=line("安民字〔2026〕12号", "number", looks={"rule_below": stroke}))


def came(text: str, font: str) -> Line:
    return line(text, "attendance", looks={"first": 2.0, "before": 29.0}, font=font)


def paper(**section: object) -> Subject:
    return notice(body=(PROSE, PROSE), subject={"setting": setting(**section)})


def digits(face: str) -> Subject:
    """A notice the digits of whose page number are in that face."""
    return notice(tail=line("— 1 —", "page_number"), subject={"setting": setting(number_face=face)})


def footed(stroke: Stroke | None) -> Subject:
    return notice(tail=line("— 1 —", "page_number", looks={"rule_above": stroke}))


def large(rows: set[int], columns: int = 2) -> Subject:
    """A table of four rows of which these are of 22 points; of so many columns."""
    grid = Grid(1, (("乡镇", "隐患（条）"), ("云溪镇", "3"), ("青石镇", "5"), ("合计", "8")), 1)
    subject = notice(grids=(replace(grid, rows=tuple(row[:columns] for row in grid.rows)),))
    sized = [
        replace(para, runs=tuple(replace(run, size=22.0) for run in para.runs)).read()
        if para.cell and para.cell.row in rows else para
        for para in subject.seen.paras
    ]  # fmt: skip
    return replace(subject, seen=replace(subject.seen, paras=tuple(sized)))


ATTENDED = [came(f"{word}：许知远", "黑体") for word in ("出席", "请假", "列席")]


@pytest.mark.parametrize(
    ("paper", "code", "told"),
    [
        (ruled(), "GW452", False),
        (ruled("dashed"), "GW452", True),
        (ruled("double"), "GW452", True),
        (ruled(weight=3.0), "GW452", True),
        (ruled(colour="FF0000"), "GW452", True),
        (imprinted(None, Stroke(0.75), Stroke(1.0)), "GW452", True),
        (imprinted(Stroke(1.0), None, Stroke(1.0)), "GW452", True),
        (imprinted(Stroke(1.0), Stroke(0.75), None), "GW452", True),
        (red(""), "GW227", False),
        (red("dash"), "GW227", True),
        (paper(columns=2), "GW129", True),
        (paper(), "GW129", False),
        (paper(width=297.0, height=420.0), "GW123", True),
        (paper(width=297.0, height=210.0), "GW123", True),
        (paper(), "GW123", False),
        (paper(lines_counted=True), "GW136", True),
        (footed(None), "GW121", False),
        (digits("Calibri"), "GW126", True),
        (digits("Noto Sans CJK SC"), "GW126", True),
        (digits("Times New Roman"), "GW126", False),
        (digits("宋体"), "GW126", False),
        (digits(""), "GW126", False),
        (footed(Stroke(0.75)), "GW121", True),
        (large({3}), "GW137", True),
        (large({1}), "GW137", False),
        (large({3, 4}), "GW137", False),
        (large({3}, columns=1), "GW137", False),
        (notice(attachments="附件：名单", attachment_label="附表"), "GW405", True),
        (notice(attachments="附件：名单", attachment_label=("附件", "附表")), "GW405", False),
        (notice(attachment_label=line("附件", "attachment_label", looks={"first": 2.0})), "GW405", True),
        (notice(signatory=None, date=(line("（此件公开发布）", "remark"), "2026年3月6日")), "GW439", False),
        (notice(body=(PROSE, came("出席：许知远", "仿宋_GB2312"))), "GW443", True),
        (notice(mark="安和县人民政府", number=None, title=("第3号", "正文")), "GW236", True),
    ],
)
def test_sheets_rules_and_elements(paper: Subject, code: str, told: bool) -> None:
    assert (code in codes(paper)) == told


def test_those_who_came_stand_before_those_excused_and_those_who_sat_in() -> None:
    def order(*lines: Line) -> list[str]:
        said = judge(notice(body=(PROSE, *lines))).findings
        return [finding.message for finding in said if "之后" in finding.message]

    assert order(*ATTENDED) == []
    assert order(ATTENDED[0], ATTENDED[2], ATTENDED[1]) == ["“请假”排在“列席”之后，应为出席、请假、列席"]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({}, None),
        ({"colour": "000000"}, "不是红色"),
        ({"right": 176.0}, "应为170毫米"),
    ],
)
def test_all_lines_of_a_letter_are_red_and_170_mm(change: dict[str, Any], told: str | None) -> None:
    lines = [Stroke(w, "FF0000", 20.0, 190.0, top) for w, top in ((2.25, 50), (0.75, 51), (0.75, 276), (2.25, 277))]
    assert letter(tuple(one._replace(**change) for one in lines)) == ([told] if told else [])


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (((2.25, 50, ""), (0.75, 51, ""), (0.75, 276, ""), (2.25, 277, "")), []),
        (((3.0, 50, "thickThin"), (3.0, 277, "thinThick")), []),
        (((2.25, 50, ""), (0.75, 276, ""), (2.25, 277, "")), ["是单线，应为双线"]),
        (((0.75, 50, ""), (2.25, 51, ""), (0.75, 276, ""), (2.25, 277, "")), ["应为上粗下细"]),
        (((2.25, 50, ""), (0.75, 51, "")), ["下边没有红色双线"]),
        ((), []),
    ],
)
def test_a_letter_has_two_double_lines(lines: tuple[tuple[float, float, str], ...], told: list[str]) -> None:
    assert letter(tuple(Stroke(w, "FF0000", 20.0, 190.0, top, kind) for w, top, kind in lines)) == told


def letter(strokes: tuple[Stroke, ...]) -> list[str]:
    """The ends of what is told of its lines."""
    subject = notice(mark="安和县民政局", number="安民函〔2026〕3号", seen_face="letter", seen_strokes=strokes)
    said = [one.message for one in judge(subject).findings if one.code == "GW238"]
    ends = ("不是红色", "应为170毫米", "是单线，应为双线", "应为上粗下细", "下边没有红色双线")
    return [next(end for end in ends if message.endswith(end)) for message in said]




@pytest.mark.parametrize(("width", "told"), [(None, False), (156.0, False), (100.0, True)])
def test_a_table_of_the_imprint_is_as_wide_as_the_text(width: float | None, told: bool) -> None:
    paper = ruled()
    printed = paper.seen.paras[-1]
    stroke = Stroke(1.0, "000000")
    looks = replace(printed.looks, rule_above=stroke, rule_below=stroke)
    cell = Para(printed.number, printed.runs, place="cell", looks=looks, cell=CellPlace(1, 1, 1)).read()
    elements = (*paper.seen.elements[:-1], replace(paper.seen.elements[-1], paras=(cell,)))
    grid = Grid(1, ((cell.text,),), width=width)
    seen = replace(paper.seen, paras=(*paper.seen.paras[:-1], cell), elements=elements, grids=(grid,))
    subject = replace(paper, seen=seen, setting=setting())
    assert any("版心等宽" in one.message for one in judge(subject).findings) == told


def test_an_imprint_has_rules_unless_they_may_be_drawn() -> None:
    def told(**seen: bool) -> bool:
        return any(one.message == "版记没有分隔线" for one in judge(notice(**seen)).findings)

    assert told()
    assert not told(seen_afloat=True)


HEAD = ("序号", "单位", "得分（分）", "比上年增减（分）")
SCORES = (("1", "云溪镇", "96.5", "2.5"), ("2", "河口镇", "95.0", "-1.0"), ("4", "青石镇", "90.4", "—"))
NAMES = (("1", "云溪镇", "敬老院"), ("2", "河口镇", "敬老院"), ("3", "青石镇", "托老院"), ("4", "青石镇", "敬老院"))
YEARS = (("指标", "2024", "2025"), ("机构", "31", "35"), ("床位", "2860", "3012"), ("老年人", "1204", "1310"))


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ((HEAD, *SCORES), False),
        ((*SCORES, HEAD), True),
        ((*SCORES, ("合计", "—", "281.9", "1.5")), True),
        ((HEAD[:3], *NAMES), False),
        (NAMES, True),
        (NAMES[1:] + NAMES[:1], False),
        (YEARS, False),
    ],
)
def test_the_first_row_of_a_table_is_its_head(rows: tuple[tuple[str, ...], ...], told: bool) -> None:
    assert ("GW138" in codes(notice(grids=(Grid(1, rows, 1),)))) == told
