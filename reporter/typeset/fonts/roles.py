"""The five type roles of a 公文 and the families that play them in PDF and in DOCX.

GB/T 9704-2012 5.2.2 and 7 name only categories (小标宋, 仿宋, 楷体, 黑体, 宋体). DOCX names the genuine fonts
that agencies have installed; PDF uses the free stand-ins built by `reporter.typeset.fonts.build`, each
followed by the family that holds the rare characters (personal names) which the stand-in lacks.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class Role(StrEnum):
    """What a piece of text is set in; the values are the names used in faces, style sheets and metrics."""

    TITLE = "title"
    FANG = "fang"
    KAI = "kai"
    HEI = "hei"
    SONG = "song"


class Typeface(Struct, frozen=True):
    """The families of one role: `pdf` in order of preference, `docx` for hanzi, `docx_ascii` for Latin.

    `docx_rare` is for hanzi that GB 2312 lacks: a face of the same style that comes with Windows or Office.
    """

    role: Role
    label: str
    pdf: tuple[str, str]
    docx: str
    docx_ascii: str
    docx_rare: str

    @property
    def css(self) -> str:
        """The value for CSS `font-family`, in single quotes so that it may stand in a style attribute."""
        return ", ".join(f"'{family}'" for family in self.pdf)


TYPEFACES: dict[Role, Typeface] = {
    face.role: face
    for face in (
        Typeface(
            Role.TITLE, "小标宋", ("GW Title", "GW BackBold"), "方正小标宋简体", "方正小标宋简体", "华文中宋"
        ),
        Typeface(Role.FANG, "仿宋", ("GW Fang", "GW BackSong"), "仿宋_GB2312", "Times New Roman", "仿宋"),
        Typeface(Role.KAI, "楷体", ("GW Kai", "GW BackKai"), "楷体_GB2312", "Times New Roman", "楷体"),
        Typeface(Role.HEI, "黑体", ("GW Hei", "GW BackHei"), "黑体", "黑体", "黑体"),
        Typeface(Role.SONG, "宋体", ("GW Song", "GW BackSong"), "宋体", "宋体", "宋体"),
    )
}


PLANES: dict[int, str] = {2: "SimSun-ExtB", 3: "SimSun-ExtG"}
"""The faces of Windows for hanzi beyond the basic plane, by the plane of the code point."""


def typeface(role: str) -> Typeface:
    """The typeface of a role given by enum member or by name; an unknown name is a ValueError."""
    return TYPEFACES[Role(role)]
