"""A real cluster: a scheduler and two workers, processes of their own; the same bytes as at home, whatever dies."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from benchmarks.counties import make
from reporter.bundle.journal import FILE, writing
from reporter.bundle.parcel import carry_out, pack, take_in
from reporter.bundle.plan import make_plan
from reporter.bundle.unit import Job
from tests.bundle.places import answer, made, order, tree, word_file

ROOT = Path(__file__).resolve().parents[2]
UNITS = 40
PATIENCE = 60.0
Workers = dict[str, subprocess.Popen[bytes]]


@pytest.fixture(scope="module")
def counties(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    return make(tmp_path_factory.mktemp("in"), UNITS)


@pytest.fixture(scope="module")
def at_home(counties: tuple[Path, ...], tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    out = tmp_path_factory.mktemp("home")
    made(order(counties, out))
    return tree(out)


def _started(words: list[str], log: Path) -> subprocess.Popen[bytes]:
    with log.open("wb") as told:
        command = [sys.executable, "-m", "dask", *words]
        return subprocess.Popen(command, cwd=ROOT, stdout=told, stderr=subprocess.STDOUT)


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, Workers]]:
    """Address of a scheduler, and two workers by name; no nanny starts them again."""
    known = tmp_path / "scheduler.json"
    words = [
        "scheduler",
        "--host",
        "127.0.0.1",
        "--port",
        "0",
        "--no-dashboard",
        "--scheduler-file",
        str(known),
    ]
    scheduler = _started(words, tmp_path / "scheduler.log")
    own = ["--no-nanny", "--nthreads", "1", "--no-dashboard", "--local-directory", str(tmp_path)]
    workers = {
        name: _started(
            ["worker", "--scheduler-file", str(known), "--name", name, *own], tmp_path / f"{name}.log"
        )
        for name in ("一", "二")
    }
    try:
        until = time.monotonic() + PATIENCE
        while not known.is_file() or not known.read_text(encoding="utf-8"):
            assert time.monotonic() < until and scheduler.poll() is None
            time.sleep(0.1)
        yield str(json.loads(known.read_text(encoding="utf-8"))["address"]), workers
    finally:
        for process in (*workers.values(), scheduler):
            with suppress(ProcessLookupError):
                process.kill()
            process.wait()


def _bundle(roots: tuple[Path, ...], out: Path, *words: str) -> subprocess.Popen[str]:
    spec = out.with_suffix(".yaml")
    spec.write_text(f"单位: [{roots[0].parent}/*]\n格式: [docx]\n", encoding="utf-8")
    command = [sys.executable, "-m", "reporter", "bundle", str(spec), "--out", str(out), *words]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_a_worker_that_is_killed_mid_run_costs_nothing_and_the_bytes_are_those_made_at_home(
    counties: tuple[Path, ...], at_home: dict[str, str], cluster: tuple[str, Workers], tmp_path: Path
) -> None:
    address, workers = cluster
    out = tmp_path / "out"
    process = _bundle(counties, out, "--scheduler", address)
    until = time.monotonic() + PATIENCE
    while len(list(out.rglob("*.docx"))) < UNITS // 10 and process.poll() is None:
        assert time.monotonic() < until
        time.sleep(0.005)
    assert process.poll() is None, f"it was over before a worker could be killed: {process.communicate()}"
    os.kill(workers["二"].pid, signal.SIGKILL)
    _, told = process.communicate(timeout=2 * PATIENCE)
    assert process.returncode == 0, told
    assert tree(out) == at_home
    again = _bundle(counties, out)
    assert f"未变{UNITS}份" in again.communicate(timeout=PATIENCE)[0]


def test_an_address_where_nobody_listens_is_one_clear_sentence(
    counties: tuple[Path, ...], tmp_path: Path
) -> None:
    process = _bundle(counties, tmp_path / "out", "--scheduler", "tcp://127.0.0.1:9")
    _, told = process.communicate(timeout=PATIENCE)
    assert process.returncode == 2
    assert "连不上调度程序 tcp://127.0.0.1:9" in told and "Traceback" not in told


def test_a_parcel_is_carried_out_elsewhere_and_a_file_touched_meanwhile_is_left(
    counties: tuple[Path, ...], tmp_path: Path
) -> None:
    root, out = counties[0], tmp_path / "out"
    given = order([root], out)
    made(given)
    old = (root / "指标填报.csv").read_bytes()
    answer(root, 2, ",是,", ",否,")
    journal = writing(given.journal / FILE)
    plan = make_plan(given)
    number = journal.begin([plan.looks[0].unit.name])
    job = Job(plan.looks[0].unit, given, plan.recipe, number, given.journal / FILE)
    parcel = pack(job, journal)
    delivery = carry_out(parcel)
    word_file(out / root.name).write_bytes(b"touched")
    outcome = take_in(parcel, delivery, journal)
    journal.close(fold=True)
    (root / "指标填报.csv").write_bytes(old)
    assert [one.verdict for one in outcome.done] == ["failed"]
    assert "在生成时有人改过" in outcome.done[0].notes[0]
    assert word_file(out / root.name).read_bytes() == b"touched"
