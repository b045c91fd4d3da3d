"""A reply is about the place that the request was about (R22)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW641",
    title="批复与所引请示是同一个地方的事",
    implements=("R22",),
    clause="公文一致性要求",
    strength="recommended",
    tests="标题是批复、复函的公文，标题里的乡镇、街道与开头所引请示、来函标题里的",
    why="多是用别处的批复改的，没有改全；发出去就批错了对象。",
    hint="核对来文，改正标题或引文",
    good=lambda: _reply("柳溪镇"),
    bad=lambda: _reply("青石镇"),
    severity="warning",
)
_PLACE = re.compile("[\u4e00-\u9fff]{2}(?:(?<![城乡集村小制])镇|(?<![城下返家进])乡|街道)(?!级|村|上|下|镇)")
"""城镇, 乡镇, 城乡 and 下乡 are no places."""
_CITED = re.compile("《([^《》]*关于[^《》]*的(?:请示|函|报告))》")
_FIRST = 2


def check(subject: Subject) -> Iterator[Finding]:
    """The first paragraphs, where what is replied to is cited."""
    title = subject.the("title")
    name = "".join(title.text.split()) if title else ""
    if not name.endswith(("的批复", "复函")):
        return
    own = set(_PLACE.findall(name))
    for para in subject.paras_of("body")[:_FIRST]:
        for found in _CITED.finditer(para.text):
            asked = set(_PLACE.findall(found[1]))
            if own and asked and own.isdisjoint(asked):
                message = f"标题是{'、'.join(sorted(own))}，引的是{'、'.join(sorted(asked))}"
                yield RULE.at(subject, para, message, found[0])


def _reply(place: str) -> Subject:
    cited = f"你镇《关于设立{place}养老服务中心的请示》收悉。现批复如下："
    return notice(title="安和县人民政府关于同意设立柳溪镇养老服务中心的批复", body=(cited, "同意。"))
