"""A small county through its stages: drafted, issued, submitted. Each stage is made once and copied for a test."""

from __future__ import annotations

import io
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from click.testing import CliRunner, Result
from PIL import Image

from reporter.cli import main

CAMPAIGN = """name: 养老院服务质量建设专项行动
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
  - {id: mz, full_name: 安和县民政局, short_name: 县民政局, unit: "330", system: 民政, level: 县, doc_code: 安民发,
     head: 周某某, office: 安和县民政局办公室}
  - {id: smz, full_name: 临澜市民政局, short_name: 市民政局, unit: "33", system: 民政, level: 市}
contacts:
  - {id: main, agency: mz, person: 李某, phone: 0000-6600011}
parent_documents:
  - {id: city, title: 关于开展隐患整治的通知, number: 临民发〔2026〕7号, issuer: 临澜市民政局}
obligations:
  - {id: progress, sender: "330", receiver: "33", kind: progress, deliverable: 隐患整改情况报告, period: "2026",
     due: 2026-11-10, due_text: 11月10日前, medium: [书面, 电子版, 系统], copies: 2, contents: [做法, 经费]}
"""
FILINGS = """filings:
  - {kind: progress, period: "2026", as_of: 2026-10-31, state: 送审稿}
  - {kind: briefing, period: "2026", as_of: 2026-10-31, doc_date: 2026-11-02, state: 草稿}
"""
HOMES = """机构编码,机构名称,所属乡镇,机构性质,是否备案,状态
J01,康宁院,河口镇,民办,已备案,在营
"""
HAZARDS = """隐患编号,机构名称,发现日期,来源,类别,隐患描述,等级,整改状态,整改完成时间,复核人,复核日期,销号日期
H-1,康宁院,2026-03-01,自查,消防,通道堆物,一般,已销号,2026-03-30,钱某,2026-03-31,2026-04-01
H-2,康宁院,2026-03-02,自查,食品,台账不全,一般,整改中,,,,
"""
PROGRESS = """---
name: 进展情况
title: "关于{{ 年度 }}年隐患整改情况的报告"
to: superior
---
截至{{ 截至日期 }}，发现隐患{{ 隐患.发现() }}条，已整改{{ 隐患.已整改() }}条。
# 做法
{{ slot("做法") }}
"""
BRIEFING = """---
name: 简报
title: "隐患整改简报"
to: superior
---
发现隐患{{ 隐患.发现() }}条。
"""
LONG = "县民政局会同有关部门对照标准一项一项核查，发现问题当场登记，写明整改措施、责任人和时限，整改一条、复核一条。"
"""Full lines, by which the checker knows where the text begins and ends."""
FILES = {
    "campaign.yaml": CAMPAIGN,
    "filings.yaml": FILINGS,
    "机构名册.csv": HOMES,
    "隐患台账.csv": HAZARDS,
    "templates/text/progress.md": PROGRESS,
    "templates/text/briefing.md": BRIEFING,
    "texts/progress/做法.md": f"逐院排查。{LONG}\n{LONG}\n",
}
FILING = "progress@2026"
TITLE = "关于2026年隐患整改情况的报告"
FINISH = (
    "--number",
    "15",
    "--date",
    "2026-11-06",
    "--signer",
    "周某某",
    "--by",
    "李某",
    "--on",
    "2026-11-06",
)
SEND = ("--by", "李某", "--on", "2026-11-09")
Run = Callable[..., Result]


def call(folder: Path, *args: str | Path) -> Result:
    """`reporter ARGS`, typed in that folder."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        return CliRunner().invoke(main, [str(arg) for arg in args])
    finally:
        os.chdir(before)


def scan_of(pdf: Path, to: Path, *, leave_out: int = 0) -> Path:
    """Pages as grey pictures, as a scanner gives them."""
    document = pdfium.PdfDocument(pdf)
    pages = [
        document[number].render(scale=0.5).to_pil().convert("L")
        for number in range(len(document) - leave_out)
    ]
    document.close()
    buffer = io.BytesIO()
    pages[0].save(buffer, "PDF", save_all=True, append_images=pages[1:], resolution=36)
    to.write_bytes(buffer.getvalue())
    assert isinstance(pages[0], Image.Image)
    return to


def change(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / "anhe" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture(scope="session")
def stages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """drafted, issued and sent, each a folder with the workspace `anhe` and its `outputs`."""
    base = tmp_path_factory.mktemp("stages")
    drafted = base / "drafted"
    for name, content in FILES.items():
        path = drafted / "anhe" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    assert call(drafted, "build", "anhe").exit_code == 0
    issued = Path(shutil.copytree(drafted, base / "issued"))
    assert call(issued, "issue", FILING, "anhe", *FINISH).exit_code == 0
    sent = Path(shutil.copytree(issued, base / "sent"))
    scan = scan_of(sent / "outputs" / "anhe" / f"{TITLE}.pdf", sent / "scan.pdf")
    assert call(sent, "submit", FILING, "anhe", *SEND, "--scan", scan).exit_code == 0
    return {"drafted": drafted, "issued": issued, "sent": sent}


def _stage(stages: dict[str, Path], tmp_path: Path, name: str) -> Path:
    return Path(shutil.copytree(stages[name], tmp_path / name))


@pytest.fixture
def drafted(stages: dict[str, Path], tmp_path: Path) -> Iterator[Path]:
    yield _stage(stages, tmp_path, "drafted")


@pytest.fixture
def issued(stages: dict[str, Path], tmp_path: Path) -> Iterator[Path]:
    yield _stage(stages, tmp_path, "issued")


@pytest.fixture
def sent(stages: dict[str, Path], tmp_path: Path) -> Iterator[Path]:
    yield _stage(stages, tmp_path, "sent")
