"""A township is spelled with the same characters throughout (R22)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from reporter.artefacts.seen.joined import apart
from reporter.artefacts.seen.model import Para
from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW577",
    title="乡镇、街道的名称前后用字相同",
    implements=("R22",),
    clause="公文一致性要求",
    strength="recommended",
    tests="全文（含表格）里只差一个同音字的乡镇、街道名称，例如白沙街道、百沙街道",
    why="拼音输入法选错字，地名就成了另一个地方。",
    hint="以行政区划名称为准，改掉错字；确是两个地方的不必改",
    good=lambda: notice(body=("白沙街道，河口镇。", "其中，白沙街道有7条。")),
    bad=lambda: notice(body=("白沙街道，河口镇。", "其中，百沙街道有7条。")),
)
_NAME = re.compile(r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{2,3}(?:街道|镇|乡)")
"""Only where something other than hanzi stands before it: there the name is known to begin."""
_OTHER, _HANZI = r"[^\u4e00-\u9fff]", r"[\u4e00-\u9fff]"
_FROM_THE_END = apart(
    *(
        rf"{word}(?:(?<={_OTHER}({_HANZI}{{2}}){word})|(?<={_OTHER}({_HANZI}{{3}}){word}))"
        for word in ("镇", "乡", "街道")
    )
)  # fmt: skip
"""Few words end a name, any hanzi may begin one."""
_ALIKE = (
    "白百柏", "河何和合荷禾", "青清", "溪希", "石时", "沙砂", "龙隆", "林临麟", "阳杨", "湖胡", "平坪屏", "塘唐堂",
    "城成", "兴星", "黄皇", "明名", "良梁粮", "方芳坊", "花华", "丰峰枫", "福富", "源原园", "州洲舟", "李里理", "徐许",
    "陈程", "金锦", "桥乔", "岩严", "关官", "永勇", "安庵", "岭领", "长常", "张章", "泉全", "光广",
)  # fmt: skip
"""Characters of place names that sound alike; 东 and 西, 上 and 下 part two places and stand in none together."""
_SOUND = str.maketrans({sign: group[0] for group in _ALIKE for sign in group})


def check(subject: Subject) -> Iterator[Finding]:
    """Of two names that sound alike the rarer one; of two that stand equally often, the later."""
    text = subject.seen.joined
    names = {short or long for _, pattern in _FROM_THE_END for short, long in pattern.findall(text.text)}
    if len({name.translate(_SOUND) for name in names}) == len(names):
        return
    seen: Counter[str] = Counter()
    first: dict[str, tuple[Para, re.Match[str]]] = {}
    for para, found in text.matches(_NAME, quick=_FROM_THE_END):
        seen[found[0]] += 1
        first.setdefault(found[0], (para, found))
    for one, other in combinations(seen, 2):
        if _alike(one, other):
            wrong, right = (one, other) if seen[one] < seen[other] else (other, one)
            para, found = first[wrong]
            message = f"别处写“{right}”，这里写“{wrong}”，像是同音字"
            yield RULE.at(subject, para, message, around(para.text, found))


def _alike(one: str, other: str) -> bool:
    if len(one) != len(other):
        return False
    differing = [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
    return len(differing) == 1 and any(set(differing[0]) <= set(group) for group in _ALIKE)
