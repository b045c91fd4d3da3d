"""A file that a command was asked for beside its lines."""

from __future__ import annotations

from pathlib import Path

from reporter.cli.console import say


def put(path: Path, data: bytes, what: str) -> str:
    """Writes it whole or not at all, says so, gives its path. Raises WriteError when the disk refuses."""
    from reporter.deliver.writing import fault, write_atomically

    there = path.exists()
    try:
        write_atomically(path, data)
    except PermissionError as error:
        raise fault(error, path) from error
    say(f"{what}：{path}{'（替换了上一次的结果）' if there else ''}")
    return str(path)
