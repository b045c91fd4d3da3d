"""`reporter prove FILE`: whether a file in hand is what was submitted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reporter.cli.console import say, show, show_json
from reporter.cli.failures import LOOK, NOT_DONE
from reporter.cli.group import ReporterCommand
from reporter.cli.options import folder_option, json_option
from reporter.errors import InputError

if TYPE_CHECKING:
    from reporter.dispatch.prove import Hit, Proof

SCHEMA = "reporter/prove-1"
_CODES = {"proven": 0, "refuted": LOOK, "unknown": NOT_DONE}
_VERDICTS = {"proven": "属实", "refuted": "不是", "unknown": "查不到"}


@click.command(
    cls=ReporterCommand,
    short_help="查证：手上的文件是不是当时报出去的",
    help="用校验值（SHA-256）查证一个文件（Word、PDF、扫描件、报送包的 zip）是不是当时报出去的：是，就说哪天、谁、"
    "报给谁；不是，就找出它像哪一份，列出和报出去的有哪些不同。退出码：0 属实，1 不是，2 查不到。",
    epilog="reporter prove 收到的报告.pdf",
)
@click.argument("file", metavar="文件", type=click.Path(path_type=Path))
@click.option("--all", "everything", is_flag=True, help="不同之处全部列出，不省略")
@folder_option("结果文件夹，里面有报送的存档（默认 outputs）")
@json_option
def command(file: Path, everything: bool, out: Path, as_json: bool) -> int:
    from reporter.dispatch.prove import prove

    if not file.is_file():
        raise InputError("没有这个文件", "核对路径", str(file))
    found = prove(file, out)
    code = _CODES[found.verdict]
    if found.verdict == "proven" and any(hit.fault for hit in found.hits[:1]):
        code = LOOK
    if as_json:
        show_json(SCHEMA, {"exit_code": code, **_data(found)})
    else:
        for line in _lines(found, everything=everything):
            show(line)
    if found.verdict == "unknown":
        say("结果文件夹不在这里的，用 --out 指出；扫描过、转过格式的文件，校验值不同，只能人工比对。")
    return code


def _lines(found: Proof, *, everything: bool) -> Iterator[str]:
    from reporter.cli.difflines import difference_lines

    heads = {"proven": "就是报出去的文件", "refuted": "不是报出去的那个文件", "unknown": "没有它的报送记录"}
    head = (
        "是报出去的那份文件的留底"
        if found.verdict == "proven" and _outgoing(found.hits)
        else heads[found.verdict]
    )
    yield f"{_VERDICTS[found.verdict]}：{found.file}{head}"
    yield f"  校验值 {found.sha256}"
    told = {hit.sent.n: hit for hit in sorted(found.hits, key=lambda hit: hit.item.role == "stripped")}
    for hit in sorted(told.values(), key=found.hits.index):
        yield from _hit_lines(hit)
    for member in found.members:
        head = f"  {_VERDICTS[member.verdict]}：{member.file}"
        yield head + (f"（{_when(member.hits[0])}）" if member.hits else "")
    if found.issuance is not None:
        yield f"  《{found.issuance.title}》{found.issuance.number}，{found.issuance.date}"
    if found.candidate is not None:
        one = found.candidate
        yield f"  像是：《{one.title}》{one.number}，{one.on}由{one.by}报{one.to}（工作文件夹“{found.workspace}”）"
        if found.against is not None:
            yield f"  当时报的：{found.against.name}，校验值 {found.against.sha256}"
        if found.draft and found.draft != one.draft:
            yield f"  它出自第{found.draft}稿，报出去的是第{one.draft}稿"
    for note in found.notes:
        yield f"  {note}"
    if found.changes is not None:
        yield from difference_lines(found.changes, everything=everything)


def _hit_lines(hit: Hit) -> Iterator[str]:
    from reporter.deliver.sent import ROLES

    one = hit.sent
    yield f"  {ROLES[hit.item.role]}：{hit.item.name}" + (f"，{hit.item.pages}页" if hit.item.pages else "")
    yield f"  《{one.title}》{one.number}，{_when(hit)}"
    if outgoing := _outgoing((hit,)):
        yield f"  内容相同；发出去的同名文件去掉了内部标记，校验值 {outgoing}"
    if hit.workspace:
        yield f"  工作文件夹：{hit.workspace}"
    if hit.fault:
        yield f"  注意：存档里的那一份已经不对（{hit.fault}），只有记录作证"


def _outgoing(hits: tuple[Hit, ...]) -> str:
    """SHA-256 of the copy without our marks that left, where all that was found is the one that was kept."""
    found = ""
    for hit in hits:
        item = next((one for one in hit.sent.of("stripped") if one.key == hit.item.key), None)
        if item is None or item.sha256 == hit.item.sha256:
            return ""
        found = found or item.sha256
    return found


def _when(hit: Hit) -> str:
    one = hit.sent
    what = f"，{one.deliverable}" if one.deliverable else ""
    return f"{one.on}由{one.by}{'报' if one.counted else '打包，要报'}{one.to}{what}，存档第{one.n}次"


def _data(found: Proof) -> dict[str, Any]:
    from reporter.diff.data import comparison_data

    return {
        "file": found.file,
        "sha256": found.sha256,
        "verdict": found.verdict,
        "submissions": [
            {
                "role": hit.item.role,
                "name": hit.item.name,
                "fault": hit.fault,
                "workspace": hit.workspace,
                **_sent(hit.sent),
            }
            for hit in found.hits
        ],
        "members": [_data(one) for one in found.members],
        "candidate": _sent(found.candidate) if found.candidate else None,
        "against": {"name": found.against.name, "sha256": found.against.sha256} if found.against else None,
        "draft": found.draft,
        "workspace": found.workspace,
        "changes": comparison_data(found.changes) if found.changes else None,
        "notes": list(found.notes),
    }


def _sent(one: Any) -> dict[str, Any]:
    names = (
        "filing",
        "n",
        "title",
        "number",
        "to",
        "by",
        "on",
        "obligation",
        "deliverable",
        "counted",
        "draft",
    )
    return {name: getattr(one, name) for name in names}
