"""Work that pauses, so that several pieces of it go in step: while the disk takes the files of one, the next is done.

It pauses between its steps too. A step takes code and data that a processor has to fetch; done for several small
pieces one after the other it finds them at hand.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable
from typing import TypeAlias, TypeVar

T = TypeVar("T")
Paused: TypeAlias = Generator[int, None, T]
"""Work that says at each pause how many things it is about."""
FEW = 4
"""A piece about more things does many of a kind at each step by itself, and several such take much memory."""


def ended(work: Paused[T]) -> T:
    """What comes of a piece of work that goes on without a pause."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            found: T = end.value
            return found


def in_step(works: Iterable[Paused[T]]) -> Paused[list[T]]:
    """What comes of each, in their order; one about more than `FEW` things goes to its end alone."""
    results: dict[int, T] = {}
    under_way = list(enumerate(works))
    while under_way:
        left = []
        for place, work in under_way:
            try:
                about = next(work)
            except StopIteration as end:
                results[place] = end.value
                continue
            if about > FEW:
                results[place] = ended(work)
            else:
                left.append((place, work))
        under_way = left
        if left:
            yield len(left)
    return [results[place] for place in sorted(results)]
