"""Puts the story into the six workbooks."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from random import Random

from anhe_maker.archive import save
from anhe_maker.figures import figures
from anhe_maker.ledger import Row, cells, rows
from anhe_maker.places import TOWNS, Home, homes
from anhe_maker.register import INSPECTORS, Cells, answers, institutions, ratings, visits
from anhe_maker.sheets import Sheet, write
from anhe_maker.story import AS_OF, Inspection, found, inspections
from openpyxl import Workbook

SEED = 20261031
_UNIT = "填报单位：安和县民政局（盖章）        填报时间：2026年11月6日"
_WIDE = {
    "机构名称": 26.0,
    "问题描述": 40.0,
    "整改措施": 40.0,
    "受检机构": 60.0,
    "详细地址": 30.0,
    "序号": 6.0,
}


@dataclass(frozen=True)
class County:
    """Everything the workbooks say."""

    homes: tuple[Home, ...]
    visits: list[Inspection]
    ledger: list[Row]
    register: list[Cells]


def county(ledger_rows: int = 190) -> County:
    """The sample county with a ledger of so many rows; the same number gives the same county."""
    rng = Random(SEED)
    all_homes = homes()
    register = institutions(all_homes, rng)
    plan = inspections(all_homes, ledger_rows)
    hazards = found(all_homes, plan, ledger_rows, rng)
    return County(all_homes, plan, rows(hazards, rng), register)


def counted(data: County) -> dict[str, str]:
    """Figures that the clerk took from the registers by hand, as of the as-of date."""
    pairs = zip(data.homes, data.register, strict=True)
    nursing = sum(int(str(row["其中护理型床位"])) for home, row in pairs if home.exists(AS_OF))
    called = sum(len(visit.homes) for visit in data.visits if visit.day <= AS_OF)
    return {"nursing": str(nursing), "called": str(called)}


def make(folder: Path, ledger_rows: int = 190) -> None:
    """Writes all workbooks into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    data = county(ledger_rows)
    typed, overruled = answers()
    books = {
        "机构名册.xlsx": [_register(data)],
        "隐患台账.xlsx": [_ledger(data)],
        "等级评定.xlsx": [_plain("等级评定", "安和县养老机构等级评定情况", ratings(data.homes))],
        "检查记录.xlsx": [_plain("检查记录", "安和县养老机构检查记录", visits(data.visits))],
        "其他数据.xlsx": [_plain("其他数据", "专项行动其他数据", figures(counted(data)))],
        "指标填报.xlsx": [
            _plain("指标填报", "通报要点指标填报", typed),
            _plain("覆盖", "指标覆盖登记", overruled),
        ],
    }
    for name, sheets in books.items():
        book = Workbook()
        book.remove(book.worksheets[0])
        for sheet in sheets:
            write(book, sheet)
        save(book, folder / name)


def _register(data: County) -> Sheet:
    return Sheet(
        name="机构名册",
        title="安和县养老机构名册",
        subtitle=_UNIT,
        rows=data.register,
        notes=(
            "说明：1.本表包括2026年内曾运营的全部养老机构；2.床位数为核定床位；3.未备案机构单独督促。",
            "填表人：李某　　审核人：王某某",
        ),
        labels={
            "统一社会信用代码": "统一社会\n信用代码",
            "所属乡镇（街道）": "所属乡镇\n（街道）",
            "建筑面积（平方米）": "建筑面积\n（平方米）",
        },
        widths={**_WIDE, "统一社会\n信用代码": 22.0},
        hands=lambda index, cells: TOWNS.index(data.homes[index].town),
    )


def _ledger(data: County) -> Sheet:
    by_home = sorted(data.ledger, key=lambda row: (row.found.home.number, row.found.code))
    town_of = {home.name: home.town for home in data.homes}
    return Sheet(
        name="隐患台账",
        title="安和县养老机构风险隐患排查整治工作台账",
        subtitle=_UNIT,
        rows=[cells(row, INSPECTORS) for row in by_home],
        notes=(
            "说明：1.一条隐患一行，编号不得重复；2.销号以销号日期为准；3.重大隐患须填判定情形。",
            "填表人：李某　　审核人：王某某　　联系电话：0000-6600011",
        ),
        labels={
            "养老机构名称": "养老机构\n名称",
            "整改时限": "整改\n时限",
            "整改完成时间": "整改完成\n时间",
            "整改资金（万元）": "整改资金\n（万元）",
        },
        merge="养老机构名称",
        helper="辅助列",
        widths={**_WIDE, "养老机构\n名称": 26.0},
        hands=lambda index, cells: TOWNS.index(town_of[str(cells["养老机构名称"])]),
    )


def _plain(name: str, title: str, table: list[Cells]) -> Sheet:
    return Sheet(
        name=name,
        title=title,
        subtitle=_UNIT,
        rows=table,
        notes=("说明：本表由县民政局养老服务股维护。",),
        widths=_WIDE,
    )
