"""The fonts of a PDF: our stand-ins, or the machine's genuine faces with the stand-ins behind them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from msgspec import Struct, field

from reporter.typeset.fontfolder import font_dir
from reporter.typeset.fonts.metrics import Metrics, metrics
from reporter.typeset.fonts.place import PDF_CONFIG, built_file
from reporter.typeset.fonts.roles import TYPEFACES, Role

if TYPE_CHECKING:
    from reporter.typeset.fonts.genuine import Face

Fonts = Literal["standin", "system"]
"""`standin`: the same everywhere. `system`: what the machine has, and stand-ins for what it lacks."""
_OTHERS = {"system": "reporter.typeset.fonts.systemset"}
"""Choice → the module that makes its set."""
_SURROUNDINGS = (
    "FONTCONFIG_FILE",
    "FONTCONFIG_PATH",
    "XDG_DATA_HOME",
    "XDG_CACHE_HOME",
    "REPORTER_CACHE",
    "HOME",
)


class FontSet(Struct, frozen=True, eq=False):
    """What lines are measured with and pages are set in; two are equal only when they are the same one."""

    metrics: Metrics
    config: Path
    """The fontconfig file that makes a renderer see these fonts and nothing else."""
    families: Mapping[str, tuple[str, ...]]
    """Role → families in order of preference."""
    faces: tuple[Face, ...] = ()
    """The genuine faces in use."""
    lacking: Mapping[Role, str] = field(default_factory=dict)
    """Role whose first face is a stand-in → why; always empty where stand-ins were asked for."""

    def css(self, role: str) -> str:
        """The value for CSS `font-family`, in single quotes so that it may stand in a style attribute."""
        return ", ".join(f"'{family}'" for family in self.families[role])


def font_set(fonts: Fonts = "standin") -> FontSet:
    """The fonts of that choice. Raises EnvironmentFault when the stand-ins are not built."""
    if fonts == "standin":
        return _standin(font_dir())
    return _other(fonts, font_dir(), tuple(os.environ.get(name, "") for name in _SURROUNDINGS))


@lru_cache(maxsize=2)
def _standin(folder: Path) -> FontSet:
    families = {role.value: face.pdf for role, face in TYPEFACES.items()}
    return FontSet(metrics(), built_file(PDF_CONFIG), families)


@lru_cache(maxsize=2)
def _other(fonts: str, folder: Path, surroundings: tuple[str, ...]) -> FontSet:
    """Loaded when somebody asks for it: what reads and changes fonts is large, and most documents never need it."""
    made: FontSet = import_module(_OTHERS[fonts]).font_set(folder, _standin(folder))
    return made
