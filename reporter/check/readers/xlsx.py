"""A workbook read back."""

from __future__ import annotations

from reporter.artefacts.folded import Stream
from reporter.artefacts.xlsx import read_xlsx
from reporter.check.finding import Finding
from reporter.check.finished import Finished
from reporter.check.identity import check_xlsx_rows
from reporter.check.presence import Printed, check_presence

_TABLE_KINDS = {"head", "cell", "line"}


def read(finished: Finished) -> list[Finding]:
    """Its rows are those of the tables."""
    document, found, file = finished.document, finished.pieces, finished.file
    xlsx = read_xlsx(finished.as_source())
    rows = ["".join(row) for sheet in xlsx.sheets for row in sheet.rows]
    of_tables = tuple(piece for piece in found if piece.kind in _TABLE_KINDS)
    findings = check_presence(of_tables, Printed(file, Stream.of(rows)))
    return findings + check_xlsx_rows(document, xlsx, file)
