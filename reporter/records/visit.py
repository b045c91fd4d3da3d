"""检查记录: one inspection visit a row (date, unit, people, homes, findings)."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from reporter.records.base import Record, column

KINDS = ("全面排查", "日常检查", "联合检查", "双随机抽查", "督导", "回头看")


class Visit(Record, frozen=True, kw_only=True):
    """检查. `homes` lists names or codes, parted by 、 ； or a line break; `findings` counts hazards found."""

    table: ClassVar[str] = "检查记录"
    table_aliases: ClassVar[tuple[str, ...]] = ("检查台账", "排查记录", "检查情况")
    key_field: ClassVar[str] = "code"

    code: Annotated[str, column("检查编号", "编号", width=14)]
    visited_on: Annotated[date, column("检查日期", "日期", "检查时间", width=12)]
    kind: Annotated[str | None, column("检查方式", "检查类型", choices=KINDS)] = None
    unit: Annotated[str, column("检查单位", "单位", "检查部门", width=18)]
    people: Annotated[str | None, column("检查人员", "人员", width=20)] = None
    people_count: Annotated[int | None, column("检查人次", "人次", measure="人次")] = None
    homes: Annotated[
        str, column("检查机构", "受检机构", "机构", "机构名称", width=40, note="多家机构用顿号隔开")
    ]
    findings: Annotated[int | None, column("发现问题数", "发现隐患数", "问题数", measure="条")] = None
    summary: Annotated[str | None, column("检查情况", "问题摘要", "情况说明", width=36)] = None
    note: Annotated[str | None, column("备注", width=20)] = None

    @property
    def visited(self) -> tuple[str, ...]:
        """Codes of the homes, once their names were resolved."""
        return tuple(code for code in (part.strip() for part in self.homes.split("、")) if code)
