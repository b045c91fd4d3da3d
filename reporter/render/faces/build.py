"""Builds the face templates for Word from the style table: `python -m reporter.render.faces.build templates/docx`.

A template holds one sample paragraph per block kind and one generic table; a clerk opens it in Word or WPS and restyles
the samples. Tags stand only in text, never in typed attributes, and never in a paragraph that holds a section break.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import get_args

from reporter.document.model import Face
from reporter.ooxml.names import CONTENT_TYPES, NAMESPACES, OFFICE_RELS, PACKAGE_RELS
from reporter.ooxml.zipping import pack
from reporter.render.faces import sections
from reporter.render.faces.theme import font_table_xml, theme_xml
from reporter.render.word.styles import (
    HEAD,
    INK_EM,
    RUN_IN_STYLE,
    SEAM_STYLE,
    TABLE_STYLE,
    TAG_STYLE,
    settings_xml,
    style_id,
    styles_xml,
)
from reporter.typeset.headers import LARGEST_PT
from reporter.typeset.standard import A4, IMPRINT, LETTER, mm_to_pt, mm_to_twips, pt_to_mm
from reporter.typeset.styles import STYLES

_NS = f'xmlns:w="{NAMESPACES["w"]}" xmlns:r="{NAMESPACES["r"]}"'
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_ELSEWHERE = {"cell_head", "cell", "cell_total", "imprint", "page_number", "state"}  # in tables and margins
# A letter's mark is set at the largest size: a line of 1.2 em, its ink lower by the rest (see styles.INK_EM).
LETTER_MARK_ABOVE_MM = pt_to_mm(LARGEST_PT * (1.2 - INK_EM))
_PACKAGE_PARTS = (
    ("rId1", "officeDocument", "word/document.xml"),
    ("rId2", "metadata/core-properties", "docProps/core.xml"),
)
FACES: tuple[Face, ...] = get_args(Face)
SAMPLES: tuple[str, ...] = (
    *(key for key in STYLES if key not in _ELSEWHERE), "mark_joint", "signatures", "table", "imprint",
    *(f"section_{name}" for name in sections.SECTIONS),
)  # fmt: skip
"""The block kinds that a template has a sample of, in its order."""
IMPRINT_WEIGHTS = tuple(
    str(round(mm_to_pt(mm) * 8)) for mm in (IMPRINT.first_rule_mm, IMPRINT.middle_rule_mm)
)
"""Outer and inner rules of 版记, eighths of a point."""


def build(face: Face) -> bytes:
    """The template of one face; the same bytes every time."""
    parts = sections.parts_of(face)
    members = {
        "[Content_Types].xml": _content_types(parts),
        "_rels/.rels": _relationships(_PACKAGE_PARTS),
        "docProps/core.xml": _core(),
        "word/document.xml": _document(face),
        "word/styles.xml": styles_xml(face),
        "word/settings.xml": settings_xml(),
        "word/footnotes.xml": sections.footnotes_xml(),
        "word/fontTable.xml": font_table_xml(),
        "word/theme/theme1.xml": theme_xml(),
        "word/_rels/document.xml.rels": _relationships(
            (
                ("rId1", "styles", "styles.xml"),
                ("rId2", "settings", "settings.xml"),
                ("rId3", "footnotes", "footnotes.xml"),
                ("rId4", "fontTable", "fontTable.xml"),
                ("rId5", "theme", "theme/theme1.xml"),
                *((sections.PARTS[name], name.split("_")[0], f"{name}.xml") for name in parts),
            )
        ),
    }
    for name in parts:
        members[f"word/{name}.xml"] = sections.part_xml(name)
    return pack(members)


def _content_types(parts: tuple[str, ...]) -> bytes:
    overrides = {name: name for name in ("styles", "settings", "footnotes", "fontTable")}
    overrides |= {"document": "document.main"} | {name: name.split("_")[0] for name in parts}
    entries = "".join(
        _override(f"/word/{name}.xml", f"{_WORD}.{kind}+xml") for name, kind in sorted(overrides.items())
    )
    entries += _override("/word/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml")
    entries += _override("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")
    return (
        f'{HEAD}<Types xmlns="{CONTENT_TYPES}">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{entries}</Types>'
    ).encode()


def _override(part: str, content_type: str) -> str:
    return f'<Override PartName="{part}" ContentType="{content_type}"/>'


def _relationships(entries: tuple[tuple[str, str, str], ...]) -> bytes:
    rows = ""
    for ident, kind, target in entries:
        base = PACKAGE_RELS if kind.startswith("metadata") else OFFICE_RELS
        rows += f'<Relationship Id="{ident}" Type="{base}/{kind}" Target="{target}"/>'
    return f'{HEAD}<Relationships xmlns="{PACKAGE_RELS}">{rows}</Relationships>'.encode()


def _core() -> bytes:
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title></dc:title><dc:language>zh-CN</dc:language></cp:coreProperties>'
    ).encode()


def _document(face: Face) -> bytes:
    samples = [(key, _SAMPLES[key](face) if key in _SAMPLES else _sample(key, face)) for key in SAMPLES]
    body = _tag("{%p for b in blocks %}")
    for position, (key, xml) in enumerate(samples):
        body += _tag(f"{{%p {'elif' if position else 'if'} b.k == '{key}' %}}") + xml
    body += _tag("{%p else %}") + _sample("body", face) + _tag("{%p endif %}") + _tag("{%p endfor %}")
    return f"{HEAD}<w:document {_NS}><w:body>{body}{sections.section('portrait', face)}</w:body></w:document>".encode()


def _tag(text: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{TAG_STYLE}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'


def _paragraph(key: str, text: str, more: str = "", before: str = "") -> str:
    """A sample; `before` and `more` are further properties before and after w:spacing's place by the schema."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id(key)}"/>{before}{more}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'


def _sample(key: str, face: Face) -> str:
    if key == "mark" and face == "letter":
        return _paragraph(key, "{{ b.text }}", before=_letter_frame())
    sample = _paragraph(key, "{{ b.number }}{{ b.text }}")
    if STYLES[key].outline or key.startswith("attendance"):
        run_in = f'<w:r><w:rPr><w:rStyle w:val="{RUN_IN_STYLE}"/></w:rPr><w:t>{{{{ b.run_in }}}}</w:t></w:r>'
        sample = sample.replace("</w:p>", f"{run_in}</w:p>")
    return sample


def _letter_frame() -> str:
    """A letter's mark stands above the type area, so it is a frame fixed to the page; its border is the upper line."""
    frame = sections.letter_frame(LETTER.mark_top_from_page_mm - LETTER_MARK_ABOVE_MM)
    return frame + sections.letter_border("bottom", "thickThinSmallGap")


def _cell(content: str, width: int, properties: str = "") -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{properties}</w:tcPr>{content}</w:tc>'


def _tag_row(text: str, widths: tuple[int, ...]) -> str:
    cells = "".join(
        _cell(_tag(text if position == 0 else ""), width) for position, width in enumerate(widths)
    )
    return f"<w:tr>{cells}</w:tr>"


def _table(widths: tuple[int, ...], rows: str, properties: str = "", style: str = "") -> str:
    """A table of fixed column widths in twips; `properties` follow w:tblStyle and precede w:tblW."""
    named = f'<w:tblStyle w:val="{style}"/>' if style else ""
    margins = "" if style else sections.NO_CELL_MARGINS
    floating, _, borders = properties.partition("|")
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr>{named}{floating}<w:tblW w:w="{sum(widths)}" w:type="dxa"/>{borders}'
        f'<w:tblLayout w:type="fixed"/>{margins}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'
    )


def _joint_mark() -> str:
    """Stacked names, spread to one width, 文件 at their right over all rows; the first row is the white above."""
    widths = (6000, 400, 2444)
    blank = _paragraph("mark", "")
    white = "".join(_cell(blank, width) for width in widths)
    merge = '<w:vMerge w:val="restart"/><w:vAlign w:val="center"/>'
    cells = (
        _cell(
            _paragraph("mark", "{{ n }}", '<w:jc w:val="distribute"/>'),
            widths[0],
            '<w:vAlign w:val="center"/>',
        )
        + _cell(blank, widths[1])
        + _cell(_paragraph("mark", "{% if loop.first %}{{ b.suffix }}{% endif %}"), widths[2], merge)
    )
    rows = (
        f"<w:tr>{white}</w:tr>" + _tag_row("{%tr for n in b.names %}", widths) + f"<w:tr>{cells}</w:tr>"
        + _tag_row("{%tr endfor %}", widths)
    )  # fmt: skip
    return _table(widths, rows)


def _loop_cells(variable: str, source: str, content: str, width: int, properties: str = "") -> str:
    """Three cells: the loop's beginning, the sample, its end."""
    return (
        _cell(_tag(f"{{%tc for {variable} in {source} %}}"), width)
        + _cell(content, width, properties)
        + _cell(_tag("{%tc endfor %}"), width)
    )


def _signature_grid() -> str:
    width = mm_to_twips(A4.area_width_mm) // 3
    widths = (width, width, width)
    date = _paragraph("date", "{{ c.date }}", '<w:ind w:rightChars="0" w:right="0"/><w:jc w:val="center"/>')
    content = _paragraph("signature", "{{ c.name }}") + _tag("{%p if c.date %}") + date + _tag("{%p endif %}")
    row = f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{_loop_cells('c', 'row', content, width)}</w:tr>"
    return _table(
        widths, _tag_row("{%tr for row in b.rows %}", widths) + row + _tag_row("{%tr endfor %}", widths)
    )


def _generic_table() -> str:
    """One table for all: a header cell, a body cell and a total cell, columns looped; widths come with the data."""
    width = mm_to_twips(A4.area_width_mm) // 3
    widths = (width, width, width)
    middle = '<w:vAlign w:val="center"/>'

    def row(style: str, variable: str, source: str, properties: str) -> str:
        content = _paragraph(style, f"{{{{ {variable} }}}}")
        return f"<w:tr><w:trPr>{properties}</w:trPr>{_loop_cells(variable, source, content, width, middle)}</w:tr>"

    rows = (
        row("cell_head", "h", "b.head", "<w:cantSplit/><w:tblHeader/>")
        + _tag_row("{%tr for r in b.rows %}", widths)
        + _tag_row("{%tr if r.total %}", widths)
        + row("cell_total", "c", "r.cells", "<w:cantSplit/>")
        + _tag_row("{%tr else %}", widths)
        + row("cell", "c", "r.cells", "<w:cantSplit/>")
        + _tag_row("{%tr endif %}", widths)
        + _tag_row("{%tr endfor %}", widths)
    )
    return _table(widths, rows, style=TABLE_STYLE)


def _imprint(face: Face) -> str:
    """版记: a table that floats at the foot of the type area. A letter's has neither rules nor office (10.1).

    Anchored to the page sideways, since LibreOffice 7.4 floats a table as wide as the text only then.
    """
    full = mm_to_twips(A4.area_width_mm)
    widths = (full * 3 // 5, full - full * 3 // 5)
    one = round(IMPRINT.size_pt * 20)
    hanging = f'<w:ind w:leftChars="400" w:left="{one * 4}" w:hangingChars="300" w:hanging="{one * 3}"/>'
    copies = (
        _tag("{%p if b.recipients %}") + _paragraph("imprint", "{{ b.recipients }}", hanging) + _tag("{%p endif %}")
        + _tag("{%p if b.cc %}") + _paragraph("imprint", "{{ b.cc }}", hanging) + _tag("{%p endif %}")
    )  # fmt: skip
    rows = _tag_row("{%tr if b.recipients or b.cc %}", widths)
    both = _cell(copies, full, '<w:gridSpan w:val="2"/>')
    rows += f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{both}</w:tr>"
    rows += _tag_row("{%tr endif %}", widths)
    if face != "letter":
        right = '<w:jc w:val="right"/>'
        cells = _cell(_paragraph("imprint", "{{ b.office }}"), widths[0]) + _cell(
            _paragraph("imprint", "{{ b.date }}", right), widths[1]
        )
        rows += f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"
    borders = "" if face == "letter" else imprint_borders()
    floating = (
        '<w:tblpPr w:leftFromText="0" w:rightFromText="0" w:vertAnchor="margin" w:horzAnchor="page" '
        f'w:tblpX="{int(A4.left_mm * 1440 / 25.4)}" w:tblpYSpec="bottom"/><w:tblOverlap w:val="never"/>'
    )
    return _table(widths, rows, f"{floating}|{borders}")


def imprint_borders() -> str:
    """The three rules of 版记 as borders of its table (7.4.1)."""
    thick, thin = IMPRINT_WEIGHTS
    rules = "".join(
        f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="000000"/>'
        for side, size in (("top", thick), ("bottom", thick), ("insideH", thin))
    )
    return f"<w:tblBorders>{rules}</w:tblBorders>"


def _section_break(name: str, face: Face) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{SEAM_STYLE}"/>{sections.section(name, face)}</w:pPr></w:p>'


_SAMPLES: dict[str, Callable[[Face], str]] = {
    "mark_joint": lambda face: _joint_mark(),
    "signatures": lambda face: _signature_grid(),
    "table": lambda face: _generic_table(),
    "imprint": _imprint,
    **{f"section_{name}": partial(_section_break, name) for name in sections.SECTIONS},
}


def main(arguments: list[str]) -> int:
    """Write all faces into the folder given."""
    folder = Path(arguments[0])
    for face in FACES:
        (folder / f"{face}.docx").write_bytes(build(face))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
