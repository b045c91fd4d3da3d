"""The names that a text template can use, in Chinese and English."""

from __future__ import annotations

from typing import Any

from reporter.compose.direction import Directed
from reporter.compose.kinds import Kind
from reporter.compose.locality import below_word, local_word
from reporter.compose.namespace import FamilyView, Named, View, leaf
from reporter.compose.value import Blanked, TokenBook, Value
from reporter.errors import InputError
from reporter.facts.book import FactBook
from reporter.facts.family import families
from reporter.intake.folder import CAMPAIGN, FILINGS, INDICATORS
from reporter.records.campaign import Agency, Contact
from reporter.records.entry import Entry
from reporter.records.filing import Filing
from reporter.records.hazard import DOMAINS
from reporter.records.period import parse_period
from reporter.records.workspace import Workspace
from reporter.refs import text_ref

NAMES = {
    "campaign": "专项行动", "filing": "本件", "unit": "本单位", "lead": "牵头单位", "superior": "上级机关",
    "issuers": "发文机关", "contact": "联系人", "documents": "上级文件", "tasks": "任务", "stages": "阶段",
    "rosters": "名单", "targets": "目标", "towns": "下级单位", "years": "各年度", "year": "年度", "as_of": "截至日期",
    "document_type": "文种", "blank_form": "空白表", "multi_year": "跨年度", "agencies": "部门", "domains": "隐患类别",
    "period": "期间", "form_title": "指标表标题", "reporting_unit": "填报单位", "filled_by": "填报人",
    "reviewed_by": "审核人", "head": "负责人", "phone": "填报电话", "filled_on": "填报日期",
    "whole_place": "全域称谓", "our_place": "本地称谓", "places_below": "下级称谓",
}  # fmt: skip
"""English name → Chinese alias of everything in a template beside the families of figures."""


def context(book: TokenBook, facts: FactBook, kind: Kind, directed: Directed) -> dict[str, Any]:
    """The template's names; both spellings mean the same object."""
    workspace, filing = facts.workspace, facts.filing
    entries = {
        **_campaign(book, workspace),
        **_filing(book, workspace, filing, directed),
        **_form(book, workspace, filing),
        "issuers": [
            View(book, agency, f"{CAMPAIGN}#agencies.{agency.id}") for agency in issuers_of(workspace, filing, kind)
        ],
    }
    entries |= {NAMES[name]: value for name, value in entries.items()}
    for family in families().values():
        entries[family.name] = entries[family.alias] = FamilyView(book, facts, family.name)
    return entries


def _campaign(book: TokenBook, workspace: Workspace) -> dict[str, Any]:
    """What campaign.yaml says."""
    campaign = workspace.campaign
    return {
        "campaign": View(book, campaign, f"{CAMPAIGN}#campaign"),
        "lead": _agency(book, workspace, campaign.lead),
        "superior": _agency(book, workspace, campaign.superior),
        "documents": _named(book, "上级文件", "parent_documents", campaign.parent_documents),
        "rosters": _named(book, "名单", "rosters", campaign.rosters),
        "targets": _named(book, "目标", "targets", campaign.targets),
        "agencies": _named(book, "部门", "agencies", campaign.agencies),
        "tasks": leaf(book, campaign.tasks, f"{CAMPAIGN}#tasks", "任务"),
        "stages": leaf(book, campaign.stages, f"{CAMPAIGN}#stages", "阶段"),
        "domains": [_plain(book, domain) for domain in DOMAINS],
    }


def _filing(book: TokenBook, workspace: Workspace, filing: Filing, directed: Directed) -> dict[str, Any]:
    """What filings.yaml says, and what follows from the unit and the period."""
    unit, period = workspace.unit_of(filing), parse_period(filing.period)
    local, as_of = local_word(unit), None if filing.variant == "blank" else filing.as_of
    return {
        "filing": View(book, filing, f"{FILINGS}#{filing.id}"),
        "unit": View(book, unit, f"{CAMPAIGN}#units.{unit.code}"),
        "contact": _contact(book, workspace, filing),
        "towns": [View(book, town, f"{CAMPAIGN}#units.{town.code}") for town in workspace.places.below(unit.code)],
        "whole_place": _plain(book, f"全{local}"),
        "our_place": _plain(book, f"我{local}"),
        "places_below": _plain(book, below_word(unit)),
        "years": [_plain(book, year) for year in period.years],
        "year": _plain(book, period.years[-1]),
        "as_of": Value(book, as_of, text_ref(FILINGS, f"{filing.id}.as_of"), blank=Blanked("截至日期", 6)),
        "document_type": _plain(book, directed.document_type),
        "blank_form": filing.variant == "blank",
        "multi_year": len(period.years) > 1,
        "period": _plain(book, period.label),
    }


def _form(book: TokenBook, workspace: Workspace, filing: Filing) -> dict[str, Any]:
    """What stands above and below a form or list: who fills it in and when. A blank form leaves all of it open."""
    lead = agency_of(workspace, workspace.campaign.lead)
    contact = next((c for c in workspace.campaign.contacts if c.id == (filing.contact or c.id)), Contact())
    typed = {
        "reporting_unit": lead.full_name,
        "filled_by": filing.filled_by or contact.person,
        "reviewed_by": filing.reviewed_by,
        "head": lead.head,
        "phone": contact.phone,
        "filled_on": filing.doc_date,
    }
    path = text_ref(FILINGS, filing.id)
    values: dict[str, Any] = {
        name: Value(book, None if filing.variant == "blank" else raw, path, blank=Blanked(NAMES[name], 5))
        for name, raw in typed.items()
    }
    sets = {entry.id: entry for entry in workspace.indicator_sets}
    only = next(iter(sets)) if len(sets) == 1 else ""
    chosen = sets.get(filing.indicator_set or only)
    title = chosen.title.replace("{year}", str(parse_period(filing.period).years[-1])) if chosen else None
    return values | {"form_title": Value(book, title, text_ref(INDICATORS), blank=Blanked("指标表标题", 10))}


def issuers_of(workspace: Workspace, filing: Filing, kind: Kind) -> tuple[Agency, ...]:
    """The agencies that sign, lead first: those of the filing, of the text itself, or of the campaign."""
    campaign = workspace.campaign
    if filing.issuers is None and kind.front.issuers is not None:
        known = {name: one for one in campaign.agencies for name in (one.id, one.full_name)}
        return tuple(known.get(name) or printed_agency(name) for name in kind.front.issuers)
    usual = campaign.issuers if kind.front.issued_by == "joint" else (campaign.lead,)
    return tuple(agency_of(workspace, name) for name in (filing.issuers or usual))


def printed_agency(name: str) -> Agency:
    """An agency of which only the printed name is known."""
    return Agency(id=name, full_name=name, short_name=name, unit="", system="", level="县")


def agency_of(workspace: Workspace, name: str) -> Agency:
    """The agency with that id; raises InputError naming campaign.yaml."""
    try:
        return workspace.agencies[name]
    except KeyError:
        raise InputError(f"没有编号为“{name}”的部门", "在 campaign.yaml 的 agencies 里补上", CAMPAIGN) from None


def _agency(book: TokenBook, workspace: Workspace, name: str) -> View:
    return View(book, agency_of(workspace, name), f"{CAMPAIGN}#agencies.{name}")


def _contact(book: TokenBook, workspace: Workspace, filing: Filing) -> View:
    contacts = {contact.id: contact for contact in workspace.campaign.contacts}
    wanted = filing.contact or next(iter(contacts), "main")
    return View(book, contacts.get(wanted, Contact(id=wanted)), f"{CAMPAIGN}#contacts.{wanted}")


def _named(book: TokenBook, what: str, section: str, entries: tuple[Entry, ...]) -> Named:
    views = {str(entry.id): View(book, entry, f"{CAMPAIGN}#{section}.{entry.id}") for entry in entries}  # type: ignore[attr-defined]
    return Named(what, views)


def _plain(book: TokenBook, raw: int | str) -> Value:
    return Value(book, raw, None)
