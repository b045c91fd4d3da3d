"""Going down a tree of any depth without recursion."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from reporter.artefacts.seen.word.inline import MC, UNSEEN, choices
from reporter.artefacts.seen.word.units import Element

_ALTERNATE: Final = f"{MC}AlternateContent"


def below(parent: Element, tags: tuple[str, ...]) -> Iterable[Element]:
    """The nearest elements of these tags, through whatever else stands around them (controls, insertions …)."""
    plain, inside = [], False
    for child in parent:
        tag = child.tag
        if tag in tags:
            plain.append(child)
        elif tag not in UNSEEN and len(child):
            inside = True
    return _below(parent, tags) if inside else plain


def _below(parent: Element, tags: tuple[str, ...]) -> Iterator[Element]:
    stack: list[Iterator[Element]] = [iter(parent)]
    while stack:
        for child in stack[-1]:
            if child.tag in tags:
                yield child
            elif child.tag == _ALTERNATE:
                stack.append(choices(child))
                break
            elif child.tag not in UNSEEN and len(child):
                stack.append(iter(child))
                break
        else:
            stack.pop()
