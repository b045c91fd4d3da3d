"""What two rules may look at, one of them tells."""

from __future__ import annotations

import pytest

from reporter.artefacts.seen.model import Grid
from reporter.check.judging import judge
from reporter.check.samples import enclosed, heading, line, notice, setting
from reporter.check.subject import Subject
from tests.check.told import those


def test_a_town_of_another_kind_is_told_once() -> None:
    """As the address calls it, however often the text does not."""
    body = ("同意设立云溪乡养老服务中心。", "资金下达云溪乡。")
    paper = notice(recipients="云溪镇人民政府：", body=body)
    assert those(paper, "GW660", "GW669") == ["GW669", "GW669"]


@pytest.mark.parametrize(("amount", "codes"), [("600", []), ("900", ["GW625"])])
def test_a_row_of_three_factors_is_reckoned_with_all(amount: str, codes: list[str]) -> None:
    rows = (("项目", "数量", "单价（元）", "天数", "金额（元）"),
            ("场地", "3", "100", "2", amount), ("设备", "2", "50", "2", "200"))  # fmt: skip
    assert those(notice(grids=(Grid(1, rows, 1),)), "GW559", "GW625") == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("服务时长26.4万万小时。", ["GW680"]),
        ("设置床位80家。", ["GW575"]),
        ("设置床位80名。", ["GW680"]),
        ("新增用地12.6亩，用地面积3，2公顷。", ["GW571"]),
    ],
)
def test_a_number_with_a_wrong_unit_or_mark_is_told_once(text: str, codes: list[str]) -> None:
    assert those(notice(body=(text,)), "GW533", "GW571", "GW575", "GW636", "GW680") == codes


def test_a_total_of_hazards_is_held_against_the_text_once() -> None:
    rows = (("乡镇", "隐患数（条）"), ("河口镇", "100"), ("青石镇", "90"), ("合计", "190"))
    paper = notice(body=("全县共排查发现隐患160条。",), grids=(Grid(1, rows, 1),))
    assert those(paper, "GW556", "GW629") == ["GW556"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("选择生态安葬的有240例。其中，树葬116例，花葬58例，壁葬76例。", ["GW530"]),
        ("总投资6800万元，其中上级补助2040万元，占40%；县级安排3400万元，占50%。", ["GW526"]),
    ],
)
def test_parts_and_shares_that_do_not_come_out_are_told_once(text: str, codes: list[str]) -> None:
    assert those(notice(body=(text,)), "GW526", "GW530", "GW623", "GW624") == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [("决定对6个单位予以表扬，名单公布如下：", ["GW535"]), ("决定对6个单位予以表扬。", ["GW667"])],
)
def test_as_many_as_the_headings_of_the_lists_count_is_told_once(text: str, codes: list[str]) -> None:
    lists = heading("一、先进乡镇（3个）", 1), "河口镇等。", heading("二、先进部门（2个）", 1), "县审计局等。"
    assert those(notice(body=(text, *lists)), "GW535", "GW667") == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("每人每学年10000元，全县有13名学生领取，共15万元。", ["GW570"]),
        ("每人每学年10000元，全县有13名学生领取，共13万元。", []),
        ("计划慰问1250户，每户380元，共45.7万元。", ["GW570"]),
        ("慰问低保500户、特困200户，每户380元，共26.6万元。", []),
        ("慰问1250户，每户300元至600元，平均每户420元，共53.5万元。", ["GW570"]),
        ("全县有80户，每户补助大米100元，每户补助棉被80元，共1.44万元。", []),
    ],
)
def test_a_price_times_a_count_is_reckoned_by_one_rule(text: str, codes: list[str]) -> None:
    assert those(notice(body=(text,)), "GW570", "GW622") == codes


@pytest.mark.parametrize(
    ("mean", "wrong"), [("1858元", False), ("1858万元", True), ("0.19万元", False), ("0.91万元", True)]
)
def test_a_mean_is_reckoned_by_one_rule_in_whatever_unit(mean: str, wrong: bool) -> None:
    told = judge(notice(body=(f"救助1284人次，支出238.6万元，次均{mean}。",))).findings
    said = [one.message for one in told if one.code in ("GW570", "GW671")]
    assert said == ["总额除以1284人次约是1858元"] * wrong


@pytest.mark.parametrize(
    ("months", "codes"),
    [
        ("2026年1月至6月", []),
        ("2026年1月至5月", ["GW619"]),
        ("2026年1月至12月", ["GW619"]),
        ("1月至12月", ["GW619"]),
        ("2025年1月至12月", []),
    ],
)
def test_months_of_a_half_year_are_told_by_one_rule(months: str, codes: list[str]) -> None:
    report = notice(
        title="安和县民政局关于2026年上半年救助情况的报告", date="2026年7月21日", body=(f"{months}，全县救助402人次。",)
    )
    assert those(report, "GW619", "GW632", "GW634") == codes


@pytest.mark.parametrize(("lines", "codes"), [(1, ["GW117"]), (2, ["GW342"])])
def test_lines_between_recipients_and_text_are_told_once(lines: int, codes: list[str]) -> None:
    text = *[line("", "other")] * lines, "各乡镇要逐院排查。", "建立台账。"
    assert those(notice(body=text), "GW117", "GW342") == codes


def test_what_is_told_too_early_at_the_beginning_is_told_once() -> None:
    text = "2026年9月10日，召开了养老机构安全工作会议。"
    assert those(notice(body=(text,)), "GW619", "GW634") == ["GW634"]
    assert those(notice(body=("按计划推进。", text)), "GW619", "GW634") == ["GW634"]


@pytest.mark.parametrize(("day", "codes"), [("二〇二六年三月六日", ["GW602"]), ("26年3月6日", ["GW603"])])
def test_a_day_of_issue_written_otherwise_is_told_once(day: str, codes: list[str]) -> None:
    assert those(notice(date=day), "GW602", "GW603", "GW604", "GW611") == codes


def test_such_days_of_the_text_are_told() -> None:
    body = ("请于二〇二六年四月六日前报送。", "请于26年4月6日前报送。")
    assert those(notice(body=body), "GW602", "GW603", "GW604", "GW611") == ["GW604", "GW611"]


@pytest.mark.parametrize(
    ("title", "codes"),
    [
        ("安和县民政局关于转发市民政局加强安全管理的通知的通知", ["GW327"]),
        ("安和县民政局关于关于加强安全管理的通知", ["GW569"]),
        ("安和县民政局关于转发市民政局关于加强安全管理的通知", ["GW327"]),
    ],
)
def test_what_a_title_says_twice_is_told_once(title: str, codes: list[str]) -> None:
    assert those(notice(title=title), "GW327", "GW569") == codes


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        ("附件：1、整改清单", ["GW403"]),
        ("附件：①整改清单", ["GW402"]),
        ("附件：1.整改清单　2.责任清单", ["GW402"]),
        ("附件：1.2027年整改清单", ["GW403"]),
    ],
)
def test_how_attachments_are_counted_is_told_once(said: str, codes: list[str]) -> None:
    name = "2027年整改清单" if "2027" in said else "整改清单"
    assert those(notice(attachments=said, tail=enclosed(name)), "GW402", "GW403", "GW406") == codes


def test_a_recipient_that_is_named_twice_is_not_told_as_two() -> None:
    told = [those(_up(to), "GW310", "GW442") for to in ("临澜市民政局、临澜市民政局：", "临澜市民政局、临澜市财政局：")]
    assert told == [["GW442"], ["GW310"]]


def _up(recipients: str) -> Subject:
    return notice(recipients=recipients, seen_direction="up", signer="签发人：高远")


@pytest.mark.parametrize(("bottom", "codes"), [(25.4, ["GW102"]), (35.0, [])])
def test_a_number_in_a_margin_that_is_too_small_is_told_as_that(bottom: float, codes: list[str]) -> None:
    page = setting(bottom=bottom, foot=25.0)
    assert those(notice(subject={"setting": page}), "GW102", "GW131") == codes


def test_what_it_came_to_is_not_reckoned_as_what_was_added() -> None:
    text = "2026年底前将12张床位调整为护理型床位，护理型床位由36张增加了48张。"
    told = [one.message for one in judge(notice(body=(text,))).findings if one.code == "GW567"]
    assert told == ["“由”后面写到多少，用“到”不用“了”"]
