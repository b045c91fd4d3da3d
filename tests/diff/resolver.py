"""What a .docx says when all tracked changes are accepted or rejected, told apart from the code that writes them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from lxml import etree

MAIN = "word/document.xml"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_COMING, _GOING = {f"{W}ins", f"{W}moveTo"}, {f"{W}del", f"{W}moveFrom"}
_LOOK = ("rStyle", "rFonts", "b", "i", "strike", "color", "sz", "u")


def state(data: bytes, accept: bool = True) -> dict[str, Any]:
    """Blocks of the body with the paper of each section, and of the headers and footers that each section shows."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        roots = {
            name: etree.fromstring(archive.read(name))
            for name in archive.namelist()
            if name == MAIN or name.startswith(("word/header", "word/footer"))
        }
        styles = etree.fromstring(archive.read("word/styles.xml"))
        targets = {
            one.get("Id"): f"word/{one.get('Target')}"
            for one in etree.fromstring(archive.read("word/_rels/document.xml.rels"))
        }
    resolver = _Resolver(accept, styles)
    body = roots[MAIN].find(f"{W}body")
    assert body is not None
    return {
        MAIN: resolver.blocks(body),
        "edges": [
            {key: blocks for key, name in shown.items() if (blocks := resolver.edge(roots[targets[name]]))}
            for shown in _shown(resolver.sections(body))
        ],
    }


def _shown(sections: list[etree._Element]) -> Iterator[dict[str, str]]:
    """The references of each section, those of the one before where it has none of a sort."""
    shown: dict[str, str] = {}
    for section in sections:
        for node in section.iterchildren(f"{W}headerReference", f"{W}footerReference"):
            shown[f"{node.tag} {node.get(f'{W}type')}"] = str(node.get(RELATION))
        yield dict(shown)


class _Resolver:
    def __init__(self, accept: bool, styles: etree._Element) -> None:
        self.dead = _GOING if accept else _COMING
        self.accept = accept
        self.names = {}
        for style in styles.iter(f"{W}style"):
            name = style.find(f"{W}name")
            self.names[style.get(f"{W}styleId")] = name.get(f"{W}val") if name is not None else None

    def edge(self, root: etree._Element) -> list[Any]:
        """A header or footer; nothing where nothing of it shows."""
        found = self.blocks(root)
        return [] if all(block[0] == "p" and not block[2] for block in found) else found

    def sections(self, body: etree._Element) -> list[etree._Element]:
        found = []
        for paragraph in body.iterchildren(f"{W}p"):
            own = paragraph.find(f"{W}pPr/{W}sectPr")
            if own is not None and not self.end_is_dead(paragraph):
                found.append(own)
        return [*found, *body.iterchildren(f"{W}sectPr")]

    def blocks(self, container: etree._Element) -> list[Any]:
        found: list[Any] = []
        carried: list[Any] = []
        open_end = False
        for child in container:
            if child.tag == f"{W}p":
                carried += self.characters(child)
                open_end = self.end_is_dead(child)
                if not open_end:
                    found.append(self.paragraph(child, carried))
                    carried = []
            elif child.tag == f"{W}tbl":
                if carried:
                    found.append(("lost", carried))
                    carried = []
                open_end = False
                rows = [row for row in child.iterchildren(f"{W}tr") if not self.row_is_dead(row)]
                if rows:
                    found.append(("table", self.grid(child), [self.row(row) for row in rows]))
            elif child.tag == f"{W}sdt":
                found.append(("sdt", self.blocks(child.find(f"{W}sdtContent"))))
            elif child.tag == f"{W}sectPr":
                found.append(self.section(child))
        if open_end:
            found.append(("lost end", carried))
        return found

    def paragraph(self, node: etree._Element, characters: list[Any]) -> Any:
        look = self.properties(node.find(f"{W}pPr"), ("rPr", "sectPr"))
        own = node.find(f"{W}pPr/{W}sectPr")
        section = self.section(own) if own is not None else None
        return "p", look, _joined(characters), section

    def properties(self, look: etree._Element | None, without: tuple[str, ...] = ()) -> list[Any]:
        """Name and attributes of each property, as it is or as it was."""
        if look is None:
            return []
        name = etree.QName(look).localname
        change = look.find(f"{W}{name}Change")
        if change is not None and not self.accept:
            look = change[0]
        skipped = {f"{W}{one}" for one in (*without, f"{name}Change", "ins", "del", "moveFrom", "moveTo")}
        return sorted(self.told(one) for one in look if one.tag not in skipped and not _off(one))

    def told(self, node: etree._Element) -> Any:
        values = sorted((str(key), value) for key, value in node.attrib.items())
        if etree.QName(node).localname in ("pStyle", "rStyle"):
            values = [("style", str(self.names.get(node.get(f"{W}val"))))]
        return etree.QName(node).localname, values, [self.told(child) for child in node]

    def section(self, node: etree._Element) -> Any:
        told = self.properties(node, ("headerReference", "footerReference"))
        return "section", told

    def characters(self, paragraph: etree._Element) -> Iterator[Any]:
        for node in paragraph.iter(f"{W}t", f"{W}delText", f"{W}tab", f"{W}br", f"{W}drawing"):
            above = list(node.iterancestors())
            inside = above[: above.index(paragraph)]
            if any(one.tag == f"{W}p" or one.tag == f"{W}pPr" for one in inside):
                continue
            if any(one.tag in self.dead for one in inside):
                continue
            run = next((one for one in inside if one.tag == f"{W}r"), None)
            look = self.properties(run.find(f"{W}rPr")) if run is not None else []
            text = node.text if node.tag in (f"{W}t", f"{W}delText") else {"tab": "\t", "br": "\n"}.get(
                etree.QName(node).localname, "\ufffc"
            )  # fmt: skip
            for sign in text or "":
                yield sign, [one for one in look if one[0] in _LOOK]

    def end_is_dead(self, paragraph: etree._Element) -> bool:
        marks = paragraph.find(f"{W}pPr/{W}rPr")
        return marks is not None and any(one.tag in self.dead for one in marks)

    def row_is_dead(self, row: etree._Element) -> bool:
        marks = row.find(f"{W}trPr")
        return marks is not None and any(one.tag in self.dead for one in marks)

    def grid(self, table: etree._Element) -> Any:
        own = table.find(f"{W}tblGrid")
        return self.properties(table.find(f"{W}tblPr")), [values for _, values, _ in self.unsorted(own)]

    def unsorted(self, grid: etree._Element | None) -> list[Any]:
        if grid is None:
            return []
        change = grid.find(f"{W}tblGridChange")
        if change is not None and not self.accept:
            grid = change[0]
        return [self.told(one) for one in grid if one.tag == f"{W}gridCol"]

    def row(self, row: etree._Element) -> Any:
        cells = [
            (self.properties(cell.find(f"{W}tcPr")), self.blocks(cell)) for cell in row.iterchildren(f"{W}tc")
        ]
        return self.properties(row.find(f"{W}trPr")), cells


def _off(node: etree._Element) -> bool:
    """A switch of rows that is off says what no switch says."""
    return node.tag == f"{W}cantSplit" and node.get(f"{W}val") in ("0", "false", "off")


def _joined(characters: list[Any]) -> list[Any]:
    """Stretches of one look."""
    found: list[Any] = []
    for sign, look in characters:
        if found and found[-1][1] == look:
            found[-1] = found[-1][0] + sign, look
        else:
            found.append((sign, look))
    return found


def texts(data: bytes, accept: bool = True) -> list[str]:
    """The text of each paragraph of the body, cells included."""

    def walk(blocks: list[Any]) -> Iterator[str]:
        for block in blocks:
            if block[0] == "p":
                yield "".join(text for text, _ in block[2])
            elif block[0] == "table":
                for _, cells in block[2]:
                    for _, inner in cells:
                        yield from walk(inner)

    return list(walk(state(data, accept)[MAIN]))


def same(redline: bytes, draft: bytes, accept: bool) -> bool:
    """Whether the redline, resolved, says what the draft says."""
    return state(redline, accept) == state(draft, accept)
