"""How long a run still takes, from how fast it goes now."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

_FEW = 3
"""Units after which something can be told."""


class Pace:
    """Counts units that are done. What is told goes by the later half of them: the first ones waited for processes to
    start, and a machine that has more or less to do than an hour ago is asked as it is now."""

    def __init__(self, total: int, clock: Callable[[], float] = monotonic) -> None:
        self._total, self._clock = total, clock
        self._times: list[float] = []

    def left(self) -> float | None:
        """One more is done: seconds for the others, None while nothing can be told."""
        times = self._times
        times.append(self._clock())
        done = len(times)
        if done < min(_FEW, self._total):
            return None
        since = (done - 1) // 2
        return (times[-1] - times[since]) / max(1, done - 1 - since) * (self._total - done)
