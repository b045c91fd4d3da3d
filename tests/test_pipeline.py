"""The walk of a small workspace: files, drafts and manifest, and what happens when things change or go wrong."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from reporter import press, shelf
from reporter.deliver import drafts
from reporter.deliver.writing import WriteError
from reporter.errors import EnvironmentFault, TemplateError, UnknownName
from reporter.intake.problems import ValidationFailed
from reporter.making import Choice, Made, Order, Result
from reporter.pauses import ended
from reporter.pipeline import build, walk
from reporter.progress import Silent
from reporter.shelf import RESULTS

CAMPAIGN = """name: 专项行动
years: [2026]
unit: "330"
lead: mz
issuers: [mz]
superior: smz
units:
  - {code: "33", name: 临澜市, level: 市}
  - {code: "330", name: 安和县, level: 县, parent: "33"}
  - {code: "3301", name: 河口镇, level: 乡镇, parent: "330"}
agencies:
  - {id: mz, full_name: 安和县民政局, short_name: 县民政局, unit: "330", system: 民政, level: 县, doc_code: 安民发}
  - {id: smz, full_name: 临澜市民政局, short_name: 市民政局, unit: "33", system: 民政, level: 市}
"""
FILINGS = """filings:
  - {kind: briefing, period: "2026", as_of: 2026-10-31, state: 定稿}
  - {kind: list, period: "2026", as_of: 2026-10-31, state: 定稿}
"""
HOMES = """机构编码,机构名称,所属乡镇,机构性质,是否备案,状态
J01,康宁院,河口镇,民办,已备案,在营
"""
HAZARDS = """隐患编号,机构名称,发现日期,来源,类别,隐患描述,等级,整改状态,整改完成时间,复核人,复核日期,销号日期
H-1,康宁院,2026-03-01,自查,消防,通道堆物,一般,已销号,2026-03-30,钱某,2026-03-31,2026-04-01
H-2,康宁院,2026-03-02,自查,食品,台账不全,一般,整改中,,,,
"""
BRIEFING = """---
name: 简报
title: "{{ 本单位.name }}{{ 年度 }}年隐患整改简报"
header: false
imprint: false
---
截至{{ 截至日期 }}，发现隐患{{ 隐患.发现() }}条，已整改{{ 隐患.已整改() }}条。
# 做法
{{ slot("做法") }}
"""
LIST = """---
name: 清单
title: 隐患清单
header: false
imprint: false
closing: false
tables:
  all:
    records: hazards
    columns:
      - {id: code, label: 隐患编号, width: 6, field: code, type: id}
      - {id: description, label: 问题, width: 12, field: description}
---
@ledger all
"""


Build = Callable[..., Result]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "anhe"
    files = {
        "campaign.yaml": CAMPAIGN,
        "filings.yaml": FILINGS,
        "机构名册.csv": HOMES,
        "隐患台账.csv": HAZARDS,
        "templates/text/briefing.md": BRIEFING,
        "templates/text/list.md": LIST,
        "texts/briefing/做法.md": "逐院排查。\n",
    }
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return folder


@pytest.fixture
def run(root: Path, tmp_path: Path) -> Build:
    def run(*formats: str, only: tuple[str, ...] = ()) -> Result:
        return build(Order(root, tmp_path / "out", only, formats or ("docx", "xlsx")), Silent())

    return run


def change(root: Path, name: str, old: str, new: str) -> None:
    path = root / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def delivered(result: Result) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(result.folder.iterdir()) if path.is_file()}


def manifest(result: Result) -> dict[str, Any]:
    entries = json.loads((result.folder / "manifest.json").read_text(encoding="utf-8"))["filings"]
    return {entry["id"]: entry for entry in entries}


def test_a_sixth_kind_is_one_text_file_and_becomes_docx_and_pdf(run: Build) -> None:
    result = run("docx", "pdf", only=("briefing",))
    files = delivered(result)
    assert files["安和县2026年隐患整改简报.docx"].startswith(b"PK")
    assert files["安和县2026年隐患整改简报.pdf"].startswith(b"%PDF")
    assert result.clean, [one.findings for one in result.made]
    (made,) = result.made
    assert made.facts["hazards.found()"].value == 2


def test_a_kind_in_the_workspace_overrules_the_shipped_one(root: Path, run: Build) -> None:
    change(root, "filings.yaml", "kind: briefing", "kind: filing-letter")
    (root / "templates/text/briefing.md").rename(root / "templates/text/filing-letter.md")
    assert "安和县2026年隐患整改简报.docx" in delivered(run(only=("filing-letter",)))


def test_building_twice_gives_the_same_bytes_and_writes_nothing(run: Build) -> None:
    first = delivered(run())
    second = run()
    assert delivered(second) == first
    assert {written.outcome for made in second.made for written in made.written} == {"unchanged"}


def test_a_hand_edited_file_is_kept_and_the_new_one_lies_beside_it(run: Build) -> None:
    path = run(only=("briefing",)).folder / "安和县2026年隐患整改简报.docx"
    new = path.read_bytes()
    path.write_bytes(b"edited by hand")
    result = run(only=("briefing",))
    assert path.read_bytes() == b"edited by hand"
    assert path.with_name("安和县2026年隐患整改简报（新）.docx").read_bytes() == new
    assert any("没有覆盖" in warning for warning in result.made[0].warnings)


def test_a_build_that_broke_off_before_its_page_of_results_knows_its_files(
    root: Path, run: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> str:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(shelf, "page", broken)
        with pytest.raises(KeyboardInterrupt):
            run()
    change(root, "隐患台账.csv", "通道堆物", "通道堆放杂物")
    assert not [name for name in delivered(run()) if "（新）" in name]


def test_a_build_that_broke_off_before_it_entered_what_it_wrote_knows_its_files(
    root: Path, run: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> str:
        raise KeyboardInterrupt

    run()
    with monkeypatch.context() as patch:
        patch.setattr(shelf.Shelf, "enter", broken)
        change(root, "隐患台账.csv", "通道堆物", "通道堆放杂物")
        with pytest.raises(KeyboardInterrupt):
            run()
        change(root, "隐患台账.csv", "通道堆放杂物", "通道堆放木板")
        with pytest.raises(KeyboardInterrupt):
            run(only=("briefing",))
    run(only=("briefing",))
    change(root, "隐患台账.csv", "通道堆放木板", "通道堆放纸箱")
    left = root.parent / "out" / "anhe" / ".reporter-1-1.tmp"
    left.write_bytes(b"half")
    after = run()
    assert not left.exists()
    assert not [name for name in delivered(after) if "（新）" in name]
    assert "announced" not in json.loads((after.folder / "manifest.json").read_text(encoding="utf-8"))


def test_the_manifest_is_written_as_often_for_many_filings_as_for_one(
    root: Path, run: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    written, real = [], shelf.manifest.as_file
    monkeypatch.setattr(shelf.manifest, "as_file", lambda *given: written.append(given) or real(*given))
    run(only=("briefing",))
    alone = len(written)
    assert len(run().made) > 1
    assert len(written) == 2 * alone


class Announced(Choice):
    """As that of a bundle, whose files are known before they are written."""

    announces = True

    def __init__(self) -> None:
        self.told: list[str] = []

    def delivered(self, made: Sequence[Made]) -> tuple[int, ...]:
        self.told += [one.filing.id for one in made]
        return ()


def test_what_the_manifest_names_is_delivered_though_the_page_of_results_cannot_be_written(
    root: Path, tmp_path: Path
) -> None:
    choice, order = Announced(), Order(root, tmp_path / "out", (), ("docx",))
    page = tmp_path / "out" / "anhe" / RESULTS
    page.mkdir(parents=True)
    with pytest.raises(WriteError) as caught:
        ended(walk(order, Silent(), choice))
    assert str(page) in str(caught.value)
    named = json.loads((page.parent / "manifest.json").read_text(encoding="utf-8"))["filings"]
    assert sorted(choice.told) == sorted(one["id"] for one in named) == ["briefing@2026", "list@2026"]


def test_only_replaces_its_own_entries_of_the_manifest(root: Path, run: Build) -> None:
    before = manifest(run())
    change(root, "texts/briefing/做法.md", "逐院", "逐家")
    after = manifest(run(only=("briefing@2026",)))
    assert after["list@2026"] == before["list@2026"]
    assert after["briefing@2026"]["draft"] == before["briefing@2026"]["draft"] + 1


def test_a_filing_that_does_not_exist_answers_with_the_nearest(run: Build) -> None:
    with pytest.raises(UnknownName) as caught:
        run(only=("briefings",))
    assert "briefing" in caught.value.hint


def test_a_draft_is_new_only_when_the_document_or_a_printed_figure_changed(root: Path, run: Build) -> None:
    def draft() -> int:
        return drafts.latest(run(only=("briefing",)).folder, "briefing@2026")

    assert draft() == 1
    assert draft() == 1
    # A row more above moves every cell and changes no printed figure: found after the day that counts.
    row = "H-3,康宁院,2026-11-05,自查,消防,新问题,一般,整改中,,,,\n"
    change(root, "隐患台账.csv", "H-1,", f"{row}H-1,")
    assert draft() == 1
    change(root, "隐患台账.csv", "2026-11-05", "2026-10-05")
    assert draft() == 2
    change(root, "texts/briefing/做法.md", "逐院", "逐家")
    assert draft() == 3


def test_without_pango_the_other_formats_are_made_and_the_pdf_is_reported(
    run: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = press.renderer

    def renderer(name: str, *settings: object) -> Any:
        def fails(*asked: object) -> None:
            raise EnvironmentFault("缺少排版库 Pango，不能生成 PDF", "安装 Pango")

        return fails if name == "pdf" else real(name)

    monkeypatch.setattr(press, "renderer", renderer)
    result = run("docx", "pdf", "xlsx")
    entry = manifest(result)["list@2026"]
    assert {"docx", "xlsx"} <= set(entry["files"])
    assert "pdf" not in entry["files"]
    assert any(warning.startswith("没有生成 PDF：缺少排版库 Pango") for warning in entry["warnings"])


@pytest.mark.parametrize(
    ("name", "old", "new", "fault"),
    [
        ("隐患台账.csv", "2026-03-01", "三月初", ValidationFailed),
        ("filings.yaml", "2026-10-31", "昨天", ValidationFailed),
        ("templates/text/briefing.md", "隐患.发现()", "隐患.发现", TemplateError),
    ],
)
def test_nothing_is_written_when_something_is_wrong(
    root: Path, tmp_path: Path, run: Build, name: str, old: str, new: str, fault: type[Exception]
) -> None:
    change(root, name, old, new)
    with pytest.raises(fault):
        run()
    assert not (tmp_path / "out").exists()


def test_attachments_that_contain_each_other_are_an_error(root: Path, run: Build) -> None:
    change(root, "filings.yaml", "kind: briefing,", "kind: briefing, attachments: [list@2026],")
    change(root, "filings.yaml", "kind: list,", "kind: list, attachments: [briefing@2026],")
    with pytest.raises(ValidationFailed) as caught:
        run()
    assert [str(one.where) for one in caught.value.problems if one.severity == "error"] == [
        "filings.yaml › 第2行",
        "filings.yaml › 第3行",
    ]


def test_an_attachment_that_is_no_filing_answers_with_the_nearest(root: Path, run: Build) -> None:
    change(root, "filings.yaml", "kind: briefing,", "kind: briefing, attachments: [lists],")
    with pytest.raises(UnknownName) as caught:
        run()
    assert "list@2026" in caught.value.hint


def test_an_attached_filing_brings_its_figures_and_leaves_its_blanks(root: Path, run: Build) -> None:
    (root / "texts/briefing/做法.md").unlink()
    change(root, "filings.yaml", "kind: list,", "kind: list, attachments: [briefing@2026, （另附）一览表],")
    briefing, whole = run().made
    assert "hazards.found()" in whole.facts
    assert whole.blanks == ()
    assert briefing.blanks[0] == "做法（texts/briefing/做法.md）"


def test_an_attachment_of_another_day_keeps_its_figures_apart(root: Path, run: Build) -> None:
    (root / "filings.yaml").write_text(
        FILINGS.replace(
            "kind: briefing, period", "kind: briefing, attachments: [briefing@2026+march], period"
        )
        + '  - {kind: briefing, variant: march, attachments: [], period: "2026", as_of: 2026-03-31, state: 定稿}\n',
        encoding="utf-8",
    )
    result = run(only=("briefing@2026",))
    (made,) = result.made
    assert made.findings == ()
    assert made.facts["hazards.closed()"].value == 1
    assert made.facts["hazards.closed(as_of=2026-03-31)"].value == 0


def test_a_text_that_no_slot_asks_for_is_named(root: Path, run: Build) -> None:
    (root / "texts/briefing/作法.md").write_text("写错了名字。\n", encoding="utf-8")
    briefing, _ = run().made
    assert [
        message for message in briefing.warnings if "作法.md 没有用上" in message and "有：做法" in message
    ]
