"""What lasted some days lasted the same days, of the same homes and by the same offices, in all files of a set (R8)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, permutations

from msgspec import Struct

from reporter.artefacts.seen.model import Para
from reporter.check.finding import Finding
from reporter.check.issuers import issuers_of, shortened
from reporter.check.matters import alike
from reporter.check.regions import region_of
from reporter.check.rule import Rule
from reporter.check.samples import two
from reporter.check.subject import Subject

RULE = Rule(
    code="GW744",
    title="一套文稿里同一次检查、活动的起止日期、参加部门和检查家数一致",
    implements=("R8", "R1", "R17"),
    clause="公文一致性要求",
    strength="shall",
    tests="几份文稿里“×月×日至×日，”后面说法相同、起止只有一头相同的日期；起止日期相同的检查的家数、会同部门、部门数",
    why="同一次检查有两个起止日期、两个家数，必有一处写错。",
    hint="核对检查、活动的实际情况，改成一致",
    good=lambda: two(f"2026年9月7日{_SAID}", f"2026年9月7日{_SAID}"),
    bad=lambda: two(f"2026年9月7日{_SAID}", f"2026年9月1日{_SAID}"),
    needs=("set",),
    severity="warning",
)
_SAID = "至15日，县民政局会同县消防救援大队检查养老机构12家。"
_SPAN = re.compile(r"(20\d{2}年\d{1,2}月\d{1,2}日)至((?:\d{1,2}月)?\d{1,2}日)，([\u4e00-\u9fff、]{8})")
_EVENT = re.compile(r"(20\d{2}年\d{1,2}月\d{1,2}日至(?:\d{1,2}月)?\d{1,2}日)，([^。；]*检查[^。；]*)")
_ALONE = re.compile(r"20\d{2}年\d{1,2}月\d{1,2}日至(?:\d{1,2}月)?\d{1,2}日")
_HOMES = re.compile(r"检查(?:了)?(?:养老)?机构(\d{1,4})家|对(?:全[省市县区])?(\d{1,4})家(?:养老)?机构(?:开展|进行)")
_WITH = re.compile(r"^([\u4e00-\u9fff]{3,10})会同([\u4e00-\u9fff、]{3,40}?[局队院委办])(?=检查|对|，|开展)")
_OFFICES = re.compile(r"等(\d{1,2})个部门")
_KIN = 2
"""Characters that titles about one inspection have in common besides what any title says."""
_GROUPS = re.compile(r"检查机构数分别为((?:\d{1,3}家[、和]){1,9}\d{1,3}家)")


class _Event(Struct, frozen=True):
    """An inspection as a file tells it: its days, and how many homes, offices, and with whom, where it says so."""

    subject: Subject
    para: Para
    days: str
    homes: int = 0
    offices: int = 0
    partners: tuple[str, str] = ("", "")
    quote: str = ""


def check_set(subjects: Sequence[Subject]) -> Iterator[Finding]:
    """Spans that begin or end alike and go on alike; what differs in both is another time."""
    first: dict[str, tuple[Subject, str, str]] = {}
    for subject in subjects:
        for para, found in subject.seen.matches(_SPAN, "至"):
            begin, end, said = found.groups()
            other, was, till = first.setdefault(said, (subject, begin, end))
            if other is not subject and (was == begin) != (till == end):
                message = f"{other.name}里是{was}至{till}，这里是{begin}至{end}"
                yield RULE.at(subject, para, message, found[0])
    yield from _events([event for subject in subjects for event in _told(subject)])


def _events(events: Sequence[_Event]) -> Iterator[Finding]:
    """Those of one place, matter and the same days, where no file tells of two inspections on them. What differs in
    more than one thing is another inspection (消防安全, 食品安全)."""
    twice = {
        one.days for one, other in combinations(events, 2)
        if one.subject is other.subject and one.days == other.days and any(_differing(one, other))
    }  # fmt: skip
    for before, after in combinations(events, 2):
        if before.subject is not after.subject and before.days == after.days and after.days not in twice:
            told = [*_differing(before, after)]
            if len(told) == 1 and _of_one_matter(before.subject, after.subject):
                yield RULE.at(after.subject, after.para, told[0], after.quote)


def _of_one_matter(one: Subject, other: Subject) -> bool:
    return region_of(one) == region_of(other) and alike(one, other, _KIN)


def _differing(before: _Event, after: _Event) -> Iterator[str]:
    name = before.subject.name
    if before.homes and after.homes and before.homes != after.homes:
        yield f"{after.days}的检查，{name}里是{before.homes}家，这里是{after.homes}家"
    if before.offices and after.offices and before.offices != after.offices:
        yield f"{after.days}的检查，{name}里是{before.offices}个部门，这里是{after.offices}个"
    lead, partner = zip(before.partners, after.partners, strict=True)
    if all(partner) and lead[0] == lead[1] and not any(shortened(a, b) for a, b in permutations(partner)):
        yield f"{after.days}的检查，{name}里会同{partner[0]}，这里会同{partner[1]}"


def _told(subject: Subject) -> Iterator[_Event]:
    """Sentences that begin with the days of an inspection; and a joint notice that sets its days under a heading."""
    for para, found in subject.seen.matches(_EVENT, "检查"):
        homes, partners, offices = (one.search(found[2]) for one in (_HOMES, _WITH, _OFFICES))
        yield _Event(
            subject, para, found[1], int(homes[1] or homes[2]) if homes else 0, int(offices[1]) if offices else 0,
            (partners[1], partners[2]) if partners else ("", ""), found[0],
        )  # fmt: skip
    title = subject.the("title")
    if title and "联合检查" in title.text and len(issuers := issuers_of(subject)) > 1:
        yield from _announced(subject, len(issuers))


def _announced(subject: Subject, offices: int) -> Iterator[_Event]:
    """The notice of a joint inspection: its issuers inspect, its groups share the homes, and one span is named."""
    spans = [(para, found[0]) for para, found in subject.seen.matches(_ALONE, "至")]
    if len(spans) != 1:
        return
    yield _Event(subject, spans[0][0], spans[0][1], offices=offices, quote=spans[0][1])
    for para, found in subject.seen.matches(_GROUPS, "分别为"):
        homes = sum(int(number) for number in re.findall(r"\d+", found[1]))
        yield _Event(subject, para, spans[0][1], homes, quote=found[0])
