"""The text language: Jinja2, sandboxed and strict, with line marks so that every later error names file and line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from jinja2 import TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError, TemplateRuntimeError

from reporter.compose.sandbox import LIMIT, Sandbox, syntax_message
from reporter.errors import ReporterError, TemplateError
from reporter.text import control_characters

_MARK_OPEN, _MARK_CLOSE, _ZERO = "\ue002", "\ue003", 0xE020
MARK = re.compile(f"{_MARK_OPEN}([\ue020-\ue029]+){_MARK_CLOSE}")
_HALF_WIDTH = "检查花括号是否成对；花括号里的括号、引号、逗号、句点都要用英文（半角）的"
_NOT_BRACES = re.compile(r"[｛｝]\s*[｛｝{}]|[{}]\s*[｛｝]|(?<!\{)\{\s+\{")
"""What an input method makes of `{{` and `}}`: it would be printed as it stands."""
_SINGLE = re.compile(r"\{\s*[\w%][^{}\n]*\}|\{#(?:\s[^{}\n]*|[^{}\n]*$)|\{#[^{}#\n]*#\}")
"""One brace where two are meant, and a remark in the way of Jinja2, which is not ours."""
_WHOLE_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{##.*?##\}")
TAG = re.compile(r"\{\{|\{%|\{##|\}\}|%\}|##\}")


@dataclass(frozen=True, slots=True)
class Place:
    """A line of a source text."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file} 第{self.line}行"


@dataclass
class Sources:
    """The places that marks stand for."""

    places: list[Place] = field(default_factory=list)

    def mark(self, place: Place) -> str:
        """A mark of private-use characters for that place; it survives Jinja2 and is taken out by `split`."""
        self.places.append(place)
        digits = "".join(chr(_ZERO + int(digit)) for digit in str(len(self.places) - 1))
        return f"{_MARK_OPEN}{digits}{_MARK_CLOSE}"

    def marked(self, text: str, start: Place) -> str:
        """`text`, which begins at `start`, with a mark before every non-blank line outside an open Jinja tag."""
        lines, inside = [], False
        for number, line in enumerate(text.split("\n"), start.line):
            place = Place(start.file, number)
            if bad := control_characters(line):
                hint = "删去后重新输入（常见于复制来的特殊符号）"
                raise TemplateError(f"文字里有不能打印的字符 {'、'.join(bad)}", hint, str(place))
            if wrong := _NOT_BRACES.search(line):
                hint = "写成两个连着的半角花括号，如 {{ 隐患.发现() }}"
                raise TemplateError(f"“{wrong[0]}”不是数据的括号", hint, str(place))
            if not inside and (wrong := _SINGLE.search(_WHOLE_TAG.sub("", line))):
                hint = "数据写成 {{ 隐患.发现() }}，提示写成 {## … ##}；就是要印的花括号，改用（）"
                raise TemplateError(f"“{wrong[0][:20]}”会照原样印出来", hint, str(place))
            lines.append(line if inside or not line.strip() else self.mark(place) + line)
            for tag in TAG.findall(line):
                inside = tag in ("{{", "{%", "{##")
        return "\n".join(lines)

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


def render(env: Sandbox, source: str, context: Mapping[str, Any], start: Place) -> str:
    """Rendered text of a source that begins at `start`. Every fault is a TemplateError with file and line."""
    size, chunks = 0, []
    try:
        for chunk in env.compiled(source).generate(context):
            size += len(chunk)
            if size > LIMIT:
                raise TemplateError(f"生成的文字超过{LIMIT // 10000}万字", "检查循环")
            chunks.append(chunk)
    except Exception as error:  # whatever an expression raises comes through Jinja2 as it is
        raise explained(error, start) from error
    return "".join(chunks)


def explained(error: Exception, start: Place) -> Exception:
    """The fault of a template for the person who wrote it, with file and line; unknown faults as they are."""
    match error:
        case ReporterError():
            error.where = error.where or str(_place(error, start))
            return error
        case TemplateSyntaxError():
            place = Place(start.file, start.line + error.lineno - 1)
            return TemplateError(f"模板语法不对：{syntax_message(error)}", _HALF_WIDTH, str(place))
        case SecurityError():
            hint = "只能用列出的名称和数据项，用 reporter list facts 查看"
            return TemplateError("模板里有不允许的写法", hint, str(_place(error, start)))
        case UndefinedError():
            hint = "用 reporter list facts 查看可用的数据项"
            return TemplateError(f"用了不存在的名称：{_undefined(error)}", hint, str(_place(error, start)))
        case TemplateRuntimeError():  # a test or filter inside a condition is looked for only when it runs
            message = f"模板语法不对：{syntax_message(error)}"
            return TemplateError(message, "参照现有模板改写", str(_place(error, start)))
        case OverflowError() | RecursionError():
            return TemplateError(
                "模板里的循环或嵌套太大", "检查 range 和互相调用的宏", str(_place(error, start))
            )
        case TypeError() | ValueError() | ArithmeticError():
            return TemplateError("模板这一行不能计算", "检查名称、括号和引号", str(_place(error, start)))
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
