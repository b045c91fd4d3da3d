"""Figures and rows of tables that disagree."""

from __future__ import annotations

from tests.corpus.mutators.edit import Docx, w
from tests.corpus.mutators.places import cell
from tests.corpus.mutators.registry import mutator
from tests.corpus.papers.spec import Paper


@mutator(
    "R2", "表格合计行不等于各行之和", "tables", needs=lambda paper: paper.name == "bulletin", also=("R8",)
)
def total_row_wrong(page: Docx, paper: Paper) -> str:
    cell(page, "合计", "175", "171")
    return "171"


@mutator(
    "R2", "资金表合计不等于各项之和", "tables", needs=lambda paper: paper.name == "request", also=("R8",)
)
def money_total_wrong(page: Docx, paper: Paper) -> str:
    cell(page, "合计", "180", "190")
    return "190"


@mutator(
    "R3",
    "表格一行已整改加未整改不等于隐患数",
    "tables",
    needs=lambda paper: paper.name == "bulletin",
    also=("R2",),
)
def row_does_not_add_up(page: Docx, paper: Paper) -> str:
    cell(page, "白沙街道", "45", "47")
    return "47"


@mutator("R4", "表格整改率与数字不符", "tables", needs=lambda paper: paper.name == "report")
def rate_in_table_wrong(page: Docx, paper: Paper) -> str:
    cell(page, "2025年", "93.7%", "97.3%")
    return "97.3%"


@mutator("R8", "表格数字与正文不符", "tables", needs=lambda paper: paper.name == "three-attachments")
def table_differs_from_text(page: Docx, paper: Paper) -> str:
    cell(page, "参加检查的工作人员", "96", "69")
    return "69"


@mutator("R9", "台账完成日期早于发现日期", "tables", needs=lambda paper: paper.name == "three-attachments")
def done_before_found(page: Docx, paper: Paper) -> str:
    cell(page, "AH2026-0006", "2026-05-19", "2026-04-19")
    return "2026-04-19"


@mutator("R9", "台账逾期完成", "tables", needs=lambda paper: paper.name == "three-attachments")
def done_after_due(page: Docx, paper: Paper) -> str:
    cell(page, "AH2026-0004", "2026-05-05", "2026-05-25")
    return "2026-05-25"


@mutator(
    "R5",
    "正文说8条已整改，台账有一条没有完成日期",
    "tables",
    needs=lambda paper: paper.name == "three-attachments",
    also=("R9", "R27"),
)
def ledger_row_open(page: Docx, paper: Paper) -> str:
    cell(page, "AH2026-0008", "2026-05-18", "　")
    return "AH2026-0008"


@mutator(
    "R9", "台账里整改完成晚于统计截止日", "tables", needs=lambda paper: paper.name == "three-attachments"
)
def fresh_done_after_cut_off(page: Docx, paper: Paper) -> str:
    cell(page, "AH2026-0007", "2026-05-26", "2026-07-26")
    return "2026-07-26"


@mutator("R9", "台账里整改时限早于发现日期", "tables", needs=lambda paper: paper.name == "three-attachments")
def fresh_due_before_found(page: Docx, paper: Paper) -> str:
    cell(page, "AH2026-0003", "2026-05-06", "2026-03-06")
    return "2026-03-06"


@mutator("R2", "表格合计算错（机构数、隐患数）", "tables", needs=lambda paper: paper.name == "bulletin")
def fresh_total_of_homes(page: Docx, paper: Paper) -> str:
    cell(page, "青石镇", "36", "63")
    return "合计"


@mutator("R3", "表格一行三个数对不上", "tables", needs=lambda paper: paper.name == "bulletin", also=("R2",))
def fresh_row_does_not_add(page: Docx, paper: Paper) -> str:
    cell(page, "河口镇", "3", "5")
    return "河口镇"


@mutator("R4", "年度表整改率算错", "tables", needs=lambda paper: paper.name == "report")
def fresh_rate_of_a_year(page: Docx, paper: Paper) -> str:
    cell(page, "2024年", "92.0%", "93.0%")
    return "93.0%"


@mutator(
    "R2", "单价乘数量不等于金额", "tables", needs=lambda paper: paper.name == "request", also=("R4", "R8")
)
def fresh_price_by_count(page: Docx, paper: Paper) -> str:
    cell(page, "电气线路更换", "7", "8")
    return "电气线路更换"


@mutator(
    "R8",
    "统计表与正文的数不同",
    "tables",
    needs=lambda paper: paper.name == "three-attachments",
    also=("R6", "R1"),
)
def fresh_form_against_text(page: Docx, paper: Paper) -> str:
    cell(page, "组织培训的护理员", "215", "251")
    return "251"


@mutator(
    "R6",
    "台账行数与正文条数不符",
    "tables",
    needs=lambda paper: paper.name == "three-attachments",
    also=("R8", "L047"),
)
def fresh_ledger_row_gone(page: Docx, paper: Paper) -> str:
    cell = page.find("AH2026-0008", whole=True)
    row = next(cell.iterancestors(w("tr")))
    row.getparent().remove(row)
    return "8条"


@mutator(
    "L047",
    "台账序号重复",
    "tables",
    needs=lambda paper: paper.name == "three-attachments",
    also=("R24", "R6"),
)
def fresh_ledger_number_twice(page: Docx, paper: Paper) -> str:
    cell(page, "AH2026-0004", "4", "3")
    return "3"
