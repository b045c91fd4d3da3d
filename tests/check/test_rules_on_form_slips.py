"""Slips of form as clerks make them, and what stands near each and is right."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from reporter.artefacts.seen import wording
from reporter.artefacts.seen.headings import numbered
from reporter.artefacts.seen.model import Odd, Stroke
from reporter.check.samples import enclosed, heading, line, naming, notice
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
        (notice(number="安民字\n〔2026〕12号"), "GW205", True),
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


def items(*texts: str) -> Subject:
    """Items of the fourth level below 1."""
    typed = [replace(heading(text, 4), role="body") for text in texts]
    return notice(body=("一、目标", heading("（一）近期", 2), heading("1.登记", 3), *typed))


def ruled(**looks: object) -> Subject:
    rule = line("", "other", looks={"rule_below": Stroke(1.0, "FF0000"), **looks})
    return notice(number=(line("安民字〔2026〕12号", "number"), rule))


def appended(listed: str, title: str, **looks: object) -> Subject:
    label = enclosed("名单")[0]
    return notice(
        attachments=f"附件：{listed}",
        tail=(label, line(title, "attachment_title", part=1, looks={"align": "center", "before": 29.0, **looks})),
    )


TWICE = "安和县民政局关于做好养老院安全管理工作的通知"


@pytest.mark.parametrize(
    ("paper", "code", "told"),
    [
        (notice(body=(heading("（一）；排查", 2),)), "GW313", True),
        (notice(body=(heading("（一、）排查", 2),)), "GW313", True),
        (notice(body=(heading("1：排查", 3),)), "GW314", True),
        (notice(body=(heading("2。排查", 3),)), "GW314", True),
        (notice(body=(heading("第2、排查", 3),)), "GW314", True),
        (notice(body=(heading("1·排查", 3),)), "GW315", True),
        (notice(body=(heading("【一】排查", 2),)), "GW316", True),
        (notice(body=(heading("〔二〕排查", 2),)), "GW316", True),
        (notice(body=(heading("（二）排查", 2),)), "GW316", False),
        (notice(body=(replace(heading("一、要求", 1), looks={"first": 4.0, "align": "justify"}),)), "GW331", True),
        (notice(body=(replace(heading("一、要求", 1), looks={"first": 2.0, "align": "justify"}),)), "GW331", False),
        (items("（1）由村集体组织", "（1）由社会力量运营"), "GW319", True),
        (items("（1）由村集体组织", "（2）由社会力量运营"), "GW319", False),
        (notice(title="安和县民政局关\n于做好养老工作的通知"), "GW305", True),
        (notice(title="安和县民政局关于印发《\n养老服务办法》的通知"), "GW305", True),
        (notice(title="安和县民政局\n关于做好养老工作的通知"), "GW305", False),
        (notice(title="安和县民政局\n报告"), "GW302", True),
        (notice(title="通知"), "GW302", True),
        (notice(title="安和县民政局关于表扬先进的决定"), "GW302", False),
        (notice(title=(line(TWICE, "title"), line(TWICE, "other"))), "GW327", True),
        (notice(title=line(TWICE, "title", looks={"exact": True, "pitch": 12.0})), "GW306", True),
        (notice(title=line(TWICE, "title", looks={"exact": True, "pitch": 28.95})), "GW306", False),
        (notice(number=None, title=(line(TWICE, "title"), line("安民字〔2026〕12号", "number"))), "GW232", True),
        (notice(recipients="主送：各乡镇人民政府："), "GW307", True),
        (notice(recipients="各乡镇人民政府 ："), "GW307", True),
        (notice(title=REQUEST, recipients="各上级主管部门："), "GW311", True),
        (notice(seen_direction="up", cc="抄送：各养老机构，各村（居）民委员会。"), "GW418", True),
        (naming("附件：1.责任清单：", "2.整改清单"), "GW401", True),
        (notice(attachment_label="附　件"), "GW405", True),
        (notice(attachment_label=line("附件", "attachment_label", part=1, font="黑体", bold=True)), "GW405", True),
        (appended("名单", "名单", align="right"), "GW437", True),
        (appended("名单", "名单"), "GW437", False),
        (notice(tail=(enclosed("名单")[0], line("名单。", part=1, looks={"align": "center"}))), "GW437", True),
        (naming("附件：责任清单一份"), "GW401", True),
        (notice(mark=("安和县民政局", "安和县财政局文件"), signatory="安和县民政局安和县财政局"), "GW225", False),
        (ruled(right=13.0), "GW227", True),
        (ruled(right=0.0), "GW227", False),
    ],
)  # fmt: skip
def test_a_slip_of_a_heading_a_title_or_an_attachment_is_told(paper: Subject, code: str, told: bool) -> None:
    assert found(paper, code) == told


UNDER = {"odd": Odd(underlined=1.0)}


@pytest.mark.parametrize(
    ("paper", "code", "told"),
    [
        (notice(mark=line("安和县民政局文件", "mark", looks=UNDER)), "GW132", True),
        (notice(number=line("安民字〔2026〕12号", "number", looks=UNDER)), "GW132", True),
        (notice(date=line("2026年3月6日", "date", looks=UNDER)), "GW132", True),
        (notice(tail=line("— 1 —", "page_number", looks={"odd": Odd(italic=1.0)})), "GW132", True),
        (notice(mark="安和县民政局文件文件"), "GW229", True),
        (notice(mark="安和县民政局（文件）"), "GW229", True),
        (notice(mark="安和县人民政府通知"), "GW229", True),
        (notice(mark="安和县民政局函件", seen_face="letter"), "GW229", True),
        (notice(mark="安和县民政局", seen_face="letter"), "GW229", False),
        (notice(mark="安和县人民政府公告"), "GW229", False),
        (notice(urgency=line("特急", "urgency", font="黑体", size=14.0)), "GW234", True),
        (notice(urgency=line("特急", "urgency", font="黑体", size=16.0)), "GW234", False),
        (notice(body=("各乡镇要建立台账。\n",)), "GW128", True),
        (notice(body=("各乡镇要建立台账。",)), "GW128", False),
        (notice(body=(line("出席：许知远。请假：陆清和。", "attendance"),)), "GW443", True),
    ],
)  # fmt: skip
def test_dress_and_marks_that_stand_for_others_are_told(paper: Subject, code: str, told: bool) -> None:
    assert found(paper, code) == told


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("1：明确开放时间", 3), ("2。清理挂牌事项", 3), ("1·盘活闲置资源", 3), ("第2、完善设施", 3),
        ("【一】检查房屋", 2), ("〔二〕加强核验", 2), ("（二、）加强核验", 2), ("（二）；查收费", 2),
        ("3：2的比例", 0), ("【通知】", 0), ("〔2026〕12号", 0), ("第2页", 0),
    ],
)  # fmt: skip
def test_a_number_in_a_wrong_form_still_counts_a_heading(text: str, level: int) -> None:
    found_there = numbered(text)
    assert (found_there.level if found_there else 0) == level
