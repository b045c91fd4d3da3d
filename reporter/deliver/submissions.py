"""OUT/.reporter/submissions.json: the register that `submit` keeps of what was sent.

    {"schema": "reporter/submissions-1",
     "submissions": [{"obligation": "county-summary", "period": "", "unit": "", "state": "已报送", "on": "2026-11-09",
                      "by": "李某", "filing": "year-end-summary@2026", "note": ""}]}

Entries are in the order in which things happened; further keys of an entry are left alone. What a clerk notes herself
stands in 报送登记.yaml of the workspace (`intake.register`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from reporter.deliver.drafts import FOLDER
from reporter.deliver.writing import write_changed
from reporter.errors import InputError
from reporter.records.fitting import Unfit
from reporter.records.submission import Submission

SCHEMA = "reporter/submissions-1"
FILE = "submissions.json"


def read_submissions(folder: Path) -> tuple[Submission, ...]:
    """What the output folder of a workspace has on record, oldest first; raises InputError for a damaged register."""
    try:
        return tuple(_entry(row) for row in _rows(folder))
    except Unfit:
        raise _damaged(folder) from None


def record_submissions(folder: Path, found: Iterable[Submission]) -> None:
    """Adds entries behind those on record; one that is there already is not repeated. Raises WriteError, InputError."""
    known = set(read_submissions(folder))
    rows = _rows(folder)
    rows += [one.as_dict() for one in dict.fromkeys(found) if one not in known]
    text = json.dumps({"schema": SCHEMA, "submissions": rows}, ensure_ascii=False, indent=1) + "\n"
    write_changed(folder / FOLDER / FILE, text.encode())


def _rows(folder: Path) -> list[dict[str, Any]]:
    try:
        rows = json.loads((folder / FOLDER / FILE).read_text(encoding="utf-8"))["submissions"]
    except FileNotFoundError:
        return []
    except (ValueError, KeyError, TypeError):
        raise _damaged(folder) from None
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise _damaged(folder)
    return rows


def _entry(row: dict[str, Any]) -> Submission:
    return Submission.of({key: row[key] for key in row.keys() & Submission.declared().keys()})


def _damaged(folder: Path) -> InputError:
    hint = "请从备份恢复这个文件；里面是报送的记录，不要删去"
    return InputError("报送登记损坏了", hint, str(folder / FOLDER / FILE))
