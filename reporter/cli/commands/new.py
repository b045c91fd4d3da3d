"""`reporter new DIR`: a workspace to fill in, or the sample county; `new --text F.md`: a commented text."""

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
    "“检查数据”“生成文件”“打开结果”。已有的文件绝不覆盖。"
    "只要一份公文，用 --text 新建一个带说明的文字文件，再用 reporter build 生成。",
    epilog="reporter new 平川县2026\n"
    "reporter new --text 通知.md",
)
@click.argument("folder", metavar="新文件夹", type=click.Path(path_type=Path), required=False)
@click.option("--text", metavar="文件.md", type=click.Path(path_type=Path), help="只新建一个带说明的文字文件")
@click.option("--sample", is_flag=True, help="放入虚构的安和县样例，可以直接生成")
@click.option("--yaml", "as_yaml", is_flag=True, help="基本信息写成 campaign.yaml，不用 基本信息.xlsx")
@json_option
def command(folder: Path | None, text: Path | None, as_json: bool, **flags: bool) -> int:
    from reporter.errors import InputError

    if (folder is None) == (text is None) or (text is not None and any(flags.values())):
        hint = "如 reporter new 安和县；只要一份公文用 reporter new --text 通知.md"
        raise InputError("写一个新文件夹的名称，或者只写 --text", hint)
    if text is not None:
        return _new_text(text, as_json)
    assert folder is not None
    return _new_folder(folder, flags["sample"], flags["as_yaml"], as_json)


def _new_text(path: Path, as_json: bool) -> int:
    from reporter.cli.newtext import write_text

    write_text(path)
    if as_json:
        show_json(SCHEMA, {"folder": str(path.parent), "files": [path.name]})
        return 0
    show(path.name)
    say(f"已建好：{path}。用记事本打开，照里面的说明改成自己的内容。")
    say(f"  生成公文：reporter build {path}")
    return 0


def _new_folder(folder: Path, sample: bool, as_yaml: bool, as_json: bool) -> int:
    from reporter.errors import InputError, system_reason
    from reporter.intake.blank import write_blank_workspace
    from reporter.intake.folder import BASICS, CAMPAIGN

    try:
        written = write_blank_workspace(folder, sample, as_yaml)
    except OSError as error:
        reason = system_reason(error)
        raise InputError(f"文件夹写不进去：{reason}", "换一个有写入权限的位置", str(folder)) from error
    names = [path.relative_to(folder).as_posix() for path in written]
    if as_json:
        show_json(SCHEMA, {"folder": str(folder), "files": names})
        return 0
    for name in names:
        show(name)
    basics = CAMPAIGN if as_yaml else BASICS
    step = "数据已齐全" if sample else f"先填{basics}和各工作簿（表头在第2行，从第3行填起），再检查"
    say(f"已建好：{folder}（{len(names)}个文件）。{step}。")
    say(f"  检查数据：reporter validate {folder}")
    say(f"  生成文件：reporter build {folder}")
    return 0
