"""Drafts: what is visibly left blank is no error yet; and places of long files told by the heading above."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from reporter.artefacts.seen.model import Para
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.subject import Subject
from reporter.text import clipped

_DRAFT = re.compile("草稿|征求意见稿|送审稿")
_BLANK = re.compile(r"[＿_□×]{1,}|[ \u3000\u00a0]{2,}|〕\s*号|[〔\[]\s*[〕\]]|年\s*月|月\s*日|待[填定补]")
_HINT = "定稿前补上"
_NEAR = 20
"""Paragraphs that one can count from the top."""
_PARAGRAPH = re.compile(r"第(\d+)段")
_LONGEST = 16


def is_draft(subject: Subject) -> bool:
    """Whether the file calls itself a draft."""
    return any(_DRAFT.search(e.text) for e in subject.seen.all("state"))


def softened(findings: Iterable[Finding], rule: Rule) -> Iterator[Finding]:
    """Of a draft: what waits to be filled in is a reminder."""
    for one in findings:
        waits = rule.waits == "absent" or (rule.waits == "blank" and _BLANK.search(one.where.quote))
        if one.severity == "error" and waits:
            yield replace(one, severity="warning", message=f"草稿里还空着：{one.message}", hint=_HINT)
        else:
            yield one


def headings_of(subject: Subject) -> tuple[Para, ...]:
    """What `placed` names places by: every heading and title of the text, in order."""
    named = subject.sure("heading", "table_title", "attachment_title")
    return tuple(e.para for e in named if e.para.place == "text")


def placed(findings: Iterable[Finding], headings: Sequence[Para]) -> Iterator[Finding]:
    """第507段 says nothing to a reader: behind the first ones the heading above is named, too."""
    for one in findings:
        found = _PARAGRAPH.fullmatch(one.where.paragraph)
        place = int(found[1]) if found else 0
        above = bisect_left(headings, place, key=lambda para: para.number) if place > _NEAR else 0
        if not above:
            yield one
            continue
        name = clipped(headings[above - 1].text, _LONGEST)
        yield replace(one, where=replace(one.where, paragraph=f"{one.where.paragraph}（“{name}”之下）"))
