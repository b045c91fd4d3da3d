"""Names of several 签发人 are parted by blanks, not by 、 (L136)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW218",
    title="多个签发人姓名之间空一字，不用顿号",
    implements=("L136",),
    clause="GB/T 9704-2012 7.2.6",
    strength="practice",
    tests="签发人姓名之间的标点",
    why="姓名按发文机关顺序自左至右、自上而下排列，每行两个，不需要标点。",
    hint="姓名之间改为空格，每行排两个",
    good=lambda: notice(signer="签发人：高远　林清", seen_direction="up"),
    bad=lambda: notice(signer="签发人：高远、林清", seen_direction="up"),
    roles=("signer",),
    severity="warning",
)


def check(subject: Subject) -> Iterator[Finding]:
    """Names behind the colon."""
    for element in subject.sure("signer"):
        if "、" in element.text or "，" in element.text:
            yield RULE.at(subject, element, "签发人姓名之间用了标点")
