"""What a cell of a workbook can hold."""

from __future__ import annotations

from typing import Final

from reporter.patterns import regex

MAX_CELL: Final = 32767
"""Longest text of a cell (Excel's limit); openpyxl would cut silently."""
NOT_IN_XML: Final = regex("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What no part of a workbook can hold; openpyxl's own list knows half of it and the rest ends in its writer."""
