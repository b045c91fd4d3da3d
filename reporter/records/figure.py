"""其他数据, 指标填报 and 覆盖: the figures that people supply by hand, each with who and from where."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, ClassVar

from reporter.records.base import Record, column


class OtherFigure(Record, frozen=True, kw_only=True):
    """One supplied figure: name, value, unit of measure, year or period, source, who supplied it."""

    table: ClassVar[str] = "其他数据"
    table_aliases: ClassVar[tuple[str, ...]] = ("其它数据", "补充数据")
    key_field: ClassVar[str] = "address"

    name: Annotated[str, column("数据名称", "名称", "指标名称", "项目", width=26)]
    value: Annotated[Decimal | None, column("数值", "数据", "值", width=12)] = None
    measure: Annotated[str, column("计量单位", "单位", "数据单位")]
    period: Annotated[str, column("期间", "年度", "年份", "时期", note="如 2026 或 2026Q3", width=10)]
    unit: Annotated[str | None, column("填报单位", "所属单位", "统计单位", width=16)] = None
    source: Annotated[str | None, column("数据来源", "来源", "出处", width=30)] = None
    supplied_by: Annotated[str | None, column("提供人", "提供科室", "填报人", width=16)] = None
    note: Annotated[str | None, column("备注", width=20)] = None

    @property
    def address(self) -> str:
        """Visible key: name, period and unit together."""
        return "|".join(part for part in (self.name, self.period, self.unit) if part)


class Answer(Record, frozen=True, kw_only=True):
    """One typed answer of an indicator form. Typed values live only in 指标填报.xlsx (design 4.1)."""

    table: ClassVar[str] = "指标填报"
    table_aliases: ClassVar[tuple[str, ...]] = ("通报要点填报", "指标答复")
    key_field: ClassVar[str] = "address"

    code: Annotated[str, column("编码", "指标编码", width=16)]
    unit: Annotated[str, column("单位", "填报单位", width=14)]
    period: Annotated[str, column("期间", "年度", width=10)]
    answer: Annotated[str | None, column("答复", "答案", "填报内容", width=20)] = None
    basis: Annotated[str | None, column("依据", "填报依据", width=36)] = None
    filled_by: Annotated[str | None, column("填报人")] = None

    @property
    def address(self) -> str:
        return f"{self.code}|{self.unit}|{self.period}"


class Override(Record, frozen=True, kw_only=True):
    """One overruled answer: it changes that answer only and never spreads to other figures."""

    table: ClassVar[str] = "覆盖"
    key_field: ClassVar[str] = "address"

    code: Annotated[str, column("编码", "指标编码", width=16)]
    original: Annotated[str | None, column("原值", width=16)] = None
    new: Annotated[str, column("新值", width=16)]
    reason: Annotated[str, column("理由", "原因", width=36)]
    person: Annotated[str, column("姓名", "覆盖人")]
    changed_on: Annotated[date, column("日期", "覆盖日期", width=12)]
    unit: Annotated[str | None, column("单位", "填报单位", width=14)] = None
    period: Annotated[str | None, column("期间", "年度", width=10)] = None

    @property
    def address(self) -> str:
        return "|".join(part for part in (self.code, self.unit, self.period) if part)
