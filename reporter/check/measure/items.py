"""Every item that is measured: its clause, what is required and how far off is still right. Data only.

Tolerances are those of a careful printing office for files made by an engine (`tolerance`) and what LibreOffice's
layout of a Word file is allowed (`rendered`), which sets other leading and rounds to twips.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from reporter.typeset.standard import (
    A4,
    CELL_MM,
    CELLS_PER_LINE,
    HEADER,
    IMPRINT,
    LETTER,
    LINES_PER_PAGE,
    ORDER,
    PAGE_NUMBER,
    PITCH_MM,
    PITCH_PT,
    SIGNATURE,
)

LEFT_MM = A4.left_mm
RIGHT_MM = A4.width_mm - A4.right_mm
TOP_MM = A4.top_mm
BOTTOM_MM = A4.height_mm - A4.bottom_mm


class Item(Struct, frozen=True):
    """What is measured. `value`: each sample within `target` ± `tolerance`; `none`: each sample is a fault.

    `share` of the samples must be within the tolerance and none farther off than `limit`.
    """

    key: str
    name: str
    clause: str
    kind: Literal["value", "none"] = "value"
    target: float = 0.0
    tolerance: float = 0.0
    unit: str = "mm"
    rendered: float | None = None
    share: float = 1.0
    limit: float | None = None
    wanted: str = ""
    """What is required, where target and tolerance do not say it."""
    decimals: int = 2
    all_when_strict: bool = False
    """Whether a strict look wants every sample within the tolerance, whatever the share."""

    def allowed(self, rendered: bool) -> float:
        """The tolerance for files of our own or for LibreOffice's rendering."""
        return self.rendered if rendered and self.rendered is not None else self.tolerance

    def required(self, rendered: bool) -> str:
        """What is required, in words."""
        if self.wanted:
            return self.wanted
        if self.kind == "none":
            return "没有"
        allowed = self.allowed(rendered)
        off = f" ± {allowed:g}" if allowed else ""
        return f"{self.target:.{self.decimals}f}{off} {self.unit}".rstrip()


_PDF = (
    Item("paper", "纸张", "5.1", "none", wanted="A4（宽表可用 A3）± 1 mm"),
    Item("lines", "满页行数", "5.2.3", target=LINES_PER_PAGE, unit="行", decimals=0),
    Item("pitch", "行距", "5.2.3", target=PITCH_PT, tolerance=0.02, rendered=0.12, unit="pt", decimals=3),
    Item("cells", "满行字数（无西文的行）", "5.2.3", target=CELLS_PER_LINE, tolerance=1.05, unit="字", share=0.95,
         decimals=1, limit=6, wanted="28 ± 1 字（未调字距），至少95%的行"),
    Item("left", "版心左边", "5.2.1", target=LEFT_MM, tolerance=0.1, rendered=0.15),
    Item("right", "满行右边齐", "5.2.1", target=RIGHT_MM, tolerance=0.2, rendered=0.6, share=0.96, limit=CELL_MM,
         all_when_strict=True, wanted="184 ± 0.2 mm，至少96%的行，最多差1字"),
    Item("kinsoku", "避头尾", "GB/T 15834 5.1", "none"),
    Item("page_end", "页面提前结束", "5.2.3", "none", wanted="段中换页不留空行，其余不超过4行（LibreOffice 排版6行）"),
    Item("mark", "发文机关标志上边", "7.2.4", target=HEADER.mark_top_from_page_mm, tolerance=0.3, rendered=1.0),
    Item("mark_order", "令标志上边", "10.2", target=ORDER.mark_top_from_page_mm, tolerance=0.3, rendered=1.0),
    Item("mark_letter", "信函标志上边", "10.1", target=LETTER.mark_top_from_page_mm, tolerance=0.3, rendered=1.0),
    Item("number", "发文字号下边至红线", "7.2.7", target=HEADER.number_to_rule_mm, tolerance=0.3, rendered=0.6),
    Item("rule_left", "红线左端", "7.2.7", target=LEFT_MM, tolerance=0.3, rendered=0.4),
    Item("rule_right", "红线右端", "7.2.7", target=RIGHT_MM, tolerance=0.3, rendered=0.4),
    Item("rule_weight", "红线粗细", "7.2.7", target=0.95, tolerance=0.65, wanted="0.3～1.6 mm（标准未规定）"),
    Item("letter_first", "信函首线至标志", "10.1", target=LETTER.mark_to_rule_mm, tolerance=0.3, rendered=1.0),
    Item("letter_ends", "信函红线两端", "10.1", "none", wanted="20 ± 0.3 mm 至 190 ± 0.3 mm"),
    Item("letter_lower", "信函末线至纸边", "10.1", target=LETTER.lower_rule_from_bottom_mm, tolerance=0.3,
         rendered=1.0),
    Item("title", "红线至标题", "7.3.1", target=2 * PITCH_MM, tolerance=1.0, rendered=2.0,
         wanted="空二行（20.45 ± 1 mm）"),
    Item("first_page", "首页有正文", "7.3.3", "none", wanted="首页必须显示正文"),
    Item("signer_room", "签名章上方空行", "7.3.5.3", "none", wanted="职务上方空二行以上"),
    Item("signer_date", "签名章下日期离右边", "7.3.5.3", target=SIGNATURE.signer_seal_right_cells * CELL_MM,
         tolerance=0.3, rendered=0.6, wanted="右空四字（22.29 ± 0.3 mm）"),
    Item("imprint_even", "版记在偶数页", "7.4.1、6.2", "none", wanted="最后一页，且为偶数页"),
    Item("imprint_foot", "版记末条线", "7.4.1", target=IMPRINT.last_rule_from_page_mm, tolerance=0.3, rendered=1.0),
    Item("imprint_ends", "版记线两端", "7.4.1", "none", wanted="28 ± 0.3 mm 至 184 ± 0.3 mm"),
    Item("imprint_first", "版记首条线粗细", "7.4.1", target=IMPRINT.first_rule_mm, tolerance=0.05),
    Item("imprint_middle", "版记中间线粗细", "7.4.1", target=IMPRINT.middle_rule_mm, tolerance=0.05),
    Item("imprint_last", "版记末条线粗细", "7.4.1", target=IMPRINT.last_rule_mm, tolerance=0.05),
    Item("dash", "页码一字线高低", "7.5", target=PAGE_NUMBER.dash_from_page_top_mm, tolerance=0.3, rendered=0.6),
    Item("dash_side", "页码离版心边", "7.5", target=PAGE_NUMBER.size_pt * 25.4 / 72, tolerance=0.3, rendered=0.3,
         wanted="空一字（4.94 ± 0.3 mm），单页右、双页左"),
    Item("numbers", "页码连续", "7.5", "none", wanted="与页次一致；空白页和它后面的版记页不印"),
    Item("outside", "版心外的文字", "5.2.1", "none"),
    Item("overlap", "文字重叠", "5.2", "none"),
)  # fmt: skip

_DOCX = (
    Item("page_setup", "页面设置", "5.1、5.2.1", "none", wanted="A4，上37下35左28右26 mm ± 0.1（或34.58/32.58）"),
    Item("grid", "文档网格", "5.2.3", "none", wanted="行网格28.95 pt（579）或字符网格579/−849"),
    Item("normal", "正文行距与字距", "5.2.3", "none", wanted="三号，固定值28.95 pt，字距−0.25 pt（字符网格时为0）"),
    Item("styles", "公文样式", "7", "none", wanted="段落都用有名字的样式，字号照样式"),
    Item("footers", "奇偶页页码", "7.5", "none", wanted="奇偶页不同，每节奇偶页都有页码域"),
    Item("table_heads", "表头重复", "8", "none", wanted="跨页表格的表头行设为重复"),
    Item("anchor", "版记贴版心底边", "7.4.1", "none", wanted="定位到版心下边"),
    Item("imprint_rules", "版记线设置", "7.4.1", "none", wanted="首末线1 pt、中间线0.75 pt"),
)  # fmt: skip

PDF_ITEMS: dict[str, Item] = {item.key: item for item in _PDF}
DOCX_ITEMS: dict[str, Item] = {item.key: item for item in _DOCX}
ITEMS: dict[str, Item] = {**DOCX_ITEMS, **PDF_ITEMS}

NEVER_START = frozenset("，。、；：？！）》〉」』】〕〗”’·～％‰℃,.;:?!)]}%")
"""GB/T 15834 5.1: marks that no line begins with; ASCII ones as Chinese offices use them."""
NEVER_END = frozenset("（《〈「『【〔〖“‘￥([{")
"""GB/T 15834 5.1.3: opening marks that no line ends with."""
NEVER_PARTED = frozenset(("——", "……"))
"""GB/T 15834 5.1.5, 5.1.6: marks of two characters."""
