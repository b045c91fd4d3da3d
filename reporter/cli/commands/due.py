"""`reporter due WS`: every obligation with its date, how it was found, and the faults of the chain."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reporter.cli.console import say, show, show_json, table
from reporter.cli.failures import LOOK
from reporter.cli.group import ReporterCommand
from reporter.cli.options import json_option, refuse_file
from reporter.errors import InputError

if TYPE_CHECKING:
    from reporter.calendar.due import Agenda, Due
    from reporter.records.campaign import Campaign

SCHEMA = "reporter/due-1"
_SEVERITY = {"error": "错误", "warning": "提醒"}


@click.command(
    cls=ReporterCommand,
    short_help="该报什么、何时报：期限、工作日和先后次序",
    help="按日期列出 campaign.yaml 里的全部报送要求：期限、还有几个工作日、从哪句话推算的；"
    "并核对上下级期限的先后（至少留 5 个工作日汇总）。放假安排没有公布的年份写明暂定；"
    "新的放假通知写成 YAML 放进工作文件夹的 calendar 文件夹。有逾期的或次序有错时退出码是 1。",
)
@click.argument("workspace", metavar="工作文件夹", type=click.Path(path_type=Path))
@click.option("--on", "on", metavar="日期", help="按哪一天算，例：2026-11-05（默认今天）")
@json_option
def command(workspace: Path, on: str | None, as_json: bool) -> int:
    from reporter.calendar.due import agenda
    from reporter.calendar.notices import notices_in
    from reporter.calendar.workdays import Workdays
    from reporter.intake.workspace import load_valid

    refuse_file(workspace)
    day = _day(on)
    loaded, _ = load_valid(workspace)
    found = agenda(loaded.campaign, day, Workdays(notices_in(workspace / "calendar")))
    code = 0 if found.clean else LOOK
    if as_json:
        show_json(SCHEMA, {"workspace": loaded.name, "on": day.isoformat(), "exit_code": code,
                           "obligations": [due.as_dict() for due in found.dues],
                           "chain": [one.as_dict() for one in found.breaks]})  # fmt: skip
        return code
    _tell(found, loaded.campaign)
    return code


def _day(text: str | None) -> date:
    if text is None:
        return datetime.now().astimezone().date()
    from reporter.calendar.grammar import parse_deadline

    found = parse_deadline(text, year=None)
    if found.kind != "date" or found.resolved is None:
        raise InputError(f"看不懂日期“{text}”", "写成 2026-11-05", "--on")
    return found.resolved


def _tell(found: Agenda, campaign: Campaign) -> None:
    from reporter.calendar.due import STATES

    names = {unit.code: unit.name for unit in campaign.units}
    if not found.dues:
        say("campaign.yaml 里没有写报送要求（obligations）。")
        return
    rows: list[tuple[str, ...]] = [("状态", "期限", "报送", "谁向谁", "原文")]
    rows += [(STATES[due.state], due.working, _what(due), _who(due, names), due.obligation.due_text)
             for due in found.dues]  # fmt: skip
    for line in table(rows, indent=""):
        show(line)
    for due in found.dues:
        for note in due.notes:
            show(f"  {due.obligation.id}：{note}")
    for one in found.breaks:
        show(f"[{_SEVERITY[one.severity]} {one.code}] {one.message}（{'、'.join(one.ids)}）")
        show(f"      怎么办：{one.hint}")
    counts = {state: sum(due.state == state for due in found.dues) for state in STATES}
    told = "，".join(f"{STATES[state]}{count}项" for state, count in counts.items() if count)
    say(f"{found.on}：共{len(found.dues)}项，{told}。")


def _what(due: Due) -> str:
    return f"{due.obligation.deliverable}（{'、'.join(due.obligation.medium)}）"


def _who(due: Due, names: dict[str, str]) -> str:
    given = due.obligation
    return f"{names.get(given.sender, given.sender)}→{names.get(given.receiver, given.receiver)}"
