"""One agency has one name in a document (R22)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.artefacts.seen.joined import apart
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW543",
    title="同一部门全文用同一个名称",
    implements=("R22",),
    clause="公文一致性要求",
    strength="recommended",
    tests="部门全称与简称有没有混用",
    why="名称不一，责任单位就不明确。",
    hint="全文用全称，或第一次出现时注明（以下简称……）",
    good=lambda: notice(body=("住房和城乡建设局负责房屋安全。",)),
    bad=lambda: notice(
        body=(
            "住房和城乡建设局负责房屋安全。",
            "住建局牵头排查。",
        )
    ),
    roles=("body",),
)
# 市场监管局 and the like are the standard short names, which GB/T 9704-2012 7.3.2 allows for recipients.
_NAMES = {
    "住房和城乡建设局": ("住建局", "住房建设局"),
    "市场监督管理局": ("市监局",),
    "卫生健康局": ("卫健局", "卫计局"),
    "消防救援大队": ("消防大队",),
    "人力资源和社会保障局": ("人社局",),
    "发展和改革局": ("发改局",),
    "医疗保障局": ("医保局",),
    "质量技术监督局": ("质监局",),
    "自然资源局": ("国土局",),
    "应急管理局": ("安监局",),
}
_SHORT = apart("局(?<=[建设监健计社改保土]局)", "大队(?<=防大队)")
"""How the short ones end."""


def check(subject: Subject) -> Iterator[Finding]:
    """Full names and short ones of the same agency, unless the short one is introduced with 以下简称."""
    text = subject.text_of("title", "body", "heading")
    if not text.holds(_SHORT):
        return
    texts = [(para, para.text) for para in text.paras]
    named = (element.text for element in subject.sure("mark", "signatory", "cc"))
    whole = "".join((*(text for _, text in texts), *named))
    for full, shorts in _NAMES.items():
        if full not in whole:
            continue
        for short in shorts:
            if re.search(f"简称“?[省市州县区]?{short}", whole):
                continue
            place = next((para for para, text in texts if _alone(short, full, text)), None)
            if place is not None:
                yield RULE.at(subject, place, f"同一部门有时写“{full}”，有时写“{short}”", short)


def _alone(short: str, full: str, text: str) -> bool:
    return short in text.replace(full, "")
