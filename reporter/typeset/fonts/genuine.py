"""Working copies of the machine's genuine fonts, in which a character is one glyph with one advance.

Outlines stay as they are. The ascent and descent are those of the stand-ins, so that a rare character from another
face never moves a line, the blank is as wide as theirs, and tables that kern, substitute or hold bitmaps are left out.
Copies stay on the machine; a PDF holds the glyphs that it prints, like that of any program.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import struct
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont, TTLibError
from msgspec import Struct

from reporter.errors import EnvironmentFault, system_reason
from reporter.kept import cache_dir
from reporter.typeset.fonts.level import level
from reporter.typeset.fonts.machine import Found
from reporter.typeset.fonts.metrics import Metrics, RoleMetrics, collapse, expand
from reporter.typeset.fonts.outlines import Font, set_glyph, thicken
from reporter.typeset.fonts.place import built_file
from reporter.typeset.fonts.roles import TYPEFACES, Role

SCHEMA: Final = "reporter/genuine-1"
"""Part of every copy's folder name: another way of copying makes other copies."""
SPACES: Final = (0x20, 0xA0)
_KEPT: Final = frozenset({
    "head", "hhea", "hmtx", "maxp", "OS/2", "cmap", "name", "post", "glyf", "loca", "cvt ", "fpgm", "prep", "CFF ",
})  # fmt: skip
_FORBIDDEN: Final = 0x0002
"""OS/2 fsType: the maker allows no embedding."""
_EMBEDDING: Final = 0x000F
_INK_SAMPLE: Final = "省市县民政局人府文件发展改革委员会"
_TABLE: Final = "face.json"
_BROKEN: Final = (TTLibError, struct.error, AssertionError, EOFError, LookupError, OverflowError, ValueError)
"""What reading a damaged font raises."""


class Unusable(Exception):
    """A font of the machine cannot be used; the message says why, in Chinese."""


class Face(Struct, frozen=True):
    """A genuine face as it is used; `folder` holds the copy.

    `rise` says how much farther its ink goes above and (negative) below the baseline than the stand-in's, em.
    """

    role: Role
    name: str
    file: str
    version: str
    sha256: str
    family: str
    folder: Path
    widths: dict[int, float]
    codes: frozenset[int]
    rise: tuple[float, float]

    def as_dict(self) -> dict[str, str]:
        """For the manifest."""
        return {
            "role": self.role.value,
            "name": self.name,
            "file": self.file,
            "version": self.version,
            "sha256": self.sha256,
        }


def prepare(found: Found, standin: Metrics) -> Face:
    """The working copy of a font, made when first needed. Raises Unusable, and EnvironmentFault without room."""
    try:
        digest = hashlib.sha256(found.path.read_bytes()).hexdigest()
    except OSError as error:
        raise Unusable(f"读不出来（{system_reason(error)}）") from None
    bold = found.role is Role.FANG  # emphasis in the body is the only bold
    name = f"{SCHEMA.rpartition('/')[2]}-{digest[:24]}-{found.index}{'-bold' if bold else ''}"
    folder = cache_dir() / name
    if not (folder / _TABLE).is_file():
        _make(
            found,
            folder,
            f"GS {digest[:6].upper()}{found.index}",
            standin.advance(" ", found.role),
            bold=bold,
        )
    data = json.loads((folder / _TABLE).read_text(encoding="utf-8"))
    return Face(
        found.role,
        found.name,
        found.path.name,
        found.version,
        digest,
        data["family"],
        folder,
        {int(code): width for code, width in data["widths"].items()},
        expand(data["codes"]),
        (data["rise"][0], data["rise"][1]),
    )


def _make(found: Found, folder: Path, unnamed: str, space_em: float, *, bold: bool) -> None:
    """Written beside and moved into place at once: another process may be making the same."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(
            dir=folder.parent, prefix=".making-", ignore_cleanup_errors=True
        ) as name:
            out = Path(name) / "face"
            out.mkdir()
            try:
                _copy(found, out, unnamed, space_em, bold=bold)
            except _BROKEN as error:
                raise Unusable("字体文件不完整") from error
            try:
                out.rename(folder)
            except OSError:
                if not (folder / _TABLE).is_file():
                    raise
    except OSError as error:
        reason = system_reason(error)
        hint = "清理磁盘，或用环境变量 REPORTER_CACHE 指出一个可以写入的文件夹"
        raise EnvironmentFault(f"本机字体的工作副本写不进 {folder.parent}：{reason}", hint=hint) from error


def _copy(found: Found, out: Path, unnamed: str, space_em: float, *, bold: bool) -> None:
    font = _opened(found)
    family = _family(font) or unnamed
    units = font["head"].unitsPerEm
    for tag in [tag for tag in font.keys() if tag not in _KEPT and tag != "GlyphOrder"]:  # noqa: SIM118
        del font[tag]
    # Pango sets a space in the font of the run around it, so all families must agree on its width.
    for code in SPACES:
        set_glyph(font, code, None, round(space_em * units))
    level(font, family, f"Version {found.version}")
    font.save(out / f"regular{_suffix(font)}")
    cmap, metrics = font.getBestCmap(), font["hmtx"].metrics
    widths = {code: metrics[glyph][0] / units for code, glyph in cmap.items()}
    widths |= dict.fromkeys(SPACES, round(space_em * units) / units)
    data = {
        "schema": SCHEMA,
        "family": family,
        "widths": {str(code): width for code, width in sorted(widths.items()) if width != 1.0},
        "codes": collapse(set(widths)),
        "rise": _rise(font, found.role),
    }
    if bold:
        thicken(font)
        level(font, family, f"Version {found.version}", bold=True)
        font.save(out / f"bold{_suffix(font)}")
    (out / _TABLE).write_text(json.dumps(data, sort_keys=True), encoding="utf-8")


def _opened(found: Found) -> Font:
    try:
        data = io.BytesIO(found.path.read_bytes())
        font: Any = TTFont(data, fontNumber=found.index, recalcTimestamp=False, recalcBBoxes=False)
        rights = font["OS/2"].fsType & _EMBEDDING
        if not font.getBestCmap() or not ("glyf" in font or "CFF " in font):
            raise Unusable("不是 Unicode 编码的轮廓字体")
        font["hmtx"], font["hhea"], font["name"]  # a broken file is found here
    except (*_BROKEN, OSError) as error:
        raise Unusable("字体文件不完整") from error
    if rights == _FORBIDDEN:
        raise Unusable("字体的许可不允许嵌入文件")
    return font


def _family(font: Font) -> str:
    """The PostScript name, which is ASCII and which a reader's font list shows."""
    name = re.sub(r"[^A-Za-z0-9_-]", "", font["name"].getDebugName(6) or "")
    return name if name[:1].isalpha() else ""


def _suffix(font: Font) -> str:
    return ".otf" if "CFF " in font else ".ttf"


def _rise(font: Font, role: Role) -> list[float]:
    """From the ink of the role's stand-in to that of the font, top and bottom, em."""
    family = TYPEFACES[role].pdf[0].replace(" ", "")
    with TTFont(built_file(f"{family}-Regular.otf"), lazy=True) as standin:
        theirs = _ink(standin)
    ours = _ink(font) or theirs
    return [round(mine - other, 4) for mine, other in zip(ours, theirs, strict=True)]


def _ink(font: Font) -> list[float]:
    """Highest and lowest ink of hanzi that stand on marks, em; empty for a font without them."""
    cmap, glyphs, units = font.getBestCmap(), font.getGlyphSet(), font["head"].unitsPerEm
    bounds = []
    for code in map(ord, _INK_SAMPLE):
        if code in cmap:
            pen = BoundsPen(glyphs)
            glyphs[cmap[code]].draw(pen)
            bounds += [pen.bounds] if pen.bounds else []
    return [max(one[3] for one in bounds) / units, min(one[1] for one in bounds) / units] if bounds else []


def overlaid(role: RoleMetrics, faces: Iterable[Face]) -> RoleMetrics:
    """A role's table with genuine faces before the stand-ins, the preferred first."""
    chain = list(faces)
    if not chain:
        return role
    widths = dict(role.widths)
    for face in reversed(chain):
        for code in face.codes:
            widths.pop(code, None)
        widths |= face.widths
    own = chain[0].codes
    others = role.own | role.fallback
    return RoleMetrics(widths, own, others.union(*(face.codes for face in chain)) - own)
