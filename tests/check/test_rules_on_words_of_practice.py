"""Rules about what a county's papers say: claims, names, levels and closings, on more than their own examples."""

from __future__ import annotations

import pytest

from reporter.artefacts.seen.model import Grid
from reporter.check.samples import notice
from tests.check.told import those

REPORT = "安和县民政局关于2026年养老机构安全管理工作情况的报告"
FORWARD = "安和县民政局转发临澜市民政局关于加强殡葬服务管理工作的通知"
CITED = "现将《临澜市民政局关于印发〈殡葬服务管理规程〉的通知》（临民发〔2026〕14号）"
AGREED = "同意，现就有关工作通知如下。"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("人员（110101-19900307-0134）已评估。", "GW521"), ("电话0000-12345678。", ""),
        ("放弃14人（如青石镇周有福，肢体残疾一级）。", "GW523"), ("各村（其中高龄，肢体残疾一级）。", ""),
        ("重度残疾（肢体、视力残疾一级）。", ""),
        ("约谈地点：        ；约谈人：李某。", "GW544"), ("请于      前补报。", "GW544"), ("姓名：      性别：女", ""),
        ("床位？？？张。", "GW544"), ("现通知如下。单击或点击此处输入文字。", "GW544"), ("是否合格？", ""),
    ],
)  # fmt: skip
def test_persons_and_places_to_fill_are_told(text: str, code: str) -> None:
    assert those(notice(body=(text,)), "GW521", "GW523", "GW544") == [code] * bool(code)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("逐条核验，隐患已全部消除。", True), ("规范服务流程56个，群众满意率100%。", True),
        ("回访老年人56人，满意率100%。", False), ("要彻底消除隐患。", False), ("问题彻底解决。", True),
    ],
)  # fmt: skip
def test_claims_that_all_is_done_or_pleased_need_their_figures(text: str, wrong: bool) -> None:
    assert those(notice(title=REPORT, body=(text,)), "GW520") == ["GW520"] * wrong


def test_a_report_that_asks_for_posts_is_told() -> None:
    asks = "请县人民政府批准增加工作人员编制2名。"
    assert those(notice(title=REPORT, body=(asks,)), "GW325") == ["GW325"]
    assert those(notice(title=REPORT, body=("经县人民政府批准，增加编制2名。",)), "GW325") == []


@pytest.mark.parametrize(("who", "wrong"), [("经市民政局", True), ("经县人民政府", False), ("报经县委、县政府", False)])
def test_another_department_may_not_agree_for_the_government(who: str, wrong: bool) -> None:
    subject = notice(recipients="各乡镇人民政府、街道办事处：", body=(who + AGREED,))
    assert those(subject, "GW531") == ["GW531"] * wrong


@pytest.mark.parametrize(
    ("issuer", "body", "wrong"),
    [
        ("国务院办公厅", "现将有关事项通知如下。", False), ("安和县政府办公室", "现将有关事项通知如下。", False),
        ("国务院安全生产办公室", "现将有关事项通知如下。", True), ("民政部", "经国务院同意，现通知如下。", False),
        ("民政部", "现将有关事项通知如下。", True), ("民政部", "经国务院扶贫办同意，现通知如下。", True),
    ],
)  # fmt: skip
def test_the_office_of_a_government_speaks_for_it_and_the_state_council_may_agree(
    issuer: str, body: str, wrong: bool
) -> None:
    subject = notice(mark=f"{issuer}文件", signatory=issuer, recipients="各省人民政府：", body=(body,))
    assert those(subject, "GW531") == ["GW531"] * wrong


def test_two_closings_are_told() -> None:
    assert those(notice(body=("现通知如下。", "特此公告，特此通知。")), "GW326") == ["GW326"]
    assert those(notice(body=("现通知如下。", "特此通知。")), "GW326") == []


def test_the_text_hands_on_as_the_title_does() -> None:
    assert those(notice(title=FORWARD, body=(CITED + "印发给你们。",)), "GW334") == ["GW334"]
    assert those(notice(title=FORWARD, body=(CITED + "转发给你们。",)), "GW334") == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("整改情况于10月15日前报市民政局社会事务处。", True), ("整改情况于10月15日前报县民政局。", False),
        ("由县民政局汇总后于10月15日前报市民政局。", False),
    ],
)  # fmt: skip
def test_those_below_report_to_their_own_county(text: str, wrong: bool) -> None:
    assert those(notice(recipients="各乡镇人民政府：", body=(text,)), "GW545") == ["GW545"] * wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("现将我县2026年上半年低保工作情况报告如下。", True), ("我县可自筹66万元。", True),
        ("按照我县统一部署开展。", False),
    ],
)  # fmt: skip
def test_a_township_does_not_speak_as_its_county(text: str, wrong: bool) -> None:
    subject = notice(mark="云溪镇人民政府文件", signatory="云溪镇人民政府", body=(text,))
    assert those(subject, "GW578") == ["GW578"] * wrong


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("县民政局将于第一季度开展抽查。", "GW542"), ("县民政局将于第三季度开展抽查。", ""),
        ("县民政局将于2027年第一季度开展抽查。", ""), ("各乡镇于30日前报送总结。", "GW548"),
        ("各乡镇于每月30日前报送情况。", ""), ("各乡镇于9月30日前报送总结。", ""),
        ("各乡镇于1月15日前报送2026年工作总结。", "GW548"), ("各乡镇于2027年1月15日前报送2026年工作总结。", ""),
        ("公示期为9月16日至20日，没有收到异议。", "GW634"), ("公示期为7月6日至10日，没有收到异议。", ""),
        ("7月8日至10日我县将有一次强降雨过程。", "GW634"), ("7月28日至30日我县将有一次强降雨过程。", ""),
        ("县财政局于每月5日前拨付资金，县民政局于每月3日前发放。", "GW617"),
        ("县财政局于每月5日前拨付资金，县民政局于每月10日前发放。", ""),
        ("各乡镇于9月10日前报送总结，县民政局于9月5日前汇总报临澜市民政局。", "GW617"),
        ("各乡镇于9月10日前报送总结，县民政局于9月20日前汇总报临澜市民政局。", ""),
        ("《公墓管理办法》同时废止，未尽事项按照《公墓管理办法》执行。", "GW665"), ("《公墓管理办法》同时废止。", ""),
        ("于十一月10日前报送。", "GW611"), ("于4 20日前报送。", "GW611"), ("20226年9月开展检查。", "GW611"),
        ("农历腊月23日前走访。", ""), ("2026年9月开展检查。", ""),
    ],
)  # fmt: skip
def test_days_come_in_order_and_are_whole(text: str, code: str) -> None:
    subject = notice(date="2026年7月20日", body=(text,))
    assert those(subject, "GW542", "GW548", "GW634", "GW617", "GW665", "GW611") == [code] * bool(code)


def test_a_short_name_keeps_its_number() -> None:
    given = "按照《安和县核算办法》（安政规〔2024〕2号，以下简称《办法》）执行。"
    right, wrong = "《办法》（安政规〔2024〕2号）第八条。", "《办法》（安政规〔2023〕2号）第八条。"
    assert those(notice(body=(given, right)), "GW665") == []
    assert those(notice(body=(given, wrong)), "GW665") == ["GW665"]


def test_ids_said_to_be_left_out_are_not_in_the_list() -> None:
    grid = Grid(1, (("编号", "问题"), ("XF-01", "堆物"), ("XF-07", "漏电")), 1)
    said = "编号{}和XF-09的2个问题正在整改，未列入本清单。"
    assert those(notice(body=(said.format("XF-08"),), grids=(grid,)), "GW538") == []
    assert those(notice(body=(said.format("XF-07"),), grids=(grid,)), "GW538") == ["GW538"]


@pytest.mark.parametrize(
    ("last", "wrong"), [("2026-12-10", False), ("—", True), ("", True), ("2062-12-10", True), ("2027-01-10", False)]
)
def test_a_column_of_days_has_them_all(last: str, wrong: bool) -> None:
    days = ("2026-11-30", "2026-12-01", "2026-12-05", last)
    rows = (("序号", "问题", "整改时限"), *((str(n), "堆物", day) for n, day in enumerate(days, 1)))
    assert those(notice(grids=(Grid(1, rows, 1),)), "GW539") == ["GW539"] * wrong


@pytest.mark.parametrize(
    ("recipients", "title", "code"),
    [
        ("各有关单位：", "安和县民政局关于同意设立养老服务中心的批复", "GW336"),
        ("云溪镇人民政府：", "安和县民政局关于同意设立养老服务中心的批复", ""),
        ("各养老机构，局机关各股室，安和县民政局：", "安和县民政局关于安全检查的通知", "GW336"),
        ("临澜市民政局，各乡镇人民政府、街道办事处：", "安和县民政局关于安全检查的通知", "GW336"),
        ("各乡镇人民政府、街道办事处：", "安和县民政局关于安全检查的通知", ""),
        ("各乡镇政府、街道办：", "安和县民政局关于安全检查的通知", "GW660"),
    ],
)
def test_recipients_are_those_who_are_to_act(recipients: str, title: str, code: str) -> None:
    subject = notice(title=title, recipients=recipients, body=("经县人民政府同意，现通知如下。",))
    assert those(subject, "GW336", "GW660") == [code] * bool(code)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("整改率94.7%，未整改率6.3%。", "GW526"), ("整改率94.7%，未整改率5.3%。", ""),
        ("每日八时、16时报送。", "GW515"), ("每日8时、16时报送，平时、届时另报。", ""),
        ("由每人每月一千一百元提高到1180元。", "GW515"), ("期满后三十日内申请，自收到之日起30日内办结。", "GW515"),
        ("期满后三十日内申请。", ""), ("按照养老机构管理办法的规定办理。", "GW572"), ("按照本管理办法的规定办理。", ""),
        ("根据临澜市民政局关于做好救助工作的通知（临民发〔2026〕21号）要求。", "GW572"),
        ("根据《临澜市民政局关于做好救助工作的通知》（临民发〔2026〕21号）要求。", ""),
    ],
)  # fmt: skip
def test_rates_make_a_whole_and_names_of_papers_bear_marks(text: str, code: str) -> None:
    assert those(notice(body=(text,)), "GW526", "GW515", "GW572") == [code] * bool(code)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("全县42家养老机构已排查。全年检查84家。", "GW534"), ("全县42家养老机构已排查。全年检查84家次。", ""),
        ("全县42家养老机构已排查。全年检查42家。", ""), ("全年检查84家。", ""),
    ],
)  # fmt: skip
def test_no_more_homes_are_checked_than_there_are(text: str, code: str) -> None:
    assert those(notice(body=(text,)), "GW534") == [code] * bool(code)


@pytest.mark.parametrize(("who", "wrong"), [("县民政局", True), ("县人民政府", False)])
def test_a_government_s_decision_is_its_own(who: str, wrong: bool) -> None:
    title = "安和县人民政府关于表扬养老服务工作先进单位的决定"
    body = (f"经考核，{who}决定对5个先进单位予以表扬。",)
    subject = notice(mark="安和县人民政府文件", signatory="安和县人民政府", title=title, body=body)
    assert those(subject, "GW233") == ["GW233"] * wrong
