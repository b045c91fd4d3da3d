"""One office and one place have one kind: 局 or 委员会, 乡 or 镇 (R22)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from reporter.artefacts.seen.joined import stands
from reporter.artefacts.seen.model import Para
from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject
from reporter.check.towns import named_towns

RULE = Rule(
    code="GW660",
    title="同一机关、同一地方全文一个叫法",
    implements=("R22",),
    clause="公文一致性要求",
    strength="recommended",
    tests="正文和表里“县卫生健康局”与“县卫生健康委员会”、“河口镇”与“河口乡”有没有并用；简称《细则》有没有说明过",
    why="叫法不一，像是两个机关、两个地方、两份文件。",
    hint="核对后统一；说改设以前的写“原河口乡”",
    good=lambda: notice(body=("县卫生健康局负责体检，县卫生健康局汇总。",)),
    bad=lambda: notice(body=("县卫生健康局负责体检，县卫生健康委员会汇总，县卫生健康局报送。",)),
)
_OFFICE = re.compile(r"[县区]([\u4e00-\u9fff]{3,8}?)(局|委员会)(?![长部])")
_PLACE = re.compile(r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff]{2})([镇乡])(?![镇\u4e00-\u9fff]{0,2}(?:结合|村))")
_TOWNSHIP = re.compile(r"乡(?<=(?<![\u4e00-\u9fff])([\u4e00-\u9fff]{2})乡)")
"""Fewer are called so than 镇."""
_SPOKEN = ("街道办：", "街道办，", "街道办、")
_SHORT = re.compile(r"《(?P<name>办法|细则|条例|规定|意见|方案|规划|纲要|标准|规范|预案|规程|制度)》")


def check(subject: Subject) -> Iterator[Finding]:
    """Text and cells. The rarer of two is told, the later of equals; what stands in title and address is right, and
    GW669 tells of towns there."""
    text = subject.seen.joined
    if text.says("委员会"):
        yield from _unlike(subject, text.matches(_OFFICE), "局", "委员会")
    if stands(text.text, {f"{name}镇" for name in _TOWNSHIP.findall(text.text)}):
        known = {stem for stem, _ in named_towns(subject)}
        places = [(para, found) for para, found in text.matches(_PLACE) if found[1] not in known]
        yield from _unlike(subject, places, "镇", "乡")
    to = subject.the("recipients") if text.says(*_SPOKEN) else None
    if to and (spoken := re.search("街道办(?!事处)", to.text)):
        yield RULE.at(subject, to, "主送机关写“街道办事处”，不用口头的简称", spoken[0])
    if text.says("简称《"):
        for para, found in text.matches(_SHORT, "》"):
            said = re.compile(rf"简称[“《]{{1,2}}{found['name']}")
            if not said.search(text.text):
                yield RULE.at(
                    subject, para, f"没有说明过《{found['name']}》是什么的简称", around(para.text, found)
                )


def _unlike(subject: Subject, named: Iterable[tuple[Para, re.Match[str]]], *kinds: str) -> Iterator[Finding]:
    places: dict[tuple[str, str], list[tuple[Para, re.Match[str]]]] = {}
    for para, found in named:
        places.setdefault((found[1], found[2]), []).append((para, found))
    marks = "".join(one.text for one in subject.sure("mark", "signatory", "recipients", "title"))
    counts = Counter({key: len(found) + 100 * ("".join(key) in marks) for key, found in places.items()})
    one, other = kinds
    for name in sorted({name for name, _ in places}):
        first, second = (name, one), (name, other)
        if not (places.get(first) and places.get(second)):
            continue
        wrong, right = (second, first) if counts[second] <= counts[first] else (first, second)
        para, found = places[wrong][0]
        yield RULE.at(
            subject, para, f"别处写“{''.join(right)}”，这里写“{''.join(wrong)}”", around(para.text, found)
        )
