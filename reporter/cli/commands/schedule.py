"""`reporter schedule cron|systemd|windows WS`: a ready entry that runs the bundle every day."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from reporter.cli.console import say, show, show_json
from reporter.cli.group import ReporterCommand
from reporter.cli.options import folder_option, json_option
from reporter.errors import InputError, UnknownName

SCHEMA = "reporter/schedule-1"


def _kind(_context: click.Context, _parameter: click.Parameter, kind: str) -> str:
    """Asked before the workspace is missed: who leaves out the kind has given the workspace in its place."""
    from reporter.deliver.schedules import KINDS
    from reporter.text import nearest

    if kind not in KINDS:
        near = nearest(kind, KINDS)
        hint = f"是不是“{near}”？" if near else f"先写{'、'.join(KINDS)}中的一种，再写工作文件夹"
        raise UnknownName(f"没有“{kind}”这种定时任务", hint)
    return kind


@click.command(
    cls=ReporterCommand,
    short_help="定时任务：每天自动生成到期的文件",
    help="给出一份现成的定时任务，每天运行一次 reporter bundle：cron、systemd（Linux），windows（任务计划程序）。"
    "程序自己不常驻；关机错过的，开机或登录后补做；重复运行没有害处。默认只显示，加 --write 写成文件。",
    epilog="reporter schedule windows 平川县2026 --at 07:30",
)
@click.argument("kind", metavar="cron|systemd|windows", callback=_kind)
@click.argument("target", metavar="工作文件夹或清单文件", type=click.Path(path_type=Path))
@click.option("--at", metavar="时间", default="07:30", help="每天几点，例：07:30")
@click.option("--due-by", "due_by", metavar="期限", default="",
              help="做到什么时候到期的，例：本月、5个工作日内（默认：逾期的和7天内到期的）")  # fmt: skip
@click.option("--write", metavar="文件夹", type=click.Path(path_type=Path, file_okay=False),
              help="把定时任务写成文件，放在这里")  # fmt: skip
@folder_option("生成的文件放在哪里（默认 outputs）")
@json_option
def command(kind: str, target: Path, write: Path | None, out: Path, as_json: bool, **when: str) -> int:
    from reporter.calendar.horizon import horizon
    from reporter.calendar.workdays import ANNOUNCED
    from reporter.deliver.schedules import Call, schedule
    from reporter.deliver.writing import write_changed

    if not target.exists():
        raise InputError("没有这个工作文件夹或清单文件", "核对路径", str(target))
    if when["due_by"]:
        horizon(when["due_by"], date.today(), ANNOUNCED)  # noqa: DTZ011 - only whether it can be understood
    here = Path.cwd()
    made = schedule(kind, Call(_program(), target.resolve(), (here / out).resolve(), here, **when))
    files = {entry.name: str(write / entry.name) if write else "" for entry in made.entries}
    for entry in made.entries:
        if write:
            write_changed(write / entry.name, entry.data)
            say(f"  {files[entry.name]}")
        elif not as_json:
            if len(made.entries) > 1:
                show(f"# {entry.name}")
            show(entry.text)
    if as_json:
        show_json(SCHEMA, {"kind": kind, "then": list(made.then),
                           "entries": [{"name": one.name, "file": files[one.name], "text": one.text}
                                       for one in made.entries]})  # fmt: skip
    for line in made.then:
        say(line)
    return 0


def _program() -> tuple[str, ...]:
    """How this program is called from anywhere: the command beside the interpreter, else the interpreter with us."""
    for name in ("reporter", "reporter.exe"):
        beside = Path(sys.executable).with_name(name)
        if beside.is_file():
            return (str(beside),)
    return (sys.executable, "-m", "reporter")
