"""Notices on holidays: what is wrong in one is said with file and cure."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from reporter.calendar.notices import notices_in, parse_notice, read_notice
from reporter.errors import InputError

GOOD = "年份: 2027\n来源: 某通知\n放假:\n  元旦: 2027-01-01\n上班: []\n"


def test_keys_may_be_chinese() -> None:
    notice = parse_notice(GOOD, "n.yaml")
    assert (notice.year, notice.source, dict(notice.days_off)) == (2027, "某通知", {date(2027, 1, 1): "元旦"})


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("年份: 2027\n", "缺少 source（来源）、days_off（放假）"),
        (GOOD.replace("2027\n来", "27\n来"), "年份“27”不对"),
        (GOOD.replace("上班", "加班"), "不认识的键“加班”"),
        (GOOD.replace("2027-01-01", "元月一日"), "看不懂日期“元月一日”"),
        (GOOD.replace("2027-01-01", "2027-02-30"), "看不懂日期“2027-02-30”"),
        (GOOD.replace("2027-01-01", "2027-01-03 至 2027-01-01"), "看不懂日期“2027-01-03 至 2027-01-01”"),
        (GOOD.replace("2027-01-01", "2026-05-01"), "2026-05-01 不在2027年"),
        (GOOD.replace("[]", "[2027-01-04]"), "2027-01-04 不是周末"),
        (GOOD.replace("2027-01-01", "2027-01-02").replace("[]", "[2027-01-02]"), "2027-01-02 既放假又上班"),
        ("年份: [", "YAML 写法不对"),
        ("- 一\n", "这里要写成“键: 值”"),
        ("年份: 2027\n来源: 某\n放假: 元旦\n", "days_off（放假）要按节日写"),
    ],
)
def test_what_is_wrong_is_said(text: str, message: str) -> None:
    with pytest.raises(InputError) as told:
        parse_notice(text, "n.yaml")
    assert told.value.message.startswith(message)
    assert told.value.where.startswith("n.yaml") and told.value.hint


def test_a_folder_is_read_in_order_of_names(tmp_path: Path) -> None:
    assert notices_in(tmp_path / "calendar") == ()
    (tmp_path / "b.yaml").write_text(GOOD.replace("某通知", "二"), encoding="utf-8")
    (tmp_path / "a.yml").write_text(GOOD.replace("某通知", "一"), encoding="utf-8")
    assert [one.source for one in notices_in(tmp_path)] == ["一", "二"]


def test_another_encoding_is_named(tmp_path: Path) -> None:
    (tmp_path / "n.yaml").write_bytes(GOOD.encode("gb18030"))
    with pytest.raises(InputError, match="UTF-8"):
        read_notice(tmp_path / "n.yaml")
