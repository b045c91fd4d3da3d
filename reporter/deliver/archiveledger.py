"""OUT/.reporter/archive.json: which 件号 each issued filing has in its year, and which archived files are ours."""

from __future__ import annotations

import json
from pathlib import Path

from msgspec import Struct, field

from reporter.canonical import spread
from reporter.deliver.drafts import FOLDER
from reporter.deliver.writing import write_changed
from reporter.errors import InputError

SCHEMA = "reporter/archive-1"
FILE = "archive.json"


class Ledger(Struct):
    """`numbers` is year → filing#n → 件号; a number, once given, stays."""

    numbers: dict[str, dict[str, int]] = field(default_factory=dict)
    digests: set[str] = field(default_factory=set)

    def number(self, year: int, key: str) -> int:
        """The 件号 of an issuance in its year, given now if it had none."""
        given = self.numbers.setdefault(str(year), {})
        return given.setdefault(key, max(given.values(), default=0) + 1)


def read(out: Path) -> Ledger:
    """The ledger, an empty one where nothing was archived. Raises InputError for a damaged one."""
    path = out / FOLDER / FILE
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        numbers = {
            str(year): {str(key): int(n) for key, n in one.items()} for year, one in data["numbers"].items()
        }
        return Ledger(numbers, set(data["sha256"]))
    except FileNotFoundError:
        return Ledger()
    except (ValueError, KeyError, TypeError, AttributeError):
        raise InputError("归档登记损坏了", "请从备份恢复这个文件", str(path)) from None


def write(out: Path, ledger: Ledger) -> None:
    """Raises WriteError."""
    data = {"schema": SCHEMA, "numbers": ledger.numbers, "sha256": sorted(ledger.digests)}
    write_changed(out / FOLDER / FILE, spread(data))
