"""`reporter calendar add FILE`: a new year's notice on holidays, kept in the workspace."""

from __future__ import annotations

from pathlib import Path

import click

from reporter.cli.console import say, show_json
from reporter.cli.group import ReporterCommand, Subgroup
from reporter.cli.options import json_option, refuse_file
from reporter.errors import InputError

SCHEMA = "reporter/calendar-1"


@click.group(
    cls=Subgroup,
    short_help="放假安排：加入新一年的放假通知",
    help="国务院办公厅每年公布的放假安排决定工作日怎么算。程序自带已公布的年份；"
    "新的通知写成 YAML，用 add 加入工作文件夹。",
)
def command() -> None:
    pass


@command.command(
    "add",
    cls=ReporterCommand,
    short_help="加入一年的放假通知",
    help="核对一份放假通知，放进工作文件夹的 calendar 文件夹，"
    "列出因此变动的期限。文件可以是从政府网站复制的通知原文（.txt），也可以是 YAML（年份、来源、文号、放假、上班）。"
    "同名而内容不同的文件不覆盖，除非加 --force。",
    epilog="reporter calendar add 放假通知.txt 平川县2026",
)
@click.argument("file", metavar="文件", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.argument("workspace", metavar="[工作文件夹]", default=".", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="覆盖同名的文件")
@json_option
def add_command(file: Path, workspace: Path, force: bool, as_json: bool) -> int:
    from reporter.calendar.notices import parse_notice
    from reporter.deliver.writing import write_changed
    from reporter.intake.folder import is_workspace

    refuse_file(workspace)
    if not workspace.is_dir():
        raise InputError("没有这个工作文件夹", "核对路径；新建请用 reporter new", str(workspace))
    if not is_workspace(workspace):
        hint = "写上工作文件夹：reporter calendar add 文件 工作文件夹"
        raise InputError("这里不是工作文件夹，没有基本信息.xlsx 或 campaign.yaml", hint, str(workspace))
    content = _content(file)
    notice = parse_notice(content.decode("utf-8-sig"), file.name)
    target = workspace / "calendar" / f"{file.stem}.yaml"
    before = _deadlines(workspace)
    if target.exists() and target.read_bytes() != content and not force:
        raise InputError(
            "已有同名的放假通知，内容不同", "核对以后加 --force 覆盖，或换一个文件名", str(target)
        )
    write_changed(target, content)
    after = _deadlines(workspace)
    moved = {name: [old, after[name]] for name, old in before.items() if after.get(name, old) != old}
    if as_json:
        show_json(SCHEMA, {"year": notice.year, "source": notice.source, "number": notice.number,
                           "days_off": len(notice.days_off), "working": len(notice.working),
                           "file": str(target), "moved": moved})  # fmt: skip
    say(
        f"{notice.year}年：放假{len(notice.days_off)}天，调休上班{len(notice.working)}天（{notice.source}）。"
    )
    say(f"  {target}")
    for name, (old, new) in moved.items():
        say(f"  {name}：{old} → {new}")
    return 0


def _content(file: Path) -> bytes:
    """The file as YAML: as it is, or read out of the notice's own words in a text file of any encoding."""
    from reporter.artefacts.source import load
    from reporter.calendar.notices import read_notice
    from reporter.calendar.noticetext import yaml_of

    content = load(file)
    if file.suffix.lower() != ".txt":
        read_notice(file)
        return content
    try:
        return yaml_of(content.decode("utf-8-sig"), file.name).encode()
    except UnicodeDecodeError:
        pass
    try:
        return yaml_of(content.decode("gb18030"), file.name).encode()
    except UnicodeDecodeError:
        raise InputError("看不懂文件的编码", "用记事本另存为 UTF-8", str(file)) from None


def _deadlines(workspace: Path) -> dict[str, str]:
    """Deliverable and period → the day, with 暂定 and its range, as far as the workspace can be read."""
    from reporter.calendar.notices import notices_in
    from reporter.calendar.owed import occasions
    from reporter.calendar.workdays import Workdays
    from reporter.intake.register import NOTICES
    from reporter.intake.workspace import load

    loaded = load(workspace).workspace
    if loaded is None:
        return {}
    days, years = Workdays(notices_in(workspace / NOTICES)), loaded.campaign.years
    return {
        f"{given.deliverable}（{one.period}）": str(one.day)
        for given in loaded.campaign.obligations
        for one in occasions(given, years, days)
    }
