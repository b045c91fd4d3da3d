"""An institution is spelled in one way in all tables and in the text (R22)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set

from reporter.artefacts.seen.model import Grid
from reporter.check.columns import named, solid_cells
from reporter.check.finding import Finding
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW550",
    title="同一机构全文用同一个名称",
    implements=("R22",),
    clause="公文一致性要求",
    strength="recommended",
    tests="机构名称列里只差“服务”“镇”“县”等字的名称；正文里与名册（或名称列）只差这些字的名称",
    why="名称不一，汇总时会算成两家。",
    hint="以登记证书上的名称为准，全文统一",
    good=lambda: _table("安康养老服务中心", "安康养老服务中心"),
    bad=lambda: _table("安康养老服务中心", "安康养老中心"),
)
_HEAD = re.compile(r"(?:养老)?机构(?:名称)?|单位名称|名称|敬老院")
_LOOSE = ("服务", "社区", "老年", "养老", "镇", "乡", "街道", "县", "市", "区", "有限公司")
_TYPES = ("中心", "敬老院", "养老院", "福利院", "公寓", "颐养院", "托老院", "养护院", "服务站", "护理院")
_SHORT = 4


def check(subject: Subject) -> Iterator[Finding]:
    """Names that become one when a word that says nothing of its own is left out; the rarer or shorter one is told."""
    columns = [
        (grid, column, solid_cells(grid, column)) for grid in subject.seen.grids for column in named(grid, _HEAD)
    ]
    listed = dict.fromkeys([name for _, _, cells in columns for name in cells if name.endswith(_TYPES)])
    known = subject.known.institutions if subject.known else frozenset()
    names = {*listed, *known}
    longer = _shortened(names, subject.text_of("body", "heading").text) if names else {}
    for name in listed if longer else ():
        if name in longer and name not in known:
            grid, column, cells = next(one for one in columns if name in one[2])
            message = f"别处写“{min(longer[name])}”，这里写“{name}”"
            yield RULE.in_cell(subject, grid, grid.top + 1 + cells.index(name), column, message, name)
    yield from _in_text(subject, {short: longer[short] for short in longer if short not in names})


def _in_text(subject: Subject, shorter: Mapping[str, Sequence[str]]) -> Iterator[Finding]:
    """Shortened forms of listed names that are no listed names themselves and stand in no longer one."""
    there = sorted(shorter, key=lambda short: min(shorter[short]))
    told: set[str] = set()
    for para in subject.paras_of("body", "heading") if there else ():
        for short in there:
            if short in told or short not in para.text:
                continue
            alone = rf"(?:^|(?<=[，。、；：（在对由从]))(?:县)?{re.escape(short)}(?=[，。、；）有的未已])"
            found = re.search(alone, para.text)
            if found:
                told.add(short)
                yield RULE.at(
                    subject, para, f"名册或表里写“{max(shorter[short])}”，这里写“{short}”", around(para.text, found)
                )


def _shortened(names: Set[str], text: str) -> Mapping[str, Sequence[str]]:
    """What names become when a word is left out, each with the names that become it: those that are names or stand in
    the text. Nearly all stand nowhere, which is told of all together."""
    longer: dict[str, list[str]] = {}
    whole = "\n".join(names)
    for word in _LOOSE:
        those = [name for name in names if word in name] if word in whole else []
        shorter = _without(word, those) if those else []
        formed = "\n".join(shorter) + "\n"
        kinds = [kind for kind in _TYPES if kind in formed] if shorter else []
        ends = [end for kind in kinds for end in _ends(text, kind) if f"{end}\n" in formed]
        for short, name in zip(shorter, those, strict=True) if ends or not names.isdisjoint(shorter) else ():
            if short not in names and (short[-_SHORT:] not in ends or short not in text):
                continue
            if len(short) >= _SHORT and short.endswith(_TYPES) and short not in _TYPES:
                longer.setdefault(short, []).append(name)
    return longer


def _without(word: str, names: Sequence[str]) -> Sequence[str]:
    """Each without the word where it first stands in it: at once where it stands in each but once."""
    whole = "\n".join(names)
    if whole.count(word) == len(names):
        return whole.replace(word, "").split("\n")
    return [name.replace(word, "", 1) for name in names]


def _ends(text: str, kind: str) -> Iterator[str]:
    """The last characters of whatever ends in that word."""
    place = text.find(kind)
    while place >= 0:
        end = place + len(kind)
        yield text[max(0, end - _SHORT) : end]
        place = text.find(kind, end)


def _table(first: str, second: str) -> Subject:
    rows = (("序号", "机构名称"), ("1", first), ("2", second))
    return notice(grids=(Grid(1, rows, 1),))
