"""Fonts of a PDF cut to their glyphs in one go.

The engine goes over each font twice, the second time to drop what lies behind the last glyph, which HarfBuzz has
done the first time (the bytes are the same: a test compares). `OnePass` is the table in which the engine keeps the
fonts of one document; each font that we know gets our way of cutting, any other keeps the engine's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

try:
    from weasyprint import __version__ as _version
    from weasyprint.text.ffi import ffi, harfbuzz, harfbuzz_subset
    from weasyprint.text.fonts import get_hb_object_data
except (
    ImportError,
    OSError,
):  # a library is missing, or the engine is built otherwise: its own way, or no PDF at all
    _version, harfbuzz_subset = "", None

_KNOWN_VERSION = "70."
_DROPPED = (b"BASE", b"DSIG", b"EBDT", b"EBLC", b"EBSC", b"GPOS", b"GSUB", b"JSTF", b"LTSH", b"PCLT", b"SVG ")


class OnePass(dict[Any, Any]):
    """The fonts of a document, by the engine's own key."""

    def __setitem__(self, key: Any, font: Any) -> None:
        if harfbuzz_subset and _version.startswith(_KNOWN_VERSION):
            font.subset = partial(_subset, font)
        super().__setitem__(key, font)


def _subset(font: Any, to_unicode: Mapping[int, str], hinting: bool) -> None:
    """In place of `Font.subset`: the glyphs of a PostScript font of one face, or what the engine does."""
    plain = font.type == "otf" and "fvar" not in font.tables and not font.missing and not hinting
    data = _cut(font.hb_face, to_unicode) if plain and to_unicode else None
    if data:
        font.file_content = data
    else:
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
