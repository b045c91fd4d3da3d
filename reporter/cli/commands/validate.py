"""`reporter validate WS`: steps 1 and 2, every problem at once."""

from __future__ import annotations

from pathlib import Path

import click

from reporter.cli.console import say, show, show_json
from reporter.cli.copies import clear_copies, write_copies
from reporter.cli.failures import LOOK
from reporter.cli.group import ReporterCommand
from reporter.cli.options import folder_option, json_option, refuse_file, refuse_inputs
from reporter.cli.problems import by_file, counted, summary

SCHEMA = "reporter/validate-1"


@click.command(
    cls=ReporterCommand,
    short_help="检查台账数据，列出全部问题",
    help="读取并校验工作文件夹里的全部数据，一次列出所有问题，每条都写明文件、工作表和单元格。"
    "有错误时，另写一份标了颜色和批注的副本；原表不改动。",
    epilog="reporter validate 平川县2026",
)
@click.argument("workspace", metavar="工作文件夹", type=click.Path(path_type=Path))
@folder_option("副本放在哪里（默认 outputs）")
@json_option
@click.option("--strict", is_flag=True, help="提醒也算问题（退出码 1）")
def command(workspace: Path, out: Path, as_json: bool, strict: bool) -> int:
    from reporter.facts.forms import load_checked
    from reporter.intake.problems import has_errors

    refuse_file(workspace)
    refuse_inputs(workspace, out)
    problems = load_checked(workspace).problems
    failed = has_errors(problems)
    count = counted(problems)
    if not as_json:
        for line in by_file(problems):
            show(line)
    copies = write_copies(workspace, problems, out) if failed else []
    if not failed:
        clear_copies(workspace, out)
    say(f"{workspace.resolve().name}：{summary(problems) if problems else '没有发现问题'}。")
    code = LOOK if failed or (strict and count["warnings"]) else 0
    if as_json:
        found = [problem.as_dict() for problem in problems]
        show_json(SCHEMA, {"workspace": workspace.resolve().name, "exit_code": code, **count,
                           "problems": found, "copies": copies})  # fmt: skip
    return code
