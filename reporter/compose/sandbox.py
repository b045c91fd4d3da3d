"""Jinja2 without anything that reads files, reaches into Python, eats memory or changes a figure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from types import CodeType
from typing import Any, TypeVar

from jinja2 import StrictUndefined, Template, TemplateSyntaxError, Undefined, nodes
from jinja2 import TemplateError as JinjaError
from jinja2.compiler import CodeGenerator, Frame
from jinja2.sandbox import ImmutableSandboxedEnvironment

from reporter.compose.value import Value, raw_of
from reporter.errors import TemplateError
from reporter.patterns import regex

_T = TypeVar("_T")
LIMIT = 2_000_000
"""Characters or items that one text may have; more is a runaway loop."""
_FILTERS = (
    "batch", "default", "first", "groupby", "join", "last", "list", "reject", "reverse", "select", "sort", "unique"
)  # fmt: skip
_TESTS = ("defined", "undefined", "eq", "ne", "lt", "le", "gt", "ge", "in", "==", "!=", "<", "<=", ">", ">=")
_NO_ATTRIBUTES = (Value, list, tuple, range)
_FORMATTING = regex(r"\{[^{}]*[:!.\[]")
_LOADERS = (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)
_SYNTAX = (
    (r"Encountered unknown tag '(.+?)'", "没有 {0} 这种写法"),
    (r"No filter named '(.+?)'", "不能用 |{0}"),
    (r"No test named '(.+?)'", "不能用 is {0}"),
    (r"[Uu]nexpected '?end of template|got 'end of template'", "缺少结尾，如 }}}}、%}}、endif 或 endfor"),
    (r"unexpected '(.+?)'", "不该有“{0}”"),
    (r"expected token 'end of [a-z ]+', got '(.+?)'", "“{0}”前面少了 }}}} 或 %}}"),
    (r"expected token '(.+?)', got '(.+?)'", "应有“{0}”，却是“{1}”"),
    (r"unexpected char (.+) at", "不该有 {0}"),
    (r"[Tt]ag name expected", "{{% 后面少了名称，如 if、for"),
)


class _Generator(CodeGenerator):
    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802 - Jinja2's name
        """`a ~ b` through `Sandbox.joined`, so that repeated doubling ends."""
        self.write("environment.joined((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")


class _TriedGenerator(_Generator):
    """What is printed, looped over and asked goes through `Sandbox`: what fails does not keep the rest from being
    looked at. `_Tried` marks loops and conditions by two nodes of Jinja2 that no text of ours can have."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write("environment.tried(lambda: ")
        super()._output_child_pre(node, frame, finalize)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        super()._output_child_post(node, frame, finalize)
        self.write(f", {node.lineno})")

    def visit_MarkSafe(self, node: nodes.MarkSafe, frame: Frame) -> None:  # noqa: N802 - Jinja2's name
        """What a loop goes through."""
        self._wrapped("looped", node.expr, frame)

    def visit_MarkSafeIfAutoescape(self, node: nodes.MarkSafeIfAutoescape, frame: Frame) -> None:  # noqa: N802
        """What a condition asks."""
        self._wrapped("asked", node.expr, frame)

    def _wrapped(self, name: str, expression: nodes.Expr, frame: Frame) -> None:
        self.write(f"environment.{name}(lambda: ")
        self.visit(expression, frame)
        self.write(f", {expression.lineno})")


FAULTY = "\uf8f0"
"""What stands for an expression that failed, when a text is read on for all its faults."""


class Sandbox(ImmutableSandboxedEnvironment):
    """Strict, without loaders. Values keep to themselves; strings and lists cannot be multiplied into the millions."""

    code_generator_class = _Generator
    intercepted_binops = frozenset(("+", "*", "**", "%"))

    def __init__(self) -> None:
        super().__init__(
            undefined=StrictUndefined,
            finalize=printable,
            autoescape=False,
            # `{#id}` names a block in our texts, so comments are {## … ##}.
            comment_start_string="{##",
            comment_end_string="##}",
        )
        self.filters = {name: self.filters[name] for name in _FILTERS}
        self.filters |= dict.fromkeys(("int", "float", "sum", "round", "abs"), _no_number)
        self.filters |= {"length": _count, "count": _count}
        self.tests = {name: self.tests[name] for name in _TESTS}
        self.tests["none"] = lambda value: raw_of(value) is None
        self.globals = {"range": self._range, "namespace": self.globals["namespace"]}
        self._compiled: dict[str, Template] = {}
        self._counted = 0
        self.failed: Callable[[Exception, int], None] | None = None
        """Set while a text is read for all its faults: takes what an expression raised, and its line."""

    def tried(self, printed: Callable[[], str], line: int) -> str:
        """The printed expression, or a stand-in while faults are collected."""
        return self._attempted(printed, line, FAULTY)

    def looped(self, items: Callable[[], Iterable[Any]], line: int) -> Iterable[Any]:
        """What a loop goes through; nothing where that fails while faults are collected."""
        return self._attempted(lambda: _iterable(items()), line, ())

    def asked(self, condition: Callable[[], Any], line: int) -> bool:
        """What a condition says; yes where that fails while faults are collected, so that its text is looked at."""
        return self._attempted(lambda: bool(condition()), line, True)

    def _attempted(self, wanted: Callable[[], _T], line: int, otherwise: _T) -> _T:
        try:
            return wanted()
        except Exception as error:  # whatever an expression raises
            if self.failed is None:
                raise
            self.failed(error, line)
            return otherwise

    def _range(self, *bounds: int) -> range:
        """`range` of a counted number of steps: loops inside loops that print nothing must end, too."""
        steps = range(*bounds)
        self._counted += len(steps[: LIMIT + 1])
        if self._counted > LIMIT:
            raise TemplateError(f"循环超过{LIMIT // 10000}万次", "检查 range")
        return steps

    def compiled(self, source: str) -> Template:
        """The template, compiled once: the cells of a table are the same source again and again."""
        if source not in self._compiled:
            self._compiled[source] = Template.from_code(self, _code(source), self.make_globals(None))
        return self._compiled[source]

    def generated(self, source: str, names: Mapping[str, Any]) -> Iterator[str]:
        """The rendered text in pieces, as `Template.generate` gives it, which copies all names three times."""
        template = self.compiled(source)
        try:
            yield from template.root_render_func(template.new_context({**self.globals, **names}, shared=True))
        except Exception:  # noqa: BLE001 - Jinja2 raises it again with the lines of the template
            self.handle_exception()

    def lenient(self, source: str) -> Template:
        """The template that tries every expression."""
        code = _Tried().compile(source)
        return Template.from_code(self, code, self.make_globals(None))

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        template = super()._parse(source, name, filename)
        for node in template.find_all(_LOADERS):
            raise TemplateSyntaxError("文稿不能引用别的模板文件", node.lineno)
        return template

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Small whole numbers only; a Value refuses by itself; `+` also joins short lists and texts."""
        value = isinstance(left, Value) or (isinstance(right, Value) and not isinstance(left, str))
        numbers = all(isinstance(side, int) and abs(side) < 10**6 for side in (left, right))
        joined = operator == "+" and _size(left) + _size(right) <= LIMIT
        if value or joined or (numbers and operator != "**"):
            return super().call_binop(context, operator, left, right)
        raise TemplateError(f"文稿里不能做这样的运算（{operator}）", "连接文字请用 ~")

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Nothing of a Value; of a text only what can neither cut it nor blow it up."""
        if isinstance(obj, str):
            return attr in ("format", "join", "startswith", "endswith")
        return not isinstance(obj, _NO_ATTRIBUTES) and super().is_safe_attribute(obj, attr, value)

    def wrap_str_format(self, value: Any) -> Any:
        """`"{}".format(…)` with bare places: a width could be a billion, an attribute would reach inside."""
        wrapped = super().wrap_str_format(value)
        if wrapped is not None and _FORMATTING.search(value.__self__):
            raise TemplateError("format 里只能写 {} 或 {名称}", "需要别的格式请用现成的数据项")
        return wrapped

    @staticmethod
    def joined(parts: tuple[Any, ...]) -> str:
        """What `~` gives."""
        text = "".join(str(printable(part)) for part in parts)
        if len(text) > LIMIT:
            raise TemplateError(f"文字超过{LIMIT // 10000}万字", "检查循环")
        return text


class _Tried(Sandbox):
    """Compiles what `Sandbox.lenient` runs."""

    code_generator_class = _TriedGenerator

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        template = super()._parse(source, name, filename)
        for loop in list(template.find_all(nodes.For)):
            loop.iter = nodes.MarkSafe(loop.iter, lineno=loop.iter.lineno)
            loop.test = loop.test and _question(loop.test)
        for one in template.find_all(nodes.If):
            one.test = _question(one.test)
        return template


def _question(test: nodes.Node) -> nodes.Expr:
    return nodes.MarkSafeIfAutoescape(test, lineno=test.lineno)


def printable(value: Any) -> Any:
    """`value` if it may be printed; groups, functions and None may not (TemplateError, in words for a clerk)."""
    if isinstance(value, str | Value | Undefined) or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    if isinstance(value, Mapping | list | tuple | range):
        raise TemplateError("这是一组内容，不能直接印出", '用 {% for … in … %} 逐项印，或用 |join("、") 连接')
    if callable(value):
        raise TemplateError("数据项后面少了括号", "写成 {{ 隐患.发现() }}，条件写在括号里")
    if value is None or isinstance(value, bool | float):
        raise TemplateError("没有可印的内容", "只能印数据项、文字和整数")
    return str(value)


def syntax_message(error: JinjaError) -> str:
    """Jinja2's own sentence in Chinese, where it is one of the usual ones."""
    message = error.message or ""
    for pattern, chinese in _SYNTAX:
        if found := re.search(pattern, message):
            return chinese.format(*found.groups())
    return "这一行的写法不对"


def _size(value: Any) -> int:
    return len(value) if isinstance(value, str | list | tuple) else LIMIT + 1


def _iterable(items: Iterable[Any]) -> Iterable[Any]:
    """The same; raises what looping over it would."""
    iter(items)
    return items


def _no_number(value: Any, *_: Any, **__: Any) -> Any:
    raise TemplateError(
        "文稿里不能把数据改成别的数", "需要的合计、占比请用现成的数据项，用 reporter list facts 查看"
    )


def _count(items: Any) -> int:
    """How many entries a list has; a text has no length here, since data stand in it as tokens."""
    if isinstance(items, str) or not hasattr(items, "__len__"):
        raise TemplateError("只能数一组内容有几项", "文字没有长度")
    return len(items)


@lru_cache(maxsize=1 << 10)
def _code(source: str) -> CodeType:
    """Compiled once in a process, whichever filing asks: what is compiled depends on nothing of a filing."""
    return Sandbox().compile(source)
