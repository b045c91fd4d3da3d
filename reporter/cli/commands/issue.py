"""`reporter issue FILING WS --number … --date … --signer …`: the approved draft becomes the issued document."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reporter.cli.console import say, show, show_json
from reporter.cli.days import on_day, typed_day
from reporter.cli.dispatching import NOTHING_WRITTEN, desk_and_filing, reasons_told, refused_told
from reporter.cli.failures import NOT_DONE
from reporter.cli.group import ReporterCommand
from reporter.cli.options import folder_option, json_option
from reporter.cli.problems import failed_told
from reporter.cli.progress import progress

if TYPE_CHECKING:
    from reporter.deliver.issued import Settings
    from reporter.dispatch.desk import Desk
    from reporter.dispatch.issue import Done, Prepared

SCHEMA = "reporter/issue-1"


@click.command(
    cls=ReporterCommand,
    short_help="印发：给批准的送审稿填上文号、日期、签发人，定稿",
    help="领导签发以后，给存档的那一稿（最近的送审稿或定稿）填上发文字号、成文日期、签发人，成为定稿，重新排版、核验、存档。"
    "除这几项以外，表格、文字或模板从那一稿以后又有改动的，逐条列出，不印发：改回去，或者退回送审稿重新送审。"
    "正文里还有空白的也不印发（空白表、表格里手填的空白除外）。"
    "印发以后再生成，印发的文件不动。只看行不行，加 --dry-run。",
    epilog="reporter issue year-end-summary 平川县2026 --dry-run\n"
    "reporter issue year-end-summary 平川县2026 --number 15 --date 2026-11-06 --signer 周某某",
)
@click.argument("filing", metavar="文件")
@click.argument("workspace", metavar="[工作文件夹]", default=".", type=click.Path(path_type=Path))
@click.option("--number", metavar="文号", help="发文字号，或只写序号，例：15")
@click.option("--date", "doc_date", metavar="日期", help="成文日期（领导签发的日期），例：2026-11-06")
@click.option(
    "--printed", metavar="日期", help="印发日期，默认同成文日期（filings.yaml 写了更晚的，用那一天）"
)
@click.option("--signer", metavar="姓名", help="签发人，几个人用顿号隔开")
@click.option("--draft", metavar="稿号", type=click.IntRange(min=1), help="批准的是第几稿（默认最近一稿）")
@click.option("--by", metavar="姓名", default="", help="经办人，记在存档里")
@click.option("--on", metavar="日期", help="办理日期，记在存档里（默认今天）")
@click.option("--withdraw", metavar="原因", help="撤回已经印发的：退回送审稿，文号和文件留在存档里")
@click.option("--dry-run", is_flag=True, help="只检查能不能印发，什么也不写")
@click.option("--with-blanks", is_flag=True, help="正文里还有空白也印发（表格里手填的空白不算）")
@folder_option("结果文件夹，里面有存档的各稿（默认 outputs）")
@json_option
def command(filing: str, workspace: Path, out: Path, as_json: bool, **given: Any) -> int:
    from reporter.dispatch.issue import Wish, issue, prepare
    from reporter.dispatch.reasons import Refused
    from reporter.intake.problems import ValidationFailed
    from reporter.making import Order
    from reporter.pipeline import STEPS

    try:
        desk, wanted = desk_and_filing(filing, workspace, out)
    except ValidationFailed as failed:
        return failed_told(failed, NOTHING_WRITTEN, SCHEMA, as_json)
    if given["withdraw"] is not None:
        return _withdraw(desk, wanted, given, as_json)
    day = on_day(given["on"])
    wish = Wish(_settings(given), given["draft"] or 0, given["by"], day, given["with_blanks"])
    try:
        with desk.alone(dry_run=given["dry_run"]):  # two at a time would take the same number
            prepared = prepare(desk, wanted, wish)
            if prepared.reasons or given["dry_run"]:
                return _looked_at(prepared, as_json)
            with progress(STEPS, verbose=False) as shown:
                done = issue(desk, prepared, Order(desk.workspace.root, out), shown)
    except Refused as refused:
        return refused_told(refused, "没有印发", SCHEMA, as_json, filing=wanted.id, changes=None)
    _told(done, desk, as_json)
    return 0


def _settings(given: dict[str, Any]) -> Settings:
    from reporter.deliver.issued import Settings

    return Settings(
        number=(given["number"] or "").strip() or None,
        doc_date=typed_day(given["doc_date"], "--date") if given["doc_date"] else None,
        print_date=typed_day(given["printed"], "--printed") if given["printed"] else None,
        signer=(given["signer"] or "").strip() or None,
    )


def _withdraw(desk: Desk, filing: Any, given: dict[str, Any], as_json: bool) -> int:
    from reporter.dispatch.issue import withdraw

    day = on_day(given["on"])
    found = withdraw(desk, filing, given["withdraw"], given["by"], day)
    from reporter.deliver.sent import of_filing

    gone = [one for one in of_filing(desk.folder, filing.id) if one.counted and one.issuance == found.n]
    say(f"已撤回《{found.title}》{found.number}，退回送审稿；印发过的文件和记录仍在存档里。")
    say("下一步：改好以后运行 reporter build，重新送审，再印发。文件夹里印发的那几个文件，下次生成时会更新。")
    for one in gone:
        noted = "报送登记已记为已退回；" if one.obligation else ""
        say(f"提醒：{one.on}已报{one.to}，请告知对方；{noted}这个文号不能再用。")
    if as_json:
        sent = [{"on": one.on, "to": one.to} for one in gone]
        show_json(SCHEMA, {"exit_code": 0, "filing": filing.id, "withdrawn": given["withdraw"], "sent": sent})
    return 0


def _looked_at(prepared: Prepared, as_json: bool) -> int:
    """Nothing is written: why not, or that it could be."""
    from reporter.cli.difflines import difference_lines

    code = NOT_DONE if prepared.reasons else 0
    if prepared.changes is not None and not as_json:
        for line in difference_lines(prepared.changes, everything=True):
            show(line)
    if prepared.reasons:
        reasons_told("没有印发", prepared.reasons)
    elif prepared.before is not None:
        say(f"已经照此印发：{prepared.before.number or prepared.before.title}，{prepared.before.date}。")
    else:
        say(f"可以印发：第{prepared.approved.number}稿（{prepared.approved.document.state}），没有别的改动。")
    for remark in prepared.remarks:
        say(f"提醒：{remark}")
    if as_json:
        from reporter.diff.data import comparison_data

        changes = comparison_data(prepared.changes) if prepared.changes else None
        reasons = [one.as_dict() for one in prepared.reasons]
        show_json(SCHEMA, {"exit_code": code, "filing": prepared.filing.id, "dry_run": True, "changes": changes,
                           "reasons": reasons, "remarks": list(prepared.remarks)})  # fmt: skip
    return code


def _told(done: Done, desk: Desk, as_json: bool) -> None:
    one, made = done.issuance, done.made
    heads = [one.number, one.date, f"签发人：{one.signer}" if one.signer else ""]
    if as_json:
        files = {name: {"path": part.name, "sha256": part.sha256, "pages": part.pages}
                 for name, part in one.files.items()}  # fmt: skip
        show_json(SCHEMA, {"exit_code": 0, "filing": one.filing, "number": one.number, "date": one.date,
                           "signer": one.signer, "approved": one.approved, "draft": one.draft, "files": files,
                           "blanks": list(made.blanks), "remarks": list(done.remarks), "reasons": [],
                           "changes": None, "folder": str(desk.folder)})  # fmt: skip
    else:
        show(f"已印发：{one.title}")
        if any(heads):
            show(f"  {'　'.join(part for part in heads if part)}")
        same = one.approved == one.draft
        show(f"  第{one.draft}稿就是定稿" if same else f"  由第{one.approved}稿定稿，存为第{one.draft}稿")
        for written in made.written:
            show(f"  {written.path.name}" + (f"（{written.note}）" if written.note else ""))
    if made.blanks:
        say(f"提醒：印发的文件里还有{len(made.blanks)}处空白：{'、'.join(made.blanks)}")
    for remark in done.remarks:
        say(f"提醒：{remark}")
    say(
        f"下一步：打印、盖章、扫描，再运行 reporter submit {one.filing} {desk.workspace.root}。结果在 {desk.folder}"
    )
