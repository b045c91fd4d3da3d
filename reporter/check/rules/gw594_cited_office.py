"""The number of a document, its own or a cited one, is of the office that wrote it (R18)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.issuers import issuers_of
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW594",
    title="发文字号的机关代字是发文机关的",
    implements=("R18",),
    clause="GB/T 9704-2012 7.2.5；公文一致性要求",
    strength="recommended",
    tests="引用的文件名称里的机关与所附字号的代字；本文字号的代字是不是别的部门的",
    why="字号套错机关，按字号查不到这份文件。",
    hint="与原文核对，改正代字或机关名称",
    good=lambda: notice(body=("根据《青石镇人民政府关于改造资金的请示》（青政〔2026〕26号），现通知如下。",)),
    bad=lambda: notice(body=("根据《青石镇人民政府关于改造资金的请示》（云政〔2026〕26号），现通知如下。",)),
    roles=("number", "mark", "body"),
)
_CITED = re.compile(
    r"《(?P<office>[\u4e00-\u9fff]{1,16}?(?:省|市|县|区|镇|乡|街道)[\u4e00-\u9fff]{0,20}?"
    r"(?:人民政府|办事处|局|厅|委员会|办公室))关于[^《》]{2,80}》（(?P<code>[\u4e00-\u9fff]{2,8})〔20\d{2}〕"
)
_ABBREVIATED = frozenset(
    "京津沪渝冀晋蒙辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川蜀贵黔云滇藏陕秦甘陇青宁新穗深甬杭榕蓉邕昆筑禹宛"
)
"""Places whose documents have a sign of old that does not stand in the name."""
_LARGE = re.compile(r"^[\u4e00-\u9fff]{2,4}(?:省|自治区)|^[\u4e00-\u9fff]{2,4}市(?!辖)")
_FIELD = {
    "财": "财政", "教": "教育", "卫": "卫生", "审": "审计", "司": "司法", "人社": "人力资源", "应急": "应急",
    "市监": "市场", "住建": "住房", "环": "环境", "农": "农业", "医保": "医疗保障",
}  # fmt: skip
_OWN = re.compile(r"^([\u4e00-\u9fff]{2,8})〔20\d{2}〕")


def check(subject: Subject) -> Iterator[Finding]:
    """Cited documents with their office and number; the own number of one bureau."""
    text = subject.text_of("body", "heading")
    for para, found in text.matches(_CITED, "关于") if "〔" in subject.seen.joined.numbers.before else ():
        first = found["code"][0]
        of_old = first in _ABBREVIATED and _LARGE.search(found["office"])
        if first not in found["office"] and not of_old:
            told = f"代字“{found['code']}”不像是{found['office']}的"
            yield RULE.at(subject, para, told, around(para.text, found)[-40:])
    marks = issuers_of(subject)
    number = subject.the("number")
    own = _OWN.match("".join(number.text.split())) if number else None
    if not (number and own and len(marks) == 1 and marks[0].endswith("局")):
        return
    code = own[1]
    wrong = next((sign for sign in _FIELD if sign in code[1:3] and _FIELD[sign] not in marks[0]), "")
    name = marks[0][:-1]
    if wrong and not any(sign in name for sign in wrong) and code[0] in name:
        yield RULE.at(subject, number, f"代字里有“{wrong}”，不像是{marks[0]}的")
