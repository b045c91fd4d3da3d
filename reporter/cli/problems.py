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


def by_file(problems: Iterable[Problem]) -> Iterator[str]:
    """All problems as lines, one block a file; files with errors come first."""
    known = list(problems)
    faulty = {problem.where.file for problem in known if problem.severity == "error"}
    ordered = sorted(known, key=lambda problem: (problem.where.file not in faulty, problem.where.file))
    for file, group in groupby(ordered, key=lambda problem: problem.where.file):
        yield file
        for problem in group:
            yield from _lines(problem)
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


def _lines(problem: Problem) -> Iterator[str]:
    where = problem.where
    line = f"第{where.line}行" if where.line else ""
    column = f"“{where.column}”" if where.column else ""
    place = " › ".join(part for part in (where.sheet, where.cell or line, column) if part)
    told = not problem.value or problem.value[:20] in problem.message
    now = "" if told else f"（现在是：{problem.value}）"
    head = f"  [{WORDS[problem.severity]} {problem.code.value}] {place}"
    yield f"{head}{'：' if place else ''}{problem.message}{now}"
    if problem.hint:
        yield f"      怎么办：{problem.hint}"
    if problem.proposal:
        yield f"      建议值：{problem.proposal}"


def counted(problems: Sequence[Problem]) -> dict[str, int]:
    """`{"errors": 3, "warnings": 2, "infos": 0}`."""
    count = Counter(problem.severity for problem in problems)
    return {"errors": count["error"], "warnings": count["warning"], "infos": count["info"]}


def summary(problems: Sequence[Problem]) -> str:
    """`3处错误，2条提醒，1条说明`."""
    count = counted(problems)
    return f"{count['errors']}处错误，{count['warnings']}条提醒，{count['infos']}条说明"
