"""`reporter acceptance`: the sheet is written once and a filled-in one is left alone."""

from __future__ import annotations

from pathlib import Path

from tests.cli.answers import data


def test_the_sheet_is_written_and_a_filled_in_one_is_not_overwritten(run, tmp_path: Path) -> None:
    result = run("acceptance", "--out", "sheets", "--json")
    file = tmp_path / "sheets" / "版面验收单.docx"
    assert result.exit_code == 0 and data(result)["written"] == str(Path("sheets") / file.name)
    assert run("acceptance", "--out", "sheets").exit_code == 0
    file.write_bytes(file.read_bytes() + b"\0")
    again = run("acceptance", "--out", "sheets")
    assert again.exit_code == 2 and "没有覆盖" in again.stderr
