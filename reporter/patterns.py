"""Regular expressions that are compiled when they are first used.

Python walks through every character of a range when it compiles one: `[\\u4e00-\\u9fff]` takes longer than a document
takes to fill, and most runs never come to the text that a pattern is for.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, Final, cast

_METHODS: Final = ("match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer")


class _Late:
    """Stands for a pattern. From its first use on its methods are those of the compiled one."""

    __slots__ = ("_flags", "_source", *_METHODS)

    def __init__(self, source: str | bytes, flags: int) -> None:
        self._source, self._flags = source, flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        compiled = re.compile(self._source, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def regex(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Like `re.compile`, when it is first used; a pattern that is wrong raises `re.error` then."""
    return cast(re.Pattern[AnyStr], _Late(source, flags))
