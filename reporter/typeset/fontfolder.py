"""Where the built fonts lie. By itself: asking whether anything is to be done must not load what draws letters."""

from __future__ import annotations

import os
import sys
from pathlib import Path

OVERRIDE = "REPORTER_FONTS"
METRICS_FILE = "metrics.json"


def font_dir() -> Path:
    """The folder of the built fonts: `$REPORTER_FONTS`, else `<sys.prefix>/share/reporter/fonts`."""
    override = os.environ.get(OVERRIDE)
    return Path(override) if override else Path(sys.prefix) / "share" / "reporter" / "fonts"
