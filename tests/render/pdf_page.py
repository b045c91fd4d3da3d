"""What stands where on a PDF page, mm from its upper left corner, for the tests of the PDF."""

from __future__ import annotations

import ctypes
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

_MM = 25.4 / 72


class Char(NamedTuple):
    """A character: ink box and origin on the baseline."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    origin: float
    baseline: float


class Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float


def chars(page: pypdfium2.PdfPage) -> list[Char]:
    """Every visible character in reading order."""
    height, text = page.get_height(), page.get_textpage()
    found = []
    x, y = ctypes.c_double(), ctypes.c_double()
    for index in range(text.count_chars()):
        char = text.get_text_range(index, 1)
        if not char.strip():
            continue
        left, bottom, right, top = text.get_charbox(index)
        pdfium.FPDFText_GetCharOrigin(text.raw, index, x, y)
        places = (left, height - top, right, height - bottom, x.value, height - y.value)
        found.append(Char(char, *(value * _MM for value in places)))
    return found


def lines(page: pypdfium2.PdfPage) -> list[list[Char]]:
    """Characters by baseline, from the top."""
    by_baseline: dict[float, list[Char]] = {}
    for char in chars(page):
        key = next((known for known in by_baseline if abs(known - char.baseline) < 0.05), char.baseline)
        by_baseline.setdefault(key, []).append(char)
    return [by_baseline[key] for key in sorted(by_baseline)]


def text_of(line: list[Char]) -> str:
    """The characters of a line."""
    return "".join(char.text for char in line)


def line_with(page: pypdfium2.PdfPage, text: str) -> list[Char]:
    """The first line that holds the text (blanks apart)."""
    return next(line for line in lines(page) if text in text_of(line))


def boxes(page: pypdfium2.PdfPage) -> list[Box]:
    """The bounds of everything drawn that is not text."""
    height = page.get_height()
    found = []
    for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH]):
        left, bottom, right, top = item.get_bounds()
        found.append(Box(*(value * _MM for value in (left, height - top, right, height - bottom))))
    return found
