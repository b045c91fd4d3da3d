"""The text language: Jinja2, sandboxed and strict, with line marks so that every later error names file and line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from jinja2 import TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError, TemplateRuntimeError
from msgspec import Struct, field

from reporter.compose.sandbox import FAULTY, LIMIT, Sandbox, syntax_message
from reporter.errors import ReporterError, Several, TemplateError, together
from reporter.patterns import regex
from reporter.text import control_characters

_MARK_OPEN, _MARK_CLOSE, _ZERO = "\ue002", "\ue003", 0xE020
MARK = regex(f"{_MARK_OPEN}([\ue020-\ue029]+){_MARK_CLOSE}")
_HALF_WIDTH = "检查花括号是否成对；花括号里的括号、引号、逗号、句点都要用英文（半角）的"
_NOT_BRACES = regex(r"[｛｝]\s*[｛｝{}]|[{}]\s*[｛｝]|(?<!\{)\{\s+\{")
"""What an input method makes of `{{` and `}}`: it would be printed as it stands."""
_SINGLE = regex(r"\{\s*[\w%][^{}\n]*\}|\{#(?:\s[^{}\n]*|[^{}\n]*$)|\{#[^{}#\n]*#\}")
"""One brace where two are meant, and a remark in the way of Jinja2, which is not ours."""
_WHOLE_TAG = regex(r"\{\{.*?\}\}|\{%.*?%\}|\{##.*?##\}")
_MOST_UNPARSED = 20
"""Lines that are left out at most to see what is wrong with the others."""
TAG = regex(r"\{\{|\{%|\{##|\}\}|%\}|##\}")


class Place(Struct, frozen=True):
    """A line of a source text."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file} 第{self.line}行"


class Sources(Struct):
    """The places that marks stand for."""

    places: list[Place] = field(default_factory=list)

    def mark(self, place: Place) -> str:
        """A mark of private-use characters for that place; it survives Jinja2 and is taken out by `split`."""
        self.places.append(place)
        digits = "".join(chr(_ZERO + int(digit)) for digit in str(len(self.places) - 1))
        return f"{_MARK_OPEN}{digits}{_MARK_CLOSE}"

    def marked(self, text: str, start: Place) -> str:
        """`text`, which begins at `start`, with a mark before every non-blank line outside an open Jinja tag."""
        return "\n".join(self.mark(place) + line if place else line for line, place in _lines(text, start))

    def split(self, line: str) -> tuple[Place | None, str]:
        """The place of a line and the line without its marks; the last mark counts, Jinja's own lines come before."""
        found = MARK.findall(line)
        place = self.places[self.index(found[-1])] if found else None
        return place, MARK.sub("", line)

    @staticmethod
    def index(digits: str) -> int:
        """Which of `places` the digits of a mark mean."""
        return int("".join(str(ord(digit) - _ZERO) for digit in digits))

    def scalar(self, source: str, place: Place, path: str) -> str:
        """A scalar of the front matter as it is rendered; `path` says which one."""
        return source


@lru_cache(maxsize=64)
def _lines(text: str, start: Place) -> tuple[tuple[str, Place | None], ...]:
    """The lines of a source with the places of those that can be marked; raises what is wrong with them."""
    found, inside, faults = list[tuple[str, Place | None]](), False, list[ReporterError]()
    for number, line in enumerate(text.split("\n"), start.line):
        place = Place(start.file, number)
        faults += _unprintable(line, place, inside)
        found.append((line, None if inside or not line.strip() else place))
        for tag in TAG.findall(line):
            inside = tag in ("{{", "{%", "{##")
    if fault := together(faults):
        raise fault
    return tuple(found)


def _unprintable(line: str, place: Place, inside: bool) -> Iterator[TemplateError]:
    """What a line would print that nobody means; `inside` a tag that was opened before, braces are its own."""
    if bad := control_characters(line):
        hint = "删去后重新输入（常见于复制来的特殊符号）"
        yield TemplateError(f"文字里有不能打印的字符 {'、'.join(bad)}", hint, str(place))
    if wrong := _NOT_BRACES.search(line):
        hint = "写成两个连着的半角花括号，如 {{ 隐患.发现() }}"
        yield TemplateError(f"“{wrong[0]}”不是数据的括号", hint, str(place))
    elif not inside and (wrong := _SINGLE.search(_WHOLE_TAG.sub("", line))):
        hint = "数据写成 {{ 隐患.发现() }}，提示写成 {## … ##}；就是要印的花括号，改用（）"
        yield TemplateError(f"“{wrong[0][:20]}”会照原样印出来", hint, str(place))


def render(env: Sandbox, source: str, context: Mapping[str, Any], start: Place) -> str:
    """Rendered text of a source that begins at `start`. Every fault is a TemplateError with file and line."""
    size, chunks = 0, []
    if env.failed is not None:  # a text inside a text that is read for its faults
        return _tried(env, source, context, start)
    try:
        for chunk in env.generated(source, context):
            size += len(chunk)
            if size > LIMIT:
                raise TemplateError(f"生成的文字超过{LIMIT // 10000}万字", "检查循环")
            chunks.append(chunk)
    except Exception as error:  # whatever an expression raises comes through Jinja2 as it is
        raise explained(error, start) from error
    return "".join(chunks)


def all_faults(
    env: Sandbox, source: str, context: Mapping[str, Any], start: Place
) -> tuple[str, list[ReporterError]]:
    """Every fault that rendering would stumble over, and the text with FAULTY for what failed.

    A line that cannot be parsed is left out; what stands in a loop that fails is not seen, nor what follows a `set`.
    """
    found: list[ReporterError] = []
    lines = source.split("\n")
    for _ in range(_MOST_UNPARSED):
        try:
            env.lenient("\n".join(lines))
        except TemplateSyntaxError as error:
            found.append(_ours(explained(error, start)))
            at = min(error.lineno, len(lines)) - 1
            if "{%" in lines[at] or not _WHOLE_TAG.search(lines[at]):
                return "", found
            lines[at] = _WHOLE_TAG.sub(FAULTY, lines[at])
        else:
            break
    return _tried(env, "\n".join(lines), context, start, found), found


def _tried(
    env: Sandbox, source: str, context: Mapping[str, Any], start: Place, found: list[ReporterError] | None = None
) -> str:
    """The text with FAULTY for every expression that fails; the faults go to `found`, else to the text around it."""
    outer, size, chunks = env.failed, 0, list[str]()
    faults = [] if found is None else found
    env.failed = lambda error, line: faults.append(_ours(explained(error, start, line)))
    try:
        for chunk in env.lenient(source).generate(context):
            size += len(chunk)
            if size > LIMIT:
                break
            chunks.append(chunk)
    except Exception as error:  # noqa: BLE001 - whatever an expression raises; `_ours` lets the rest through
        faults.append(_ours(explained(error, start)))
    finally:
        env.failed = outer
    if found is None and (fault := together(faults)):
        raise fault
    return "".join(chunks)


def _ours(error: Exception) -> ReporterError:
    """The error if it is one that the writer can mend; anything else is raised, it is a fault of the engine."""
    if isinstance(error, ReporterError) and error.exit_code == ReporterError.exit_code:
        return error
    raise error


def explained(error: Exception, start: Place, line: int = 0) -> Exception:
    """The fault of a template for the person who wrote it, with file and line; unknown faults as they are.

    `line` counts from `start`, from 1; 0 where the traceback must tell.
    """
    where = str(Place(start.file, start.line + line - 1) if line else _place(error, start))
    match error:
        case Several():
            return error
        case ReporterError():
            error.where = error.where or where
            return error
        case TemplateSyntaxError():
            place = Place(start.file, start.line + error.lineno - 1)
            return TemplateError(f"模板语法不对：{syntax_message(error)}", _HALF_WIDTH, str(place))
        case SecurityError():
            hint = "只能用列出的名称和数据项，用 reporter list facts 查看"
            return TemplateError("模板里有不允许的写法", hint, where)
        case UndefinedError():
            hint = "用 reporter list facts 查看可用的数据项"
            return TemplateError(f"用了不存在的名称：{_undefined(error)}", hint, where)
        case TemplateRuntimeError():  # a test or filter inside a condition is looked for only when it runs
            message = f"模板语法不对：{syntax_message(error)}"
            hint = "条件只用 ==、<、in、is none、|join 这些写法"
            return TemplateError(message, hint, where)
        case OverflowError() | RecursionError():
            return TemplateError("模板里的循环或嵌套太大", "检查 range 和互相调用的宏", where)
        case TypeError() | ValueError() | ArithmeticError():
            return TemplateError("模板这一行不能计算", "检查名称、括号和引号", where)
    return error


def _place(error: BaseException, start: Place) -> Place:
    """The template line of the innermost template frame of the traceback."""
    number, trace = 1, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            number = trace.tb_lineno
        trace = trace.tb_next
    return Place(start.file, start.line + number - 1)


def _undefined(error: UndefinedError) -> str:
    found = re.search(r"'([^']+)' is undefined|no attribute '([^']+)'|no element ([^\s]+)", str(error))
    return "“" + next(name for name in found.groups() if name) + "”" if found else str(error)
