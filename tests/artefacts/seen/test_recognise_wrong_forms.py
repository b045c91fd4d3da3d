"""A defect must be found before it can be reported: wrong forms of an element are still that element."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from reporter.artefacts.seen.model import Looks, Role, Seen, Stroke
from reporter.artefacts.seen.recognise import recognise
from tests.artefacts.seen.written import (
    BODY,
    CENTRE,
    DATE,
    FLUSH,
    HEI,
    INDENTED,
    MARK,
    MORE,
    NAME,
    NEW,
    PROSE,
    RIGHT,
    SONG,
    TO,
    notice,
    para,
    seen,
    sure,
    the,
)


@pytest.mark.parametrize(
    "text",
    [
        "安民字[2026]012号",
        "安民发（2026）第12号",
        "安民发(2026)12号",
        "安民发【2026】12号",
        "安民发〔26〕12号",
        "安民发〔2026〕012号",
        "安民发〔2026〕十二号",
        "安民发〔二○二六〕12号",
        "安民发〔２０２６〕１２号",
        "安民发〔2026〕12",
        "安民发〔2026〕　　　号",
        "安民发 〔2026〕 12 号",
        "〔2026〕12号",
        "安民发〔2026年〕12号",
        "安民发2026第12号",
    ],
)
def test_a_number_in_a_wrong_form_is_still_the_number(text: str) -> None:
    assert the(notice(number=text), "number").text == text


@pytest.mark.parametrize(
    "text",
    [
        "二〇二六年三月六日",
        "二○二六年三月六日",
        "2026.3.6",
        "2026-03-06",
        "2026年03月06日",
        "2026年3月6号",
        "26年3月6日",
        "2026年3月",
        "2026 年 3 月 6 日",
        "２０２６年３月６日",
        "2026年　月　日",
    ],
)
def test_a_date_in_a_wrong_form_is_still_the_date(text: str) -> None:
    assert the(notice(date=text), "date").text == text


@pytest.mark.parametrize(
    "text",
    [
        "各乡镇人民政府、街道办事处:",
        "各乡镇人民政府、街道办事处",
        "各乡镇人民政府，街道办事处：",
        "各乡镇人民政府、街道办事处；",
    ],
)
def test_recipients_with_a_wrong_or_no_colon_are_still_the_recipients(text: str) -> None:
    assert the(notice(recipients=text), "recipients").text == text


@pytest.mark.parametrize("text", ["祝清川委员：", "林观复、许知远代表："])
def test_those_whose_proposal_is_answered_are_the_recipients(text: str) -> None:
    assert the(notice(recipients=text), "recipients").text == text


@pytest.mark.parametrize("text", ["现将有关事项通知如下：", "根据县委、县政府部署，现就有关事项通知如下："])
def test_a_sentence_that_leads_on_is_not_the_recipients(text: str) -> None:
    assert not sure(notice(recipients=None, body=(para(text), *BODY[1:])), "recipients")


@pytest.mark.parametrize(
    ("text", "level", "label"),
    [
        ("一、总体要求", 1, "一、"),
        ("一，总体要求", 1, "一，"),
        ("一.总体要求", 1, "一."),
        ("一 总体要求", 1, "一"),
        ("（一）压实责任", 2, "（一）"),
        ("（一）、压实责任", 2, "（一）、"),
        ("(一)压实责任", 2, "(一)"),
        ("（一）.压实责任", 2, "（一）."),
        ("1.建立台账", 3, "1."),
        ("1、建立台账", 3, "1、"),
        ("1．建立台账", 3, "1．"),
        ("１．建立台账", 3, "１．"),
        ("1，建立台账", 3, "1，"),
        ("（1）逐项登记", 4, "（1）"),
        ("(1)逐项登记", 4, "(1)"),
        ("（1）、逐项登记", 4, "（1）、"),
        ("①逐条销号", 5, "①"),
        ("①、逐条销号", 5, "①、"),
        ("1）逐项登记", 4, "1）"),
    ],
)
def test_headings_are_found_by_right_and_wrong_numbers(text: str, level: int, label: str) -> None:
    heading = the(notice(body=(para(PROSE), para(text, font=HEI), para(MORE))), "heading")
    assert (heading.level, heading.label, heading.text) == (level, label, text)


@pytest.mark.parametrize(
    "text", ["1.严禁违规用火用电；", "（一）每餐次食品成品留样不少于125克，保存48小时以上。"]
)
def test_a_numbered_item_of_a_list_is_text_with_a_label(text: str) -> None:
    file = recognise(notice(body=(para("各机构要做到：", INDENTED), para(text))))
    assert not file.all("heading")
    assert [e.label for e in file.all("body") if e.label] == [
        text[: text.index("严")] if "严" in text else "（一）"
    ]


@pytest.mark.parametrize(
    "text", ["2026年以来，各乡镇共排查隐患120条。", "3.5万人次参加培训。", "一是压实责任。"]
)
def test_figures_and_enumerating_words_are_no_headings(text: str) -> None:
    assert not sure(notice(body=(para(PROSE), para(text))), "heading")


@pytest.mark.parametrize("changes", [{"colour": "000000"}, {"size": 20}, {"font": "宋体"}])
def test_a_mark_with_one_wrong_look_is_still_the_mark(changes: dict[str, object]) -> None:
    (run,) = MARK.runs
    assert sure(notice(mark=replace(MARK, runs=(replace(run, **changes),))), "mark") == [MARK.text]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "number", "signers"),
    [
        ("安民发〔2026〕12号\t签发人：周某某", "安民发〔2026〕12号", ["签发人：周某某"]),
        ("安民发〔2026〕12号　　　　签发人:周某某　李某", "安民发〔2026〕12号", ["签发人:周某某　李某"]),
        ("安民发[2026]012号    签 发 人：周某某", "安民发[2026]012号", ["签 发 人：周某某"]),
    ],
)
def test_number_and_signer_on_one_line_are_two_elements(text: str, number: str, signers: list[str]) -> None:
    file = notice(number=text)
    assert the(file, "number").text == number
    assert sure(file, "signer") == signers


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("000012", "copy_number"),
        ("00012", "copy_number"),
        ("机密★1年", "classification"),
        ("秘密", "classification"),
        ("机密☆1年", "classification"),
        ("特急", "urgency"),
        ("特　急", "urgency"),
        ("加急", "urgency"),
    ],
)
def test_what_stands_above_the_mark_is_found(text: str, role: Role) -> None:
    file = notice(mark=(para(text, Looks("left", 0.0), font=HEI), MARK))
    assert the(file, role).text == text


@pytest.mark.parametrize(
    "texts",
    [
        ["附件：安全检查表"],
        ["附件:安全检查表"],
        ["附　件：安全检查表"],
        ["附件：1.安全检查表", "2.隐患台账"],
        ["附件：1、安全检查表", "2、隐患台账"],
        ["附件1：安全检查表", "附件2：隐患台账"],
        ["附件：一、安全检查表", "二、隐患台账"],
        ["附件：（1）安全检查表", "（2）隐患台账"],
        ["附件：", "1.安全检查表", "2.隐患台账"],
        ["附件：安全检查表。"],
        ["附：安全检查表"],
        ["附件：1.《安全检查表》；", "2.《隐患台账》。"],
    ],
)
def test_the_list_of_attachments_is_found_in_right_and_wrong_forms(texts: list[str]) -> None:
    lines = tuple(para(text) for text in texts)
    assert sure(notice(list=lines), "attachments") == texts
    assert not sure(notice(list=lines), "attachment_label")


@pytest.mark.parametrize("text", ["附件", "附件1", "附件：", "附件1：", "附 件", "附件一"])
def test_the_label_of_an_attachment_is_found_in_right_and_wrong_forms(text: str) -> None:
    sheet = (para(text, NEW, font=HEI), para("养老院安全检查表", CENTRE, size=22), para(MORE))
    file = notice(behind=sheet)
    assert the(file, "attachment_label").text == text
    assert (the(file, "attachment_title").text, the(file, "attachment_title").part) == ("养老院安全检查表", 1)
    assert sure(file, "body", part=1) == [MORE]


@pytest.mark.parametrize("looks", [FLUSH, INDENTED, CENTRE])
def test_name_and_date_at_a_wrong_place_are_found(looks: Looks) -> None:
    file = notice(name=replace(NAME, looks=looks), date=replace(DATE, looks=looks))
    assert (the(file, "signatory").text, the(file, "date").text) == ("安和县民政局", "2026年3月6日")


@pytest.mark.parametrize(
    "text",
    [
        "（此件公开发布）",
        "(此件公开发布)",
        "此件公开发布",
        "（联系人：李某，联系电话：0000-6600011）",
        "联系人：李某，电话：0000-6600011",
    ],
)
def test_the_remark_below_the_date_is_found_with_and_without_brackets(text: str) -> None:
    assert the(notice(remark=text), "remark").text == text


@pytest.mark.parametrize(
    "text", ["抄送：县政府办公室", "抄送:县政府办公室。", "抄报：县政府办公室。", "分送：县政府办公室。"]
)
def test_copies_are_found_in_right_and_wrong_forms(text: str) -> None:
    assert the(notice(cc=text), "cc").text == text


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("安和县民政局办公室　　2026年3月6日", "2026年3月6日"),
        ("安和县民政局办公室 2026年03月06日印发", "2026年03月06日印发"),
        ("安和县民政局办公室\t二〇二六年三月六日印发", "二〇二六年三月六日印发"),
    ],
)
def test_the_print_line_is_found_in_wrong_forms(text: str, date: str) -> None:
    assert the(notice(printed=text), "print_date").text == date


@pytest.mark.parametrize("last", ["管理工作的通知。", "管理工作的通知；", "管理工作的通知."])
def test_a_title_that_ends_with_a_mark_is_still_one_title(last: str) -> None:
    lines = (para("安和县民政局关于做好养老院安全", CENTRE, size=22), para(last, CENTRE, size=22))
    file = notice(title=lines)
    assert the(file, "title").text == f"{lines[0].text}\n{last}"
    assert the(file, "recipients").text == TO.text
    assert recognise(file).direction == "down"


@pytest.mark.parametrize("text", ["内部★1年", "内部", "秘密 1年", "密级：机密"])
def test_secrecy_in_words_that_are_not_allowed_is_found(text: str) -> None:
    assert the(notice(mark=(para(text, Looks("left", 0.0), font=HEI), MARK)), "classification").text == text


def test_an_outline_level_does_not_make_a_heading_of_an_item() -> None:
    items = (
        para("（一）每餐次食品成品留样不少于125克，保存48小时以上。", outline=2),
        para("（二）专人负责。", outline=2),
    )
    assert not recognise(notice(body=(para("各机构要做到："), *items))).all("heading")


def test_the_list_of_attachments_below_the_date_is_found() -> None:
    file = recognise(notice(remark=(para("附件：1.安全检查表"), para("2.隐患台账"))))
    assert [(e.text, e.part) for e in file.all("attachments")] == [
        ("附件：1.安全检查表", 0),
        ("2.隐患台账", 0),
    ]


def test_a_public_remark_above_the_name_is_found() -> None:
    assert the(notice(body=(*BODY, para("（此件公开发布）"))), "remark").text == "（此件公开发布）"


def test_a_place_for_the_seal_does_not_hide_the_name() -> None:
    assert the(notice(name=(NAME, para("（盖章）", RIGHT))), "signatory").text == "安和县民政局"


_PLAIN = Looks("", 0.0)
_TEXT = (para("为加强安全管理，现就有关事项通知如下：", _PLAIN, size=11, font="宋体"),)


def _typed(*texts: str, looks: Looks = _PLAIN) -> Seen:
    """A file typed without any format."""
    return recognise(seen(*(para(text, looks, size=11, font="宋体") for text in texts), _TEXT))


def test_a_title_that_ends_in_a_stop_is_the_title_and_what_follows_the_recipients() -> None:
    found = _typed(
        "安民发[2026]第08号", "关于做好2026年养老机构安全检查工作的通知。", "各乡镇人民政府、街道办事处:"
    )
    assert the(found, "number").text == "安民发[2026]第08号"
    assert the(found, "title").text.endswith("通知。")
    assert the(found, "recipients").text == "各乡镇人民政府、街道办事处:"


def test_a_sentence_about_a_notice_is_no_title() -> None:
    text = "为落实《市民政局关于做好安全工作的通知》，现印发关于加强检查的通知。"
    assert not _typed(text, "一、总体要求").all("title")


def test_a_number_below_the_title_is_the_number_wherever_it_stands() -> None:
    for number in ("安民发[2026]第08号", "（安民发〔2026〕8号）"):
        found = _typed("关于开展养老机构安全检查的通知", number, "各养老机构:")
        assert (
            the(found, "number").text == number
            and the(found, "title").text == "关于开展养老机构安全检查的通知"
        )


def test_a_year_of_hanzi_with_a_typed_nought_is_a_date() -> None:
    assert the(notice(date="二0二六年三月六日"), "date").text == "二0二六年三月六日"


def test_recipients_that_end_in_a_stop_are_the_recipients() -> None:
    for text in ("各县（市、区）民政局。", "各乡镇人民政府、街道办事处。"):
        assert the(notice(recipients=text), "recipients").text == text


def test_a_first_sentence_that_names_agencies_is_text() -> None:
    sentence = "各乡镇人民政府、街道办事处要高度重视。"
    assert not sure(notice(recipients=sentence), "recipients")


def test_a_closing_phrase_without_its_stop_is_text() -> None:
    assert "特此通知" in sure(notice(body=(*BODY, para("特此通知", FLUSH))), "body")


def test_hanzi_numbers_below_attachments_alone_on_a_line_list_them() -> None:
    listed = (para("附件："), para("一、养老机构安全检查表。"), para("二、养老机构名单。"))
    assert sure(notice(list=listed), "attachments") == [
        "附件：",
        "一、养老机构安全检查表。",
        "二、养老机构名单。",
    ]


def test_a_number_with_a_comma_before_a_year_is_an_item() -> None:
    found = recognise(notice(body=(para(PROSE), para("一，2025年以来的检查记录，包括时间和人员。"))))
    assert [e.label for e in found.all("body", "heading") if e.label] == ["一，"]


def test_a_red_title_below_the_number_is_the_title_and_no_second_mark() -> None:
    red = {"font": SONG, "size": 22, "colour": "FF0000"}
    lines = para("安和县民政局", CENTRE, **red), para("关于做好养老院安全管理工作的通知", CENTRE, **red)  # type: ignore[arg-type]
    file = notice(title=lines)
    assert sure(file, "mark") == [MARK.text]
    assert sure(file, "title") == ["安和县民政局\n关于做好养老院安全管理工作的通知"]


def test_a_mark_of_a_document_between_the_lines_of_a_letter_is_that_of_a_letter() -> None:
    right = para("安民函〔2026〕3号", RIGHT)
    foot = Stroke(1.5, "FF0000", 20, 190, 277)
    assert recognise(replace(notice(number=right), strokes=(foot,))).face == "letter"
    assert recognise(notice(number=right)).face == "document"


def test_a_title_as_small_as_the_text_and_off_the_middle_is_one_in_two_lines() -> None:
    lines = para("安和县民政局关于做好养老院", Looks("left", 5.0)), para("安全管理工作的通知", Looks("left", 6.5))
    assert sure(notice(title=lines), "title") == ["安和县民政局关于做好养老院\n安全管理工作的通知"]
    prose = para("现将县民政局关于安全管理的有关规定印发"), para("请遵照执行并报送工作的通知")
    assert sure(notice(body=(*prose, *BODY)), "title") == ["安和县民政局关于做好养老院安全\n管理工作的通知"]
