"""Who is asked in the text is among the recipients (R19)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.artefacts.seen.model import Element
from reporter.check.addressed import titled
from reporter.check.finding import Finding
from reporter.check.issuers import issuers_of
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW336",
    title="正文要求做事的单位在主送机关之列",
    implements=("R19", "R26"),
    clause="《党政机关公文处理工作条例》第九条（主送机关是公文的主要受理机关）",
    strength="recommended",
    tests="下行文正文里“各乡镇、街道要……”“各县（市、区）要……”的单位，主送机关里有没有；主送机关里有没有发文机关自己、上级机关；批复的主送机关",
    why="没有收到文的单位，不会照办。",
    hint="在主送机关里加上这些单位，或者改正文里的对象",
    good=lambda: notice(recipients="各乡镇人民政府、街道办事处：", body=(_ASK,)),
    bad=lambda: notice(recipients="各养老机构：", body=(_ASK,)),
    roles=("recipients", "body"),
    folds=1,
    yields=("GW545",),
)
_ASK = "各乡镇、街道要于11月6日前将自查情况报县民政局。"
_ASKED = re.compile(
    r"各(?<![^。；：）)\n]各)(?P<who>乡镇(?:人民政府)?(?:[、和]街道(?:办事处)?|（街道）|（街道办事处）)|县（市、区）|县区)"
    r"(?P<order>要|应当?|须|必须|请|于\d{1,2}月)"
)
"""At the beginning, or behind one of these marks."""
_ALL = re.compile(r"各(?:有关|相关)?单位|有关单位|各部门|各地")


def check(subject: Subject) -> Iterator[Finding]:
    """Papers downward with recipients that name nobody of that kind."""
    to, title = subject.the("recipients"), subject.the("title")
    if to is None or title is None:
        return
    yield from _strange(subject, title, to)
    if not titled(title, "通知", "通报", "意见") or _ALL.search(to.text):
        return
    if not subject.seen.joined.says("各乡镇", "各街道", "各县"):
        return
    if "街道" in to.text and ("镇" in to.text or "乡" in to.text) and not subject.seen.joined.says("各县"):
        return
    for para in subject.text_of("body", "heading").holding(_ASKED, "各"):
        found = _ASKED.search(para.text)
        if found and not _addressed(found["who"], to.text):
            yield RULE.at(subject, para, f"正文要求“各{found['who']}”，主送机关里没有", found[0])


_ONE = re.compile(r"(?:^|(?<=[，、；]))(?!各)[\u4e00-\u9fff]{4,20}[局厅府](?=[，、；：:]|$)")
_ANY = re.compile(r"(?:各|有)(?:有关|相关)?单位|各(?:乡镇|街道|县|市|部门|养老)")
_CITY = re.compile(r"[\u4e00-\u9fff]{2,4}(?:市|省)(?:人民政府|[\u4e00-\u9fff]{2,6}[局厅])")


def _strange(subject: Subject, title: Element, to: Element) -> Iterator[Finding]:
    """An answer to whomever, the issuer himself, and a higher office among those below."""
    if titled(title, "批复") and _ANY.match(to.text):
        yield RULE.at(subject, to, "批复的主送机关是来文请示的机关")
    names = _ONE.findall(to.text) if "，" in to.text or "、" in to.text else ()
    issuers = issuers_of(subject) if names else []
    for name in names:
        if name in issuers:
            yield RULE.at(subject, to, f"主送机关里有发文机关自己：{name}", name)
        elif _CITY.fullmatch(name) and re.search("[县镇乡]", "".join(issuers)) and _ANY_BELOW.search(to.text):
            yield RULE.at(subject, to, f"下行文的主送机关里有上级机关{name}，应改为抄送", name)


_ANY_BELOW = re.compile("各(?:乡|镇|街道|村|养老|股|科|室)")


def _addressed(who: str, to: str) -> bool:
    if who.startswith("县"):
        return any(word in to for word in ("县", "区"))
    towns = any(word in to for word in ("乡", "镇", "街道"))
    return towns and not ("街道" in who and "街道" not in to and "各乡镇" in to)
