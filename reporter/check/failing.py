"""Rules that fail on a file by our fault: what the others found is kept, and that these did not finish is told."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from pathlib import Path

from reporter.check.finding import Finding, Where

RESOURCES = (MemoryError, RecursionError)
"""Not a rule's fault but the file's: whoever runs all rules must stop."""
_NAMED = 5
"""Codes named of rules that failed alike: a fault in what they share stops many."""
_MOST = 120
"""Characters of the error's own words; it may quote a whole paragraph."""


class Failures:
    """What went wrong with which rules. Findings of the file must not pass for all that could be found."""

    def __init__(self) -> None:
        self._codes: dict[str, list[str]] = {}

    def note(self, code: str, error: Exception) -> None:
        """Remembers that the rule did not finish."""
        place = traceback.extract_tb(error.__traceback__)[-1]
        words = " ".join(str(error).split())[:_MOST]
        detail = f"{type(error).__name__}：{words}，{Path(place.filename).name}第{place.lineno}行"
        self._codes.setdefault(detail, []).append(code)

    def findings(self, file: str) -> Iterator[Finding]:
        """One error for each thing that went wrong, so that no exit code calls the file right."""
        for detail, codes in self._codes.items():
            names = "、".join(codes[:_NAMED]) + (f"等{len(codes)}条规则" if len(codes) > _NAMED else "")
            yield Finding(
                codes[0],
                "error",
                f"程序内部出错，{names}没有查完（{detail}）；其余规则照常检查",
                "这不是文件的问题：请把这个文件和这句话告诉维护人员，这几项先自己核对",
                Where(file),
            )
