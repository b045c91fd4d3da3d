"""The same inputs give the same bytes, whoever works, wherever and in whatever language the machine speaks."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.counties import make
from tests.bundle.places import tree

ROOT = Path(__file__).resolve().parents[2]
SURROUNDINGS = (
    {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
    {"TZ": "Asia/Kathmandu", "LC_ALL": "zh_CN.GB18030", "PYTHONHASHSEED": "4294967295"},
    {"TZ": "<-1134>11:34", "LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "de", "PYTHONHASHSEED": "77"},
)


def _bundle(home: Path, name: str, jobs: int, surroundings: dict[str, str]) -> dict[str, str]:
    out = home / name
    command = [
        sys.executable,
        "-m",
        "reporter",
        "bundle",
        str(home / "b.yaml"),
        "--out",
        str(out),
        "--jobs",
        str(jobs),
    ]
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, **surroundings}, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode(errors="replace")
    return tree(out)


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """A bundle in every format, made by one worker."""
    home = tmp_path_factory.mktemp("bundle")
    make(home / "in", 3)
    (home / "b.yaml").write_text("单位: [in/*]\n格式: [docx, xlsx, pdf, html]\n", encoding="utf-8")
    return home, _bundle(home, "out", 1, {})


@pytest.mark.parametrize(
    ("jobs", "surroundings"), list(zip((1, 2, 4), SURROUNDINGS, strict=True)), ids=("1", "2", "4")
)
def test_neither_workers_nor_time_zone_locale_and_hash_seed_change_a_byte(
    usual: tuple[Path, dict[str, str]], jobs: int, surroundings: dict[str, str]
) -> None:
    home, expected = usual
    assert {Path(name).suffix for name in expected} >= {".docx", ".xlsx", ".pdf", ".html"}
    assert _bundle(home, f"out{jobs}", jobs, surroundings) == expected
