"""其他数据, 指标填报 and 覆盖: the figures that people supply by hand, each with who and from where."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import ClassVar

from reporter.records.base import Record, column, required


class OtherFigure(Record):
    """One supplied figure: name, value, unit of measure, year or period, source, who supplied it."""

    table: ClassVar[str] = "其他数据"
    table_aliases: ClassVar[tuple[str, ...]] = ("其它数据", "补充数据")
    key_field: ClassVar[str] = "address"

    name: str = required("数据名称", "名称", "指标名称", "项目", width=26)
    value: Decimal | None = column("数值", "数据", "值", width=12)
    measure: str = required("计量单位", "单位", "数据单位")
    period: str = required("期间", "年度", "年份", "时期", note="如 2026 或 2026Q3", width=10)
    unit: str | None = column("填报单位", "所属单位", "统计单位", width=16)
    source: str | None = column("数据来源", "来源", "出处", width=30)
    supplied_by: str | None = column("提供人", "提供科室", "填报人", width=16)
    note: str | None = column("备注", width=20)

    @property
    def address(self) -> str:
        """Visible key: name, period and unit together."""
        return "|".join(part for part in (self.name, self.period, self.unit) if part)


class Answer(Record):
    """One typed answer of an indicator form. Typed values live only in 指标填报.xlsx (design 4.1)."""

    table: ClassVar[str] = "指标填报"
    table_aliases: ClassVar[tuple[str, ...]] = ("通报要点填报", "指标答复")
    key_field: ClassVar[str] = "address"

    code: str = required("编码", "指标编码", width=16)
    unit: str = required("单位", "填报单位", width=14)
    period: str = required("期间", "年度", width=10)
    answer: str | None = column("答复", "答案", "填报内容", width=20)
    basis: str | None = column("依据", "填报依据", width=36)
    filled_by: str | None = column("填报人")

    @property
    def address(self) -> str:
        return f"{self.code}|{self.unit}|{self.period}"


class Override(Record):
    """One overruled answer: it changes that answer only and never spreads to other figures."""

    table: ClassVar[str] = "覆盖"
    key_field: ClassVar[str] = "address"

    code: str = required("编码", "指标编码", width=16)
    original: str | None = column("原值", width=16)
    new: str = required("新值", width=16)
    reason: str = required("理由", "原因", width=36)
    person: str = required("姓名", "覆盖人")
    changed_on: date = required("日期", "覆盖日期", width=12)
    unit: str | None = column("单位", "填报单位", width=14)
    period: str | None = column("期间", "年度", width=10)

    @property
    def address(self) -> str:
        return "|".join(part for part in (self.code, self.unit, self.period) if part)
