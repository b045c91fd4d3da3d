"""`archive`: one folder (件) for each issued filing of a year, with the catalogue of the year.

Order inside a 件 and columns of the catalogue by DA/T 22—2015: 正本 first, then 发文稿纸 and 定稿; attachments
stay with their text. 档号 and 密级 are left to the archivist.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct, field

from reporter.artefacts.pdf import read_pdf
from reporter.deliver import archiveledger, drafts, issued, sent
from reporter.deliver.issued import REVIEW, Issuance
from reporter.deliver.names import clean
from reporter.deliver.pdfa import claim_of
from reporter.deliver.sheets import Listed, workbook_of
from reporter.deliver.writing import Written, deliver_all, sha256
from reporter.diff.from_document import of_document
from reporter.diff.redline import redline
from reporter.dispatch.desk import Desk
from reporter.dispatch.slips import slip_of
from reporter.document.archive import dumps, loads
from reporter.document.model import Document
from reporter.document.volumes import attachment_label, split_key
from reporter.errors import InputError, ReporterError
from reporter.ooxml.tracked import Revision
from reporter.patterns import regex
from reporter.records.campaign import ParentDocument
from reporter.records.period import day_in, iso_day
from reporter.render.formats import renderer
from reporter.text import key_of

FOLDER, BASIS, OWN = "归档", "依据文件", "归档材料"
"""Below the results; in the workspace: basis documents, and further papers of one filing in a folder of its id."""
CATALOGUE, SUMS = "归档文件目录.xlsx", "校验值.txt"
RETENTIONS = ("永久", "30年", "10年")
_YEAR = regex(r"\d{4}")
_NAME = 40
_COLUMNS = (
    ("序号", 6, "center"), ("档号", 14, "center"), ("文号", 20, "left"), ("责任者", 20, "left"), ("题名", 46, "left"),
    ("日期", 10, "center"), ("密级", 8, "center"), ("页数", 6, "center"), ("备注", 26, "left"),
)  # fmt: skip


class Piece(Struct):
    """One 件. `files` is name → bytes in their order, `missing` what should be there, `pages` of 正本 and 发文稿纸."""

    number: int
    issuance: Issuance
    folder: str
    issuers: str
    files: dict[str, bytes] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    pages: int = 0
    slip_pages: int = 0
    """Those of 发文稿纸 among `pages`."""


class Year(Struct, frozen=True):
    """What was gathered for one year and where it lies."""

    year: int
    folder: Path
    pieces: tuple[Piece, ...]
    written: tuple[Written, ...] = ()


def archive(desk: Desk, year: int = 0, retention: str = "", *, dry_run: bool = False) -> tuple[Year, ...]:
    """Gathers every issued filing of the year (0: of every year). Raises InputError when there is none."""
    if retention and retention not in RETENTIONS:
        raise InputError(
            f"没有“{retention}”这种保管期限", f"写{'、'.join(RETENTIONS)}，或者不写", "--retention"
        )
    with desk.alone(dry_run=dry_run):
        return _archived(desk, year, retention, dry_run=dry_run)


def _archived(desk: Desk, year: int, retention: str, *, dry_run: bool) -> tuple[Year, ...]:
    known = sorted(
        issued.all_in_force(desk.folder).values(), key=lambda one: (_date(one), one.number, one.filing)
    )
    years = sorted({_year(one) for one in known if not year or _year(one) == year})
    if not years:
        when = f"{year}年" if year else ""
        raise InputError(
            f"{when}还没有印发的文件，没有可以归档的", "先用 reporter issue 印发；结果在别处的，用 --out 指出"
        )
    ledger = archiveledger.read(desk.folder)
    return tuple(
        _year_of(
            desk, one, [item for item in known if _year(item) == one], retention, ledger, dry_run=dry_run
        )
        for one in years
    )


def _year_of(
    desk: Desk, year: int, known: Sequence[Issuance], retention: str, ledger: archiveledger.Ledger, *, dry_run: bool
) -> Year:
    pieces = tuple(_piece(desk, ledger.number(year, f"{one.filing}#{one.n}"), one) for one in known)
    pieces = tuple(sorted(pieces, key=lambda one: one.number))
    folder = desk.folder / FOLDER / f"{year}年"
    if dry_run:
        return Year(year, folder, pieces)
    files = {f"{one.folder}/{name}": data for one in pieces for name, data in one.files.items()}
    files[CATALOGUE] = _catalogue(desk, year, retention, pieces)
    files[SUMS] = "".join(f"{sha256(data)}  {name}\n" for name, data in sorted(files.items())).encode()
    ours = frozenset(ledger.digests)
    written = tuple(deliver_all([(folder / name, data) for name, data in files.items()], ours))
    ledger.digests |= {one.sha256 for one in written}
    archiveledger.write(desk.folder, ledger)
    return Year(year, folder, pieces, written)


def _piece(desk: Desk, number: int, issuance: Issuance) -> Piece:
    """Everything of one issued filing that belongs together."""
    document = loads(issued.document_text(desk.folder, issuance))
    lead = desk.workspace.agencies[desk.workspace.campaign.lead].full_name
    issuers = "、".join(document.header.issuers) if document.header else lead
    named = clean(" ".join(part for part in (issuance.number, issuance.title) if part), _NAME)
    piece = Piece(number, issuance, f"{number:04d} {named}", issuers)
    last = next((one for one in reversed(sent.of_filing(desk.folder, issuance.filing)) if one.counted), None)
    _add_originals(desk, piece, last)
    _add_slip(desk, piece, document, last.copies if last else 0)
    _add_drafts(desk, piece, document)
    if last is not None:
        for item in last.of("list", "message"):
            piece.files[f"06 {item.name}"] = sent.read_kept(desk.folder, last, item)
    _add_basis(desk, piece, document)
    return piece


def _add_originals(desk: Desk, piece: Piece, last: sent.Sent | None) -> None:
    """正本: the stamped scan, and the PDF/A that was printed; the scan's pages count where there is one."""
    scans = [(item, sent.read_kept(desk.folder, last, item)) for item in last.of("scan")] if last else []
    for number, (item, data) in enumerate(scans, 1):
        piece.files[f"01 正本（盖章扫描件）{number if len(scans) > 1 else ''}.pdf"] = data
        piece.pages += item.pages
    if not scans:
        piece.missing.append("盖章扫描件")
    files = issued.files_of(desk.folder, piece.issuance)
    for key, data in sorted(files.items(), key=lambda entry: split_key(entry[0])):
        volume, format_name = split_key(key)
        label = attachment_label(volume) if volume else ""
        if format_name == "pdf":
            claim = claim_of(data)
            piece.files[f"02 正本（{claim.name.replace('/', '-') or 'PDF'}）{label}.pdf"] = data
            piece.pages += 0 if scans else piece.issuance.files[key].pages
            piece.notes += [f"PDF/A：{fault}" for fault in claim.faults]
        else:
            piece.files[f"04 定稿{label}.{format_name}"] = data


def _add_slip(desk: Desk, piece: Piece, document: Document, copies: int) -> None:
    for name, data in slip_of(desk, piece.issuance, document, copies).items():
        piece.files[f"03 发文稿纸.{name}"] = data
        if name == "pdf":
            piece.slip_pages = len(read_pdf(data).pages)
            piece.pages += piece.slip_pages


def _add_drafts(desk: Desk, piece: Piece, document: Document) -> None:
    """花脸稿: from the first 送审稿 that is kept to what was issued."""
    issuance = piece.issuance
    try:
        first = _first_review(desk, issuance)
    except ReporterError as error:
        piece.missing.append(f"花脸稿（{error.message}）")
        return
    if dumps(first.document) == dumps(document):
        piece.notes.append("定稿和送审稿一样，没有花脸稿")
        return
    render = renderer("docx", desk.workspace.root / "templates", desk.workspace.campaign.fonts)
    old, new = render(first.document, {}), render(document, {})
    assert old and new  # every Document has a DOCX
    found = day_in(issuance.date)
    day = iso_day(found) if found else issuance.on or "2000-01-01"
    revision = Revision(issuance.by or issuance.signer or "经办人", f"{day}T00:00:00Z")
    piece.files["05 花脸稿.docx"] = redline(old.data, new.data, revision)
    piece.notes.append(f"花脸稿：第{first.number}稿→第{issuance.draft}稿")


def _first_review(desk: Desk, issuance: Issuance) -> drafts.Draft:
    for number in drafts.numbers(desk.folder, issuance.filing):
        if number <= issuance.approved:
            draft = drafts.load(desk.folder, issuance.filing, number)
            if draft.document.state == REVIEW:
                return draft
    return drafts.load(desk.folder, issuance.filing, issuance.approved)


def _add_basis(desk: Desk, piece: Piece, document: Document) -> None:
    """Cited parent documents from 依据文件, and whatever lies in 归档材料 under the filing's id."""
    root = desk.workspace.root
    lying = _below(root / BASIS)
    text = "".join(block.text for block in of_document(document, "").blocks)
    for parent in desk.workspace.campaign.parent_documents:
        cited = (parent.number and parent.number in text) or parent.title in text
        if parent.issuer is None or not cited:  # a standard is no paper of the case
            continue
        found = [path for path in lying if _is_of(path, parent)]
        for path in found:
            piece.files[f"07 依据：{path.name}"] = path.read_bytes()
        if not found:
            piece.missing.append(
                f"依据文件《{parent.title}》" + (f"（{parent.number}）" if parent.number else "")
            )
    for path in _below(root / OWN / drafts.folder_name(piece.issuance.filing)):
        piece.files[f"08 {path.name}"] = path.read_bytes()


def _is_of(path: Path, parent: ParentDocument) -> bool:
    stem = key_of(path.stem)
    return any(key_of(name) in stem for name in (parent.number, parent.title) if name)


def _below(folder: Path) -> list[Path]:
    """Files of a folder by name, without those of the system and of open programs."""
    if not folder.is_dir():
        return []
    return sorted(
        path for path in folder.iterdir() if path.is_file() and not path.name.startswith((".", "~$"))
    )


def _catalogue(desk: Desk, year: int, retention: str, pieces: Sequence[Piece]) -> bytes:
    lead = desk.workspace.agencies[desk.workspace.campaign.lead].full_name
    above = (f"全宗名称：{lead}　　年度：{year}　　保管期限：{retention or '____'}　　机构（问题）：____",)
    rows = [
        (
            str(one.number), "", one.issuance.number, one.issuers, one.issuance.title, _date(one.issuance), "",
            str(one.pages) if one.pages else "", "；".join(f"缺{what}" for what in one.missing),
        )
        for one in pieces
    ]  # fmt: skip
    below = ("页数是正本和发文稿纸的页数，装订定稿、花脸稿、依据文件后按实数改；档号、密级由档案人员填写。",)
    mark = "样稿" if desk.workspace.campaign.sample else ""
    return workbook_of(Listed("归档文件目录", _COLUMNS, rows, above, below, landscape=True, mark=mark))


def _date(issuance: Issuance) -> str:
    """成文日期 as eight digits."""
    found = day_in(issuance.date)
    return "{:04d}{:02d}{:02d}".format(*found) if found else ""


def _year(issuance: Issuance) -> int:
    """The year of 成文日期; of a paper without one that of its record, else of its period."""
    found = _YEAR.search(f"{issuance.date} {issuance.on} {issuance.filing}")
    return int(found[0]) if found else 0


def missing_of(years: Sequence[Year]) -> Iterator[tuple[Piece, str]]:
    """What is missing anywhere."""
    yield from ((piece, what) for year in years for piece in year.pieces for what in piece.missing)


def as_data(year: Year) -> Mapping[str, object]:
    """For JSON."""
    return {
        "year": year.year,
        "folder": str(year.folder),
        "pieces": [
            {"number": one.number, "filing": one.issuance.filing, "title": one.issuance.title, "pages": one.pages,
             "slip_pages": one.slip_pages,
             "doc_number": one.issuance.number, "folder": one.folder, "files": sorted(one.files),
             "missing": one.missing, "notes": one.notes}
            for one in year.pieces
        ],
    }  # fmt: skip
