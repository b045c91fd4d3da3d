"""Marked files stop everything; words in running text do not."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook

from reporter.intake.classified import MESSAGE, ClassifiedFile, refuse_marked, refuse_marked_workspace


@pytest.mark.parametrize(
    "text",
    [
        "机密★10年\n关于某事的通知\n",
        "`机密★1年`\n文\n",
        "“附件”机密★1年\n文\n",
        "000001\n秘　密\n关于某事的通知\n",
        "---\ntitle: 通知\n密级: 秘密\n---\n文\n",
        "---\ntitle: 通知\nclassification: 绝密\n---\n文\n",
        "---\ntitle: 通知\n保密期限: 1年\n---\n文\n",
        "---\ntitle: 通知\n---\n绝密\n文\n",
    ],
)
def test_a_mark_is_found(text: str) -> None:
    with pytest.raises(ClassifiedFile) as caught:
        refuse_marked(text, "通知.md")
    assert caught.value.message == MESSAGE
    assert caught.value.where.startswith("通知.md 第")


@pytest.mark.parametrize(
    "text",
    [
        "保守国家秘密是公民的义务，涉及机密、绝密的按规定办理。\n",
        "---\ntitle: 通知\n密级: 无\n---\n文\n",
        "---\ntitle: 通知\n---\n" + "文\n" * 20 + "秘密\n",
        "密级：由定密责任人确定。\n",
        "密级（写作 `classification: 机密★1年`）只在涉密系统上印；也写作“秘密★5年”。\n",
    ],
)
def test_words_in_running_text_do_not_count(text: str) -> None:
    refuse_marked(text, "通知.md")


def put(root: Path, name: str) -> None:
    """A marked file of that kind."""
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix == ".xlsx":
        book = Workbook()
        book.active["A1"] = "秘密★5年"
        book.save(path)
    elif path.suffix == ".docx":
        document = Document()
        document.add_paragraph("机密")
        document.save(str(path))
    elif path.suffix == ".yaml":
        path.write_text("filings:\n  - {kind: a, 密级: 机密}\n", encoding="utf-8")
    else:
        path.write_text("秘密★5年\n", encoding="utf-8")


@pytest.mark.parametrize(
    "name",
    [
        "隐患台账.xlsx",
        "机构名册.csv",
        "filings.yaml",
        "texts/note/甲.md",
        "texts/note/乙.docx",
        "history/2025/表.xlsx",
    ],
)
def test_every_file_of_a_workspace_is_looked_through(tmp_path: Path, name: str) -> None:
    put(tmp_path, name)
    with pytest.raises(ClassifiedFile) as caught:
        refuse_marked_workspace(tmp_path)
    assert name in caught.value.where
    (tmp_path / "campaign.yaml").write_text(DECLARED, encoding="utf-8")
    refuse_marked_workspace(tmp_path)


DECLARED = (
    "name: 行动\nclassified_system: true\nclassified_by: 周某某（县保密办）\nclassified_on: 2026-03-01\n"
)


@pytest.mark.parametrize("line", DECLARED.splitlines()[1:])
def test_a_declaration_says_that_and_who_and_when(tmp_path: Path, line: str) -> None:
    put(tmp_path, "texts/note/甲.md")
    for left in ("", f"# {line}\n", f"{line.partition(':')[0]}:\n"):
        (tmp_path / "campaign.yaml").write_text(DECLARED.replace(f"{line}\n", left), encoding="utf-8")
        with pytest.raises(ClassifiedFile):
            refuse_marked_workspace(tmp_path)
