"""What a workspace's own records say against each other: R5 and R6 about the answers of its forms, R9 about its ledger.

The rest of R1–R28 is about texts and is asked of the files made from the records; R16 (a web page's date and publisher
against the signed ones) is asked of no file, since what a page says stands in none.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from reporter.check.finding import Finding, Severity, Where, ordered
from reporter.errors import ReporterError
from reporter.facts.book import FactBook
from reporter.facts.fact import Fact
from reporter.facts.family import families
from reporter.intake.problems import Code, Problem
from reporter.intake.workspace import load_valid
from reporter.records.workspace import Workspace

FORM = "指标填报.xlsx"
_LEDGER = {
    Code.OVERDUE: "GW539", Code.DUE_ORDER: "GW539", Code.TERM_TOO_LONG: "GW539", Code.DATE_ORDER: "GW541",
    Code.CLOSED_WITHOUT_DATE: "GW541", Code.CLOSED_UNVERIFIED: "GW541", Code.STATUS_AND_DATE: "GW541",
}  # fmt: skip
"""Problems of the data that are R9, by the rule that finds the same in a printed ledger."""
_YES = "是"
_ANSWER = "GW553"
_HINT = "以台账推算的为准；确需覆盖的，在“覆盖”表里写清理由，报送前请负责人核对"


def record_findings(root: Path) -> tuple[Finding, ...]:
    """Raises what `load_valid` does."""
    workspace, problems = load_valid(root)
    answers = {
        finding.message: finding for finding in _of_answers(workspace)
    }  # a part says more than its whole
    return ordered((*_of_ledger(problems), *answers.values()))


def _of_ledger(problems: tuple[Problem, ...]) -> Iterator[Finding]:
    for one in problems:
        if one.code in _LEDGER:
            where = Where(
                one.where.file, paragraph=f"{one.where.file} › {one.where.sheet} › {one.where.cell}"
            )
            yield Finding(_LEDGER[one.code], one.severity, one.message, one.hint, where, "R9")


def _of_answers(workspace: Workspace) -> Iterator[Finding]:
    """Answers that the records do not bear out, of every filing with a form and a day."""
    figure = families()["indicators"].figures["answer"]
    for filing in workspace.filings:
        book = FactBook(workspace, filing)
        for dims in figure.instances(book.setting) if filing.as_of else ():
            try:
                fact = book.figure("indicators", "answer", **dims)
            except ReporterError:
                continue  # told where the form is made
            if fact.warning and fact.value is not None:
                where = Where(FORM, paragraph=str(fact.cells[0]) if fact.cells else FORM, quote=fact.label)
                yield Finding(_ANSWER, _weight(fact), fact.warning, _HINT, where, "R5、R6")


def _weight(fact: Fact) -> Severity:
    """A “是” about hazards that the ledger denies is an error."""
    denied = fact.overruled and fact.text() == _YES and any(one.startswith("hazards.") for one in fact.inputs)
    return "error" if denied else "warning"
