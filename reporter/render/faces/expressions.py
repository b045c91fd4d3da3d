"""What stands inside the tags: names that exist, and nothing but names, comparisons and loops."""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import Environment, nodes
from jinja2.exceptions import TemplateSyntaxError
from jinja2.meta import find_undeclared_variables

from reporter.errors import TemplateError
from reporter.render.faces.draft import MAIN, Draft, Fault
from reporter.render.word.template import sources
from reporter.text import did_you_mean

KNOWN = frozenset({"blocks", "state", "title"})
BLOCK_FIELDS = frozenset(
    {"k", "number", "text", "run_in", "names", "suffix", "head", "rows", "recipients", "cc", "office", "date"}
)
_FIELDS = {
    "b": BLOCK_FIELDS, "r": frozenset({"cells", "total"}), "c": frozenset({"name", "date"}),
}  # fmt: skip
_UNSAFE = (
    nodes.Call, nodes.Filter, nodes.Mul, nodes.Pow, nodes.Mod, nodes.Include, nodes.Import, nodes.FromImport,
    nodes.Extends, nodes.Macro, nodes.CallBlock,
)  # fmt: skip
_COMPARE = "对照 reporter template build 生成的模板改回来"


def check_expressions(draft: Draft) -> None:
    """Parses every part as it will be compiled and walks the syntax tree."""
    try:
        parts = sources(draft.package, "模板")
    except TemplateError as error:
        draft.add(Fault("T110", error.message, error.hint or _COMPARE))
        return
    for part, source in parts.items():
        place = "正文" if part == MAIN else "页眉页脚"
        try:
            tree = Environment(autoescape=True).parse(source)
        except TemplateSyntaxError as error:
            message = f"标记不配对（{error.message}）"
            draft.add(Fault("T110", message, f"for 与 endfor、if 与 endif 要成对；{_COMPARE}", place))
            continue
        for message, hint in _walk(tree):
            draft.add(Fault("T112" if "不能" in message else "T111", message, hint, place))
        if any(tree.find_all(_UNSAFE)):
            continue  # looking for names works out what is constant: 'a' * 10 ** 10 would fill the memory
        for name in sorted(find_undeclared_variables(tree) - KNOWN):
            draft.add(Fault("T111", f"没有“{name}”这个数据", did_you_mean(name, KNOWN) or _COMPARE, place))


def _walk(tree: nodes.Template) -> Iterator[tuple[str, str]]:
    for node in tree.find_all(_UNSAFE):
        yield f"版式模板里不能用 {type(node).__name__.lower()} 这种写法", "只用数据名、if 和 for"
    for attribute in tree.find_all(nodes.Getattr):
        if attribute.attr.startswith("_"):
            yield f"版式模板里不能用 {attribute.attr}", "只用数据名、if 和 for"
        elif isinstance(attribute.node, nodes.Name):
            fields = _FIELDS.get(attribute.node.name)
            if fields is not None and attribute.attr not in fields:
                name = f"{attribute.node.name}.{attribute.attr}"
                yield f"没有“{name}”这个数据", did_you_mean(attribute.attr, fields) or _COMPARE
    for item in tree.find_all(nodes.Getitem):
        if isinstance(item.arg, nodes.Const) and str(item.arg.value).startswith("_"):
            yield f"版式模板里不能用 {item.arg.value}", "只用数据名、if 和 for"
    for loop in tree.find_all(nodes.For):
        if any(inner.iter == loop.iter for inner in loop.find_all(nodes.For) if inner is not loop):
            yield "循环里不能再套同一个循环", _COMPARE
