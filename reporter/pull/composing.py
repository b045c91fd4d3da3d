"""A filing composed as it is now, with the origin of every word."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from reporter.compose.alone import workspace_of
from reporter.compose.composition import Composition
from reporter.compose.kinds import Kind, load_text
from reporter.compose.series import Composed, composer, facts_of
from reporter.deliver.drafts import FactData
from reporter.deliver.evidence import cited_records, fact_data
from reporter.records.workspace import Workspace


class Traced(Struct, frozen=True):
    """`composition` has origins (`compose.origins`)."""

    workspace: Workspace
    composition: Composition
    composed: Composed

    @property
    def facts(self) -> FactData:
        """What a draft of it would keep of its figures."""
        facts = facts_of(self.composition, self.composed)
        return fact_data(facts.values(), cited_records(self.composition.document, self.workspace))


def traced(workspace: Workspace, filing: str, kind: Kind | None = None) -> Traced:
    """The filing with its origins; raises what `compose` raises, UnknownName for an attachment that is none."""
    composed = composer(workspace, kind, traced=True)
    return Traced(workspace, composed(filing), composed)


def alone(path: Path) -> tuple[Workspace, Kind]:
    """A text that stands alone, with the workspace around it."""
    kind = load_text(path)
    return workspace_of(kind, path), kind
