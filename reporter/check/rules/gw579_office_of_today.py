"""Offices are named as they are called today and by their level (R22, R26)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.artefacts.seen.joined import apart
from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

_GONE = (
    "工商行政管理", "质量技术监督", "食品药品监督管理", "国土资源", "卫生和计划生育", "人口和计划生育",
    "安全生产监督管理", "环境保护", "劳动和社会保障",
)  # fmt: skip
"""What they managed."""
_SHORT = ("建设局", "农业局", "卫生局", "卫计局", "安监局", "国土局", "工商局", "质监局")
RULE = Rule(
    code="GW579",
    title="机关用现行的名称，级别不写错",
    implements=("R22", "R26"),
    clause="2018年国务院机构改革方案；公文一致性要求",
    strength="recommended",
    tests="2018年机构改革撤销的机关名称；“县……厅”“市……厅”“县消防救援支队”",
    why="机关已经不在，或级别写错，收文单位不知道由谁办。",
    hint="改用现行名称，例：县市场监督管理局；说过去的事写“原县工商行政管理局”",
    good=lambda: notice(body=("由县市场监督管理局负责。",)),
    bad=lambda: notice(body=("由县工商行政管理局负责。",)),
    roles=("body", "heading", "recipients", "cc"),
    signs=("局", "委员会", "厅", "救援支队"),
)
_OFFICES = apart(*(rf"{field}(?:局|委员会)" for field in _GONE))
_ENDS = "|".join(sorted({name[-2:] for name in _GONE} | {name[:2] for name in _SHORT}))
_QUICK = apart(
    f"局(?<=(?:{_ENDS})局)(?<!市场监督管理局)", f"委员会(?<=(?:{_ENDS})委员会)", "厅(?<!办公厅)", "支队(?<=救援支队)"
)
"""How the names of all end that are looked for."""
_FIELDS = (
    "民政|财政|教育|公安|司法|水利|交通运输|农业农村|商务|文化和旅游|自然资源|生态环境|住房和城乡建设|人力资源和社会保障|"
    "退役军人|应急管理|审计|科技|科学技术|工业和信息化|住建|人社"
)
_BUREAU = re.compile(rf"(?<=[市县区])(?:{'|'.join(_SHORT)})(?![\u4e00-\u9fff]{{0,4}}(?:公司|村|站))")
_HALL = re.compile(rf"(?<!自治|单列)[市县](?:{_FIELDS})厅(?!（局）|、局)|县消防救援支队")
"""各省、自治区、直辖市民政厅（局） are both."""
_CITED = re.compile(r"[^，。；、》]{0,12}《[^》]*》（[^）]*〔(?:19\d\d|200\d|201[0-8])〕")
"""The issuer of an old document had that name."""
_PAST = re.compile(r"原[\u4e00-\u9fff]{0,8}$|《[^》]*$|(?:19\d{2}|20(?:0\d|1[0-8]))年[^。；]*$|[更改]名")


def check(subject: Subject) -> Iterator[Finding]:
    """Text, recipients and copies; what is said of the years up to 2018 or 原… had that name."""
    text = subject.text_of("recipients", "body", "heading", "cc")
    if not text.holds(_QUICK):
        return
    for para, found in text.matches(_OFFICES):
        if not _PAST.search(para.text[: found.start()]) and not _CITED.match(para.text, found.end()):
            yield RULE.at(subject, para, f"“{found[0]}”已在机构改革中撤销", around(para.text, found))
    for para, found in text.matches(_BUREAU, *_SHORT):
        if not _PAST.search(para.text[: found.start()]) and not _CITED.match(para.text, found.end()):
            yield RULE.at(subject, para, f"“{found[0]}”已在机构改革中撤销", around(para.text, found))
    for para, found in text.matches(_HALL, "厅", "消防救援支队"):
        if not _PAST.search(para.text[: found.start()]):
            yield RULE.at(subject, para, f"没有“{found[0]}”这样级别的机关", around(para.text, found))
