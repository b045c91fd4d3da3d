"""Writes what `check` was asked for beside its lines: SARIF, a page, Word copies. Nothing of others is overwritten."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from reporter.cli.console import say
from reporter.cli.written import put
from reporter.errors import InputError

if TYPE_CHECKING:
    from reporter.check.finding import Finding
    from reporter.check.running import Outcome

Ours = Callable[[bytes], bool]


class Wanted(Struct, frozen=True):
    """Where to write what; None is not asked for. `docx` is a file, or a folder when several are checked."""

    sarif: Path | None = None
    html: Path | None = None
    docx: Path | None = None

    def refuse_taken(self, files: Sequence[Path]) -> None:
        """Before anything is checked: raises InputError when a target is not ours, or is one of the files."""
        for path, ours in self._targets(files):
            if any(_same(path, file) for file in files):
                raise InputError("结果不能写到要检查的文件上", "换一个文件名", str(path))
            _refuse_others(path, ours)

    def _targets(self, files: Sequence[Path]) -> Iterator[tuple[Path, Ours]]:
        from reporter.check.report.annotate import is_ours

        if self.sarif:
            yield self.sarif, _is_our_sarif
        if self.html:
            yield self.html, _is_our_page
        if self.docx:
            yield from ((target, is_ours) for target in copies(self.docx, files).values())


def copies(target: Path, files: Sequence[Path]) -> dict[Path, Path]:
    """The annotated copy of each DOCX. Raises InputError when one file name is given for several."""
    from reporter.check.names import copy_names

    words = [file for file in files if file.suffix.lower() == ".docx"]
    if not words:
        raise InputError("没有 .docx 文件，写不出带批注的副本", "PDF 的结果请用 --html")
    if target.suffix.lower() != ".docx":
        return {file: target / name for file, name in copy_names(words).items()}
    if len(words) > 1:
        raise InputError("有几个 .docx 文件，--docx 后面请写文件夹", "例：--docx 批注", str(target))
    return {words[0]: target}


def write_reports(
    wanted: Wanted, found: Sequence[Outcome], shared: Sequence[Finding], everything: bool
) -> list[str]:
    """Paths of what was written, each told on standard error. Raises WriteError when the disk refuses."""
    from reporter.check.report.page import page
    from reporter.check.report.sarif import sarif

    written = []
    if wanted.sarif:
        text = sarif(found, shared, Path.cwd())
        written.append(put(wanted.sarif, text.encode("utf-8", "replace"), "SARIF"))
    if wanted.html:
        text = page(found, shared, everything)
        written.append(put(wanted.html, text.encode("utf-8", "replace"), "网页"))
    if wanted.docx:
        written += _write_copies(wanted.docx, found, everything)
    return written


def _write_copies(target: Path, found: Sequence[Outcome], everything: bool) -> Iterator[str]:
    from reporter.artefacts.source import load
    from reporter.check.report.annotate import annotated

    places = copies(target, [outcome.path for outcome in found])
    for outcome in found:
        if outcome.verdict is None or outcome.verdict.subject is None or outcome.path not in places:
            continue
        told = [one for one in outcome.verdict.findings if everything or one.severity != "info"]
        try:
            data = annotated(load(outcome.path), outcome.verdict.subject.seen, told)
        except InputError as error:
            say(f"{outcome.path}：{error}")
            continue
        yield put(places[outcome.path], data, "带批注的副本")


def _refuse_others(path: Path, ours: Ours) -> None:
    if path.is_dir():
        raise InputError("这是一个文件夹，不能当作文件写", "换一个文件名", str(path))
    if path.exists() and not ours(path.read_bytes()):
        raise InputError(
            "这里已有一个文件，不是检查结果或有人改过，没有覆盖", "换一个文件名，或先移走它", str(path)
        )


def _is_our_page(data: bytes) -> bool:
    from reporter.check.report.page import is_untouched

    return is_untouched(data)


def _is_our_sarif(data: bytes) -> bool:
    from reporter.check.report.sarif import TOOL

    try:
        runs = json.loads(data)["runs"]
        return bool(runs) and all(run["tool"]["driver"]["name"] == TOOL for run in runs)
    except (ValueError, KeyError, TypeError):
        return False


def _same(one: Path, other: Path) -> bool:
    try:
        return one.resolve() == other.resolve()
    except (OSError, RuntimeError):
        return False
