"""What `pull` found, as lines for a person and as data; asking which of it is written."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from reporter.cli.console import say
from reporter.cli.difflines import marked
from reporter.diff.said import quoted, visible
from reporter.diff.words import edits
from reporter.errors import InputError
from reporter.pull.model import Proposal, Pulled, Remark, Revision, Status

_STATUS: dict[Status, str] = {
    "ready": "可以写回", "ask": "要您同意", "conflict": "有冲突", "tell": "不能写回", "done": "已经改过",
}  # fmt: skip
_QUOTE = 60
_FEW = 12


def pulled_lines(pulled: Pulled) -> Iterator[str]:
    """One head, then each proposal with its place, old and new, and where it goes."""
    head = f"{pulled.filing} 第{pulled.draft}稿"
    if pulled.same:
        yield f"{head}：没有改动"
    else:
        counts = Counter(one.status for one in pulled.proposals)
        told = [f"{name}{counts[status]}处" for status, name in _STATUS.items() if counts[status]]
        yield f"{head}：Word 里改了{len(pulled.proposals)}处" + (f"（{'，'.join(told)}）" if told else "")
    yield from (f"注意：{note}" for note in pulled.notes)
    yield from _reviewers(pulled.revisions, pulled.remarks)
    for number, one in enumerate(pulled.proposals, 1):
        yield from _proposal(number, one)
    if pulled.formats:
        yield "格式和页眉页脚（不带回，样式由程序统一设置）："
        yield from (f"  {visible(line)}" for line in pulled.formats[:_FEW])
        if len(pulled.formats) > _FEW:
            yield f"  ……还有{len(pulled.formats) - _FEW}处"


def _reviewers(revisions: Sequence[Revision], remarks: Sequence[Remark]) -> Iterator[str]:
    if revisions:
        said = (f"{one.author}（增{one.inserted}处、删{one.deleted}处）" for one in revisions)
        yield f"文件里的修订（按全部接受来看，文件本身没有动）：{'；'.join(said)}"
    for one in remarks:
        at = f"（在“{visible(one.at)}”）" if one.at else ""
        yield f"批注　{visible(one.author)}{at}：{visible(one.text)}"


def _proposal(number: int, one: Proposal) -> Iterator[str]:
    goes = f"　→ {one.target}" if one.target else ""
    yield f"{number}. ［{_STATUS[one.status]}］{one.kind}　{one.place}{goes}"
    if one.old and one.new:
        yield f"   {marked(edits(one.old, one.new))}"
    elif one.old or one.new:
        sign, text = ("－", one.old) if one.old else ("＋", one.new)
        yield f"   ［{sign}{quoted(text, _QUOTE)}{sign}］"
    yield from (f"   {visible(note)}" for note in one.notes)


def pulled_data(pulled: Pulled, chosen: Sequence[Proposal], written: Sequence[Path]) -> dict[str, Any]:
    """The same for programs."""
    return {
        "file": str(pulled.file), "filing": pulled.filing, "draft": pulled.draft, "found_by": pulled.found_by,
        "proposals": [
            {"number": number, "kind": one.kind, "status": one.status, "place": one.place, "old": one.old,
             "new": one.new, "target": one.target, "notes": list(one.notes), "files": list(one.files),
             "written": one in chosen}
            for number, one in enumerate(pulled.proposals, 1)
        ],
        "formats": list(pulled.formats),
        "revisions": [
            {"author": one.author, "inserted": one.inserted, "deleted": one.deleted} for one in pulled.revisions
        ],
        "comments": [{"author": one.author, "text": one.text, "at": one.at} for one in pulled.remarks],
        "notes": list(pulled.notes),
        "written": [str(path) for path in written],
    }  # fmt: skip


def named(pulled: Pulled, numbers: str) -> list[Proposal]:
    """The proposals of these numbers; raises InputError for a number that is none or cannot be written."""
    chosen = []
    for part in numbers.replace("，", ",").split(","):
        number = int(part) if part.strip().isdecimal() else 0
        if not 0 < number <= len(pulled.proposals):
            raise InputError(
                f"列表里没有第“{part.strip()}”条", f"编号是 1 到 {len(pulled.proposals)}", "--write"
            )
        one = pulled.proposals[number - 1]
        if not one.changes:
            raise InputError(f"第{number}条不能写回", "看列表里这一条的说明", "--write")
        chosen.append(one)
    return chosen


def _at_terminal() -> bool:
    return sys.stdin.isatty() and sys.stderr.isatty()


def asked(pulled: Pulled) -> list[Proposal]:
    """What a person at the terminal agrees to, one by one; nothing where nobody can be asked."""
    wanted = [(number, one) for number, one in enumerate(pulled.proposals, 1) if one.changes]
    if not wanted or not _at_terminal():
        return []
    say("逐条确认：y 写回，n 不写，a 其余确定的都写回，q 到此为止（前面答应的照写）")
    chosen: list[Proposal] = []
    for at, (number, one) in enumerate(wanted):
        for line in _proposal(number, one):
            say(line)
        answer = click.prompt(
            f"写回第{number}条吗", default="n", type=click.Choice(("y", "n", "a", "q")), err=True
        )
        if answer == "a":
            return chosen + [later for _, later in wanted[at:] if later.status == "ready"]
        if answer == "q":
            break
        if answer == "y":
            chosen.append(one)
    return chosen
