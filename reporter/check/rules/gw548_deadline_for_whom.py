"""A deadline says what is due, and to whom or by whom (R15)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.artefacts.seen.joined import apart, sentences
from reporter.check.clauses import clause_before
from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW548",
    title="期限写明年份，写明报什么、报给谁",
    implements=("R15",),
    clause="公文一致性要求",
    strength="recommended",
    tests="没有年份、也没有材料名称和报送对象的“请于×月×日前报送”",
    why="不知道报什么、报给谁，下级只能来电询问。",
    hint="补上年份、材料名称和报送对象，例：请于2026年4月17日前将自查情况报县民政局",
    good=lambda: notice(body=("请于2026年4月17日前将自查情况报县民政局。",)),
    bad=lambda: notice(body=("请于4月17日前报送。",)),
    roles=("body",),
)
_BARE = re.compile(
    r"^(?:[（(]?[一二三四五六七八九十\d]+[、.）)])?(?:请|并|须|应)?(?:各单位)?(?:请)?(?:务必)?(?:于|在)\d{1,2}月(?:\d{1,2}日|底)?"
    r"(?:（[^）]*）)?(?:以|之)?前(?:及时|按时)?(?:报送|上报|反馈|函复|回复|提交|报)(?:完毕)?[，。；]?$"
)
_QUICK = apart("前[报上反函回提]", "前及时", "前按时")


def check(subject: Subject) -> Iterator[Finding]:
    """Whole sentences that say no more than that; nothing before it in the same sentence tells what is meant. A letter
    that asks for an answer says by itself what is due and to whom."""
    yield from _left_out(subject)
    letter = _letter(subject)
    for para in subject.text_of("body").holding(_QUICK):
        for _, sentence in sentences(para.text):
            if letter and _ANSWER.search(sentence):
                continue
            clauses = sentence.rstrip("。；").split("，")
            if len(clauses) < _FEW and _BARE.match(clauses[0]) and len(clauses[-1]) < _LONG:
                yield RULE.at(subject, para, "没有写年份、材料名称和报送对象", clauses[0])


_NO_MONTH = apart(r"日前(?:(?<=于\d日前)|(?<=于\d\d日前))(?=[^，。；]{0,20}(?:报|完成|提交|反馈))")
_LAST_YEARS = re.compile(
    r"于[1-3]月\d{1,2}日前(?:报送|上报|报)[^，。；\d]{0,6}(20\d\d)年度?(?:全年)?(?:工作)?总结"
)
_SUMMARIES = ("年工作总结", "年度工作总结", "年全年工作总结", "年度总结")
_TURN = re.compile(r"每|季度?末|月末|当月|本月|次月|下月|上月|同月|\d月[^。；]{0,20}$")


def _left_out(subject: Subject) -> Iterator[Finding]:
    """于30日前 without a month, and 1月15日前报送 the summary of this year."""
    text, base = subject.seen.joined, subject.signed_on
    for para, found in text.matches(_NO_MONTH):
        if not _TURN.search(clause_before(para.text, "。；", found.start())):
            yield RULE.at(subject, para, "期限没有写月份", around(para.text, found))
    if base is None or base.month <= _SPRING:
        return
    for para, found in text.matches(_LAST_YEARS, *_SUMMARIES):
        if int(found[1]) == base.year:
            yield RULE.at(subject, para, f"应为{base.year + 1}年，跨年的期限写明年份", around(para.text, found))


_SPRING = 3


def _letter(subject: Subject) -> bool:
    title = subject.the("title")
    return subject.seen.face == "letter" or (title is not None and title.text.endswith("函"))


_FEW, _LONG = 2, 30
_ANSWER = re.compile("函复|复函|函告|回复|反馈")
