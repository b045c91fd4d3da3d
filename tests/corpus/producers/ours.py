"""Our own renderers: the paper as a Document, then DOCX or PDF."""

from __future__ import annotations

from msgspec.structs import replace

from reporter.document.inline import Break, Inlines, words
from reporter.document.model import (
    Attachment,
    Block,
    Closing,
    Column,
    Document,
    Header,
    Heading,
    Imprint,
    Paragraph,
    Row,
    Signatory,
)
from reporter.document.model import Table as DocumentTable
from reporter.render import docx as word
from reporter.render import pdf as printed
from tests.corpus.papers.spec import Line, Paper, Table, lines

_CHARACTER_MM = 4.23  # 12 pt


def docx(paper: Paper) -> bytes:
    return word.render(document(paper)).data


def pdf(paper: Paper) -> bytes:
    return printed.render(document(paper)).data


def document(paper: Paper) -> Document:
    """The Document that says what the paper says. 密级 and who attended are beyond the model."""
    header = (
        Header(
            paper.issuers,
            paper.suffix,
            words(paper.number),
            tuple(words(signer) for signer in paper.signers),
            paper.copy_number,
            paper.urgency,
        )
        if paper.issuers
        else None
    )
    closing = None
    if paper.signatories:
        names = tuple(Signatory(name) for name in paper.signatories)
        closing = Closing(names, words(paper.date), paper.sealed, words(paper.remark))
    if paper.post:
        closing = Closing((Signatory(paper.post),), words(paper.date), sealed=False)
    imprint = None
    if paper.office:
        imprint = Imprint(words(paper.office), words(paper.printed), words(paper.cc))
    return Document(
        filing=f"{paper.name}@2026",
        kind="notice",
        face=paper.face,
        direction=paper.direction,
        title=_title(paper.title),
        body=_blocks(paper, paper.body, "p"),
        state="定稿",
        header=header,
        recipients=words(paper.recipients.removesuffix("：")),
        attachments=tuple(_attachment(paper, number) for number in range(len(paper.attachments))),
        closing=closing,
        imprint=imprint,
    )


def _title(title: tuple[str, ...]) -> Inlines:
    made: list[object] = []
    for number, line in enumerate(title):
        made += [Break(), *words(line)] if number else [*words(line)]
    return tuple(made)  # type: ignore[arg-type]


def _blocks(paper: Paper, body: str, prefix: str) -> tuple[Block, ...]:
    return tuple(
        _table(paper.table(line)) if isinstance(line, str) else _block(line, f"{prefix}{number}")
        for number, line in enumerate(lines(body))
    )


def _block(line: Line, name: str) -> Block:
    if line.level and line.head:
        return Heading(name, line.level, words(line.head), words(line.rest))
    return Paragraph(name, words(line.text))


def _table(table: Table) -> DocumentTable:
    columns = tuple(
        Column(f"c{number}", label, round(width / _CHARACTER_MM, 2))
        for number, (label, width) in enumerate(zip(table.head, table.widths, strict=True))
    )
    last = len(table.rows) - 1
    rows = tuple(
        Row(
            str(number),
            tuple(words(cell) for cell in cells),
            "total" if table.total and number == last else "body",
        )
        for number, cells in enumerate(table.rows)
    )
    return DocumentTable(
        table.name,
        "ledger" if table.landscape else "table",
        columns,
        rows,
        title=words(table.title),
        above=(tuple(words(part) for part in table.above.split("　　")),) if table.above else (),
        below=(tuple(words(part) for part in table.below.split("　　　　")),) if table.below else (),
        orientation="landscape" if table.landscape else "portrait",
    )


def _attachment(paper: Paper, number: int) -> Attachment:
    item = paper.attachments[number]
    if item.body.startswith("@"):
        made = _table(paper.table(item.body[1:]))
        return Attachment(words(item.title), replace(made, title=()))
    content = Document(
        filing=f"attachment-{number}@2026",
        kind="attachment",
        face="plain",
        direction="down",
        title=words(item.title),
        body=_blocks(paper, item.body, f"a{number}-"),
        state="定稿",
    )
    return Attachment(words(item.title), content)
