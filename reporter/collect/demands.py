"""What a notice asks to be sent in, to whom and by when: its sentences → entries for `obligations`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from reporter.calendar.grammar import find_deadlines

_SENDS = re.compile(
    r"(?:书面)?(?:报送|上报|提交|函复|反馈|报(?![告表名])(?=[一-鿿]{0,12}(?:局|厅|委|办|股|科|处|组)))"
)
_TO = re.compile(
    r"(?:报(?![告表名])送?|提交|反馈)(?:至|到|给|送)?(?P<to>[一-鿿]{0,10}?(?:局|厅|委员会|委|办公室|办|股|科|处|组))"
)
_WHAT = re.compile(
    r"[一-鿿《》“”（）0-9、]*?(?:总结报告|总结|报告|方案|台账|清单|名单|要点|情况|统计表|报表|联络员|计划)"
)
_KINDS = (("总结", "year-end-summary"), ("方案", "implementation-plan"), ("要点", "notification-points"),
          ("清单", "rectification-lists"), ("台账", "rectification-lists"), ("自查", "self-check-report"))  # fmt: skip
_MEDIA = (("书面", re.compile("书面|纸质|盖章|加盖公章")),
          ("电子版", re.compile("电子版|电子文档|邮箱|电子邮件|扫描件|Word版", re.IGNORECASE)),
          ("系统", re.compile("系统|平台")))  # fmt: skip
_CONTENTS = re.compile(r"内容(?:应|要|须)?(?:包括|包含|为)[：:]?(?P<list>[^。；]+)")
_DAYS = ("date", "month_end", "ten_day")
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?=年)")
OPEN = "待填"
"""Where only a person can say what stands there."""


@dataclass(frozen=True, slots=True)
class Demand:
    """One obligation as the notice words it; `due` None where the words give no day."""

    deliverable: str
    kind: str
    to: str
    due_text: str
    due: date | None
    period: str
    medium: tuple[str, ...]
    contents: tuple[str, ...]
    quote: str


def demands_of(paragraphs: Sequence[str], year: int | None) -> tuple[Demand, ...]:
    """Sentences with a deadline that ask for something to be sent, in order."""
    return tuple(
        found for text in paragraphs for sentence in _sentences(text) for found in _in(sentence, text, year)
    )


def _sentences(text: str) -> list[str]:
    return [one for one in re.findall(r"[^。；]+[。；]?", text) if one.strip()]


def _in(sentence: str, paragraph: str, year: int | None) -> Iterator[Demand]:
    if not _SENDS.search(sentence):
        return
    for start, end, deadline in find_deadlines(sentence, year):
        clause = sentence[end:]
        sends = _SENDS.search(clause) or _SENDS.search(sentence)
        if deadline.kind not in (*_DAYS, "recurrence") or sends is None:
            continue
        what = _what(clause) or _what(sentence[:start])
        named = _TO.search(sentence)
        given = _CONTENTS.search(paragraph)
        media = tuple(name for name, pattern in _MEDIA if pattern.search(sentence))
        stated = _YEAR.search(sentence)
        yield Demand(
            what or OPEN,
            next((kind for word, kind in _KINDS if word in what), "filing-letter"),
            named["to"] if named else "",
            deadline.text,
            deadline.resolved if deadline.kind in _DAYS else None,
            str(stated[1] if stated else year or OPEN),
            media or ("书面",),
            _listed(given["list"]) if given else (),
            sentence.strip(),
        )  # fmt: skip
        return


def _listed(text: str) -> tuple[str, ...]:
    return tuple(one.strip() for one in re.split(r"[、，]|和(?=[一-鿿]{2})", text) if one.strip())


def _what(clause: str) -> str:
    """The material: what 将 or 把 names, else the first words behind the verb, else those before it."""
    sends = _SENDS.search(clause)
    before = clause[: sends.start()] if sends else ""
    tail = re.split("[，；。]", clause[sends.end() :] if sends else clause)[0]
    tail = re.sub(
        r"^(?:至|到|给|送)?[一-鿿]{0,10}?(?:局|厅|委员会|办公室|领导小组|科|股|处)(?:备案)?", "", tail
    )
    given = re.search(r"[将把]([^，；。]+)$", before)
    for text in (given[1] if given else "", tail, re.split("[，；。]", before)[-1]):
        if found := _WHAT.search(text):
            return re.sub(r"^(?:将|把|本(?:地|单位|部门)|的)+", "", found[0]).strip("，、")
    return ""


def yaml_of(demands: Sequence[Demand], sender: str, receiver: str, source: str) -> str:
    """Entries to copy into campaign.yaml, each under the sentence that it comes from."""
    lines = [
        f"# 由“{source}”读出的报送要求，核对后抄进 campaign.yaml 的 obligations（或基本信息.xlsx 的“报送要求”）。",
        "obligations:",
    ]
    for number, one in enumerate(demands, 1):
        lines.append(f"  # 原文：{one.quote}")
        if one.to:
            lines.append(f"  # 报给：{one.to}")
        lines += [
            f"  - id: notice-{number}",
            f"    sender: {_text(sender or OPEN)}",
            f"    receiver: {_text(receiver or OPEN)}",
            f"    kind: {one.kind}",
            f"    deliverable: {_text(one.deliverable)}",
            f"    period: {_text(one.period)}",
            *([f"    due: {one.due.isoformat()}"] if one.due else []),
            f"    due_text: {_text(one.due_text)}",
            f"    medium: [{', '.join(one.medium)}]",
        ]
        if one.contents:
            lines.append(f"    contents: [{', '.join(_text(text) for text in one.contents)}]")
    return "\n".join(lines) + "\n"


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
