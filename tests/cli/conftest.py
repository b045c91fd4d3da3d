"""Commands run in-process on a workspace in a temporary folder, as a clerk's machine would have it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reporter.cli import main

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
