"""Slips of practice that the rules passed over: each with what it is told from."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from reporter.artefacts.seen.model import Grid
from reporter.check.judging import judge
from reporter.check.samples import enclosed, heading, line, notice, setting
from reporter.check.subject import Subject
from tests.check.told import found

CENTRED = {"align": "center", "before": 29.0}


def ledger(due: str) -> Subject:
    rows = (("隐患内容", "发现日期", "整改时限"), ("通道堆物", "2026年4月23日", due))
    return notice(grids=(Grid(1, rows, 1),))


def numbered(*texts: str) -> Subject:
    return notice(body=(heading("（一）完善流程", 2), *texts))


def steps(last: str) -> Subject:
    first = (
        "（一）自查自纠（3月16日至4月15日）。逐项自查。",
        "（二）县级检查（4月16日至6月30日）。实地检查，用时2小时。",
    )
    return notice(body=(*first, f"（三）整改提升（{last}）。督促机构按期整改。"))


def reply(text: str) -> Subject:
    return notice(title="安和县民政局关于养老服务中心的批复", recipients="青石镇人民政府：", body=(text,))


def asking(text: str) -> Subject:
    return notice(title="安和县民政局关于拨付消防改造资金的请示", recipients="安和县人民政府：", body=(text,))


def trained(text: str) -> Subject:
    rows = (("批次", "人数（人）"), ("第一批", "48"), ("第二批", "97"), ("合计", "145"))
    return notice(body=(text,), grids=(Grid(1, rows, 1),))


def alone(before: float, after: float) -> Subject:
    body = line("《安和县地名管理实施细则》已经通过，现予公布。", looks={"before": before, "after": after})
    return notice(recipients=None, body=(body,))


def titled(font: str, size: float) -> Subject:
    label, title = (
        enclosed("名单")[0],
        line("名单", "attachment_title", part=1, font=font, size=size, looks=CENTRED),
    )
    return notice(attachments="附件：名单", attachment_label=(label, title))


@pytest.mark.parametrize(
    ("paper", "code", "told"),
    [
        (notice(signatory="县民政局"), "GW225", True),
        (notice(signatory="区伯年"), "GW225", False),
        (notice(tail=line("安和县民政局办公室　2026年3月6日（共印50份）", "other")), "GW441", True),
        (notice(body=("台账从2026年3月6日（共10份）起移交。",)), "GW441", False),
        (ledger("2026年8月8日"), "GW539", True),
        (ledger("2026年7月22日"), "GW539", False),
        (notice(body=("2027年上半年（7月至12月）开展2期培训。",)), "GW542", True),
        (notice(body=("2027年上半年（1—6月）、第四季度（10月8日至11月30日）开展培训。",)), "GW542", False),
        (notice(body=("第三季度（4月至6月）开展培训。",)), "GW542", True),
        (notice(body=("知晓惠民丧葬政策的有312户。",)), "GW519", True),
        (notice(body=("发放丧葬补助金，落实惠民殡葬政策。",)), "GW519", False),
        (notice(body=("规范适用于全市8家医养结合机构。",)), "GW545", True),
        (notice(body=("规范适用于全县8家医养结合机构。",)), "GW545", False),
        (notice(body=("我镇可自筹66.5万元，约占37%，尚有180万元没有来源。",)), "GW526", True),
        (notice(body=("我镇可自筹66.5万元，约占27%，尚有180万元没有来源。",)), "GW526", False),
        (notice(body=("我镇可自筹66.5万元，占26%，其余180万元申请补助。",)), "GW526", True),
        (notice(body=("已建成3处，约占30%，其余8处年底前建成。",)), "GW526", True),
        (notice(body=("已建成29处，约占30%，其余71处年底前建成。",)), "GW526", False),
        (notice(body=("上级补助50万元，占50%；自筹30万元，占30%；其余20万元另筹。",)), "GW526", False),
        (numbered("1 建立健康档案。", "2.签订服务协议。"), "GW314", True),
        (numbered("1 建立健康档案。", "（1）内容包括病史。"), "GW314", True),
        (numbered("3 所敬老院已整改。", "其余2所正在整改。"), "GW314", False),
        (numbered("1.建立健康档案。", "2 月底前签订协议。"), "GW314", False),
        (steps("7月1日至10月31日"), "GW635", False),
        (steps("2月1日至3月10日"), "GW635", True),
        (steps("2027年2月1日至3月10日"), "GW635", False),
        (reply("超出核定投资的部分由河口镇承担。"), "GW669", True),
        (reply("超出核定投资的部分由青石镇承担。"), "GW669", False),
        (reply("道路由河口镇负责养护。河口镇已经同意。"), "GW669", False),
        (
            notice(body=("抽查126户，发现应退未退5户、应保未保3户，已纠正7户，其余2户正在核查。",)),
            "GW530",
            True,
        ),
        (
            notice(body=("抽查126户，发现应退未退5户、应保未保3户，已纠正7户，其余1户正在核查。",)),
            "GW530",
            False,
        ),
        (notice(body=("发现问题12个，已整改10个，其余2个年底前完成。",)), "GW530", False),
        (notice(body=("发现问题12个，已整改10个，其余3个年底前完成。",)), "GW530", True),
        (asking("恳请安宁县人民政府安排资金。妥否，请批示。"), "GW311", True),
        (asking("恳请安和县人民政府协调县财政局安排资金。妥否，请批示。"), "GW311", False),
        (asking("恳请县人民政府协调县财政局安排资金。妥否，请批示。"), "GW311", False),
        (trained("计划培训154人，安排如下。"), "GW629", True),
        (trained("计划培训145人，安排如下。"), "GW629", False),
        (trained("计划培训163人，分期进行。"), "GW629", False),
        (alone(6.0, 6.0), "GW117", True),
        (alone(29.0, 0.0), "GW117", False),
        (notice(title="安和县民政局2026年度残疾人两项补贴发放情况的报告"), "GW302", True),
        (notice(title="安和县民政局关于2026年度残疾人两项补贴发放情况的报告"), "GW302", False),
        (notice(title="安和县民政局转发临澜市民政局通报的通知"), "GW302", False),
        (titled("仿宋_GB2312", 16.0), "GW437", True),
        (titled("黑体", 16.0), "GW437", False),
        (titled("方正小标宋简体", 22.0), "GW437", False),
        (notice(title="安和县人民政府关于同意设立安和县社会\n福利院康复分院的批复"), "GW305", True),
        (notice(title="安和县人民政府关于同意设立\n安和县社会福利院康复分院的批复"), "GW305", False),
        (notice(body=("县融媒体中心开设专栏，工作成效全省第一。",)), "GW520", True),
        (notice(body=("各乡镇要对标先进，力争工作成效全省第一。",)), "GW520", False),
        (
            notice(body=("根据《关于开展排查的通知》（安民发〔2026〕18号）", "要求，现通知如下。")),
            "GW563",
            True,
        ),
        (notice(body=("根据《关于开展排查的通知》（安民发〔2026〕18号），现通知如下。",)), "GW563", False),
    ],
)
def test_the_slip_is_told_and_the_right_form_is_not(paper: Subject, code: str, told: bool) -> None:
    assert found(paper, code) is told


@pytest.mark.parametrize(("year", "told"), [("2024", True), ("2025", False)])
def test_the_year_of_the_check_is_that_of_the_day_up_to_which_it_looks(year: str, told: bool) -> None:
    title = f"安和县民政局关于{year}年度社会组织年度检查结果的公告"
    paper = notice(title=title, body=("对2025年12月31日前登记的社会组织进行了检查。",))
    assert found(paper, "GW613") is told


@pytest.mark.parametrize(
    ("text", "many", "told"),
    [
        ("县民政局、县公安局、县交通运输局每月检查1次。", 3, True),
        ("县民政局、县公安局、县城管局每月检查1次。", 3, False),
        ("县民政局、县公安局要加强指导。", 3, False),
        ("县民政局会同县交通运输局，对12家机构开展了检查。", 2, True),
        ("县民政局、县交通运输局每年联合检查1次。", 2, True),
        ("县民政局、县交通运输局要加强指导。", 2, False),
    ],
)
def test_those_who_act_together_are_the_issuers(text: str, many: int, told: bool) -> None:
    offices = ("安和县民政局", "安和县公安局", "安和县城市管理和综合执法局")[:many]
    paper = notice(mark="\n".join((*offices, "文件")), body=(text,), signatory=None)
    said = [one.message for one in judge(paper).findings if one.code == "GW225"]
    assert bool(said) is told
    assert all("县交通运输局" in one for one in said)


@pytest.mark.parametrize(("align", "told"), [("center", True), ("right", False)])
def test_a_number_in_the_middle_of_its_footer_is_told(align: str, told: bool) -> None:
    footers = tuple(
        replace(line("— 1 —", "page_number", looks={"align": align}), place="footer") for _ in range(2)
    )
    assert found(notice(tail=footers, subject={"setting": setting()}), "GW122") is told


@pytest.mark.parametrize(("left", "told"), [(0.0, True), (0.875, False)])
def test_an_imprint_in_cells_without_white_is_told_softly(left: float, told: bool) -> None:
    office = replace(
        line("安和县民政局办公室", "print_office", looks={"left": left, "first": 0.0}), place="cell"
    )
    said = [one for one in judge(notice(cc=None, print_office=office)).findings if one.code == "GW447"]
    assert [one.severity for one in said] == (["info"] if told else [])


@pytest.mark.parametrize(("before", "told"), [(0.0, True), (58.0, False)])
def test_a_signature_right_below_the_text_is_told(before: float, told: bool) -> None:
    name = line("安和县民政局", "signatory", looks={"before": before})
    said = [
        one.message for one in judge(notice(signatory=name, attachments=None)).findings if one.code == "GW332"
    ]
    assert any("署名" in one for one in said) is told


@pytest.mark.parametrize(("size", "told"), [(26.0, True), (22.0, False)])
def test_a_title_larger_than_that_of_a_document_is_told_softly_of_a_plan(size: float, told: bool) -> None:
    title = line(
        "安和县2026年敬老月活动实施方案", "title", font="方正小标宋简体", size=size, looks={"align": "center"}
    )
    said = [one for one in judge(notice(title=title, seen_face="plain")).findings if one.code == "GW306"]
    assert [one.severity for one in said] == (["info"] if told else [])
