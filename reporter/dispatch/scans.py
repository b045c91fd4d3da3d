"""The scan of the stamped paper: as many pages as the document, and not the PDF that was printed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from reporter.artefacts.pdf import PdfFacts, read_pdf
from reporter.artefacts.source import load
from reporter.deliver.issued import Issuance
from reporter.deliver.writing import sha256
from reporter.dispatch.reasons import Reason
from reporter.document.volumes import split_key
from reporter.errors import InputError

_A4_MM = (210.0, 297.0)
_TOLERANCE_MM = 8.0
MARK = "（盖章扫描件）"


class Scanned(Struct, frozen=True):
    """One scan under the name that it leaves with."""

    name: str
    data: bytes
    pages: int


class Scans(Struct, frozen=True):
    """The scans, or why they are none of this document; and what is worth a look."""

    found: tuple[Scanned, ...]
    reasons: tuple[Reason, ...] = ()
    remarks: tuple[str, ...] = ()


def scans_of(paths: Sequence[Path], issuance: Issuance) -> Scans:
    """One scan of the document (or of everything in one file), or one for each of its files in their order."""
    wanted = [
        (one.name, one.pages)
        for key, one in sorted(issuance.files.items(), key=_place)
        if split_key(key)[1] == "pdf"
    ]
    issued = {one.sha256 for one in issuance.files.values()}
    found: list[Scanned] = []
    reasons: list[Reason] = []
    remarks: list[str] = []
    expected = _expected(paths, wanted)
    for number, path in enumerate(paths):
        try:
            data = load(path)
            facts = read_pdf(data)
        except InputError as error:
            reasons.append(Reason(f"{path.name}：{error.message}", error.hint or "扫描件要存成 PDF"))
            continue
        if sha256(data) in issued:
            reasons.append(Reason(f"{path.name}就是生成的 PDF，不是盖章扫描件", "打印、盖章后再扫描"))
            continue
        if number >= len(expected):
            reasons.append(_too_many(path, len(wanted)))
            continue
        name, pages = expected[number]
        if len(facts.pages) not in pages:
            reasons.append(_other_length(path, len(facts.pages), pages))
            continue
        found.append(Scanned(f"{Path(name).stem}{MARK}.pdf", data, len(facts.pages)))
        remarks += _odd(path, facts)
    if found and sum(one.pages for one in found) < sum(pages for _, pages in wanted):
        remarks.append("单独成册的附件没有全部扫描；要盖章的，一册一个扫描件，按顺序重复 --scan")
    return Scans(tuple(found), tuple(reasons), tuple(remarks))


def _too_many(path: Path, volumes: int) -> Reason:
    return Reason(f"{path.name}是多出来的：这份文件只有{volumes}册", "一册一个扫描件，或合成一个")


def _other_length(path: Path, count: int, pages: tuple[int, ...]) -> Reason:
    told = f"{path.name}有{count}页，印发的文件是{'页或'.join(map(str, pages))}页"
    return Reason(told, "看看有没有漏扫、多扫（空白页和版记页也要扫），重新扫描")


def _expected(paths: Sequence[Path], wanted: list[tuple[str, int]]) -> list[tuple[str, tuple[int, ...]]]:
    """Name and page counts that fit, for each scan."""
    if len(paths) == 1 and len(wanted) > 1:
        return [(wanted[0][0], (wanted[0][1], sum(pages for _, pages in wanted)))]
    return [(name, (pages,)) for name, pages in wanted]


def _place(entry: tuple[str, object]) -> tuple[int, str]:
    return split_key(entry[0])


def _odd(path: Path, facts: PdfFacts) -> list[str]:
    """Pages that are not A4 either way."""
    odd = [number for number, page in enumerate(facts.pages, 1) if not _is_a4(page.width_mm, page.height_mm)]
    return [f"{path.name}第{'、'.join(map(str, odd))}页不是A4大小"] if odd else []


def _is_a4(width: float, height: float) -> bool:
    sides = sorted((width, height))
    return all(abs(side - usual) <= _TOLERANCE_MM for side, usual in zip(sides, _A4_MM, strict=True))
