"""The register of what was sent, beside the drafts."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from reporter.deliver.submissions import read_submissions, record_submissions
from reporter.errors import InputError
from reporter.records.submission import Submission

SENT = Submission(obligation="a", on=date(2026, 11, 9), by="李某", filing="year-end-summary@2026")


def test_nothing_is_on_record_where_nothing_was_sent(tmp_path: Path) -> None:
    assert read_submissions(tmp_path) == ()


def test_entries_are_added_once_in_the_order_they_came(tmp_path: Path) -> None:
    accepted = SENT.changed(state="已接收", on=date(2026, 11, 10))
    record_submissions(tmp_path, [SENT])
    record_submissions(tmp_path, [SENT, accepted])
    assert read_submissions(tmp_path) == (SENT, accepted)


def test_further_keys_of_an_entry_stay(tmp_path: Path) -> None:
    record_submissions(tmp_path, [SENT])
    file = tmp_path / ".reporter" / "submissions.json"
    held = json.loads(file.read_text(encoding="utf-8"))
    assert held["schema"] == "reporter/submissions-1"
    held["submissions"][0]["sha256"] = "00"
    file.write_text(json.dumps(held), encoding="utf-8")
    record_submissions(tmp_path, [SENT.changed(obligation="b")])
    rows = json.loads(file.read_text(encoding="utf-8"))["submissions"]
    assert [row.get("sha256") for row in rows] == ["00", None]


@pytest.mark.parametrize("text", ["", "{}", '{"submissions": 1}', '{"submissions": [{"obligation": "a"}]}'])
def test_a_damaged_register_is_told_and_never_replaced(tmp_path: Path, text: str) -> None:
    file = tmp_path / ".reporter" / "submissions.json"
    file.parent.mkdir()
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match="损坏"):
        record_submissions(tmp_path, [SENT])
    assert file.read_text(encoding="utf-8") == text
