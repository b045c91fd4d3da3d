"""Figures of a sentence, a table or two paragraphs of which one settles the other."""

from __future__ import annotations

import pytest

from reporter.artefacts.seen.model import Grid
from reporter.check.samples import heading, notice
from reporter.check.subject import Subject
from tests.check.told import by_rule


@pytest.mark.parametrize(
    ("code", "right", "was", "now"),
    [
        ("GW671", "由12个部门组成联席会议，县民政局为牵头单位，其余11个部门为成员单位。", "余11", "余12"),
        ("GW671", "现有敬老院6所，床位520张。6所敬老院均建成较早。", "。6", "。8"),
        ("GW671", "每人每学年资助1万元，分2个学期发放，每学期5000元。", "5000", "4000"),
        ("GW671", "确有问题的95件，不属于问题的42件。95件问题中，已处置58件。", "的95", "的85"),
        ("GW635", "2026年5月启动施工，10月底前完成改造。", "10月", "4月"),
        ("GW617", "9月21日至30日对公墓开展检查。问题当场反馈，整改情况于10月15日前报县民政局。", "10月15", "9月15"),
        ("GW520", "190条隐患已整改175条，剩余15条，排查做到了逐家登记。", "做到了逐家登记", "实现全覆盖"),
        ("GW520", "发放158.4万元，按月到账，其中低保78.6万元、特困79.8万元。", "按月到账", "无一迟延"),
    ],
)  # fmt: skip
def test_a_sentence_that_comes_out_is_left_alone(code: str, right: str, was: str, now: str) -> None:
    title = "安和县民政局关于救助工作情况的报告"
    assert by_rule(code, notice(title=title, body=(right,))) == []
    assert len(by_rule(code, notice(title=title, body=(right.replace(was, now),)))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "县民政局抽调3个部门配合，其余12个部门自行组织。",
        "我镇现有敬老院2所，全县6所敬老院均建成较早。",
        "每人每月100元，全部由县级财政承担，分4个季度发放，每季度300元。",
        "未整改的5个已列出清单。3个整改中，2个待验收。",
    ],
)
def test_figures_of_other_wholes_are_not_bound(text: str) -> None:
    assert by_rule("GW671", notice(body=(text,))) == []


@pytest.mark.parametrize(("ratio", "told"), [("1：2", 0), ("2：1", 0), ("1：1", 1)])
def test_a_ratio_is_that_of_the_two_products_before_it(ratio: str, told: int) -> None:
    first = "理论课程3门，每门4学时。"
    second = f"实操课程3门，每门8学时。两类课程共36学时，学时之比为{ratio}。"
    assert len(by_rule("GW570", notice(body=(first, second)))) == told


@pytest.mark.parametrize(("visits", "told"), [("27家次", 0), ("27家", 1), ("9家", 0), ("20家", 0)])
def test_more_homes_than_there_are_were_visits(visits: str, told: int) -> None:
    text = ("我镇现有养老机构9家，床位420张。", f"共检查机构{visits}，发现隐患41条。")
    assert len(by_rule("GW653", notice(body=text))) == told


@pytest.mark.parametrize(("closed", "told"), [("1家", 0), ("3家", 1)])
def test_homes_closed_since_were_checked_too(closed: str, told: int) -> None:
    text = ("全县现有养老机构44家。", f"年内新开业2家、关停{closed}。", "共检查养老机构45家、发现隐患41条。")
    assert len(by_rule("GW653", notice(body=text))) == told


def _closed(state: str, other: str = "已销号") -> Subject:
    rows = (("编号", "完成日期", "状态"), ("XF-01", "2026-09-07", other), ("XF-02", "2026-09-09", state),
            ("XF-03", "2026-09-10", "已销号"))  # fmt: skip
    return notice(grids=(Grid(1, rows, 1),))


def test_the_one_row_without_a_state_is_told() -> None:
    assert by_rule("GW541", _closed("整改中")) == []
    assert [one.where.quote for one in by_rule("GW541", _closed(""))] == ["XF-02"]
    assert by_rule("GW541", _closed("", "")) == []


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        (("76", "45"), 0), (("45", "76"), 2), (("40", "30"), 0),
    ],
)  # fmt: skip
def test_two_rows_that_had_a_cell_exchanged_are_told_though_they_are_half_of_all(
    cells: tuple[str, str], told: int
) -> None:
    first, second = cells
    rows = (("乡镇", "申请", "办结", "办结率"), ("河口镇", "80", first, "95%"), ("云溪镇", "60", "57", "95%"),
            ("青石镇", "50", second, "90%"), ("白沙街道", "110", "107", "97.3%"))  # fmt: skip
    assert len(by_rule("GW537", notice(grids=(Grid(1, rows, 1),)))) == told


@pytest.mark.parametrize(
    ("again", "told"),
    [
        ("损失情况和修复计划于8月24日前报送县民政局。", 1), ("损失情况和修复计划于7月24日前报送县民政局。", 0),
        ("损失情况和修复计划报送截止时间为2026年8月24日。", 1), ("资金使用计划于8月24日前报送县民政局。", 0),
        ("每季度末，损失情况和修复计划于8月24日前报送县民政局。", 0),
    ],
)  # fmt: skip
def test_a_material_has_one_deadline_by_its_full_name(again: str, told: int) -> None:
    text = ("各机构于7月24日前报送损失情况和修复计划。", again)
    assert len(by_rule("GW547", notice(date="2026年7月6日", body=text))) == told


_PLAN = "为落实《安和县国民经济和社会发展第十五个五年规划纲要》，提出以下意见。"


@pytest.mark.parametrize(
    ("under", "text", "told"),
    [
        ("二、主要任务", "“十四五”时期培训护理员3000人次。", 1),
        ("二、主要任务", "“十五五”时期培训护理员3000人次。", 0),
        ("一、发展基础", "“十四五”时期培训护理员3000人次。", 0), ("二、主要任务", "巩固“十四五”时期取得的成效。", 0),
    ],
)  # fmt: skip
def test_a_task_does_not_lie_in_the_plan_that_is_over(under: str, text: str, told: int) -> None:
    title = "安和县人民政府关于推进基本养老服务体系建设的意见"
    body = (_PLAN, heading(under, 1), text)
    assert len(by_rule("GW549", notice(title=title, date="2026年6月18日", body=body))) == told


@pytest.mark.parametrize(
    ("under", "text", "told"),
    [
        ("三、下一步打算", "从2026年2月起，每月比对2次。", 1), ("三、下一步打算", "从2027年2月起，每月比对2次。", 0),
        ("一、工作情况", "从2026年2月起，每月比对2次。", 0), ("三、下一步打算", "从2026年2月起，已每月比对2次。", 0),
    ],
)  # fmt: skip
def test_what_is_to_be_done_next_does_not_begin_in_the_past(under: str, text: str, told: int) -> None:
    body = (heading(under, 1), text)
    assert len(by_rule("GW634", notice(date="2027年1月14日", body=body))) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("计划培训145人，其中女性不少于40人。具体安排如下。", 1), ("计划培训100人。具体安排如下。", 0),
        ("计划培训145人。", 0), ("每期计划培训145人。具体安排如下。", 0),
    ],
)  # fmt: skip
def test_what_a_text_announces_its_table_adds_up_to(text: str, told: int) -> None:
    rows = (("批次", "人数（人）"), ("第一批", "48"), ("第二批", "52"), ("合计", "100"))
    assert len(by_rule("GW629", notice(body=(text,), grids=(Grid(1, rows, 1),)))) == told


@pytest.mark.parametrize(("long", "told"), [("420", 0), ("4200", 1)])
def test_as_many_rows_as_the_text_names_come_to_its_sum(long: str, told: int) -> None:
    rows = (("道路", "长度（米）"), ("云岫路", "1260"), ("听泉路", long), ("竹溪路", "320"))
    body = ("3条道路共长2000米，具体见下表。",)
    assert len(by_rule("GW629", notice(body=body, grids=(Grid(1, rows, 1),)))) == told


def test_what_was_found_by_oneself_may_be_due_before_the_inspection() -> None:
    text = "9月21日至30日对公墓开展检查。各单位先行自查，整改情况于9月15日前报县民政局。"
    assert by_rule("GW617", notice(body=(text,))) == []
