"""Why something is not done: every reason at once, each with what to do."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from reporter.errors import InputError


class Reason(Struct, frozen=True):
    """One reason, and what to do about it."""

    message: str
    hint: str = ""

    def as_dict(self) -> dict[str, str]:
        return {"message": self.message, "hint": self.hint}


class Refused(InputError):
    """Nothing was written; `reasons` are all there are."""

    def __init__(self, what: str, reasons: Sequence[Reason]) -> None:
        super().__init__(what, "；".join(one.hint for one in reasons if one.hint))
        self.reasons = tuple(reasons)
