"""What a file says of looks apart from its text: styles, theme, lists. Files made from one template say it in the same
bytes, so what was read of it is kept for the next one of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import lru_cache
from typing import Any, Final

from reporter.artefacts.seen.model import Para
from reporter.artefacts.seen.word.inline import Inline
from reporter.artefacts.seen.word.numbering import Lists
from reporter.artefacts.seen.word.parts import Parts
from reporter.artefacts.seen.word.standing import Standing
from reporter.artefacts.seen.word.styles import Styles
from reporter.artefacts.seen.word.theme import Theme
from reporter.errors import InputError
from reporter.ooxml.container import Packed

_KINDS: Final = ("styles", "theme", "numbering")
_MOST_BYTES: Final = 600_000
"""Of a part that is kept; the styles of Word's own template have 350,000."""
_MOST_KEPT: Final = 4000
"""Ways of saying how paragraphs stand and characters look; a file has some dozens."""


class Template:
    """`language` is that of East Asian text, `used` the styles that will be asked for first. Raises InputError for
    damaged parts."""

    def __init__(self, parts: Parts, language: str, used: Iterable[str]) -> None:
        self.theme = Theme(parts.later("theme"), language)
        self.styles = Styles(parts.styles(used), self.theme)
        self.lists = Lists(parts.first("numbering"), self.styles)
        self._begin()

    def _begin(self) -> None:
        self.standing = Standing(self.styles, self.lists)
        self.inline = Inline(self.styles)
        self.edges: dict[Any, Sequence[Para]] = {}
        """Paragraphs of headers and footers that stand in other files too."""

    def again(self) -> Template:
        """For another file. What depended on the last one is forgotten, and what became too much."""
        if self.styles.circular or len(self.standing) + len(self.inline) > _MOST_KEPT:
            self.styles.forget_circles()
            self._begin()
        return self


def template_of(parts: Parts, language: str, used: Callable[[], Iterable[str]]) -> Template:
    """The same, new or as another file had it."""
    known = [parts.packed(kind) for kind in _KINDS]
    if known[0] is None or any(part is not None and part.size > _MOST_BYTES for part in known):
        return Template(parts, language, used())
    kept = _kept(language, *known)
    if kept:
        return kept[0].again()
    found = Template(parts, language, used())
    with suppress(InputError):  # a damaged theme is told when something is asked of it
        if known[1] is None:
            found.theme.read()  # what it would be read from holds the whole file
        kept.append(found)
    return found


@lru_cache(maxsize=8)
def _kept(language: str, *parts: Packed | None) -> list[Template]:
    """Where what is read of those parts is kept."""
    return []
