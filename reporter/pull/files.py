"""The text files of a workspace as lines, and what they say once changes are made; nothing is written here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from importlib.resources import files
from pathlib import Path

from msgspec import Struct

from reporter.compose.kinds import Kind
from reporter.compose.origins import Origin
from reporter.intake.folder import FILINGS
from reporter.pull.model import Change, Cut, Drop, Put, Taken
from reporter.text import INVISIBLE

TEXTS, TEMPLATES = "texts/", "templates/text/"
_BOM = b"\xef\xbb\xbf"


class TextFile(Struct, frozen=True, dict=True):
    """A file as it lies there. Lines count from 1; `clean` ones are as the engine reads them."""

    raw: bytes

    @cached_property
    def line_end(self) -> str:
        return "\r\n" if b"\r\n" in self.raw else "\n"

    @cached_property
    def lines(self) -> tuple[str, ...]:
        text = self.raw.removeprefix(_BOM).decode("utf-8")
        return tuple(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))

    def clean(self, line: int) -> str:
        """The line without signs that nobody sees."""
        return INVISIBLE.sub("", self.lines[line - 1])

    def encoded(self, lines: Iterable[str]) -> bytes:
        """Lines with the file's own line ends and mark."""
        text = self.line_end.join(lines).encode("utf-8")
        return (_BOM if self.raw.startswith(_BOM) else b"") + text


class Files:
    """The texts below a workspace's root, or one text that stands alone."""

    def __init__(self, root: Path, kinds: Mapping[str, Kind], alone: str = "") -> None:
        self.root, self.alone = root, alone
        self._kinds = kinds
        self._known: dict[str, TextFile] = {}

    def file(self, name: str) -> TextFile:
        """As it is; the one that comes with the program where the workspace has none; empty for a new one."""
        if name not in self._known:
            own = files("reporter.templates") / "text" / Path(name).name
            path = own if self.shipped(name) else self.root / name
            self._known[name] = TextFile(path.read_bytes() if path.is_file() else b"")
        return self._known[name]

    def shipped(self, name: str) -> bool:
        """Whether it comes with the program, so that changing it means a copy in the workspace."""
        return name.startswith(TEMPLATES) and not (self.root / name).is_file()

    def writable(self, name: str) -> bool:
        """Whether it is a text that `pull` writes; a clerk's Word files are hers."""
        if self.alone:
            return name == self.alone
        return name == FILINGS or (name.startswith((TEXTS, TEMPLATES)) and name.endswith(".md"))

    def place(self, name: str, line: int) -> str:
        """`texts/…/主要做法.md 第3行`, with a word for those that come with the program."""
        return f"{name} 第{line}行" + ("（固定措辞）" if self.shipped(name) else "")

    def located(self, origin: Origin) -> Cut | None:
        """The line and the characters of an origin; None where the file does not say it as it is read."""
        if origin.line:
            return Cut(origin.file, origin.line, origin.start, origin.end)
        kind = self._kinds.get(origin.file)
        value = _value(kind, origin.key) if kind else None
        if kind is None or not isinstance(value, str):
            return None
        line = kind.place(origin.key).line
        text = self.file(origin.file).lines[line - 1]
        at = text.find(value)
        if at < 0 or text.count(value) > 1:
            return None
        return Cut(origin.file, line, at + origin.start, at + origin.end)

    def edited(self, changes: Iterable[Change]) -> dict[str, bytes]:
        """What each touched file says once these changes are made."""
        changes = list(changes)
        texts = _Cuts(self, [one for one in changes if isinstance(one, Cut)])
        found = {}
        for name in sorted({one.file for one in changes}):
            found[name] = self.file(name).encoded(self._rewritten(name, changes, texts))
        return found

    def _rewritten(self, name: str, changes: list[Change], texts: _Cuts) -> Iterable[str]:
        dropped = {one.line for one in changes if isinstance(one, Drop) and one.file == name}
        put = [one for one in changes if isinstance(one, Put) and one.file == name]
        lines = self.file(name).lines if self.file(name).raw else ()
        for number in range(len(lines) + 1):
            if number and number not in dropped:
                yield texts.line(name, number)
            for one in put:
                if one.after == number:
                    own = one.text
                    yield texts.line(own.file, own.line) if isinstance(own, Taken) else own
        if not lines:
            yield ""


class _Cuts:
    """Lines with their cuts made."""

    def __init__(self, files: Files, cuts: list[Cut]) -> None:
        self._files = files
        self._cuts: dict[tuple[str, int], list[Cut]] = {}
        for cut in cuts:
            self._cuts.setdefault((cut.file, cut.line), []).append(cut)

    def line(self, name: str, number: int) -> str:
        file = self._files.file(name)
        cuts = self._cuts.get((name, number))
        if not cuts:
            return file.lines[number - 1]
        before = text = file.clean(number) if name.startswith(TEXTS) else file.lines[number - 1]
        for cut in sorted(cuts, key=lambda cut: (cut.start, cut.end), reverse=True):
            text = text[: cut.start] + cut.new + text[cut.end :]
        text = text if "****" in before else text.replace("****", "")
        return text.replace("\n", file.line_end)


def _value(kind: Kind, path: str) -> object:
    """What the front matter says at a path like `tables.towns.columns.0.cell`."""
    found: object = kind.front
    for part in path.split("."):
        if isinstance(found, tuple | list):
            found = found[int(part)] if part.isdecimal() and int(part) < len(found) else None
        elif isinstance(found, Mapping):
            found = found.get(part)
        else:
            found = getattr(found, part, None)
    if found is not None and not isinstance(found, str):
        found = getattr(found, "title", found)
    return found
