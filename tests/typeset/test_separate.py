"""An attachment that is a file of its own on paper: it is listed and left out there, and begins with its label here."""

from __future__ import annotations

from reporter.document.inline import plain, words
from reporter.document.model import (
    Attachment,
    Closing,
    Column,
    Document,
    Header,
    Imprint,
    Paragraph,
    Row,
    Signatory,
    Table,
)
from reporter.document.volumes import volumes
from reporter.typeset.flow import Foot, Para, flow
from reporter.typeset.pieces import pieces
from reporter.typeset.prediction import predict
from reporter.typeset.sheets import sheets

LIST = Table("list", "ledger", (Column("a", "名称", 10),), (Row("1", (words("河口镇敬老院"),)),))
CARRIER = Document(
    "notice@2026", "notice", "document", "down", words("关于排查的通知"), (Paragraph("p1", words("请各镇排查。")),),
    header=Header(("安和县民政局",), number=words("安民字〔2026〕12号")),
    attachments=(Attachment(words("要点"), LIST), Attachment(words("名单"), LIST, separate=True)),
    closing=Closing((Signatory("安和县民政局"),), words("2026年3月6日")),
    imprint=Imprint(words("安和县民政局办公室"), words("2026年3月6日印发")),
)  # fmt: skip
OWN = volumes(CARRIER)[1].document


def test_the_document_lists_it_and_does_not_contain_it() -> None:
    paras = [
        (item.style, item.number + plain(item.inlines)) for item in flow(CARRIER) if isinstance(item, Para)
    ]
    assert ("attachment_next", "2.名单") in paras
    assert [text for style, text in paras if style == "attachment_label"] == ["附件1"]
    assert [plain(sheet.title) for sheet in sheets(CARRIER)] == ["要点"]


def test_it_begins_with_its_label_and_has_no_imprint() -> None:
    items = flow(OWN)
    assert [(item.style, plain(item.inlines)) for item in items[:2] if isinstance(item, Para)] == [
        ("attachment_label", "安民字〔2026〕12号附件2"), ("attachment_title", "名单"),
    ]  # fmt: skip
    assert not any(isinstance(item, Foot) for item in items)
    assert [plain(sheet.title) for sheet in sheets(OWN)] == ["名单"]


def test_places_in_it_say_that_it_is_another_file() -> None:
    places = [piece.place for piece in pieces(OWN)]
    assert places == [
        "附件2（单独成册）", "附件2（单独成册）标题", "附件2（单独成册）表表头", "附件2（单独成册）表第1行“名称”栏",
    ]  # fmt: skip


def test_each_file_has_its_own_pages() -> None:
    assert predict(OWN).pages == 1
    bound = (CARRIER.attachments[0], Attachment(words("名单"), LIST))
    assert predict(CARRIER).pages == 2
    together = Document(
        **{name: getattr(CARRIER, name) for name in CARRIER.__struct_fields__} | {"attachments": bound}
    )
    assert predict(together).pages == 4
