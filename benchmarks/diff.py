"""Comparing two drafts against the plain library ways, alternating in one process: ratios, not seconds, are comparable.

Usage: python benchmarks/diff.py [ROUNDS]. Pairs of Word files: a notice of nine pages and a ledger of 300 rows, each
edited, and two drafts of a hundred pages. Ours reads both files, compares them with their figures and tables and
writes the 花脸稿. Beside it: python-docx's text through difflib.SequenceMatcher, word by word, which gives no file; and
python-redlines[docxodus] with its 花脸稿, where it is installed (pip install 'python-redlines[docxodus]').
"""

from __future__ import annotations

import difflib
import resource
import sys
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.util import find_spec
from io import BytesIO
from statistics import median

import docx as python_docx
from msgspec.structs import replace
from pdf import notice

from reporter.diff.align import compare
from reporter.diff.from_seen import of_docx
from reporter.diff.redline import redline
from reporter.diff.words import words
from reporter.document.inline import plain
from reporter.document.inline import words as text
from reporter.document.model import Block, Column, Document, Paragraph, Row, Table
from reporter.ooxml.tracked import Revision
from reporter.render import docx

ROUNDS = 5
NINE_PAGES, HUNDRED_PAGES = 22, 260
"""Paragraphs of a notice of so many pages."""
ROWS = 300
_REVISION = Revision("比较", "2026-11-06T00:00:00Z")
_LABELS = ("序号", "隐患编号", "机构名称", "问题描述", "整改时限", "状态")
_PROBLEMS = (
    "灭火器压力不足",
    "消防通道堆放杂物",
    "食品留样不全",
    "应急照明损坏",
    "护理记录缺项",
    "燃气报警器未接入",
)


def edited(document: Document) -> Document:
    """Every fifth paragraph with another figure or clause, one more, one less, one moved."""
    body = list(document.body)
    for at, block in enumerate(body):
        if at % 5 == 2 and isinstance(block, Paragraph):
            body[at] = replace(block, inlines=text(_changed(plain(block.inlines), at)))
    body.insert(len(body) // 3, Paragraph("new", text("新增一段，明确今年投入资金352.6万元，按月调度。")))
    body.append(body.pop(len(body) // 2))
    del body[len(body) * 2 // 3]
    return replace(document, body=tuple(body))


def _changed(sentence: str, number: int) -> str:
    half = len(sentence) // 2
    return f"{sentence[:half]}同步整改隐患{number}处，{sentence[half:]}".replace("55%", "58.5%").replace(
        "100%", "98%"
    )


def ledger(changed: bool) -> Document:
    """A ledger; changed: 5 rows more, 3 less, 7 edited, 2 moved."""
    rows = [
        [
            f"YH2026-{n:04d}",
            f"安和县第{n % 40 + 1}养老院",
            _PROBLEMS[n % 6],
            f"2026年{n % 9 + 1}月{n % 27 + 1}日",
            "整改中",
        ]
        for n in range(1, ROWS + 1)
    ]
    if changed:
        for at in range(12, ROWS, 42)[:7]:
            rows[at][4] = "已销号"
        moved = [rows[30], rows[180]]
        rows = [row for at, row in enumerate(rows) if at not in (30, 180, 5, 90, 260)]
        rows[150:150], rows[20:20] = moved[:1], moved[1:]
        for at in range(3, ROWS, 70)[:5]:
            rows.insert(
                at, [f"YH2026-{900 + at}", "安和县新桥敬老院", "防火门损坏", "2026年12月31日", "整改中"]
            )
    columns = tuple(Column(f"c{at}", label, 6) for at, label in enumerate(_LABELS))
    body: tuple[Block, ...] = (
        Table(
            "t",
            "ledger",
            columns,
            tuple(_row(at, row) for at, row in enumerate(rows, 1)),
            orientation="landscape",
        ),
    )
    return Document("ledger@2026", "ledger", "plain", "level", text("隐患整改台账"), body)


def _row(at: int, cells: list[str]) -> Row:
    return Row(cells[0], (text(str(at)), *(text(cell) for cell in cells)))


def ours(old: bytes, new: bytes) -> int:
    """Bytes of the 花脸稿 after the whole comparison; their number."""
    found = compare(of_docx(old, "旧"), of_docx(new, "新"))
    assert not found.same
    return len(redline(old, new, _REVISION))


def compared(old: bytes, new: bytes) -> int:
    """The comparison alone."""
    return len(compare(of_docx(old, "旧"), of_docx(new, "新")).steps)


def by_difflib(old: bytes, new: bytes) -> int:
    """Word by word through the whole text; no tables, no figures, no file."""
    sides = [[word for line in _lines(data) for word in words(line)] for data in (old, new)]
    return len(difflib.SequenceMatcher(None, *sides, autojunk=False).get_opcodes())


def _lines(data: bytes) -> Iterator[str]:
    document = python_docx.Document(BytesIO(data))
    yield from (paragraph.text for paragraph in document.paragraphs)
    for table in document.tables:
        for row in table.rows:
            yield "\t".join(cell.text for cell in row.cells)


def redliner() -> Callable[[bytes, bytes], int] | None:
    """python-redlines with its docxodus engine, or None."""
    if find_spec("python_redlines") is None:
        return None
    engine = import_module("python_redlines.engines").DocxodusEngine()
    return lambda old, new: len(engine.run_redline("比较", old, new)[0])


def pairs() -> dict[str, tuple[bytes, bytes]]:
    found = {"9 pages": notice(NINE_PAGES), "100 pages": notice(HUNDRED_PAGES)}
    made = {name: (one, edited(one)) for name, one in found.items()} | {
        "300 rows": (ledger(False), ledger(True))
    }
    return {name: (docx.render(old).data, docx.render(new).data) for name, (old, new) in made.items()}


def seconds(run: Callable[[bytes, bytes], int], pair: tuple[bytes, bytes]) -> float:
    begin = time.perf_counter()
    run(*pair)
    return time.perf_counter() - begin


def main(rounds: int) -> None:
    ways: dict[str, Callable[[bytes, bytes], int]] = {
        "ours": ours,
        "compared": compared,
        "difflib": by_difflib,
    }
    if (other := redliner()) is not None:
        ways["docxodus"] = other
    for name, pair in pairs().items():
        taken: dict[str, list[float]] = {way: [] for way in ways}
        for _ in range(1 if name == "100 pages" else rounds):
            for way, run in ways.items():
                taken[way].append(seconds(run, pair))
        middle = {way: median(some) for way, some in taken.items()}
        ratios = "  ".join(
            f"{way}/ours {one / middle['ours']:5.1f}" for way, one in middle.items() if way != "ours"
        )
        print(
            f"{name}: ours {middle['ours']:.2f} s (compared {middle['compared']:.2f} s)  {ratios}", flush=True
        )
    print(f"memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)
