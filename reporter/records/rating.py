"""等级评定: one rating of one home a row (domain.md c.1)."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from reporter.records.base import Record, column

LEVELS = ("一级", "二级", "三级", "四级", "五级")


class Rating(Record, frozen=True, kw_only=True):
    """评定结果. Counts from `rated_on` to `valid_to`, both included; the label 级 or 星级 is display only."""

    table: ClassVar[str] = "等级评定"
    table_aliases: ClassVar[tuple[str, ...]] = ("评定结果", "星级评定", "等级评定结果")
    key_field: ClassVar[str] = "code"

    code: Annotated[str, column("评定编号", "编号", "证书编号", width=14)]
    institution: Annotated[str, column("机构名称", "养老机构名称", "机构", "机构编码", width=24)]
    level: Annotated[str, column("评定等级", "等级", "星级", choices=LEVELS)]
    body: Annotated[str | None, column("评定机构", "评定单位", width=20)] = None
    rated_on: Annotated[date, column("评定日期", "评定时间", width=12)]
    valid_to: Annotated[date, column("有效期至", "有效期", "到期日期", width=12)]
    note: Annotated[str | None, column("备注", width=20)] = None
