"""No sense is said twice in one phrase (R25)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.artefacts.seen.joined import apart
from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW590",
    title="意思不重复、否定不反用",
    implements=("R25",),
    clause="公文校对要求",
    strength="recommended",
    tests="“原因是由于”“平均每户户均”“等等部门”“自……起开始”“9月7日—至15日”“防止……不再发生”“严禁不得”“进一步更加”“原因是……所致”“基本全部”“拟于……已完成”这样的说法",
    why="两种说法改成一种时没有删净，意思重复甚至相反。",
    hint="只留一种说法，例：原因是；户均；等部门；自……起；9月7日至15日；防止……发生",
    good=lambda: notice(body=("主要原因是专业人员不足。本办法自9月1日起施行，防止问题再次发生。",)),
    bad=lambda: notice(body=("主要原因是由于专业人员不足。本办法自9月1日起开始施行，防止问题不再发生。",)),
)
_DO, _DONE = "建立|完善|加强|落实|健全", "健全|完善|强化|落实|细化"
_AGAIN = (
    r"(?:原因|理由)(?:主要)?[，,]?是(?:由于|因为)|因为由于|由于因为|平均(?:[人户次场家]|每(?P<u>[人户次场家])(?P=u))均|每(?P<v>[人户次场家])(?:平均)?(?P=v)均"
    r"|等等(?![级待候次额于同])(?=\d|[\u4e00-\u9fff])|(?<=[日时月年）)])起开始(?=[\u4e00-\u9fff])|(?<=[日时月年）)])开始起(?![草步航飞诉])|[至到][—–－~～-]+(?=[\d次当])"
    r"|(?<=[日时月年度])[—–－~～-]+[至到](?=[\d次当])"
    r"|(?:防止|防范|避免|杜绝|严防)[^，。；、]{0,14}(?:不再?|没有)(?:发生|反弹|出现|产生)"
    r"|(?:原因|理由)(?:主要)?[，,]?是[^。；！？]{1,40}?(?:所致|造成的|引起的|导致的|的缘故)(?=[，。；])"
    r"|为了[^，。；]{1,24}为(?:目的|宗旨)|以[^，。；]{1,24}为(?:目的为宗旨|宗旨为目的)"
    r"|(?:严禁|禁止|不准|不许)(?:不得|不准|不许|不要)|进一步(?:更加|更为|越发)|目前(?:截至|现有)"
    r"|基本上?(?:全部|完全)|大部分[^，。；]{0,6}(?:全部|均已)|原则上一律|每年(?:均|都)?逐年|为[盼荷]为[盼荷]"
    r"|(?:预计|(?<!的)计划于?|拟于|将于)[^，。；、]{0,14}已(?:经)?(?:全部|全面)?(?:完成|建成|开展|整改|印发|报送)"
    rf"|(?<=[日月底])(?:前之前|后之后)|(?<=工作日)内之内|(?<=[0-9])[%％]{{2,}}"
    rf"|完成[^，。；、]{{1,8}}(?<!的)完成(?=[，。；])|(?P<do>{_DO})(?:{_DONE})(?P=do)(?=[\u4e00-\u9fff])"
)
_WRONG = re.compile(_AGAIN)
_QUICK = apart(
    "因(?:(?<=原因)(?:主要)?[，,]?是|为由于)", "由(?:(?<=理由)(?:主要)?[，,]?是|于因为)",
    *(f"{one}均" for one in "人户次场家"), "等等", "起开始", "开始起",
    *(two for mark in "至到" for dash in "—–－~～-" for two in (f"{mark}{dash}", f"{dash}{mark}")),
    "不再[发反出产]", "不[发反出产]", "禁不[得准许要]", "止不[得准许要]", "准不得", "许不得", "没有[发反出产]",
    "为目的", "为宗旨", "步更", "目前截至", "目前现有", "基本上?[全完]", "大部分", "原则上一",
    "前之前", "后之后", "内之内", "%[%％]", "％[%％]",
    "每年[均都]?逐", "为[盼荷]为",
    *(f"{when}[^，。；、]{{0,14}}已" for when in ("预计", "计划", "拟于", "将于")), "完成[，。；]",
    *(f"{how}{do}" for do in _DO.split("|") for how in _DONE.split("|")),
)  # fmt: skip
"""One of them stands in each."""


def check(subject: Subject) -> Iterator[Finding]:
    """Paragraphs of text, cells, boxes and notes."""
    for para, found in subject.seen.joined.matches(_WRONG, quick=_QUICK):
        yield RULE.at(subject, para, f"“{found[0]}”说法重复或相反", around(para.text, found))
