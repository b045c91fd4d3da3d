"""The fontconfig files and the licence note that lie beside the built fonts."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

from reporter.typeset.fonts.roles import TYPEFACES, Role

# Genuine names, as found in files by Word and WPS users, beyond the ones we write ourselves.
GENUINE: Final[dict[Role, tuple[str, ...]]] = {
    Role.TITLE: ("方正小标宋_GBK", "方正小标宋简体", "FZXiaoBiaoSong-B05S", "华文中宋", "STZhongsong"),
    Role.FANG: ("仿宋_GB2312", "仿宋", "FangSong", "FangSong_GB2312", "STFangsong", "华文仿宋"),
    Role.KAI: ("楷体_GB2312", "楷体", "KaiTi", "KaiTi_GB2312", "STKaiti", "华文楷体"),
    Role.HEI: ("黑体", "SimHei", "STHeiti", "华文黑体", "微软雅黑", "Microsoft YaHei"),
    Role.SONG: (
        "宋体",
        "SimSun",
        "NSimSun",
        "新宋体",
        "STSong",
        "华文宋体",
        "Times New Roman",
        "SimSun-ExtB",
        "宋体-ExtB",
        "SimSun-ExtG",
        "宋体-ExtG",
    ),
}

_HEAD: Final = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
"""


def pdf_config(folder: Path) -> str:
    """The private configuration: the built fonts and a cache beside them, nothing of the machine's own."""
    return f"{_HEAD}{_places(folder)}</fontconfig>\n"


def system_config(folder: Path, faces: Iterable[Path], cache: Path) -> str:
    """The built fonts and the folders of genuine faces; `cache` is fontconfig's own."""
    places = "".join(f"  <dir>{escape(str(one))}</dir>\n" for one in (folder, *faces))
    return f"{_HEAD}{places}  <cachedir>{escape(str(cache))}</cachedir>\n</fontconfig>\n"


def office_config(folder: Path) -> str:
    """The same, with the genuine font names answered by the stand-ins, for showing a DOCX in LibreOffice."""
    aliases = "".join(
        f'  <match target="pattern"><test name="family" compare="eq"><string>{escape(name)}</string></test>'
        f'<edit name="family" mode="assign" binding="strong">{_families(role)}</edit></match>\n'
        for role, names in GENUINE.items()
        for name in names
    )
    return f"{_HEAD}{_places(folder)}{aliases}</fontconfig>\n"


def _places(folder: Path) -> str:
    return f"  <dir>{escape(str(folder))}</dir>\n  <cachedir>{escape(str(folder / 'cache'))}</cachedir>\n"


def _families(role: Role) -> str:
    return "".join(f"<string>{family}</string>" for family in TYPEFACES[role].pdf)


LICENCE_NOTE: Final = """# Licences of the fonts in this folder

They were built on this machine from unmodified Debian packages; this project does not distribute them.

- GW Title, GW Fang, GW Kai, GW Hei, GW Song: renamed and modified copies of FandolSong, FandolFang,
  FandolKai and FandolHei. GNU General Public License, version 3, with the font exception: a document
  that embeds the font is not itself covered by the licence. Whoever passes these files on must keep the
  licence and the exception and say what was changed: names, vertical metrics, ASCII of GW Fang and GW
  Kai from FandolSong, the dash of GW Song from FandolFang, OpenType layout tables removed, a thickened
  bold of GW Fang added. See fandol.COPYING.gz and fandol.README.
- GW BackSong, GW BackBold, GW BackHei: renamed, cut copies of Noto Serif CJK SC and Noto Sans CJK SC.
  SIL Open Font License 1.1. See fonts-noto-cjk.copyright.
- GW BackKai: a renamed, cut copy of LXGW WenKai. SIL Open Font License 1.1. See fonts-lxgw-
  wenkai.copyright.

GPL and OFL outlines are never merged into one file.
"""
