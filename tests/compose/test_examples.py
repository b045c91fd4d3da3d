"""The five example texts have every structure of the notices that they stand for, each once, in order."""

from __future__ import annotations

from pathlib import Path

import pytest

from reporter.artefacts import office
from reporter.check.judging import Manner, judge, subject_of
from reporter.check.measure.whole import measure
from reporter.making import Order
from reporter.pipeline import build_text
from reporter.progress import Silent
from tests.compose.printed import composed, lines

EXAMPLES = Path(__file__).parents[2] / "inputs" / "examples"
STRUCTURES = {path.stem: path for path in sorted((Path(__file__).parent / "structures").glob("*.txt"))}
"""Beginnings of lines, one a line, in the order in which they are printed."""
TELLING = 5
"""A beginning of so many characters stands for one line only."""


def test_every_example_is_described() -> None:
    assert sorted(STRUCTURES) == sorted(path.stem for path in EXAMPLES.glob("*.md"))


@pytest.mark.parametrize("name", STRUCTURES)
def test_every_structure_stands_once_and_in_order(name: str) -> None:
    composition = composed(EXAMPLES / f"{name}.md")
    rest = lines(composition.document)
    assert composition.notes == ()
    wanted = STRUCTURES[name].read_text(encoding="utf-8").splitlines()
    for place, element in enumerate(wanted):
        found = [number for number, line in enumerate(rest) if line.startswith(element)]
        assert found, f"{element} is missing behind {wanted[place - 1]}"
        rest = rest[found[0] + 1 :]
        left = sum(line.startswith(element) for line in rest) if len(element) >= TELLING else 0
        assert left == wanted[place + 1 :].count(element) or len(element) < TELLING, f"{element} stands twice"


@pytest.mark.parametrize("name", STRUCTURES)
def test_every_example_becomes_docx_and_pdf_without_errors_and_deviations(name: str, tmp_path: Path) -> None:
    result = build_text(Order(EXAMPLES / f"{name}.md", tmp_path, (), ("docx", "pdf")), Silent())
    (made,) = result.made
    assert {written.path.suffix for written in made.written} == {".docx", ".pdf"}
    assert result.clean, made.findings
    assert made.document.sample
    for written in made.written:
        measured = measure(written.path, render=office.available())
        assert [f"{row.item.key}: {row.measured}" for row in measured.deviations] == []
        verdict = judge(subject_of(written.path, Manner(render=False)))
        assert [str(one) for one in verdict.findings if one.severity == "error"] == []
