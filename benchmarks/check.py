"""Checking against the plain library way, alternating in one process: ratios, not seconds, are comparable.

Usage: python benchmarks/check.py [ROUNDS] [FILES]. A DOCX of ten pages under all rules without layout against
python-docx opening it: ours with few styles, all text or four pages of text and a list of ours behind it, and
python-docx's own with the stock styles that files of Word and WPS have as well. A PDF under all rules against reading
its characters with pypdfium2, each with its box. At last a folder of FILES mixed files with one process and with two.

What is read of styles and headers is kept for files with the same ones, as those of one office or program have: only
the first of them takes what "no two of one template" measures.
"""

from __future__ import annotations

import gc
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from io import BytesIO
from multiprocessing import get_context
from pathlib import Path
from random import Random
from statistics import median

import docx
import pypdfium2 as pdfium
from msgspec.structs import replace
from pdf import notice

from reporter.check.judging import Manner, judge, subject_of
from reporter.check.running import outcomes
from reporter.cli.process import settle
from reporter.document.inline import words
from reporter.document.model import Attachment, Column, Document, Row, Table
from reporter.render import docx as word
from reporter.render import pdf

PARAGRAPHS = 24
"""Of a notice of ten pages."""
SHORT, ROWS = 10, 80
"""Blocks and rows of one with a list."""
LABELS = ("序号", "机构名称", "隐患内容", "发现时间", "状态")
ROUNDS, FILES = 31, 500
PLAIN = Manner(render=False)


def write_files(folder: Path, number: int) -> dict[str, Path]:
    """A file of each writing. No two texts are alike: nothing remembered from another file helps."""
    names = {
        "DOCX, ours": f"ours{number}.docx",
        "DOCX, ours, no two of one template": f"alone{number}.docx",
        "DOCX, ours, with a list": f"listed{number}.docx",
        "DOCX, python-docx": f"stock{number}.docx",
        "PDF": f"{number}.pdf",
    }
    found = {label: folder / name for label, name in names.items()}
    first, second, third, fourth, fifth = (notice(PARAGRAPHS, 5 * number + place) for place in range(5))
    found["DOCX, ours"].write_bytes(word.render(first).data)
    found["DOCX, ours, no two of one template"].write_bytes(unlike(word.render(fifth).data, number))
    found["DOCX, ours, with a list"].write_bytes(word.render(listed(fourth, number)).data)
    copy = docx.Document()
    for paragraph in docx.Document(BytesIO(word.render(second).data)).paragraphs:
        copy.add_paragraph(paragraph.text)
    copy.save(str(found["DOCX, python-docx"]))
    found["PDF"].write_bytes(pdf.render(third).data)
    return found


def unlike(data: bytes, number: int) -> bytes:
    """The file with parts as no other has them: blanks behind the root say nothing."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in source.namelist():
            archive.writestr(name, source.read(name) + b"\n" * (number + 1))
    return made.getvalue()


def listed(document: Document, number: int) -> Document:
    """The first paragraphs of the notice, and a list of hazards as its attachment; ten pages together."""
    chance = Random(number)
    columns = tuple(Column(f"c{place}", label, 6) for place, label in enumerate(LABELS))
    cells = (
        (f"{row}", f"河口镇第{row}敬老院", f"通道堆放杂物{chance.randint(1, 99)}件",
         f"2026年{chance.randint(1, 6)}月{chance.randint(1, 28)}日", "已销号")
        for row in range(1, ROWS + 1)
    )  # fmt: skip
    rows = tuple(Row(one[0], tuple(words(cell) for cell in one)) for one in cells)
    table = Table("list", "ledger", columns, rows)
    attachment = Attachment(words("隐患整改台账"), table)
    return replace(document, body=document.body[:SHORT], attachments=(attachment,))


def characters(path: Path) -> int:
    """Reads every character with its box, as the library's manual has it; their number."""
    document = pdfium.PdfDocument(str(path))
    found = []
    for page in document:
        text = page.get_textpage()
        found += [
            (text.get_text_range(index, 1), text.get_charbox(index)) for index in range(text.count_chars())
        ]
        text.close()
        page.close()
    document.close()
    return len(found)


def checked(path: Path) -> None:
    """Under all rules, without layout."""
    judge(subject_of(path, PLAIN))


def read(path: Path) -> None:
    """The plain way: python-docx opens it, pypdfium2 gives its characters."""
    if path.suffix == ".pdf":
        characters(path)
    else:
        docx.Document(str(path))


def _seconds(work: Callable[[Path], None], path: Path) -> float:
    """Of the processor: other programs on the machine do not count."""
    start = time.process_time()
    work(path)
    return time.process_time() - start


def swept(path: Path) -> None:
    """`checked`, in a process that is set as every command sets its own, with the search for unused memory that comes
    some files later there."""
    plain = gc.get_threshold()
    settle()
    checked(path)
    gc.set_threshold(*plain)
    gc.collect(0)


def alternating(paths: Sequence[Path]) -> list[tuple[float, float]]:
    """Seconds of the plain way and of ours. The first file loads everything and is left out. The plain way pays for no
    search: what it leaves is too little for one, and is taken away before our turn."""
    found = []
    for path in paths:
        theirs = _seconds(read, path)
        gc.collect(0)
        found.append((theirs, _seconds(swept, path)))
        if len(found) == 1:
            gc.collect()
            gc.freeze()  # as in the processes that check a folder
    return found[1:]


def folder_seconds(files: dict[str, Path], folder: Path, count: int, workers: int) -> float:
    """Wall seconds for `count` files, DOCX and PDF in turn."""
    sources = [path.read_bytes() for path in files.values()]
    suffixes = [path.suffix for path in files.values()]
    paths = []
    for number in range(count):
        path = folder / f"{number:04d}{suffixes[number % len(sources)]}"
        path.write_bytes(sources[number % len(sources)])
        paths.append(path)
    start = time.perf_counter()
    refused = [outcome.refused for outcome in outcomes(paths, PLAIN, workers) if outcome.refused]
    assert not refused, refused[0]
    return time.perf_counter() - start


def main(rounds: int, count: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pairs: dict[str, list[tuple[float, float]]] = {}
        with ProcessPoolExecutor(1, get_context("spawn")) as writer:  # what it leaves in memory is not in our way
            written = list(writer.map(write_files, [folder] * (rounds + 1), range(rounds + 1)))
        for label in written[0]:  # one kind after the other: no other kind pushes what a reader needs out of the caches
            pairs[label] = alternating([files[label] for files in written])
        for label, measured in pairs.items():
            ratios = [ours / theirs for theirs, ours in measured]
            theirs, ours = (median(one) * 1000 for one in zip(*measured, strict=True))
            print(f"{label}: {ours:.1f} ms, library {theirs:.1f} ms, ratio {median(ratios):.2f}")
        for workers in (1, 2):
            taken = folder_seconds(written[0], folder, count, workers)
            print(f"{count} files, {workers} process{'es' if workers > 1 else ''}: {taken:.1f} s")


if __name__ == "__main__":
    numbers = [int(argument) for argument in sys.argv[1:]]
    main(*(numbers + [ROUNDS, FILES][len(numbers) :]))
