"""Marks part what they should and nothing else (GB/T 15834-2011 4.4 to 4.7)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.artefacts.seen.joined import apart
from reporter.artefacts.seen.model import Para
from reporter.check.finding import Finding
from reporter.check.forms import Form, tell_forms
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW685",
    title="动词与宾语之间不加标点，同一层次用同一种标点",
    implements=("L060",),
    clause="GB/T 9704-2012 9、GB/T 15834-2011 4.4、4.5、4.6、4.7",
    strength="recommended",
    tests="“位于：”“《规划》，提出，”，“扶老、助残，救灾、环保等”，“一是……，二是……；三是……”，“对……的”各项之间，同级小标题后的标点",
    why="标点把一句话断开，或者把同一层的词语分成两层，意思就变了。",
    hint="删去多余的标点，同一层次改成同一种标点",
    good=lambda: notice(body=("新址位于康宁路86号，在扶老、助残、救灾、环保等领域开展服务。",)),
    bad=lambda: notice(body=("新址位于：康宁路86号，在扶老、助残，救灾、环保等领域开展服务。",)),
    yields=("GW318",),
)
_HANZI = "[\u4e00-\u9fff]"
_PARTED = apart(
    "位于[：:]", "》，(?:提出|规定|明确)[，到]", "受理，“[^”]{2,8}”"
)
_SERIES = "|".join(f"(?<=、{_HANZI}{{{n}}}，{_HANZI}{{{n}}}、{_HANZI}{{{n}}}等)" for n in (2, 4))
_LISTED = apart(f"等(?:{_SERIES})")
_STEPS = apart("一是[^。]{1,200}(?:，二是[^。]{1,200}；三是|；二是[^。]{1,200}，三是)")
_CASES = re.compile(
    "对(?P<one>[^，；。]{2,20})的，[^；。]{2,60}，对(?:不|未|没有|尚未)(?P=one)的，[^；。]{2,60}；对[^，；。]{2,20}的，"
)
_THIRD = apart("；对[^，；。]{2,20}的，")
_FORMS = (
    Form("“{}”：动词与宾语之间加了标点", _PARTED),
    Form("“……{}”前面并列的词语有的用顿号，有的用逗号", _LISTED),
    Form("“对……的”各项之间有的用分号，有的用逗号", _CASES, quick=_THIRD),
    Form("“一是”“二是”“三是”之间有的用分号，有的用逗号", _STEPS),
)
_HEADING = re.compile("（[一二三四五六七八九十]+）[^，。：；！？应要可须得与]{2,14}([，。：])(?=.)")
_ALIKE = 2


def check(subject: Subject) -> Iterator[Finding]:
    """Paragraphs of text, cells, boxes and notes; of headings that run in, one that ends otherwise than the others."""
    yield from tell_forms(RULE, subject, _FORMS)
    if not subject.seen.joined.says("（三）"):
        return
    others: list[tuple[Para, re.Match[str]]] = []
    stops = 0
    for para in subject.text_of("body", "heading").paras:
        heading = _HEADING.match(para.text) if para.text.startswith("（") else None
        if heading and heading[1] == "。":
            stops += 1
        elif heading:
            others.append((para, heading))
    if len(others) == 1 and stops >= _ALIKE:
        para, heading = others[0]
        yield RULE.at(subject, para, f"别的小标题后面用句号，这里用“{heading[1]}”", heading[0])
