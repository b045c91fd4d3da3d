"""What 附件说明 says is enclosed."""

from __future__ import annotations

import re

from reporter.check.subject import Subject

_HEAD = re.compile(r"^附\s*件\s*[一二三四五六七八九十\d]*\s*[：:]\s*")
_COUNT = r"(?:\d{1,2}|[一二三四五六七八九十]{1,2})"
_NUMBER = re.compile(rf"^(?:[（(]{_COUNT}[)）]|{_COUNT}\s*[.．、：:])\s*")
_NOT_ENCLOSED = re.compile(r"[（(](?:另附|另发|略|另行印发|另报)[）)]")


def listed_attachments(subject: Subject) -> dict[int, str]:
    """Number → name of those that are to be enclosed; names that say 另附 are left out."""
    return {number: name for number, name in named_attachments(subject).items() if not _NOT_ENCLOSED.search(name)}


def named_attachments(subject: Subject) -> dict[int, str]:
    """Number → name of all that have one."""
    lines = [element.text for element in subject.sure("attachments", part=0)]
    found: dict[int, str] = {}
    for line in lines:
        text = _HEAD.sub("", line).strip()
        numbered = _NUMBER.match(text) if len(lines) > 1 or text[:2] == "1." else None
        if numbered is None and found and not _HEAD.match(line):
            last = max(found)
            found[last] += text
            continue
        name = text[numbered.end() :] if numbered else text
        found[len(found) + 1] = name.strip().rstrip("。；，、.;,")
    return {number: name for number, name in found.items() if name}
