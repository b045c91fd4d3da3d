"""Rules on who issues a paper and how its header, title and attachments name it: what they tell and let pass."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from reporter.artefacts.seen.model import CellPlace, Grid, Stroke
from reporter.check.judging import judge
from reporter.check.samples import Line, enclosed, line, measured, notice
from reporter.check.subject import Subject
from tests.check.told import found

BOTH = ("安和县民政局", "安和县教育局")


def joint(title: str) -> Subject:
    return notice(mark="\n".join((*BOTH, "文件")), signatory=BOTH, title=f"{title}\n关于做好助学工作的通知")


def bare_header(colour: str) -> Subject:
    number = line("安民字〔2026〕12号", "number", looks={"rule_below": Stroke(1.5, colour)})
    return notice(mark=None, number=number, seen_face="plain")


def stacked(*rows: tuple[str, str]) -> Subject:
    """A mark in a table of these rows, signed by two."""
    paper = notice(mark=line("安和县民政局", "mark"), signatory=BOTH, grids=(Grid(1, rows),))
    mark, *others = paper.seen.elements
    within = replace(mark, paras=(replace(mark.para, cell=CellPlace(1, 1, 1), place="cell"),))
    return replace(paper, seen=replace(paper.seen, elements=(within, *others)))


def letter(**changes: object) -> Subject:
    return notice(**{"mark": "安和县民政局", "number": "安民函〔2026〕3号", "seen_face": "letter", **changes})  # type: ignore[arg-type]


def drawn(colour: str) -> Subject:
    lines = tuple(Stroke(weight, "FF0000", 20.0, 190.0, top) for weight, top in ((0.75, 276.0), (2.25, 277.0)))
    mark = Line("安和县民政局", "mark", looks={"rule_below": Stroke(3.0, colour)}, place="header")
    return letter(mark=mark, seen_strokes=lines)


@pytest.mark.parametrize(
    ("paper", "code", "told"),
    [
        (joint("安和县教育局　安和县民政局"), "GW233", True),
        (joint("安和县民政局　安和县教育局"), "GW233", False),
        (bare_header("FF0000"), "GW225", True),
        (bare_header("000000"), "GW225", False),
        (stacked(("安和县民政局", "文件"), ("", "")), "GW225", True),
        (stacked(("安和县民政局", "文件")), "GW225", False),
        (letter(signatory="安和县民政局文件"), "GW229", True),
        (letter(signatory="安和县民政局"), "GW229", False),
        (drawn("000000"), "GW238", True),
        (drawn("FF0000"), "GW238", False),
        (notice(mark=line("安和县民政局文件", "mark", size=72.0)), "GW231", True),
        (notice(mark=line("安和县民政局文件", "mark", size=46.0)), "GW231", False),
        (notice(mark=line("安和县\n民政局文件", "mark", size=72.0)), "GW231", False),
    ],
)
def test_the_header_and_the_title_name_who_issues(paper: Subject, code: str, told: bool) -> None:
    assert found(paper, code) == told


@pytest.mark.parametrize(("first", "told"), [("title", True), ("number", False)])
def test_the_title_of_a_letter_stands_below_its_number(first: str, told: bool) -> None:
    """Its mark stands in the header of the page."""
    paper = letter(mark=Line("安和县民政局", "mark", place="header"))
    title, number = paper.the("title"), paper.the("number")
    assert title and number
    if first == "title":
        above = replace(title, paras=(replace(title.para, number=number.para.number - 1),))
        elements = [above if one is title else one for one in paper.seen.elements]
        paper = replace(paper, seen=replace(paper.seen, elements=tuple(elements)))
    assert found(paper, "GW232") == told


@pytest.mark.parametrize(
    ("listed", "title", "told"),
    [
        ("整改清单（样表）", "整改清单", True),
        ("岭东省整改清单", "整改清单", True),
        ("整改清单（另附）", "整改清单", False),
        ("整改清单", "2025年整改清单", True),
        ("整改清单", "2026年整改清单", False),
        ("整改清单", "安和县整改清单", False),
    ],
)
def test_an_attachment_is_what_the_list_says(listed: str, title: str, told: bool) -> None:
    said = judge(notice(attachments=f"附件：{listed}", tail=enclosed(title))).findings
    assert [one.severity for one in said if one.code == "GW406"] == ["warning"] * told


@pytest.mark.parametrize(("note", "severity"), [("（电子版请到工作群下载）", "warning"), ("附表", "error")])
def test_a_note_behind_a_name_is_no_part_of_it(note: str, severity: str) -> None:
    said = judge(notice(attachments=f"附件：整改清单{note}", tail=enclosed("整改清单"))).findings
    assert [one.severity for one in said if one.code == "GW406"] == [severity]


@pytest.mark.parametrize(
    ("header", "signed", "severities"),
    [
        ("安和县发展改革委", "安和县发展和改革委员会", ["warning"]),
        ("安和县市场监督管理局", "安和县市场监管局", ["warning"]),
        ("安和县民政局", "临澜市安和县民政局", ["warning"]),
        ("安和县民政局", "安和民政局", ["error"]),
        ("安和县民政", "安和县民政局", ["error"]),
        ("安和县民政局", "安和县财政局", ["error"]),
        ("安和县养老服务工作领导小组", "安和县民政局（代章）", []),
    ],
)
def test_a_short_form_and_who_signs_in_place_of_another(header: str, signed: str, severities: list[str]) -> None:
    said = judge(notice(mark=f"{header}文件", signatory=signed)).findings
    assert [one.severity for one in said if one.code == "GW225"] == severities


def test_a_long_name_in_two_lines_is_no_offence() -> None:
    said = judge(notice(mark=line("安和县民政局文件", "mark", size=72.0))).findings
    assert [one.severity for one in said if one.code == "GW231"] == ["warning"]


@pytest.mark.parametrize("apart", [True, False])
def test_the_remark_stays_on_the_page_of_the_date(apart: bool) -> None:
    remark = line("（此件公开发布）", "remark", looks={"new_page": apart})
    assert found(measured(notice(remark=remark)), "GW412") == apart


CASES = "对愿意接受救助的，护送到救助管理站{}对不愿意接受救助的，发放棉衣；对突发疾病的，立即送医。"
NESTED = "对发现隐患的，限期整改，对拒不整改的，依法查处；对情节严重的，予以取缔。"


@pytest.mark.parametrize(
    ("text", "told"), [(CASES.format("，"), True), (CASES.format("；"), False), (NESTED, False)]
)
def test_cases_of_one_rank_have_one_mark_between_them(text: str, told: bool) -> None:
    assert found(notice(body=(text,)), "GW685") == told
