"""The rows of 其他数据: what no register of the bureau holds, and the earlier years of the campaign."""

from __future__ import annotations

from collections.abc import Mapping

Cells = dict[str, object]

_TRAINING = "县民政局养老服务股培训台账"
_MONEY = "县财政局、县民政局资金下达文件"
_SAFETY = "县应急管理局、县消防救援大队统计"
_YEARLY = "历年专项行动总结"
_REGISTER = "机构名册、检查记录汇总"

FIGURES: tuple[tuple[str, str, tuple[str, str, str, str], str, str], ...] = (
    # name, unit of measure, 2023 to 2026 ("" = the registers say), source, who supplied it
    ("培训场次", "场", ("9", "12", "14", "16"), _TRAINING, "李某"),
    ("培训人次", "人次", ("412", "566", "731", "868"), _TRAINING, "李某"),
    ("投入整改资金", "万元", ("186.40", "243.75", "298.20", "352.60"), _MONEY, "吴某某"),
    ("省级补助资金", "万元", ("80.00", "110.00", "120.00", "150.00"), _MONEY, "吴某某"),
    ("县级财政资金", "万元", ("60.00", "78.50", "96.00", "108.00"), _MONEY, "吴某某"),
    ("机构自筹资金", "万元", ("46.40", "55.25", "82.20", "94.60"), _MONEY, "吴某某"),
    ("安全事故起数", "起", ("2", "1", "1", "0"), _SAFETY, "冯某"),
    ("应急演练场次", "场", ("61", "74", "83", "91"), "各乡镇（街道）上报汇总", "李某"),
    ("宣传活动场次", "场", ("18", "24", "31", "36"), "各乡镇（街道）上报汇总", "李某"),
    ("制定制度个数", "项", ("3", "2", "4", "5"), "县民政局办公室发文登记", "李某"),
    ("机构数", "家", ("41", "42", "43", ""), _YEARLY, "王某某"),
    ("床位数", "张", ("2605", "2688", "2759", ""), _YEARLY, "王某某"),
    ("护理型床位", "张", ("1094", "1236", "1421", "nursing"), _YEARLY, "王某某"),
    ("排查隐患", "条", ("326", "287", "241", ""), _YEARLY, "王某某"),
    ("完成整改", "条", ("289", "262", "228", ""), _YEARLY, "王某某"),
    ("重大隐患", "条", ("23", "17", "13", ""), _YEARLY, "王某某"),
    ("检查机构次数", "家次", ("132", "147", "158", "called"), _YEARLY, "王某某"),
    ("等级评定机构数", "家", ("8", "17", "24", ""), _YEARLY, "王某某"),
    ("消防审验合格机构数", "家", ("31", "35", "39", ""), _YEARLY, "冯某"),
    ("符合质量规范机构数", "家", ("24", "30", "35", ""), _YEARLY, "王某某"),
    ("关停机构数", "家", ("2", "1", "1", ""), _YEARLY, "王某某"),
)


def figures(counted: Mapping[str, str]) -> list[Cells]:
    """One row a name and year; `counted` holds what was counted in the registers."""
    table: list[Cells] = []
    for name, measure, values, source, who in FIGURES:
        for year, value in zip(range(2023, 2027), values, strict=True):
            if not value:
                continue
            table.append({
                "指标名称": name,
                "数值": counted.get(value, value),
                "计量单位": measure,
                "年度": str(year),
                "填报单位": "安和县",
                "数据来源": _REGISTER if value in counted else source,
                "提供人": who,
                "备注": "含敬老院改造提升工程，大于隐患台账所列整改资金" if name == "投入整改资金" else None,
            })  # fmt: skip
    return table
