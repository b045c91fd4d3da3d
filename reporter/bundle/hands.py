"""The filings of one large workspace over several processes: one composes and delivers, the others render and verify.

What is about the whole set (names, agreement, manifest, page of results) stays in the one; so the bytes are the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from types import TracebackType
from typing import Self

from reporter.bundle.process import ENDED, TRIES, UNITS_OF_PAGES, Workers, watch_parent
from reporter.errors import ReporterError
from reporter.making import Printed, Printer, Sheet
from reporter.pauses import Paused, ended
from reporter.progress import Progress, Silent

_HINT = "核对它的数据和文字有没有异常（特别大、损坏），再运行一次"


class Lost(ReporterError):
    """A filing ended its process each time."""


class Hands:
    """A press in each of so many processes. A context: leaving it ends them."""

    def __init__(self, press: Printer, workers: int) -> None:
        self._workers = Workers(workers, _printed, _begin, (press,), life=UNITS_OF_PAGES)

    def __enter__(self) -> Self:
        self._workers.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._workers.__exit__(kind, error, trace)

    def printed(self, sheets: Sequence[Sheet], progress: Progress) -> Paused[list[Printed]]:
        """See `making.Printer`; a process that dies costs the filing it was at, which is tried once more."""
        yield len(sheets)
        progress.step(5, len(sheets))
        found: dict[int, Printed] = {}
        for (number, sheet), printed in self._workers.results(enumerate(sheets)):
            if isinstance(printed, ENDED):
                printed = Printed(error=Lost(f"工作进程在这一份上中断了{TRIES}次，已跳过", _HINT))
            if isinstance(printed, BaseException):
                raise printed
            found[number] = printed
            progress.part(sheet.title)
        return [found[number] for number in range(len(sheets))]


_begun: list[Printer] = []
"""In a process that was started here: its press."""


def _begin(press: Printer) -> None:
    watch_parent()
    _begun[:] = [press]


def _printed(numbered: tuple[int, Sheet]) -> Printed:
    return ended(_begun[0].printed([numbered[1]], Silent()))[0]
