"""Where the built fonts lie, and the fontconfig files that make a renderer see them and nothing else."""

from __future__ import annotations

import ctypes
import ctypes.util
import os
import sys
from functools import cache
from pathlib import Path

from reporter.errors import EnvironmentFault
from reporter.typeset.fontfolder import OVERRIDE, font_dir

CACHE_OVERRIDE = "REPORTER_CACHE"
PDF_CONFIG = "fonts.conf"
OFFICE_CONFIG = "office.conf"


def built_file(name: str) -> Path:
    """A file of the built fonts; raises EnvironmentFault, which names the command to run, when not built."""
    path = font_dir() / name
    if not path.is_file():
        raise EnvironmentFault(
            f"没有找到排版用的字体（{path} 不存在）",
            hint=f"在程序所在文件夹运行 make setup；字体已放在别处的，用环境变量 {OVERRIDE} 指出所在文件夹",
        )
    return path


def environment() -> Path:
    """Point fontconfig at the private fonts; call before WeasyPrint is imported. Returns the configuration.

    Rendering then never depends on what the machine has installed. Raises EnvironmentFault when not built.
    """
    config = built_file(PDF_CONFIG)
    os.environ["FONTCONFIG_FILE"] = str(config)
    return config


def cache_dir() -> Path:
    """Where working copies of the machine's own fonts are kept: `$REPORTER_CACHE`, else the user's cache folder."""
    given = os.environ.get(CACHE_OVERRIDE)
    if given:
        return Path(given)
    base = os.environ.get("LOCALAPPDATA") if sys.platform == "win32" else os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "gongwen-reporter"


def office_environment() -> dict[str, str]:
    """The environment for a LibreOffice process: the stand-ins answer to the names of the genuine fonts."""
    return {**os.environ, "FONTCONFIG_FILE": str(built_file(OFFICE_CONFIG))}


def pango_available() -> bool:
    """Whether the libraries that WeasyPrint needs can be loaded (without them: DOCX and XLSX, no PDF)."""
    return all(_loads(name) for name in ("pango-1.0", "pangoft2-1.0", "fontconfig"))


def subsetter_available() -> bool:
    """Whether the fast font subsetter is there; without it every PDF takes about ten times as long."""
    return _loads("harfbuzz-subset")


def _loads(name: str) -> bool:
    return load_library(name) is not None


@cache
def load_library(name: str) -> ctypes.CDLL | None:
    """Load a shared library by its bare name (`harfbuzz-subset`), or None when the machine has none."""
    for candidate in (f"lib{name}.so.0", f"lib{name}.so.1", f"lib{name}.0.dylib", f"lib{name}-0.dll"):
        found = _loaded(candidate)
        if found is not None:
            return found
    # Asked last: it starts a compiler and a linker to look around.
    candidate = ctypes.util.find_library(name) or ""
    return _loaded(candidate) if candidate else None


def _loaded(path: str) -> ctypes.CDLL | None:
    try:
        return ctypes.CDLL(path)
    except OSError:
        return None
