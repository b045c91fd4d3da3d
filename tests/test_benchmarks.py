"""What the README says of speed is what the benchmark measures; the seconds themselves are no test."""

from __future__ import annotations

import re
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

from reporter.typeset.prediction import predict

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 3
LIMITS = {"joined": 1.2, "page added": 1.35}


@pytest.fixture(scope="module")
def benchmark() -> ModuleType:
    spec = spec_from_file_location("pdf_benchmark", ROOT / "benchmarks" / "pdf.py")
    assert spec and spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _kinds(benchmark: ModuleType, paragraphs: int) -> set[tuple[int, str]]:
    """Pages and 版记 of the notices of one length in several rounds."""
    foreseen = [predict(benchmark.notice(paragraphs, number)) for number in range(ROUNDS)]
    return {(one.pages, "joined" if one.imprint == "joined" else "page added") for one in foreseen}


def test_the_readme_s_lengths_are_the_benchmark_s_and_every_ratio_is_within_its_limit(
    benchmark: ModuleType,
) -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\d+) \| (joined|page added) \| ([\d.]+) \| ([\d.]+) \|$", text, re.MULTILINE)
    kinds = [_kinds(benchmark, paragraphs) for paragraphs in benchmark.LENGTHS]
    assert [{(int(pages), place)} for pages, place, _, _ in rows] == kinds
    assert [row for row in rows if float(row[2]) != LIMITS[row[1]]] == []
    assert [row for row in rows if float(row[3]) > float(row[2])] == []


def test_no_two_paragraphs_of_the_benchmark_are_alike(benchmark: ModuleType) -> None:
    notices = [benchmark.notice(16, number) for number in range(ROUNDS)]
    texts = [block.inlines[0].text for one in notices for block in one.body if block.id.startswith("p")]
    assert len(set(texts)) == len(texts) == 16 * ROUNDS


def test_the_plain_way_has_the_same_characters(benchmark: ModuleType) -> None:
    document = benchmark.notice(4, 1)
    plain = re.sub(r"<[^>]+>", "", benchmark.plain(document))
    for block in document.body:
        assert block.inlines[0].text in plain
    assert "安和县民政局办公室" in plain
