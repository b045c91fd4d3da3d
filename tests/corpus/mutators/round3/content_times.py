"""Round 3: dates, periods and stages that cannot be."""

from __future__ import annotations

from tests.corpus.mutators.registry import swapping

_swap = swapping(__name__, pdf=False)
_TIME = ("R10", "R11", "R12", "R13", "L014", "GW6")

_swap(
    "counted_up_to_a_day_to_come", "R10", "统计截止日期晚于成文日期", "dates",
    ("截至2026年6月30日", "截至2026年8月31日"), ("截至10月12日", "截至10月31日"), ("截至2026年8月31日", "截至2026年9月30日"), ("截至2026年12月31日", "截至2027年3月31日"),
    ("截至8月31日的", "截至9月30日的"), ("截至10月20日", "截至11月20日"), also=(*_TIME, "R9", "R8"), pdf=True,
)  # fmt: skip
_swap(
    "fifth_quarter", "L014", "第五季度", "dates",
    ("将于第三季度对", "将于第五季度对"), ("2027年第一季度对", "2027年第五季度对"), ("第三季度的检查结果", "第五季度的检查结果"), ("2026年第一季度养老", "2026年第五季度养老"), also=(*_TIME, "R25"), pdf=True,
)  # fmt: skip
_swap(
    "half_year_of_eight_months", "R13", "“上半年”与所写月份不符", "dates",
    ("1月至6月发放低保金", "1月至8月发放低保金"), also=(*_TIME, "R8"), pdf=True,
)  # fmt: skip
_swap(
    "ten_days_word_against_the_day", "R13", "“上旬”与日期不符", "dates",
    ("9月底前完成。", "9月上旬（9月25日前）完成。"), ("9月底前举办", "9月上旬（9月28日前）举办"), ("9月20日前完成检修", "9月上旬（9月20日前）完成检修"),
    ("10月底前完成改造", "10月上旬（10月28日前）完成改造"), also=(*_TIME, "R25"),
)  # fmt: skip
_swap(
    "festival_on_another_day", "L014", "节日日期写错（八月初九老年节、10月10日国庆节）", "dates",
    ("农历九月初九老年节", "农历八月初九老年节"), ("遇节假日提前办理", "遇国庆节（10月10日）等节假日提前办理"), also=(*_TIME, "R25", "GW5"),
)  # fmt: skip
_swap(
    "used_before_it_is_built", "R12", "投入使用的日期早于开工、完工", "dates",
    ("2027年3月投入使用", "2026年3月投入使用"), ("2027年3月31日前投入使用", "2026年3月31日前投入使用"), also=(*_TIME, "R14"), pdf=True,
)  # fmt: skip
_swap(
    "met_after_it_was_printed", "R10", "会议、检查的日期晚于印发日期、成文日期", "dates",
    ("2026年6月15日，县", "2026年6月25日，县"), ("2026年9月7日至15日，县", "2026年11月7日至15日，县"), ("2026年3月至4月，县", "2026年10月至11月，县"),
    ("2026年6月8日，县", "2026年6月18日，县"), also=(*_TIME, "R8"),
)  # fmt: skip
_swap(
    "plan_of_another_five_years", "R8", "同一规划两个称谓不符（第十五个五年规划、“十四五”）", "dates",
    ("“十五五”时期培训", "“十四五”时期培训"), also=(*_TIME, "R22", "R26"), pdf=True,
)  # fmt: skip
_swap(
    "stage_longer_than_the_plan", "R12", "阶段的结束晚于总的结束日期", "dates",
    ("（12月16日至次年3月15日）", "（12月16日至次年4月15日）"), ("（11月16日至30日）", "（11月16日至12月10日）"), also=(*_TIME, "R8"),
)  # fmt: skip
_swap(
    "begins_after_it_ends", "R12", "跨年的起止日期漏改年份，止在起前", "dates",
    ("起至2027年3月15日止", "起至2026年3月15日止"), ("（12月16日至次年3月15日）", "（12月16日至当年3月15日）"), also=_TIME, pdf=True,
)  # fmt: skip
_swap(
    "late_by_other_days", "R12", "迟延天数与两个日期之差不符", "dates",
    ("5月14日才发放，迟发4天", "5月14日才发放，迟发6天"), also=(*_TIME, "R2", "R4", "R8", "GW5"), pdf=True,
)  # fmt: skip
_swap(
    "evaluated_before_it_begins", "R12", "中期评估早于起始年份、晚于总结评估", "dates",
    ("2028年2月29日前完成中期评估", "2032年2月29日前完成中期评估"), also=_TIME, pdf=True,
)  # fmt: skip
_swap(
    "leap_day_of_a_common_year", "L014", "平年写2月29日（规划评估）", "dates",
    ("2028年2月29日前", "2027年2月29日前"), also=_TIME, pdf=True,
)  # fmt: skip
_swap(
    "monthly_on_the_thirty_first", "L014", "月份没有31日（6月31日、9月31日、11月31日）", "dates",
    ("2026年9月30日前补办", "2026年9月31日前补办"), ("于9月30日前补报", "于9月31日前补报"), ("截至2026年6月30日", "截至2026年6月31日"), ("培训取证于11月30日前", "培训取证于11月31日前"),
    ("于4月30日前提交", "于4月31日前提交"), also=_TIME, pdf=True,
)  # fmt: skip
