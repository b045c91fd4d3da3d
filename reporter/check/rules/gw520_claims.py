"""A word that claims everything has a figure that proves it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from reporter.artefacts.seen.joined import apart, sentence_at
from reporter.check.concepts import Count
from reporter.check.finding import Finding
from reporter.check.quantities import plain, quantities
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW520",
    title="“全部”“均已”“清零”等说法有数字证明",
    implements=("R5",),
    clause="公文一致性要求",
    strength="recommended",
    tests="表示已经全部做到的词，同一句里有没有相等的两个数；本文别处有没有写还有未整改的",
    why="笼统的“全部完成”经不起核对，与台账不符就是差错。",
    hint="同句写出应做数和已做数，例：42家养老机构已检查42家；不能证明的，改为具体数字",
    good=lambda: notice(title=_TITLE, body=("42家养老机构已检查42家，隐患全部整改：发现18处，整改18处。",)),
    bad=lambda: notice(title=_TITLE, body=("各类隐患已全部整改到位。",)),
    roles=(
        "body",
        "heading",
    ),
    yields=("GW526", "GW631"),
)
_TITLE = "安和县民政局关于养老院专项行动工作情况的报告"
_TELLING = re.compile(r"报告|总结|通报|纪要|情况|(?<!工作)要点|简报|信息")
"""Titles of documents that say what was done; plans and notices say what is to be done."""
_CLAIM = re.compile(
    r"已?全部(?:按[^，。；]{0,12})?(?:完成|整改|销号|到位|达标|落实|建立|配备|办结|清零|合格|聘请|取得|消除|解决)|已全部纳入(?![\u4e00-\u9fff])|彻底(?:消除|解决|根治)|均已\w{0,6}|均(?:合格|达标|到位)(?!的)|全面完成|"
    r"实现\w{0,8}(?:全覆盖|清零|归零)|[\u4e00-\u9fff]{1,4}(?:率|度)(?:均|都|已|全部)?(?:为|达|达到|是)?(?:100|百分之百)[%％]?+(?!的)|"
    r"(?:已|均|都)(?:经)?(?:100|百分之百)[%％]?(?:完成|整改|落实|达标|到位|覆盖|合格|办结)|无一\w{1,6}|未发生一起|零(?:事故|死亡|发生|差错|失误|投诉|信访|上访|违规|违纪)|(?:动态|见底|隐患|问题)清零"
    r"|全(?:国|省|市)(?:第一|首位|领先)(?!位|批|轮|次|届|季|期|名|家|个|阶段|书记)"
)
_ORDER = re.compile(
    r"要(?!求)|应当|应(?!急)|须|必须|确保|力争|务必|争取|努力|目标|如|若|凡|不得|严禁|推动|将|待|(?:[没未]有?|尚未|未能|未完全)(?:全部|实现)|"
    r"(?<![目当此])前[，。]|(?<![目当此])前\w{0,6}(?:完成|整改|到位)|后[，,]"
)
_RANKS = frozenset(f"全{where}{rank}" for where in "国省市" for rank in ("第一", "首位", "领先"))
"""Told of as reached in whatever paper, unless the clause itself aims at it."""
_RANKED = apart("全[国省市][第首领]")
"""Where one may begin."""
_AIMED = re.compile(r"要(?!求|点|素)|应当|确保|力[争求]|争|务必|努力|推动|目标|保持|实现|打造|达到|成为|建成|将")
_AIM = re.compile(r"确保|力争|务必|争取|努力|推动|(?<![主重必纪概摘])要(?!求|点|素|害|闻)")
_STATE = re.compile(r"目前|现已|截至|以来|均为|均已|已(?:经)?(?:全部|100|百分之百)|已达")
"""Words that say how things stand; needed in documents that are not made to tell it."""
_STATES = ("目前", "现已", "截至", "以来", "均为", "均已", "已")
"""One of them stands in each."""
_DONE = re.compile(r"^(?:已|均已|都已|现已)|目前|截至|现已")
"""What is told of as done, whatever else the sentence asks for."""
_HAZARD = re.compile(r"隐患|问题|整改|销号")
_BEGUN = re.compile("均已(?:制定|明确|列入|纳入|建立|移交|责成|督促|约谈|下发|下达)")
_OF_DONE = re.compile(
    r"(?:完成整改|整改完成|已整改|整改到位|已办结|已完成)的(?:\d+[个条项处件]|上述)[^。；]*$"
    r"|(?P<rest>未整改|尚未整改|正在整改|未完成整改|未办结|正在办理|其余|剩余)的?\d+[个条项处件][^，。；]{0,6}，$"
)
"""完成整改的5个问题已全部销号: those that are done, or what was done about those that are not, and how many."""
_QUICK = re.compile(
    "全部|彻底[消解根]|均已|全面完成|实现|100|百分之百|无一|均合格|均达标|均到位|未发生一起|零[事死发差失投信上违]|清零|全[国省市][第首领]"
)
"""Begins of claims: few sentences have one."""


def check(subject: Subject) -> Iterator[Finding]:
    """Claims of something done. Orders, aims and conditions are none; two equal counts in the sentence prove it, and
    hazards that the document itself counts as open disprove it."""
    title = subject.the("title")
    telling = title is None or bool(_TELLING.search(title.text))
    still_open: list[Count] | None = None
    text = subject.text_of("body", "heading")
    may_tell = telling or text.says(*_STATES) or text.holds(_RANKED)
    for para in text.holding(_QUICK) if may_tell else ():
        last = -1
        for offset, sentence, found in _claims(para.text):
            if offset == last:
                continue  # one of a sentence is enough
            clause = _clause(sentence, found)
            if not (telling or found[0] in _RANKS or _STATE.search(clause)):
                continue
            asked = _ORDER.search(clause) or (
                not (_DONE.search(found[0]) or _STATE.search(clause)) and _AIM.search(sentence[: found.start()])
            )
            if found[0] in _RANKS:
                asked = _AIMED.search(clause)
            if asked:
                continue
            done = _OF_DONE.search(sentence[: found.start()])
            if done and (not done["rest"] or _BEGUN.match(found[0])):
                continue
            if still_open is None:
                still_open = _open(subject)
            against = still_open[0] if still_open and _HAZARD.search(clause) else None
            if _proved(sentence, found) and not _right_behind(para.text, offset + found.end(), found[0]):
                continue
            told = f"，本文又写未整改{plain(against.value)}{against.unit}" if against else "没有数字证明"
            yield RULE.at(subject, para, f"“{found[0]}”{told}", around(para.text, found, offset))
            last = offset
    for para, denied in text.matches(_DENIED, "尽", "不漏"):
        told = f"“{denied[1]}”与后面的“{denied[2]}”矛盾"
        yield RULE.at(subject, para, told, around(para.text, denied))


def _claims(text: str) -> Iterator[tuple[int, str, re.Match[str]]]:
    """Each with its sentence and where that begins. No claim goes over a comma."""
    quick = _QUICK.search(text)
    while quick:
        offset, sentence = sentence_at(text, quick.start())
        begin, end = sentence.rfind("，", 0, quick.start() - offset) + 1, sentence.find("，", quick.end() - offset)
        end = end if end >= 0 else len(sentence)
        for found in _CLAIM.finditer(sentence, begin, end):
            yield offset, sentence, found
        quick = _QUICK.search(text, offset + end)


def _open(subject: Subject) -> list[Count]:
    paras = subject.paras_of("body", "heading")
    found = (one for para in paras for one in subject.counts_in(para))
    return [one for one in found if one.kind == "open" and one.value and not one.scope]


def _clause(sentence: str, found: re.Match[str]) -> str:
    """The clause of the claim with the one before it, which may order or make a condition of it."""
    before = sentence[: found.start()].split("，")
    behind = sentence[found.end() :].split("，", maxsplit=1)[0]
    return "，".join(before[-1:]) + found[0] + behind


_DENIED = re.compile(
    r"(?<!推动)(?<!促进)(?<!确保)(?<!实现)(应[保救养助兜退]尽[保救养助兜退]|一[户人]不漏)[^。；]{0,30}?((?:应[保救养]未[保救养]|漏[保发报登])[^，。；]{0,4}?[1-9]\d*[户人])"
)
_LEFT = re.compile(r"[，；。](?:正在整改|尚未整改|未整改|尚有|仍有|还有)(?:的)?(?:问题|隐患)?(?!0)\d+[个条项处]")


def _right_behind(text: str, place: int, claim: str) -> bool:
    """销号率100%；正在整改2个: the next clause disproves a rate of all."""
    return "100" in claim and bool(_LEFT.match(text, place))


_ASKED_OF = re.compile(r"评价|评议|测评|问卷|回访|调查|抽查|满意|办结|办理|\d(?:人|份|户|件|次|名)")
"""Whose contentment is told of: persons or matters, no rules or homes."""
_REST = re.compile(r"\d[^。]*[，；](?:其余|剩余|余下)的?\d+[\u4e00-\u9fff]{1,6}(?:也|均)?(?:已|已经)?$")

_OF_THE_REST = re.compile(r"(?:其余|剩余|余下)的?\d+[\u4e00-\u9fff]")
_COUNTED = re.compile(r"\d(?:余|多)?[万亿]?[\u4e00-\u9fff]")


def _proved(sentence: str, claim: re.Match[str]) -> bool:
    """Two equal counts of one unit: 42家养老机构已检查42家; of a rate a count right before it: 共8件，办结率100%;
    a list that is enclosed (所列机构); or what is left after others were counted (其余12家全部落实)."""
    if re.search(r"所列|上述|以上机构|名单内", sentence[: claim.start()]):
        return True
    before = sentence[: claim.start()]
    if _REST.search(before) or (claim[0].startswith("均") and _OF_THE_REST.search(before)):
        return True
    near = "，".join(sentence[: claim.start()].split("，")[-2:])
    if "满意" in claim[0]:
        return any(not one.percent for one in quantities(near)) and bool(_ASKED_OF.search(near))
    if "率" in claim[0] and _COUNTED.search(near):
        return True
    values = [(one.value, one.unit) for one in quantities(sentence) if not one.percent]
    return len(values) != len(set(values)) or (_split(values) and not _NONE_LEFT.search(claim[0]))


_NONE_LEFT = re.compile("无一|全覆盖|[清归]零")
"""That a whole has two parts does not prove that nothing was left out."""


def _split(values: Sequence[tuple[Decimal, str]]) -> bool:
    """发现问题26个，当场整改15个，限期整改11个: the first of the last three is the sum of the others."""
    *_, whole, one, other = (*_NONE, *values)
    return whole[1] == one[1] == other[1] and one[0] + other[0] == whole[0]


_NONE = ((Decimal(1), ""), (Decimal(0), "个"), (Decimal(0), ""))
