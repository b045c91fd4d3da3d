"""What the notice issues has the name that its title gives it (R25)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW646",
    title="印发、转发的文件，正文里的名称与标题里的一致",
    implements=("R25",),
    clause="公文一致性要求",
    strength="recommended",
    tests="“关于印发……的通知”，正文“现将《……》印发给你们”里书名号内的名称",
    why="多是用去年的稿子改的，年份、名称没有改全。",
    hint="以所附文件的标题为准，改成一致",
    good=lambda: _issuing("2026年"),
    bad=lambda: _issuing("2025年"),
    roles=("title", "body"),
    signs=("印发", "转发"),
)
_TITLED = re.compile("(?:印发|转发)[^《》]*《([^《》]{6,})》的通知$|印发([^《》]{6,})的通知$")
_NAMED = re.compile("《([^《》]{6,})》")
_ISSUED = re.compile("现(?:予以|予|将|批)?[^。]{0,60}?(?:印发|转发)|(?:印发|转发)给你们")
_FIRST, _LEAST = 3, 0.75


def check(subject: Subject) -> Iterator[Finding]:
    """One name in the title, one in the sentence that issues it; 试行 and what else stands in brackets may be left
    out."""
    title = subject.the("title")
    titled = _TITLED.search("".join(title.text.split())) if title else None
    if titled is None:
        return
    called = titled[1] or titled[2]
    for para in subject.paras_of("body")[:_FIRST]:
        names = _NAMED.findall(para.text)
        if len(names) == 1 and _ISSUED.search(para.text) and _another(names[0], called):
            yield RULE.at(subject, para, f"标题里是《{called}》", f"《{names[0]}》")


def _another(name: str, titled: str) -> bool:
    """Whether it is nearly the other one, and not the same; one may say whose it is."""
    mine, theirs = (re.sub("（[^）]*）|\\s|的", "", one) for one in (name, titled))
    if mine.endswith(theirs) or theirs.endswith(mine):
        return False
    return SequenceMatcher(None, mine, theirs, autojunk=False).ratio() >= _LEAST


def _issuing(year: str) -> Subject:
    name = "年养老机构消防安全提升行动方案"
    return notice(
        title=f"安和县民政局关于印发《2026{name}》的通知",
        body=(f"现将《{year.removesuffix('年')}{name}》印发给你们，请认真组织实施。",),
    )
