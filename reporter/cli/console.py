"""Where words go: results to standard output, messages for people to standard error; both survive any console."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Mapping
from typing import Any


def speak_chinese() -> None:
    """Starts the process again in UTF-8 where the system's encoding has no hanzi (`LC_ALL=C` in cron or a container).

    There not only words would be lost: no file could get a Chinese name, and none that was typed could be found.
    """
    try:
        "文件".encode(sys.getfilesystemencoding())
    except UnicodeEncodeError:
        if not sys.flags.utf8_mode and sys.executable:
            os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])


def prepare() -> None:
    """A character that the console cannot show (GBK on Windows) becomes a ?, never an exception.

    A stream that was closed before we began (`>&-`, a service without a console) is as good as one nobody reads.
    """
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115 - lives as long as we
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def show(text: str = "") -> None:
    """A line of the result, on standard output."""
    sys.stdout.write(text + "\n")


def say(text: str = "") -> None:
    """A line for people, on standard error."""
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


def show_json(schema: str, data: Mapping[str, Any]) -> None:
    """One object on standard output. Where the encoding is not UTF-8 all but ASCII is escaped, so nothing is lost."""
    import json  # most commands print none

    utf8 = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    sys.stdout.write(json.dumps({"schema": schema, **data}, ensure_ascii=not utf8, indent=1) + "\n")


def table(rows: list[tuple[str, ...]], indent: str = "  ") -> list[str]:
    """Rows as aligned lines; a hanzi takes two columns of a console."""
    if not rows:
        return []
    widths = [max(columns(row[place]) for row in rows) for place in range(len(rows[0]))]
    lines = []
    for row in rows:
        cells = (text + " " * (wide - columns(text)) for text, wide in zip(row, widths, strict=True))
        lines.append((indent + "  ".join(cells)).rstrip())
    return lines


def columns(text: str) -> int:
    """Width of a text in console columns."""
    return sum(1 if ord(char) < 0x2E80 and char not in "“”‘’—…·×" else 2 for char in text)
