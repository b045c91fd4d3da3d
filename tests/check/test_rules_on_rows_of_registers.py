"""Rules on days, terms and towns of the rows of a register: what they tell and let pass."""

from __future__ import annotations

import pytest

from reporter.artefacts.seen.model import Grid
from reporter.check.samples import notice
from tests.check.told import those

HEAD = ("机构名称", "评定日期", "有效期至")
TERMS = (("A院", "2024-05-07", "2027-05-06"), ("B院", "2024-09-11", "2027-09-10"), ("C院", "2025-04-06", "2028-04-05"))


def of_days(*last: str) -> list[str]:
    return those(notice(grids=(Grid(1, (HEAD, *TERMS, ("D院", *last)), 1),)), "GW637")


@pytest.mark.parametrize(
    ("begins", "ends", "told"),
    [
        ("2025-06-08", "2028-06-07", 0), ("2025-06-08", "2028-06-08", 0), ("2025-06-08", "2027-06-07", 1),
        ("2025-06-08", "2023-06-07", 1), ("2025-06-08", "2028年6月7日", 1), ("2025/6/8", "2028/6/7", 2),
        ("45816", "2028-06-07", 1), ("—", "—", 0),
    ],
)  # fmt: skip
def test_days_of_a_column_are_alike_and_terms_come_out(begins: str, ends: str, told: int) -> None:
    assert len(of_days(begins, ends)) == told


def test_terms_of_several_lengths_are_let_pass() -> None:
    rows = (HEAD, *TERMS, ("D院", "2025-06-08", "2030-06-07"), ("E院", "2025-06-09", "2030-06-08"))
    assert not those(notice(grids=(Grid(1, rows, 1),)), "GW637")


@pytest.mark.parametrize(
    ("name", "town", "told"),
    [
        ("云溪镇敬老院", "云溪镇", False), ("云溪镇敬老院", "河口镇", True), ("云溪镇敬老院", "安和县云溪镇", False),
        ("安和县社会福利中心", "河口镇", False), ("云溪乡村大院", "河口镇", False), ("云溪镇敬老院", "全县", False),
    ],
)  # fmt: skip
def test_a_home_stands_with_the_town_that_it_is_called_by(name: str, town: str, told: bool) -> None:
    grid = Grid(1, (("序号", "机构名称", "所在乡镇（街道）"), ("1", name, town)), 1)
    assert bool(those(notice(grids=(grid,)), "GW638")) == told


@pytest.mark.parametrize(("last", "told"), [("66.67%", False), ("66.6666666667%", True)])
def test_a_share_is_not_pasted_with_all_its_digits(last: str, told: bool) -> None:
    rows = (("乡镇", "整改率"), ("甲镇", "66.67%"), ("乙镇", "50.00%"), ("丙镇", "33.33%"), ("丁镇", last))
    assert bool(those(notice(grids=(Grid(1, rows, 1),)), "GW686")) == told
