"""Round 3: sets whose members disagree: a year of relief money told by a township and the county, four lists of the same
problems with the bulletin that sums them up, a request with its answer and the minutes that follow."""

from __future__ import annotations

from collections.abc import Callable

from tests.corpus.changes import Change, cell, dated, swap, together
from tests.corpus.mutators.edit import Docx, w

SETS: dict[str, tuple[tuple[str, str], ...]] = {
    "relief": (("relief-half", "ours"), ("relief-township", "typed"), ("relief-year", "wps")),
    "four-lists": (
        ("list-bulletin", "ours"),
        ("list-problems", "ours"),
        ("list-repairs", "script"),
        ("list-duties", "wps"),
        ("list-closed", "typed"),
    ),
    "centre": (("centre-request", "typed"), ("centre-reply", "ours"), ("centre-minutes", "wps")),
}

_SUMS = ("R1", "R2", "R3", "R4", "R6", "R8", "GW7")
_ROWS = ("R5", "R6", "R8", "R9", "R22", "R24", "GW7")


def _relief(name: str, rule: str, says: str, file: str, change: Callable[[Docx], str]) -> Change:
    return Change(name, rule, says, "relief", file, change, _SUMS, 3)


def _lists(name: str, rule: str, says: str, file: str, change: Callable[[Docx], str], *also: str) -> Change:
    return Change(name, rule, says, "four-lists", file, change, (*_ROWS, *also), 3)


def _centre(name: str, rule: str, says: str, file: str, change: Callable[[Docx], str], *also: str) -> Change:
    return Change(name, rule, says, "centre", file, change, (*also, "GW7"), 3)


def _without(words: str) -> Callable[[Docx], str]:
    """The table row that has this cell is gone."""

    def change(page: Docx) -> str:
        row = next(page.find(words, whole=True).iterancestors(w("tr")))
        row.getparent().remove(row)
        return ""

    return change


CHANGES = (
    _relief(
        "set_money_of_the_township", "R8", "乡镇报告的发放金额与县通报表中该镇的数不同", "relief-township",
        swap("158.4万元，其中第一季度78.6万元", "160.4万元，其中第一季度80.6万元"),
    ),
    _relief("set_households_of_the_township", "R8", "乡镇报告的户数与县通报表中该镇的数不同", "relief-township", swap("有低保对象698户", "有低保对象689户")),
    _relief(
        "set_township_in_the_table", "R2", "县通报表中一镇的人数与该镇报告不同，合计也随之改动", "relief-half",
        together(cell("云溪镇", "1124", "1142"), cell("合计", "6791", "6809"), swap("4198户6791人", "4198户6809人"), swap("人均发放1441元", "人均发放1438元")),
    ),
    _relief(
        "set_half_year_told_in_the_year", "R8", "全年报告里的上半年金额与半年通报不同", "relief-year",
        together(
            swap("上半年支出978.9万元，下半年支出1036.1万元", "上半年支出988.9万元，下半年支出1026.1万元"),
            cell("第二季度", "500.7", "510.7"), cell("第二季度", "20.1", "30.1"), cell("第二季度", "4.2%", "6.3%"),
            cell("第三季度", "490.1", "480.1"), cell("第三季度", "-7.1", "-17.1"), cell("第三季度", "-1.4%", "-3.4%"),
            swap("第三季度同比下降1.4%", "第三季度同比下降3.4%"),
        ),
    ),
    _relief("set_days_late", "R8", "乡镇报告的迟发天数与县通报不同", "relief-township", swap("低保金迟发4天", "低保金迟发2天")),
    _relief("set_how_many_townships", "R8", "全年报告的乡镇（街道）数与通报表的行数不同", "relief-year", swap("5个乡镇（街道）中", "7个乡镇（街道）中")),
    _relief("set_last_half_year", "R8", "半年通报里2025年上半年的数与全年报告表中两个季度之和不同", "relief-half", swap("2025年上半年的935.9万元增加43.0万元，增长4.6%", "2025年上半年的925.9万元增加53.0万元，增长5.7%")),
    _lists("set_list_without_a_row", "R6", "整改清单漏了问题清单里的一个问题", "list-repairs", _without("XF-05")),
    _lists("set_duty_without_a_row", "R6", "责任清单漏了问题清单里的一个问题", "list-duties", _without("XF-02")),
    _lists("set_closed_of_no_problem", "R6", "销号清单里有问题清单没有的编号", "list-closed", cell("XF-07", "XF-07", "XF-10")),
    _lists("set_done_on_another_day", "R8", "同一问题在整改清单和销号清单里完成日期不同", "list-closed", cell("XF-05", "2026-09-22", "2026-09-21")),
    _lists("set_another_home_of_the_row", "R8", "同一编号在两份清单里是不同的机构", "list-duties", cell("XF-06", "福寿托老院", "南园颐养院")),
    _lists("set_home_of_another_name", "R22", "同一机构在一份清单里写成别的名称", "list-closed", cell("XF-06", "福寿托老院", "福寿养老院")),
    _lists("set_closed_while_open", "R5", "销号清单已销号，整改清单还没有完成日期", "list-repairs", together(
        cell("XF-06", "2026-09-18", "—"), swap("已完成7个，正在整改2个", "已完成6个，正在整改3个"),
    )),
    _lists("set_homes_inspected", "R1", "问题清单与通报的检查机构数不同", "list-problems", swap("养老机构12家，在7家机构发现消防安全问题9个，其余5家", "养老机构13家，在7家机构发现消防安全问题9个，其余6家")),
    _lists("set_days_of_the_inspection", "R8", "问题清单与通报的检查起始日期不同", "list-problems", swap("2026年9月7日至15日", "2026年9月1日至15日"), "R11", "R12", "R10"),
    _lists("set_repair_due_otherwise", "R11", "同一问题的整改时限，清单与通报不同", "list-repairs", cell("XF-08", "2026-11-30", "2026-12-31"), "R12", "R14"),
    _lists("set_closed_count_of_the_bulletin", "R6", "通报的销号数与销号清单行数不同", "list-bulletin", together(
        swap("已销号7个，销号率77.8%；正在整改2个", "已销号6个，销号率66.7%；正在整改3个"),
        swap("已销号的7个问题中，当天整改完成的1个，10日以内完成的4个", "已销号的6个问题中，当天整改完成的1个，10日以内完成的3个"),
    ), "R3"),
    _lists("set_problems_of_the_duties", "R6", "责任清单的督促分工与问题总数不同", "list-duties", swap("对检查发现的9个问题", "对检查发现的11个问题"), "R2"),
    _lists("set_found_after_done", "R9", "问题清单的发现日期晚于整改清单的完成日期", "list-problems", cell("XF-01", "2026-09-07", "2026-09-14"), "R12"),
    _centre("set_answer_to_another_number", "R8", "批复引用的文号不是请示的文号", "centre-reply", swap("（青政〔2026〕26号）", "（青政〔2026〕36号）"), "R22"),
    _centre("set_answer_to_another_title", "R22", "批复引用的标题不是请示的标题", "centre-reply", swap("关于解决社区养老服务中心改造资金的请示》", "关于解决社区养老服务中心建设经费的请示》"), "R8", "R20"),
    _centre("set_area_of_the_house", "R8", "批复的建筑面积与请示不同", "centre-reply", swap("建筑面积1860平方米", "建筑面积1680平方米"), "R1"),
    _centre("set_money_asked", "R8", "批复所说的申请金额与请示不同", "centre-reply", swap("你镇申请补助180万元", "你镇申请补助200万元"), "R2", "R4"),
    _centre("set_money_given", "R8", "纪要的补助、自筹金额与批复不同", "centre-minutes", swap("县级补助160万元，镇级自筹86.5万元", "县级补助150万元，镇级自筹96.5万元"), "R2", "R4"),
    _centre("set_whole_investment", "R8", "纪要的总投资与批复不同", "centre-minutes", swap("总投资246.5万元，县级补助160万元，镇级自筹86.5万元", "总投资256.5万元，县级补助160万元，镇级自筹96.5万元"), "R2", "R4"),
    _centre("set_first_instalment", "R8", "纪要的首笔补助与批复不同", "centre-minutes", swap("首笔补助48万元", "首笔补助80万元"), "R4", "R2"),
    _centre("set_answered_before_asked", "R10", "批复的日期早于请示", "centre-reply", dated("2026年6月2日", "2026年5月2日"), "R12", "L014"),
    _centre("set_beds_before", "R8", "纪要所说原有护理型床位数与批复、请示不同", "centre-minutes", swap("把1层的12张床位调整为护理型床位，护理型床位由36张增加到48张", "把1层的18张床位调整为护理型床位，护理型床位由30张增加到48张"), "R4", "R2"),
    _centre("set_met_before_the_answer", "R10", "纪要的会议日期早于它传达的批复", "centre-minutes", swap("2026年6月15日，县", "2026年5月25日，县"), "R12"),
)  # fmt: skip
