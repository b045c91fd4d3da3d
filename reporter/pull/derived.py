"""What no text holds: figures, cells, answers and settings. It is said where they come from and what would change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from reporter.deliver.blankplaces import Missing, places_of
from reporter.deliver.evidencetree import Source, source_of
from reporter.patterns import regex
from reporter.pull.sides import Now
from reporter.refs import split_ref
from reporter.text import half_width

_MOST_CELLS = 6
_DIGITS = regex(r"\d+(?:\.\d+)?")
_AUTOMATIC = (
    "这里由程序按文稿模板和设置自动填写，Word 里改的不带回；"
    "要改请改 filings.yaml 或 campaign.yaml（基本信息.xlsx）"
)
_DATA = frozenset(("fact", "cell", "answer"))


class Advice(Struct, frozen=True):
    """Where somebody would have to change it, and the lines that explain it."""

    target: str
    notes: tuple[str, ...]


def is_data(ref: str) -> bool:
    """Whether it is a figure, a cell of a workbook or an answer."""
    return ref.partition(":")[0] in _DATA


class Derived:
    """Advice about references of the filing as it is now."""

    def __init__(self, now: Now) -> None:
        self._now = now

    def advice(self, refs: Sequence[str], old: str, new: str) -> Advice:
        """What to do so that `old` becomes `new`."""
        wanted = [ref for ref in dict.fromkeys(refs) if ref]
        if not wanted:
            return Advice("", (_AUTOMATIC,))
        found = [self._one(ref, old, new) for ref in wanted]
        target = next((one.target for one in found if one.target), "")
        return Advice(target, tuple(note for one in found for note in one.notes))

    def named(self, refs: Sequence[str]) -> tuple[str, ...]:
        """What the figures are and where they come from, without saying what they should become."""
        found = (source_of(ref, self._now.facts) for ref in dict.fromkeys(refs) if is_data(ref))
        return tuple(
            f"“{one.label}”现在是{one.value or '空'}，来自 {_short(one.cells[0]) if one.cells else '台账'}"
            for one in found
        )

    def _one(self, ref: str, old: str, new: str) -> Advice:
        kind, name = split_ref(ref)
        if kind == "text":
            return self._setting(ref, name)
        source = source_of(ref, self._now.facts)
        typed = kind in ("cell", "answer") or self._typed(name)
        if len(source.cells) == 1 and not source.inputs and typed:
            was, becomes = (f"由“{old}”" if old else ""), f"改为“{new}”" if new else "清空"
            note = (
                f"在 {source.cells[0]} {was}{becomes}（{source.label}；程序不写您的工作簿，请在 Excel 里改）"
            )
            return Advice(source.cells[0], (note,))
        return Advice("", tuple(_explained(source, new)))

    def _typed(self, address: str) -> bool:
        return bool((self._now.facts.get(address) or {}).get("typed"))

    def _setting(self, ref: str, name: str) -> Advice:
        missing = Missing({name: ref}, {})
        place = places_of([name], missing, self._now.workspace, self._now.filing)[name]
        return Advice(place, (f"这里取自 {place}，请在那里改",))


def _explained(source: Source, new: str) -> Iterator[str]:
    """Label, formula and the rows that count; then what would have to change, which are others when it should rise."""
    formula = f"，算法：{source.formula}" if source.formula else ""
    yield f"不能改：这个数由“{source.label}”得出，现在是{source.value or '空'}{formula}"
    wanted = f"“{source.label}”要印成“{new}”" if new else f"要去掉“{source.label}”"
    counted = "；".join(_counted(one) for one in (source, *source.inputs) if one.cells)
    if not counted:
        yield f"{wanted}，须先补齐台账里的记录，再运行 reporter build"
        return
    yield f"{wanted}，须先据实改台账：{counted}。{_way(source, new)}；再运行 reporter build"


def _counted(one: Source) -> str:
    """`“已整改”已计入9行（隐患台账.xlsx › 隐患台账 › AC3:AC10、AC12）`."""
    shown = [_short(cell) for cell in one.cells[:_MOST_CELLS]]
    more = f"等{len(one.cells)}处" if len(one.cells) > len(shown) else ""
    size = f"{len(one.records)}行" if one.records else "的单元格"
    return f"“{one.label}”已计入{size}（{'、'.join(shown)}{more}）"


def _way(source: Source, new: str) -> str:
    """Which rows are to be changed, by the way the figure should go."""
    was, becomes = _number(source.value), _number(new)
    up = "改还没有计入的行，使它符合算法，或补登漏记的行"
    down = "改已计入的行里不该计入的，或删去重复、登错的行"
    if was is None or becomes is None or source.inputs:
        return f"要让哪个数变大，就{up}；要让哪个数变小，就{down}"
    apart = f"{abs(becomes - was):f}"
    counts = was == len(source.records)
    if becomes > was:
        return (
            f"要增加{apart}，不是改这些已计入的行，而是{up}"
            if counts
            else f"要增加{apart}，改大其中的数，或{up}"
        )
    return f"要减少{apart}，就{down}" if counts else f"要减少{apart}，改小其中的数，或{down}"


def _number(text: str) -> Decimal | None:
    found = _DIGITS.match(half_width(text).replace(",", ""))
    return Decimal(found[0]) if found else None


def _short(cells: str) -> str:
    """`文件 › 工作表 › AC4:AC14、AC16…`: the first of a long row of them."""
    first = cells.split("、")
    return cells if len(first) <= _MOST_CELLS else "、".join(first[:_MOST_CELLS]) + "等"
