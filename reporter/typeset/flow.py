"""Document → the sequence of things on paper, in order. Every renderer and the read-back walk this same sequence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeGuard

from msgspec import Struct
from msgspec.structs import replace

from reporter.document.inline import Inlines, Text, words
from reporter.document.lately import lately
from reporter.document.model import (
    Attachment,
    Block,
    Closing,
    Direction,
    Document,
    Face,
    Header,
    Heading,
    Imprint,
    Named,
    Orientation,
    Paper,
    Paragraph,
    Table,
)
from reporter.document.numbering import numbered
from reporter.document.volumes import attachment_label
from reporter.patterns import regex
from reporter.typeset.firstpage import FirstPage, plan_first_page
from reporter.typeset.rosterlines import roster_lines

_ATTENDANCE = regex(r"((?:出席|请假|缺席|列席)(?:人员|单位)?)[：:]\s*")


class NewPage(Struct, frozen=True):
    """What follows begins on a new page of this orientation and paper."""

    orientation: Orientation = "portrait"
    paper: Paper = "A4"


class Mark(Struct, frozen=True):
    """版头: mark, number, signers, red rule."""

    header: Header
    face: Face
    direction: Direction
    mark_mm: float | None = None
    """The mark's greatest height, so that page 1 shows body text (7.3.3)."""


class Para(Struct, frozen=True):
    """A paragraph in the style of that key. `number` is typed text before the inlines, in the same face."""

    style: str
    inlines: Inlines
    id: str = ""
    number: str = ""
    run_in: Inlines = ()
    """Body text that follows a heading on its line."""
    first: bool = False
    """The first text below 版头: page 1 shows some of it even where a signature follows (7.3.3)."""
    pitch_pt: float | None = None
    """Its line height where that is not the style's."""
    hang: tuple[float, float] | None = None
    """Indent of the lines after the first and how far the first stands before them, 字; None: the style's."""


class TableItem(Struct, frozen=True):
    """A table with its lines above and below; its title, if any, came before as a Para."""

    table: Table


class Signature(Struct, frozen=True):
    """署名 and date (附注 follows as a Para)."""

    closing: Closing


class Foot(Struct, frozen=True):
    """版记, at the foot of the last page, which is an even one."""

    imprint: Imprint


Item = NewPage | Mark | Para | TableItem | Signature | Foot


def above_foot(item: Item, following: Item | None, face: Face) -> TypeGuard[Para]:
    """Whether it is 公开方式 with a 版记 that prints: it stands at the foot of the last page with it, not below the
    text."""
    if not isinstance(item, Para) or item.id != "disclosure" or not isinstance(following, Foot):
        return False
    imprint = following.imprint
    closing = face != "letter" and bool(imprint.office or imprint.print_date)
    return closing or bool(imprint.recipients or imprint.cc)


@lately
def flow(document: Document) -> tuple[Item, ...]:
    """All items of the document. The first page needs no NewPage unless it is landscape or A3."""
    first = plan_first_page(document)
    items = list(_first_page(document, first))
    items += _text(document, first)
    for number, attachment in enumerate(document.attachments, 1):
        if not isinstance(attachment.content, Named) and not attachment.separate:
            items += _attached(attachment, number if len(document.attachments) > 1 else 0)
    if document.disclosure:
        if _last_page(items).orientation == "landscape":
            items.append(NewPage())
        items.append(Para("flush", document.disclosure, id="disclosure"))
    if document.imprint:
        if _last_page(items).orientation == "landscape":
            items.append(NewPage())
        items.append(Foot(_imprint(document, document.imprint, first)))
    return tuple(items)


def _imprint(document: Document, imprint: Imprint, first: FirstPage) -> Imprint:
    """版记 with 主送机关 that have no room on page 1 (7.3.2, 7.4.2)."""
    if not first.recipients_moved:
        return imprint
    return replace(imprint, recipients=document.recipients + words("。"))


def _first_page(document: Document, first: FirstPage) -> Iterator[Item]:
    page = _page_of(document.body)
    if document.header is None and page != NewPage():
        yield page
    if document.header is not None:
        yield Mark(document.header, document.face, document.direction, first.mark_mm)


def _text(document: Document, first: FirstPage) -> Iterator[Item]:
    """Title to 附注, then issued texts; the 附件说明 after the last text before the attachments."""
    if document.label:
        yield Para("attachment_label", document.label, id="attachment")
    if document.title:
        style = "attachment_title" if document.label else "title" if document.header else "sheet_title"
        yield Para(
            style, document.title, id="title", pitch_pt=first.title_pitch_pt if style == "title" else None
        )
    if document.recipients and not first.recipients_moved:
        yield Para("recipients", document.recipients + words("："), id="recipients")
    yield from _body(document)
    if not document.issued:
        yield from _attachment_list(document.attachments)
    yield from _closing(document.closing, "remark")
    for issued in document.issued:
        yield NewPage()
        yield Para("issued_title", issued.title, id=issued.id)
        yield from _blocks(issued.body)
        yield from _closing(issued.closing, f"{issued.id}-remark")
    if document.issued:
        yield from _attachment_list(document.attachments)


def _body(document: Document) -> Iterator[Item]:
    """The blocks of the body; those of 纪要 may name who was there (10.3)."""
    attending = False
    for index, item in enumerate(_blocks(document.body)):
        if isinstance(item, Para) and document.face == "minutes" and item.style in ("body", "flush"):
            present = _attendance(item, "attendance" if attending else "attendance_first")
            attending = present is not item
            item = present
        if isinstance(item, Para) and not index and document.header is not None:
            item = replace(item, first=True)
        yield item


def _attendance(item: Para, style: str) -> Para:
    """出席、请假、列席 with their label in 黑体 and the names hanging behind it."""
    first = item.inlines[0] if item.inlines else None
    found = _ATTENDANCE.match(first.text) if isinstance(first, Text) else None
    if found is None or not isinstance(first, Text):
        return item
    rest = replace(first, text=first.text[found.end() :])
    names = (*((rest,) if rest.text else ()), *item.inlines[1:])
    return replace(item, style=style, number=f"{found[1]}：", inlines=(), run_in=names)


def _closing(closing: Closing | None, remark_id: str) -> Iterator[Item]:
    """署名, date and 附注."""
    if closing is None:
        return
    yield Signature(closing)
    if closing.remark:
        yield Para("remark", (*words("（"), *closing.remark, *words("）")), id=remark_id)


def _attachment_list(attachments: tuple[Attachment, ...]) -> Iterator[Item]:
    if len(attachments) == 1:
        yield Para("attachment_single", attachments[0].title, id="attachments", number="附件：")
        return
    for number, attachment in enumerate(attachments, 1):
        style = "attachment_first" if number == 1 else "attachment_next"
        label = "附件：" if number == 1 else ""
        yield Para(style, attachment.title, id=f"attachments-{number}", number=f"{label}{number}.")


def _attached(attachment: Attachment, number: int) -> Iterator[Item]:
    content = attachment.content
    blocks = (
        (content,) if isinstance(content, Table) else content.body if isinstance(content, Document) else ()
    )
    yield _page_of(blocks)
    yield Para("attachment_label", words(attachment_label(number)), id=f"attachment-{number}")
    yield Para("attachment_title", attachment.title, id=f"attachment-{number}-title")
    if isinstance(content, Document):
        yield from _blocks(content.body)
        if content.closing:
            yield Signature(content.closing)
    else:
        yield from _blocks(blocks)


def _blocks(blocks: Iterable[Block]) -> Iterator[Item]:
    page: NewPage | None = None
    blocks = tuple(blocks)
    rosters = roster_lines(blocks)
    for position, (block, number) in enumerate(numbered(blocks)):
        wanted = NewPage(block.orientation, block.paper) if isinstance(block, Table) else NewPage()
        own_page = isinstance(block, Table) and block.own_page
        if position and (own_page or wanted != page):
            yield wanted
        page = wanted
        match block:
            case Heading():
                yield Para(f"h{block.level}", block.inlines, block.id, number, block.run_in)
            case Paragraph() if position in rosters:
                line = rosters[position]
                yield Para("body", line.inlines, block.id, hang=(line.left, line.hanging))
            case Paragraph():
                yield Para("flush" if block.flush else "body", block.inlines, block.id)
            case Table():
                if block.title:
                    sheet = block.own_page or not position or block.role != "table"
                    yield Para("sheet_title" if sheet else "table_title", block.title, id=f"{block.id}-title")
                yield TableItem(block)


def _page_of(blocks: tuple[Block, ...]) -> NewPage:
    first = blocks[0] if blocks else None
    return NewPage(first.orientation, first.paper) if isinstance(first, Table) else NewPage()


def _last_page(items: Iterable[Item]) -> NewPage:
    page = NewPage()
    for item in items:
        if isinstance(item, NewPage):
            page = item
    return page
