"""`reporter submit FILING WS --by NAME [--scan PDF]`: keeps what is sent, packs it, says what is missing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reporter.cli.console import say, show, show_json
from reporter.cli.days import on_day
from reporter.cli.dispatching import NOTHING_WRITTEN, desk_and_filing, refused_told
from reporter.cli.failures import LOOK
from reporter.cli.group import ReporterCommand
from reporter.cli.options import folder_option, json_option
from reporter.cli.problems import failed_told

if TYPE_CHECKING:
    from reporter.dispatch.submit import Packed

SCHEMA = "reporter/submit-1"


@click.command(
    cls=ReporterCommand,
    short_help="报送：打成报送包，存下报出去的每个文件，登记",
    help="把印发的文件按上级要求的方式（书面份数、可编辑版、盖章扫描件、系统录入）打成报送包：要发的和 zip、要打印的、"
    "系统录入表、报送清单、写给上级的话。盖章扫描件核对页数。报出去的每个文件连同校验值、来源数据、检查结果存档，"
    "以后用 reporter prove 查证。齐了就登记为已报送（reporter due 看得到）；缺的列出来，退出码是 1，补齐再运行一次。",
    epilog="reporter submit year-end-summary 平川县2026 --by 李某某 --scan 扫描件.pdf",
)
@click.argument("filing", metavar="文件")
@click.argument("workspace", metavar="[工作文件夹]", default=".", type=click.Path(path_type=Path))
@click.option("--by", metavar="姓名", default="", help="经办人")
@click.option("--to", metavar="单位", default="", help="报给谁（默认照报送要求）")
@click.option("--on", metavar="日期", help="报送日期（默认今天）")
@click.option("--scan", "scans", metavar="扫描件.pdf", multiple=True, type=click.Path(path_type=Path),
              help="盖章扫描件；单独成册的附件各一个，按顺序重复")  # fmt: skip
@click.option("--copies", metavar="份数", type=click.IntRange(1, 999), help="书面几份（默认照报送要求）")
@click.option("--obligation", metavar="代号", default="", help="对应哪一项报送要求（有几项时才要写）")
@click.option("--partial", is_flag=True, help="缺的以后补，先登记为已报送")
@click.option("--dry-run", is_flag=True, help="只看会报什么、还缺什么，什么也不写")
@folder_option("结果文件夹，里面有印发的存档（默认 outputs）")
@json_option
def command(filing: str, workspace: Path, out: Path, as_json: bool, **given: Any) -> int:
    from reporter.dispatch.reasons import Refused
    from reporter.dispatch.submit import Sending, submit
    from reporter.intake.problems import ValidationFailed

    try:
        desk, wanted = desk_and_filing(filing, workspace, out)
    except ValidationFailed as failed:
        return failed_told(failed, NOTHING_WRITTEN, SCHEMA, as_json)
    wish = Sending(
        given["by"], on_day(given["on"]), given["to"], given["obligation"], given["copies"] or 0,
        tuple(given["scans"]), given["partial"],
    )  # fmt: skip
    try:
        packed = submit(desk, wanted, wish, dry_run=given["dry_run"])
    except Refused as refused:
        return refused_told(refused, "没有报送", SCHEMA, as_json, filing=wanted.id)
    code = LOOK if packed.sent.missing or _faulty(packed) else 0
    if as_json:
        show_json(SCHEMA, _data(packed, code, dry_run=given["dry_run"]))
    else:
        _tell(packed, dry_run=given["dry_run"])
    return code


def _faulty(packed: Packed) -> bool:
    return any(one["severity"] == "error" for one in packed.sent.findings)


def _data(packed: Packed, code: int, *, dry_run: bool) -> dict[str, Any]:
    sent = packed.sent
    items = [{"role": one.role, "name": one.name, "key": one.key, "sha256": one.sha256, "pages": one.pages}
             for one in sent.items]  # fmt: skip
    told = {
        name: getattr(sent, name) for name in ("filing", "n", "title", "number", "to", "by", "on", "copies")
    }
    return {"exit_code": code, "dry_run": dry_run, **told, "obligation": sent.obligation, "media": list(sent.media),
            "folder": str(packed.folder), "registered": packed.registered, "items": items,
            "missing": list(sent.missing), "todo": list(packed.todo), "remarks": list(packed.remarks),
            "findings": list(sent.findings), "reasons": []}  # fmt: skip


def _tell(packed: Packed, *, dry_run: bool) -> None:
    from reporter.deliver.sent import ROLES

    sent = packed.sent
    verb = "将报送" if dry_run else "已打包"
    show(
        f"{verb}：{sent.title}{f'（{sent.number}）' if sent.number else ''} → {sent.to}（{'、'.join(sent.media)}）"
    )
    if dry_run:
        for item in sent.of("stripped", "scan", "entry", "list", "message", "package"):
            show(f"  {ROLES[item.role]}：{item.name}")
    for written in packed.written:
        show(f"  {written.path.relative_to(packed.folder)}" + (f"（{written.note}）" if written.note else ""))
    for one in sent.missing:
        show(f"还缺：{one}")
    for number, one in enumerate(packed.todo, 1):
        show(f"要做{number}：{one}")
    for remark in packed.remarks:
        say(f"提醒：{remark}")
    if dry_run:
        say("只是看看，什么也没有写。")
        return
    state = "已登记为已报送" if packed.registered else "没有登记为已报送"
    say(f"{state}；存档第{sent.n}次，以后用 reporter prove 查证。报送包在 {packed.folder}")
