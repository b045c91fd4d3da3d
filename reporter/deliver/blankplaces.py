"""Where a clerk fills in a blank: the file and the place in it, or why a figure has no value."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from reporter.document.webpage import LABELS
from reporter.facts.fact import Fact
from reporter.intake.basicsform import MAIN, label_of
from reporter.intake.folder import BASICS, CAMPAIGN, FILINGS
from reporter.records.base import Record
from reporter.records.figure import Answer, OtherFigure
from reporter.records.filing import Filing
from reporter.records.hazard import Hazard
from reporter.records.institution import Institution
from reporter.records.rating import Rating
from reporter.records.visit import Visit
from reporter.records.workspace import Workspace
from reporter.refs import split_ref

_TABLES: Mapping[str, type[Record]] = {
    "institutions": Institution, "hazards": Hazard, "ratings": Rating, "visits": Visit, "figures": OtherFigure,
    "indicators": Answer,
}  # fmt: skip
"""Family of figures → the table that it is derived from."""
_IN_FILING = {
    "发文字号的顺序号": "number", "成文日期": "doc_date", "印发日期": "print_date", "填报日期": "doc_date",
    "截至日期": "as_of", "审核人": "reviewed_by", "填报人": "filled_by",
} | {label: f"web › {key}" for key, label in LABELS.items() if label not in ("成文日期", "标题")}  # fmt: skip
"""Name of a blank → key of filings.yaml."""
FILING_LABELS = {
    "number": "发文字号", "doc_date": "成文日期", "print_date": "印发日期", "as_of": "截至日期", "title": "标题",
    "reviewed_by": "审核人", "filled_by": "填报人", "signer": "签发人", "contact": "联系人", "recipients": "主送机关",
    "cc": "抄送机关", "issuers": "发文机关", "copy_number": "份号", "urgency": "紧急程度",
}  # fmt: skip
"""Key of filings.yaml → what a clerk calls it."""
_IN_BASICS = {
    "发文机关代字": ("agencies", "doc_code"), "签发人": ("agencies", "head"), "印发机关": ("agencies", "office"),
    "负责人": ("agencies", "head"), "填报电话": ("contacts", "phone"), "主送机关": ("campaign", "recipients"),
}  # fmt: skip
"""Name of a blank → sheet and column of the basics, in the words of campaign.yaml."""


_EMPTY = "还没有数据"


class Missing(Struct, frozen=True):
    """What is known about the blanks of one Document: name → reference of the missing value, and its figures."""

    refs: Mapping[str, str]
    facts: Mapping[str, Fact]


def places_of(names: Iterable[str], missing: Missing, workspace: Workspace, filing: Filing) -> dict[str, str]:
    """Name of a blank → where it is filled in."""
    places = _Places(workspace, filing, missing)
    return {name: places.of(name) for name in names}


def by_place(blanks: Iterable[str], places: Mapping[str, str]) -> dict[str, list[str]]:
    """Place → the blanks that are filled in there, both in the order of the paper."""
    grouped: dict[str, list[str]] = {}
    for name in blanks:
        place = places.get(name, "")
        # What the clerk writes is called by its file already.
        grouped.setdefault(place, []).append(name.removesuffix(f"（{place.partition('，')[0]}）"))
    return grouped


class _Places:
    def __init__(self, workspace: Workspace, filing: Filing, missing: Missing) -> None:
        self._workspace = workspace
        self._filing = filing
        self._missing = missing
        only = next(iter(workspace.digests)) if len(workspace.digests) == 1 else ""
        self._text = only if only.lower().endswith((".md", ".markdown")) else ""
        """The file of a Document that was made of one text alone."""
        self._workbook = BASICS in workspace.digests and CAMPAIGN not in workspace.digests

    def of(self, name: str) -> str:
        if self._text:
            return f"{self._text}，开头两行 --- 之间，或正文"
        rosters = {roster.title: roster for roster in self._workspace.campaign.rosters}
        if any(name.startswith(title) for title in rosters):
            return self.basics("rosters", "office_head" if name.endswith("办公室主任") else "person")
        if name in _IN_FILING:
            return self._in_filing(_IN_FILING[name])
        if name in _IN_BASICS:
            return self.basics(*_IN_BASICS[name])
        ref = self._missing.refs.get(name, "")
        return (
            self._referred(ref)
            if ref
            else f"文稿自带的空白，印出后手填，或改 templates/text/{self._filing.kind}.md"
        )

    def _referred(self, ref: str) -> str:
        kind, name = split_ref(ref)
        match kind:
            case "fact":
                fact = self._missing.facts.get(name)
                return _unknown(fact, self._missing.facts) if fact else "台账里没有这个数据"
            case "answer":
                return self._answer(name)
            case "cell":
                key, _, _ = name.rpartition(".")
                return f"台账里 {key} 这一行"
        file, _, inside = name.partition("#")
        if file == FILINGS:
            return self._in_filing(inside.rpartition(".")[2])
        if file == CAMPAIGN:
            section, _, rest = inside.partition(".")
            return self.basics(section, rest.rpartition(".")[2], rest.partition(".")[0])
        return f"{file}，在里面写文字" if file.startswith("texts/") else file

    def _in_filing(self, key: str) -> str:
        kind, period = self._filing.kind, self._filing.period
        label = FILING_LABELS.get(key) or LABELS.get(key.removeprefix("web › "), "")
        return f"filings.yaml › {kind}（{period}）那一段 › {key}" + (f"（{label}）" if label else "")

    def basics(self, section: str, key: str, entry: str = "") -> str:
        """The place in 基本信息.xlsx, or in campaign.yaml where the workspace has that."""
        sheet, label = label_of(section, key)
        label = "办公室主任" if key == "office_head" else label
        if not self._workbook:
            inside = section if section != "campaign" else ""
            parts = (CAMPAIGN, inside, entry if entry != key else "", key)
            named = " › ".join(one for one in (sheet, label) if one)
            return " › ".join(part for part in parts if part) + (f"（{named}）" if label else "")
        if key == "office_head":
            return f"{BASICS} › 领导小组 › “办公室”一行的姓名"
        return f"{BASICS} › {sheet or MAIN} › {label or key}"

    def _answer(self, name: str) -> str:
        code, _, part = name.partition(".")
        dims = f"code={code},part={part}" if part else f"code={code}"
        fact = self._missing.facts.get(f"indicators.answer({dims})")
        if fact is not None and fact.inputs:
            return _unknown(fact, self._missing.facts)
        return f"{Answer.table}.xlsx › 编码 {name}"


def _unknown(fact: Fact, facts: Mapping[str, Fact]) -> str:
    """Why a figure has no value, and which tables it is taken from."""
    below = [facts[name] for name in fact.inputs if name in facts]
    notes = dict.fromkeys(one.note for one in (fact, *below) if one.note and one.value is None)
    families = dict.fromkeys(name.partition(".")[0] for name in (*fact.inputs, fact.address))
    if fact.inputs:
        families.pop("indicators", None)
    tables = tuple(_TABLES[name].table for name in families if name in _TABLES)
    empty = {f"没有{table}" for table in tables}
    reasons = dict.fromkeys(_EMPTY if note.removesuffix("表") in empty else note for note in notes)
    return f"{'、'.join(f'{table}.xlsx' for table in tables)}（{'；'.join(reasons) or '没有这个数'}）"
