"""Where the built fonts lie, and the fontconfig files that make a renderer see them and nothing else."""

from __future__ import annotations

import os
from pathlib import Path

from reporter.errors import EnvironmentFault
from reporter.typeset.fontfolder import OVERRIDE, font_dir

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


def office_environment() -> dict[str, str]:
    """The environment for a LibreOffice process: the stand-ins answer to the names of the genuine fonts."""
    return {**os.environ, "FONTCONFIG_FILE": str(built_file(OFFICE_CONFIG))}
