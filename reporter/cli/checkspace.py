"""Which files `check` judges when a workspace is named, and what that workspace knows."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reporter.errors import InputError
from reporter.intake.folder import is_workspace

if TYPE_CHECKING:
    from reporter.check.knowledge import Known
    from reporter.check.running import Outcome

_RESULTS = Path("outputs")


def against(paths: Sequence[Path], workspace: Path | None) -> tuple[tuple[Path, ...], Known | None]:
    """The paths, each workspace among them replaced by the folder that `build` made of it, and the facts.

    Without `workspace` the only workspace among the paths is the one whose facts count. Raises InputError for a
    workspace of which nothing was built, and for several of them.
    """
    named = [path for path in paths if is_workspace(path)]
    if workspace is None and len(named) > 1:
        raise InputError("一次只能对照一个工作文件夹", "请逐个检查，或用 --workspace 指明用哪一个的数据")
    source = workspace or (named[0] if named else None)
    found = tuple(_built(path) if path in named else path for path in paths)
    if source is None:
        return found, None
    from reporter.check.workspace import known_of

    return found, known_of(source)


def of_records(paths: Sequence[Path]) -> list[Outcome]:
    """What the records of each workspace among the paths say against each other."""
    named = [path for path in paths if is_workspace(path)]
    if not named:
        return []  # the records of a workspace take longer to load than a file to check
    from reporter.check.judging import Verdict
    from reporter.check.ownrecords import record_findings
    from reporter.check.running import Outcome

    return [Outcome(path, Verdict(path.name, record_findings(path), notes=(_RECORDS,))) for path in named]


_RECORDS = "以上是工作文件夹里台账、填报互相核对的结果；生成的文件另列"


def _built(workspace: Path) -> Path:
    folder = _RESULTS / workspace.resolve().name
    if not (folder / "manifest.json").is_file():
        hint = f"先运行 reporter build {workspace}；结果不在 outputs 里的，写那个文件夹并加 --workspace {workspace}"
        raise InputError("这个工作文件夹还没有生成文件", hint, str(folder))
    return folder
