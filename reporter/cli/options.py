"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from reporter.errors import InputError

Decorated = Callable[..., Any]
json_option = click.option("--json", "as_json", is_flag=True, help="在标准输出上给出 JSON")


def folder_option(text: str) -> Callable[[Decorated], Decorated]:
    """`--out DIR`, by default `outputs` below the current folder."""
    return click.option(
        "--out", metavar="文件夹", default="outputs", type=click.Path(path_type=Path), help=text
    )


def refuse_file(workspace: Path) -> None:
    """A clerk who points at a workbook means the folder that it lies in."""
    if workspace.is_file():
        hint = f"请给出它所在的文件夹：{workspace.parent}"
        raise InputError("这是一个文件，不是工作文件夹", hint, str(workspace))
