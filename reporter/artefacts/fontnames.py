"""The name that a PDF gives a font → the name by which people know the face (仿宋_GB2312, 方正小标宋简体 …)."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from reporter.typeset.fonts.roles import TYPEFACES

_SUBSET = re.compile(r"^(?:[A-Z]{6}\+)+")
_ESCAPED = re.compile(r"#([0-9A-Fa-f]{2})")
_STYLE = re.compile(r"[-,_ ]?(Regular|Bold|Italic|BoldItalic|Oblique|Medium|Light|Normal|PSMT|MT|PS)+$", re.I)
_BOLD = re.compile(r"bold|heavy|black|semibold|粗体", re.I)
_KNOWN: Final = {
    "fangsonggb2312": "仿宋_GB2312", "fsgb2312": "仿宋_GB2312", "fangsong": "仿宋", "simfang": "仿宋",
    "stfangsong": "华文仿宋", "stfangso": "华文仿宋", "fandolfang": "仿宋", "fandolfangr": "仿宋",
    "kaitigb2312": "楷体_GB2312", "ktgb2312": "楷体_GB2312", "kaiti": "楷体", "simkai": "楷体", "stkaiti": "华文楷体",
    "fandolkai": "楷体", "lxgwwenkai": "霞鹜文楷",
    "simhei": "黑体", "stheiti": "华文黑体", "stxihei": "华文细黑", "fandolhei": "黑体", "heiti": "黑体",
    "simsun": "宋体", "nsimsun": "新宋体", "stsong": "华文宋体", "stzhongsong": "华文中宋", "fandolsong": "宋体",
    "songti": "宋体", "simsunextb": "宋体", "stsongtisc": "华文宋体", "adobesongstd": "Adobe 宋体",
    "microsoftyahei": "微软雅黑", "dengxian": "等线", "lisu": "隶书", "simli": "隶书", "stxinwei": "华文新魏",
    "youyuan": "幼圆", "simyou": "幼圆",
    "fzxbsjwgb10": "方正小标宋简体", "fzxbsjw": "方正小标宋简体", "fzxbsk": "方正小标宋_GBK",
    "fzxbskgbk10": "方正小标宋_GBK", "fzxiaobiaosongb05": "方正小标宋简体", "fzxiaobiaosongb05s": "方正小标宋简体",
    "fzxbs": "方正小标宋简体", "fzfsjw": "方正仿宋简体", "fzfsjwgb10": "方正仿宋简体", "fzfsk": "方正仿宋_GBK",
    "fzfskgbk10": "方正仿宋_GBK", "fzktjw": "方正楷体简体", "fzktjwgb10": "方正楷体简体", "fzktk": "方正楷体_GBK",
    "fzktkgbk10": "方正楷体_GBK", "fzhtjw": "方正黑体简体", "fzhtjwgb10": "方正黑体简体", "fzhtk": "方正黑体_GBK",
    "fzhtkgbk10": "方正黑体_GBK", "fzssjw": "方正书宋简体", "fzssk": "方正书宋_GBK", "fzdbsjw": "方正大标宋简体",
    "fzdbsk": "方正大标宋_GBK",
    "notoserifcjksc": "思源宋体", "sourcehanserifsc": "思源宋体", "sourcehanserifcn": "思源宋体",
    "notoserifcjkjp": "思源宋体", "notosanscjksc": "思源黑体", "notosanscjkjp": "思源黑体",
    "sourcehansanssc": "思源黑体", "sourcehansanscn": "思源黑体",
    "wenquanyizenhei": "文泉驿正黑", "wenquanyimicrohei": "文泉驿微米黑", "arplumingcn": "文鼎宋体",
    "arplukaicn": "文鼎楷体",
}  # fmt: skip
"""Names in small letters without marks."""
_OURS: Final = {
    _key: face.docx for face in TYPEFACES.values() for _key in (face.pdf[0].replace(" ", "").lower(),)
}
"""The free stand-ins play genuine faces."""


@cache
def face_name(name: str) -> tuple[str, bool]:
    """The face and whether it is a bold cut: `ABCDEF+FangSong_GB2312` → 仿宋_GB2312. A name that is not known stays
    as it is, without the mark of a subset; the last resorts for rare characters have none."""
    plain = _SUBSET.sub("", name).strip()
    bold = bool(_BOLD.search(plain))
    bare = _STYLE.sub("", plain).strip("-, ")
    key = re.sub(r"[^0-9a-z]", "", bare.lower())
    if key.startswith("gwback"):
        return "", False
    if key in _OURS:
        # The stand-in of 小标宋 is drawn from a bold cut, which is how that face looks.
        return _OURS[key], bold and not key.endswith("title")
    return _KNOWN.get(key, bare), bold


def decoded(name: bytes) -> str:
    """A font's name as PDF stores it: UTF-8 or GBK, with #xx for bytes."""
    plain = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), name.decode("latin-1")).encode(
        "latin-1", "replace"
    )
    for coding in ("utf-8", "gbk"):
        try:
            return plain.decode(coding)
        except UnicodeDecodeError:
            continue
    return plain.decode("latin-1")


def east_asian(face: str) -> bool:
    """Whether a name is one of hanzi, or a face that is known to hold them."""
    return any("\u4e00" <= char <= "\u9fff" for char in face)
