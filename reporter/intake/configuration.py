"""campaign.yaml, filings.yaml and indicators.yaml become entries; every unknown key is named with its nearest."""

from __future__ import annotations

from typing import Any, TypeVar

from msgspec.structs import replace

from reporter.intake.problems import Code, Problem, error
from reporter.intake.tree import Tree
from reporter.records.entry import Entry, keys_at
from reporter.records.filing import Filing
from reporter.records.fitting import Misfit, Steps, Unfit
from reporter.records.indicators import IndicatorSet
from reporter.records.submission import Submission
from reporter.text import did_you_mean

E = TypeVar("E", bound=Entry)
_LIST_KEYS = {
    Filing: ("filings", "报送"),
    IndicatorSet: ("indicator_sets", "sets", "指标"),
    Submission: ("submissions", "报送"),
}
_MESSAGES = {
    "choice": ("不是可选的值", "只能写：{expected}"),
    "step": ("看不懂这一步", "写名称和提前的工作日数，如 会签3"),
    "date": ("这里要写日期", "写成 2026-11-10"),
    "int": ("这里要写整数", "例如 2026"),
    "bool": ("这里要写 true 或 false", "是写 true，否写 false"),
    "list": ("这里要写成清单", "每项一行，前面加“- ”；或写成 [甲, 乙]"),
    "mapping": ("这里要写成“键: 值”", "每个键一行，向右缩进"),
    "text": ("这里要写一段文字", "直接写文字；含冒号或 # 的请加引号"),
}
"""Kind of misfit → what is said about it and what to write."""


def entry(model: type[E], tree: Tree, steps: Steps = ()) -> tuple[E | None, list[Problem]]:
    """One entry from the part of a file below `steps`, and every problem in it. It is validated once a text."""
    if (model, steps) not in tree.entries:
        tree.entries[model, steps] = _validated(model, tree, steps)
    found, problems = tree.entries[model, steps]
    return found, list(problems)


def _validated(model: type[E], tree: Tree, steps: Steps) -> tuple[E | None, list[Problem]]:
    data = _without_empty(tree.value(steps))
    try:
        return model.of(data), []
    except Unfit as unfit:
        return None, [_problem(model, tree, steps, misfit) for misfit in unfit.misfits]


def entries(model: type[E], tree: Tree) -> tuple[tuple[E, ...], list[Problem]]:
    """The entries of a file that is a list, or holds one list below its known key."""
    found, problems = numbered(model, tree)
    return tuple(found.values()), problems


def numbered(model: type[E], tree: Tree) -> tuple[dict[int, E], list[Problem]]:
    """The same by their index in the file: a faulty entry is left out and must not shift the others' lines."""
    steps: Steps = ()
    if isinstance(tree.data, dict):
        known = [key for key in _LIST_KEYS[model] if key in tree.data]
        if not known:
            hint = f"最上面一行写“{_LIST_KEYS[model][0]}:”"
            return {}, [error(Code.YAML_MISSING, f"缺少“{_LIST_KEYS[model][0]}”清单", hint, tree.where(()))]
        steps = (known[0],)
        problems = _strangers(tree, known[0], _LIST_KEYS[model])
    else:
        problems = []
    items = tree.value(steps)
    if items is None:
        return {}, problems
    if not isinstance(items, list):
        hint = "每项一行，前面加“- ”"
        return {}, [*problems, error(Code.YAML_VALUE, "这里要写成清单", hint, tree.where(steps))]
    found: dict[int, E] = {}
    for index in range(len(items)):
        one, faults = entry(model, tree, (*steps, index))
        problems += faults
        if one is not None:
            found[index] = one
    return found, problems


def _strangers(tree: Tree, used: str, known: tuple[str, ...]) -> list[Problem]:
    return [
        error(
            Code.YAML_KEY_UNKNOWN, f"不认识的键“{key}”", did_you_mean(key, known[:1]), tree.where((key,)), key
        )
        for key in tree.data
        if key != used
    ]


def _without_empty(data: Any) -> Any:
    """Keys without a value, or with blanks for one, are as good as absent: the entry's default then applies."""
    if isinstance(data, dict):
        return {key: _without_empty(value) for key, value in data.items() if not _empty(value)}
    if isinstance(data, list):
        return [_without_empty(value) for value in data]
    return data


def _empty(value: Any) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def _problem(model: type[Entry], tree: Tree, steps: Steps, misfit: Misfit) -> Problem:
    path = misfit.path
    where = tree.where((*steps, *path))
    name = str(next((step for step in reversed(path) if isinstance(step, str)), ""))
    where = replace(where, column=name)
    if misfit.kind == "unknown":
        hint = did_you_mean(name, keys_at(model, path[:-1]))
        return error(Code.YAML_KEY_UNKNOWN, f"不认识的键“{name}”", hint, where, name)
    if misfit.kind == "missing":
        inside = tree.where((*steps, *path[:-1]))
        place = replace(inside, column=name)
        return error(Code.YAML_MISSING, f"缺少“{name}”", f"在这一项里补上“{name}: …”", place)
    value = tree.value((*steps, *path))
    if misfit.kind in _MESSAGES:
        message, hint = _MESSAGES[misfit.kind]
        named = f"“{name}”：{message}" if name else message
        return error(Code.YAML_VALUE, named, hint.format(expected="、".join(misfit.expected)), where, value)
    return error(Code.YAML_VALUE, f"“{name}”的内容不符合要求", "对照样例改正", where, value)
