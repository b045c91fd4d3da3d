"""Units through a Dask distributed cluster: the same work on other machines, in batches.

Dask queues, balances and tries again when a worker dies. The journal stays here, since a scheduler that dies forgets
everything; inputs go out and results come back as bytes (see `parcel`), so that no folder has to be shared. Templates,
and fonts where a worker has others, go to each worker once.
"""

from __future__ import annotations

import contextlib
import importlib.util
import io
import logging
import math
import os
import shutil
import sys
import tempfile
import threading
import time
import zipfile
from collections.abc import Iterator, Sequence
from concurrent.futures import CancelledError
from functools import cache
from pathlib import Path
from typing import Self

from distributed import Client, Future, KilledWorker, Worker, WorkerPlugin, get_worker, wait

from reporter import __version__
from reporter.bundle.journal import Journal, writing
from reporter.bundle.outcome import Outcome
from reporter.bundle.parcel import Delivery, Parcel, carry_out, failed, pack, take_in
from reporter.bundle.recipe import fonts, forget, product_templates, recipe
from reporter.bundle.unit import Job, refused_by_disk
from reporter.errors import EnvironmentFault
from reporter.typeset.fontfolder import OVERRIDE, font_dir

BATCH = 16
"""Units in one task at most: what Dask adds to a task is then little."""
BATCH_BYTES = 4_000_000
"""And no more bytes than this."""
AHEAD = 2
"""Batches a worker that wait in the queue."""
NO_WORKER = 60.0
"""Seconds without any worker before a run gives up; what is left is made by the next."""
_CONNECT = "10s"
_LOOK = 5.0
_OF_A_MACHINE = {"__pycache__", "cache"}
"""Folders that stay where they are."""
_ONE = threading.Lock()
"""In a worker: one unit at a time, however many threads it has."""


class Kit(WorkerPlugin):  # type: ignore[misc]
    """What a worker is given once: the templates, and the fonts, which are used when it lacks ours. All stands in the
    worker's own folder: what one that was killed leaves there, Dask removes when the next starts."""

    name = "reporter-kit"

    def __init__(self, templates: bytes, typefaces: bytes, identity: str) -> None:
        self.templates, self.typefaces, self.identity = templates, typefaces, identity

    def setup(self, worker: Worker) -> None:
        """On a worker, when it joins."""
        folder = Path(tempfile.mkdtemp(prefix="reporter-kit-", dir=worker.local_directory))
        _unzip(self.templates, folder / "templates")
        _use_templates(folder / "templates")
        if fonts() != self.identity:
            _unzip(self.typefaces, folder / "fonts")
            os.environ[OVERRIDE] = str(folder / "fonts")
        _made_here.cache_clear()
        forget()
        self._folder = folder

    def teardown(self, worker: Worker) -> None:
        """On a worker, when it leaves."""
        shutil.rmtree(self._folder, ignore_errors=True)


class Cluster:
    """Where jobs are sent when a scheduler is named. A context: entering connects, or raises EnvironmentFault."""

    def __init__(self, address: str) -> None:
        self._address = address

    def __enter__(self) -> Self:
        for name in logging.root.manager.loggerDict:
            if name.startswith("distributed"):  # it tells of every reconnection
                logging.getLogger(name).setLevel(logging.CRITICAL)
        self._client = _connected(self._address)
        try:
            _equip(self._client)
        except BaseException:
            self._close()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._close()

    def outcomes(self, jobs: Sequence[Job]) -> Iterator[Outcome]:
        """The outcome of every job, in the order in which they come back."""
        if not jobs or jobs[0].journal is None:
            return
        journal = writing(jobs[0].journal, new=False)
        try:
            yield from _Run(self._client, journal).outcomes(list(jobs))
        finally:
            journal.close()

    def _close(self) -> None:
        with contextlib.suppress(Exception):
            self._client.close(timeout=_LOOK)


class _Run:
    """Batches under way and what came of them."""

    def __init__(self, client: Client, journal: Journal) -> None:
        self._client, self._journal = client, journal
        self._running: dict[Future, list[Parcel]] = {}
        self._suspects: list[Parcel] = []
        """Units of batches that ended their workers; sent one at a time when nothing else is under way."""
        self._workers = 0
        self._seen = time.monotonic()

    def outcomes(self, jobs: list[Job]) -> Iterator[Outcome]:
        size = max(1, min(BATCH, math.ceil(len(jobs) / (4 * max(1, self._count())))))
        waiting = list(reversed(jobs))
        while waiting or self._running or self._suspects:
            while waiting and len(self._running) < AHEAD * max(1, self._count()):
                yield from self._send(waiting, size)
            if self._suspects and not waiting and not self._running:
                self._start([self._suspects.pop()])
            yield from self._back()
            if self._client.status != "running":
                yield from self._given_up(waiting, _GONE)
                return
            if not self._alive():
                yield from self._given_up(waiting, _NOBODY)
                return

    def _send(self, waiting: list[Job], size: int) -> Iterator[Outcome]:
        """Sends one batch; a unit whose files cannot be read is told at once."""
        batch: list[Parcel] = []
        while waiting and len(batch) < size and sum(one.size for one in batch) < BATCH_BYTES:
            job = waiting.pop()
            try:
                batch.append(pack(job, self._journal))
            except OSError as error:
                yield failed(job, tuple(str(refused_by_disk(error, job.unit)).split("\n")))
        if batch:
            self._start(batch)

    def _start(self, batch: list[Parcel]) -> None:
        self._running[self._client.submit(carry_out_all, batch, pure=False)] = batch

    def _back(self) -> Iterator[Outcome]:
        """Takes in what has come back; waits a little where nothing has."""
        if not self._running:
            return
        with contextlib.suppress(TimeoutError, CancelledError):
            wait(list(self._running), timeout=_LOOK, return_when="FIRST_COMPLETED")
        if self._client.status != "running":  # what is under way is not known any more
            return
        for future in [one for one in self._running if one.done()]:
            yield from self._came_of(future, self._running.pop(future))

    def _came_of(self, future: Future, parcels: list[Parcel]) -> Iterator[Outcome]:
        try:
            found: list[Delivery] = future.result()
        except KilledWorker:
            if len(parcels) > 1 or self._running:
                self._suspects += parcels  # of all that its worker had before it, one ends it: which is seen alone
            else:
                yield failed(parcels[0].job, _KILLED)
        except (Exception, CancelledError) as error:  # noqa: BLE001 - whatever a cluster does costs only its batch
            detail = f"{type(error).__name__}：{error}".split("\n")[0]
            notes = (f"集群没有做成（{detail}）", "怎么办：检查调度程序和工作机，再运行一次")
            yield from (failed(parcel.job, notes) for parcel in parcels)
        else:
            for parcel, delivery in zip(parcels, found, strict=True):
                yield take_in(parcel, delivery, self._journal)

    def _count(self) -> int:
        """Workers, as far as the scheduler can be asked."""
        if self._client.status == "running":
            with contextlib.suppress(OSError, TimeoutError, CancelledError):
                self._workers = len(self._client.scheduler_info(n_workers=-1)["workers"])
        return self._workers

    def _alive(self) -> bool:
        if self._count():
            self._seen = time.monotonic()
        return time.monotonic() - self._seen < NO_WORKER

    def _given_up(self, waiting: list[Job], notes: tuple[str, str]) -> Iterator[Outcome]:
        left = [one.job for batch in (*self._running.values(), self._suspects) for one in batch]
        yield from (failed(job, notes) for job in [*left, *waiting])


_NOBODY = ("集群里已没有工作机", "怎么办：启动 dask worker 后再运行一次，接着做")
_GONE = ("和调度程序的连接断了", "怎么办：在那里启动 dask scheduler 后再运行一次，接着做")
_KILLED = (
    "工作机在这一项上反复中断，已跳过",
    "怎么办：核对它的数据文件有没有异常（特别大、损坏），再运行一次",
)


def carry_out_all(parcels: list[Parcel]) -> list[Delivery]:
    """On a worker: one after the other."""
    with _ONE:
        return [_carried(parcel) for parcel in parcels]


def _carried(parcel: Parcel) -> Delivery:
    theirs = _made_here(",".join(parcel.job.order.formats))
    if theirs != dict(parcel.job.recipe):
        notes = (
            "工作机上的程序、模板或字体和这里不一样",
            "怎么办：在工作机上装同一版本，重新启动它，再运行一次",
        )
        return Delivery(failed(parcel.job, notes))
    return carry_out(parcel, Path(get_worker().local_directory))


@cache
def _made_here(formats: str) -> dict[str, str]:
    return recipe(formats.split(","))


def _connected(address: str) -> Client:
    try:
        return Client(address, timeout=_CONNECT)
    except (OSError, ValueError, TimeoutError) as error:
        hint = "核对地址（例：tcp://主机:8786）；先在那里运行 dask scheduler，在工作机上运行 dask worker"
        raise EnvironmentFault(f"连不上调度程序 {address}", hint) from error


def _equip(client: Client) -> None:
    """Every worker, those that join later too, gets templates and fonts; who has our fonts leaves them packed."""
    others = sorted({*client.run(_version).values()} - {__version__})
    if others:
        raise EnvironmentFault(f"工作机上的程序是另一个版本（{others[0]}）", f"在工作机上装 {__version__}")
    templates = next(iter(product_templates().values())).parents[1]
    client.register_plugin(Kit(_zipped(templates), _zipped(font_dir()), fonts()))


def _version() -> str:
    return __version__


def _use_templates(folder: Path) -> None:
    """From now on `reporter.templates` means this folder in this process."""
    for name in [one for one in sys.modules if one.startswith("reporter.templates")]:
        del sys.modules[name]
    spec = importlib.util.spec_from_file_location(
        "reporter.templates", folder / "__init__.py", submodule_search_locations=[str(folder)]
    )
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["reporter.templates"] = module
    spec.loader.exec_module(module)


def _zipped(folder: Path) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and not _OF_A_MACHINE & {*path.relative_to(folder).parts}:
                archive.write(path, path.relative_to(folder).as_posix())
    return buffer.getvalue()


def _unzip(data: bytes, folder: Path) -> None:
    """What `_zipped` made, nothing from outside."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        archive.extractall(folder)
