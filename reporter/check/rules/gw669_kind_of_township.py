"""A town that is addressed is called a town everywhere, not a township (R22)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject
from reporter.check.towns import named_towns

RULE = Rule(
    code="GW669",
    title="同一乡镇、街道前后称谓一致（镇、乡、街道）",
    implements=("R22",),
    clause="公文一致性要求",
    strength="recommended",
    tests="主送机关、标题、署名里写明的乡镇、街道，正文里是不是换成了同名的另一种建制；给一个乡镇的批复，要由别的乡镇承担、负责的事",
    why="乡、镇、街道是不同的建制，写错就成了另一个单位。",
    hint="按现行行政区划改正",
    good=lambda: notice(recipients="云溪镇人民政府：", body=("同意设立云溪镇养老服务中心。",)),
    bad=lambda: notice(recipients="云溪镇人民政府：", body=("同意设立云溪乡养老服务中心。",)),
    roles=("recipients", "body"),
    signs=("镇", "乡", "街道"),
    severity="warning",
)
_KINDS = ("镇", "乡", "街道")
_GENERAL = frozenset(("有关", "相关", "各乡", "所在", "试点"))
_CHARGED = re.compile(
    r"由(?P<name>[\u4e00-\u9fff]{2}(?:镇|乡|街道))(?:人民政府|办事处)?(?:自行|另行|全额)?(?:承担|负责|自筹|支付)"
)
_FORMER = re.compile(r"(?:原|由|撤销|改设|撤)[\u4e00-\u9fff]{0,4}$")


def check(subject: Subject) -> Iterator[Finding]:
    """Names of recipients, title and signature; what was a township before (原青石乡) is let pass."""
    named = named_towns(subject)
    if len(named) == 1:
        yield from _others(subject, "".join(*named))
    whole = subject.seen.everything if named else ""
    for stem, kind in sorted(named):
        for other in _KINDS:
            wrong = f"{stem}{other}"
            if other == kind or stem in _GENERAL or wrong not in whole or (stem, other) in named:
                continue
            for para, found in subject.seen.matches(re.compile(wrong), wrong):
                if not _FORMER.search(para.text[: found.start()]):
                    yield RULE.at(subject, para, f"别处是“{stem}{kind}”，这里写“{wrong}”", around(para.text, found))


def _others(subject: Subject, own: str) -> Iterator[Finding]:
    """A reply to one town by which another, named nowhere else, is to pay or to answer for something."""
    called, title = subject.the("recipients"), subject.the("title")
    if called is None or own not in called.text or title is None or not title.text.endswith("批复"):
        return
    for para, found in subject.text_of("body", "heading").matches(_CHARGED, "承担", "负责", "自筹", "支付"):
        name = found["name"]
        if name != own and name[:2] not in _GENERAL and subject.seen.everything.count(name) == 1:
            message = f"本文写给{own}，别处没有“{name}”"
            told = RULE.at(subject, para, message, around(para.text, found))
            yield replace(told, severity="info", hint="核对由哪个乡镇承担；确是别的乡镇的不必改")
