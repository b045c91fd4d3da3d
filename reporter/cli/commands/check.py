"""`reporter check FILE…|DIR`: finished files under all rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reporter.cli.console import say, show, show_json
from reporter.cli.failures import LOOK, NOT_DONE
from reporter.cli.group import ReporterCommand
from reporter.cli.options import json_option

if TYPE_CHECKING:
    from reporter.check.finding import Finding
    from reporter.check.running import Outcome

SCHEMA = "reporter/check-1"


@click.command(
    cls=ReporterCommand,
    short_help="检查公文：格式、用语、数字，任何 DOCX 或 PDF",
    help="按 GB/T 9704—2012 和相关规定检查写好的 DOCX、PDF，不论用什么软件做的。"
    "文件夹里的逐个检查，一个打不开不影响其余。"
    "装有 LibreOffice 时 Word 文件排版后再查页面；没有时这些规则写明“未查”。有错误时退出码是 1。",
)
@click.argument("paths", metavar="文件或文件夹…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--profile", default="默认", metavar="名称或文件", help="gbt9704、gbt33476，或本地规则的 .yaml 文件"
)
@click.option("--public", is_flag=True, help="文件要公开发布：不得有个人联系方式")
@click.option("--together", "as_set", is_flag=True, help="这些文件是一套的，互相核对")
@click.option("--render/--no-render", default=True, help="Word 文件是否用 LibreOffice 排版后检查页面")
@click.option("--all", "everything", is_flag=True, help="说明和未查的规则也逐条列出")
@json_option
def command(paths: tuple[Path, ...], profile: str, as_json: bool, **flags: bool) -> int:
    from reporter.check.judging import Manner
    from reporter.check.profiles import profile_of
    from reporter.check.running import files_in, outcomes, together

    manner = Manner(profile_of(profile), None, flags["public"], flags["render"])
    everything = flags["everything"]
    files = files_in(paths)
    found = []
    for outcome in outcomes(files, manner):
        found.append(outcome)
        if not as_json:
            for line in _lines(outcome, everything):
                show(line)
    shared = together(found, manner) if flags["as_set"] or _one_filing(paths) else ()
    code = _code(found, shared)
    if as_json:
        show_json(SCHEMA, {"exit_code": code, "files": [_data(one) for one in found],
                           "together": [finding.as_dict() for finding in shared]})  # fmt: skip
    else:
        for line in _findings("这些文件互相核对", shared, everything):
            show(line)
    say(_summary(found, shared))
    return code


def _one_filing(paths: Sequence[Path]) -> bool:
    """Files named one by one belong together, as does a folder that `build` wrote."""
    folders = [path for path in paths if path.is_dir()]
    return not folders or any((folder / "manifest.json").is_file() for folder in folders)


def _code(found: Sequence[Outcome], shared: Sequence[Finding]) -> int:
    """1 for an error finding or a refused file among others; 2 when nothing could be checked."""
    if all(outcome.refused for outcome in found):
        return NOT_DONE
    findings = [*shared, *(one for outcome in found if outcome.verdict for one in outcome.verdict.findings)]
    wrong = any(finding.severity == "error" for finding in findings)
    return LOOK if wrong or any(outcome.refused for outcome in found) else 0


def _lines(outcome: Outcome, everything: bool) -> Iterator[str]:
    if outcome.refused:
        yield f"{outcome.path}：没有检查——{outcome.refused[0]}"
        if outcome.refused[1]:
            yield f"  怎么办：{outcome.refused[1]}"
        yield ""
        return
    verdict = outcome.verdict
    assert verdict is not None
    yield from _findings(str(outcome.path), verdict.findings, everything)
    yield from (f"  {note}" for note in verdict.notes)
    if everything:
        yield from (f"  未查 {one.code} {one.title}：{one.reason}" for one in verdict.unchecked)
    elif verdict.unchecked:
        rules = len({one.code for one in verdict.unchecked})
        yield f"  有{rules}条规则未查或未全查（--all 逐条列出）"
    yield ""


def _findings(head: str, findings: Sequence[Finding], everything: bool) -> Iterator[str]:
    from reporter.check.finding import SEVERITY_NAMES

    counts = {name: sum(one.severity == key for one in findings) for key, name in SEVERITY_NAMES.items()}
    told = "，".join(f"{number}处{name}" for name, number in counts.items() if number)
    if not findings and head == "这些文件互相核对":
        return
    yield f"{head}：{told or '没有发现问题'}"
    for finding in findings:
        if finding.severity == "info" and not everything:
            continue
        where = finding.where
        place = " ".join(
            part for part in (f"第{where.page}页" if where.page else "", where.paragraph) if part
        )
        quote = f"“{where.quote}”" if where.quote else ""
        yield f"  {SEVERITY_NAMES[finding.severity]} {finding.code} {place}{quote}：{finding.message}"
        yield f"      怎么办：{finding.hint}（{finding.clause}）"


def _summary(found: Sequence[Outcome], shared: Sequence[Finding]) -> str:
    findings = [*shared, *(one for outcome in found if outcome.verdict for one in outcome.verdict.findings)]
    errors = sum(one.severity == "error" for one in findings)
    warnings = sum(one.severity == "warning" for one in findings)
    refused = sum(outcome.refused is not None for outcome in found)
    parts = [
        f"检查了{len(found) - refused}个文件",
        f"{errors}处错误" if errors else "没有错误",
        f"{warnings}处提醒",
    ]
    return "，".join(parts) + (f"；{refused}个文件没有检查" if refused else "") + "。"


def _data(outcome: Outcome) -> dict[str, Any]:
    if outcome.verdict is None:
        message, hint = outcome.refused or ("", "")
        return {"file": str(outcome.path), "refused": {"message": message, "hint": hint}}
    verdict = outcome.verdict
    return {
        "file": str(outcome.path),
        "findings": [finding.as_dict() for finding in verdict.findings],
        "unchecked": [
            {"code": one.code, "title": one.title, "reason": one.reason} for one in verdict.unchecked
        ],
        "notes": list(verdict.notes),
    }
