"""How soon `reporter --help` answers, beside a bare click group with as many commands.

Usage: python benchmarks/startup.py [ROUNDS] (not on Windows). Each round starts both processes one after the other;
printed are the least processor seconds of each (what else the machine does counts little) and their ratio, at most 1.3.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

import click

from reporter.cli import main as reporter

LIMIT = 1.3
ROUNDS = 20
_USUAL = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""Python keeps its bytecode, as it does where nobody forbids it."""
_BARE = """import click
@click.group(help="What it does, in one line.")
def main(): pass
for name in {names!r}:
    main.command(name, short_help="What this command does, in one line.")(lambda: None)
main(prog_name="bare")
"""


def bare(names: list[str]) -> str:
    """The program of a click group with these commands and nothing else."""
    return _BARE.format(names=names)


def seconds(words: list[str]) -> float:
    """Processor time of one process from start to end, its help thrown away."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True, env=_USUAL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def best(rounds: int) -> tuple[float, float]:
    """Least seconds of the bare group and of `reporter --help`."""
    names = reporter.list_commands(click.Context(reporter))
    with tempfile.TemporaryDirectory() as folder:
        program = Path(folder) / "bare.py"
        program.write_text(bare(names), encoding="utf-8")
        calls = [sys.executable, str(program), "--help"], [sys.executable, "-m", "reporter", "--help"]
        found = [[seconds(call) for call in calls] for _ in range(rounds)]
    return min(one for one, _ in found), min(other for _, other in found)


def main() -> None:
    """Prints the ratio."""
    plain, ours = best(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)
    print(
        f"bare click group {plain:.3f} s, reporter --help {ours:.3f} s: {ours / plain:.2f} (at most {LIMIT})"
    )


if __name__ == "__main__":
    main()
