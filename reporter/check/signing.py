"""Who signs: the names behind 签发人, and where a Word file sets 署名 and 成文日期 by their indents (7.2.6, 7.3.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reporter.artefacts.seen.model import Element, Para
from reporter.check.indents import begins
from reporter.check.subject import Subject
from reporter.typeset.standard import CELLS_PER_LINE

_FAR = 8.0
"""字 of a left indent."""
_SAME = 0.5
_TWO, _FOUR, _NEAR = 2.0, 4.0, 0.9
_MOST = 5.5
_UNSEALED = 5.5
"""Without a seal the date begins two cells right of the name: the longer the name, the farther the date from the edge;
a date is six and a half cells wide and more."""
_SIGNER = re.compile(r"签\s*发\s*人?\s*[：:]?")


def named_signers(text: str) -> str:
    """What stands beside 签发人："""
    return _SIGNER.sub("", text).strip()


def date_misplaced(subject: Subject) -> Iterator[str]:
    """Chinese sentences on the date of the signed document of a Word file with a header."""
    if subject.seen.format != "docx" or subject.seen.face in ("letter", "plain"):
        return
    names, dates = subject.sure("signatory", part=0), subject.sure("date", part=0)
    if len(dates) != 1 or not names or any(one.para.place != "text" for one in (*names, *dates)):
        return
    date = dates[0]
    if len(names) == 1 and _together(names[0], date):
        yield "署名和日期左端对齐"
    longest = max(len(one.text.strip()) for one in names)
    if (white := _white(date)) > max(_MOST, longest - _UNSEALED):
        yield f"成文日期右空{white:.0f}字，应为四字"
    elif _between(names, date):
        yield f"成文日期右空{white:.0f}字，与署名的位置不合两种排法（盖章、不盖章）"


def _between(names: Sequence[Element], date: Element) -> bool:
    """Whether a date that is set to the right by its indent alone, as the one name is, stands as neither a sealed nor
    an unsealed one does: four 字 in, or two in from where the name begins, the longer of the two ending two from the
    edge (7.3.5.2)."""
    lines = [names[0].para, date.para]
    if len(names) > 1 or any(para.looks.align != "right" or _odd_ends(para) for para in lines):
        return False
    whites = [para.looks.right or 0.0 for para in lines]
    wide = [_width(element.text) for element in (names[0], date)]
    begins_in = whites[0] + wide[0] - whites[1] - wide[1]
    longer = whites[0] if wide[0] >= wide[1] else whites[1]
    unsealed = abs(begins_in - _TWO) <= _NEAR and abs(longer - _TWO) <= _NEAR
    return whites[1] < _FOUR - _NEAR and not unsealed


def _odd_ends(para: Para) -> bool:
    """Whether blanks are typed at its ends or in it, which move it too."""
    return para.typed != para.text or "\u3000" in para.text or "\t" in para.text


def _white(date: Element) -> float:
    """Cells between a date and the right edge, 0 where that is not known."""
    looks = date.para.looks
    if looks.align == "right":
        return looks.right or 0.0
    begin = begins(looks)
    return CELLS_PER_LINE - begin - _width(date.text) if begin > _FAR else 0.0


def _width(text: str) -> float:
    """字; digits are half as wide."""
    return sum(0.5 if char.isascii() else 1 for char in text.strip())


def _together(name: Element, date: Element) -> bool:
    """Both begin at one place far to the right, and are not equally long."""
    first, second = name.para.looks, date.para.looks
    aligned = first.align in ("left", "justify") and second.align in ("left", "justify")
    begin, other = begins(first), begins(second)
    unlike = abs(len(name.text.strip()) - _width(date.text)) > _SAME
    return aligned and min(begin, other) > _FAR and abs(begin - other) < _SAME and unlike
