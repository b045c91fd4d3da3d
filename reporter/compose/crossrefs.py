"""Cross-references `{{ ref("id") }}`: filled in when all headings and attachments have their numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from reporter.compose.language import Place
from reporter.document.inline import Inline, Inlines, Text
from reporter.document.model import Block, Document, Heading, Issued, Paragraph, Row, Table
from reporter.document.numbering import numbered
from reporter.errors import TemplateError
from reporter.text import did_you_mean

_PREFIX = "text:#"


def reference(target: str) -> str:
    """The reference that an unresolved cross-reference carries."""
    return f"{_PREFIX}{target}"


def resolved(document: Document, places: Mapping[str, Place | None]) -> Document:
    """The Document with every reference as text; `places` says where each was written.

    Raises TemplateError for an id that does not exist.
    """
    resolver = _Resolver(_targets(document), places)
    return replace(
        document,
        title=resolver.inlines(document.title),
        body=resolver.blocks(document.body),
        issued=tuple(resolver.issued(one) for one in document.issued),
    )


def _targets(document: Document) -> dict[str, str]:
    """Id → what a reader is told to look for: `第二部分`, `（三）`, `附件1`."""
    targets: dict[str, str] = {}
    for blocks in (document.body, *(issued.body for issued in document.issued)):
        for block, number in numbered(blocks):
            if isinstance(block, Heading):
                part = f"第{number.removesuffix('、')}部分"
                targets[block.id] = part if block.level == 1 else number.removesuffix(".")
    several = len(document.attachments) > 1
    for place, attachment in enumerate(document.attachments, 1):
        label = f"附件{place}" if several else "附件"
        targets[f"附件{place}"] = label
        if isinstance(attachment.content, Document):
            targets[attachment.content.filing] = targets[attachment.content.kind] = label
    return targets


@dataclass(frozen=True)
class _Resolver:
    """Walks a Document; `targets` is what each id is called."""

    targets: Mapping[str, str]
    places: Mapping[str, Place | None]

    def issued(self, one: Issued) -> Issued:
        return replace(one, title=self.inlines(one.title), body=self.blocks(one.body))

    def blocks(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(self._block(block) for block in blocks)

    def inlines(self, inlines: Inlines) -> Inlines:
        if not any(isinstance(inline, Text) and (inline.ref or "").startswith(_PREFIX) for inline in inlines):
            return inlines
        return tuple(self._inline(inline) for inline in inlines)

    def _block(self, block: Block) -> Block:
        match block:
            case Paragraph():
                return replace(block, inlines=self.inlines(block.inlines))
            case Heading():
                return replace(block, inlines=self.inlines(block.inlines), run_in=self.inlines(block.run_in))
            case Table():
                return self._table(block)

    def _table(self, table: Table) -> Table:
        return replace(
            table,
            title=self.inlines(table.title),
            above=tuple(tuple(self.inlines(item) for item in line) for line in table.above),
            below=tuple(tuple(self.inlines(item) for item in line) for line in table.below),
            rows=tuple(self._row(row) for row in table.rows),
        )

    def _row(self, row: Row) -> Row:
        cells = tuple(self.inlines(cell) for cell in row.cells)
        return row if cells == row.cells else replace(row, cells=cells)

    def _inline(self, inline: Inline) -> Inline:
        if not isinstance(inline, Text) or not (inline.ref or "").startswith(_PREFIX):
            return inline
        target = (inline.ref or "").removeprefix(_PREFIX)
        if target not in self.targets:
            hint = did_you_mean(target, self.targets) or "给标题加上 {#编号}"
            where = str(self.places.get(inline.ref or "") or "")
            raise TemplateError(f"引用的“{target}”不存在", hint, where)
        return Text(self.targets[target], inline.strong)
