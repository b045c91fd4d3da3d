"""Pieces of text as HTML: what is deleted in <del>, what is inserted in <ins>, everything else escaped."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup, escape

from reporter.diff.model import Edit
from reporter.diff.said import visible

_TAGS = {"delete": "del", "insert": "ins"}


def said(text: str) -> Markup:
    """A text as it is; nothing of it is markup, and nothing of it unseen."""
    return escape(visible(text))


def marked(edits: Sequence[Edit]) -> Markup:
    """The pieces in their order."""
    return Markup("").join(
        Markup("<{0}>{1}</{0}>").format(Markup(_TAGS[edit.op]), said(edit.text))
        if edit.op in _TAGS
        else said(edit.text)
        for edit in edits
    )
