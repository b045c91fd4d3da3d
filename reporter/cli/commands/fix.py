"""`reporter fix FILE --out F`: what is certain, as tracked changes in a copy."""

from __future__ import annotations

from pathlib import Path

import click

from reporter.cli.console import say, show, show_json
from reporter.cli.failures import LOOK
from reporter.cli.group import ReporterCommand
from reporter.cli.options import json_option, listed
from reporter.cli.revisions import revision
from reporter.errors import InputError

SCHEMA = "reporter/fix-1"


@click.command(
    cls=ReporterCommand,
    short_help="代改公文里有把握的问题，写成修订",
    help="把检查出的、改法只有一种的问题写成修订（可在 Word、WPS 里逐条接受或拒绝），另存一份，原文件不动。"
    "写出前核对：全部拒绝就是原文，全部接受后除列出的改动外，文字、表格、编号都不变。"
    "没有把握的逐条列出，请自己改。改后仍有错误时退出码是 1。",
    epilog="reporter fix 通知.docx --dry-run\n"
    "reporter fix 通知.docx --out 通知（改）.docx",
)
@click.argument("file", metavar="文件.docx", type=click.Path(path_type=Path))
@click.option(
    "--out", metavar="文件.docx", type=click.Path(path_type=Path), help="改好的副本；已有的文件不覆盖"
)
@click.option("--author", default="公文检查", show_default=True, metavar="姓名", help="修订的作者")
@click.option("--date", "on", metavar="年-月-日", help="修订的日期，默认今天")
@click.option("--only", metavar="编号,…", default="", help="只改这些规则，如 GW201,GW501")
@click.option(
    "--profile", default="默认", metavar="名称或文件", help="gbt9704、gbt33476，或本地规则的 .yaml 文件"
)
@click.option("--dry-run", is_flag=True, help="只列出会改什么，不写文件")
@json_option
def command(
    file: Path, out: Path | None, author: str, on: str | None, only: str, as_json: bool, **options: str
) -> int:
    from reporter.check.fixing import fix
    from reporter.check.planning import Wish
    from reporter.check.profiles import profile_of
    from reporter.check.report.fixed import fixed_data, fixed_lines, summary
    from reporter.deliver.writing import write_atomically

    dry = bool(options["dry_run"])
    _refuse(file, out, dry)
    wish = Wish(revision(author, on), profile_of(options["profile"]), _codes(only))
    fixed = fix(_read(file), file.name, wish)
    written = out if fixed.data is not None and not dry else None
    if written is not None and fixed.data is not None:
        write_atomically(written, fixed.data)
    code = LOOK if any(one.finding.severity == "error" for one in fixed.left) else 0
    if as_json:
        path = str(written) if written is not None else None
        show_json(SCHEMA, {"exit_code": code, "file": str(file), "out": path, **fixed_data(fixed)})
    else:
        for line in fixed_lines(fixed):
            show(line)
    say(summary(fixed, dry=dry))
    if written is not None:
        say(f"写出：{written}")
    elif fixed.data is None and not dry:
        say("没有写出文件。")
    return code


def _refuse(file: Path, out: Path | None, dry: bool) -> None:
    if file.suffix.lower() == ".pdf":
        raise InputError(
            "PDF 不能代改，只能改 Word 文件（.docx）", "请在生成它的 Word 文件上改，再转成 PDF", str(file)
        )
    if file.suffix.lower() != ".docx":
        raise InputError("只能改 .docx 文件", "旧的 .doc、.wps 请先另存为 .docx", str(file))
    if dry:
        return
    if out is None:
        raise InputError("没有说改好的副本写到哪里", "加 --out 文件.docx；只看会改什么，加 --dry-run")
    if out.suffix.lower() != ".docx":
        raise InputError("副本的文件名要以 .docx 结尾", f"例：--out {out.stem}.docx", str(out))
    if out.exists():
        raise InputError("这个文件已经有了，没有覆盖", "请给 --out 换一个文件名", str(out))


def _read(file: Path) -> bytes:
    """What `check` does not look into is not changed either: macros, classified files, pipes."""
    from reporter.artefacts.source import load
    from reporter.check.hostile import refuse_unread

    if file.exists():
        refuse_unread(file)
    return load(file)


def _codes(only: str) -> frozenset[str]:
    from reporter.check.repairers import repairers
    from reporter.errors import UnknownName
    from reporter.text import did_you_mean

    codes = listed(only.upper())
    for code in codes:
        if code not in repairers():
            hint = f"{did_you_mean(code, repairers())}能代改的有{'、'.join(repairers())}"
            raise UnknownName(f"{code}不能代改", hint)
    return frozenset(codes)
