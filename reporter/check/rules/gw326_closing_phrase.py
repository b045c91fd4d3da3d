"""A document closes as its sort does (R20)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.check.addressed import titled
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW326",
    title="结尾语与文种一致",
    implements=("R20",),
    clause="《党政机关公文处理工作条例》第八条",
    strength="practice",
    tests="“特此通知”“特此报告”“此复”“请批示”等结尾语与标题的文种",
    why="结尾语与文种不符，收文单位不知道要照办、要答复还是只供了解。",
    hint="改用这个文种的结尾语，例：请示用“妥否，请批示。”，函用“专此函达。”",
    good=lambda: notice(body=("现将有关事项通知如下。", "特此通知。")),
    bad=lambda: notice(body=("现将有关事项通知如下。", "特此报告。")),
    roles=("title", "body"),
    severity="warning",
    signs=("此", "否", "如下"),
)
_CLOSING = re.compile(
    r"(?:特|专)此(?P<kind>通知|通报|报告|请示|公告|通告|函复|函告|函达|批复|复函)|(?P<answer>此复)"
    r"|(?:以上\w{0,6}[，,]?)?(?:妥否|当否|可否)[，,]?请(?P<ask>批示|批复|审批|指示)"
)
_KINDS = {
    "通知": ("通知",), "通报": ("通报",), "报告": ("报告",), "请示": ("请示",), "公告": ("公告",), "通告": ("通告",),
    "函复": ("函",), "函告": ("函",), "函达": ("函",), "复函": ("函",), "批复": ("批复",), "此复": ("批复", "函"),
    "请": ("请示", "函"), "请批示": ("请示",),
}  # fmt: skip
_FOLLOWS = re.compile(r"现[就将][^。；]{0,24}?(?P<kind>通知|通报|报告|批复|函告|函复|请示)如下[：。]")
_TWO = re.compile(r"(?:[特专]此[\u4e00-\u9fff]{2}|此复)[，、。；](?:[特专]此[\u4e00-\u9fff]{2}|此[复致令布])")
_TAIL = re.compile(r"[。，]((?:以上\w{0,6}[，,]?)?(?:妥否|当否|可否)[，,]?请(?:批示|批复|审批|指示))。$")
"""The same as the last sentence of a paragraph."""
_FOLLOWED = {
    "通知": ("通知",), "通报": ("通报", "通知"), "报告": ("报告",), "批复": ("批复", "函"), "函告": ("函",),
    "函复": ("函",), "请示": ("请示",),
}  # fmt: skip
_FIRST = 8
"""Paragraphs below the title in which a paper says what it is."""
_KNOWN = ("通知", "通报", "报告", "请示", "公告", "通告", "函", "批复", "议案")


def check(subject: Subject) -> Iterator[Finding]:
    """Paragraphs that hold nothing else or end in one that asks, in documents whose title ends in one of these sorts.
    A report that asks for something has a rule of its own."""
    title = subject.the("title")
    if title is None or not titled(title, *_KNOWN):
        return
    for para, found in subject.text_of("body").matches(_FOLLOWS, "如下"):
        kinds = _FOLLOWED[found["kind"]]
        if para.number < _FIRST + title.para.number and not titled(title, *kinds):
            yield RULE.at(subject, para, f"“{found['kind']}如下”与标题的文种不符", found[0])
    for element in subject.sure("body", part=0):
        if _TWO.fullmatch(element.para.text.strip(" \u3000。.！!")):
            yield RULE.at(subject, element, "写了两个结尾语，只留本文种的一个")
            continue
        tail = _TAIL.search(element.para.text)
        closing = _CLOSING.fullmatch(tail[1] if tail else element.para.text.strip(" \u3000。.！!"))
        if closing is None or (closing["ask"] and titled(title, "报告")):
            continue
        kinds = _KINDS[closing["kind"] or (_asked(closing["ask"]) if closing["ask"] else "此复")]
        if not titled(title, *kinds):
            yield RULE.at(subject, element, f"“{closing[0]}”是{kinds[0]}的结尾语，与标题的文种不符")


def _asked(word: str) -> str:
    """A letter may ask an agency of no higher rank for its approval, not for its instructions."""
    return "请批示" if word in ("批示", "指示") else "请"
