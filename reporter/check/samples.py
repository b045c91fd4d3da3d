"""Examples for rules: a correct notice in a few lines, and one thing about it changed.

`notice(number="安民字[2026]12号")` is the notice with another 发文字号; `notice(number=None)` has none. Values are
texts or `line(…)`; `body` is a list of them. Nothing is recognised here: elements are what the example says.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, get_args

from msgspec import Struct
from msgspec.structs import replace

from reporter.artefacts.geometry import Box, Glyph, PageGeometry, TextLine
from reporter.artefacts.geometry_docx import Section, Sheets
from reporter.artefacts.seen.model import CellPlace, Element, Grid, Looks, Para, Place, Role, Run, Seen
from reporter.check.measure.items import ITEMS
from reporter.check.measure.judge import Reading, Sample, judge
from reporter.check.subject import Layout, Subject
from reporter.check.whites import LINE_PT
from reporter.typeset.fonts import typeface
from reporter.typeset.styles import STYLES, Style

FILE = "样例.docx"
_STYLE_OF: dict[str, str] = {
    **dict.fromkeys(("cc", "print_office", "print_date"), "imprint"),
    **{f"heading{level}": f"h{level}" for level in range(1, 6)},
    "heading": "h1", "attachments": "remark",
}  # fmt: skip
"""Styles of elements that have another name."""
_STANDING: dict[str, Looks] = {
    "signatory": Looks("right", 0, 0, 4), "cc": Looks("justify", 0), "print_office": Looks("justify", 0),
    "print_date": Looks("justify", 0),
}  # fmt: skip
"""Elements that stand otherwise than their style says, as in a file typed by hand."""
_DEFAULTS: dict[str, Any] = {
    "copy_number": None, "classification": None, "urgency": None,
    "mark": "安和县民政局文件", "number": "安民字〔2026〕12号", "signer": None,
    "title": "安和县民政局关于做好养老院安全管理工作的通知", "recipients": "各乡镇人民政府、街道办事处：",
    "body": (), "attachments": None, "signatory": "安和县民政局", "post": None, "date": "2026年3月6日", "remark": None,
    "attachment_label": None, "attachment_title": None,
    "cc": "抄送：县政府办公室。", "print_office": "安和县民政局办公室", "print_date": "2026年3月6日印发",
}  # fmt: skip
_BODY = ("为做好养老院安全管理工作，现将有关事项通知如下。", "一、总体要求", "各乡镇要逐院排查，建立台账。")


class Line(Struct, frozen=True):
    """A paragraph of an example with what differs from the usual."""

    text: str
    role: Role = "body"
    level: int = 0
    label: str = ""
    confidence: float = 1.0
    part: int = 0
    run: Mapping[str, Any] | None = None
    looks: Mapping[str, Any] | None = None
    page: int = 1
    place: Place = "text"


def line(
    text: str,
    role: Role = "body",
    *,
    level: int = 0,
    part: int = 0,
    looks: Mapping[str, Any] | None = None,
    **run: Any,
) -> Line:
    """A line with other looks (`align`, `first` …) or another run (`font`, `size`, `bold`, `colour`)."""
    return Line(text, role, level, part=part, run=run or None, looks=looks)


def heading(text: str, level: int, **run: Any) -> Line:
    """A heading with its typed number, e.g. `heading("（一）排查", 2)`."""
    label = next((text[: end + 1] for end, c in enumerate(text[:6]) if c in "、）.．)" or c in "①②③④⑤⑥"), "")
    return Line(text, "heading", level, label, run=run or None)


def enclosed(title: str, label: str = "附件", **looks: Any) -> tuple[Line, Line]:
    """The head of an attachment: its label and its title."""
    usual = {"new_page": True, **looks}
    return line(label, "attachment_label", part=1, looks=usual), line(title, "attachment_title", part=1)


def naming(*attachments: str) -> Subject:
    """The notice with 附件说明 in two lines, or these lines in their place."""
    return notice(attachments=attachments or ("附件：1.责任清单", "2.整改清单"))


def notice(
    *, grids: Sequence[Grid] = (), file: str = FILE, subject: Mapping[str, Any] | None = None, **changes: Any
) -> Subject:
    """The notice with some elements changed; `subject` are further fields of Subject, `seen_…` ones of Seen."""
    lines = [one for role, value in _with(changes).items() for one in _lines(role, value)]
    paras, elements = [], []
    for number, one in enumerate(lines, 1):
        para = _para(one, number)
        paras.append(para)
        if one.role != "other":
            elements.append(
                Element(one.role, para.text, (para,), one.confidence, one.level, one.label, one.part)
            )
    for grid in grids:
        paras += _cells(grid, len(paras))
    more = {name.removeprefix("seen_"): value for name, value in changes.items() if name.startswith("seen_")}
    seen = Seen(
        "docx",
        tuple(paras),
        tuple(grids),
        tuple(elements),
        **{"face": "document", "direction": "down", **more},
    )
    return Subject(file, seen, **dict(subject or {}))


def two(first: str, second: str) -> tuple[Subject, Subject]:
    """A set of two notices with one body paragraph each."""
    return notice(file="方案.docx", body=(first,)), notice(file="总结.docx", body=(second,))


def measured(
    subject: Subject, *, rendered: bool = False, pages: Sequence[Any] = (), **values: float | str | None
) -> Subject:
    """The subject with a layout whose items read: a number is a value, a text a fault's quote, None nothing found."""
    readings = [Reading(key, _samples(value), checked=1) for key, value in values.items()]
    rows = {row.item.key: row for row in judge(ITEMS, readings, rendered=rendered)}
    return replace(subject, layout=Layout(tuple(pages), rows, rendered))


_FAR = 99.0
"""What a fault that is told by its words is off by, mm."""


def _samples(value: float | str | None) -> tuple[Sample, ...]:
    if value is None:
        return ()
    return (Sample(_FAR, 1, value),) if isinstance(value, str) else (Sample(value, 1),)


def setting(**changes: Any) -> Sheets:
    """Settings of a correct DOCX; `changes` go to its one section (`top`, `grid_type` …)."""
    usual = {"width": 210, "height": 297, "top": 37, "right": 26, "bottom": 35, "left": 28, "grid_type": "lines",
             "grid_lines": 579, "grid_chars": 0, "number_on": frozenset({"default", "even"})}  # fmt: skip
    return Sheets((Section(**{**usual, **changes}),), True)


def _with(changes: Mapping[str, Any]) -> dict[str, Any]:
    known = {name: value for name, value in changes.items() if not name.startswith("seen_")}
    unknown = set(known) - set(_DEFAULTS) - {"tail"}
    if unknown:
        raise TypeError(f"no such element: {sorted(unknown)}")
    found = {**_DEFAULTS, **known}
    found["body"] = found["body"] or _BODY
    return found


def _lines(role: str, value: Any) -> list[Line]:
    if value is None:
        return []
    values = value if isinstance(value, list | tuple) else [value]
    usual: Any = role if role in get_args(Role) else "body"
    return [one if isinstance(one, Line) else _typed(one, usual) for one in values]


def _typed(text: str, role: Role) -> Line:
    """Headings of level one in the body are told by their number, to keep examples short."""
    if role == "body" and text[:2] in ("一、", "二、", "三、", "四、"):
        return heading(text, 1)
    return Line(text, role)


def _para(one: Line, number: int) -> Para:
    style = _style(f"{one.role}{one.level or ''}")
    colour = "FF0000" if one.role == "mark" else "000000"
    run = {"font": typeface(style.role).docx, "size": float(style.size), "colour": colour, **(one.run or {})}
    usual = _STANDING.get(one.role) or Looks(style.align, style.first, style.left, style.right)
    looks = replace(usual, pitch=LINE_PT, exact=True, before=0.0, after=0.0)
    looks = replace(looks, **(one.looks or {}))
    return Para(number, (Run(one.text, **run),), place=one.place, page=one.page, looks=looks).read()


def _style(name: str) -> Style:
    """As our own files set it; an element without a style is set like the text, flush."""
    return STYLES.get(_STYLE_OF.get(name, name), STYLES["flush"])


def _cells(grid: Grid, before: int) -> list[Para]:
    found: list[Para] = []
    for row, cells in enumerate(grid.rows, 1):
        for column, text in enumerate(cells, 1):
            place = CellPlace(grid.number, row, column)
            run = Run(text, typeface(STYLES["cell"].role).docx, float(STYLES["cell"].size), colour="000000")
            para = Para(before + len(found) + 1, (run,), place="cell", page=grid.page, cell=place)
            found.append(para.read())
    return found


def with_lines(subject: Subject, *lines: tuple[str, float, float], page: int = 1) -> Subject:
    """The subject with one laid-out page: `(text, left, right)` in mm, a line of the type area each."""
    found = tuple(
        _laid(text, left, right, 47.0 + 10.23 * place)
        for place, (text, left, right) in enumerate(lines)
        if text
    )
    return replace(subject, layout=Layout((PageGeometry(page, 210, 297, found),), {}))


def _laid(text: str, left: float, right: float, baseline: float) -> TextLine:
    wide = (right - left) / len(text)
    return TextLine(
        tuple(
            Glyph(char, left + n * wide, left + (n + 1) * wide, baseline, 16.0,
                  Box(left + n * wide, baseline - 5, left + (n + 1) * wide, baseline), False, False)
            for n, char in enumerate(text)
        )
    )  # fmt: skip
