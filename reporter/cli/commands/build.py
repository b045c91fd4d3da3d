"""`reporter build WS|FILE.md`: the walk, then what was written and what is still blank."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from reporter.cli.buildreport import as_data, exit_code, lines, summary
from reporter.cli.console import say, show, show_json
from reporter.cli.copies import write_copies
from reporter.cli.failures import NOT_DONE
from reporter.cli.group import ReporterCommand
from reporter.cli.options import folder_option, json_option, listed, only_option, refuse_file, refuse_inputs
from reporter.cli.problems import by_file
from reporter.cli.progress import progress
from reporter.errors import InputError

if TYPE_CHECKING:
    from reporter.document.model import HeaderMode
    from reporter.intake.problems import ValidationFailed

SCHEMA = "reporter/build-1"
_TEXTS = (".md", ".markdown")
_TEXT_FORMATS = ("docx", "pdf")
"""What a single text becomes when nobody says otherwise."""


@click.command(
    cls=ReporterCommand,
    short_help="生成全部文件，并核对、列出待填的空白",
    help="由工作文件夹生成 filings.yaml 里的全部文件（Word、PDF、Excel），读回核对，"
    "再列出写了哪些文件、还有哪些空白待填。数据有错误时不生成任何文件。"
    "也可以只给一个文字文件（.md）：开头写明标题、发文机关等，下面写正文，就生成一份公文。",
    epilog="reporter build 平川县2026\n"
    "reporter build 平川县2026 --only year-end-summary --to docx,pdf\n"
    "reporter build 通知.md",
)
@click.argument("workspace", metavar="工作文件夹或文字文件", type=click.Path(path_type=Path))
@only_option("只生成这一种（或这一份）")
@click.option("--to", "formats", metavar="格式", help="格式，用逗号分开：docx,pdf,html,xlsx")
@click.option(
    "--header",
    metavar="方式",
    type=click.Choice(("full", "none", "reserved")),
    help="版头：full 印全，none 不印（由办公系统加），reserved 只留位置（用印好红头的纸）",
)
@click.option(
    "--public",
    is_flag=True,
    help="公开版：只出定稿的，略去个人姓名栏和联系方式，放进“（公开版）”文件夹；单位电话留着",
)
@folder_option("结果放在哪里（默认 outputs）")
@json_option
@click.option("--strict", is_flag=True, help="空白、提醒和核对发现也算问题（退出码 1）")
@click.option("--verbose", "-v", is_flag=True, help="逐步显示进度和全部提醒")
def command(
    workspace: Path,
    only: tuple[str, ...],
    formats: str | None,
    header: HeaderMode | None,
    out: Path,
    as_json: bool,
    **flags: bool,
) -> int:
    alone = workspace.suffix.lower() in _TEXTS and not workspace.is_dir()
    if alone:
        _check_text(workspace, only)
    else:
        refuse_file(workspace)
        refuse_inputs(workspace, out)
    from reporter.intake.problems import ValidationFailed
    from reporter.making import Order
    from reporter.pipeline import STEPS, build, build_text
    from reporter.render.formats import USUAL

    wanted = listed((formats or "").lower()) or (_TEXT_FORMATS if alone else USUAL)
    order = Order(workspace, out, only, wanted, header, flags["public"])
    try:
        with progress(STEPS, verbose=flags["verbose"]) as shown:
            result = (build_text if alone else build)(order, shown)
    except ValidationFailed as failed:
        return _refused(workspace, out, failed, as_json)
    code = exit_code(result, strict=flags["strict"])
    if as_json:
        show_json(SCHEMA, as_data(result, code))
    else:
        for line in lines(result, verbose=flags["verbose"]):
            show(line)
    say(summary(result))
    return code


def _check_text(path: Path, only: tuple[str, ...]) -> None:
    """A single text must be there, and is one document."""
    if not path.is_file():
        raise InputError("没有这个文字文件", "核对路径；新建请用 reporter new --text 文件名.md", str(path))
    if only:
        raise InputError("只有一份文字，不能用 --only", "去掉 --only", str(path))


def _refused(workspace: Path, out: Path, failed: ValidationFailed, as_json: bool) -> int:
    """Nothing is built: all problems, the coloured copies, exit code 2."""
    for line in by_file(failed.problems):
        say(line)
    copies = write_copies(workspace, failed.problems, out)
    say(str(failed))
    if as_json:
        found = [problem.as_dict() for problem in failed.problems]
        show_json(SCHEMA, {"workspace": workspace.resolve().name, "exit_code": NOT_DONE, "filings": [],
                           "findings": [], "problems": found, "copies": copies})  # fmt: skip
    return NOT_DONE
