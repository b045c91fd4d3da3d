"""A bundle of county forms: against docxtpl alone, and a run in which nothing is stale.

Usage: python benchmarks/bundle.py [COUNT [ALL]]. COUNT counties (3,200) are bundled by two workers: read, validated,
composed, rendered, read back, tallied, fsynced and journalled. Plain docxtpl, in two processes at once, fills the same
face with the same content and does nothing else. What is compared is the time of the processors for a document, which
neither the number of cores nor other load changes much; aimed at: a tenth. So are as many forms of one workspace, and
a quarter of them: one must not cost more where there are many. Then the results are multiplied to ALL counties (3,200),
and a whole process looks at them all, with nothing and with one row changed.
"""

from __future__ import annotations

import io
import json
import multiprocessing
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from time import perf_counter, process_time

from counties import make, make_one, make_whole
from docxtpl import DocxTemplate

from reporter.bundle.journal import FILE
from reporter.bundle.scan import as_rows, as_scan, scan
from reporter.deliver import drafts
from reporter.document.inline import plain
from reporter.render.word import template
from reporter.render.word.blocks import fill

FACES = Path(__file__).resolve().parents[1] / "templates" / "docx"
COUNT, ALL, PLAIN, WORKERS = 3200, 3200, 100, 2
AIM = 0.1
LIMIT = 1.0
"""Seconds of a processor that a whole process may take to find nothing to do."""
ONE_ROW = 1.5
"""And to make the one document of a row that changed."""


def bundle(spec: Path, out: Path) -> tuple[float, float]:
    """Seconds of a whole process: by the clock, and of the processors (which other load does not lengthen)."""
    started, before = perf_counter(), _processors()
    asked = ["bundle", str(spec), "--out", str(out), "--jobs", str(WORKERS), "--all"]
    command = [sys.executable, "-m", "reporter", *asked]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr)
    return perf_counter() - started, _processors() - before


def one_workspace(folder: Path, count: int) -> float:
    """Seconds of a processor for so many forms of one workspace."""
    spec = folder / f"whole{count}.yaml"
    spec.write_text(
        f"单位: [{make_whole(folder / f'whole{count}', count).name}]\n格式: [docx]\n", encoding="utf-8"
    )
    return bundle(spec, folder / f"out{count}")[1]


def _processors() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def plain_docxtpl(out: Path, count: int) -> float:
    """Seconds of a processor for a document, made by as many processes at once as the bundle has workers."""
    with ProcessPoolExecutor(WORKERS, multiprocessing.get_context("spawn")) as pool:
        return sum(pool.map(plainly, [out] * WORKERS, [count // WORKERS] * WORKERS)) / count


def plainly(out: Path, count: int) -> float:
    """Seconds of a processor for that many documents in the library's own way: a new template each, no fsync."""
    document = drafts.load(out / "county-0001", "notification-points@2026").document
    started = process_time()
    for _ in range(count):
        filled = fill(document)
        page = DocxTemplate(str(FACES / f"{document.face}.docx"))
        context = {"blocks": filled.blocks, "state": filled.state, "title": plain(document.title)}
        page.render(context, template.environment())
        page.save(io.BytesIO())
    return process_time() - started


def multiply(home: Path, out: Path, count: int, total: int) -> None:
    """Inputs, results and journal of county 1 again for the counties from `count` + 1 to `total`."""
    base = sqlite3.connect(out / ".reporter" / FILE)
    unit = base.execute("SELECT * FROM unit WHERE name = 'county-0001'").fetchone()
    filing = base.execute("SELECT * FROM filing WHERE unit = 'county-0001'").fetchone()
    digests = {name: entry[2] for name, entry in as_scan(json.loads(unit[2])).items()}
    files = as_scan(json.loads(filing[6]))
    for number in range(count + 1, total + 1):
        name = f"county-{number:04d}"
        shutil.copytree(home / "county-0001", home / name)
        shutil.copytree(out / "county-0001", out / name)
        inputs = {one: (*entry[:2], digests[one]) for one, entry in scan(home / name).items()}
        there = scan(out / name)
        outputs = {one: (*there[one][:2], entry[2]) for one, entry in files.items()}
        base.execute("INSERT INTO unit VALUES (?,?,?,?,?,?,?,?,?)", (name, unit[1], _json(inputs), *unit[3:]))
        base.execute(
            "INSERT INTO filing VALUES (?,?,?,?,?,?,?,?)", (name, *filing[1:6], _json(outputs), filing[7])
        )
    base.commit()
    base.close()


def _json(found: dict[str, tuple[int, int, str]]) -> str:
    return json.dumps(as_rows(found), ensure_ascii=False)


def main() -> None:
    """The command line."""
    numbers = [int(word) for word in sys.argv[1:]]
    count, total = numbers[0] if numbers else COUNT, numbers[1] if len(numbers) > 1 else ALL
    with tempfile.TemporaryDirectory() as folder:
        home, out, spec = Path(folder, "in"), Path(folder, "out"), Path(folder, "bundle.yaml")
        spec.write_text("单位: [in/*]\n格式: [docx]\n", encoding="utf-8")
        make(home, count)
        clock, spent = bundle(spec, out)
        ours, theirs = spent / count, plain_docxtpl(out, PLAIN)
        print(
            f"{count} counties in {clock:.1f} s: {1000 * ours:.1f} ms of a processor each with everything, "
            f"plain docxtpl {1000 * theirs:.1f} ms: {ours / theirs:.2f} times (aim {AIM})"
        )
        for part in (count // 4, count):
            alone = one_workspace(Path(folder), part)
            print(f"{part} forms of one workspace: {1000 * alone / part:.1f} ms of a processor each")
        multiply(home, out, count, total)
        idle, used = min(bundle(spec, out) for _ in range(3))
        print(f"{total} counties, nothing stale: {idle:.2f} s by the clock, {used:.2f} s of a processor")
        make_one(home, count)
        path = home / f"county-{count:04d}" / "指标填报.csv"
        path.write_text(path.read_text(encoding="utf-8").replace(",否,", ",是,", 1), encoding="utf-8")
        clock, one_row = bundle(spec, out)
        print(
            f"{total} counties, one row changed: {clock:.2f} s by the clock, {one_row:.2f} s of a processor"
        )
    if used > LIMIT or one_row > ONE_ROW:
        raise SystemExit(f"more than {LIMIT} s with nothing stale, or {ONE_ROW} s with one row changed")


if __name__ == "__main__":
    main()
