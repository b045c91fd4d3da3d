"""Number, date and signer: where they stand in a Document, and whether they are fit to be printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from msgspec.structs import replace

from reporter.calendar.workdays import ANNOUNCED, DayKind
from reporter.deliver import drafts, issued, sent
from reporter.deliver.blankplaces import Missing, places_of
from reporter.deliver.issued import Settings
from reporter.dispatch.desk import Desk
from reporter.dispatch.reasons import Reason
from reporter.document.blanks import open_blanks
from reporter.document.inline import Blank, plain
from reporter.document.model import Attachment, Document
from reporter.errors import ReporterError
from reporter.patterns import regex
from reporter.records.filing import Filing
from reporter.records.period import chinese_date

_NUMBER = regex(r"(.+?)〔(\d{4})〕([1-9]\d*)号")
"""代字, year, serial (GB/T 9704 7.2.5: full year, 〔〕, no leading zeros, no 第)."""

CODE = "发文机关代字"
_ASKED = {CODE, "发文字号的顺序号", "发文年份", "成文日期", "印发日期"}
"""Names of blanks that `faults` speaks of."""


def without(document: Document) -> Document:
    """The Document without what `issue` fills in: what must not have changed since approval."""
    header, closing, imprint = document.header, document.closing, document.imprint
    return replace(
        document,
        header=replace(header, number=(), signers=(), mode="full") if header else None,
        closing=replace(closing, date=()) if closing else None,
        imprint=replace(imprint, print_date=()) if imprint else None,
        attachments=tuple(_stateless(one) for one in document.attachments),
        state="",
        web=(),
    )


def _stateless(attachment: Attachment) -> Attachment:
    """A filing that is attached may have been issued in the meantime; what it says must be the same."""
    content = attachment.content
    if not isinstance(content, Document):
        return attachment
    inside = tuple(_stateless(one) for one in content.attachments)
    return replace(attachment, content=replace(content, state="", attachments=inside))


def unfinished(document: Document, frozen: Document) -> Document:
    """The Document with the number, dates and state of the frozen draft, so that a comparison tells only the rest."""
    header, closing, imprint = document.header, document.closing, document.imprint
    old = frozen.header, frozen.closing, frozen.imprint
    return replace(
        document,
        header=replace(header, number=old[0].number, signers=old[0].signers, mode=old[0].mode)
        if header and old[0]
        else header,
        closing=replace(closing, date=old[1].date) if closing and old[1] else closing,
        imprint=replace(imprint, print_date=old[2].print_date) if imprint and old[2] else imprint,
        state=frozen.state,
        web=frozen.web,
    )


def number_of(document: Document) -> str:
    """发文字号 as printed, empty for a document without one or with a blank in it."""
    number = document.header.number if document.header else ()
    return "" if any(isinstance(one, Blank) for one in number) else plain(number)


def date_of(document: Document, settings: Settings, filing: Filing) -> str:
    """成文日期 as printed; of a paper without 署名 the day that was given for it."""
    day = settings.doc_date or filing.doc_date
    return plain(document.closing.date) if document.closing else chinese_date(day) if day else ""


def faults(desk: Desk, filing: Filing, settings: Settings, final: Document) -> Iterator[Reason]:
    """Everything that is wrong with number, date and signer, as the final Document prints them."""
    yield from _of_number(desk, filing, settings, final)
    yield from _of_date(filing, settings, final)
    if settings.signer:
        known = sorted(people(desk, filing))
        for name in re.split(r"[、，, ]+", settings.signer.strip()):
            if known and name not in known:
                hint = f"有：{'、'.join(known)}；新任的先写进 campaign.yaml（或基本信息.xlsx）部门的签发人"
                yield Reason(f"签发人“{name}”不在已知的人员里", hint)


def people(desk: Desk, filing: Filing) -> set[str]:
    """Who may sign off: heads of the unit's agencies, members of its rosters, whom filings.yaml names."""
    campaign = desk.workspace.campaign
    agencies = {one.head for one in campaign.agencies if one.unit == campaign.unit}
    members = {member.person for roster in campaign.rosters for member in roster.members}
    named = set(re.split(r"[、，]", filing.signer)) if filing.signer else set()
    return {name for name in agencies | members | named if name}


def remarks(settings: Settings) -> Iterator[str]:
    """What is not wrong and yet worth a look."""
    if settings.doc_date and ANNOUNCED.day_kind(settings.doc_date) is DayKind.OFF:
        yield f"成文日期{settings.doc_date}是休息日"


def _of_number(desk: Desk, filing: Filing, settings: Settings, final: Document) -> Iterator[Reason]:
    if not final.header or not final.header.number:
        if settings.number:
            yield Reason("这份文件没有发文字号，不能加 --number", "去掉 --number")
        return
    number = number_of(final)
    if not number:
        yield _unnumbered(desk, filing, final)
        return
    found = _NUMBER.fullmatch(number)
    if not found:
        yield Reason(
            f"发文字号“{number}”不合规",
            "写成 安民发〔2026〕15号，或只写序号 15：年份四位，序号前不加0、不加“第”",
        )
        return
    lead = desk.agency_called(final.header.issuers[0]) if final.header.issuers else None
    codes = [code for code in (lead.doc_code, lead.joint_doc_code) if code] if lead else []
    if codes and found[1] not in codes:
        yield Reason(f"“{found[1]}”不是{lead.full_name if lead else ''}的发文代字", f"有：{'、'.join(codes)}")
    day = settings.doc_date or filing.doc_date
    if day and int(found[2]) != day.year:
        yield Reason(f"发文字号的年份{found[2]}和成文日期{day}不是同一年", "改其中一个")
    taken = taken_numbers(desk, filing)
    if number in taken:
        yield Reason(f"{number}已经用于{taken[number]}", "换一个序号，或先核对发文登记")


def _unnumbered(desk: Desk, filing: Filing, final: Document) -> Reason:
    """What 发文字号 still lacks: the serial, or 代字 before it."""
    gaps = [one.name for one in final.header.number if isinstance(one, Blank)] if final.header else []
    if CODE not in gaps:
        return Reason("发文字号没有定", "加 --number，例：--number 15")
    issuer = final.header.issuers[0] if final.header and final.header.issuers else "发文机关"
    place = places_of((CODE,), Missing({}, {}), desk.workspace, filing)[CODE]
    hint = f"填在 {place}，再加 --number 15；或把文号写全：--number 安民发〔2026〕15号"
    return Reason(f"{issuer}没有发文代字，排不出发文字号", hint)


def unfilled(filing: Filing, final: Document) -> tuple[str, ...]:
    """Blanks that keep a document from being issued; number and dates are asked for by themselves."""
    if filing.variant == "blank":
        return ()
    return tuple(name for name in open_blanks(final) if name not in _ASKED)


def _of_date(filing: Filing, settings: Settings, final: Document) -> Iterator[Reason]:
    day: date | None = settings.doc_date or filing.doc_date
    if day is None:
        if final.closing is not None:
            yield Reason("成文日期没有定", "加 --date，例：--date 2026-11-06")
        return
    if filing.as_of and day < filing.as_of:
        yield Reason(
            f"成文日期{day}早于数据截至日{filing.as_of}", "改 --date；或改 filings.yaml 的 as_of，重新送审"
        )
    if settings.print_date and settings.print_date < day:
        yield Reason(f"印发日期{settings.print_date}早于成文日期{day}", "改 --printed")


def taken_numbers(desk: Desk, filing: Filing) -> dict[str, str]:
    """Numbers that are used: by what was issued (also when it was withdrawn) and in the drafts of other filings. A
    filing that was withdrawn before anything was sent may have its own number again."""
    left = {one.issuance for one in sent.of_filing(desk.folder, filing.id) if one.counted}
    found = {
        one.number: f"《{one.title}》（{one.date}印发{'，已经报出去' if one.filing == filing.id else ''}）"
        for one in issued.every(desk.folder)
        if one.number and (one.filing != filing.id or one.n in left)
    }
    for other in desk.workspace.filings:
        if other.id != filing.id and drafts.latest(desk.folder, other.id):
            try:
                document = drafts.load(desk.folder, other.id).document
            except ReporterError:  # a damaged draft of another filing keeps nothing from being issued
                continue
            if number := number_of(document):
                found.setdefault(number, f"{other.id}的文稿")
    return found


def printed(facts: Mapping[str, Mapping[str, object]]) -> dict[str, tuple[object, ...]]:
    """Address → what is printed of a figure."""
    return {address: (fact.get("text"), fact.get("measure")) for address, fact in facts.items()}


def moved(old: Mapping[str, tuple[object, ...]], new: Mapping[str, tuple[object, ...]]) -> Iterable[str]:
    """Addresses of figures that print something else."""
    return sorted(address for address in old.keys() | new.keys() if old.get(address) != new.get(address))
