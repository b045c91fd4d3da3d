"""What the README says of speed is what the benchmark measures; the seconds themselves are no test."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
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
    return _loaded("pdf")


def _loaded(name: str) -> ModuleType:
    spec = spec_from_file_location(f"{name}_benchmark", ROOT / "benchmarks" / f"{name}.py")
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


@pytest.fixture(scope="module")
def check_benchmark(benchmark: ModuleType) -> Iterator[ModuleType]:
    """It takes its notices from the one for PDFs."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "pdf", benchmark)
        yield _loaded("check")


def test_the_readme_s_table_of_checking_is_the_benchmark_s_and_says_where_the_aim_is_missed(
    check_benchmark: ModuleType, tmp_path: Path
) -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    rows = re.findall(
        r"^\| ((?:PDF|DOCX)[^|]*) \| \d+ \| ([\d.]+) \| 3(, not reached)? \|$", text, re.MULTILINE
    )
    assert len(rows) == len(check_benchmark.write_files(tmp_path, 0)) == 5
    assert [bool(missed) for _, _, missed in rows] == [float(times) > 3 for _, times, _ in rows]


def test_the_notices_of_the_benchmark_are_right_ones(check_benchmark: ModuleType, tmp_path: Path) -> None:
    found = check_benchmark.write_files(tmp_path, 0)
    ours = [path for label, path in found.items() if label != "DOCX, python-docx"]
    judged = [check_benchmark.judge(check_benchmark.subject_of(one, check_benchmark.PLAIN)) for one in ours]
    assert [str(finding) for verdict in judged for finding in verdict.findings] == []


def test_a_pdf_is_checked_in_a_few_times_what_reading_its_characters_takes(
    check_benchmark: ModuleType, tmp_path: Path
) -> None:
    ratios = []
    for number in range(ROUNDS):
        path = check_benchmark.write_files(tmp_path, number)["PDF"]
        plain = check_benchmark._seconds(check_benchmark.read, path)
        ratios.append(check_benchmark._seconds(check_benchmark.checked, path) / plain)
    assert min(ratios) < 3


@pytest.fixture
def word_benchmark(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    return _loaded("word")


def test_the_readme_s_docx_are_the_benchmark_s_and_keep_its_aims(word_benchmark: ModuleType) -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (notice|list) of (\d+) [^|]*\| ([\d.]+) \| ([\d.]+) \|$", text, re.MULTILINE)
    sizes = {"notice": predict(word_benchmark.notice(1)).pages, "list": word_benchmark.ROWS}
    assert [(name, int(size), float(most)) for name, size, most, _ in rows] == [
        (name, sizes[name], aim) for name, aim in word_benchmark.AIMS.items()
    ]
    assert all(float(measured) <= float(most) for _, _, most, measured in rows)


@pytest.mark.parametrize("name", ["notice", "list"])
def test_a_docx_takes_a_small_share_of_docxtpl_s_time(word_benchmark: ModuleType, name: str) -> None:
    """Twice what the README says: other work on the machine costs both, but not the same."""
    document = {"notice": word_benchmark.notice, "list": word_benchmark.ledger}[name]
    ours, theirs = word_benchmark.measured(document, ROUNDS)
    assert ours / theirs < 2 * word_benchmark.AIMS[name]


def test_no_two_documents_of_the_docx_benchmark_are_alike(word_benchmark: ModuleType) -> None:
    for document in (word_benchmark.notice, word_benchmark.ledger):
        assert len({document(number * word_benchmark.ROWS) for number in range(ROUNDS)}) == ROUNDS
    first, second = (word_benchmark.ledger(number * word_benchmark.ROWS).body[0] for number in (0, 1))
    assert not {cell for row in first.rows for cell in row.cells} & {
        cell for row in second.rows for cell in row.cells
    }
