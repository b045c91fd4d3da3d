"""What the page setting of a Word file makes of its page numbers: on every page, and running on (7.5, 7.3.7, 10.1)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reporter.artefacts.geometry_docx import Section
from reporter.check.subject import Subject

_DIGITS = ("", "decimal", "numberInDash", "decimalFullWidth", "decimalHalfWidth")


def numbered_sections(subject: Subject) -> Sequence[Section]:
    """All sections of an official document that has page numbers at all; none of another file."""
    sections = subject.setting.sections if subject.setting else ()
    return sections if subject.seen.face != "plain" and any(one.number_on for one in sections) else ()


def misnumbered(subject: Subject, sections: Sequence[Section], at: int) -> Iterator[str]:
    """Chinese sentences on the numbers of one of those sections. The first page of a letter bears none (10.1)."""
    section, letter = sections[at], subject.seen.face == "letter" and at == 0
    if not section.number_on:
        if at and _attached(subject, last=at == len(sections) - 1):
            yield "附件一节没有页码"
        return
    if section.numbers not in _DIGITS:
        yield "页码不是阿拉伯数字"
    if section.own_first and "first" not in section.number_on and not letter:
        yield "设了首页不同，首页没有页码"
    if at and section.counts_from is not None and section.counts_from <= 1:
        yield f"这一节的页码另从{section.counts_from}起，没有连续"
    if not at and (section.counts_from or 1) > 1:
        yield f"首页的页码从{section.counts_from}起"
    if letter and numbers_first_page(section):
        yield "信函首页会印出页码，10.1规定首页不显示"


def _attached(subject: Subject, *, last: bool) -> bool:
    """Whether a section behind the first holds attachments; the last one may be 版记 behind a blank page (7.5)."""
    labels = subject.sure("attachment_label")
    closing = subject.sure("cc", "print_office", "print_date") if last and labels else ()
    return bool(labels) and all(one.para.number < labels[0].para.number for one in closing)


def numbers_first_page(section: Section) -> bool:
    """Whether the number of the other pages stands on its first page too."""
    return not section.own_first and "default" in section.number_on


def numbers_fit(subject: Subject) -> bool:
    """Whether all sections are numbered as they should be: where they are not, the pages that are laid out only show
    it again."""
    sections = numbered_sections(subject)
    return not any(told for at in range(len(sections)) for told in misnumbered(subject, sections, at))


def numbers_centred(subject: Subject) -> bool:
    """Whether all page numbers of a Word file that is an official document are set in the middle of their footers."""
    numbers = subject.sure("page_number") if subject.setting and subject.seen.face != "plain" else ()
    if not numbers or numbers[0].para.looks.align != "center":
        return False
    return all(one.para.place == "footer" and one.para.looks.align == "center" and not one.para.looks.odd
               for one in numbers)  # fmt: skip
