"""What is to be sent in or done until when, as a paragraph says it in either order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from msgspec import Struct

from reporter.artefacts.seen.joined import Joined
from reporter.artefacts.seen.model import Para
from reporter.calendar.grammar import find_deadlines
from reporter.check.clauses import clause_before
from reporter.check.subject import Subject

_SENT = re.compile(
    r"报送|上报|提交|函复|报(?=[\u4e00-\u9fff]{0,6}(?:局|厅|办公室|委|政府|股|科|处))|"
    r"报(?=[\u4e00-\u9fff]{0,12}(?:总结|报告|台账|清单|名单|方案|情况|统计表|要点))"
)
_DONE = re.compile(r"完成|结束|做好")
_CLASSES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "工作总结",
        re.compile(r"总结|(?:全年|年度)[\u4e00-\u9fff]{0,4}(?:报告|情况)|(?<!自查)(?<!调研)工作报告"),
    ),
    ("自查情况", re.compile(r"自查(?:自纠)?(?:情况|报告|结果)?")),
    ("整改情况", re.compile(r"整改(?:落实|完成)?(?:情况|结果)")),
    ("名单", re.compile(r"名单")),
    ("台账", re.compile(r"台账|问题清单")),
    ("实施方案", re.compile(r"方案")),
    ("统计表", re.compile(r"统计表|通报要点|报表")),
)
_ACTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("自查", re.compile(r"自查")), ("排查", re.compile(r"排查")), ("整改", re.compile(r"整改")),
    ("改造", re.compile(r"改造")), ("培训", re.compile(r"培训")), ("检查", re.compile(r"检查")),
    ("验收", re.compile(r"验收")),
)  # fmt: skip


class Duty(Struct, frozen=True):
    """`what` names the kind of material or act; `sent` tells which; `when` is the wording, `quote` the clause."""

    what: str
    words: str
    sent: bool
    due: date
    when: str
    para: Para
    quote: str


def duties_of(subject: Subject) -> tuple[Duty, ...]:
    """Those of the body with a day; a date without a year takes the year of 成文日期. Without one, nothing."""
    base = subject.signed_on
    return _duties(subject.text_of("body", "heading"), base) if base else ()


@lru_cache(maxsize=4)
def _duties(text: Joined, base: date) -> tuple[Duty, ...]:
    """Several rules ask for those of a file."""
    return tuple(_told(text, base))


def _told(text: Joined, base: date) -> Iterator[Duty]:
    for para, offset, sentence in text.dated:
        if not (_SENT.search(sentence) or _DONE.search(sentence)):
            continue
        found = find_deadlines(sentence, base.year)
        for place, (start, end, deadline) in enumerate(found):
            if deadline.resolved is None or deadline.kind not in ("date", "month_end", "ten_day"):
                continue
            last = found[place + 1][0] if place + 1 < len(found) else len(sentence)
            first = found[place - 1][1] if place else 0
            duty = _duty(sentence[end:last], sentence[first:start])
            if duty:
                what, words, sent = duty
                quote = para.text[offset + max(start - 4, 0) : offset + min(last, end + 20)]
                yield Duty(what, words, sent, deadline.resolved, deadline.text, para, quote)


def _duty(behind: str, before: str) -> tuple[str, str, bool] | None:
    """The act or material in the clause behind the deadline, else in the words right before it (总结于……前报送)."""
    clause = re.split("[，；。]", behind)[0] or behind
    sent = _SENT.search(clause)
    pool, told = (_CLASSES, True) if sent else (_ACTS, False)
    if not sent and not _DONE.search(clause):
        return None
    near = (clause[sent.end() :], clause[: sent.start()]) if sent else (clause,)
    for text in (*near, clause_before(before, "，；。") if sent else ""):
        for what, pattern in pool:
            if found := pattern.search(text):
                return what, found[0], told
    return None
