"""`reporter pull EDITED.docx WS`: hand edits go back into the clerk's texts, after confirmation."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from reporter.cli.console import say, show, show_json
from reporter.cli.failures import LOOK
from reporter.cli.group import ReporterCommand
from reporter.cli.options import folder_option, json_option

if TYPE_CHECKING:
    from reporter.pull.model import Proposal, Pulled


@click.command(
    cls=ReporterCommand,
    short_help="把 Word 里手改的文字取回工作文件夹，逐条确认后才写",
    help="把在 Word 或 WPS 里手改过的文稿，和生成它的那一稿、工作文件夹现在的文字三方比较，"
    "列出每处改动应当写到哪个文件哪一行。文字确认后写回 texts 里的 .md 文件（原文留在旁边）；"
    "数字、台账和填报的答复从不写，只说明要改哪个单元格；两边都改过的地方只列出，不写。"
    "不在终端里运行、又没有 --yes 时什么也不写。没有改动是 0，还有要看的是 1。",
    epilog="reporter pull 改过的总结.docx 平川县2026",
)
@click.argument("file", metavar="改过的.docx", type=click.Path(path_type=Path))
@click.argument("workspace", metavar="工作文件夹", type=click.Path(path_type=Path))
@click.option("--yes", is_flag=True, help="不问，把确定的都写回")
@click.option("--write", "numbers", metavar="编号,…", default="", help="不问，只写列表里这几条，如 1,3")
@click.option("--dry-run", is_flag=True, help="只列出，不问也不写")
@folder_option("结果文件夹，里面有以前各稿（默认 outputs）")
@json_option
def command(file: Path, workspace: Path, yes: bool, numbers: str, dry_run: bool, **where: object) -> int:
    from reporter.cli.pulllines import pulled_data, pulled_lines
    from reporter.pull.model import SCHEMA
    from reporter.pull.pulling import pull, write

    out, as_json = Path(str(where["out"])), bool(where["as_json"])
    pulled = pull(file, workspace, out)
    if not as_json:
        for line in pulled_lines(pulled):
            show(line)
    chosen = [] if dry_run else _chosen(pulled, yes, numbers, ask=not as_json)
    written = write(pulled, chosen) if chosen else []
    code = _code(pulled, chosen)
    if as_json:
        show_json(SCHEMA, {"exit_code": code, **pulled_data(pulled, chosen, written)})
    _say(pulled, chosen, written, workspace)
    return code


def _chosen(pulled: Pulled, yes: bool, numbers: str, *, ask: bool) -> list[Proposal]:
    """What is written: what the user named, all that is certain, or what a person at the terminal agrees to."""
    from reporter.cli.pulllines import asked, named

    if numbers:
        return named(pulled, numbers)
    if yes:
        return [one for one in pulled.proposals if one.status == "ready"]
    return asked(pulled) if ask else []


def _code(pulled: Pulled, chosen: list[Proposal]) -> int:
    """1 while something is left to look at."""
    left = [one for one in pulled.proposals if one.status != "done" and one not in chosen]
    return LOOK if left else 0


def _say(pulled: Pulled, chosen: list[Proposal], written: list[Path], workspace: Path) -> None:
    from reporter.pull.pulling import KEPT

    if written:
        names = "、".join(str(path.relative_to(pulled.root.resolve())) for path in written)
        say(
            f"已写回{len(chosen)}处：{names}（原来的留在旁边，名称带{KEPT}）。下一步：reporter build {workspace}"
        )
    elif any(one.changes for one in pulled.proposals):
        say("什么也没有写。要写：在终端里运行逐条确认，或加 --yes 把确定的都写回，或加 --write 编号")
