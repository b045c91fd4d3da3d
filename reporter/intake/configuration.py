"""campaign.yaml, filings.yaml and indicators.yaml become entries; every unknown key is named with its nearest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from reporter.intake.problems import Code, Problem, error
from reporter.intake.tree import Steps, Tree
from reporter.records.campaign import Campaign, Entry
from reporter.records.filing import Filing
from reporter.records.indicators import IndicatorSet
from reporter.text import did_you_mean

E = TypeVar("E", bound=Entry)
_LIST_KEYS = {Filing: ("filings", "报送"), IndicatorSet: ("indicator_sets", "sets", "指标")}
_MESSAGES = (
    ("literal_error", "不是可选的值", "只能写：{expected}"),
    ("date", "这里要写日期", "写成 2026-11-10"),
    ("int", "这里要写整数", "例如 2026"),
    ("bool", "这里要写 true 或 false", "是写 true，否写 false"),
    ("tuple", "这里要写成清单", "每项一行，前面加“- ”；或写成 [甲, 乙]"),
    ("dict", "这里要写成“键: 值”", "每个键一行，向右缩进"),
    ("model", "这里要写成“键: 值”", "每个键一行，向右缩进"),
    ("string", "这里要写一段文字", "直接写文字；含冒号或 # 的请加引号"),
)


def entry(model: type[E], tree: Tree, steps: Steps = ()) -> tuple[E | None, list[Problem]]:
    """One entry from the part of a file below `steps`, and every problem in it."""
    data = _without_empty(tree.value(steps))
    try:
        return model.model_validate(data), []
    except ValidationError as invalid:
        faults = [(fault["type"], tuple(fault["loc"]), fault.get("ctx", {})) for fault in invalid.errors()]
        return None, [_problem(model, tree, steps, fault) for fault in faults]


def entries(model: type[E], tree: Tree) -> tuple[tuple[E, ...], list[Problem]]:
    """The entries of a file that is a list, or holds one list below its known key."""
    steps: Steps = ()
    if isinstance(tree.data, dict):
        known = [key for key in _LIST_KEYS[model] if key in tree.data]
        if not known:
            hint = f"最上面一行写“{_LIST_KEYS[model][0]}:”"
            return (), [error(Code.YAML_MISSING, f"缺少“{_LIST_KEYS[model][0]}”清单", hint, tree.where(()))]
        steps = (known[0],)
        problems = _strangers(tree, known[0], _LIST_KEYS[model])
    else:
        problems = []
    items = tree.value(steps)
    if items is None:
        return (), problems
    if not isinstance(items, list):
        hint = "每项一行，前面加“- ”"
        return (), [*problems, error(Code.YAML_VALUE, "这里要写成清单", hint, tree.where(steps))]
    found: list[E] = []
    for index in range(len(items)):
        one, faults = entry(model, tree, (*steps, index))
        problems += faults
        found += [one] if one is not None else []
    return tuple(found), problems


def _strangers(tree: Tree, used: str, known: tuple[str, ...]) -> list[Problem]:
    return [
        error(
            Code.YAML_KEY_UNKNOWN, f"不认识的键“{key}”", did_you_mean(key, known[:1]), tree.where((key,)), key
        )
        for key in tree.data
        if key != used
    ]


def _without_empty(data: Any) -> Any:
    """Keys without a value are as good as absent: the entry's default then applies."""
    if isinstance(data, dict):
        return {key: _without_empty(value) for key, value in data.items() if value is not None}
    if isinstance(data, list):
        return [_without_empty(value) for value in data]
    return data


def _problem(
    model: type[Entry], tree: Tree, steps: Steps, fault: tuple[str, Steps, dict[str, Any]]
) -> Problem:
    kind, location, context = fault
    where = tree.where((*steps, *location))
    name = str(next((step for step in reversed(location) if isinstance(step, str)), ""))
    where = replace(where, column=name)
    if kind == "extra_forbidden":
        hint = did_you_mean(name, _keys_at(model, location[:-1]))
        return error(Code.YAML_KEY_UNKNOWN, f"不认识的键“{name}”", hint, where, name)
    if kind == "missing":
        inside = tree.where((*steps, *location[:-1]))
        place = replace(inside, column=name)
        return error(Code.YAML_MISSING, f"缺少“{name}”", f"在这一项里补上“{name}: …”", place)
    value = tree.value((*steps, *location))
    for start, message, hint in _MESSAGES:
        if kind.startswith(start):
            expected = (
                str(context.get("expected", "")).replace("'", "").replace(" or ", "、").replace(", ", "、")
            )
            return error(
                Code.YAML_VALUE, f"“{name}”：{message}", hint.format(expected=expected), where, value
            )
    return error(Code.YAML_VALUE, f"“{name}”的内容不符合要求", "对照样例改正", where, value)


def _keys_at(model: type[BaseModel], location: Steps) -> Iterable[str]:
    """The known keys of the entry at a location inside a model."""
    for step in location:
        if isinstance(step, int):
            continue
        field = model.model_fields.get(step)
        inner = _inner(field.annotation) if field else None
        if inner is None:
            return ()
        model = inner
    return model.model_fields


def _inner(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _inner(part))), None)


def campaign_references(campaign: Campaign, tree: Tree) -> list[Problem]:
    """Ids that must be unique and names that must exist inside campaign.yaml."""
    units = {unit.code for unit in campaign.units}
    agencies = {agency.id for agency in campaign.agencies}
    problems = [
        *_unique(tree, "units", [unit.code for unit in campaign.units], "code"),
        *_unique(tree, "agencies", [agency.id for agency in campaign.agencies], "id"),
        *_unique(tree, "tasks", [task.id for task in campaign.tasks], "id"),
        *_unique(tree, "rosters", [roster.id for roster in campaign.rosters], "id"),
        *_unique(tree, "contacts", [contact.id for contact in campaign.contacts], "id"),
        *_unique(tree, "obligations", [obligation.id for obligation in campaign.obligations], "id"),
    ]
    links: list[tuple[Steps, str | None, set[str]]] = [
        (("unit",), campaign.unit, units),
        (("lead",), campaign.lead, agencies),
        (("superior",), campaign.superior, agencies),
    ]
    links += [(("issuers", i), issuer, agencies) for i, issuer in enumerate(campaign.issuers)]
    links += [(("units", i, "parent"), unit.parent, units) for i, unit in enumerate(campaign.units)]
    links += [(("agencies", i, "unit"), agency.unit, units) for i, agency in enumerate(campaign.agencies)]
    senders = units | agencies | {"省", "市", "县", "乡镇", "机构"}
    for i, obligation in enumerate(campaign.obligations):
        links += [
            (("obligations", i, key), getattr(obligation, key), senders) for key in ("sender", "receiver")
        ]
    problems += [
        _dangling(tree, steps, name, known) for steps, name, known in links if name and name not in known
    ]
    if campaign.lead not in campaign.issuers:
        problems.append(
            error(
                Code.YAML_REFERENCE,
                "主办单位 lead 不在 issuers 里",
                "加到 issuers 第一个",
                tree.where(("lead",)),
            )
        )
    return problems + _circles(campaign, tree)


def filing_references(
    filings: tuple[Filing, ...], campaign: Campaign | None, sets: tuple[IndicatorSet, ...], tree: Tree
) -> list[Problem]:
    """Ids, units, contacts, indicator sets and attachments of filings.yaml."""
    steps: Steps = () if isinstance(tree.data, list) else (next(iter(tree.data or {"": None})),)
    ids = [filing.id for filing in filings]
    problems: list[Problem] = []
    links: list[tuple[Steps, str | None, set[str]]] = []
    for i, filing in enumerate(filings):
        here = (*steps, i)
        if filing.id in ids[:i]:
            message = f"“{filing.id}”写了两次"
            problems.append(
                error(Code.KEY_TWICE, message, "加 variant 区分，或删去一个", tree.where(here), filing.id)
            )
        attached = [a for a in filing.attachments or () if "@" in a]
        links += [((*here, "attachments"), name, set(ids)) for name in attached]
        if sets:
            links.append(((*here, "indicator_set"), filing.indicator_set, {one.id for one in sets}))
        if campaign is not None:
            links.append(((*here, "unit"), filing.unit, {unit.code for unit in campaign.units}))
            links.append(((*here, "contact"), filing.contact, {contact.id for contact in campaign.contacts}))
            agencies = {agency.id for agency in campaign.agencies}
            links += [((*here, "issuers"), issuer, agencies) for issuer in filing.issuers or ()]
    return problems + [
        _dangling(tree, place, name, known) for place, name, known in links if name and name not in known
    ]


def _dangling(tree: Tree, steps: Steps, name: str, known: set[str]) -> Problem:
    where = replace(tree.where(steps), column=str(next(s for s in reversed(steps) if isinstance(s, str))))
    return error(
        Code.YAML_REFERENCE, f"没有“{name}”", did_you_mean(name, known) or "先写好被引用的那一项", where, name
    )


def _unique(tree: Tree, key: str, names: list[str], inner: str) -> list[Problem]:
    return [
        error(
            Code.KEY_TWICE, f"{key} 里“{name}”写了两次", "改成不同的名字", tree.where((key, i, inner)), name
        )
        for i, name in enumerate(names)
        if name in names[:i]
    ]


def _circles(campaign: Campaign, tree: Tree) -> list[Problem]:
    parents = {unit.code: unit.parent for unit in campaign.units}
    problems = []
    for i, unit in enumerate(campaign.units):
        seen, code = set(), unit.parent
        while code and code not in seen and code != unit.code:
            seen.add(code)
            code = parents.get(code)
        if code == unit.code:
            message = f"单位“{unit.name}”的上级绕回了自己"
            problems.append(
                error(Code.YAML_REFERENCE, message, "改正 parent", tree.where(("units", i, "parent")))
            )
    return problems
