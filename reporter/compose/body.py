"""Rendered text → blocks: headings, paragraphs and blocks by name, each with an id that survives editing around it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from reporter.compose.dialect import Line
from reporter.document.inline import Inline, Inlines, Text, merged, plain
from reporter.document.model import Block, Heading, Paragraph
from reporter.document.numbering import number_text, numbered
from reporter.errors import TemplateError
from reporter.text import did_you_mean

Builder = Callable[[Line, str], tuple[Block, ...]]
"""A block by name: gets its line and id, gives blocks."""


class Section(Struct):
    """Blocks of the notice (`name` empty), of one issued text or of one attachment."""

    name: str
    attached: bool = False
    begun: Line | None = None
    blocks: list[Block] = field(default_factory=list)


class BodyBuilder:
    """Reads lines in order. Ids are `{#id}`, else heading path and ordinal (design 4.3)."""

    def __init__(self, builders: Mapping[str, Builder]) -> None:
        self._builders = builders
        self.sections = [Section("")]
        self._path: list[str] = []
        self._counts: dict[str, int] = {}
        self._seen: dict[str, str] = {}
        self._typed: dict[str, Line] = {}
        self._skipped: list[str] = []

    def add(self, line: Line) -> None:
        """The next line of the text; raises TemplateError with its place."""
        if line.directive in ("issued", "attachment"):
            self._begin(line)
        elif line.directive:
            self._by_name(line)
        elif line.level:
            self._heading(line)
        else:
            self._paragraph(line)

    def notes(self) -> Iterator[str]:
        """What became of numbers that were typed before headings, and levels that were left out."""
        yield from self._skipped
        for section in self.sections:
            for block, number in numbered(section.blocks):
                if block.id in self._typed:
                    line = self._typed[block.id]
                    what = "已去掉，由系统统一编号" if line.typed == number else f"与顺序不符，已改为“{number}”"
                    yield f"{line.place}：标题里手打的序号“{line.typed}”{what}"

    def _begin(self, line: Line) -> None:
        attached = line.directive == "attachment"
        example = "@附件 1" if attached else "@issued plan"
        if not line.argument:
            raise TemplateError(f"@{line.directive} 后面要写名称", f"如 {example}", str(line.place or ""))
        name = f"附件{line.argument.removeprefix('附件')}" if attached else line.argument
        if any(section.name == name for section in self.sections):
            raise TemplateError(f"“{name}”写了两次", "每份只写一次", str(line.place or ""))
        self.sections.append(Section(name, attached, line))
        self._path = []

    def _by_name(self, line: Line) -> None:
        if line.directive not in self._builders:
            hint = did_you_mean(line.directive, [*self._builders, "issued", "attachment"])
            raise TemplateError(f"没有 @{line.directive} 这种内容", hint, str(line.place or ""))
        identifier = self._identifier(line, "-".join(part for part in (line.directive, line.argument) if part))
        self._blocks.extend(self._builders[line.directive](line, identifier))

    def _heading(self, line: Line) -> None:
        if "\n" in plain(line.inlines):
            raise TemplateError("标题里的数据有换行", "删去数据里的换行", str(line.place or ""))
        above = next((one.level for one in reversed(self._blocks) if isinstance(one, Heading)), line.level)
        if line.level > above + 1:
            jump = f"标题从{above}级跳到{line.level}级，中间缺了“{number_text(above + 1, 1)}”这一级"
            self._skipped.append(f"{line.place}：{jump}；不是有意的，减少 # 的个数")
        self._path = self._path[: line.level - 1]
        self._path += [""] * (line.level - 1 - len(self._path)) + [plain(line.inlines)[:16]]
        identifier = self._identifier(line, "/".join(part for part in self._path if part))
        self._blocks.append(Heading(identifier, line.level, line.inlines))
        if line.typed:
            self._typed[identifier] = line

    def _paragraph(self, line: Line) -> None:
        """A paragraph for every line of the data in it; the first runs in with a heading that ends with 。"""
        first, *more = _lines(line.inlines)
        last = self._blocks[-1] if self._blocks else None
        if isinstance(last, Heading) and not last.run_in and plain(last.inlines).endswith("。") and not line.id:
            self._blocks[-1] = Heading(last.id, last.level, last.inlines, first)
        else:
            self._blocks.append(Paragraph(self._identifier(line, self._ordinal()), first))
        for rest in more:
            self._blocks.append(Paragraph(self._identifier(replace(line, id=""), self._ordinal()), rest))

    @property
    def _blocks(self) -> list[Block]:
        return self.sections[-1].blocks

    def _ordinal(self) -> str:
        path = "/".join(part for part in (self.sections[-1].name, *self._path) if part)
        self._counts[path] = self._counts.get(path, 0) + 1
        return f"{path}/{self._counts[path]}" if path else str(self._counts[path])

    def _identifier(self, line: Line, otherwise: str) -> str:
        """A unique id; a repeated given id is an error, a repeated derived one gets an ordinal."""
        name = line.id or otherwise
        if name in self._seen and line.id:
            message = f"编号 {{#{name}}} 用了两次（另一处：{self._seen[name]}）"
            raise TemplateError(message, "换一个编号", str(line.place or ""))
        unique, number = name, 1
        while unique in self._seen:
            number += 1
            unique = f"{name}~{number}"
        self._seen[unique] = str(line.place or "")
        return unique


def _lines(inlines: Inlines) -> list[Inlines]:
    """Content cut at the line ends inside its data, without empty lines; at least one."""
    lines: list[list[Inline]] = [[]]
    for inline in inlines:
        if not isinstance(inline, Text):
            lines[-1].append(inline)
            continue
        first, *more = inline.text.split("\n")
        lines[-1].append(replace(inline, text=first))
        lines += [[replace(inline, text=text)] for text in more]
    kept = [merged(line) for line in lines if merged(line)]
    return kept or [()]
