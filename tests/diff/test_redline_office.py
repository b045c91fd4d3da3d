"""花脸稿: LibreOffice's own accepting and rejecting lead to both drafts: text, moves, rows, paragraph properties.

Columns and sections are left out: LibreOffice does not resolve them; the resolver of these tests judges them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from random import Random

import pytest

from reporter.diff.redline import redline
from reporter.ooxml.names import qn
from reporter.ooxml.package import Package
from reporter.ooxml.spans import text_of
from tests.diff.office import ACCEPT, REJECT, Command, resolved
from tests.diff.random_edits import (
    ROW_EDITS,
    TEXT_EDITS,
    edit_text,
    move_and_edit,
    move_paragraph,
    move_row,
    realign,
)
from tests.diff.redlines import BODY, FACES, MAIN, REVISION, Element, changed, rendered, word
from tests.diff.resolver import state

Steps = list[tuple[Callable[[Element, int], None], int]]
DEEP_PAIRS = 100
MIXED: list[tuple[int, Steps]] = [
    (0, [(edit_text, 40), (edit_text, 61), (move_paragraph, 3)]),
    (1, [(move_and_edit, 7), (move_row, 4)]),
    (3, [(step, at) for at, step in enumerate(ROW_EDITS, 5)]),
    (5, [(realign, 2), (move_and_edit, 3), (edit_text, 12)]),
]
"""A face and what is done to it."""


def drafts(cases: Iterable[tuple[int, Steps]]) -> list[tuple[bytes, bytes]]:
    found = []
    for face, steps in cases:

        def edit(root: Element, steps: Steps = steps) -> None:
            for step, at in steps:
                step(root, at)

        old, new = rendered(face), changed(rendered(face), edit)
        if beside_frames(old) == beside_frames(new):
            found.append((old, new))
    return found


def beside_frames(data: bytes) -> list[str]:
    """Paragraphs in frames and behind them: LibreOffice makes a text box of a frame and loses changes around it."""
    found, behind = [], False
    for node in Package.read(data).tree(MAIN).iter(qn("w:p")):
        framed = node.find(f"{qn('w:pPr')}/{qn('w:framePr')}") is not None
        if framed or behind:
            found.append(text_of(node))
        behind = framed
    return found


def generated(count: int, seed: int) -> list[tuple[int, Steps]]:
    """Always the same for a seed."""
    draw = Random(seed)
    steps = (*TEXT_EDITS, *ROW_EDITS)
    return [
        (
            draw.randrange(len(FACES)),
            [(draw.choice(steps), draw.randrange(998)) for _ in range(draw.randint(1, 6))],
        )
        for _ in range(count)
    ]


def comparable(data: bytes) -> object:
    """The body without two habits: the break before a section as one at the end of the paragraph above, or not; an
    unseen sign in empty cells of tracked rows."""
    package = Package.read(data)
    root = package.tree(MAIN)
    for node in list(root.iter(qn("w:br"))):
        if node.get(qn("w:type")) == "page":
            node.getparent().remove(node)  # type: ignore[union-attr]
    for text in root.iter(qn("w:t")):
        text.text = (text.text or "").replace("\u200d", "")
    package.write(MAIN, root)
    return state(package.data())[MAIN]


def disagreements(pairs: list[tuple[bytes, bytes]], folder: Path) -> list[tuple[int, str]]:
    """Number of a pair and the side that did not come out; both as LibreOffice saves them."""
    jobs: list[tuple[bytes, Command]] = []
    for old, new in pairs:
        made = redline(old, new, REVISION)
        jobs += [(made, ACCEPT), (new, ""), (made, REJECT), (old, "")]
    states = [comparable(one) for one in resolved(jobs, folder)]
    found = []
    for number in range(len(pairs)):
        accepted, new_one, rejected, old_one = states[4 * number : 4 * number + 4]
        found += [(number, "accepted")] * (accepted != new_one) + [(number, "rejected")] * (
            rejected != old_one
        )
    return found


def test_libreoffice_resolves_a_redline_to_both_drafts(tmp_path: Path) -> None:
    behind = [BODY[0], f"{BODY[1]}并报县政府备案。", "新增一段，明确责任。", *BODY[2:]]
    pairs = [(word(BODY), word(behind)), (word(behind), word(BODY))]
    assert disagreements([*pairs, *drafts([*MIXED, *generated(2, 11)])], tmp_path) == []


@pytest.mark.deep
def test_libreoffice_resolves_many_redlines_to_both_drafts(tmp_path: Path) -> None:
    assert disagreements(drafts(generated(DEEP_PAIRS, 2026)), tmp_path) == []
