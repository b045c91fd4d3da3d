"""`reporter schedule` as it is typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.answers import data


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    folder = tmp_path / "anhe"
    folder.mkdir()
    return folder


def test_an_entry_is_printed_and_says_what_to_do_with_it(run, workspace: Path) -> None:
    result = run("schedule", "cron", "anhe", "--at", "06:00")
    assert result.exit_code == 0
    assert "\n0 6 * * * cd " in result.stdout and f"bundle {workspace} --out" in result.stdout
    assert "crontab -e" in result.stderr


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        ("cron", ["reporter-anhe.cron"]),
        ("systemd", ["reporter-anhe.service", "reporter-anhe.timer"]),
        ("windows", ["reporter-anhe.xml"]),
    ],
)
def test_entries_are_written_where_one_says(
    run, workspace: Path, tmp_path: Path, kind: str, names: list[str]
) -> None:
    result = run("schedule", kind, "anhe", "--write", "定时", "--json")
    assert [one["name"] for one in data(result)["entries"]] == names
    assert sorted(path.name for path in (tmp_path / "定时").iterdir()) == names
    assert list(workspace.iterdir()) == []


def test_a_daily_run_may_look_further_ahead(run, workspace: Path) -> None:
    assert "--due-by 5个工作日内" in run(
        "schedule", "cron", "anhe", "--due-by", "5个工作日内"
    ).stdout.replace("'", "")
    assert run("schedule", "cron", "anhe", "--due-by", "某天").exit_code == 2


def test_a_wrong_kind_or_workspace_is_explained(run, workspace: Path) -> None:
    assert "windows" in run("schedule", "window", "anhe").stderr
    assert run("schedule", "cron", "anhee").exit_code == 2
