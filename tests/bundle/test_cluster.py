"""A real cluster: a scheduler and two workers, processes of their own; the same bytes as at home, whatever dies."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from benchmarks.counties import make
from reporter.bundle.cluster import Cluster
from reporter.bundle.recipe import fonts, product_templates
from reporter.bundle.run import run
from reporter.typeset.fontfolder import METRICS_FILE, OVERRIDE
from tests.bundle import poison
from tests.bundle.places import Nobody, made, only, order, tree, verdicts

ROOT = Path(__file__).resolve().parents[2]
UNITS = 40
FEW = 9
NANNY = "--nanny"
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
        settings = {**os.environ, "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1"}
        return subprocess.Popen(command, cwd=ROOT, stdout=told, stderr=subprocess.STDOUT, env=settings)


@contextmanager
def _running(home: Path, nanny: str) -> Iterator[tuple[str, Workers]]:
    """Address of a scheduler; it and two workers by name. A nanny starts a worker again that has died."""
    known = home / "scheduler.json"
    where = ("--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(known))
    scheduler = _started(["scheduler", *where], home / "scheduler.log")
    own = (nanny, "--nthreads", "1", "--no-dashboard", "--local-directory", str(home))
    workers = {
        name: _started(["worker", "--scheduler-file", str(known), "--name", name, *own], home / f"{name}.log")
        for name in ("一", "二")
    }
    try:
        until = time.monotonic() + PATIENCE
        while not known.is_file() or not known.read_text(encoding="utf-8"):
            assert time.monotonic() < until and scheduler.poll() is None
            time.sleep(0.1)
        yield str(json.loads(known.read_text(encoding="utf-8"))["address"]), workers | {"scheduler": scheduler}
    finally:
        for process in (*workers.values(), scheduler):
            with suppress(ProcessLookupError):
                process.terminate() if nanny == NANNY else process.kill()
        for process in (*workers.values(), scheduler):
            process.wait()


@pytest.fixture
def cluster(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, Workers]]:
    """Whoever dies stays dead."""
    (tmp_path / "temporary").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temporary"))
    with _running(tmp_path, "--no-nanny") as found:
        yield found


@pytest.fixture
def watched_cluster(tmp_path: Path) -> Iterator[tuple[str, Workers]]:
    """As `dask worker` starts it: whoever dies is started again."""
    with _running(tmp_path, NANNY) as found:
        yield found


def _bundle(roots: tuple[Path, ...], out: Path, *words: str) -> subprocess.Popen[str]:
    spec = out.with_suffix(".yaml")
    spec.write_text(f"单位: [{roots[0].parent}/*]\n格式: [docx]\n", encoding="utf-8")
    command = [sys.executable, "-m", "reporter", "bundle", str(spec), "--out", str(out), *words]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def _wait_for(out: Path, documents: int, process: subprocess.Popen[str]) -> None:
    """Until so many documents are there, while the run still goes on."""
    until = time.monotonic() + PATIENCE
    while len(list(out.rglob("*.docx"))) < documents and process.poll() is None:
        assert time.monotonic() < until
        time.sleep(0.005)
    assert process.poll() is None, f"it was over too soon: {process.communicate()}"


def test_a_worker_that_is_killed_mid_run_costs_nothing_and_the_bytes_are_those_made_at_home(
    counties: tuple[Path, ...], at_home: dict[str, str], cluster: tuple[str, Workers], tmp_path: Path
) -> None:
    address, workers = cluster
    out = tmp_path / "out"
    process = _bundle(counties, out, "--scheduler", address)
    _wait_for(out, UNITS // 10, process)
    os.kill(workers["二"].pid, signal.SIGKILL)
    _, told = process.communicate(timeout=2 * PATIENCE)
    assert process.returncode == 0, told
    assert tree(out) == at_home
    assert list((tmp_path / "temporary").glob("reporter-*")) == []  # what is left stands where Dask removes it
    again = _bundle(counties, out)
    assert f"未变{UNITS}份" in again.communicate(timeout=PATIENCE)[0]


def test_a_scheduler_that_dies_mid_run_is_one_clear_sentence_and_the_next_run_goes_on(
    counties: tuple[Path, ...], at_home: dict[str, str], cluster: tuple[str, Workers], tmp_path: Path
) -> None:
    address, processes = cluster
    out = tmp_path / "out"
    process = _bundle(counties, out, "--scheduler", address)
    _wait_for(out, UNITS // 10, process)
    os.kill(processes["scheduler"].pid, signal.SIGKILL)
    told = "".join(process.communicate(timeout=2 * PATIENCE))
    assert process.returncode == 1, told
    assert "和调度程序的连接断了" in told and "再运行一次" in told
    assert "Traceback" not in told and "程序内部" not in told
    made_so_far = len(list(out.rglob("*.docx")))
    assert 0 < made_so_far < UNITS
    again = _bundle(counties, out)
    assert "未变" in again.communicate(timeout=2 * PATIENCE)[0]
    assert (again.returncode, tree(out)) == (0, at_home)


def test_a_unit_that_ends_its_worker_each_time_is_one_failed_unit_and_the_rest_is_made(
    counties: tuple[Path, ...], watched_cluster: tuple[str, Workers], tmp_path: Path
) -> None:
    address, _ = watched_cluster
    out = tmp_path / "out"
    given = order(counties[:FEW], out)
    with Cluster(address) as crew:
        crew._client.register_plugin(poison.Poison())
        found = run(given, Nobody(), lambda *_: crew)
    assert [name for name, verdict in verdicts(found).items() if verdict == "failed"] == [poison.UNIT]
    assert sorted(set(verdicts(found).values())) == ["failed", "made"]
    assert "反复中断" in only(found, "failed").notes[0]
    assert verdicts(made(given))[poison.UNIT] == "made"


def test_templates_and_lacking_fonts_go_to_each_worker_once_also_to_one_that_joins_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = tmp_path / "fonts"
    (ours / "cache").mkdir(parents=True)
    for name in (METRICS_FILE, "Our-Regular.otf", "cache/of-this-machine"):
        (ours / name).write_text(name, encoding="utf-8")
    (tmp_path / "kits").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "kits"))  # where workers unpack
    with _running(tmp_path, "--no-nanny") as (address, _):
        monkeypatch.setenv(OVERRIDE, str(ours))  # only here
        identity = fonts()
        with Cluster(address) as crew:
            monkeypatch.delenv(OVERRIDE)
            third = _started(["worker", address, "--no-nanny", "--no-dashboard"], tmp_path / "third.log")
            try:
                crew._client.wait_for_workers(3, timeout=PATIENCE)
                assert set(crew._client.run(fonts).values()) == {identity} != {fonts()}
                kits = list(tmp_path.rglob("reporter-kit-*"))
            finally:
                third.kill()
                third.wait()
    assert len(kits) == 3
    for kit in kits:
        shipped = {path.relative_to(kit).as_posix() for path in kit.rglob("*.*")}
        assert {"fonts/Our-Regular.otf", f"fonts/{METRICS_FILE}"} <= shipped
        assert not (kit / "fonts" / "cache").exists()
        assert {f"templates/{name}" for name in product_templates()} <= shipped


def test_an_address_where_nobody_listens_is_one_clear_sentence(
    counties: tuple[Path, ...], tmp_path: Path
) -> None:
    process = _bundle(counties, tmp_path / "out", "--scheduler", "tcp://127.0.0.1:9")
    _, told = process.communicate(timeout=PATIENCE)
    assert process.returncode == 2
    assert "连不上调度程序 tcp://127.0.0.1:9" in told and "Traceback" not in told
