"""`build` names the errors of all filings at once and writes nothing."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

Run = Callable[..., Any]


def test_every_filing_without_its_day_is_named_and_nothing_is_written(run: Run, sample: Path) -> None:
    filings = sample / "filings.yaml"
    text = re.sub(r"(, *)?as_of: [0-9-]+", "", filings.read_text(encoding="utf-8"))
    filings.write_text(text, encoding="utf-8")
    result = run("build", sample, "--to", "docx", "--json")
    told = json.loads(result.stdout)
    assert (result.exit_code, told["exit_code"], told["schema"]) == (2, 2, "reporter/error-1")
    names = {re.findall("“([^”]+)”", one["message"])[0] for one in told["errors"]}
    assert len(names) == len(told["errors"]) >= 4
    assert all("as_of: " in one["hint"] and one["where"] == "filings.yaml" for one in told["errors"])
    assert all(f"“{name}”没有写截至日期" in result.stderr for name in names)
    assert not Path("outputs").exists()


def test_a_bundle_makes_the_other_filings_and_names_every_fault_of_a_refused_one(
    run: Run, sample: Path
) -> None:
    kind = sample / "templates" / "text" / "note.md"
    kind.parent.mkdir(parents=True, exist_ok=True)
    kind.write_text("---\nname: 便笺\ntitle: 便笺\n---\n- 一\n{{ 没有 }}\n", encoding="utf-8")
    (sample / "filings.yaml").write_text(
        'filings:\n  - {kind: note, period: "2026"}\n'
        '  - {kind: rectification-lists, period: "2026", as_of: 2026-10-31}\n',
        encoding="utf-8",
    )
    result = run("bundle", sample, "--all", "--to", "docx", "--jobs", "1")
    assert result.exit_code == 1, result.output
    report = next(Path("outputs").rglob("运行报告*.html")).read_text(encoding="utf-8")
    assert "文稿里不能用列表" in report and "用了不存在的名称：“没有”" in report
    assert list(Path("outputs").rglob("*.docx"))
