"""What makes a folder a workspace. Light: it is asked of every path before anything is read."""

from __future__ import annotations

import os
from pathlib import Path

BASICS = "基本信息.xlsx"
CAMPAIGN = "campaign.yaml"
"""The same settings; goes before the workbook."""
FILINGS = "filings.yaml"
"""What is issued."""
INDICATORS = "indicators.yaml"
"""The indicator forms to be filled."""
RESULTS = ".reporter"
"""The folder of drafts and records beside results."""
COLOURED = "（标注）"
"""Before the name of a copy in which faulty cells are coloured."""


def is_workspace(folder: Path) -> bool:
    """Whether the folder holds the settings without which nothing is read."""
    return any((folder / name).is_file() for name in (BASICS, CAMPAIGN))


def as_named(path: Path, root: Path) -> str:
    """A file by its path relative to the folder that it lies below, with `/`."""
    below = "" if root == Path() else str(root)
    return str(path)[len(below) :].lstrip(os.sep).replace(os.sep, "/")
