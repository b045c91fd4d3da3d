"""报送登记.yaml: what the clerk herself notes of what was sent, received and returned; and where notices lie.

- 代号: county-summary
  状态: 已退回
  日期: 2026-11-09
  备注: 附件缺盖章
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from reporter.contents import has_file
from reporter.intake.configuration import numbered
from reporter.intake.problems import Code, Problem, Rejected, ValidationFailed, error, has_errors
from reporter.intake.readers import yaml
from reporter.records.campaign import Campaign
from reporter.records.fitting import Steps
from reporter.records.submission import SUBMISSION_KEYS, Submission
from reporter.text import did_you_mean, key_of

FILE = "报送登记.yaml"
NOTICES = "calendar"
"""Folder of a workspace with the notices on holidays that were added."""


def read_register(root: Path, campaign: Campaign) -> tuple[Submission, ...]:
    """The entries in the order of the file, none where there is no file; raises ValidationFailed with all problems."""
    if not has_file(root, FILE):
        return ()
    try:
        tree = yaml.read(root / FILE, FILE)
    except Rejected as rejected:
        raise ValidationFailed((rejected.problem,)) from None
    tree = replace(
        tree, data=_keyed(tree.data), places={_steps(at): spot for at, spot in tree.places.items()}
    )
    found, problems = numbered(Submission, tree)
    top = () if isinstance(tree.data, list) else tuple(tree.data)[:1]
    known = {"obligation": _obligations(campaign), "unit": _units(campaign)}
    entered: list[Submission] = []
    for index, one in found.items():
        coded = {}
        for key, codes in known.items():
            name = getattr(one, key)
            coded[key] = codes.get(key_of(name), name)
            if name and key_of(name) not in codes:
                hint = did_you_mean(name, codes) or "照基本信息.xlsx（或 campaign.yaml）里的报送要求、单位写"
                where = replace(tree.where((*top, index, key)), column=key)
                problems.append(error(Code.YAML_REFERENCE, f"没有“{name}”", hint, where, name))
        entered.append(one.changed(**coded))
    problems = [*tree.problems, *(_worded(one) for one in problems)]
    if has_errors(problems):
        raise ValidationFailed(tuple(problems))
    return tuple(entered)


def _units(campaign: Campaign) -> dict[str, str]:
    """Code, name and aliases of every unit, as they are compared → its code."""
    codes = {key_of(unit.code): unit.code for unit in campaign.units}
    for unit in campaign.units:
        for name in (unit.name, *unit.aliases):
            codes.setdefault(key_of(name), unit.code)
    return codes


def _obligations(campaign: Campaign) -> dict[str, str]:
    """The id of every obligation, and what is sent where only one is called so → the id."""
    codes = {key_of(one.id): one.id for one in campaign.obligations}
    called = Counter(key_of(one.deliverable) for one in campaign.obligations)
    for one in campaign.obligations:
        if called[key_of(one.deliverable)] == 1:
            codes.setdefault(key_of(one.deliverable), one.id)
    return codes


def _keyed(data: Any) -> Any:
    """The same with the names of keys that the records have."""
    if isinstance(data, dict):
        return {SUBMISSION_KEYS.get(key, key): _keyed(value) for key, value in data.items()}
    return [_keyed(value) for value in data] if isinstance(data, list) else data


def _steps(steps: Steps) -> Steps:
    return tuple(SUBMISSION_KEYS.get(step, step) if isinstance(step, str) else step for step in steps)


def _worded(problem: Problem) -> Problem:
    """The problem with the keys that clerks write."""
    message, hint = problem.message, problem.hint
    for label, key in SUBMISSION_KEYS.items():
        message = message.replace(f"“{key}”", f"“{label}”")
        hint = hint.replace(f"“{key}”", f"“{label}”").replace(f"“{key}: …”", f"“{label}: …”")
    labels = {key: label for label, key in SUBMISSION_KEYS.items()}
    column = labels.get(problem.where.column, problem.where.column)
    return replace(problem, message=message, hint=hint, where=replace(problem.where, column=column))
