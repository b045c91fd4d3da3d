"""`reporter measure FILE…`: the layout of finished files, required and measured."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reporter.cli.console import say, show, show_json, table
from reporter.cli.failures import LOOK
from reporter.cli.group import ReporterCommand
from reporter.cli.options import json_option
from reporter.errors import InputError, together

if TYPE_CHECKING:
    from reporter.check.measure.judge import Judged, Measurement

SCHEMA = "reporter/measure-1"


@click.command(
    cls=ReporterCommand,
    short_help="量版面：毫米、行数、字数，要求与实测",
    help="量任何 PDF 或 Word 文件的版面，逐项列出要求、实测和结论（合格、偏差、未测）。"
    "PDF 按印出来的字和线量；Word 文件只查设置，加 --render 时用 LibreOffice 排版后再量。"
    "有偏差时退出码是 1。",
    epilog="reporter measure 通知.pdf",
)
@click.argument("files", metavar="文件…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--render", is_flag=True, help="Word 文件用 LibreOffice 排版后再量")
@click.option("--strict", is_flag=True, help="满行要全部齐，不只是大多数")
@click.option("--brief", is_flag=True, help="每个文件一行，偏差才详列")
@json_option
def command(files: tuple[Path, ...], render: bool, strict: bool, brief: bool, as_json: bool) -> int:
    from reporter.check.measure.whole import measure

    found, refused = [], list[InputError]()
    for path in files:
        try:
            measurement = measure(path, render=render, strict=strict)
        except InputError as error:
            refused.append(InputError(error.message, error.hint, str(path)))
            continue
        found.append(measurement)
        if not as_json:
            for line in _lines(measurement, brief):
                show(line)
    if not found and (fault_of_all := together(refused)):
        raise fault_of_all
    for fault in refused:
        say(str(fault))
    code = LOOK if refused or any(measurement.deviations for measurement in found) else 0
    if as_json:
        faults = [{"file": fault.where, "message": fault.message, "hint": fault.hint} for fault in refused]
        files_told = [_data(measurement) for measurement in found]
        show_json(SCHEMA, {"exit_code": code, "files": files_told, "refused": faults})
    off = sum(len(measurement.deviations) for measurement in found)
    unread = f"，{len(refused)}个没有量" if refused else ""
    say(f"量了{len(found)}个文件{unread}：{f'{off}项有偏差' if off else '没有偏差'}。")
    return code


def _lines(measurement: Measurement, brief: bool) -> Iterator[str]:
    rows = measurement.deviations if brief else measurement.rows
    right = sum(row.verdict == "合格" for row in measurement.rows)
    yield f"{measurement.file}：{right}项合格，{len(measurement.deviations)}项偏差"
    if rows:
        head = ("结论", "项目", "要求", "实测", "依据")
        yield from table([head, *(_cells(row) for row in rows)])
    for row in rows:
        for fault in row.faults:
            page = f"第{fault.page}页" if fault.page else ""
            value = f"{fault.value:.{row.item.decimals}f} {row.item.unit}" if row.item.kind == "value" else ""
            yield "    " + "，".join(part for part in (row.item.name, page, value, fault.quote) if part)
    yield from (f"  {note}" for note in measurement.notes)
    yield ""


def _cells(row: Judged) -> tuple[str, ...]:
    return row.verdict, row.item.name, row.required, row.measured, row.item.clause


def _data(measurement: Measurement) -> dict[str, object]:
    return {
        "file": measurement.file,
        "deviations": len(measurement.deviations),
        "items": [row.as_dict() for row in measurement.rows],
        "notes": list(measurement.notes),
    }
