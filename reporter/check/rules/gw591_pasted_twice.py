"""No sentence, paragraph or heading stands twice (R25)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from reporter.artefacts.seen.model import Element, Para
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import heading, notice
from reporter.check.subject import Subject
from reporter.text import within

RULE = Rule(
    code="GW591",
    title="句子、段落、标题没有重复粘贴",
    implements=("R25",),
    clause="公文校对要求",
    strength="recommended",
    tests="同一段里紧接着的两句相同，正文里有两段相同，同一标题下的两个小标题相同",
    why="修改、粘贴时留下两份，读者不知道是否漏了别的内容。",
    hint="删去多出的一份；本来要写别的内容的，补上",
    good=lambda: _paper("（二）加强监督。"),
    bad=lambda: _paper("（一）完善制度。"),
)
_WHOLE = re.compile("[^。！？]+(?:[。！？]|$)")
"""A sentence, also one without its end, so that a long text without any is read once."""
_LEAST, _HEAD, _SHORT, _CLAUSE = 12, 3, 5, 6
_LABELLED = re.compile("[^，。；：]{2,10}(?:单位|领导|部门|人员|时限|时间|地点|人)：")
"""牵头单位：市发展改革委。 stands below each of several tasks."""
_MARKS = " 　。，：；"


def check(subject: Subject) -> Iterator[Finding]:
    """Sentences one after another; paragraphs that end as sentences do, of one text; headings below one heading."""
    text = subject.text_of("body", "heading")
    if len({para.text for para in text.paras}) < len(text.paras):
        yield from _paragraphs(subject)
    if text.says("！", "？") or _may_be_twice(text.text):
        for para in text.paras:
            for one, other in pairwise(para.text.split("，")):
                if _ends_in(one, other):
                    yield RULE.at(subject, para, "这半句连写了两遍", other)
            if twice := _twice(para.text):
                yield RULE.at(subject, para, "这一句连写了两遍", twice)
    for para in text.paras:
        if _repeats(para.text) and (again := _again(para.text)) and not _twice(para.text):
            yield RULE.at(subject, para, "这一句在同一段里写了两遍", again)
    yield from _headings(subject)


def _may_be_twice(text: str) -> bool:
    """Whether in one of many paragraphs, a line each, a clause may be the next one or a sentence end in it, where
    none ends in ！ or ？."""
    clauses = list(filter(None, text.replace("\n", "，").replace("。", "，").split("，")))
    sentences = text.split("。")[:-1]
    return any(map(str.endswith, clauses, clauses[1:])) or any(map(str.endswith, sentences, sentences[1:]))


def _ends_in(one: str, other: str) -> bool:
    """Whether a clause ends in what the next one is, up to the end of its sentence."""
    again = other.partition("。")[0]
    return len(again) >= _CLAUSE and one.endswith(again)


def _twice(text: str) -> str:
    """The first sentence that the one before it ends in."""
    told = pairwise(_WHOLE.findall(text))
    return next((one for before, one in told if len(one) >= _SHORT and before.endswith(one)), "")


def _repeats(text: str) -> bool:
    """Whether two sentences of it begin alike, short ones too; a fast look."""
    heads = [one[: _LEAST - 1] for one in text.split("。")]
    return len({*heads}) < len(heads)


def _again(text: str) -> str:
    """The first sentence that stands in the paragraph once more, further on, or that one before it begins with."""
    known: list[str] = []
    for one in _WHOLE.findall(text):
        if len(one) >= _LEAST and one[-1] in "。！？" and any(before.startswith(one[:-1]) for before in known):
            return str(one)
        known.append(one)
    return ""


def _paragraphs(subject: Subject) -> Iterator[Finding]:
    seen: dict[tuple[int, str], Para] = {}
    for element in subject.sure("body"):
        text = element.para.text
        before = seen.setdefault((element.part, text), element.para)
        told = len(text) >= _LEAST and text.endswith(("。", "；")) and not _LABELLED.match(text)
        if told and before.number != element.para.number:
            yield RULE.at(subject, element, "这一段与前面的一段完全相同", within(text, 20))


def _headings(subject: Subject) -> Iterator[Finding]:
    """Those of one level below one heading; numbered differently, saying the same."""
    headings = subject.sure("heading")
    if len({_words(element) for element in headings}) == len(headings):
        return
    below: dict[int, set[str]] = {}
    part: int | None = None
    for element in headings:
        if element.part != part:
            below, part = {}, element.part
        below = {level: known for level, known in below.items() if level <= element.level}
        words = _words(element)
        known = below.setdefault(element.level, set())
        if len(words) > _HEAD and words in known:
            yield RULE.at(subject, element, "这个小标题与前面的一个相同")
        known.add(words)


def _words(heading: Element) -> str:
    return heading.text.removeprefix(heading.label).strip(_MARKS)


def _paper(second: str) -> Subject:
    return notice(body=(heading("一、长效机制", 1), heading("（一）完善制度。", 2), heading(second, 2)))
