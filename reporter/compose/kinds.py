"""A kind is one text file: front matter (YAML) and text. Found by file name; a workspace may override any."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import import_module
from importlib.resources import as_file, files
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from reporter.compose import frontnames
from reporter.compose.front import Front
from reporter.compose.frontnames import BEGIN, NAMES, QUOTE, words_for
from reporter.compose.language import Place
from reporter.contents import content, has_folder
from reporter.errors import ReporterError, TemplateError, UnknownName, together
from reporter.intake.classified import refuse_marked
from reporter.kept import kept
from reporter.patterns import regex
from reporter.records.entry import keys_at
from reporter.records.fitting import Misfit, Unfit
from reporter.text import control_characters, did_you_mean

_NAME = regex(r"[\w-]+")
_CURES = {
    "bool": "写 是 或 否",
    "date": "写成 2026-11-10 或 2026年11月10日",
    "int": "写一个整数",
    "float": "写一个数",
    "list": "每项一行，前面加“- ”；或写成 [甲, 乙]",
    "mapping": "每项一行，写成“名称: 内容”，向右缩进",
}
"""Kind of misfit → what to write."""
_SETTINGS = "reporter.compose.frontmatter"
"""What reads the front matter; those of the shipped kinds are kept, and it is not even loaded."""


class Kind(Struct, frozen=True):
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


def materials(root: Path | None = None) -> dict[str, str]:
    """Word of a material that a notice asks for → the kind that it is."""
    words = ((word, name) for name in kind_names(root) for word in load_kind(name, root).front.meets)
    return dict(reversed([*words]))


def load_kind(name: str, root: Path | None = None, shape: str | None = None) -> Kind:
    """The kind `name` in `shape`; raises UnknownName, or TemplateError with file and line."""
    for folder in _folders(root):
        path = folder / f"{name}.md"
        if _NAME.fullmatch(name) and path.is_file():
            file = f"templates/text/{path.name}"
            kind = _parsed(name, file, _text(path, file), shape, folder == _shipped())
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
    own = root is not None and has_folder(root, "templates")
    return [*([root / "templates" / "text"] if root and own else []), _shipped()]


@cache
def _shipped() -> Path:
    with as_file(files("reporter.templates")) as folder:
        return Path(folder) / "text"


def _text(path: Path, file: str) -> str:
    """The file's text with line ends as \\n; TemplateError names what no document can hold."""
    try:
        text = content(path).decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        hint = "用记事本打开，另存为时编码选 UTF-8"
        raise TemplateError("文稿模板不是 UTF-8 编码", hint, file) from error
    for number, line in enumerate(text.split("\n") if control_characters(text) else (), 1):
        if bad := control_characters(line):
            where = str(Place(file, number))
            raise TemplateError(f"文字里有不能打印的字符 {'、'.join(bad)}", "删去后重新输入", where)
    return text


@lru_cache(maxsize=64)
def _parsed(name: str, file: str, text: str, shape: str | None, shipped: bool = False) -> Kind:
    lines = text.split("\n")
    if lines[0].strip() != "---" or "---" not in (line.strip() for line in lines[1:]):
        where = str(Place(file, 1))
        raise TemplateError("文稿模板要以两行 --- 之间的设置开头", BEGIN, where)
    end = next(number for number, line in enumerate(lines[1:], 1) if line.strip() == "---")
    data = _settings(lines[1:end], file, shipped=shipped)
    shapes = data["shapes"]
    chosen = shape or next(iter(shapes), "")
    if chosen and chosen not in shapes:
        raise UnknownName(f"没有“{chosen}”这种形式", did_you_mean(chosen, shapes), str(Place(file, 1)))
    own = shapes.get(chosen, {"values": {}, "lines": {}})
    settings = {**data["values"], **own["values"], "shape": chosen}
    # What the chosen shape sets stands where the shape says it.
    places = data["lines"] | own["lines"]
    faults = list[ReporterError]()
    if not settings.get("title") and settings.get("face") != "order":
        faults.append(TemplateError("缺少设置项“title”（标题）", "在开头的设置里写上", str(Place(file, 1))))
    front, wrong = _front(settings, places, file)
    if fault := together([*faults, *wrong]):
        raise fault
    assert front is not None
    return Kind(name, file, front, "\n".join(lines[end + 1 :]), end + 2, places)


def _settings(lines: list[str], file: str, *, shipped: bool) -> dict[str, Any]:
    """What `frontmatter.read` finds."""

    def read() -> dict[str, Any]:
        found: dict[str, Any] = import_module(_SETTINGS).read(lines, file)
        return found

    if not shipped:
        return read()
    found: dict[str, Any] = json.loads(kept("\n".join(lines).encode(), _makers(), lambda: json.dumps(read())))
    return found


@cache
def _makers() -> tuple[str, ...]:
    library = find_spec("ruamel.yaml")
    reader = str(Path(__file__).with_name("frontmatter.py"))
    return (reader, frontnames.__file__, str(library.origin) if library else "")


def _front(
    settings: dict[str, Any], places: Mapping[str, int], file: str
) -> tuple[Front | None, list[ReporterError]]:
    """The settings, or everything that is wrong with them."""
    try:
        return Front.of(settings), []
    except Unfit as unfit:
        told: dict[str, ReporterError] = {}
        for misfit in unfit.misfits:
            path = near = ".".join(map(str, misfit.path))
            while near and near not in places:
                near = near.rpartition(".")[0]
            if misfit.kind not in ("unknown", "missing"):
                path = near or path  # a setting that may be one of two sorts is refused by both
            told.setdefault(path, _front_fault(misfit, path, str(Place(file, places.get(near, 1)))))
        return None, list(told.values())


def _front_fault(misfit: Misfit, path: str, where: str) -> ReporterError:
    """One fault of the settings, with its line."""
    if misfit.kind == "unknown":
        hint = did_you_mean(path.rpartition(".")[2], [*keys_at(Front, misfit.path[:-1]), *NAMES])
        return UnknownName(f"设置项“{path}”不存在", hint, where)
    if misfit.kind == "missing":
        return TemplateError(f"缺少设置项“{_shown(path)}”", "在开头的设置里补上，冒号用英文的", where)
    if misfit.value is None:
        return TemplateError(f"设置项“{_shown(path)}”是空的", "写上内容，或者删去这一行", where)
    if isinstance(misfit.value, dict | list):
        return TemplateError(f"设置项“{_shown(path)}”要写一段文字", QUOTE, where)
    expected = "、".join(misfit.expected)
    chinese = words_for(str(misfit.path[0]))
    hint = f"只能写：{'、'.join(chinese)}（{expected}）" if expected and chinese else f"只能写：{expected}"
    hint = hint if expected else misfit.hint or _CURES.get(misfit.kind, "写一段文字；含冒号或 # 的加引号")
    return TemplateError(f"设置项“{_shown(path)}”不对：{misfit.value}", hint, where)


def _shown(path: str) -> str:
    """A setting as clerks know it: 版式（face）."""
    parent, _, last = path.rpartition(".")
    if last.isdigit():
        return f"{_shown(parent)}第{int(last) + 1}项"
    chinese = next((name for name, key in NAMES.items() if key == last), "")
    return f"{chinese}（{path}）" if chinese else path
