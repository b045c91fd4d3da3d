"""CSV as spreadsheets save it: UTF-8 with or without mark, UTF-16, or GB18030; the whole file must decode."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from reporter.contents import content
from reporter.intake.problems import Code, Rejected, Where
from reporter.intake.sheet import Raw, Sheet

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_LOOKED_AT = 40
"""Lines from which the separator is told; titles above the header hold none."""
_LONGEST_CELL = 4000
"""A cell longer than this, in characters, is an unclosed quotation mark that swallowed the following rows."""


def read(path: Path, name: str) -> list[Sheet]:
    """One sheet, named after the file; row numbers are those that a spreadsheet shows."""
    text = _decoded(content(path), name)
    if "\x00" in text:
        line = text[: text.index("\x00")].count("\n") + 1
        raise Rejected(
            Code.FILE_UNREADABLE, "文件里有空字符，可能已损坏", "请重新导出 CSV", Where(name, line=line)
        )
    separator = _separator(text)
    csv.field_size_limit(2**31 - 1)
    rows: list[tuple[Raw, ...]] = []
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    start = 1
    try:
        for row in lines:
            if any(len(value) > _LONGEST_CELL for value in row):
                raise csv.Error
            rows.append(tuple(value if value.strip() else None for value in row))
            start = lines.line_num + 1
    except csv.Error:
        hint = "检查这一行起的英文双引号是否成对，或改用 .xlsx 保存"
        raise Rejected(
            Code.FILE_BROKEN_QUOTE, "双引号没有成对，后面的行无法分开", hint, Where(name, line=start)
        ) from None
    return [Sheet(name, path.stem, tuple(rows))]


def _separator(text: str) -> str:
    """What sets the columns apart: of the usual signs the one that most lines hold at least twice, else a comma."""
    lines = text.splitlines()[:_LOOKED_AT]
    counts = {sign: sum(line.count(sign) > 1 for line in lines) for sign in (",", "\t", ";")}
    return max(counts, key=lambda sign: counts[sign])


def _decoded(data: bytes, name: str) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            candidates: tuple[str, ...] = (encoding,)
            break
    else:
        candidates = ("utf-8", "gb18030")
    for encoding in candidates:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Rejected(Code.FILE_ENCODING, "认不出文件的文字编码", "请另存为“CSV UTF-8”或 .xlsx", Where(name))
