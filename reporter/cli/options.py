"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

Decorated = Callable[..., Any]
json_option = click.option("--json", "as_json", is_flag=True, help="在标准输出上给出 JSON")


def folder_option(text: str) -> Callable[[Decorated], Decorated]:
    """`--out DIR`, by default `outputs` below the current folder."""
    return click.option(
        "--out", metavar="文件夹", default="outputs", type=click.Path(path_type=Path), help=text
    )
