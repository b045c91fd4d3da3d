"""Rules about what a county's papers say: claims, names, levels and closings, on more than their own examples."""

from __future__ import annotations

import pytest

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
