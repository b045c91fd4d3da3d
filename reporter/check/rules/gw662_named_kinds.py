"""As many are named as are counted, and higher is higher (R6, R8)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from reporter.artefacts.seen.joined import apart
from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW662",
    title="“分别是”列出的个数与前面的数相同，“高于、低于”与两个数相符",
    implements=("R6", "R8"),
    clause="公文一致性要求",
    strength="recommended",
    tests="“问题4个，分别是……”后面列出几个；“率为68%，……高于全市70%”的两个数",
    why="数和所列的对不上，比较的方向反了，读者不知道信哪个。",
    hint="核对后改正",
    good=lambda: notice(body=("管理类问题3个，分别是堆放杂物、水带未连接和无证上岗。",)),
    bad=lambda: notice(body=("管理类问题4个，分别是堆放杂物、水带未连接和无证上岗。",)),
    roles=("body",),
)
_NAMED = re.compile(
    r"(\d{1,2})[个项类种家条处名][\u4e00-\u9fff]{0,4}，分别(?:是|为)([^。；，（）]+)[。；]", re.ASCII
)
_AND = re.compile("和|与|及|以及")
_COMPARING = apart(
    *(f"{than}{what}" for than in ("高于", "低于") for what in ("全[国省市县区]", "上年", "去年", "目标", "平均"))
)
_COMPARED = re.compile(
    r"率[为达]?(?:到|至)?(\d+(?:\.\d+)?)%[^。；]{0,40}?(高|低)于"
    r"(?:全[国省市县区]|上年|去年|目标|平均)[^。；\d]{0,8}(\d+(?:\.\d+)?)%",
    re.ASCII,
)


def check(subject: Subject) -> Iterator[Finding]:
    """Lists without figures; a word with 和 in it may be one thing or two."""
    text = subject.text_of("body", "heading")
    for para, found in text.matches(_NAMED, "分别"):
        items = found[2].split("、")
        if len(items) < _LEAST or any(char.isdigit() for char in found[2]):
            continue
        most = sum(len(_AND.split(item)) for item in items)
        if not len(items) <= int(found[1]) <= most:
            told = f"说有{found[1]}个，列了{len(items) + bool(_AND.search(items[-1]))}个"
            yield RULE.at(subject, para, told, around(para.text, found)[:60])
    for para, found in text.matches(_COMPARED, quick=_COMPARING):
        own, other = Decimal(found[1]), Decimal(found[3])
        if own != other and (own > other) != (found[2] == "高"):
            told = f"{found[1]}%不{found[2]}于{found[3]}%"
            yield RULE.at(subject, para, told, around(para.text, found)[-40:])


_LEAST = 2
