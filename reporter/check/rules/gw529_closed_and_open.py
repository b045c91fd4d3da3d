"""What was found is closed or open (R3)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from reporter.artefacts.seen.joined import sentences
from reporter.check.concepts import Count
from reporter.check.finding import Finding
from reporter.check.quantities import plain
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW529",
    title="发现数等于已整改数加未整改数",
    implements=("R3", "R8"),
    clause="公文一致性要求",
    strength="shall",
    tests="一句里或全文三个数都有、各只有一个值时，是否加得起来",
    why="加不起来，说明有隐患没有交代。",
    hint="核对台账，改正其中的一个数",
    good=lambda: notice(body=("发现隐患1589处，已整改隐患1403处，未整改186处。",)),
    bad=lambda: notice(body=("发现隐患1589处，已整改隐患1403处，未整改180处。",)),
)


def check(subject: Subject) -> Iterator[Finding]:
    """Sentences, else whole documents, that give each of the three numbers once, of one grade, field and place."""
    located = subject.counted
    told = False
    for para in dict.fromkeys(para for para, _ in located):
        for offset, sentence in sentences(para.text):
            inside = [one for one in subject.counts_in(para) if offset <= one.start < offset + len(sentence)]
            for wrong in (*_wrong(inside), *_more(sentence)):
                told = True
                yield RULE.at(subject, para, wrong, sentence[:36])
    if told or not located:
        return
    body = set(subject.paras_of("body", "heading"))
    here = [(para, one) for para, one in located if para in body]
    for wrong in _wrong([one for _, one in here]):
        yield RULE.at(subject, here[-1][0], wrong)


def _wrong(found: Sequence[Count]) -> Iterator[str]:
    """For each scope with one value of each kind that do not add up; a count of another day is another scope."""
    for scope in sorted({one.scope for one in found}, key=sorted):
        values: dict[str, set[Decimal]] = {"found": set(), "closed": set(), "open": set()}
        for one in found:
            if one.scope == scope and one.kind in values:
                values[one.kind].add(one.value)
        if any(len(each) != 1 for each in values.values()):
            continue
        (total,), (closed,), (still,) = values.values()
        if total != closed + still:
            parts = f"已整改{plain(closed)}加未整改{plain(still)}是{plain(closed + still)}"
            yield f"发现{plain(total)}，{parts}"


_FOUND_CLOSED = re.compile(
    r"(?:隐患|问题)(?:共)?(\d+)[条处项个]，(?:已|均已|其中已)(?:完成)?(?:整改|销号)(?:完成|到位|销号)?(\d+)[条处项个]"
)


def _more(sentence: str) -> Iterator[str]:
    """重大隐患6条，已整改9条: of any grade, the closed are no more than the found."""
    for found in _FOUND_CLOSED.finditer(sentence):
        if int(found[2]) > int(found[1]):
            yield f"发现{found[1]}，已整改{found[2]}，整改的比发现的多"
