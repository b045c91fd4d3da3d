"""A system without hanzi in its encoding (LC_ALL=C: cron, containers) is no reason to fail or to lose a word."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.counties import make

ROOT = Path(__file__).resolve().parents[2]
POOR = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
pytestmark = pytest.mark.skipif(os.name != "posix", reason="elsewhere names of files are Unicode")


def _call(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return subprocess.run(
        [sys.executable, "-m", "reporter", *words], cwd=home, capture_output=True, encoding="utf-8", check=False,
        env={**inherited, **POOR, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
    )  # fmt: skip


def test_the_poor_system_of_these_tests_has_no_hanzi() -> None:
    code = "import sys; print(sys.getfilesystemencoding(), sys.stdout.encoding)"
    found = subprocess.run(
        [sys.executable, "-c", code], env={**POOR}, capture_output=True, text=True, check=True
    )
    assert found.stdout.split() == ["ascii", "ascii"]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--help",), 0, "把民政局的 Excel 台账变成公文"),
        (("list", "kinds"), 0, "通报要点"),
        (("explain", "GW101"), 0, "GW101"),
        (("validate", "县"), 0, ""),
        (("due", "县", "--on", "2026-11-02"), 0, "通报要点"),
        (("schedule", "cron", "县"), 0, "reporter"),
        (("bundle", "县", "--all", "--to", "docx", "--only", "通报要点", "--out", "结果"), 0, "已生成1份"),
        (("bundle", "县", "--only", "通报药点"), 2, ""),
        (("build", "县", "--only", "通报要点", "--to", "docx,pdf"), 0, "通报要点"),
        (("check", "没有.docx"), 2, ""),
        (("没有这个命令",), 2, ""),
    ],
)
def test_commands_speak_chinese_there_and_take_chinese_names(
    words: tuple[str, ...], code: int, said: str, tmp_path: Path
) -> None:
    make(tmp_path, 1)[0].rename(tmp_path / "县")
    done = _call(tmp_path, *words)
    assert (done.returncode, said in done.stdout, "?" * 3 in done.stdout + done.stderr) == (
        code,
        True,
        False,
    ), done.stdout + done.stderr
    if words[0] == "bundle" and not code:
        assert (tmp_path / "结果" / "运行报告.html").is_file()


def test_what_was_written_there_has_the_bytes_of_anywhere(tmp_path: Path) -> None:
    make(tmp_path, 1)
    assert _call(tmp_path, "build", "county-0001", "--to", "docx", "--out", "poor").returncode == 0
    rich = [sys.executable, "-m", "reporter", "build", "county-0001", "--to", "docx", "--out", "rich"]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run(rich, cwd=tmp_path, env=env, capture_output=True, check=True)
    poor_tree, rich_tree = (
        {
            path.relative_to(out).as_posix(): path.read_bytes()
            for path in sorted(out.rglob("*"))
            if path.is_file()
        }
        for out in (tmp_path / "poor", tmp_path / "rich")
    )
    assert poor_tree == rich_tree
