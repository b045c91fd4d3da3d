"""Every repair, found by its file name, mends its rule's bad example and leaves other examples alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from reporter.artefacts.seen.model import Para
from reporter.check.proof import essence, intended
from reporter.check.registry import Loaded, loaded_rules
from reporter.check.repair import Change, Fault, Say, Sheet, Stand, Type
from reporter.check.repairers import repairers
from reporter.check.report.places import Places
from reporter.check.samples import heading, line, notice
from reporter.check.subject import Subject

RULES = {loaded.rule.code: loaded for loaded in loaded_rules()}
NOT_CERTAIN = {"GW121"}
"""Rules whose bad example cannot be mended with certainty."""


def changes(loaded: Loaded, subject: Subject) -> Iterator[Change]:
    assert loaded.check is not None
    places = Places(subject.seen)
    for finding in loaded.check(subject):
        place = places.para_of(finding) if not finding.where.paragraph.endswith("节") else None
        yield from repairers()[loaded.rule.code].mend(Fault(subject, finding, place))


def mended(code: str, subject: Subject) -> list[str]:
    """The changed paragraphs as they will read."""
    said: dict[int, list[Say]] = {}
    paras: dict[int, Para] = {para.number: para for para in subject.seen.paras}
    for change in changes(RULES[code], subject):
        if isinstance(change, Say):
            said.setdefault(change.para.number, []).append(change)
    return [intended(paras[number], those) for number, those in sorted(said.items())]


@pytest.mark.parametrize("code", sorted(set(repairers()) - NOT_CERTAIN))
def test_mends_the_bad_example_of_its_rule(code: str) -> None:
    bad = RULES[code].rule.bad()
    assert isinstance(bad, Subject)
    found = list(changes(RULES[code], bad))
    assert found
    for change in found:
        if isinstance(change, Say):
            assert 0 <= change.start <= change.end <= len(change.para.typed)
            if not change.adds:
                assert essence(change.para.typed) == essence(intended(change.para, [change]))


@pytest.mark.parametrize("code", sorted(repairers()))
def test_says_what_it_does_and_why_sometimes_not(code: str) -> None:
    repair = repairers()[code].repair
    assert repair.code == code in RULES
    assert repair.says and repair.unsure


@pytest.mark.parametrize(
    ("code", "subject", "text"),
    [
        ("GW201", notice(number="安民字（2026）12号"), "安民字〔2026〕12号"),
        ("GW203", notice(number="安民字〔2026〕005号"), "安民字〔2026〕5号"),
        ("GW204", notice(number="安民字〔2026〕第12号"), "安民字〔2026〕12号"),
        ("GW219", notice(signer="签发人 高远", seen_direction="up"), "签发人：高远"),
        ("GW301", notice(title="关于做好安全管理工作的通知。"), "关于做好安全管理工作的通知"),
        ("GW307", notice(recipients="各乡镇人民政府。"), "各乡镇人民政府："),
        ("GW308", notice(cc="抄送: 县政府办公室。"), "抄送：县政府办公室。"),
        ("GW312", notice(body=(heading("一，总体要求", 1),)), "一、总体要求"),
        ("GW312", notice(body=(heading("一 总体要求", 1),)), "一、总体要求"),
        ("GW313", notice(body=(heading("（一）、排查", 2),)), "（一）排查"),
        ("GW314", notice(body=(heading("1、建立台账", 3),)), "1.建立台账"),
        ("GW316", notice(body=(heading("(一)排查", 2),)), "（一）排查"),
        ("GW320", notice(body=(heading("①、登记", 5),)), "①登记"),
        ("GW401", notice(attachments=("附件：责任清单。",)), "附件：责任清单"),
        ("GW404", notice(attachments=("附件1：责任清单",)), "附件：责任清单"),
        ("GW414", notice(remark="(此件公开发布)"), "（此件公开发布）"),
        ("GW415", notice(cc="抄送：县政府办公室；"), "抄送：县政府办公室。"),
        ("GW416", notice(cc="抄送 县政府办公室。"), "抄送：县政府办公室。"),
        ("GW419", notice(print_date="2026年3月6日"), "2026年3月6日印发"),
        ("GW501", notice(body=("要逐院排查,建立台账.",)), "要逐院排查，建立台账。"),
        ("GW502", notice(body=("设施(敬老院)逐院排查。",)), "设施（敬老院）逐院排查。"),
        ("GW504", notice(body=("对照《办法》、《标准》检查。",)), "对照《办法》《标准》检查。"),
        ("GW505", notice(body=("灭火器、应急灯、等设施。",)), "灭火器、应急灯等设施。"),
        ("GW507", notice(body=("灭火器、应急灯...都要查。",)), "灭火器、应急灯……都要查。"),
        ("GW514", notice(body=("共有４２家。",)), "共有42家。"),
        ("GW601", notice(date="2026年03月06日"), "2026年3月6日"),
        ("GW602", notice(date="二〇二六年十二月三十一日"), "2026年12月31日"),
    ],
)  # fmt: skip
def test_reads_as_it_should_afterwards(code: str, subject: Subject, text: str) -> None:
    assert mended(code, subject) == [text]


def test_lines_of_attachments_become_one_list() -> None:
    subject = notice(attachments=("附件1：责任清单", "附件2：整改清单"))
    assert mended("GW404", subject) == ["附件：1.责任清单", "2.整改清单"]


@pytest.mark.parametrize(
    ("code", "subject"),
    [
        ("GW203", notice(number="安民字〔2026〕00号")),  # nothing but zeros
        ("GW307", notice(recipients="各乡镇人民政府（12个")),
        ("GW307", notice(recipients="各乡镇人民政府 A")),
        ("GW404", notice(attachments=("附件1：责任清单", "附件3：整改清单"))),
        ("GW414", notice(remark="联系人：高远（办公室）")),
        ("GW419", notice(print_date="2026年3月")),
        ("GW501", notice(body=("见网站www.anhe.example/县?政策",))),
        ("GW501", notice(body=("由买买提.艾力负责。",))),
        ("GW502", notice(body=('开展"回头看"检查。',))),  # straight quotes have no sides
        ("GW507", notice(body=("按时报送。。",))),  # rather one stop too many
        ("GW602", notice(date="二〇二六年二月三十日")),
        ("GW121", notice(tail=line("第 1 页 共 3 页", "page_number"))),
    ],
)
def test_leaves_what_has_more_than_one_reading(code: str, subject: Subject) -> None:
    assert mended(code, subject) == []


def test_an_element_that_was_not_recognised_surely_is_left() -> None:
    subject = notice(number="安民字[2026]12号")
    unsure = tuple(replace(one, confidence=0.5) for one in subject.seen.elements)
    assert mended("GW201", replace(subject, seen=replace(subject.seen, elements=unsure))) == []


def test_a_heading_of_doubtful_level_keeps_its_face() -> None:
    subject = notice(body=(heading("（一）目标", 2, font="黑体"),))
    loaded = RULES["GW322"]
    assert loaded.check is not None
    (finding,) = loaded.check(subject)
    para = Places(subject.seen).para_of(finding)
    mend = repairers()["GW322"].mend
    assert [one.face for one in mend(Fault(subject, finding, para)) if isinstance(one, Type)] == [
        "楷体_GB2312"
    ]
    assert list(mend(Fault(subject, finding, para, frozenset({"GW317"})))) == []


def test_a_typed_indent_becomes_a_set_one() -> None:
    subject = notice(body=("　　各乡镇要逐院排查，建立台账。",))
    found = list(changes(RULES["GW118"], subject))
    assert [(one.start, one.end, one.new) for one in found if isinstance(one, Say)] == [(0, 2, "")]
    assert [(one.first, one.left) for one in found if isinstance(one, Stand)] == [(2.0, 0.0)]


def test_margins_go_to_those_of_the_profile() -> None:
    bad = RULES["GW102"].rule.bad()
    assert isinstance(bad, Subject)
    assert list(changes(RULES["GW102"], bad)) == [Sheet(1, edges=(37, 26, 35, 28))]
