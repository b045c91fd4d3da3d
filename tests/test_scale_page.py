"""What docs/scale.md and the READMEs say of bundles at scale is what the program does."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from click.testing import CliRunner

from reporter.bundle import cluster, pool
from reporter.bundle.worth import worth_it
from reporter.calendar.horizon import horizon
from reporter.calendar.workdays import ANNOUNCED
from reporter.cli import main
from reporter.deliver import flushing, lock, wholedisk

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "docs" / "scale.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
_TODAY = date(2026, 9, 24)
GUIDE = (ROOT / "README.zh-CN.md").read_text(encoding="utf-8")


def test_the_numbers_of_the_page_are_those_of_the_program() -> None:
    assert f"batches of up to {cluster.BATCH} units" in PAGE
    assert cluster.NO_WORKER == 60 and "left for a minute" in PAGE
    assert f"after {pool.UNITS_OF_PAGES} units; it is then replaced" in PAGE
    assert (lock.PATIENT_S, lock.SOON_S) == (10, 2) and "wait ten seconds" in PAGE and "refused after two" in PAGE
    assert f"up to {pool.TOGETHER} at once" in PAGE and f"longer than {flushing.LONG_S} s" in PAGE
    assert f"Linux {'.'.join(map(str, wholedisk.SINCE))} and later" in PAGE
    assert "(50 PDFs)" in PAGE and worth_it(50, ["pdf"]) and not worth_it(49, ["pdf"])
    assert "gongwen-reporter[cluster]" in PAGE and "\ncluster =\n" in (ROOT / "setup.cfg").read_text(
        encoding="utf-8"
    )


def test_every_option_on_the_page_is_one_of_bundle() -> None:
    told = CliRunner().invoke(main, ["bundle", "--help"]).output
    calls = "".join(line for line in PAGE.split("\n") if line.startswith("reporter bundle"))
    assert {*re.findall(r"--[a-z-]+", calls), "--jobs", "--dry-run", "--again"} <= set(
        re.findall(r"--[a-z-]+", told)
    )


def test_every_horizon_that_the_guides_name_is_understood() -> None:
    for text in (README, GUIDE):
        names = re.findall(r"本月|本季度|本年|10天内|5个工作日内", text)
        assert set(names) == {"本月", "本季度", "本年", "10天内", "5个工作日内"}
        for name in names:
            assert horizon(name, _TODAY, ANNOUNCED) >= _TODAY


def test_aims_that_are_missed_are_said_to_be_missed() -> None:
    missed = r"; ([\d.]+)\s+was aimed at and is not reached"
    form = re.search(r"takes ([\d.]+) times what plain\s+docxtpl [^;]*" + missed, README)
    assert form and float(form[2]) == _aim("bundle") < float(form[1])


def test_the_aim_that_is_reached_is_that_of_the_benchmark() -> None:
    one = re.search(r"from a workbook takes ([\d.]+) times [^;]*; at\s+most ([\d.]+) ", README)
    assert one and float(one[1]) <= float(one[2]) == _aim("firstdocument")


def _aim(benchmark: str) -> float:
    found = re.search(
        r"^AIM = ([\d.]+)$", (ROOT / "benchmarks" / f"{benchmark}.py").read_text(encoding="utf-8"), re.M
    )
    assert found
    return float(found[1])
