"""The desk on which one document is composed: its text language, its facts, and what was read and noted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from jinja2.sandbox import ImmutableSandboxedEnvironment

from reporter.compose.dialect import Reader
from reporter.compose.kinds import Kind
from reporter.compose.language import Sources, environment, render
from reporter.compose.value import Blanked, Ledgerbook, Value
from reporter.document.inline import Inlines
from reporter.errors import TemplateError
from reporter.facts.book import FactBook
from reporter.records.filing import Filing
from reporter.records.workspace import Workspace
from reporter.refs import text_ref


@dataclass
class Desk:
    """Everything that the parts of step 4 share for one filing."""

    workspace: Workspace
    filing: Filing
    kind: Kind
    facts: FactBook
    book: Ledgerbook = field(default_factory=Ledgerbook)
    sources: Sources = field(default_factory=Sources)
    names: dict[str, Any] = field(default_factory=dict)
    env: ImmutableSandboxedEnvironment = field(default_factory=environment)
    texts_read: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.reader = Reader(self.sources, self.book)
        self._open: list[str] = []

    def inlines(self, source: str | None, where: str, extra: Mapping[str, Any] | None = None) -> Inlines:
        """A scalar of the front matter as inline content. `where` names it in errors."""
        if not source:
            return ()
        text = render(self.env, source, {**self.names, **(extra or {})}, f"{self.kind.file} 的 {where}")
        return self.reader.inlines(text, None)

    def items(self, expression: str, where: str, extra: Mapping[str, Any] | None = None) -> list[Any]:
        """The list that a template expression gives."""
        file = f"{self.kind.file} 的 {where}"
        try:
            found = self.env.compile_expression(expression, undefined_to_none=False)(**{**self.names, **(extra or {})})
        except Exception as error:  # Jinja2 lets whatever an expression raises through
            raise TemplateError(f"“{expression}”不能计算：{error}", "检查名称和括号", file) from error
        if isinstance(found, str | Value) or not hasattr(found, "__iter__"):
            raise TemplateError(f"“{expression}”不是一组内容", "这里要写下级单位、任务、各年度等成组的名称", file)
        return list(found)

    def body(self) -> str:
        """The rendered body of the kind, with line marks."""
        source = self.sources.marked(self.kind.body, self.kind.file, self.kind.body_line)
        return render(self.env, source, self.names, self.kind.file, self.kind.body_line)

    def slot(self, name: str) -> str | Value:
        """What the clerk wrote in texts/<kind>/<name>.md, or a blank that names the file."""
        path = f"{self.kind.name}/{name}.md"
        file = f"texts/{path}"
        self.texts_read.add(file)
        text = self.workspace.texts.get(path, "")
        if not text.strip():
            return Value(self.book, None, text_ref(file), blank=Blanked(f"{name}（{file}）", 8))
        if path in self._open:
            raise TemplateError("文稿互相引用，没有尽头", where=file)
        self._open.append(path)
        try:
            return render(self.env, self.sources.marked(text, file), self.names, file)
        finally:
            self._open.pop()
