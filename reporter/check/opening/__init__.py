"""How a file of a format becomes what rules look at: a module each, loaded when such a file comes.

Who checks a DOCX without its layout needs nothing that reads pages.
"""

from __future__ import annotations

import importlib
from typing import Any


def opener(format_name: str) -> Any:
    """The module of that name here: `docx` or `pdf`."""
    return importlib.import_module(f"{__name__}.{format_name}")
