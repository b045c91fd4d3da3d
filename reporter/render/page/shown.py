"""Text as every viewer shows it alike.

The engine shifts the first glyph after a change of font by writing an empty string before the number. Viewers built on
PDFium (Chrome, Edge) then lose the shift behind the last glyph before the next change, so that a line with rare
characters or marks ends up to 2 mm beside the edge. Without the empty strings the page means the same.
"""

from __future__ import annotations

from typing import Any

import pydyf

_EMPTY, _SHOWN = b"<>", b"] TJ"


def without_empty_strings(pdf: Any) -> None:
    """Takes them out of the pages of a finished file that is not yet written."""
    for item in pdf.objects:
        if isinstance(item, pydyf.Stream):
            item.stream[:] = [_closed(part) for part in item.stream]


def _closed(part: Any) -> Any:
    if isinstance(part, bytes) and part.endswith(_SHOWN):
        return part.replace(_EMPTY, b" ")
    return part
