"""A unit that is made elsewhere: what is sent is what lies here, and what comes back touches nothing of others'."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import gettempdir

import pytest

from benchmarks.counties import make
from reporter.bundle import parcel as parcels
from reporter.bundle.journal import FILE, Journal, writing
from reporter.bundle.order import BundleOrder
from reporter.bundle.outcome import Outcome
from reporter.bundle.parcel import carry_out, pack, take_in
from reporter.bundle.plan import make_plan
from reporter.bundle.unit import Job
from reporter.deliver import drafts
from reporter.deliver.writing import fault
from tests.bundle.places import answer, made, order, verdicts, word_file


@pytest.fixture
def given(tmp_path: Path) -> BundleOrder:
    """One county, made once; an answer has changed since."""
    given = order(make(tmp_path / "in", 1), tmp_path / "out")
    made(given)
    answer(given.units[0].root, 2, ",是,", ",否,")
    return given


@contextmanager
def _sent(given: BundleOrder) -> Iterator[tuple[Job, Journal]]:
    with closing(writing(given.journal / FILE)) as journal:
        plan = make_plan(given)
        number = journal.begin([plan.looks[0].unit.name])
        yield Job(plan.looks[0].unit, given, plan.recipe, number, given.journal / FILE), journal


def _made_elsewhere(given: BundleOrder) -> Outcome:
    with _sent(given) as (job, journal):
        parcel = pack(job, journal)
        return take_in(parcel, carry_out(parcel, Path(gettempdir())), journal)


def _drafts(given: BundleOrder) -> tuple[Path, str]:
    """The folder of results and the filing in it."""
    folder = given.units[0].folder
    return folder, drafts.filings(folder)[0]


def test_a_file_touched_meanwhile_is_left(given: BundleOrder) -> None:
    folder = given.units[0].folder
    with _sent(given) as (job, journal):
        parcel = pack(job, journal)
        delivery = carry_out(parcel, Path(gettempdir()))
        word_file(folder).write_bytes(b"touched")
        outcome = take_in(parcel, delivery, journal)
    assert [one.verdict for one in outcome.done] == ["failed"]
    assert "在生成时有人改过" in outcome.done[0].notes[0]
    assert word_file(folder).read_bytes() == b"touched"


def test_an_interrupted_draft_does_not_hide_the_one_before(given: BundleOrder) -> None:
    folder, filing = _drafts(given)
    interrupted = folder / drafts.FOLDER / drafts.folder_name(filing) / "2"
    interrupted.mkdir()
    (interrupted / "facts.json").write_text("{", encoding="utf-8")
    assert [one.verdict for one in _made_elsewhere(given).done] == ["made"]
    assert drafts.numbers(folder, filing) == (1, 2)
    assert drafts.load(folder, filing).facts


def test_a_draft_that_came_back_counts_when_all_of_it_is_there(
    given: BundleOrder, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, filing = _drafts(given)
    counted: list[int] = []
    put = parcels.write_atomically

    def watched(path: Path, data: bytes) -> None:
        put(path, data)
        counted.append(len([drafts.load(folder, filing, number) for number in drafts.numbers(folder, filing)]))

    monkeypatch.setattr(parcels, "write_atomically", watched)
    _made_elsewhere(given)
    assert counted[:3] == [1, 1, 2]


def test_an_answer_that_is_saved_while_it_is_read_is_seen_by_the_next_run(
    given: BundleOrder, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, read = given.units[0].root, Path.read_bytes

    def saved_behind(path: Path) -> bytes:
        data = read(path)
        if path == root / "指标填报.csv":
            answer(root, 3, ",否,", ",是,")
        return data

    with _sent(given) as (job, journal):
        with monkeypatch.context() as patched:
            patched.setattr(Path, "read_bytes", saved_behind)
            parcel = pack(job, journal)
        take_in(parcel, carry_out(parcel, Path(gettempdir())), journal)
    assert set(verdicts(made(given)).values()) == {"made"}


def test_a_disk_that_refuses_at_the_end_costs_that_unit_only(
    given: BundleOrder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(*folders: Path) -> None:
        raise fault(OSError(5, "Input/output error"), folders[0])

    monkeypatch.setattr(parcels, "flush_folders", refuses)
    assert [one.verdict for one in _made_elsewhere(given).done] == ["failed"]
