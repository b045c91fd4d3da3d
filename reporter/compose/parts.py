"""The parts of a 公文 around its text: header, number, recipients, signature, imprint."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Literal

from reporter.compose.context import agency_of, issuers_of
from reporter.compose.desk import Desk
from reporter.compose.direction import Directed
from reporter.compose.front import Front, IssuedSpec, SignatorySpec
from reporter.document.inline import Blank, Inlines, Text, merged, plain, words
from reporter.document.model import Closing, Header, Imprint, Signatory
from reporter.intake.folder import FILINGS
from reporter.patterns import regex
from reporter.records.campaign import Agency
from reporter.records.filing import Filing
from reporter.records.period import chinese_date, parse_period
from reporter.refs import text_ref
from reporter.text import half_width

_NONE = ("无", "无文号", "不编号")
UNCLASSIFIED = ("", "无", "否", "非密", "不涉密", "公开")
"""What may be said for 密级 where there is none."""
_GAP = regex(r"_{2,}|待定|待补|空白")
_NUMBER = regex(r"(.+?)\s*[〔\[［(（【]\s*(\d{4})\s*[〕\]］)）】]\s*第?0*(\d+)\s*号")
_SUFFIXES = {"letter": "", "order": "命令", "minutes": "纪要"}


def marked(filing: Filing, front: Front) -> str:
    """密级★保密期限 as the filing or its text gives it; empty where neither does (7.2.2)."""
    own = filing if filing.classification else front
    level = half_width((own.classification or "").strip().strip("'\"")).replace("☆", "★").replace(" ", "")
    if level in UNCLASSIFIED:
        return ""
    period = half_width((own.secrecy_period or "").strip()).replace(" ", "")
    return f"{level}★{period}" if period and "★" not in level else level


class Parts:
    """Everything about a filing that stands in filings.yaml, its text and campaign.yaml, in this order.

    What is absent is a named blank.
    """

    def __init__(self, desk: Desk, directed: Directed) -> None:
        self._desk = desk
        self._directed = directed
        self._front = desk.kind.front
        self._filing = desk.filing
        self._ref = text_ref(FILINGS, desk.filing.id)

    @property
    def _issuers(self) -> tuple[Agency, ...]:
        return issuers_of(self._desk.workspace, self._filing, self._desk.kind)

    def header(self) -> Header | None:
        """版头, for kinds that have one."""
        front = self._front
        stated = front.issuers is not None or self._desk.kind.alone
        if not front.header or (self._directed.face == "plain" and stated):
            return None
        names = tuple(agency.full_name for agency in self._issuers)
        usual = _SUFFIXES.get(self._directed.face, "文件")
        lead_only = front.mark == "lead" or self._directed.face == "letter"  # a joint letter: its lead's mark (10.1)
        return Header(
            issuers=names[:1] if lead_only else names,
            suffix=usual if front.suffix is None else front.suffix,
            number=self._number(),
            signers=self._signers() if self._directed.direction == "up" else (),
            copy_number=_six_digits(self._filing.copy_number or front.copy_number),
            urgency=self._filing.urgency or front.urgency,
            mode=self._mode,
            classification=marked(self._filing, front),
        )

    @property
    def _mode(self) -> Literal["full", "none", "reserved"]:
        return "full" if isinstance(self._front.header, bool) else self._front.header

    def _number(self) -> Inlines:
        """发文字号: the lead's 代字, or the joint one (R18); a missing serial is a blank inside 〔年〕…号."""
        lead, given = self._issuers[0], self._filing.number or self._front.number
        ref = self._ref if self._filing.number else text_ref(self._desk.kind.file, "number")
        if given in _NONE:
            return ()
        if given and not half_width(given).isdigit():
            found = _NUMBER.fullmatch(given)
            return words(f"{found[1]}〔{found[2]}〕{found[3]}号" if found else given, ref=ref)
        joint = len(self._issuers) > 1
        code = lead.joint_doc_code if joint and lead.joint_doc_code else lead.doc_code
        head: Inlines = words(code) if code else (Blank("发文机关代字", 4),)
        serial: Inlines = words(half_width(given), ref=ref) if given else (Blank("发文字号的顺序号", 3),)
        return merged((*head, Text("〔"), *self._year("发文年份"), Text("〕"), *serial, Text("号")))

    def _year(self, name: str) -> Inlines:
        """The year of the document; a text that says nothing of it leaves it open."""
        day = self._doc_date
        if day is None and self._desk.kind.alone and not self._front.period:
            return (Blank(name, 2),)
        return words(str(day.year if day else parse_period(self._filing.period).years[-1]))

    @property
    def _doc_date(self) -> date | None:
        return self._filing.doc_date or self._front.doc_date

    def _signers(self) -> tuple[Inlines, ...]:
        """签发人, one name an issuer; the head of the agency when neither filing nor text names anybody."""
        if self._filing.signer:
            return tuple(
                words(name, ref=self._ref) for name in self._filing.signer.replace("，", "、").split("、")
            )
        if self._front.signers is not None:
            ref = text_ref(self._desk.kind.file, "signers")
            names = self._front.signers
            return tuple(
                (Blank("签发人", 4),) if _GAP.fullmatch(name) else words(name, ref=ref) for name in names
            )
        return tuple(words(a.head) if a.head else (Blank("签发人", 4),) for a in self._issuers)

    def recipients(self) -> Inlines:
        """主送机关 without the closing colon."""
        if self._filing.recipients is not None:
            return words("，".join(self._filing.recipients), ref=self._ref)
        if self._front.recipients is not None:
            return self._listed(self._front.recipients, "recipients", "：:")
        campaign = self._desk.workspace.campaign
        if self._desk.kind.alone:
            return ()
        if self._front.to == "superior":
            return words(agency_of(self._desk.workspace, campaign.superior).full_name)
        if self._front.to == "below":
            return words("，".join(campaign.recipients)) or (Blank("主送机关", 10),)
        return ()

    def _listed(self, given: str | tuple[str, ...], path: str, closing: str) -> Inlines:
        """Names as the text gives them, a list joined by commas, without the mark that we set ourselves."""
        text = given if isinstance(given, str) else "，".join(given)
        return self._desk.inlines(text.strip().rstrip(closing), path)

    def closing(self) -> Closing | None:
        """署名 and 成文日期."""
        alone = self._desk.kind.alone and self._directed.face == "plain"
        if not self._front.closing or (alone and not self._front.issuers and self._doc_date is None):
            return None
        return Closing(
            signatories=self._signatories(),
            date=self._date(self._doc_date, "成文日期"),
            sealed=self._front.sealed and self._directed.face not in ("order", "minutes"),
            remark=self._remark(),
        )

    def _remark(self) -> Inlines:
        """附注 as the filing says, else the text."""
        given = self._filing.remark
        if given:
            return words(_unbracketed(given), ref=self._ref)
        return self._desk.inlines(_unbracketed(self._front.remark), "remark")

    def _signatories(self) -> tuple[Signatory, ...]:
        if self._front.signatories is not None:
            return _signed(self._front.signatories)
        if self._directed.face == "minutes":
            return ()  # 纪要 carries a date, no signature and no seal (9704 10.3)
        signing = (agency for agency in self._issuers if agency.full_name)
        return tuple(Signatory(agency.full_name, agency.seal_suffix or "") for agency in signing)

    def signed(self, spec: IssuedSpec, path: str) -> Closing | None:
        """署名 and date of an issued text that brings its own."""
        if not spec.signatories and spec.doc_date is None:
            return None
        day = spec.doc_date
        printed = (
            words(chinese_date(day), ref=text_ref(self._desk.kind.file, f"{path}.doc_date")) if day else ()
        )
        name = "所附原文" if spec.id.isascii() else spec.id
        date_inlines = printed or self._open_date(f"{name}成文日期", (Blank(f"{name}成文年份", 2),))
        remark = self._desk.inlines(_unbracketed(spec.remark), f"{path}.remark")
        names = (self._desk.inlines(one.name, f"{path}.signatories") for one in spec.signatories)
        signed = zip(names, spec.signatories, strict=True)
        signatories = tuple(Signatory(plain(name), one.suffix, one.post) for name, one in signed)
        return Closing(signatories, date_inlines, spec.sealed, remark)

    def disclosure(self) -> Inlines:
        """公开方式 with its label."""
        own = (self._filing.disclosure or "").strip()
        given = own or (self._front.disclosure or "").strip()
        if not given:
            return ()
        labelled = given if given.startswith("公开方式") else f"公开方式：{given}"
        if own:
            return words(labelled, ref=self._ref)
        return self._desk.inlines(labelled, "disclosure")

    def imprint(self) -> Imprint | None:
        """版记: the lead's office and the print date; copies go where the filing, the kind or the campaign says."""
        front = self._front
        if not front.imprint or (self._desk.kind.alone and not self._prints):
            return None
        if self._directed.face == "letter":  # no 印发机关 and no 印发日期 (9704 10.1)
            copies = self._cc()
            return Imprint(office=(), print_date=(), cc=copies) if copies else None
        lead, day = self._issuers[0], self._filing.print_date or front.print_date or self._doc_date
        office = self._desk.inlines(front.print_office, "print_office")
        return Imprint(
            office=office or (words(lead.office) if lead.office else (Blank("印发机关", 8),)),
            print_date=(*self._date(day, "印发日期"), Text("印发")),
            cc=self._cc(),
        )

    @property
    def _prints(self) -> bool:
        """A text that stands alone has a 版记 when it says something for it."""
        front = self._front
        return any(one is not None for one in (front.print_office, front.print_date, front.cc))

    def _cc(self) -> Inlines:
        if self._filing.cc is not None:
            names = words("，".join(self._filing.cc), ref=self._ref)
        elif self._front.cc is not None:
            names = self._listed(self._front.cc, "cc", "。.")
        else:
            names = words("，".join(self._desk.workspace.campaign.cc)) if self._front.to == "below" else ()
        return (*names, Text("。")) if names else ()

    def _date(self, day: date | None, name: str) -> Inlines:
        if day is not None:
            own = self._filing.doc_date or self._filing.print_date
            return words(
                chinese_date(day), ref=self._ref if own else text_ref(self._desk.kind.file, "doc_date")
            )
        return self._open_date(name, self._year(f"{name}的年份"))

    @staticmethod
    def _open_date(name: str, year: Inlines) -> Inlines:
        return merged((*year, Text("年"), Blank(name, 2), Text("月"), Blank(name, 2), Text("日")))


def _signed(specs: Iterable[SignatorySpec]) -> tuple[Signatory, ...]:
    return tuple(Signatory(spec.name, spec.suffix, spec.post) for spec in specs)


def _six_digits(copy_number: str) -> str:
    """份号 has six digits (7.2.1); what is no number is for `check_lawful`."""
    number = half_width(copy_number)
    return number.zfill(6) if number.isdigit() else copy_number


def _unbracketed(text: str | None) -> str:
    """附注 comes with or without its brackets."""
    return re.sub(r"^（(.*)）$", r"\1", (text or "").strip())
