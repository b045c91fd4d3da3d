"""A word that claims everything has a figure that proves it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.quantities import quantities, sentences
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW520",
    title="“全部”“均已”“清零”等说法有数字证明",
    implements=("R5",),
    clause="公文一致性要求",
    strength="recommended",
    tests="表示已经全部做到的词，同一句里有没有相等的两个数",
    why="笼统的“全部完成”经不起核对，与台账不符就是差错。",
    hint="同句写出应做数和已做数，例：42家养老机构已检查42家；不能证明的，改为具体数字",
    good=lambda: notice(title=_TITLE, body=("42家养老机构已检查42家，隐患全部整改：发现18处，整改18处。",)),
    bad=lambda: notice(title=_TITLE, body=("各类隐患已全部整改到位。",)),
    roles=(
        "body",
        "heading",
    ),
)
_TITLE = "安和县民政局关于养老院专项行动工作情况的报告"
_TELLING = re.compile(r"报告|总结|通报|纪要|情况|要点|简报|信息")
"""Titles of documents that say what was done; plans and notices say what is to be done."""
_CLAIM = re.compile(
    r"已?全部(?:完成|整改|销号|到位|达标|落实|建立|配备|办结|清零)|均已\w{0,6}|全面完成|实现\w{0,8}(?:全覆盖|清零|归零)|"
    r"(?:率|率为|率达|率达到)(?:100|百分之百)%?|无一\w{1,6}|未发生一起|零(?:事故|死亡|发生)|动态清零|见底清零"
)
_ORDER = re.compile(
    r"要|应当|应|须|必须|确保|力争|务必|争取|努力|目标|如|若|凡|不得|严禁|推动|将|待|尚未|"
    r"前[，。]|前\w{0,6}(?:完成|整改|到位)|后[，,]"
)


def check(subject: Subject) -> Iterator[Finding]:
    """Claims of something done. Orders, aims and conditions are none; a figure pair or 100% with its counts proves."""
    title = subject.the("title")
    if title and not _TELLING.search(title.text):
        return
    for para in subject.paras_of("body", "heading"):
        for offset, sentence in sentences(para.text):
            found = _CLAIM.search(sentence)
            if found is None or _ORDER.search(sentence) or _proved(sentence):
                continue
            quote = around(para.text, found, offset)
            yield RULE.at(subject, para, f"“{found[0]}”没有数字证明", quote)


def _proved(sentence: str) -> bool:
    """Two equal counts of one unit: 42家养老机构已检查42家."""
    counts = [(one.value, one.unit) for one in quantities(sentence) if not one.percent]
    return len(counts) != len(set(counts))
