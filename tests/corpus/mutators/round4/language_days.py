"""Round 4: days, spans and their order."""

from __future__ import annotations

from typing import Any

from tests.corpus.mutators.edit import Docx, say
from tests.corpus.mutators.registry import entering, mutator, swapping_of
from tests.corpus.papers.spec import Paper

_enter = entering(__name__)
_DAYS = ("L010", "L012", "L013", "L014", "R9", "R10", "R11", "R12", "R14", "cl.9", "GW6", "GW5")
_day = swapping_of(__name__, "dates", _DAYS, pdf=True)

_day(
    "weekday_of_the_day_before",
    "L014",
    "星期与日期不符",
    ("（星期五）17时", "（星期四）17时"),
    ("（星期一）9时", "（星期日）9时"),
)
_day(
    "thirty_first_of_a_short_month",
    "L014",
    "小月写出31日",
    ("11月30日前将", "11月31日前将"),
    ("于9月15日前完成", "于9月31日前完成"),
    ("11月16日至20日，共", "11月16日至31日，共"),
    ("截至11月30日，全县", "截至11月31日，全县"),
)
_day(
    "thirty_second_day",
    "L014",
    "日期超出当月天数",
    ("要在8月31日前", "要在8月32日前"),
    ("2026年12月31日前报", "2026年12月32日前报"),
    ("3月31日前使用完毕", "3月33日前使用完毕"),
)
_day(
    "day_without_ri",
    "L012",
    "日期漏“日”字",
    ("于9月15日前完成", "于9月15前完成"),
    ("要在8月31日前", "要在8月31前"),
    ("2026年12月31日前报", "2026年12月31前报"),
    ("于11月27日前完成储备", "于11月27前完成储备"),
)
_day(
    "month_and_day_with_zeros",
    "L010",
    "正文日期月日前补0（15835、7.3.5.4）",
    ("2026年8月6日，副", "2026年08月06日，副"),
    ("2026年6月1日至30日", "2026年06月01日至30日"),
    ("于9月3日前告知", "于09月03日前告知"),
    ("2027年3月20日，为期", "2027年03月20日，为期"),
)
_day(
    "day_with_a_dot",
    "L013",
    "正文日期用点号",
    ("2026年8月20日，县", "2026.8.20，县"),
    ("2026年8月6日，副", "2026.8.6，副"),
    ("截至2026年8月31日", "截至2026.8.31"),
    pdf=False,
)
_day(
    "span_that_ends_before_it_begins",
    "R12",
    "起止日期颠倒",
    ("11月16日至20日，", "11月20日至16日，"),
    ("11月20日至30日）", "11月30日至20日）"),
    ("2026年6月1日至30日", "2026年6月30日至1日"),
    ("4月4日至6日", "4月6日至4日"),
)
_day(
    "deadline_of_last_year",
    "R10",
    "时限的年份套用旧稿，早于成文日期",
    ("2027年3月31日前使用", "2025年3月31日前使用"),
    ("2026年12月31日前报县", "2024年12月31日前报县"),
    ("于2027年1月31日前", "于2025年1月31日前"),
    ("2027年6月底前，会同", "2025年6月底前，会同"),
    ("2028年3月底前完成", "2025年3月底前完成"),
)
_day(
    "deadline_before_the_date",
    "R10",
    "时限早于成文日期",
    ("于9月3日前告知", "于8月3日前告知"),
    ("要在8月31日前", "要在6月30日前"),
    ("于9月15日前完成用地", "于7月15日前完成用地"),
    ("于11月27日前完成储备", "于10月27日前完成储备"),
)
_day(
    "stage_over_the_one_before",
    "R12",
    "阶段起始早于上一阶段结束",
    ("（12月1日至2027年3月10日）", "（11月25日至2027年3月10日）"),
)
_day("stage_beyond_the_whole", "R12", "最后阶段超出总的起止时间", ("（3月11日至20日）", "（3月11日至31日）"))
_day("gap_between_stages", "R12", "阶段之间有空档", ("（3月11日至20日）", "（3月16日至20日）"))
_day("working_days_that_do_not_fit", "R12", "工作日数与起止日期不符", ("共5个工作日", "共9个工作日"))
_day(
    "times_that_do_not_fit_the_months",
    "R24",
    "频次与期间、次数不符",
    ("7月至9月共公布6次", "7月至9月共公布9次"),
    ("4个月共检查4次", "4个月共检查6次"),
    also=("R2",),
)
_day(
    "published_after_the_decision",
    "R10",
    "公示期晚于成文日期",
    ("11月16日至20日，共", "12月14日至18日，共"),
    ("2026年6月1日至30日公示", "2026年9月1日至30日公示"),
)
_day(
    "half_year_of_five_months",
    "R12",
    "“上半年”写成1月至5月，与标题不符",
    ("2026年1月至6月，", "2026年1月至5月，"),
    also=("R8",),
)
_day(
    "counted_beyond_the_date",
    "R10",
    "统计截止日期晚于成文日期",
    ("截至2026年9月30日，", "截至2026年11月30日，"),
    ("截至2026年8月31日，", "截至2026年10月31日，"),
    ("截至2026年12月31日，全县领", "截至2027年12月31日，全县领"),
    ("截至11月30日，", "截至12月31日，"),
)
_day(
    "met_after_it_was_printed_anew",
    "R10",
    "会议日期晚于成文、印发日期",
    ("2026年8月6日，副", "2026年8月16日，副"),
    ("2026年8月20日，县人", "2026年9月20日，县人"),
    pdf=False,
)
_day(
    "second_step_before_the_first",
    "R12",
    "前后两步的时限颠倒",
    ("2026年10月底前完成初步设计审批，12月底前开工", "2026年12月底前完成初步设计审批，10月底前开工"),
    ("2027年6月底前竣工，工期10个月；2027年9月底前投入", "2027年9月底前竣工，工期10个月；2027年6月底前投入"),
    ("于9月4日前当面移交", "于9月26日前当面移交"),
    pdf=False,
)
_day(
    "length_of_the_works",
    "R12",
    "工期、历时与起止月份不符",
    ("历时12个月", "历时18个月"),
    ("工期10个月", "工期15个月"),
    ("工期12个月", "工期24个月"),
    ("用6个月时间", "用9个月时间"),
)
_day(
    "quarter_of_another_month",
    "R13",
    "季度与月份不符",
    ("于第四季度开展", "于第四季度（7月至9月）开展"),
    ("2027年上半年为", "2027年上半年（7月至12月）为"),
    pdf=False,
)
_day(
    "law_in_force_before_it_was_made",
    "R10",
    "废止的旧文年份晚于本文",
    ("（安政发〔2015〕18号）", "（安政发〔2027〕18号）"),
    ("（临民发〔2026〕58号）", "（临民发〔2028〕58号）"),
    ("（云政〔2026〕22号）", "（云政〔2027〕22号）"),
    ("（安政规〔2025〕3号）", "（安政规〔2028〕3号）"),
)
_day(
    "holiday_on_another_day",
    "L014",
    "节日日期错误",
    ("5月20日和七夕节（农历七月初七）", "5月20日和七夕节（农历七月初九）"),
    ("清明节期间（4月4日", "清明节期间（4月14日"),
    pdf=False,
)
_day(
    "plan_of_other_years",
    "R8",
    "规划起止年份前后不一",
    ("到2030年，养老服务设施", "到2035年，养老服务设施"),
    ("规划（2026—2030年）》，2026", "规划（2026—2035年）》，2026"),
    also=("R22",),
)


_EARLIER = {
    "funeral": "2026年4月21日",
    "volunteers": "2026年10月1日",
    "charity": "2026年5月13日",
    "bill": "2026年5月31日",
    "disabled": "2026年1月14日",
}


@mutator("R10", "成文日期早于文中所述的事", "dates", needs=lambda paper: paper.name in _EARLIER, also=_DAYS)
def signed_before_what_it_tells(page: Docx, paper: Paper) -> str:
    earlier = _EARLIER[paper.name]
    say(page.find(paper.date, whole=True), earlier)
    return earlier


def _dated(name: str, rule: str, says: str, turn: Any, also: tuple[str, ...] = _DAYS) -> None:
    """Another form of the date under the signature."""

    def change(page: Docx, paper: Paper) -> str:
        new: str = turn(paper.date)
        say(page.find(paper.date, whole=True), new)
        return new

    _enter(
        change,
        name,
        rule,
        says,
        "date",
        needs=lambda paper: bool(paper.date) and paper.face != "order",
        also=also,
    )


_dated(
    "date_left_for_the_day",
    "L012",
    "成文日期的日子空着没填（7.3.5.4）",
    lambda date: date[: date.index("月") + 1] + "  日",
)
_dated(
    "date_with_blanks_round_its_digits",
    "R25",
    "成文日期里夹了空格",
    lambda date: date.replace("年", "年 ").replace("月", "月 "),
    (*_DAYS, "R25", "cl.7.3.5.4"),
)
_dated(
    "date_of_english_form",
    "L013",
    "成文日期写成斜线形式（7.3.5.4）",
    lambda date: date.replace("年", "/").replace("月", "/").replace("日", ""),
)


def _printed(name: str, rule: str, says: str, turn: Any) -> None:
    """Another form of the date of printing."""

    def change(page: Docx, paper: Paper) -> str:
        new: str = turn(paper.printed)
        page.replace(paper.printed, new, last=True)
        return new

    _enter(
        change,
        name,
        rule,
        says,
        "imprint",
        needs=lambda paper: paper.printed.endswith("印发"),
        also=(*_DAYS, "L015", "GW4"),
    )


_printed(
    "printed_the_year_before",
    "L014",
    "印发日期的年份套用旧稿，早于成文日期",
    lambda words: words.replace("2026", "2025").replace("2027", "2026"),
)
_printed("printed_and_sent", "L015", "“印发”写成“印制”（7.4.3）", lambda words: words.replace("印发", "印制"))
_printed(
    "printed_without_the_year",
    "L012",
    "印发日期没有年份（7.4.3）",
    lambda words: words[words.index("年") + 1 :],
)
