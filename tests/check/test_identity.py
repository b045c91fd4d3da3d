from __future__ import annotations

from msgspec.structs import replace

from reporter.check.finding import Finding, Where, errors, ordered
from reporter.check.identity import check_attachments, check_issuers
from reporter.document.inline import words
from reporter.document.model import Attachment, Closing, Document, Header, Named, Signatory

EMPTY = Document("x@2026", "x", "document", "down", words("关于印发方案的通知"), ())


def issued_by(mark: tuple[str, ...], signed: tuple[str, ...]) -> Document:
    closing = Closing(tuple(Signatory(name) for name in signed), words("2026年3月6日"))
    return replace(EMPTY, header=Header(mark), closing=closing)


def test_issuers_of_mark_and_signature_agree_in_set_and_order() -> None:
    assert check_issuers(issued_by(("民政局", "住建局"), ("民政局", "住建局")), "通知") == []
    assert check_issuers(issued_by(("民政局",), ("民政局", "住建局")), "通知") == []


def test_another_order_or_set_is_an_error() -> None:
    for mark, signed in ((("住建局", "民政局"), ("民政局", "住建局")), (("民政局", "住建局"), ("民政局",))):
        assert [found.code for found in check_issuers(issued_by(mark, signed), "通知")] == ["GW707"]


def test_a_suffix_stands_in_the_signature_only() -> None:
    document = issued_by(("民政局",), ("民政局",))
    closing = Closing((Signatory("民政局", "（代）"),), words("2026年3月6日"))
    assert check_issuers(replace(document, closing=closing), "通知") == []


def test_a_named_attachment_is_told_to_the_clerk() -> None:
    (found,) = check_attachments(
        replace(EMPTY, attachments=(Attachment(words("检查照片"), Named()),)), "通知"
    )
    assert (found.code, found.severity) == ("GW705", "info")
    assert found.message.startswith("附件“检查照片”")


def test_a_mark_behind_an_attachments_name_is_an_error() -> None:
    found = check_attachments(replace(EMPTY, attachments=(Attachment(words("检查照片。"), Named()),)), "通知")
    assert [(one.code, one.severity) for one in found] == [("GW705", "info"), ("GW706", "error")]


def test_errors_come_first() -> None:
    info = Finding("GW705", "info", "只列名", where=Where("a"))
    error = Finding("GW701", "error", "缺文字", where=Where("b", page=2))
    assert ordered([info, error]) == (error, info)
    assert errors([info, error]) == (error,)
