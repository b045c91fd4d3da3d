"""What stands round the content of document.xml: parts of the body are parsed in it and taken out of it again."""

from __future__ import annotations

from functools import lru_cache

from lxml import etree

from reporter.ooxml.cutting import inside
from reporter.ooxml.package import parse, serialise
from reporter.render.word.template import MAIN

_REMEMBERED = 16
_CLOSE = b"</w:body>"


class Shell:
    """`before` and `after` are the text of the document round the content of its body."""

    def __init__(self, root: bytes, opened: str) -> None:
        self._root, self._opened = root, opened
        body = self.body("")
        body.text = ""  # else it has no end tag
        self.before, after = serialise(body.getroottree().getroot()).split(_CLOSE)
        self.after = _CLOSE + after

    def body(self, content: str) -> etree._Element:
        """A body with this content in its document, parsed strictly."""
        root = parse(self._root)
        root.append(parse(b"%s%s%s" % (self._opened.encode(), content.encode(), _CLOSE), MAIN))
        return root[-1]

    @staticmethod
    def content(body: etree._Element) -> str:
        """What a body holds, as it stands in the text of the document."""
        body.text = body.text or ""
        text = etree.tostring(body, encoding="unicode")
        _, start, stop = inside(text)
        return text[start:stop]


@lru_cache(maxsize=_REMEMBERED)
def shell(root: bytes, opened: str) -> Shell:
    """The shell of a template: `root` is its w:document without a body, `opened` the start tag of the body."""
    return Shell(root, opened)
