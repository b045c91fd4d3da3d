"""Data as JSON in one way: keys sorted, hanzi as they are, the same bytes as `json.dumps` of the standard library.

Only several times faster. Keys are texts; there are no floats, whose digits would be chosen otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec


def compact(data: Any) -> bytes:
    """Without any white space: for machines."""
    return _ENCODER.encode(data)


def line(data: Any) -> str:
    """One line, with spaces behind commas and colons."""
    return msgspec.json.format(_ENCODER.encode(data), indent=0).decode()


def spread(data: Any) -> bytes:
    """One item a line, indented by 1, with a newline at the end: for readers."""
    return msgspec.json.format(_ENCODER.encode(data), indent=1) + b"\n"


def _plain(value: object) -> object:
    """A text or mapping of a class of its own as the plain thing it is."""
    if isinstance(value, str):
        return "".join(value)
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} is no JSON")


_ENCODER = msgspec.json.Encoder(order="sorted", enc_hook=_plain)
