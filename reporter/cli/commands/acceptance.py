"""`reporter acceptance`: a sheet that shows in two minutes whether Word or WPS sets our files by the standard."""

from __future__ import annotations

from pathlib import Path

import click

from reporter.cli.console import say, show, show_json
from reporter.cli.group import ReporterCommand
from reporter.cli.options import folder_option, json_option
from reporter.errors import InputError

SCHEMA = "reporter/acceptance-1"
FILE = "版面验收单.docx"


@click.command(
    cls=ReporterCommand,
    short_help="生成版面验收单，在 Word 或 WPS 里核对版面",
    help="写出一页《版面验收单》：22行、每行28字、行末字已知，四周有毫米标线。"
    "用 Word 或 WPS 打开，两分钟就能看出本机排版是否符合国标版心。说明见 docs/acceptance.md。",
    epilog="reporter acceptance",
)
@folder_option("放在哪里（默认 outputs）")
@json_option
def command(out: Path, as_json: bool) -> int:
    from reporter.render.word.acceptance import acceptance_sheet

    path, data = out / FILE, acceptance_sheet()
    if path.exists() and path.read_bytes() != data:
        raise InputError("这里已有一份，可能填过了，没有覆盖", "换一个文件夹，或先把它移走", str(path))
    out.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    if as_json:
        show_json(SCHEMA, {"exit_code": 0, "written": str(path)})
    else:
        show(str(path))
    say("请用 Word 或 WPS 打开，照页眉的说明逐项核对。")
    return 0
