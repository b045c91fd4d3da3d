"""`reporter build` killed anywhere, again and again while the inputs change: nothing is torn, all of it stays ours."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from benchmarks.counties import make_whole
from reporter.ooxml.container import open_container

ROOT = Path(__file__).resolve().parents[1]
FORMS = 40


def _started(workspace: Path, out: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "reporter", "build", str(workspace), "--to", "docx", "--out", str(out)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _changed(workspace: Path, answer: str) -> None:
    """Every form says something else."""
    table = workspace / "指标填报.csv"
    rows = table.read_text(encoding="utf-8").splitlines()
    swapped = [row.replace(",是,", f",{answer},").replace(",否,", f",{answer},") for row in rows]
    table.write_text("\n".join(swapped) + "\n", encoding="utf-8")


def _files(out: Path) -> list[Path]:
    return [path for path in out.rglob("*") if path.is_file()]


@pytest.mark.parametrize("kills", [4, pytest.param(60, marks=pytest.mark.deep)])
def test_a_build_that_is_killed_leaves_whole_files_that_the_next_one_knows(
    tmp_path: Path, kills: int
) -> None:
    workspace, out, pick = make_whole(tmp_path / "in", FORMS), tmp_path / "out", random.Random(7)
    for kill in range(kills):
        _changed(workspace, "是" if kill % 2 else "否")
        process, before = _started(workspace, out), len(_files(out))
        while process.poll() is None and len(_files(out)) == before and pick.random() > 0.05:
            time.sleep(0.01)
        time.sleep(pick.uniform(0, 0.3))
        process.kill()
        process.wait()
        for path in out.rglob("*.docx"):
            assert open_container(path.read_bytes()).testzip() is None
    assert _started(workspace, out).wait() == 0
    named = [path.name for path in _files(out)]
    assert not [name for name in named if "（新" in name or name.endswith(".tmp")]
    assert sum(name.endswith(".docx") for name in named) == FORMS
