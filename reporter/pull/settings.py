"""发文字号, dates, recipients and the like, typed into Word: they go into filings.yaml, or into the front matter of a
text that stands alone."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from msgspec import Struct
from msgspec.structs import replace
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap
from ruamel.yaml.error import YAMLError

from reporter.intake.folder import FILINGS
from reporter.patterns import regex
from reporter.pull.model import Change, Cut, Put
from reporter.pull.sides import Now
from reporter.records.period import day_in, iso_day
from reporter.text import half_width

_NUMBER = regex(r"(\S*?)[〔\[［](\d{4})[〕\]］]\s*第?\s*0*(\d+)\s*号")
_SIGNER = regex(r"签发人[:：]\s*(\S+)")
_ENTRY = regex(r"^(\s*(?:- )?[\w-]+:[ \t]*)([^#\n]*?)([ \t]*(?:#.*)?)$")
_BLANKS = regex(r"[\s\u2003\u3000]+")


class Setting(Struct, frozen=True):
    """A key and its new value, as YAML writes it; `printed` is what the document then shows."""

    key: str
    yaml: str
    printed: str


def settings_of(role: str, text: str, *, alone: bool) -> list[Setting]:
    """What a paragraph of 版头, the end or 版记 says, by its role or its words; empty where it says nothing known.

    A text that stands `alone` says its 发文字号 in full.
    """
    plain = text.replace("\n", "")
    found: list[Setting] = []
    for wanted, read in _READERS.items():
        if role in wanted[0] or (wanted[1] and wanted[1] in plain):
            found += read(plain)
    return [_in_full(one) for one in found] if alone else found


def _number(text: str) -> list[Setting]:
    found = _NUMBER.search(_BLANKS.sub("", half_width(text)))
    if found is None:
        return []
    return [Setting("number", json.dumps(found[3]), f"{found[1]}〔{found[2]}〕{found[3]}号")]


def _in_full(one: Setting) -> Setting:
    known = one.key == "number" and not one.printed.startswith("〔")
    return replace(one, yaml=json.dumps(one.printed, ensure_ascii=False)) if known else one


def _signer(text: str) -> list[Setting]:
    found = _SIGNER.search(text)
    return [Setting("signer", found[1], found[1])] if found else []


def _day(key: str) -> Callable[[str], list[Setting]]:
    def read(text: str) -> list[Setting]:
        if (found := day_in(half_width(text))) is None:
            return []
        year, month, day = found
        return [Setting(key, iso_day(found), f"{year}年{month}月{day}日")]

    return read


def _names(key: str, before: str, behind: str) -> Callable[[str], list[Setting]]:
    def read(text: str) -> list[Setting]:
        names = [one for one in re.split(r"[，,]", text.strip().removeprefix(before).rstrip(behind)) if one]
        listed = ", ".join(json.dumps(one, ensure_ascii=False) for one in names)
        return [Setting(key, f"[{listed}]", "，".join(names))] if names else []

    return read


def _title(text: str) -> list[Setting]:
    title = text.strip()
    return [Setting("title", json.dumps(title, ensure_ascii=False), title)] if title else []


_READERS: Mapping[tuple[tuple[str, ...], str], Callable[[str], list[Setting]]] = {
    (("number", "number_up"), ""): _number,
    (("number_up", "signer"), "签发人"): _signer,
    (("date",), ""): _day("doc_date"),
    (("print_date",), "日印发"): _day("print_date"),
    (("recipients",), ""): _names("recipients", "主送：", "：:。"),
    (("cc",), "抄送："): _names("cc", "抄送：", "。"),
    (("title",), ""): _title,
}
"""Roles, or words that tell it where the role is not sure → how it is read."""


def current(now: Now, key: str) -> str | None:
    """What the filing says now, as a Setting's `yaml`; None where it says nothing."""
    value = getattr(now.kind.front if now.alone else now.filing, key, None)
    match value:
        case None | "":
            return None
        case date():
            return value.isoformat()
        case tuple():
            return f"[{', '.join(json.dumps(str(one), ensure_ascii=False) for one in value)}]"
    return str(value) if key == "signer" else json.dumps(str(value), ensure_ascii=False)


def changes_for(now: Now, setting: Setting) -> tuple[Change, ...]:
    """The line that says it, rewritten or new; empty where the file is not plain enough to be written."""
    return _alone(now, setting) if now.alone else _in_filings(now, setting)


def _alone(now: Now, setting: Setting) -> tuple[Change, ...]:
    line = now.kind.lines.get(setting.key)
    file = now.kind.file
    if line is None:
        return (Put(file, 1, f"{setting.key}: {setting.yaml}"),)
    return _rewritten(now, file, line, setting)


def _in_filings(now: Now, setting: Setting) -> tuple[Change, ...]:
    entry = _entry(now)
    if entry is None:
        return ()
    if setting.key in entry:
        return _rewritten(now, FILINGS, entry.lc.key(setting.key)[0] + 1, setting)
    line, column = entry.lc.key("period")
    return (Put(FILINGS, line + 1, f"{' ' * column}{setting.key}: {setting.yaml}"),)


def _rewritten(now: Now, file: str, line: int, setting: Setting) -> tuple[Change, ...]:
    found = _ENTRY.match(now.files.file(file).lines[line - 1])
    if found is None or not found[2] or found[2][0] in "|>&*{" or found[2].count("[") != found[2].count("]"):
        return ()
    return (Cut(file, line, found.end(1), found.end(2), setting.yaml),)


def _entry(now: Now) -> CommentedMap | None:
    """The filing's own part of filings.yaml, where it is written line by line."""
    try:
        data: Any = YAML(typ="rt").load("\n".join(now.files.file(FILINGS).lines))
    except (YAMLError, UnicodeDecodeError):
        return None
    for one in (data or {}).get("filings") or []:
        if isinstance(one, CommentedMap) and not one.fa.flow_style() and _is(one, now):
            return one
    return None


def _is(one: CommentedMap, now: Now) -> bool:
    own = now.filing
    named = (str(one.get("kind")), str(one.get("period")), one.get("variant"))
    return named == (own.kind, own.period, own.variant) and "period" in (one.lc.data or {})
