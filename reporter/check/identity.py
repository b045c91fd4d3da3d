"""Attachments and issuers of a filing.

GW705 an attachment is only named, or missing (R21) · GW706 its title ends with a mark (R21) · GW707 the
issuers of header and signature differ (R17) · GW708 a table has lost rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reporter.artefacts.docx import DocxFacts, DocxTable
from reporter.artefacts.folded import fold
from reporter.check.finding import Finding, Where
from reporter.document.inline import plain
from reporter.document.model import Document, Header, Named, Signatory, Table
from reporter.document.volumes import attachment_label
from reporter.typeset.sheets import sheets
from reporter.typeset.styles import STYLES

if TYPE_CHECKING:
    from reporter.artefacts.xlsx import XlsxFacts

_R17 = "R17；GB/T 9704-2012 7.2.4、7.3.5"
_R21 = "R21；GB/T 9704-2012 7.3.4"
_FINAL_MARKS = "。．.，,；;、：:"


def check_attachments(document: Document, file: str) -> list[Finding]:
    """Named attachments are listed for the clerk; titles end without a mark (7.3.4)."""
    findings, several = [], len(document.attachments) > 1
    for number, attachment in enumerate(document.attachments, 1):
        label = attachment_label(number if several else 0)
        title = plain(attachment.title).replace("\n", "")
        where = Where(file, paragraph="附件说明", quote=title)
        if isinstance(attachment.content, Named):
            message = f"{label}“{title}”只列名称，没有随文编入"
            findings.append(Finding("GW705", "info", message, "报送时请另附这份附件", where, _R21))
        if title.endswith(tuple(_FINAL_MARKS)):
            message = f"附件名称“{title}”后不加标点"
            findings.append(Finding("GW706", "error", message, "请删去名称末尾的标点", where, _R21))
    return findings


def check_issuers(document: Document, file: str) -> list[Finding]:
    """Set and order of issuers equal in mark and signature; the mark may carry the lead agency alone
    (7.2.4)."""
    if document.header is None or document.closing is None or document.face == "order":
        return []  # an order is signed by a person
    if document.closing.signed:
        return []
    mark = document.header.issuers
    return _compare_issuers(mark, [signatory.name for signatory in document.closing.signatories], file)


def check_printed_issuers(document: Document, docx: DocxFacts, file: str) -> list[Finding]:
    """The same for the paragraphs that the DOCX really sets as mark and as signature, by their styles."""
    header, closing = document.header, document.closing
    if (
        header is None
        or closing is None
        or header.mode != "full"
        or document.face == "order"
        or closing.signed
    ):
        return []
    mark = _printed_mark(docx, header)
    signed = [fold(paragraph.text) for paragraph in docx.styled(STYLES["signature"].name)]
    names = [name for text in signed if (name := _issuer(text, closing.signatories))]
    if not mark or not names:
        return []
    return _compare_issuers(mark, names[: len(closing.signatories)], file)


def _printed_mark(docx: DocxFacts, header: Header) -> list[str]:
    texts = [fold(paragraph.text) for paragraph in docx.styled(STYLES["mark"].name)]
    cut = [text if text in map(fold, header.issuers) else text.removesuffix(header.suffix) for text in texts]
    return [text for text in cut if text]


def _issuer(text: str, signatories: Sequence[Signatory]) -> str:
    """The agency's name without the suffix that stands in the signature only."""
    for signatory in signatories:
        if text == fold(signatory.name + signatory.suffix):
            return fold(signatory.name)
    return text


def _compare_issuers(mark: Sequence[str], signed: Sequence[str], file: str) -> list[Finding]:
    if not mark or not signed or list(mark) == list(signed) or list(mark) == list(signed[:1]):
        return []
    message = f"发文机关标志与署名不一致：标志为{'、'.join(mark)}；署名为{'、'.join(signed)}"
    hint = "请核对联合行文机关的名称和排列顺序，主办机关在前"
    return [Finding("GW707", "error", message, hint, Where(file, paragraph="署名"), _R17)]


def check_docx_rows(document: Document, docx: DocxFacts, file: str) -> list[Finding]:
    """Each table is there with at least its rows (a tall row may be printed as two)."""
    findings = []
    rest = iter(docx.tables)
    for sheet in sheets(document):
        wanted = _labels(sheet.table)
        printed = next((table for table in rest if wanted == _head(table)), None)
        count = len(printed.rows) - 1 if printed else None
        findings += _compare_rows(sheet.table, plain(sheet.title), count, file)
    return findings


def check_xlsx_rows(document: Document, xlsx: XlsxFacts, file: str) -> list[Finding]:
    """Each table has a sheet of its own with exactly its rows."""
    findings = []
    for index, sheet in enumerate(sheets(document)):
        rows = xlsx.sheets[index].rows if index < len(xlsx.sheets) else ()
        wanted = _labels(sheet.table)
        heads = [number for number, row in enumerate(rows) if [fold(text) for text in row] == wanted]
        count = len(rows) - heads[0] - 1 - len(sheet.table.below) if heads else None
        findings += _compare_rows(sheet.table, plain(sheet.title), count, file)
    return findings


def _labels(table: Table) -> list[str]:
    return [fold(column.label) for column in table.columns]


def _head(table: DocxTable) -> list[str]:
    return [fold(text) for text in table.rows[0]] if table.rows else []


def _compare_rows(table: Table, title: str, count: int | None, file: str) -> list[Finding]:
    if count is not None and count >= len(table.rows):
        return []
    found = "找不到这张表" if count is None else f"文件里只有 {count} 行"
    message = f"表“{title}”应有 {len(table.rows)} 行，{found}"
    return [Finding("GW708", "error", message, "请重新生成", Where(file, paragraph=f"表“{title}”"), "R6")]
