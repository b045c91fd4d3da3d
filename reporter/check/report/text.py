"""Outcomes as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from reporter.check.finding import SEVERITY_NAMES, Finding
from reporter.check.running import Outcome
from reporter.check.unsure import unsure_lines

TOGETHER = "这些文件互相核对"


def outcome_lines(outcome: Outcome, everything: bool) -> Iterator[str]:
    """One file. `everything` also lists notes and each rule that was not checked."""
    if outcome.refused:
        yield f"{file_name(outcome.path)}：没有检查——{outcome.refused[0]}"
        if outcome.refused[1]:
            yield f"  怎么办：{outcome.refused[1]}"
        yield ""
        return
    verdict = outcome.verdict
    assert verdict is not None
    yield from finding_lines(file_name(outcome.path), verdict.findings, everything)
    yield from (f"  {note}" for note in verdict.notes)
    if everything:
        yield from (
            f"  未查 {one.code} {one.title}：{one.reason}" for one in verdict.unchecked if not one.unsure
        )
        yield from (f"  {line}" for line in unsure_lines(verdict.unchecked))
    elif verdict.unchecked:
        rules = len({one.code for one in verdict.unchecked})
        yield f"  有{rules}条规则未查或未全查（--all 逐条列出）"
    yield ""


def finding_lines(head: str, findings: Sequence[Finding], everything: bool) -> Iterator[str]:
    """Findings under a head with their counts."""
    yield f"{head}：{counted(findings)}"
    for finding in findings:
        if finding.severity == "info" and not everything:
            continue
        yield f"  {SEVERITY_NAMES[finding.severity]} {finding.code} {place_of(finding)}：{finding.message}"
        yield f"      怎么办：{finding.hint}（{finding.clause}）"


def counted(findings: Sequence[Finding]) -> str:
    """`2处错误，1处提醒`."""
    counts = {name: sum(one.severity == key for one in findings) for key, name in SEVERITY_NAMES.items()}
    return "，".join(f"{number}处{name}" for name, number in counts.items() if number) or "没有发现问题"


def place_of(finding: Finding) -> str:
    """`第2页 第3段“……”`; 全文 for the file as a whole."""
    where = finding.where
    place = " ".join(part for part in (f"第{where.page}页" if where.page else "", where.paragraph) if part)
    return place + (f"“{where.quote}”" if where.quote else "") or "全文"


def summary(found: Sequence[Outcome], shared: Sequence[Finding]) -> str:
    """One sentence about all files."""
    findings = all_findings(found, shared)
    errors = sum(one.severity == "error" for one in findings)
    warnings = sum(one.severity == "warning" for one in findings)
    refused = sum(outcome.refused is not None for outcome in found)
    parts = [
        f"检查了{len(found) - refused}个文件",
        f"{errors}处错误" if errors else "没有错误",
        f"{warnings}处提醒",
    ]
    return "，".join(parts) + (f"；{refused}个文件没有检查" if refused else "") + "。"


def all_findings(found: Sequence[Outcome], shared: Sequence[Finding]) -> list[Finding]:
    """Of every file and of all together."""
    return [*shared, *(one for outcome in found if outcome.verdict for one in outcome.verdict.findings)]


def file_name(path: Path) -> str:
    """The path on one line whatever its name holds: what a console would obey or cannot show becomes �."""
    return "".join(char if char.isprintable() or char == "\u3000" else "\ufffd" for char in str(path))
