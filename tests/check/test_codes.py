"""Every code that read-back can give is explained."""

from __future__ import annotations

import re
from pathlib import Path

from reporter import check
from reporter.check.codes import READ_BACK


def test_every_code_in_the_sources_has_a_meaning() -> None:
    sources = "".join(path.read_text(encoding="utf-8") for path in Path(check.__path__[0]).glob("*.py"))
    used = set(re.findall(r'"(GW7\d\d)"', sources))
    assert used and used == set(READ_BACK)
