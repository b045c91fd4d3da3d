"""filings.yaml: what a workspace issues, with everything about it that is not in the text."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from msgspec import field

from reporter.patterns import regex
from reporter.records.entry import Entry
from reporter.records.fitting import Before, Misfit, Unfit, as_text
from reporter.records.period import chinese_date

_ISO = regex(r"(\d{4})-(\d{1,2})-(\d{1,2})")
State = Literal["草稿", "征求意见稿", "送审稿", "定稿"]


class Carried(Entry, frozen=True, kw_only=True):
    """An attachment of a filing: the id of another filing, or `（另附）标题`, or either with settings."""

    title: str
    enclosed: bool = True
    """False: only named in the 附件说明."""
    separate: bool = False
    """Delivered as a file of its own, not bound with the filing (GB/T 9704 7.3.7)."""

    @classmethod
    def spelled(cls, data: Any) -> Any:
        return {"title": data} if isinstance(data, str) else data


def _shown(value: Any) -> Any:
    """A date as it is printed, a number as text; nothing is as good as an empty text."""
    if value is None:
        return ""
    if isinstance(value, str) and (found := _ISO.fullmatch(value.strip())):
        try:
            value = date(*map(int, found.groups()))
        except ValueError:
            raise Unfit(Misfit("day", (), value)) from None
    if isinstance(value, date):
        return chinese_date(value)
    return as_text(value)


WebText = Annotated[str | None, Before(_shown)]


class WebBlock(Entry, frozen=True, kw_only=True):
    """The block of information above a document on a website. What is set without a value is a visible blank, unless
    the document itself says it (title, number, doc_date, disclosure)."""

    index_number: WebText = None
    topic: WebText = None
    publisher: WebText = None
    doc_date: WebText = None
    title: WebText = None
    number: WebText = None
    published_on: WebText = None
    generated_on: WebText = None
    validity: WebText = None
    disclosure: WebText = None
    keywords: WebText = None


class Filing(Entry, frozen=True, kw_only=True):
    """One filing. What is absent prints as a visible blank and is listed; `as_of` is required once a fact is used."""

    kind: str
    period: str
    """2026, 2023-2026, 2026Q3 …"""
    variant: str | None = None
    """Set when one kind and period is issued more than once, e.g. blank beside filled."""
    as_of: date | None = None
    unit: str | None = None
    """Unit code; absent means the unit of the workspace."""
    shape: str | None = None
    """One of the shapes that the kind offers, e.g. report, attachment, plain."""
    title: str | None = None
    number: str | None = None
    doc_date: date | None = None
    print_date: date | None = None
    signer: str | None = None
    copy_number: str | None = None
    urgency: Literal["特急", "加急"] | None = None
    classification: str | None = None
    """密级, e.g. 机密★1年; refused unless the workspace is declared to stand on a classified system."""
    secrecy_period: str | None = None
    """保密期限, where 密级 does not say it."""
    remark: str | None = None
    """附注, without brackets; whether a document is published is the bureau's decision, no kind says it by itself."""
    disclosure: str | None = None
    """公开方式: 主动公开, 依申请公开, 不予公开."""
    issuers: tuple[str, ...] | None = None
    recipients: tuple[str, ...] | None = None
    cc: tuple[str, ...] | None = None
    attachments: tuple[Carried, ...] | None = None
    """What is attached, in the order of its numbers."""
    web: WebBlock | None = None
    indicator_set: str | None = None
    contact: str | None = None
    filled_by: str | None = None
    """填报人 of a form."""
    reviewed_by: str | None = None
    """审核人 of a form."""
    state: State = "草稿"
    options: dict[str, str] = field(default_factory=dict)
    """Further settings that the kind's text names, e.g. paper or group."""

    @property
    def carried(self) -> tuple[str, ...]:
        """Ids of the filings that it carries."""
        return tuple(one.title for one in self.attachments or () if "@" in one.title)

    @property
    def id(self) -> str:
        """`<kind>@<period>`, with the variant behind a plus sign."""
        return f"{self.kind}@{self.period}" + (f"+{self.variant}" if self.variant else "")
