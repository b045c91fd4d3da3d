"""What a draft keeps beside its Document: the figures that it prints and where every cited record stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from reporter.document.model import Document
from reporter.document.volumes import volumes
from reporter.facts.fact import Fact
from reporter.intake.folder import BASICS, CAMPAIGN, FILINGS, INDICATORS
from reporter.records.base import Record
from reporter.records.workspace import Workspace
from reporter.refs import split_ref
from reporter.typeset.occurrences import occurrences

RECORD = "record:"
"""Prefix of the entries in facts.json that say where the fields of a cited record stand."""
_CONFIGURATION = (CAMPAIGN, BASICS, FILINGS, INDICATORS)


def fact_data(facts: Iterable[Fact], cited: Mapping[str, Record]) -> dict[str, dict[str, Any]]:
    """Address → fact, and `record:KEY` → field → place, for everything that a Document cites."""
    data = {fact.address: fact.as_dict() for fact in facts}
    return data | {f"{RECORD}{key}": _places(record) for key, record in cited.items()}


def answers_by_code(facts: Iterable[Fact]) -> dict[str, Fact]:
    """Answers of the indicator form by `CODE` or `CODE.PART`, as `answer:` references name them."""
    found = {}
    for fact in facts:
        if fact.family == "indicators":
            dims = dict(fact.dims)
            found[".".join(dims[name] for name in ("code", "part") if name in dims)] = fact
    return found


def input_digests(
    workspace: Workspace, facts: Iterable[Fact], cited: Mapping[str, Record], texts: Iterable[str]
) -> dict[str, str]:
    """Relative path → SHA-256 of the files that this filing was made from."""
    read = {cell.file for fact in facts for cell in fact.cells} | set(texts) | set(_CONFIGURATION)
    read |= {cell.file for record in cited.values() for cell in record.cells.values()}
    return {path: digest for path, digest in sorted(workspace.digests.items()) if path in read}


def cited_records(document: Document, workspace: Workspace) -> dict[str, Record]:
    """The records that `cell:` references of the Document name, by key."""
    wanted = {
        split_ref(one.ref)[1].rsplit(".", 1)[0]
        for part in volumes(document)
        for one in occurrences(part.document)
        if one.ref.startswith("cell:")
    }
    if not wanted:  # most cite none, and workspaces have thousands of records
        return {}
    known: Mapping[str, Record] = {
        record.key: record
        for table in (workspace.institutions, workspace.hazards, workspace.ratings, workspace.visits)
        for record in table
    }
    return {key: known[key] for key in sorted(wanted & known.keys())}


def _places(record: Record) -> dict[str, Any]:
    fields = {
        name: {"file": cell.file, "sheet": cell.sheet, "a1": cell.a1}
        for name, cell in sorted(record.cells.items())
    }
    return {"table": record.table, "fields": fields}
