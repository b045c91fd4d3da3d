"""Signs that hardly any file has. A class of signs takes as long to look for as sixty single ones: those of all rules
are looked for together."""

from __future__ import annotations

import re
from functools import lru_cache

from reporter.check.lookalikes import SIGNS
from reporter.check.strange import STRANGE

_ANY = re.compile(f"[{STRANGE[1:-1]}{''.join(SIGNS)}]")


@lru_cache(maxsize=4)
def rare_in(text: str) -> tuple[tuple[int, str], ...]:
    """Where each stands, with it. Several rules ask for those of one file."""
    return tuple([(found.start(), found[0]) for found in _ANY.finditer(text)])


def may_be_strange(text: str) -> bool:
    """Whether one stands there that makes no word."""
    return not all(sign in SIGNS for _, sign in rare_in(text))
