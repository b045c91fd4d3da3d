"""The markup of our texts: markdown-it's `zero` preset plus our own rules (design 4.2).

One line is one paragraph; `#`…`#####` are 一、（一）1.（1）①; `**` always pairs; `@name …` alone on a line is a block
by name; `{#id}` at a line's end is its id. Lists, quotes, code, HTML, links and images are errors with a cure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

from reporter.compose.language import Place, Sources
from reporter.compose.value import STRAY, TOKEN, Ledgerbook
from reporter.document.inline import Inline, Inlines, Text, merged
from reporter.errors import TemplateError

_HEADING = re.compile(r"(#{1,6})\s*(.*)")
_ID = re.compile(r"\s*\{#([\w.-]+)\}\s*$")
_DIRECTIVE = re.compile(r"@(\w+)\s*(.*)")
_OPTION = re.compile(r"([\w-]+)=(?:\"([^\"]*)\"|(\S+))")
_TYPED_NUMBER = re.compile(r"(?:第?[一二三四五六七八九十百]+[、，.．]|[（(][一二三四五六七八九十百\d]+[）)]|\d{1,2}[.．、]|[①-⑳])\s*")
_FORBIDDEN = (
    (re.compile(r"[-+*]\s+\S"), "列表", "直接写“一是……；二是……”，或用标题分条"),
    (re.compile(r">\s*"), "引用", "引用原文请用引号“ ”写在段落里"),
    (re.compile(r"```|~~~"), "代码块", "公文里没有代码，删去这一行的标记"),
    (re.compile(r"\|.*\|"), "表格竖线", "表格在文稿开头的 tables 里定义，用 @table 名称 插入"),
    (re.compile(r"(?:---+|\*\*\*+|___+)\s*$"), "分隔线", "公文里没有分隔线，删去这一行"),
)  # fmt: skip
_INLINE_FORBIDDEN = (
    (re.compile(r"</?[a-zA-Z][^>]*>"), "HTML 标记", "删去尖括号里的标记"),
    (re.compile(r"!\[[^\]]*\]\([^)]*\)"), "图片", "文稿里不能插图"),
    (re.compile(r"\[[^\]]*\]\([^)]*\)"), "链接", "网址直接写成文字"),
    (re.compile(r"`[^`]+`"), "代码标记", "删去反引号"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """One parsed line: a heading (`level` 1–5), a paragraph (0) or a block by name (`directive`)."""

    place: Place | None
    level: int
    inlines: Inlines
    id: str = ""
    directive: str = ""
    argument: str = ""
    options: tuple[tuple[str, str], ...] = ()


def _line_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Block rule: every line is a paragraph of its own, leading blanks are ignored."""
    if silent:
        return True
    text = state.src[state.bMarks[start] : state.eMarks[start]]
    token = state.push("inline", "", 0)
    token.content = text.strip(" \t\u3000\xa0")
    token.map = [start, start + 1]
    token.children = []
    state.line = start + 1
    return True


def _strong_rule(state: StateInline, silent: bool) -> bool:
    """Inline rule: `**` opens and closes in turn, whatever stands beside it (CommonMark fails beside Chinese marks)."""
    if not state.src.startswith("**", state.pos):
        return False
    if not silent:
        state.push("strong_toggle", "strong", 0)
    state.pos += 2
    return True


def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero")
    parser.block.ruler.disable("paragraph")
    parser.block.ruler.push("gw_line", _line_rule)
    parser.inline.ruler.push("gw_strong", _strong_rule)
    parser.core.ruler.disable("normalize")
    return parser


_PARSER = _parser()


class Reader:
    """Turns rendered text into lines. `notes` collects what was accepted and dropped, for the clerk."""

    def __init__(self, sources: Sources, book: Ledgerbook) -> None:
        self._sources = sources
        self._book = book
        self.notes: list[str] = []

    def lines(self, text: str) -> Iterator[Line]:
        """The non-empty lines of a body text."""
        for raw in text.split("\n"):
            place, line = self._sources.split(raw)
            stripped = line.strip(" \t\u3000\xa0\r")
            if stripped:
                yield self._line(stripped, place)

    def inlines(self, text: str, place: Place | None) -> Inlines:
        """One line of inline text (titles, cells): tokens become runs, `**` bold."""
        tokens = _PARSER.parse(text.replace("\n", " "))
        strong, result = False, list[Inline]()
        for child in (child for token in tokens for child in token.children or ()):
            if child.type == "strong_toggle":
                strong = not strong
            else:
                result += self._replaced(child.content, strong, place)
        if strong:
            raise TemplateError("加粗标记 ** 没有成对", "在加粗文字的两端各写一个 **", str(place or ""))
        return merged(result)

    def _line(self, line: str, place: Place | None) -> Line:
        found = _ID.search(line)
        identifier = found[1] if found else ""
        if found:
            line = line[: found.start()]
        if directive := _DIRECTIVE.fullmatch(line):
            return self._directive(directive, place, identifier)
        self._forbid(line, _FORBIDDEN, place)
        heading = _HEADING.fullmatch(line)
        if not heading:
            return Line(place, 0, self._checked(line, place), identifier)
        level, words = len(heading[1]), self._without_number(heading[2], place)
        if level > 5:
            raise TemplateError("标题最多五级", "减少 # 的个数", str(place or ""))
        if not words:
            raise TemplateError("标题是空的", "在 # 后面写标题", str(place or ""))
        return Line(place, level, self._checked(words, place), identifier)

    def _directive(self, found: re.Match[str], place: Place | None, identifier: str) -> Line:
        rest = found[2]
        options = tuple((name, quoted or bare) for name, quoted, bare in _OPTION.findall(rest))
        argument = _OPTION.sub("", rest).strip()
        return Line(place, 0, (), identifier, found[1], argument, options)

    def _without_number(self, words: str, place: Place | None) -> str:
        typed = _TYPED_NUMBER.match(words)
        if not typed:
            return words
        self.notes.append(f"{place or ''}：标题里手打的序号“{typed[0].strip()}”已去掉，由系统统一编号")
        return words[typed.end() :]

    def _checked(self, text: str, place: Place | None) -> Inlines:
        for pattern, name, cure in _INLINE_FORBIDDEN:
            if pattern.search(text):
                raise TemplateError(f"文稿里不能用{name}", cure, str(place or ""))
        return self.inlines(text, place)

    @staticmethod
    def _forbid(line: str, patterns: tuple[tuple[re.Pattern[str], str, str], ...], place: Place | None) -> None:
        for pattern, name, cure in patterns:
            if pattern.match(line):
                raise TemplateError(f"文稿里不能用{name}", cure, str(place or ""))

    def _replaced(self, text: str, strong: bool, place: Place | None) -> Iterator[Inline]:
        position = 0
        for token in TOKEN.finditer(text):
            yield from self._literal(text[position : token.start()], strong, place)
            yield self._book.value(token[1]).inline(strong)
            position = token.end()
        yield from self._literal(text[position:], strong, place)

    @staticmethod
    def _literal(text: str, strong: bool, place: Place | None) -> Iterator[Inline]:
        if STRAY.search(text):
            raise TemplateError("数据被截断或改写", "不要对数据项使用截取、替换等写法", str(place or ""))
        if text:
            yield Text(text, strong)
