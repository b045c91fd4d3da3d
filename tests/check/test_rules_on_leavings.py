"""Rules on what programs leave in a text and on how to reach somebody: what they tell and let pass."""

from __future__ import annotations

import pytest

from reporter.check.samples import notice
from tests.check.told import found


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("按照《通知》（错误!未找到引用源。）精神，抓好落实。", True), ("发现错误！未整改的，要及时整改。", False),
        ("详见HYPERLINK \"http://example.com\"网站。", True), ("床位2.4E+01张。", True), ("型号为2E-3的设备。", False),
        ("床位######张。", True), ("实训基地不少于2家。@王某某 请核实", True), ("邮箱为ylfw@安和。", False),
        ("举办市级jineng竞赛。", True), ("开展zhengzhi，逐条销号。", True), ("使用online系统、media平台。", False),
        ("发送至ylfw@example.com邮箱。", False), ("©抓好安全生产。", True), ("标注©的图片不得使用。", False),
    ],
)  # fmt: skip
def test_what_programs_leave_is_told(text: str, told: bool) -> None:
    assert found(notice(body=(text,)), "GW689") == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("联系电话：0000-6600011", False), ("联系电话：0000-66001", True), ("联系电话：0000-12345", False),
        ("联系电话：0000-6600011-801", False), ("联系电话：6600011", False), ("联系电话：1380000000", True),
        ("联系电话：13800000000", False), ("联系电话：0000-66OOO11", True), ("联系电话：李某", True),
        ("联系电话：见附件", False), ("联系人及电话：某某某，0000-6600011", False), ("联系人及联系电话：李某", False),
        ("电话：李某，0000-6600011", False), ("联系人：0000-6600011", True), ("邮箱：ylfw@example.com", False),
        ("邮箱：ylfw@example。com", True), ("邮箱：ylfw@examplecom", True), ("邮箱：由各县自定", False),
        ("邮政编码：650100", False), ("邮编：65010", True),
    ],
)  # fmt: skip
def test_numbers_and_addresses_reach_somebody(text: str, told: bool) -> None:
    assert found(notice(body=(f"（{text}）",)), "GW690") == told


@pytest.mark.parametrize(
    ("title", "text", "told"),
    [
        ("安和县民政局关于商请支援的函", "您好！", True), ("安和县民政局关于商请支援的函", "此致", True),
        ("安和县民政局关于商请支援的函", "特此函达。", False), ("安和县民政局邀请函", "此致", False),
        ("安和县民政局关于开展走访慰问的通知", "敬礼！", False),
    ],
)  # fmt: skip
def test_a_letter_of_an_office_has_no_private_words(title: str, text: str, told: bool) -> None:
    assert found(notice(title=title, body=("现将有关事项函告如下。", text)), "GW691") == told


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("自公布之日起10个日内反映。", "GW519"), ("复合人签字不全。", "GW519"), ("做到一目了然👍，便于复核。", "GW573"),
        ("按照部署，我县\u00a0扎实推进各项工作。", "GW564"),
    ],
)
def test_slips_of_the_hand_are_told(text: str, code: str) -> None:
    assert found(notice(body=(text,)), code)


@pytest.mark.parametrize("text", ["自公布之日起10个工作日内反映。", "引进复合人才3名。"])
def test_words_like_them_are_let_pass(text: str) -> None:
    assert not found(notice(body=(text,)), "GW519")
