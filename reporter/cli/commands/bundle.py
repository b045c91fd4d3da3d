"""`reporter bundle WS|BUNDLE.yaml`: what is due and stale, all of it, whatever happens."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from msgspec import Struct

from reporter.cli.console import say, show, show_json
from reporter.cli.days import today
from reporter.cli.group import ReporterCommand
from reporter.cli.options import folder_option, json_option, listed, only_option, refuse_inputs
from reporter.errors import EnvironmentFault, InputError

if TYPE_CHECKING:
    from reporter.bundle.cluster import Cluster
    from reporter.bundle.order import BundleOrder
    from reporter.bundle.plan import Plan
    from reporter.bundle.result import Run

AHEAD = timedelta(days=7)
"""Without --due-by: what is overdue or due within this time."""


@click.command(
    cls=ReporterCommand,
    short_help="把到期的、有变化的文件全部做出来，可以中断后接着做",
    help="生成一个工作文件夹里到期的文件（或清单文件 .yaml 里列出的全部单位的文件）：只做新的、有变化的和缺的，"
    "没有变的不动，人工改过的不覆盖。中断后再运行一次就接着做。一个单位有错，别的照做。"
    "结果文件夹里的“运行报告”写明做了什么、为什么做、还要人做什么。",
    epilog="reporter bundle 平川县2026 --due-by 本月\n"
    "reporter bundle 全市.yaml --dry-run",
)
@click.argument("what", metavar="工作文件夹或清单文件", type=click.Path(path_type=Path))
@click.option(
    "--due-by",
    metavar="期限",
    help="到什么时候为止到期的，例：2026-11-10、本月、5个工作日内（默认：逾期的和7天内到期的）",
)
@only_option("只做这一种（或这一份）")
@click.option("--all", "everything", is_flag=True, help="不管期限，全部文件都做")
@click.option("--again", is_flag=True, help="登记为已报送的也重新生成（默认不再动）")
@click.option("--to", "formats", metavar="格式", help="格式，用逗号分开：docx,pdf,html,xlsx")
@click.option(
    "--jobs", type=click.IntRange(min=1), metavar="个数", help="同时工作的进程数（默认：本机的核心数）"
)
@click.option(
    "--scheduler",
    metavar="地址",
    help="交给 Dask 集群做，例：tcp://主机:8786（docs/scale.md；默认：本机的进程）",
)
@click.option("--dry-run", is_flag=True, help="只列出要做什么、为什么，什么也不写")
@folder_option("结果放在哪里（默认 outputs）")
@json_option
def command(what: Path, out: Path, **given: Any) -> int:
    asked = _Asked(**given)
    if asked.everything and asked.due_by:
        raise InputError("--all 和 --due-by 只能用一个", "不管期限用 --all", "--due-by")
    refuse_inputs(what, out)
    order = _order(what, out, asked)
    from reporter.bundle.plan import make_plan

    plan = make_plan(order)
    return _tell(_worked(order, plan, asked) if plan.looks else _rested(order, plan, asked), as_json=asked.as_json)


class _Asked(Struct, frozen=True):
    """The options as they were given."""

    due_by: str | None
    only: tuple[str, ...]
    everything: bool
    again: bool
    formats: str | None
    jobs: int | None
    scheduler: str | None
    dry_run: bool
    as_json: bool


def _rested(order: BundleOrder, plan: Plan, asked: _Asked) -> Run:
    from reporter.bundle.rest import rest
    from reporter.bundle.result import Run

    return Run(order, plan.settled, planned=True) if asked.dry_run else rest(order, plan)


def _worked(order: BundleOrder, plan: Plan, asked: _Asked) -> Run:
    from reporter.bundle.report import write_report
    from reporter.bundle.run import plan_only, run
    from reporter.cli.bundleprogress import watcher

    with watcher() as shown:
        if asked.dry_run:
            return plan_only(order, plan, shown)
        if asked.scheduler:
            with _cluster(asked.scheduler) as cluster:
                done = run(order, shown, lambda *_: cluster, plan)
        else:
            done = run(order, shown, plan=plan)
    write_report(done)
    return done


def _cluster(address: str) -> Cluster:
    try:
        from reporter.bundle.cluster import Cluster
    except ModuleNotFoundError as error:
        hint = "运行 pip install 'gongwen-reporter[cluster]'，或去掉 --scheduler，用本机的进程"
        raise EnvironmentFault("没有安装集群所需的 Dask distributed", hint, "--scheduler") from error
    return Cluster(address)


def _order(what: Path, out: Path, asked: _Asked) -> BundleOrder:
    from reporter.bundle.order import USUAL, BundleOrder, Selection, units_of

    day = today()
    workers = asked.jobs or os.cpu_count() or 1
    named = listed((asked.formats or "").lower())
    if what.is_dir():
        until = None if asked.everything else _day(asked.due_by, day) if asked.due_by else day + AHEAD
        selection = Selection(_meant(asked.only, [what], {}), due_by=until, again=asked.again)
        return BundleOrder(units_of([what], out), out, selection, named or USUAL, day, workers)
    if not what.is_file():
        raise InputError("没有这个工作文件夹或清单文件", "核对路径", str(what))
    from reporter.bundle.spec import SUFFIXES, load_spec

    if what.suffix.lower() not in SUFFIXES:
        hint = f"给出工作文件夹，或清单文件（{'、'.join(SUFFIXES)}）"
        raise InputError("这不是工作文件夹，也不是清单文件", hint, str(what))
    spec = load_spec(what)
    written = "" if asked.everything else asked.due_by or spec.due_by
    until = _day(written, day) if written else None
    filings = _meant(asked.only or spec.filings, spec.roots, {} if asked.only else spec.places)
    selection = Selection(filings, spec.periods, until, asked.again)
    return BundleOrder(
        units_of(spec.roots, out), out, selection, named or spec.formats or USUAL, day, workers
    )


def _meant(words: tuple[str, ...], roots: Iterable[Path], places: Mapping[str, str]) -> tuple[str, ...]:
    """Ids and kinds for what was typed, or written at these places of the bundle file."""
    if not words:
        return ()
    from reporter.bundle.called import Called

    called = Called(roots)
    return tuple(name for word in words for name in called.meant(word, places.get(word, "--only")))


def _day(text: str, day: date) -> date:
    from reporter.calendar.horizon import horizon
    from reporter.calendar.workdays import ANNOUNCED

    return horizon(text, day, ANNOUNCED)


def _tell(done: Run, *, as_json: bool) -> int:
    from reporter.bundle.report import NAME, SCHEMA, as_data, lines, summary

    if as_json:
        show_json(SCHEMA, as_data(done))
    else:
        for line in lines(done):
            show(line)
    if done.wrote:
        say(f"{summary(done)}见 {done.order.out / NAME}.html")
    return done.exit_code
