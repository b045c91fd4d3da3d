"""What stands on every page and belongs to no text: page numbers and the mark of the draft state."""

from __future__ import annotations

import re

from reporter.artefacts.pdf import PdfPage

_PAGE_NUMBER = re.compile(r"[—–―-]+\s*\d{1,4}\s*[—–―-]+")
_STATE = re.compile(r"[（(【\[]?(草稿|征求意见稿|送审稿|样稿|定稿)[）)】\]]?")


def without_furniture(page: PdfPage) -> tuple[str, ...]:
    """The lines of a page without its page number and without the state mark."""
    return tuple(line for line in page.lines if not is_furniture(line))


def is_furniture(line: str) -> bool:
    """Whether a line holds nothing but a page number or state marks."""
    text = line.replace("\u3000", " ").strip()
    if _PAGE_NUMBER.fullmatch(text):
        return True
    rest = _STATE.sub("", text) if "稿" in text else text
    return rest != text and not rest.strip(" ·•　/、")
