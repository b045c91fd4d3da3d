"""A town that is addressed is called a town everywhere, not a township (R22)."""

from __future__ import annotations

import re
from collections.abc import Iterator

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
    tests="主送机关、标题、署名里写明的乡镇、街道，正文里是不是换成了同名的另一种建制",
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
_FORMER = re.compile(r"(?:原|由|撤销|改设|撤)[\u4e00-\u9fff]{0,4}$")


def check(subject: Subject) -> Iterator[Finding]:
    """Names of recipients, title and signature; what was a township before (原青石乡) is let pass."""
    named = named_towns(subject)
    whole = subject.seen.everything if named else ""
    for stem, kind in sorted(named):
        for other in _KINDS:
            wrong = f"{stem}{other}"
            if other == kind or stem in _GENERAL or wrong not in whole or (stem, other) in named:
                continue
            for para, found in subject.seen.matches(re.compile(wrong), wrong):
                if not _FORMER.search(para.text[: found.start()]):
                    yield RULE.at(subject, para, f"别处是“{stem}{kind}”，这里写“{wrong}”", around(para.text, found))
