"""A kind is one text file: front matter (YAML) and text. Found by file name; a workspace may override any."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.scalarint import ScalarInt
from ruamel.yaml.scalarstring import FoldedScalarString, LiteralScalarString

from reporter.compose.front import (
    AttachmentSpec,
    ColumnSpec,
    FormSpec,
    Front,
    IssuedSpec,
    SignatorySpec,
    TableSpec,
)
from reporter.compose.frontnames import NAMES, name_of, value_of, words_for
from reporter.compose.language import Place
from reporter.errors import ReporterError, TemplateError, UnknownName, together
from reporter.intake.classified import refuse_marked
from reporter.intake.problems import Code, Rejected
from reporter.intake.readers.yaml import parse, wide_colons
from reporter.records.filing import WebBlock
from reporter.text import control_characters, did_you_mean

_NAME = re.compile(r"[\w-]+")
_BARE = re.compile(r"^[^'\"]*(?::|-)\s[^'\"]*\{\{")
_BEGIN = "第一行写 ---，下面写 标题: …、发文机关: … 这样的设置，再写一行 ---，正文写在后面"
_CURES = (
    ("bool", "写 是 或 否"),
    ("date", "写成 2026-11-10 或 2026年11月10日"),
    ("int", "写一个整数"),
    ("float", "写一个数"),
    ("tuple", "每项一行，前面加“- ”；或写成 [甲, 乙]"),
    ("dict", "每项一行，写成“名称: 内容”，向右缩进"),
    ("model", "每项一行，写成“名称: 内容”，向右缩进"),
)
"""Sort of fault → what to write."""
_QUOTE = "含有 {{ }} 的内容要加引号，如 title: \"{{ a }}\""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind, read: `body` begins in line `body_line` of `file`; `lines` maps front-matter paths to lines."""

    name: str
    file: str
    front: Front
    body: str
    body_line: int
    lines: Mapping[str, int]
    alone: bool = False
    """A single text without a workspace: it states everything about itself."""

    def place(self, path: str) -> Place:
        """Where a scalar of the front matter begins; of the nearest part around it that has a line."""
        while path and path not in self.lines:
            path = path.rpartition(".")[0]
        return Place(self.file, self.lines.get(path, 1))


def kind_names(root: Path | None = None) -> tuple[str, ...]:
    """All kinds by file name: shipped ones and those of the workspace."""
    return tuple(sorted({path.stem for folder in _folders(root) for path in folder.glob("*.md")}))


def load_kind(name: str, root: Path | None = None, shape: str | None = None) -> Kind:
    """The kind `name` in `shape`; raises UnknownName, or TemplateError with file and line."""
    for folder in _folders(root):
        path = folder / f"{name}.md"
        if _NAME.fullmatch(name) and path.is_file():
            kind = _parsed(name, f"templates/text/{path.name}", _text(path, f"templates/text/{path.name}"), shape)
            if not kind.front.name:
                hint = "在开头的设置里加一行，如 name: 通知"
                raise TemplateError("缺少设置项“name”（名称）", hint, str(Place(kind.file, 1)))
            return kind
    raise UnknownName(f"没有“{name}”这种文稿", did_you_mean(name, kind_names(root)))


def load_text(path: Path) -> Kind:
    """A text that stands alone, as a kind; raises TemplateError with line, ClassifiedFile for a marked one."""
    text = _text(path, path.name)
    refuse_marked(text, path.name)
    kind = _parsed(re.sub(r"[^\w-]+", "-", path.stem) or "text", path.name, text, None)
    return replace(kind, alone=True)


def _folders(root: Path | None) -> list[Path]:
    with as_file(files("reporter.templates")) as shipped:
        own = [root / "templates" / "text"] if root else []
        return [*own, Path(shipped) / "text"]


def _text(path: Path, file: str) -> str:
    """The file's text with line ends as \\n; TemplateError names what no document can hold."""
    try:
        text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        hint = "用记事本打开，另存为时编码选 UTF-8"
        raise TemplateError("文稿模板不是 UTF-8 编码", hint, file) from error
    for number, line in enumerate(text.split("\n"), 1):
        if bad := control_characters(line):
            where = str(Place(file, number))
            raise TemplateError(f"文字里有不能打印的字符 {'、'.join(bad)}", "删去后重新输入", where)
    return text


@lru_cache(maxsize=64)
def _parsed(name: str, file: str, text: str, shape: str | None) -> Kind:
    lines = text.split("\n")
    if lines[0].strip() != "---" or "---" not in (line.strip() for line in lines[1:]):
        where = str(Place(file, 1))
        raise TemplateError("文稿模板要以两行 --- 之间的设置开头", _BEGIN, where)
    end = next(number for number, line in enumerate(lines[1:], 1) if line.strip() == "---")
    data = _yaml(lines[1:end], file)
    if not isinstance(data, CommentedMap):
        raise _unread(lines[1:end], file) or TemplateError("模板开头的设置是空的", _BEGIN, str(Place(file, 1)))
    shapes = data.get("shapes") or {}
    chosen = shape or next(iter(shapes), "")
    if chosen and chosen not in shapes:
        raise UnknownName(f"没有“{chosen}”这种形式", did_you_mean(chosen, shapes), str(Place(file, 1)))
    settings = {**_plain(data), **_plain(shapes.get(chosen) or {}), "shape": chosen}
    # What the chosen shape sets stands where the shape says it.
    places = dict(_lines(data)) | dict(_lines(shapes.get(chosen)))
    faults = list[ReporterError]()
    if not settings.get("title") and settings.get("face") != "order":
        faults.append(TemplateError("缺少设置项“title”（标题）", "在开头的设置里写上", str(Place(file, 1))))
    front, wrong = _front(settings, places, file)
    if fault := together([*faults, *wrong]):
        raise fault
    assert front is not None
    return Kind(name, file, front, "\n".join(lines[end + 1 :]), end + 2, places)


def _yaml(lines: list[str], file: str) -> Any:
    """The front matter, whose first line is line 2 of the file."""
    try:
        return YAML(typ="rt").load("\n".join(lines))
    except RecursionError as error:
        raise TemplateError("模板开头的设置套得太深", "删去多余的括号", str(Place(file, 2))) from error
    except MarkedYAMLError as error:
        raise _unread(lines, file, error) or error from error


def _unread(lines: list[str], file: str, error: MarkedYAMLError | None = None) -> ReporterError | None:
    """Why the settings cannot be read: what is mostly to blame, every place of it; None where nothing is."""
    bare = [number for number, line in enumerate(lines, 2) if _BARE.search(line)]
    text = "\n".join(["", *lines])
    wide = [_settings_fault(file, number, message, hint) for number, message, hint in wide_colons(text)]
    if error is None or wide:
        return together(wide)
    mark = error.problem_mark or error.context_mark
    last = mark.line + 2 if mark else 2
    for number in (last, last - 1):  # the mark may stand behind the line at fault
        if number in bare:
            return _settings_fault(file, number, "模板开头的设置读不懂", _QUOTE)
    try:
        problems = parse(text, file).problems
    except Rejected as rejected:
        problems = [rejected.problem]
    told = [
        _settings_fault(file, one.where.line, one.message, one.hint)
        for one in problems
        if one.code in (Code.YAML_SYNTAX, Code.YAML_KEY_TWICE)
    ]
    return together(told) or _settings_fault(file, last, "模板开头的设置读不懂", "检查缩进、冒号和引号")


def _settings_fault(file: str, line: int, message: str, hint: str) -> TemplateError:
    return TemplateError(message, hint, str(Place(file, line)))


def _lines(data: Any, path: str = "") -> Iterator[tuple[str, int]]:
    """Path of every scalar and collection of the front matter, and its line in the file."""
    if isinstance(data, CommentedMap):
        for merged in data.merge:
            yield from _lines(merged, path)
        own = data.lc.data or {}
        entries = [(key, data.lc.value(key)[0], value) for key, value in data.items() if key in own]
    elif isinstance(data, CommentedSeq):
        entries = [(place, data.lc.item(place)[0], value) for place, value in enumerate(data)]
    else:
        return
    for key, line, value in entries:
        name = name_of(key, path.rpartition(".")[2]) if isinstance(data, CommentedMap) else str(key)
        here = f"{path}.{name}" if path else name
        block = isinstance(value, FoldedScalarString | LiteralScalarString)
        yield here, line + (3 if block else 2)
        yield from _lines(value, here)


def _front(
    settings: dict[str, Any], places: Mapping[str, int], file: str
) -> tuple[Front | None, list[ReporterError]]:
    """The settings, or everything that is wrong with them."""
    try:
        return Front.model_validate(settings), []
    except ValidationError as error:
        told: dict[str, ReporterError] = {}
        for fault in error.errors():
            path = near = ".".join(str(part) for part in fault["loc"] if "[" not in str(part))
            while near and near not in places:
                near = near.rpartition(".")[0]
            if fault["type"] not in ("extra_forbidden", "missing"):
                path = near or path  # a setting that may be one of two sorts is refused by both
            told.setdefault(path, _front_fault(fault, path, str(Place(file, places.get(near, 1)))))
        return None, list(told.values())


def _front_fault(fault: ErrorDetails, path: str, where: str) -> ReporterError:
    """One fault of the settings, with its line."""
    context = fault.get("ctx", {})
    if fault["type"] == "extra_forbidden":
        hint = did_you_mean(path.rpartition(".")[2], [*_known(fault["loc"]), *NAMES])
        return UnknownName(f"设置项“{path}”不存在", hint, where)
    if fault["type"] == "missing":
        return TemplateError(f"缺少设置项“{_shown(path)}”", "在开头的设置里补上，冒号用英文的", where)
    if fault["input"] is None:
        return TemplateError(f"设置项“{_shown(path)}”是空的", "写上内容，或者删去这一行", where)
    if isinstance(fault["input"], dict | list):
        return TemplateError(f"设置项“{_shown(path)}”要写一段文字", _QUOTE, where)
    expected = str(context.get("expected", "")).replace("'", "").replace(" or ", "、").replace(", ", "、")
    chinese = words_for(str(fault["loc"][0]))
    hint = f"只能写：{'、'.join(chinese)}（{expected}）" if expected and chinese else f"只能写：{expected}"
    hint = hint if expected else str(context.get("hint", "")) or _cure(fault["type"])
    return TemplateError(f"设置项“{_shown(path)}”不对：{fault['input']}", hint, where)


def _cure(kind: str) -> str:
    """What to write for a value of that sort."""
    return next((cure for start, cure in _CURES if kind.startswith(start)), "写一段文字；含冒号或 # 的加引号")


def _shown(path: str) -> str:
    """A setting as clerks know it: 版式（face）."""
    parent, _, last = path.rpartition(".")
    if last.isdigit():
        return f"{_shown(parent)}第{int(last) + 1}项"
    chinese = next((name for name, key in NAMES.items() if key == last), "")
    return f"{chinese}（{path}）" if chinese else path


_PARTS = (
    (ColumnSpec, "columns"), (TableSpec, "tables"), (FormSpec, "form"), (SignatorySpec, "signatories"),
    (IssuedSpec, "issued"), (AttachmentSpec, "attachments"), (WebBlock, "web"),
)  # fmt: skip


def _known(location: tuple[int | str, ...]) -> Iterator[str]:
    """The names that a setting may have at that place."""
    for model, at in _PARTS:
        if at in location[:-1]:
            yield from model.model_fields
            return
    yield from Front.model_fields


def _plain(value: Any, parent: str = "") -> Any:
    """ruamel's own containers as plain ones, Chinese names and words of settings as ours."""
    if isinstance(value, dict):
        pairs = ((name_of(key, parent), item) for key, item in value.items())
        return {name: _plain(item, name) for name, item in pairs}
    if isinstance(value, list):
        return [_plain(item, parent) for item in value]
    if isinstance(value, ScalarInt) and (width := getattr(value, "_width", None)):
        return str(value).zfill(width)  # 份号 000123 keeps its zeros
    return value_of(parent, value)
