"""Attachments that are files of their own: first line, state, what is left behind, and how a manifest names them."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from reporter.document.archive import dumps, loads
from reporter.document.blanks import blank_names
from reporter.document.inline import Blank, Inlines, Text, plain, words
from reporter.document.model import (
    Attachment,
    Closing,
    Column,
    Document,
    Header,
    Imprint,
    Named,
    Paragraph,
    Row,
    Table,
    WebField,
)
from reporter.document.volumes import split_key, volumes

NUMBER: Inlines = words("安民字〔2026〕12号")
LIST = Table("list", "ledger", (Column("a", "名称", 10),), (Row("1", (words("河口镇敬老院"),)),))
RULES = Document(
    "rules@2026", "rules", "document", "down", words("办法"), (Paragraph("p", words("第一条")),),
    recipients=words("各镇"),
    imprint=Imprint(words("办公室"), words("2026年")), closing=Closing((), words("2026年3月"), remark=words("公开")),
)  # fmt: skip


def document(*attachments: Attachment, number: Inlines = NUMBER) -> Document:
    header = Header(("安和县民政局",), number=number)
    return Document(
        "notice@2026",
        "notice",
        "letter",
        "down",
        words("通知"),
        (),
        "送审稿",
        True,
        header,
        attachments=attachments,
    )


def test_the_first_line_is_the_number_and_the_label() -> None:
    carrier = document(Attachment(words("要点"), LIST), Attachment(words("名单"), LIST, separate=True))
    whole, own = volumes(carrier)
    assert (whole.number, whole.label, whole.document) == (0, "", carrier)
    assert (own.number, own.label) == (2, "附件2")
    assert own.document.label == words("安民字〔2026〕12号附件2")
    assert (own.document.title, own.document.body) == (words("名单"), (LIST,))
    assert (own.document.filing, own.document.face) == ("notice@2026#附件2", "plain")
    assert (own.document.state, own.document.sample, own.document.header) == ("送审稿", True, None)


def test_a_single_attachment_has_no_number() -> None:
    (_, own) = volumes(document(Attachment(words("名单"), LIST, separate=True)))
    assert plain(own.document.label) == "安民字〔2026〕12号附件"


def test_a_filing_is_carried_without_recipients_imprint_and_remark() -> None:
    (_, own) = volumes(document(Attachment(words("办法"), RULES, separate=True)))
    assert own.document.body == RULES.body and own.document.kind == "rules"
    assert own.document.closing == Closing((), words("2026年3月"))
    assert (own.document.recipients, own.document.imprint) == ((), None)


def test_what_is_bound_or_only_named_is_no_file() -> None:
    carrier = document(Attachment(words("要点"), LIST), Attachment(words("名册"), Named(), separate=True))
    assert [one.number for one in volumes(carrier)] == [0]


def test_a_blank_in_the_number_stays_visible() -> None:
    number: Inlines = (Text("安民字〔2026〕"), Blank("发文字号的顺序号", 3), Text("号"))
    carrier = document(Attachment(words("名单"), LIST, separate=True), number=number)
    own = volumes(carrier)[1].document
    assert own.label == (Text("安民字〔2026〕"), Blank("发文字号的顺序号", 3), Text("号附件"))
    assert blank_names(carrier) == blank_names(own) == ("发文字号的顺序号",)


def test_blanks_of_a_text_or_table_that_belongs_to_the_filing_are_its_own() -> None:
    blank = (Blank("组长", 4),)
    table = Table("t", "table", (Column("a", "组长", 4),), (Row("1", (blank,)),))
    section = Document(
        "notice@2026#附件2", "notice", "plain", "level", words("乙"), (Paragraph("p", (Blank("丙"),)),)
    )
    other = Document("form@2026", "form", "plain", "level", words("表"), (Paragraph("p", (Blank("丁"),)),))
    contents = (table, section, other)
    assert blank_names(document(*(Attachment(words("附"), one) for one in contents))) == ("组长", "丙")


@pytest.mark.parametrize(
    ("key", "meant"), [("docx", (0, "docx")), ("attachment12.pdf", (12, "pdf")), ("tally", (0, "tally"))]
)
def test_a_manifests_name_says_volume_and_format(key: str, meant: tuple[int, str]) -> None:
    assert split_key(key) == meant


def test_names_of_a_manifest_are_read_back() -> None:
    carrier = document(Attachment(words("甲"), LIST), Attachment(words("乙"), LIST, separate=True))
    assert [split_key(one.key("xlsx")) for one in volumes(carrier)] == [(0, "xlsx"), (2, "xlsx")]


def test_the_archive_keeps_what_is_separate_and_what_the_website_says() -> None:
    carrier = document(Attachment(words("名单"), LIST, separate=True))
    web = (WebField("索引号", (Blank("索引号"),)),)
    for one in (replace(carrier, web=web), volumes(carrier)[1].document):
        assert loads(dumps(one)) == one
