"""基本信息.xlsx: the fields of campaign.yaml as sheets, for clerks who prefer a workbook."""

from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import Path
from typing import Any

from reporter.intake import readers
from reporter.intake.problems import Code, Problem, Rejected, Where, warning
from reporter.intake.sheet import Raw, Sheet
from reporter.intake.tree import Steps, Tree
from reporter.intake.values import cleaned
from reporter.text import did_you_mean, key_of

FILE = "基本信息.xlsx"
_LISTS = re.compile(r"[、；;\n]+")

ITEMS = {
    "行动名称": "name",
    "年度": "years",
    "本单位编码": "unit",
    "主办单位": "lead",
    "发文单位": "issuers",
    "上级单位": "superior",
    "主送机关": "recipients",
    "抄送机关": "cc",
    "样稿": "sample",
    "主题": "slogan",
    "等级名称": "rating_label",
}
SHEETS: dict[str, tuple[str, dict[str, str]]] = {
    "单位": (
        "units",
        {"编码": "code", "名称": "name", "层级": "level", "上级编码": "parent", "别名": "aliases",
         "启用日期": "valid_from", "停用日期": "valid_to"},
    ),
    "部门": (
        "agencies",
        {"代号": "id", "全称": "full_name", "简称": "short_name", "单位编码": "unit", "系统": "system",
         "层级": "level", "别名": "aliases", "发文代字": "doc_code", "联合发文代字": "joint_doc_code",
         "签发人": "head", "印发机关": "office", "署名后缀": "seal_suffix"},
    ),
    "联系人": (
        "contacts",
        {"代号": "id", "部门": "agency", "姓名": "person", "电话": "phone", "传真": "fax", "邮箱": "email"},
    ),
    "任务": (
        "tasks",
        {"代号": "id", "标题": "title", "实施时间": "period", "实施部门": "departments", "内容": "text",
         "目标": "target", "隐患类别": "domain"},
    ),
    "阶段": ("stages", {"标题": "title", "期限": "deadline", "内容": "text"}),
    "上级文件": (
        "parent_documents",
        {"代号": "id", "标题": "title", "文号": "number", "发文机关": "issuer", "日期": "dated"},
    ),
    "报送要求": (
        "obligations",
        {"代号": "id", "报送单位": "sender", "接收单位": "receiver", "文种": "kind", "材料": "deliverable",
         "期间": "period", "截止日期": "due", "期限原文": "due_text", "方式": "medium", "内容": "contents"},
    ),
}  # fmt: skip
_GROUP = ("领导小组", {"职务": "role", "姓名": "person", "单位": "agency", "单位职务": "post"})
_MULTIPLE = frozenset(
    {"aliases", "departments", "medium", "contents", "years", "issuers", "recipients", "cc"}
)


def read(path: Path, problems: list[Problem]) -> Tree | None:
    """The workbook as the same tree that campaign.yaml gives, with cells for places; None when unreadable."""
    try:
        sheets = {key_of(sheet.name): sheet for sheet in readers.read(path, FILE)}
    except Rejected as rejected:
        problems.append(rejected.problem)
        return None
    tree = Tree(FILE, {}, {(): Where(FILE)})
    if key_of("基本信息") in sheets:
        _items(sheets[key_of("基本信息")], tree, problems)
    for title, (key, columns) in SHEETS.items():
        if key_of(title) in sheets:
            tree.data[key] = _rows(sheets[key_of(title)], columns, (key,), (tree, problems))
    title, columns = _GROUP
    if key_of(title) in sheets:
        members = _rows(sheets[key_of(title)], columns, ("rosters", 0, "members"), (tree, problems))
        tree.data["rosters"] = [{"id": "leading-group", "title": title, "members": members}]
    return tree


def _items(sheet: Sheet, tree: Tree, problems: list[Problem]) -> None:
    for number in range(1, len(sheet.rows) + 1):
        label = cleaned(sheet.value(number, 1))
        if not isinstance(label, str) or key_of(label) in {"项目", "基本信息"}:
            continue
        key = ITEMS.get(label)
        where = Where.of(sheet.cell(number, 2), label)
        if key is None:
            hint = did_you_mean(label, ITEMS)
            problems.append(
                warning(Code.COLUMN_UNKNOWN, f"不认识的项目“{label}”，没有读取", hint, where, label)
            )
            continue
        tree.places[(key,)] = where
        tree.data[key] = _content(sheet.value(number, 2), key)


def _rows(
    sheet: Sheet, columns: dict[str, str], steps: Steps, sink: tuple[Tree, list[Problem]]
) -> list[dict[str, Any]]:
    tree, problems = sink
    header = next((n for n in range(1, len(sheet.rows) + 1) if _known(sheet, n, columns) >= 2), 0)
    if not header:
        return []
    fields: dict[int, str] = {}
    for column in range(1, sheet.width + 1):
        label = cleaned(sheet.value(header, column))
        if isinstance(label, str) and label in columns:
            fields[column] = columns[label]
        elif label is not None and label != "序号":
            where = Where.of(sheet.cell(header, column), str(label))
            hint = did_you_mean(str(label), columns)
            problems.append(
                warning(Code.COLUMN_UNKNOWN, f"不认识的列“{label}”，没有读取", hint, where, label)
            )
    found: list[dict[str, Any]] = []
    for number in range(header + 1, len(sheet.rows) + 1):
        values = {name: _content(sheet.value(number, column), name) for column, name in fields.items()}
        if any(value is not None for value in values.values()):
            here = (*steps, len(found))
            tree.places[here] = Where.of(sheet.cell(number, min(fields)))
            for column, name in fields.items():
                tree.places[(*here, name)] = Where.of(sheet.cell(number, column))
            found.append(values)
    return found


def _known(sheet: Sheet, number: int, columns: dict[str, str]) -> int:
    return sum(1 for value in sheet.rows[number - 1] if isinstance(value, str) and value.strip() in columns)


def _content(raw: Raw, name: str) -> Any:
    """Cell content as YAML would give it: text, or a list of texts for fields that hold several."""
    value = cleaned(raw)
    if value is None:
        return None
    if isinstance(value, datetime):
        text = value.date().isoformat()
    elif isinstance(value, date):
        text = value.isoformat()
    elif isinstance(value, float):
        text = format(value, ".15g")
    else:
        text = str(value)
    if name == "sample":
        return {"是": "true", "否": "false"}.get(text, text)
    return [part.strip() for part in _LISTS.split(text) if part.strip()] if name in _MULTIPLE else text
