"""Attachments bear the number and title that 附件说明 gives them (L085, R21)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from reporter.artefacts.seen.model import Element
from reporter.check.bare import bare
from reporter.check.enclosures import listed_attachments
from reporter.check.finding import Finding
from reporter.check.ordinals import ordinal_of
from reporter.check.rule import Rule
from reporter.check.samples import enclosed, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW406",
    title="附件的顺序号和标题与附件说明一致",
    implements=(
        "L085",
        "R21",
    ),
    clause="GB/T 9704-2012 7.3.7",
    strength="shall",
    tests="附件说明里的名称与附件页的标题",
    why="名称对不上，收文单位会以为附件错了。",
    hint="把附件页的标题或附件说明改成一样",
    good=lambda: notice(attachments="附件：整改清单", tail=enclosed("整改清单")),
    bad=lambda: notice(attachments="附件：整改清单", tail=enclosed("责任清单")),
    roles=(
        "attachments",
        "attachment_title",
    ),
    about=("attachment_label",),
)

_NEAR, _LAST = 6, 4
_BEFORE = re.compile(
    r"(?:[\u4e00-\u9fff]{1,12}(?:省|市|县|区|州|镇|乡|街道|局|厅|委|部|办|政府|院|中心))?(?:20\d{2}年度?)?"
)
_BESIDE = re.compile(r"(?:另附|另发|电子版|略|[一二三四五六七八九十\d]+[份页张册])*")
"""What 附件说明 may say of an attachment."""
_NOTE = re.compile("（[^（）]*）$")
"""（电子版请到工作群下载） behind a name is not part of it."""
_COUNTED = re.compile(r"（共\d+[\u4e00-\u9fff]{1,2}）$")
"""（共12家） below a title is not part of it either."""
_YEAR = re.compile(r"20\d{2}(?=年)")
_BEHIND = re.compile(
    r"(?:样表|样式|参考|模板|试行|草案|暂行|征求意见稿|送审稿|另附|另发|电子版|略|[一二三四五六七八九十\d]+[份页张册])*"
)


def check(subject: Subject) -> Iterator[Finding]:
    """Names are compared without marks and blanks; a name that nobody encloses is another rule's."""
    named = listed_attachments(subject)
    for label in subject.sure("attachment_label"):
        number = ordinal_of(label.text) or 1
        if number not in named or label.part <= 0:
            continue
        title = subject.the("attachment_title", part=label.part)
        if title is None:
            if _untitled(subject, label, named[number]):
                yield RULE.at(subject, label, f"附件{number}没有标题，附件说明里是“{named[number]}”")
            continue
        name, found = bare(named[number]), bare(_COUNTED.sub("", title.text))
        if name and found and name != found and not _same(name, found):
            other = RULE.at(subject, title, f"附件{number}的标题与附件说明里的“{named[number]}”不一致")
            yield replace(other, severity="warning") if bare(_NOTE.sub("", named[number])) == found else other
        elif name and found and name != found and (told := _differing(subject, name, found)):
            yield replace(RULE.at(subject, title, f"附件{number}的{told}"), severity="warning")


def _untitled(subject: Subject, label: Element, name: str) -> bool:
    """Whether text or a table follows at once: nothing that says the name or stands in the middle."""
    behind = [para for para in subject.seen.below(label.para.number, _NEAR) if para.text]
    if not behind or subject.seen.format != "docx" or label.para.place != "text":
        return False
    said = any(bare(name)[-_LAST:] in bare(para.text) for para in behind)
    middle = any(para.looks.align == "center" and para.cell is None for para in behind[:2])
    return not said and not middle and behind[0].place in ("text", "cell")


def _differing(subject: Subject, name: str, found: str) -> str:
    """Where the list says more than the attachment, but for a note; or the attachment names a year that is not the
    paper's and nobody else's."""
    before, there, behind = name.partition(found)
    if there and not (_BESIDE.fullmatch(behind) and not before):
        return f"标题没有附件说明里的“{before or behind}”"
    year = _YEAR.match(found)
    signed = subject.signed_on
    if year and signed and not _YEAR.match(name) and int(year[0]) != signed.year:
        elsewhere = subject.the("title"), *subject.sure("body", part=0)
        if not any(one and year[0] in one.text for one in elsewhere):
            return f"标题写的是{year[0]}年，附件说明里没有"
    return ""


def _same(name: str, found: str) -> bool:
    """Whether one only names the agency, the place or the year before what the other says, or （样表） and the like
    behind it."""
    longer, shorter = sorted((name, found), key=len, reverse=True)
    before, there, behind = longer.partition(shorter)
    return bool(there) and bool(_BEFORE.fullmatch(before)) and bool(_BEHIND.fullmatch(behind))
