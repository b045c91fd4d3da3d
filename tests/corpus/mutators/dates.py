"""Defects of 成文日期 and 印发日期, and of dates in the text."""

from __future__ import annotations

from typing import Any

from tests.corpus.mutators.edit import Docx, say
from tests.corpus.mutators.places import redate
from tests.corpus.mutators.registry import mutator, swapping
from tests.corpus.mutators.traits import printed, signed
from tests.corpus.papers.spec import Paper

_swap = swapping(__name__, pdf=False)

_HANZI = str.maketrans("0123456789", "○一二三四五六七八九")


@mutator("L011", "成文日期用汉字", "date", needs=lambda paper: bool(paper.date))
def date_in_hanzi(page: Docx, paper: Paper) -> str:
    return redate(page, paper, "二〇二六年三月六日")


@mutator(
    "L010",
    "成文日期编虚位",
    "date",
    needs=lambda paper: bool(paper.date) and "年1" not in paper.date,
    pdf=True,
    also=("L090",),
)
def date_padded(page: Any, paper: Paper) -> str:
    new = paper.date.replace("年", "年0", 1)
    page.replace(">" + paper.date, ">" + new) if not isinstance(page, Docx) else say(
        page.find(paper.date, whole=True), new
    )
    return new


@mutator(
    "L010",
    "印发日期编虚位",
    "date",
    needs=lambda paper: printed(paper) and "年1" not in paper.printed,
    pdf=True,
)
def print_date_padded(page: Any, paper: Paper) -> str:
    new = paper.printed.replace("年", "年0", 1)
    return page.replace(paper.printed, new)


@mutator("L012", "成文日期年份只有两位", "date", needs=lambda paper: bool(paper.date))
def date_with_short_year(page: Docx, paper: Paper) -> str:
    say(page.find(paper.date, whole=True), paper.date[2:])
    return paper.date[2:]


@mutator(
    "L014",
    "印发日期早于成文日期",
    "date",
    needs=lambda paper: bool(paper.printed and paper.date),
    pdf=True,
    also=("R10",),
)
def printed_before_signed(page: Any, paper: Paper) -> str:
    new = paper.printed.replace("2026年", "2025年")
    return page.replace(paper.printed, new)


@mutator("L015", "印发日期后缺“印发”", "date", needs=printed, pdf=True)
def printed_without_word(page: Any, paper: Paper) -> str:
    new = paper.printed.removesuffix("印发")
    return page.replace(paper.printed, new)


@mutator("L012", "成文日期没有日", "date", needs=signed)
def kept_date_without_day(page: Docx, paper: Paper) -> str:
    new = paper.date[: paper.date.index("月") + 1]
    return redate(page, paper, new)


@mutator(
    "L010",
    "成文日期只有日补零",
    "date",
    needs=lambda paper: bool(paper.date) and len(paper.date.partition("月")[2]) == 2,
    also=("L090",),
)
def fresh_day_padded(page: Docx, paper: Paper) -> str:
    head, _, day = paper.date.partition("月")
    new = f"{head}月0{day}"
    return redate(page, paper, new)


@mutator("L011", "成文日期用汉字，零写成“○”", "date", needs=signed, also=("L090", "L091"))
def fresh_date_with_circle(page: Docx, paper: Paper) -> str:
    year, _, rest = paper.date.partition("年")
    month, _, day = rest.removesuffix("日").partition("月")

    def said(number: str) -> str:
        tens, ones = divmod(int(number), 10)
        return ("" if tens < 1 else "十" if tens == 1 else "一二三"[tens - 1] + "十") + (
            "一二三四五六七八九"[ones - 1] if ones else ""
        )

    new = f"{year.translate(_HANZI)}年{said(month)}月{said(day)}日"
    return redate(page, paper, new)


@mutator("L012", "成文日期没有年", "date", needs=signed, also=("L090", "L091", "cl.7.3.5"))
def fresh_date_without_year(page: Docx, paper: Paper) -> str:
    new = paper.date.partition("年")[2]
    return redate(page, paper, new)


@mutator("L013", "成文日期用圆点", "date", needs=signed, also=("L012", "L090", "L091", "cl.7.3.5", "L010"))
def fresh_date_dotted(page: Docx, paper: Paper) -> str:
    new = paper.date.replace("年", ".").replace("月", ".").removesuffix("日")
    return redate(page, paper, new)


@mutator("L014", "成文日期不存在", "date", needs=signed, also=("L090",))
def fresh_date_impossible(page: Docx, paper: Paper) -> str:
    new = paper.date.partition("月")[0] + "月32日"
    return redate(page, paper, new)


@mutator(
    "L014",
    "印发日期早一个月",
    "date",
    needs=lambda paper: signed(paper) and bool(paper.printed),
    also=("R10",),
)
def fresh_printed_a_month_early(page: Docx, paper: Paper) -> str:
    year, _, rest = paper.printed.partition("年")
    month, _, tail = rest.partition("月")
    new = f"{year}年{int(month) - 1}月{tail}"
    return page.replace(paper.printed, new)


@mutator("L015", "印发日期后写“印制”“印”", "date", needs=printed, pdf=True)
def fresh_printed_otherwise(page: Any, paper: Paper) -> str:
    new = paper.printed.removesuffix("印发") + "印制"
    return page.replace(paper.printed, new)


@mutator(
    "L010", "印发日期月份补零", "date", needs=lambda paper: printed(paper) and "年1" not in paper.printed
)
def fresh_printed_padded(page: Docx, paper: Paper) -> str:
    new = paper.printed.replace("年", "年0")
    return page.replace(paper.printed, new)


_swap(
    "hao_for_ri",
    "L013",
    "日期的“日”写成“号”",
    "date form",
    ("4月20日前", "4月20号前"),
    ("3月25日前", "3月25号前"),
    ("4月17日前", "4月17号前"),
    ("7月31日前", "7月31号前"),
    pdf=True,
)
_swap(
    "dotted_date_in_text",
    "L013",
    "正文日期用圆点",
    "date form",
    ("截至2026年6月30日", "截至2026.6.30"),
    ("截至2026年3月31日", "截至2026.3.31"),
    ("2026年5月11日至6月12日", "2026.5.11至6月12日"),
)
_swap(
    "padded_date_in_text",
    "L010",
    "正文日期编虚位",
    "date form",
    ("（3月16日至4月15日）", "（03月16日至04月15日）"),
    ("2026年5月11日至6月12日", "2026年05月11日至06月12日"),
    ("2026年5月10日前", "2026年05月10日前"),
)
_swap(
    "impossible_date",
    "L014",
    "日期不存在",
    "date form",
    ("11月10日前", "11月31日前"),
    ("6月25日前", "6月31日前"),
    ("6月20日前", "6月31日前"),
    ("8月31日前", "9月31日前"),
    ("4月17日前", "4月31日前"),
    pdf=True,
)
_swap(
    "deadline_on_wrong_weekday",
    "L014",
    "期限的星期与日期不符",
    "date form",
    ("4月20日前", "4月20日（星期五）前"),
    ("4月17日前", "4月17日（星期二）前"),
    ("3月25日前", "3月25日（星期一）前"),
    ("7月20日前", "7月20日（星期四）前"),
)
_swap(
    "kept_slashed_date",
    "L013",
    "正文日期用斜线",
    "date form",
    ("截至2026年10月31日", "截至2026/10/31"),
    ("2026年6月底前", "2026/6/30前"),
    ("定于2026年第二季度", "定于2026/5/11起"),
)
_swap(
    "kept_weekday",
    "L014",
    "日期与星期不符",
    "date form",
    ("8月17日18时前", "8月17日（星期三）18时前"),
    ("6月26日前报局党组", "6月26日（星期一）前报局党组"),
    ("于7月31日前完成", "于7月31日（星期一）前完成"),
)
_swap(
    "fresh_hyphen_date",
    "L013",
    "正文日期用连字符",
    "date form",
    ("于2026年4月17日前", "于2026-4-17前"),
    ("自2026年7月1日起提高", "自2026-07-01起提高"),
    ("2026年6月8日，县民政局局长", "2026-6-8，县民政局局长"),
)
_swap(
    "fresh_month_hao",
    "L013",
    "几月几日写成“几月几号”（数据截止）",
    "date form",
    ("2026年8月31日前", "2026年8月31号前"),
    ("截至6月12日", "截至6月12号"),
    ("于9月5日前报送", "于9月5号前报送"),
)
_swap(
    "fresh_stage_ends_before_it_starts",
    "L014",
    "阶段的结束日期早于开始日期",
    "date form",
    ("（7月1日至10月31日）", "（7月1日至1月31日）"),
    ("2026年5月11日至6月12日，具体", "2026年5月11日至4月12日，具体"),
    ("自3月28日至4月6日", "自3月28日至3月6日"),
    also=("R12", "R10", "R11"),
)
_swap(
    "fresh_february_thirtieth",
    "L014",
    "写了不存在的日期（2月30日、32日）",
    "date form",
    ("10月底前完成改造", "9月31日前完成改造"),
    ("6月26日前报局党组", "6月36日前报局党组"),
    ("每年1月31日前", "每年2月30日前"),
    ("于4月17日前将", "于4月31日前将"),
)
