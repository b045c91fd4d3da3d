"""Workbooks as reproducible bytes: fixed order and times, nothing compressed, no clock in the properties."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from openpyxl import Workbook

_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def save(book: Workbook, path: Path) -> None:
    """Writes `book`. Stored, not deflated: two builds of zlib may pack the same bytes differently."""
    packed = BytesIO()
    book.properties.creator = "安和县民政局"
    book.save(packed)
    with ZipFile(packed) as source, ZipFile(path, "w") as target:
        for name in sorted(source.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            content = source.read(name)
            if name == "docProps/core.xml":
                content = _STAMP.sub(rb"\g<1>2026-11-06T09:00:00Z", content)
            info = ZipInfo(name, _ZIP_TIME)
            info.compress_type = ZIP_STORED
            info.external_attr = 0o644 << 16
            info.create_system = 3
            target.writestr(info, content)
