"""机构名册: one care home a row (domain.md c.1)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, ClassVar

from reporter.records.base import Record, YesNo, column

OWNERSHIP = ("公建公营", "公建民营", "民办", "敬老院")
FILED = ("已备案", "未备案")
STATUS = ("在营", "暂停运营", "已关停")
FIRE = ("已验收", "已备案", "未办理")
MEDICAL = ("内设", "签约", "无")
YES_NO = ("是", "否", "不涉及", "未填")


class Institution(Record, frozen=True, kw_only=True):
    """养老机构. `closed_on` decides from which day it no longer counts, `opened_on` from which day it does."""

    table: ClassVar[str] = "机构名册"
    table_aliases: ClassVar[tuple[str, ...]] = ("养老机构名册", "机构台账", "养老机构基本信息")
    key_field: ClassVar[str] = "code"

    code: Annotated[str, column("机构编码", "编码", "机构代码", "机构编号", width=12)]
    credit_code: Annotated[str | None, column("统一社会信用代码", "信用代码", "社会信用代码", width=22)] = (
        None
    )
    name: Annotated[str, column("机构名称", "养老机构名称", "名称", "养老院名称", width=26)]
    township: Annotated[
        str,
        column(
            "所属乡镇", "乡镇", "乡镇（街道）", "所在乡镇街道", "所属乡镇（街道）", "所属乡镇/街道", width=12
        ),
    ]
    ownership: Annotated[str, column("机构性质", "性质", "运营性质", "机构类型", choices=OWNERSHIP)]
    registration: Annotated[str | None, column("登记类型", "法人登记类型", width=14)] = None
    filed: Annotated[str, column("备案状态", "备案情况", "是否备案", choices=FILED)]
    filing_no: Annotated[str | None, column("备案编号", "备案号", width=18)] = None
    filing_date: Annotated[date | None, column("备案日期", "备案时间", width=12)] = None
    status: Annotated[str, column("运营状态", "状态", "营业状态", choices=STATUS)]
    opened_on: Annotated[date | None, column("开业日期", "开业时间", "投入使用日期", width=12)] = None
    closed_on: Annotated[
        date | None, column("关停日期", "关停时间", "注销日期", width=12, note="已关停的必填")
    ] = None
    operator: Annotated[str | None, column("运营方", "运营主体", "运营单位", width=24)] = None
    legal_person: Annotated[str | None, column("法定代表人", "法人", "法人代表")] = None
    head: Annotated[str | None, column("负责人", "院长", "机构负责人")] = None
    address: Annotated[str | None, column("地址", "详细地址", "机构地址", width=30)] = None
    phone: Annotated[str | None, column("电话", "联系电话", "机构电话", width=16)] = None
    beds: Annotated[int | None, column("床位数", "总床位", "核定床位", "床位", measure="张")] = None
    nursing_beds: Annotated[
        int | None, column("护理型床位数", "护理型床位", "其中护理型床位", measure="张")
    ] = None
    residents: Annotated[
        int | None, column("入住老人数", "入住人数", "在住老人", "入住老人", measure="人")
    ] = None
    poor_residents: Annotated[
        int | None, column("特困人员数", "其中特困人员", "特困老人数", measure="人")
    ] = None
    staff: Annotated[int | None, column("工作人员数", "职工人数", "从业人员", measure="人")] = None
    certified_carers: Annotated[
        int | None, column("持证护理员数", "持证护理员", "持证养老护理员", measure="人")
    ] = None
    building_area: Annotated[
        Decimal | None, column("建筑面积", "建筑面积（平方米）", "面积", measure="平方米")
    ] = None
    fire_acceptance: Annotated[str | None, column("消防审验", "消防验收情况", "消防手续", choices=FIRE)] = (
        None
    )
    medical: Annotated[str | None, column("医养结合", "医养结合方式", "医疗服务", choices=MEDICAL)] = None
    liability_insurance: Annotated[
        YesNo | None, column("责任保险", "是否投保责任险", "养老机构责任险", choices=YES_NO)
    ] = None
    meets_quality_standard: Annotated[
        YesNo | None,
        column(
            "符合服务质量基本规范",
            "是否符合服务质量基本规范",
            "符合《养老机构服务质量基本规范》",
            choices=YES_NO,
            width=14,
        ),
    ] = None
    meets_safety_standard: Annotated[
        YesNo | None,
        column(
            "符合服务安全基本规范",
            "是否符合服务安全基本规范",
            "符合《养老机构服务安全基本规范》",
            choices=YES_NO,
            width=14,
        ),
    ] = None
    epidemic_measures: Annotated[
        YesNo | None, column("落实疫情防控措施", "疫情防控措施", "是否落实疫情防控措施", choices=YES_NO)
    ] = None
    platform_entered: Annotated[
        YesNo | None, column("平台填报", "系统填报", "是否填报平台", "信息系统填报", choices=YES_NO)
    ] = None
    note: Annotated[str | None, column("备注", width=20)] = None
