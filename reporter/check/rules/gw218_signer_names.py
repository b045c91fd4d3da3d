"""Names of several 签发人 are parted by blanks, not by 、 (L136)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.artefacts.seen.wording import agency
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.signing import named_signers
from reporter.check.subject import Subject
from reporter.text import half_width

RULE = Rule(
    code="GW218",
    title="签发人只标姓名，几个姓名之间空一字，不用顿号",
    implements=("L136",),
    clause="GB/T 9704-2012 7.2.6",
    strength="practice",
    tests="签发人姓名之间的标点，姓名后面的职务、“（签字）”，写成机关的、没有填的",
    why="姓名按发文机关顺序自左至右、自上而下排列，每行两个，不需要标点。",
    hint="姓名之间改为空格，每行排两个",
    good=lambda: notice(signer="签发人：高远　林清", seen_direction="up"),
    bad=lambda: notice(signer="签发人：高远、林清", seen_direction="up"),
    roles=("signer",),
    severity="warning",
    about=("signer",),
)


_MORE = re.compile("(?:副?(?:[省市县区镇乡局厅院会处科]长|主任|主席|书记)|同志|[（(](?:签[字名发章]|盖章|代)[）)])$")
"""A name ends before it."""
_CROSSES = re.compile(r"[×xX*＿_\s]{2,}")


def check(subject: Subject) -> Iterator[Finding]:
    """Names behind the colon."""
    for element in subject.sure("signer"):
        if "、" in element.text or "，" in element.text:
            yield RULE.at(subject, element, "签发人姓名之间用了标点")
        elif found := _MORE.search(element.text.strip()):
            yield RULE.at(subject, element, f"签发人只标姓名，不写“{found[0]}”")
        elif _CROSSES.fullmatch(names := named_signers(element.text)):
            yield RULE.at(subject, element, "签发人的姓名没有填")
        elif names and agency(half_width(names)):
            yield RULE.at(subject, element, f"签发人写成了机关“{names}”")
