from __future__ import annotations

from collections.abc import Mapping

import pytest
from msgspec.structs import replace

from reporter.check.finding import Finding
from reporter.check.readback import read_back
from reporter.document.inline import Note, Text, words
from reporter.document.model import (
    Attachment,
    Closing,
    Column,
    Document,
    Header,
    Paragraph,
    Row,
    Signatory,
    Table,
)
from reporter.facts.fact import Fact
from reporter.ooxml.container import open_container
from reporter.ooxml.zipping import pack
from reporter.render import docx, pdf

Facts = Mapping[str, Fact]
Files = Mapping[str, bytes]


def codes(findings: tuple[Finding, ...]) -> list[str]:
    return [finding.code for finding in findings]


def with_body(document: Document, position: int, text: str) -> Document:
    body = list(document.body)
    body[position] = Paragraph(body[position].id, words(text))
    return replace(document, body=tuple(body))


def with_rows(document: Document, rows: tuple[Row, ...]) -> Document:
    table = document.attachments[0].content
    assert isinstance(table, Table)
    attachment = Attachment(document.attachments[0].title, replace(table, rows=rows))
    return replace(document, attachments=(attachment,))


def rows_of(document: Document) -> tuple[Row, ...]:
    table = document.attachments[0].content
    assert isinstance(table, Table)
    return table.rows


def edited(data: bytes, old: str, new: str) -> bytes:
    with open_container(data) as container:
        members = {name: container.read(name) for name in container.namelist()}
    body = members["word/document.xml"].decode()
    assert old in body
    return pack(members | {"word/document.xml": body.replace(old, new).encode()})


def test_files_that_say_what_the_document_says_give_no_finding(
    document: Document, all_facts: Facts, files: Files
) -> None:
    assert read_back(document, all_facts, files) == ()


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_a_changed_sentence_is_found_in_every_format(
    document: Document, all_facts: Facts, files: Files, kind: str
) -> None:
    other = with_body(document, 2, "各乡镇人民政府、街道办事处逐院逐项排查，做到底数清、情况明、措施虚。")
    found = read_back(other, all_facts, {kind: files[kind]}, {kind: f"报告.{kind}"})
    assert "GW701" in codes(found)
    missing = next(finding for finding in found if finding.code == "GW701")
    assert missing.where.file == f"报告.{kind}"
    assert missing.where.paragraph == "正文第3段"
    assert missing.where.page == (1 if kind == "pdf" else 0)


@pytest.mark.parametrize("kind", ["docx", "pdf", "xlsx"])
def test_a_changed_cell_is_found_in_every_format(
    document: Document, all_facts: Facts, files: Files, kind: str
) -> None:
    first, *rest = rows_of(document)
    changed = replace(first, cells=(first.cells[0], first.cells[1], words("8")))
    found = read_back(with_rows(document, (changed, *rest)), all_facts, {kind: files[kind]})
    assert codes(found)[0] == "GW701"
    assert found[0].where.paragraph == "附件表第1行“隐患（条）”栏"


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
def test_a_lost_row_is_found(document: Document, all_facts: Facts, files: Files, kind: str) -> None:
    rows = rows_of(document)
    more = with_rows(
        document, (*rows[:-1], Row("R9", (words("4"), words("白云镇敬老院"), words("0"))), rows[-1])
    )
    assert {"GW701", "GW708"} <= set(codes(read_back(more, all_facts, {kind: files[kind]})))


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_texts_in_another_order_are_found(
    document: Document, all_facts: Facts, files: Files, kind: str
) -> None:
    heading, first, second = document.body
    swapped = replace(document, body=(heading, second, first))
    assert "GW702" in codes(read_back(swapped, all_facts, {kind: files[kind]}))


@pytest.mark.parametrize(("kind", "page"), [("docx", 0), ("pdf", 1)])
def test_a_text_that_only_the_file_has_is_found(
    document: Document, all_facts: Facts, files: Files, kind: str, page: int
) -> None:
    shorter = replace(document, body=document.body[:2])
    found = read_back(shorter, all_facts, {kind: files[kind]})
    assert set(codes(found)) == {"GW710"}
    assert found[0].where.page == page
    assert found[0].where.quote.startswith("各乡镇人民政府")


def test_a_number_edited_in_the_file_is_found(document: Document, all_facts: Facts, files: Files) -> None:
    found = read_back(document, all_facts, {"docx": edited(files["docx"], "隐患190条", "隐患1190条")})
    assert "GW701" in codes(found)


def test_an_issuer_edited_in_the_mark_is_found(document: Document, all_facts: Facts, files: Files) -> None:
    with open_container(files["docx"]) as container:
        body = container.read("word/document.xml").decode()
    head = body.index("安和县民政局")
    broken = body[:head] + "安和县民改局" + body[head + 6 :]
    found = read_back(document, all_facts, {"docx": edited(files["docx"], body, broken)})
    assert "GW707" in codes(found)


def test_a_listed_attachment_without_its_title_is_found(
    document: Document, all_facts: Facts, files: Files
) -> None:
    renamed = replace(
        document, attachments=(replace(document.attachments[0], title=words("安和县整改清单")),)
    )
    found = read_back(renamed, all_facts, {"docx": files["docx"], "pdf": files["pdf"]})
    assert [finding.code for finding in found if finding.severity == "error"].count("GW705") == 4


def test_a_footnote_belongs_to_the_text(document: Document, all_facts: Facts, files: Files) -> None:
    noted = replace(
        document,
        body=(
            *document.body[:2],
            Paragraph("p2", (*document.body[2].inlines, Note(words("数据截至10月31日")))),
        ),
    )  # type: ignore[union-attr]
    found = read_back(noted, all_facts, {"docx": files["docx"]})
    assert [(finding.code, finding.where.paragraph) for finding in found] == [("GW701", "正文第3段的脚注")]


def test_a_file_that_cannot_be_read_is_a_finding_not_a_crash(document: Document, all_facts: Facts) -> None:
    found = read_back(document, all_facts, {"docx": b"", "pdf": b"x", "xlsx": b"PK"})
    assert codes(found) == ["GW709"] * 3


def test_many_losses_are_counted_not_listed(document: Document, all_facts: Facts, files: Files) -> None:
    body = tuple(Paragraph(f"n{number}", words(f"文件里没有的第{number}句话。")) for number in range(60))
    everything = read_back(replace(document, body=body), all_facts, {"pdf": files["pdf"]})
    found = [finding for finding in everything if finding.code == "GW701"]
    assert len(found) == 21
    assert any("另有 40 处" in finding.message for finding in found)


def test_findings_are_plain_data(document: Document, files: Files) -> None:
    found = read_back(document, {}, {})
    assert {"code": "GW703", "severity": "error"}.items() <= found[0].as_dict().items()
    assert found[0].as_dict()["where"]["paragraph"] == "正文第2段"
    assert "怎么办" in str(found[0])


def test_a_run_that_lost_its_reference_is_still_read_as_text(document: Document, files: Files) -> None:
    plain = with_body(document, 1, "全县共排查隐患190条，整改率89.5%。联系人。")
    runs = tuple(inline for inline in plain.body[1].inlines if isinstance(inline, Text))  # type: ignore[union-attr]
    assert len(runs) == 1
    assert "GW701" not in codes(read_back(plain, {}, {"pdf": files["pdf"]}))


def test_a_row_that_was_torn_in_two_under_a_repeated_head_is_no_finding(document: Document) -> None:
    long = "".join(f"第{number}处疏散通道堆放杂物，影响紧急疏散；" for number in range(60))
    columns = (Column("o", "序号", 4), Column("home", "机构", 10), Column("text", "隐患", 20, "left"))
    rows = tuple(
        Row(
            f"R{number}",
            (words(str(number)), words(f"机构{number}号"), words(long if number == 3 else "简短")),
        )
        for number in range(1, 8)
    )
    table = Table("t", "ledger", columns, rows, orientation="landscape", type_size=10.5)
    listed = Document("l@2026", "l", "plain", "up", words("清单"), (table,))
    files = {"docx": docx.render(listed).data, "pdf": pdf.render(listed).data}
    assert read_back(listed, {}, files) == ()


def test_a_footnote_with_its_mark_is_no_finding() -> None:
    noted = Paragraph("p", (*words("全县共排查190"), Note(words("数据截至10月31日。")), *words("条隐患。")))
    report = Document("r@2026", "r", "plain", "up", words("报告"), (noted,))
    files = {"docx": docx.render(report).data, "pdf": pdf.render(report).data}
    assert read_back(report, {}, files) == ()


@pytest.mark.parametrize("count", [2, 4, 5, 11])
def test_a_mark_of_several_names_is_no_finding_wherever_its_last_word_stands(count: int) -> None:
    names = tuple(f"安和县{name}局" for name in "民财审司教林水统医信体"[:count])
    closing = Closing(tuple(Signatory(name) for name in names), words("2026年11月20日"))
    body = (Paragraph("p", words("请认真落实。")),)
    notice = Document(
        "n@2026", "n", "document", "down", words("关于排查的通知"), body, header=Header(names, "文件"), closing=closing
    )  # fmt: skip
    files = {"docx": docx.render(notice).data, "pdf": pdf.render(notice).data}
    assert read_back(notice, {}, files) == ()
