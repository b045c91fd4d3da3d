"""运行报告: what was made and why, what was not, and what a person must do now; as text, page and data."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

from reporter.bundle.outcome import VERDICTS, Done
from reporter.bundle.result import Run
from reporter.deliver.writing import write_changed

SCHEMA = "reporter/bundle-1"
NAME = "运行报告"
_TODO = ("refused", "failed", "kept")
_STYLE = (
    "body{font-family:sans-serif;margin:2em;max-width:60em}table{border-collapse:collapse}"
    "td,th{border:1px solid #999;padding:.3em .6em;text-align:left;vertical-align:top}"
)


def write_report(run: Run) -> tuple[Path, ...]:
    """The three files in the folder of results; raises WriteError."""
    texts = {
        "txt": "\n".join(lines(run)) + "\n",
        "html": page(run),
        "json": json.dumps({"schema": SCHEMA, **as_data(run)}, ensure_ascii=False, indent=1) + "\n",
    }
    paths = tuple(run.order.out / f"{NAME}.{suffix}" for suffix in texts)
    for path, text in zip(paths, texts.values(), strict=True):
        write_changed(path, text.encode())
    return paths


def summary(run: Run) -> str:
    """One sentence."""
    counts = [f"{VERDICTS[verdict]}{run.count(verdict)}份" for verdict in VERDICTS if run.count(verdict)]
    undue = sum(outcome.undue for outcome in run.outcomes)
    counts += (
        [
            f"这次不做{undue}份（未到期、没有报送期限、没有点名或已报送；不管期限用 --all，已报送的也做用 --again）"
        ]
        if undue
        else []
    )
    return (
        f"{len(run.outcomes)}个单位：{'，'.join(counts) or '没有要做的文件'}；用时{duration(run.seconds)}。"
    )


def todo(run: Run) -> tuple[Done, ...]:
    """What a person has to look at: refused, not written, edited by hand, findings, files laid beside."""
    return tuple(
        one
        for one in run.done
        if one.verdict in _TODO or one.findings or (one.notes and one.verdict == "made")
    )


def lines(run: Run) -> Iterator[str]:
    """The report as text."""
    yield f"{NAME}（{'计划' if run.planned else '结果'}）"
    yield summary(run)
    made = [one for one in run.done if one.verdict in ("made", "planned")]
    if made:
        yield ""
        yield "要生成的：" if run.planned else "生成的："
        yield from (f"  {_named(one)}  [{one.reason}]" for one in made)
    waiting = todo(run)
    if waiting:
        yield ""
        yield "现在要做的："
    for one in waiting:
        yield f"  □ {_named(one)}（{VERDICTS[one.verdict]}）"
        yield from (f"      {line}" for note in one.notes for line in note.split("\n"))


def as_data(run: Run) -> dict[str, Any]:
    """For JSON."""
    return {
        "exit_code": run.exit_code,
        "planned": run.planned,
        "seconds": round(run.seconds, 3),
        "counts": {verdict: run.count(verdict) for verdict in VERDICTS},
        "units": [
            {
                "unit": outcome.unit,
                "seconds": round(outcome.seconds, 3),
                "not_asked": outcome.undue,
                "filings": [_done(one) for one in outcome.done],
            }
            for outcome in run.outcomes
        ],
    }


def page(run: Run) -> str:
    """The report as one page without scripts."""
    rows = "".join(_row(one) for one in todo(run)) or "<tr><td colspan=4>没有</td></tr>"
    told = {(one.unit, one.id) for one in todo(run)}
    others = [
        one for one in run.done if one.verdict in ("made", "planned") and (one.unit, one.id) not in told
    ]
    made = "".join(map(_row, others)) or "<tr><td colspan=4>没有</td></tr>"
    head = "<tr><th>单位</th><th>文件</th><th>结果</th><th>原因和要做的事</th></tr>"
    title = "要生成的" if run.planned else "生成的，没有要做的事"
    return (
        f'<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>{NAME}</title>'
        f"<style>{_STYLE}</style></head><body><h1>{NAME}</h1><p>{escape(summary(run))}</p>"
        f"<h2>现在要做的</h2><table>{head}{rows}</table>"
        f"<h2>{title}</h2><table>{head}{made}</table></body></html>\n"
    )


def duration(seconds: float) -> str:
    """`8秒`, `3分20秒`, `1小时5分`."""
    whole = round(seconds)
    if whole < 60:
        return f"{whole}秒" if whole else f"{seconds:.1f}秒"
    minutes, rest = divmod(whole, 60)
    return f"{minutes}分{rest}秒" if minutes < 60 else f"{minutes // 60}小时{minutes % 60}分"


def _named(one: Done) -> str:
    return f"{one.unit} {one.title}" if one.id else one.unit


def _done(one: Done) -> dict[str, Any]:
    return {
        "id": one.id, "title": one.title, "verdict": one.verdict, "reason": one.reason, "notes": list(one.notes),
        "findings": one.findings, "files": list(one.files),
    }  # fmt: skip


def _row(one: Done) -> str:
    notes = "<br>".join(
        escape(line) for note in (one.reason, *one.notes) if note for line in note.split("\n")
    )
    cells = (escape(one.unit), escape(one.title), VERDICTS[one.verdict], notes)
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"
