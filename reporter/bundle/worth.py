"""Whether the filings of one workspace are better parted over several processes."""

from __future__ import annotations

from collections.abc import Sequence

SECONDS: dict[str, float] = {"pdf": 0.06}
"""What a short document takes in a format, verified. In any other one it takes as long to send it to another process
and back as to make it, so that parting gains nothing."""
WORTH_S = 3.0
"""Seconds of work below which starting another process costs more than it saves."""


def worth_it(sheets: int, formats: Sequence[str]) -> bool:
    """Whether so many filings are better parted."""
    return sheets * sum(SECONDS.get(name, 0.0) for name in formats) >= WORTH_S
