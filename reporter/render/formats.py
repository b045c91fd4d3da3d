"""Output formats, found by file name: every plain module of this folder renders the format it is named after.

Plain: no underscore, not a package; this module and `rendered` are what formats share. Each has
`render(document) -> Rendered`, and may have `applies(document) -> bool`; one whose faces a workspace may override says
in `TEMPLATES` in which folder of `templates` they lie and takes it as `templates`; one that depends on the fonts says
so with `FONTS` and takes the choice as `fonts`; one that names the files beside it says so with `SIBLINGS`, takes them
as `siblings` and is made last. Nothing is imported until asked for.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterable
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import reporter.render as package
from reporter.contents import has_folder
from reporter.document.model import Document
from reporter.errors import UnknownName
from reporter.render.rendered import Rendered, Siblings
from reporter.text import did_you_mean
from reporter.typeset.fonts import Fonts

USUAL = ("docx", "pdf", "xlsx")
"""What `build` makes when nobody says otherwise."""
_SHARED = {"formats", "rendered"}
Render = Callable[[Document, Siblings], Rendered | None]


@cache
def format_names() -> tuple[str, ...]:
    """All formats, sorted."""
    names = (info.name for info in pkgutil.iter_modules(package.__path__) if not info.ispkg)
    return tuple(sorted(name for name in names if "_" not in name and name not in _SHARED))


def in_turn(names: Iterable[str]) -> tuple[str, ...]:
    """The formats in the order of making: those that name other files come last. Raises UnknownName."""
    return tuple(sorted(names, key=lambda name: getattr(_module(name), "SIBLINGS", False)))


def renderer(name: str, templates: Path | None = None, fonts: Fonts = "standin") -> Render:
    """The renderer of a format; it gives None where the format does not apply. Raises UnknownName.

    `templates` is a workspace's folder of that name; what lies in its place there goes before our own faces.
    """
    module = _module(name)
    applies: Callable[[Document], bool] = getattr(module, "applies", lambda document: True)
    place: str = getattr(module, "TEMPLATES", "")
    there = templates and place and has_folder(templates.parent, templates.name)
    own = templates / place if templates and there and (templates / place).is_dir() else None
    settings: dict[str, Any] = {"templates": own} if own else {}
    if getattr(module, "FONTS", False):
        settings["fonts"] = fonts
    named = getattr(module, "SIBLINGS", False)

    def render(document: Document, siblings: Siblings) -> Rendered | None:
        if not applies(document):
            return None
        rendered: Rendered = module.render(document, **settings, **({"siblings": siblings} if named else {}))
        return rendered

    return render


def _module(name: str) -> ModuleType:
    if name not in format_names():
        raise UnknownName(f"没有“{name}”这种格式", did_you_mean(name, format_names()))
    return import_module(f"{package.__name__}.{name}")
