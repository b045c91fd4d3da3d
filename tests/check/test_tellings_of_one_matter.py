"""What a reply and minutes owe the papers before them, and one inspection as several files tell it."""

from __future__ import annotations

from typing import Any

import pytest

from reporter.check.judging import judge_set
from reporter.check.profiles import PROFILES
from reporter.check.samples import notice, two
from reporter.check.subject import Subject

ABOUT = "关于河口镇社区食堂改造资金的"


def told(code: str, *subjects: Subject) -> list[str]:
    return [one.message for one in judge_set(subjects, PROFILES["默认"]) if one.code == code]


def request(text: str) -> Subject:
    return notice(
        file="请示.docx", mark="河口镇人民政府文件", number="河政〔2026〕5号", title=f"{ABOUT}请示", body=(text,),
        recipients="安和县人民政府：", signatory="河口镇人民政府",
    )  # fmt: skip


def reply(*body: str, to: str = "河口镇人民政府：") -> Subject:
    return notice(file="批复.docx", title=f"{ABOUT}批复", recipients=to, body=body, signatory="安和县人民政府")


def minutes(text: str) -> Subject:
    return notice(file="纪要.docx", title=f"{ABOUT}会议纪要", body=(text,))


@pytest.mark.parametrize(
    ("to", "cited", "messages"),
    [
        ("河口镇人民政府：", "5", []),
        ("安和县河口镇人民政府，县财政局：", "5", []),
        ("云溪镇人民政府：", "6", []),
        (
            "云溪镇人民政府：",
            "5",
            ["请示.docx（河政〔2026〕5号）是河口镇人民政府报来的，答复却主送云溪镇人民政府"],
        ),
    ],
)
def test_a_reply_goes_to_whom_asked(to: str, cited: str, messages: list[str]) -> None:
    answer = reply(f"你镇请示（河政〔2026〕{cited}号）收悉。", to=to)
    assert told("GW743", request("请予支持。"), answer) == messages


ASKED = "拟将原供销社仓库改造为社区食堂，设置餐桌40张，改造面积600平方米。"


@pytest.mark.parametrize(
    ("agreed", "messages"),
    [
        ("同意你镇将原供销社仓库改造为社区食堂，设置餐桌40张。", []),
        ("同意你镇将供销社仓库改造为社区食堂。", []),
        ("同意你镇将原粮站仓库改造为社区食堂。", ["请示.docx里是将原供销社仓库改造为……，这里是原粮站仓库"]),
        ("同意将原供销社仓库改造为社区食堂，共有餐桌50张。", ["请示.docx里没有50张"]),
        ("同意将原供销社仓库改造为社区食堂，设置餐桌50张。", ["“设置餐桌”在请示.docx里是40张，这里是50张"]),
        ("同意将原供销社仓库改造为社区食堂，餐桌核减为30张。", []),
        ("同意将原供销社仓库改造为社区食堂，餐桌不少于30张。", []),
        ("同意安排食堂所需厨具3套。", []),
    ],
)
def test_what_is_agreed_to_is_what_was_asked(agreed: str, messages: list[str]) -> None:
    assert told("GW743", request(ASKED), reply(agreed)) == messages


@pytest.mark.parametrize(
    ("said", "messages"),
    [
        ("会议同意首笔补助30万元在开工后拨付。", []),
        ("会议同意首笔补助50万元在开工后拨付。", ["批复.docx里第一次拨付30万元，这里写50万元"]),
        ("会议要求，会同河口镇修改方案。", []),
        ("会议要求，会同白沙镇交流做法。", []),
        ("会议要求，会同河东镇修改方案。", ["标题和批复.docx说的是河口镇，这里写河东镇"]),
    ],
)
def test_minutes_keep_to_the_reply(said: str, messages: list[str]) -> None:
    answer = reply("资金分两次拨付：开工后拨付30%，即30万元；完工后拨付70%，即70万元。")
    assert told("GW743", answer, minutes(said)) == messages


DAYS = "2026年9月7日至15日"
HOMES = f"{DAYS}，县民政局会同县消防救援大队检查养老机构12家。"


@pytest.mark.parametrize(
    ("other", "messages"),
    [
        (f"{DAYS}，县民政局会同县消防救援大队对12家养老机构开展了检查。", []),
        (f"{DAYS}，县民政局会同消防大队检查养老机构12家。", []),
        (f"{DAYS}，检查养老机构13家。", [f"{DAYS}的检查，方案.docx里是12家，这里是13家"]),
        (
            f"{DAYS}，县民政局会同县应急管理局检查养老机构12家。",
            [f"{DAYS}的检查，方案.docx里会同县消防救援大队，这里会同县应急管理局"],
        ),
        ("2026年3月2日至6日，县民政局会同县应急管理局检查养老机构13家。", []),
        (f"{DAYS}，检查养老机构13家。{DAYS}，检查养老机构5家。", []),
    ],
)
def test_an_inspection_of_some_days_is_told_alike(other: str, messages: list[str]) -> None:
    assert told("GW744", *two(HOMES, other)) == messages


@pytest.mark.parametrize(
    ("changes", "many"),
    [
        ({}, 0),
        ({"body": (f"检查时间为{DAYS}。", "各组检查机构数分别为8家和5家。")}, 1),
        ({"mark": "安和县民政局\n安和县公安局\n安和县财政局文件"}, 1),
    ],
)
def test_who_announces_an_inspection_makes_it(changes: dict[str, Any], many: int) -> None:
    usual: dict[str, Any] = {
        "file": "通知.docx",
        "title": "关于开展养老机构联合检查的通知",
        "mark": "安和县民政局\n安和县公安局文件",
        "body": (f"检查时间为{DAYS}。", "各组检查机构数分别为7家和5家。"),
    }
    result = notice(file="结果.docx", body=(f"{DAYS}，县民政局等2个部门对12家养老机构开展了检查。",))
    assert len(told("GW744", notice(**usual | changes), result)) == many
