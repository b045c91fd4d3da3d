"""What a build did, as lines for people, as data for programs and as an exit code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from reporter.cli.failures import LOOK

if TYPE_CHECKING:
    from reporter.check.finding import Finding
    from reporter.making import Made, Result

_MOST_BLANKS = 8
_OUTCOMES = {"written": "写出", "unchanged": "未变", "beside": "另存"}


def exit_code(result: Result, *, strict: bool) -> int:
    """0 clean; 1 with error findings, `strict` also with blanks, warnings and findings of any weight but 说明."""
    if not result.clean:
        return LOOK
    findings = [*result.findings, *(finding for made in result.made for finding in made.findings)]
    weighty = any(finding.severity != "info" for finding in findings)
    open_ends = any(made.blanks or made.warnings for made in result.made)
    doubts = any(problem.severity == "warning" for problem in result.problems)
    return LOOK if strict and (weighty or open_ends or doubts) else 0


def lines(result: Result, *, verbose: bool) -> Iterator[str]:
    """One block a filing, then what concerns the whole set and the data."""
    for number, made in enumerate(result.made, 1):
        yield f"{number}. {made.called}［{made.said_state}］"
        yield from _filing(made)
    yield from (f"各文件之间：{finding}" for finding in result.findings)
    doubts = [problem for problem in result.problems if problem.severity == "warning"]
    if verbose:
        yield from (str(problem) for problem in doubts)
    elif doubts:
        yield f"数据另有{len(doubts)}条提醒，用 reporter validate 查看。"


def _filing(made: Made) -> Iterator[str]:
    for outcome, word in _OUTCOMES.items():
        names = [one.path.name for one in made.written if one.outcome == outcome]
        yield from (f"   {word}：{name}" for name in names)
    if made.public is not None and not made.held:
        yield from (f"   公开版略去：{one}" for one in made.public.left_out)
    if made.blanks:
        yield f"   待填{len(made.blanks)}处，在这些地方补："
        yield from (f"     {line}" for line in _blanks(made))
    yield from (f"   提醒：{warning}" for warning in made.warnings)
    yield from (f"   发现：{finding}" for finding in made.findings)


def _blanks(made: Made) -> Iterator[str]:
    """A line for every place to fill in; the page of results names every blank."""
    for place, names in made.blanks_by_place.items():
        more = f"等{len(names)}处" if len(names) > _MOST_BLANKS else ""
        yield f"{place}：{'、'.join(names[:_MOST_BLANKS])}{more}"


def summary(result: Result) -> str:
    """The last line: how many files, how much is left to do, where to look."""
    files = sum(len(made.written) for made in result.made)
    blanks = sum(len(made.blanks) for made in result.made)
    warnings = sum(len(made.warnings) for made in result.made)
    count = _severities([*result.findings, *(finding for made in result.made for finding in made.findings)])
    held = sum(bool(made.held) for made in result.made)
    closed = f"，{held}份未公开" if held else ""
    return (
        f"{len(result.made)}份文稿，{files}个文件{closed}；{blanks}处空白待填，{warnings}条提醒，"
        f"核对{count}。结果在 {result.folder}（打开 结果.html）"
    )


def _severities(findings: Iterable[Finding]) -> str:
    found = [finding.severity for finding in findings]
    if not any(severity != "info" for severity in found):
        return "一致"
    return f"发现{found.count('error')}处错误、{found.count('warning')}处疑点"


def as_data(result: Result, code: int) -> dict[str, Any]:
    """The JSON shape `reporter/build-1`; paths are relative to `folder`."""
    return {
        "public": any(made.public is not None for made in result.made),
        "workspace": result.folder.name,
        "exit_code": code,
        "folder": str(result.folder),
        "filings": [_filing_data(made) for made in result.made],
        "findings": [finding.as_dict() for finding in result.findings],
        "problems": [problem.as_dict() for problem in result.problems],
        "copies": [],
    }


def _filing_data(made: Made) -> dict[str, Any]:
    files = {
        name: {"path": one.path.name, "sha256": one.sha256, "outcome": one.outcome}
        for name, one in zip(made.files, made.written, strict=True)
    }
    return {
        "id": made.filing.id,
        "kind": made.filing.kind,
        "title": made.title,
        "state": made.filing.state,
        "files": files,
        "blanks": list(made.blanks),
        "blank_places": made.blank_places,
        "warnings": list(made.warnings),
        "left_out": list(made.public.left_out) if made.public else [],
        "findings": [finding.as_dict() for finding in made.findings],
    }
