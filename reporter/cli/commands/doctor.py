"""`reporter doctor`: what works on this machine, what is missing, what to do."""

from __future__ import annotations

from pathlib import Path

import click

from reporter.cli.console import say, show, show_json
from reporter.cli.failures import LOOK
from reporter.cli.group import ReporterCommand
from reporter.cli.options import folder_option, json_option

SCHEMA = "reporter/doctor-1"


@click.command(
    cls=ReporterCommand,
    short_help="检查本机：字体、PDF 组件、写入权限",
    help="检查这台电脑：Python、排版字体和用字、PDF 组件、字体裁剪库、LibreOffice（可选）、写入权限；"
    "缺什么就说明怎么补。缺少必需的组件时退出码为 1。",
    epilog="reporter doctor",
)
@folder_option("准备放结果的文件夹（默认 outputs）")
@json_option
def command(out: Path, as_json: bool) -> int:
    from reporter.cli.diagnosis import diagnose

    checks = diagnose(out)
    missing = [check for check in checks if check.state == "missing" and check.needed]
    code = LOOK if missing else 0
    if as_json:
        show_json(SCHEMA, {"exit_code": code, "checks": [check.as_dict() for check in checks]})
        return code
    words = {"works": "正常", "missing": "缺少"}
    for check in checks:
        word = words[check.state] if check.needed or check.state == "works" else "未装"
        show(f"[{word}] {check.label}" + (f"：{check.detail}" if check.detail else ""))
        if check.cure:
            show(f"       怎么办：{check.cure}")
    say(f"缺{len(missing)}项必需的组件。" if missing else "可以使用。")
    return code
