"""The workspace at which a step is taken: its records, its output folder, and the filing that is meant."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from functools import cached_property
from pathlib import Path

from msgspec import Struct

from reporter.compose.series import Release
from reporter.deliver.lock import alone
from reporter.errors import UnknownName
from reporter.intake.folder import FILINGS
from reporter.intake.workspace import load_valid
from reporter.making import names_of
from reporter.pipeline import releases
from reporter.records.campaign import Agency
from reporter.records.filing import Filing
from reporter.records.workspace import Workspace
from reporter.text import did_you_mean, key_of


class Desk(Struct, frozen=True, dict=True):
    """A valid workspace and where its results lie (`out` holds one folder a workspace)."""

    workspace: Workspace
    out: Path

    @property
    def folder(self) -> Path:
        return self.out / self.workspace.name

    @cached_property
    def releases(self) -> dict[str, Release]:
        """What was issued and is in force."""
        return releases(self.folder, self.workspace)

    def alone(self, *, dry_run: bool = False) -> AbstractContextManager[object]:
        """While a step is taken nobody else takes one here, nor builds. Raises Locked after a while.

        A look writes nothing, so it waits for nobody; where nothing was ever delivered there is nothing to guard.
        """
        return nullcontext() if dry_run or not self.folder.is_dir() else alone(self.folder)

    def filing(self, name: str) -> Filing:
        """The filing of that id, or the only one of that kind that is no blank form; both may be said with the Chinese
        name of the kind. Raises UnknownName."""
        filings = self.workspace.filings
        found = [one for one in filings if one.id == name] or [one for one in filings if self._called(one, name)]
        found = [one for one in found if one.variant != "blank"] or found
        if len(found) == 1:
            return found[0]
        if found:
            raise UnknownName(
                f"“{name}”有{len(found)}份", f"写明是哪一份：{'、'.join(one.id for one in found)}"
            )
        known = [one.id for one in filings]
        hint = did_you_mean(name, known) or f"有：{'、'.join(known)}"
        raise UnknownName(f"filings.yaml 里没有“{name}”", hint, FILINGS)

    def _called(self, filing: Filing, name: str) -> bool:
        return key_of(name) in {key_of(one) for one in names_of(self.workspace, filing)}

    def agency_called(self, name: str) -> Agency | None:
        """The agency with that full name, short name, alias or id."""
        for one in self.workspace.campaign.agencies:
            if name in one.names:
                return one
        return None


def desk_of(root: Path, out: Path) -> Desk:
    """Loads the workspace. Raises ValidationFailed for data with errors, InputError for no folder."""
    return Desk(load_valid(root)[0], out)
