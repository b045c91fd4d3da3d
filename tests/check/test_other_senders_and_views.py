"""What looks like a second value and is of another sender, another view of the whole or another time."""

from __future__ import annotations

import pytest

from reporter.artefacts.seen.model import Grid
from reporter.check.judging import judge
from reporter.check.samples import heading, notice
from reporter.check.subject import Subject

PLAN = "《安和县“十五五”养老服务规划》"


def said(code: str, subject: Subject) -> list[str]:
    return [one.severity for one in judge(subject).findings if one.code == code]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("床位4268张，其中公办1860张、民办2408张，护理型2540张，占59.5%。", []),
        ("床位4268张，其中公办1860张、民办2480张，护理型2540张，占59.5%。", []),
        ("床位4268张，其中公办1860张、民办2480张。", ["error"]),
        ("护理员80人，其中在编45人，外地户籍52人。", []),
        ("护理员80人，其中本地38人，外地52人。", ["error"]),
    ],
)
def test_a_second_view_of_a_whole_stands_behind_its_parts(text: str, told: list[str]) -> None:
    assert said("GW530", notice(body=(text,))) == told


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (("养老机构于5月10日前提交自查情况，各乡镇于5月20日前报送自查情况。",), []),
        (("请于5月10日前报送自查情况，5月20日前报送自查情况汇总表。",), []),
        (("请于7月5日前报送半年工作总结，年度工作总结于12月5日前报送。", "请于6月10日前报送工作总结。"), []),
        (("各乡镇于5月10日前报送自查情况。", "自查情况于5月20日前报送。"), ["error"]),
        (("各乡镇于5月10日前报送自查情况。", "各乡镇于5月20日前报送自查情况。"), ["error"]),
        (("请于7月24日前报送修复计划。", "修复计划于8月24日前报送。"), ["warning"]),
        (("请于7月24日前报送修复计划。", "修复计划于8月24日前报送正式文本。"), []),
    ],
)
def test_each_sender_has_a_deadline_of_its_own(body: tuple[str, ...], told: list[str]) -> None:
    assert said("GW547", notice(body=body)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("“十四五”时期建设的58个实训基地继续使用。", []),
        ("按照“十四五”期间的标准执行补助。", []),
        ("“十四五”时期，全县培训护理员3000人次。", ["warning"]),
    ],
)
def test_what_was_built_under_the_plan_before_is_no_task_of_it(text: str, told: list[str]) -> None:
    body = (f"为落实{PLAN}，现通知如下。", heading("一、主要任务", 1), text)
    assert said("GW549", notice(body=body)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2025年底前取得证书的护理员，可报名参加中级培训。", []),
        ("2025年底前，每家机构配备护理员，可以兼职。", ["warning"]),
    ],
)
def test_who_had_something_by_then_is_asked_for_nothing_by_then(text: str, told: list[str]) -> None:
    assert said("GW549", notice(body=(text,))) == told


def test_homes_do_not_count_the_rate_of_their_beds() -> None:
    homes = "全县养老机构28家，其中公办9家、民办19家，{}为57.3%。"
    assert said("GW526", notice(body=(homes.format("入住率"),))) == []
    assert said("GW526", notice(body=(homes.format("合格率"),))) == ["warning"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("自2026年1月1日起，津贴标准为每人每月60元，下半年按月发放。", []),
        ("从2026年1月起，将组织机构开展自查。", ["warning"]),
    ],
)
def test_what_is_in_force_is_not_done_next(text: str, told: list[str]) -> None:
    body = ("现将情况报告如下。", heading("一、下一步打算", 1), text)
    assert said("GW634", notice(title="安和县民政局关于工作情况的报告", body=body)) == told


@pytest.mark.parametrize(("kind", "told"), [("通知", []), ("通报", ["warning"])])
def test_a_notice_opens_with_the_inspection_to_come(kind: str, told: list[str]) -> None:
    body = "2026年9月7日至15日，县民政局会同县消防救援大队对12家养老机构开展检查。"
    assert said("GW634", notice(title=f"安和县民政局关于联合检查的{kind}", body=(body,))) == told


@pytest.mark.parametrize(("behind", "told"), [("另2人留局机关。", []), ("请认真落实。", ["warning"])])
def test_who_is_not_in_the_table_is_told_behind_it(behind: str, told: list[str]) -> None:
    rows = (("乡镇", "人数（人）"), ("云溪镇", "10"), ("青石镇", "14"), ("合计", "24"))
    body = ("计划招聘社工26人，分配如下。", behind)
    assert said("GW629", notice(body=body, grids=(Grid(1, rows, 1),))) == told


@pytest.mark.parametrize(
    ("signed", "text", "told"),
    [
        ("安和县人民政府", "请认真落实。", []),
        ("安和县人民政府办公室", "请认真落实。", []),
        ("安和县政府采购中心", "请认真落实。", ["warning"]),
        ("安和县民政局", "县政府已同意这项工作，请认真落实。", []),
        ("安和县民政局", "县政府重视这项工作，请认真落实。", ["warning"]),
    ],
)
def test_a_government_and_its_office_direct_townships(signed: str, text: str, told: list[str]) -> None:
    assert said("GW531", notice(mark=f"{signed}文件", signatory=signed, body=(text,))) == told


@pytest.mark.parametrize(("each", "many"), [("1.2万元和0.8万元", 0), ("1.2万元", 1)])
def test_parts_that_are_not_alike_are_each_told(each: str, many: int) -> None:
    assert len(said("GW671", notice(body=(f"每户补助2万元，分2批拨付，每批{each}。",)))) == many
