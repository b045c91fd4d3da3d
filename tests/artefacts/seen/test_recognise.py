"""Elements are recognised by what several clues say together, on files that use no style names of ours."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from reporter.artefacts.seen.model import SURE, Grid, Looks, Para, Run, Seen
from reporter.artefacts.seen.recognise import recognise
from tests.artefacts.seen.written import (
    BODY,
    CC,
    CENTRE,
    FLUSH,
    HEI,
    INDENTED,
    MARK,
    MORE,
    NEW,
    NUMBER,
    PROSE,
    REMARK,
    RIGHT,
    TITLE,
    TO,
    notice,
    para,
    seen,
    sure,
    the,
)


def test_every_part_of_a_notice_without_style_names_is_found() -> None:
    file = recognise(notice(remark=REMARK))
    assert [(e.role, e.part) for e in file.elements] == [
        (role, 0)
        for role in (
            "mark",
            "number",
            "title",
            "recipients",
            "body",
            "heading",
            "body",
            "heading",
            "body",
            "signatory",
            "date",
            "remark",
            "cc",
            "print_office",
            "print_date",
        )
    ]
    assert all(e.confidence >= SURE for e in file.elements)
    assert (file.face, file.direction) == ("document", "down")


def test_recipients_that_are_indented_are_still_the_recipients() -> None:
    assert the(notice(recipients=para(TO.text)), "recipients").text == TO.text


def test_recipients_broken_into_two_paragraphs_are_one_element() -> None:
    halves = (para("各乡镇人民政府、街道办事处，县直各部门、", FLUSH), para("各直属机构：", FLUSH))
    assert (
        the(notice(recipients=halves), "recipients").text
        == "各乡镇人民政府、街道办事处，县直各部门、各直属机构："
    )


def test_an_automatic_number_is_a_headings_label() -> None:
    heading = the(notice(body=(para(PROSE), para("压实责任", label="（一）"), para(MORE))), "heading")
    assert (heading.level, heading.label, heading.text) == (2, "（一）", "（一）压实责任")


def test_an_outline_level_makes_a_heading_without_a_number() -> None:
    assert the(notice(body=(para(PROSE), para("总体要求", outline=1), para(MORE))), "heading").level == 1


def test_a_run_in_heading_is_its_first_sentence_and_the_rest_is_text() -> None:
    file = recognise(notice(body=(para(f"（一）全面排查。{MORE}"),)))
    assert [(e.role, e.text) for e in file.all("heading", "body")] == [
        ("heading", "（一）全面排查。"),
        ("body", MORE),
    ]


def test_a_title_set_as_text_is_found_by_its_place_and_words() -> None:
    title = para("安和县民政局关于做好养老院安全管理工作的通知", INDENTED)
    assert the(notice(title=title), "title").text == title.text


def test_a_title_over_several_paragraphs_is_one_element() -> None:
    lines = (
        para("安和县民政局关于做好养老院安全", CENTRE, size=22, bold=True),
        para("管理工作的通知", CENTRE, size=22, bold=True),
    )
    title = the(notice(title=lines), "title")
    assert title.text == "安和县民政局关于做好养老院安全\n管理工作的通知"
    assert len(title.paras) == 2


def test_signers_on_the_lines_below_belong_to_the_signer() -> None:
    lines = (para("签发人：周某某　李某", RIGHT), para("安民发〔2026〕12号\t王某某", FLUSH))
    file = notice(number=lines)
    assert sure(file, "signer") == ["签发人：周某某　李某", "王某某"]
    assert the(file, "number").text == "安民发〔2026〕12号"


def test_secrecy_and_urgency_side_by_side_are_two_elements() -> None:
    file = notice(mark=(para("机密★1年　　特急", Looks("left", 0.0), font=HEI), MARK))
    assert (the(file, "classification").text, the(file, "urgency").text) == ("机密★1年", "特急")


def test_label_and_title_of_an_attachment_on_one_line_are_two_elements() -> None:
    file = notice(behind=(para("附件2：养老院安全检查表", NEW), para(MORE)))
    assert (the(file, "attachment_label").text, the(file, "attachment_title").text) == (
        "附件2：",
        "养老院安全检查表",
    )


def test_attachments_are_counted_in_their_order() -> None:
    first = (
        para("附件1", NEW, font=HEI),
        para("养老院安全检查表", CENTRE, size=22),
        para("一、消防安全", font=HEI),
    )
    second = (para("附件2", NEW, font=HEI), para("隐患台账", CENTRE, size=22), para("二、食品安全", font=HEI))
    file = recognise(notice(behind=(*first, *second)))
    assert [(e.text, e.part) for e in file.all("heading") if e.part] == [
        ("一、消防安全", 1),
        ("二、食品安全", 2),
    ]


def test_a_text_issued_behind_the_notice_is_a_part_of_its_own() -> None:
    plan = (
        para("安和县养老院安全整治工作方案", replace(CENTRE, new_page=True), size=22),
        para("一、目标", font=HEI),
        para(MORE),
    )
    file = recognise(notice(behind=plan, cc=None, printed=None))
    assert [(e.role, e.part) for e in file.elements if e.part] == [
        ("title", -1),
        ("heading", -1),
        ("body", -1),
    ]


def test_names_are_found_when_the_date_is_missing() -> None:
    assert the(notice(date=None), "signatory").text == "安和县民政局"


def test_the_post_of_who_signs_an_order_stands_before_the_name() -> None:
    mark = para("安和县人民政府令", CENTRE, size=42, colour="FF0000")
    file = notice(
        mark=mark, number=para("第3号", CENTRE), recipients=None, name=para("县　长　　周某某", RIGHT)
    )
    assert (the(file, "post").text, the(file, "signatory").text) == ("县　长", "周某某")
    assert the(file, "number").text == "第3号"
    assert recognise(file).face == "order"


def test_a_contact_above_the_name_is_text_and_not_a_remark() -> None:
    file = notice(body=(*BODY, para("（联系人：李某，联系电话：0000-6600011）")))
    assert not sure(file, "remark")


def test_recipients_moved_to_the_imprint_are_recipients() -> None:
    to = para("主送：各乡镇人民政府、街道办事处，县直各部门。", FLUSH, size=14)
    assert the(notice(recipients=None, cc=(to, CC)), "recipients").text == to.text


def test_minutes_have_attendance_and_an_upward_report_has_a_direction() -> None:
    mark = para("安和县民政局专题会议纪要", CENTRE, size=36, colour="FF0000")
    present = (para("出席：周某某、李某"), para("请假：王某某"), para("列席：赵某"))
    file = notice(
        mark=mark, recipients=None, number=para("第5期", CENTRE), list=present, name=None, date=None
    )
    assert sure(file, "attendance") == ["出席：周某某、李某", "请假：王某某", "列席：赵某"]
    assert recognise(file).face == "minutes"
    report = para("安和县民政局关于养老院安全工作情况的报告", CENTRE, size=22)
    assert recognise(notice(title=report, recipients="临澜市民政局：")).direction == "up"


def _ledger() -> Seen:
    rows = (
        ("序号", "养老机构", "问题"),
        ("1", "河口镇敬老院", "通道堵塞"),
        ("2", "城关康宁养老院", "留样不足"),
    )
    cells = [
        para(text, CENTRE, size=12, place="cell", cell=(1, row, column))
        for row, texts in enumerate(rows, 1)
        for column, text in enumerate(texts, 1)
    ]
    above = para("填报单位（盖章）：安和县民政局　　截至2026年10月31日", FLUSH, size=14)
    below = para("填报人：李某　　审核人：王某某　　填报日期：2026年11月6日", FLUSH, size=14)
    return seen(
        para("安和县养老机构隐患台账", CENTRE, size=22), above, cells, below, grids=(Grid(1, rows, 1),)
    )


def test_a_ledger_is_plain_with_a_title_and_nothing_of_a_notice() -> None:
    file = recognise(_ledger())
    assert (file.face, file.direction) == ("plain", "")
    assert [(e.role, e.confidence >= SURE) for e in file.elements] == [
        ("title", True),
        ("other", True),
        ("other", True),
    ]


WORDS = [
    MARK.text,
    NUMBER.text,
    TITLE.text,
    TO.text,
    PROSE,
    "一、",
    "（一）压实责任",
    "1.",
    "附件",
    "附件：1.表",
    "附件1：表",
    "安和县民政局",
    "2026年3月6日",
    "（此件公开发布）",
    "抄送：县政府办公室。",
    "2026年3月6日印发",
    "签发人：",
    "出席：",
    "第3号",
    "文件",
    "000012",
    "特急",
    "：",
    "县　长　　周某某",
    "",
    "　",
    "\n",
    "— 1 —",
    "样稿",
    "主送：各局",
    "填报人：\t",
]
paras = st.builds(
    para,
    st.one_of(st.sampled_from(WORDS), st.text("一二年月日号附件：（）〔〕.、1 \t\n局文", max_size=12)),
    st.sampled_from([CENTRE, FLUSH, INDENTED, RIGHT, NEW, Looks()]),
    size=st.sampled_from([0.0, 12.0, 16.0, 22.0, 36.0]),
    colour=st.sampled_from(["", "FF0000", "000000"]),
    outline=st.sampled_from([0, 1, 9]),
    label=st.sampled_from(["", "（一）", "•"]),
    place=st.sampled_from(["text", "box", "header", "footer", "note"]),
    cell=st.one_of(st.none(), st.tuples(st.integers(1, 2), st.integers(1, 3), st.integers(1, 2))),
)


@settings(max_examples=100, deadline=None)
@given(st.lists(paras, max_size=30))
def test_any_file_is_recognised_with_paragraphs_of_its_own_in_order(found: list[Para]) -> None:
    file = recognise(seen(found))
    known = {id(p) for p in file.paras}
    assert all(id(p) in known for e in file.elements for p in e.paras)
    assert all(e.paras and e.text and 0 <= e.confidence <= 1 for e in file.elements)
    starts = [e.para.number for e in file.elements]
    assert starts == sorted(starts)
    assert all([p.number for p in e.paras] == sorted({p.number for p in e.paras}) for e in file.elements)
    assert recognise(seen(found)) == file


def test_a_signer_makes_an_opinion_go_up_but_not_a_notice() -> None:
    line = "安民发〔2026〕12号\t签发人：周某某"
    opinion = para("安和县民政局关于加强养老院安全管理的意见", CENTRE, size=22)
    assert recognise(notice(number=line, title=opinion)).direction == "up"
    assert recognise(notice(number=line)).direction == "down"


def test_bare_text_without_any_looks_is_recognised_by_words_and_order() -> None:
    texts = (
        "安民发〔2026〕12号",
        "关于做好养老院安全",
        "管理工作的通知",
        TO.text,
        PROSE,
        "安和县民政局",
        "2026年3月6日",
    )
    file = recognise(seen([Para(0, (Run(text),)).read() for text in texts]))
    assert [(e.role, len(e.paras)) for e in file.elements if e.confidence >= SURE] == [
        ("number", 1),
        ("title", 2),
        ("recipients", 1),
        ("body", 1),
        ("signatory", 1),
        ("date", 1),
    ]
