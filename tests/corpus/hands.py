"""Every paper of the corpus, and by whom each is written in which habit, round by round."""

from __future__ import annotations

from tests.corpus.papers import (
    later,
    notices,
    others,
    round3_content,
    round3_content_more,
    round3_form,
    round4_affairs,
    round4_affairs_more,
    round4_relief,
    round5_figures,
    round5_meals,
    round5_offices,
    round5_public,
    round5_rules,
    round5_stations,
)  # fmt: skip
from tests.corpus.papers.spec import Paper

PAPERS_OF: dict[int, tuple[Paper, ...]] = {
    0: (*notices.PAPERS, *others.PAPERS),
    2: later.PAPERS,
    3: (*round3_content.PAPERS, *round3_content_more.PAPERS, *round3_form.PAPERS),
    4: (*round4_relief.PAPERS, *round4_affairs.PAPERS, *round4_affairs_more.PAPERS),
    5: (
        *round5_rules.PAPERS, *round5_meals.PAPERS, *round5_figures.PAPERS, *round5_public.PAPERS,
        *round5_offices.PAPERS, *round5_stations.PAPERS,
    ),
}  # fmt: skip
"""The papers that each round wrote."""
PAPERS: dict[str, Paper] = {paper.name: paper for papers in PAPERS_OF.values() for paper in papers}


def _plain(*names: str) -> tuple[tuple[str, str], ...]:
    """Papers written in no special habit."""
    return tuple((name, "") for name in names)


_FIRST = _plain(*(
    paper.name for paper in PAPERS_OF[0] if paper.name != "minutes" and not paper.secrecy
))  # fmt: skip

WRITTEN: dict[int, dict[str, tuple[tuple[str, str], ...]]] = {
    0: {
        "ours": _FIRST,
        "script": (
            ("notice", "border"), ("unsealed", "table"), ("joint-two", "border"), ("joint-three", "drawn"),
            ("joint-five", "table"), ("bulletin", "plain"), ("opinion", "drawn"), ("urgent", "table"),
            ("request", "drawn"), ("report", "border"), ("letter", "border"), ("letter-reply", "table"),
            ("order", "plain"), ("minutes", "table"), ("plan", "plain"), ("city", "border"),
            ("three-attachments", "table"), ("opinion", "listed"),
        ),
        "wps": (
            ("notice", "default"), ("unsealed", "lines"), ("joint-five", "lines"), ("bulletin", "box"),
            ("request", "lines"), ("report", "box"), ("joint-up", "lines"), ("approval", "default"),
            ("letter", "lines"), ("minutes", "default"), ("announcement", "characters"), ("urgent", "box"),
            ("order", "lines"), ("opinion", "lines"),
        ),
        "html": _plain(
            "unsealed", "joint-two", "approval", "urgent", "request", "minutes", "letter", "announcement",
            "report", "notice",
        ),
    },
    2: {
        "mac": _plain("forward", "decision", "work-plan", "request", "bulletin", "order", "urgent"),
        "web": _plain("measures", "minutes", "forward", "plan", "report"),
        "typed": _plain("township", "public-notice", "approval", "opinion", "joint-up", "work-plan"),
        "ours": _plain("forward", "measures", "township", "decision"),
        "script": (("forward", "plain"), ("decision", "plain")),
        "wps": (("public-notice", "lines"), ("measures", "default")),
        "html": _plain("forward", "public-notice", "decision", "township", "work-plan"),
    },
    3: {
        "ours": _plain(
            "relief-half", "relief-year", "list-problems", "list-bulletin", "centre-request", "rules",
            "five-years", "register", "inquiry", "award", "list-closed",
        ),
        "script": (
            ("relief-township", "table"), ("list-repairs", "plain"), ("centre-reply", "table"),
            ("training", "table"), ("audit", "drawn"), ("care-four", "plain"), ("centre-minutes", "table"),
        ),
        "wps": (
            ("centre-minutes", "default"), ("list-duties", "lines"), ("typhoon", "box"), ("award", "lines"),
            ("inquiry", "lines"),
        ),
        "html": _plain(
            "relief-half", "rules", "audit", "winter", "relief-township", "centre-request", "training",
        ),
        "mac": _plain("relief-year", "five-years", "care-four", "register", "typhoon", "list-repairs"),
        "web": _plain("list-closed", "winter", "list-bulletin", "rules", "centre-reply", "audit"),
        "typed": _plain("relief-half", "centre-request", "training", "award", "list-problems", "list-duties"),
        "template": _plain("heating", "aid", "spring", "minors", "villages", "matters", "yearly", "canteen"),
        "legacy": _plain("relief", "spring", "names", "matters", "schools", "heating", "yearly"),
        "online": _plain("verify", "canteen", "villages", "schools", "aid", "minors", "relief", "names"),
    },
    4: {
        "ours": _plain(
            "funeral", "disabled", "charity", "orphans", "marriage", "volunteers", "naming", "bill",
        ),
        "script": (
            ("complex", "table"), ("shelter", "drawn"), ("graves", "border"), ("hall", "table"),
            ("orphans", "border"), ("funeral", "plain"),
        ),
        "wps": (
            ("disabled", "lines"), ("charity", "box"), ("marriage", "characters"), ("hall", "default"),
            ("naming", "default"),
        ),
        "html": _plain("funeral", "complex", "shelter", "volunteers", "naming", "orphans"),
        "mac": _plain("volunteers", "graves", "naming", "disabled"),
        "web": _plain("complex", "charity", "hall", "bill"),
        "typed": _plain("funeral", "graves", "marriage", "shelter"),
        "template": _plain("charity", "complex", "shelter", "disabled"),
        "legacy": _plain("naming", "volunteers", "graves", "bill"),
        "online": _plain("orphans", "funeral", "disabled", "hall"),
    },
    5: {
        "ours": _plain("meal-money", "relay", "quarter", "boundary", "abolish", "summary", "orphan-rate", "stations"),
        "script": (
            ("lists-merged", "reopened"), ("score", "reopened"), ("recruit", "reopened"), ("solicit", "reopened"),
            ("main-points", "reopened"), ("abolish", "reopened"),
            ("stations", "reopened"), ("rescue", "plain"),
            ("meeting", "border"), ("meal-year", "drawn"),
        ),
        "wps": (
            ("appoint", "lines"), ("method", "default"), ("settled", "lines"), ("solicit-reply", "lines"),
            ("warn", "box"), ("clean", "characters"), ("rota", "default"), ("joint-ask", "lines"), ("stations", "box"),
        ),
        "html": _plain("dissolve", "proposal", "orphan-rate", "clean", "joint-ask", "settled"),
        "mac": _plain("score", "abolish", "meal-town"),
        "web": _plain("relay", "rescue", "warn"),
        "typed": _plain("meal-town", "survey", "appoint"),
        "template": _plain("main-points", "recruit", "method"),
        "legacy": _plain("summary", "rota", "lists-merged"),
        "online": _plain("proposal", "meal-year", "meeting", "survey"),
    },
}  # fmt: skip
"""By round and by producer: papers, each in a habit of that producer."""

PRINTED = (
    "notice", "joint-five", "request", "report", "letter", "three-attachments", "plan", "bulletin", "order",
    "joint-up",
)  # fmt: skip
"""Papers of ours that are PDFs too."""
