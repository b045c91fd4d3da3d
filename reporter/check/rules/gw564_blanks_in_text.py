"""No blanks between hanzi and figures (practice)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.artefacts.seen.joined import apart
from reporter.artefacts.seen.model import Element
from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW564",
    title="汉字之间、汉字与数字之间不空格",
    implements=("L060",),
    clause="排版通行做法",
    strength="practice",
    tests="正文、标题、日期里汉字之间、汉字与数字之间、标点之前的单个空格",
    why="多打的空格会把日期、数量断在两行，检索时也找不到。",
    hint="用查找替换删去空格；要留间距的，用段落设置里的“自动调整中文与数字的间距”",
    good=lambda: notice(body=("全县共有养老机构42家。",)),
    bad=lambda: notice(body=("全县共有养老机构 42 家。",)),
    roles=("body", "title", "date"),
    severity="warning",
    folds=2,
    yields=("GW314", "GW689"),
)
_ANY = apart(*(rf"{blank}(?<=[\u4e00-\u9fff\d].)" for blank in " \u00a0"))
"""A blank of any of these begins so: behind letters one may stand."""
_BLANK = re.compile(r" (?:(?<=[\u4e00-\u9fff].)(?=\d)(?!0\d{2,3}[-—－]?\d{7}|1\d{10})|(?<=\d.)(?=[\u4e00-\u9fff%％]))")
"""A telephone number stands apart from the name before it."""
_STOPPED = re.compile(" (?<=[\u4e00-\u9fff0-9].)(?=[，。；：、！？])")
_WORDS = re.compile(" (?<=[\u4e00-\u9fff]{3}.)(?<![局厅委部院府处队会股科室].)(?=[\u4e00-\u9fff]{3})")
"""Names of agencies may stand apart from each other."""
_FIRM = re.compile("\u00a0(?<=[\u4e00-\u9fff].)(?=[\u4e00-\u9fff]{2})")
"""A blank that does not break, which nobody types between names."""
_NUMBERED = re.compile(r"第[一二三四五六七八九十百零〇\d]+[编章节条] ")
"""The number of an article stands apart from its text: 第十条 10日内……."""
_LEVELS = re.compile(r"\d{1,2}(?:\.\d{1,2})+ ")
"""So do the numbers of a contingency plan: 2.1.1 成立……."""
_PRINTED = re.compile(r".*[\u4e00-\u9fff] (?=\d{4}年[^ ]*印发$)")
"""Who printed stands apart from when."""
_ENACTED = re.compile(r"（[^（）]*(?:通过|批准|公布|发布|修[正订])[^（）]*）$")
"""Under the title of a law its history stands in brackets, each step apart from the next."""


def check(subject: Subject) -> Iterator[Finding]:
    """The first in a paragraph; several blanks wait for what is to be filled in, and one behind a typed number is
    another matter."""
    blank = {para.number for para in subject.seen.joined.holding(_ANY)}
    for element in subject.sure("title", "body", "date", "print_date", "heading") if blank else ():
        if element.para.number not in blank:
            continue
        text = element.para.text.replace("\u00a0", " ")
        begin = _begin(element, text)
        stopped = _STOPPED.search(text, begin)
        if element.role == "heading" or stopped:
            if stopped:
                yield RULE.at(subject, element, "标点前有空格", around(element.para.text, stopped))
            continue
        prose = element.role == "body" and "，" in text
        found = _BLANK.search(text, begin) or (_WORDS.search(text, begin) if prose else None)
        found = found or (_FIRM.search(element.para.text, begin) if prose else None)
        if found and not _ENACTED.match(text):
            yield RULE.at(subject, element, "字之间有空格", around(element.para.text, found))


def _begin(element: Element, text: str) -> int:
    if element.label:
        return len(element.label) + 1
    apart_from = (_PRINTED,) if element.role == "print_date" else (_NUMBERED, _LEVELS)
    return max((found.end() for number in apart_from if (found := number.match(text))), default=0)
