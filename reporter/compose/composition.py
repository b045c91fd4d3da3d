"""Step 4 on one screen: kind + facts + clerk's text → Document."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from reporter.compose.body import BodyBuilder
from reporter.compose.carried import carried
from reporter.compose.context import context
from reporter.compose.crossrefs import reference, resolved
from reporter.compose.desk import Desk
from reporter.compose.direction import Directed, directed
from reporter.compose.forms import FormBuilder
from reporter.compose.kinds import load_kind
from reporter.compose.parts import Parts
from reporter.compose.rosters import RosterBuilder
from reporter.compose.tables import TableBuilder
from reporter.compose.value import Value
from reporter.document.inline import words
from reporter.document.model import Attachment, Document, Issued, Named
from reporter.errors import TemplateError
from reporter.facts.book import FactBook
from reporter.records.filing import Filing
from reporter.records.workspace import Workspace

NOT_ENCLOSED = "（另附）"
"""Before the title of an attachment that is only named."""


@dataclass(frozen=True, slots=True)
class Composition:
    """A Document and what the clerk should know about its making."""

    document: Document
    facts: FactBook
    notes: tuple[str, ...] = ()
    texts_read: frozenset[str] = frozenset()


def compose(workspace: Workspace, filing: Filing, attached: Callable[[str], Document]) -> Composition:
    """The Document of one filing; `attached` gives the Document of a filing that it carries.

    Raises TemplateError, UnknownName or InputError with file and line.
    """
    kind = load_kind(filing.kind, workspace.root, filing.shape)
    desk = Desk(workspace, filing, kind, FactBook(workspace, filing))
    way = directed(workspace, filing, kind.front)
    desk.names.update(context(desk.book, desk.facts, kind, way))
    desk.names |= {"slot": desk.slot, "文字": desk.slot, "ref": _reference(desk), "见": _reference(desk)}
    body = _body(desk)
    document = _document(desk, way, body, attached)
    # Notes and what was read are complete only now.
    return Composition(
        resolved(document, desk.reader.places), desk.facts, tuple(body.notes()), frozenset(desk.texts_read)
    )


def _document(desk: Desk, way: Directed, body: BodyBuilder, attached: Callable[[str], Document]) -> Document:
    filing, front, parts = desk.filing, desk.kind.front, Parts(desk, way)
    return Document(
        filing=filing.id,
        kind=filing.kind,
        face=way.face,
        direction=way.direction,
        title=words(filing.title) if filing.title else desk.inlines(front.title, "title"),
        body=tuple(body.sections[0].blocks),
        state=filing.state,
        sample=desk.workspace.campaign.sample,
        header=parts.header(),
        recipients=parts.recipients(),
        issued=tuple(_issued(desk, body)),
        attachments=tuple(_attachments(desk, attached)),
        closing=parts.closing(),
        imprint=parts.imprint(),
        grid=desk.workspace.campaign.grid,
    )


def _body(desk: Desk) -> BodyBuilder:
    tables = TableBuilder(desk)
    forms, rosters = FormBuilder(desk, tables), RosterBuilder(desk)
    builder = BodyBuilder({"table": tables.build, "ledger": tables.build, "form": forms.build, "roster": rosters.build})
    for line in desk.reader.lines(desk.body()):
        builder.add(line)
    return builder


def _issued(desk: Desk, body: BodyBuilder) -> Iterator[Issued]:
    """The issued texts in the order of the front matter; each must have been begun by an @issued line."""
    written = {section.name: section for section in body.sections[1:]}
    for place, spec in enumerate(desk.kind.front.issued):
        path = f"issued.{place}"
        if spec.id not in written:
            hint = f"在正文里加一行 @issued {spec.id}"
            raise TemplateError(f"没有写印发正文“{spec.id}”", hint, str(desk.kind.place(path)))
        blocks = tuple(written.pop(spec.id).blocks)
        yield Issued(spec.id, desk.inlines(spec.title, f"{path}.title"), blocks)
    if written:
        name, where = next(iter(written)), str(desk.kind.place("issued"))
        raise TemplateError(f"@issued {name} 没有标题", "在开头的 issued 里给出 id 和 title", where)


def _attachments(desk: Desk, attached: Callable[[str], Document]) -> Iterator[Attachment]:
    """What the filing carries, else what the kind usually does."""
    names = desk.filing.attachments
    for name in names if names is not None else desk.kind.front.attachments:
        if name.startswith(NOT_ENCLOSED):
            yield Attachment(words(name.removeprefix(NOT_ENCLOSED)), Named())
            continue
        document = attached(name)
        filing = next((one for one in desk.workspace.filings if one.id == name), desk.filing)
        yield Attachment(document.title, carried(document, filing, desk.facts))


def _reference(desk: Desk) -> Callable[[str], Value]:
    """`{{ ref("id") }}`: the number of a heading, the label of an attachment, filled in when all are known."""
    return lambda target: Value(desk.book, f"#{target}", reference(target))
