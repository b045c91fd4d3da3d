"""How soon one DOCX is made from a workbook, everything read back and delivered, by a process that begins from nothing.

Usage: python benchmarks/firstdocument.py [ROUNDS] (not on Windows). Beside it, in turn, a process that only imports
click, docxtpl, pydantic and python-calamine; printed are the least processor seconds of each and their ratio. Both have
run once before, so that Python has its bytecode and we have what we keep (`reporter/kept.py`).
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from counties import make
from openpyxl import Workbook
from startup import seconds

AIM = 1.5
ROUNDS = 5


def workspace(home: Path) -> Path:
    """A county whose answers stand in a workbook."""
    (county,) = make(home, 1)
    answers = county / "指标填报.csv"
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = answers.stem
    for line in answers.read_text(encoding="utf-8").splitlines():
        sheet.append(line.split(","))
    book.save(answers.with_suffix(".xlsx"))
    answers.unlink()
    return county


def best(rounds: int) -> tuple[float, float]:
    """Least seconds of the bare imports and of one document."""
    with tempfile.TemporaryDirectory() as folder:
        county = workspace(Path(folder) / "in")
        build = [sys.executable, "-m", "reporter", "build", str(county), "--to", "docx", "--out"]
        bare = [sys.executable, "-c", "import click, docxtpl, pydantic, python_calamine"]
        found = [
            (seconds(bare), seconds([*build, str(Path(folder) / f"out{one}")])) for one in range(rounds + 1)
        ]
    return min(one for one, _ in found[1:]), min(other for _, other in found[1:])


def main() -> None:
    """Prints the ratio."""
    plain, ours = best(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)
    print(
        f"bare imports {plain:.3f} s, one DOCX from a workbook {ours:.3f} s: {ours / plain:.1f} (aim {AIM})"
    )


if __name__ == "__main__":
    main()
