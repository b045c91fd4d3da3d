"""No word typed twice (R25)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.artefacts.seen.joined import apart
from reporter.check.addressed import KIND_TWICE
from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW569",
    title="字词没有重复录入",
    implements=("R25",),
    clause="公文校对要求",
    strength="recommended",
    tests="“要要”“的的”“落实落实”这样连着出现两次的字词",
    why="修改、粘贴时最容易多出字来。",
    hint="删去多出的字词",
    good=lambda: notice(body=("各乡镇要加强领导，落实责任。",)),
    bad=lambda: notice(body=("各乡镇要要加强领导，落实落实责任。",)),
)
_ONE = (
    "的的(?!确)(?<!目的的)", "了了(?!解|结|然|不|之)", "要要(?!求|素|害|点|紧)(?<![纪摘主]要要)",
    "为为(?!老|民|主|期|人|了|何|困|特)(?<!行为为)",
    "对对(?!口|照|接|外|象|方|策|比|应|标|账|手)(?<!反对对)(?<!一对对)",
    "在在(?!建|岗|册|编|职|线|校|押|场|地|家|院|住|营|读|途|册|养)(?<![现实]在在)",
    "和和(?!谐|平|解|睦)(?<!暖和和)", "是是(?!否|非)(?<!求是是)", "与与(?!会|否)(?<!参与与)", "将将(?!来|军)",
    "把把(?!关|脉)(?<!一把把)", "并并(?!联|入|购|不)", "及及(?!时|早|格)", "由由(?<![事理]由由)",
    "被被(?!动|子|服|褥)", "从从(?!业|严|事|重|快|紧|容)", "以以(?<![可予]以以)", "于于", "向向(?!好|上|前|下)",
    "应应(?!急|当|对)(?<![反供响]应应)", "各各", r"县县(?=[\u4e00-\u9fff]{1,6}局)(?<![全我本]县县)",
    "市市(?=民政|卫)", "养养老(?<![医康]养养老)", "法法(?=》)",
    "下下(?!策|签|水|拨|达|发|沉|派|列|乡|属|辖)(?<!上下下)", "中中(?!国|央|心|小|部|层|期|午|专|等|职|青|医|学)",
    "后后(?!勤|续|果|备|期)", "机机构", "隐隐患", "整整改(?<!完整整改)", "检检查(?<![年体巡抽]检检查)",
    "民民政(?<![便为惠]民民政)",
)  # fmt: skip
"""What stands twice by a slip, and not at the end of one word and the head of the next: 可以以书面形式, 纪要要印发."""
_TWO = (
    r"(?P<two>(?![一二两三四五六七八九十逐层几每各]|.[每各逐])[\u4e00-\u9fff]{2,4})(?P=two)"
    r"(?!长|主任|书记|干部|委员)"
)
_WRONG = re.compile("|".join((*_ONE, _TWO)))
_ONE_TWICE = apart(*_ONE)
_OFFICE_TWICE = re.compile("([\u4e00-\u9fff]{5,20})\\1(?=关于|印发|转发)")
_FIRST_HANZI = "\u4e00"
_MEANT = re.compile(
    r"很.很.|多少多少|如何如何|大片大片|来越来越|根据根据(?=地)|研究研究|讨论讨论|商量商量|谢谢谢谢|熙熙|等等等等|(?:慢|常|多|好)[\u4e00-\u9fff]?(?:慢|常|多|好)"
)


def check(subject: Subject) -> Iterator[Finding]:
    """Text of documents and cells of tables."""
    text = subject.text_of("title", "body", "heading", "recipients", "remark")
    for para in text.paras if text.holds(_ONE_TWICE) or _stutters(text.text) else ():
        for found in _WRONG.finditer(para.text):
            of_title = KIND_TWICE.fullmatch(found[0]) and para in subject.paras_of("title")  # GW327 tells
            if not _MEANT.fullmatch(found[0]) and not of_title:
                yield RULE.at(subject, para, f"“{found[0]}”重复", around(para.text, found))
    title = subject.the("title")
    if title and (twice := _OFFICE_TWICE.match(title.text.replace("\n", ""))):
        yield RULE.at(subject, title, f"“{twice[1]}”重复", twice[0])


def _stutters(text: str) -> bool:
    """Whether two to four characters stand twice in a row that should not: the text is laid over itself, a byte a
    character, and only where this leaves zeros may it be so. The pattern alone takes ten times as long to tell."""
    signs = text.encode("utf-16-le", "surrogatepass")
    if len(signs) > 2 * len(text):
        return True  # emoji and rare hanzi take two places
    low = signs[::2]
    whole = int.from_bytes(low, "little")
    for width in (2, 3, 4):
        zeros = bytes(width)
        laid = (whole ^ (whole >> 8 * width)).to_bytes(len(low), "little")[:-width]
        place = laid.find(zeros)
        while place >= 0:
            if text[place] >= _FIRST_HANZI and _WRONG.match(text, place):
                return True
            place = laid.find(zeros, place + 1)
    return False
