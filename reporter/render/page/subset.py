"""Fonts of a PDF: each of ours looked at once a process, and cut to its glyphs in one go.

The engine reads the whole of each font file anew for each document. It then goes over the font twice, the second time
to drop what lies behind the last glyph, which HarfBuzz has done the first time (the bytes are the same: a test
compares). `DocumentFonts` is the table in which the engine keeps the fonts of one document; fonts that we do not know
stay as the engine has them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import copy
from functools import partial
from typing import Any
from weakref import WeakKeyDictionary

from reporter.typeset.fonts import TYPEFACES

try:
    from weasyprint import __version__ as _version
    from weasyprint.text.ffi import ffi, harfbuzz, harfbuzz_subset
    from weasyprint.text.fonts import get_hb_object_data
except (ImportError, OSError):  # a library is missing, or the engine is built otherwise: its own way, or no PDF at all
    _version, harfbuzz_subset = "", None

_KNOWN_VERSION = "70."
_DROPPED = (b"BASE", b"DSIG", b"EBDT", b"EBLC", b"EBSC", b"GPOS", b"GSUB", b"JSTF", b"LTSH", b"PCLT", b"SVG ")
_OURS = frozenset(family for face in TYPEFACES.values() for family in face.pdf)
"""Families whose ascent and descent are the same at every size, so that the size first met makes no difference."""
_POSTSCRIPT = b"OTTO"
_kept: WeakKeyDictionary[Any, dict[Any, Any]] = WeakKeyDictionary()
"""Font configuration → our fonts by the engine's key, without the file and without anything of a document."""


class DocumentFonts(dict[Any, Any]):
    """The fonts of a document, by the engine's own key: a description without the size."""

    def __init__(self, configuration: Any) -> None:
        super().__init__()
        self.kept = _kept.setdefault(configuration, {})

    def __contains__(self, key: object) -> bool:
        """Whether the document has the font; it has those of ours that any document had before."""
        if not super().__contains__(key) and key in self.kept:
            super().__setitem__(key, _fresh(self.kept[key]))
        return super().__contains__(key)

    def __setitem__(self, key: Any, font: Any) -> None:
        if harfbuzz_subset and _version.startswith(_KNOWN_VERSION):
            if font.family in _OURS and font.type == "otf" and "fvar" not in font.tables:
                font.hb_font = None  # for pictures in glyphs; it goes with its document
                font.file_content = _POSTSCRIPT
                self.kept[key] = _fresh(font)
            font.subset = partial(_subset, font)
        super().__setitem__(key, font)


def _fresh(font: Any) -> Any:
    """The font with no glyphs used."""
    made = copy(font)
    made.widths, made.to_unicode, made.missing = {}, {}, {}
    made.subset = partial(_subset, made)
    return made


def _subset(font: Any, to_unicode: Mapping[int, str], hinting: bool) -> None:
    """In place of `Font.subset`: the glyphs of a PostScript font of one face, or what the engine does."""
    plain = font.type == "otf" and "fvar" not in font.tables and not font.missing and not hinting
    data = _cut(font.hb_face, to_unicode) if plain and to_unicode else None
    if data:
        font.file_content = data
        return
    if font.file_content == _POSTSCRIPT:
        font.file_content = get_hb_object_data(font.hb_face)
    type(font).subset(font, to_unicode, hinting)


def _cut(face: Any, glyphs: Iterable[int]) -> bytes | None:
    """The font file with these glyphs under their own numbers; None where HarfBuzz refuses."""
    order = ffi.gc(harfbuzz_subset.hb_subset_input_create_or_fail(), harfbuzz_subset.hb_subset_input_destroy)
    _add(harfbuzz_subset.hb_subset_input_glyph_set(order), sorted(glyphs))
    tables = sorted(harfbuzz.hb_tag_from_string(name, -1) for name in _DROPPED)
    _add(harfbuzz_subset.hb_subset_input_set(order, harfbuzz_subset.HB_SUBSET_SETS_DROP_TABLE_TAG), tables)
    harfbuzz_subset.hb_subset_input_set_flags(
        order,
        harfbuzz_subset.HB_SUBSET_FLAGS_RETAIN_GIDS
        | harfbuzz_subset.HB_SUBSET_FLAGS_PASSTHROUGH_UNRECOGNIZED
        | harfbuzz_subset.HB_SUBSET_FLAGS_DESUBROUTINIZE
        | harfbuzz_subset.HB_SUBSET_FLAGS_NO_HINTING,
    )
    made = ffi.gc(harfbuzz_subset.hb_subset_or_fail(face, order), harfbuzz.hb_face_destroy)
    data: bytes | None = get_hb_object_data(made) if made else None
    return data


def _add(numbers: Any, found: list[int]) -> None:
    harfbuzz.hb_set_add_sorted_array(numbers, ffi.new(f"hb_codepoint_t[{len(found)}]", found), len(found))
