"""Contacts in a line of text: found by the record that they come from or by the words that introduce them, and cut out
with those words, so that what remains is a sentence."""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from reporter.document.inline import Blank, Inline, Inlines, Note, Text, merged
from reporter.patterns import regex

_CONTACT, _BLANK, _OTHER = "\ue100", "\ue101", "\ue102"
_PERSON = r"(?:联\s*系\s*人|经\s*办\s*人)"
_MEANS = (
    r"(?:联系(?:电话|方式)|(?:办公|移动|手机)?电\s*话(?:号码)?|手\s*机(?:号码?)?|传\s*真(?:号码)?"
    r"|(?:电\s*子)?邮\s*(?:箱|件)(?:地址)?|E-?mail|微信(?:号)?|QQ(?:号)?)"
)
_LABEL = rf"(?:{_PERSON}(?:(?:及|和|、)(?:{_MEANS}))?|{_MEANS})"
_GAP = rf"[{_CONTACT}{_BLANK}]"
_TYPED = rf"[^，。；、：:（）()\n{_OTHER}]{{1,40}}"
_AFTER = r"(?:（传真）|\(传真\))?"
_SEPARATOR = r"\s*[，；、,;\s]\s*"


def _group(value: str) -> str:
    """Labels with their values, one after the other; later values may stand without a label."""
    one = rf"{_LABEL}\s*[:：]?\s*{value}{_AFTER}"
    return rf"{one}(?:{_SEPARATOR}(?:{one}|{value}{_AFTER}))*"


_OPEN, _END = r"[（(]?\s*", r"\s*[）)]?\s*[。；]?"
_WHOLE = regex(rf"{_OPEN}{_group(_GAP)}{_END}")
_WHOLE_TYPED = regex(rf"{_OPEN}{_group(_TYPED)}{_END}")
_BARE = regex(rf"[{_CONTACT}{_BLANK}：:，、；。（）()\s]+")
_TYPED_BRACKET = regex(rf"[（(]\s*{_group(_TYPED)}\s*[）)]")
_PIECES = (
    _TYPED_BRACKET,
    regex(rf"[（(]\s*{_group(_GAP)}\s*[）)]"),
    regex(rf"[，；、,;]\s*{_group(_GAP)}(?=[，。；）)]|$)"),
    regex(rf"(?:(?<=[（(])|^){_group(_GAP)}[，；、,;]\s*"),
    regex(rf"(?:(?<=[。；])|^){_group(_GAP)}[。；]"),
)
_HAS_PERSON = regex(_PERSON)
_NAMES = (("联系人", _PERSON), ("电话", r"电\s*话|手\s*机|联系方式"), ("传真", r"传\s*真"),
          ("电子邮箱", r"邮\s*(?:箱|件)|mail"), ("微信或QQ号", r"微信|QQ"))  # fmt: skip


class Trimmed(Struct, frozen=True):
    """A line without its contacts. `what` names what went; `broken`: a value went, its words did not."""

    inlines: Inlines
    what: tuple[str, ...] = ()
    broken: bool = False


def trimmed(inlines: Inlines, is_contact: Callable[[Text], bool]) -> Trimmed:
    """`is_contact` tells the runs that come from a person's contact record.

    A typed line that is nothing but a person's contact goes as a whole, and so does such a bracket in a sentence; other
    typed contacts stay, for `personal` to find.
    """
    notes = {place: trimmed(one.inlines, is_contact) for place, one in enumerate(inlines) if isinstance(one, Note)}
    inner = tuple(Note(notes[place].inlines) if place in notes else one for place, one in enumerate(inlines))
    found = _line(inner, is_contact)
    what = (*found.what, *(name for note in notes.values() for name in note.what))
    return replace(found, what=what, broken=found.broken or any(note.broken for note in notes.values()))


def _line(inner: Inlines, is_contact: Callable[[Text], bool]) -> Trimmed:
    text = "".join(_shown(one, is_contact) for one in inner)
    if _WHOLE_TYPED.fullmatch(text) and _HAS_PERSON.search(text) and _CONTACT not in text:
        return Trimmed((), _named(text))
    typed = any(_HAS_PERSON.search(found[0]) for found in _TYPED_BRACKET.finditer(text))
    if not typed and _CONTACT not in text and not (_BLANK in text and _HAS_PERSON.search(text)):
        return Trimmed(inner)
    if (_WHOLE.fullmatch(text) or _BARE.fullmatch(text)) and _about_person(text):
        return Trimmed((), _named(text))
    cuts = [found.span() for pattern in _PIECES for found in pattern.finditer(text) if _about_person(found[0])]
    kept = [not any(start <= place < end for start, end in cuts) for place in range(len(text))]
    lost = "".join(char for char, stays in zip(text, kept, strict=True) if not stays)
    left = [place for place, char in enumerate(text) if char == _CONTACT and kept[place]]
    for place in left:
        kept[place] = False
    what = _named(lost) if lost else ()
    return Trimmed(_cut(inner, kept, is_contact), what or (("联系方式",) if left else ()), bool(left))


def _about_person(text: str) -> bool:
    return _CONTACT in text or bool(_HAS_PERSON.search(text))


def _named(text: str) -> tuple[str, ...]:
    return tuple(name for name, pattern in _NAMES if re.search(pattern, text, re.IGNORECASE)) or ("联系方式",)


def _shown(inline: Inline, is_contact: Callable[[Text], bool]) -> str:
    """One sign for what is no plain text, so that places in the line are places in the text."""
    if isinstance(inline, Text):
        return _CONTACT if is_contact(inline) else inline.text
    return _BLANK if isinstance(inline, Blank) else _OTHER


def _cut(inlines: Inlines, kept: list[bool], is_contact: Callable[[Text], bool]) -> Inlines:
    found: list[Inline] = []
    place = 0
    for one in inlines:
        length = len(_shown(one, is_contact))
        stays = kept[place : place + length]
        if isinstance(one, Text) and not is_contact(one):
            found.append(replace(one, text="".join(c for c, stay in zip(one.text, stays, strict=True) if stay)))
        elif stays[0]:
            found.append(one)
        place += length
    return merged(found)
