"""What has been sent, and what became of it: one entry for each time, as the register of submissions keeps it."""

from __future__ import annotations

from datetime import date
from typing import Literal

from reporter.records.entry import Entry

SubmissionState = Literal["已报送", "已接收", "已退回"]
SUBMISSION_KEYS = {
    "代号": "obligation",
    "期间": "period",
    "单位": "unit",
    "状态": "state",
    "日期": "on",
    "经办": "by",
    "文件": "filing",
    "备注": "note",
}
"""What a clerk writes for a key."""


class Submission(Entry, frozen=True, kw_only=True):
    """Something that happened to what an obligation asks for. The last one of a unit says how things stand."""

    obligation: str
    """Id of the obligation."""
    period: str = ""
    """Which one of a recurring obligation (2026Q3, 2026-03, 2026H1); absent for the obligation's own."""
    unit: str = ""
    """Code of the unit that sent it, where a whole level owes it; absent for the workspace's own."""
    state: SubmissionState = "已报送"
    on: date
    by: str = ""
    """Who sent, received or returned it."""
    filing: str = ""
    """Id of the filing that was sent."""
    note: str = ""
    """Number of receipt, reason of a return …"""

    def as_dict(self) -> dict[str, str]:
        """For JSON."""
        return {name: str(getattr(self, name)) for name in self.declared()}
