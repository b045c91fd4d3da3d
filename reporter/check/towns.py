"""Towns and townships that the file addresses, speaks for or is about, by their full names."""

from __future__ import annotations

import re

from reporter.artefacts.seen.model import Role
from reporter.check.subject import Subject

_NAMED = re.compile(r"(?:^|[、，；\s]|[县市区])(?P<stem>[\u4e00-\u9fff]{2})(?P<kind>镇|乡|街道)(?=人民政府|办事处|党)")
_ROLES: tuple[Role, ...] = ("recipients", "signatory", "title")


def named_towns(subject: Subject) -> frozenset[tuple[str, str]]:
    """Name and kind (镇, 乡, 街道) of those that recipients, signature and title name."""
    elements = [one for role in _ROLES if (one := subject.the(role))]
    return frozenset((found["stem"], found["kind"]) for one in elements for found in _NAMED.finditer(one.text))
