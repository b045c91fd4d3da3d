"""The settings at the head of a text: YAML → plain values, and the line of each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.scalarint import ScalarInt
from ruamel.yaml.scalarstring import FoldedScalarString, LiteralScalarString

from reporter.compose.frontnames import BEGIN, QUOTE, name_of, value_of
from reporter.compose.language import Place
from reporter.errors import ReporterError, TemplateError, together
from reporter.intake.problems import Code, Rejected
from reporter.intake.readers.yaml import parse
from reporter.intake.yamlfaults import wide_colons
from reporter.patterns import regex

_BARE = regex(r"^[^'\"]*(?::|-)\s[^'\"]*\{\{")


def read(lines: list[str], file: str) -> dict[str, Any]:
    """`values`, `lines` (path → line in the file) and `shapes` (name → its own values and lines).

    `lines` begin in line 2 of the file. Raises TemplateError with file and line.
    """
    data = _yaml(lines, file)
    if not isinstance(data, CommentedMap):
        raise _unread(lines, file) or TemplateError("模板开头的设置是空的", BEGIN, str(Place(file, 1)))
    shapes = data.get("shapes") or {}
    return {**_told(data), "shapes": {name: _told(shape) for name, shape in shapes.items()}}


def _told(data: Any) -> dict[str, Any]:
    return {"values": _plain(data or {}), "lines": dict(_lines(data))}


def _yaml(lines: list[str], file: str) -> Any:
    """The front matter, whose first line is line 2 of the file."""
    try:
        return YAML(typ="rt").load("\n".join(lines))
    except RecursionError as error:
        raise TemplateError("模板开头的设置套得太深", "删去多余的括号", str(Place(file, 2))) from error
    except MarkedYAMLError as error:
        raise _unread(lines, file, error) or error from error


def _unread(lines: list[str], file: str, error: MarkedYAMLError | None = None) -> ReporterError | None:
    """Why the settings cannot be read: what is mostly to blame, every place of it; None where nothing is."""
    bare = [number for number, line in enumerate(lines, 2) if _BARE.search(line)]
    text = "\n".join(["", *lines])
    wide = [_settings_fault(file, number, message, hint) for number, message, hint in wide_colons(text)]
    if error is None or wide:
        return together(wide)
    mark = error.problem_mark or error.context_mark
    last = mark.line + 2 if mark else 2
    for number in (last, last - 1):  # the mark may stand behind the line at fault
        if number in bare:
            return _settings_fault(file, number, "模板开头的设置读不懂", QUOTE)
    try:
        problems = parse(text, file).problems
    except Rejected as rejected:
        problems = [rejected.problem]
    told = [
        _settings_fault(file, one.where.line, one.message, one.hint)
        for one in problems
        if one.code in (Code.YAML_SYNTAX, Code.YAML_KEY_TWICE)
    ]
    return together(told) or _settings_fault(file, last, "模板开头的设置读不懂", "检查缩进、冒号和引号")


def _settings_fault(file: str, line: int, message: str, hint: str) -> TemplateError:
    return TemplateError(message, hint, str(Place(file, line)))


def _lines(data: Any, path: str = "") -> Iterator[tuple[str, int]]:
    """Path of every scalar and collection of the front matter, and its line in the file."""
    if isinstance(data, CommentedMap):
        for merged in data.merge:
            yield from _lines(merged, path)
        own = data.lc.data or {}
        entries = [(key, data.lc.value(key)[0], value) for key, value in data.items() if key in own]
    elif isinstance(data, CommentedSeq):
        entries = [(place, data.lc.item(place)[0], value) for place, value in enumerate(data)]
    else:
        return
    for key, line, value in entries:
        name = name_of(key, path.rpartition(".")[2]) if isinstance(data, CommentedMap) else str(key)
        here = f"{path}.{name}" if path else name
        block = isinstance(value, FoldedScalarString | LiteralScalarString)
        yield here, line + (3 if block else 2)
        yield from _lines(value, here)


def _plain(value: Any, parent: str = "") -> Any:
    """ruamel's own containers as plain ones, Chinese names and words of settings as ours."""
    if isinstance(value, dict):
        pairs = ((name_of(key, parent), item) for key, item in value.items())
        return {name: _plain(item, name) for name, item in pairs}
    if isinstance(value, list):
        return [_plain(item, parent) for item in value]
    if isinstance(value, ScalarInt) and (width := getattr(value, "_width", None)):
        return str(value).zfill(width)  # 份号 000123 keeps its zeros
    return value_of(parent, value)
