"""Whether a PDF says that it is PDF/A, and whether its structure speaks against it: a look, no validation."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pikepdf
from msgspec import Struct

_XMP = "{http://www.aiim.org/pdfa/ns/id/}"
_FILES = ("/FontFile", "/FontFile2", "/FontFile3")


class Claim(Struct, frozen=True):
    """`name` is PDF/A-2u, or empty when the file claims nothing; `faults` are what speaks against it."""

    name: str
    faults: tuple[str, ...] = ()


def claim_of(data: bytes) -> Claim:
    """Looks at the identification, the output intent, encryption, embedded fonts and scripts."""
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            with pdf.open_metadata() as metadata:
                part = str(metadata.get(f"{_XMP}part", "") or "")
                level = str(metadata.get(f"{_XMP}conformance", "") or "")
            name = f"PDF/A-{part}{level.lower()}" if part else ""
            return Claim(name, tuple(dict.fromkeys(_faults(pdf))))
    except pikepdf.PdfError:
        return Claim("", ("读不开",))


def _faults(pdf: pikepdf.Pdf) -> Iterator[str]:
    if pdf.is_encrypted:
        yield "加了密"
    intents = [one.get("/S") for one in pdf.Root.get("/OutputIntents", [])]
    if "/GTS_PDFA1" not in intents:
        yield "没有输出意图（颜色配置）"
    names: Any = pdf.Root.get("/Names", {})
    if "/JavaScript" in names or "/OpenAction" in pdf.Root:
        yield "带有脚本或自动动作"
    for page in pdf.pages:
        resources: Any = page.get("/Resources", {})
        for _, font in sorted(resources.get("/Font", {}).items()):
            if not _embedded(font):
                yield f"字体没有嵌入：{font.get('/BaseFont', '?')}"


def _embedded(font: Any) -> bool:
    if font.get("/Subtype") == "/Type3":
        return True
    inner = font.get("/DescendantFonts", [font])[0]
    descriptor = inner.get("/FontDescriptor", {})
    return any(name in descriptor for name in _FILES)
