"""Round 3: figures of running text that cannot be right beside one another."""

from __future__ import annotations

from tests.corpus.mutators.registry import swapping

_swap = swapping(__name__, pdf=False)
_ALL = ("R1", "R2", "R3", "R4", "R6", "R7", "R8", "R24")


def _of(*first: str) -> tuple[str, ...]:
    """Every number of the rules for figures: the one defect can be seen from several sides."""
    return tuple(one for one in (*_ALL, *first))


_swap(
    "growth_rate_against_both_years", "R4", "增长率与两年的数不符", "figures",
    ("增长4.6%；户均", "增长6.4%；户均"), ("增长5.4%，其中城市", "增长4.5%，其中城市"), ("增加24个，增长50%", "增加24个，增长40%"),
    also=_of(), pdf=True,
)  # fmt: skip
_swap(
    "growth_amount_against_both_years", "R2", "增减额与前后两个数之差不符", "figures",
    ("增加43.0万元", "增加53.0万元"), ("增加24个，增长50%", "增加34个，增长50%"), ("缩短到18天，缩短6天", "缩短到18天，缩短8天"),
    also=_of(), pdf=True,
)  # fmt: skip
_swap(
    "points_written_as_per_cent", "R4", "两个百分数之差写成“%”，不写“个百分点”", "figures",
    ("提高7.5个百分点", "提高7.5%"), ("提高6.5个百分点，但", "提高6.5%，但"), also=_of("GW5"),
)  # fmt: skip
_swap(
    "points_against_the_rates", "R4", "百分点数与两个百分数之差不符", "figures",
    ("提高7.5个百分点", "提高8.5个百分点"), ("提高6.5个百分点，但", "提高5.6个百分点，但"), also=_of(), pdf=True,
)  # fmt: skip
_swap(
    "rise_called_a_fall", "R4", "升写成降，与数字相反", "figures",
    ("增加43.0万元，增长4.6%", "减少43.0万元，下降4.6%"), ("第三季度同比下降1.4%", "第三季度同比增长1.4%"),
    ("由24天缩短到18天", "由24天延长到18天"), ("由8名增加到12名", "由8名减少到12名"), also=_of(), pdf=True,
)  # fmt: skip
_swap(
    "raised_by_for_raised_to", "R4", "“增加到”写成“增加了”", "figures",
    ("由8名增加到12名", "由8名增加了12名"), ("由24天缩短到18天", "由24天缩短了18天"), ("每人每月640元提高到680元", "每人每月640元提高了680元"),
    ("每人每月1100元提高到1180元", "每人每月1100元提高了1180元"), ("由36张增加到48张", "由36张增加了48张"), also=_of("GW5"), pdf=True,
)  # fmt: skip
_swap(
    "fell_by_times", "R4", "减少、下降用“倍”", "figures",
    ("缩短6天，降幅25%", "缩短6天，减少1倍"), ("第三季度同比下降1.4%", "第三季度同比下降1.4倍"), also=_of("cl.9", "R25", "GW5"), pdf=True,
)  # fmt: skip
_swap(
    "fell_by_more_than_all", "R4", "降幅超过100%", "figures",
    ("降幅25%", "降幅125%"), ("第三季度同比下降1.4%", "第三季度同比下降114%"), also=_of(), pdf=True,
)  # fmt: skip
_swap(
    "doubled_said_wrongly", "R4", "翻番、倍数与前后两个数不符", "figures",
    ("比2025年翻一番", "比2025年翻两番"), ("是2024年107户的2倍", "是2024年107户的3倍"), also=_of(), pdf=True,
)  # fmt: skip
_swap(
    "mean_per_household", "R4", "户均、次均、场均与总数不符", "figures",
    ("户均发放2332元", "户均发放3232元"), ("平均每户420元", "平均每户460元"), ("次均1858元", "次均1585元"),
    ("平均每场参加群众代表13人", "平均每场参加群众代表15人"), also=_of(), pdf=True,
)  # fmt: skip
_swap(
    "mean_outside_of_its_range", "R4", "平均数落在最低、最高之外", "figures",
    ("每户300元至600元", "每户500元至600元"), ("平均93.74分", "平均97.74分"), also=_of(),
)  # fmt: skip
_swap(
    "highest_less_lowest", "R2", "最高与最低之差与表中不符", "figures", ("相差6.1分", "相差5.1分"), also=_of(),
)  # fmt: skip
_swap(
    "product_in_prose", "R2", "单位标准乘数量不等于总数", "figures",
    ("每户380元计算，共47.5万元", "每户380元计算，共45.7万元"), ("每年不超过7.2万元", "每年不超过6.2万元"), ("每间2张", "每间3张"),
    ("平均每年600人次", "平均每年500人次"), also=_of(), pdf=True,
)  # fmt: skip
_swap(
    "instalment_against_its_rate", "R4", "分期拨付的金额与比例不符", "figures",
    ("即80万元", "即90万元"), also=_of(),
)  # fmt: skip
_swap(
    "shares_over_a_hundred", "R4", "各方占比之和不是100%", "figures",
    ("分别占55%、30%和15%", "分别占55%、35%和15%"), ("分别占30.4%和69.6%", "分别占30.4%和79.6%"),
    ("按照各50%的比例", "分别按照60%和50%的比例"), ("主体改造完成后拨付50%", "主体改造完成后拨付60%"), also=_of(),
)  # fmt: skip
_swap(
    "the_rest_does_not_remain", "R2", "“其余”“尚有”的数与总数减已知数不符", "figures",
    ("其余86.5万元由你镇自筹", "其余96.5万元由你镇自筹"), ("尚有180万元没有来源", "尚有190万元没有来源"),
    ("其余5家没有发现问题", "其余6家没有发现问题"), ("其余1户正在核查", "其余2户正在核查"), ("其余2个单位为良好", "其余3个单位为良好"),
    ("其余11个部门", "其余12个部门"), also=_of(), pdf=True,
)  # fmt: skip
_swap(
    "quarters_against_the_half_year", "R2", "两个季度、两个半年之和不等于全期", "figures",
    ("第二季度79.8万元", "第二季度78.9万元"), ("下半年支出1036.1万元", "下半年支出1063.1万元"), also=_of(), pdf=True,
)  # fmt: skip
_swap(
    "entered_less_left", "R2", "新增减退出不等于净增减", "figures",
    ("退出27户55人", "退出25户55人"), ("把1层的12张床位", "把1层的10张床位"), also=_of(), pdf=True,
)  # fmt: skip
_swap(
    "of_which_over_the_whole", "R2", "“其中”大于总数", "figures",
    ("其中探访关爱84万元", "其中探访关爱184万元"), ("其中女性不少于100人", "其中女性不少于200人"), ("涉及46人，其中6人", "涉及46人，其中64人"),
    ("其中护理型床位36张，占60%", "其中护理型床位63张，占60%"), ("其中，老年人3126人", "其中，老年人8126人"), also=_of(), pdf=True,
)  # fmt: skip
_swap(
    "both_over_the_one", "R2", "兼有两种身份的户数大于其中一种的户数", "figures",
    ("又有重病患者的210户", "又有重病患者的910户"), also=_of(),
)  # fmt: skip
_swap(
    "together_they_are_not", "R2", "列出各数后的“共”“合计”算错", "figures",
    ("云溪镇2份，共21份", "云溪镇2份，共23份"), ("新制定制度2项，合计7项", "新制定制度2项，合计8项"),
    also=_of(), pdf=True,
)  # fmt: skip
_swap(
    "parts_of_the_headings", "R2", "各小标题里的数之和不等于总数", "figures",
    ("（三）资金管理方面的问题3个", "（三）资金管理方面的问题4个"), ("设施类问题5个", "设施类问题6个"), also=_of(), pdf=True,
)  # fmt: skip
_swap(
    "named_kinds_against_their_count", "R6", "“分别是”列出的个数与前面的数不符", "figures",
    ("管理类问题4个，分别是堆放杂物、", "管理类问题4个，分别是"),
    ("包括职业道德、服务规范、老年人权利保障3门", "包括职业道德、服务规范、老年人权利保障4门"), also=_of(),
)  # fmt: skip
_swap(
    "ratio_of_two_sums", "R4", "两数之比写错", "figures", ("学时之比为1：1", "学时之比为1：2"), also=_of(), pdf=True,
)  # fmt: skip
_swap(
    "per_thousand_wrong", "R4", "每千人拥有数与总数不符", "figures",
    ("每千名老年人拥有床位27.3张", "每千名老年人拥有床位37.3张"), ("1500户的小区不少于450平方米", "1500户的小区不少于540平方米"), also=_of(),
)  # fmt: skip
_swap(
    "how_often_against_how_many", "R24", "频次与次数不符", "figures",
    ("每4小时报送一次", "每3小时报送一次"), ("7月至11月共查看10次", "7月至11月共查看8次"), ("每批3天，共9天", "每批3天，共12天"),
    also=_of("R12", "GW5", "GW6"), pdf=True,
)  # fmt: skip
_swap(
    "yuan_written_wan", "R7", "元误写成万元，数字荒唐", "figures",
    ("每年1200元的标准", "每年1200万元的标准"), ("人均约267元", "人均约267万元"), ("户均发放2332元", "户均发放2332万元"),
    ("次均1858元", "次均1858万元"), also=_of(), pdf=True,
)  # fmt: skip
_swap(
    "more_votes_than_present", "R2", "表决人数多于到会人数", "figures", ("8人同意公建民营", "9人同意公建民营"), also=_of(),
)  # fmt: skip
_swap(
    "present_and_absent_do_not_add", "R2", "实到加请假不等于应到", "figures",
    ("实到8人，请假1人", "实到7人，请假1人"), also=_of(),
)  # fmt: skip
_swap(
    "present_against_the_names", "R6", "到会人数与出席名单不符", "figures",
    ("应到9人，实到8人", "应到8人，实到7人"), also=_of(),
)  # fmt: skip
_swap(
    "as_long_as_it_is_not", "R12", "“为期”“工期”与起止日期不符", "dates",
    ("为期4个月", "为期3个月"), ("工期5个月", "工期8个月"), ("每批3天，共9天", "每批5天，共15天"), also=_of("R10", "R11", "L014", "GW6"),
)  # fmt: skip
_swap(
    "share_of_the_checked", "R4", "占比与另一段里的总数不符", "figures",
    ("基本合格3家，占7.9%", "基本合格3家，占9.7%"), ("有6份缺少签字，占15%", "有6份缺少签字，占25%"),
    ("占被检查机构的58.3%", "占被检查机构的53.8%"), ("占低保对象总户数的3.0%", "占低保对象总户数的8.0%"), also=_of(), pdf=True,
)  # fmt: skip
_swap(
    "done_against_planned", "R4", "完成率、执行率与计划数和实际数不符（单位不同）", "figures",
    ("为计划的112.5%", "为计划的102.5%"), also=_of(),
)  # fmt: skip
_swap(
    "overspent_by_another_sum", "R2", "超支额与预算、支出之差不符", "figures", ("超出的8.6万元", "超出的6.8万元"), also=_of(),
)  # fmt: skip
_swap(
    "how_many_reach_the_mark", "R6", "达到分数线的单位数与表中不符", "figures",
    ("得分95分以上的3个单位", "得分95分以上的2个单位"), also=_of(),
)  # fmt: skip
_swap(
    "another_unit_named", "R8", "正文点名的单位与表中不符", "figures",
    ("白沙街道有7条", "青石镇有7条"), ("河口镇、南园街道得分相同", "白沙街道、南园街道得分相同"), ("云溪镇、南园街道尚有数据", "云溪镇、青石镇尚有数据"),
    also=_of("R22"),
)  # fmt: skip
_swap(
    "persons_over_person_times", "R7", "人数多于人次数", "figures", ("57人次，涉及46人", "46人次，涉及57人"), also=_of(),
)  # fmt: skip
_swap(
    "households_over_persons", "R2", "户数多于人数", "figures",
    ("4198户6791人", "6791户4198人"), ("4186户6752人", "6752户4186人"), ("698户1124人", "1124户698人"), ("4215户6830人", "6830户4215人"),
    also=_of(), pdf=True,
)  # fmt: skip
_swap(
    "range_turned_round", "cl.9", "数值范围前大后小", "numbers",
    ("每户300元至600元", "每户600元至300元"), ("80至120毫米", "120至80毫米"), ("每2～3年", "每3～2年"), ("机构1～4人", "机构4～1人"),
    ("标准的70%～80%", "标准的80%～70%"), also=("L069", "R25", "GW5"), pdf=True,
)  # fmt: skip
_swap(
    "converted_wrongly", "R7", "两种单位换算错误", "figures",
    ("面积1.2公顷", "面积1.2公顷（合12亩）"), ("大米10千克", "大米10千克（10市斤）"), ("建筑面积1860平方米，产权", "建筑面积1860平方米（0.0186公顷），产权"),
    also=_of("L075", "cl.9", "GW5"),
)  # fmt: skip
_swap(
    "denominator_below_the_numerator", "R4", "部分大于整体（有22户，其中24户）", "figures",
    ("发现应退未退5户、应保未保3户，已纠正7户", "发现应退未退5户、应保未保3户，已纠正9户"), ("审核确认16户，不予确认3户", "审核确认26户，不予确认3户"),
    ("12个问题已整改12个，整改率", "12个问题已整改14个，整改率"), also=_of(), pdf=True,
)  # fmt: skip
_swap(
    "worked_example_does_not_come_out", "R4", "举例的计算结果错误", "figures",
    ("则月人均收入为650元", "则月人均收入为560元"), also=_of(), pdf=True,
)  # fmt: skip
_swap(
    "compared_the_wrong_way", "R8", "“高于”“低于”与两个数相反", "figures",
    ("低于每人每月680元的标准", "高于每人每月680元的标准"), ("但仍低于全市70.2%", "但仍高于全市70.2%"), also=_of("GW5"), pdf=True,
)  # fmt: skip
_swap(
    "about_this_share", "R4", "“约占”的百分数与分子分母差得太远", "figures",
    ("公益金总额586万元的56%", "公益金总额586万元的66%"), ("66.5万元，约占27%", "66.5万元，约占37%"), also=_of(), pdf=True,
)  # fmt: skip
_swap(
    "change_added_to_the_wrong_side", "R2", "原有数加调整数不等于调整后的数", "figures",
    ("由36张增加到48张，占80%", "由30张增加到48张，占80%"), ("由2025年的48个增加到72个", "由2025年的42个增加到72个"), also=_of(), pdf=True,
)  # fmt: skip
