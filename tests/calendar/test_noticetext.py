"""The yearly notice as a clerk copies it."""

from __future__ import annotations

from datetime import date, timedelta

import chinese_calendar
import pytest

from reporter.calendar.notices import parse_notice
from reporter.calendar.noticetext import yaml_of
from reporter.calendar.workdays import DayKind, Workdays
from reporter.errors import InputError

HEAD = (
    "国务院办公厅关于2026年部分节假日安排的通知\n国办发明电〔2025〕99号\n\n各省、自治区、直辖市人民政府：\n"
)
NOTICE = (
    HEAD
    + """　　一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
　　二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
　　三、清明节：4月4日（周六）至6日（周一）放假，共3天。
　　四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
　　五、端午节：6月19日(周五)至21日(周日)放假，共3天。
　　六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
　　七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
"""
)


def test_the_notice_of_2026_gives_the_days_of_2026() -> None:
    notice = parse_notice(yaml_of(NOTICE, "2026.txt"), "2026.txt")
    assert (notice.year, notice.number) == (2026, "国办发明电〔2025〕99号")
    days = Workdays([notice])
    day, wrong = date(2026, 1, 1), []
    while day < date(2026, 12, 26):
        expected = (day.weekday() < 5 and day not in notice.days_off) or day in notice.working
        assert expected == (days.day_kind(day) is DayKind.WORKING)
        if expected != chinese_calendar.is_workday(day):
            wrong.append(day)
        day += timedelta(days=1)
    assert wrong == []
    assert (len(notice.days_off), len(notice.working)) == (33, 6)


def test_a_single_day_and_a_day_of_the_year_before_are_read() -> None:
    text = "关于2027年部分节假日安排的通知\n一、元旦：2027年1月1日（周五）放假，共1天。2026年12月27日（周日）上班。\n"
    notice = parse_notice(yaml_of(text, "n"), "n")
    assert set(notice.days_off) == {date(2027, 1, 1)} and notice.working == {date(2026, 12, 27)}


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("1月4日（周日）", "1月4日（周一）", "2026-01-04是周日，通知里写周一"),
        ("共9天", "共8天", "“春节”从2026-02-15至2026-02-23不是8天"),
        ("4月4日（周六）至6日（周一）放假，共3天", "照常", "看不懂“清明节”哪几天放假"),
        ("5月9日（周六）上班", "周末上班", "看不懂哪天上班"),
        ("1月1日（周四）至3日", "1月1日（周四）至32日", "没有“1月32日”这一天"),
        ("关于2026年", "关于", "找不到标题"),
        ("、", "，", "找不到“一、元旦"),
    ],
)
def test_a_slip_of_copying_is_told(old: str, new: str, message: str) -> None:
    with pytest.raises(InputError) as told:
        yaml_of(NOTICE.replace(old, new), "2026.txt")
    assert told.value.message.startswith(message) and told.value.where == "2026.txt"
