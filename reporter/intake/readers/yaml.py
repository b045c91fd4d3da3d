"""YAML with positions. Every plain scalar stays text, so `010`, `NO` and `12:30` mean what was typed.

Types come from the records (a date field turns "2026-11-10" into a date). Aliases and anchors are refused:
nobody needs them here, and they are how a small file becomes an enormous one.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import Any

import yaml

from reporter.contents import content
from reporter.intake.problems import IGNORED, Code, Rejected, Where, error, warning
from reporter.intake.tree import Tree
from reporter.patterns import regex
from reporter.records.fitting import Steps
from reporter.text import INVISIBLE, control_characters

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_KEPT = 64
"""Texts whose trees are kept."""
_ASKED = ("resolve", "descend_resolver", "ascend_resolver")
"""What a loader asks about each node."""
_UNASKED = "".format
"""Takes anything and answers nothing; a function of Python would take longer than the node."""


def _untyped(loader: Any) -> Any:
    """A loader that does not ask what a word may mean: every scalar stays text."""
    if loader is None:
        return None

    return type("Untyped", (loader,), dict.fromkeys(_ASKED, _UNASKED))


_LIBYAML = _untyped(getattr(yaml, "CLoader", None))
_UNLIKE = regex("(?:^|[\\s\\[{,:?-])[&*]|[!?|>\\\\\t\r\x85\u2028\u2029]|^(---|[.][.][.]|%)|- - - ", re.MULTILINE)
"""Anchors, tags, directives, several documents, block scalars, escapes, odd line ends: where the two may differ."""
_BRACKETS = regex(r"[\[\]{}]")
_DEEPEST = 50
"""Brackets within brackets; libyaml would run out of stack without a word."""
_SLOWLY = "reporter.intake.yamlfaults"
"""What reads the rest; most files never need it, and it takes long to load."""
ALIASES = "不支持用 & 和 * 引用"
ALIASES_HINT = "以 & 或 * 开头的文字请加引号"
WIDE_BLANK, WIDE_BLANK_HINT = "这一行的开头有全角空格", "缩进只用英文空格，和上下行对齐"


def read(path: Path, name: str) -> Tree:
    """Parses one file; raises Rejected for broken syntax or encoding, collects the rest in `problems`."""
    try:
        return parse(content(path).decode("utf-8-sig"), name)
    except UnicodeDecodeError:
        hint = "用记事本打开，另存为时编码选 UTF-8"
        raise Rejected(Code.FILE_ENCODING, "文件不是 UTF-8 编码", hint, Where(name)) from None


def parse(text: str, name: str) -> Tree:
    """The same for a text in hand. A text that was just parsed is not parsed again: counties share their forms."""
    known = _parsed(text, name)
    tree = Tree(name, known.data, known.places, list(known.problems))
    tree.entries = known.entries
    return tree


@lru_cache(maxsize=_KEPT)
def _parsed(text: str, name: str) -> Tree:
    tree = Tree(name)
    node = _quickly(text) or import_module(_SLOWLY).composed(text, name)
    if node is not None:
        tree.data = _value(node, (), tree)
    return tree


def _quickly(text: str) -> Any:
    """The nodes as libyaml sees them, many times faster; None for what it refuses, which ruamel explains.

    libyaml keeps no anchors, so texts with their signs go the slow way; so do those with anything that versions 1.1
    and 1.2 of YAML read differently.
    """
    if _LIBYAML is None or _UNLIKE.search(text) or _depth(text) > _DEEPEST:
        return None
    try:
        return _LIBYAML(text).get_single_node()
    except (yaml.YAMLError, RecursionError):
        return None


def _depth(text: str) -> int:
    """How deep brackets stand in each other at most."""
    depth = most = 0
    for sign in _BRACKETS.findall(text):
        depth += 1 if sign in "[{" else -1
        most = max(most, depth)
    return most


def _value(node: Any, steps: Steps, tree: Tree) -> Any:
    where = Where(tree.file, line=node.start_mark.line + 1)
    tree.places.setdefault(steps, where)
    if getattr(node, "anchor", None):
        tree.problems.append(error(Code.YAML_ALIAS, ALIASES, ALIASES_HINT, where))
        return None
    if node.id == "scalar":
        return _scalar(node, where, tree)
    if node.id == "sequence":
        return [_value(item, (*steps, index), tree) for index, item in enumerate(node.value)]
    if node.id == "mapping":
        return _mapping(node, steps, tree)
    return None


def _scalar(node: Any, where: Where, tree: Tree) -> str | None:
    text: str = node.value
    bad = control_characters(text)
    if bad:
        message = f"有不能打印的字符 {'、'.join(bad)}"
        tree.problems.append(error(Code.CELL_CHARACTERS, message, "删去后重新输入", where, text))
    if INVISIBLE.search(text):
        tree.problems.append(warning(Code.CELL_INVISIBLE, IGNORED, "重新输入一遍可消除本提醒", where, text))
        text = INVISIBLE.sub("", text)
    return None if not node.style and text in _NULLS else text


def _mapping(node: Any, steps: Steps, tree: Tree) -> dict[str, Any]:
    mapping: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = str(key_node.value) if key_node.id == "scalar" else ""
        where = Where(tree.file, line=key_node.start_mark.line + 1)
        if not key:
            tree.problems.append(error(Code.YAML_SYNTAX, "键必须是一个词", "写成“键: 值”", where))
        elif key[0] in "\u3000\u00a0":
            tree.problems.append(error(Code.YAML_SYNTAX, WIDE_BLANK, WIDE_BLANK_HINT, where, key))
        elif key in mapping:
            first = tree.places[(*steps, key)].line
            message = f"键“{key}”写了两次（第{first}行和第{where.line}行）"
            tree.problems.append(error(Code.YAML_KEY_TWICE, message, "只留一个", where, key))
        else:
            tree.places[(*steps, key)] = where
            mapping[key] = _value(value_node, (*steps, key), tree)
    return mapping
