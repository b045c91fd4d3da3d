"""The group of commands: light help, Chinese words, nearest names, exit codes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import click
import pytest

from reporter import __version__
from reporter.cli import commands, diagnosis, main
from reporter.cli.console import columns
from reporter.cli.helptext import wrapped

HEAVY = ("pandas", "numpy", "weasyprint", "docx", "docxtpl", "lxml", "pydantic", "openpyxl", "rich", "jinja2")
NAMES = sorted(path.stem for path in Path(commands.__path__[0]).glob("*.py") if path.stem != "__init__")


def _python(encoding: str, folder: Path, *args: str) -> subprocess.CompletedProcess[bytes]:
    """Python in a process of its own whose console has that encoding."""
    command = [sys.executable, *args]
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    return subprocess.run(command, check=False, capture_output=True, cwd=folder, env=environment)


def test_help_imports_nothing_heavy(tmp_path: Path) -> None:
    code = f"""
import sys
from reporter.cli import main
try:
    main(["--help"])
except SystemExit as left:
    assert left.code == 0, left.code
loaded = [name for name in {HEAVY} if name in sys.modules]
loaded += [name for name in sys.modules if name.startswith("reporter.cli.commands.")]
assert not loaded, loaded
"""
    done = _python("utf-8", tmp_path, "-c", code)
    assert done.returncode == 0, done.stderr.decode()
    assert "用法：" in done.stdout.decode()


@pytest.mark.parametrize("name", NAMES)
def test_every_command_has_chinese_help(run, name: str) -> None:
    result = run(name, "--help")
    assert result.exit_code == 0
    assert f"用法：reporter {name} [选项]" in result.stdout
    for english in ("Usage", "Options", "Show this", "TEXT", "PATH"):
        assert english not in result.stdout
    command = main.get_command(click.Context(main), name)
    assert command is not None and command.short_help
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, parameter.name
    assert command.short_help in run("--help").stdout


@pytest.mark.parametrize("name", NAMES)
def test_the_line_that_is_read_from_a_command_s_file_is_the_command_s(name: str) -> None:
    command = import_module(f"reporter.cli.commands.{name}").command
    assert main.short_help_of(click.Context(main), name) == command.short_help


def test_a_command_whose_file_does_not_say_it_is_asked_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reporter.cli.group._SHORT", "spelled otherwise")
    command = import_module("reporter.cli.commands.due").command
    assert main.short_help_of(click.Context(main), "due") == command.short_help
    assert main.short_help_of(click.Context(main), "nothing") is None


def test_the_commands_are_those_of_the_folder(run) -> None:
    assert {"new", "doctor", "validate", "build", "explain", "list"} <= set(NAMES)
    help_page = run("--help").stdout
    assert all(f"\n  {name} " in help_page for name in NAMES)


def test_version(run) -> None:
    assert run("--version").stdout == f"reporter {__version__}\n"


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["bild", "x"], ["没有“bild”这个命令", "是不是“build”"]),
        (["init", "平川县2026"], ["没有“init”这个命令", "是不是“new”"]),
        (["build", "--onyl", "x", "y"], ["没有“--onyl”这个选项", "--only"]),
        (["build"], ["缺少参数 工作文件夹"]),
        (["schedule", "平川县2026"], ["没有“平川县2026”这种定时任务", "中的一种，再写工作文件夹"]),
        (["build", "a", "b"], ["多了参数 b"]),
        (["build", "a", "--only"], ["选项 --only 后面缺少内容"]),
        ([], ["用法：reporter"]),
    ],
)
def test_wrong_use_is_told_in_chinese_and_ends_with_2(run, args: list[str], words: list[str]) -> None:
    result = run(*args)
    assert result.exit_code == 2
    assert not result.stdout
    for word in words:
        assert word in result.stderr
    assert "Error" not in result.stderr and "Usage" not in result.stderr


def test_our_own_fault_ends_with_3_and_shows_details_only_when_asked(run, monkeypatch) -> None:
    def broken(out: Path) -> None:
        raise RuntimeError("锅炉炸了")

    monkeypatch.setattr(diagnosis, "diagnose", broken)
    plain = run("doctor")
    assert plain.exit_code == 3
    assert "程序内部出错" in plain.stderr and "锅炉炸了" in plain.stderr
    assert "Traceback" not in plain.stderr
    assert "Traceback" in run("doctor", "--debug").stderr
    assert '"schema": "reporter/error-1"' in run("doctor", "--json").stdout


def test_a_stopped_command_ends_with_130(run, monkeypatch) -> None:
    def stopped(out: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(diagnosis, "diagnose", stopped)
    result = run("doctor")
    assert (result.exit_code, result.stderr.strip()) == (130, "已停止。")


def test_words_survive_a_gbk_console(tmp_path: Path) -> None:
    """㐂 is in GBK, 𠮷 is not: a message that quotes it must still come out."""
    done = _python("gbk", tmp_path, "-m", "reporter", "validate", "没有𠮷的文件夹")
    assert done.returncode == 2
    assert "没有?的文件夹：没有这个工作文件夹" in done.stderr.decode("gbk")


def test_json_on_a_gbk_console_loses_no_character(tmp_path: Path) -> None:
    done = _python("gbk", tmp_path, "-m", "reporter", "validate", "没有𠮷的文件夹", "--json")
    told = json.loads(done.stdout)
    assert (told["schema"], told["exit_code"], told["where"]) == ("reporter/error-1", 2, "没有𠮷的文件夹")


def test_help_wraps_by_the_width_of_hanzi() -> None:
    lines = wrapped("生成全部文件，并核对、列出待填的空白 docx,pdf 两种", 20)
    assert "".join(lines).replace(" ", "") == "生成全部文件，并核对、列出待填的空白docx,pdf两种"
    assert all(columns(line) <= 22 for line in lines)
    assert not any(line[0] in "，、" for line in lines)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("build", ".", "--header", "x"), "没有“x”，只能写 “full”"),
        (("bundle", ".", "--jobs", "0"), "0不在范围内（>=1）"),
        (("bundle", ".", "--jobs", "many"), "“many”不是数字"),
        (("calendar", "add", "nowhere.txt"), "没有“nowhere.txt”这个文件"),
    ],
)
def test_what_click_refuses_is_told_in_chinese(run, arguments: tuple[str, ...], told: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert told in result.stderr
    assert "is not" not in result.stderr


def test_a_file_where_a_folder_must_be_made_is_not_our_fault(run, tmp_path: Path) -> None:
    (tmp_path / "face").write_text("x", encoding="utf-8")
    result = run("template", "build", str(tmp_path / "face"))
    assert result.exit_code == 2
    assert "已有同名的文件" in result.stderr


@pytest.mark.parametrize(
    ("shell", "code"),
    [
        ("validate nowhere >&-", 2),
        ("list kinds >&-", 0),
        ("list kinds --json >/dev/full", 2),
        ("list kinds 2>&-", 0),
    ],
)
def test_an_output_that_cannot_be_written_is_not_our_fault(tmp_path: Path, shell: str, code: int) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this machine has no /dev/full")
    call = f"{sys.executable} -c 'from reporter.cli import main; main()' {shell}"
    done = subprocess.run(["/bin/sh", "-c", call], check=False, capture_output=True, cwd=tmp_path)
    assert done.returncode == code, done.stderr.decode()
    assert b"Traceback" not in done.stderr
    assert b"Exception ignored" not in done.stderr
