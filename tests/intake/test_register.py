"""报送登记.yaml: units by any of their names, faults in the words that were written."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from reporter.intake.problems import ValidationFailed
from reporter.intake.register import FILE, read_register
from reporter.records.campaign import Agency, Campaign, Obligation, Unit

CAMPAIGN = Campaign(
    name="专项行动", years=(2026,), unit="33", lead="mz", issuers=("mz",), superior="mz",
    units=(Unit(code="33", name="安和县", level="县"),
           Unit(code="3301", name="河口镇", level="乡镇", parent="33", aliases=("河口",))),
    agencies=(Agency(id="mz", full_name="安和县民政局", short_name="民政局", unit="33", system="民政", level="县"),),
    obligations=(Obligation(id="points", sender="乡镇", receiver="33", kind="notification-points",
                            deliverable="通报要点", period="2026", due=date(2026, 10, 30), due_text="10月30日前"),),
)  # fmt: skip


@pytest.mark.parametrize("name", ["3301", "河口镇", "河口", "河 口镇"])
@pytest.mark.parametrize("obligation", ["points", "通报要点"])
def test_a_unit_is_found_by_code_name_or_alias(tmp_path: Path, name: str, obligation: str) -> None:
    (tmp_path / FILE).write_text(
        f'- {{代号: {obligation}, 单位: "{name}", 日期: 2026-10-28}}\n', encoding="utf-8"
    )
    (one,) = read_register(tmp_path, CAMPAIGN)
    assert (one.unit, one.obligation) == ("3301", "points")


def test_faults_name_the_keys_as_a_clerk_writes_them(tmp_path: Path) -> None:
    text = (
        "- 代号: points\n  状态: 报了\n  日期: 10月28日\n- 代号: points\n  单位: 东河镇\n  日期: 2026-10-28\n"
    )
    (tmp_path / FILE).write_text(text + "- 代号: points\n", encoding="utf-8")
    with pytest.raises(ValidationFailed) as caught:
        read_register(tmp_path, CAMPAIGN)
    told = [(one.where.line, one.where.column, one.message) for one in caught.value.problems]
    assert [(line, column) for line, column, _ in told] == [
        (2, "状态"),
        (3, "日期"),
        (7, "日期"),
        (5, "单位"),
    ]
    said = "".join(
        message + one.hint for one, (_, _, message) in zip(caught.value.problems, told, strict=True)
    )
    assert "“状态”" in said and "缺少“日期”" in said and "日期: …" in said and "是不是“河口镇”？" in said
    assert not any(key in said for key in ("state", "on:", "“on”", "unit"))
