"""What is written is not what is said, and words go together (R25)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.artefacts.seen.joined import apart
from reporter.check.finding import Finding
from reporter.check.forms import Form, tell_forms
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

_WORDS = (
    *("搞定", "说出去", "一大堆", "流程", "步伐", "精准度", "力度", "水平"),
    *("虽然", "尽管", "只有", "只要", "但是", "而且", "因此"),
)
RULE = Rule(
    code="GW681",
    title="不用口语，词语搭配得当",
    implements=("R25",),
    clause="GB/T 9704-2012 9、《党政机关公文处理工作条例》第十九条",
    strength="recommended",
    tests="“搞定”“给换掉”这样的口语，“提升流程”“加大精准度”，“虽然……所以”",
    why="口语和搭配不当的话使公文失去庄重，意思也不确切。",
    hint="换成书面语，例：更换；不得；优化流程；提高精准度；虽然……但是……",
    good=lambda: notice(body=("要优化办事流程，提高补贴精准度，及时更换门牌。",)),
    bad=lambda: notice(body=("要提升办事流程，别把门牌弄丢。",)),
    signs=tuple("咋啥别掉挺弄") + _WORDS,
)
_SPOKEN = apart(
    "搞定", "咋[办样么]", "啥", "别[把让再](?<![特分个区级类性离告识辨]别.)", "掉(?<=给[换弄搞办拆拿撤扔丢]掉)",
    "说出去", "一大堆", "挺[好多大快]", "弄[丢坏好没清完]",
)  # fmt: skip
_END = "(?![\u4e00-\u9fff、])"
_THINGS = apart(f"流程{_END}", f"步伐{_END}", f"精准度{_END}", f"力度{_END}", f"水平{_END}")
_MATCHED = re.compile(
    f"提[升高][^，。；、的和]{{0,5}}(?:流程|步伐|力度){_END}|加大[^，。；、的和]{{0,6}}(?:精准度|水平|步伐){_END}"
    f"|加强[^，。；、的和]{{0,4}}(?:步伐|力度){_END}"
)
_LINKED = apart(
    "虽然[^。；]{2,40}，所以", "尽管[^。；]{2,40}，所以", "只有[^。；，]{2,20}，就(?![是有])",
    "只要[^。；，]{2,20}，才",
    "但是[。；]", "而且[。；]", "因此[。；]",
)  # fmt: skip
_FORMS = (
    Form("“{}”是口语", _SPOKEN),
    Form("“{}”搭配不当", _MATCHED, _THINGS),
    Form("“{}”：关联词不搭配，或者后面没有话", _LINKED),
)


def check(subject: Subject) -> Iterator[Finding]:
    """Paragraphs of text, cells, boxes and notes."""
    return tell_forms(RULE, subject, _FORMS)
