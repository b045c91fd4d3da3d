"""The corpus, enumerated: correct documents, documents with one seeded defect, and sets of documents.

for case in cases():          # one file, or several that are checked together
    files = case.files()      # name -> bytes, made now
    case.defects              # what should be found; empty for a correct case
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from tests.corpus.case import ROUNDS, Case, Defect, Loaded
from tests.corpus.correct import Correct, documents, finished
from tests.corpus.mutators.registry import Mutator, found
from tests.corpus.sets import set_cases
from tests.corpus.unfit import UNFIT

PER_MUTATOR = 3
PER_LATER = 2


def mutators(*, rounds: tuple[int, ...] = ROUNDS) -> tuple[Mutator, ...]:
    """The mutators of these rounds by name."""
    return tuple(one for _, one in sorted(found().items()) if one.round in rounds)


def cases(*, rounds: tuple[int, ...] = ROUNDS, slow: bool = False) -> Iterator[Case]:
    """Every case of these rounds: correct files, seeded defects, then sets."""
    for document in documents(slow=slow, rounds=rounds):
        yield _correct(document)
    for one in mutators(rounds=rounds):
        for document in bases(one):
            yield _defect(one, document)
    yield from set_cases(rounds=rounds)


def fits(one: Mutator, document: Correct) -> bool:
    return (
        not document.slow
        and document.base
        and document.round <= one.round
        and document.format in one.kinds
        and (document.format == "docx" or document.producer == "html")
        and (not one.producers or document.producer in one.producers)
        and bool(one.needs(document.paper))
    )


def bases(one: Mutator) -> list[Correct]:
    """Up to three correct documents (two from round 2 on) for a mutator, of different producers where there are, the
    same every time. From round 3 on the first is of the mutator's own round, unless that is `READ_ONLY`."""
    able = [
        document
        for document in documents(rounds=ROUNDS)
        if fits(one, document) and (one.name, document.name) not in UNFIT
    ]
    able.sort(key=lambda document: zlib.crc32(f"{one.name}/{document.name}".encode()))
    chosen = [document for document in able if document.round == one.round][:1] if one.round > 2 else []
    for document in able:
        if document.producer not in {other.producer for other in chosen}:
            chosen.append(document)
    chosen += [document for document in able if document not in chosen]
    return chosen[: PER_LATER if one.round > 1 else PER_MUTATOR]


def _correct(document: Correct) -> Case:
    return Case(
        document.name,
        document.producer,
        document.profile,
        lambda: Loaded({document.name: document.data()}, ()),
        round=document.round,
        slow=document.slow,
    )


def _defect(one: Mutator, document: Correct) -> Case:
    def load() -> Loaded:
        source, quote = one.apply(document.source(), document.paper)
        defect = Defect(one.rule, one.says, one.topic, quote, document.name, one.also)
        return Loaded({document.name: finished(source)}, (defect,))

    return Case(
        f"{one.name}@{document.name}",
        document.producer,
        document.profile,
        load,
        one.name,
        one.rule,
        one.also,
        one.round,
        one.public,
        correct=document.name,
    )
