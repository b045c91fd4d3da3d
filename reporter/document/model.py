"""The Document and its blocks (design 4.3). Numbering, fonts, pages and line breaks are not stored."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from reporter.document.inline import Inlines

SCHEMA = "reporter/document-1"

Face = Literal["document", "letter", "order", "minutes", "plain"]
Direction = Literal["up", "down", "level"]
FACE_NAMES: Mapping[str, str] = {
    "document": "文件", "letter": "信函", "order": "命令", "minutes": "纪要", "plain": "普通",
}  # fmt: skip
"""What a clerk writes for a face."""
Align = Literal["left", "center", "right", "justify"]
Orientation = Literal["portrait", "landscape"]
Paper = Literal["A4", "A3"]
HeaderMode = Literal["full", "none", "reserved"]
"""版头 printed; left to an office system; its space kept on paper that has it printed (nothing red)."""


class Heading(Struct, frozen=True):
    """A heading of level 1–5 (一、（一）1.（1）①).

    `run_in` is body text on the same line; the heading then ends with 。
    """

    id: str
    level: int
    inlines: Inlines
    run_in: Inlines = ()


class Paragraph(Struct, frozen=True):
    """A body paragraph, first line indented two 字; `flush` without indent (e.g. 附注 lines of a form)."""

    id: str
    inlines: Inlines
    flush: bool = False


class Column(Struct, frozen=True):
    """A table column. `width` in 字 of the table's own type size; `type` is `text`, `number`, `date` or `id`."""

    id: str
    label: str
    width: float
    align: Align = "center"
    type: Literal["text", "number", "date", "id"] = "text"
    public: bool = False
    """It names persons, and is for publication all the same."""


class Row(Struct, frozen=True):
    """A table row. `key` is the record key (or ordinal) and never printed. `role` total rows print in bold face.

    `span` gives, for a group line, the number of columns its first cell covers (0: none).
    """

    key: str
    cells: tuple[Inlines, ...]
    role: Literal["body", "group", "total"] = "body"
    span: int = 0


class Table(Struct, frozen=True):
    """A table, form or ledger.

    `title` stands above in title type; then a sheet of its own begins on a new page when `own_page` is set.
    `above` and `below` are lines of items spread over the width (填报单位、截至、单位 / 填报人、审核人 …).
    `type_size` in pt: 12 小四, 10.5 五号.
    """

    id: str
    role: Literal["table", "form", "ledger"]
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    title: Inlines = ()
    above: tuple[tuple[Inlines, ...], ...] = ()
    below: tuple[tuple[Inlines, ...], ...] = ()
    orientation: Orientation = "portrait"
    paper: Paper = "A4"
    type_size: float = 12
    own_page: bool = False


Block = Heading | Paragraph | Table


class Header(Struct, frozen=True):
    """版头. `issuers` are the names on the mark, lead first; `suffix` is 文件 or empty; every part optional."""

    issuers: tuple[str, ...]
    suffix: str = "文件"
    number: Inlines = ()
    signers: tuple[Inlines, ...] = ()
    """签发人 of an upward document; empty elsewhere."""
    copy_number: str = ""
    urgency: str = ""
    mode: HeaderMode = "full"
    classification: str = ""
    """密级★保密期限; only from a workspace that is declared to stand on a classified system."""

    @property
    def corner(self) -> tuple[tuple[str, str], ...]:
        """份号, 密级, 紧急程度 at the upper left, one a line in this order (7.2.1–7.2.3): style and text."""
        lines = (
            ("copy_number", self.copy_number), ("classification", self.classification), ("urgency", self.urgency),
        )  # fmt: skip
        return tuple((style, text) for style, text in lines if text)


class Signatory(Struct, frozen=True):
    """One 署名 with the suffix that stands in the signature only, e.g. （代）.

    With a `post` a person signs: the post is printed, `name` is what the 签名章 beside it says (7.3.5.3).
    """

    name: str
    suffix: str = ""
    post: str = ""

    @property
    def printed(self) -> str:
        """What stands on paper: the agency, or the person's post; no name where a 签名章 will say it."""
        return (self.post or self.name) + self.suffix


class Closing(Struct, frozen=True):
    """发文机关署名、成文日期、附注. `sealed` leaves room for seals (no seal image is ever printed).

    Signatories with a post leave room for their 签名章 instead, whatever `sealed` says.
    """

    signatories: tuple[Signatory, ...]
    date: Inlines
    sealed: bool = True
    remark: Inlines = ()
    """附注 without its brackets."""

    @property
    def signed(self) -> bool:
        """Whether persons sign, each with a 签名章, and not agencies."""
        return bool(self.signatories) and all(one.post for one in self.signatories)


class Imprint(Struct, frozen=True):
    """版记: 主送 moved here, 抄送, 印发机关 and 印发日期."""

    office: Inlines
    print_date: Inlines
    cc: Inlines = ()
    recipients: Inlines = ()


class Issued(Struct, frozen=True):
    """A text that the notice issues: new page, own title, no 附件 label, not listed in the 附件说明."""

    id: str
    title: Inlines
    body: tuple[Block, ...]
    closing: Closing | None = None
    """署名 and date of a forwarded text, as its own issuer signed it."""


class Named(Struct, frozen=True):
    """An attachment that is only named: listed in the 附件说明, not included."""

    enclosed: Literal[False] = False


class Attachment(Struct, frozen=True):
    """附件: a filing (the same Document, not a copy of its text), a table or form, or only a name."""

    title: Inlines
    content: Document | Table | Named
    separate: bool = False
    """Delivered as a file of its own and not bound with the document (7.3.7); see `volumes`."""


class WebField(Struct, frozen=True):
    """One line of the block of information above a document on a website, e.g. 索引号."""

    label: str
    value: Inlines


class Document(Struct, frozen=True):
    """One 公文. Order on paper: header, title, recipients, body, closing, issued texts, attachments, 公开方式, imprint.

    The 附件说明 follows from `attachments`; it stands after the last text before the attachments: after the body,
    or after the issued text where there is one.
    """

    filing: str
    """Filing id, `<kind>@<period>`."""
    kind: str
    face: Face
    direction: Direction
    title: Inlines
    body: tuple[Block, ...]
    state: str = "草稿"
    sample: bool = False
    """A sample carries 样稿 beside its state in the top margin."""
    header: Header | None = None
    recipients: Inlines = ()
    """主送机关 with their separators, without the closing colon."""
    issued: tuple[Issued, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    closing: Closing | None = None
    disclosure: Inlines = ()
    """公开方式, with its label, on a line of its own above the 版记."""
    imprint: Imprint | None = None
    grid: Literal["portable", "characters"] = "portable"
    label: Inlines = ()
    """First line of an attachment that is a file of its own: 发文字号 and 附件 with its number (7.3.7)."""
    web: tuple[WebField, ...] = ()
    """What the website shows beside what the document itself says; never printed on paper."""

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All blocks of the body and the issued texts, in order; not those of attachments."""
        return self.body + tuple(block for issued in self.issued for block in issued.body)
