"""Round 4: figures and times that cannot stand beside one another."""

from __future__ import annotations

from tests.corpus.mutators.registry import swapping_of

_bound = swapping_of(
    __name__,
    "figures",
    ("R1", "R2", "R4", "R6", "R8", "R10", "R11", "R12", "R21", "R24", "L085", "GW7", "GW6", "GW5"),
    pdf=True,
)

_bound(
    "more_people_by_another_number",
    "R2",
    "“比……增加”的数不等于前后两个数之差",
    ("比2025年增加1.4万人", "比2025年增加1.7万人"),
    ("由2340张增加到2840张，", "由2340张增加600张到2840张，"),
)
_bound(
    "subsidy_that_does_not_sum",
    "R2",
    "分项补助标准乘处数之和不等于总额",
    ("改扩建1处，给予12万元补助", "改扩建1处，给予21万元补助"),
    ("补助资金468万元", "补助资金486万元"),
)
_bound(
    "volunteers_of_each_team",
    "R2",
    "每队各类人员之和乘队数不等于总人数",
    ("各1人和志愿者2人", "各1人和志愿者3人"),
)
_bound("beds_for_a_thousand_after", "R4", "建成后的每千人床位数与总数不符", ("增加到41.7张", "增加到47.1张"))
_bound(
    "aid_against_its_share",
    "R4",
    "补助金额与占总投资的比例不符",
    ("省级补助资金144万元", "省级补助资金154万元"),
    ("上级补助资金2040万元", "上级补助资金2240万元"),
    ("县级福利彩票公益金96万元", "县级福利彩票公益金69万元"),
)
_bound(
    "whole_year_in_a_half_year_paper",
    "R8",
    "上半年的通报写成全年数据",
    ("2026年1月至6月，", "2026年1月至12月，"),
)
_bound(
    "opened_while_moving", "R12", "搬迁未结束已在新址办公", ("10月19日（星期一）9时", "10月18日（星期日）9时")
)
_bound(
    "lengthened_to_an_earlier_hour",
    "R8",
    "“延长至”的时刻早于平日下班时刻",
    ("办公时间延长至19时", "办公时间延长至16时"),
)
_bound("closed_before_it_opens", "R12", "下午办公的起止时刻颠倒", ("14时至17时30分", "17时30分至14时"))
_bound("each_above_the_whole", "R8", "对每个乡镇的下限高于全县目标", ("街道不得低于28%", "街道不得低于48%"))
_bound(
    "mean_of_help_at_school", "R8", "正文的人均数与附件表不同", ("助学项目人均3000元", "助学项目人均3300元")
)
_bound(
    "levels_named_and_counted",
    "R24",
    "列举的层级、部门与数目不符",
    ("县、乡、村三级布局", "县、乡、村四级布局"),
    ("每支由民政、公安、城市管理部门各1人", "每支由民政、公安、城市管理4个部门各1人"),
)
_bound(
    "list_with_a_name_lost",
    "R6",
    "名单少了一人，与括注人数不符",
    ("江照野、苏南亭、罗闻笛", "江照野、苏南亭"),
    ("关月白、邵云起、祝清川", "关月白、邵云起"),
    pdf=False,
)
_bound(
    "number_in_the_name_of_an_attachment",
    "R21",
    "附件说明里附件名称的个数与附件标题不同",
    ("优秀志愿服务组织名单（8个）", "优秀志愿服务组织名单（10个）"),
    pdf=False,
)
_bound(
    "less_done_than_the_part",
    "R2",
    "其中数之和大于总数",
    ("小学28名", "小学82名"),
    ("其中组织19份", "其中组织91份"),
    ("花葬58例", "花葬85例"),
)
_bound(
    "goal_reached_by_wrong_goal", "R4", "年度目标与完成率不符", ("完成年度目标250万元", "完成年度目标350万元")
)
_bound(
    "all_said_where_some_are_left",
    "R8",
    "还有未办结的，却说“全部”",
    ("已纳入74人，自愿放弃14人，其余8人正在办理", "已全部纳入，其余8人正在办理"),
    ("采纳28条，采纳率为80.0%", "全部采纳，采纳率为80.0%"),
    ("已追回2.42万元，", "已全部追回，"),
)
_bound(
    "days_beyond_the_rule",
    "R8",
    "实际用时超过规定时限，却说缩短",
    ("平均用时9个工作日", "平均用时19个工作日"),
)
_bound(
    "first_year_and_second_year",
    "R2",
    "分年度安排的年份重复",
    ("2026年1400万元、2027年2000万元", "2026年1400万元、2026年2000万元"),
    ("拟分2026年、2027年两个年度", "拟分2026年、2026年两个年度"),
)
