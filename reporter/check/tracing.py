"""Which known fact a figure of a document names, and whether any fact at all has its value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from reporter.artefacts.seen.joined import sentences
from reporter.artefacts.seen.model import Para
from reporter.check.clauses import clause_before
from reporter.check.concepts import Count
from reporter.check.knowledge import Known, KnownFact
from reporter.check.quantities import Quantity, percent, quantities
from reporter.check.regions import region_of
from reporter.check.subject import Subject

_FACTS = {
    ("found", ""): "hazards.found", ("closed", ""): "hazards.closed", ("open", ""): "hazards.open",
    ("found", "重大"): "hazards.major_found", ("closed", "重大"): "hazards.major_closed",
    ("open", "重大"): "hazards.major_open", ("homes", ""): "institutions.count",
}  # fmt: skip
_AS_OF = re.compile(r"截[至止]到?((?:20\d{2}年)?\d{1,2}月(?:\d{1,2}日|底))")
_YEAR = re.compile(r"20\d{2}")
_OPENING = (
    r"(?:^|(?<=[，；。：、（]))(?:其中[，：]?)?(?:全县|我县|本县|全市|我市)?(?:现有|共有|现共有|设有|目前有)?"
)
_TAIL = re.compile(r"(?:总?数量?|总数)$")
_NOUNS = re.compile(
    r"^(?:床位|护理型床位|入住老人|特困人员|工作人员|持证护理员|机构自筹资金|省级补助资金|县级财政资金)$"
)
_ASKED = re.compile(r"不少于|不低于|不得?超过|至少|以上|以下|以内|以后|每|达到|力争|目标|计划|不高于|提前|限")


class Named(Struct, frozen=True):
    """A figure at `start`–`end` of a paragraph whose wording names the facts (one for each period and day)."""

    para: Para
    start: int
    end: int
    value: Decimal
    unit: str
    facts: tuple[KnownFact, ...]

    @property
    def right(self) -> bool:
        return any(scaled(fact)[0] == self.value for fact in self.facts)


def named_figures(subject: Subject, known: Known) -> Iterator[Named]:
    """Those of title, body and headings that speak of the workspace's whole county, or of one of its places."""
    region = region_of(subject)
    own = next((unit for unit in sorted(known.units) if region.endswith(unit)), "")
    if region and known.place and not own and not region.endswith(known.place):
        return
    nouns = () if own else _nouns(known)
    for para in subject.paras_of("title", "body", "heading"):
        for count in subject.counts_in(para):
            if facts := _of_count(count, known, subject, own):
                yield Named(para, count.start, count.end, count.value, count.unit, facts)
        yield from _of_nouns(para, known, nouns)


def _of_count(count: Count, known: Known, subject: Subject, own: str) -> tuple[KnownFact, ...]:
    """`own` is the place below the workspace's that the file speaks for, else empty."""
    named = [word for word in count.scope if word in known.units]
    places = list(dict.fromkeys([*named, *([own] if own else [])]))
    rest = count.scope - set(named)
    base = _FACTS.get((count.kind, "".join(sorted(rest))))
    if base is None or len(places) > 1:
        return ()
    facts = known.at(f"{base}(unit={places[0]})" if places else f"{base}()")
    return _of_time(facts, count.times, _day(subject))


def _of_time(facts: tuple[KnownFact, ...], times: frozenset[str], day: str) -> tuple[KnownFact, ...]:
    """Facts of the day that the sentence or the document gives, of the year that the sentence names."""
    if any(re.search("季度|半年|去年|上年|同期|以来|本次|此次|本轮|前", time) for time in times):
        return ()
    days = [time for time in times if re.search(r"\d月", time)] or ([day] if day else [])
    years = {year for time in times for year in _YEAR.findall(time)}
    return tuple(
        fact for fact in facts
        if all(fact.as_of.endswith(one.replace("底", "")) or one in fact.as_of for one in days)
        and (not years or any(year in fact.period or year in fact.as_of for year in years))
    )  # fmt: skip


def _day(subject: Subject) -> str:
    """The cut-off that the document states first, else empty."""
    for para in subject.paras_of("title", "body"):
        if found := _AS_OF.search(para.text):
            return found[1]
    return ""


_Noun = tuple[str, str, tuple[KnownFact, ...]]


def _of_nouns(para: Para, known: Known, nouns: tuple[_Noun, ...]) -> Iterator[Named]:
    """`床位2904张` opening a clause, in sentences that speak of no single place or home."""
    for offset, sentence in sentences(para.text):
        if any(name in sentence for name in (*known.units, *known.institutions)) or _AS_OF.search(sentence):
            continue
        for noun, unit, facts in nouns:
            pattern = rf"{_OPENING}{noun}(?:共|有|为|达)?(\d[\d,]*(?:\.\d+)?){re.escape(unit)}(?!次)"
            for found in re.finditer(pattern, sentence):
                value = Decimal(found[1].replace(",", ""))
                scale = 10**4 if unit.startswith("万") else 1
                start = offset + found.start(1)
                yield Named(para, start, offset + found.end(), value * scale, unit, facts)


def _nouns(known: Known) -> tuple[_Noun, ...]:
    """What the facts without dimensions count, by its plain name."""
    found: dict[tuple[str, str], list[KnownFact]] = {}
    for fact in known.facts:
        noun = _TAIL.sub("", fact.name)
        if _NOUNS.fullmatch(noun) and "=" not in fact.address.replace("name=", ""):
            found.setdefault((noun, fact.unit), []).append(fact)
    return tuple((noun, unit, tuple(facts)) for (noun, unit), facts in sorted(found.items()))


def scaled(fact: KnownFact) -> tuple[Decimal, str]:
    """Value and unit with 万 counted out, as quantities are."""
    if fact.unit.startswith("万"):
        return fact.value * 10**4, fact.unit[1:]
    return fact.value, fact.unit


def untraced(subject: Subject, known: Known) -> Iterator[tuple[Para, Quantity]]:
    """Figures that are no fact's value, no quotient or sum of figures around them, and no requirement."""
    values = {scaled(fact)[0] for fact in known.facts}
    rates = [fact.value for fact in known.facts if fact.unit == "%"]
    for para in subject.paras_of("title", "body", "heading"):
        found = quantities(para.text)
        for one in found:
            behind = re.split("[，。；]", para.text[one.end : one.end + 2], maxsplit=1)[0]
            lead = clause_before(para.text, "，。；", one.start) + behind
            if one.value in values or _ASKED.search(lead) or _computed(one, found):
                continue
            if one.percent and any(percent(rate, Decimal(100), one.decimals) == one.value for rate in rates):
                continue
            yield para, one


def _computed(one: Quantity, found: tuple[Quantity, ...]) -> bool:
    """A rate of two counts of the paragraph."""
    plain = [other.value for other in found if not other.percent]
    return one.percent and any(
        percent(a, b, one.decimals) == one.value for a in plain for b in plain if b and a <= b
    )
