"""What is worked out when it is first asked for, and kept with its object.

`functools.cached_property` of Python 3.11 takes a lock each time, which costs more than much of what is worked out.
Here two threads that ask at once would work it out twice, with the same result.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")


class once(Generic[T]):  # noqa: N801 – a decorator, as property is
    """A property that is worked out once."""

    def __init__(self, work: Callable[[Any], T]) -> None:
        self._work, self._name = work, work.__name__
        self.__doc__ = work.__doc__

    @overload
    def __get__(self, instance: None, owner: type) -> once[T]: ...
    @overload
    def __get__(self, instance: object, owner: type) -> T: ...
    def __get__(self, instance: object | None, owner: type) -> once[T] | T:
        if instance is None:
            return self
        # from now on the name is found there and nobody comes here
        found = instance.__dict__[self._name] = self._work(instance)
        return found
