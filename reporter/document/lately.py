"""What was found out about a Document lately is not found out again: a filing on its way is asked the same often.

Documents are frozen, and one is recognised as itself: comparing or hashing a long list would take as long as the work.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from reporter.document.model import Document

Answer = TypeVar("Answer")
_KEPT = 32
"""Documents whose answers are kept: those of workspaces that go in step, and of a batch. Those of a long list are
large."""


def lately(answered: Callable[[Document], Answer]) -> Callable[[Document], Answer]:
    """The same function; for the Documents that it was asked about last it gives what it gave."""
    known: dict[int, tuple[Document, Answer]] = {}
    """By identity, the last one last; while a Document is kept no other can have its number."""

    @wraps(answered)
    def remembered(document: Document) -> Answer:
        found = known.get(id(document))
        if found is None:
            found = known[id(document)] = document, answered(document)
            if len(known) > _KEPT:
                del known[next(iter(known))]
        return found[1]

    return remembered
