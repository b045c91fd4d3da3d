"""What is due until when, in either order of words."""

from __future__ import annotations

import pytest

from reporter.check.duties import duties_of
from reporter.check.rules.gw736_levels import level_of, working_days
from reporter.check.samples import notice


@pytest.mark.parametrize(
    ("text", "what", "day", "sent"),
    [
        ("各乡镇于11月10日前报送工作总结。", "工作总结", "2026-11-10", True),
        ("工作总结于11月10日前报送。", "工作总结", "2026-11-10", True),
        ("各县民政局要于2026年11月20日前报送全年工作报告。", "工作总结", "2026-11-20", True),
        ("5月20日前将问题台账报县民政局。", "台账", "2026-05-20", True),
        ("2026年6月底前完成全县42家养老机构的排查。", "排查", "2026-06-30", False),
    ],
)
def test_a_duty_has_a_kind_and_a_day(text: str, what: str, day: str, sent: bool) -> None:
    (duty,) = duties_of(notice(body=(text,)))
    assert (duty.what, duty.due.isoformat(), duty.sent) == (what, day, sent)


def test_without_a_date_of_signing_no_day_is_guessed() -> None:
    assert not list(duties_of(notice(date=None, body=("各乡镇于11月10日前报送工作总结。",))))


def test_levels_are_told_by_the_first_issuer() -> None:
    names = ("岭东省民政厅文件", "临澜市民政局文件", "安和县民政局文件", "河口镇人民政府文件")
    assert [level_of(notice(mark=name)) for name in names] == [1, 2, 3, 4]


def test_working_days_leave_weekends_out() -> None:
    (first,) = duties_of(notice(body=("各乡镇于2025年11月14日前报送工作总结。",)))
    (last,) = duties_of(notice(body=("各乡镇于2025年11月20日前报送工作总结。",)))
    assert working_days(first.due, last.due) == 4
