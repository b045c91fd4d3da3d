"""`reporter bundle` as it is typed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from benchmarks.counties import make
from reporter.cli.bundleprogress import Counted

ROOT = Path(__file__).resolve().parents[2]
_WATCHED = """
import os, sys
written = []
def watch(event, args):
    if event == "open" and isinstance(args[2], int) and args[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
        written.append(str(args[0]))
    if event in ("os.rename", "os.remove", "os.mkdir") or event == "sqlite3.connect" and "mode=ro" not in str(args[0]):
        written.append(f"{event} {args[0]}")
sys.addaudithook(watch)
from reporter.cli import main
try:
    main(sys.argv[1:])
finally:
    sys.stderr.write("WRITTEN " + repr([name for name in written if "__pycache__" not in name and "/dev/" not in name]))
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    make(tmp_path / "in", 2)
    (tmp_path / "bundle.yaml").write_text("单位: ['in/*']\n格式: [docx]\n", encoding="utf-8")
    return tmp_path


def _call(home: Path, *words: str, code: str = "") -> subprocess.CompletedProcess[str]:
    start = ["-c", code] if code else ["-m", "reporter"]
    command = [sys.executable, *start, "bundle", *words, "--out", str(home / "out")]
    return subprocess.run(
        command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONDONTWRITEBYTECODE": "1"},
    )  # fmt: skip


def test_a_dry_run_gives_the_reasons_and_writes_nothing(home: Path) -> None:
    done = _call(home, str(home / "bundle.yaml"), "--dry-run")
    assert done.returncode == 0
    assert done.stdout.count("[新]") == 2
    assert not (home / "out").exists()


def test_a_run_reports_and_a_second_one_opens_no_file_for_writing(home: Path) -> None:
    first = _call(home, str(home / "bundle.yaml"), "--json")
    assert first.returncode == 0, first.stderr
    assert json.loads(first.stdout)["counts"]["made"] == 2
    report = json.loads((home / "out" / "运行报告.json").read_text(encoding="utf-8"))
    assert report["schema"] == "reporter/bundle-1"
    assert "处空白待填" in (home / "out" / "运行报告.txt").read_text(encoding="utf-8")
    assert "现在要做的" in (home / "out" / "运行报告.html").read_text(encoding="utf-8")
    again = _call(home, str(home / "bundle.yaml"), code=_WATCHED)
    assert "WRITTEN []" in again.stderr, again.stderr
    assert "未变2份" in again.stdout


def test_the_watch_of_that_test_sees_a_first_run(home: Path) -> None:
    assert "WRITTEN []" not in _call(home, str(home / "bundle.yaml"), code=_WATCHED).stderr


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("单位: ['in/*']\n文档: [a]\n", "第2行"),
        ("单位:\n  - in/nobody\n", "没有这个工作文件夹：in/nobody"),
        ("单位:\n  - in/county-0001\n  - no*\n", "第3行"),
        ("单位: ['in/*']\n期限: 十一月\n", "第2行"),
        ("单位: ['in/*']\nunits: [a]\n", "写了两次"),
        ("文件: [a]\n", "没有写单位"),
        ("单位: ['in/*']\n文件: [通报药点]\n", "第2行：没有“通报药点”这种文稿"),
        ("单位: [\n", "bundle.yaml"),
    ],
)
def test_a_fault_in_the_bundle_file_is_named_with_its_line(text: str, said: str, home: Path) -> None:
    (home / "bundle.yaml").write_text(text, encoding="utf-8")
    done = _call(home, str(home / "bundle.yaml"))
    assert (done.returncode, said in done.stderr, (home / "out").exists()) == (2, True, False), done.stderr


def test_kinds_are_named_in_chinese_in_the_file_and_on_the_command_line(home: Path) -> None:
    spec = home / "bundle.yaml"
    spec.write_text(f"{spec.read_text(encoding='utf-8')}文件: [通报要点]\n", encoding="utf-8")
    assert "要生成2份" in _call(home, str(spec), "--dry-run").stdout
    assert "要生成2份" in _call(home, str(spec), "--only", "通报要点@2026", "--dry-run").stdout
    assert "这次不做2份" in _call(home, str(spec), "--only", "总结报告", "--dry-run").stdout
    wrong = _call(home, str(home / "in" / "county-0001"), "--only", "通报药点", "--dry-run")
    assert (wrong.returncode, "是不是“通报要点”" in wrong.stderr) == (2, True)


def test_a_workspace_alone_makes_what_is_due(home: Path) -> None:
    county = str(home / "in" / "county-0001")
    early = _call(home, county, "--due-by", "2026-11-09", "--to", "docx")
    assert (early.returncode, "这次不做1份（未到期、没有报送期限、没有点名或已报送" in early.stdout) == (
        0,
        True,
    )
    late = _call(home, county, "--due-by", "2026-11-10", "--to", "docx")
    assert (late.returncode, "已生成1份" in late.stdout) == (0, True)
    whole_year = _call(home, county, "--due-by", "本年", "--to", "docx", "--dry-run")
    assert (whole_year.returncode, "未变1份" in whole_year.stdout) == (0, True), whole_year.stderr
    assert "个工作日内" in _call(home, county, "--due-by", "soon").stderr
    assert _call(home, county, "--all", "--due-by", "2026-11-10").returncode == 2


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_ctrl_c_stops_with_130_and_the_next_run_completes(home: Path) -> None:
    make(home / "in", 12)
    command = [
        sys.executable,
        "-m",
        "reporter",
        "bundle",
        str(home / "bundle.yaml"),
        "--out",
        str(home / "out"),
    ]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while process.poll() is None and not list((home / "out").glob("county-*")):
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    assert process.wait() == 130
    assert _call(home, str(home / "bundle.yaml")).returncode == 0
    assert len(list((home / "out").glob("county-*/*.docx"))) == 12


def test_one_large_workspace_tells_how_far_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    shown = Counted(0.0)
    shown.begin(1)
    shown.filings(64, 200, None)
    shown.filings(128, 200, 30.0)
    shown.filings(200, 200, 0.0)
    told = capsys.readouterr().err.splitlines()
    assert told == ["  [64/200份]，剩余时间推算中", "  [128/200份]，还要约30秒"]
