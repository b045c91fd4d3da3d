"""A heading has something below it (R27)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from reporter.artefacts.seen.model import Element, Para
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW599",
    title="小标题下面有内容",
    implements=("R27",),
    clause="公文一致性要求",
    strength="practice",
    tests="一级标题之后是不是马上又是同级标题，而别的同级标题下面都有内容",
    why="漏了一段，或者多了一个标题。",
    hint="补上内容，或删去标题",
    good=lambda: notice(body=_body("培训在县职业技术学校举行。")),
    bad=lambda: notice(body=_body("")),
    roles=("heading",),
    severity="warning",
)
_ENDS = "。；：，！？"
_LONG = 20
_OTHERS = 2


def check(subject: Subject) -> Iterator[Finding]:
    """First-level headings on lines of their own; two of the others at least have text, and only one has none."""
    headings = [
        one for one in subject.sure("heading", part=0) if one.level == 1 and one.text.strip() == one.para.text
    ]
    if len(headings) <= _OTHERS or any(_is_sentence(one) for one in headings):
        return
    empty = [
        one for one, following in pairwise(headings)
        if not any(map(_says, subject.seen.paras[one.paras[-1].number : following.para.number - 1]))
    ]  # fmt: skip
    if len(empty) == 1:
        yield RULE.at(subject, empty[0], "标题下面没有内容")


def _says(para: Para) -> bool:
    return bool(para.text) and para.place != "footer"


def _is_sentence(one: Element) -> bool:
    return one.text.rstrip()[-1:] in _ENDS or len(one.text) > _LONG


def _body(second: str) -> tuple[str, ...]:
    texts = ("一、培训对象", "培训养老护理员。", "二、培训地点", second, "三、培训内容", "培训照护知识。")
    return tuple(text for text in texts if text)
