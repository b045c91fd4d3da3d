"""Cross-references `{{ ref("id") }}`: filled in when all headings and attachments have their numbers."""

from __future__ import annotations

from dataclasses import replace

from reporter.document.inline import Inline, Inlines, Text
from reporter.document.model import Block, Document, Heading, Paragraph, Row, Table
from reporter.document.numbering import numbered
from reporter.errors import TemplateError
from reporter.text import did_you_mean

_PREFIX = "text:#"


def resolved(document: Document) -> Document:
    """The Document with every reference as text; raises TemplateError for an id that does not exist."""
    targets = _targets(document)
    return replace(
        document,
        body=tuple(_block(block, targets) for block in document.body),
        issued=tuple(replace(one, body=tuple(_block(block, targets) for block in one.body)) for one in document.issued),
    )


def _targets(document: Document) -> dict[str, str]:
    """Id → what a reader is told to look for: `第二部分`, `（三）`, `附件1`."""
    targets: dict[str, str] = {}
    for blocks in (document.body, *(issued.body for issued in document.issued)):
        for block, number in numbered(blocks):
            if isinstance(block, Heading):
                targets[block.id] = f"第{number.removesuffix('、')}部分" if block.level == 1 else number.removesuffix(".")
    several = len(document.attachments) > 1
    for place, attachment in enumerate(document.attachments, 1):
        label = f"附件{place}" if several else "附件"
        targets[f"附件{place}"] = label
        if isinstance(attachment.content, Document):
            targets[attachment.content.filing] = targets[attachment.content.kind] = label
    return targets


def _block(block: Block, targets: dict[str, str]) -> Block:
    match block:
        case Paragraph():
            return replace(block, inlines=_inlines(block.inlines, targets))
        case Heading():
            return replace(block, inlines=_inlines(block.inlines, targets), run_in=_inlines(block.run_in, targets))
        case Table():
            return replace(block, rows=tuple(_row(row, targets) for row in block.rows))


def _row(row: Row, targets: dict[str, str]) -> Row:
    if not any(isinstance(inline, Text) and (inline.ref or "").startswith(_PREFIX) for cell in row.cells for inline in cell):
        return row
    return replace(row, cells=tuple(_inlines(cell, targets) for cell in row.cells))


def _inlines(inlines: Inlines, targets: dict[str, str]) -> Inlines:
    return tuple(_inline(inline, targets) for inline in inlines)


def _inline(inline: Inline, targets: dict[str, str]) -> Inline:
    if not isinstance(inline, Text) or not (inline.ref or "").startswith(_PREFIX):
        return inline
    target = (inline.ref or "").removeprefix(_PREFIX)
    if target not in targets:
        raise TemplateError(f"引用的“{target}”不存在", did_you_mean(target, targets) or "给标题加上 {#编号}")
    return Text(targets[target], inline.strong)
