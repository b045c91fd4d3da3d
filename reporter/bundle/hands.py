"""The filings of one large workspace over several processes: one composes and delivers, the others render and verify.

What is about the whole set (names, agreement, manifest, page of results) stays in the one; so the bytes are the same.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Sequence
from concurrent.futures import Future
from types import TracebackType
from typing import Self

from pebble import ProcessExpired, ProcessPool

from reporter.bundle.process import TRIES, UNITS_OF_PAGES, watch_parent
from reporter.errors import ReporterError
from reporter.making import Printed, Printer, Progress, Sheet

SECONDS: dict[str, float] = {"pdf": 0.06}
"""What a short document takes in a format, verified; of the others each _OTHER."""
_OTHER = 0.01
WORTH_S = 3.0
"""Seconds of work below which starting another process costs more than it saves."""


class Lost(ReporterError):
    """A filing ended its process each time."""


def worth_it(sheets: int, formats: Sequence[str]) -> bool:
    """Whether so many filings are better parted."""
    return sheets * sum(SECONDS.get(name, _OTHER) for name in formats) >= WORTH_S


class Hands:
    """A press in each of so many processes. A context: leaving it ends them."""

    def __init__(self, press: Printer, workers: int) -> None:
        self._press, self._workers = press, workers

    def __enter__(self) -> Self:
        self._pool = ProcessPool(
            max_workers=self._workers,
            max_tasks=UNITS_OF_PAGES,
            context=multiprocessing.get_context("spawn"),
            initializer=_begin,
            initargs=[self._press],
        )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None:
            self._pool.close()  # type: ignore[no-untyped-call]
        else:
            self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()

    def printed(self, sheets: Sequence[Sheet], progress: Progress) -> list[Printed]:
        """See `making.Printer`; a process that dies costs the filing it was at, which is tried once more."""
        progress.step(5, len(sheets))
        under_way = [self._sent(sheet) for sheet in sheets]
        found = []
        for sheet, future in zip(sheets, under_way, strict=True):
            found.append(self._came_of(sheet, future))
            progress.part(sheet.title)
        return found

    def _sent(self, sheet: Sheet) -> Future[Printed]:
        future: Future[Printed] = self._pool.schedule(_printed, args=[sheet])
        return future

    def _came_of(self, sheet: Sheet, future: Future[Printed]) -> Printed:
        for _ in range(TRIES - 1):
            if isinstance(future.exception(), ProcessExpired):
                future = self._sent(sheet)
        if isinstance(future.exception(), ProcessExpired):
            hint = "核对它的数据和文字有没有异常（特别大、损坏），再运行一次"
            return Printed(error=Lost(f"工作进程在这一份上中断了{TRIES}次，已跳过", hint))
        return future.result()


class _Unseen:
    """Nobody looks at the steps of another process."""

    def step(self, number: int, total: int) -> None:
        """Step `number` begins."""

    def part(self, what: str) -> None:
        """A part is done."""


_begun: list[Printer] = []
"""In a process that was started here: its press."""


def _begin(press: Printer) -> None:
    watch_parent()
    _begun[:] = [press]


def _printed(sheet: Sheet) -> Printed:
    return _begun[0].printed([sheet], _Unseen())[0]
