"""The markup of our texts: markdown-it's `zero` preset plus our own rules (design 4.2).

One line is one paragraph; `#`…`#####` are 一、（一）1.（1）①; `**` always pairs; `@name …` alone on a line is a block
by name; `{#id}` at a line's end is its id; `____` and `[空白:姓名]` are blanks to fill in, `[^…]` is a footnote; a
backslash takes the meaning of the mark behind it. Lists, quotes, code, HTML, links and images are errors with a cure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib import import_module

from msgspec import Struct

from reporter.compose.language import Place, Sources
from reporter.compose.value import STRAY, TOKEN, TokenBook
from reporter.document.inline import Blank, Break, Inline, Inlines, Note, Text, merged
from reporter.errors import TemplateError
from reporter.patterns import regex

_HEADING = regex(r"(#{1,6})\s*(.*)")
_ID = regex(r"\s*\{#([\w.-]+)\}\s*$")
_DIRECTIVE = regex(r"@(\w+)\s*(.*)")
_DIRECTIVES = {
    "印发": "issued", "附件": "attachment", "表格": "table", "表单": "form", "台账": "ledger", "名单": "roster"
}  # fmt: skip
_APART = regex(r"(?:(?<=[，。；、（）\s])|^)([\u4e00-\u9fff])[ \u3000]+([\u4e00-\u9fff])$")
BLANK = regex(r"_{2,}|\[空白[:：]([^\[\],，]+)(?:[,，]\s*(\d{1,2}))?\]")
NOTE = regex(r"\[\^([^\[\]]+)\]")
_BREAK = regex(r"[ \u3000]*(?:\\+|\n)[ \u3000]*|[ \u3000]+/[ \u3000]+")
"""Where a title's writer breaks its lines: a backslash, a slash between blanks, or the line end of a block."""
UNNAMED = "待填"
"""The name of a blank without words before it."""
_NESTED = regex(r"《[^《》]*《")
_OPTION = regex(r"([\w-]+)=(?:\"([^\"]*)\"|(\S+))")
_TYPED_NUMBER = regex(
    r"(?:第?[一二三四五六七八九十百]+[、，.．]|[（(](?:[一二三四五六七八九十百]+|\d{1,2})[）)]|\d{1,2}[.．、](?!\d)|[①-⑳])\s*"
)
_BLANKS = " \t\r\u3000\xa0"
_MARKS = "reporter.compose.boldmarks"
"""What reads marks of bold and backslashes; loaded when a line has one."""
_FORBIDDEN = (
    (regex(r"[-+*]\s+\S"), "列表", "直接写“一是……；二是……”，或用标题分条"),
    (regex(r">\s*"), "引用", "引用原文请用引号“ ”写在段落里"),
    (regex(r"```|~~~"), "代码块", "公文里没有代码，删去这一行的标记"),
    (regex(r"＃"), "全角的井号", "标题的井号用英文的 #"),
    (regex(r"\|.*\|"), "表格竖线", "表格在文稿开头的 tables 里定义，用 @table 名称 插入"),
    (regex(r"(?:---+|\*\*\*+)\s*$"), "分隔线", "公文里没有分隔线，删去这一行"),
)  # fmt: skip
_INLINE_FORBIDDEN = (
    (regex(r"</?[a-zA-Z][^>]*>"), "HTML 标记", "删去尖括号里的标记"),
    (regex(r"!\[[^\]]*\]\([^)]*\)"), "图片", "文稿里不能插图"),
    (regex(r"\[[^\]]*\]\([^)]*\)"), "链接", "网址直接写成文字"),
    (regex(r"`[^`]+`"), "代码标记", "删去反引号"),
    (regex(r"＊＊"), "全角的星号", "加粗用英文的星号：**一是加强领导。**"),
    (regex(r"\[\^[^\[\]]*(?:$|\[)|\[\^\]"), "没有写完的脚注", "写成 [^注的内容]，用英文的方括号"),
    (
        regex(r"[［\[]空白(?![:：][^\[\],，]+(?:[,，]\s*\d{1,2})?\])"),
        "没有写完的空白", "写成 [空白:名称]，用英文的方括号",
    ),
)  # fmt: skip
_SIGN = regex(r"[<\[`＊［]")
"""One of them stands in everything that is forbidden."""


class Line(Struct, frozen=True):
    """One parsed line: a heading (`level` 1–5), a paragraph (0) or a block by name (`directive`)."""

    place: Place | None
    level: int
    inlines: Inlines
    id: str = ""
    directive: str = ""
    argument: str = ""
    options: tuple[tuple[str, str], ...] = ()
    typed: str = ""
    """The number that someone typed before the heading; it is not part of `inlines`."""


@lru_cache(maxsize=512)
def _split(text: str) -> tuple[str | None, ...]:
    """The words of a line between its marks of bold, None for a mark. A line without any is its own words."""
    line = text.replace("\n", " ").strip(_BLANKS)
    if "**" in line or "\\" in line:
        found: tuple[str | None, ...] = import_module(_MARKS).split(line)
        return found
    return (line,) if line else ()


class Reader:
    """Turns rendered text into lines.

    `places` says where each reference was printed last.
    """

    def __init__(self, sources: Sources, book: TokenBook) -> None:
        self._sources = sources
        self._book = book
        self.places: dict[str, Place | None] = {}
        self.notes: list[str] = []

    def lines(self, text: str) -> Iterator[Line]:
        """The non-empty lines of a body text."""
        for raw in text.split("\n"):
            place, line = self._sources.split(raw)
            stripped = line.strip(_BLANKS)
            if stripped:
                yield self._line(stripped, place)

    def inlines(self, text: str, place: Place | None, short_dates: bool = False) -> Inlines:
        """One line of inline text (titles, cells): tokens become runs, `**` bold; raises TemplateError."""
        for pattern, name, cure in _INLINE_FORBIDDEN if _SIGN.search(text) else ():
            if pattern.search(text):
                raise TemplateError(f"文稿里不能用{name}", cure, str(place or ""))
        strong, position, result = False, 0, list[Inline]()
        for note in NOTE.finditer(text):
            runs, strong = self._runs(text[position : note.start()], strong, place, short_dates)
            result += [*runs, Note(self.inlines(note[1], place))]
            position = note.end()
        runs, strong = self._runs(text[position:], strong, place, short_dates)
        if strong:
            raise TemplateError("加粗标记 ** 没有成对", "在加粗文字的两端各写一个 **", str(place or ""))
        found = merged([*result, *runs])
        self._check_nesting(found, place)
        return found

    def scalar(self, text: str, place: Place | None, short_dates: bool = False) -> Inlines:
        """A rendered scalar of the front matter as inline content."""
        return self.inlines(self._sources.split(text)[1], place, short_dates)

    def scalar_title(self, text: str, place: Place | None) -> Inlines:
        """A rendered scalar of the front matter as a title."""
        return self.title(self._sources.split(text)[1], place)

    def title(self, text: str, place: Place | None) -> Inlines:
        """A title with the line breaks that its writer asked for."""
        result: list[Inline] = []
        for part in _BREAK.split(text.strip()):
            result += [*((Break(),) if result else ()), *self.inlines(part, place)]
        self._check_nesting(result, place)
        return tuple(result)

    def _check_nesting(self, inlines: Iterable[Inline], place: Place | None) -> None:
        """GB/T 15834 4.15: 〈〉 inside 《》."""
        text = "".join(one.text for one in inlines if isinstance(one, Text))
        note = f"{place}：书名号里的书名号要用单书名号，如《关于印发〈方案〉的通知》"
        if place and _NESTED.search(text) and note not in self.notes:
            self.notes.append(note)

    def _runs(
        self, text: str, strong: bool, place: Place | None, short_dates: bool
    ) -> tuple[list[Inline], bool]:
        """Runs of text and data, and whether bold is still open behind them."""
        result: list[Inline] = []
        for words in _split(text):
            if words is None:
                strong = not strong
            else:
                result += self._replaced(Text(words, strong), place, short_dates)
        return result, strong

    def _line(self, line: str, place: Place | None) -> Line:
        if line.startswith("\\"):
            return Line(place, 0, self.inlines(line, place))
        found = _ID.search(line)
        identifier = found[1] if found else ""
        if found:
            line = line[: found.start()]
        if directive := _DIRECTIVE.fullmatch(line):
            return self._directive(directive, place, identifier)
        self._forbid(line, _FORBIDDEN, place)
        heading = _HEADING.fullmatch(line)
        if not heading:
            return Line(place, 0, self.inlines(line, place), identifier)
        level, words = len(heading[1]), heading[2]
        typed = number[0] if (number := _TYPED_NUMBER.match(words)) else ""
        words = words.removeprefix(typed)
        if level > 5:
            raise TemplateError("标题最多五级", "减少 # 的个数", str(place or ""))
        if not words:
            raise TemplateError("标题是空的", "在 # 后面写标题", str(place or ""))
        return Line(place, level, self.inlines(words, place), identifier, typed=typed.strip())

    def _directive(self, found: re.Match[str], place: Place | None, identifier: str) -> Line:
        rest = self._book.read(found[2])
        options = tuple((name, quoted or bare) for name, quoted, bare in _OPTION.findall(rest))
        argument = _OPTION.sub("", rest).strip()
        name = _DIRECTIVES.get(found[1], found[1])
        return Line(place, 0, (), identifier, name, argument, options)

    @staticmethod
    def _forbid(
        line: str, patterns: tuple[tuple[re.Pattern[str], str, str], ...], place: Place | None
    ) -> None:
        for pattern, name, cure in patterns:
            if pattern.match(line):
                raise TemplateError(f"文稿里不能用{name}", cure, str(place or ""))

    def _replaced(self, run: Text, place: Place | None, short_dates: bool) -> Iterator[Inline]:
        """The run with its tokens replaced; what is left of a token that was cut is an error."""
        position = 0
        for token in TOKEN.finditer(run.text):
            yield from _with_blanks(Text(run.text[position : token.start()], run.strong))
            yield self._data(token[1], run.strong, place, short_dates)
            position = token.end()
        yield from _with_blanks(Text(run.text[position:], run.strong))
        rest = TOKEN.sub("", run.text)
        if not rest.isprintable() and STRAY.search(rest):
            raise TemplateError("数据被截断或改写", "不要对数据项使用截取、替换等写法", str(place or ""))

    def _data(self, digits: str, strong: bool, place: Place | None, short_dates: bool) -> Inline:
        try:
            inline = self._book.value(digits).inline(strong, short_dates)
        except TemplateError as error:
            error.where = error.where or str(place or "")
            raise
        if isinstance(inline, Text) and inline.ref:
            self.places[inline.ref] = place
        return inline


def _called(before: str) -> str:
    """The words before a blank: 姓名 of `联系人姓名：`; two characters set apart are one word (邮  箱：)."""
    label = _APART.sub(r"\1\2", before.rstrip("：: "))
    return re.split(r"[，。；、（）\s]", label)[-1].strip("_")


def _with_blanks(run: Text) -> Iterator[Inline]:
    """`____` and `[空白:姓名]` as blanks; the first is called by the words before it."""
    position = 0
    for found in BLANK.finditer(run.text):
        before = run.text[position : found.start()]
        yield Text(before, run.strong)
        name = found[1] or _called(run.text[: found.start()])
        width = int(found[2] or 0) or (4 if found[1] else max(len(found[0]) // 2, 2))
        yield Blank(name[-12:] or UNNAMED, width)
        position = found.end()
    yield Text(run.text[position:], run.strong)
