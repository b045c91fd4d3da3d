"""A 请示 or 报告 to a superior names its 签发人 (L136)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.check.addressed import titled
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.signing import named_signers
from reporter.check.subject import Subject

RULE = Rule(
    code="GW216",
    title="上行文标注签发人姓名",
    implements=(
        "L136",
        "R19",
    ),
    clause="《党政机关公文处理工作条例》第九条（六）、GB/T 9704-2012 7.2.6",
    strength="shall",
    tests="请示、报告的版头有没有“签发人：”",
    why="上行文要让上级机关知道由谁负责。",
    hint="发文字号居左空一字，右侧居右空一字写“签发人：姓名”",
    good=lambda: notice(
        title="安和县民政局关于拨付消防改造资金的请示",
        recipients="临澜市民政局：",
        signer="签发人：高远",
        seen_direction="up",
    ),
    bad=lambda: notice(
        title="安和县民政局关于拨付消防改造资金的请示", recipients="临澜市民政局：", seen_direction="up"
    ),
    waits="absent",
    about=("up",),
)

_LONGEST_NAME = 4


def check(subject: Subject) -> Iterator[Finding]:
    """Upward documents with a full header; a plain sheet has none. A bill (议案) is signed by the head at its end."""
    seen, title = subject.seen, subject.the("title")
    if seen.direction != "up" or seen.face != "document" or (title and titled(title, "议案")):
        return
    signers = seen.all("signer")
    if signers:
        names = [named_signers(one.text) for one in signers]
        if not any(names):
            yield RULE.at(subject, signers[0], "“签发人”后面没有姓名")
        elif _few(subject, names):
            yield RULE.at(subject, signers[0], "联合上行文的签发人少于发文机关")
        return
    if place := subject.the("number") or subject.the("mark"):
        yield RULE.at(subject, place, "上行文没有标签发人")


def _few(subject: Subject, names: list[str]) -> bool:
    """Whether two agencies or more sign and only one person is named."""
    whole = "".join("".join(names).split())
    return len(subject.sure("signatory", part=0)) > 1 and 0 < len(whole) <= _LONGEST_NAME
