"""The parts around a text: number, signers, recipients, signature, copies, imprint; direction from the unit tree."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from reporter.document.blanks import blank_names
from reporter.document.inline import Blank, plain
from reporter.document.model import Document, Named, Signatory
from reporter.records.campaign import Unit

UP = "name: 函件\ntitle: 关于情况的{{ 文种 }}\nto: superior\n".replace(
    "关于情况的{{ 文种 }}", '"关于情况的{{ 文种 }}"'
)
DOWN = UP.replace("superior", "below") + "issued_by: joint\nremark: 此件公开发布\n"


def up(writer: Any, **filing: Any) -> Document:
    return writer.document("文", front=UP, **filing)


def down(writer: Any, **filing: Any) -> Document:
    return writer.document("文", front=DOWN, **filing)


def test_a_county_reports_upwards_with_its_signer(writer: Any) -> None:
    document = up(writer, number="3", doc_date=date(2026, 11, 6))
    assert plain(document.title) == "关于情况的报告"
    assert (document.direction, document.face) == ("up", "document")
    assert document.header is not None
    assert plain(document.header.number) == "安民发〔2026〕3号"
    assert [plain(name) for name in document.header.signers] == ["周某某"]
    assert plain(document.recipients) == "临澜市民政局"
    assert document.closing is not None
    assert document.closing.signatories == (Signatory("安和县民政局"),)
    assert plain(document.closing.date) == "2026年11月6日"


def test_a_county_informs_downwards_jointly_without_signer(writer: Any) -> None:
    document = down(writer, number="１２", doc_date=date(2026, 3, 18), print_date=date(2026, 3, 19))
    assert plain(document.title) == "关于情况的通知"
    assert document.header is not None
    assert document.header.issuers == ("安和县民政局", "安和县消防救援大队")
    assert plain(document.header.number) == "安民联发〔2026〕12号"
    assert document.header.signers == ()
    assert plain(document.recipients) == "各乡镇人民政府"
    assert document.imprint is not None
    assert plain(document.imprint.cc) == "县人民政府办公室。"
    assert plain(document.imprint.office) == "安和县民政局办公室"
    assert plain(document.imprint.print_date) == "2026年3月19日印发"
    assert document.closing is not None
    assert plain(document.closing.remark) == "此件公开发布"


def test_whether_it_is_published_is_said_by_the_filing(writer: Any) -> None:
    document = up(writer, remark="（此件不公开）", disclosure="依申请公开")
    assert document.closing is not None
    assert plain(document.closing.remark) == "此件不公开"
    assert plain(document.disclosure) == "公开方式：依申请公开"


@pytest.mark.parametrize("number", ["安民函〔2026〕5号", "第5号"])
def test_a_number_in_words_is_taken_as_it_is(writer: Any, number: str) -> None:
    header = up(writer, number=number).header
    assert header is not None
    assert plain(header.number) == number


def test_what_is_missing_is_a_blank_inside_its_frame(writer: Any) -> None:
    document = up(writer)
    assert document.header is not None
    assert document.closing is not None
    assert plain(document.header.number, "＿") == "安民发〔2026〕＿号"
    assert plain(document.closing.date, "＿") == "2026年＿月＿日"
    assert blank_names(document) == ("发文字号的顺序号", "成文日期", "印发日期")


def test_signers_recipients_and_copies_of_the_filing_win(writer: Any) -> None:
    document = up(writer, signer="甲某、乙某", recipients=("省民政厅",), cc=("市财政局",))
    assert document.header is not None
    assert document.imprint is not None
    assert [plain(name) for name in document.header.signers] == ["甲某", "乙某"]
    assert plain(document.recipients) == "省民政厅"
    assert plain(document.imprint.cc) == "市财政局。"


def test_an_agency_without_head_has_a_blank_signer(writer: Any) -> None:
    header = up(writer, issuers=("xf",)).header
    assert header is not None
    assert header.signers == ((Blank("签发人", 4),),)
    assert plain(header.number, "＿") == "＿〔2026〕＿号"


def test_a_township_writes_a_letter_to_its_county(writer: Any) -> None:
    document = up(writer, unit="3301")
    assert (document.direction, document.face) == ("level", "letter")
    assert plain(document.title) == "关于情况的函"
    assert document.header is not None
    assert (document.header.suffix, document.header.signers) == ("", ())


def test_a_plain_sheet_has_no_document_type(writer: Any) -> None:
    document = writer.document("文")
    assert (document.direction, document.face, document.header, document.imprint) == (
        "level",
        "plain",
        None,
        None,
    )


@pytest.mark.parametrize(
    ("name", "level", "word"),
    [
        ("安和县", "县", "县"), ("河口镇", "乡镇", "镇"), ("云岭乡", "乡镇", "乡"), ("城关街道", "乡镇", "街道"),
        ("城关街道办事处", "乡镇", "街道"), ("临澜市", "市", "市"), ("岭东省", "省", "省"), ("东城区", "县", "区"),
        ("白山自治州", "市", "州"), ("青松苏木", "乡镇", "苏木"), ("康宁养老院", "机构", "院"),
        ("开发园", "乡镇", "乡镇"),
    ],
)  # fmt: skip
def test_a_unit_is_called_by_the_last_words_of_its_name(
    county: Any, writing_in: Any, name: str, level: Any, word: str
) -> None:

    units = (*county.campaign.units, Unit(code="9", name=name, level=level))
    campaign = county.campaign.changed(units=units)
    writer = writing_in(replace(county, campaign=campaign))
    assert writer.lines("{{ 全域称谓 }}、{{ 本地称谓 }}", unit="9") == [f"全{word}、我{word}"]


def test_an_attached_filing_is_the_same_document_without_its_header(writer: Any) -> None:
    other = up(writer, number="3")
    document = writer.document("文", attachments=("x@2026", "（另附）一览表"), attached={"x@2026": other})
    first, second = document.attachments
    assert isinstance(first.content, Document)
    assert first.content.body == other.body
    assert first.content.header is first.content.imprint is None
    assert (plain(second.title), second.content) == ("一览表", Named())


def test_rosters_print_their_members_and_the_office(writer: Any) -> None:
    assert writer.lines("@roster group") == [
        "组长：周某某　县民政局局长", "成员：＿", "领导小组办公室设在县民政局，办公室主任由王某担任。",
    ]  # fmt: skip
    body = "{% for one in 名单 %}\n@roster {{ one.id }}\n{% endfor %}"
    assert len(writer.lines(body)) == 3


def test_an_unknown_roster_names_the_nearest(writer: Any) -> None:
    assert "group" in writer.fault("@roster grup").hint


def test_issued_texts_follow_the_notice_with_their_own_title(writer: Any) -> None:
    front = UP + 'issued:\n  - {id: plan, title: "{{ 全域称谓 }}方案"}\n'
    document = writer.document("请执行。\n@issued plan\n# 目标\n文", front=front)
    (issued,) = document.issued
    assert (issued.id, plain(issued.title)) == ("plan", "全县方案")
    assert [block.id for block in issued.body] == ["目标", "plan/目标/1"]
    assert len(document.body) == 1
    assert "@issued plan" in writer.fault("请执行。", front=front).hint
    assert "没有标题" in writer.fault("@issued plan\n@issued other", front=front).message
