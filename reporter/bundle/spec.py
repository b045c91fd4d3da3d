"""A bundle file: filings × units × periods.

    单位: [各县/*]                   # workspaces, relative to this file; * and ? as usual
    文件: [通报要点]                  # kinds or ids, also by their Chinese names; absent: all
    期间: ["2026"]                   # absent: all
    期限: 2026-11-10                 # only what is due until then, also 本月 or 5个工作日内; absent: due or not
    格式: [docx, pdf]

The keys may also be written units, filings, periods, due_by and formats.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from reporter.calendar.horizon import horizon
from reporter.calendar.workdays import Workdays
from reporter.errors import InputError
from reporter.intake.folder import is_workspace
from reporter.intake.problems import Rejected
from reporter.intake.readers import yaml
from reporter.intake.tree import Tree
from reporter.records.fitting import Steps
from reporter.text import did_you_mean

KEYS = {
    "单位": "units", "文件": "filings", "期间": "periods", "期限": "due_by", "格式": "formats", "名称": "name",
}  # fmt: skip
"""Chinese key → the name of the setting."""
SUFFIXES = (".yaml", ".yml")
_LISTS = ("units", "filings", "periods", "formats")


class Spec(Struct, frozen=True):
    """What a bundle file says."""

    roots: tuple[Path, ...]
    filings: tuple[str, ...] = ()
    """As they are written, see `called`."""
    places: Mapping[str, str] = field(default_factory=dict)
    """Where each of `filings` stands."""
    periods: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    due_by: str = ""
    """As it is written, see `calendar.horizon`; empty: due or not."""


def load_spec(path: Path) -> Spec:
    """The bundle file; raises InputError that names file and line."""
    try:
        tree = yaml.read(path, path.name)
    except Rejected as rejected:
        raise InputError(
            rejected.problem.message, rejected.problem.hint, _place(rejected.problem.where)
        ) from None
    if not isinstance(tree.data, dict):
        raise InputError("这里要写“键: 值”", "至少写一行：单位: [工作文件夹]", path.name)
    keys: dict[str, str] = {}
    for key in tree.data:
        name = KEYS.get(str(key), str(key))
        if name not in KEYS.values():
            raise _fault(tree, (key,), f"不认识的键“{key}”", did_you_mean(str(key), [*KEYS, *KEYS.values()]))
        if name in keys:
            raise _fault(tree, (key,), f"“{key}”写了两次（也写作“{keys[name]}”）", "只留一处")
        keys[name] = key
    found = {name: tuple(_words(tree, keys[name])) for name in _LISTS if name in keys}
    if not found.get("units"):
        raise InputError("没有写单位", "加一行：单位: [工作文件夹]，可以用 * 表示多个", path.name)
    roots = tuple(
        root for steps, word in _words(tree, keys["units"]) for root in _roots(tree, steps, word, path.parent)
    )
    lists = {name: tuple(word for _, word in words) for name, words in found.items() if name != "units"}
    places = {word: _place(tree.where(steps)) for steps, word in found.get("filings", ())}
    return Spec(roots, **lists, places=places, due_by=_until(tree, keys["due_by"]) if "due_by" in keys else "")


def _words(tree: Tree, key: str) -> Iterator[tuple[Steps, str]]:
    """Each word of a list, or the only one, with its place."""
    value = tree.data[key]
    if isinstance(value, list):
        for place, word in enumerate(value):
            yield (key, place), _text(tree, (key, place), word)
    elif value is not None:
        yield (key,), _text(tree, (key,), value)


def _text(tree: Tree, steps: Steps, value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise _fault(tree, steps, "这里要写一个词", "写成 [甲, 乙]，或每项一行、前面加“- ”")
    return value.strip()


def _roots(tree: Tree, steps: Steps, word: str, home: Path) -> list[Path]:
    """The workspaces that a line of `units` means; a line that means none is an error."""
    if any(sign in word for sign in "*?["):
        pattern = Path(word)
        base = Path(pattern.anchor) if pattern.is_absolute() else home
        relative = pattern.relative_to(pattern.anchor) if pattern.is_absolute() else pattern
        found = [
            folder for folder in sorted(base.glob(str(relative))) if folder.is_dir() and is_workspace(folder)
        ]
        if not found:
            raise _fault(
                tree, steps, f"没有符合“{word}”的工作文件夹", "核对路径；相对路径从这个文件所在的文件夹算起"
            )
        return found
    folder = home / word
    if not folder.is_dir():
        raise _fault(
            tree, steps, f"没有这个工作文件夹：{word}", "核对路径；相对路径从这个文件所在的文件夹算起"
        )
    return [folder]


def _until(tree: Tree, key: str) -> str:
    text = _text(tree, (key,), tree.data[key])
    horizon(
        text, date.min, Workdays(), _place(tree.where((key,)))
    )  # which day it is depends on the day of the run
    return text


def _fault(tree: Tree, steps: Steps, message: str, hint: str) -> InputError:
    return InputError(message, hint, _place(tree.where(steps)))


def _place(where: Any) -> str:
    return f"{where.file} 第{where.line}行" if where.line else str(where.file)
