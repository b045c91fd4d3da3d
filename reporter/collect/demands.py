"""What a notice asks to be sent in, to whom and by when: its sentences → entries for `obligations`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from reporter.calendar.deadline import Deadline
from reporter.calendar.grammar import find_deadlines
from reporter.patterns import regex

_SENDS = regex(
    r"(?:书面)?(?:报送|上报|提交|函复|反馈|报(?![告表名])(?=[一-鿿]{0,12}(?:局|厅|委|办|股|科|处|组)))"
)
_TO = regex(
    r"(?:报(?![告表名])送?|提交|反馈)(?:至|到|给|送)?(?P<to>[一-鿿]{0,10}?(?:局|厅|委员会|委|办公室|办|股|科|处|组))"
)
_TOWARDS = regex(
    r"向(?P<to>[一-鿿]{0,10}?(?:局|厅|委员会|委|办公室|办|股|科|处|组))[一-鿿]{0,4}?(?:报|提交|反馈)"
)
_SORTS = "总结报告|总结|报告|方案|台账|清单|名单|要点|情况|统计表|报表|联络员|计划"
_WHAT = regex(rf"[一-鿿《》“”（）0-9、]*?(?:{_SORTS})(?!{_SORTS})")
_DAY = regex(r"\d{1,2}月(?:\d{1,2}日|[上中下]旬|底)")
_JOINED = regex(r"\s*(?:和|及|、|与|以及|，)\s*")
_MEDIA = (("书面", regex("书面|纸质|盖章|加盖公章")),
          ("电子版", regex("电子版|电子文档|邮箱|电子邮件|扫描件|Word版", re.IGNORECASE)),
          ("系统", regex("系统|平台")))  # fmt: skip
_CONTENTS = regex(r"内容(?:应|要|须)?(?:包括|包含|为)[：:]?(?P<list>[^。；]+)")
_DAYS = ("date", "month_end", "ten_day")
_YEAR = regex(r"(?<!\d)(20\d\d)(?=年)")
OPEN = "待填"
"""Where only a person can say what stands there."""
OTHER = "其他"


class Demand(Struct, frozen=True):
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


class Doubt(Struct, frozen=True):
    """A deadline of which nobody can say by rule whether something is to be sent by then."""

    due_text: str
    quote: str


class _Hit(Struct, frozen=True):
    """One deadline of a sentence: `before` are the words since the last one, `behind` those up to the next."""

    deadline: Deadline
    before: str
    text: str
    behind: str

    @property
    def sends(self) -> bool:
        """Whether its own words ask for something: 每季度报送一次, 4月10日前报送方案."""
        return bool(_SENDS.search(self.text + self.behind))


def demands_of(
    paragraphs: Sequence[str], year: int | None, kinds: Mapping[str, str]
) -> tuple[tuple[Demand, ...], tuple[Doubt, ...]]:
    """What is to be sent, one entry for each deadline and material; and the deadlines left for a person to judge.

    Every deadline of the text is in one of the two. `kinds`: word of a material → kind of document, OTHER for the rest.
    """
    found = [
        replace(one, kind=_kind(one.deliverable, kinds)) if isinstance(one, Demand) else one
        for text in paragraphs
        for sentence in _sentences(text)
        for one in _in(sentence, text, year)
    ]
    return (
        tuple(one for one in found if isinstance(one, Demand)),
        tuple(dict.fromkeys(one for one in found if isinstance(one, Doubt))),
    )


def _sentences(text: str) -> list[str]:
    return [one for one in re.findall(r"[^。；]+[。；]?", text) if one.strip()]


def _in(sentence: str, paragraph: str, year: int | None) -> Iterator[Demand | Doubt]:
    """The deadlines of a sentence, each with what it is for."""
    hits = list(_hits(sentence, year))
    sending = _SENDS.search(sentence)
    for at, hit in enumerate(hits):
        if hit.deadline.kind == "undated" and not sending:
            continue
        named = _named(hits, at) if sending and hit.deadline.kind in (*_DAYS, "recurrence") else None
        if named is None:
            yield Doubt(hit.deadline.text, sentence.strip())
            continue
        for what in named:
            yield _demand(what, hit, (sentence, paragraph), year)
    if sending:
        told = "；".join(hit.text for hit in hits)
        for day in _DAY.findall(sentence):  # 4月10日报送: nobody says whether it is a deadline
            if day not in told:
                yield Doubt(day, sentence.strip())


def _hits(sentence: str, year: int | None) -> Iterator[_Hit]:
    found = find_deadlines(sentence, year)
    ends = [0, *(end for _, end, _ in found)]
    starts = [*(start for start, _, _ in found[1:]), len(sentence)]
    for (start, end, deadline), last, following in zip(found, ends, starts, strict=False):
        yield _Hit(deadline, sentence[last:start], sentence[start:end], sentence[end:following])


def _named(hits: Sequence[_Hit], at: int) -> tuple[str, ...] | None:
    """The materials of a deadline, OPEN where the words do not name them; None where it is not plainly for sending."""
    hit = hits[at]
    if hit.sends:
        return _what(hit.behind) or _what(hit.before) or (OPEN,)
    if _JOINED.fullmatch(hit.behind) and at + 1 < len(hits):  # 3月20日前和6月20日前分别报送
        return _named(hits, at + 1)
    if any(one.sends for one in hits):
        return None
    return _what(hit.before) or (_what(hit.behind) or (OPEN,) if len(hits) == 1 else None)


def _demand(what: str, hit: _Hit, around: tuple[str, str], year: int | None) -> Demand:
    sentence, paragraph = around
    named = _to(hit.behind) or _to(sentence)
    given = _CONTENTS.search(paragraph)
    media = tuple(name for name, pattern in _MEDIA if pattern.search(sentence))
    stated = _YEAR.search(sentence)
    deadline = hit.deadline
    return Demand(
        what,
        "",
        named,
        deadline.text,
        deadline.resolved if deadline.kind in _DAYS else None,
        str(stated[1] if stated else year or OPEN),
        media or ("书面",),
        _listed(given["list"]) if given else (),
        sentence.strip(),
    )  # fmt: skip


def _kind(what: str, kinds: Mapping[str, str]) -> str:
    """The kind whose word stands last: 自查总结 is a 总结."""
    ends = [(what.rfind(word) + len(word), kind) for word, kind in kinds.items() if word in what]
    return max(ends)[1] if ends else kinds.get(OTHER, OPEN)


def _to(text: str) -> str:
    found = _TO.search(text) or _TOWARDS.search(text)
    return found["to"] if found else ""


def _listed(text: str) -> tuple[str, ...]:
    return tuple(one.strip() for one in re.split(r"[、，]|和(?=[一-鿿]{2})", text) if one.strip())


def _what(clause: str) -> tuple[str, ...]:
    """The materials: what 将 or 把 names, else the first words behind the verb, else those before it."""
    sends = _SENDS.search(clause)
    before = clause[: sends.start()] if sends else ""
    tail = re.split("[，；。]", clause[sends.end() :] if sends else clause)[0]
    tail = re.sub(
        r"^(?:至|到|给|送)?[一-鿿]{0,10}?(?:局|厅|委员会|办公室|领导小组|科|股|处)(?:备案)?", "", tail
    )
    given = re.search(r"[将把]([^，；。]+)$", before)
    for text in (given[1] if given else "", tail, re.split("[，；。]", before)[-1]):
        if found := tuple(_materials(text)):
            return found
    return ()


def _materials(text: str) -> Iterator[str]:
    """年度工作总结和通报要点 are two."""
    found = _WHAT.search(text)
    while found:
        yield re.sub(r"^(?:将|把|本(?:地|单位|部门)|的)+", "", found[0]).strip("，、）（")
        rest = text[found.end() :]
        joint = re.match("[和及与、]|以及", rest)
        text = rest[joint.end() :] if joint else ""
        found = _WHAT.match(text)


def yaml_of(
    demands: Sequence[Demand], sender: str, receiver: str, source: str, doubts: Sequence[Doubt] = ()
) -> str:
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
    if doubts:
        lines.append("# 下面的期限拿不准是不是报送要求，没有列入，请逐条核对：")
        lines += [f"#   {one.due_text}：{one.quote}" for one in doubts]
    return "\n".join(lines) + "\n"


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
