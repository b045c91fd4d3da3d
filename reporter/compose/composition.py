"""Step 4 on one screen: kind + facts + clerk's text → Document."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct, field

from reporter.compose.alone import bare_context
from reporter.compose.body import BodyBuilder, Section
from reporter.compose.carried import carried
from reporter.compose.context import context
from reporter.compose.crossrefs import reference, resolved
from reporter.compose.desk import Desk
from reporter.compose.direction import Directed, directed
from reporter.compose.forms import FormBuilder
from reporter.compose.front import AttachmentSpec
from reporter.compose.kinds import Kind, load_kind
from reporter.compose.lawful import check_lawful
from reporter.compose.parts import Parts
from reporter.compose.reminders import reminders
from reporter.compose.rosters import RosterBuilder
from reporter.compose.sandbox import FAULTY
from reporter.compose.tables import TableBuilder
from reporter.compose.value import Value
from reporter.compose.webblock import with_web
from reporter.document.inline import words
from reporter.document.model import Attachment, Document, Issued, Named
from reporter.document.volumes import SECTION
from reporter.errors import ReporterError, TemplateError, together
from reporter.facts.book import FactBook
from reporter.patterns import regex
from reporter.records.filing import Carried, Filing
from reporter.records.workspace import Workspace

NOT_ENCLOSED = "（另附）"
"""Before the title of an attachment that is only named."""
_FILING = regex(r"[A-Za-z][\w.@+-]*", re.ASCII)
"""What looks like the id of a filing and not like a title."""


class Composition(Struct, frozen=True):
    """A Document and what the clerk should know about its making."""

    document: Document
    facts: FactBook
    notes: tuple[str, ...] = ()
    texts_read: frozenset[str] = frozenset()
    blanks: Mapping[str, str] = field(default_factory=dict)
    """Name of a blank → reference of the value that is missing, where there is one."""


def compose(
    workspace: Workspace,
    filing: Filing,
    attached: Callable[[str], Document],
    kind: Kind | None = None,
    *,
    traced: bool = False,
) -> Composition:
    """The Document of one filing; `attached` gives the Document of a filing that it carries.

    `kind` is given for a text that stands alone; `traced` asks for runs with their origins (`compose.origins`). Raises
    TemplateError, UnknownName or InputError with file and line.
    """
    kind = kind or load_kind(filing.kind, workspace.root, filing.shape)
    desk = Desk(workspace, filing, kind, FactBook(workspace, filing), traced=traced)
    way = directed(workspace, filing, kind.front)
    desk.names.update(bare_context(desk.book, kind) if kind.alone else context(desk.book, desk.facts, kind, way))
    desk.names |= {"slot": desk.slot, "文字": desk.slot, "ref": _reference(desk), "见": _reference(desk)}
    desk.names |= {"note": _footnote, "注": _footnote}
    if kind.alone:
        desk.texts_read.add(kind.file)
    try:
        body = _body(desk)
        document = _document(desk, way, body, attached)
    except ReporterError as fault:
        raise together([fault, *_around(desk, way)]) or fault from fault
    notes = [*body.notes(), *desk.reader.notes, *check_lawful(desk, document), *reminders(desk, document)]
    if kind.front.fonts and not kind.alone:
        where = kind.place("fonts")
        notes.append(f"{where}：字体由 campaign.yaml（或基本信息.xlsx）统一规定，这里写的没有用")
    # What was read is complete only now.
    whole = resolved(with_web(desk, document), desk.reader.places)
    return Composition(whole, desk.facts, tuple(notes), frozenset(desk.texts_read), dict(desk.book.blanks))


def _around(desk: Desk, way: Directed) -> Iterator[ReporterError]:
    """What is wrong around the text, once something is wrong at all."""
    parts, title = Parts(desk, way), desk.kind.front.title
    pieces = (parts.header, parts.recipients, parts.closing, parts.disclosure, parts.imprint)
    for piece in (lambda: desk.title(title, "title"), *pieces):
        try:
            piece()
        except ReporterError as fault:
            yield fault


def _document(desk: Desk, way: Directed, body: BodyBuilder, attached: Callable[[str], Document]) -> Document:
    filing, front, parts = desk.filing, desk.kind.front, Parts(desk, way)
    return Document(
        filing=filing.id,
        kind=filing.kind,
        face=way.face,
        direction=way.direction,
        title=words(filing.title or "") or (desk.title(front.title, "title") if front.title else ()),
        body=tuple(body.sections[0].blocks),
        state=front.state or "草稿" if filing.state == "草稿" else filing.state,
        sample=desk.workspace.campaign.sample if front.sample is None else front.sample,
        header=parts.header(),
        recipients=parts.recipients(),
        issued=tuple(_issued(desk, body, parts)),
        attachments=tuple(_attachments(desk, body, attached)),
        closing=parts.closing(),
        disclosure=parts.disclosure(),
        imprint=parts.imprint(),
        grid=desk.workspace.campaign.grid,
    )


def _body(desk: Desk) -> BodyBuilder:
    tables = TableBuilder(desk)
    forms, rosters = FormBuilder(desk, tables), RosterBuilder(desk)
    builder = BodyBuilder({"table": tables.build, "ledger": tables.build, "form": forms.build, "roster": rosters.build})
    text, faults = desk.body()
    for raw in text.split("\n"):
        if FAULTY in raw and "@" in raw:
            continue  # a block by a name that could not be found out
        try:
            for line in desk.reader.lines(raw.replace(FAULTY, "某")):
                builder.add(line)
        except ReporterError as fault:
            faults.append(fault)
    if whole := together(faults):
        raise whole
    return builder


def _issued(desk: Desk, body: BodyBuilder, parts: Parts) -> Iterator[Issued]:
    """The issued texts in the order of the front matter; each must have been begun by an @issued line."""
    written = {section.name: section for section in body.sections[1:] if not section.attached}
    for place, spec in enumerate(desk.kind.front.issued):
        path = f"issued.{place}"
        if spec.id not in written:
            hint = f"在正文里加一行 @issued {spec.id}"
            raise TemplateError(f"没有写印发正文“{spec.id}”", hint, str(desk.kind.place(path)))
        blocks = tuple(written.pop(spec.id).blocks)
        yield Issued(spec.id, desk.title(spec.title, f"{path}.title"), blocks, parts.signed(spec, path))
    if written:
        name, where = next(iter(written)), str(desk.kind.place("issued"))
        raise TemplateError(f"@issued {name} 没有标题", "在开头的 issued 里给出 id 和 title", where)


def _attachments(desk: Desk, body: BodyBuilder, attached: Callable[[str], Document]) -> Iterator[Attachment]:
    """What the filing carries, else what the kind usually does; a text of its own follows `@attachment`."""
    written = {section.name: section for section in body.sections if section.attached}
    if desk.filing.attachments is not None:
        for given in desk.filing.attachments:
            yield _given(desk, given, attached)
    else:
        for number, spec in enumerate(desk.kind.front.attachments, 1):
            yield _attachment(desk, number, spec, written, attached)
    for section in written.values():
        place = str(section.begun.place or "") if section.begun else ""
        raise TemplateError(f"“{section.name}”没有列在 attachments（附件）里", "在开头的设置里写上它的标题", place)


def _attachment(
    desk: Desk, number: int, spec: AttachmentSpec, written: dict[str, Section], attached: Callable[[str], Document]
) -> Attachment:
    """One attachment of the front matter."""
    path = f"attachments.{number - 1}"
    if spec.separate and (spec.enclosed is False or spec.title.startswith(NOT_ENCLOSED)):
        raise _contradiction(spec.title, str(desk.kind.place(path)))
    section = next((written.pop(name) for name in _section_names(number, spec) if name in written), None)
    if section is None:
        if spec.title.startswith(NOT_ENCLOSED):
            return _named(spec.title)
        if not desk.kind.alone and spec.enclosed is not False and _FILING.fullmatch(spec.title):
            return _carried(desk, spec.title, attached, spec.separate)
        if spec.enclosed or spec.separate:
            where = str(desk.kind.place(path))
            raise TemplateError(f"附件“{spec.title}”没有内容", f"在正文后面写一行 @附件 {number}，再写内容", where)
        return Attachment(desk.title(spec.title, path), Named())
    filing, title = desk.filing, desk.title(spec.title, path)
    content = Document(
        filing=f"{filing.id}{SECTION}附件{number}", kind=filing.kind, face="plain", direction="level", title=title,
        body=tuple(section.blocks),
    )  # fmt: skip
    return Attachment(title, content, spec.separate)


def _contradiction(title: str, where: str) -> TemplateError:
    hint = "只列名称的写 enclosed（随附）: false；要另成一个文件的写 separate（单独成册）: true，并写上内容"
    return TemplateError(f"附件“{title}”既只列名称又单独成册", hint, where)


def _section_names(number: int, spec: AttachmentSpec) -> tuple[str, ...]:
    return tuple(f"附件{name}" for name in (spec.id, str(number), spec.title) if name)


def _named(name: str) -> Attachment:
    return Attachment(words(name.removeprefix(NOT_ENCLOSED)), Named())


def _given(desk: Desk, given: Carried, attached: Callable[[str], Document]) -> Attachment:
    """One attachment of filings.yaml."""
    named = given.title.startswith(NOT_ENCLOSED) or not given.enclosed
    if named and given.separate:
        raise _contradiction(given.title, f"filings.yaml {desk.filing.id}")
    return _named(given.title) if named else _carried(desk, given.title, attached, given.separate)


def _carried(desk: Desk, name: str, attached: Callable[[str], Document], separate: bool) -> Attachment:
    """A filing of the workspace as attachment."""
    document = attached(name)
    filing = next((one for one in desk.workspace.filings if one.id == name), desk.filing)
    return Attachment(document.title, carried(document, filing, desk.facts), separate)


def _footnote(text: object) -> str:
    """`{{ 注("…") }}`: a footnote at this place, the same as `[^…]`."""
    return f"[^{text}]"


def _reference(desk: Desk) -> Callable[[str], Value]:
    """`{{ ref("id") }}`: the number of a heading, the label of an attachment, filled in when all are known."""
    return lambda target: Value(desk.book, f"#{target}", reference(target))
