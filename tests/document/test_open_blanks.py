"""Gaps of a text keep it from being issued; those of a form are filled in by hand."""

from __future__ import annotations

from reporter.document.blanks import open_blanks
from reporter.document.inline import Blank, Text
from reporter.document.model import Attachment, Column, Document, Paragraph, Row, Table, WebField

GAP = Paragraph("p1", (Text("由"), Blank("责任人"), Text("负责")))
FORM = Table(
    "t1",
    "form",
    (Column("a", "意见", 8),),
    (Row("1", ((Blank("审核意见"),),)),),
    below=(((Text("审核人："), Blank("审核人")),),),
)


def paper(*body: Paragraph | Table, filing: str = "plan@2026", **more: object) -> Document:
    return Document(filing, "plan", "plain", "level", (Text("方案"),), body, **more)  # type: ignore[arg-type]


def test_blanks_of_the_text_count_and_those_of_a_form_do_not() -> None:
    assert open_blanks(paper(GAP, FORM)) == ("责任人",)
    assert open_blanks(paper(FORM, web=(WebField("索引号", (Blank("索引号"),)),))) == ()


def test_blanks_of_an_attached_text_count_unless_it_is_attached_blank() -> None:
    text = Attachment((Text("方案"),), paper(GAP))
    form = Attachment((Text("登记表"),), paper(GAP, filing="form@2026+blank"))
    assert open_blanks(paper(attachments=(form,))) == ()
    assert open_blanks(paper(attachments=(form, text))) == ("责任人",)
