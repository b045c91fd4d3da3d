"""A list that is attached has the names and the number that its title and the text say (R6, R22, R24)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from reporter.artefacts.seen.model import Element, Para
from reporter.check.bare import solid
from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import line, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW627",
    title="附件名单的个数、名称与标题和正文相符，没有重名",
    implements=("R6", "R22", "R24"),
    clause="公文一致性要求",
    strength="recommended",
    tests="附件标题“……名单（8个）”与下面的行数、名数，各行“（3名）：”与后面的人名，正文“对×××等8个……”的个数和点到的名称",
    why="名单是发文的依据，多一个少一个都要重发。",
    hint="逐个核对名单，改正个数或名称",
    good=lambda: _praised("晨光志愿服务队", "2"),
    bad=lambda: _praised("辰光志愿服务队", "3"),
    roles=("attachment_title", "body"),
    signs=("名单",),
    severity="warning",
)
_TITLE = re.compile(r"(?P<what>[\u4e00-\u9fff“”·]{2,24}?)名单[（(](?:共|计)?(?P<n>\d{1,4})(?P<unit>[个名家人所])[）)]$")
_ROW = re.compile(r"(?P<of>[^（()：:]{2,20})[（(](?P<n>\d{1,3})[名人个家][）)][：:](?P<names>[^。；]+)。?")
_NAMES = re.compile(r"[\u4e00-\u9fff·（）]{2,30}")
_LEAST = 2


class _List(Struct, frozen=True):
    title: Element
    what: str
    said: int
    unit: str
    names: tuple[str, ...]


def check(subject: Subject) -> Iterator[Finding]:
    """Lists without a table: a name a line, or lines of names behind a colon."""
    lists: list[_List] = []
    for title in subject.sure("attachment_title"):
        found = _TITLE.search(solid(title.text))
        below = _below(subject, title) if found else ()
        if found is None or not below:
            continue
        names: list[str] = []
        plain = all(_NAMES.fullmatch(solid(para.text)) for para in below)
        rows = [_ROW.fullmatch(solid(para.text)) for para in below]
        if plain:
            names = [solid(para.text) for para in below]
        elif all(rows):
            for para, row in zip(below, rows, strict=True):
                those = row["names"].split("、") if row else []
                names += those
                if row and len(those) != int(row["n"]):
                    yield RULE.at(subject, para, f"写{row['n']}名，后面列了{len(those)}名", row[0])
        if len(names) >= _LEAST:
            one = _List(title, found["what"], int(found["n"]), found["unit"], tuple(names))
            lists.append(one)
            yield from _counted(subject, one, below)
    yield from _in_text(subject, lists)


def _below(subject: Subject, title: Element) -> Sequence[Para]:
    """All paragraphs of an attachment that holds nothing but text; short names are rarely recognised surely as text."""
    own = [one for one in subject.seen.elements if one.part == title.part and one.para.number > title.para.number]
    return [one.para for one in own] if all(one.role in ("body", "heading") for one in own) else ()


def _counted(subject: Subject, one: _List, below: Sequence[Para]) -> Iterator[Finding]:
    if len(one.names) != one.said:
        yield RULE.at(subject, one.title, f"写{one.said}{one.unit}，下面列了{len(one.names)}{one.unit}")
    for name, many in Counter(one.names).items():
        if many > 1:
            para = next(para for para in reversed(below) if name in para.text)
            yield RULE.at(subject, para, f"“{name}”在名单里出现{many}次", name)


_PRAISED = re.compile(
    r"[对、予](?P<name>[\u4e00-\u9fff·]{2,20}?)等(?P<n>\d{1,4})(?P<unit>[个名家人所])(?P<what>[\u4e00-\u9fff]{2,16})"
)


def _in_text(subject: Subject, lists: Sequence[_List]) -> Iterator[Finding]:
    """对A等8个优秀组织: of the list whose title begins with what is counted."""
    for para, found in subject.text_of("body").matches(_PRAISED, "等") if lists else ():
        those = [one for one in lists if found["what"].startswith(one.what) and one.unit == found["unit"]]
        if len(those) != 1:
            continue
        one = those[0]
        if int(found["n"]) != one.said:
            message = f"附件名单是{one.said}{one.unit}，这里写{found['n']}{one.unit}"
            yield RULE.at(subject, para, message, around(para.text, found))
        if found["name"].removesuffix("同志") not in one.names:
            yield RULE.at(subject, para, f"附件名单里没有“{found['name']}”", around(para.text, found))


def _praised(name: str, many: str) -> Subject:
    listed = [line(one, part=1) for one in ("晨光志愿服务队", "蓝盾志愿服务队")]
    title = line("优秀志愿服务组织名单（2个）", "attachment_title", part=1)
    return notice(body=(f"决定对{name}等{many}个优秀志愿服务组织予以表彰。",), tail=(title, *listed))
