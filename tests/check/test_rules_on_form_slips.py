"""Slips of form as clerks make them, and what stands near each and is right."""

from __future__ import annotations

import pytest

from reporter.artefacts.seen import wording
from reporter.check.samples import line, notice
from reporter.check.subject import Subject
from tests.check.told import found

LEFT, RIGHT = {"align": "left"}, {"align": "right", "right": 4.0}
REQUEST = "安和县民政局关于拨付消防改造资金的请示"


def asking(signer: str) -> Subject:
    return notice(title=REQUEST, recipients="临澜市民政局：", signer=signer, seen_direction="up")


def order(**changes: object) -> Subject:
    usual = {"mark": "安和县人民政府令", "number": "第5号", "recipients": None, "title": None, "signatory": None,
             "seen_face": "order", "post": "县　长　　方若谷"}  # fmt: skip
    return notice(**{**usual, **changes})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("paper", "code", "told"),
    [
        (notice(number="安民字〔2026〕〔2026〕12号"), "GW202", True),
        (notice(number="安民字〔20266〕12号"), "GW202", True),
        (notice(number="安民字〔2026〕０12号"), "GW203", True),
        (notice(number="安民字〔2026〕102号"), "GW203", False),
        (notice(number="安民第〔2026〕12号"), "GW204", True),
        (notice(number="文号：安民字〔2026〕12号"), "GW205", True),
        (notice(number="安民字安民字〔2026〕12号"), "GW205", True),
        (notice(number="安民字〔2026〕12号号"), "GW205", True),
        (notice(number="安民字〔2026〕12号。"), "GW205", True),
        (notice(number="安民字〔2026〕12期"), "GW205", True),
        (notice(number="安民字〔2026〕12-1号"), "GW205", True),
        (notice(urgency=("特急", "加急")), "GW208", True),
        (notice(urgency="加急！"), "GW208", True),
        (notice(urgency="特　急"), "GW208", False),
        (notice(classification="1年★秘密"), "GW207", True),
        (notice(classification="秘密（1年）"), "GW207", True),
        (order(number="第05号"), "GW203", True),
        (order(number="第三号"), "GW236", True),
        (order(), "GW236", False),
        (order(number=None), "GW236", True),
        (order(number=line("第5", "other")), "GW236", True),
        (order(post=None, signatory="安和县人民政府"), "GW435", True),
        (order(), "GW435", False),
        (order(post=line("县　长　　方若谷", "post", looks=LEFT)), "GW451", True),
        (order(post=line("县　长　　方若谷", "post", looks=RIGHT)), "GW451", False),
        (asking("签发人：许知远局长"), "GW218", True),
        (asking("签发人：许知远（签字）"), "GW218", True),
        (asking("签发人：×××"), "GW218", True),
        (asking("签发人：安和县民政局"), "GW218", True),
        (asking("签发人：许知远　方若谷"), "GW218", False),
        (notice(signatory="安和县民政局："), "GW446", True),
        (notice(signatory="发文单位：安和县民政局"), "GW446", True),
        (notice(print_office="安和县民政局办公室（盖章）"), "GW446", True),
        (notice(), "GW446", False),
        (notice(body=("（正文完）",)), "GW413", True),
        (notice(body=("各村（居）要在年底前完成（含已完）全部任务。",)), "GW413", False),
        (notice(date="2026年三月6日"), "GW602", True),
        (notice(print_date="2026年三月六日印发"), "GW602", True),
        (notice(print_date="2026年3月6日印发。"), "GW419", True),
        (notice(print_date="2026年3月6日（印发）"), "GW419", True),
        (notice(print_date="印发日期：2026年3月6日"), "GW419", True),
        (notice(cc="抄送：县财政局。县审计局。"), "GW415", True),
        (notice(cc="抄送：县财政局、县审计局。"), "GW415", True),
        (notice(cc="抄送：县委、县人大常委会办公室，县财政局、县审计局。"), "GW415", False),
        (notice(cc="抄送∶县财政局，县审计局。"), "GW416", True),
        (notice(cc="抄送；县财政局，县审计局。"), "GW416", True),
    ],
)  # fmt: skip
def test_a_slip_of_the_head_or_the_foot_is_told(paper: Subject, code: str, told: bool) -> None:
    assert found(paper, code) == told


def test_secrecy_and_urgency_stand_on_lines_of_their_own() -> None:
    both = notice(classification="秘密★1年", urgency="特急")
    seen = both.seen
    first = seen.elements[0].para
    shared = tuple(
        one if one.role != "urgency" else type(one)("urgency", "特急", (first,), 1.0) for one in seen.elements
    )
    assert found(Subject(both.file, type(seen)(seen.format, seen.paras, (), shared, face="document")), "GW210")
    assert not found(both, "GW210")


@pytest.mark.parametrize(
    ("key", "read"),
    [
        ("安民发〔2026〕〔2026〕12号", True),
        ("安民发〔20266〕12号", True),
        ("安民发〔2026〕12号。", True),
        ("安民函〔2026〕7期", True),
        ("民政简报〔2026〕7期", False),
        ("安民发〔2026〕52-1号", True),
    ],
)
def test_a_number_with_a_slip_is_still_read_as_one(key: str, read: bool) -> None:
    assert (wording.number(key) >= 0.5) == read


@pytest.mark.parametrize(
    "key",
    ["安和县民政局办公室　2026年3月6日(印发)", "安和县民政局办公室　印发日期:2026年3月6日", "2026年3月6日印发印发"],
)
def test_a_line_of_print_is_read_however_its_word_is_written(key: str) -> None:
    printed = wording.print_line(key)
    assert printed and (printed["word"] or printed["label"])
