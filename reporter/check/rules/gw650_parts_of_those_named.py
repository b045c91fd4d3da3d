"""What is split behind 其中 are the places that were named (R24)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW650",
    title="“其中”分开写的地方、机构是前面写到的",
    implements=("R24",),
    clause="公文一致性要求",
    strength="recommended",
    tests="“转移到甲院和乙院，其中丙院56人、乙院40人”",
    why="两处写的不是同一个地方，不知道以哪个为准。",
    hint="核对后改成同一个名称",
    good=lambda: notice(body=("转移到青石镇敬老院和柳溪镇敬老院，其中青石镇敬老院56人，柳溪镇敬老院40人。",)),
    bad=lambda: notice(body=("转移到青石镇敬老院和柳溪镇敬老院，其中城关镇敬老院56人，柳溪镇敬老院40人。",)),
    severity="warning",
    signs=("其中",),
)
_KIND = "敬老院|养老院|福利院|颐养院|镇|乡|街道|村|社区|县|区"
_SPLIT = re.compile(
    rf"(?P<one>[\u4e00-\u9fff]{{2,5}}?)(?P<kind>{_KIND})(?:[和与及、])(?P<other>[\u4e00-\u9fff]{{2,5}}?)(?P=kind)"
    rf"(?P<between>[^。；其]{{0,20}})，其中[，：]?(?P<part>[\u4e00-\u9fff]{{2,5}}?)(?P=kind)[^，。；、\d]{{0,6}}\d[^，。；、]*"
    rf"[，、；](?P<rest>[\u4e00-\u9fff]{{2,5}}?)(?P=kind)[^，。；、\d]{{0,6}}\d"
)


def check(subject: Subject) -> Iterator[Finding]:
    """Two parts behind two places or more, of which the paragraph names only one before."""
    for para, found in subject.text_of("body", "heading").matches(_SPLIT, "其中"):
        named = para.text[: found.start("part")]
        strange = [part for part in (found["part"], found["rest"]) if part not in named]
        if len(strange) == 1:
            yield RULE.at(subject, para, f"前面没有写到{strange[0]}{found['kind']}", around(para.text, found))
