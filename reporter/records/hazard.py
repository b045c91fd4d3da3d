"""隐患台账: one hazard a row. 问题、整改、责任、销号 are views of the same rows (domain.md c.1)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, ClassVar

from reporter.records.base import Record, column

DOMAINS = ("消防", "食品", "建筑", "特种设备", "医疗", "燃气", "服务", "非法集资", "疫情")
SOURCES = ("自查", "县查", "联合检查", "督导", "第三方", "投诉")
GRADES = ("一般", "重大")
STATUSES = ("未整改", "整改中", "已整改待销号", "已销号")
MAJOR_CLAUSES = ("设施设备缺陷", "资格资质", "日常管理", "违法违规服务", "其他")
WAYS = ("立行立改", "限期整改")


class Hazard(Record, frozen=True, kw_only=True):
    """风险隐患. A date decides, not a status: closed means `closed_on` on or before the as-of date."""

    table: ClassVar[str] = "隐患台账"
    table_aliases: ClassVar[tuple[str, ...]] = (
        "风险隐患台账",
        "隐患整治台账",
        "问题台账",
        "风险隐患整治工作台账",
    )
    key_field: ClassVar[str] = "code"

    code: Annotated[str, column("隐患编号", "编号", "问题编号", width=14)]
    institution: Annotated[
        str,
        column(
            "机构名称",
            "养老机构名称",
            "机构",
            "机构编码",
            "统一社会信用代码",
            "养老院名称",
            "受检机构",
            "受检单位",
            "单位名称",
            width=24,
            note="填机构名称、机构编码或统一社会信用代码均可",
        ),
    ]
    found_on: Annotated[
        date, column("发现日期", "发现时间", "检查日期", "排查日期", "检查时间", "排查时间", width=12)
    ]
    source: Annotated[str, column("发现方式", "来源", "隐患来源", "问题来源", choices=SOURCES)]
    domain: Annotated[str, column("隐患类别", "类别", "问题类别", "领域", choices=DOMAINS)]
    indicator_ref: Annotated[str | None, column("对应指标", "指标序号", "对应指标序号")] = None
    description: Annotated[
        str, column("隐患描述", "问题描述", "存在问题", "隐患内容", "具体问题", "检查发现问题", width=36)
    ]
    grade: Annotated[str, column("隐患等级", "等级", "级别", choices=GRADES)]
    major_clause: Annotated[
        str | None, column("重大隐患判定情形", "判定情形", choices=MAJOR_CLAUSES, width=14)
    ] = None
    clause: Annotated[str | None, column("依据条款", "依据", "判定依据", width=24)] = None
    inspected_by: Annotated[str | None, column("检查单位", "检查部门", width=16)] = None
    inspectors: Annotated[str | None, column("检查人员", "检查人", width=14)] = None
    measures: Annotated[str | None, column("整改措施", "措施", width=36)] = None
    interim_measures: Annotated[str | None, column("临时管控措施", "管控措施", width=24)] = None
    way: Annotated[str | None, column("整改方式", "整改类型", choices=WAYS)] = None
    responsible_unit: Annotated[str | None, column("责任单位", "整改责任单位", width=20)] = None
    responsible_person: Annotated[str | None, column("责任人", "整改责任人")] = None
    supervising_unit: Annotated[str | None, column("监管单位", "监管责任单位", "督办单位", width=18)] = None
    supervisor: Annotated[str | None, column("监管责任人", "监管人")] = None
    leader: Annotated[str | None, column("包保领导", "包保责任人", "挂包领导")] = None
    funds: Annotated[Decimal | None, column("整改资金", "整改资金（万元）", "资金", measure="万元")] = None
    due: Annotated[date | None, column("整改时限", "整改期限", "完成时限", width=12)] = None
    progress: Annotated[str | None, column("整改进展", "进展", "进展情况", width=20)] = None
    done_on: Annotated[
        date | None, column("整改完成时间", "整改完成日期", "完成时间", width=12, note="已销号的必填")
    ] = None
    evidence: Annotated[str | None, column("佐证材料", "整改佐证", "证明材料", width=16)] = None
    verified_by: Annotated[str | None, column("复核人", "复查人", "验收人")] = None
    verified_on: Annotated[date | None, column("复核日期", "复查日期", "验收日期", width=12)] = None
    status: Annotated[str, column("整改状态", "状态", "整改情况", choices=STATUSES, width=12)]
    closed_on: Annotated[date | None, column("销号日期", "销号时间", width=12, note="已销号的必填")] = None
    escalated: Annotated[
        str | None, column("督办情况", "升级措施", choices=("约谈", "挂牌督办", "停业", "取缔"))
    ] = None
    note: Annotated[str | None, column("备注", width=20)] = None
