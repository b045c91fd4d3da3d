"""What every renderer gives back."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished file. `warnings` are Chinese sentences for the clerk; they never change the exit code."""

    data: bytes
    warnings: tuple[str, ...] = ()
