"""Entries for cron, systemd and the Task Scheduler: golden texts, and what each system itself makes of them."""

from __future__ import annotations

import shlex
import shutil
import subprocess
from pathlib import Path, PurePosixPath, PureWindowsPath
from xml.etree import ElementTree

import pytest
from msgspec.structs import replace

from reporter.deliver.schedules import Call, schedule
from reporter.errors import InputError

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "schedule"
HOME = PurePosixPath("/home/张三/民政 100%/it's")
LINUX = Call(("/opt/reporter/bin/reporter",), HOME / "anhe", HOME / "outputs", HOME, "07:05")
DRIVE = PureWindowsPath("C:/用户/张三 & 李四")
WINDOWS = Call(("C:\\reporter\\reporter.exe",), DRIVE / "anhe", DRIVE / "outputs", DRIVE, "07:05")
TASK = "{http://schemas.microsoft.com/windows/2004/02/mit/task}"


@pytest.mark.parametrize(("kind", "call"), [("cron", LINUX), ("systemd", LINUX), ("windows", WINDOWS)])
def test_entries_are_the_golden_ones(kind: str, call: Call) -> None:
    for entry in schedule(kind, call).entries:
        assert entry.text == (GOLDEN / entry.name).read_text(encoding="utf-8"), entry.name


def test_a_crontab_line_is_the_command_that_is_meant() -> None:
    (entry,) = schedule("cron", LINUX).entries
    line = next(line for line in entry.text.split("\n") if line.startswith("5 7 * * * "))
    words = shlex.split(line.removeprefix("5 7 * * * ").replace("\\%", "%"))
    assert words[:3] == ["cd", str(HOME), "&&"]
    assert words[4:9] == [
        "/opt/reporter/bin/reporter",
        "bundle",
        str(HOME / "anhe"),
        "--out",
        str(HOME / "outputs"),
    ]
    assert words[9:] == [">>", str(LINUX.log), "2>&1"]
    assert "%" not in line.replace("\\%", "")  # cron reads a bare one as the end of the line


def test_the_shell_runs_what_stands_in_the_crontab(tmp_path: Path) -> None:
    folder = tmp_path / "it's 100%"
    folder.mkdir()
    call = Call(("printf", "%s|"), folder / "anhe", folder / "out", folder, "07:05")
    (entry,) = schedule("cron", call).entries
    line = next(line for line in entry.text.split("\n") if line.startswith("5 7 * * * "))
    subprocess.run(["sh", "-c", line.removeprefix("5 7 * * * ").replace("\\%", "%")], check=True)
    assert call.log.name in [path.name for path in folder.iterdir()]
    written = (folder / call.log.name).read_text(encoding="utf-8")
    assert written == f"bundle|{folder / 'anhe'}|--out|{folder / 'out'}|"


@pytest.mark.parametrize(("kind", "call"), [("cron", LINUX), ("systemd", LINUX), ("windows", WINDOWS)])
def test_the_horizon_of_the_run_stands_in_the_entry(kind: str, call: Call) -> None:
    text = schedule(kind, replace(call, due_by="5个工作日内")).entries[0].text
    assert "--due-by" in text and "5个工作日内" in text


def test_a_missed_run_is_made_up_for() -> None:
    assert "@reboot" in schedule("cron", LINUX).entries[0].text
    assert "Persistent=true" in schedule("systemd", LINUX).entries[1].text
    assert "<StartWhenAvailable>true" in schedule("windows", WINDOWS).entries[0].text


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not installed")
def test_systemd_takes_the_units(tmp_path: Path) -> None:
    folder = tmp_path / "it's 100% $HOME"
    folder.mkdir()
    call = Call((shutil.which("true") or "/bin/true",), folder / "anhe", folder / "out", folder, "07:05")
    for entry in schedule("systemd", call).entries:
        (tmp_path / entry.name).write_bytes(entry.data)
    judged = subprocess.run(
        ["systemd-analyze", "verify", str(tmp_path / f"{call.name}.timer")],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    own = [line for line in judged.stderr.split("\n") if call.name in line]
    assert own == []
    told = subprocess.run(["systemd-analyze", "calendar", "*-*-* 07:05:00"], capture_output=True, check=False)
    assert told.returncode == 0


def test_signs_that_systemd_would_read_are_doubled() -> None:
    call = Call(
        ("/bin/a b",), PurePosixPath('/x/$HOME %n "q" \\'), PurePosixPath("/o"), PurePosixPath("/f%"), "07:05"
    )
    service = schedule("systemd", call).entries[0].text
    assert 'ExecStart="/bin/a b" "bundle" "/x/$$HOME %%n \\"q\\" \\\\" "--out" "/o"\n' in service
    assert "WorkingDirectory=/f%%\n" in service


def test_the_task_is_well_formed_utf_16_with_its_command_line() -> None:
    (entry,) = schedule("windows", WINDOWS).entries
    assert entry.data[:2] == b"\xff\xfe"
    assert entry.data.decode("utf-16").count("\r\n") == entry.text.count("\n")
    root = ElementTree.fromstring(entry.data)
    found = {one.tag.removeprefix(TASK): one.text for one in root.iter()}
    assert found["Command"] == "cmd.exe" and found["WorkingDirectory"] == str(DRIVE)
    line = f'"C:\\reporter\\reporter.exe" "bundle" "{DRIVE}\\anhe" "--out" "{DRIVE}\\outputs" >> "{WINDOWS.log}" 2>&1'
    assert found["Arguments"] == f'/d /s /c "set PYTHONUTF8=1&& {line}"'
    assert found["StartBoundary"] == "2026-01-01T07:05:00"


@pytest.mark.parametrize("at", ["7:30", "24:00", "07:60", "早上", "07:30; rm"])
def test_a_time_that_is_none_is_refused(at: str) -> None:
    with pytest.raises(InputError, match="看不懂时间"):
        schedule("cron", Call(("reporter",), HOME, HOME, HOME, at))


def test_a_path_with_a_line_break_is_refused() -> None:
    with pytest.raises(InputError, match="控制字符"):
        schedule("cron", Call(("reporter",), PurePosixPath("/a\nb"), HOME, HOME, "07:30"))


def test_a_path_that_cmd_would_expand_is_refused() -> None:
    with pytest.raises(InputError, match="不认"):
        schedule("windows", Call(("reporter",), PureWindowsPath("C:/%TEMP%"), DRIVE, DRIVE, "07:30"))


def test_a_chinese_name_becomes_a_digest_in_the_name_of_the_entry() -> None:
    call = Call(("reporter",), PurePosixPath("/a/安和县"), HOME, HOME, "07:30")
    assert call.name == Call(("reporter",), PurePosixPath("/a/安和县"), HOME, HOME, "08:00").name
    assert call.name.isascii() and call.name != "reporter-"
