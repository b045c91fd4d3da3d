"""Which lines of which file a paragraph is made of, and where a new one would stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from reporter.diff.model import Block, Material, Step
from reporter.patterns import regex
from reporter.pull.files import TEXTS, Files
from reporter.pull.letters import WORDED, Letter, full_runs, full_text, letters, strongs
from reporter.pull.paragraphs import Texts
from reporter.pull.sides import Sides

_OPENING, _CLOSING = regex(r"\{%-?\s*(?:if|for)\b"), regex(r"\{%-?\s*end(?:if|for)\b")
_STATEMENT = regex(r"\{%-?\s*(?!\s|if\b|for\b|elif\b|else\b|endif\b|endfor\b)|\{##")


class Spot(Struct, frozen=True):
    """Behind line `after` of a file."""

    file: str
    after: int


class Lines(Struct, frozen=True):
    """The lines of one paragraph, in order; all in the body of a text."""

    places: tuple[tuple[str, int], ...]

    @property
    def file(self) -> str:
        """The one file, empty when there are several or none."""
        files = {file for file, _ in self.places}
        return files.pop() if len(files) == 1 else ""


class Ground:
    """The lines below the paragraphs of the filing as it is now."""

    def __init__(self, ours: Material, files: Files) -> None:
        self._files = files
        self._letters = [() if block.table else letters(block, files) for block in ours.blocks]
        self._used = Counter(place for own in self._letters for place in _places(own))

    def letters(self, index: int) -> tuple[Letter, ...]:
        """The characters of a paragraph."""
        return self._letters[index]

    def lines(self, index: int) -> Lines:
        return Lines(_places(self._letters[index]))

    def movable(self, index: int) -> str:
        """Why the lines cannot be taken as a whole, in Chinese; empty when they can."""
        lines = self.lines(index)
        if not lines.file or any(one.origin and not one.origin.line for one in self._letters[index]):
            return "这一段不是文字文件里单独的一行"
        if not self._files.writable(lines.file):
            return f"{lines.file} 程序不写，请打开它自己改"
        if any(self._used[place] > 1 for place in lines.places):
            return "这一行还印出别的段落，请自己改"
        if any(_open(self._files.file(file).clean(line)) for file, line in lines.places):
            return "这一行带有判断或循环（{% %}），请自己改"
        return ""

    def behind(self, index: int) -> Spot | None:
        """Behind the last line of a paragraph."""
        places = self.lines(index).places
        return Spot(*places[-1]) if places else self.unwritten(index)

    def before(self, index: int) -> Spot | None:
        """Before its first line."""
        places = self.lines(index).places
        return Spot(places[0][0], places[0][1] - 1) if places else self.unwritten(index)

    def unwritten(self, index: int) -> Spot | None:
        """The file of a text that nobody has written yet, where its blank is all that the paragraph has."""
        alone = all(one.blank for one in self._letters[index])
        return self.slot(index) if alone else None

    def slot(self, index: int) -> Spot | None:
        """The file of a text that nobody has written yet, where the paragraph ends with its blank."""
        own = self._letters[index]
        last = own[-1] if own else None
        name = last.ref.removeprefix("text:") if last and last.blank else ""
        if not (name.startswith(TEXTS) and self._files.writable(name)):
            return None
        file = self._files.file(name)
        if not file.raw:
            return Spot(name, 0)
        return Spot(name, len(file.lines) - (0 if file.lines[-1] else 1))


def _open(text: str) -> bool:
    """Whether the line begins or ends something that goes on in others."""
    return bool(_STATEMENT.search(text)) or len(_OPENING.findall(text)) != len(_CLOSING.findall(text))


def _places(own: Sequence[Letter]) -> tuple[tuple[str, int], ...]:
    found = ((one.origin.file, one.origin.line) for one in own if one.origin and one.origin.line)
    return tuple(dict.fromkeys(found))


def texts_of(sides: Sides, ground: Ground, step: Step, theirs: Block | None = None) -> Texts:
    """A paragraph of both sides with what it is now; numbers belong to it as they do in the draft."""
    base = sides.found.old_block(step)
    edited = theirs or sides.found.block_of(step)
    edited = replace(edited, role=base.role, level=base.level, automatic=base.automatic)
    index = sides.our(step.old)
    assert index is not None
    ours = sides.ours.blocks[index]
    own = ground.letters(index)
    # Where the draft's file is bold exactly where its text says so, bold is emphasis and not the face of a heading.
    bold = strongs(full_runs(base)) == [one.strong for one in own]
    bold = bold or (not base.level and base.role in WORDED)
    return Texts(
        edited.place, full_text(base), full_text(edited), full_text(ours), own, full_runs(edited), bold
    )
