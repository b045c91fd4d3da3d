"""Many files under all rules: a process a core, one sentence for a file that cannot be read, nothing stops the rest."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import TimeoutError as TimedOut
from dataclasses import dataclass, replace
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from pebble import ProcessExpired, ProcessPool

from reporter.check.finding import Finding
from reporter.check.judging import Manner, Verdict, judge, judge_set, subject_of
from reporter.errors import InputError, ReporterError, UnknownName

SUFFIXES = (".docx", ".pdf")
SECONDS = 10.0
"""For reading and judging one file; its layout by LibreOffice has a limit of its own on top."""
SECONDS_PER_MB = 20.0
LAYOUT_SECONDS = 130.0
_FEW = 3
"""As many files are judged in this process: starting others would take longer."""
_NOT_OURS = ("~$", ".")


@dataclass(frozen=True, slots=True)
class Outcome:
    """A file with its verdict, or with why it was not checked (`refused`: message, hint)."""

    path: Path
    verdict: Verdict | None = None
    refused: tuple[str, str] | None = None


def files_in(paths: Iterable[Path]) -> tuple[Path, ...]:
    """The files themselves, and of folders every DOCX and PDF below, in order, each once.

    Raises InputError naming every path that does not exist, and for folders that hold nothing to check.
    """
    found: dict[Path, None] = {}
    missing = []
    for path in paths:
        if path.is_dir():
            found.update(dict.fromkeys(_below(path)))
        elif path.exists():
            found[path] = None
        else:
            missing.append(str(path))
    if missing:
        raise InputError(f"找不到{'、'.join(missing)}", "请核对文件名和所在文件夹")
    if not found:
        raise InputError("这里没有可以检查的文件（.docx 或 .pdf）", "给出文件，或放有这些文件的文件夹")
    return tuple(found)


def outcomes(paths: Sequence[Path], manner: Manner, workers: int = 0) -> Iterator[Outcome]:
    """An outcome for each file, in order. `workers` 0 is as many as there are cores."""
    if len(paths) <= _FEW:
        yield from (_guarded(path, partial(_judged, path, manner)) for path in paths)
        return
    count = min(workers or os.cpu_count() or 1, len(paths))
    with ProcessPool(max_workers=count, context=get_context("spawn")) as pool:
        futures = [
            pool.schedule(_judged, args=(path, manner), timeout=_limit(path, manner)) for path in paths
        ]
        try:
            for path, future in zip(paths, futures, strict=True):
                yield _guarded(path, future.result)
        except BaseException:
            pool.stop()  # type: ignore[no-untyped-call]
            raise


def together(found: Iterable[Outcome], manner: Manner) -> tuple[Finding, ...]:
    """Findings of the rules about a set. Of a document in two formats only the DOCX counts."""
    by_stem: dict[Path, Verdict] = {}
    for outcome in found:
        if outcome.verdict and (
            outcome.path.suffix.lower() == ".docx" or outcome.path.with_suffix("") not in by_stem
        ):
            by_stem[outcome.path.with_suffix("")] = outcome.verdict
    return judge_set([v.subject for v in by_stem.values() if v.subject], manner.profile)


def _limit(path: Path, manner: Manner) -> float:
    """Seconds: large files have more of them."""
    longer = SECONDS_PER_MB * path.stat().st_size / 2**20
    return SECONDS + longer + (LAYOUT_SECONDS if manner.render and path.suffix.lower() == ".docx" else 0)


def _below(folder: Path) -> list[Path]:
    files = (path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES and path.is_file())
    return sorted(
        path
        for path in files
        if not any(part.startswith(_NOT_OURS) for part in path.relative_to(folder).parts)
    )


def _judged(path: Path, manner: Manner) -> Verdict:
    verdict = judge(subject_of(path, manner))
    # The layout is many times as large as the rest and no rule about a set looks at it.
    return replace(verdict, subject=replace(verdict.subject, layout=None) if verdict.subject else None)


def _guarded(path: Path, work: Callable[[], Verdict]) -> Outcome:
    try:
        return Outcome(path, work())
    except UnknownName:
        raise
    except ReporterError as error:
        return Outcome(path, refused=(error.message, error.hint))
    except TimedOut:
        return Outcome(path, refused=("检查超过时限，已停止", "文件可能已损坏或异常庞大，请另存一份再试"))
    except (ProcessExpired, MemoryError, RecursionError):
        return Outcome(
            path, refused=("文件异常，读取时占用的资源过多，已停止", "请用 Word 或 WPS 打开后另存一份再试")
        )
