"""What `diff` was given → pairs of sides: drafts of a workspace, two workspaces, files, a file and its workspace."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from reporter.artefacts.source import Source, load
from reporter.check.hostile import refuse_unread
from reporter.deliver import drafts
from reporter.deliver.drafts import Draft
from reporter.deliver.inhand import find_draft
from reporter.diff.from_document import of_document, with_references
from reporter.diff.from_seen import of_docx, of_pdf
from reporter.diff.model import Material
from reporter.diff.sources import sources
from reporter.document import archive
from reporter.document.model import Document
from reporter.errors import InputError, ReporterError, UnknownName
from reporter.intake.classified import HINT, MESSAGE, ClassifiedFile, marked_lines
from reporter.render.formats import renderer
from reporter.text import did_you_mean
from reporter.typeset.fonts import Fonts

_FILES = (".docx", ".pdf", ".json")


class Side(Struct, frozen=True, dict=True):
    """One side with what files can be made from: the bytes of a DOCX, or the Document it is rendered from."""

    material: Material
    document: Document | None = None
    file: bytes = b""
    templates: Path | None = None
    fonts: Fonts = "standin"

    @cached_property
    def docx(self) -> bytes:
        """The DOCX; raises InputError for what is none and cannot become one."""
        if self.file:
            return self.file
        if self.document is None:
            raise InputError("PDF 不能做成 Word 花脸稿", "改用 .docx 或工作文件夹比较", self.material.name)
        rendered = renderer("docx", self.templates, self.fonts)(self.document, {})
        assert rendered is not None  # every Document has a DOCX
        return rendered.data


class Pair(Struct, frozen=True):
    """Two sides that are compared, and what their filing is called (empty for files)."""

    old: Side
    new: Side
    filing: str = ""


class Found(Struct, frozen=True):
    """Pairs, and filings that only one workspace has or of which there is one draft only."""

    pairs: tuple[Pair, ...]
    alone: tuple[str, ...] = ()
    cure: str = ""
    """What to do so that those can be compared too."""

    def why_alone(self) -> Iterator[str]:
        """What was not compared, and the next step."""
        if self.alone:
            yield f"没有可以比较的另一稿：{'、'.join(self.alone)}"
            yield f"  怎么办：{self.cure}"


def sides(old: Path, new: str, out: Path) -> Found:
    """`new` is a path, or for a workspace a filing, a kind or empty. Raises InputError for what cannot be compared."""
    second = Path(new) if new else None
    if old.is_dir() and (second is None or not (second.exists() or second.suffix.lower() in _FILES)):
        return _earlier(old, new, out)
    if second is None:
        raise InputError("还要给出第二个文件", "例：reporter diff 旧稿.docx 新稿.docx", str(old))
    if old.is_dir() or second.is_dir():
        from reporter.cli.composedsides import of_workspaces, with_workspace  # files alone need none of it

        if old.is_dir() and second.is_dir():
            return of_workspaces(old, second)
        turned = old.is_dir()
        file, root = (second, old) if turned else (old, second)
        return Found((with_workspace(file, root, out, turned=turned),))
    pair = of_file(old, (out, second.parent)), of_file(second, (out, old.parent))
    alike = old.name == second.name
    return Found((Pair(_named(pair[0], old, alike=alike), _named(pair[1], second, alike=alike)),))


def _earlier(root: Path, only: str, out: Path) -> Found:
    """Each filing's last kept draft against the one before."""
    folder = out / root.resolve().name
    filings = drafts.filings(folder)
    if not filings:
        hint = f"请先运行 reporter build {root}，改动后再运行一次；结果在别处的，用 --out 指出"
        raise InputError("还没有保存的文稿", hint, str(folder))
    kinds = {filing.partition("@")[0] for filing in filings}
    if only and only not in {*filings, *kinds}:
        raise UnknownName(f"没有“{only}”的存档", did_you_mean(only, {*filings, *kinds}), str(folder))
    pairs, alone = [], []
    for filing in filings:
        if only and only not in (filing, filing.partition("@")[0]):
            continue
        numbers = drafts.numbers(folder, filing)
        if len(numbers) < 2:
            alone.append(filing)
            continue
        before, after = (drafts.load(folder, filing, number) for number in numbers[-2:])
        pairs.append(Pair(of_draft(before), of_draft(after), filing))
    cure = (
        f"这些只存了一稿：改动数据或文字后再运行 reporter build {root}，就有下一稿；"
        "要和别的文件比，写 reporter diff 旧稿.docx 新稿.docx"
    )
    return Found(tuple(pairs), tuple(alone), cure)


def of_draft(draft: Draft, root: Path | None = None, fonts: Fonts = "standin") -> Side:
    name = f"{draft.filing} 第{draft.number}稿" if draft.number else f"{draft.filing}（{root}）"
    material = of_document(
        draft.document, name, draft=draft.number, sources=sources(draft.facts), inputs=draft.inputs
    )
    return Side(material, draft.document, templates=root / "templates" if root else None, fonts=fonts)


def draft_of(path: Path, results: Sequence[Path]) -> Draft | None:
    """The draft that a file came from, looked for near it and in each of those folders."""
    if path.suffix.lower() == ".json":
        return None
    try:
        return find_draft(path, *results).draft
    except ReporterError:
        return None


def _named(side: Side, path: Path, *, alike: bool) -> Side:
    """Files of the same name are told apart by their folders, as they were typed."""
    return replace(side, material=replace(side.material, name=str(path) if alike else path.name))


def of_file(path: Path, results: Sequence[Path]) -> Side:
    """One file; a DOCX of ours with the references of the draft it came from, where its text still agrees."""
    refuse(path)
    match path.suffix.lower():
        case ".json":
            return _archive(path)
        case ".pdf":
            material = _read(of_pdf, path, path)
            if any(marked_lines(block.text for block in material.blocks)):
                raise ClassifiedFile(MESSAGE, HINT, path.name)
            return Side(material)
        case ".docx":
            data = load(path)
            material = _read(of_docx, data, path)
            if material.origin and (draft := draft_of(path, results)) is not None:
                known = of_document(draft.document, "", draft=draft.number, sources=sources(draft.facts))
                origin = material.origin
                material = replace(with_references(material, known), origin=origin)
            return Side(material, file=data)
    hint = "Word 97—2003 的 .doc 请先另存为 .docx"
    raise InputError("只能比较 .docx、.pdf、文稿存档（.json）和工作文件夹", hint, str(path))


def _read(reader: Callable[[Source, str], Material], source: Source, path: Path) -> Material:
    """The material; an error says in which of the two files it is."""
    try:
        return reader(source, path.name)
    except InputError as error:
        error.where = error.where or str(path)
        raise


def _archive(path: Path) -> Side:
    """A Document as JSON, with the figures beside it where it lies among kept drafts."""
    try:
        document = archive.loads(load(path).decode("utf-8"))
    except UnicodeDecodeError:
        raise InputError("不是文稿存档", "文稿存档是 UTF-8 编码的 .json 文件", str(path)) from None
    except InputError as error:
        raise InputError(error.message, error.hint, str(path)) from None
    except RecursionError:
        raise InputError("文稿存档嵌套过深，未读取", "重新运行 reporter build，用新存的一稿", str(path)) from None
    facts = path.with_name("facts.json")
    known = sources(_facts(facts)) if path.name == "document.json" and facts.is_file() else None
    return Side(of_document(document, path.name, sources=known), document)


def _facts(path: Path) -> Mapping[str, Mapping[str, object]]:
    try:
        data = json.loads(load(path))
        return dict(data["facts"])
    except (ValueError, KeyError, TypeError) as error:
        raise InputError("数字的存档已损坏", "请重新运行 reporter build", str(path)) from error


def refuse(path: Path) -> None:
    """What is not looked into at all."""
    if not path.exists() and not path.is_symlink():
        raise InputError("找不到文件", "请核对文件名和所在文件夹", str(path))
    refuse_unread(path)
