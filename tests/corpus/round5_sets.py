"""Round 5: one member of a set of papers tells a day, a number or a name otherwise than the paper beside it."""

from __future__ import annotations

from collections.abc import Callable

from tests.corpus.changes import Change, cell, swap, together
from tests.corpus.mutators.edit import Docx

_ALL = ("R1", "R2", "R5", "R6", "R8", "R10", "R11", "R12", "R14", "R17", "R18", "R19", "R22", "R23", "GW2", "GW3", "GW7")


def _said(
    name: str, rule: str, says: str, members: str, file: str, *changes: Callable[[Docx], str]
) -> Change:
    return Change(name, rule, says, members, file, together(*changes), _ALL, 5)


CHANGES = (
    _said("set_groups_of_other_homes", "R1", "分组检查的家数之和是43家，检查结果写42家", "inspection", "joint-five", swap("分别为15家、14家和13家", "分别为15家、15家和13家")),
    _said("set_homes_of_the_year_in_the_report", "R1", "报告年度表的机构数与通知、通报不同", "rectification", "report", cell("2026年", "42", "44"), swap("全县42家养老机构共排查", "全县44家养老机构共排查")),
    _said("set_homes_with_problems", "R6", "通报涉及6家机构，问题清单里有7家", "four-lists", "list-bulletin", swap("涉及7家机构，占被检查机构的58.3%", "涉及6家机构，占被检查机构的50.0%")),
    _said("set_found_by_another_office", "R17", "会同检查的部门，问题清单与通报不同", "four-lists", "list-problems", swap("县民政局会同县消防救援大队检查养老", "县民政局会同县应急管理局检查养老")),
    _said("set_open_ones_of_the_duties", "R22", "责任清单一行的机构名称少了字", "four-lists", "list-duties", cell("XF-09", "晚晴养老服务站", "晚晴服务站")),
    _said("set_day_of_the_cut_off", "R8", "整改清单与销号清单、通报的截至日期不同", "four-lists", "list-repairs", swap("截至2026年10月12日已完成", "截至2026年10月10日已完成")),
    _said("set_id_with_another_word", "R6", "销号清单的编号写法与问题清单不同（XF04）", "four-lists", "list-closed", cell("XF-04", "XF-04", "XF04")),
    _said("set_cited_by_another_word", "R18", "引用的文号机关代字与来文不同（安民函、安民发）", "township", "township", swap("（安民发〔2026〕18号）", "（安民函〔2026〕18号）")),
    _said("set_cited_of_another_year", "R8", "引用的文号年份与来文不同", "rectification", "notice", swap("（临民发〔2026〕9号）", "（临民发〔2025〕9号）")),
    _said("set_title_of_another_year", "R22", "引用的标题年份与来文不同", "rectification", "report", swap("关于做好2026年养老服务安全", "关于做好2025年养老服务安全")),
    _said("set_title_by_another_office", "R22", "引用的标题里机关名称与来文不同", "rectification", "notice", swap("《临澜市民政局关于做好", "《岭东省民政厅关于做好")),
    _said("set_answer_cites_another_office", "R22", "批复引用的标题里来文机关与请示不同", "centre", "centre-reply", swap("《青石镇人民政府关于解决", "《云溪镇人民政府关于解决")),
    _said("set_house_of_another_use", "R8", "批复所说的原有建筑与请示不同（小学、幼儿园）", "centre", "centre-reply", swap("将原镇中心小学教学楼改造", "将原镇中心幼儿园教学楼改造")),
    _said("set_beds_of_the_answer", "R8", "批复的床位数与请示不同", "centre", "centre-reply", swap("设置床位60张，其中", "设置床位50张，其中"), swap("60张床位每年不超过7.2万元", "50张床位每年不超过6万元")),
    _said("set_minutes_of_another_township", "R22", "纪要写的镇与请示、批复不同", "centre", "centre-minutes", swap("由养老服务股会同青石镇", "由养老服务股会同青山镇")),
    _said("set_minutes_quarter", "R13", "纪要所说的季度与通报不同", "rectification", "minutes", swap("关于第二季度排查整治情况", "关于第一季度排查整治情况")),
    _said("set_city_collects_first", "R14", "市里要求11月8日前报，县里让乡镇11月10日前报", "rectification", "city", swap("于2026年11月20日前报送全年", "于2026年11月8日前报送全年")),
    _said("set_city_wants_it_mended_first", "R14", "市里要求9月底前完成整改，县里定为10月底前", "rectification", "city", swap("11月10日前完成整改", "9月30日前完成整改")),
    _said("set_rate_of_the_township", "R8", "乡镇报告的人数与县通报表中该镇的数不同", "relief", "relief-township", swap("有低保对象698户1124人", "有低保对象698户1142人")),
    _said("set_standard_of_the_half_year", "R8", "全年报告与半年通报的上半年比较数不同", "relief", "relief-half", swap("2025年上半年的935.9万元增加43.0万元，增长4.6%", "2025年上半年的945.9万元增加33.0万元，增长3.5%")),
    _said("set_answer_to_another_township", "R19", "批复的主送机关不是请示的来文机关", "centre", "centre-reply", swap("青石镇人民政府：", "云溪镇人民政府：")),
    _said("set_reply_sent_to_another_office", "R19", "乡镇报告主送县民政局的上级，通知要求报县里", "township", "township", swap("安和县人民政府：", "临澜市民政局：")),
)  # fmt: skip
