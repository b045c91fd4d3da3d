"""Rules on how a paper looks and in what order it stands: what they tell and what they let pass."""

from __future__ import annotations

from typing import Any

import pytest

from reporter.artefacts.geometry_docx import Sheets
from reporter.check.judging import judge
from reporter.check.samples import line, measured, notice, setting
from reporter.check.subject import Subject
from tests.check.told import found


@pytest.mark.parametrize(("far", "told"), [(0.42, False), (0.99, False), (1.2, False), (1.4, True)])
def test_text_is_outside_when_it_is_surely_a_millimetre_beyond_the_type_area(far: float, told: bool) -> None:
    assert found(measured(notice(), outside=far), "GW106") == told


def test_an_address_that_stands_out_is_only_noted() -> None:
    told = judge(measured(notice(), outside="出3.5 mm：（www.example.com）")).findings
    assert [one.severity for one in told if one.code == "GW106"] == ["info"]


@pytest.mark.parametrize(
    ("issuer", "told"),
    [("安和县社会救助工作联席会议办公室", False), ("安和县防汛抗旱指挥部", False), ("安和县财政局", True)],
)
def test_a_body_seated_in_an_agency_is_printed_by_its_office(issuer: str, told: bool) -> None:
    paper = notice(mark=f"{issuer}文件", print_office="安和县民政局办公室")
    assert found(paper, "GW436") == told


CENTRED, RIGHT = {"align": "center"}, {"align": "right"}
PROSE = "各乡镇要逐院排查风险隐患，建立台账，年底前全部整改到位。"


@pytest.mark.parametrize(
    ("paper", "code", "told"),
    [
        (notice(body=("第一段说完了。\n第二段接着说。",)), "GW128", True),
        (notice(body=(line(PROSE, looks=RIGHT),)), "GW341", True),
        (notice(body=(PROSE,)), "GW341", False),
        (notice(copy_number=line("000012", "copy_number", looks=RIGHT)), "GW341", True),
        (notice(number=line("安民字〔2026〕12号", "number", looks=RIGHT)), "GW341", True),
        (notice(number=line("安民函〔2026〕12号", "number", looks=RIGHT), seen_face="letter"), "GW341", False),
        (notice(number=line("安民函〔2026〕12号", "number", looks=CENTRED), seen_face="letter"), "GW341", True),
        (notice(copy_number=line("000012", "copy_number", colour="FF0000")), "GW114", True),
        (notice(cc=line("抄送：县审计局。", "cc", bold=True)), "GW127", True),
        (notice(recipients=line("各乡镇人民政府：", "recipients", looks={"before": 29.0})), "GW342", False),
        (notice(recipients=line("各乡镇人民政府：", "recipients", looks={"before": 90.0})), "GW342", True),
        (notice(cc="抄送：县民政局，县审计局。"), "GW442", True),
        (notice(cc="抄送：市民政局，县审计局。"), "GW442", False),
        (notice(tail=line("打字：某某　校对：某某", "other")), "GW441", True),
        (notice(body=("培训材料共印30份，发到各机构。",)), "GW441", False),
        (notice(signatory="　　　　　　　　安和县民政局"), "GW118", True),
        (notice(attachment_label="附件1."), "GW405", True),
        (notice(title="安和县民政局关于改造资金\n的批复"), "GW305", True),
        (notice(title="安和县民政局关于印发\n《养老院安全管理办法》\n的通知"), "GW305", False),
        (notice(cc="抄送：县财政局\n县审计局。"), "GW415", True),
        (notice(cc="抄送：县财政局，\n县审计局。"), "GW415", False),
        (notice(print_date=("2026年3月6日印发", line("（此件公开发布）", "remark"))), "GW439", True),
        (notice(print_date=("2026年3月6日印发", line("抄送：县审计局。", "cc"))), "GW439", True),
        (notice(recipients=("各乡镇人民政府：", line("附件：名单", "attachments"))), "GW439", True),
        (notice(title="安和县民政局关于改造资金的批复", recipients=None), "GW330", True),
        (notice(recipients=None), "GW330", False),
        (notice(recipients=None, body=(PROSE, "各乡镇人民政府：")), "GW330", True),
        (notice(remark="（此件不公开）"), "GW444", False),
    ],
)  # fmt: skip
def test_elements_stand_look_and_follow_as_the_standard_says(paper: Subject, code: str, told: bool) -> None:
    assert found(paper, code) == told


NUMBERED = frozenset({"default", "even"})


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"foot": 25.0}, False), ({"foot": 35.0}, True), ({"foot": 8.0}, True), ({"own_first": True}, True),
        ({"own_first": True, "number_on": NUMBERED | {"first"}}, False), ({"headed": NUMBERED}, True),
        ({"headed": NUMBERED, "width": 297, "height": 210}, False), ({"counts_from": 1}, False),
        ({"counts_from": 5}, True), ({"numbers": "upperRoman"}, True), ({"numbers": "numberInDash"}, False),
    ],
)  # fmt: skip
def test_numbers_stand_on_every_page_below_the_text(changes: dict[str, Any], told: bool) -> None:
    assert found(notice(subject={"setting": setting(**changes)}), "GW131") == told


@pytest.mark.parametrize(("restarts", "told"), [(None, False), (1, True)])
def test_numbers_run_on_through_the_attachments(restarts: int | None, told: bool) -> None:
    both = Sheets((*setting().sections, *setting(counts_from=restarts).sections), True)
    assert found(notice(subject={"setting": both}), "GW131") == told


@pytest.mark.parametrize(("cc", "told"), [(None, True), ("抄送：县政府办公室。", False)])
def test_the_last_section_needs_numbers_unless_the_imprint_stands_in_it(cc: str | None, told: bool) -> None:
    """Without 版记 it holds the attachment."""
    both = Sheets((*setting().sections, *setting(number_on=frozenset()).sections), True)
    back: dict[str, Any] = {"cc": cc, "print_office": None, "print_date": None}
    label = line("附件", "attachment_label", part=1)
    paper = notice(attachments="附件：名单", attachment_label=label, subject={"setting": both}, **back)
    assert found(paper, "GW131") == told
