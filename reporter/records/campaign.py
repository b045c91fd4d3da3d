"""campaign.yaml: units, agencies, tasks, rosters, contacts, parent documents, obligations.

The campaign is data: nothing about a year, a province or a number of rows stands in code.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from msgspec import field

from reporter.patterns import regex
from reporter.records.entry import Entry
from reporter.records.fitting import Before, Between, Misfit, Unfit

_STEP = regex(r"\s*(\D*?\S)[\s:：]*(\d{1,3})\s*(?:个?工作日)?\s*")
Level = Literal["国家", "省", "市", "县", "乡镇", "机构"]


class Unit(Entry, frozen=True, kw_only=True):
    """An administrative unit of the tree: 省 → 市 → 县 → 乡镇（街道）."""

    code: str
    name: str
    """Full name as printed, e.g. 安和县 or 河口镇."""
    level: Level
    parent: str | None = None
    aliases: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None


class Agency(Entry, frozen=True, kw_only=True):
    """An agency that issues, receives or has duties. `unit` is the code of the administrative unit it belongs to."""

    id: str
    full_name: str
    short_name: str
    unit: str
    system: str
    """民政, 住建, 卫健, 市监, 消防 …"""
    level: Level
    aliases: tuple[str, ...] = ()
    doc_code: str | None = None
    """代字 of its document numbers, e.g. 安民发."""
    joint_doc_code: str | None = None
    """代字 of documents that it issues together with others, if there is an own series."""
    head: str | None = None
    """Who signs upward documents (签发人); absent prints as a visible blank."""
    office: str | None = None
    """The office that prints its documents, e.g. 安和县民政局办公室 (印发机关)."""
    seal_suffix: str | None = None
    """（代） in the signature only."""

    @property
    def names(self) -> tuple[str, ...]:
        """What it may be called, its id too."""
        return (self.id, self.full_name, self.short_name, *self.aliases)


class Contact(Entry, frozen=True, kw_only=True):
    """联系人. Every field may be absent: it then prints as a blank."""

    id: str = "main"
    agency: str | None = None
    person: str | None = None
    phone: str | None = None
    fax: str | None = None
    email: str | None = None


class ParentDocument(Entry, frozen=True, kw_only=True):
    """A document that is cited: title without 《》, number, issuer, date."""

    id: str
    title: str
    number: str | None = None
    issuer: str | None = None
    dated: date | None = None


class Task(Entry, frozen=True, kw_only=True):
    """One task of the plan: period, departments with the lead first, targets, what is to be done."""

    id: str
    title: str
    period: str
    departments: tuple[str, ...]
    text: str
    target: str | None = None
    domain: str | None = None
    """Hazard domain that shows how far the task is, if there is one."""


class Stage(Entry, frozen=True, kw_only=True):
    """One stage of the schedule with its deadline in words, printed in the heading."""

    title: str
    deadline: str
    text: str


class Member(Entry, frozen=True, kw_only=True):
    """One line of a roster. A missing person prints as a blank."""

    role: str
    person: str | None = None
    agency: str | None = None
    post: str | None = None


class Roster(Entry, frozen=True, kw_only=True):
    """领导小组: members and where its office sits."""

    id: str
    title: str
    members: tuple[Member, ...]
    office: str | None = None
    office_head: str | None = None


class Target(Entry, frozen=True, kw_only=True):
    """A numeric target and the figure that is compared with it."""

    id: str
    text: str
    fact: str | None = None
    at_least: str | None = None


class Step(Entry, frozen=True, kw_only=True):
    """One step on the way to a deadline: done `days` working days before it. Written `会签3` too."""

    name: str
    days: Annotated[int, Between(0, 250)]

    @classmethod
    def spelled(cls, data: Any) -> Any:
        if not isinstance(data, str):
            return data
        found = _STEP.fullmatch(data)
        if not found:
            raise Unfit(Misfit("step", (), data))
        return {"name": found[1], "days": int(found[2])}


def _listed(value: Any) -> Any:
    """`{收齐: 7, 初稿: 5}` is as good as `[收齐7, 初稿5]`."""
    return [f"{name}{days}" for name, days in value.items()] if isinstance(value, dict) else value


Steps = Annotated[tuple[Step, ...], Before(_listed)]
USUAL_STEPS = tuple(
    Step(name=name, days=days)
    for name, days in (("收齐", 7), ("初稿", 5), ("会签", 3), ("签发", 2), ("用印", 1), ("报送", 0))
)
"""What goes before a filing, in working days before its deadline, where a campaign says nothing else."""


class Obligation(Entry, frozen=True, kw_only=True):
    """Who owes what to whom, until when (domain.md b). `due_text` is kept as written."""

    id: str
    sender: str
    """Unit code, or the level name when all units of that level owe it."""
    receiver: str
    kind: str
    deliverable: str
    period: str
    due: date | None = None
    due_text: str
    medium: tuple[Literal["书面", "电子版", "可编辑版", "扫描件", "系统"], ...] = ("书面",)
    """How it is wanted: paper copies, 可编辑版 and 扫描件 (电子版 is both), typed into a system."""
    copies: Annotated[int, Between(1, 999)] = 1
    """Paper copies."""
    contents: tuple[str, ...] = ()
    steps: Steps = ()
    """Its own steps in place of the campaign's."""


class Campaign(Entry, frozen=True, kw_only=True):
    """One campaign of one unit. `unit` is the code of the unit whose workspace this is."""

    name: str
    """Name as printed, e.g. 养老机构服务质量建设专项行动."""
    years: tuple[int, ...]
    unit: str
    lead: str
    """Agency id of the lead."""
    issuers: tuple[str, ...]
    """Agency ids of the joint issuers, lead first."""
    superior: str
    """Agency id that upward documents go to."""
    recipients: tuple[str, ...] = ()
    """Recipients of the unit's downward joint documents, in order, as printed."""
    cc: tuple[str, ...] = ()
    classified_system: bool = False
    """True only on a system approved for classified material; elsewhere a marked file stops everything."""
    classified_by: str | None = None
    """Who declared that, with the office."""
    classified_on: date | None = None
    """When it was declared."""
    sample: bool = False
    """True marks every output 样稿."""
    slogan: str | None = None
    grid: Literal["portable", "characters"] = "portable"
    fonts: Literal["standin", "system"] = "standin"
    """What a PDF is set in: our stand-ins, the same everywhere, or the genuine faces that the machine has."""
    units: tuple[Unit, ...]
    agencies: tuple[Agency, ...]
    contacts: tuple[Contact, ...] = ()
    parent_documents: tuple[ParentDocument, ...] = ()
    tasks: tuple[Task, ...] = ()
    stages: tuple[Stage, ...] = ()
    rosters: tuple[Roster, ...] = ()
    targets: tuple[Target, ...] = ()
    obligations: tuple[Obligation, ...] = ()
    steps: Steps = USUAL_STEPS
    """The steps before each deadline, unless an obligation has its own."""
    rating_label: Literal["级", "星级"] = "级"
    extra: dict[str, str] = field(default_factory=dict)
    """Further named texts for clerks' own kinds."""

    def is_own(self, sender: str) -> bool:
        """Whether a sender or receiver is the unit of the workspace or one of its agencies."""
        return sender == self.unit or any(one.id == sender and one.unit == self.unit for one in self.agencies)

    @property
    def may_classify(self) -> bool:
        """Whether documents may carry 密级: the system is declared, and who declared it and when is known."""
        return self.classified_system and bool(self.classified_by) and self.classified_on is not None
