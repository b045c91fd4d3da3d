"""Addresses of figures as a clerk reads and writes them: `hazards.closed()` → `隐患.已整改()`."""

from __future__ import annotations

from reporter.errors import UnknownName
from reporter.facts.dimensions import BY_NAME
from reporter.facts.family import figure_at, find_family
from reporter.patterns import regex

_ADDRESS = regex(r"""\b[a-z_]+\.[a-z_]+\((?:[^()"]|"(?:[^"\\]|\\.)*")*\)""")


def spoken(text: str) -> str:
    """The text with the Chinese form of every canonical address; anything else stays as it is."""
    return _ADDRESS.sub(lambda found: _chinese(found[0]), text)


def _chinese(address: str) -> str:
    try:
        figure, dims = figure_at(address)
    except UnknownName:
        return address
    inside = ",".join(f'{BY_NAME[dim].alias if dim in BY_NAME else dim}="{dims[dim]}"' for dim in dims)
    return f"{find_family(figure.family).alias}.{figure.label}({inside})"
