"""Drafts: what is visibly left blank is no error yet; and places of long files told by the heading above."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace

from reporter.check.finding import Finding
from reporter.check.subject import Subject
from reporter.text import clipped

_DRAFT = re.compile("草稿|征求意见稿|送审稿")
_WAITING = frozenset({"GW205", "GW216", "GW420", "GW426", "GW427", "GW544", "GW602", "GW603", "GW604"})
"""Rules about elements that come last: number, signer, contact, date, 印发机关."""
_ABSENT = frozenset({"GW216", "GW420", "GW426", "GW427"})
"""Those that say that an element is not there at all."""
_BLANK = re.compile(r"[＿_□×]{1,}|[ \u3000\u00a0]{2,}|〕\s*号|[〔\[]\s*[〕\]]|年\s*月|月\s*日|待[填定补]")
_HINT = "定稿前补上"
_NEAR = 20
"""Paragraphs that one can count from the top."""
_PARAGRAPH = re.compile(r"第(\d+)段")
_LONGEST = 16


def softened(findings: Iterable[Finding], subject: Subject) -> Iterator[Finding]:
    """In a draft a blank that waits to be filled in is a reminder."""
    draft = any(e.role == "state" and _DRAFT.search(e.text) for e in subject.seen.elements)
    for one in findings:
        waits = one.code in _ABSENT or _BLANK.search(one.where.quote)
        if draft and one.severity == "error" and one.code in _WAITING and waits:
            yield replace(one, severity="warning", message=f"草稿里还空着：{one.message}", hint=_HINT)
        else:
            yield one


def placed(findings: Iterable[Finding], subject: Subject) -> Iterator[Finding]:
    """第507段 says nothing to a reader: behind the first ones the heading above is named, too."""
    heads = [
        e.para for e in subject.sure("heading", "table_title", "attachment_title") if e.para.place == "text"
    ]
    numbers = [para.number for para in heads]
    for one in findings:
        found = _PARAGRAPH.fullmatch(one.where.paragraph)
        above = bisect_left(numbers, int(found[1])) if found and int(found[1]) > _NEAR else 0
        if not above:
            yield one
            continue
        name = clipped(heads[above - 1].text, _LONGEST)
        yield replace(one, where=replace(one.where, paragraph=f"{one.where.paragraph}（“{name}”之下）"))
