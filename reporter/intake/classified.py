"""Classified material is not for this machine: a marked file stops everything before anything is copied or logged.

A mark is 绝密、机密 or 秘密 with ★ behind it, or alone on a line of the header; the words in running text do not count
(9704 7.2.2). Only a workspace that declares `classified_system: true` in campaign.yaml is spared.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from reporter.errors import InputError

MESSAGE = "本机不得处理涉密文件"
HINT = "请立即停止操作，按保密规定移到涉密计算机上处理"
_STARRED = re.compile(r"(?:绝密|机密|秘密)[ \u3000]*[★☆]")
_ALONE = re.compile(
    r"[\s\u3000*#]*(?:绝[\s\u3000]*密|机[\s\u3000]*密|秘[\s\u3000]*密)[\s\u3000*]*(?:\d+年|长期)?[\s\u3000*]*"
)
_FIELD = re.compile(
    r"[\s\u3000{,-]*[\"']?(?:密级|保密期限|密级和保密期限|classification)[\"']?[ \t]*[:：][\s\u3000]*(\S.*)"
)
_NONE = re.compile(r"[\"'~]*(?:无|否|非密|不涉密|公开|null)?[\"'~]*\s*(?:#.*)?")
HEAD_LINES = 12
"""How far down a header can reach, in non-empty lines of text after any front matter."""
HEAD_ROWS = 6


class ClassifiedFile(InputError):
    """A file with a classification mark. The message never quotes the file."""


def refuse_marked(text: str, file: str, *, settings: bool = False) -> None:
    """Raises ClassifiedFile, with file and line, when the text is marked; `settings` for a file of settings only."""
    for number in marked_lines(text.split("\n"), settings=settings):
        raise ClassifiedFile(MESSAGE, HINT, f"{file} 第{number}行")


def refuse_marked_cells(rows: Iterable[Iterable[object]], where: str) -> None:
    """The same for a sheet: a starred mark in any cell, a bare one in a cell of the first rows."""
    for number, row in enumerate(rows, 1):
        for cell in row:
            if not isinstance(cell, str):
                continue
            if _STARRED.search(cell) or (number <= HEAD_ROWS and _ALONE.fullmatch(cell)):
                raise ClassifiedFile(MESSAGE, HINT, f"{where} 第{number}行")


def marked_lines(lines: Iterable[str], *, settings: bool = False) -> Iterable[int]:
    """Numbers of the lines that carry a mark or a value for 密级."""
    seen, front = 0, 0
    for number, line in enumerate(lines, 1):
        if line.strip() == "---" and front < 2 and (front or number == 1):
            front += 1
            continue
        field = _FIELD.match(line)
        given = field is not None and (settings or front == 1) and not _NONE.fullmatch(field[1])
        seen += bool(line.strip()) and front != 1 and not settings
        if _STARRED.search(line) or given or (0 < seen <= HEAD_LINES and _ALONE.fullmatch(line)):
            yield number
