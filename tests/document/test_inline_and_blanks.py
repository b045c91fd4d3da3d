"""Runs merge where nothing tells them apart; blanks are listed once, without those of attachments."""

from __future__ import annotations

from reporter.document.blanks import blank_names
from reporter.document.inline import Blank, Break, Note, Text, merged, plain, words
from reporter.document.model import Attachment, Closing, Document, Paragraph, Row, Table


def test_plain_text_shows_blanks_as_told_and_drops_notes() -> None:
    runs = (Text("甲"), Blank("乙"), Break(), Note((Text("注"),)), Text("丙"))
    assert plain(runs) == "甲\n丙"
    assert plain(runs, "＿") == "甲＿\n丙"


def test_only_runs_without_reference_and_with_the_same_weight_merge() -> None:
    runs = (Text("甲"), Text(""), Text("乙"), Text("丙", True), Text("丁", ref="a"), Text("戊", ref="a"))
    assert merged(runs) == (Text("甲乙"), Text("丙", True), Text("丁", ref="a"), Text("戊", ref="a"))


def test_an_empty_string_is_no_run() -> None:
    assert words("") == ()


def document(*body: object, **more: object) -> Document:
    return Document("a@2026", "a", "plain", "level", words("题"), body, **more)  # type: ignore[arg-type]


def test_blanks_are_named_once_in_the_order_of_the_model() -> None:
    table = Table("t", "form", (), (Row("1", ((Blank("表里"),),)),), below=(((Blank("表下"),),),))
    made = document(
        Paragraph("1", (Blank("文里"),)), table, Paragraph("2", (Blank("文里"),)),
        closing=Closing((), (Blank("日期"), Text("月"), Blank("日期"))),
    )  # fmt: skip
    assert blank_names(made) == ("文里", "表里", "表下", "日期")


def test_blanks_of_an_attached_filing_are_listed_with_that_filing() -> None:
    other = document(Paragraph("1", (Blank("附件里"),)))
    assert blank_names(document(attachments=(Attachment((Blank("附件名"),), other),))) == ("附件名",)
