"""Names inside the configuration files: ids that must be unique, references that must lead somewhere."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec.structs import replace

from reporter.intake.plausible import check_filings
from reporter.intake.problems import Code, Problem, error
from reporter.intake.tree import Tree
from reporter.records.campaign import Campaign
from reporter.records.filing import Filing
from reporter.records.fitting import Steps
from reporter.text import did_you_mean, key_of


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
        *_unique(tree, "issuers", list(campaign.issuers), ""),
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
    if campaign.lead in agencies and campaign.lead not in campaign.issuers:
        problems.append(
            error(
                Code.YAML_REFERENCE,
                "主办单位 lead 不在 issuers 里",
                "加到 issuers 第一个",
                tree.where(("lead",)),
            )
        )
    problems += _declaration(campaign, tree)
    return problems + _circles(campaign, tree) + _shared_names(campaign, tree) + _due_order(campaign, tree)


def _declaration(campaign: Campaign, tree: Tree) -> list[Problem]:
    """A system is not declared classified by a mere yes: somebody did it on some day."""
    if not campaign.classified_system or campaign.may_classify:
        return []
    hint = "写上 classified_by（谁声明的）和 classified_on（哪天，如 2026-03-01）；不是涉密系统就删去"
    message = "声明了涉密系统，没有写谁在何时声明"
    return [error(Code.YAML_REFERENCE, message, hint, tree.where(("classified_system",)))]


def filing_references(
    filings: Mapping[int, Filing], campaign: Campaign | None, sets: set[str], tree: Tree
) -> list[Problem]:
    """Ids, units, contacts, indicator sets and attachments of filings.yaml.

    `filings` are those without a fault by their index in the file; `sets` the ids of all forms that are written down.
    """
    steps: Steps = () if isinstance(tree.data, list) else (next(iter(tree.data or {"": None})),)
    known_ids = {filing.id for filing in filings.values()} | _written_ids(tree.value(steps))
    ids: set[str] = set()
    problems: list[Problem] = []
    links: list[tuple[Steps, str | None, set[str]]] = []
    units = {unit.code for unit in campaign.units} if campaign else set()
    contacts = {contact.id for contact in campaign.contacts} if campaign else set()
    agencies = {agency.id for agency in campaign.agencies} if campaign else set()
    for i, filing in filings.items():
        here = (*steps, i)
        if filing.id in ids:
            message = f"“{filing.id}”写了两次"
            problems.append(
                error(Code.KEY_TWICE, message, "加 variant 区分，或删去一个", tree.where(here), filing.id)
            )
        ids.add(filing.id)
        links += [((*here, "attachments"), name, known_ids) for name in filing.carried]
        links.append(((*here, "indicator_set"), filing.indicator_set, sets))
        if campaign is not None:
            links.append(((*here, "unit"), filing.unit, units))
            links.append(((*here, "contact"), filing.contact, contacts))
            links += [((*here, "issuers"), issuer, agencies) for issuer in filing.issuers or ()]
    problems += check_filings(filings, tree, steps)
    return problems + [
        _dangling(tree, place, name, known) for place, name, known in links if name and name not in known
    ]


def _written_ids(items: Any) -> set[str]:
    """Ids of all filings as they are written: one with a fault of its own is there all the same."""
    ids = set()
    for item in items if isinstance(items, list) else ():
        if isinstance(item, dict) and item.get("kind") and item.get("period"):
            ids.add(
                f"{item['kind']}@{item['period']}" + (f"+{item['variant']}" if item.get("variant") else "")
            )
    return ids


def _dangling(tree: Tree, steps: Steps, name: str, known: set[str]) -> Problem:
    where = replace(tree.where(steps), column=str(next(s for s in reversed(steps) if isinstance(s, str))))
    return error(
        Code.YAML_REFERENCE, f"没有“{name}”", did_you_mean(name, known) or "先写好被引用的那一项", where, name
    )


def _unique(tree: Tree, key: str, names: list[str], inner: str) -> list[Problem]:
    problems, known = [], set[str]()
    for i, name in enumerate(names):
        if name in known:
            message, place = f"{key} 里“{name}”写了两次", tree.where((key, i, inner))
            problems.append(error(Code.KEY_TWICE, message, "改成不同的名字", place, name))
        known.add(name)
    return problems


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


def _shared_names(campaign: Campaign, tree: Tree) -> list[Problem]:
    """A name or alias of two units would let a row fall to the wrong one."""
    owners: dict[str, str] = {}
    problems = []
    for i, unit in enumerate(campaign.units):
        for name in dict.fromkeys((unit.name, *unit.aliases)):
            owner = owners.setdefault(key_of(name), unit.code)
            if owner != unit.code:
                message = f"“{name}”同时是两个单位（{owner} 和 {unit.code}）的名称或别名"
                where = tree.where(("units", i))
                problems.append(error(Code.KEY_TWICE, message, "改成不会混淆的名称", where, name))
    return problems


def _due_order(campaign: Campaign, tree: Tree) -> list[Problem]:
    """R14: what a lower level owes must be due before what the receiver passes on."""
    levels = {unit.code: unit.level for unit in campaign.units}
    problems = []
    for i, lower in enumerate(campaign.obligations):
        for upper in campaign.obligations:
            same = (lower.kind, lower.period) == (upper.kind, upper.period) and lower is not upper
            chained = lower.receiver in (upper.sender, levels.get(upper.sender))
            if same and chained and lower.due and upper.due and lower.due >= upper.due:
                message = (
                    f"下级报送期限 {lower.due} 不早于本级向上报送的期限 {upper.due}（{upper.deliverable}）"
                )
                hint = "给下级定一个更早的日期，留出汇总的时间"
                problems.append(
                    error(Code.DUE_ORDER, message, hint, tree.where(("obligations", i, "due")), lower.due)
                )
    return problems
