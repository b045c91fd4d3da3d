"""A document speaks to those above and below as is fitting (R20)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.artefacts.seen.joined import apart
from reporter.check.addressed import titled
from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW335",
    title="语气与行文方向一致",
    implements=("R20",),
    clause="《党政机关公文处理工作条例》第十五条",
    strength="practice",
    tests="下行文里的“恳请贵镇”，上行文里的“要求你局”，上行文、函末尾的“请遵照执行”",
    why="语气不合行文关系，上级当成命令，下级当成可办可不办。",
    hint="对下级写“你镇要……”，对上级写“恳请……”，对平级写“请予支持”",
    good=lambda: notice(body=("各乡镇要按时报送。",)),
    bad=lambda: notice(body=("恳请贵镇按时报送。",)),
    roles=("title", "body"),
    severity="warning",
)
_BEGS = re.compile(r"(?:恳请|敬请|烦请|恳求)(?:贵|你)[\u4e00-\u9fff]{1,4}")
_COMMANDS = re.compile(r"(?:要求|责令|责成)(?:你们|[你贵][局县市厅省委部镇乡办])")
_ORDERED = re.compile(
    r"请(?:各[\u4e00-\u9fff]{1,4})?(?:认真|切实|严格)?(?:遵照|贯彻|组织)?(?:贯彻)?(?:执行|遵照办理|贯彻落实)(?=。)"
)
_COMMANDED = re.compile(r"(?:望|请|希)[^。；]{0,6}(?:遵照|贯彻|严格|认真)执行|不得(?:延误|有误)(?=。$)")
"""What only a higher office writes at the end."""
_DEMANDED = re.compile(
    r"要求(?P<whom>[\u4e00-\u9fff]{0,6}(?:人民政府|委员会|厅|局|委|部))(?=安排|给予|予以|解决|支持|批准|拨|补助|同意)"
)
_STOPS = ("", "，", "。", "；")
_SAID = ("恳请", "敬请", "烦请", "恳求", "要求", "责令", "责成")
_BEGGING, _COMMANDING = apart("恳[请求]", "敬请", "烦请"), apart("要求[你贵]", "责[令成][你贵]")


def check(subject: Subject) -> Iterator[Finding]:
    """By the sort of the title; letters go to equals."""
    title = subject.the("title")
    if title is None:
        return
    down = titled(title, "通知", "通报", "批复", "决定") and subject.seen.direction in ("", "down")
    up = titled(title, "请示", "报告")
    wrong, signs = (_BEGS, _BEGGING) if down else (_COMMANDS, _COMMANDING)
    for para in subject.text_of("body", "heading").holding(signs, *_SAID) if down or up else ():
        if found := wrong.search(para.text):
            told = "对下级用了请求的口气" if down else "对上级用了命令的口气"
            yield RULE.at(subject, para, told, around(para.text, found))
    whom = subject.the("recipients")
    for para, asked in subject.text_of("body").matches(_DEMANDED) if up and whom else ():
        if whom and whom.text.rstrip("：: ").endswith(asked["whom"]) and para.text[: asked.start()][-1:] in _STOPS:
            yield RULE.at(subject, para, "对上级写“要求”，请示写“请”“恳请”", around(para.text, asked))
    last = subject.sure("body", part=0)[-2:] if up or titled(title, "函") else ()
    for element in last:
        text = element.para.text
        ordered = _ORDERED.search(text)
        if commanded := _COMMANDED.search(text):
            yield RULE.at(subject, element, f"“{commanded[0]}”是对下级说的话", around(text, commanded))
            continue
        if (
            ordered
            and ordered.end() + 1 == len(text)
            and text[ordered.start() - 1 : ordered.start()] in ("", "。")
        ):
            yield RULE.at(subject, element, f"“{ordered[0]}”是对下级说的话", around(text, ordered))
