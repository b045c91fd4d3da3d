"""What filings.yaml and indicators.yaml say about periods, days, numbers and codes must be possible."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from reporter.contents import has_folder
from reporter.errors import InputError
from reporter.intake.kindtexts import names
from reporter.intake.problems import Code, Problem, Where, error, warning
from reporter.intake.tree import Tree
from reporter.patterns import regex
from reporter.records.base import Record
from reporter.records.figure import Answer, OtherFigure, Override
from reporter.records.filing import Filing
from reporter.records.fitting import Steps
from reporter.records.indicators import IndicatorSet
from reporter.records.period import Period, parse_period
from reporter.text import did_you_mean, half_width, key_of

_NO_NUMBER = regex(r"无|不编号|none", re.IGNORECASE)
_DATED: tuple[type[Record], ...] = (OtherFigure, Answer, Override)


def check_filings(filings: Mapping[int, Filing], tree: Tree, steps: Steps) -> list[Problem]:
    """`steps` leads to the list of filings in `tree`, the keys of `filings` into it."""
    problems: list[Problem] = []
    for i, filing in filings.items():
        here = (*steps, i)
        period = _period(filing.period)
        if period is None:
            problems.append(_odd_period(filing.period, tree.where((*here, "period"))))
        problems += [
            problem
            for check in (_days(filing, period), _number(filing), _attached(filing))
            for problem in _placed(check, tree, here)
        ]
    return problems + _rings(filings, tree, steps)


def check_sets(sets: tuple[IndicatorSet, ...], tree: Tree) -> list[Problem]:
    """Ids of forms, codes of their rows and of the parts of a row, each once."""
    named = [("指标表", "", [one.id for one in sets])]
    for one in sets:
        named.append(("指标", f"“{one.id}”里", [row.code for row in one.indicators]))
        named += [("部分", f"“{row.code}”里", [part.code for part in row.parts]) for row in one.indicators]
    return [
        error(Code.KEY_TWICE, f"{inside}{what}“{name}”写了两次", "改成不同的编码", tree.where(()), name)
        for what, inside, names in named
        for name in dict.fromkeys(names)
        if names.count(name) > 1
    ]


def written_sets(tree: Tree | None) -> set[str]:
    """Ids of all forms as they are written, those with a fault included."""
    data = tree.data if tree else None
    lists = list(data.values()) if isinstance(data, dict) else [data]
    items = [item for one in lists if isinstance(one, list) for item in one]
    return {str(item["id"]) for item in items if isinstance(item, dict) and item.get("id")}


def check_kinds(filings: Mapping[int, Filing], tree: Tree, root: Path) -> list[Problem]:
    """Kinds that neither come with the program nor stand in the workspace's templates/text."""
    kinds = {*_shipped(), *_own(root)}
    steps: Steps = () if isinstance(tree.data, list) else (next(iter(tree.data or {"": None})),)
    problems = []
    for i, filing in filings.items():
        if filing.kind in kinds:
            continue
        called = [kind for kind, name in names(root).items() if key_of(name) == key_of(filing.kind)]
        hint = f"“{filing.kind}”写成 {called[0]}" if called else did_you_mean(filing.kind, kinds)
        message = f"没有“{filing.kind}”这种文稿"
        problems.append(
            error(Code.YAML_REFERENCE, message, hint, tree.where((*steps, i, "kind")), filing.kind)
        )
    return problems


def check_texts(texts: Iterable[str], filings: tuple[Filing, ...]) -> list[Problem]:
    """Texts in a folder that no kind is called after are never printed. `texts` are paths below texts/."""
    kinds = {filing.kind for filing in filings}
    kinds |= _shipped() if kinds else set()
    strangers = sorted({name.partition("/")[0] for name in texts if "/" in name} - kinds) if kinds else []
    return [
        warning(
            Code.FILE_UNUSED, "没有一份文稿用到这里的文字", did_you_mean(name, kinds), Where(f"texts/{name}")
        )
        for name in strangers
    ]


def _own(root: Path) -> frozenset[str]:
    """The kinds of a workspace."""
    templates = root / "templates"
    there = has_folder(root, "templates") and has_folder(templates, "text")
    return _stems(templates / "text") if there else frozenset()


@cache
def _shipped() -> frozenset[str]:
    """The kinds that come with the program."""
    return _stems(files("reporter.templates") / "text")


def _stems(folder: Traversable) -> frozenset[str]:
    return frozenset(one.name.removesuffix(".md") for one in folder.iterdir())


def check_periods(records: Iterable[Record]) -> list[Problem]:
    """Supplied figures and answers of a period that nothing can ever ask for would be left out without a word."""
    problems = []
    for record in records:
        text = getattr(record, "period", None) if isinstance(record, _DATED) else None
        cell = record.cells.get("period")
        if text and cell is not None and _period(text) is None:
            problems.append(_odd_period(text, Where.of(cell, record.columns()["period"].label)))
    return problems


def _period(text: str) -> Period | None:
    try:
        return parse_period(text)
    except InputError:
        return None


def _odd_period(text: str, where: Where) -> Problem:
    hint = "可写 2026、2026H1、2026Q3、2026-09 或 2023-2026"
    return error(Code.PERIOD, f"看不懂期间“{text}”", hint, where, text)


Found = Iterator[tuple[str, Problem]]
"""The key of a filing and what is wrong there; the place is filled in by `_placed`."""


def _placed(found: Found, tree: Tree, here: Steps) -> Iterator[Problem]:
    for key, problem in found:
        yield Problem(
            problem.code,
            problem.severity,
            problem.message,
            problem.hint,
            tree.where((*here, key)),
            problem.value,
        )


def _days(filing: Filing, period: Period | None) -> Found:
    """Nothing is reported before it was counted, or printed before it was signed."""
    nowhere = Where("")
    if filing.as_of and filing.doc_date and filing.as_of > filing.doc_date:
        message = f"截至日期 {filing.as_of} 晚于成文日期 {filing.doc_date}"
        yield "as_of", error(Code.DATE_ORDER, message, "核对 as_of 和 doc_date", nowhere, filing.as_of)
    if filing.doc_date and filing.print_date and filing.print_date < filing.doc_date:
        message = f"印发日期 {filing.print_date} 早于成文日期 {filing.doc_date}"
        yield "print_date", error(Code.DATE_ORDER, message, "核对两个日期", nowhere, filing.print_date)
    if filing.as_of and period and filing.as_of < period.start:
        message = f"截至日期 {filing.as_of} 早于期间 {period.label}，本期的数据都不会计入"
        yield "as_of", warning(Code.DATE_ORDER, message, "核对 as_of", nowhere, filing.as_of)


def _number(filing: Filing) -> Found:
    given = half_width(filing.number or "").strip()
    if given and not given.isdigit() and "号" not in given and not _NO_NUMBER.fullmatch(given):
        hint = "只写顺序号，如 12；或写全，如 安民发〔2026〕12号"
        yield (
            "number",
            error(Code.YAML_VALUE, f"看不懂发文字号“{filing.number}”", hint, Where(""), filing.number),
        )


def _attached(filing: Filing) -> Found:
    attached = tuple(one.title for one in filing.attachments or ())
    for key, listed in (("attachments", attached), ("issuers", filing.issuers)):
        for name in dict.fromkeys(listed or ()):
            if (listed or ()).count(name) > 1:
                yield key, error(Code.KEY_TWICE, f"{key} 里“{name}”写了两次", "只留一个", Where(""), name)


def _rings(filings: Mapping[int, Filing], tree: Tree, steps: Steps) -> list[Problem]:
    """Filings that carry each other would never end."""
    carried = {filing.id: filing.carried for filing in filings.values()}
    problems = []
    for i, filing in filings.items():
        waiting, seen = list(carried[filing.id]), set[str]()
        while waiting:
            name = waiting.pop()
            if name not in seen:
                seen.add(name)
                waiting += carried.get(name, ())
        if filing.id in seen:
            message = f"“{filing.id}”的附件里又有它自己"
            where = tree.where((*steps, i, "attachments"))
            problems.append(error(Code.YAML_REFERENCE, message, "改 attachments", where, filing.id))
    return problems
