"""As many homes were inspected as there are, or it is said that visits are counted (R8)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from reporter.check.clauses import clause_before
from reporter.check.finding import Finding
from reporter.check.quantities import plain
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW653",
    title="检查的养老机构数与机构总数相符",
    implements=("R8", "R7"),
    clause="公文一致性要求",
    strength="recommended",
    tests="“对45家养老机构开展检查”“共检查机构27家”与正文里的养老机构总数；写明只检查一部分的不比",
    why="检查的比总数多，多半是按次数统计的；比总数少，读者会问还有哪些没有查。",
    hint="核对台账；按次数统计的写“家次”，只检查一部分的写明",
    good=lambda: notice(body=("全县共有养老机构9家。", "全年共检查养老机构27家次。")),
    bad=lambda: notice(body=("全县共有养老机构9家。", "全年共检查养老机构27家。")),
    roles=("body", "heading"),
    signs=("家",),
)
_CHECKED = re.compile(
    r"对(\d+)家养老(?:服务)?机构(?:逐一|逐家|全部)?(?:开展|进行|实施)[^，。；、]{0,8}?(?:检查|排查)"
)
_PARTLY = re.compile(r"抽|部分|其中|重点|随机|另|剩余|分别|首批|批|组|先后|民办|公办|乡镇|城区")
_VISITED = re.compile(r"(?:共|累计|全年)(?:检查|排查|走访|巡查)(?:养老(?:服务)?)?机构(\d+)家(?!次)")
_ENDED = ("关停", "关闭", "注销", "撤销", "停业", "停办")
_CLOSED = re.compile(rf"(?:{'|'.join(_ENDED)})[^，。；、\d]{{0,8}}(\d+)家")


def check(subject: Subject) -> Iterator[Finding]:
    """Told softly: it may be a part."""
    yield from _checked(subject)
    yield from _visited(subject)


def _homes(subject: Subject) -> set[Decimal]:
    """How many there are, by each count of the text."""
    paras = subject.paras_of("title", "body", "heading")
    return {one.value for _, one in subject.counted_in(paras) if one.kind == "homes"}


def _checked(subject: Subject) -> Iterator[Finding]:
    """对45家养老机构开展检查, where the text counts 42 of them."""
    if "对" not in subject.seen.joined.numbers.before:
        return
    told = list(subject.text_of("body", "heading").matches(_CHECKED, "养老"))
    homes = _homes(subject) if told else set()
    for para, found in told if len(homes) == 1 else ():
        before = clause_before(para.text, "。；", found.start())
        if Decimal(found[1]) not in homes and not _PARTLY.search(before + found[0]):
            message = f"全部养老机构别处写{plain(next(iter(homes)))}家，这里检查{found[1]}家；只检查一部分的，请写明"
            yield RULE.at(subject, para, message, around(para.text, found))


def _visited(subject: Subject) -> Iterator[Finding]:
    """共检查机构27家, where there are 9: visits, whose unit is 家次. Those of other kinds than homes may be more, but
    hardly so many times more to the one; and homes that were closed since (关停1家) were checked, too."""
    text = subject.text_of("body", "heading")
    visits = list(text.matches(_VISITED, "检查机构", "查养老", "走访", "排查机构"))
    homes = _homes(subject) if visits else set()
    ended = text.matches(_CLOSED, *_ENDED) if visits else ()
    closed = {Decimal(each[1]) for _, each in ended}
    for para, found in visits if homes else ():
        more = Decimal(found[1]) - max(homes)
        if more > 0 and more not in closed and ("养老" in found[0] or not more % max(homes)):
            message = f"全部养老机构是{plain(max(homes))}家，这里检查{found[1]}家；按次数统计的，写“家次”"
            yield RULE.at(subject, para, message, around(para.text, found))
