"""Phrases of another level are not left over (R26)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.artefacts.seen.joined import apart
from reporter.check.addressed import titled
from reporter.check.clauses import clause_before
from reporter.check.finding import Finding
from reporter.check.issuers import issuers_of
from reporter.check.quoting import around, around_span
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW545",
    title="没有照抄上级文件的层级用语",
    implements=("R26",),
    clause="公文一致性要求",
    strength="recommended",
    tests="县里的公文里有没有“各县（市、区）”“我省”“对全省×家”等",
    why="照抄的层级用语会让收文单位不知道由谁办。",
    hint="改成本级的说法，例：各乡镇人民政府、街道办事处",
    good=lambda: notice(body=("各乡镇要逐院排查。",)),
    bad=lambda: notice(body=("各县（市、区）要逐院排查。",)),
    roles=(
        "mark",
        "title",
        "body",
    ),
)
_LEVEL = re.compile(r"省|市(?!场)|县|区")
_ISSUER = re.compile(r"^[\u4e00-\u9fff]{1,8}?(省|市(?!场)|县|区)")
_COUNTY = re.compile(r"(?:^|[。；])(?:各市（州）|各地级市|各设区市|各县（市、区）|各市、县)|我省|我市")
_OWN = r"(?=现有|现共有|共有|\d)"
"""我区 may be the 自治区, too, but then counts nothing."""
_FOREIGN = {
    "县": re.compile(rf"{_COUNTY.pattern}|我区{_OWN}"),
    "区": re.compile(rf"{_COUNTY.pattern}|我县{_OWN}"),
    "市": re.compile(r"(?:^|[。；])(?:各市（州）|各设区市)|我省|我县"),
}
_WORDS = apart(
    "各市（州）", "各地级市", "各设区市", "各县（市、区）", "各市、县", "我[省市县区]", "全[省市县]",
)  # fmt: skip
"""One of them stands in whatever is found."""
_HIGHER = {"县": "全省|全市", "区": "全省|全市", "市": "全省|全县"}
_SORTS = "养老(?:服务)?机构|敬老院|养老院|养老服务|乡镇|机构"
_QUOTING = re.compile(
    r"根据|按照|贯彻|落实|省级|市级|上级|省委|市委|省厅|市局|部署|会议|通报|排名|位居|平均|高于|低于|"
    r"第[一二三四五六七八九十\d](?!季度)|领先|示范|试点"
)

_CITING = re.compile(r"(?:按照|根据|依据|执行|落实|贯彻)(?:国家和|国家、)?$")
"""按照我省《…》: a rule of the level above is cited."""
_ACTING = {
    level: re.compile(
        rf"(?:对|完成|在|组织|适用于)({whole})(?:\d+(?:家|所|个)|{_SORTS})|({whole})\d+(?:家|所|个)(?:{_SORTS})"
        rf"|(?:到20\d{{2}}年底?[，,]?|目前[，,]?|截至目前[，,]?)({whole})(?:共|现有?|已|要|将)?(?:建成|建立|完成|登记|开设|设立)"
        rf"|(?<=[日底末]，)({whole})(?:现?有|共有?|累计)"
    )
    for level, whole in _HIGHER.items()
}
"""What a text acts on, reaches or has."""


def check(subject: Subject) -> Iterator[Finding]:
    """A county's text that addresses 各市（州）, speaks as the province or acts on 全省's homes; a city's likewise."""
    if subject.seen.joined.says("报市", "至市") and _level(subject) in ("县", "区"):
        yield from _past_us(subject)
    paras = list(subject.text_of("recipients", "body", "heading").holding(_WORDS))
    level = _level(subject) if paras else ""
    if level not in _FOREIGN:
        return
    acting = _ACTING[level]
    for para in paras:
        found = _FOREIGN[level].search(para.text)
        if found and not _CITING.search(para.text[: found.start()]) and not _asked_above(subject, found[0]):
            yield RULE.at(subject, para, f"“{found[0]}”像是从上级文件照抄来的", around(para.text, found))
            continue
        found = acting.search(para.text)
        if found and not _QUOTING.search(clause_before(para.text, "。；，", found.start())):
            word = next(word for word in found.groups() if word)
            yield RULE.at(subject, para, f"本文是{level}里的，却写“{word}”", around(para.text, found))


def _asked_above(subject: Subject, word: str) -> bool:
    """促进我市南部发展: who asks or reports upwards may speak of the whole that those addressed govern."""
    title, to = subject.the("title"), subject.the("recipients")
    if title is None or to is None or not titled(title, "请示", "报告"):
        return False
    return word.startswith("我") and word[1] in to.text


_TO_THE_CITY = re.compile(r"(?P<do>[^。；]*)报送?(?:至|到)?(?P<whom>市(?:民政局|局|残联|财政局))")
_OURS = re.compile(r"县|我局|本局|区(?:民政)?局|汇总|并报|审核|批准|备案|同意")


def _past_us(subject: Subject) -> Iterator[Finding]:
    """A notice to those below that has them report to the city, with no word of the county in the sentence."""
    title, to = subject.the("title"), subject.the("recipients")
    if title is None or to is None or not titled(title, "通知", "通报", "意见") or "市" in to.text:
        return
    for para, found in subject.text_of("body", "heading").matches(_TO_THE_CITY, "报市", "至市"):
        if not _OURS.search(found["do"]) and re.search("[于将前]", found["do"]):
            quote = around_span(para.text, found.start("whom"), found.end())
            yield RULE.at(subject, para, f"本文是县里的，却要求报“{found['whom']}”", quote)


def _level(subject: Subject) -> str:
    """Of the first issuer; of the title's beginning when the file has no header."""
    marks = issuers_of(subject)
    if marks:
        levels: list[str] = _LEVEL.findall(marks[0])
        return levels[-1] if levels else ""
    title = subject.the("title")
    found = _ISSUER.match(title.text) if title else None
    return found[1] if found else ""
