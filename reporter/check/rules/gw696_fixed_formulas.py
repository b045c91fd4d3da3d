"""Fixed formulas of public life stand whole and in their order (R25)."""

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
    code="GW696",
    title="固定提法完整、搭配和先后正确",
    implements=("R25",),
    clause="公文校对要求",
    strength="practice",
    tests="“习近平新时代中国特色社会主义思想”的全称；“四个意识”“四个自信”“两个确立”“两个维护”的搭配；“三管三必须”三句齐全；党委在政府之前",
    why="政治性提法多一字、少一字都是差错，印发后要收回重印。",
    hint="照中央文件的原文改正",
    good=lambda: notice(body=("以习近平新时代中国特色社会主义思想为指导，落实市委、市政府部署。",)),
    bad=lambda: notice(body=("以习近平新时代中国特色社会主义为指导，落实市政府、市委部署。",)),
    severity="warning",
)
_MANAGED = ("管行业必须管安全", "管业务必须管安全", "管生产经营必须管安全")
_WRONG = {
    **{f"党的{party}大(?=[一二三四五六七]中)": f"应为“党的{party}届×中全会”" for party in ("十八", "十九", "二十")},
    "习近平新时代(?!中国特色社会主义思想)": "全称是“习近平新时代中国特色社会主义思想”",
    "习近平中国特色社会主义": "全称是“习近平新时代中国特色社会主义思想”",
    "习近平(?:社会主义思想|特色)": "全称是“习近平新时代中国特色社会主义思想”",
    "做到“?(?:两个确立|四个意识|四个自信)": "“做到”与“两个维护”搭配",
    "增强“?(?:四个自信|两个确立|两个维护)(?!”?的)": "“增强”与“四个意识”搭配",
    "坚定“?(?:四个意识|两个维护)(?!”?的)": "“坚定”与“四个自信”搭配",
    "领悟“?(?:两个维护|四个意识|四个自信)(?!”?的(?!决定))": "“深刻领悟”与“两个确立”搭配",
    **{f"{level}(?:人民)?政府[、和]{level}委(?![员托派办组宣统政网农巡改])": "党委在政府之前" for level in "省市县区"},
    **{f"{place}长、{place}委书记": "党委书记在前" for place in "省市县区"},
}
_CAREER = re.compile("任[^，。；]*$")
"""历任县长、县委书记 tells the offices in the order of the years."""
_SEARCHED, _ALL = apart(*_WRONG), apart(*_MANAGED)
_TOLD = tuple((re.compile(wrong), told) for wrong, told in _WRONG.items())


def check(subject: Subject) -> Iterator[Finding]:
    """Paragraphs of text and cells; two of the three 管 in one, where the third is not."""
    text = subject.seen.joined
    for para, found in text.matches(_SEARCHED):
        message = next(told for wrong, told in _TOLD if wrong.match(para.text, found.start()))
        if "书记" not in found[0] or not _CAREER.search(para.text[: found.start()]):
            yield RULE.at(subject, para, message, around(para.text, found))
    for para in text.holding(_ALL):
        lacking = [one for one in _MANAGED if one not in para.text]
        if len(lacking) == 1:
            yield RULE.at(subject, para, f"“三管三必须”缺“{lacking[0]}”")
