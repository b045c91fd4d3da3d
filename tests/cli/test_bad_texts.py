"""Texts that clerks hand in and that would be more than texts: templates, markup, formulas, paths; one test a sort.

The right verdict, the cell or line named, nothing changed without a word. The inputs are never written into.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.cli.handed_in import FILINGS, LEDGER, OWN, Office, changed_part, column, place, word_text
from tests.intake.conftest import HAZARD_HEADER, hazard

# 21
ATTACKS = (
    "{{ ''.__class__.__mro__ }}",
    "{{ 隐患.__init__.__globals__ }}",
    "{% for a in range(999999999) %}x{% endfor %}",
    "{% include 'campaign.yaml' %}",
    "{{ 'x' * 99999999 }}",
)


@pytest.mark.parametrize("attack", ATTACKS)
def test_21_a_template_cannot_reach_the_machine_and_data_is_never_a_template(
    office: Office, attack: str
) -> None:
    office.ledger(hazard(隐患描述=attack))
    assert attack in word_text(office.made())
    for path in Path("outputs").rglob("*.docx"):
        path.unlink()
    own = office.folder / "templates" / "text"
    own.mkdir(parents=True)
    (own / "rectification-lists.md").write_text(OWN + attack + "\n", encoding="utf-8")
    said = office.refused()
    assert "rectification-lists.md 第11行" in said.replace("：", " ") or "第11行" in said


# 22
def test_22_markup_in_data_is_text_in_pages_and_nothing_is_fetched(
    office: Office, run: Callable[..., Any]
) -> None:
    typed = '<img src="file:///etc/passwd"><link rel=attachment href="file:///etc/hosts"><td colspan=100000>'
    office.ledger(hazard(隐患描述=typed))
    result = run("build", office.folder, "--to", "html,pdf")
    assert result.exit_code == 0, result.output
    (page,) = (path for path in Path("outputs/ws").glob("*.html") if path.name != "结果.html")
    html = page.read_text(encoding="utf-8")
    assert "&lt;img src=" in html and '<img src="file' not in html and "colspan=100000>" not in html
    (pdf,) = Path("outputs/ws").glob("*.pdf")
    assert b"/EmbeddedFile" not in pdf.read_bytes() and b"root:" not in pdf.read_bytes()


# 23
def test_23_a_rare_character_is_printed_or_refused_by_code_point_and_never_a_box(
    office: Office, run: Callable[..., Any]
) -> None:
    office.ledger(hazard(复核人="䶮某", 隐患描述="通道堵塞𪚥"))
    assert "通道堵塞𪚥" in word_text(office.made())
    office.ledger(hazard(隐患描述="通道堵塞\U00031350"))
    result = run("build", office.folder, "--to", "pdf")
    assert result.exit_code == 1
    assert "GW713" in result.output and "U+31350" in result.output


# 24
def test_24_no_name_leaves_the_folder_of_results(office: Office) -> None:
    title = FILINGS.replace("kind: rect", 'title: "../../逃/CON: <a>|?*", kind: rect')
    (office.folder / "filings.yaml").write_text(title, encoding="utf-8")
    folder = office.made()
    files = [
        path for path in Path().rglob("*") if path.is_file() and office.folder.name not in path.parts[:1]
    ]
    assert all(path.is_relative_to(folder) for path in files if path.suffix in (".docx", ".xlsx"))
    names = [path.name for path in folder.iterdir()]
    assert not [name for name in names if set(name) & set('<>:"/\\|?*')]
    assert not Path("逃").exists() and not Path("../逃").exists()


# 25
@pytest.mark.parametrize("typed", ['=HYPERLINK("http://x")', "+1+1", "-1+2", "@SUM(A1)", "＝1+1", "-5"])
def test_25_a_text_that_looks_like_a_formula_is_a_text_in_what_we_write(office: Office, typed: str) -> None:
    def as_text(sheet: Worksheet) -> None:
        cell = sheet[column(HAZARD_HEADER, "隐患描述")]
        cell.value, cell.data_type = typed, "s"

    office.ledger(hazard(), change=as_text)
    folder = office.made()
    assert typed in word_text(folder)
    (path,) = (one for one in folder.glob("*.xlsx") if "数据核对表" not in one.name)
    found = [
        cell
        for one in openpyxl.load_workbook(path)
        for row in one.iter_rows()
        for cell in row
        if cell.value == typed
    ]
    assert found and all(cell.data_type == "s" for cell in found)


# 26
def test_26_floats_print_as_they_were_typed(office: Office) -> None:
    office.ledger(
        hazard(**{"整改资金（万元）": 0.1}), hazard(隐患编号="Y2", **{"整改资金（万元）": 0.2}),
        hazard(隐患编号="Y3", **{"整改资金（万元）": None}),
    )  # fmt: skip
    (office.folder / "templates" / "text").mkdir(parents=True)
    (office.folder / "templates" / "text" / "rectification-lists.md").write_text(OWN, encoding="utf-8")
    text = word_text(office.made())
    assert (
        "整改资金0.3万元" in text
        and "0.30000000000000004" not in text
        and "nan" not in text
        and "None" not in text
    )
    changed_part(
        office.folder / LEDGER,
        "xl/worksheets/sheet1.xml",
        lambda data: data.replace(b"<v>0.1</v>", b"<v>NaN</v>"),
    )
    assert place(office.worst())[0] == LEDGER


def test_a_bundle_refuses_the_bad_unit_with_its_cell_and_makes_the_rest(
    office: Office, run: Callable[..., Any], tmp_path: Path
) -> None:
    office.ledger(hazard(发现日期="2026年2月30日"))
    run("new", "anhe", "--sample")
    (tmp_path / "b.yaml").write_text(
        "单位: [ws, anhe]\n文件: [rectification-lists]\n格式: [docx]\n", encoding="utf-8"
    )
    result = run("bundle", "b.yaml")
    assert result.exit_code == 1
    assert f"{LEDGER} › 隐患台账 › {column(HAZARD_HEADER, '发现日期')}" in result.output
    assert list(Path("outputs/anhe").glob("*.docx")) and not Path("outputs/ws").exists()


def every_row() -> Iterator[str]:
    for path in sorted(Path(__file__).parent.glob("test_bad_*.py")):
        yield from re.findall(r"^def test_(\d\d)_", path.read_text(encoding="utf-8"), re.MULTILINE)


def test_every_sort_of_bad_input_has_its_test() -> None:
    assert sorted({int(number) for number in every_row()}) == list(range(1, 27))
