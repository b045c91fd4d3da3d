"""A file that was opened in a word processor, worked on and saved again: runs are cut where somebody stopped typing, proofing
marks and bookmarks stand between them, title and date are content controls, addresses are links, the page number is a
building block of the gallery, cells that say the same are merged."""

from __future__ import annotations

import copy
import io
import re
import zipfile
import zlib
from typing import Any

from lxml import etree

from tests.corpus.producers.packed import zipped

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_ADDRESS = re.compile(r"(www\.[\w.]+|[\w-]+@[\w.]+)", re.ASCII)
_DATE = re.compile(r"^\d{4}年\d{1,2}月\d{1,2}日$")


def _w(name: str) -> str:
    return f"{{{_W}}}{name}"


def docx(data: bytes, title: str) -> bytes:
    """The same words, kept otherwise."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts: dict[str, str | bytes] = {name: package.read(name) for name in package.namelist()}
    for name in sorted(parts):
        if re.fullmatch(r"word/(document|footer\d*)\.xml", name):
            root = etree.fromstring(bytes(parts[name]))  # type: ignore[arg-type]
            if name == "word/document.xml":
                _worked_on(root, title)
            else:
                _gallery(root)
            parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return zipped(parts)


def _worked_on(root: Any, title: str) -> None:
    for table in root.iter(_w("tbl")):
        _merge(table)
    for number, paragraph in enumerate(list(root.iter(_w("p")))):
        mark = f"{zlib.crc32(str(number).encode()):08X}"
        paragraph.set(_w("rsidR"), mark)
        paragraph.set(_w("rsidRDefault"), mark)
        words = "".join(text.text or "" for text in paragraph.iter(_w("t")))
        for run in list(paragraph.findall(_w("r"))):
            _cut(run, number)
        if (words and words == title) or _DATE.match(words):
            _controlled(paragraph, "标题" if words == title else "成文日期", number)
        elif number % 5 == 0 and words:
            _bookmarked(paragraph, number)


def _cut(run: Any, number: int) -> None:
    """One run of text becomes several: links for addresses, a proofing mark where a word was looked at."""
    texts = run.findall(_w("t"))
    kept = [child for child in run if child.tag not in (_w("rPr"), _w("t"))]
    if len(texts) != 1 or kept or not texts[0].text:
        return
    text = texts[0].text
    pieces = [piece for piece in _ADDRESS.split(text) if piece]
    made: list[Any] = []
    for piece in pieces:
        if _ADDRESS.fullmatch(piece):
            link = etree.Element(_w("hyperlink"))
            link.set(_w("anchor"), "_top")
            link.append(_like(run, piece))
            made.append(link)
            continue
        at = 3 + (number * 7 + len(piece)) % 11
        halves = [part for part in (piece[:at], piece[at:]) if part]
        made.append(_like(run, halves[0]))
        for half in halves[1:]:
            for kind in ("gramStart", "gramEnd"):
                proof = etree.Element(_w("proofErr"))
                proof.set(_w("type"), kind)
                made.append(proof)
            made.append(_like(run, half))
    for one in reversed(made):
        run.addnext(one)
    run.getparent().remove(run)


def _like(run: Any, text: str) -> Any:
    made = etree.Element(_w("r"))
    if (properties := run.find(_w("rPr"))) is not None:
        made.append(copy.deepcopy(properties))
    held = etree.SubElement(made, _w("t"))
    held.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    held.text = text
    return made


def _control(name: str, number: int) -> tuple[Any, Any]:
    control = etree.Element(_w("sdt"))
    properties = etree.SubElement(control, _w("sdtPr"))
    for tag, value in (("alias", name), ("tag", f"field{number}"), ("id", str(100000 + number))):
        etree.SubElement(properties, _w(tag)).set(_w("val"), value)
    return control, etree.SubElement(control, _w("sdtContent"))


def _controlled(paragraph: Any, name: str, number: int) -> None:
    """The runs of the paragraph stand in a content control within it."""
    control, content = _control(name, number)
    runs = [child for child in paragraph if child.tag != _w("pPr")]
    for child in runs:
        content.append(child)
    paragraph.append(control)


def _bookmarked(paragraph: Any, number: int) -> None:
    start = etree.Element(_w("bookmarkStart"))
    start.set(_w("id"), str(number))
    start.set(_w("name"), f"OLE_LINK{number}")
    end = etree.Element(_w("bookmarkEnd"))
    end.set(_w("id"), str(number))
    properties = paragraph.find(_w("pPr"))
    paragraph.insert(0 if properties is None else 1, start)
    paragraph.append(end)


def _merge(table: Any) -> None:
    """Neighbours below each other in the first column that say the same become one cell."""
    cells = [row.find(_w("tc")) for row in table.findall(_w("tr"))]
    before = ""
    for number, cell in enumerate(cells):
        words = "".join(text.text or "" for text in cell.iter(_w("t")))
        below = cells[number + 1] if number + 1 < len(cells) else None
        same = below is not None and words == "".join(text.text or "" for text in below.iter(_w("t")))
        if words and (words == before or same):
            merge = etree.Element(_w("vMerge"))
            if words != before:
                merge.set(_w("val"), "restart")
            else:
                for run in list(cell.iter(_w("r"))):
                    run.getparent().remove(run)
            cell.find(_w("tcPr")).find(_w("tcW")).addnext(merge)
        before = words


def _gallery(root: Any) -> None:
    """The paragraph of the page number is a building block: a content control of the page number gallery."""
    for paragraph in [one for one in root.iter(_w("p")) if "PAGE" in "".join(one.itertext())]:
        control = etree.Element(_w("sdt"))
        block = etree.SubElement(etree.SubElement(control, _w("sdtPr")), _w("docPartObj"))
        etree.SubElement(block, _w("docPartGallery")).set(_w("val"), "Page Numbers (Bottom of Page)")
        etree.SubElement(block, _w("docPartUnique"))
        paragraph.addprevious(control)
        etree.SubElement(control, _w("sdtContent")).append(paragraph)
