"""The benchmark of `reporter --help` compares with a click group that has the same commands."""

from __future__ import annotations

import re
import runpy
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner

from reporter.cli import main

BENCHMARK = Path(__file__).resolve().parent.parent / "benchmarks" / "startup.py"


def test_the_bare_group_has_every_command_and_imports_click_alone() -> None:
    found = runpy.run_path(str(BENCHMARK))
    names = main.list_commands(found["click"].Context(main))
    program = found["bare"](names)
    assert [line for line in program.split("\n") if line.startswith(("import ", "from "))] == ["import click"]
    scope: dict[str, object] = {}
    exec(program.rpartition("main(prog_name")[0], scope)
    told = CliRunner().invoke(scope["main"], ["--help"])  # type: ignore[arg-type]
    assert [line.split()[0] for line in told.stdout.split("Commands:\n")[1].strip().split("\n")] == names


def test_processor_time_is_finer_than_what_is_compared() -> None:
    found = runpy.run_path(str(BENCHMARK))
    plain, ours = found["best"](1)
    assert 0 < plain < 10 and 0 < ours < 10


def test_the_readme_s_ratio_is_within_the_limit() -> None:
    text = (BENCHMARK.parent.parent / "README.md").read_text(encoding="utf-8")
    told = re.search(r"`reporter --help` takes ([\d.]+) times", text)
    assert told and 1 <= float(told[1]) <= runpy.run_path(str(BENCHMARK))["LIMIT"]


def test_a_worker_loads_neither_pandas_nor_what_draws_letters_before_something_asks() -> None:
    code = (
        "import sys, reporter.bundle.unit; "
        "print(*({'pandas', 'fontTools', 'weasyprint', 'distributed'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
