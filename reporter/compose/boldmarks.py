"""Marks in a line, read by markdown-it: `**` opens and closes bold, a backslash takes the meaning of what follows."""

from __future__ import annotations

from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline


def split(line: str) -> tuple[str | None, ...]:
    """The words between the marks of bold, None for a mark; the line has no blanks at its ends."""
    tokens = _parser().parse(line) if line else []
    children = (child for token in tokens for child in token.children or ())
    return tuple(None if child.type == "strong_toggle" else child.content for child in children)


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero").enable("escape")
    parser.block.ruler.disable("paragraph")
    parser.block.ruler.push("gw_line", _line_rule)
    parser.inline.ruler.push("gw_strong", _strong_rule)
    parser.core.ruler.disable("normalize")
    return parser


def _line_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Block rule: every line is a paragraph of its own."""
    if silent:
        return True
    token = state.push("inline", "", 0)
    token.content = state.src[state.bMarks[start] : state.eMarks[start]]
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
