"""`reporter new DIR`: a workspace to fill in, or the sample county."""

from __future__ import annotations

from pathlib import Path

import click

from reporter.cli.console import say, show, show_json
from reporter.cli.group import ReporterCommand
from reporter.cli.options import json_option

SCHEMA = "reporter/new-1"


@click.command(
    cls=ReporterCommand,
    short_help="新建工作文件夹（空白，或带样例）",
    help="新建一个工作文件夹：带表头和下拉选项的空白工作簿、设置文件、文字文件，以及可以双击的"
    "“检查数据”“生成文件”“打开结果”。已有的文件绝不覆盖。",
)
@click.argument("folder", metavar="新文件夹", type=click.Path(path_type=Path))
@click.option("--sample", is_flag=True, help="放入虚构的安和县样例，可以直接生成")
@json_option
def command(folder: Path, sample: bool, as_json: bool) -> int:
    from reporter.errors import InputError
    from reporter.intake.blank import write_blank_workspace

    try:
        written = write_blank_workspace(folder, sample)
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputError(f"文件夹写不进去：{reason}", "换一个有写入权限的位置", str(folder)) from error
    names = [path.relative_to(folder).as_posix() for path in written]
    if as_json:
        show_json(SCHEMA, {"folder": str(folder), "files": names})
        return 0
    for name in names:
        show(name)
    step = "数据已齐全" if sample else "先填 campaign.yaml 和各工作簿（表头在第2行，从第3行填起），再检查"
    say(f"已建好：{folder}（{len(names)}个文件）。{step}。")
    say(f"  检查数据：reporter validate {folder}")
    say(f"  生成文件：reporter build {folder}")
    return 0
