"""Signs that a rule about an element judges, so that the rules about signs in general leave them to it."""

from __future__ import annotations

import re

from reporter.artefacts.seen.model import Para
from reporter.check.subject import Subject

_LABEL = re.compile(r"(?:附\s*件\s*[一二三四五六七八九十\d]*|抄\s*[送报]|主\s*送|签\s*发\s*人)\s*$")
_ENDED = frozenset({"recipients", "title", "attachment_title", "attachments", "cc"})
_COUNTED = 6
"""Characters that a typed number and the sign behind it take at most."""


def judged_apart(subject: Subject, para: Para, start: int, end: int) -> bool:
    """Whether the characters are the colon of a label, what closes a title, a list of names or a remark in brackets, or
    belong to the number of a heading or of the document."""
    for one in subject.sure(
        "recipients",
        "title",
        "attachment_title",
        "attachments",
        "cc",
        "signer",
        "heading",
        "body",
        "remark",
        "number",
    ):
        if para not in one.paras:
            continue
        text = para.text
        if one.role in _ENDED and end == len(text.rstrip()):
            return True
        if one.role in ("attachments", "cc", "signer") and _LABEL.search(text[:start]):
            return True
        if one.label and end <= len(one.label) + 1 and end <= _COUNTED:
            return True
        if one.role == "remark" and start == 0 and end == len(text):
            return True
        if one.role == "number" and text[start:end] in one.text:
            return True
    return False
