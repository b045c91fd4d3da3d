"""As many are named as the number behind them says; parts that are pointed at are there (R24)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from itertools import chain

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
    tests="“问题清单、责任清单4个清单”“甲、乙和丙4个部门”这样的列举，“分4批”与表中、文中的批次，“本通知第八部分”",
    why="数目和所指对不上，读者会以为漏了内容。",
    hint="改数目，补上缺的一项，或者改正所指的部分",
    good=lambda: notice(body=(heading("一、问题清单、责任清单2个清单", 1),)),
    bad=lambda: notice(body=(heading("一、问题清单、责任清单3个清单", 1),)),
)
_ANYTHING = "功能区|部门|环节|方面|领域|模块|板块|步骤|阶段|乡镇|街道|股室|科室"
_ENDING = {
    **dict.fromkeys(("（街道）", "乡镇"), ("镇", "乡", "街道")),
    "镇": ("镇",), "乡": ("乡",), "村": ("村",), "社区": ("社区",),
    "单位": ("局", "队", "院", "中心", "会", "办", "所", "站", "公司"),
    "养老机构": ("院", "公寓", "中心", "机构"), "养老院": ("养老院",), "敬老院": ("敬老院",),
}  # fmt: skip
"""What each name ends in: 河口镇、青石镇5家养老机构 lists none of the five."""
_CLASS = (
    rf"个(?:乡?镇（街道）|{_ANYTHING}|镇|乡(?!镇)|村|社区|单位)"
    "|[家所](?:(?:民办|公办)?养老(?:机构|院)|敬老院|单位)"
)
_TAILS = "清单|台账|制度|机制|阶段|平台|中心|方案"
_TAILED = re.compile(
    rf"(?P<named>(?:[\u4e00-\u9fff]{{1,8}}(?P<tail>{_TAILS})[、和])+[\u4e00-\u9fff]{{1,8}}(?P=tail))"
    r"(?P<n>\d{1,2}|[一二两三四五六七八九十])[个项本种](?P=tail)"
)
_INCLUDED = re.compile(
    r"(?:包括|分别是|分为)(?P<named>(?:[\u4e00-\u9fff]{2,10}、)+[\u4e00-\u9fff]{2,10}?)(?P<n>\d{1,2})(?:门|类|大类|个方面|个部分)"
)
_TAILED_ENDS = apart(
    *(rf"{unit}{tail}(?<=[\d一二两三四五六七八九十].{{3}})" for unit in "个项本种" for tail in _TAILS.split("|"))
)
"""The number behind the names, which few sentences have."""
_INCLUDED_ENDS = apart(
    r"门(?<=\d.)", r"类(?<=\d.)", r"大类(?<=\d..)", r"个方面(?<=\d...)", r"个部分(?<=\d...)"
)
_COUNTED = re.compile(_CLASS)
_BATCHES = re.compile(r"分(?:为)?(?P<n>\d{1,2}|[二两三四五六七八九十])(?P<unit>批|期)(?:进行|开展|实施|举办|组织|培训)")
_PART = re.compile(r"本(?:通知|意见|方案|办法|细则|规定|报告|通报)第(?P<n>[一二三四五六七八九十]{1,2})部分")
_LISTED = re.compile(r"(\d{1,2})([\u4e00-\u9fff、]*)")
"""What may stand before it, read backwards."""
_CLASSED = re.compile(
    rf"(?P<named>[\u4e00-\u9fff]{{2,12}}(?:、[\u4e00-\u9fff]{{2,14}})+)(?<![等的共每前后另外余他约第近各这那])"
    rf"(?P<n>\d{{1,2}})(?:{_CLASS})"
)


def check(subject: Subject) -> Iterator[Finding]:
    """Names are told apart by 、 and 和; 等 leaves the list open."""
    text = subject.text_of("body", "heading")
    told: set[tuple[int, int]] = set()
    tailed = text.matches(_TAILED, quick=_TAILED_ENDS)
    included = text.matches(_INCLUDED, "包括", "分别是", "分为", quick=_INCLUDED_ENDS)
    for para, found in chain(tailed, included):
        listed = found["named"].count("、") + 1
        if re.search("[等各]", found["named"]):
            continue
        joined = listed + found["named"].count("和")
        if number_of(found["n"]) not in (listed, joined):
            told.add((para.number, found.end()))
            yield RULE.at(subject, para, f"说有{found['n']}个，列了{joined}个", around(para.text, found))
    yield from _classed(subject, told)
    yield from _batches(subject)
    yield from _parts(subject)


def _classed(subject: Subject, told: Set[tuple[int, int]]) -> Iterator[Finding]:
    """A、B、C和D5个功能区, but for those at places that were told; 和 may stand in the last name (住房和城乡建设)."""
    text, prose = subject.seen.joined, subject.paras_of("body", "heading")
    for place in text.numbers.signs_behind("个家所"):
        counted = _COUNTED.match(text.text, place)
        if counted is None:
            continue
        para, at = text.at(place)
        listed = _LISTED.match(para.text[:at][::-1])
        if listed is None or "、" not in listed[2] or listed[1][::-1] == str(listed[2].count("、") + 1):
            continue  # nearly always a number right behind all names is theirs
        found = _CLASSED.search(para.text, at - listed.end(), at + len(counted[0]))
        if found is None or (para.number, found.end()) in told or not any(one is para for one in prose):
            continue
        parts = found["named"].split("、")
        joined = sum(map(parts[-1].count, "和与及"))
        said = int(found["n"])
        tails = next((tails for kind, tails in _ENDING.items() if found[0].endswith(kind)), ("",))
        if not all(part.endswith(tails) and part not in tails and part[0] != "各" for part in parts):
            continue
        if len(parts) > 1 and joined < 2 and said not in (len(parts), len(parts) + joined):
            yield RULE.at(subject, para, f"说有{said}个，列了{len(parts) + joined}个", found[0])


def _batches(subject: Subject) -> Iterator[Finding]:
    """第一批, 第二批 … of text and tables, where they run from the first."""
    for para, found in subject.text_of("body", "heading").matches(_BATCHES, "批", "期"):
        pattern = re.compile(rf"第([一二三四五六七八九十]{{1,2}}|\d{{1,2}}){found['unit']}")
        named = {number_of(one) for other in subject.seen.paras for one in pattern.findall(other.text)}
        most = max(named, default=0)
        if most > 1 and named == set(range(1, most + 1)) and most != number_of(found["n"]):
            yield RULE.at(subject, para, f"下文列了{most}{found['unit']}", around(para.text, found))


def _parts(subject: Subject) -> Iterator[Finding]:
    """The highest headings of the document itself are its parts."""
    for para, found in subject.text_of("body", "heading").matches(_PART, "部分"):
        parts = [number_of(one.label.strip("、．. ")) for one in subject.sure("heading", part=0) if one.level == 1]
        if parts and all(parts) and number_of(found["n"]) > max(parts):
            yield RULE.at(subject, para, f"本文只有{max(parts)}个部分", around(para.text, found))
