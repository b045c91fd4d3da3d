"""The text language: Jinja2, sandboxed and strict, with line marks so that every later error names file and line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from reporter.compose.value import Value, raw_of
from reporter.errors import ReporterError, TemplateError

_MARK_OPEN, _MARK_CLOSE, _ZERO = "\ue002", "\ue003", 0xE020
_MARK = re.compile(f"{_MARK_OPEN}([\ue020-\ue029]+){_MARK_CLOSE}")
_TAG = re.compile(r"\{\{|\{%|\{##|\}\}|%\}|##\}")
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_FILTERS = ("batch", "default", "first", "groupby", "join", "last", "list", "reject", "reverse", "select", "sort", "unique")
LIMIT = 2_000_000
"""Characters that one rendered text may have; more is a runaway loop."""


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
        self.places.append(place)
        digits = "".join(chr(_ZERO + int(digit)) for digit in str(len(self.places) - 1))
        return f"{_MARK_OPEN}{digits}{_MARK_CLOSE}"

    def marked(self, text: str, file: str, first_line: int = 1) -> str:
        """`text` with a mark before every non-blank line that does not stand inside an open Jinja tag."""
        lines, inside = [], False
        for number, line in enumerate(text.split("\n"), first_line):
            if _PRIVATE.search(line):
                where = str(Place(file, number))
                raise TemplateError("文字里有私用区字符（常见于复制来的特殊符号）", "删掉该字符后重新输入", where)
            lines.append(line if inside or not line.strip() else self.mark(Place(file, number)) + line)
            for tag in _TAG.findall(line):
                inside = tag in ("{{", "{%", "{##")
        return "\n".join(lines)

    def split(self, line: str) -> tuple[Place | None, str]:
        """The place of a line and the line without its marks; the last mark counts, Jinja's own lines come before."""
        found = _MARK.findall(line)
        place = self.places[int("".join(str(ord(c) - _ZERO) for c in found[-1]))] if found else None
        return place, _MARK.sub("", line)


class _Environment(ImmutableSandboxedEnvironment):
    """No arithmetic on strings or numbers that could eat memory; names with an underscore are out of reach."""

    intercepted_binops = frozenset(("*", "**"))

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.compiled: dict[str, Template] = {}

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        if isinstance(left, Value) or isinstance(right, Value):
            return super().call_binop(context, operator, left, right)
        if operator == "**" or not all(isinstance(side, int) and abs(side) < 10**6 for side in (left, right)):
            raise TemplateError("文稿里不能做这样的运算")
        return super().call_binop(context, operator, left, right)


def environment() -> ImmutableSandboxedEnvironment:
    """A fresh environment: strict, sandboxed, without loaders; templates cannot include or import files."""
    env = _Environment(
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,
        # `{#id}` names a block in our texts, so comments are {## … ##}.
        comment_start_string="{##",
        comment_end_string="##}",
    )
    env.filters = {name: env.filters[name] for name in _FILTERS}
    env.filters |= {"int": _no_number, "float": _no_number, "sum": _no_number, "round": _no_number, "length": _count}
    env.globals = {"range": env.globals["range"], "namespace": env.globals["namespace"]}
    return env


def render(env: ImmutableSandboxedEnvironment, source: str, context: Mapping[str, Any], file: str, line: int = 1) -> str:
    """Rendered text. Every fault becomes a TemplateError with file and line; `line` is where `source` begins."""
    try:
        text = _compiled(env, source).render(context)
    except TemplateSyntaxError as error:
        where = str(Place(file, line + error.lineno - 1))
        raise TemplateError(f"模板语法不对：{error.message}", "检查花括号是否成对、是否为半角", where) from error
    except UndefinedError as error:
        hint = "用 reporter list facts 查看可用的数据项"
        raise TemplateError(f"用了不存在的名称：{_undefined(error)}", hint, _place(error, file, line)) from error
    except SecurityError as error:
        raise TemplateError("模板里有不允许的写法", "不能使用以下划线开头的名称", _place(error, file, line)) from error
    except ReporterError as error:
        if not error.where:
            error.where = _place(error, file, line)
        raise
    except (TypeError, ValueError, ArithmeticError, OverflowError, RecursionError) as error:
        raise TemplateError(f"模板这一行不能计算：{error}", where=_place(error, file, line)) from error
    if len(text) > LIMIT:
        raise TemplateError(f"生成的文字超过{LIMIT // 10000}万字", "检查循环", file)
    return text


def _compiled(env: ImmutableSandboxedEnvironment, source: str) -> Template:
    """The template, compiled once an environment: the cells of a table are the same source again and again."""
    compiled: dict[str, Template] = env.compiled  # type: ignore[attr-defined]
    if source not in compiled:
        compiled[source] = env.from_string(source)
    return compiled[source]


def _place(error: BaseException, file: str, line: int) -> str:
    """The template line of the innermost template frame of the traceback."""
    number, trace = 1, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            number = trace.tb_lineno
        trace = trace.tb_next
    return str(Place(file, line + number - 1))


def _undefined(error: UndefinedError) -> str:
    found = re.search(r"'([^']+)' is undefined|no attribute '([^']+)'|no element ([^\s]+)", str(error))
    return "“" + next(name for name in found.groups() if name) + "”" if found else str(error)


def _no_number(value: Any, *_: Any, **__: Any) -> Any:
    raise TemplateError("文稿里不能把数据改成别的数", "需要的合计、占比请用现成的数据项，用 reporter list facts 查看")


def _count(items: Any) -> int:
    raw_of(items)
    return len(items)
