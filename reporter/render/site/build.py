"""Document → web page: the same flow that the pages of paper are made of, without anything that belongs to paper."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from reporter.document.inline import Blank, Break, Inline, Inlines, Note, Text, plain
from reporter.document.model import Closing, Document, Named
from reporter.document.naming import name_of
from reporter.document.webpage import web_document, web_rows
from reporter.errors import InputError
from reporter.records.period import iso_day, whole_day
from reporter.render.rendered import Siblings
from reporter.render.site.table import table_view
from reporter.render.site.view import (
    Head,
    Link,
    Listed,
    ListView,
    Page,
    Para,
    Part,
    Run,
    Runs,
    Signed,
)
from reporter.text import control_characters
from reporter.typeset.flow import Para as FlowPara
from reporter.typeset.flow import Signature, TableItem, flow

_CSS = {"recipients": "recipients", "flush": "flush", "remark": "remark"}
_DEEPEST = 6


def build(document: Document, siblings: Siblings | None = None) -> Page:
    """Everything that the page shows. Raises InputError for characters that cannot be printed."""
    return _Builder(document, siblings or {}).page()


class Writer:
    """Inlines as runs; footnotes are numbered in the order met and collected."""

    def __init__(self) -> None:
        self.notes: list[Runs] = []

    def runs(self, inlines: Inlines, breaks: bool = False) -> Runs:
        """`breaks`: keep line breaks, as in cells; in titles and text the screen's width decides."""
        return tuple(run for inline in inlines for run in self._one(inline, breaks))

    def _one(self, inline: Inline, breaks: bool) -> Iterator[Run]:
        match inline:
            case Text(text=text, strong=strong):
                for position, line in enumerate(checked(text).split("\n")):
                    if position and breaks:
                        yield Run("break")
                    if line:
                        yield Run("strong" if strong else "text", line)
            case Blank(name=name):
                yield Run("blank", checked(name))
            case Break() if breaks:
                yield Run("break")
            case Note(inlines=inside):
                self.notes.append(())  # the number is taken before a note inside it asks for one
                number = len(self.notes)
                self.notes[number - 1] = self.runs(inside)
                yield Run("note", number=number)


class _Builder:
    def __init__(self, document: Document, siblings: Siblings) -> None:
        self.document, self.siblings = document, siblings
        self.writer = Writer()
        self.parts = [Part("text", "text")]
        self.heading: Runs = ()
        self.ending: list[Para] = []
        self.caption: Inlines = ()
        self.spoken = plain(document.title)
        self.headings = self.tables = 0

    def page(self) -> Page:
        """Walks the flow once."""
        document = self.document
        rows = tuple((row.label, self.writer.runs(row.value)) for row in web_rows(document))
        for item in flow(web_document(document)):
            match item:
                case FlowPara():
                    self._para(item)
                case TableItem(table=table):
                    self.tables += 1
                    view = table_view(table, self.writer, self.caption, self.spoken, f"table-{self.tables}")
                    self.parts[-1].blocks.append(view)
                    self.caption = ()
                case Signature(closing=closing):
                    self.parts[-1].blocks.append(self._signed(closing))
        title = checked(plain(document.title, "待填")).replace("\n", "") or checked(name_of(document))
        return Page(
            title=title,
            state=_state(document),
            meta=tuple(_meta(document, title)),
            rows=rows,
            heading=self.heading,
            unsaid_heading="" if self.heading else title,
            parts=tuple(part for part in self.parts if part.blocks or part.title),
            ending=tuple(self.ending),
            notes=tuple(self.writer.notes),
        )

    def _para(self, item: FlowPara) -> None:
        part, runs = self.parts[-1], self.writer.runs
        if item.id == "title":
            self.heading = runs(item.inlines)
        elif item.style in ("sheet_title", "table_title"):
            self.caption = item.inlines
        elif item.style in ("issued_title", "attachment_label"):
            self._begin(item)
        elif item.style == "attachment_title":
            part.title, self.spoken = runs(item.inlines), plain(item.inlines)
        elif item.style.startswith("attachment_"):
            self._listed(item)
        elif item.style.startswith("h") and item.style[1:].isdecimal():
            self._headed(item)
        else:
            number = (Run("strong", checked(item.number)),) if item.number else ()
            para = Para(_CSS.get(item.style, "body"), (*number, *runs(item.inlines), *runs(item.run_in)))
            if item.id == "disclosure":
                self.ending.append(para)
            else:
                part.blocks.append(para)

    def _begin(self, item: FlowPara) -> None:
        """An issued text has a title, an attachment a label and then its title."""
        runs = self.writer.runs(item.inlines)
        if item.style == "issued_title":
            self.parts.append(Part(f"issued-{len(self.parts)}", "issued", title=runs))
            self.spoken = plain(item.inlines)
        else:
            self.parts.append(Part(item.id, "attachment", label=runs))

    def _headed(self, item: FlowPara) -> None:
        self.headings += 1
        level = min(_DEEPEST, int(item.style[1:]) + (1 if len(self.parts) == 1 else 2))
        number = (Run("text", checked(item.number)),) if item.number else ()
        runs = (*number, *self.writer.runs(item.inlines))
        head = Head(level, f"section-{self.headings}", runs, self.writer.runs(item.run_in))
        self.parts[-1].blocks.append(head)
        self.spoken = item.number + plain(item.inlines) or self.spoken

    def _listed(self, item: FlowPara) -> None:
        blocks = self.parts[-1].blocks
        last = blocks[-1] if blocks else None
        shown = last if isinstance(last, ListView) else ListView()
        if shown is not last:
            blocks.append(shown)
        number = len(shown.items) + 1
        attachment = self.document.attachments[number - 1]
        bound = not attachment.separate and not isinstance(attachment.content, Named)
        href = f"#attachment-{number if len(self.document.attachments) > 1 else 0}" if bound else ""
        files = tuple(Link(quote(name), checked(name)) for name in self.siblings.get(number, ()))
        shown.items.append(Listed(checked(item.number), self.writer.runs(item.inlines), href, files))

    def _signed(self, closing: Closing) -> Signed:
        names = tuple(checked(one.printed) for one in closing.signatories)
        found = whole_day(plain(closing.date, "＿"))
        return Signed(names, self.writer.runs(closing.date), iso_day(found) if found else "")


def checked(text: str) -> str:
    """Text that may go into a page: line ends as \\n, anything unprintable refused with its code."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    if bad := control_characters(text):
        raise InputError(f"文字里有不能打印的字符 {'、'.join(bad)}", "请在来源表格或文本中删去这个字符")
    return text


def _state(document: Document) -> str:
    """What a reader must know before he takes the page for the document itself."""
    state = checked(document.state) if document.state != "定稿" else ""
    return "　".join(part for part in ("样稿" if document.sample else "", state) if part)


def _meta(document: Document, title: str) -> Iterator[tuple[str, str]]:
    """The tags that government sites carry for search and archives (政府网站发展指引, 网页标签)."""
    yield "ArticleTitle", title
    rows = {row.label: plain(row.value, "＿") for row in web_rows(document)}
    found = whole_day(rows.get("发布日期", ""))
    if found:
        yield "PubDate", iso_day(found)
    for name, label in (("ContentSource", "发布机构"), ("Keywords", "主题词")):
        value = rows.get(label, "")
        if value and "＿" not in value:
            yield name, checked(value)
