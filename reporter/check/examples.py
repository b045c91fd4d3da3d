"""A rule's good and bad example in words: the text in which they differ, or the values that were measured."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reporter.check.finding import Finding
from reporter.check.registry import Loaded
from reporter.check.subject import Subject

_MOST = 3
"""Paragraphs that are told of one example."""
_Subjects = Sequence[Subject]


def examples(loaded: Loaded) -> dict[str, str]:
    """`good` and `bad`; a side that only lacks something is not there, and `bad` then is what is said about it."""
    good, bad = _several(loaded.rule.good()), _several(loaded.rule.bad())
    texts = _different(_texts(good), _texts(bad)), _different(_texts(bad), _texts(good))
    if not any(texts):
        texts = _different(_values(good), _values(bad)), _different(_values(bad), _values(good))
    found = {name: text for name, text in zip(("good", "bad"), texts, strict=True) if text}
    if "bad" not in found and (told := _said(loaded, bad)):
        found["bad"] = told
    return found


def _several(example: Subject | _Subjects) -> _Subjects:
    return (example,) if isinstance(example, Subject) else example


def _texts(subjects: _Subjects) -> list[str]:
    """Paragraphs, those of a row of a table together."""
    found: list[str] = []
    for subject in subjects:
        found += [para.text for para in subject.seen.paras if para.text and not para.cell]
        found += ["｜".join(row) for grid in subject.seen.grids for row in grid.rows]
    return found


def _values(subjects: _Subjects) -> list[str]:
    return [
        f"{row.item.name} {row.measured.partition('，')[0]}"
        for subject in subjects
        for row in (subject.layout.rows.values() if subject.layout else ())
    ]


def _different(ours: Sequence[str], theirs: Iterable[str]) -> str:
    """What only the one has, in order."""
    others = list(theirs)
    only = [text for text in dict.fromkeys(ours) if ours.count(text) > others.count(text)]
    return " ／ ".join(only[:_MOST])


def _said(loaded: Loaded, bad: _Subjects) -> str:
    """What the rule says about its bad example, where nothing of it can be quoted."""
    return next((finding.message for finding in _findings(loaded, bad)), "")


def _findings(loaded: Loaded, bad: _Subjects) -> Iterator[Finding]:
    if loaded.check_set is not None:
        yield from loaded.check_set(bad)
    elif loaded.check is not None:
        yield from loaded.check(bad[0])
