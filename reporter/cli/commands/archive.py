"""`reporter archive WS [--year 2026]`: what was issued in a year, gathered for the archive with its catalogue."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from reporter.cli.console import say, show, show_json
from reporter.cli.dispatching import NOTHING_WRITTEN
from reporter.cli.failures import LOOK
from reporter.cli.group import ReporterCommand
from reporter.cli.options import folder_option, json_option, refuse_file
from reporter.cli.problems import failed_told

if TYPE_CHECKING:
    from reporter.dispatch.archive import Year

SCHEMA = "reporter/archive-1"


@click.command(
    cls=ReporterCommand,
    short_help="归档：一年印发的文件收在一起，附目录",
    help="把印发的每份文件收成一件：盖章扫描件、PDF/A、发文稿纸、定稿、花脸稿（送审稿到定稿）、报送清单、依据文件，"
    "按年度放在“归档”文件夹，附《归档文件目录》（栏目照 DA/T 22—2015）和校验值。依据文件放在工作文件夹的“依据文件”里，"
    "文件名写文号或标题；某份文件另有要归档的（如签过字的发文稿纸），放“归档材料/文件代号”。缺的列出来，退出码是 1。",
    epilog="reporter archive 平川县2026 --year 2026",
)
@click.argument("workspace", metavar="[工作文件夹]", default=".", type=click.Path(path_type=Path))
@click.option("--year", metavar="年度", type=click.IntRange(1949, 2200), help="只归这一年的（默认各年都归）")
@click.option("--retention", metavar="期限", default="", help="保管期限：永久、30年或10年，印在目录上")
@click.option("--dry-run", is_flag=True, help="只看会收哪些、缺哪些，什么也不写")
@folder_option("结果文件夹，里面有印发和报送的存档（默认 outputs）")
@json_option
def command(
    workspace: Path, year: int | None, retention: str, dry_run: bool, out: Path, as_json: bool
) -> int:
    from reporter.dispatch.archive import archive, as_data, missing_of
    from reporter.dispatch.desk import desk_of
    from reporter.intake.problems import ValidationFailed

    refuse_file(workspace)
    try:
        desk = desk_of(workspace, out)
    except ValidationFailed as failed:
        return failed_told(failed, NOTHING_WRITTEN, SCHEMA, as_json)
    found = archive(desk, year or 0, retention, dry_run=dry_run)
    missing = list(missing_of(found))
    code = LOOK if missing else 0
    if as_json:
        show_json(SCHEMA, {"exit_code": code, "dry_run": dry_run, "years": [as_data(one) for one in found]})
    for one in () if as_json else found:
        _tell(one, dry_run=dry_run)
    if any(note.startswith("PDF/A") for one in found for piece in one.pieces for note in piece.notes):
        say("提醒：有的 PDF 不合 PDF/A，见上。")
    say("PDF/A 只查了标识、颜色配置和字体嵌入，没有用 veraPDF 验证。")
    return code


def _tell(year: Year, *, dry_run: bool) -> None:
    show(f"{year.year}年：{len(year.pieces)}件，在 {year.folder}{'（没有写）' if dry_run else ''}")
    for piece in year.pieces:
        slip = (
            f"：正本{piece.pages - piece.slip_pages}页、发文稿纸{piece.slip_pages}页"
            if piece.slip_pages
            else ""
        )
        show(f"{piece.folder}（{piece.pages}页{slip}）")
        for name in sorted(piece.files):
            show(f"  {name}")
        for what in piece.missing:
            show(f"  缺：{what}")
        for note in piece.notes:
            show(f"  {note}")
    for written in year.written:
        if written.note:
            say(f"提醒：{written.note}")
