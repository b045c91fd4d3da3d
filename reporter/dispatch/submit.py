"""`submit`: what was sent is kept for good and packed as the superior asks; what is missing is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path, PurePosixPath

from msgspec import Struct

from reporter import __version__
from reporter.canonical import spread
from reporter.check.finding import Finding
from reporter.check.judging import Manner, judge, subject_of
from reporter.deliver import drafts, issued, packing, sent
from reporter.deliver.issued import Issuance
from reporter.deliver.names import clean
from reporter.deliver.packing import EDITABLE, PAPER, SCAN, SYSTEM, Cover, Entry, Piece
from reporter.deliver.sent import Item, Role, Sent
from reporter.deliver.submissions import record_submissions
from reporter.deliver.writing import Written, deliver_all, sha256
from reporter.dispatch.desk import Desk
from reporter.dispatch.owing import USUAL, lateness, obligation_for, receiver_of
from reporter.dispatch.reasons import Reason, Refused
from reporter.dispatch.scans import Scans, scans_of
from reporter.document.inline import plain
from reporter.document.model import Document, Heading
from reporter.document.volumes import split_key
from reporter.ooxml.stripping import stripped
from reporter.ooxml.zipping import pack
from reporter.records.campaign import Contact, Obligation
from reporter.records.filing import Filing
from reporter.records.submission import Submission

FOLDER = "报送"
"""Folder of the packages below the results."""
_PLACES: Mapping[Role, str] = {"issued": "印发", "stripped": "发送", "scan": "发送", "entry": "系统录入"}
_NAME = 30


class Sending(Struct, frozen=True):
    """What was asked for. `partial` notes it as sent although something is missing."""

    by: str
    on: date
    to: str = ""
    obligation: str = ""
    copies: int = 0
    scans: tuple[Path, ...] = ()
    partial: bool = False


class Packed(Struct, frozen=True):
    """What was kept (`sent`) and what lies in `folder`; `registered` tells whether `due` knows of it now.

    `todo` is what a person still does, `remarks` what is worth a look."""

    sent: Sent
    folder: Path
    written: tuple[Written, ...]
    registered: bool
    todo: tuple[str, ...]
    remarks: tuple[str, ...]


class _Case(Struct, frozen=True):
    """Everything that is known before anything is packed."""

    desk: Desk
    filing: Filing
    issuance: Issuance
    draft: drafts.Draft
    obligation: Obligation | None
    cover: Cover
    media: tuple[str, ...]
    copies: int
    files: Mapping[str, bytes]
    scans: Scans
    entries: tuple[Entry, ...]


def submit(desk: Desk, filing: Filing, wish: Sending, *, dry_run: bool = False) -> Packed:
    """Keeps, packs and notes down. Raises Refused with every reason before anything is written.

    A doubled call finds its own record; after a crash the same call goes on. Of two at a time one waits, see `Desk`.
    """
    with desk.alone(dry_run=dry_run):
        return _submitted(desk, filing, wish, dry_run=dry_run)


def _submitted(desk: Desk, filing: Filing, wish: Sending, *, dry_run: bool) -> Packed:
    case = _case(desk, filing, wish)
    pieces, missing = _pieces(case), _missing(case)
    items, data = _items(case, pieces, missing)
    kept = _sent(case, wish, items, missing)
    todo, remarks = tuple(_todo(case)), tuple(_remarks(case, wish, kept))
    folder = desk.folder / FOLDER / _named(case)
    registered = case.obligation is not None and kept.counted
    if dry_run:
        return Packed(kept, folder, (), False, todo, remarks)
    sent.record(desk.folder, kept, data | dict(_evidence(case, kept)), __version__)
    written = tuple(deliver_all(list(_outgoing(folder, items, data)), sent.digests(sent.every(desk.folder))))
    if registered:  # last: what is noted as sent lies packed
        record_submissions(desk.folder, [_submission(case, wish, missing)])
    return Packed(kept, folder, written, registered, todo, remarks)


def _case(desk: Desk, filing: Filing, wish: Sending) -> _Case:
    issuance = issued.in_force(desk.folder, filing.id)
    if issuance is None:
        hint = f"先印发：reporter issue {filing.id} {desk.workspace.root} --number … --date … --signer …"
        raise Refused("没有报送", [Reason(f"“{filing.id}”还没有印发", hint)])
    obligation = obligation_for(desk, filing, wish.obligation)
    to, scans = receiver_of(desk, obligation, wish.to), scans_of(wish.scans, issuance)
    reasons = list(scans.reasons)
    if not wish.by.strip():
        reasons.append(Reason("没有写经办人", "加 --by，例：--by 李某"))
    if issuance.settings.doc_date and wish.on < issuance.settings.doc_date:
        reasons.append(Reason(f"报送日期{wish.on}早于成文日期{issuance.settings.doc_date}", "改 --on"))
    if reasons:
        raise Refused("没有报送", reasons)
    campaign = desk.workspace.campaign
    lead = desk.workspace.agencies[campaign.lead].full_name
    contact = next((one for one in campaign.contacts if one.id == (filing.contact or one.id)), Contact())
    draft = drafts.load(desk.folder, filing.id, issuance.draft)
    cover = Cover(
        lead, to, issuance.title, issuance.number, issuance.date, obligation.deliverable if obligation else "",
        obligation.due_text if obligation else "", wish.by.strip(), wish.on, contact, campaign.sample,
    )  # fmt: skip
    media = packing.media_of(obligation.medium if obligation else USUAL)
    copies = wish.copies or (obligation.copies if obligation else 1)
    entries = packing.entries(draft.facts) if SYSTEM in media else ()
    return _Case(
        desk, filing, issuance, draft, obligation, cover, media, copies, issued.files_of(desk.folder, issuance),
        scans, entries,
    )  # fmt: skip


def _pieces(case: _Case) -> list[Piece]:
    """The lines of the list, in the order of packing."""
    found: list[Piece] = []
    for key, one in sorted(case.issuance.files.items(), key=lambda entry: split_key(entry[0])):
        format_name = split_key(key)[1]
        if format_name == "pdf" and PAPER in case.media:
            found.append(Piece(_what(case, key), one.name, PAPER, case.copies, one.pages, "打印、盖章后送达"))
        elif format_name != "pdf" and EDITABLE in case.media:
            found.append(Piece(_what(case, key), one.name, EDITABLE, note="发送"))
    if SCAN in case.media:
        found += [
            Piece(f"《{case.issuance.title}》", one.name, SCAN, 1, one.pages, "发送")
            for one in case.scans.found
        ]
    if SYSTEM in case.media:
        found.append(Piece(f"{len(case.entries)}项数据", packing.ENTRY, SYSTEM, note="照此录入"))
    return found


def _what(case: _Case, key: str) -> str:
    number = split_key(key)[0]
    return f"《{case.issuance.title}》" + (f"附件{number}" if number else "")


def _missing(case: _Case) -> tuple[str, ...]:
    if SCAN in case.media and not case.scans.found:
        return ("盖章扫描件（盖章后扫描，再运行一次，加 --scan 扫描件.pdf）",)
    return ()


def _items(
    case: _Case, pieces: list[Piece], missing: tuple[str, ...]
) -> tuple[tuple[Item, ...], dict[str, bytes]]:
    """Everything that is kept, and its bytes by place."""
    items: list[Item] = []
    data: dict[str, bytes] = {}

    def keep(role: Role, name: str, content: bytes, key: str = "", pages: int = 0) -> None:
        place = str(PurePosixPath(_PLACES.get(role, "")) / name)
        items.append(Item(role, name, place, sha256(content), key, pages))
        data[place] = content

    for key, content in sorted(case.files.items(), key=lambda entry: split_key(entry[0])):
        one = case.issuance.files[key]
        keep("issued", one.name, content, key, one.pages)
        if split_key(key)[1] != "pdf" and EDITABLE in case.media:
            keep("stripped", one.name, stripped(content), key)
    for scan in case.scans.found:
        keep("scan", scan.name, scan.data, "pdf", scan.pages)
    if case.entries:
        keep("entry", packing.ENTRY, packing.entry_sheet(case.cover, case.entries))
    keep("list", packing.LIST, packing.list_of(case.cover, pieces, missing))
    outgoing = {item.name: data[item.kept] for item in items if item.role in ("stripped", "scan")}
    hashes = {name: sha256(content) for name, content in outgoing.items()}
    message = packing.message_of(case.cover, pieces, hashes, len(case.entries))
    keep("message", packing.MESSAGE, message.encode())
    if outgoing:
        keep("package", f"{_named(case)}.zip", pack(outgoing | {packing.LIST: data[packing.LIST]}))
    return tuple(items), data


def _sent(case: _Case, wish: Sending, items: tuple[Item, ...], missing: tuple[str, ...]) -> Sent:
    changed = tuple(
        path
        for path, digest in sorted(case.draft.inputs.items())
        if case.desk.workspace.digests.get(path) != digest
    )
    obligation = case.obligation
    found = Sent(
        filing=case.filing.id, n=0, issuance=case.issuance.n, draft=case.issuance.draft, title=case.issuance.title,
        number=case.issuance.number, date=case.issuance.date, obligation=obligation.id if obligation else "",
        deliverable=case.cover.deliverable, period=_period(case), to=case.cover.to, by=case.cover.by,
        on=wish.on.isoformat(), media=case.media, copies=case.copies, items=items, missing=missing,
        findings=tuple(one.as_dict() for one in _findings(case)), inputs=dict(case.draft.inputs), unkept=changed,
        counted=not missing or wish.partial,
    )  # fmt: skip
    return sent.numbered(case.desk.folder, found)


def _findings(case: _Case) -> Iterator[Finding]:
    """What the checker says of the issued files themselves, without LibreOffice."""
    folder = issued.folder_of(case.desk.folder, case.filing.id, case.issuance.n)
    paths = [
        folder / one.name
        for key, one in sorted(case.issuance.files.items())
        if split_key(key)[1] in ("docx", "pdf")
    ]
    for path in paths:
        verdict = judge(subject_of(path, Manner(render=False)))
        yield from (one for one in verdict.findings if one.severity != "info")


def _evidence(case: _Case, kept: Sent) -> Iterator[tuple[str, bytes]]:
    """What the text was made from, beside the files: Document, figures, digests, unchanged inputs."""
    folder = case.desk.folder / drafts.FOLDER / drafts.folder_name(case.filing.id) / str(case.issuance.draft)
    for name in ("document.json", "facts.json", "inputs.json"):
        yield name, (folder / name).read_bytes()
    root = case.desk.workspace.root
    inputs = {path: (root / path).read_bytes() for path in case.draft.inputs if path not in kept.unkept}
    yield "inputs.zip", pack(inputs)
    yield "findings.json", spread({"findings": list(kept.findings)})


def _submission(case: _Case, wish: Sending, missing: tuple[str, ...]) -> Submission:
    assert case.obligation is not None  # only then it is noted
    note = case.issuance.number + ("，缺盖章扫描件" if missing else "")
    return Submission(
        obligation=case.obligation.id,
        period=_period(case),
        on=wish.on,
        by=case.cover.by,
        filing=case.filing.id,
        note=note,
    )


def _period(case: _Case) -> str:
    """The period of a recurring obligation, empty where it is the obligation's own."""
    own = case.obligation.period if case.obligation else ""
    return "" if case.filing.period == own else case.filing.period


def _outgoing(
    folder: Path, items: tuple[Item, ...], data: Mapping[str, bytes]
) -> Iterator[tuple[Path, bytes]]:
    """The package for people."""
    for item in items:
        if item.role == "issued" and split_key(item.key)[1] != "pdf":
            continue  # the stripped copy is the one that leaves
        place = PurePosixPath(item.kept)
        name = Path("打印", place.name) if item.role == "issued" else Path(place)
        yield folder / name, data[item.kept]


def _named(case: _Case) -> str:
    what = clean(case.cover.deliverable or case.issuance.title, _NAME)
    return f"{case.cover.on.isoformat()} {what}"


def _todo(case: _Case) -> Iterator[str]:
    pages = sum(one.pages for key, one in case.issuance.files.items() if split_key(key)[1] == "pdf")
    if PAPER in case.media:
        yield f"打印、盖章{case.copies}份，每份{pages}页，送{case.cover.to}"
    if EDITABLE in case.media or SCAN in case.media:
        yield f"把 zip 发给{case.cover.to}，正文用 {packing.MESSAGE}"
    if SYSTEM in case.media:
        yield f"在上级的系统里录入{len(case.entries)}项，照 {packing.ENTRY}"


def _remarks(case: _Case, wish: Sending, kept: Sent) -> Iterator[str]:
    yield from case.scans.remarks
    if case.obligation is None:
        yield "campaign.yaml 里没有对应的报送要求，reporter due 里不登记"
    elif late := lateness(case.desk, case.obligation, wish.on):
        yield late
    if case.obligation:
        headings = "".join(_headings(case.draft.document))
        yield from (
            f"要求写明“{one}”，文中没有这样的标题" for one in case.obligation.contents if one not in headings
        )
    if kept.unkept:
        yield f"印发以后改过的来源文件只存了校验值：{'、'.join(kept.unkept)}"
    before = [one for one in sent.of_filing(case.desk.folder, case.filing.id) if one.n < kept.n and one.counted]
    if before:
        yield f"这是第{len(before) + 1}次报送，上一次是{before[-1].on}报{before[-1].to}"
    files = Counter(one["where"]["file"] for one in kept.findings if one["severity"] == "error")
    for name, count in sorted(files.items()):
        path = case.desk.folder / name
        yield f"检查发现{name}有{count}处错误，用 reporter check {path} 看（已存入报送记录）"


def _headings(document: Document) -> Iterator[str]:
    yield from (plain(block.inlines) for block in document.blocks if isinstance(block, Heading))
