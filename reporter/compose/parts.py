"""The parts of a 公文 around its text: header, number, recipients, signature, imprint."""

from __future__ import annotations

from datetime import date

from reporter.compose.context import agency_of, issuers_of
from reporter.compose.desk import Desk
from reporter.compose.direction import Directed
from reporter.compose.value import print_date
from reporter.document.inline import Blank, Inlines, Text, words
from reporter.document.model import Closing, Header, Imprint, Signatory
from reporter.records.period import parse_period
from reporter.records.campaign import Agency
from reporter.refs import text_ref
from reporter.text import half_width


class Parts:
    """Everything about a filing that stands in filings.yaml and campaign.yaml; what is absent is a named blank."""

    def __init__(self, desk: Desk, directed: Directed) -> None:
        self._desk = desk
        self._directed = directed
        self._front = desk.kind.front
        self._filing = desk.filing
        self._ref = text_ref("filings.yaml", desk.filing.id)

    @property
    def _issuers(self) -> tuple[Agency, ...]:
        names = issuers_of(self._desk.workspace, self._filing, self._desk.kind)
        return tuple(agency_of(self._desk.workspace, name) for name in names)

    def header(self) -> Header | None:
        """版头, for kinds that have one."""
        if not self._front.header:
            return None
        letter = self._directed.face == "letter"
        return Header(
            issuers=tuple(agency.full_name for agency in self._issuers),
            suffix="" if letter else "文件",
            number=self._number(),
            signers=self._signers() if self._directed.direction == "up" else (),
        )

    def _number(self) -> Inlines:
        """发文字号: the lead's 代字, or the joint one (R18); a missing serial is a blank inside 〔年〕…号."""
        lead, given = self._issuers[0], self._filing.number
        if given and not half_width(given).isdigit():
            return words(given, ref=self._ref)
        joint = len(self._issuers) > 1
        code = lead.joint_doc_code if joint and lead.joint_doc_code else lead.doc_code
        year = self._filing.doc_date.year if self._filing.doc_date else parse_period(self._filing.period).years[-1]
        head: Inlines = words(code) if code else (Blank("发文机关代字", 4),)
        serial: Inlines = words(half_width(given), ref=self._ref) if given else (Blank("发文字号的顺序号", 3),)
        return (*head, Text(f"〔{year}〕"), *serial, Text("号"))

    def _signers(self) -> tuple[Inlines, ...]:
        """签发人, one name an issuer; the head of the agency when the filing names nobody."""
        if self._filing.signer:
            return tuple(words(name, ref=self._ref) for name in self._filing.signer.replace("，", "、").split("、"))
        return tuple(words(a.head) if a.head else (Blank("签发人", 4),) for a in self._issuers)

    def recipients(self) -> Inlines:
        """主送机关 without the closing colon."""
        if self._filing.recipients is not None:
            return words("，".join(self._filing.recipients), ref=self._ref)
        if self._front.recipients is not None:
            return self._desk.inlines(self._front.recipients, "recipients")
        campaign = self._desk.workspace.campaign
        if self._front.to == "superior":
            return words(agency_of(self._desk.workspace, campaign.superior).full_name)
        if self._front.to == "below":
            return words("，".join(campaign.recipients)) or (Blank("主送机关", 10),)
        return ()

    def closing(self) -> Closing | None:
        """署名 and 成文日期."""
        if not self._front.closing:
            return None
        return Closing(
            signatories=tuple(Signatory(agency.full_name, agency.seal_suffix or "") for agency in self._issuers),
            date=self._date(self._filing.doc_date, "成文日期"),
            sealed=self._front.sealed,
            remark=self._desk.inlines(self._front.remark, "remark"),
        )

    def imprint(self) -> Imprint | None:
        """版记: the lead's office and the print date; copies go where the filing, the kind or the campaign says."""
        if not self._front.imprint:
            return None
        lead = self._issuers[0]
        return Imprint(
            office=words(lead.office) if lead.office else (Blank("印发机关", 8),),
            print_date=(*self._date(self._filing.print_date or self._filing.doc_date, "印发日期"), Text("印发")),
            cc=self._cc(),
        )

    def _cc(self) -> Inlines:
        if self._filing.cc is not None:
            names = words("，".join(self._filing.cc), ref=self._ref)
        elif self._front.cc is not None:
            names = self._desk.inlines(self._front.cc, "cc")
        else:
            names = words("，".join(self._desk.workspace.campaign.cc)) if self._front.to == "below" else ()
        return (*names, Text("。")) if names else ()

    def _date(self, day: date | None, name: str) -> Inlines:
        if day is not None:
            return words(print_date(day), ref=self._ref)
        year = parse_period(self._filing.period).years[-1]
        return (Text(f"{year}年"), Blank(name, 2), Text("月"), Blank(name, 2), Text("日"))
