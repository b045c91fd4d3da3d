"""What the README says of long lists: memory within its limit, time that grows with the rows; measured by test-deep."""

from __future__ import annotations

import os
import re
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent
MOST_MB = 400
FLAT = 0.25
"""Time a row differs by no more than this share from list to list."""


@pytest.fixture(scope="module")
def benchmark() -> ModuleType:
    spec = spec_from_file_location("lists_benchmark", ROOT / "benchmarks" / "lists.py")
    assert spec and spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def told() -> list[tuple[int, int, float, float, list[int]]]:
    """Rows, pages, seconds of DOCX and PDF, megabytes."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    number, seconds = r"(\d+)", r"(\d+\.\d\d)"
    line = rf"^\| {number} \| {number} \| {seconds} \| {seconds} \| {number} \| {number} \| {number} \|$"
    found = re.findall(line, text, re.MULTILINE)
    return [(int(n), int(p), float(docx), float(pdf), list(map(int, mb))) for n, p, docx, pdf, *mb in found]


def test_the_readme_tells_one_line_a_size_within_the_limit_and_flat(
    benchmark: ModuleType, told: list[tuple[int, int, float, float, list[int]]]
) -> None:
    assert len(told) == len(benchmark.ROWS)
    assert max(memory for *_, mb in told for memory in mb) <= MOST_MB
    for times in ([docx for _, _, docx, _, _ in told], [pdf for _, _, _, pdf, _ in told]):
        middle = sum(times) / len(times)
        assert all(abs(one - middle) <= FLAT * middle for one in times)


def test_the_watch_sees_a_process_and_its_peak(benchmark: ModuleType) -> None:
    name, peak = benchmark.peak_of(os.getpid())
    assert name == "build" and peak > 20
    assert os.getpid() in benchmark.family(os.getppid())
    assert benchmark.peak_of(2**30) == ("build", 0)


@pytest.mark.deep
def test_four_lists_of_two_thousand_rows_keep_within_the_limit(
    benchmark: ModuleType, told: list[tuple[int, int, float, float, list[int]]], tmp_path: Path
) -> None:
    answer, peaks = benchmark.measured(2000, tmp_path)
    assert (answer["rows"], answer["pages"]) == told[-1][:2]
    assert set(peaks) == {"build", "lay", "join"} and max(peaks.values()) <= MOST_MB
