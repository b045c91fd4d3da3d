"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from reporter.errors import InputError

Decorated = Callable[..., Any]
json_option = click.option("--json", "as_json", is_flag=True, help="在标准输出上给出 JSON")


_INPUTS = ("texts", "returns", "history", "templates")
"""Folders of a workspace that are read: results among them would be read as inputs the next time."""


def listed(text: str) -> tuple[str, ...]:
    """`docx,pdf` as a user types it (also with 、 and ，), each once."""
    parts = text.replace("，", ",").replace("、", ",").split(",")
    return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))


def _apart(_context: click.Context, _parameter: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    """Every name on its own; an empty one stays, to be refused: it must not mean everything."""
    return tuple(dict.fromkeys(name for text in given for name in listed(text) or (text,)))


def only_option(text: str) -> Callable[[Decorated], Decorated]:
    """`--only a,b`, or repeated: names are separated as they are in `--to`."""
    told = f"{text}；几种用逗号分开"
    return click.option("--only", metavar="文种,…", multiple=True, callback=_apart, help=told)


class _Folder(click.Path):
    """A folder for results; an empty name would silently mean the current folder."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if isinstance(value, str) and not value.strip():
            raise InputError(
                "--out 后面没有写文件夹", "写上文件夹的名称，如 --out outputs；或去掉 --out", "--out"
            )
        return super().convert(value, param, ctx)


def folder_option(text: str) -> Callable[[Decorated], Decorated]:
    """`--out DIR`, by default `outputs` below the current folder."""
    return click.option("--out", metavar="文件夹", default="outputs", type=_Folder(path_type=Path), help=text)


def refuse_file(workspace: Path) -> None:
    """A clerk who points at a workbook means the folder that it lies in."""
    if workspace.is_file():
        hint = f"请给出它所在的文件夹：{workspace.parent}"
        raise InputError("这是一个文件，不是工作文件夹", hint, str(workspace))


def refuse_inputs(workspace: Path, out: Path) -> None:
    """Results never go into a folder that the workspace is read from."""
    root, folder = workspace.resolve(), out.resolve()
    for name in _INPUTS:
        if folder.is_relative_to(root / name):
            hint = f"换一个文件夹，如 --out {workspace.parent / 'outputs'}"
            raise InputError(f"结果不能放进工作文件夹的 {name}，那里是填报的内容", hint, f"--out {out}")
