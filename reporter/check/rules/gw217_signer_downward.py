"""Only upward documents name a 签发人 (L136)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW217",
    title="只有上行文标注签发人",
    implements=("L136",),
    clause="《党政机关公文处理工作条例》第九条（六）",
    strength="recommended",
    tests="下行文和平行文的版头有没有“签发人”",
    why="签发人是对上级负责的标注，下行文标了容易与署名相混。",
    hint="删去“签发人”，发文字号居中",
    good=notice,
    bad=lambda: notice(signer="签发人：高远"),
    roles=("signer",),
    about=("signer",),
)


def check(subject: Subject) -> Iterator[Finding]:
    """Documents that surely go down or across."""
    for element in subject.sure("signer"):
        if subject.seen.direction in ("down", "parallel"):
            yield RULE.at(subject, element, "下行文、平行文不标签发人")
