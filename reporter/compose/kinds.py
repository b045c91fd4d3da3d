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
from reporter.errors import TemplateError, UnknownName
from reporter.intake.classified import refuse_marked
from reporter.records.filing import WebBlock
from reporter.text import control_characters, did_you_mean

_NAME = re.compile(r"[\w-]+")
_BARE = re.compile(r"^[^'\"]*(?::|-)\s[^'\"]*\{\{")
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
                raise TemplateError("缺少设置项“name”", "参照现有模板补上", str(Place(kind.file, 1)))
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
        raise TemplateError("文稿模板要以两行 --- 之间的设置开头", "参照现有模板", where)
    end = next(number for number, line in enumerate(lines[1:], 1) if line.strip() == "---")
    data = _yaml(lines[1:end], file)
    if not isinstance(data, CommentedMap):
        raise TemplateError("模板开头的设置是空的", "参照现有模板", str(Place(file, 1)))
    shapes = data.get("shapes") or {}
    chosen = shape or next(iter(shapes), "")
    if chosen and chosen not in shapes:
        raise UnknownName(f"没有“{chosen}”这种形式", did_you_mean(chosen, shapes), str(Place(file, 1)))
    settings = {**_plain(data), **_plain(shapes.get(chosen) or {}), "shape": chosen}
    if not settings.get("title") and settings.get("face") != "order":
        raise TemplateError("缺少设置项“title”（标题）", "在开头的设置里写上", str(Place(file, 1)))
    # What the chosen shape sets stands where the shape says it.
    places = dict(_lines(data)) | dict(_lines(shapes.get(chosen)))
    front = _front(settings, places, file)
    return Kind(name, file, front, "\n".join(lines[end + 1 :]), end + 2, places)


def _yaml(lines: list[str], file: str) -> Any:
    """The front matter, whose first line is line 2 of the file."""
    try:
        return YAML(typ="rt").load("\n".join(lines))
    except RecursionError as error:
        raise TemplateError("模板开头的设置套得太深", "删去多余的括号", str(Place(file, 2))) from error
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        last = mark.line if mark else 0
        for number in range(last, max(last - 2, -1), -1):  # the mark may stand behind the line at fault
            if number < len(lines) and _BARE.search(lines[number]):
                where = str(Place(file, number + 2))
                raise TemplateError("模板开头的设置读不懂", _QUOTE, where) from error
        raise TemplateError("模板开头的设置读不懂", "检查缩进、冒号和引号", str(Place(file, last + 2))) from error


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


def _front(settings: dict[str, Any], places: Mapping[str, int], file: str) -> Front:
    try:
        return Front.model_validate(settings)
    except ValidationError as error:
        first = error.errors()[0]
        path = near = ".".join(str(part) for part in first["loc"] if "[" not in str(part))  # no parts of a union
        while near and near not in places:
            near = near.rpartition(".")[0]
        where = str(Place(file, places.get(near, 1)))
        if first["type"] == "extra_forbidden":
            hint = did_you_mean(path.rpartition(".")[2], [*_known(first["loc"]), *NAMES])
            raise UnknownName(f"设置项“{path}”不存在", hint, where) from error
        if first["type"] == "missing":
            raise TemplateError(f"缺少设置项“{_shown(path)}”", "参照现有模板补上", where) from error
        if isinstance(first["input"], dict | list):
            raise TemplateError(f"设置项“{_shown(path)}”要写一段文字", _QUOTE, where) from error
        context = first.get("ctx", {})
        expected = str(context.get("expected", "")).replace("'", "").replace(" or ", "、")
        chinese = words_for(str(first["loc"][0]))
        hint = f"只能写：{'、'.join(chinese)}（{expected}）" if expected and chinese else f"只能写：{expected}"
        hint = hint if expected else str(context.get("hint", "参照现有模板"))
        raise TemplateError(f"设置项“{_shown(path)}”不对：{first['input']}", hint, where) from error


def _shown(path: str) -> str:
    """A setting as clerks know it: 版式（face）."""
    last = path.rpartition(".")[2]
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
