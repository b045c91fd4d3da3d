"""How long a run still takes, from how fast it goes now."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from time import monotonic

_FEW = 3
"""After so many something can be told."""


class Pace:
    """What is told goes by the later half of what is done: the first ones waited for processes to start, and a machine
    that has more or less to do than an hour ago is asked as it is now."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._times: list[float] = []

    def left(self, done: int, total: int) -> float | None:
        """So many of all are done now: seconds for the others, None while nothing can be told."""
        times = self._times
        times += [self._clock()] * (done - len(times))
        since = bisect_right(times, times[(done - 1) // 2]) - 1  # what comes in one batch was done before
        passed = times[-1] - times[since]
        if done == total:
            return 0.0
        return passed / (done - 1 - since) * (total - done) if done >= _FEW and passed else None
