"""How far the walk is, on standard error: bars at a terminal, short lines elsewhere when asked for."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from types import TracebackType
from typing import Any, Self

from reporter.cli.console import say
from reporter.progress import Silent


class Unseen(Silent):
    """Says nothing. Also the base of the others: a context in which the walk happens."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Leaves the console as it was."""


class Lines(Unseen):
    """One line a step, one below it for each part: `[4/7] 成文`."""

    def __init__(self, steps: Sequence[str]) -> None:
        self._steps = steps

    def step(self, number: int, total: int) -> None:
        say(f"[{number}/{len(self._steps)}] {self._steps[number - 1]}")

    def part(self, what: str) -> None:
        say(f"      {what}")


class Bars(Unseen):
    """One bar a step; it shows which part was done last."""

    def __init__(self, steps: Sequence[str]) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
        from rich.table import Column

        self._steps = steps
        self._bars = Progress(
            TextColumn("{task.fields[head]}"), BarColumn(24), MofNCompleteColumn(), TimeElapsedColumn(),
            TextColumn("{task.description}", markup=False, table_column=Column(no_wrap=True, overflow="ellipsis")),
            console=Console(stderr=True, highlight=False, markup=False), transient=False,
        )  # fmt: skip
        self._task: Any = None

    def __enter__(self) -> Self:
        self._bars.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None:
            self._finish()
        self._bars.stop()

    def step(self, number: int, total: int) -> None:
        self._finish()
        head = f"{number}/{len(self._steps)} {self._steps[number - 1]}"
        self._task = self._bars.add_task("", total=max(total, 1), head=head)

    def part(self, what: str) -> None:
        self._bars.update(self._task, advance=1, description=what)

    def _finish(self) -> None:
        """The step before is done, whether it counted its parts or not."""
        if self._task is not None:
            task = self._bars.tasks[-1]
            self._bars.update(self._task, completed=task.total, description="")


def progress(steps: Sequence[str], *, verbose: bool) -> Unseen:
    """Bars at a terminal; elsewhere lines when `verbose`, else nothing."""
    if sys.stderr.isatty():
        return Bars(steps)
    return Lines(steps) if verbose else Unseen()
