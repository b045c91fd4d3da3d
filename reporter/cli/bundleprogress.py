"""How far a bundle is, on standard error: a line a unit at a terminal, else one now and then."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from reporter.bundle.outcome import Outcome
from reporter.bundle.report import duration
from reporter.cli.console import say

EVERY = 10.0
"""Seconds between two lines where nobody watches."""


class Counted:
    """Counts units; the time that is left is told once a few are done, and never before."""

    def __init__(self, every: float) -> None:
        self._every, self._said = every, time.monotonic()
        self._total = self._done = 0

    def begin(self, total: int) -> None:
        """So many units will be looked at."""
        self._total = total
        if total > 1:
            say(f"共{total}个单位，逐个查看。")

    def unit(self, outcome: Outcome, left: float | None) -> None:
        """One is done. What went wrong is told at once."""
        self._done += 1
        if outcome.bad:
            say(f"  {outcome.unit}：有文件没有生成，见报告")
        if self._done < self._total:
            self._tell(f"  [{self._done}/{self._total}] {outcome.unit}", left)

    def filings(self, done: int, total: int, left: float | None) -> None:
        """Of the one unit so many filings are done."""
        if done < total:
            self._tell(f"  [{done}/{total}份]", left)

    def _tell(self, what: str, left: float | None) -> None:
        now = time.monotonic()
        if now - self._said >= self._every:
            self._said = now
            say(what + (f"，还要约{duration(left)}" if left is not None else "，剩余时间推算中"))


@contextmanager
def watcher() -> Iterator[Counted]:
    """Every two seconds at a terminal."""
    yield Counted(2.0 if sys.stderr.isatty() else EVERY)
