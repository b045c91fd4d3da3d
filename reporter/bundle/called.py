"""What filings are called in a bundle file and on the command line: kinds or ids, kinds also by their Chinese names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path

from reporter.compose.kinds import kind_names, load_kind
from reporter.errors import ReporterError, UnknownName
from reporter.text import did_you_mean, key_of


class Called:
    """The kinds of some workspaces. Their texts are opened only for a name that is no file name."""

    def __init__(self, roots: Iterable[Path]) -> None:
        self._own = [root for root in roots if (root / "templates" / "text").is_dir()]

    def meant(self, word: str, where: str = "") -> tuple[str, ...]:
        """`通报要点@2026` → `notification-points@2026`; several where workspaces call different kinds so.

        Raises UnknownName for what is no kind of any of them.
        """
        name, at, rest = word.partition("@")
        found = self._stems.get(key_of(name)) or self._labels.get(key_of(name))
        if not found:
            known = {*self._stems, *self._labels}
            raise UnknownName(f"没有“{name}”这种文稿", did_you_mean(name, known), where)
        return tuple(f"{kind}{at}{rest}" for kind in sorted(found))

    @cached_property
    def _stems(self) -> dict[str, set[str]]:
        return {key_of(kind): {kind} for _, kind in self._kinds()}

    @cached_property
    def _labels(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for root, kind in self._kinds():
            try:
                label = load_kind(kind, root).front.name
            except ReporterError:  # whoever looks at the unit says what is wrong with it
                continue
            found.setdefault(key_of(label), set()).add(kind)
        return found

    def _kinds(self) -> Iterator[tuple[Path | None, str]]:
        """Our own, then what a workspace has beside or instead of them."""
        yield from ((None, kind) for kind in kind_names())
        for root in self._own:
            yield from ((root, path.stem) for path in sorted((root / "templates" / "text").glob("*.md")))
