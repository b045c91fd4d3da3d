"""Unit symbols are written as the standards have them (L075)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW516",
    title="计量单位符号大小写正确",
    implements=("L075",),
    clause="GB 3100-1993 6.1、6.2",
    strength="recommended",
    tests="数字后面的单位符号",
    why="大小写不同，单位不同：k 是千，K 是开尔文。",
    hint="写成 kW、km、kg、平方米等",
    good=lambda: notice(body=("配电容量为50kW，面积120平方米。",)),
    bad=lambda: notice(body=("配电容量为50KW，面积120平米。",)),
    severity="info",
)
_SYMBOLS = (
    r"KV|Kv|KW|Kw|KWH|Kwh|KM|Km|KG|Kg|CM|Cm|MM|M2|m2|M3|m3|M²|M³|KM²|㎡\s*2"
    r"|公[分尺升]|市[斤尺]|华里|平米|Mm|mM|ML|G(?!B)|MG|Mg|Ml|Min(?!g)|MIN(?!G)|Hour|H(?=[内以之后前，。、；])|英[尺寸里]|平方[丈尺]|加仑|盎司|公[丈顷亩](?<!公顷)|市[丈里两]"
)
_QUICK = re.compile(_SYMBOLS)
_BEGINS = "KCMmGH㎡公平市华英加盎"
_WRONG = re.compile(rf"(?<=\d)\s*(?:{_SYMBOLS})(?![A-Za-z])")


def check(subject: Subject) -> Iterator[Finding]:
    """Paragraphs of text, cells, boxes and notes."""
    text = subject.seen.joined
    near = subject.seen.spaced or not text.numbers.behind.isdisjoint(_BEGINS)
    for para in text.holding(_QUICK) if near else ():
        for found in _WRONG.finditer(para.text):
            yield RULE.at(subject, para, f"计量单位写成“{found[0]}”", around(para.text, found))
