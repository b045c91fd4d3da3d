"""Paragraphs that were typed, taken out or moved in Word → lines of the text files."""

from __future__ import annotations

from collections.abc import Iterator

from reporter.diff.folding import folded
from reporter.diff.model import Block, Step
from reporter.diff.numbers import without
from reporter.pull.derived import is_data
from reporter.pull.files import Files
from reporter.pull.letters import WORDED, full_text
from reporter.pull.lines import Ground, Spot, texts_of
from reporter.pull.markup import line_of
from reporter.pull.model import Drop, Proposal, Put, Taken
from reporter.pull.paragraphs import Paragraphs, Texts
from reporter.pull.sides import Sides

_NOT_TEXT = "这里不是文字文件里的内容，Word 里删去的不带回"
_NO_PLACE = "上下文都不在文字文件里，找不到该写在哪里，请自己加"


class Flow:
    """Proposals about whole paragraphs; `spot` is where the next new one would stand."""

    def __init__(self, sides: Sides, ground: Ground, paragraphs: Paragraphs) -> None:
        self._sides, self._ground, self._paragraphs = sides, ground, paragraphs
        self._files: Files = sides.now.files
        self._steps = sides.found.steps
        self.spot: Spot | None = None
        self._part = ""

    def passed(self, step: Step) -> None:
        """A paragraph that both sides have: what follows stands behind it."""
        block = self._sides.found.block_of(step)
        index = self._sides.our(step.old)
        self._part = block.part
        self.spot = self._ground.behind(index) if index is not None and not block.table else None

    def enter(self, block: Block) -> None:
        """Another part of the document begins."""
        if block.part != self._part:
            self._part, self.spot = block.part, None

    def filled(self, step: Step, texts: Texts) -> Proposal | None:
        """What was typed where a text of the clerk was missing."""
        index = self._sides.our(step.old)
        spot = self._ground.slot(index) if index is not None else None
        if spot is None:
            return None
        before = "".join(one.char for one in texts.letters if not (one.blank and one.ref))
        ends = (at for at in range(len(texts.theirs) + 1) if folded(texts.theirs[:at]) == folded(before))
        end = next(ends, None)
        typed = without(texts.runs, end) if end is not None else ()
        if not any(run.text.strip() for run in typed):
            return None
        self.spot = spot
        block = Block("body", typed)
        change = Put(spot.file, spot.after, line_of(block))
        return Proposal(
            "填空", "ready", texts.place, "", block.text.strip(), spot.file, (), (change,), (texts.theirs,)
        )

    def inserted(self, at: int) -> Proposal:
        """A new paragraph goes behind the one above it, or before the one below where only that is a text."""
        step = self._steps[at]
        block = self._sides.found.block_of(step)
        text = full_text(block)
        spot = self._free(at)
        if folded(text) in self._sides.fresh:
            return Proposal("新增", "done", block.place, "", text)
        if spot is None or not (block.level or block.role in WORDED):
            return Proposal("新增", "tell", block.place, "", text, "", (_NO_PLACE,))
        line = line_of(block)
        notes, status = self._paragraphs.standing([spot.file])
        return Proposal(
            "新增", status, block.place, "", text, self._behind(spot), notes, (Put(spot.file, spot.after, line),),
            (text,),
        )  # fmt: skip

    def _behind(self, spot: Spot) -> str:
        name = self._files.place(spot.file, spot.after)
        return f"{name}之后" if spot.after else f"{spot.file} 开头"

    def _free(self, at: int) -> Spot | None:
        """A text of the clerk first, the program's own wording only where there is none."""
        found = [one for one in (self.spot, self._below(at)) if one and self._files.writable(one.file)]
        return next((one for one in found if not self._files.shipped(one.file)), found[0] if found else None)

    def _below(self, at: int) -> Spot | None:
        for step in self._steps[at + 1 :]:
            if step.kind in ("same", "edited"):
                block = self._sides.found.block_of(step)
                index = self._sides.our(step.old)
                near = block.part == self._part and not block.table and index is not None
                return self._ground.before(index) if near and index is not None else None
        return None

    def deleted(self, step: Step) -> Proposal:
        """Its lines are taken out."""
        block = self._sides.found.old_block(step)
        text, index = full_text(block), self._sides.our(step.old)
        if index is None and block.id:
            return Proposal("删去", "done", block.place, text)
        if index is None:
            return Proposal("删去", "tell", block.place, text, "", "", (_NOT_TEXT,))
        ours = full_text(self._sides.ours.blocks[index])
        target = self._paragraphs.target(self._ground.letters(index))
        if self._texts(step, theirs=block).changed_words():
            note = f"Word 里删去了这一段，工作文件夹里却改过，现在是：{ours}"
            return Proposal("删去", "conflict", block.place, text, "", target, (note,))
        figures = tuple(dict.fromkeys(text for text in _figures(self._ground, index) if text.strip()))
        if why := self._ground.movable(index):
            return Proposal("删去", "tell", block.place, text, "", target, (why,), figures=figures)
        lines = self._ground.lines(index)
        drops = tuple(Drop(file, line) for file, line in lines.places)
        notes, status = self._paragraphs.standing([lines.file], figures)
        return Proposal("删去", status, block.place, text, "", target, notes, drops, (), (ours,), figures)

    def moved(self, at: int) -> Iterator[Proposal]:
        """Its lines go to where it stands now, with what was changed in them."""
        step = self._steps[at]
        block = self._sides.found.block_of(step)
        before = self._sides.found.old_block(step)
        index, spot = self._sides.our(step.old), self._free(at)
        why = self._ground.movable(index) if index is not None else "工作文件夹里已经没有这一段"
        if spot is None or self._files.shipped(spot.file):
            why = why or _NO_PLACE
        if why or index is None or spot is None:
            yield Proposal(
                "移动", "tell", block.place, full_text(before), full_text(block), "",
                (f"由{before.place}移来。{why}",),
            )  # fmt: skip
            return
        edits = list(self._paragraphs.proposals(self._texts(step))) if step.edits else []
        if spot in (self._ground.before(index), self._ground.behind(index)):
            yield Proposal("移动", "done", block.place, full_text(before), full_text(block))
            yield from edits
            return
        own = next((one for one in edits if one.changes and one.status == "ready"), None)
        places = self._ground.lines(index).places
        changes = (
            *(own.changes if own else ()),
            *(Drop(file, line) for file, line in places),
            *(Put(spot.file, spot.after, Taken(file, line)) for file, line in places),
        )
        ours = full_text(self._sides.ours.blocks[index])
        notes, status = self._paragraphs.standing([places[0][0]])
        yield Proposal(
            "移动", status, block.place, ours, own.new if own else ours, self._behind(spot),
            (f"由{before.place}移来", *notes), changes, (own.new if own else ours,),
        )  # fmt: skip
        yield from (one for one in edits if one is not own)

    def _texts(self, step: Step, theirs: Block | None = None) -> Texts:
        return texts_of(self._sides, self._ground, step, theirs)


def _figures(ground: Ground, index: int) -> list[str]:
    """Printed figures of a paragraph, each with all its characters."""
    found: list[str] = []
    last = ""
    for one in ground.letters(index):
        data = one.origin is None and is_data(one.ref)
        if data and found and one.ref == last:
            found[-1] += one.char
        elif data:
            found.append(one.char)
        last = one.ref if data else ""
    return found
