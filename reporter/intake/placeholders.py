"""Names that `reporter new` left open: “××” in a configuration file would be printed in a document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reporter.intake.problems import Code, Problem, warning
from reporter.intake.tree import Tree
from reporter.records.fitting import Steps

MARK = "××"


def placeholders(tree: Tree) -> tuple[Problem, ...]:
    """One warning for a file that still holds the mark, at its first place. It is looked for once a text."""
    if MARK not in tree.entries:
        tree.entries[MARK] = tuple(_told(tree))
    found: tuple[Problem, ...] = tree.entries[MARK]
    return found


def _told(tree: Tree) -> Iterator[Problem]:
    places = list(_marked(tree.data, ()))
    if places:
        message = f"还有{len(places)}处“{MARK}”没有换成本地的名称"
        program = "Excel " if tree.file.endswith(".xlsx") else "记事本"
        hint = f"用{program}打开这个文件，把带“{MARK}”的名称都换掉，不然会照样印进文件"
        yield warning(Code.YAML_PLACEHOLDER, message, hint, tree.where(places[0]), MARK)


def _marked(value: Any, steps: Steps) -> Iterator[Steps]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _marked(item, (*steps, key))
    elif isinstance(value, list):
        for place, item in enumerate(value):
            yield from _marked(item, (*steps, place))
    elif isinstance(value, str) and MARK in value:
        yield steps
