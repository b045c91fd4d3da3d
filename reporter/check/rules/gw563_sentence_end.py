"""A paragraph of prose ends with a mark (GB/T 15834-2011 4.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW563",
    title="段末有标点",
    implements=("L060",),
    clause="GB/T 15834-2011 4.1、附录 B",
    strength="recommended",
    tests="正文自然段最后一个字后面有没有标点",
    why="段末没有句号，多半是漏了标点，或后面的话丢了。",
    hint="补上句号；后面有话的，补全",
    good=lambda: notice(body=("现将有关事项通知如下。", "特此通知。")),
    bad=lambda: notice(body=("现将有关事项通知如下。", "特此通知")),
    roles=("body",),
)
_CLOSING = re.compile(
    r"[特专]此(?:通知|通报|报告|公告|通告|函复|函告|函达|批复|请示|复函|说明)|此[复致]|请予(?:支持|批准|函复)|妥否[，,]?请批[示复]"
)
_WORD = re.compile(r"[\u4e00-\u9fff\d%）)，、．,]$")
_PROSE = re.compile("[，；]")
_LIST = re.compile(
    r"(?:联系人|联系电话|电话|邮箱|地址|传真|时间|地点|账号|开户)[^，。]{0,12}[：:]"
    r"|^(?:出\s*席|列\s*席|主\s*持|记\s*录|参\s*加)[人员]{0,2}[：:]|https?:|@|\t|　.*　"
)
_BEGUN = re.compile("(?:按照|根据|依据)[^。]*〕\\d+号）")
"""A sentence that has only said after what it was done."""
_LONG, _SHORT = 12, 4


def check(subject: Subject) -> Iterator[Finding]:
    """Closing phrases, and paragraphs with a comma or semicolon in them; lists of contacts, places and names end as
    they like."""
    for element in subject.seen.all("body", part=0):
        text = element.para.text
        if text.endswith("。"):
            continue  # as nearly all do
        if not _WORD.match(text, max(len(text) - 1, 0)) or element.para.place != "text":
            continue
        if text[-1] in "．," and len(text) > _SHORT:
            yield RULE.at(subject, element, "段末的标点不是句号", text[-20:])
            continue
        prose = len(text) >= _LONG and _PROSE.search(text) and not _LIST.search(text)
        if _CLOSING.fullmatch(text) or (prose and text[-1] not in "）)") or _BEGUN.fullmatch(text):
            yield RULE.at(subject, element, "段末没有标点", text[-20:])
