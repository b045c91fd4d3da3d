"""What is turned into bytes by us is what the engine would have written."""

from __future__ import annotations

import re
import zlib
from typing import Any

from reporter.render.page.build import build
from reporter.render.page.engine import OPTIONS, layout, logged
from reporter.render.page.filled import fill
from reporter.render.page.shown import without_empty_strings
from reporter.render.page.written import write_once
from reporter.typeset.setter import Setter
from tests.render import documents

_OBJECT = re.compile(rb"(\d+) 0 obj\n<<(.*?)>>\nstream\n(.*?)\nendstream\nendobj", re.DOTALL)


def _objects(data: bytes) -> dict[bytes, bytes]:
    """Number → content of every stream; that of the objects which are no streams is one of them."""
    found = {}
    for number, head, body in _OBJECT.findall(data):
        if b"/XRef" not in head:
            found[number] = zlib.decompress(body) if b"FlateDecode" in head else body
    return found


def _shown(document: Any, pdf: Any) -> None:
    """The one change that we make on purpose."""
    without_empty_strings(pdf)


def test_the_objects_are_those_of_the_engine() -> None:
    document = documents.joint_notice()
    with logged():
        text = fill(build(document, Setter()), "", None)
        pages = layout(text, document.face, "standin", None)
        theirs: bytes = pages.write_pdf(finisher=_shown, **OPTIONS)
        ours: bytes = pages.write_pdf(finisher=write_once, **OPTIONS)
    assert _objects(ours) == _objects(theirs)
    assert len(_objects(ours)) > 15
    assert len(ours) < len(theirs) * 1.01
    assert re.search(rb"/ID \[?\[?\(", ours)
