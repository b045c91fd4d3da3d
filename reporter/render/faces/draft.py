"""An edited template on the bench: its parts as trees, and what was found and repaired."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree
from msgspec import Struct, field

from reporter.document.model import Face
from reporter.ooxml.names import qn
from reporter.ooxml.package import Package
from reporter.text import clipped

Element = etree._Element
MAIN: Final = "word/document.xml"
STYLES: Final = "word/styles.xml"
SETTINGS: Final = "word/settings.xml"
_P, _T = qn("w:p"), qn("w:t")
_QUOTE = 40


class Fault(Struct, frozen=True):
    """One thing about a template. `message` and `hint` are Chinese sentences.

    `repaired`: put right with certainty, in memory when a build uses the template, for good with `--out`; it is then
    nothing to stop for. Else a fault stops the template from being used, unless it is only a `notice`.
    """

    code: str
    message: str
    hint: str = ""
    place: str = ""
    quote: str = ""
    repaired: bool = False
    notice: bool = False

    @property
    def severity(self) -> str:
        """`error`, or `warning` for what needs nobody's hand."""
        return "warning" if self.repaired or self.notice else "error"

    def __str__(self) -> str:
        place = f"{self.place}“{self.quote}”" if self.quote else self.place
        return f"{place}：{self.message}" if place else self.message


class Draft(Struct):
    """Parts are parsed once; `changed` names those to be written back."""

    package: Package
    face: Face
    trees: dict[str, Element] = field(default_factory=dict)
    changed: set[str] = field(default_factory=set)
    faults: list[Fault] = field(default_factory=list)

    def tree(self, part: str) -> Element:
        """A part, parsed once; raises InputError when it is missing."""
        if part not in self.trees:
            self.trees[part] = self.package.tree(part)
        return self.trees[part]

    def text_parts(self) -> list[str]:
        """The parts that may hold tags: the text first, then headers and footers."""
        around = sorted(n for n in self.package.members if n.startswith(("word/header", "word/footer")))
        return [MAIN, *around]

    def add(self, fault: Fault) -> None:
        """Each fault once: a habit of an editor shows in hundreds of places."""
        if fault not in self.faults:
            self.faults.append(fault)

    def repaired(self, code: str, message: str, *parts: str, place: str = "", quote: str = "") -> None:
        """A certain repair in these parts."""
        self.add(Fault(code, message, place=place, quote=quote, repaired=True))
        self.changed.update(parts)

    def data(self) -> bytes:
        """The package with the changed parts."""
        for part in sorted(self.changed & set(self.trees)):
            self.package.write(part, self.trees[part])
        return self.package.data()


def paragraphs(root: Element) -> list[Element]:
    """All paragraphs, those of cells and frames too."""
    return list(root.iter(_P))


def texts(paragraph: Element) -> Iterator[Element]:
    """The w:t of a paragraph, not those of paragraphs inside it (text boxes)."""
    for node in paragraph.iter(_T):
        if next(node.iterancestors(_P)) is paragraph:
            yield node


def text_of(paragraph: Element) -> str:
    """What a paragraph says."""
    return "".join(node.text or "" for node in texts(paragraph))


def quoted(text: str) -> str:
    """The beginning of a text, for messages."""
    return clipped(text, _QUOTE)


def place_of(part: str, number: int) -> str:
    """`正文第3段`, `页眉页脚（header1）第1段`."""
    where = "正文" if part == MAIN else f"页眉页脚（{part.rpartition('/')[2].removesuffix('.xml')}）"
    return f"{where}第{number}段"
