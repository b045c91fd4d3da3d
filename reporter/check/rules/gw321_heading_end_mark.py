"""A heading on its own line ends without a mark (L049)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject
from reporter.text import width

RULE = Rule(
    code="GW321",
    title="独占一行的标题末尾不加标点",
    implements=("L049",),
    clause="GB/T 15834-2011 附录 B.4",
    strength="recommended",
    tests="独占一行的标题最后一个字符",
    why="标题不是句子。",
    hint="删去末尾的标点，或把标题与下文接排",
    good=lambda: notice(body=("一、总体要求",)),
    bad=lambda: notice(body=("一、总体要求。",)),
    roles=("heading",),
)
_LINE = 26


def check(subject: Subject) -> Iterator[Finding]:
    """Headings that fill a paragraph and are short; a sentence that runs in ends with 。 and is followed by text."""
    for element in subject.sure("heading"):
        text = element.para.text
        if (
            text == element.text
            and text[-1:] in "。：；，！:;!．"
            and width(text) <= _LINE
            and not _is_sentence(text)
        ):
            yield RULE.at(subject, element, f"独占一行的标题末尾有“{text[-1]}”")


def _is_sentence(text: str) -> bool:
    """Numbered items that are whole sentences are text, not headings."""
    return any(mark in text[:-1] for mark in "，；：。！")
