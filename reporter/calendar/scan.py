"""Where deadlines stand in a plain text: one pattern a form, the longest at the earliest place wins."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from reporter.calendar.points import MARKED, NUMBER, POINT, REST, YEAR4
from reporter.patterns import regex

_BEFORE = r"(?:[之以]?前|为止|止|[之以]?内)"
_CLOCK = (
    r"(?:[（(](?:星期|周|礼拜)(?P<weekday>[一二三四五六日天])[）)])?"
    r"(?P<clock>下班|[上中下]午|\d{1,2}(?:[时点]|:\d\d)(?:\d{1,2}分|整|半)?)?"
)
_LEAD = r"(?:(?:最迟|最晚|不晚于|不迟于)?(?:请)?(?:于|在|到|至|截至|截止到?)?)"
_DASH = r"(?:起|开始)?(?:—+|一(?=\d|疫情)|直?至|直?到)"
_EVENT = r"[一-鿿“”‘’]{1,10}?(?:结束|完成|解除|终止|完毕)"
_ROLL = r"(?:[（(，,]*[如若]?[遇逢]到?(?:国家)?(?:法定)?(?:节假日|假日|休息日|双休日|周末|公休日|非工作日)[^，。；）)\n]{0,4}?(?:顺延|提前|后延|延后)[）)]?)?"  # noqa: E501
_NOW = r"(?:自|从)?(?:即日|印发之日|发文之日|本通知印发之日|发布之日|公布之日)"
_COUNT = r"(?:\d{1,3}|[一二三四五六七八九十两]{1,3}|半)"
_UNIT = r"(?:个?工作日|个?小时|个月|个星期|周|日|天|年)"
_LEAST = r"(?:至少|不少于|不低于|最少|原则上)?"
_TIMES = rf"{_LEAST}(?:[一-鿿]{{2}})?{_LEAST}(?P<times>{NUMBER}|两)次(?:以上)?"
_SLOT = (
    rf"(?:的)?(?:年?(?P<slotend>[底末])|(?P<back>倒数)?第(?P<nth>{NUMBER})个工作日|(?P<lastwork>最后[一1]个工作日)"
    rf"|(?:结束|终了)[之以]?后(?P<after>{_COUNT})(?P<afterunit>个?工作日|日|天)[以之]?内|次月(?P<nextday>{NUMBER})[日号]"
    rf"|(?:(?P<first>首月)|末月|最后[一1]个月|第(?P<slotnth>[一二三1-3])个月|(?P<slotmonth>{NUMBER})月)?(?:(?P<slotday>{NUMBER})[日号]|(?P<monthend>底))"
    r"|(?P<weekday>(?<=周)[一二三四五六日天]|(?<=星期)[一二三四五六日天]))"
)
_WORDS = "不定期|及时|适时|定期|立行立改|即知即改|即时|立即|立刻|尽快|尽早|随时|第一时间|常态化|长期|持续"

_FORMS = {
    "years": r"(?<![（(])(?P<from>(?<!\d)\d{4})年?(?P<dash>—+|至|到)(?P<to>\d{4}年[底末]?)(?!\d*月)",
    "range": rf"(?:自|从|于|在)?(?P<from>{POINT}|{_NOW}){_DASH}(?P<to>{POINT}|{REST}|{_EVENT})(?:{_BEFORE})?{_ROLL}",
    "months": rf"(?:自|从|于|在)?(?P<year>{YEAR4})?(?<!\d)(?P<from>\d{{1,2}})[—、至]"
    rf"(?P<to>{NUMBER}月份?(?:[底末]|[上中下]旬)?)(?![\d一二三四五六七八九十])(?:{_BEFORE})?{_ROLL}",
    "recurrence": rf"每(?P<every>[\d一两二三四五六半])?个?(?P<unit>年度?|半年|季度?|月|旬|周|星期|日|天)"
    rf"(?:{_SLOT})?(?P<before>{_BEFORE})?(?:{_TIMES})?{_ROLL}",
    "each": r"(?:按|逐)(?P<unit>年|季度?|月|周|日)",
    "nth": rf"{_LEAD}(?P<point>{POINT})的?(?:(?P<back>倒数)?第(?P<nth>{NUMBER})个|(?P<lastwork>最后[一1]个))工作日"
    rf"(?P<before>{_BEFORE})?",
    "offset": rf"{_LEAD}(?P<point>{POINT})(?P<way>前|后|起)第?(?P<n>{NUMBER})个工作日(?:{_BEFORE})?",
    "since": rf"{_LEAD}(?P<point>{POINT})(?:结束|终了)[之以]?后(?P<n>{_COUNT})(?P<unit>个?工作日|日|天)"
    rf"[以之]?内{_ROLL}",
    "atmost": rf"(?:原则上)?(?:[一-鿿]{{0,6}}?)(?:不得?超过|不得?多于|不得?长于|最长)(?P<n>{_COUNT})(?P<unit>{_UNIT})",
    "within": rf"(?:原则上)?(?:(?:自|从)?(?P<event>[一-鿿]{{1,12}}?)(?:之日起?|日起|之?后|起))?的?"
    rf"(?<![\d第])(?P<n>{_COUNT})(?P<unit>{_UNIT})[以之]?内",
    "ahead": rf"(?:(?P<event>[一-鿿]{{2,10}}?)(?:至少)?)?(?:提前|(?={_COUNT}个?工作日[以之]?前))"
    rf"(?P<n>{_COUNT})(?P<unit>{_UNIT})(?:[以之]?前)?",
    "ended": rf"{_LEAD}(?P<point>{POINT})(?:结束|终了)(?P<before>[之以]?前){_ROLL}",
    "before": rf"{_LEAD}(?P<point>{POINT}){_CLOCK}(?P<before>{_BEFORE}){_ROLL}",
    "marked": rf"{_LEAD}(?P<point>{MARKED}){_ROLL}",
    "until": rf"(?:到|至)(?P<point>{YEAR4})(?![\d一二三四五六七八九十]|年?[底末内]|[上下]半年|第)",
    "month": rf"(?:(?<=[。；：:;、.．)）\n])|^)(?P<point>{NUMBER}月份?)(?=[，,])",
    "event": rf"(?:到|至|直至|直到)?(?P<to>{_EVENT})(?:[之以]?前|为止|时?止)",
    "undated": rf"{_NOW}起(?:施行|执行|实施)?|{_WORDS}",
}
_LOOSE = {
    "bare": rf"{_LEAD}(?P<point>{POINT}){_ROLL}",
    "days": rf"{_LEAD}(?P<point>{REST})(?:{_BEFORE})?{_ROLL}",
    "open": rf"(?:自|从)?(?P<point>{POINT})(?:起|开始)",
    "event": rf"(?P<to>{_EVENT})",
    "named": r"^(?:(?P<unit>季度?|月度?|年度|半年)|(?P<report>[年季月旬周]|半年)报)$",
    "eve": r"^(?:最迟)?(?:于|在|到|至)?(?P<to>[一-鿿]{2,10}?)[之以]?前",
}
_NEEDED = {
    "range": r"[日号月份底末旬初度年内\d〇零一二三四五六七八九](?:起|开始)?(?:—|一|直?至|直?到)",
    "months": r"\d[—、至]", "recurrence": "每", "each": "[按逐]", "nth": "工作日", "offset": "工作日",
    "atmost": "不|最长", "within": "[日时月期周天年][以之]?内", "ahead": "提前|工作日",
    "before": r"[\d〇零一二三四五六七八九日号月份度年底末旬初内）)午班点时分整半][为之以]?[前止内]",
    "years": r"\d(?:年|—|至|到)", "until": r"[到至][\d〇零一二三四五六七八九]", "month": "月",
    "undated": f"起|{_WORDS}",
    "marked": r"[\d〇零一二三四五六七八九月份度年][底末内]|旬",
    "event": "结束|完成|解除|终止|完毕", "ended": "结束|终了", "since": "结束|终了",
}  # fmt: skip
"""What a form never lacks, quickly looked for: many of the patterns are slow on a text that has none of it."""
_QUICK = {name: regex(pattern) for name, pattern in _NEEDED.items()}
_BEGINS = r"(?=[\d〇零一二三四五六七八九十本今当同明次翌来第上下年最不请于在到至截自从即印发公])"
"""Where a point, what leads up to it or 即日 may begin: everywhere else the forms of points need not be tried."""
_POINTED = ("range", "months", "nth", "offset", "since", "ended", "before", "marked")
_FIND = tuple(
    (name, regex(_BEGINS + pattern if name in _POINTED else pattern)) for name, pattern in _FORMS.items()
)
_PARSE = (*_FIND, *((name, regex(pattern)) for name, pattern in _LOOSE.items()))
_ORDER = {name: rank for rank, (name, _) in enumerate(_PARSE)}
_AS_OF = regex(r"截[至止]到?")


class Hit(Struct, frozen=True):
    """One deadline in a plain text, and the form that it has."""

    form: str
    found: re.Match[str]

    def __getitem__(self, name: str) -> str:
        """A group of the pattern, empty when absent."""
        return (self.found[name] or "") if name in self.found.re.groupindex else ""

    @property
    def span(self) -> tuple[int, int]:
        return self.found.span()


def scan(text: str, *, loose: bool) -> list[Hit]:
    """The deadlines of a plain text in order. `loose` reads the whole as a deadline field, where a bare day counts."""
    return list(_scanned(text, loose))


@lru_cache(maxsize=1024)
def _scanned(text: str, loose: bool) -> tuple[Hit, ...]:
    """Several rules and several kinds of record ask for the same texts."""
    hits = [
        Hit(name, found)
        for begin, end in ([(0, len(text))] if loose else _sentences(text))
        for name, pattern in (_PARSE if loose else _FIND)
        if name not in _QUICK or _QUICK[name].search(text, begin, end)
        for found in pattern.finditer(text, begin, end)
    ]
    hits = [hit for hit in hits if hit.found[0] and (loose or not _is_cutoff(hit))]
    hits.sort(key=lambda hit: (hit.span[0], -hit.span[1], _ORDER[hit.form]))
    chosen: list[Hit] = []
    for hit in hits:
        if not chosen or hit.span[0] >= chosen[-1].span[1]:
            chosen.append(hit)
    return tuple(chosen)


def _sentences(text: str) -> list[tuple[int, int]]:
    """Where each sentence stands with its end; no deadline goes over one."""
    ends = [found.end() for found in re.finditer("。", text)] + [len(text)]
    return list(pairwise([0, *ends]))


def _is_cutoff(hit: Hit) -> bool:
    """截至10月底 tells as of when figures count; it is no deadline unless 前 follows."""
    return bool(_AS_OF.match(hit.found[0])) and not hit["before"]
