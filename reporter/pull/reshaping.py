"""Paragraphs that were parted by Enter or joined by Backspace: so are their source lines, and expressions stay."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from reporter.diff.folding import folded
from reporter.pull.hunks import Hunk, applied, hunks, rebased
from reporter.pull.letters import full_text
from reporter.pull.lines import Ground, texts_of
from reporter.pull.model import Cut, Drop, Proposal
from reporter.pull.paragraphs import Paragraphs, Texts
from reporter.pull.sides import Sides


class Reshaping:
    """Proposals about the shape of paragraphs; `taken` are steps that one of them deals with."""

    def __init__(self, sides: Sides, ground: Ground, paragraphs: Paragraphs) -> None:
        self._sides, self._ground, self._paragraphs = sides, ground, paragraphs
        self._files = sides.now.files
        self._steps = sides.found.steps
        self.taken: set[int] = set()

    def reshaped(self, at: int, texts: Texts) -> list[Proposal] | None:
        """A paragraph that was parted by Enter, or joined with the next by Backspace; None for neither."""
        found = hunks(texts.base, texts.theirs)
        if not found or texts.changed_words():
            return None
        return (
            self._headed(at, texts, found[0])
            or self._parted(at, texts, found[-1])
            or self._joined(at, texts, found[-1])
        )

    def waits(self, at: int) -> bool:
        """Whether a new paragraph is the beginning of the next one, parted from it."""
        step = next((one for one in self._steps[at:] if one.kind in ("same", "edited")), None)
        if step is None or step.kind != "edited" or self._sides.our(step.old) is None:
            return False
        if self._sides.found.block_of(step).table is not None:
            return False
        texts = texts_of(self._sides, self._ground, step)
        found = hunks(texts.base, texts.theirs)
        behind = self._steps.index(step)
        return bool(found and not texts.changed_words() and at in self._preceding(behind, texts, found[0]))

    def _headed(self, at: int, texts: Texts, first: Hunk) -> list[Proposal] | None:
        """Its beginning stands in paragraphs of its own now."""
        own = rebased(first, texts.base_hunks)
        pieces = self._preceding(at, texts, first)
        if not pieces or own is None:
            return None
        cuts, parts, point = [], list[str](), 0
        for index in pieces:
            size = len(self._typed(index))
            parts.append(texts.ours[point : point + size])
            point = min(point + size, own.end)
            cut = self._break(texts, point)
            if cut is None:
                return None
            cuts.append(cut)
        return self._together(texts, first, cuts, lambda after: (*parts, after[own.end :]))

    def _preceding(self, at: int, texts: Texts, first: Hunk) -> list[int]:
        """The new paragraphs right before that together say what the first hunk takes away."""
        if first.start or first.new.strip() or not first.end:
            return []
        found: list[int] = []
        for index in range(at - 1, -1, -1):
            if self._steps[index].kind in ("deleted", "moved_away"):
                continue
            if self._steps[index].kind != "inserted":
                break
            found.insert(0, index)
            said = "".join(map(self._typed, found))
            if folded(said) == folded(texts.base[: first.end]):
                return found
        return []

    def _typed(self, index: int) -> str:
        """What the new paragraph of a step says."""
        return full_text(self._sides.found.block_of(self._steps[index]))

    def _parted(self, at: int, texts: Texts, last: Hunk) -> list[Proposal] | None:
        """Its end stands in paragraphs of its own now."""
        if last.end != len(texts.base.rstrip()) or last.new.strip():
            return None
        pieces = self._following(at, folded(texts.base[last.start : last.end]))
        own = rebased(last, texts.base_hunks)
        if not pieces or own is None:
            return None
        point, cuts, parts = own.start, [], list[str]()
        for index in pieces:
            cut = self._break(texts, point)
            if cut is None:
                return None
            cuts.append(cut)
            size = len(self._typed(index))
            parts.append(texts.ours[point : point + size])
            point += size
        self.taken.update(pieces)
        tail = len(texts.ours) - own.start
        return self._together(texts, last, cuts, lambda after: (after[: len(after) - tail], *parts))

    def _break(self, texts: Texts, point: int) -> Cut | None:
        """A line end in the source before that character."""
        for at, behind in ((point, False), (point - 1, True)):
            letter = texts.letters[at] if 0 <= at < len(texts.letters) else None
            if letter and letter.origin and letter.origin.line and self._files.writable(letter.origin.file):
                place = letter.origin.end if behind else letter.origin.start
                return Cut(letter.origin.file, letter.origin.line, place, place, "\n")
        return None

    def _following(self, at: int, wanted: str) -> list[int]:
        """The new paragraphs right behind that together say `wanted`."""
        said, found = "", list[int]()
        for index in range(at + 1, len(self._steps)):
            step = self._steps[index]
            if step.kind in ("deleted", "moved_away"):
                continue
            if step.kind != "inserted":
                return []
            said += folded(self._typed(index))
            found.append(index)
            if said == wanted:
                return found
            if not wanted.startswith(said):
                return []
        return []

    def _joined(self, at: int, texts: Texts, last: Hunk) -> list[Proposal] | None:
        """The next paragraph stands at its end now."""
        if last.start != last.end or last.start < len(texts.base.rstrip()):
            return None
        step = next((one for one in self._steps[at + 1 :] if one.kind != "inserted"), None)
        if step is None or step.kind != "deleted" or step.old is None:
            return None
        block = self._sides.found.old.blocks[step.old]
        first, second = self._sides.our(self._steps[at].old), self._sides.our(step.old)
        if folded(last.new) != folded(full_text(block)) or block.level or first is None or second is None:
            return None
        if self._ground.movable(first) or self._ground.movable(second):
            return None
        upper, lower = self._ground.lines(first).places[-1], self._ground.lines(second).places
        if len(lower) != 1 or self._files.shipped(upper[0]):
            return None
        end = len(self._files.file(upper[0]).clean(upper[1]).rstrip())
        source = self._files.file(lower[0][0]).clean(lower[0][1]).strip()
        self.taken.add(self._steps.index(step))
        cuts = (Cut(*upper, end, end, source), Drop(*lower[0]))
        more = full_text(self._sides.ours.blocks[second])
        return self._together(texts, last, cuts, lambda after: (after + more,))

    def _together(
        self, texts: Texts, spared: Hunk, cuts: Sequence[Cut | Drop], shape: Callable[[str], tuple[str, ...]]
    ) -> list[Proposal]:
        """The new shape with whatever else was changed in the paragraph, as one proposal."""
        others = [one for one in hunks(texts.base, texts.theirs) if one != spared]
        edits: list[Proposal] = []
        if others:
            left = replace(texts, theirs=applied(texts.base, others), runs=())
            edits = list(self._paragraphs.proposals(left))
        own = next((one for one in edits if one.changes and one.status == "ready"), None)
        expected = shape(own.new if own else texts.ours)
        notes, status = self._paragraphs.standing(one.file for one in cuts)
        word = f"分成{len(expected)}段" if len(expected) > 1 else "并入上一段"
        done = Proposal(
            "修改", status, texts.place, texts.ours, "¶".join(expected), self._paragraphs.target(texts.letters),
            (word, *notes), (*(own.changes if own else ()), *cuts), expected,
        )  # fmt: skip
        return [done, *(one for one in edits if one is not own)]
