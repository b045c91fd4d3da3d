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
from tests.corpus.over_two_lines import OVER_TWO_LINES
from tests.corpus.sets import set_cases

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
    same every time. From round 3 on the first is of the mutator's own round."""
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


# Files that have what a mutator needs in a form it does not change: words that run over two lines of a PDF, a rule
# that is drawn and no border, digits in runs of their own.
UNFIT = OVER_TWO_LINES | frozenset(
    (name, document)
    for name, those in {
        "attachment_numbered_anew": "three-attachments-script-table.docx",
        "attachment_with_margins_of_the_program": "care-four-script-border.docx",
        "attachment_without_numbers": "care-four-script-border.docx",
        "attachments_in_the_last_paragraph": "three-attachments-ours.docx",
        "imprint_of_100_mm": "request-script-drawn.docx",
        "two_red_rules": "joint-five-script-table.docx",
        "letter_with_printing_office": "letter-reply-ours.docx",
        "office_and_date_swapped": "request-ours.docx",
        "third_said_fourth": "township-html.pdf",
        "year_cut_in_text": "joint-two-html.pdf",
        "citation_in_square_brackets": "approval-html.pdf notice-html.pdf",
        "copies_half_width_colon": "letter-reply-ours.docx",
        "copies_without_stop": "letter-reply-ours.docx",
        "fresh_citation_wide_square": "approval-html.pdf",
        "fresh_headings_small": "joint-three-script-drawn.docx minutes-script-table.docx",
        "fresh_signers_with_comma": "joint-up-ours.docx",
        "full_width_digits": "notice-html.pdf report-html.pdf",
        "half_width_comma": "unsealed-html.pdf",
        "half_width_heading_brackets": "notice-html.pdf",
        "impossible_date": "approval-html.pdf",
        "kept_citation_round": "notice-html.pdf",
        "kept_copies_semicolon": "letter-reply-ours.docx",
        "kept_middle_rule": "joint-three-script-drawn.docx",
        "kept_number_differs": "report-html.pdf",
        "kept_number_same_side": (
            "joint-five-script-table.docx letter-reply-script-table.docx minutes-script-table.docx "
            "three-attachments-script-table.docx unsealed-script-table.docx urgent-script-table.docx "
        ),
        "kept_printed_imprint": "request-html.pdf",
        "kept_repeated_number": "notice-html.pdf",
        "kept_title_orphan": "joint-three-script-drawn.docx opinion-script-drawn.docx request-script-drawn.docx",
        "number_split_by_a_break": (
            "joint-five-ours.docx joint-five-script-table.docx joint-five-wps-lines.docx "
            "joint-two-ours.docx joint-two-script-border.docx order-ours.docx order-script-plain.docx "
            "order-wps-lines.docx unsealed-ours.docx unsealed-script-table.docx "
            "unsealed-wps-lines.docx "
        ),
        "odd_characters": "report-html.pdf",
        "red_rule_far_below": (
            "approval-wps-default.docx joint-five-script-table.docx joint-five-wps-lines.docx "
            "joint-three-script-drawn.docx notice-wps-default.docx opinion-script-drawn.docx "
            "opinion-wps-lines.docx three-attachments-script-table.docx unsealed-script-table.docx "
            "unsealed-wps-lines.docx urgent-script-table.docx "
        ),
        "title_hourglass": "joint-three-script-drawn.docx opinion-script-drawn.docx request-script-drawn.docx",
        "total_of_levels_wrong": "announcement-html.pdf",
        "unpaired_title_mark": "approval-html.pdf report-html.pdf",
        "urgency_before_secrecy": "urgent-html.pdf",
    }.items()
    for document in those.split()
)


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
