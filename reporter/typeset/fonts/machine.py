"""Which of the genuine faces this machine has, as fontconfig tells it."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from fontTools.ttLib import TTFont, TTLibError
from msgspec import Struct

from reporter.kept import cache_dir
from reporter.typeset.fonts.libraries import load_library
from reporter.typeset.fonts.roles import Role

GENUINE: Final[dict[Role, tuple[tuple[str, ...], ...]]] = {
    Role.TITLE: (
        ("方正小标宋简体", "FZXiaoBiaoSong-B05S"),
        ("方正小标宋_GBK", "FZXiaoBiaoSong-B05"),
        ("方正小标宋_GB18030",),
    ),
    Role.FANG: (
        ("仿宋_GB2312", "FangSong_GB2312"),
        ("仿宋", "FangSong"),
        ("方正仿宋简体", "FZFangSong-Z02S"),
        ("方正仿宋_GBK", "FZFangSong-Z02"),
        ("方正仿宋_GB18030",),
    ),
    Role.KAI: (
        ("楷体_GB2312", "KaiTi_GB2312"),
        ("楷体", "KaiTi"),
        ("方正楷体简体", "FZKai-Z03S"),
        ("方正楷体_GBK", "FZKai-Z03"),
        ("方正楷体_GB18030",),
    ),
    Role.HEI: (
        ("黑体", "SimHei"),
        ("方正黑体简体", "FZHei-B01S"),
        ("方正黑体_GBK", "FZHei-B01"),
        ("方正黑体_GB18030",),
    ),
    Role.SONG: (
        ("宋体", "SimSun"),
        ("方正书宋简体", "FZShuSong-Z01S"),
        ("方正书宋_GBK", "FZShuSong-Z01"),
        ("方正书宋_GB18030",),
    ),
}
"""Names of each face, Chinese first, in order of preference: the usual one, then those that hold more characters."""
MOST: Final = 2
"""So many faces are used for a role: the first, and one behind it for what GB 2312 fonts lack."""

_SUFFIXES = frozenset({".ttf", ".ttc", ".otf", ".otc"})
_PROPERTIES = (b"family", b"file", b"index", b"weight", b"slant", b"fontversion")
_FAMILY = 1  # the number of the name
_REGULAR = 80  # on fontconfig's scale; of several weights the nearest is taken


class _FontSet(ctypes.Structure):
    _fields_ = (("count", ctypes.c_int), ("room", ctypes.c_int), ("fonts", ctypes.POINTER(ctypes.c_void_p)))


class Found(Struct, frozen=True, order=True):
    """A font of the machine: font `index` of a file, what fontconfig calls it, its version as `5.01`."""

    role: Role
    name: str
    path: Path
    index: int
    version: str


class _Listed(Struct, frozen=True):
    families: tuple[str, ...]
    path: str
    index: int
    weight: int
    version: int


def genuine() -> dict[Role, tuple[Found, ...]]:
    """The genuine faces of each role, the preferred first; none where the machine has none.

    Follows FONTCONFIG_FILE as every program does. Without fontconfig nothing is found.
    """
    listed = sorted(
        _listed(), key=lambda one: (abs(one.weight - _REGULAR), -one.version, one.path, one.index)
    )
    known: dict[str, _Listed] = {}
    for one in listed:
        for family in one.families:
            known.setdefault(family, one)
    return {role: tuple(_of_role(role, known))[:MOST] for role in Role}


def _of_role(role: Role, known: dict[str, _Listed]) -> Iterator[Found]:
    for names in GENUINE[role]:
        one = next((known[key] for key in map(_key, names) if key in known), None)
        if one is not None:
            yield Found(role, names[0], Path(one.path), one.index, f"{one.version / 65536:.2f}")


def _key(name: str) -> str:
    return name.casefold().replace(" ", "").replace("-", "")


def _keys(name: str) -> Iterator[str]:
    """A name as it is, and as it was meant where GBK bytes were taken for Latin letters (·ÂËÎ_GB2312)."""
    yield _key(name)
    try:
        yield _key(name.encode("latin-1").decode("gbk"))
    except UnicodeError:
        return


def _own_names(path: str, index: int) -> list[str]:
    """The family names in a font's own table, also those in GBK bytes."""
    try:
        with TTFont(path, fontNumber=index, lazy=True) as font:
            return [record.toUnicode("replace") for record in font["name"].names if record.nameID == _FAMILY]
    except (TTLibError, KeyError, OSError):
        return []


def _listed() -> Iterator[_Listed]:
    library = load_library("fontconfig")
    if library is None:
        return
    fc = _typed(library)
    config, pattern = fc.FcInitLoadConfigAndFonts(), fc.FcPatternCreate()
    wanted = fc.FcObjectSetCreate()
    for name in _PROPERTIES:
        fc.FcObjectSetAdd(wanted, name)
    found = fc.FcFontList(config, pattern, wanted)
    try:
        for place in range(found.contents.count if found else 0):
            one = _one(fc, found.contents.fonts[place])
            if one is not None:
                yield one
    finally:
        if found:
            fc.FcFontSetDestroy(found)
        fc.FcObjectSetDestroy(wanted)
        fc.FcPatternDestroy(pattern)
        fc.FcConfigDestroy(config)


def _one(fc: Any, font: int) -> _Listed | None:
    """An upright font with outlines, of one weight; None for any other, and for our own working copies."""
    path = next(_strings(fc, font, b"file"), b"").decode("utf-8", "surrogateescape")
    weight, index = _integer(fc, font, b"weight", _REGULAR), _integer(fc, font, b"index", 0)
    upright = not _integer(fc, font, b"slant", 0)
    usable = Path(path).suffix.casefold() in _SUFFIXES and not Path(path).is_relative_to(cache_dir())
    # The upper half of the index numbers the styles of a variable font.
    if not usable or not upright or index >> 16:
        return None
    names = [name.decode("utf-8", "replace") for name in _strings(fc, font, b"family")]
    if names == [Path(path).stem]:  # what fontconfig says of a font whose names it cannot read
        names = _own_names(path, index)
    families = tuple(dict.fromkeys(key for name in names for key in _keys(name)))
    return _Listed(families, path, index, weight, _integer(fc, font, b"fontversion", 0))


def _strings(fc: Any, font: int, name: bytes) -> Iterator[bytes]:
    value = ctypes.c_char_p()
    number = 0
    while fc.FcPatternGetString(font, name, number, ctypes.byref(value)) == 0:
        yield value.value or b""
        number += 1


def _integer(fc: Any, font: int, name: bytes, default: int) -> int:
    value = ctypes.c_int()
    return value.value if fc.FcPatternGetInteger(font, name, 0, ctypes.byref(value)) == 0 else default


def _typed(library: ctypes.CDLL) -> ctypes.CDLL:
    """The functions with the types of their pointers, which an int would cut in half."""
    pointer, text = ctypes.c_void_p, ctypes.c_char_p
    kinds: dict[str, tuple[Any, tuple[Any, ...]]] = {
        "FcInitLoadConfigAndFonts": (pointer, ()),
        "FcPatternCreate": (pointer, ()),
        "FcObjectSetCreate": (pointer, ()),
        "FcObjectSetAdd": (ctypes.c_int, (pointer, text)),
        "FcFontList": (ctypes.POINTER(_FontSet), (pointer, pointer, pointer)),
        "FcPatternGetString": (ctypes.c_int, (pointer, text, ctypes.c_int, pointer)),
        "FcPatternGetInteger": (ctypes.c_int, (pointer, text, ctypes.c_int, pointer)),
        "FcFontSetDestroy": (None, (ctypes.POINTER(_FontSet),)),
        "FcObjectSetDestroy": (None, (pointer,)),
        "FcPatternDestroy": (None, (pointer,)),
        "FcConfigDestroy": (None, (pointer,)),
    }
    for name, (result, arguments) in kinds.items():
        function = getattr(library, name)
        function.restype, function.argtypes = result, arguments
    return library
