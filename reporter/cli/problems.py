"""Problems of the inputs as people read them: by file, in the order of the sheet, with what to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from reporter.cli.console import say, show_json
from reporter.cli.failures import NOT_DONE

if TYPE_CHECKING:
    from reporter.intake.problems import Problem, ValidationFailed

WORDS = {"error": "错误", "warning": "提醒", "info": "说明"}

_TOLD_EACH = 10
"""So many reminders of one kind are told one by one; of more, one, and the places of the others. Errors always."""


def by_file(problems: Iterable[Problem]) -> Iterator[str]:
    """All problems as lines, one block a file; files with errors come first, and in each of them its errors."""
    known = list(problems)
    faulty = {problem.where.file for problem in known if problem.severity == "error"}
    ordered = sorted(known, key=lambda problem: (problem.where.file not in faulty, problem.where.file))
    for file, group in groupby(ordered, key=lambda problem: problem.where.file):
        yield file
        block = list(group)
        for _, alike in groupby((one for one in block if one.severity == "error"), key=_kind):
            yield from _told(list(alike))
        for _, alike in groupby(sorted((one for one in block if one.severity != "error"), key=_kind), key=_kind):
            many = list(alike)
            yield from _folded(many) if len(many) > _TOLD_EACH else _told(many)
        yield ""


def failed_told(failed: ValidationFailed, so: str, schema: str, as_json: bool) -> int:
    """Nothing is done with data that are wrong: all errors, and what follows (`so`). Exit code 2."""
    errors = [problem for problem in failed.problems if problem.severity == "error"]
    for line in by_file(errors):
        say(line)
    say(f"数据有{len(errors)}处错误，{so}")
    if as_json:
        show_json(schema, {"exit_code": NOT_DONE, "problems": [problem.as_dict() for problem in errors]})
    return NOT_DONE


def _kind(problem: Problem) -> tuple[bool, str, str, str, str]:
    """Problems of one kind in one column: one cure told once is enough."""
    where = problem.where
    return problem.severity == "info", problem.code.value, where.sheet, where.column, problem.hint


def _told(alike: Sequence[Problem]) -> Iterator[str]:
    """Each problem with its place; what to do stands once, under the last."""
    for problem in alike:
        told = not problem.value or problem.value[:20] in problem.message
        now = "" if told else f"（现在是：{problem.value}）"
        yield f"{_head(problem, _spot(problem))}{problem.message}{now}"
        if problem.proposal:
            yield f"      建议值：{problem.proposal}"
    if alike[0].hint:
        yield f"      怎么办：{alike[0].hint}"


def _folded(alike: Sequence[Problem]) -> Iterator[str]:
    """Many reminders of one kind: one as an example, then where the others are."""
    first, *others = alike
    yield f"{_head(first, _spot(first))}{first.message}"
    spots = "、".join(_spot(problem) for problem in others)
    yield f"      同样的还有{len(others)}处：{spots}"
    if first.hint:
        yield f"      怎么办：{first.hint}"


def _head(problem: Problem, spot: str) -> str:
    where = problem.where
    column = f"“{where.column}”" if where.column else ""
    place = " › ".join(part for part in (where.sheet, spot, column) if part)
    return f"  [{WORDS[problem.severity]} {problem.code.value}] {place}{'：' if place else ''}"


def _spot(problem: Problem) -> str:
    return problem.where.cell or (f"第{problem.where.line}行" if problem.where.line else "")


def counted(problems: Sequence[Problem]) -> dict[str, int]:
    """`{"errors": 3, "warnings": 2, "infos": 0}`."""
    count = Counter(problem.severity for problem in problems)
    return {"errors": count["error"], "warnings": count["warning"], "infos": count["info"]}


def summary(problems: Sequence[Problem]) -> str:
    """`3处错误，2条提醒，1条说明`."""
    count = counted(problems)
    return f"{count['errors']}处错误，{count['warnings']}条提醒，{count['infos']}条说明"
