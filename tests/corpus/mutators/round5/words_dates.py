"""Round 5: how dates and times are written, and days that cannot be."""

from __future__ import annotations

from collections.abc import Callable

from tests.corpus.mutators.edit import Docx
from tests.corpus.mutators.places import redate
from tests.corpus.mutators.registry import entering, swapping_of
from tests.corpus.mutators.traits import order, printed, signed
from tests.corpus.papers.spec import Paper

_WAYS = (
    "L010",
    "L011",
    "L012",
    "L013",
    "L014",
    "L015",
    "L074",
    "R15",
    "R25",
    "R27",
    "cl.7.3.5",
    "cl.7.4.3",
    "cl.9",
    "GW4",
    "GW5",
    "GW6",
)
_date = swapping_of(__name__, "dates", _WAYS, pdf=False)
_enter = entering(__name__)
_HANZI = "〇一二三四五六七八九十"


def _signed(name: str, rule: str, says: str, form: Callable[[int, int, int], str]) -> None:
    """成文日期 in another form."""

    def change(page: Docx, paper: Paper) -> str:
        return redate(page, paper, form(*_parts(paper.date)))

    def needs(paper: Paper) -> bool:
        return signed(paper) and not order(paper)

    _enter(change, name, rule, says, "dates", needs=needs, also=_WAYS)


def _printed(name: str, rule: str, says: str, form: Callable[[int, int, int], str]) -> None:
    """印发日期 in another form."""

    def change(page: Docx, paper: Paper) -> str:
        words = form(*_parts(paper.printed.removesuffix("印发")))
        page.replace(paper.printed, words, last=True)
        return words

    _enter(change, name, rule, says, "dates", needs=printed, also=_WAYS)


def _parts(date: str) -> tuple[int, int, int]:
    year, _, rest = date.partition("年")
    month, _, day = rest.partition("月")
    return int(year), int(month), int(day.rstrip("日"))


def _numeral(number: int) -> str:
    tens, ones = divmod(number, 10)
    return (("" if tens == 1 else _HANZI[tens]) + "十" if tens else "") + (_HANZI[ones] if ones else "")


_signed(
    "month_alone_padded",
    "L010",
    "成文日期只有月份补0（7.3.5.4）",
    lambda y, m, d: f"{y}年{m:02}月{d}日" if m < 10 else f"{y}年{m}月{d:02}日",
)
_signed(
    "month_and_day_in_hanzi",
    "L011",
    "成文日期年用数字、月日用汉字（7.3.5.4）",
    lambda y, m, d: f"{y}年{_numeral(m)}月{_numeral(d)}日",
)
_signed("year_word_left_out", "L012", "成文日期漏了“年”字（7.3.5.4）", lambda y, m, d: f"{y}{m}月{d}日")
_signed("month_word_left_out", "L012", "成文日期漏了“月”字（7.3.5.4）", lambda y, m, d: f"{y}年{m}{d}日")
_signed(
    "date_with_hyphens", "L013", "成文日期写成2026-03-06（7.3.5.4）", lambda y, m, d: f"{y}-{m:02}-{d:02}"
)
_signed("date_of_eight_digits", "L013", "成文日期写成20260306（7.3.5.4）", lambda y, m, d: f"{y}{m:02}{d:02}")
_signed("signed_on_day_nought", "L014", "成文日期是“0日”", lambda y, m, d: f"{y}年{m}月0日")
_signed("signed_in_month_thirteen", "L014", "成文日期是“13月”", lambda y, m, d: f"{y}年13月{d}日")
_signed(
    "date_of_the_seal_called_so",
    "L013",
    "成文日期前加“日期：”（7.3.5）",
    lambda y, m, d: f"日期：{y}年{m}月{d}日",
)
_printed("printed_without_the_day", "L012", "印发日期没有日（7.4.3）", lambda y, m, d: f"{y}年{m}月印发")
_printed("printed_with_slashes", "L013", "印发日期写成2026/3/9（7.4.3）", lambda y, m, d: f"{y}/{m}/{d}印发")
_printed(
    "printed_on_the_hao", "L013", "印发日期“日”写成“号”（7.4.3）", lambda y, m, d: f"{y}年{m}月{d}号印发"
)
_printed(
    "printed_month_in_hanzi",
    "L011",
    "印发日期月日用汉字（7.4.3）",
    lambda y, m, d: f"{y}年{_numeral(m)}月{_numeral(d)}日印发",
)
_printed(
    "printed_with_a_label",
    "L015",
    "写成“印发日期：……”，日期后没有“印发”（7.4.3）",
    lambda y, m, d: f"印发日期：{y}年{m}月{d}日",
)
_printed("printed_with_a_stop", "L015", "“印发”后加句号（7.4.3）", lambda y, m, d: f"{y}年{m}月{d}日印发。")

_date(
    "one_end_padded", "L010", "起止日期一头补0、一头不补",
    ("（3月16日至4月15日）", "（03月16日至4月15日）"), ("2026年5月11日至6月12日", "2026年05月11日至6月12日"),
    ("（9月10日至10月10日）", "（09月10日至10月10日）"), ("2026年9月7日至15日", "2026年09月7日至15日"),
    pdf=True,
)  # fmt: skip
_date(
    "cut_off_padded", "L010", "统计截止日期月份补0",
    ("截至2026年6月30日", "截至2026年06月30日"), ("截至2026年8月31日", "截至2026年08月31日"),
    ("截至2026年3月31日", "截至2026年03月31日"), ("截至2026年9月30日", "截至2026年09月30日"),
)  # fmt: skip
_date(
    "cut_off_in_hanzi", "L011", "正文一处日期用汉字，其余用阿拉伯数字",
    ("截至2026年6月30日", "截至二〇二六年六月三十日"), ("截至2026年10月31日", "截至二〇二六年十月三十一日"),
    ("自2026年7月1日起提高", "自二〇二六年七月一日起提高"), ("自2026年9月1日起执行", "自二〇二六年九月一日起执行"),
)  # fmt: skip
_date(
    "month_of_a_deadline_in_hanzi", "L011", "期限的月份用汉字、日用数字",
    ("于11月10日前报送", "于十一月10日前报送"), ("于7月31日前完成", "于七月31日前完成"),
    ("于10月15日前报", "于十月15日前报"), ("于3月31日前报", "于三月31日前报"), ("于8月14日前书面", "于八月14日前书面"),
    pdf=True,
)  # fmt: skip
_date(
    "deadline_without_the_month_word", "L012", "期限漏了“月”字",
    ("于4月20日前报送", "于4 20日前报送"), ("于7月31日前完成", "于7 31日前完成"),
    ("于9月25日前报送", "于9 25日前报送"), ("于12月20日前", "于12 20日前"),
)  # fmt: skip
_date(
    "deadline_of_eight_digits", "L013", "正文日期写成八位数字",
    ("于2026年7月20日前报送", "于20260720前报送"), ("于2026年11月20日前报送", "于20261120前报送"),
    ("于2026年9月30日前将", "于20260930前将"), ("于2026年8月14日前将", "于20260814前将"), ("于2026年12月31日前完成", "于20261231前完成"),
)  # fmt: skip
_date(
    "ten_days_of_a_month_with_a_slash", "L013", "月日写成7/31",
    ("于7月31日前完成", "于7/31前完成"), ("在6月20日前完成", "在6/20前完成"), ("于11月6日前将", "于11/6前将"),
    ("于8月14日前书面", "于8/14前书面"),
)  # fmt: skip
_date(
    "deadline_on_day_nought", "L014", "期限是“0日”",
    ("于4月20日前报送", "于4月0日前报送"), ("于6月19日前将", "于6月0日前将"), ("于11月13日前将", "于11月0日前将"),
    ("于9月15日前完成", "于9月0日前完成"), ("于7月24日前报送", "于7月0日前报送"),
)  # fmt: skip
_date(
    "minutes_past_sixty", "L014", "时刻不存在（17时60分、8时70分）",
    ("17时30分", "17时60分"), ("8时30分", "8时70分"), also=("R12", "R8"),
)  # fmt: skip
_date(
    "year_of_five_digits_in_text", "L012", "正文年份多打一位",
    ("截至2026年6月30日", "截至20226年6月30日"), ("截至2026年10月31日", "截至20226年10月31日"),
    ("自2026年9月10日起", "自20226年9月10日起"), ("2026年9月7日至15日", "20226年9月7日至15日"),
    also=("R26", "R10", "R8"),
)  # fmt: skip
