"""Everything that was changed by hand, in reading order, as proposals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from reporter.diff.folding import folded
from reporter.diff.model import Step
from reporter.intake.folder import FILINGS
from reporter.pull.derived import Derived
from reporter.pull.flowing import Flow
from reporter.pull.hunks import hunks
from reporter.pull.letters import full_text
from reporter.pull.lines import Ground, texts_of
from reporter.pull.model import Proposal
from reporter.pull.paragraphs import Paragraphs, Texts
from reporter.pull.reshaping import Reshaping
from reporter.pull.settings import changes_for, current, settings_of
from reporter.pull.sides import Sides
from reporter.pull.slots import Slots
from reporter.pull.tables import Tables

_NOTES = "脚注"
_ELSEWHERE = frozenset(("版头", "版记", _NOTES))
_HEAD = "这里由单位、机关和文稿的设置决定，Word 里改的不带回；要改请改 campaign.yaml（基本信息.xlsx）或 filings.yaml"
_NOTE = "脚注写在正文里的 [^……] 中，Word 里改的不带回，请自己改"
_REWRITTEN = "和上面删去的那一段像是一处改写：要写就两条一起写"
_TYPED_AGAIN = "这里有从别处删去的台账数字“{}”，写进来就成了手打的数字，以后不随台账变；请确认"


def proposals(sides: Sides) -> tuple[Proposal, ...]:
    """What `sides.found` tells, each change once."""
    return _doubted(tuple(_Walk(sides).all()))


class _Walk:
    def __init__(self, sides: Sides) -> None:
        self._sides = sides
        self._ground = Ground(sides.ours, sides.now.files)
        self._derived = Derived(sides.now)
        self._paragraphs = Paragraphs(sides.now.files, self._derived)
        self._tables = Tables(sides, self._paragraphs)
        self._flow = Flow(sides, self._ground, self._paragraphs)
        self._shapes = Reshaping(sides, self._ground, self._paragraphs)
        self._slots = Slots(sides, self._ground)

    def all(self) -> Iterator[Proposal]:
        for at, step in enumerate(self._sides.found.steps):
            block = self._sides.found.block_of(step)
            if block.furniture or step.kind == "moved_away":
                continue
            if step.new is not None:
                self._flow.enter(block)
            if (filled := self._slots.filled(at)) is not None:
                self._flow.spot = filled[1]
                yield filled[0]
            elif at not in self._shapes.taken and at not in self._slots.taken:
                yield from self._one(at, step)

    def _one(self, at: int, step: Step) -> Iterator[Proposal]:
        block = self._sides.found.block_of(step)
        match step.kind:
            case "same" | "edited":
                self._flow.passed(step)
                if block.table is not None:
                    yield from self._tables.changed(step)
                elif step.kind == "edited":
                    yield from self._edited(at, step)
            case _ if block.table is not None:
                yield self._tables.whole(step)
            case _ if block.part in _ELSEWHERE:
                yield from self._elsewhere(step)
            case "inserted":
                if not self._shapes.waits(at):
                    yield self._flow.inserted(at)
            case "deleted":
                yield self._flow.deleted(step)
            case "moved":
                yield from self._flow.moved(at)

    def _edited(self, at: int, step: Step) -> Iterator[Proposal]:
        old = self._sides.found.old_block(step)
        new = self._sides.found.block_of(step)
        if folded(full_text(old)) == folded(full_text(replace(new, role=old.role, level=old.level))):
            return
        if (found := self._setting(step)) is not None:
            yield found
            return
        if self._sides.our(step.old) is None:
            yield self._untold(new.place, new.part, full_text(old), full_text(new))
            return
        texts = texts_of(self._sides, self._ground, step)
        if folded(texts.theirs) in self._sides.fresh:
            yield Proposal("修改", "done", texts.place, texts.base, texts.theirs)
            return
        if (filled := self._flow.filled(step, texts)) is not None:
            yield filled
            return
        yield from self._shapes.reshaped(at, texts) or self._paragraphs.proposals(texts)

    def _elsewhere(self, step: Step) -> Iterator[Proposal]:
        block = self._sides.found.block_of(step)
        old = full_text(block) if step.kind == "deleted" else ""
        new = "" if step.kind == "deleted" else full_text(block)
        yield self._untold(block.place, block.part, old, new)

    @staticmethod
    def _untold(place: str, part: str, old: str, new: str) -> Proposal:
        """A change where no source is known."""
        if part == _NOTES:
            return Proposal("修改", "tell", place, old, new, "", (_NOTE,))
        return Proposal("设置", "tell", place, old, new, "", (_HEAD,))

    def _setting(self, step: Step) -> Proposal | None:
        """A setting that the paragraph says otherwise now; None where it is words of a text after all."""
        old = self._sides.found.old_block(step)
        new = self._sides.found.block_of(step)
        before, after = full_text(old), full_text(new)
        alone = self._sides.now.alone
        known = settings_of(old.role, before, alone=alone)
        changed = [one for one in settings_of(old.role, after, alone=alone) if one not in known]
        if not changed or self._in_text(step):
            return None
        now = self._sides.now
        drafted = {one.key: one.yaml for one in known}
        changed = [one for one in changed if current(now, one.key) != one.yaml]
        if not changed:
            return Proposal("设置", "done", new.place, before, after)
        for one in changed:
            own = current(now, one.key)
            if own is not None and own != drafted.get(one.key, own):
                note = f"工作文件夹里的 {one.key} 也改过，现在是 {own}，两处改动没有合并，请自己改"
                return Proposal("设置", "conflict", new.place, before, after, "", (note,))
        changes = tuple(change for one in changed for change in changes_for(now, one))
        file = now.kind.file if now.alone else FILINGS
        said = "；".join(f"{one.key}: {one.yaml}" for one in changed)
        place = file if now.alone else f"{file} › {now.filing.id}"
        if not changes:
            note = f"请在 {place} 里写上 {said}"
            return Proposal("设置", "tell", new.place, before, after, place, (note,))
        return Proposal(
            "设置",
            "ready",
            new.place,
            before,
            after,
            f"{place} › {said}",
            (),
            changes,
            tuple(one.printed for one in changed),
        )

    def _in_text(self, step: Step) -> bool:
        """Whether every character that was changed is a word of a text that may be written."""
        index = self._sides.our(step.old)
        if index is None:
            return False
        texts: Texts = texts_of(self._sides, self._ground, step)
        files = self._sides.now.files
        for one in hunks(texts.ours, texts.theirs):
            touched = (
                texts.letters[one.start : one.end] or texts.letters[max(one.start - 1, 0) : one.start + 1]
            )
            if not touched or not all(
                letter.origin and files.writable(letter.origin.file) and not files.shipped(letter.origin.file)
                for letter in touched
            ):
                return False
        return True


def _doubted(found: tuple[Proposal, ...]) -> tuple[Proposal, ...]:
    """Words that bring figures back which were deleted elsewhere: a sentence that was moved by hand."""
    figures = {text for one in found for text in one.figures if any(char.isdigit() for char in text)}
    return tuple(_together([_doubt(one, figures) for one in found]))


def _together(found: list[Proposal]) -> Iterator[Proposal]:
    """What was typed where a paragraph was taken out waits when that one does: else both would stand there."""
    waits = False
    for one in found:
        if waits and one.kind == "新增" and one.status == "ready":
            yield replace(one, status="ask", notes=(_REWRITTEN, *one.notes))
            continue
        waits = one.kind == "删去" and one.status != "ready" and one.status != "done"
        yield one


def _doubt(one: Proposal, figures: set[str]) -> Proposal:
    if one.status != "ready" or not figures:
        return one
    typed = "".join(hunk.new for hunk in hunks(one.old, one.new))
    again = sorted(text for text in figures if re.search(rf"(?<!\d){re.escape(text)}(?!\d)", typed))
    if not again:
        return one
    return replace(one, status="ask", notes=(_TYPED_AGAIN.format("、".join(again)), *one.notes))
