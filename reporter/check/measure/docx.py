"""A DOCX judged by its settings, whatever program lays it out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reporter.artefacts.geometry_docx import BodyStyle, DocxGeometry, Section, TableShape, read_docx_geometry
from reporter.artefacts.source import Source
from reporter.check.measure.judge import Reading, Sample
from reporter.text import within
from reporter.typeset.standard import (
    A3_LANDSCAPE,
    A4,
    A4_LANDSCAPE,
    BODY_TRACKING_TWIPS,
    GRID_CHAR_SPACE,
    PITCH_TWIPS,
    SANHAO_PT,
    Page,
)

_PAPER_MM, _MARGIN_MM = 1.0, 0.1
_GLYPH_EDGE_MM = (34.58, 32.58)
"""Head and foot of GB/T 33476.2's model, where half of the white between two lines lies in the margins."""
_PITCHES_TWIPS = {PITCH_TWIPS: "37/35", 589: "34.58/32.58", 592: "34.58/32.58"}
_PRINTED = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日印发")
_THICK_PT, _THIN_PT = 1.0, 0.75
_QUOTE = 24
_LONG_TABLE_ROWS = 12
"""A table of more rows may run over a page."""


def docx_readings(source: Source) -> list[Reading]:
    """Readings of every structural item. Raises InputError as `read_docx_geometry` does."""
    facts = read_docx_geometry(source)
    imprint = next((table for table in facts.tables if _PRINTED.search(table.text)), None)
    return [
        Reading("page_setup", tuple(_page_setup(facts)), len(facts.sections)),
        Reading("grid", tuple(_grid(facts)), len(facts.sections)),
        Reading("normal", tuple(_normal(facts.body, _by_characters(facts))), 1),
        Reading(
            "styles", tuple(Sample(quote=within(text, _QUOTE)) for text in facts.unstyled), facts.paragraphs
        ),
        Reading("footers", tuple(_footers(facts)), len(facts.sections)),
        _heads(facts),
        *_imprint(imprint),
    ]


def _page_setup(facts: DocxGeometry) -> Iterator[Sample]:
    if not facts.sections:
        yield Sample(quote="没有页面设置")
    for number, section in enumerate(facts.sections, 1):
        paper = _paper(section)
        if paper is None:
            yield Sample(quote=f"第{number}节：{section.width:.1f} × {section.height:.1f} mm")
            continue
        wanted = (paper.top_mm, paper.bottom_mm, paper.left_mm, paper.right_mm)
        found = (section.top, section.bottom, section.left, section.right)
        if not (
            _near(found, wanted) or (not section.landscape and _near(found, (*_GLYPH_EDGE_MM, *wanted[2:])))
        ):
            shown = "/".join(f"{side:.2f}" for side in found)
            yield Sample(quote=f"第{number}节：上/下/左/右 {shown} mm")


def _paper(section: Section) -> Page | None:
    for paper in (A4, A4_LANDSCAPE, A3_LANDSCAPE):
        if _near((section.width, section.height), (paper.width_mm, paper.height_mm), _PAPER_MM):
            return paper
    return None


def _near(found: tuple[float, ...], wanted: tuple[float, ...], allowed: float = _MARGIN_MM) -> bool:
    return all(abs(one - other) <= allowed for one, other in zip(found, wanted, strict=True))


def _grid(facts: DocxGeometry) -> Iterator[Sample]:
    """A grid of lines must have the body's own pitch; otherwise LibreOffice centres it and moves the first line."""
    for number, section in enumerate(facts.sections, 1):
        if section.landscape or not section.grid_type:
            continue
        wrong_lines = section.grid_lines not in _PITCHES_TWIPS
        wrong_chars = "Chars" in section.grid_type and section.grid_chars != GRID_CHAR_SPACE
        if wrong_lines or wrong_chars:
            told = f"{section.grid_type} {section.grid_lines}/{section.grid_chars}"
            yield Sample(quote=f"第{number}节：{told}")


def _by_characters(facts: DocxGeometry) -> bool:
    return any("Chars" in section.grid_type for section in facts.sections)


def _normal(body: BodyStyle, by_characters: bool) -> Iterator[Sample]:
    if body.size != SANHAO_PT:
        yield Sample(quote=f"字号 {body.size:g} pt")
    if not body.exact or round(body.pitch * 20) not in _PITCHES_TWIPS:
        kind = "固定值" if body.exact else "非固定值"
        yield Sample(quote=f"行距 {kind} {body.pitch:g} pt")
    if not by_characters and round(body.tracking * 20) != BODY_TRACKING_TWIPS:
        yield Sample(quote=f"字距 {body.tracking:g} pt，满行不是28字")


def _footers(facts: DocxGeometry) -> Iterator[Sample]:
    if not facts.even_and_odd:
        yield Sample(quote="没有勾选“奇偶页不同”")
    for number, section in enumerate(facts.sections, 1):
        if number == len(facts.sections) > 1 and section.begins == "evenPage" and not section.number_on:
            continue  # 版记 behind a blank page: neither has a number (7.5)
        for kind, name in (("default", "奇数页"), ("even", "偶数页")):
            if kind not in section.number_on:
                yield Sample(quote=f"第{number}节{name}没有页码域")


def _heads(facts: DocxGeometry) -> Reading:
    long = [table for table in facts.tables if table.rows > _LONG_TABLE_ROWS and not table.floats_to]
    faults = tuple(
        Sample(quote=f"{table.rows}行的表：{within(table.text, _QUOTE)}")
        for table in long
        if not table.head_rows
    )
    return Reading("table_heads", faults, len(long), "" if long else "没有可能跨页的表格")


def _imprint(table: TableShape | None) -> list[Reading]:
    if table is None:
        return [Reading("anchor", reason="没有版记表格"), Reading("imprint_rules", reason="没有版记表格")]
    place = () if table.floats_to == "margin:bottom" else (Sample(quote=table.floats_to or "版记排在正文中"),)
    top, inner, bottom = table.rules
    right = top == bottom == _THICK_PT and inner in (0.0, _THIN_PT)
    weights = () if right else (Sample(quote=f"{top:g}/{inner:g}/{bottom:g} pt"),)
    return [Reading("anchor", place, 1), Reading("imprint_rules", weights, 1)]
