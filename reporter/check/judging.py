"""One file, or a set of them, under all rules: findings, and what could not be checked with the reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from reporter.artefacts import office
from reporter.artefacts.for_office import adapted
from reporter.artefacts.geometry_docx import Sheets
from reporter.artefacts.seen.model import SURE, Element, Seen, Trait
from reporter.artefacts.source import load
from reporter.check.failing import RESOURCES, Failures
from reporter.check.finding import Finding, ordered
from reporter.check.folding import folded
from reporter.check.knowledge import Known
from reporter.check.measure.items import PDF_ITEMS
from reporter.check.opening import opener
from reporter.check.profile import Profile
from reporter.check.registry import Loaded, loaded_rules
from reporter.check.rule import Need
from reporter.check.subject import Layout, Subject
from reporter.check.unsure import Unchecked, unsure_of
from reporter.check.waiting import headings_of, is_draft, placed, softened
from reporter.check.yielding import Told, told_once
from reporter.errors import InputError

MOST_OF_A_RULE = 200
"""Findings of one rule in one file; nobody reads more, and a hostile file could have millions."""
LAYOUT_SECONDS = 60.0
MOST_LAID_OUT = 40_000
"""Paragraphs, cells too: LibreOffice takes minutes for longer files."""
_MISSING: dict[Need, str] = {
    "docx": "这是 PDF，没有 Word 的设置可查",
    "layout": "没有排版结果可量（未安装 LibreOffice、没有要求排版，或文件太长、排不出来）",
    "facts": "没有给出工作文件夹",
    "set": "只有一个文件",
}


class Manner(Struct, frozen=True):
    """How files are judged. `render` lays a DOCX out with LibreOffice for the rules about pages."""

    profile: Profile = field(default_factory=Profile)
    known: Known | None = None
    public: bool = False
    render: bool = True


class Verdict(Struct, frozen=True):
    """What was found in one file. `notes` are sentences about it as a whole, e.g. whose layout was measured."""

    file: str
    findings: tuple[Finding, ...]
    unchecked: tuple[Unchecked, ...] = ()
    notes: tuple[str, ...] = ()
    subject: Subject | None = None


def subject_of(path: Path, manner: Manner) -> Subject:
    """Everything that rules look at, read from the file once.

    Raises InputError for what is neither DOCX nor PDF, cannot be read or must not be.
    """
    data = load(path)
    suffix = path.suffix.lower()
    if suffix not in (".docx", ".pdf"):
        raise InputError("只能检查 .docx 和 .pdf 文件", "Word 97—2003 的 .doc 请先另存为 .docx", str(path))
    if suffix == ".pdf":
        layout = opener("pdf").layout_of(data, rendered=False)
        return _subject(path, opener("pdf").seen_of(layout), manner, layout=layout)
    seen, setting = opener("docx").seen_of(data)
    subject = _subject(path, seen, manner, setting=setting)
    if manner.render and office.available() and len(seen.paras) <= MOST_LAID_OUT:
        subject = replace(subject, layout=_rendered(data))
    return subject


def _subject(
    path: Path,
    seen: Seen,
    manner: Manner,
    *,
    setting: Sheets | None = None,
    layout: Layout | None = None,
) -> Subject:
    return Subject(path.name, seen, setting, layout, manner.profile, manner.known, manner.public)


def judge(subject: Subject, most: int = MOST_OF_A_RULE, *, fold: bool = True) -> Verdict:
    """All rules about one file, with at most so many findings of each. Unless `fold`, a fault that runs through many
    paragraphs is told of each. A rule that fails is told of as an error, the others are asked all the same."""
    findings: list[Finding] = []
    failures = Failures()
    said: list[Told] = []
    notes = list(_notes(subject))
    lacking, levels = _lacking(subject), frozenset(subject.profile.levels.items())
    draft, headings = is_draft(subject), headings_of(subject)
    for loaded in _fitting(lacking, levels, subject.seen.traits):
        rule = loaded.rule
        assert loaded.check is not None
        found: list[Finding] = []
        try:
            # islice makes asking all twice as long
            for one in loaded.check(subject) if rule.signed(subject.seen) else ():
                found.append(one)
                if len(found) > most:
                    break
        except RESOURCES:
            raise
        except Exception as error:  # noqa: BLE001 - our fault in one rule must not hide what the others find
            failures.note(rule.code, error)
        if len(found) > most:
            notes.append(f"{rule.code}的问题超过{most}处，只列出前{most}处")
        if found:
            said.append((rule, found[:most]))
    for rule, those in told_once(said):
        told = folded(those, rule.folds) if fold and rule.folds else those
        spoken = placed(told, headings) if fold else told
        findings += _levelled(softened(spoken, rule) if draft and rule.waits else spoken, subject.profile)
    findings += failures.findings(subject.file)
    asked, missing = _asked(lacking, levels)
    unchecked = sorted((*missing, *_left_out(asked, subject.seen, most)), key=lambda one: one.code)
    return Verdict(subject.file, ordered(findings), tuple(unchecked), tuple(notes), subject)


@lru_cache(maxsize=64)
def _asked(
    lacking: frozenset[Need], levels: frozenset[tuple[str, str]]
) -> tuple[tuple[Loaded, ...], tuple[Unchecked, ...]]:
    """The rules about one file that a profile does not switch off, and those among them that cannot be asked."""
    asked: list[Loaded] = []
    missing: list[Unchecked] = []
    for loaded in loaded_rules():
        rule = loaded.rule
        if loaded.check is None or (rule.code, "off") in levels:
            continue
        need = next((need for need in rule.needs if need in lacking), None)
        if need is None:
            asked.append(loaded)
        else:
            missing.append(Unchecked(rule.code, rule.title, _MISSING[need]))
    return tuple(asked), tuple(missing)


@lru_cache(maxsize=256)
def _fitting(
    lacking: frozenset[Need], levels: frozenset[tuple[str, str]], traits: frozenset[Trait]
) -> tuple[Loaded, ...]:
    """Those among them that may tell something about a file with these traits, as most files of an office have: rules
    about what others have cost nothing."""
    return tuple([loaded for loaded in _asked(lacking, levels)[0] if loaded.rule.fits(traits)])


def judge_set(subjects: Sequence[Subject], profile: Profile) -> tuple[Finding, ...]:
    """The rules about several files together; nothing for a single one."""
    if len(subjects) < 2:
        return ()
    found: list[Finding] = []
    failures = Failures()
    for loaded in loaded_rules():
        if loaded.check_set is not None and profile.levels.get(loaded.rule.code) != "off":
            try:
                found += _levelled(loaded.check_set(subjects), profile)
            except RESOURCES:
                raise
            except Exception as error:  # noqa: BLE001 - as above
                failures.note(loaded.rule.code, error)
    return ordered([*found, *failures.findings("、".join(subject.file for subject in subjects[:2]) + "等")])


def _rendered(data: bytes) -> Layout | None:
    """LibreOffice's layout as near as it comes to Word's; None where it makes none or takes too long."""
    try:
        printed = office.to_pdf(adapted(data, hangs=True), time_limit=LAYOUT_SECONDS)
        layout: Layout = opener("pdf").layout_of(printed, rendered=True)
    except InputError:
        return None
    return layout


def _lacking(subject: Subject) -> frozenset[Need]:
    """What rules may need and this file has not."""
    there: dict[Need, bool] = {
        "docx": subject.setting is not None,
        "layout": subject.layout is not None,
        "facts": subject.known is not None,
        "set": False,
    }
    return frozenset([need for need, has in there.items() if not has])


def _left_out(asked: Iterable[Loaded], seen: Seen, most: int) -> Iterator[Unchecked]:
    """Elements that rules left out because they were not recognised surely, at most so many of each."""
    if elements := [e for e in seen.elements if e.confidence < SURE]:
        for loaded in asked:
            yield from islice(_unsure(loaded, elements), most)


def _unsure(loaded: Loaded, elements: Iterable[Element]) -> Iterator[Unchecked]:
    for element in elements:
        if element.role in loaded.rule.roles:
            yield unsure_of(loaded.rule.code, loaded.rule.title, element)


def _levelled(findings: Iterable[Finding], profile: Profile) -> Iterator[Finding]:
    for finding in findings:
        level = profile.levels.get(finding.code)
        if level is None:
            yield finding
        elif level != "off":
            yield replace(finding, severity=level)


def _notes(subject: Subject) -> tuple[str, ...]:
    if subject.layout is None:
        return ("没有排版，页面、行数、位置等规则未查",) if subject.setting is not None else ()
    if subject.layout.rendered:
        return ("版面按 LibreOffice 的排版结果检查，Word、WPS 中可能略有不同",)
    return () if len(subject.layout.rows) > len(PDF_ITEMS) // 8 else ("没有文字（可能是扫描件），只查了纸张",)
