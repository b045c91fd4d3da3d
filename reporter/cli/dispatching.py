"""What issue, submit and archive share: the desk they work at, days, reasons."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from reporter.cli.console import say, show_json
from reporter.cli.failures import NOT_DONE
from reporter.cli.options import refuse_file
from reporter.cli.problems import by_file

if TYPE_CHECKING:
    from reporter.dispatch.desk import Desk
    from reporter.dispatch.reasons import Reason
    from reporter.intake.problems import ValidationFailed
    from reporter.records.filing import Filing


def desk_and_filing(filing: str, workspace: Path, out: Path) -> tuple[Desk, Filing]:
    """The workspace and the filing, in whichever order they were typed. Raises ValidationFailed, UnknownName."""
    from reporter.dispatch.desk import desk_of

    if not workspace.exists() and Path(filing).is_dir():
        filing, workspace = str(workspace), Path(filing)
    refuse_file(workspace)
    desk = desk_of(workspace, out)
    return desk, desk.filing(filing)


def failed_data(failed: ValidationFailed, schema: str, as_json: bool) -> int:
    """Nothing is done with data that are wrong: all errors, exit code 2."""
    errors = [problem for problem in failed.problems if problem.severity == "error"]
    for line in by_file(errors):
        say(line)
    say(f"数据有{len(errors)}处错误，先改好（reporter validate）。什么也没有写。")
    if as_json:
        show_json(schema, {"exit_code": NOT_DONE, "problems": [problem.as_dict() for problem in errors]})
    return NOT_DONE


def on_day(text: str | None) -> date:
    """The day of the record as typed, else today."""
    from reporter.dispatch.desk import day_of

    return day_of(text, "--on") if text else datetime.now().astimezone().date()


def reasons_told(what: str, reasons: Iterable[Reason]) -> None:
    """Every reason with what to do, and that nothing was written."""
    for one in reasons:
        say(one.message)
        if one.hint:
            say(f"  怎么办：{one.hint}")
    say(f"{what}，什么也没有写。")
