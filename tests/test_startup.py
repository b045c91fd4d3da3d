"""The benchmark of `reporter --help` compares with a click group that has the same commands."""

from __future__ import annotations

import os
import re
import runpy
import subprocess
import sys
from importlib.util import find_spec
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


COUNTIES = BENCHMARK.with_name("counties.py")
NOT_FOR_A_DOCX = (
    "PIL", "brotli", "chinese_calendar", "concurrent", "ctypes", "difflib", "distributed", "docx", "docxtpl",
    "fontTools", "holidays", "markdown_it", "multiprocessing", "numpy", "openpyxl", "pandas", "pebble", "pikepdf",
    "pypdfium2", "reporter.artefacts.html", "reporter.artefacts.xlsx", "reporter.bundle", "reporter.check.publication",
    "reporter.check.readers.pdf", "reporter.compose.boldmarks", "reporter.compose.contactlines",
    "reporter.compose.frontmatter", "reporter.deliver.sheets", "reporter.diff", "reporter.intake.yamlfaults",
    "reporter.ooxml.workbook", "reporter.publishing", "reporter.pull", "reporter.render.faces", "reporter.render.page",
    "reporter.render.pdf", "ruamel.yaml", "sqlite3", "ssl", "subprocess", "traceback", "urllib.request", "weasyprint",
)  # fmt: skip
"""Most of these take longer to load than a county's DOCX takes to make."""


NOT_FOR_A_LOOK = (
    "asyncio", "concurrent", "jinja2", "lxml", "markdown_it", "multiprocessing", "openpyxl", "pebble", "pydantic",
    "reporter.making", "reporter.pipeline", "reporter.records.campaign", "ruamel.yaml", "traceback",
)  # fmt: skip
"""What a bundle with nothing to do does without."""
NOT_FOR_ONE_UNIT = (
    "asyncio",
    "concurrent",
    "docxtpl",
    "multiprocessing",
    "openpyxl",
    "pebble",
    "ruamel.yaml",
)


def _loaded(words: list[str], unwanted: tuple[str, ...], cache: Path) -> str:
    """Exit code of `reporter …` and what of the unwanted its process has loaded."""
    code = (
        f"import sys\nfrom reporter.cli import main\nsys.argv = {['reporter', *words]!r}\n"
        "try: main()\nexcept SystemExit as left: code = left.code\n"
        f"print(code, *sorted({set(unwanted)!r} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code],
        capture_output=True,
        encoding="utf-8",
        check=True,
        env={**os.environ, "REPORTER_CACHE": str(cache)},
    )
    return done.stdout.split("\n")[-2]


def test_a_docx_loads_nothing_that_it_does_not_need_once_its_face_is_known(tmp_path: Path) -> None:
    (county,) = runpy.run_path(str(COUNTIES))["make"](tmp_path / "in", 1)
    build = ["build", str(county), "--to", "docx", "--out", str(tmp_path / "out")]
    first, again = (_loaded(build, NOT_FOR_A_DOCX, tmp_path / "cache") for _ in range(2))
    assert {"docxtpl", "ruamel.yaml", "reporter.compose.frontmatter"} <= set(first.split())
    assert again == "0"


def test_a_bundle_loads_what_makes_documents_for_documents_and_workers_for_several(tmp_path: Path) -> None:
    (county,) = runpy.run_path(str(COUNTIES))["make"](tmp_path / "in", 1)
    (tmp_path / "all.yaml").write_text("单位: [in/*]\n格式: [docx]\n", encoding="utf-8")
    bundle = ["bundle", str(tmp_path / "all.yaml"), "--out", str(tmp_path / "out")]
    assert _loaded(bundle, ("docxtpl",), tmp_path / "cache") == "0 docxtpl"
    assert _loaded(bundle, NOT_FOR_A_LOOK, tmp_path / "cache") == "0"
    answers = county / "指标填报.csv"
    answers.write_text(answers.read_text(encoding="utf-8").replace(",否,", ",是,", 1), encoding="utf-8")
    assert _loaded(bundle, NOT_FOR_ONE_UNIT, tmp_path / "cache") == "0"


def test_what_is_not_loaded_is_there_to_be_loaded() -> None:
    unwanted = {*NOT_FOR_A_DOCX, *NOT_FOR_A_LOOK, *NOT_FOR_ONE_UNIT}
    assert [name for name in unwanted if find_spec(name) is None] == []
