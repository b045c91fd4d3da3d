"""The journal: what it could not take at once it takes later, and one that is damaged is made again."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from benchmarks.counties import make
from reporter.bundle.journal import FILE, JournalFault, reading, writing
from tests.bundle.places import made, order, planned, tree, verdicts


@pytest.fixture
def counties(tmp_path: Path) -> tuple[Path, ...]:
    return make(tmp_path / "in", 1)


def test_what_could_not_be_announced_is_announced_with_the_next(tmp_path: Path) -> None:
    journal = writing(tmp_path / FILE)
    other = sqlite3.connect(tmp_path / FILE, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    journal._base.execute("PRAGMA busy_timeout = 1")
    journal.note("a", ["1"])
    with pytest.raises(JournalFault):
        journal.announce()
    other.close()
    assert journal.announced("a") == frozenset()
    journal.note("b", ["2"])
    journal.announce()
    assert (journal.announced("a"), journal.announced("b")) == ({"1"}, {"2"})
    journal.close()


def test_a_damaged_journal_is_put_aside_and_the_documents_are_made_again(
    counties: tuple[Path, ...], tmp_path: Path
) -> None:
    given = order(counties, tmp_path / "out")
    made(given)
    before = tree(tmp_path / "out")
    (given.journal / FILE).write_bytes(b"no database" * 500)
    assert reading(given.journal / FILE) is None
    assert verdicts(made(given)) == {"county-0001": "made"}
    aside = {".reporter/journal.damaged": ""}
    assert tree(tmp_path / "out") | aside == before | aside


def test_a_journal_that_is_damaged_further_on_is_put_aside_too(
    counties: tuple[Path, ...], tmp_path: Path
) -> None:
    given = order(counties, tmp_path / "out")
    made(given)
    journal = given.journal / FILE
    data = journal.read_bytes()
    journal.write_bytes(data[:4096] + b"\xff" * (len(data) - 4096))
    assert verdicts(planned(given)) == {"county-0001": "planned"}
    assert verdicts(made(given)) == {"county-0001": "made"}
    assert verdicts(made(given)) == {"county-0001": "fresh"}
