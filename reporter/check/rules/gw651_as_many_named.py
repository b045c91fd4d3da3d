"""As many are named as the number behind them says; what is pointed at is there (R24)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.artefacts.seen.joined import apart
from reporter.check.finding import Finding
from reporter.check.ordinals import number_of
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import heading, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW651",
    title="列举的个数、批次、所指的部分与下文相符",
    implements=("R24",),
    clause="公文一致性要求",
    strength="recommended",
    tests="“问题清单、责任清单4个清单”这样的列举，“分4批”与表中、文中的批次，“本通知第八部分”，“如上表”之前有没有表",
    why="数目和所指对不上，读者会以为漏了内容。",
    hint="改数目，补上缺的一项，或者改正所指的部分",
    good=lambda: notice(body=(heading("一、问题清单、责任清单2个清单", 1),)),
    bad=lambda: notice(body=(heading("一、问题清单、责任清单3个清单", 1),)),
)
_TAILS = "清单|台账|制度|机制|阶段|平台|中心|方案"
_TAILED = re.compile(
    rf"(?P<named>(?:[\u4e00-\u9fff]{{1,8}}(?P<tail>{_TAILS})[、和])+[\u4e00-\u9fff]{{1,8}}(?P=tail))"
    r"(?P<n>\d{1,2}|[一二两三四五六七八九十])[个项本种](?P=tail)"
)
_INCLUDED = re.compile(
    r"(?:包括|分别是|分为)(?P<named>(?:[\u4e00-\u9fff]{2,10}、)+[\u4e00-\u9fff]{2,10}?)(?P<n>\d{1,2})(?:门|类|大类|个方面|个部分)"
)
_TAILED_ENDS = apart(*(rf"{unit}(?<=[\d一二两三四五六七八九十].)(?:{_TAILS})" for unit in "个项本种"))
_INCLUDED_ENDS = apart(r"门(?<=\d门)", r"类(?<=\d类)", r"大类(?<=\d大类)", r"个(?<=\d个)(?:方面|部分)")
"""The number behind the names, which few sentences have."""
_BATCHES = re.compile(r"分(?:为)?(?P<n>\d{1,2}|[二两三四五六七八九十])(?P<unit>批|期)(?:进行|开展|实施|举办|组织|培训)")
_PART = re.compile(r"本(?:通知|意见|方案|办法|细则|规定|报告|通报)第(?P<n>[一二三四五六七八九十]{1,2})部分")
_ROWS = 2
_ABOVE = re.compile("(?:如|见)上表")


def check(subject: Subject) -> Iterator[Finding]:
    """Names are told apart by 、 and 和; 等 leaves the list open."""
    text = subject.text_of("body", "heading")
    for pattern, ends in ((_TAILED, _TAILED_ENDS), (_INCLUDED, _INCLUDED_ENDS)):
        for para, found in text.matches(pattern, quick=ends):
            listed = found["named"].count("、") + 1
            if re.search("[等各]", found["named"]):
                continue
            joined = listed + found["named"].count("和")
            if _count(found["n"]) not in (listed, joined):
                yield RULE.at(subject, para, f"说有{found['n']}个，列了{joined}个", around(para.text, found))
    yield from _batches(subject)
    yield from _parts(subject)
    for para, found in text.matches(_ABOVE, "上表"):
        shown = {grid.number for grid in subject.seen.grids if len(grid.rows) > _ROWS}
        first = min((one.number for one in subject.seen.paras if one.cell and one.cell.table in shown), default=None)
        if first is None or para.number < first:
            yield RULE.at(subject, para, "前面没有表", around(para.text, found))


def _count(text: str) -> int:
    return number_of(text.replace("两", "二"))


def _batches(subject: Subject) -> Iterator[Finding]:
    """第一批, 第二批 … of text and tables, where they run from the first."""
    for para, found in subject.text_of("body", "heading").matches(_BATCHES, "批", "期"):
        pattern = re.compile(rf"第([一二三四五六七八九十]{{1,2}}|\d{{1,2}}){found['unit']}")
        named = {number_of(one) for other in subject.seen.paras for one in pattern.findall(other.text)}
        most = max(named, default=0)
        if most > 1 and named == set(range(1, most + 1)) and most != _count(found["n"]):
            yield RULE.at(subject, para, f"下文列了{most}{found['unit']}", around(para.text, found))


def _parts(subject: Subject) -> Iterator[Finding]:
    """The highest headings of the document itself are its parts."""
    for para, found in subject.text_of("body", "heading").matches(_PART, "部分"):
        parts = [number_of(one.label.strip("、．. ")) for one in subject.sure("heading", part=0) if one.level == 1]
        if parts and all(parts) and _count(found["n"]) > max(parts):
            yield RULE.at(subject, para, f"本文只有{max(parts)}个部分", around(para.text, found))
