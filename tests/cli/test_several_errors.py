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


def test_an_unknown_figure_of_the_form_is_told_with_its_line(run: Run, sample: Path) -> None:
    form = sample / "indicators.yaml"
    lines = form.read_text(encoding="utf-8").split("\n")
    at = next(number for number, line in enumerate(lines) if line.strip().startswith("fact:"))
    lines[at] = lines[at].partition("fact:")[0] + "fact: 隐患.全改完了()"
    form.write_text("\n".join(lines), encoding="utf-8")
    result = run("validate", sample, "--json")
    (problem,) = [one for one in json.loads(result.stdout)["problems"] if one["severity"] == "error"]
    assert result.exit_code == 1
    assert problem["where"]["file"] == "indicators.yaml" and problem["where"]["line"] == at + 1
    assert "全改完了" in problem["message"] and problem["value"] == "隐患.全改完了()"
    built = run("build", sample, "--to", "docx")
    assert built.exit_code == 2 and f"第{at + 1}行" in built.stderr and not list(Path().rglob("*.docx"))


def test_an_unknown_value_of_a_dimension_in_the_form_names_the_form(run: Run, sample: Path) -> None:
    form = sample / "indicators.yaml"
    text = re.sub(
        r"fact: hazards\.all_closed\(\)", "fact: hazards.found(domain=水火)", form.read_text(encoding="utf-8")
    )
    form.write_text(text, encoding="utf-8")
    built = run("build", sample, "--to", "docx")
    assert built.exit_code == 2 and "水火" in built.stderr and "indicators.yaml（" in built.stderr


def test_results_never_go_among_the_inputs(run: Run, sample: Path) -> None:
    before = sorted(str(path) for path in sample.rglob("*"))
    for command in ("build", "validate", "bundle"):
        for name in ("texts", "returns/2026", "history", "templates"):
            result = run(command, sample, "--out", sample / name)
            assert result.exit_code == 2 and "不能放进工作文件夹" in result.stderr, (command, name)
    assert sorted(str(path) for path in sample.rglob("*")) == before


def test_an_empty_name_of_the_folder_is_refused(run: Run, sample: Path) -> None:
    for command in ("build", "validate", "bundle", "diff"):
        result = run(command, sample, "--out", "")
        assert result.exit_code == 2 and "--out 后面没有写文件夹" in result.stderr, command
