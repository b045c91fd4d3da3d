"""Whom a document is addressed to, and as what."""

from __future__ import annotations

import re

from reporter.artefacts.seen.model import Element, Para
from reporter.check.subject import Subject

_SEVERAL = re.compile(r"[、，,；;]|\s{2,}|[局厅部委府办]\s+\S|[局厅部委府办]并(?!入)")
_PARTED = re.compile(r"[、，,；;\s]+")
_ALL = re.compile("各(?:上级|有关上级|主管)")
_MOVED = re.compile(r"主\s*送\s*[：:]")
_NEAR = 4
_ABOVE = ("body", "signatory", "date")
_BRACKETS = re.compile(r"[（(][^）)]*[）)]")
KIND_TWICE = re.compile(r"的(通知|通报|意见|决定|函|报告|请示|批复|公告|通告)的\1")
"""…的通知的通知, at the end of a title that forwards one."""
_MARKS = "。，；：、！？.,;:!? \u3000"


def moved(subject: Subject, recipients: Element) -> bool:
    """Whether it stands in 版记, where a long one goes: with a full stop behind it (cl. 7.3.2, 7.4.2)."""
    first = next((e.para.number for e in subject.seen.elements if e.role in _ABOVE and not e.part), None)
    return bool(_MOVED.match(recipients.text)) and first is not None and first < recipients.para.number


def several(recipients: Element) -> bool:
    """Whether it names more than one; a list in brackets counts as one, and one that is named again (GW442)."""
    text = _BRACKETS.sub("", recipients.text.rstrip(_MARKS))
    names = _PARTED.split(text)
    if _ALL.match(text):
        return True
    return bool(_SEVERAL.search(text)) and (len(names) == 1 or len(set(names)) > 1)


def right_below(subject: Subject, title: Element) -> tuple[Para, ...]:
    """The paragraphs behind a title where recipients stand."""
    return subject.seen.below(title.paras[-1].number, _NEAR)


def is_request(title: Element) -> bool:
    """Whether a title is that of a 请示."""
    return titled(title, "请示")


def titled(title: Element, *kinds: str) -> bool:
    """Whether a title ends in one of the kinds, marks behind it aside."""
    return title.text.replace("\n", "").rstrip(_MARKS).endswith(kinds)
