"""Laid-out pages → the file, each object turned into bytes once.

An archival file carries a checksum of its objects, for which the engine makes and compresses all of them a second
time. It lets us in before that (`finisher`).
"""

from __future__ import annotations

import zlib
from typing import Any

import pydyf

from reporter.render.page.engine import OPTIONS
from reporter.render.page.shown import without_empty_strings
from reporter.render.page.subset import DocumentFonts

_LEVEL = 6
"""Of zlib. The engine's 9 takes half as long again and saves 0.2 % of a file that is mostly outlines of fonts."""


def write(pages: Any) -> bytes:
    """The PDF of what `engine.layout` gave."""
    pages.fonts = DocumentFonts(pages.font_config)
    data: bytes = pages.write_pdf(finisher=write_once, **OPTIONS)
    return data


class _Written(pydyf.Object):  # type: ignore[misc]
    """An object whose bytes are known."""

    data = b""

    def __init__(self, made: pydyf.Object) -> None:
        super().__init__()
        self.number, self.generation, self.free = made.number, made.generation, made.free
        self.data = _packed(made) if isinstance(made, pydyf.Stream) else made.data
        self._compressible = made.compressible

    @property
    def compressible(self) -> bool:
        """Whether the object goes into the stream of objects."""
        return bool(self._compressible)


def write_once(_document: Any, pdf: pydyf.PDF) -> None:
    """A `finisher`: the objects of a finished PDF as bytes."""
    without_empty_strings(pdf)
    pdf.objects[:] = [one if one.free == "f" else _Written(one) for one in pdf.objects]


def _packed(stream: pydyf.Stream) -> bytes:
    if stream.compress:
        raw = pydyf.Stream(stream.stream)
        body = raw.data.partition(b"stream\n")[2].removesuffix(b"\nendstream")
        packed = zlib.compress(body, _LEVEL)
        stream = pydyf.Stream([packed], {**stream.extra, "Filter": "/FlateDecode"})
    return bytes(stream.data)
