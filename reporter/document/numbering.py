"""Heading numbers 一、（一）1.（1）① (GB/T 9704 7.3.3; level five by GB/T 15834 B.3.8).

Never stored, always derived.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reporter.document.model import Block, Heading
from reporter.text import circled_number, hanzi_number

LEVELS = 5


def number_text(level: int, ordinal: int) -> str:
    """The typed number of the `ordinal`-th heading of `level`: `一、`, `（一）`, `1.`, `（1）`, `①`."""
    match level:
        case 1:
            return f"{hanzi_number(ordinal)}、"
        case 2:
            return f"（{hanzi_number(ordinal)}）"
        case 3:
            return f"{ordinal}."
        case 4:
            return f"（{ordinal}）"
        case 5:
            return circled_number(ordinal)
    raise ValueError(f"heading level {level} does not exist")


def numbered(blocks: Iterable[Block]) -> Iterator[tuple[Block, str]]:
    """Each block with its number; an empty string for blocks that carry none. A heading restarts the levels below."""
    counters = [0] * (LEVELS + 1)
    for block in blocks:
        if not isinstance(block, Heading):
            yield block, ""
            continue
        counters[block.level] += 1
        counters[block.level + 1 :] = [0] * (LEVELS - block.level)
        yield block, number_text(block.level, counters[block.level])
