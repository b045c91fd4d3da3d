"""A document opens and calls itself by its own sort, and 批复 answers 请示 (R20)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.artefacts.seen.model import Element
from reporter.check.addressed import titled
from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW334",
    title="开头语、自称与文种一致",
    implements=("R20",),
    clause="《党政机关公文处理工作条例》第八条",
    strength="practice",
    tests="“现将……通知如下”“本意见自……”里的文种与标题的文种；标题和正文的“印发”“转发”；批复所答复的来文",
    why="套用别的文种的稿子没有改，收文单位不知道这是什么文。",
    hint="按标题的文种改，例：报告写“现将……报告如下”，通知自称“本通知”",
    good=lambda: notice(body=("现将有关事项通知如下。", "本通知自2026年4月1日起执行。")),
    bad=lambda: notice(body=("现将有关事项报告如下。", "本意见自2026年4月1日起执行。")),
    roles=("title", "body"),
    severity="warning",
)
_OPENS = re.compile(
    r"现(?:将|就)?[^。；]{0,40}?(?P<kind>通知|通报|报告|请示|公告|通告|批复|函复|函告|函商)如下"
)
_SAYS = {
    "函复": ("函",), "函告": ("函",), "函商": ("函",), "通报": ("通报", "通知", "函", "报告"), "通知": ("通知", "通报"),
}  # fmt: skip
"""What may be said where: others only in their own sort."""
_KINDS = "通知|通报|公告|通告|批复|意见|办法|决定"
_ITSELF = re.compile(
    rf"本(?<![日原基根资版文样标成]本)(?P<kind>{_KINDS})(?=自|由|印发|发布|第|执行|施行|办理|规定|要求)"
)
_OURSELVES = tuple(f"本{kind}" for kind in _KINDS.split("|"))
_ANSWERED = re.compile(r"《[^《》]+的(?P<kind>报告|通知|函)》[^。；]{0,30}?收悉")
_KNOWN = ("通知", "通报", "报告", "请示", "公告", "通告", "批复", "意见", "决定", "函")
_ISSUING = re.compile(r"印发|公布|发布|转发|批转|施行|试行|修订")
"""Titles of documents that hand on another text, which calls itself by its own name."""
_HANDS_ON = re.compile(r"(印发|转发|批转)")
_HANDED_ON = re.compile(r"》(?:（[^（）]*）)?(?P<what>印发|转发|批转)给你们")
_FIRST = 3


def check(subject: Subject) -> Iterator[Finding]:
    """The signed document without its attachments."""
    title = subject.the("title")
    if title is None or not titled(title, *_KNOWN):
        return
    bodies = subject.sure("body", part=0)
    for element in bodies[:_FIRST]:
        opening = _OPENS.search(element.para.text)
        if opening and not titled(title, *_SAYS.get(opening["kind"], (opening["kind"],))):
            told = f"“{opening['kind']}如下”与标题的文种不符"
            yield RULE.at(subject, element, told, around(element.para.text, opening))
        handed = _HANDED_ON.search(element.para.text) if "给你们" in element.para.text else None
        hands = _HANDS_ON.search(title.text) if handed else None
        if hands and handed and hands[1] != handed["what"]:
            told = f"标题写“{hands[1]}”，这里写“{handed['what']}”"
            yield RULE.at(subject, element, told, around(element.para.text, handed))
        answered = _ANSWERED.search(element.para.text)
        if answered and titled(title, "批复"):
            told = f"批复答复的是请示，这里的来文是{answered['kind']}"
            yield RULE.at(subject, element, told, around(element.para.text, answered))
    if subject.text_of("body").says(*_OURSELVES) and not _ISSUING.search(title.text):
        yield from _itself(subject, title, bodies)


def _itself(subject: Subject, title: Element, bodies: tuple[Element, ...]) -> Iterator[Finding]:
    """本意见 in a notice, unless an act of that name has been spoken of."""
    named = ""
    for element in bodies:
        named += element.para.text
        for found in _ITSELF.finditer(element.para.text):
            kind = found["kind"]
            if not titled(title, kind) and f"{kind}》" not in named and f"{kind}（" not in named:
                told = f"自称“本{kind}”，与标题的文种不符"
                yield RULE.at(subject, element, told, around(element.para.text, found))
