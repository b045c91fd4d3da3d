"""Reading a produced DOCX in tests: its parts, paragraphs and tables."""

from __future__ import annotations

from lxml import etree

from reporter.document.model import Document
from reporter.ooxml.names import NAMESPACES, qn
from reporter.ooxml.package import Package
from reporter.render import docx

Element = etree._Element


class Page:
    """A rendered document taken apart."""

    def __init__(self, document: Document) -> None:
        self.data = docx.render(document).data
        self.package = Package.read(self.data)
        self.root = self.package.tree("word/document.xml")
        self.styles = {
            style.get(qn("w:styleId")): style.find(qn("w:name")).get(qn("w:val"))
            for style in self.package.tree("word/styles.xml").iter(qn("w:style"))
        }

    def find(self, path: str) -> list[Element]:
        """Elements of the main part by XPath with the usual prefixes."""
        return self.root.xpath(path, namespaces=NAMESPACES)

    def style(self, paragraph: Element) -> str:
        """The Chinese name of a paragraph's style."""
        named = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        return "" if named is None else self.styles[named.get(qn("w:val"))]

    def of_style(self, name: str) -> list[Element]:
        """Paragraphs of a style, in tables too."""
        return [paragraph for paragraph in self.root.iter(qn("w:p")) if self.style(paragraph) == name]

    def table_with(self, text_: str) -> Element:
        """The table that holds a text."""
        return next(table for table in self.root.iter(qn("w:tbl")) if text_ in text(table))

    def part(self, name: str) -> Element:
        """Another part of the word folder."""
        return self.package.tree(f"word/{name}.xml")


def text(element: Element) -> str:
    """Characters of an element: a break is a newline, a tab a tab, paragraphs are not separated."""
    parts = []
    for node in element.iter(qn("w:t"), qn("w:br"), qn("w:tab")):
        if node.tag == qn("w:t"):
            parts.append(node.text or "")
        elif node.getparent().tag == qn("w:r"):
            parts.append("\n" if node.tag == qn("w:br") else "\t")
    return "".join(parts)


def value(element: Element, path: str, attribute: str = "val") -> str | None:
    """An attribute of the first element at a path of prefixed names (`w:pPr/w:jc`)."""
    found = element.find("/".join(qn(name) for name in path.split("/")))
    return None if found is None else found.get(qn(f"w:{attribute}"))
