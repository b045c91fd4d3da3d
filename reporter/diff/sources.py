"""The figures of a draft by reference, from what `facts.json` holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from reporter.diff.model import Source
from reporter.refs import answer_ref, cell_ref, fact_ref

_RECORD = "record:"


def sources(facts: Mapping[str, Mapping[str, Any]]) -> dict[str, Source]:
    """Reference → figure: facts, answers by their code, and the fields of cited records."""
    found: dict[str, Source] = {}
    for address, data in facts.items():
        if address.startswith(_RECORD):
            found |= {one.ref: one for one in _record(address.removeprefix(_RECORD), data)}
            continue
        one = _fact(fact_ref(address), data)
        found[one.ref] = one
        dims = data.get("dims") or {}
        if data.get("family") == "indicators" and "code" in dims:
            code = ".".join(str(dims[name]) for name in ("code", "part") if name in dims)
            found[answer_ref(code)] = _fact(answer_ref(code), data)
    return found


def _fact(ref: str, data: Mapping[str, Any]) -> Source:
    return Source(
        ref,
        str(data.get("label", "")),
        str(data.get("text", "")),
        str(data.get("measure", "")),
        str(data.get("formula", "")),
        tuple(data.get("rows", ())),
        tuple(_place(cell) for cell in data.get("cells", ())),
        tuple(fact_ref(address) for address in data.get("inputs", ())),
    )


def _record(key: str, data: Mapping[str, Any]) -> Iterator[Source]:
    for name, cell in (data.get("fields") or {}).items():
        yield Source(cell_ref(key, name), f"{data.get('table', '')}“{key}”", "", cells=(_place(cell),))


def _place(cell: Mapping[str, Any]) -> str:
    return " › ".join(str(cell[name]) for name in ("file", "sheet", "a1") if cell.get(name))
