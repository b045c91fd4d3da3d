"""The figures that indicators.yaml names: a mistyped one is told with its line, before anything is made."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reporter.contents import has_file
from reporter.errors import ReporterError
from reporter.facts.dimensions import dimension
from reporter.facts.family import figure_at
from reporter.intake.folder import INDICATORS
from reporter.intake.problems import Code, Problem, Rejected, error
from reporter.intake.readers import yaml
from reporter.intake.workspace import Loaded, load
from reporter.records.fitting import Steps


def load_checked(root: Path) -> Loaded:
    """A workspace whose forms name only figures that there are; raises InputError when there is no such folder."""
    loaded, wrong = load(root), _problems(root)
    return Loaded(None, (*wrong, *loaded.problems)) if wrong else loaded


def _problems(root: Path) -> tuple[Problem, ...]:
    """Every `fact` of the workspace's indicators.yaml that there is no figure for, an error with its line each."""
    if not has_file(root, INDICATORS):
        return ()
    try:
        tree = yaml.read(root / INDICATORS, INDICATORS)
    except Rejected:  # told by whoever loads the workspace
        return ()
    told = ((steps, address, _fault(address)) for steps, address in _addresses(tree.data, ()))
    return tuple(
        error(Code.YAML_REFERENCE, fault.message, fault.hint, tree.where(steps), address)
        for steps, address, fault in told
        if fault
    )


def _addresses(data: Any, steps: Steps) -> Iterator[tuple[Steps, str]]:
    """Every text below a key `fact`, wherever it stands."""
    entries = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in entries:
        if key == "fact" and isinstance(value, str) and value.strip():
            yield (*steps, key), value
        else:
            yield from _addresses(value, (*steps, key))


def _fault(address: str) -> ReporterError | None:
    try:
        figure, dims = figure_at(address)
        for written in dims:
            dimension(written, figure.dims, f"{figure.family}.{figure.name}")
    except ReporterError as fault:
        return fault
    return None
