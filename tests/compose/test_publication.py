"""The version for publication: contacts go at all of their places, institutions' telephones stay."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from reporter.compose.publication import published
from reporter.document.inline import Blank, Inlines, Note, Text, plain, words
from reporter.document.model import (
    Attachment,
    Closing,
    Column,
    Document,
    Heading,
    Imprint,
    Issued,
    Paragraph,
    Row,
    Table,
)
from reporter.records.campaign import Contact
from tests.compose.printed import lines

PERSON = Contact(id="main", agency="mz", person="王某", phone="13800001234", email="wang@example.org")
OFFICE = Contact(id="office", agency="mz", phone="0888-1234567")


def field(name: str, value: str, contact: str = "main") -> Text:
    return Text(value, ref=f"text:campaign.yaml#contacts.{contact}.{name}")


CONTACT: Inlines = (
    *words("（联系人："), field("person", "王某"), *words("，联系电话："), field("phone", "13800001234"), *words("）"),
)  # fmt: skip


def table(*columns: str, rows: tuple[tuple[str, ...], ...] = (), below: tuple[Inlines, ...] = ()) -> Table:
    return Table(
        "t",
        "table",
        tuple(Column(label, label, 6) for label in columns),
        tuple(Row(str(number), tuple(words(cell) for cell in row)) for number, row in enumerate(rows)),
        below=(below,) if below else (),
    )


def document(**parts: Any) -> Document:
    return Document("a@2026", "a", "document", "down", words("关于某事的通知"), **{"body": (), **parts})


def result(**parts: Any) -> tuple[list[str], tuple[str, ...]]:
    found = published(document(**parts), (PERSON, OFFICE))
    return lines(found.document), found.left_out


def test_contacts_go_at_all_their_places_and_are_listed_without_values() -> None:
    inline = (*words("请报县民政局"), *CONTACT, *words("。"))
    form = table(
        "指标", "答复", rows=(("一", ""),), below=(words("填报人：王某"), words("联系电话：13800001234"))
    )
    printed, left_out = result(
        body=(Paragraph("a", words("正文。")), Paragraph("b", CONTACT)),
        issued=(Issued("plan", words("方案"), (Heading("h", 2, words("报送。"), inline),)),),
        attachments=(Attachment(words("要点"), form),),
        closing=Closing((), words("2026年3月6日"), remark=CONTACT),
        imprint=Imprint((*words("办公室"), *CONTACT), words("2026年3月6日印发")),
    )
    text = "".join(printed)
    assert "王某" not in text and "138" not in text
    assert "请报县民政局。" in text
    assert left_out == (
        "正文第2段：联系人、电话", "附注：联系人、电话", "“方案”第1段：联系人、电话", "附件表说明行：填报人",
        "附件表说明行：联系电话", "版记：联系人、电话",
    )  # fmt: skip
    assert "13800001234" not in "".join(left_out)


def test_the_telephone_of_an_office_stays() -> None:
    office = (*words("（联系电话："), field("phone", "0888-1234567", "office"), *words("）"))
    assert result(body=(Paragraph("a", office),)) == (["关于某事的通知", "（联系电话：0888-1234567）"], ())


def test_columns_about_persons_go_and_registers_keep_the_telephones_of_homes() -> None:
    people = table("姓名", "联系电话", "健康状况", "备注", rows=(("老人甲", "13700001234", "好", "无"),))
    rows = (("康宁院", "李某", "0888-1234567"), ("福寿院", "张某", "13900001234"))
    homes = table("机构名称", "负责人", "联系电话", rows=rows)
    printed, left_out = result(body=(people, homes))
    assert printed[1:] == ["无", "康宁院｜李某｜0888-1234567", "福寿院｜张某｜"]
    assert left_out == (
        "正文表：“姓名”一栏",
        "正文表：“联系电话”一栏",
        "正文表：“健康状况”一栏",
        "正文表第2行第3栏：手机号码",
    )


def test_columns_that_name_persons_go_unless_the_table_says_that_they_are_public() -> None:
    columns = ("机构名称", "责任单位", "责任人", "复核人签字", "检查人数", "责任单位及责任人")
    ledger = table(*columns, rows=(("康宁院", "河口镇", "李某", "王某", "3", "河口镇李某"),))
    printed, left_out = result(body=(ledger,))
    assert printed[1:] == ["康宁院｜河口镇｜3"]
    assert left_out == ("正文表：“责任人”一栏", "正文表：“复核人签字”一栏", "正文表：“责任单位及责任人”一栏")
    told = replace(ledger, columns=tuple(replace(one, public=True) for one in ledger.columns))
    assert result(body=(told,))[0][1:] == ["康宁院｜河口镇｜李某｜王某｜3｜河口镇李某"]


def test_who_filled_in_a_table_is_left_out_and_the_line_of_an_empty_form_stays() -> None:
    filled = table(
        "指标", rows=(("一",),), below=(words("填报人：王某"), words("审核人："), words("填报日期：3月6日"))
    )
    found = published(document(body=(filled,)), ())
    (kept,) = found.document.body
    assert isinstance(kept, Table)
    assert [plain(item) for item in kept.below[0]] == ["审核人：", "填报日期：3月6日"]
    assert found.left_out == ("正文表说明行：填报人",)


def test_a_table_of_names_only_keeps_the_version_from_being_made() -> None:
    assert published(document(body=(table("姓名", "手机", rows=(("甲", "1"),)),)), ()).bare == ("正文表",)


def test_an_identity_number_in_a_cell_goes() -> None:
    cells = table("事项", "编号", rows=(("补贴", "11010519491231002X"),))
    assert result(body=(cells,)) == (["关于某事的通知", "补贴｜"], ("正文表第1行第2栏：身份证号",))


def test_a_group_line_keeps_its_name_when_a_column_goes() -> None:
    cells = (words("河口镇"), (), ())
    columns = tuple(Column(name, name, 6) for name in ("户主", "手机", "村"))
    grouped = Table("t", "table", columns, (Row("g", cells, "group", 3),))
    found = published(document(body=(grouped,)), ()).document.body[0]
    assert isinstance(found, Table)
    assert found.rows == (Row("g", (words("河口镇"), ()), "group", 2),)


def test_attached_documents_and_lines_of_footnotes_are_searched() -> None:
    inner = document(body=(Paragraph("a", CONTACT), Paragraph("b", words("内。"))))
    found = published(document(attachments=(Attachment(words("附"), inner),)), (PERSON,))
    assert found.left_out == ("附件第1段：联系人、电话",)
    content = found.document.attachments[0].content
    assert isinstance(content, Document)
    assert [plain(block.inlines) for block in content.body if isinstance(block, Paragraph)] == ["内。"]


def test_a_sentence_that_lost_its_value_is_told() -> None:
    sentence = (*words("请与"), field("person", "王某"), *words("联系。"))
    found = published(document(body=(Paragraph("a", sentence),)), (PERSON,))
    assert found.broken == ("正文第1段",)
    assert "王某" not in "".join(lines(found.document))


SENTENCES = (
    "请于3月底前报送", "。", "，", "（联系人：", "联系人", "，联系电话：", "；", "）", "监督电话：0888-1234567", "：",
)  # fmt: skip
PIECES = st.one_of(
    st.sampled_from(SENTENCES).map(Text),
    st.sampled_from(["person", "phone", "email"]).map(lambda name: field(name, f"◆{name}")),
    st.just(Blank("联系电话", 4)),
)


@settings(max_examples=80, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=9).map(tuple))
def test_no_value_of_a_contact_ever_stays_and_the_rest_of_a_sentence_does(inlines: Inlines) -> None:
    note = Note(inlines)
    whole = document(
        body=(Paragraph("a", inlines), Paragraph("b", (*words("正文"), note))),
        closing=Closing((), (), remark=inlines),
        disclosure=inlines,
        recipients=inlines,
        imprint=Imprint(inlines, ()),
    )
    found = published(whole, (PERSON,))
    assert "◆" not in repr(found.document)
    lost = "◆" in repr(whole)
    assert bool(found.left_out) or not lost
