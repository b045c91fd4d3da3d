"""Who signs a tracked change and when: `--author` and `--date` as `fix` and `diff` take them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from reporter.cli.days import today
from reporter.errors import InputError

if TYPE_CHECKING:
    from reporter.ooxml.tracked import Revision


def revision(author: str, day: str | None) -> Revision:
    """The author, and midnight of the day (`None` or "": today). Raises InputError for an empty name or no date."""
    from reporter.ooxml.tracked import Revision

    if not author.strip():
        raise InputError("修订的作者是空的", "例：--author 张三")
    try:
        on = date.fromisoformat(day) if day else today()
    except ValueError:
        raise InputError(f"“{day}”不是日期", "例：--date 2026-03-06") from None
    return Revision(author.strip(), f"{on.isoformat()}T00:00:00Z")
