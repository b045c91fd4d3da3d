"""The rows of 机构名册, 等级评定 and 检查记录."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from random import Random

from anhe_maker.identity import credit_code, person, phone
from anhe_maker.places import BELOW_STANDARD, NO_FIRE_PAPERS, SUSPENDED, TOWNS, UNFILED, Home
from anhe_maker.story import AS_OF, ASSESSOR, CITY, COUNTY, JOINT, KNOWN, Inspection

Cells = dict[str, object]

INSPECTORS = {
    COUNTY: "李某、王某某", CITY: "钱某、孙某某", ASSESSOR: "示例甲、示例乙",
    JOINT: "李某、郑某某、冯某、陈某、卫某某",
}  # fmt: skip
REGISTRATION = {
    "公建公营": ("12", "事业单位"),
    "敬老院": ("12", "事业单位"),
    "公建民营": ("52", "民办非企业单位"),
    "民办": ("52", "民办非企业单位"),
}
TOWN_AS_TYPED = {6: "城关", 17: "河口镇人民政府", 28: "白鹭"}
"""Homes whose town was typed by another name."""
NOT_INSURED = (12, 34, 40, 44, 46)
NOT_ON_PLATFORM = (12, 38, 46)
NO_DOCTOR = (11, 12, 31, 44, 46)
OWN_CLINIC = (1, 2, 6, 8, 25)


def institutions(homes: tuple[Home, ...], rng: Random) -> list[Cells]:
    """46 rows in the order of the towns."""
    return [_institution(home, rng) for home in homes]


def _institution(home: Home, rng: Random) -> Cells:
    kind, registration = REGISTRATION[home.ownership]
    if home.ownership == "民办" and home.number % 3 == 0:
        kind, registration = "91", "企业"
    unfiled = home.name in UNFILED
    status = "在营" if home.name not in SUSPENDED else "暂停运营"
    if home.closed:
        status = "已关停"
    filed_on = max(home.opened + timedelta(days=9), date(2019, 6, 3) + timedelta(days=home.number))
    return {
        "机构编码": home.code,
        "统一社会信用代码": None if unfiled else credit_code(kind, 600 + home.number * 13),
        "机构名称": home.name,
        "所属乡镇（街道）": TOWN_AS_TYPED.get(home.number, home.town),
        "机构性质": home.ownership,
        "登记类型": None if unfiled else registration,
        "备案状态": "未备案" if unfiled else "已备案",
        "备案编号": None if unfiled else f"安养备{filed_on.year}{home.number:03d}",
        "备案日期": None if unfiled else filed_on,
        "运营状态": status,
        "开业时间": home.opened,
        "关停时间": home.closed,
        "运营方": _operator(home),
        "法定代表人": person(home.number + 60),
        "院长": person(home.number),
        "详细地址": f"安和县{home.town}示例路{home.number * 3}号",
        "联系电话": phone(home.number * 11),
        **_figures(home, rng),
        **_compliance(home),
        "备注": _remark(home),
    }


def _operator(home: Home) -> str:
    if home.ownership == "公建民营":
        return f"示例养老服务{'甲乙丙丁'[home.number % 4]}公司"
    return f"{home.town}人民政府" if home.ownership == "敬老院" else home.name


def _figures(home: Home, rng: Random) -> Cells:
    gone = (home.closed is not None and home.closed <= KNOWN) or home.opened > AS_OF or home.name in SUSPENDED
    public = home.ownership in {"公建公营", "公建民营", "敬老院"}
    residents = 0 if gone else home.beds * rng.randint(46, 82) // 100
    poor = {"敬老院": 88, "公建公营": 40, "公建民营": 12}.get(home.ownership, 0) * residents // 100
    staff = max(4, home.beds // 6 + rng.randint(0, 3))
    return {
        "床位数": home.beds,
        "其中护理型床位": home.beds * (rng.randint(52, 78) if public else rng.randint(40, 66)) // 100,
        "入住老人数": residents,
        "其中特困人员": poor,
        "工作人员数": 0 if gone and home.closed else staff,
        "持证护理员": 0 if gone and home.closed else staff * rng.randint(35, 60) // 100,
        "建筑面积（平方米）": Decimal(home.beds * rng.randint(270, 410)).scaleb(-1),
    }


def _compliance(home: Home) -> Cells:
    n = home.number
    unsafe = home.name in BELOW_STANDARD | NO_FIRE_PAPERS or n in (23, 32)
    papers = "未办理" if home.name in NO_FIRE_PAPERS else "已备案" if n % 3 == 0 else "已验收"
    return {
        "消防审验": papers,
        "医养结合": "内设" if n in OWN_CLINIC else "无" if n in NO_DOCTOR else "签约",
        "是否投保责任险": "否" if n in NOT_INSURED else "是",
        "是否符合服务质量基本规范": "否" if home.name in BELOW_STANDARD else "是",
        "是否符合服务安全基本规范": "否" if unsafe else "是",
        "是否落实疫情防控措施": "不涉及" if home.name in SUSPENDED else "是",
        "平台填报": "否" if n in NOT_ON_PLATFORM else "是",
    }


def _remark(home: Home) -> str | None:
    if home.name in UNFILED:
        return "已督促补办备案"
    if home.name in SUSPENDED:
        return "2026年7月起停业改造，老人转至双塘镇敬老院"
    return "老人已全部转移安置" if home.closed else None


def ratings(homes: tuple[Home, ...]) -> list[Cells]:
    """One row a rating: one home has two, one rating has expired, one comes after the as-of date."""
    levels = {
        "四级": (1,),
        "三级": (2, 4, 6, 8, 25),
        "二级": (3, 7, 9, 10, 13, 17, 28, 33),
        "一级": (5, 14, 15, 18, 21, 22, 26, 30, 32, 34, 36, 37, 39, 41, 43),
    }
    table = []
    for level, numbers in levels.items():
        for number in numbers:
            rated = date(2024 + number % 2, 3 + number % 8, 5 + number % 20)
            table.append(_rating(homes[number - 1], level, rated))
    table.append(_rating(homes[20], "二级", date(2026, 7, 15), "晋级，原一级评定尚在有效期内"))
    table.append(_rating(homes[18], "一级", date(2023, 6, 1), "已到期，正在申请复评"))
    table.append(_rating(homes[44], "一级", date(2026, 11, 3)))
    table.sort(key=lambda cells: str(cells["评定日期"]) + str(cells["养老机构名称"]))
    counts: dict[int, int] = {}
    for cells in table:
        year = int(str(cells["评定日期"])[:4])
        counts[year] = counts.get(year, 0) + 1
        cells["证书编号"] = f"AHPD-{year}-{counts[year]:03d}"
    return table


def _rating(home: Home, level: str, rated: date, note: str | None = None) -> Cells:
    body = {"四级": "临澜市养老机构等级评定委员会"}.get(level, "安和县养老机构等级评定委员会")
    until = date(rated.year + 3, rated.month, rated.day) - timedelta(days=1)
    return {
        "证书编号": "", "养老机构名称": home.code if home.number in {26, 33} else home.name,
        "评定等级": level, "评定单位": body, "评定日期": rated, "有效期": until, "备注": note,
    }  # fmt: skip


def visits(plan: list[Inspection]) -> list[Cells]:
    """One row a visit; homes are listed by name, some by code, with the separators clerks use."""
    return [_visit(visit, i) for i, visit in enumerate(plan)]


def _visit(visit: Inspection, place: int) -> Cells:
    names = [home.code if place % 9 == 5 else home.name for home in visit.homes]
    return {
        "检查编号": visit.code,
        "检查日期": visit.day,
        "检查类型": visit.kind,
        "检查单位": visit.unit,
        "检查人员": INSPECTORS[visit.unit],
        "检查人次": visit.people,
        "受检机构": ("、", "；", "\n")[place % 3].join(names),
        "发现问题数": visit.findings,
        "问题摘要": "问题已列入隐患台账" if visit.findings else "未发现新问题",
        "备注": "第三方消防安全评估" if visit.unit == ASSESSOR else None,
    }


def answers() -> tuple[list[Cells], list[Cells]]:
    """Sheets 指标填报 and 覆盖: what only a person knows, and one derived answer overruled."""
    table: list[Cells] = []
    own = {
        "X01": ("是", "安民联发〔2026〕12号"),
        "X04": ("是", "《安和县特困人员供养服务设施（敬老院）改造提升三年行动计划》"),
        "X05": ("是", "《安和县养老机构消防安全达标工程实施方案》"),
        "X09.总结": ("是", "总结报告随本次一并报送"),
        "S01": ("是", "安民联发〔2026〕12号"),
        "S04": ("是", "县敬老院改造提升工程实施方案"),
        "S05": ("是", "《安和县养老机构消防安全达标工程实施方案》"),
    }
    for code, (value, basis) in own.items():
        table.append(_answer(code, "安和县", value, basis, "李某"))
    for i, town in enumerate(TOWNS):
        home = "不涉及" if town in {"城关街道", "新桥街道"} else "是"
        for code, value in (("X01", "是"), ("X04", home), ("X05", "否" if i == 10 else "是")):
            basis = "辖区无敬老院" if value == "不涉及" else f"{town}上报材料"
            table.append(_answer(code, town, value, basis, person(400 + i)))
    overruled: Cells = {
        "编码": "X09.平台", "原值": "否", "新值": "是",
        "理由": "3家机构已于10月30日补录平台数据，名册尚未更新", "姓名": "王某某",
        "日期": date(2026, 11, 4), "单位": "安和县", "期间": "2026",
    }  # fmt: skip
    return table, [overruled]


def _answer(code: str, unit: str, value: str, basis: str, who: str) -> Cells:
    return {"编码": code, "单位": unit, "期间": "2026", "答复": value, "依据": basis, "填报人": who}
