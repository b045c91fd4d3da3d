"""YAML that libyaml refuses or reads in another way: ruamel reads it, and what is wrong is told in Chinese."""

from __future__ import annotations

import re

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import Node

from reporter.intake.problems import Code, Rejected, Where
from reporter.intake.readers.yaml import ALIASES, ALIASES_HINT, WIDE_BLANK, WIDE_BLANK_HINT
from reporter.patterns import regex
from reporter.text import control_characters


def composed(text: str, name: str) -> Node | None:
    """The nodes of a text, None for an empty one. Raises Rejected."""
    try:
        return YAML(typ="rt", pure=True).compose(text)  # type: ignore[no-any-return]
    except RecursionError:
        hint = "一层层的括号太多，多半是误粘贴；对照样例重写这一段"
        raise Rejected(
            Code.YAML_SYNTAX, "文件里的括号或缩进套得太深", hint, Where(name, line=_deepest(text))
        ) from None
    except MarkedYAMLError as fault:
        raise _syntax(fault, text, name) from None
    except YAMLError:
        hint = "删去看不见的控制字符后再试"
        lines = [number for number, line in enumerate(text.split("\n"), 1) if control_characters(line)]
        where = Where(name, line=lines[0] if lines else 1)
        raise Rejected(Code.YAML_SYNTAX, "文件里有 YAML 不允许的字符", hint, where) from None


def _deepest(text: str) -> int:
    """The line with most brackets, or with most indentation."""
    lines = text.split("\n")
    weights = [max(line.count("[") + line.count("{"), len(line) - len(line.lstrip())) for line in lines]
    return weights.index(max(weights)) + 1


_WIDE_COLON = regex(r"\s*(- )?[\w（）]+：")
_CURES = (
    (regex(r"[ ]*\t"), "这一行的开头有制表符（Tab）", "缩进只用空格，和上下行对齐"),
    (regex(r"[ ]*[\u3000\u00a0]"), WIDE_BLANK, WIDE_BLANK_HINT),
    (_WIDE_COLON, "这一行的冒号是中文冒号", "改成英文冒号，后面空一格"),
    (regex(r"\s*(- )?[\w（）]+:[^\s/]"), "冒号后面没有空格", "冒号后面空一格"),
)
"""What a line looks like that is mostly to blame, what is wrong with it, what to do."""


def wide_colons(text: str) -> list[tuple[int, str, str]]:
    """Lines of a text that cannot be read whose key ends in a Chinese colon: number, what is wrong, what to do."""
    found = next((message, hint) for pattern, message, hint in _CURES if pattern is _WIDE_COLON)
    blocks = re.search(r"[|>][+-]?\s*$", text, re.MULTILINE)  # words may stand indented there
    lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if _WIDE_COLON.match(line)]
    return [(number, *found) for number, line in lines if not blocks or not line[0].isspace()]


def _blamed(text: str, line: int) -> tuple[int, str, str]:
    """The line at fault, the one before included, since a reader stumbles only at what follows."""
    lines = text.splitlines()
    for number in (line, line - 1):
        shown = lines[number - 1] if 0 < number <= len(lines) else ""
        for pattern, message, hint in _CURES:
            if pattern.match(shown):
                return number, message, hint
    hint = "检查缩进是否对齐（只用空格）、冒号后是否有空格、引号是否成对；冒号要用英文冒号"
    return line, "这一行附近的格式不对", hint


def _syntax(fault: MarkedYAMLError, text: str, name: str) -> Rejected:
    mark = fault.problem_mark or fault.context_mark
    where = Where(name, line=mark.line + 1 if mark is not None else 1)
    what = str(fault.problem or "")
    if "alias" in what or "anchor" in what:
        return Rejected(Code.YAML_ALIAS, ALIASES, ALIASES_HINT, where)
    line, message, hint = _blamed(text, where.line)
    return Rejected(Code.YAML_SYNTAX, message, hint, Where(name, line=line))
