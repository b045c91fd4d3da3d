"""`reporter check FILE…|DIR`: finished files under all rules."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reporter.cli.checkfiles import Wanted, write_reports
from reporter.cli.checkspace import against, of_records
from reporter.cli.console import say, show, show_json
from reporter.cli.failures import LOOK, NOT_DONE
from reporter.cli.group import ReporterCommand
from reporter.cli.options import json_option
from reporter.cli.progress import Unseen, progress

if TYPE_CHECKING:
    from reporter.check.finding import Finding
    from reporter.check.judging import Manner
    from reporter.check.running import Outcome

_FEW = 3
"""As many files need no bar."""


@click.command(
    cls=ReporterCommand,
    short_help="检查公文：格式、用语、数字，任何 DOCX 或 PDF",
    help="按 GB/T 9704—2012 和相关规定检查写好的 DOCX、PDF，不论用什么软件做的。"
    "文件夹里的逐个检查，一个打不开不影响其余。"
    "装有 LibreOffice 时 Word 文件排版后再查页面；没有时这些规则写明“未查”。有错误时退出码是 1。",
    epilog="reporter check 通知.docx\n"
    "reporter check 平川县2026\n"
    "reporter check 报告.pdf --workspace 平川县2026 --html 检查结果.html",
)
@click.argument("paths", metavar="文件或文件夹…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--profile", default="默认", metavar="名称或文件", help="gbt9704、gbt33476，或本地规则的 .yaml 文件"
)
@click.option(
    "--workspace",
    metavar="工作文件夹",
    type=click.Path(path_type=Path),
    help="与这个工作文件夹的数据核对：数字不同的报错，查不到出处的列出；直接写工作文件夹就检查它生成的文件",
)
@click.option("--docx", metavar="文件或文件夹", type=click.Path(path_type=Path), help="带批注的 Word 副本")
@click.option("--html", metavar="文件", type=click.Path(path_type=Path), help="网页：页面图片上标出问题")
@click.option("--sarif", metavar="文件", type=click.Path(path_type=Path), help="SARIF 2.1.0，给其他程序用")
@click.option("--public", is_flag=True, help="文件要公开发布：不得有个人联系方式")
@click.option("--together", "as_set", is_flag=True, help="这些文件是一套的，互相核对")
@click.option("--render/--no-render", default=True, help="Word 文件是否用 LibreOffice 排版后检查页面")
@click.option("--all", "everything", is_flag=True, help="说明和未查的规则也逐条列出")
@click.option(
    "--jobs",
    metavar="个数",
    type=click.IntRange(0, 64),
    default=0,
    help="同时检查几个文件（默认按处理器个数）",
)
@click.option("--verbose", "-v", is_flag=True, help="逐个显示进度")
@json_option
def command(
    paths: tuple[Path, ...],
    profile: str,
    as_json: bool,
    jobs: int,
    **options: Any,
) -> int:
    from reporter.check.judging import Manner
    from reporter.check.profiles import profile_of
    from reporter.check.report.data import SCHEMA, outcomes_data
    from reporter.check.report.text import TOGETHER, finding_lines, summary
    from reporter.check.running import files_in, together

    named = paths
    paths, known = against(paths, options["workspace"])
    manner = Manner(profile_of(profile), known, options["public"], options["render"])
    wanted, everything = Wanted(options["sarif"], options["html"], options["docx"]), options["everything"]
    files = files_in(paths)
    wanted.refuse_taken(files)
    how = _Telling(everything, not as_json, options["verbose"])
    own = of_records(named)
    for outcome in own:
        how.tell(outcome)
    found = own + _checked(files, manner, jobs, how, pictured=wanted.html is not None)
    shared = together(found, manner) if options["as_set"] or _one_filing(paths) else ()
    code = _code(found, shared)
    if as_json:
        show_json(SCHEMA, outcomes_data(found, shared, code))
    elif shared:
        for line in finding_lines(TOGETHER, shared, everything):
            show(line)
    write_reports(wanted, found, shared, everything)
    say(summary(found, shared))
    return code


class _Telling:
    """Prints outcomes as they come; behind the bar where both are on one terminal."""

    def __init__(self, everything: bool, lines: bool, verbose: bool) -> None:
        self.everything, self.lines, self.verbose = everything, lines, verbose
        self._held: list[str] = []

    def bar(self, count: int) -> Unseen:
        return Unseen() if count <= _FEW and not self.verbose else progress(("检查",), verbose=self.verbose)

    def tell(self, outcome: Outcome) -> None:
        from reporter.check.report.text import outcome_lines

        if self.lines:
            self._held += outcome_lines(outcome, self.everything)
        if not (sys.stderr.isatty() and sys.stdout.isatty()):
            self.done()

    def done(self) -> None:
        for line in self._held:
            show(line)
        self._held.clear()


def _checked(
    files: Sequence[Path], manner: Manner, jobs: int, how: _Telling, *, pictured: bool
) -> list[Outcome]:
    """All outcomes in order, told as they come."""
    from reporter.check.running import outcomes

    found: list[Outcome] = []
    try:
        with how.bar(len(files)) as bar:
            bar.step(1, len(files))
            for outcome in outcomes(files, manner, jobs, pictured=pictured):
                found.append(outcome)
                how.tell(outcome)
                bar.part(outcome.path.name)
    finally:
        how.done()
    return found


def _one_filing(paths: Sequence[Path]) -> bool:
    """Files named one by one belong together, as does a folder that `build` wrote."""
    folders = [path for path in paths if path.is_dir()]
    return not folders or any((folder / "manifest.json").is_file() for folder in folders)


def _code(found: Sequence[Outcome], shared: Sequence[Finding]) -> int:
    """1 for an error finding or a refused file among others; 2 when nothing could be checked."""
    from reporter.check.report.text import all_findings

    if all(outcome.refused for outcome in found):
        return NOT_DONE
    wrong = any(finding.severity == "error" for finding in all_findings(found, shared))
    return LOOK if wrong or any(outcome.refused for outcome in found) else 0
