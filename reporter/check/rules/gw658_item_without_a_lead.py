"""Where every other item of a list says who leads, each does (R22)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reporter.artefacts.seen.model import Element, Para
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import heading, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW658",
    title="逐项分工的任务，每一项都写明牵头单位",
    implements=("R22",),
    clause="公文写作通行做法",
    strength="practice",
    tests="同一标题下的（一）（二）（三）……其他各项都写了谁牵头、谁办，只有一项没有写",
    why="没有牵头单位的一项没有人办，督办时也找不到人。",
    hint="补写牵头单位；确实不需要的不改",
    good=lambda: _minutes("县水利局牵头，"),
    bad=lambda: _minutes(""),
    roles=("heading", "body"),
    severity="warning",
)
_LEADS = "牵头"
_OTHERWISE = re.compile("负责|承担|会同|配合|由|各|我[局县]|责任单位|(?:局|委|办|镇|乡|街道|公司|中心)要")
_LEAST, _SECOND = 3, 2


def check(subject: Subject) -> Iterator[Finding]:
    """Lists of the second level with three items and more that name a lead; those that say in another way who does it
    are let pass."""
    if not subject.text_of("body", "heading").says(_LEADS):
        return
    for items in _lists(subject.sure("heading", "body", part=0)):
        said = ["".join(para.text for para in item.values()) for item in items]
        without = [at for at, text in enumerate(said) if _LEADS not in text and not _OTHERWISE.search(_opening(text))]
        if len(without) == 1 and sum(_LEADS in text for text in said) >= _LEAST:
            first = next(iter(items[without[0]].values()))
            yield RULE.at(subject, first, "其他各项都写明了由谁牵头或办理，这一项没有")


def _opening(text: str) -> str:
    """The item's name and the sentence behind it, where the lead stands in the others."""
    return "。".join(text.split("。")[:2])


def _lists(elements: Iterable[Element]) -> Iterator[list[dict[int, Para]]]:
    """Lists of items of the second level under one heading of the first, each item as its paragraphs by number."""
    items: list[dict[int, Para]] = []
    for one in elements:
        if one.role == "heading" and one.level == 1:
            yield items
            items = []
        elif one.role == "heading" and one.level == _SECOND:
            items.append({one.para.number: one.para})
        elif items:
            items[-1].setdefault(one.para.number, one.para)
    yield items


def _minutes(lead: str) -> Subject:
    """Four matters, the last of which begins so."""
    matters = [
        part for number, who in zip("一二三四", ["县财政局牵头，"] * 3 + [lead], strict=True)
        for part in (heading(f"（{number}）关于经费。", 2), f"{who}于6月30日前完成核定。")
    ]  # fmt: skip
    return notice(body=(heading("一、议定事项", 1), *matters))
