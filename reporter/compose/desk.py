"""The desk on which one document is composed: its text language, its facts, and what was read and noted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from msgspec import Struct, field

from reporter.compose.dialect import Reader
from reporter.compose.kinds import Kind
from reporter.compose.language import Place, Sources, all_faults, explained, render
from reporter.compose.origins import TracedReader, TracedSources
from reporter.compose.sandbox import Sandbox
from reporter.compose.value import Blanked, TokenBook, Value
from reporter.document.inline import Inlines
from reporter.errors import ReporterError, TemplateError
from reporter.facts.book import FactBook
from reporter.records.filing import Filing
from reporter.records.workspace import Workspace
from reporter.refs import text_ref


class Desk(Struct, dict=True):
    """Everything that the parts of step 4 share for one filing."""

    workspace: Workspace
    filing: Filing
    kind: Kind
    facts: FactBook
    book: TokenBook = field(default_factory=TokenBook)
    sources: Sources = field(default_factory=Sources)
    names: dict[str, Any] = field(default_factory=dict)
    env: Sandbox = field(default_factory=Sandbox)
    texts_read: set[str] = field(default_factory=set)
    traced: bool = False
    """Whether runs of plain words say where they stand in their source."""
    _open: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        if self.traced:
            self.sources = TracedSources()

    @cached_property
    def reader(self) -> Reader:
        """Makes inlines and blocks of texts."""
        return (TracedReader if self.traced else Reader)(self.sources, self.book)

    def inlines(
        self, source: str | None, path: str, extra: Mapping[str, Any] | None = None, short_dates: bool = False
    ) -> Inlines:
        """A scalar of the front matter as inline content; `path`, e.g. `tables.towns.title`, says where it stands."""
        if not source:
            return ()
        place = self.kind.place(path)
        names = {**self.names, **extra} if extra else self.names
        text = render(self.env, self.sources.scalar(source, place, path), names, place)
        return self.reader.scalar(text, place, short_dates)

    def title(self, source: str, path: str) -> Inlines:
        """A title of the front matter, with the line breaks that its writer asked for."""
        place = self.kind.place(path)
        text = render(self.env, self.sources.scalar(source, place, path), self.names, place)
        return self.reader.scalar_title(text, place)

    def items(self, expression: str, path: str, extra: Mapping[str, Any] | None = None) -> list[Any]:
        """The list that an expression of the front matter gives."""
        place = self.kind.place(path)
        try:
            compiled = self.env.compile_expression(expression, undefined_to_none=False)
            found = compiled(**{**self.names, **(extra or {})})
            if not isinstance(found, str | Value) and isinstance(found, Iterable):
                return list(found)
        except Exception as error:  # whatever an expression raises comes through Jinja2 as it is
            raise explained(error, place) from error
        hint = "这里要写下级单位、任务、各年度等成组的名称"
        raise TemplateError(f"“{expression}”不是一组内容", hint, str(place))

    def body(self) -> tuple[str, list[ReporterError]]:
        """The rendered body of the kind, with line marks; where it fails, what could be rendered and every fault."""
        start = Place(self.kind.file, self.kind.body_line)
        source = self.sources.marked(self.kind.body, start)
        try:
            return render(self.env, source, self.names, start), []
        except ReporterError as error:
            if error.exit_code != ReporterError.exit_code:
                raise
            self._open.clear()
            text, faults = all_faults(self.env, source, self.names, start)
            return text, faults if sum(len(fault.parts) for fault in faults) > 1 else [error]

    def slot(self, name: str) -> str | Value:
        """What the clerk wrote in texts/<kind>/<name>.md or .docx, or a blank that names the file."""
        path = f"{self.kind.name}/{name}.md"
        if path not in self.workspace.texts and f"{self.kind.name}/{name}.docx" in self.workspace.texts:
            path = f"{self.kind.name}/{name}.docx"
        file = f"texts/{path}"
        self.texts_read.add(file)
        text = self.workspace.texts.get(path, "")
        if not text.strip():
            return Value(self.book, None, text_ref(file), blank=Blanked(f"{name}（{file}）", 8))
        if path in self._open:
            hint = "这份文字里的 文字(…) 又引到了它自己：删去其中一处"
            raise TemplateError("文稿互相引用，没有尽头", hint, file)
        self._open.append(path)
        try:
            start = Place(file, 1)
            return render(self.env, self.sources.marked(text, start), self.names, start)
        finally:
            self._open.pop()
