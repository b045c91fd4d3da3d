"""A table's title speaks of what the document speaks of, and of its time (R22, R8)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.artefacts.seen.model import Grid
from reporter.check.bare import solid
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import line, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW632",
    title="表题与本文所说的事、所说的时间一致",
    implements=("R22", "R8", "R12", "R13"),
    clause="公文一致性要求",
    strength="recommended",
    tests="表题里的词在标题、正文和表里一个也没有的；表题的年份与标题、正文的年份；开头一句的年份与标题",
    why="套用旧表、旧稿，题目没有改。",
    hint="核对后改正表题或者时间",
    good=lambda: _titled("养老机构检查情况"),
    bad=lambda: _titled("城乡低保对象分布情况"),
    roles=("title",),
    severity="warning",
    yields=("GW613",),
)
_GENERAL = re.compile(
    r"情况|分布|汇总|一览|统计|明细|基本|主要|全县|全市|各乡镇|乡镇|街道|工作|数据|安排|计划|实施|进度|名单|清单|分工|[表（）()“”《》、：:]|"
    r"20\d\d年?|[上下]半年|年度|季度|[一二三四]季|\d+"
)
_PERIOD = re.compile(r"^(20\d\d)年(?=[\u4e00-\u9fff])")
_PART = re.compile(r"(20\d\d)年(度|上半年|下半年)?")
_OPENING = re.compile(r"(20\d\d)年(上半年|下半年|第?[一二三四]季度)，")
_LEAST = 3


def check(subject: Subject) -> Iterator[Finding]:
    """Titles of tables in the signed document; what its own title says of the time."""
    title = subject.the("title")
    if title is None:
        return
    tables = subject.sure("table_title", part=0) if subject.seen.tabled else ()
    text = subject.text_of("title", "body", "heading").text
    told = "".join(cell for grid in subject.seen.grids for row in grid.rows for cell in row) if tables else ""
    for element in tables:
        words = [word for word in _GENERAL.split(solid(element.text)) if len(word) > 1]
        pairs = {word[at : at + 2] for word in words for at in range(len(word) - 1)}
        if len(pairs) >= _LEAST and not any(pair in text or pair in told for pair in pairs):
            yield RULE.at(subject, element, "表题说的事，标题、正文和表里都没有")
    named = {found.groups() for found in _PART.finditer(solid(title.text))}
    if len(named) != 1:
        return
    ((year, part),) = named
    for element in tables:
        found = _PERIOD.match(solid(element.text))
        if found and found[1] != year and f"{found[1]}年" not in text:
            yield RULE.at(subject, element, f"标题是{year}年，表题是{found[1]}年")
    if part == "上半年":
        yield from _half(subject, year)


def _half(subject: Subject, year: str) -> Iterator[Finding]:
    """Of a paper on the first half of a year: its opening."""
    for element in subject.sure("body", part=0)[:1]:
        opening = _OPENING.match(element.para.text)
        if opening and opening[1] != year and opening[2] == "上半年":
            yield RULE.at(subject, element, f"标题是{year}年上半年，开头写{opening[1]}年", opening[0])


def _titled(title: str) -> Subject:
    rows = (("机构", "得分"), ("河口镇敬老院", "90"), ("青石镇敬老院", "85"))
    return notice(body=("现将养老机构检查情况通报如下。", line(title, "table_title")), grids=(Grid(1, rows, 1),))
