"""Build the stand-in fonts: `python -m reporter.typeset.fonts.build DEST --from FOLDER` (FOLDER: .deb files).

Why own files instead of naming the originals: one ascent and descent in all of them, so that a rare character
or a change of face never moves a line; digits of exactly half an em beside 仿宋 and 楷体; fallbacks cut to
what the stand-ins lack; names that no installed font carries.
"""

from __future__ import annotations

import argparse
import io
import json
import shutil
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Final

from fontTools.ttLib import TTFont
from msgspec import Struct

from reporter.errors import ReporterError
from reporter.typeset.fontfolder import METRICS_FILE
from reporter.typeset.fonts.configure import LICENCE_NOTE, office_config, pdf_config
from reporter.typeset.fonts.cut import cut
from reporter.typeset.fonts.debs import licences, unpack
from reporter.typeset.fonts.level import level
from reporter.typeset.fonts.metrics import SCHEMA, UNITS, table
from reporter.typeset.fonts.outlines import Font, set_glyph, thicken
from reporter.typeset.fonts.place import OFFICE_CONFIG, PDF_CONFIG
from reporter.typeset.fonts.roles import TYPEFACES

ASCII: Final = range(0x20, 0x7F)
DASH: Final = 0x2014
SPACES: Final = (0x20, 0xA0)
IDEOGRAPHIC_SPACE: Final = 0x3000
DROPPED: Final = ("GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx", "DSIG", "gasp", "kern")
"""Nothing here kerns, substitutes or sets vertically: one character is one glyph with one advance."""

SONG_SOURCE: Final = "FandolSong-Regular.otf"
FANG_SOURCE: Final = "FandolFang-Regular.otf"


class StandIn(Struct, frozen=True):
    """A stand-in: its source, and which characters come from other sources of the same licence."""

    family: str
    source: str
    borrowed: tuple[tuple[str, tuple[int, ...]], ...] = ()
    bold: bool = False
    """Thickened by drawing every outline twice, a little apart, as word processors do without a bold."""


class Fallback(Struct, frozen=True):
    """A fallback: font `index` of a file, cut to what the stand-ins lack."""

    family: str
    source: str
    index: int = 0


# 仿宋 and 楷体 take ASCII from 宋体: FandolFang's digits are sans-like and dark, FandolKai's 0.555 em wide.
# 宋体 takes the dash from 仿宋: its own is a hairline that vanishes in print (page numbers, — 1 —).
STAND_INS: Final = (
    StandIn("GW Title", "FandolSong-Bold.otf"),
    StandIn("GW Fang", FANG_SOURCE, ((SONG_SOURCE, (*ASCII, 0xA0)),)),
    StandIn("GW Kai", "FandolKai-Regular.otf", ((SONG_SOURCE, (*ASCII, 0xA0)),)),
    StandIn("GW Hei", "FandolHei-Regular.otf"),
    StandIn("GW Song", SONG_SOURCE, ((FANG_SOURCE, (DASH,)),)),
)
# Emphasis in the body (**一是…。**): PDF renderers do not thicken by themselves.
BOLD_FANG: Final = StandIn("GW Fang", FANG_SOURCE, STAND_INS[1].borrowed, bold=True)
SC: Final = 2
"""The simplified Chinese member of the Noto CJK collections."""
FALLBACKS: Final = (
    Fallback("GW BackSong", "NotoSerifCJK-Regular.ttc", SC),
    Fallback("GW BackBold", "NotoSerifCJK-Bold.ttc", SC),
    Fallback("GW BackHei", "NotoSansCJK-Regular.ttc", SC),
    Fallback("GW BackKai", "LXGWWenKai-Regular.ttf"),
)
# What a name, an address or a form may hold: Latin with accents, signs, kana, enclosed and compatibility
# characters, all hanzi blocks. No Hangul, no emoji.
FALLBACK_BLOCKS: Final = (
    (0x00A0, 0x024F),
    (0x2000, 0x2BFF),
    (0x2E80, 0xA000),
    (0xF900, 0xFAFF),
    (0xFE30, 0xFE4F),
    (0xFF00, 0xFFEF),
    (0x20000, 0x3FFFF),
)


def build(dest: Path, packages: Path) -> None:
    """Build the fonts, the metrics table, both fontconfig files and the licences; replaces `dest`."""
    dest.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=dest.parent, prefix=".fonts-") as name:
        work = Path(name)
        sources, out = work / "sources", work / "out"
        unpack(packages, frozenset(font.source for font in (*STAND_INS, *FALLBACKS)), sources)
        licences(packages, out / "licences")
        (out / "licences" / "README.md").write_text(LICENCE_NOTE, encoding="utf-8")
        stand_ins = (*STAND_INS, BOLD_FANG)
        with ProcessPoolExecutor() as pool:
            made = pool.map(_stand_in, stand_ins, *zip(*[(sources, out)] * len(stand_ins), strict=True))
            widths = {font.family: table for font, table in zip(stand_ins, made, strict=True)}
            covered = set.intersection(*(set(table) for table in widths.values()))
            space = widths["GW Song"][SPACES[0]]
            cuts = [(sources, out, covered, space)] * len(FALLBACKS)
            made = pool.map(_fallback, FALLBACKS, *zip(*cuts, strict=True))
            widths |= {font.family: table for font, table in zip(FALLBACKS, made, strict=True)}
        _write_metrics(out / METRICS_FILE, widths)
        (out / PDF_CONFIG).write_text(pdf_config(dest), encoding="utf-8")
        (out / OFFICE_CONFIG).write_text(office_config(dest), encoding="utf-8")
        if dest.exists():
            shutil.rmtree(dest)
        out.rename(dest)


def _stand_in(font: StandIn, sources: Path, out: Path) -> dict[int, int]:
    target: Font = TTFont(sources / font.source, recalcTimestamp=False, recalcBBoxes=False)
    for source, codes in font.borrowed:
        donor = TTFont(sources / source)
        for code in codes:
            _borrow(target, donor, code)
    if font.bold:
        thicken(target)
    return _finish(target, font.family, out, bold=font.bold)


def _fallback(font: Fallback, sources: Path, out: Path, covered: set[int], space: int) -> dict[int, int]:
    source = sources / font.source
    original: Font = TTFont(source, fontNumber=font.index, lazy=True)
    have = original.getBestCmap()
    codes = {code for code in have if code not in covered and _in_blocks(code)} | {*SPACES, IDEOGRAPHIC_SPACE}
    small = io.BytesIO(cut(source, font.index, sorted(codes), DROPPED))
    target: Font = TTFont(small, recalcTimestamp=False, recalcBBoxes=False)
    # Pango sets a space in the font of the run around it, so both families must agree on its width.
    for code in SPACES:
        set_glyph(target, code, None, space)
    set_glyph(target, IDEOGRAPHIC_SPACE, None, UNITS)
    return _finish(target, font.family, out)


def _in_blocks(code: int) -> bool:
    return any(first <= code <= last for first, last in FALLBACK_BLOCKS)


def _borrow(target: Font, donor: Font, code: int) -> None:
    glyph = donor.getBestCmap()[code]
    set_glyph(target, code, donor, donor["hmtx"][glyph][0])


def _finish(font: Font, family: str, out: Path, *, bold: bool = False) -> dict[int, int]:
    """Rename, level the vertical metrics, save; returns the advance of every character in 1/1000 em."""
    for tag in DROPPED:
        if tag in font:
            del font[tag]
    postscript = level(font, family, "Version 1.0", bold=bold)
    font["OS/2"].fsType = 0
    font.save(out / (postscript + (".otf" if "CFF " in font else ".ttf")))
    metrics = font["hmtx"].metrics
    return {code: metrics[glyph][0] for code, glyph in font.getBestCmap().items()}


def _write_metrics(path: Path, widths: dict[str, dict[int, int]]) -> None:
    roles = {}
    for role, face in TYPEFACES.items():
        own, fallback = (widths[family] for family in face.pdf)
        roles[role.value] = table({**fallback, **own}, set(own), set(fallback) - set(own))
    path.write_text(json.dumps({"schema": SCHEMA, "roles": roles}, sort_keys=True), encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> int:
    """Command line of the build; returns the exit code."""
    parser = argparse.ArgumentParser(prog="reporter.typeset.fonts.build", description="生成排版用的替代字体")
    parser.add_argument("dest", type=Path, help="字体放到哪个文件夹")
    source = parser.add_argument("--from", dest="packages", type=Path, required=True, metavar="FOLDER")
    source.help = "放着 .deb 或字体文件的文件夹"
    options = parser.parse_args(arguments)
    try:
        build(options.dest.absolute(), options.packages)
    except ReporterError as error:
        sys.stderr.write(f"{error}\n")
        return error.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(main())
