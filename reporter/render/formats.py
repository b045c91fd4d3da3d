"""Output formats, found by file name: every plain module of this folder renders the format it names.

Plain: no underscore, not a package; this module and `rendered` are what formats share. Each format has
`render(document) -> Rendered`, and may have `applies(document) -> bool`; one whose faces a workspace may override says
in `TEMPLATES` in which folder of `templates` they lie and takes it as `templates`; one that depends on the fonts says
so with `FONTS` and takes the choice as `fonts`. Nothing is imported until asked for.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import reporter.render as package
from reporter.document.model import Document
from reporter.errors import UnknownName
from reporter.render.rendered import Rendered
from reporter.text import did_you_mean
from reporter.typeset.fonts import Fonts

USUAL = ("docx", "pdf", "xlsx")
"""What `build` makes when nobody says otherwise."""
_SHARED = {"formats", "rendered"}


def format_names() -> tuple[str, ...]:
    """All formats, sorted."""
    names = (info.name for info in pkgutil.iter_modules(package.__path__) if not info.ispkg)
    return tuple(sorted(name for name in names if "_" not in name and name not in _SHARED))


def renderer(
    name: str, templates: Path | None = None, fonts: Fonts = "standin"
) -> Callable[[Document], Rendered | None]:
    """The renderer of a format; it gives None where the format does not apply. Raises UnknownName.

    `templates` is a workspace's folder of that name; what lies in its place there goes before our own faces.
    """
    if name not in format_names():
        raise UnknownName(f"没有“{name}”这种格式", did_you_mean(name, format_names()))
    module = import_module(f"{package.__name__}.{name}")
    applies: Callable[[Document], bool] = getattr(module, "applies", lambda document: True)
    place: str = getattr(module, "TEMPLATES", "")
    own = templates / place if templates and place and (templates / place).is_dir() else None
    settings: dict[str, Any] = {"templates": own} if own else {}
    if getattr(module, "FONTS", False):
        settings["fonts"] = fonts

    def render(document: Document) -> Rendered | None:
        return module.render(document, **settings) if applies(document) else None

    return render
