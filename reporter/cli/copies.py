"""Writes the coloured copies and tells where they are; a full disk must not hide the list of problems."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reporter.cli.console import say
from reporter.errors import ReporterError

if TYPE_CHECKING:
    from reporter.deliver.writing import Written
    from reporter.intake.problems import Problem


def write_copies(root: Path, problems: Sequence[Problem], out: Path) -> list[str]:
    """Paths of the copies in `out`/<workspace>/数据检查/; what could not be written is only told."""
    from reporter.deliver.copies import deliver_copies

    root = root.resolve()
    try:
        written = deliver_copies(root, problems, out / root.name)
    except (ReporterError, OSError) as error:
        say(f"标注副本没有写成：{error}")
        return []
    _tell(written)
    clear_copies(root, out, written)
    return [str(one.path) for one in written]


def _tell(written: tuple[Written, ...]) -> None:
    if written:
        say("出错的单元格已在副本里标色并加批注（原表没有改动）：")
    for one in written:
        say(f"  {one.path}")
        if one.note:
            say(f"    {one.note}")


def clear_copies(root: Path, out: Path, current: Sequence[Written] = ()) -> None:
    """Copies whose cells are mended would mislead: ours go, edited ones stay and are named."""
    from reporter.deliver.copies import remove_stale

    try:
        removed, left = remove_stale(out / root.resolve().name, [one.path for one in current])
    except OSError as error:
        say(f"以前的标注副本没有清理：{error}")
        return
    if removed:
        say(f"以前的标注副本已过时，已删去：{'、'.join(path.name for path in removed)}")
    if left:
        say(f"以前的标注副本有人改过，没有删，已不作数：{'、'.join(path.name for path in left)}")
