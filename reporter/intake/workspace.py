"""One workspace folder, read and validated: steps 1 and 2 for everything that lies in it (design 4.1)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct, field

from reporter.contents import content, has_file, has_folder, sha256
from reporter.errors import InputError
from reporter.intake import basics
from reporter.intake.answers import check_answers
from reporter.intake.basicsnames import worded
from reporter.intake.books import Books, absent, books_in
from reporter.intake.classified import refuse_marked_workspace
from reporter.intake.configuration import entries, entry, numbered
from reporter.intake.folder import BASICS, CAMPAIGN, FILINGS, INDICATORS, RESULTS, as_named, is_workspace
from reporter.intake.placeholders import placeholders
from reporter.intake.plausible import check_kinds, check_periods, check_sets, check_texts, written_sets
from reporter.intake.problems import (
    IGNORED,
    Code,
    Problem,
    Rejected,
    ValidationFailed,
    Where,
    error,
    has_errors,
    info,
    warning,
)
from reporter.intake.readers import yaml
from reporter.intake.references import campaign_references, filing_references
from reporter.intake.register import FILE as REGISTER
from reporter.intake.register import NOTICES
from reporter.intake.schema import Records, records_of
from reporter.intake.tree import Tree
from reporter.intake.wordtext import WordFaults, markup, revised
from reporter.patterns import regex
from reporter.records.campaign import Campaign
from reporter.records.figure import Answer, OtherFigure, Override
from reporter.records.filing import Filing
from reporter.records.hazard import Hazard
from reporter.records.indicators import IndicatorSet
from reporter.records.institution import Institution
from reporter.records.rating import Rating
from reporter.records.visit import Visit
from reporter.records.workspace import Workspace
from reporter.text import INVISIBLE, control_characters

_COMMENT = regex(r"\{##.*?##\}", re.DOTALL)
_A1 = regex(r"([A-Z]+)(\d+)")
_TEXTS = (".md", ".docx")
_ORDER = {"error": 0, "warning": 1, "info": 2}


class Loaded(Struct, frozen=True):
    """A workspace, or None while any problem is an error; and all problems, errors first."""

    workspace: Workspace | None
    problems: tuple[Problem, ...]


class _Parts(Struct):
    """What has been read so far, and where problems and read files are collected."""

    root: Path
    campaign: Campaign | None = None
    filings: tuple[Filing, ...] = ()
    sets: tuple[IndicatorSet, ...] = ()
    all_sets: bool = True
    """False while a form has a fault: answers to it would seem to answer nothing."""
    problems: list[Problem] = field(default_factory=list)
    files: list[Path] = field(default_factory=list)


def load(root: Path) -> Loaded:
    """Everything in a workspace folder; raises InputError only when there is no such folder."""
    if not root.is_dir():
        raise InputError("没有这个工作文件夹", "核对路径；新建请用 reporter new", str(root))
    if not is_workspace(root) and (root / RESULTS).is_dir():
        hint = "给出放台账和基本信息的那个文件夹"
        raise InputError("这是放结果的文件夹，不是工作文件夹", hint, str(root))
    root = root.resolve()
    refuse_marked_workspace(root)
    parts = _Parts(root)
    _read_campaign(parts)
    _read_filings(parts)
    books = books_in(root, root)
    records = records_of(books.sheets, parts.campaign)
    texts = _texts(parts)
    written = [name for name, text in texts.items() if text]
    parts.problems += check_texts(written, parts.filings)
    parts.problems += [*books.problems, *absent(books), *records.problems]
    if parts.all_sets:
        parts.problems += check_answers(records.of(Answer), records.of(Override), parts.sets)
    parts.problems += check_periods([*records.of(OtherFigure), *records.of(Answer), *records.of(Override)])
    parts.files += books.files
    history = _history(parts)
    problems = tuple(sorted(dict.fromkeys(parts.problems), key=_rank))
    if has_errors(problems) or parts.campaign is None:
        return Loaded(None, problems)
    return Loaded(_workspace(parts, records, texts, history), problems)


def load_valid(root: Path) -> tuple[Workspace, tuple[Problem, ...]]:
    """The workspace and its warnings; raises ValidationFailed with all problems while one is an error."""
    loaded = load(root)
    if loaded.workspace is None:
        raise ValidationFailed(loaded.problems)
    return loaded.workspace, loaded.problems


def load_clean(root: Path, refusal: str, hint: str = "先用 reporter validate 检查并改正") -> Workspace:
    """The workspace, without its warnings; raises InputError with `refusal` while a problem is an error."""
    try:
        return load_valid(root)[0]
    except ValidationFailed as failed:
        raise InputError(refusal, hint, str(root)) from failed


def _rank(problem: Problem) -> tuple[int, str, str, int, int, str]:
    """Errors first, then as one walks through the files: sheet, row, column."""
    where = problem.where
    cell = _A1.fullmatch(where.cell)
    row, letters = (int(cell[2]), cell[1]) if cell else (where.line, "")
    return _ORDER[problem.severity], where.file, where.sheet, row, len(letters), letters


def _workspace(
    parts: _Parts, records: Records, texts: dict[str, str], history: dict[str, Workspace]
) -> Workspace:
    assert parts.campaign is not None
    return Workspace(
        root=parts.root,
        campaign=parts.campaign,
        filings=parts.filings,
        indicator_sets=parts.sets,
        institutions=records.of(Institution),
        hazards=records.of(Hazard),
        ratings=records.of(Rating),
        visits=records.of(Visit),
        figures=records.of(OtherFigure),
        answers=records.of(Answer),
        overrides=records.of(Override),
        texts=texts,
        digests=_digests(parts),
        history=history,
    )


def _tree(parts: _Parts, name: str) -> Tree | None:
    """A YAML file of the workspace, None when it is absent or unreadable."""
    if not has_file(parts.root, name):
        return None
    path = parts.root / name
    parts.files.append(path)
    try:
        tree = yaml.read(path, name)
    except Rejected as rejected:
        parts.problems.append(rejected.problem)
        return None
    parts.problems += [*tree.problems, *placeholders(tree)]
    return tree


def _read_campaign(parts: _Parts) -> None:
    workbook = parts.root / BASICS
    if has_file(parts.root, CAMPAIGN):
        tree = _tree(parts, CAMPAIGN)
        if has_file(parts.root, BASICS):
            message = f"有 {CAMPAIGN}，就不读“{BASICS}”"
            parts.problems.append(warning(Code.FILE_UNUSED, message, "只留一个", Where(BASICS)))
    elif has_file(parts.root, BASICS):
        parts.files.append(workbook)
        tree = basics.read(workbook, parts.problems)
        parts.problems += placeholders(tree) if tree else ()
    else:
        hint = "这里要放“基本信息.xlsx”（或 campaign.yaml）；可以用 reporter new 生成样板"
        parts.problems.append(error(Code.FILE_MISSING, f"缺少{BASICS}", hint, Where(BASICS)))
        return
    if tree is None:
        return
    parts.campaign, problems = entry(Campaign, tree)
    if parts.campaign is not None:
        problems += campaign_references(parts.campaign, tree)
    if tree.file == BASICS:
        refused = {one.where for one in parts.problems if one.severity == "error"}
        # A value that was refused is not also missing.
        problems = [one for one in (worded(one, tree) for one in problems) if one.where not in refused]
    parts.problems += problems


def _read_filings(parts: _Parts) -> None:
    indicators = _tree(parts, INDICATORS)
    if indicators is not None:
        parts.sets, problems = entries(IndicatorSet, indicators)
        parts.all_sets = not problems
        parts.problems += [*problems, *check_sets(parts.sets, indicators)]
    tree = _tree(parts, FILINGS)
    if tree is None:
        if not has_file(parts.root, FILINGS):
            message = "没有 filings.yaml，不知道要出哪些文件"
            parts.problems.append(
                info(Code.FILE_MISSING, message, "可以用 reporter new 生成样板", Where(FILINGS))
            )
        return
    filings, problems = numbered(Filing, tree)
    parts.filings = tuple(filings.values())
    parts.problems += problems
    sets = {one.id for one in parts.sets} | written_sets(indicators)
    parts.problems += filing_references(filings, parts.campaign, sets, tree)
    parts.problems += check_kinds(filings, tree, parts.root)


def _texts(parts: _Parts) -> dict[str, str]:
    """texts/**.md by path below texts/; a text that holds nothing but comments is empty, so that it prints a blank."""
    texts: dict[str, str] = {}
    if not has_folder(parts.root, "texts"):
        return texts
    folder = parts.root / "texts"
    for path in sorted(path for path in folder.rglob("*.md") if path.is_file()):
        name = path.relative_to(parts.root).as_posix()
        parts.files.append(path)
        try:
            text = content(path).decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
        except UnicodeDecodeError:
            hint = "用记事本打开，另存为时编码选 UTF-8"
            parts.problems.append(error(Code.FILE_ENCODING, "文件不是 UTF-8 编码", hint, Where(name)))
            continue
        parts.problems += _text_problems(name, text)
        text = INVISIBLE.sub("", text)
        only_advice = not _COMMENT.sub("", text).strip()
        texts[path.relative_to(folder).as_posix()] = "" if only_advice else text
    parts.problems += _unread_texts(parts.root, folder)
    return texts | _word_texts(parts, folder, texts)


def _unread_texts(root: Path, folder: Path) -> Iterable[Problem]:
    """Files among the texts that are no .md or .docx: what was written there would be missed without a word."""
    for path in sorted(folder.rglob("*")):
        if not path.is_file() or path.name.startswith(("~", ".")) or path.suffix in _TEXTS:
            continue
        if path.suffix.lower() in (*_TEXTS, ".txt", ".doc", ".wps", ".rtf", ".odt"):
            hint = f"是这里的文字的，改成“{path.name.partition('.')[0]}.md”，或在 Word 里另存为 .docx；不是的，移走"
            where = Where(path.relative_to(root).as_posix())
            yield warning(Code.FILE_UNUSED, "文字只读 .md 和 .docx，这个文件没有读取", hint, where)


def _word_texts(parts: _Parts, folder: Path, texts: dict[str, str]) -> dict[str, str]:
    """texts/**.docx as the markup of our texts; the same text twice is an error."""
    found: dict[str, str] = {}
    for path in sorted(path for path in folder.rglob("*.docx") if not path.name.startswith(("~$", "."))):
        name = path.relative_to(parts.root).as_posix()
        parts.files.append(path)
        if path.relative_to(folder).with_suffix(".md").as_posix() in texts:
            message = "同一段文字既有 .md 又有 .docx，不知道用哪一个"
            parts.problems.append(error(Code.FILE_UNUSED, message, "只留一个", Where(name)))
            continue
        try:
            found[path.relative_to(folder).as_posix()] = markup(path)
            if revised(path):
                hint = "在 Word 或 WPS 里接受或拒绝全部修订，保存后再生成"
                message = "有没接受的修订，按全部接受读取"
                parts.problems.append(warning(Code.TEXT_REVISED, message, hint, Where(name)))
        except WordFaults as fault:
            for message, cure in fault.faults:
                parts.problems.append(error(Code.FILE_UNREADABLE, message, cure, Where(name)))
        except InputError as fault:
            parts.problems.append(error(Code.FILE_UNREADABLE, fault.message, fault.hint, Where(name)))
    return found


def _text_problems(name: str, text: str) -> Iterable[Problem]:
    for number, line in enumerate(text.split("\n"), 1):
        bad = control_characters(line)
        if bad:
            message = f"有不能打印的字符 {'、'.join(bad)}"
            yield error(Code.TEXT_CHARACTERS, message, "删去后重新输入", Where(name, line=number), line)
        if INVISIBLE.search(line):
            yield warning(
                Code.CELL_INVISIBLE, IGNORED, "重新输入一遍可消除本提醒", Where(name, line=number), line
            )


def _history(parts: _Parts) -> dict[str, Workspace]:
    """history/<period>/: the same workbooks, closed, under the same campaign."""
    history: dict[str, Workspace] = {}
    below = has_folder(parts.root, "history")
    for period in sorted((parts.root / "history").iterdir()) if below else []:
        if not period.is_dir():
            continue
        books: Books = books_in(period, parts.root)
        records = records_of(books.sheets, parts.campaign)
        parts.problems += [*books.problems, *records.problems]
        parts.files += books.files
        if parts.campaign is not None and not has_errors([*books.problems, *records.problems]):
            closed = _Parts(period, parts.campaign, (), parts.sets, files=books.files)
            history[period.name] = _workspace(closed, records, {}, {})
    return history


def _digests(parts: _Parts) -> dict[str, str]:
    """SHA-256 of every file read, of the workspace's own templates, and of what its deadlines are computed from."""
    root, found = parts.root, list[Path]()
    found += (root / "templates").rglob("*") if has_folder(root, "templates") else ()
    found += (root / NOTICES).glob("*.y*ml") if has_folder(root, NOTICES) else ()
    files = [*parts.files, *(path for path in found if path.is_file())]
    files += [root / REGISTER] if has_file(root, REGISTER) else ()
    named = {as_named(path, root): path for path in files}
    return {name: sha256(named[name]) for name in sorted(named)}
