"""File names from Chinese titles: at most 60 characters, lawful on Windows, unique in a workspace, the same
each time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from msgspec import Struct

from reporter.document.inline import plain
from reporter.document.volumes import Volume, split_key
from reporter.patterns import regex

MAX_NAME = 60
"""Longest file name in characters, without its ending."""
NEW_MARK = "（新）"
_VARIANTS = {"blank": "空白", "filled": "已填"}
_MARK = 20
_LEAST_TITLE = 4
"""Fewer characters of an attachment's title say nothing."""
FIGURES_MARK = "（数据核对表）"
PUBLIC_MARK = "（公开版）"
"""Behind the name of a version for publication, which has no 数据核对表 and lies in a folder of its own."""
LATER_MARK = "（印发后改动）"
"""Behind the name of what a filing has become since it was issued."""
TALLY = "tally"
"""The 数据核对表 that lies beside each filing with figures, as a format of the manifest."""
# The signs that Windows forbids have full-width sisters that read the same.
_REPLACED = str.maketrans(
    {"<": "＜", ">": "＞", ":": "：", '"': "＂", "/": "／", "\\": "＼", "|": "｜", "?": "？", "*": "＊"}
)
_RESERVED = regex(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_AGENCIES = regex(r"(?<=.)(?:关于|转发)")  # what stands before is who wrote it
_ISSUED = regex(r"《.+》")
_KIND = regex(r"》?的?(?:通知|通报|报告|请示|批复|意见|决定|命令|通告|公告|函|纪要)$")
_UNSEEN = regex(r"[\x00-\x1f\x7f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ue000-\uf8ff]")


class Titled(Struct, frozen=True):
    """A filing that needs a name: its id `<kind>@<period>[+variant]` and its title."""

    filing: str
    title: str


def stems(filings: Iterable[Titled]) -> Mapping[str, str]:
    """Filing id → file name without ending. Room is left for the marks （新） and （数据核对表）.

    A variant always stands behind the title, so that its name does not depend on what else is built. Where titles
    meet (case-insensitively, as on Windows), those after the first in order of id take their period as well, then a
    number.
    """
    taken: set[str] = set()
    names: dict[str, str] = {}
    for filing in sorted(filings, key=lambda titled: titled.filing):
        names[filing.filing] = _unique(filing, taken)
        taken.add(names[filing.filing].casefold())
    return names


def file_stems(stem: str, parts: Iterable[Volume]) -> Mapping[int, str]:
    """Number of each volume → its file name without ending: `stem`, with 附件2：标题 behind it where there is room."""
    names = {0: stem}
    for part in parts:
        if part.number:
            named = stem + part.label
            room = MAX_NAME - len(NEW_MARK) - len(named) - 1
            title = clean(plain(part.document.title), room) if room >= _LEAST_TITLE else ""
            names[part.number] = f"{named}：{title}" if title else named
    return names


def file_name(stem: str, key: str, parts: Iterable[Volume]) -> str:
    """The name of the file that a manifest lists under `key`."""
    number, format_name = split_key(key)
    return (
        f"{stem}{FIGURES_MARK}.xlsx" if key == TALLY else f"{file_stems(stem, parts)[number]}.{format_name}"
    )


def siblings(names: Mapping[str, str]) -> dict[int, tuple[str, ...]]:
    """File names by key → those of each attachment that is a file of its own, by its number."""
    found: dict[int, tuple[str, ...]] = {}
    for key, name in names.items():
        if number := split_key(key)[0]:
            found[number] = (*found.get(number, ()), name)
    return found


def later_stem(stem: str) -> str:
    """The name of a filing that has changed since it was issued, with room for the same marks."""
    room = MAX_NAME - len(NEW_MARK) - len(FIGURES_MARK) - len(LATER_MARK)
    return stem[:room] + LATER_MARK


def clean(title: str, limit: int = MAX_NAME) -> str:
    """One title as a file name: forbidden signs full-width, no white space at line ends, no reserved device
    name."""
    name = re.sub(r"\s+", "", title.replace("\n", ""))
    name = (name if name.isprintable() else _UNSEEN.sub("", name)).translate(_REPLACED)
    name = name[:limit].rstrip(". ") or "未命名"
    return f"_{name}"[:limit] if _RESERVED.fullmatch(name) else name


def _shortened(title: str, room: int) -> str:
    """A title that is too long for a file name: without the agencies first, then what is issued, with its kind."""
    whole = clean(title, len(title))
    if len(whole) <= room:
        return whole
    for pattern in (_AGENCIES, _ISSUED):
        found = pattern.search(whole)
        whole = whole[found.start() :] if found else whole
        if len(whole) <= room:
            return whole
    kind = _KIND.search(whole)
    end = kind[0] if kind and len(kind[0]) < room // 2 else ""
    return f"{whole[: room - len(end) - 1]}…{end}" if end else whole


def called(title: str, filing: str) -> str:
    """What people are told that a filing is: its title, which its variants share, and the variant."""
    _, variant = _period_and_variant(filing)
    return f"{title}（{variant}）" if variant else title


def _period_and_variant(filing: str) -> tuple[str, str]:
    period, _, variant = filing.partition("@")[2].partition("+")
    return period, _VARIANTS.get(variant, variant)


def _unique(filing: Titled, taken: set[str]) -> str:
    period, variant = _period_and_variant(filing.filing)
    marks = (variant, period + variant, *(f"{variant}{number}" for number in range(2, len(taken) + 3)))
    for mark in marks:
        mark = f"（{clean(mark, _MARK)}）" if mark else ""
        room = MAX_NAME - len(NEW_MARK) - len(FIGURES_MARK)
        candidate = clean(_shortened(filing.title, room - len(mark)), room - len(mark)) + mark
        if candidate.casefold() not in taken:
            return candidate
    raise AssertionError("more names than filings were tried")
