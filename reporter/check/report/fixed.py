"""What `reporter fix` did and what it left, for a terminal and as data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from reporter.artefacts.seen.model import Para
from reporter.check.fixing import Fixed
from reporter.check.folding import places
from reporter.check.planning import NO_REPAIR, NOT_ASKED, Done, Left
from reporter.check.proof import intended
from reporter.check.repair import Change, Say, Sheet, Stand, Type
from reporter.check.spots import spot
from reporter.check.unsure import unsure_lines

_AROUND = 6
_ALIGN = {"center": "居中", "left": "居左", "right": "居右", "justify": "两端对齐", "": "未定"}


def done_rows(done: Done) -> list[tuple[str, str, str]]:
    """Place, before, after of each paragraph or section that a repair changed."""
    found: list[tuple[str, str, str]] = []
    paras: dict[int, Para] = {}
    for change in done.changes:
        if not isinstance(change, Sheet):
            paras.setdefault(change.para.number, change.para)
    for para in paras.values():
        those = [one for one in done.changes if not isinstance(one, Sheet) and one.para.number == para.number]
        said = [one for one in those if isinstance(one, Say)]
        if said:
            found.append((spot(para), *_excerpts(para, said)))
        looks = [row for one in those for row in _looks(one)]
        found += [(spot(para), *row) for row in dict.fromkeys(looks)]
    return found + [_sheet(done, one) for one in done.changes if isinstance(one, Sheet)]


def _excerpts(para: Para, said: Sequence[Say]) -> tuple[str, str]:
    """The words around the edits as they were and as they will be."""
    first, last = min(one.start for one in said), max(one.end for one in said)
    begin, end = max(0, first - _AROUND), min(len(para.typed), last + _AROUND)
    after = intended(para, said)
    tail = len(para.typed) - end
    left, right = "…" if begin else "", "…" if tail else ""
    return f"{left}{para.typed[begin:end]}{right}", f"{left}{after[begin : len(after) - tail]}{right}"


def _looks(change: Change) -> Iterator[tuple[str, str]]:
    if isinstance(change, Type):
        run = change.para.main
        if change.face is not None:
            yield run.font or "字体未定", change.face
        if change.size is not None:
            yield f"{run.size:g}磅", f"{change.size:g}磅"
        if change.bold is not None:
            yield "加粗", "不加粗"
        if change.black:
            yield "彩色", "黑色"
    elif isinstance(change, Stand):
        looks = change.para.looks
        if change.align is not None:
            yield _ALIGN[looks.align], _ALIGN[change.align]
        if change.first is not None or change.left is not None:
            before, after = (looks.first or 0, looks.left or 0), (change.first or 0, change.left or 0)
            yield f"首行空{before[0]:g}字、左空{before[1]:g}字", f"首行空{after[0]:g}字、左空{after[1]:g}字"
        if change.pitch is not None:
            pitch = f"{looks.pitch:g}磅" if looks.pitch else f"{looks.lines or 1:g}倍"
            yield f"行距{pitch}", f"固定值{change.pitch:g}磅"
        for name, was, now in (("段前", looks.before, change.before), ("段后", looks.after, change.after)):
            if now is not None:
                yield f"{name}{was or 0:g}磅", f"{name}{now:g}磅"


def _sheet(done: Done, change: Sheet) -> tuple[str, str, str]:
    paper = f"纸张{change.paper[0]:g} × {change.paper[1]:g}毫米，" if change.paper else ""
    top, right, bottom, left = change.edges or (0, 0, 0, 0)
    edges = f"上{top:g}、下{bottom:g}、左{left:g}、右{right:g}毫米" if change.edges else ""
    return done.finding.where.paragraph, done.finding.message, paper + edges


def fixed_lines(fixed: Fixed) -> Iterator[str]:
    """A line for each change, then what was left, alike ones together."""
    alike: dict[tuple[str, str], dict[tuple[str, str], list[str]]] = {}
    for one in fixed.done:
        rows = alike.setdefault((one.finding.code, one.says), {})
        for place, before, after in done_rows(one):
            rows.setdefault((before, after), []).append(place)
    for (code, says), rows in alike.items():
        yield f"  {code} {says}"
        for (before, after), spots in rows.items():
            yield f"      {'、'.join(places(spots))}：{before} → {after}"
    told = [one for one in fixed.left if one.reason not in (NO_REPAIR, NOT_ASKED)]
    if told or fixed.unsure:
        yield "没有把握，请自己改："
    for left in told:
        yield f"  {left.finding.code} {_place(left)}：{left.finding.message}（{left.reason}）"
    yield from (f"  {line}" for line in unsure_lines(fixed.unsure))


def summary(fixed: Fixed, *, dry: bool = False) -> str:
    rest = [one.finding for one in fixed.left]
    errors = sum(one.severity == "error" for one in rest)
    warnings = sum(one.severity == "warning" for one in rest)
    left = f"还有{errors}处错误、{warnings}处提醒要自己改" if errors or warnings else "没有别的错误和提醒"
    made = "会改" if dry else "改了"
    head = f"{made}{len(fixed.done)}处问题，都是修订，可逐条接受或拒绝" if fixed.done else "没有能代改的问题"
    return f"{head}；{left}（版面没有量；reporter check 会量版面、列出全部）。"


def fixed_data(fixed: Fixed) -> dict[str, Any]:
    """`done` with place, before and after; `left` with the reason."""
    return {
        "done": [
            {"code": one.finding.code, "says": one.says, "finding": one.finding.as_dict(),
             "changes": [{"place": a, "before": b, "after": c} for a, b, c in done_rows(one)]}
            for one in fixed.done
        ],
        "left": [{"finding": one.finding.as_dict(), "reason": one.reason} for one in fixed.left],
        "unsure": [{"code": one.code, "title": one.title, "reason": one.reason} for one in fixed.unsure],
    }  # fmt: skip


def _place(left: Left) -> str:
    where = left.finding.where
    return f"{where.paragraph}“{where.quote}”" if where.quote else where.paragraph
