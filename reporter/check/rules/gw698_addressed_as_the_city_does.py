"""A paper to townships asks townships, not the counties that the paper above it asked (R19)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.artefacts.seen.joined import apart
from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW698",
    title="正文要求的对象与主送机关是同一级",
    implements=("R19",),
    clause="公文一致性要求",
    strength="recommended",
    tests="主送乡镇、街道的公文，正文要求“各县（市、区）”做什么的",
    why="照抄上级文件没有改对象，乡镇不知道是不是要自己做。",
    hint="改成主送的机关，例：各乡镇（街道）",
    good=lambda: notice(recipients="各乡镇人民政府：", body=("请各乡镇抓好落实。",)),
    bad=lambda: notice(recipients="各乡镇人民政府：", body=("请各县（市、区）抓好落实。",)),
    roles=("recipients",),
    severity="warning",
)
_COUNTIES = apart("各县（市", "各县（区", "各县市区", "各区县", "各县区", "各市县", "各市（州", "各地市")
_QUOTED = re.compile("《[^》]*$|“[^”]*$|(?:[全我][国省市州区]|[对向与和赴到从])$")
"""What is cited, or told of the counties: 全市各县（市、区）, 对各县（市、区）进行考核."""


def check(subject: Subject) -> Iterator[Finding]:
    """Text but what it quotes."""
    addressed = subject.the("recipients")
    if addressed is None or not re.search("[乡镇]|街道", addressed.text) or "县" in addressed.text:
        return
    for para, found in subject.text_of("body", "heading").matches(_COUNTIES):
        if not _QUOTED.search(para.text[: found.start()]):
            yield RULE.at(subject, para, "这份公文主送乡镇、街道", around(para.text, found))
