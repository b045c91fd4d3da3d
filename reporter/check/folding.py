"""One fault of format that runs through many paragraphs is told once, with how many there are and where."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from reporter.check.finding import Finding

_PARAGRAPH = re.compile(r"第(\d+)段$")
_MOST = 8
"""Places that are named one by one; who wants them all asks for the marks in the file."""


def folded(findings: Iterable[Finding], least: int = 2) -> list[Finding]:
    """Findings of one rule that say the same of at least so many places become the first of them."""
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(finding.message, []).append(finding)
    return [one for those in groups.values() for one in (those if len(those) < least else [_told(those)])]


def _told(those: list[Finding]) -> Finding:
    spots = list(dict.fromkeys(one.where.paragraph for one in those if one.where.paragraph))
    pages = dict.fromkeys(one.where.page for one in those if one.where.page)
    named = list(places(spots)) if spots else [f"第{page}页" for page in pages]
    shown = "、".join(named[:_MOST]) + ("……" if len(named) > _MOST else "")
    return replace(those[0], message=f"{those[0].message}（共{len(those)}处：{shown}）")


def places(spots: Sequence[str]) -> Iterator[str]:
    """第5—8段 for paragraphs that follow one another, other places as they are."""
    run: list[int] = []
    for spot in spots:
        found = _PARAGRAPH.match(spot)
        if found and run and int(found[1]) == run[-1] + 1:
            run.append(int(found[1]))
            continue
        yield from _run(run)
        run = [int(found[1])] if found else []
        if not found:
            yield spot
    yield from _run(run)


def _run(numbers: list[int]) -> Iterator[str]:
    if numbers:
        yield f"第{numbers[0]}—{numbers[-1]}段" if len(numbers) > 1 else f"第{numbers[0]}段"
