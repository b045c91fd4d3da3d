"""One unit in a worker: load, compose, compare keys, make what is stale, write it down."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from reporter.bundle.journal import FinishedUnit, Journal, JournalFault, UnitRow
from reporter.bundle.journal import reading as read_journal
from reporter.bundle.journal import writing as write_journal
from reporter.bundle.order import BundleOrder, Unit
from reporter.bundle.outcome import Done, Outcome
from reporter.bundle.recipe import narrowed
from reporter.bundle.scan import Scan, changed, hashed, scan, stamp
from reporter.bundle.stale import Memory, PlannedOnly, Stale, Told, unheard
from reporter.contents import in_hand
from reporter.deliver.lock import Locked, alone
from reporter.deliver.writing import WriteError, sweep
from reporter.deliver.writing import fault as disk_fault
from reporter.errors import EnvironmentFault, InputError, ReporterError
from reporter.intake.problems import ValidationFailed
from reporter.making import Order
from reporter.pauses import Paused, ended, in_step
from reporter.pipeline import walk
from reporter.progress import Silent

State = Literal["done", "refused", "failed"]
_Visited: TypeAlias = tuple[Outcome, FinishedUnit | None]
"""What became of a unit, and what is written down of it."""
_MOST_PROBLEMS = 20
"""Problems of one unit that are told; `reporter validate` has all."""


class Job(Struct, frozen=True):
    """What a worker is told about one unit."""

    unit: Unit
    order: BundleOrder
    recipe: Mapping[str, str]
    run: int = 0
    """Number of the run; 0 plans only and writes nothing."""
    journal: Path | None = None
    stopped: bool = False
    """A run was stopped in this unit: temporary files may be left."""
    suspected: bool = False
    """A run died in this unit, perhaps of it."""
    hands: int = 1
    """Processes that it may use."""


def work(job: Job, told: Told = unheard) -> Outcome:
    """Makes what is stale in one unit; never raises for what a clerk or the machine did."""
    return work_all([job], told)[0]


def work_all(jobs: Sequence[Job], told: Told = unheard) -> list[Outcome]:
    """The same for some units of one run, in step; the journal says that they are done when they all are."""
    journal = None
    try:
        journal = _journal(jobs[0])
        with in_hand():
            found = ended(in_step([_timed(job, journal, told) for job in jobs]))
        if journal and jobs[0].run:
            journal.finish(jobs[0].run, [finished for _, finished in found if finished])
        return [outcome for outcome, _ in found]
    except JournalFault as fault:
        return [_unwritten(job, fault) for job in jobs]
    finally:
        if journal:
            journal.close()


def _timed(job: Job, journal: Journal | None, told: Told) -> Paused[_Visited]:
    """A visit and how long it took; its pauses are the time of others."""
    visit, seconds = _visit(job, journal, told), 0.0
    while True:
        started = time.monotonic()
        try:
            about = next(visit)
        except StopIteration as end:
            outcome, finished = end.value
            seconds = round(seconds + time.monotonic() - started, 3)
            return replace(outcome, seconds=seconds), finished and finished.taking(seconds)
        seconds += time.monotonic() - started
        yield about


def _unwritten(job: Job, fault: JournalFault) -> Outcome:
    name = job.unit.name
    return Outcome(name, (Done(name, "", name, "failed", notes=tuple(str(fault).split("\n"))),))


def _journal(job: Job) -> Journal | None:
    if job.journal is None:
        return None
    return write_journal(job.journal, new=False) if job.run else read_journal(job.journal)


def _visit(job: Job, journal: Journal | None, told: Told) -> Paused[_Visited]:
    name, folder = job.unit.name, job.unit.folder
    row = journal.unit(name) if journal else None
    memory = _memory(job, journal, row, told)
    state: State = "done"
    messages: tuple[str, ...] = ()
    found: Scan = {}
    try:
        with _alone(job):
            found = scan(job.unit.root, job.order.out)
            known = row.scan if row else {}
            memory.changed = changed(job.unit.root, found, known)
            found = hashed(job.unit.root, found, known)
            memory.seen = stamp(found, job.recipe)
            order = Order(job.unit.root, job.unit.out, (), job.order.formats)
            yield from walk(order, Silent(), Stale(memory, folder))
    except PlannedOnly:
        pass
    except JournalFault as fault:
        return _unwritten(job, fault), None
    except Exception as error:  # noqa: BLE001 - one bad unit must not stop the others
        state, messages = _refusal(error, job.unit)
        memory.done[""] = Done(name, "", name, "failed" if state == "failed" else "refused", notes=messages)
    undue = max(len(memory.catalog) - len(memory.done), 0)
    outcome = Outcome(name, tuple(memory.done.values()), undue=undue)
    kept = UnitRow(
        name, state, found, _remembered(job, memory), memory.catalog,
        job.order.today.isoformat() if memory.returning else "", memory.cells, messages,
    )  # fmt: skip
    tasks = tuple(one.task for one in memory.done.values())
    return outcome, FinishedUnit(kept, tuple(memory.rows.values()), tasks)


@contextmanager
def _alone(job: Job) -> Iterator[None]:
    """Nobody else writes there; what a stopped run left goes once its worker is surely gone, for it was alone too."""
    if not job.run:
        yield
        return
    with alone(job.unit.folder, in_run=True):
        if job.stopped:
            sweep(job.unit.folder)
        yield


def _memory(job: Job, journal: Journal | None, row: UnitRow | None, told: Told) -> Memory:
    name = job.unit.name
    return Memory(
        name, job.order.selection, job.recipe, job.order.today, journal,
        stopped=job.stopped, plan_only=not job.run, hands=job.hands, row=row, told=told,
        old=journal.filings(name).get(name, {}) if journal else {},
    )  # fmt: skip


def _remembered(job: Job, memory: Memory) -> Mapping[str, str]:
    """What its documents were made with; all templates, unless every one of its documents was seen."""
    if memory.faces is None:
        return job.recipe
    return narrowed(job.recipe, (entry["kind"] for entry in memory.catalog), memory.faces)


def _refusal(error: Exception, unit: Unit) -> tuple[State, tuple[str, ...]]:
    """State and messages for what stopped a whole unit."""
    if isinstance(error, ValidationFailed):
        return "refused", tuple(_problems(error))
    if isinstance(error, (WriteError, Locked, EnvironmentFault, JournalFault)):
        return "failed", tuple(str(error).split("\n"))
    if isinstance(error, ReporterError):
        return "refused", tuple(str(error).split("\n"))
    if isinstance(error, OSError):
        return "failed", tuple(str(refused_by_disk(error, unit)).split("\n"))
    detail = f"{type(error).__name__}：{error}".split("\n")[0]
    return "failed", (f"程序内部出错，不是您的操作或数据有误（{detail}）", "怎么办：把这一行告诉维护人员")


def refused_by_disk(error: OSError, unit: Unit) -> ReporterError:
    """The Chinese sentence for what the disk said of an input or of a result."""
    place = Path(error.filename or unit.folder)
    if place.is_relative_to(unit.folder) or not place.is_relative_to(unit.root):
        return disk_fault(error, place)
    if not unit.root.is_dir():
        return InputError("没有这个工作文件夹", "核对路径；改了名、移走了的，改单位清单", str(unit.root))
    hint = "检查文件夹权限；文件在 Excel、Word 或 WPS 中打开的，先关闭"
    return InputError(f"读不了这个文件（系统错误 {error.errno or error}）", hint, str(place))


def _problems(failed: ValidationFailed) -> Iterable[str]:
    found = [problem for problem in failed.problems if problem.severity == "error"]
    yield f"数据有{len(found)}处错误"
    for problem in found[:_MOST_PROBLEMS]:
        yield f"{problem.where}：{problem.message}"
        if problem.hint:
            yield f"怎么办：{problem.hint}"
    if len(found) > _MOST_PROBLEMS:
        yield f"……其余{len(found) - _MOST_PROBLEMS}处见 reporter validate"
