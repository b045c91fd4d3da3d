"""What issue, submit and archive share: the desk they work at, reasons."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reporter.cli.console import say, show_json
from reporter.cli.failures import NOT_DONE
from reporter.cli.options import refuse_file

if TYPE_CHECKING:
    from reporter.dispatch.desk import Desk
    from reporter.dispatch.reasons import Reason, Refused
    from reporter.records.filing import Filing

NOTHING_WRITTEN = "先改好（reporter validate）。什么也没有写。"


def desk_and_filing(filing: str, workspace: Path, out: Path) -> tuple[Desk, Filing]:
    """The workspace and the filing, in whichever order they were typed. Raises ValidationFailed, UnknownName."""
    from reporter.dispatch.desk import desk_of

    if not workspace.exists() and Path(filing).is_dir():
        filing, workspace = str(workspace), Path(filing)
    refuse_file(workspace)
    desk = desk_of(workspace, out)
    return desk, desk.filing(filing)


def refused_told(refused: Refused, what: str, schema: str, as_json: bool, **more: Any) -> int:
    """Every reason with what to do, and that nothing was written; `more` stands in the data too. Exit code 2."""
    reasons_told(what, refused.reasons)
    if as_json:
        reasons = [one.as_dict() for one in refused.reasons]
        show_json(schema, {"exit_code": NOT_DONE, **more, "reasons": reasons})
    return NOT_DONE


def reasons_told(what: str, reasons: Iterable[Reason]) -> None:
    """Every reason with what to do, and that nothing was written."""
    for one in reasons:
        say(one.message)
        if one.hint:
            say(f"  怎么办：{one.hint}")
    say(f"{what}，什么也没有写。")
