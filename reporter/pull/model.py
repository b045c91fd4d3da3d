"""What `pull` proposes: one change that somebody made in Word, where it goes, and what would be written."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from msgspec import Struct, field

SCHEMA = "reporter/pull-1"

Kind = Literal["修改", "新增", "删去", "移动", "填空", "数字", "表格", "设置"]
Status = Literal["ready", "ask", "conflict", "tell", "done"]
"""`ready` can be written; `ask` only when a person says so for this one; `conflict`: both sides changed it; `tell`:
goes where the engine never writes; `done`: the workspace says so already."""


class Cut(Struct, frozen=True):
    """Characters `start` to `end` of a line (counted from 1) give way to `new`; a line end in it makes two lines."""

    file: str
    line: int
    start: int
    end: int
    new: str = ""


class Taken(Struct, frozen=True):
    """A line as it is after its cuts, to stand elsewhere."""

    file: str
    line: int


class Put(Struct, frozen=True):
    """A new line behind line `after` (0: at the top)."""

    file: str
    after: int
    text: str | Taken


class Drop(Struct, frozen=True):
    """A line is taken out."""

    file: str
    line: int


Change = Cut | Put | Drop


class Proposal(Struct, frozen=True):
    """One change. `old` and `new` are what was read before and what stands in Word now; `target` is where it goes.

    `expected` are paragraphs that the document must have once the changes are written, `gone` those that it must no
    longer have: whatever does not come out so is not offered.
    """

    kind: Kind
    status: Status
    place: str
    old: str = ""
    new: str = ""
    target: str = ""
    notes: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    expected: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    """Printed figures that a deletion would take along."""

    @property
    def files(self) -> tuple[str, ...]:
        """The files that would be written."""
        return tuple(dict.fromkeys(one.file for one in self.changes))


class Revision(Struct, frozen=True):
    """Tracked changes of one author in the file: how many insertions and deletions."""

    author: str
    inserted: int
    deleted: int


class Remark(Struct, frozen=True):
    """A comment in the margin: who, what, and at which words."""

    author: str
    text: str
    at: str = ""


class Pulled(Struct, frozen=True):
    """Everything that was found in the edited file. `root` is where files are written, `formats` what stays in Word."""

    file: Path
    root: Path
    filing: str
    draft: int
    found_by: str
    proposals: tuple[Proposal, ...] = ()
    formats: tuple[str, ...] = ()
    revisions: tuple[Revision, ...] = ()
    remarks: tuple[Remark, ...] = ()
    notes: tuple[str, ...] = ()
    digests: Mapping[str, str] = field(default_factory=dict)
    """SHA-256 of the files that would be written, as they were read; empty for one that does not exist yet."""

    @property
    def same(self) -> bool:
        """Nothing was changed by hand, not even the looks."""
        return not self.proposals and not self.formats
