"""Many files under all rules: a process a core, one sentence for a file that cannot be read, nothing stops the rest."""

from __future__ import annotations

import gc
import os
import signal
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import TimeoutError as TimedOut
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace
from pebble import ProcessExpired, ProcessPool

from reporter.artefacts import office
from reporter.check.finding import Finding
from reporter.check.hostile import limit_memory, refuse_classified, refuse_macros, refuse_special
from reporter.check.judging import LAYOUT_SECONDS, Manner, Verdict, judge, judge_set, subject_of
from reporter.check.registry import loaded_rules
from reporter.check.report.pictures import Picture, pictures
from reporter.errors import InputError, ReporterError, UnknownName, system_reason

SUFFIXES = (".docx", ".pdf", ".docm")
SECONDS = 7.0
"""For reading and judging one file; its layout by LibreOffice has a limit of its own on top."""
SECONDS_PER_MB = 1.0
_FEW = 3
_SMALL = 2 * 2**20
"""As few files, each a .docx of at most so many bytes unpacked, are judged here: starting a process takes longer."""
_NOT_OURS = ("~$", ".")
_TOO_MUCH = "文件异常，读取时占用的资源过多，已停止", "请用 Word 或 WPS 打开后另存一份再试"
_TASKS = 200
"""Files after which a worker is replaced, so that nothing adds up."""


class Outcome(Struct, frozen=True):
    """A file with its verdict, or with why it was not checked (`refused`: message, hint)."""

    path: Path
    verdict: Verdict | None = None
    refused: tuple[str, str] | None = None
    pictures: tuple[Picture, ...] = ()


def files_in(paths: Iterable[Path]) -> tuple[Path, ...]:
    """The files themselves, and of folders every DOCX and PDF below, in order, each once.

    Raises InputError naming every path that does not exist, and for folders that hold nothing to check.
    """
    found: dict[Path, None] = {}
    missing = []
    for path in paths:
        if path.is_dir():
            found.update(dict.fromkeys(_below(path)))
        elif path.exists() or path.is_symlink():
            found[path] = None
        else:
            missing.append(str(path))
    if missing:
        raise InputError(f"找不到{'、'.join(missing)}", "请核对文件名和所在文件夹")
    if not found:
        raise InputError("这里没有可以检查的文件（.docx 或 .pdf）", "给出文件，或放有这些文件的文件夹")
    return tuple(found)


def outcomes(
    paths: Sequence[Path], manner: Manner, workers: int = 0, *, pictured: bool = False
) -> Iterator[Outcome]:
    """An outcome for each file, in order. `workers` 0: one a core; `pictured`: with pages as pictures."""
    if len(paths) <= _FEW and all(_harmless(path) for path in paths):
        yield from (_judged(path, manner, pictured) for path in paths)
        return
    count = max(1, min(workers or os.cpu_count() or 1, len(paths)))
    context = get_context("spawn")
    with ProcessPool(max_workers=count, max_tasks=_TASKS, context=context, initializer=_begin) as pool:
        futures = [
            pool.schedule(_judged, args=(path, manner, pictured), timeout=_limit(path, manner))
            for path in paths
        ]
        try:
            for path, future in zip(paths, futures, strict=True):
                yield _awaited(path, future)
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


def _begin() -> None:
    """A worker: limited memory, what was loaded is not looked at for garbage again and again (a fifth of the time of a
    small file), and no office left behind when it is ended."""
    limit_memory()
    loaded_rules()
    gc.freeze()

    def end(number: int, frame: Any) -> None:
        office.stop_running()
        os._exit(128 + number)

    signal.signal(signal.SIGTERM, end)


def _harmless(path: Path) -> bool:
    """Whether a file surely takes little time and memory: what it says of its size is checked when it is unpacked."""
    try:
        if not path.is_file() or path.stat().st_size > _SMALL:
            return False
        with zipfile.ZipFile(path) as archive:
            return sum(part.file_size for part in archive.infolist()) <= _SMALL
    except (OSError, zipfile.BadZipFile, ValueError, NotImplementedError):
        return path.is_file() and path.stat().st_size == 0


def _limit(path: Path, manner: Manner) -> float:
    """Seconds: large files have more of them."""
    try:
        longer = SECONDS_PER_MB * path.stat().st_size / 2**20
    except OSError:
        longer = 0.0
    return SECONDS + longer + (LAYOUT_SECONDS if manner.render and path.suffix.lower() == ".docx" else 0)


def _below(folder: Path) -> list[Path]:
    """Files below, without those of Office and of the system. Links to folders are not followed: they may go round."""
    found = []
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(_NOT_OURS))
        for name in names:
            path = Path(place) / name
            if path.suffix.lower() in SUFFIXES and not name.startswith(_NOT_OURS) and not path.is_dir():
                found.append(path)
    return sorted(found)


def _judged(path: Path, manner: Manner, pictured: bool) -> Outcome:
    """The file's outcome. Nothing is raised but for a wrong name: what goes wrong in a worker must be told here."""
    try:
        return _verdict(path, manner, pictured)
    except UnknownName:
        raise
    except ReporterError as error:
        return Outcome(path, refused=(error.message, error.hint))
    except (MemoryError, RecursionError):
        return Outcome(path, refused=_TOO_MUCH)
    except OSError as error:
        return Outcome(path, refused=(f"文件打不开：{system_reason(error)}", "请核对文件和它的权限"))
    except Exception as error:  # noqa: BLE001 - our fault on one file must not keep the others from being checked
        told = f"检查这个文件时程序内部出错（{type(error).__name__}：{error}）"
        return Outcome(path, refused=(told, "请把这个文件和这句话告诉维护人员"))


def _verdict(path: Path, manner: Manner, pictured: bool) -> Outcome:
    refuse_special(path)
    refuse_macros(path)
    refuse_classified(path)
    subject = subject_of(path, manner)
    refuse_classified(path, subject)
    verdict = judge(subject)
    shown = pictures(subject, verdict.findings) if pictured else ()
    # The layout is many times as large as the rest and no rule about a set looks at it.
    return Outcome(path, replace(verdict, subject=replace(subject, layout=None)), pictures=shown)


def _awaited(path: Path, future: Any) -> Outcome:
    """What a worker found, or how it ended."""
    try:
        outcome: Outcome = future.result()
    except TimedOut:
        return Outcome(path, refused=("检查超过时限，已停止", "文件可能已损坏或异常庞大，请另存一份再试"))
    except ProcessExpired:
        return Outcome(path, refused=_TOO_MUCH)
    return outcome
