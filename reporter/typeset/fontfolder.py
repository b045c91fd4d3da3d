"""Where the built fonts lie. By itself: asking whether anything is to be done must not load what draws letters."""

from __future__ import annotations

import os
import sys
from functools import lru_cache
from pathlib import Path

OVERRIDE = "REPORTER_FONTS"
METRICS_FILE = "metrics.json"


def font_dir() -> Path:
    """The folder of the built fonts: `$REPORTER_FONTS`, else `<sys.prefix>/share/reporter/fonts`."""
    return _folder(os.environ.get(OVERRIDE, ""), sys.prefix)


@lru_cache(maxsize=4)
def _folder(override: str, prefix: str) -> Path:
    return Path(override) if override else Path(prefix, "share", "reporter", "fonts")
