"""The version of a Document for publication: without persons' contacts, wherever they stand, with a list of what went.

Columns of a table that name persons go as well, unless the table says `公开: 是` of them.

What comes from a contact record, and whole lines, items and columns that hold nothing else, are left out here.
Contacts within typed sentences stay as they are: `check.publication` finds them, and nothing is published.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from reporter.compose.contactlines import trimmed
from reporter.document.inline import Inlines, Text, plain
from reporter.document.model import (
    Attachment,
    Block,
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
from reporter.document.personal import MOBILE, is_identity_number
from reporter.intake.folder import CAMPAIGN
from reporter.patterns import regex
from reporter.records.campaign import Contact
from reporter.refs import text_ref
from reporter.text import half_width

_FIELDS = ("person", "phone", "fax", "email")
_PRIVATE_COLUMN = regex(
    r"手机|移动电话|微信|QQ|邮箱|邮件|身份证|证件号|公民身份|健康(?:状况|状态|情况)|身体状况|病史|病情|疾病|诊断"
)
_ABOUT_A_PERSON = regex(r"失能|自理|护理等级|残疾|联系方式|电话|传真")
_PHONE_COLUMN = regex(r"电话|联系方式")
_NAME_COLUMN = regex(
    r"(?:责任|复核|检查|排查|验收|审核|填报|经办|联系|督办|包保|监护|紧急联系)人(?:员)?(?:姓名|签字|签名)?(?:$|[及和、/／（(])"
    r"|^(?:姓名|护理员|老人|入住老人|老年人|家属|人员)(?:姓名)?$"
)
_PERSON_COLUMN = regex(r"^(?:姓名|联系人|经办人|填报人|护理员|老人|入住老人|老年人|人员)(?:姓名)?$")
_SIGNED = regex(r"\s*(填报人|审核人|复核人|经办人|联系人|负责人)[：:]\s*\S")
"""An item that names a person; one that is to be filled in names nobody."""
_ITEM = regex(r"\s*(?:联系电话|填报电话|联系方式|电话|手机|传真|(?:电子)?邮箱|微信|QQ)")


class Published(Struct, frozen=True):
    """The Document, and what was left out as `place：what`, without any value. `broken` are places whose sentence
    lost a value and not the words around it, `bare` tables that would have no column left."""

    document: Document
    left_out: tuple[str, ...] = ()
    broken: tuple[str, ...] = ()
    bare: tuple[str, ...] = ()


def published(document: Document, contacts: Iterable[Contact]) -> Published:
    """`contacts` are those of the workspace: one of an agency without a person is an institution's and stays."""
    offices = {one.id for one in contacts if one.agency and not one.person}
    walk = _Walk(offices)
    found = walk.document(document, "正文")
    return Published(found, tuple(walk.left_out), tuple(walk.broken), tuple(walk.bare))


class _Walk:
    def __init__(self, offices: set[str]) -> None:
        self._offices = offices
        self._contacts = text_ref(CAMPAIGN, "contacts.")
        self.left_out: list[str] = []
        self.broken: list[str] = []
        self.bare: list[str] = []

    def document(self, document: Document, part: str) -> Document:
        """The document with all of its parts; `part` is what its body is called."""
        several = len(document.attachments) > 1
        return replace(
            document,
            recipients=self._line(document.recipients, "主送机关"),
            body=self._blocks(document.body, part),
            closing=self._closing(document.closing, "附注" if part == "正文" else f"{part}附注"),
            issued=tuple(self._issued(one) for one in document.issued),
            attachments=tuple(
                self._attachment(one, f"附件{number if several else ''}")
                for number, one in enumerate(document.attachments, 1)
            ),
            disclosure=self._line(document.disclosure, "公开方式"),
            imprint=self._imprint(document.imprint) if document.imprint else None,
            web=tuple(
                replace(one, value=self._line(one.value, f"网站信息“{one.label}”")) for one in document.web
            ),
        )

    def _issued(self, issued: Issued) -> Issued:
        part = f"“{plain(issued.title)}”".replace("\n", "")
        closing = self._closing(issued.closing, f"{part}附注")
        return replace(issued, body=self._blocks(issued.body, part), closing=closing)

    def _attachment(self, attachment: Attachment, part: str) -> Attachment:
        content = attachment.content
        if isinstance(content, Document):
            return replace(attachment, content=self.document(content, part))
        if isinstance(content, Table):
            return replace(attachment, content=self._table(content, part))
        return attachment

    def _closing(self, closing: Closing | None, place: str) -> Closing | None:
        return closing and replace(closing, remark=self._line(closing.remark, place))

    def _imprint(self, imprint: Imprint) -> Imprint:
        names = ("office", "print_date", "cc", "recipients")
        return replace(imprint, **{name: self._line(getattr(imprint, name), "版记") for name in names})

    def _blocks(self, blocks: tuple[Block, ...], part: str) -> tuple[Block, ...]:
        found: list[Block] = []
        paragraphs = 0
        for block in blocks:
            if isinstance(block, Table):
                found.append(self._table(block, part))
                continue
            paragraphs += 1
            found += self._text(block, f"{part}第{paragraphs}段")
        return tuple(found)

    def _text(self, block: Heading | Paragraph, place: str) -> Iterable[Block]:
        """The paragraph, or nothing where it was only a contact."""
        inlines = self._line(block.inlines, place)
        if isinstance(block, Heading):
            return (replace(block, inlines=inlines, run_in=self._line(block.run_in, place)),)
        return (replace(block, inlines=inlines),) if inlines or not block.inlines else ()

    def _line(self, inlines: Inlines, place: str) -> Inlines:
        found = trimmed(inlines, self._is_contact)
        if found.what:
            self.left_out.append(f"{place}：{'、'.join(found.what)}")
        if found.broken:
            self.broken.append(place)
        return found.inlines

    def _is_contact(self, run: Text) -> bool:
        """Whether the run is a field of a person's contact record."""
        if run.ref is None or not run.ref.startswith(self._contacts):
            return False
        name, _, field = run.ref.removeprefix(self._contacts).rpartition(".")
        return field in _FIELDS and name not in self._offices

    def _table(self, table: Table, part: str) -> Table:
        place = f"{part}表"
        people = any(_PERSON_COLUMN.match(_label(column)) for column in table.columns)
        dropped = [
            index
            for index, column in enumerate(table.columns)
            if not column.public and _private(_label(column), people)
        ]
        if len(dropped) == len(table.columns):
            self.bare.append(place)
            return table
        for index in dropped:
            self.left_out.append(f"{place}：“{_label(table.columns[index])}”一栏")
        columns = tuple(column for index, column in enumerate(table.columns) if index not in dropped)
        phones = {index for index, column in enumerate(table.columns) if _PHONE_COLUMN.search(_label(column))}
        rows = tuple(
            _without(self._row(row, phones, dropped, f"{place}第{number}行"), dropped)
            for number, row in enumerate(table.rows, 1)
        )
        above, below = (self._items(lines, place) for lines in (table.above, table.below))
        return replace(table, columns=columns, rows=rows, above=above, below=below)

    def _row(self, row: Row, phones: set[int], dropped: list[int], place: str) -> Row:
        """Cells that are a contact, and numbers of persons in a column of telephones, are empty."""
        cells = list(row.cells)
        for index, cell in enumerate(cells):
            if index in dropped:
                continue
            where = f"{place}第{index + 1}栏"
            text = half_width(plain(cell))
            if index in phones and MOBILE.search(text):
                cells[index] = ()
                self.left_out.append(f"{where}：手机号码")
            elif is_identity_number(text.strip()):
                cells[index] = ()
                self.left_out.append(f"{where}：身份证号")
            else:
                cells[index] = self._line(cell, where)
        return replace(row, cells=tuple(cells))

    def _items(self, lines: tuple[tuple[Inlines, ...], ...], place: str) -> tuple[tuple[Inlines, ...], ...]:
        """The lines above and below a table without the items that are telephones of who filled it in."""
        found = []
        for line in lines:
            kept = []
            for item in line:
                if about := _ITEM.match(plain(item)) or _SIGNED.match(plain(item)):
                    self.left_out.append(f"{place}说明行：{re.split('[：:]', about[0])[0].strip()}")
                else:
                    kept.append(item)
            if kept:
                found.append(tuple(self._line(item, f"{place}说明行") for item in kept))
        return tuple(found)


def _label(column: Column) -> str:
    return re.sub(r"\s+", "", half_width(column.label))


def _private(label: str, people: bool) -> bool:
    """Whether a column says of persons what is not for publication; `people`: a line of the table is a person."""
    if _NAME_COLUMN.search(label) or _PRIVATE_COLUMN.search(label):
        return True
    return people and bool(_ABOUT_A_PERSON.search(label))


def _without(row: Row, dropped: list[int]) -> Row:
    """The row without those columns; the name of a group stays."""
    if not dropped:
        return row
    cells = tuple(cell for index, cell in enumerate(row.cells) if index not in dropped)
    if not row.span:
        return replace(row, cells=cells)
    if 0 in dropped and row.cells:
        cells = (row.cells[0], *cells[1:])
    return replace(row, cells=cells, span=max(1, row.span - sum(1 for index in dropped if index < row.span)))
