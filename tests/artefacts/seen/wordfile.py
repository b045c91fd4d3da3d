"""A small .docx from literal XML, as whatever program might have written it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from reporter.artefacts.seen.docx import see_docx
from reporter.artefacts.seen.model import Para, Seen

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    }.items()
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
SECTION = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="2098" w:right="1474" w:bottom="1985" w:left="1588"/>{}</w:sectPr>'
)


def packed(members: Mapping[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def word(body: str, **parts: str) -> bytes:
    """A file with that body. `parts` are the inner XML of `styles`, `numbering`, `settings`, `theme`, `footnotes`, and
    of headers and footers by the relationship's id (`header1`, `footer2`)."""
    roots = {"styles": "w:styles", "numbering": "w:numbering", "settings": "w:settings", "theme": "a:theme",
             "footnotes": "w:footnotes", "header": "w:hdr", "footer": "w:ftr"}  # fmt: skip
    members = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="rId1" '
        f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
    }
    relations = ""
    for name, inner in parts.items():
        kind = name.rstrip("0123456789")
        root = roots[kind]
        members[f"word/{name}.xml"] = f"<{root} {NAMESPACES}>{inner}</{root}>"
        relations += f'<Relationship Id="{name}" Type="{_OFFICE}/{kind}" Target="{name}.xml"/>'
    members["word/_rels/document.xml.rels"] = f'<Relationships xmlns="{_PACKAGE}">{relations}</Relationships>'
    return packed(members)


def seen(body: str, **parts: str) -> Seen:
    return see_docx(word(body, **parts))


def only(body: str, **parts: str) -> Para:
    """The first paragraph of the file."""
    return seen(body, **parts).paras[0]


def p(text: str, properties: str = "", run: str = "") -> str:
    """A paragraph with one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def style(identity: str, inside: str, kind: str = "paragraph", more: str = "") -> str:
    return f'<w:style w:type="{kind}" w:styleId="{identity}"{more}><w:name w:val="{identity}名"/>{inside}</w:style>'
