"""Money has its 元, and beds and homes their own measure words (R7)."""

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
    code="GW575",
    title="金额写明“元”，床位论张，机构论家",
    implements=("R7",),
    clause="公文一致性要求",
    strength="recommended",
    tests="“资金80万”后面有没有“元”；“床位80家”“养老机构12张”这样的量词",
    why="单位错了，数就不是那个数。",
    hint="补上“元”，改正量词",
    good=lambda: notice(body=("补助资金80万元，设置床位80张，涉及养老机构12家。",)),
    bad=lambda: notice(body=("补助资金80万，设置床位80家，涉及养老机构12张。",)),
    roles=("body", "heading", "title"),
    yields=("GW680",),
)
_NUMBER = r"\d[\d,]*(?:\.\d+)?"
_WRONG = re.compile(
    rf"(?:资金|经费|补助|补贴|投入|投资|金额|款|费用?)(?:共计?|为|达|约|近)?{_NUMBER}万(?![元人户平亩多余吨港加日欧英澳美铢卢里亿个次册份件])"
    rf"|床位(?:共|共计|总数|数|达|为)?{_NUMBER}[家个所人条项](?!月)|(?:养老|服务|供养)机构(?:共|共计|数)?{_NUMBER}[张条人](?!次)"
    rf"|(?:隐患|问题)(?:共|共计|数)?{_NUMBER}[家张人所](?!次|{_NUMBER}[条处项个])",
    re.ASCII,
)
_BODIES = "(?:养老机构|养老服务机构|儿童福利机构|机构|社会团体|社会组织|敬老院|养老院|乡镇)"
_OTHER = re.compile(
    rf"\d[条名张]{_BODIES}(?=[，。；、）]|$)|(?:档案|合同|材料)\d+[名家](?=[，。；、）]|$)", re.ASCII
)
"""Behind a home or a body nothing follows, so that 3名机构负责人 is not meant."""
_WORDLESS = re.compile(
    r"(?<=[有对在到及的含查建成展实盖])\d{1,3}(?:乡镇|街道|机构|养老机构|社会团体|任务|敬老院)(?=[，。；、）（的]|$)",
    re.ASCII,
)
_OTHER_SIGNS = apart(
    *(rf"{word}(?<=[0-9]{word}){_BODIES}" for word in "条名张"), "档案[0-9]", "合同[0-9]", "材料[0-9]"
)
_WORDLESS_SIGNS = apart(
    *(rf"{word}(?<=[0-9]{word})" for word in ("乡镇", "街道", "机构", "养老机构", "社会团体", "任务", "敬老院"))
)
_BEHIND = "乡街机养社任敬"
_BEFORE = "金费助贴入资额款用位构患题共计为达约近数"
_QUICK = re.compile(rf"[0-9](?<=[{_BEFORE}].)")


def check(subject: Subject) -> Iterator[Finding]:
    """Titles, headings and text."""
    text, numbers = subject.text_of("title", "body", "heading"), subject.seen.joined.numbers
    counted = not (numbers.behind.isdisjoint("条名张") and numbers.before.isdisjoint("案同料"))
    for para, found in text.matches(_OTHER, quick=_OTHER_SIGNS) if counted else ():
        yield RULE.at(subject, para, f"“{found[0]}”量词不对", around(para.text, found))
    bare = not numbers.behind.isdisjoint(_BEHIND)
    for para, found in text.matches(_WORDLESS, quick=_WORDLESS_SIGNS) if bare else ():
        yield RULE.at(subject, para, f"“{found[0]}”漏了量词", around(para.text, found))
    if numbers.before.isdisjoint(_BEFORE):
        return
    for para, found in text.matches(_WRONG, quick=_QUICK):
        yield RULE.at(subject, para, f"“{found[0]}”缺“元”或量词不对", around(para.text, found))
