"""What the page of a comparison shows, in the order of the page. The template only places it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from markupsafe import Markup
from msgspec import Struct
from msgspec.structs import replace

from reporter.diff.entries import (
    NAMES,
    Places,
    figures_by_step,
    path_of,
    place_of,
    sides,
    step_edits,
    step_sorts,
    whole,
)
from reporter.diff.marked import marked
from reporter.diff.model import Block, Comparison, Kind, Material, Step
from reporter.diff.pagetable import TableView, Weaver, plain_table
from reporter.diff.said import (
    KINDS,
    counted,
    delta,
    format_note,
    percent,
    renumbering_note,
    visible,
)
from reporter.diff.sourced import brief, change_said, details, origins, same_figures
from reporter.text import clipped

_FEW = 3
"""So many equal blocks in one place are shown, more are folded but for the ones beside a change."""
_NAMED = 3
_CLIP = 18
_NOTHING = Markup("")


class StepView(Struct, frozen=True):
    """A block, or with `folded` a stretch of equal blocks. `jump` leads to where it was moved from or to."""

    index: int
    kind: Kind
    mark: str = ""
    sorts: str = ""
    place: str = ""
    path: str = ""
    css: str = ""
    inline: Markup = _NOTHING
    old: Markup = _NOTHING
    new: Markup = _NOTHING
    jump: tuple[int, str] | None = None
    formats: tuple[str, ...] = ()
    woven: TableView | None = None
    beside: TableView | None = None
    folded: tuple[StepView, ...] = ()
    about: str = ""
    heading: str = ""

    @property
    def changed(self) -> bool:
        """Whether a reader stops here."""
        return bool(self.sorts)


class FigureView(Struct, frozen=True):
    """A line of the list of figures: the places and steps where it stands, what moved it, the number of its derivation
    (0 for none)."""

    what: str
    old: str
    new: str
    delta: str
    percent: str
    places: tuple[tuple[str, int], ...]
    came: str
    source: int


class PageView(Struct, frozen=True):
    """The whole page."""

    title: str
    old: tuple[str, ...]
    new: tuple[str, ...]
    counted: tuple[str, ...]
    sorts: tuple[tuple[str, str], ...]
    figures: tuple[FigureView, ...]
    sources: tuple[tuple[str, tuple[str, ...]], ...]
    unmoved: tuple[tuple[str, ...], ...]
    notes: tuple[tuple[str, str], ...]
    formats: tuple[tuple[str, str], ...]
    steps: tuple[StepView, ...]


def view(comparison: Comparison) -> PageView:
    """The page of a comparison."""
    return PageView(
        title="修改对照：" + visible(comparison.new.title or comparison.new.name),
        old=_named(comparison.old),
        new=_named(comparison.new),
        counted=tuple(counted(comparison)),
        sorts=tuple(NAMES.items()),
        figures=tuple(_figures(comparison)),
        sources=tuple(
            (change_said(one.cause), tuple(details(one.cause))) for one in origins(comparison).values()
        ),
        unmoved=tuple(
            tuple(visible(text) for text in (one.text, one.what, one.place, one.why, one.changed_at))
            for one in comparison.unmoved
        ),
        notes=tuple((visible(one.place), renumbering_note(one)) for one in comparison.renumbered),
        formats=tuple((visible(one.place), format_note(one)) for one in comparison.formats),
        steps=tuple(_Steps(comparison).all()),
    )


def _named(side: Material) -> tuple[str, ...]:
    return tuple(visible(text) for text in (side.name, side.title) if text)


def _figures(comparison: Comparison) -> Iterator[FigureView]:
    known = origins(comparison)
    for group in same_figures(comparison.figures):
        one = group[0]
        ref = one.causes[0].ref if one.causes else ""
        yield FigureView(
            visible(one.what),
            visible(one.old.text) if one.old else "",
            visible(one.new.text) if one.new else "",
            delta(one),
            percent(one),
            tuple((visible(other.place), other.block) for other in group),
            brief(one.causes[0]) if one.causes else "",
            known[ref].number if ref else 0,
        )


class _Steps:
    """The blocks of the page."""

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self.figures = figures_by_step(comparison)
        self.places = Places(comparison.old.blocks), Places(comparison.new.blocks)
        self.came = {step.old: i for i, step in enumerate(comparison.steps) if step.kind == "moved"}
        self.left = {step.old: i for i, step in enumerate(comparison.steps) if step.kind == "moved_away"}

    def all(self) -> Iterator[StepView]:
        views = [self._view(index, step) for index, step in enumerate(self.comparison.steps)]
        groups = [(same, tuple(group)) for same, group in groupby(views, key=lambda one: one.kind == "same")]
        for at, (same, group) in enumerate(groups):
            if not same or any(one.changed for one in group):
                yield from _with_changes(group)
                continue
            first, last = int(at > 0), int(at < len(groups) - 1)
            yield from _fold(group, first, last)

    def _view(self, index: int, step: Step) -> StepView:
        block = self.comparison.block_of(step)
        if step.kind == "moved_away" and step.old is not None:
            block = self.comparison.old.blocks[step.old]
        if block.table is not None:
            return self._table(index, step, block)
        edits = step_edits(self.comparison, step)
        inline = edits
        if step.kind == "moved_away":
            edits = inline = whole("delete", block.number + block.text)
        elif step.kind == "moved" and not step.edits:
            inline = whole("insert", block.number + block.text)
        old, new = sides(inline if step.kind == "moved" and not step.edits else edits)
        if step.kind == "moved":
            old = ()
        return replace(
            self._about(index, step, block), inline=marked(inline), old=marked(old), new=marked(new)
        )

    def _about(self, index: int, step: Step, block: Block) -> StepView:
        """All of a step but its text."""
        mark = KINDS[step.kind] if step.kind != "same" else "格式" if step.formats else ""
        return StepView(
            index=index,
            kind=step.kind,
            mark=mark,
            sorts=" ".join(step_sorts(self.comparison, step, self.figures.get(index, []))),
            place=visible(place_of(block)),
            path=visible(path_of(self.comparison, step, self.places)),
            css=_css(block),
            jump=self._jump(step),
            formats=tuple(format_note(one) for one in step.formats),
            heading=visible(block.number + block.text) if block.level or block.role == "title" else "",
        )

    def _jump(self, step: Step) -> tuple[int, str] | None:
        if step.kind == "moved" and step.old in self.left:
            place = place_of(self.comparison.old_block(step))
            return self.left[step.old], visible(f"由原稿{place}移来")
        if step.kind == "moved_away" and step.old in self.came:
            there = self.came[step.old]
            return there, visible(
                f"移到新稿{place_of(self.comparison.block_of(self.comparison.steps[there]))}"
            )
        return None

    def _table(self, index: int, step: Step, block: Block) -> StepView:
        about = self._about(index, step, block)
        tables = self.comparison.tables_of(step)
        if tables and not tables[0].same:
            weaver = Weaver(*tables, self.figures.get(index, []))
            woven, beside = weaver.inline(), weaver.beside()
        else:
            assert block.table is not None
            woven, beside = plain_table(block.table, step.kind), None
        return replace(about, woven=woven, beside=beside)


def _css(block: Block) -> str:
    if block.table is not None:
        return "table"
    if block.role == "title":
        return "title"
    return f"heading h{min(block.level, 5)}" if block.level else "body"


def _with_changes(group: Sequence[StepView]) -> Iterator[StepView]:
    """A stretch in which only formats changed is folded between those."""
    runs = [(changed, tuple(part)) for changed, part in groupby(group, key=lambda one: one.changed)]
    for at, (changed, part) in enumerate(runs):
        if changed or group[0].kind != "same":
            yield from part
        else:
            yield from _fold(part, int(at > 0), int(at < len(runs) - 1))


def _fold(group: Sequence[StepView], first: int, last: int) -> Iterator[StepView]:
    """Equal blocks as one stretch; `first` and `last` count those that stay in sight beside a change."""
    if len(group) <= _FEW:
        yield from group
        return
    hidden = tuple(group[first : len(group) - last])
    yield from group[:first]
    yield StepView(hidden[0].index, "same", folded=hidden, about=_about_fold(hidden))
    yield from group[len(group) - last :] if last else ()


def _about_fold(hidden: Sequence[StepView]) -> str:
    """How many are folded, and the headings among them."""
    names = [one.heading for one in hidden if one.heading]
    short = [clipped(name, _CLIP) for name in names[:_NAMED]]
    more = "等" if len(names) > _NAMED else ""
    return f"相同的{len(hidden)}段" + (f"（{'、'.join(short)}{more}）" if short else "")
