"""`reporter due WS`: every obligation with its date, how it was found, and the faults of the chain."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reporter.cli.console import say, show, show_json, table
from reporter.cli.days import on_day
from reporter.cli.failures import LOOK
from reporter.cli.group import ReporterCommand
from reporter.cli.options import folder_option, json_option, refuse_file
from reporter.cli.problems import failed_told

if TYPE_CHECKING:
    from reporter.calendar.due import Agenda, Due, Known
    from reporter.calendar.workdays import Workdays
    from reporter.records.campaign import Campaign
    from reporter.records.workspace import Workspace

SCHEMA = "reporter/due-1"
_SEVERITY = {"error": "错误", "warning": "提醒"}


@click.command(
    cls=ReporterCommand,
    short_help="该报什么、何时报：期限、工作日和先后次序",
    help="按日期列出 campaign.yaml 里的全部报送要求：期限、还有几个工作日、从哪句话推算的，已经报送、接收还是退回，"
    "没有报的下一步是什么（收齐、初稿、会签、签发、用印、报送，倒排到哪一天）；"
    "并核对上下级期限的先后（至少留 5 个工作日汇总）。放假安排没有公布的年份写明暂定；"
    "新的放假通知用 reporter calendar add 加入。报送的情况来自 submit 的记录和工作文件夹里的“报送登记.yaml”。"
    "有逾期、退回的或次序有错时退出码是 1。",
    epilog="reporter due 平川县2026\n"
    "reporter due 平川县2026 --on 2026-11-05 --ics 期限.ics",
)
@click.argument("workspace", metavar="工作文件夹", type=click.Path(path_type=Path))
@click.option("--on", "on", metavar="日期", help="按哪一天算，例：2026-11-05（默认今天）")
@click.option("--ics", metavar="文件", type=click.Path(path_type=Path, dir_okay=False),
              help="把期限写成日历文件（iCalendar），导入手机、Outlook 等；再写一次就更新")  # fmt: skip
@folder_option("结果文件夹，从里面的记录看报送了没有")
@json_option
def command(workspace: Path, on: str | None, ics: Path | None, out: Path, as_json: bool) -> int:
    from reporter.calendar.due import agenda, timetable
    from reporter.calendar.notices import notices_in
    from reporter.calendar.workdays import Workdays
    from reporter.intake.problems import ValidationFailed
    from reporter.intake.register import NOTICES
    from reporter.intake.workspace import load_valid

    refuse_file(workspace)
    day = on_day(on)
    try:
        loaded, _ = load_valid(workspace)
        known = _known(loaded, out / loaded.name)
    except ValidationFailed as failed:
        return failed_told(failed, "没有列出期限。", SCHEMA, as_json)
    days = Workdays(notices_in(workspace / NOTICES))
    found = agenda(loaded.campaign, day, days, known)
    if ics is not None:
        _write_ics(ics, timetable(loaded.campaign, day, days, known), loaded, (day, days))
    code = 0 if found.clean else LOOK
    if as_json:
        show_json(SCHEMA, {"workspace": loaded.name, "on": day.isoformat(), "exit_code": code,
                           "obligations": [due.as_dict() for due in found.dues],
                           "chain": [one.as_dict() for one in found.breaks],
                           "notices": {notice.source: notice.year for notice in days.notices}})  # fmt: skip
    else:
        _tell(found, loaded.campaign)
    return code


def _known(workspace: Workspace, folder: Path) -> Known:
    """The registers of what was sent, the filings, and which of these have a draft in the output folder."""
    from reporter.calendar.due import Known
    from reporter.deliver.drafts import latest
    from reporter.deliver.issued import all_in_force
    from reporter.deliver.submissions import read_submissions
    from reporter.intake.register import read_register

    own = read_register(workspace.root, workspace.campaign)
    sent = sorted((*read_submissions(folder), *own), key=lambda one: one.on)
    drafted = (one.id for one in workspace.filings if latest(folder, one.id))
    issued = all_in_force(folder)  # what was issued is a 定稿, whatever filings.yaml still says
    filings = (issued[one.id].settings.on(one) if one.id in issued else one for one in workspace.filings)
    return Known(tuple(sent), tuple(filings), frozenset(drafted))


def _write_ics(path: Path, dues: Sequence[Due], workspace: Workspace, when: tuple[date, Workdays]) -> None:
    from reporter.calendar.ics import Setting, calendar_of
    from reporter.deliver.writing import write_changed

    names = _names(workspace.campaign)
    before = path.read_bytes() if path.exists() else b""
    write_changed(path, calendar_of(dues, Setting(workspace.name, when[0], names, when[1]), before))
    say(f"{len(dues)}个期限写进日历：{path}")


def _names(campaign: Campaign) -> dict[str, str]:
    """What senders and receivers are called, by code of the unit or id of the agency."""
    agencies = {agency.id: agency.short_name for agency in campaign.agencies}
    return agencies | {unit.code: unit.name for unit in campaign.units}


def _tell(found: Agenda, campaign: Campaign) -> None:
    from reporter.calendar.owed import STATES

    names = _names(campaign)
    if not found.dues:
        say("campaign.yaml 里没有写报送要求（obligations）。")
        return
    rows: list[tuple[str, ...]] = [("状态", "期限", "报送", "谁向谁", "原文", "下一步")]
    rows += [(STATES[due.state], due.working, _what(due), _who(due, names), due.obligation.due_text,
              _next(due, found.on, names)) for due in found.dues]  # fmt: skip
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


def _who(due: Due, names: Mapping[str, str]) -> str:
    given = due.obligation
    return f"{names.get(given.sender, given.sender)}→{names.get(given.receiver, given.receiver)}"


def _next(due: Due, on: date, names: Mapping[str, str]) -> str:
    """`会签，11月5日前` and where the filing stands; the units that a level still owes."""
    from reporter.calendar.owed import short_day

    if due.missing:
        return f"催报：{'、'.join(names.get(code, code) for code in due.missing)}"
    step = due.standing.next if due.standing else None
    if due.standing is None or step is None:
        return ""
    told = f"{step.name}，{short_day(step.day.date, on)}前" + ("（暂定）" if not step.day.certain else "")
    if step.day.date < on:
        told = f"{step.name}，应在{short_day(step.day.date, on)}前，已晚"
    return f"{told}（{due.standing.state or '还没有这份文件'}）"
