"""A figure is made rough once, and a limit is set once (GB/T 15835 and usage)."""

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
    code="GW565",
    title="约数、界限不重复",
    implements=("L068",),
    clause="数字用法的通行做法",
    strength="practice",
    tests="“近……左右”“近……多”“约……余”“超过……以上”“不超过……以上”“……余座以上”这样的说法",
    why="两头都说，读者不知道是多还是少。",
    hint="只留一个，例：近40家；95%以上",
    good=lambda: notice(body=("全县现有养老机构近40家，合格率95%以上。",)),
    bad=lambda: notice(body=("全县现有养老机构近40家左右，合格率超过95%以上。",)),
    severity="warning",
)
_FIGURE = r"\d[\d,.]*(?:%|％|[万亿])?[多余]?[\u4e00-\u9fff]{0,4}?"
_ROUGH = "(?:[一二三四五六七八九十百千两]+|\\d[\\d,.]*)[成万亿倍百千]?[多余](?!年|个?月|天|日)"
_WRONG = re.compile(
    rf"(?:将近|接近|大约|约|近){_FIGURE}(?:左右|上下)|(?:大约|约)\d[\d,.]*(?:[万亿])?[多余]"
    rf"|(?<![附最临邻靠贴远相就])近{_ROUGH}"
    rf"|(?:超过|高于|不少于|不低于|至少|大于|多于){_FIGURE}(?:以上|及以上)"
    rf"|不(?:得|能|应|可|宜)?(?:超过|高于|大于|多于)[^，。；]{{0,12}}?\d[\d,.]*(?:%|％|[万亿])?[\u4e00-\u9fff]{{0,4}}?(?:以上|及以上)(?=[，。；、的])"
    rf"|不(?:得|能|应|可|宜)?(?:少于|低于|小于)[^，。；]{{0,12}}?\d[\d,.]*(?:%|％|[万亿])?[\u4e00-\u9fff]{{0,4}}?(?:以下|以内|之内)(?=[，。；、的])"
    rf"|(?:超过|逾|高于)\d[\d,.]*(?:[万亿])?[多余](?!年|个?月|天|日)|\d[\d,.]*(?:[万亿])?[多余][\u4e00-\u9fff]{{1,2}}(?<![县乡镇处科局厅军师团级市省])以上"
    rf"|(?:低于|不超过|不高于|少于|小于|至多|最多){_FIGURE}(?:以下|及以下|以内|之内)"
)
_QUICK = apart("左右", "上下", "以[上下内]", "之内", r"多(?<=[\d,.万亿成倍百千十]多)", r"余(?<=[\d,.万亿成倍百千十]余)")


def check(subject: Subject) -> Iterator[Finding]:
    """Paragraphs of text, cells, boxes and notes."""
    for para, found in subject.seen.joined.matches(_WRONG, quick=_QUICK):
        yield RULE.at(subject, para, f"“{found[0]}”前后重复", around(para.text, found))
