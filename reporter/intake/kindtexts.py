"""What the kinds' front matter says that intake needs: their names, and the texts that a clerk writes for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from reporter.intake.problems import Rejected
from reporter.intake.readers import yaml


def shipped() -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Kind and front matter of every kind that comes with the program, in the order of the names."""
    yield from _below(files("reporter.templates") / "text")


def names(root: Path | None = None) -> dict[str, str]:
    """Kind → the name that a clerk knows, with the workspace's own kinds."""
    own = root / "templates" / "text" if root else None
    found = [*shipped(), *(_below(own) if own and own.is_dir() else ())]
    return {kind: str(front["name"]) for kind, front in found if front.get("name")}


def _below(folder: Traversable) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for source in sorted(folder.iterdir(), key=lambda one: one.name):
        if source.name.endswith(".md") and source.is_file():
            try:
                yield source.name.removesuffix(".md"), _front(source)
            except (Rejected, UnicodeDecodeError):
                continue  # a kind that cannot be read is told of when it is used


def _front(source: Traversable) -> Mapping[str, Any]:
    text = source.read_text(encoding="utf-8")
    tree = yaml.parse(text.partition("---\n")[2].partition("\n---")[0], source.name)
    return tree.data if isinstance(tree.data, dict) else {}
