"""A filing composed as it is now, with the origin of every word."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from reporter.compose.alone import workspace_of
from reporter.compose.composition import Composition, compose
from reporter.compose.kinds import Kind, load_text
from reporter.document.model import Document
from reporter.errors import InputError
from reporter.records.workspace import Workspace


def traced(workspace: Workspace, filing: str, kind: Kind | None = None) -> Composition:
    """The filing with its origins (`compose.origins`); raises what `compose` raises, KeyError for an unknown one."""
    return _composer(workspace, kind)(filing, ())


def alone(path: Path) -> tuple[Workspace, Kind]:
    """A text that stands alone, with the workspace around it."""
    kind = load_text(path)
    return workspace_of(kind, path), kind


def _composer(workspace: Workspace, kind: Kind | None) -> Callable[[str, tuple[str, ...]], Composition]:
    def composed(name: str, above: tuple[str, ...]) -> Composition:
        if name in above:
            raise InputError(f"附件互相包含：{' → '.join([*above, name])}", "改 filings.yaml 的 attachments")

        def attached(inner: str) -> Document:
            return composed(inner, (*above, name)).document

        return compose(workspace, workspace.filing(name), attached, kind, traced=True)

    return composed
