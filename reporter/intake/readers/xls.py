"""Old .xls and WPS .et files: refused with the cure, because their formulas and hidden rows cannot be seen."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

from reporter.intake.problems import Code, Rejected, Where


def read(path: Path, name: str) -> NoReturn:
    """Always raises Rejected."""
    hint = "用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”后放回原处"
    raise Rejected(Code.FILE_OLD_FORMAT, f"{path.suffix} 是旧格式，没有读取", hint, Where(name))
