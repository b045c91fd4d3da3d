"""Figures and rows of tables that disagree."""

from __future__ import annotations

from tests.corpus.mutators.edit import Docx, w
from tests.corpus.mutators.registry import celling, mutator
from tests.corpus.papers.spec import Paper

_cell = celling(__name__)


_cell("total_row_wrong", "bulletin", "R2", "表格合计行不等于各行之和", ("合计", "175", "171"), also=("R8",))
_cell("money_total_wrong", "request", "R2", "资金表合计不等于各项之和", ("合计", "180", "190"), also=("R8",))
_cell(
    "row_does_not_add_up",
    "bulletin",
    "R3",
    "表格一行已整改加未整改不等于隐患数",
    ("白沙街道", "45", "47"),
    also=("R2",),
)
_cell("rate_in_table_wrong", "report", "R4", "表格整改率与数字不符", ("2025年", "93.7%", "97.3%"))
_cell(
    "table_differs_from_text",
    "three-attachments",
    "R8",
    "表格数字与正文不符",
    ("参加检查的工作人员", "96", "69"),
)
_cell(
    "done_before_found",
    "three-attachments",
    "R9",
    "台账完成日期早于发现日期",
    ("AH2026-0006", "2026-05-19", "2026-04-19"),
)
_cell(
    "done_after_due", "three-attachments", "R9", "台账逾期完成", ("AH2026-0004", "2026-05-05", "2026-05-25")
)
_cell(
    "ledger_row_open",
    "three-attachments",
    "R5",
    "正文说8条已整改，台账有一条没有完成日期",
    ("AH2026-0008", "2026-05-18", "　"),
    "AH2026-0008",
    also=("R9", "R27"),
)
_cell(
    "fresh_done_after_cut_off",
    "three-attachments",
    "R9",
    "台账里整改完成晚于统计截止日",
    ("AH2026-0007", "2026-05-26", "2026-07-26"),
)
_cell(
    "fresh_due_before_found",
    "three-attachments",
    "R9",
    "台账里整改时限早于发现日期",
    ("AH2026-0003", "2026-05-06", "2026-03-06"),
)
_cell(
    "fresh_total_of_homes", "bulletin", "R2", "表格合计算错（机构数、隐患数）", ("青石镇", "36", "63"), "合计"
)
_cell(
    "fresh_row_does_not_add",
    "bulletin",
    "R3",
    "表格一行三个数对不上",
    ("河口镇", "3", "5"),
    "河口镇",
    also=("R2",),
)
_cell("fresh_rate_of_a_year", "report", "R4", "年度表整改率算错", ("2024年", "92.0%", "93.0%"))
_cell(
    "fresh_price_by_count",
    "request",
    "R2",
    "单价乘数量不等于金额",
    ("电气线路更换", "7", "8"),
    "电气线路更换",
    also=("R4", "R8"),
)
_cell(
    "fresh_form_against_text",
    "three-attachments",
    "R8",
    "统计表与正文的数不同",
    ("组织培训的护理员", "215", "251"),
    also=("R6", "R1"),
)


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


_cell(
    "fresh_ledger_number_twice",
    "three-attachments",
    "L047",
    "台账序号重复",
    ("AH2026-0004", "4", "3"),
    also=("R24", "R6"),
)
