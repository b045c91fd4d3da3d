"""Whether the filings of one workspace are better parted over several processes."""

from __future__ import annotations

from collections.abc import Sequence

SECONDS: dict[str, float] = {"pdf": 0.06}
"""What a short document takes in a format, verified; of the others each _OTHER."""
_OTHER = 0.01
WORTH_S = 3.0
"""Seconds of work below which starting another process costs more than it saves."""


def worth_it(sheets: int, formats: Sequence[str]) -> bool:
    """Whether so many filings are better parted."""
    return sheets * sum(SECONDS.get(name, _OTHER) for name in formats) >= WORTH_S
