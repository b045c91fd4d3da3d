"""Commands run in-process on a workspace in a temporary folder, as a clerk's machine would have it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reporter.cli import main
from tests.cli.handed_in import FILINGS, Office
from tests.intake.conftest import CAMPAIGN

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs `reporter ARGS` in the temporary folder."""
    monkeypatch.chdir(tmp_path)

    def run(*args: str | Path) -> Result:
        return CliRunner().invoke(main, [str(arg) for arg in args])

    return run


@pytest.fixture
def sample(tmp_path: Path, run: Run) -> Path:
    """The sample county, to be broken at will."""
    assert run("new", "anhe", "--sample").exit_code == 0
    return tmp_path / "anhe"


@pytest.fixture
def office(tmp_path: Path, run: Run) -> Office:
    """A workspace of one home and one hazard."""
    folder = tmp_path / "ws"
    folder.mkdir()
    (folder / "campaign.yaml").write_text(CAMPAIGN, encoding="utf-8")
    (folder / "filings.yaml").write_text(FILINGS, encoding="utf-8")
    here = Office(folder, run)
    here.register()
    here.ledger()
    return here
