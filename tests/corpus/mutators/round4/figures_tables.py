"""Round 4: cells, rows and heads of tables."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from tests.corpus.mutators.edit import Docx, say, text, w
from tests.corpus.mutators.registry import entering, mutator
from tests.corpus.papers.spec import Paper

_enter = entering(__name__)
_ALL = ("R1", "R2", "R3", "R4", "R6", "R7", "R8", "R22", "GW7")


def _cell(name: str, rule: str, says: str, also: tuple[str, ...] = (), **cells: tuple[str, str, str]) -> None:
    """A cell of another content: the words of a cell of the same row, the cell, the new words; by paper."""

    def change(page: Docx, paper: Paper) -> str:
        row, old, new = cells[paper.name]
        page.cell(row, old, new)
        return new or row

    _enter(change, name, rule, says, "tables", needs=lambda paper: paper.name in cells, also=(*_ALL, *also))


_cell(
    "column_total_of_another_sum",
    "R2",
    "合计不等于各行之和",
    funeral=("合计", "240", "250"),
    disabled=("合计", "680.28", "680.82"),
    charity=("合计", "215", "225"),
    complex=("合计", "480.0", "408.0"),
    bill=("合计", "500", "600"),
)
_cell(
    "row_with_digits_changed_about",
    "R2",
    "一行数字颠倒，各行之和不等于合计",
    funeral=("青石镇", "152", "125"),
    charity=("企业", "145.6", "154.6"),
    complex=("中央厨房", "88.0", "80.8"),
    bill=("老年助餐点", "68", "86"),
)
_cell(
    "row_share_of_another_count",
    "R4",
    "一行的占比与同行的数不符",
    funeral=("河口镇", "33.3%", "30.3%"),
    charity=("企业", "52.0%", "25.0%"),
)
_cell(
    "row_price_of_another_amount",
    "R2",
    "单价乘数量不等于同行金额",
    complex=("护理型床位", "1.2", "1.3"),
    disabled=("困难残疾人生活补贴", "110", "120"),
    charity=("助学", "3000", "3300"),
)
_cell(
    "row_months_of_another_amount",
    "R2",
    "月数改动，与同行金额不符",
    disabled=("困难残疾人生活补贴", "12", "10"),
)
_cell(
    "unit_again_in_the_cell",
    "R7",
    "表头已有单位，单元格又写单位",
    ("cl.9",),
    funeral=("河口镇", "22.32", "22.32万元"),
    charity=("社会组织", "19.6", "19.6万元"),
    disabled=("困难残疾人生活补贴", "2150", "2150人"),
    bill=("老年助餐点", "29", "29处"),
)
_cell(
    "cell_left_blank",
    "R27",
    "应填的单元格空着",
    ("R2",),
    funeral=("云溪镇", "15.36", ""),
    charity=("社会组织", "7.0%", ""),
    complex=("助浴设备", "45.0", ""),
    bill=("老年助餐点", "39", ""),
    naming=("听泉路", "840", ""),
)
_cell(
    "place_twice_in_the_rows",
    "R6",
    "同一行名出现两次，另一单位漏列",
    funeral=("青石镇", "青石镇", "河口镇"),
    charity=("社会组织", "社会组织", "企业"),
    naming=("听泉路", "听泉路", "云岫路"),
    bill=("老年助餐点", "老年助餐点", "县级养老服务机构"),
)
_cell(
    "share_without_its_sign",
    "R4",
    "同列都有百分号，一格漏了",
    ("cl.9",),
    funeral=("白沙街道", "40.8%", "40.8"),
    charity=("企业", "52.0%", "52.0"),
)
_cell(
    "decimals_of_another_length",
    "cl.9",
    "同列小数位数不一（15835）",
    funeral=("南园街道", "16.80", "16.8"),
    disabled=("困难残疾人生活补贴", "283.80", "283.8"),
    charity=("机关事业单位", "84.0", "84"),
    complex=("护理型床位", "96.0", "96"),
)
_cell(
    "head_of_yuan",
    "R7",
    "表头单位“万元”误写“元”",
    funeral=("火化数（具）", "免除额（万元）", "免除额（元）"),
    charity=("捐赠主体", "捐赠金额（万元）", "捐赠金额（元）"),
    complex=("建设内容", "金额（万元）", "金额（元）"),
    disabled=("补贴项目", "金额（万元）", "金额（元）"),
)
_cell(
    "head_with_an_open_bracket",
    "L062",
    "表头括号不成对",
    ("GW5", "cl.9"),
    funeral=("火化数（具）", "免除额（万元）", "免除额（万元"),
    charity=("捐赠主体", "单位数（家）", "单位数（家"),
    complex=("建设内容", "单价（万元）", "单价万元）"),
    bill=("设施类别", "新增（处）", "新增（处"),
)
_cell(
    "head_said_twice",
    "R22",
    "两列的表头相同",
    bill=("设施类别", "规划（处）", "现有（处）"),
    complex=("建设内容", "单价（万元）", "金额（万元）"),
    charity=("捐赠主体", "占比", "捐赠金额（万元）"),
)
_cell(
    "mean_of_means",
    "R4",
    "合计行的人均是各行人均的平均，不是总额除以总人数",
    charity=("合计", "2121", "2850"),
)
_cell(
    "more_special_than_all",
    "R2",
    "其中数大于总数（两格填反）",
    funeral=("云溪镇", "30", "230"),
    naming=("听泉路", "840", "8400"),
)
_cell(
    "separator_in_one_cell",
    "cl.9",
    "同列只有一格用千分位",
    ("R25", "GW5"),
    disabled=("困难残疾人生活补贴", "2150", "2,150"),
    naming=("云岫路", "1260", "1,260"),
)
_cell(
    "share_of_several_hundred",
    "R4",
    "占比小数点漏打，超过100%",
    funeral=("白沙街道", "40.8%", "408%"),
    charity=("企业", "52.0%", "520%"),
)
_cell(
    "place_of_another_spelling",
    "R22",
    "表中名称与正文写法不同",
    funeral=("白沙街道", "白沙街道", "白砂街道"),
    naming=("云岫路", "云岫路", "云秀路"),
    charity=("助残", "助残", "扶残"),
)
_cell("growth_column_wrong_anew", "R2", "新增数不等于规划数减现有数", bill=("村（社区）站点", "36", "46"))
_cell("road_of_another_length", "R8", "表中长度之和与正文总长不同", naming=("云岫路", "1260", "1620"))
_cell(
    "number_with_a_blank_inside",
    "R25",
    "单元格数字中间有空格",
    ("cl.9", "GW5"),
    funeral=("河口镇", "186", "1 86"),
    disabled=("重度护理补贴（一级）", "1280", "1 280"),
    bill=("合计", "180", "1 80"),
)
_cell(
    "letter_o_in_a_cell",
    "R25",
    "单元格里0打成字母O",
    ("cl.9", "GW5"),
    funeral=("合计", "780", "78O"),
    disabled=("重度护理补贴（一级）", "1280", "128O"),
    naming=("竹溪路", "2150", "215O"),
)
_cell(
    "old_name_and_new_changed_about",
    "R8",
    "标准名称一格填成了原名称",
    naming=("云溪大道", "文昌巷", "学前巷"),
)
_cell(
    "date_instead_of_a_number",
    "R7",
    "数字被表格软件改成日期",
    funeral=("云溪镇", "30", "1900/1/30"),
    bill=("县级养老服务机构", "3", "1900/1/3"),
    charity=("助残", "91", "1900/3/31"),
)
_cell(
    "number_of_many_decimals",
    "cl.9",
    "从表格软件粘贴，小数位数没有处理",
    funeral=("云溪镇", "23.4%", "23.4375%"),
    charity=("企业", "52.0%", "52.000001%"),
)
_cell(
    "error_of_the_spreadsheet",
    "R27",
    "公式出错的“#DIV/0!”留在表里",
    ("R7", "R2"),
    funeral=("合计", "30.8%", "#DIV/0!"),
    charity=("合计", "2121", "#REF!"),
    complex=("合计", "480.0", "#VALUE!"),
)


def _row(page: Docx, words: str) -> Any:
    return next(page.find(words, whole=True).iterancestors(w("tr")))


_GONE = {
    "funeral": "青石镇",
    "charity": "社会组织",
    "complex": "中央厨房",
    "naming": "听泉路",
    "bill": "老年助餐点",
}


@mutator(
    "R2",
    "漏了一行，各行之和不等于合计或者正文的数",
    "tables",
    needs=lambda paper: paper.name in _GONE,
    also=(*_ALL, "R24"),
)
def row_left_out_of_the_table(page: Docx, paper: Paper) -> str:
    row = _row(page, _GONE[paper.name])
    row.getparent().remove(row)
    return "合计" if paper.name != "naming" else "长度"


@mutator("R6", "同一行粘贴了两遍", "tables", needs=lambda paper: paper.name in _GONE, also=(*_ALL, "R24"))
def row_pasted_twice(page: Docx, paper: Paper) -> str:
    row = _row(page, _GONE[paper.name])
    row.addnext(deepcopy(row))
    return _GONE[paper.name]


@mutator(
    "R8",
    "表题的年份与正文不同",
    "tables",
    needs=lambda paper: any("2026" in table.title for table in paper.tables),
    also=_ALL,
)
def table_titled_for_another_year(page: Docx, paper: Paper) -> str:
    title = next(table.title for table in paper.tables if "2026" in table.title)
    found = page.find(title, whole=True)
    say(found, title.replace("2026", "2024"))
    return text(found)


@mutator(
    "R22",
    "表题说的事与表的内容不符（套用旧表）",
    "tables",
    needs=lambda paper: paper.name in ("funeral", "complex", "bill", "naming"),
    also=_ALL,
)
def table_titled_for_something_else(page: Docx, paper: Paper) -> str:
    say(page.find(paper.tables[0].title, whole=True), "城乡低保对象分布情况")
    return "城乡低保对象分布情况"
