"""A Document as the lines that its page order gives, and the composing of a single text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from reporter.compose.alone import workspace_of
from reporter.compose.composition import Composition, compose
from reporter.compose.kinds import load_text
from reporter.document.inline import plain
from reporter.document.model import Document
from reporter.typeset.flow import Foot, Mark, NewPage, Para, Signature, TableItem, flow


def composed(path: Path) -> Composition:
    """The composition of a text that stands alone."""

    def refuse(name: str) -> Document:
        raise AssertionError(name)

    kind = load_text(path)
    workspace = workspace_of(kind, path)
    return compose(workspace, workspace.filings[0], refuse, kind)


def lines(document: Document) -> list[str]:
    """Every printed line in order; a new page is `---`, a blank is ＿."""
    return [line.replace("\n", "") for line in _lines(document)]


def _lines(document: Document) -> Iterator[str]:
    for item in flow(document):
        match item:
            case NewPage():
                yield "---"
            case Mark(header=header):
                yield from (
                    header.copy_number,
                    header.urgency,
                    *(f"标志：{name}" for name in header.issuers),
                    header.suffix,
                )
                yield plain(header.number, "＿")
                yield from (f"签发人：{plain(name, '＿')}" for name in header.signers)
            case Para():
                yield item.number + plain(item.inlines, "＿") + plain(item.run_in, "＿")
            case TableItem(table=table):
                yield from ("｜".join(plain(cell, "＿") for cell in row.cells) for row in table.rows)
            case Signature(closing=closing):
                yield from (f"署名：{one.printed}" for one in closing.signatories)
                yield plain(closing.date, "＿")
            case Foot(imprint=imprint):
                yield f"抄送：{plain(imprint.cc, '＿')}"
                yield f"{plain(imprint.office, '＿')}　{plain(imprint.print_date, '＿')}"
