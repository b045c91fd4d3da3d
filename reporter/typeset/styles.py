"""The style table: every kind of paragraph with its face, size and place (GB/T 9704 cl. 7). One place for all formats.

Horizontal units are 字 of 三号 (156/28 mm), vertical units lines of the type area (225/22 mm); sizes in pt.
`name` is the Chinese style name in the DOCX, `css` the class in the HTML.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Role = Literal["title", "fang", "kai", "hei", "song"]


class Style(Struct, frozen=True):
    """How a paragraph of one kind is set."""

    key: str
    name: str
    role: Role = "fang"
    size: float = 16
    align: Literal["left", "center", "right", "justify"] = "justify"
    first: float = 0
    """First-line indent, 字."""
    left: float = 0
    """Left indent of all lines, 字."""
    right: float = 0
    hanging: float = 0
    """How far the first line stands out to the left of `left`, 字."""
    before: float = 0
    """Blank lines above."""
    keep_next: bool = False
    red: bool = False
    pitch: float = 1
    """Line height in lines of the type area; 0 for a height of its own."""
    outline: int = 0
    """Outline level 1–5 of headings, 0 for other text."""

    @property
    def css(self) -> str:
        return f"gw-{self.key.replace('_', '-')}"


_TABLE = (
    Style("copy_number", "公文份号", align="left"),
    Style("classification", "公文密级和保密期限", role="hei", align="left"),
    Style("urgency", "公文紧急程度", role="hei", align="left"),
    Style("mark", "公文发文机关标志", role="title", size=36, align="center", red=True, pitch=0),
    Style("number", "公文发文字号", align="center", before=2),
    Style("number_up", "公文上行发文字号", align="left", left=1, right=1, before=2),
    Style("title", "公文标题", role="title", size=22, align="center", before=2, keep_next=True, pitch=0),
    Style("recipients", "公文主送机关", align="justify", before=1),
    Style("body", "公文正文", first=2),
    Style("flush", "公文正文顶格"),
    Style("h1", "公文一级标题", role="hei", first=2, keep_next=True, outline=1),
    Style("h2", "公文二级标题", role="kai", first=2, keep_next=True, outline=2),
    Style("h3", "公文三级标题", first=2, keep_next=True, outline=3),
    Style("h4", "公文四级标题", first=2, keep_next=True, outline=4),
    Style("h5", "公文五级标题", first=2, keep_next=True, outline=5),
    Style("attendance_first", "公文到会首项", role="hei", left=5, hanging=3, before=1),
    Style("attendance", "公文到会次项", role="hei", left=5, hanging=3),
    Style("attachment_single", "公文附件说明", left=5, hanging=3, before=1),
    Style("attachment_first", "公文附件说明首项", left=6, hanging=4, before=1),
    Style("attachment_next", "公文附件说明次项", left=6, hanging=1),
    Style("signature", "公文署名", align="center", keep_next=True),
    Style("date", "公文成文日期", align="right", right=4),
    Style("remark", "公文附注", first=2),
    Style("issued_title", "公文印发正文标题", role="title", size=22, align="center", keep_next=True, pitch=0),
    Style("attachment_label", "公文附件标记", role="hei", align="left", keep_next=True),
    Style("attachment_title", "公文附件标题", role="title", size=22, align="center", before=1, keep_next=True, pitch=0),
    Style("sheet_title", "公文表标题", role="title", size=22, align="center", keep_next=True, pitch=0),
    Style("table_title", "公文表题", role="hei", align="center", keep_next=True),
    Style("sheet_line", "公文表上说明", size=14, align="left", pitch=0),
    Style("cell_head", "公文表头", role="hei", size=12, align="center", pitch=0),
    Style("cell", "公文表格文字", role="fang", size=12, align="left", pitch=0),
    Style("cell_total", "公文表格合计", role="hei", size=12, align="center", pitch=0),
    Style("imprint", "公文版记", size=14, left=1, right=1, pitch=0),
    Style("page_number", "公文页码", role="song", size=14, pitch=0),
    Style("state", "公文稿次", role="hei", size=14, align="right", pitch=0),
)

STYLES: dict[str, Style] = {style.key: style for style in _TABLE}
