"""What every renderer gives back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct


class Rendered(Struct, frozen=True):
    """A finished file. `warnings` are Chinese sentences for the clerk; they never change the exit code."""

    data: bytes
    warnings: tuple[str, ...] = ()


Siblings = Mapping[int, Sequence[str]]
"""Number of an attachment that is a file of its own → names of its files, in the folder of the page that links them."""
