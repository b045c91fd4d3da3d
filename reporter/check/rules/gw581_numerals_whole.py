"""A number is written in digits or in hanzi, not in both (GB/T 15835-2011)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from reporter.artefacts.seen.joined import apart
from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW581",
    title="一个数不一半数字一半汉字",
    implements=("L074",),
    clause="GB/T 9704-2012 9、GB/T 15835-2011 4",
    strength="recommended",
    tests="“百分之50”“3分之一”“近3成”“2百人”“几100件”“星期3”“农历9月初9”这样的写法",
    why="一个数两种写法，读着不顺，也查不到。",
    hint="都用数字或都用汉字，例：50%、三分之一、近三成、200人、星期三、九月初九",
    good=lambda: notice(body=("抽查比例不低于10%，九月初九前走访200人。",)),
    bad=lambda: notice(body=("抽查比例不低于百分之10，走访2百人。",)),
)
_COUNTED = "(?=[余多来]?(?:个|人|户|名|家|元|万元|张|条|件|次|项|台|处|份|余))"
_WRONG = apart(
    r"百分之\d[\d.]*",
    r"分之[一二三四五六七八九十](?<=\d分之.)",
    r"分之\d+(?<!百分之\d)(?<=[一二三四五六七八九十]分之\d)",
    r"成(?<=\d成)(?<=[近超约达占有加降长到过]\d成)(?=[左以，。；、多的])",
    rf"百(?<=\d百){_COUNTED}",
    rf"千(?<=\d千){_COUNTED}",
    r"几(?:(?=\d)|(?<=\d0几)(?=[个人件户家名岁年天]))",
    r"星期[1-7](?!\d)",
    r"礼拜[1-7](?!\d)",
    r"农历(?:\d{1,2}月|(?:正|腊|[一二三四五六七八九十]+)月(?:初)?\d|初\d)",
    r"正月初?\d",
    r"腊月初?\d",
)
_MOON = apart(*(one.pattern for signs, one in _WRONG if signs[0] in "农正腊"))
_WIDE = re.compile(r"[\d.]*$", re.ASCII)


def check(subject: Subject) -> Iterator[Finding]:
    """Paragraphs of text, cells, boxes and notes."""
    text = subject.seen.joined
    beside = not (text.numbers.before.isdisjoint("之几期拜") and text.numbers.behind.isdisjoint("分成百千几"))
    for para, found in text.matches(_WRONG, quick=_WRONG if beside else _MOON):
        begin = _WIDE.search(para.text, 0, found.start())
        whole = para.text[begin.start() if begin else found.start() : found.end()]
        told = RULE.at(subject, para, f"“{whole}”一半是数字，一半是汉字", around(para.text, found))
        yield replace(told, severity="info") if found[0] == "成" else told
