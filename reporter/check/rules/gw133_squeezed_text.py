"""Characters of the text are as wide and as close as their face sets them: 28 a line (5.2.3)."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.artefacts.seen.model import Odd
from reporter.check.finding import Finding
from reporter.check.rule import Rule
from reporter.check.samples import line, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW133",
    title="正文字符不缩放，字距不加宽、不紧缩，不用分散对齐",
    implements=("L121", "L096"),
    clause="GB/T 9704-2012 5.2.3、7.3.3",
    strength="recommended",
    tests="Word 文件正文段落的缩放和字距，段落是不是分散对齐",
    why="每行28字靠字号和版心，缩放、挤字、拉字后每行字数不对，各段疏密不一。",
    hint="选中这一段，字体—高级：缩放改为100%，间距改为“标准”；段落对齐改为两端对齐",
    good=notice,
    bad=lambda: notice(body=(line("各乡镇要逐院排查。", looks={"odd": Odd(scale=80)}),)),
    roles=("body",),
    folds=3,
    odd=True,
)
_SCALE, _TRACKING = 6, 0.75
"""Hundredths and pt; less fits a line that would end with one character."""
_UNEVEN = 1.5
"""pt; some words are squeezed by less to keep a line together."""
_LONG = 28
"""Characters; a shorter paragraph may be one line that is drawn out on purpose."""


def check(subject: Subject) -> Iterator[Finding]:
    """Paragraphs of the signed document."""
    for element in subject.sure("body", part=0):
        odd = element.para.looks.odd
        if odd is None or element.para.place != "text":
            continue
        if abs(odd.scale - 100) >= _SCALE:
            yield RULE.at(subject, element, f"正文字符缩放成{odd.scale}%")
        elif abs(odd.tracking) >= _TRACKING:
            way = "加宽" if odd.tracking > 0 else "紧缩"
            yield RULE.at(subject, element, f"正文字距{way}了{abs(odd.tracking):g}磅")
        elif abs(odd.uneven) >= _UNEVEN:
            way = "加宽" if odd.uneven > 0 else "紧缩"
            yield RULE.at(subject, element, f"有几个字的字距{way}了{abs(odd.uneven):g}磅")
        elif odd.spread and len(element.para.text) > _LONG:
            yield RULE.at(subject, element, "正文分散对齐，末行被拉开")
