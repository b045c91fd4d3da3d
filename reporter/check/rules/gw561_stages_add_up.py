"""The persons of all courses or stages are those of the whole (R2)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from reporter.artefacts.seen.model import Para
from reporter.check.clauses import clause_before
from reporter.check.finding import Finding
from reporter.check.quantities import Quantity, plain, quantities
from reporter.check.quoting import leading
from reporter.check.rule import Rule
from reporter.check.samples import heading, notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW561",
    title="各期、各批的人数加起来等于总数",
    implements=("R2", "R8"),
    clause="公文一致性要求",
    strength="recommended",
    tests="“第一期……计划培训60人次”“（一）预算方面的问题5个”这样的分项与前面写的总数",
    why="方案的总目标和分期安排对不上，执行时不知道以哪个为准。",
    hint="核对各期人数和总数，改正错的一个",
    good=lambda: _plan("150"),
    bad=lambda: _plan("180"),
    roles=("heading", "body"),
)
_STEP = re.compile(r"第[一二三四五六七八九十\d]{1,3}(期|批|阶段|轮|场)")
_KIND = re.compile(r"（[一二三四五六七八九十]{1,2}）[\u4e00-\u9fff]{2,10}方面的?(?P<noun>问题|隐患|事项)(?P<n>\d+)个")
_LEAST, _WORD = 2, 2


def check(subject: Subject) -> Iterator[Finding]:
    """Stages, and kinds of problems."""
    yield from _stages(subject)
    yield from _kinds(subject)


def _kinds(subject: Subject) -> Iterator[Finding]:
    """（一）…方面的问题5个: all of them are the problems, and the aspects, that the text tells of."""
    told = [(one.para, found) for one in subject.sure("heading") if (found := _KIND.match(one.para.text))]
    for noun in sorted({found["noun"] for _, found in told}):
        those = [(para, found) for para, found in told if found["noun"] == noun]
        if len(those) < _LEAST:
            continue
        added, text = sum(int(found["n"]) for _, found in those), subject.text_of("body", "heading")
        whole = re.compile(rf"(?:(\d+)个方面(?:的|共)?)?(\d+)个{noun}")
        wholes = [(para, one) for para, one in text.matches(whole) if int(one[2]) > max(int(f["n"]) for _, f in those)]
        if wholes and added not in {int(one[2]) for _, one in wholes}:
            message = f"各方面的{noun}相加是{added}个，总数写{wholes[0][1][2]}个"
            yield RULE.at(subject, those[-1][0], message, those[-1][1][0])
        for para, one in wholes:
            if one[1] and int(one[1]) != len(those):
                yield RULE.at(subject, para, f"下文列了{len(those)}个方面", one[0])


def _stages(subject: Subject) -> Iterator[Finding]:
    """Runs of headings 第N期 of one level, each with one count of one unit behind the same words, against the only
    larger count of that unit behind such words elsewhere."""
    steps = [one for one in subject.sure("heading") if _STEP.match(one.text.removeprefix(one.label).strip())]
    if len(steps) < _LEAST or len({(one.level, one.part) for one in steps}) != 1:
        return
    parts = [_only(one.para) for one in steps]
    if not _alike(parts):
        return
    found = [part for part in parts if part]
    added, unit, word = (
        sum((part.value for part in found), Decimal(0)),
        found[0].unit,
        found[0].before[-_WORD:],
    )
    own = {one.para.number for one in steps}
    totals = [
        (para, one) for para in subject.paras_of("body", "heading", "title") if para.number not in own
        for one in quantities(para.text) if _is_total(one, unit, word, max(part.value for part in found))
    ]  # fmt: skip
    values = {one.value for _, one in totals}
    if len(values) == 1 and added not in values:
        para, one = totals[0]
        message = f"各期相加是{plain(added)}{unit}，总数写{plain(one.value)}{unit}"
        yield RULE.at(subject, para, message, leading(para.text, one.start, one.end))


def _only(para: Para) -> Quantity | None:
    """The one count of persons of a paragraph."""
    found = [one for one in quantities(para.text) if one.unit in ("人", "人次", "名", "家", "户", "家次")]
    return found[0] if len(found) == 1 else None


def _alike(parts: Sequence[Quantity | None]) -> bool:
    there = [part for part in parts if part]
    return len(there) == len(parts) and len({(part.unit, part.before[-_WORD:]) for part in there}) == 1


def _is_total(one: Quantity, unit: str, word: str, largest: Decimal) -> bool:
    clause = clause_before(one.before, "，。；：、")
    return one.unit == unit and word in clause and one.value > largest and "每" not in clause


def _plan(second: str) -> Subject:
    return notice(
        body=(
            "全年培训护理员210人次。",
            heading("（一）第一期培训，计划培训60人次", 2),
            heading(f"（二）第二期培训，计划培训{second}人次", 2),
        )
    )
