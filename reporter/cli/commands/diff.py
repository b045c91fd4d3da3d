"""`reporter diff OLD NEW`, `reporter diff WS [FILING]`: what changed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reporter.cli.console import say, show, show_json
from reporter.cli.failures import LOOK, NOT_DONE
from reporter.cli.group import ReporterCommand
from reporter.cli.options import folder_option, json_option

if TYPE_CHECKING:
    from reporter.cli.sides import Found
    from reporter.diff.model import Comparison


@click.command(
    cls=ReporterCommand,
    short_help="比较两稿：文字、数字、表格、格式改了什么",
    help="比较两份文稿：两个文件（DOCX、PDF、文稿存档 .json）、两个工作文件夹、一个文件和它的工作文件夹，"
    "或只给一个工作文件夹（最近两稿相比，后面可以写文种）。先列数字，再列文字、表格、移动和格式；"
    "有差别时退出码是 1，没有差别是 0。",
    epilog="reporter diff 送审稿.docx 定稿.docx --docx 花脸稿.docx\n"
    "reporter diff 平川县2026 year-end-summary",
)
@click.argument("old", metavar="旧稿", type=click.Path(path_type=Path))
@click.argument("new", metavar="[新稿或文种]", default="")
@click.option("--all", "everything", is_flag=True, help="全部列出，不省略")
@click.option(
    "--docx", metavar="文件.docx", type=click.Path(path_type=Path), help="花脸稿：改动写成修订的 Word 文件"
)
@click.option(
    "--html", metavar="文件.html", type=click.Path(path_type=Path), help="网页：左右对照和花脸两种看法"
)
@click.option(
    "--table",
    metavar="文件",
    type=click.Path(path_type=Path),
    help="修改对照表（原文、修改后、说明）：.docx 或 .xlsx",
)
@click.option("--author", default="文稿比较", show_default=True, metavar="姓名", help="花脸稿里修订的作者")
@click.option("--date", "day", default="", metavar="年-月-日", help="修订的日期，默认今天")
@folder_option("结果文件夹，里面有以前各稿（默认 outputs）")
@json_option
def command(old: Path, new: str, everything: bool, out: Path, as_json: bool, **wanted: Any) -> int:
    from reporter.cli.diffout import Outputs
    from reporter.cli.sides import sides
    from reporter.diff.align import compare

    outputs = Outputs(**wanted)
    outputs.refuse()
    found = sides(old, new, out)
    outputs.refuse_several(found.pairs)
    compared = [compare(pair.old.material, pair.new.material) for pair in found.pairs]
    code = _code(compared)
    outputs.write(found.pairs, compared)  # before the lines: `| head` ends the program in the middle of them
    if as_json:
        _as_json(compared, found, code)
    else:
        _as_lines(compared, found, everything)
    return code


def _code(compared: list[Comparison]) -> int:
    """1 when anything is different; 2 when there was nothing to compare."""
    if not compared:
        return NOT_DONE
    return LOOK if any(not one.same for one in compared) else 0


def _as_lines(compared: list[Comparison], found: Found, everything: bool) -> None:
    from reporter.cli.difflines import difference_lines

    for one in compared:
        for line in difference_lines(one, everything=everything):
            show(line)
    for line in found.why_alone():
        say(line)
    if compared and all(one.same for one in compared):
        say("没有差别。")


def _as_json(compared: list[Comparison], found: Found, code: int) -> None:
    from reporter.diff.data import comparison_data
    from reporter.diff.model import SCHEMA

    pairs = zip(found.pairs, compared, strict=True)
    data = [{"filing": pair.filing, **comparison_data(one)} for pair, one in pairs]
    show_json(SCHEMA, {"exit_code": code, "comparisons": data, "alone": list(found.alone)})
