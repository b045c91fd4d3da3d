"""One material has one deadline in a document (R11)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from msgspec.structs import replace

from reporter.artefacts.seen.joined import sentence_at
from reporter.artefacts.seen.model import Para
from reporter.calendar.grammar import find_deadlines
from reporter.check.clauses import clause_before
from reporter.check.duties import Duty, duties_of
from reporter.check.finding import Finding
from reporter.check.quantities import Quantity, quantities
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW547",
    title="同一件事在一份公文里只有一个期限",
    implements=("R11",),
    clause="公文一致性要求",
    strength="shall",
    tests="正文里同一名称的材料的报送期限；同一目标数（如培训1000人次）的完成期限（只提醒）",
    why="两个期限，下级不知道按哪一个。",
    hint="改成同一个日期；分批报送的写明批次",
    good=lambda: notice(body=("各乡镇于11月10日前报送工作总结。", "逾期未报工作总结的予以通报。")),
    bad=lambda: notice(body=("各乡镇于11月10日前报送工作总结。", "工作总结于12月5日前报送。")),
    roles=("body",),
)
_TURNS = (
    "半年", "季度", "每", "月度", "上半年", "下半年", "阶段", "年度", "一季", "二季", "三季", "四季", "初稿", "正式",
)  # fmt: skip
_LEAST_SENDERS = 2
_FURTHER = re.compile(r"(?:(?![于在应须要请经报上提最务])[\u4e00-\u9fff])*")


def check(subject: Subject) -> Iterator[Finding]:
    """Materials by the same words, unless a sentence speaks of a half-year, a quarter or a stage."""
    first, told = dict[str, Duty](), list[Para]()
    for duty in duties_of(subject):
        if not duty.sent or _by_turns(_sentence(duty)):
            continue
        before = first.setdefault(_material(duty), duty)
        if before.due != duty.due and len({_sender(before), _sender(duty)} - {""}) < _LEAST_SENDERS:
            message = f"“{duty.words}”的报送时间，前面写{before.when}，这里写{duty.when}"
            told.append(duty.para)
            yield RULE.at(subject, duty.para, message, duty.quote)
    yield from _in_full(subject, {one.number for one in told})
    yield from _aims(subject)


def _sentence(duty: Duty) -> str:
    return sentence_at(duty.para.text, duty.para.text.find(duty.quote))[1]


def _material(duty: Duty) -> str:
    """自查情况汇总表 is another paper than 自查情况."""
    found = _FURTHER.match(duty.quote, duty.quote.find(duty.words) + len(duty.words))
    return duty.words + found[0] if found and duty.words in duty.quote else duty.words


def _sender(duty: Duty) -> str:
    """养老机构 of 养老机构于5月10日前报送…: what the one owes is not what the other does."""
    found = re.search(rf"([\u4e00-\u9fff、]{{2,12}}?)(?:[应须要]|务必)*[于在]?{re.escape(duty.when)}", _sentence(duty))
    return found[1].removeprefix("请") if found and duty.words not in found[1] else ""


_ON = r"(?:20\d\d年)?(\d{1,2})月(\d{1,2})日"
_ASKED = re.compile(rf"{_ON}(?:之?前)(?:报送|上报|提交)([\u4e00-\u9fff]{{4,16}})(?=[。，；（])")
_AGAIN = re.compile(
    rf"(?<![^。；，\n])([\u4e00-\u9fff]{{4,16}}?)(?:[于在]{_ON}(?:之?前)(?:报送|上报|提交)"
    rf"|(?:报送|上报|提交)(?:截止)?(?:时间|期限|日期)[为是]{_ON})"
)


def _in_full(subject: Subject, told: set[int]) -> Iterator[Finding]:
    """于7月24日前报送修复计划。修复计划于8月24日前报送: materials of whatever kind, by all of their words."""
    text = subject.text_of("body", "heading")
    asked = {
        found[3]: (found[1], found[2])
        for para, found in text.matches(_ASKED, "报送", "上报", "提交") if not _by_turns(para.text)
    }  # fmt: skip
    for para, found in text.matches(_AGAIN, *asked) if asked else ():
        due, before = (found[2] or found[4], found[3] or found[5]), asked.get(found[1])
        if before and due != before and para.number not in told and not _by_turns(para.text):
            when, now = (f"{int(month)}月{int(day)}日" for month, day in (before, due))
            message = f"“{found[1]}”的报送时间，另一处写{when}，这里写{now}"
            yield replace(RULE.at(subject, para, message, found[0]), severity="warning")


def _by_turns(text: str) -> bool:
    return any(turn in text for turn in _TURNS)


def _aims(subject: Subject) -> Iterator[Finding]:
    """The same large figure with the same noun to be reached by two days: told softly, it may be two stages."""
    base = subject.signed_on
    if base is None:
        return
    named: dict[tuple[Decimal, str, str], list[tuple[Para, int, str, Quantity]]] = {}
    for para, offset, sentence in subject.text_of("body", "heading").dated:
        for one in quantities(para.text):
            if offset <= one.start < offset + len(sentence) and _large(one):
                noun = _LEAST.sub("", clause_before(para.text, "。，、；", one.start))[-_NOUN:]
                if len(noun) == _NOUN:
                    named.setdefault((one.value, one.unit, noun), []).append((para, offset, sentence, one))
    for those in named.values():
        first: tuple[date, str] | None = None
        for para, offset, sentence, one in those if len(those) > 1 else ():  # deadlines are looked for slowly
            due = [each for _, _, each in find_deadlines(sentence, base.year) if each.resolved]
            if len(due) != 1 or due[0].resolved is None:
                continue
            before, when = first = first or (due[0].resolved, due[0].text)
            if before != due[0].resolved:
                message = f"同一目标的期限，前面写{when}，这里写{due[0].text}"
                quote = para.text[max(offset, one.start - 16) : one.end]
                yield replace(RULE.at(subject, para, message, quote), severity="warning")


def _large(one: Quantity) -> bool:
    return one.unit != "%" and one.value.adjusted() >= _HUNDREDS


_LEAST = re.compile(r"(?:不少于|不低于|达到|达|共|累计|约|超过)+$")
_NOUN, _HUNDREDS = 3, 2
"""A figure is large from three digits on."""
