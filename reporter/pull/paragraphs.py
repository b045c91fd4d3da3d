"""A paragraph or a cell that was changed in Word → what is written where, and what cannot be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from reporter.diff.folding import folded
from reporter.diff.model import Run
from reporter.pull.cutting import Cutter, Made, Refused
from reporter.pull.derived import Advice, Derived, is_data
from reporter.pull.files import Files
from reporter.pull.hunks import Hunk, applied, hunks, rebased, shifted
from reporter.pull.letters import Letter, strongs
from reporter.pull.model import Kind, Proposal, Status

_UNIT = 4
"""Characters of the longest unit, 个百分点."""
_REWRITTEN = "这一段连同台账数字一起改写了，没有拆开写；请在文件里自己改，数字仍用花括号"
_IN_WORDS = "Word 里换成了别的话；要这样写，请在文件里自己改写，去掉那个花括号"
_CLASH = "这一段在工作文件夹里也改过了，两处改动没有合并，请对照着自己改"


class Texts(Struct, frozen=True):
    """One paragraph or cell on three sides: as the draft printed it, as Word has it, as it would be now."""

    place: str
    base: str
    theirs: str
    ours: str
    letters: tuple[Letter, ...]
    runs: tuple[Run, ...]
    """Of `theirs`, for what is bold."""
    bold: bool = True
    """Whether bold means emphasis here; in headings it is the face."""

    @property
    def base_hunks(self) -> list[Hunk]:
        """What the workspace changed since the draft."""
        return hunks(self.base, self.ours, spaces=True)

    @property
    def their_hunks(self) -> list[Hunk]:
        """What was changed in Word and is not already so in the workspace."""
        base = [(one.start, one.end, one.new) for one in self.base_hunks]
        return [one for one in hunks(self.base, self.theirs) if (one.start, one.end, one.new) not in base]

    def changed_words(self) -> bool:
        """Whether the workspace says it in other words than the draft: figures that moved on are no words, and what
        was changed alike in Word is no difference."""
        base = self.base_hunks
        alike = [(one.start, one.end, one.new) for one in hunks(self.base, self.theirs)]
        for one in base:
            same = folded(self.base[one.start : one.end]) == folded(one.new)
            if same or (one.start, one.end, one.new) in alike:
                continue
            at = one.start + shifted(one.start, [other for other in base if other is not one])
            letters = self.letters[at : at + len(one.new)]
            if not letters or any(letter.origin for letter in letters):
                return True
        return False


class Paragraphs:
    """Proposals for what stands on both sides."""

    def __init__(self, files: Files, derived: Derived) -> None:
        self._files, self._derived = files, derived

    def proposals(self, texts: Texts, spared: Sequence[Hunk] = ()) -> Iterator[Proposal]:
        """One for all words that can be written, one for each figure that cannot; `spared` hunks are dealt with
        elsewhere."""
        if folded(texts.theirs) == folded(texts.ours):
            yield Proposal("修改", "done", texts.place, texts.base, texts.theirs)
        elif texts.changed_words():
            now = f"工作文件夹里现在是：{texts.ours}"
            target = self.target(texts.letters)
            yield Proposal("修改", "conflict", texts.place, texts.base, texts.theirs, target, (_CLASH, now))
        else:
            yield from self._written(texts, spared)

    def target(self, letters: Sequence[Letter]) -> str:
        """The file and line of the first word of a paragraph."""
        for letter in letters:
            place = self._files.located(letter.origin) if letter.origin else None
            if place:
                return self._files.place(place.file, place.line)
        return ""

    def _written(self, texts: Texts, spared: Sequence[Hunk]) -> Iterator[Proposal]:
        base = texts.base_hunks
        cutter = Cutter(texts.letters, strongs(texts.runs) if texts.bold else [], self._files)
        kept: list[Hunk] = []
        made: list[Made] = []
        told: list[Proposal] = []
        for hunk in texts.their_hunks:
            if hunk in spared:
                continue
            own = rebased(hunk, base)
            result = cutter.make(own) if own else self._met(texts, hunk, base)
            if own and isinstance(result, Made) and self._may(result):
                kept.append(own)
                made.append(result)
            elif isinstance(result, Refused):
                told.append(self._told(texts, result, own or hunk, exact=own is not None))
            else:
                told.append(self._by_hand(texts, result, hunk))
        if kept and any(_IN_WORDS in one.notes for one in told):
            target = self.target(texts.letters)
            notes = (
                _REWRITTEN,
                *dict.fromkeys(note for one in told for note in one.notes if note != _IN_WORDS),
            )
            yield Proposal("修改", "tell", texts.place, texts.ours, texts.theirs, target, notes)
            return
        if kept and any(one.cuts for one in made):
            yield self._edited(texts, kept, made)
        yield from told

    def _may(self, made: Made) -> bool:
        return all(self._files.writable(cut.file) for cut in made.cuts)

    def _edited(self, texts: Texts, kept: Sequence[Hunk], made: Sequence[Made]) -> Proposal:
        cuts = tuple(cut for one in made for cut in one.cuts)
        figures = tuple(text for one in made for text in one.deletes)
        notes, status = self.standing([cut.file for cut in cuts], figures)
        after = applied(texts.ours, kept)
        blank = all(one.whole for hunk in kept for one in texts.letters[hunk.start : hunk.end]) and any(
            one.end > one.start for one in kept
        )
        places = dict.fromkeys(self._files.place(cut.file, cut.line) for cut in cuts)
        return Proposal(
            "填空" if blank else "修改", status, texts.place, texts.ours, after, "、".join(places), notes, cuts,
            (after,), (), figures,
        )  # fmt: skip

    def standing(
        self, files: Iterable[str], figures: Sequence[str] = ()
    ) -> tuple[tuple[str, ...], Status]:
        """What has to be said of the files that are written and of the figures that go along, and whether a person
        must agree."""
        notes = [f"会连同台账数字“{'、'.join(figures)}”一起删去，请确认"] if figures else []
        if shipped := next(filter(self._files.shipped, files), ""):
            notes.append(
                f"这是程序自带的措辞：同意后另存一份到工作文件夹的 {shipped}，这个文种的其他文稿也用它"
            )
        return tuple(notes), "ask" if notes else "ready"

    @staticmethod
    def _met(texts: Texts, hunk: Hunk, base: Sequence[Hunk]) -> Refused:
        """The same characters are others now in the workspace as well: a figure that moved on."""
        own = [one for one in base if max(one.start, hunk.start) <= min(one.end, hunk.end)]
        refs = []
        for one in own:
            at = one.start + shifted(one.start, [other for other in base if other is not one])
            refs += [letter.ref for letter in texts.letters[at : at + len(one.new)]]
        return Refused(tuple(dict.fromkeys(refs)), texts.base[hunk.start : hunk.end])

    def _told(self, texts: Texts, refused: Refused, hunk: Hunk, *, exact: bool) -> Proposal:
        """A change that no text can take."""
        old, new = refused.old, hunk.new
        if exact:
            start, end = refused.span or (hunk.start, hunk.end)
            old, new = (
                texts.ours[start:end],
                texts.ours[start : hunk.start] + hunk.new + texts.ours[hunk.end : end],
            )
        slot = next((ref for ref in refused.refs if ref.startswith("text:texts/")), "")
        if slot:
            name = slot.removeprefix("text:")
            advice = Advice(name, (f"这段文字还没有写，请写在 {name} 里",))
        else:
            advice = self._derived.advice(refused.refs, old.strip(), new.strip())
        kind: Kind = "数字" if any(is_data(ref) for ref in refused.refs) else "设置"
        target, notes = advice.target, advice.notes
        if kind == "数字" and not self._clean(texts, refused, (old, new)):
            target, notes = self.target(texts.letters), (_IN_WORDS, *self._derived.named(refused.refs))
        return Proposal(kind, "tell", texts.place, old, new, target, notes)

    @staticmethod
    def _clean(texts: Texts, refused: Refused, changed: tuple[str, str]) -> bool:
        """Whether one figure became another, or one word of a workbook another: nothing else was touched."""
        start, end = refused.span or (0, 0)
        words = sum(1 for one in texts.letters[start:end] if one.origin)
        old, new = changed
        same_sort = _figure(new) or (words == 0 and not _figure(old))
        return len(refused.refs) == 1 and words <= _UNIT and same_sort

    def _by_hand(self, texts: Texts, made: Made | Refused, hunk: Hunk) -> Proposal:
        """Words that stand in a file which is not written."""
        files = [cut.file for cut in made.cuts] if isinstance(made, Made) else []
        target = files[0] if files else ""
        old, new = texts.base[hunk.start : hunk.end], hunk.new
        note = "这个文件程序不写，请打开它自己改" if target else "找不到这句话在哪个文件里，请自己改"
        return Proposal("修改", "tell", texts.place, old, new, target, (note,))


def _figure(text: str) -> bool:
    """Whether it is still a figure, or nothing: then the words around it stand by themselves."""
    words = re.sub(r"[\d０-９.,，%％‰]+", "", text.strip())
    return len(words) <= _UNIT and (not text.strip() or words != text.strip())
