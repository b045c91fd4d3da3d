"""What stands round the content of document.xml: parts of the body are parsed in it and taken out of it again."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from reporter.ooxml.cutting import inside
from reporter.ooxml.package import parse, serialise
from reporter.render.word.template import MAIN


@dataclass(frozen=True, slots=True)
class Shell:
    """`root` is w:document without its body, `open` the body's start tag."""

    root: bytes
    open: str

    def body(self, content: str) -> etree._Element:
        """A body with this content in its document, parsed strictly."""
        root = parse(self.root)
        root.append(parse(f"{self.open}{content}</w:body>".encode(), MAIN))
        return root[-1]

    @staticmethod
    def content(body: etree._Element) -> str:
        """What a body holds, as it stands in the text of the document."""
        body.text = body.text or ""  # else an empty one has no end tag
        text = etree.tostring(body, encoding="unicode")
        _, start, stop = inside(text)
        return text[start:stop]

    def ends(self) -> tuple[bytes, bytes]:
        """The text of the document before and after the content of its body."""
        body = self.body("")
        body.text = ""
        before, after = serialise(body.getroottree().getroot()).split(b"</w:body>")
        return before, b"</w:body>" + after
