"""What keeps a version from being published, with its place and without saying it again."""

from __future__ import annotations

from msgspec.structs import replace

from reporter.check.publication import check_public
from reporter.compose.publication import Published
from reporter.document.inline import words
from reporter.document.model import Closing, Document, Paragraph

PLAIN = Document(
    "a@2026", "a", "plain", "level", words("便笺"), state="定稿", body=(Paragraph("p", words("没有问题。")),)
)
KEPT = Published(PLAIN)


def test_a_typed_number_is_an_error_at_its_place() -> None:
    body = (Paragraph("p", words("一。")), Paragraph("q", words("请与王某联系（13800001234）。")))
    (finding,) = check_public([replace(PLAIN, body=body)], KEPT, "便笺")
    assert (finding.code, finding.severity, finding.where.paragraph) == ("GW721", "error", "正文第2段")
    assert "手机号码" in finding.message
    assert finding.where.quote == "138******34"


def test_a_document_that_is_not_for_publication_is_not_published() -> None:
    closed = replace(PLAIN, closing=Closing((), (), remark=words("此件不予公开")))
    assert [finding.code for finding in check_public([closed], KEPT, "便笺")] == ["GW722"]
    asked = replace(PLAIN, disclosure=words("公开方式：依申请公开"))
    assert [finding.code for finding in check_public([asked], KEPT, "便笺")] == ["GW722"]
    assert (
        check_public([replace(PLAIN, closing=Closing((), (), remark=words("此件公开发布")))], KEPT, "便笺")
        == []
    )


def test_a_sentence_that_lost_a_value_is_an_error() -> None:
    (finding,) = check_public([PLAIN], replace(KEPT, broken=("正文第1段",)), "便笺")
    assert (finding.code, finding.where.paragraph) == ("GW723", "正文第1段")


def test_a_draft_is_told_and_nothing_else_of_it() -> None:
    body = (Paragraph("p", words("请与王某联系（13800001234）。")),)
    (finding,) = check_public([replace(PLAIN, state="草稿", body=body)], KEPT, "便笺")
    assert (finding.code, finding.severity, finding.message) == ("GW724", "info", "未公开：仍为草稿")


def test_a_table_with_nothing_but_names_is_an_error() -> None:
    (finding,) = check_public([PLAIN], replace(KEPT, bare=("附件表",)), "便笺")
    assert (finding.code, finding.where.paragraph) == ("GW725", "附件表")
