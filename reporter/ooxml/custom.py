"""Custom document properties (docProps/custom.xml): how a delivered file says which filing and draft it is."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from lxml import etree

from reporter.ooxml.package import Package, parse, serialise
from reporter.ooxml.zipping import exchanged

PART = "docProps/custom.xml"
_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VARIANTS = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # the one format id that custom properties have
_FIRST_PID = 2
_REMEMBERED = 64
"""Parts that were written lately: counties give their filings the same ids."""


def write_properties(package: Package, properties: Mapping[str, str]) -> None:
    """Replace all custom properties with these texts, in the order of their names; none removes nothing else."""
    package.members[PART] = _written(properties)
    package.declare(PART, _TYPE)
    package.relate("_rels/.rels", "custom-properties", PART)


def _written(properties: Mapping[str, str]) -> bytes:
    spaces: dict[str | None, str] = {None: _PROPERTIES, "vt": _VARIANTS}
    root = etree.Element(f"{{{_PROPERTIES}}}Properties", nsmap=spaces)  # type: ignore[arg-type]
    for pid, name in enumerate(sorted(properties), _FIRST_PID):
        entry = etree.SubElement(
            root, f"{{{_PROPERTIES}}}property", fmtid=_FORMAT_ID, pid=str(pid), name=name
        )
        etree.SubElement(entry, f"{{{_VARIANTS}}}lpwstr").text = properties[name]
    return serialise(root)


def read_properties(package: Package) -> dict[str, str]:
    """The custom properties of a file as texts; empty when it has none."""
    if PART not in package.members:
        return {}
    return _read(package.tree(PART))


def _read(root: etree._Element) -> dict[str, str]:
    return {
        str(entry.get("name")): "".join(str(text) for text in entry.itertext())
        for entry in root.iter(f"{{{_PROPERTIES}}}property")
    }


def stamped(data: bytes, properties: Mapping[str, str]) -> bytes:
    """A finished file with these properties beside those it has: what is known only when it is delivered."""

    found = exchanged(data, PART, lambda known: _further(known, tuple(sorted(properties.items()))))
    if found is None:
        package = Package.read(data)
        write_properties(package, dict(properties))
        return package.data()
    return found


@lru_cache(maxsize=_REMEMBERED)
def _further(known: bytes, properties: tuple[tuple[str, str], ...]) -> bytes:
    """These properties beside those of a part."""
    return _written(_read(parse(known, PART)) | dict(properties))


def add_property(package: Package, name: str, value: str) -> None:
    """One more text among a file's custom properties, which stay; an earlier one of the name is replaced."""
    if PART not in package.members:
        write_properties(package, {name: value})
        return
    root = package.tree(PART)
    tag = f"{{{_PROPERTIES}}}property"
    for old in [entry for entry in root.iter(tag) if entry.get("name") == name]:
        root.remove(old)
    pids = [int(entry.get("pid", "1")) for entry in root.iter(tag)]
    entry = etree.SubElement(
        root, tag, fmtid=_FORMAT_ID, pid=str(max([_FIRST_PID - 1, *pids]) + 1), name=name
    )
    etree.SubElement(entry, f"{{{_VARIANTS}}}lpwstr").text = value
    package.write(PART, root)
