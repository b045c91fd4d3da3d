"""A small comparison written out by hand: what the outputs show does not depend on how it was found."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from reporter.diff.model import (
    Block,
    Cause,
    CellChange,
    CellText,
    Column,
    ColumnStep,
    Comparison,
    Edit,
    Figure,
    FigureChange,
    FormatChange,
    Material,
    Renumbering,
    Row,
    RowStep,
    Run,
    Step,
    Table,
    TableSteps,
    Unmoved,
)


def edits(*pieces: str) -> tuple[Edit, ...]:
    """`=same`, `-gone`, `+come` as edits."""
    found, old, new = [], 0, 0
    for piece in pieces:
        op, text = {"=": "equal", "-": "delete", "+": "insert"}[piece[0]], piece[1:]
        found.append(Edit(op, text, old, new))  # type: ignore[arg-type]
        old += len(text) if op != "insert" else 0
        new += len(text) if op != "delete" else 0
    return tuple(found)


def para(text: str, place: str, level: int = 0, number: str = "", **more: object) -> Block:
    role = f"heading{level}" if level else "body"
    return Block(role, (Run(text),), place=place, level=level, number=number, **more)  # type: ignore[arg-type]


def table(labels: Sequence[str], rows: Sequence[Sequence[str]], place: str = "表1") -> Block:
    return Block(
        "table",
        place=place,
        table=Table(
            tuple(Column(label, label) for label in labels),
            tuple(
                Row(tuple(CellText((Run(text),)) for text in row), key=row[1], number=at)
                for at, row in enumerate(rows, 2)
            ),
            head=(tuple(labels),),
            number=1,
        ),
    )


HEAD = ("序号", "隐患编号", "状态")
OLD_ROWS = [(str(n), f"AH-{n:03}", "已整改" if n > 1 else "整改中") for n in range(1, 9)]
NEW_ROWS = [
    ("1", "AH-001", "已整改"),
    *((str(n), f"AH-{n:03}", "已整改") for n in range(2, 8)),
    ("8", "AH-009", "整改中"),
]


_OLD = (
    para("关于隐患整改情况的报告", "标题", 0),
    para("总体情况", "正文第1段", 1, "一、"),
    para("全县养老机构共排查隐患36处，已整改30处。", "正文第2段"),
    para("县民政局牵头组织了检查。", "正文第3段"),
    para("下一步打算", "正文第4段", 1, "二、"),
    para("各乡镇要压实责任。", "正文第5段"),
    table(HEAD, OLD_ROWS),
    para("抄送：县应急管理局。", "版记第1行", part="版记"),
)
_NEW = (
    para("关于隐患整改情况的报告", "标题", 0),
    para("总体情况", "正文第1段", 1, "一、"),
    para("全县养老机构共排查隐患38处，已整改33处。", "正文第2段"),
    para("主要问题", "正文第3段", 1, "二、"),
    para("消防设施<老化>&失修。", "正文第4段"),
    para("下一步打算", "正文第5段", 1, "三、"),
    para("县民政局牵头组织了检查。", "正文第6段"),
    table(HEAD, NEW_ROWS),
    para("抄送：县应急管理局。", "版记第1行", part="版记"),
)
_TABLE = TableSteps(
    tuple(ColumnStep("same", n, n) for n in range(3)),
    (
        RowStep("edited", 0, 0, "AH-001", (CellChange(2, 2, edits("-整改中", "+已整改")),)),
        *(RowStep("same", n, n, f"AH-{n + 1:03}") for n in range(1, 7)),
        RowStep("deleted", 7, None, "AH-008"),
        RowStep("inserted", None, 7, "AH-009"),
    ),
    key_column="隐患编号",
)
_STEPS = (
    Step("same", 0, 0),
    Step("same", 1, 1, formats=(FormatChange("正文第1段", "首行缩进", "2字", "0字"),)),
    Step(
        "edited",
        2,
        2,
        edits("=全县养老机构共排查隐患", "-36处", "+38处", "=，已整改", "-30处", "+33处", "=。"),
    ),
    Step("moved_away", 3, 6),
    Step("inserted", None, 3),
    Step("inserted", None, 4),
    Step("same", 4, 5, renumbered=True),
    Step("moved", 3, 6),
    Step("deleted", 5, None),
    Step("edited", 6, 7, table=_TABLE),
    Step("same", 7, 8),
)
_FIGURES = (
    FigureChange(
        Figure("36处", Decimal(36), "处"),
        Figure("38处", Decimal(38), "处"),
        Decimal(2),
        Decimal(200) / 36,
        "处",
        "排查隐患",
        "正文第2段",
        2,
        "fact:hazards.found(unit=安和县)",
        (
            Cause(
                "fact:hazards.found(unit=安和县)",
                "发现隐患",
                "36",
                "38",
                "隐患台账中的行数",
                "隐患台账中的行数",
                rows_added=("AH-037", "AH-038"),
                cells=("隐患台账.xlsx 台账!C5",),
            ),
        ),
    ),
    FigureChange(
        Figure("30处", Decimal(30), "处"),
        Figure("33处", Decimal(33), "处"),
        Decimal(3),
        Decimal(10),
        "处",
        "已整改",
        "正文第2段",
        2,
    ),
)


def sample() -> Comparison:
    """Figures, wording, a move, a table with an edited, a new and a gone row, formats, renumbering."""
    title = "关于隐患整改情况的报告"
    return Comparison(
        Material("旧稿.docx", "docx", _OLD, title=title),
        Material("新稿.docx", "docx", _NEW, title=title),
        _STEPS,
        figures=_FIGURES,
        unmoved=(
            Unmoved(
                "36处", "排查隐患", "附件1第2段", "正文第2段", "36处", "38处", "正文已改为38处，这里没有改。"
            ),
        ),
        renumbered=(Renumbering("正文", "二、", "三、", 1),),
        formats=(FormatChange("页面", "上白边", "37 mm", "30 mm"),),
    )


def unchanged(count: int) -> Comparison:
    """As many equal paragraphs."""
    blocks = tuple(para(f"第{n}句话没有变。", f"正文第{n}段") for n in range(1, count + 1))
    side = Material("稿.docx", "docx", blocks)
    return Comparison(side, side, tuple(Step("same", n, n) for n in range(count)))
