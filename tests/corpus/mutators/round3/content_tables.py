"""Round 3: tables, ledgers and lists that do not agree within themselves or with the text beside them."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from tests.corpus.mutators.edit import Docx, say, w
from tests.corpus.mutators.registry import celling, mutator, swapping
from tests.corpus.papers.spec import Paper

_cell = celling(__name__)
_swap = swapping(__name__, pdf=False)
_SUMS = ("R1", "R2", "R3", "R4", "R6", "R8")
_ROWS = ("R5", "R6", "R8", "R9", "R12", "R24", "L047")

_cell(
    "share_in_a_column",
    "relief-half",
    "R4",
    "表格占比一格与金额、合计不符",
    ("河口镇", "24.2%", "42.2%"),
    also=_SUMS,
)
_cell(
    "shares_end_below_a_hundred",
    "relief-half",
    "R4",
    "占比合计写成97.0%",
    ("合计", "100.0%", "97.0%"),
    also=_SUMS,
)
_cell(
    "change_column_wrong",
    "relief-year",
    "R2",
    "增减一栏不等于两年之差",
    ("第二季度", "20.1", "21.1"),
    also=_SUMS,
)
_cell(
    "change_without_its_sign",
    "relief-year",
    "R2",
    "减少的数没有负号",
    ("第三季度", "-7.1", "7.1"),
    also=_SUMS,
)
_cell(
    "growth_column_wrong",
    "relief-year",
    "R4",
    "增长率一格与两年的数不符",
    ("第四季度", "13.9%", "19.3%"),
    also=_SUMS,
)
_cell(
    "growth_without_its_sign",
    "relief-year",
    "R4",
    "下降的增长率没有负号",
    ("第三季度", "-1.4%", "1.4%"),
    also=_SUMS,
)
_cell(
    "year_is_not_its_quarters",
    "relief-year",
    "R2",
    "全年不等于四个季度之和",
    ("全年", "1912.4", "1921.4"),
    also=_SUMS,
)
_cell("decimal_point_slipped", "relief-half", "R2", "小数点错位", ("青石镇", "191.7", "19.17"), also=_SUMS)
_cell(
    "about_in_a_cell",
    "relief-half",
    "R2",
    "数字栏里写“约1200”，与合计不符",
    ("南园街道", "1207", "约1200"),
    also=(*_SUMS, "R7", "GW5"),
)
_cell(
    "price_of_a_bed",
    "centre-request",
    "R2",
    "单价（两位小数）乘数量不等于金额",
    ("护理床", "0.45", "0.54"),
    also=_SUMS,
)
_cell(
    "rooms_by_price",
    "centre-request",
    "R2",
    "数量乘单价不等于金额（间数）",
    ("房间适老化改造", "30间", "36间"),
    also=_SUMS,
)
_cell(
    "last_with_the_best_score",
    "award",
    "R8",
    "末位的得分高于第一名",
    ("青石镇", "90.4", "98.4"),
    also=(*_SUMS, "R24"),
)
_cell(
    "tie_ranked_apart",
    "award",
    "R8",
    "得分相同而名次不同，与正文“并列第二”不符",
    ("南园街道", "2", "3"),
    also=(*_SUMS, "R24", "L047"),
)
_cell("rank_twice_first", "award", "R24", "得分不同而名次相同", ("河口镇", "2", "1"), also=(*_SUMS, "L047"))
_cell(
    "place_in_a_cell_of_another_kind",
    "award",
    "R22",
    "表中地名与正文不同（河口乡、河口镇）",
    ("95.0", "河口镇", "河口乡"),
    also=("R8", "R17"),
)
_cell(
    "weekdays_in_a_cell",
    "training",
    "L014",
    "表中星期与日期不符",
    ("第二批", "星期一至星期三", "星期二至星期四"),
    also=("GW6", "R8"),
)
_cell(
    "days_no_month_has",
    "training",
    "L014",
    "表中日期不存在（10月32日）",
    ("第三批", "10月12日至14日", "10月32日至34日"),
    also=("GW6",),
)
_cell(
    "third_batch_within_the_first", "training", "R12", "第三批的日期早于第二批，与第一批重叠", ("第三批", "10月12日至14日", "9月14日至16日"),
    also=("GW6", "R8", "R11"),
)  # fmt: skip
_cell("batch_out_of_all", "training", "R2", "各批人数之和不等于合计", ("第一批", "48", "58"), also=_SUMS)
_cell(
    "verified_before_done",
    "list-closed",
    "R9",
    "复核日期早于完成日期",
    ("XF-05", "2026-09-24", "2026-09-20"),
    also=_ROWS,
)
_cell(
    "closed_without_date",
    "list-closed",
    "R9",
    "已销号而没有完成日期",
    ("XF-02", "2026-09-16", "—"),
    also=(*_ROWS, "R27"),
)
_cell(
    "open_row_in_the_closed_list",
    "list-closed",
    "R5",
    "销号清单里有“整改中”的行",
    ("XF-03", "已销号", "整改中"),
    also=_ROWS,
)
_cell(
    "verified_after_the_cut_off",
    "list-closed",
    "R9",
    "复核日期晚于截至日期",
    ("XF-07", "2026-10-12", "2026-10-21"),
    also=(*_ROWS, "R10"),
)
_cell(
    "found_when_nobody_inspected",
    "list-problems",
    "R9",
    "发现日期在检查期间之外",
    ("XF-09", "2026-09-15", "2026-09-25"),
    also=(*_ROWS, "R10"),
)
_cell(
    "id_out_of_its_row",
    "list-problems",
    "L047",
    "编号断号（XF-06后是XF-08）",
    ("电动车在楼内充电", "XF-07", "XF-17"),
    also=_ROWS,
)
_cell(
    "done_row_counted_otherwise",
    "list-repairs",
    "R6",
    "正文说完成7个，表中完成6行",
    ("XF-06", "2026-09-18", "—"),
    also=(*_ROWS, "R3"),
)
_cell(
    "late_in_the_repairs",
    "list-repairs",
    "R9",
    "完成日期晚于整改时限而正文不说逾期",
    ("XF-04", "2026-09-12", "2026-09-28"),
    also=_ROWS,
)
_cell(
    "answers_to_nobody", "list-duties", "R27", "责任单位留空", ("XF-04", "云溪镇", "　"), also=(*_ROWS, "GW5")
)
_cell(
    "watched_by_another",
    "list-duties",
    "R6",
    "督促部门的行数与正文不符",
    ("XF-02", "县民政局", "县消防救援大队"),
    also=_ROWS,
)
_cell(
    "unknown_made_zero",
    "care-four",
    "R27",
    "没有核定的数写成0，与备注矛盾",
    ("云溪镇", "—", "0"),
    also=("R8", "R2", "R3", "GW5"),
)
_cell(
    "more_ill_than_old",
    "care-four",
    "R2",
    "分项大于总数（失能老年人多于老年人）",
    ("河口镇", "412", "8412"),
    also=_SUMS,
)
_cell(
    "task_due_before_the_notice", "care-four", "R10", "表中任务时限早于成文日期", ("制定探访关爱清单", "11月15日前", "8月15日前"),
    also=("R12", "R14", "GW6"),
)  # fmt: skip
_cell(
    "office_in_a_cell_of_another_name", "care-four", "R22", "表中部门与发文机关名称不同", ("摸清失能老年人底数", "县卫生健康局", "县卫生健康委员会"),
    also=("R17", "R26"),
)  # fmt: skip
_cell(
    "total_of_an_attachment", "care-four", "R2", "附件表合计算错", ("暂不作合计", "30300", "33300"), also=_SUMS,
)  # fmt: skip
_cell(
    "figure_cell_empty",
    "relief-half",
    "R27",
    "表中一格数字漏填",
    ("云溪镇", "158.4", "　"),
    also=(*_SUMS, "GW5"),
)
_swap(
    "tasks_told_against_the_table", "R24", "正文任务数与附件表行数不符", "structure",
    ("落实4项任务", "落实5项任务"), also=_SUMS, pdf=True,
)  # fmt: skip
_swap(
    "half_year_against_the_table", "R8", "正文数与表中两个季度之和不符", "figures",
    ("上半年支出978.9万元，下半年支出1036.1万元", "上半年支出968.9万元，下半年支出1046.1万元"),
    ("计划培训145人，其中", "计划培训154人，其中"), ("设备购置46.0万元。具体", "设备购置64.0万元。具体"), also=_SUMS, pdf=True,
)  # fmt: skip
_swap(
    "table_unit_of_money", "R7", "表头单位与正文不同（元、万元）", "tables",
    ("发放金额（万元）", "发放金额（元）"), ("2026年（万元）", "2026年（元）"), ("金额（万元）", "金额（元）"), also=_SUMS,
)  # fmt: skip
_swap(
    "table_title_of_another_period", "R8", "表题的期间与正文、标题不同", "tables",
    ("2026年上半年低保金发放情况", "2026年第三季度低保金发放情况"), ("2025年度社会救助工作考评得分", "2024年度社会救助工作考评得分"),
    also=("R13", "R26", "GW6", "R22"),
)  # fmt: skip


@mutator(
    "L047",
    "年度表里同一年出现两次",
    "tables",
    needs=lambda paper: paper.name == "report",
    also=("R8", "R24", "R6", "R2"),
)
def year_twice_in_a_table(page: Docx, paper: Paper) -> str:
    say(page.find("2024年", whole=True), "2025年")
    return "2025年"


@mutator(
    "R6", "清单里同一行出现两次", "tables", needs=lambda paper: paper.name in ("list-problems", "list-repairs", "list-duties"),
    also=_ROWS,
)  # fmt: skip
def row_twice(page: Docx, paper: Paper) -> str:
    row = next(page.find("XF-04", whole=True).iterancestors(w("tr")))
    row.addnext(deepcopy(row))
    return "XF-04"


@mutator(
    "R6", "清单漏了一行，正文的数不变", "tables", needs=lambda paper: paper.name in ("list-problems", "list-duties", "list-closed"),
    also=_ROWS,
)  # fmt: skip
def row_lost(page: Docx, paper: Paper) -> str:
    row = next(page.find("XF-04", whole=True).iterancestors(w("tr")))
    row.getparent().remove(row)
    return "个问题"


@mutator(
    "R2", "合计行不在最后，后面又添了一行", "tables", needs=lambda paper: paper.name in ("relief-half", "training", "bulletin"),
    also=(*_SUMS, "L047"),
)  # fmt: skip
def row_below_the_total(page: Any, paper: Paper) -> str:
    first = paper.tables[0].rows[0][0 if paper.name != "bulletin" else 1]
    row = next(page.find(first, whole=True).iterancestors(w("tr")))
    total = next(page.find("合计", whole=True).iterancestors(w("tr")))
    total.addnext(deepcopy(row))
    return "合计"
