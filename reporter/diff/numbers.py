"""The number at the start of a paragraph: it follows from what stands before, so its change is told once for all."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from reporter.diff.model import Run
from reporter.patterns import regex

_HANZI = "一二三四五六七八九十百"
_NUMBER = regex(
    rf"[ \t\u3000]*(?:附件[:：][ \t\u3000]*)?"
    rf"(?:[{_HANZI}]+、|（[{_HANZI}]+）|\([{_HANZI}]+\)|\d{{1,2}}[.．、](?!\d)|（\d{{1,2}}）|\(\d{{1,2}}\)|[①-⑳]"
    rf"|第[{_HANZI}\d]+[章节条][ \u3000]|[{_HANZI}]{{1,3}}是)[ \t\u3000]*"
    r"|[ \t\u3000]*附件[:：][ \t\u3000]*"
)


def split_number(runs: Sequence[Run]) -> tuple[str, tuple[Run, ...]]:
    """The typed number and the runs behind it; an empty number where there is none or nothing follows."""
    text = "".join(run.text for run in runs)
    found = _NUMBER.match(text)
    if found is None or not text[found.end() :].strip():
        return "", tuple(runs)
    return found[0], without(runs, found.end())


def without(runs: Sequence[Run], length: int) -> tuple[Run, ...]:
    """The runs behind the first `length` characters."""
    rest = []
    for run in runs:
        if length < len(run.text):
            rest.append(replace(run, text=run.text[length:]) if length else run)
        length = max(0, length - len(run.text))
    return tuple(rest)
