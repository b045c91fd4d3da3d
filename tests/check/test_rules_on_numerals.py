"""Rules on numerals and marks (cl. 9): one writing for a number, one mark where one belongs."""

from __future__ import annotations

import pytest

from reporter.check.samples import heading, notice
from tests.check.told import found


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("抽查比例不低于百分之10。", True), ("占总数的3分之一。", True), ("占总数的三分之一。", False),
        ("同比增加近3成。", True), ("同比增加近三成。", False), ("目标已完成3成员参加。", False), ("回访2百人。", True),
        ("走访1千多户。", True), ("功率5千瓦。", False), ("全长3千米。", False), ("投入3百万元。", True),
        ("办理几100件。", True), ("办理几百件。", False), ("共20几个。", True), ("每周星期3开会。", True),
        ("星期三开会。", False), ("农历9月初9走访。", True), ("农历九月初九走访。", False), ("正月初8开工。", True),
        ("9月初3个试点完成。", False), ("百分之十。", False),
    ],
)  # fmt: skip
def test_a_number_is_not_half_in_digits_and_half_in_hanzi(text: str, told: bool) -> None:
    assert found(notice(body=(text,)), "GW581") == told


@pytest.mark.parametrize(
    ("text", "code", "told"),
    [
        ("问题有两个：一是，台账不全；二是，整改较慢。", "GW582", True),
        ("问题有两个：一是台账不全；二是整改较慢。", "GW582", False),
        ("原则是统一是，目标也是。", "GW582", False),
        ("按照办法（2025年修订。）执行。", "GW583", True),
        ("按照《办法》（2025年修订。）执行。", "GW583", True),
        ("按照办法执行。（办法另发。）", "GW583", False),
        ("（联系人请报县局。）", "GW583", False),
        ("涉及金额￥36.48万元。", "GW584", True),
        ("涉及金额36.48万元。", "GW584", False),
        ("实行“一院一策”—每院一张清单。", "GW585", True),
        ("实行“一院一策”——每院一张清单。", "GW585", False),
        ("沿云溪—青石一线检查。", "GW585", False),
        ("遇有险情、应当立即报告。", "GW586", True),
        ("一、应当参加检查的单位", "GW586", False),
        ("不得收受礼金、不得接受宴请。", "GW586", False),
        ("每户600元至300元。", "GW587", True),
        ("每户300元至600元。", "GW587", False),
        ("标准由600元降至300元。", "GW587", False),
        ("入住率为80%～70%。", "GW587", True),
        ("完成13，500小时。", "GW571", True),
        ("增加近三成多。", "GW565", True),
        ("近十多年来坚持不懈。", "GW565", False),
        ("附近十多家机构。", "GW565", False),
        ("根据《关于拨付改造资金》的请示，批复如下。", "GW572", True),
        ("根据《关于拨付改造资金的请示》，批复如下。", "GW572", False),
        ("关于印发《养老机构管理办法》的通知已经下发。", "GW572", False),
        ("关于转发《关于印发安全管理办法》的通知已经下发。", "GW572", False),
    ],
)  # fmt: skip
def test_marks_and_signs_of_clause_nine(text: str, code: str, told: bool) -> None:
    assert found(notice(body=(text,)), code) == told


@pytest.mark.parametrize(("text", "told"), [("一、 年检结果", True), ("一、年检结果", False)])
def test_no_blank_stands_behind_the_number_of_a_heading(text: str, told: bool) -> None:
    paper = notice(body=(heading(text, 1),))
    assert found(paper, "GW312") == told
