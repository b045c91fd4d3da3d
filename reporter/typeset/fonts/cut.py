"""Cut a font file down to some characters with HarfBuzz's subsetter (far faster than a pure Python one)."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from reporter.errors import EnvironmentFault
from reporter.typeset.fonts.libraries import load_library

_NO_HINTING: Final = 0x01
_NOTDEF_OUTLINE: Final = 0x40
_DROP_TABLES: Final = 3
"""HB_SUBSET_SETS_DROP_TABLE_TAG"""


def cut(source: Path, index: int, codes: Iterable[int], drop: Iterable[str]) -> bytes:
    """Font `index` of a file or collection with only these code points and without the tables in `drop`."""
    hb = _library()
    blob = hb.hb_blob_create_from_file(str(source).encode())
    face = hb.hb_face_create(blob, index)
    order = hb.hb_subset_input_create_or_fail()
    characters = hb.hb_subset_input_unicode_set(order)
    for code in codes:
        hb.hb_set_add(characters, code)
    tables = hb.hb_subset_input_set(order, _DROP_TABLES)
    for tag in drop:
        hb.hb_set_add(tables, int.from_bytes(tag.ljust(4).encode(), "big"))
    hb.hb_subset_input_set_flags(order, _NO_HINTING | _NOTDEF_OUTLINE)
    result = hb.hb_subset_or_fail(face, order)
    if not result:
        raise EnvironmentFault(f"无法裁剪字体 {source}", hint="字体文件可能不完整，删除后重新运行 make fonts")
    out = hb.hb_face_reference_blob(result)
    length = ctypes.c_uint()
    start = hb.hb_blob_get_data(out, ctypes.byref(length))
    data = ctypes.string_at(start, length.value)
    for kind, things in (("blob", (out, blob)), ("face", (result, face)), ("subset_input", (order,))):
        for thing in things:
            getattr(hb, f"hb_{kind}_destroy")(thing)
    return data


_SIGNATURES: Final[dict[str, tuple[object, tuple[object, ...]]]] = {
    "hb_blob_create_from_file": (ctypes.c_void_p, (ctypes.c_char_p,)),
    "hb_blob_get_data": (ctypes.c_void_p, (ctypes.c_void_p, ctypes.POINTER(ctypes.c_uint))),
    "hb_blob_destroy": (None, (ctypes.c_void_p,)),
    "hb_face_create": (ctypes.c_void_p, (ctypes.c_void_p, ctypes.c_uint)),
    "hb_face_destroy": (None, (ctypes.c_void_p,)),
    "hb_face_reference_blob": (ctypes.c_void_p, (ctypes.c_void_p,)),
    "hb_set_add": (None, (ctypes.c_void_p, ctypes.c_uint32)),
    "hb_subset_input_create_or_fail": (ctypes.c_void_p, ()),
    "hb_subset_input_unicode_set": (ctypes.c_void_p, (ctypes.c_void_p,)),
    "hb_subset_input_set": (ctypes.c_void_p, (ctypes.c_void_p, ctypes.c_int)),
    "hb_subset_input_set_flags": (None, (ctypes.c_void_p, ctypes.c_uint)),
    "hb_subset_input_destroy": (None, (ctypes.c_void_p,)),
    "hb_subset_or_fail": (ctypes.c_void_p, (ctypes.c_void_p, ctypes.c_void_p)),
}


class _HarfBuzz:
    """The functions above, wherever of the two libraries they live, with their types set."""

    def __init__(self, libraries: tuple[ctypes.CDLL, ...]) -> None:
        for name, (result, arguments) in _SIGNATURES.items():
            function = next(getattr(library, name) for library in libraries if hasattr(library, name))
            function.restype, function.argtypes = result, arguments
            setattr(self, name, function)

    def __getattr__(self, name: str) -> ctypes._NamedFuncPointer:
        raise AttributeError(name)


def _library() -> _HarfBuzz:
    found = tuple(library for name in ("harfbuzz", "harfbuzz-subset") if (library := load_library(name)))
    if len(found) != len(("harfbuzz", "harfbuzz-subset")):
        raise EnvironmentFault(
            "缺少字体裁剪库 libharfbuzz-subset",
            hint="在 Debian 或 Ubuntu 上运行 apt-get install libharfbuzz-subset0",
        )
    return _HarfBuzz(found)
