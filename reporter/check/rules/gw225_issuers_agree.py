"""Issuers are the same, in the same order, in header and signature (R17)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from reporter.artefacts.colours import is_red
from reporter.artefacts.seen.model import Element
from reporter.check.bare import bare
from reporter.check.finding import Finding
from reporter.check.issuers import issuers_of, shortened
from reporter.check.quoting import around
from reporter.check.rule import Rule
from reporter.check.samples import notice
from reporter.check.subject import Subject

RULE = Rule(
    code="GW225",
    title="发文机关标志与署名的机关、顺序一致",
    implements=("R17",),
    clause="GB/T 9704-2012 7.2.4、7.3.5",
    strength="shall",
    tests="版头和署名里的机关名称及先后；有红线和发文字号时有没有标志；联合行文的正文列出的机关是不是换掉了一个",
    why="版头和署名是同一个发文机关。",
    hint="以版头为准改署名，主办机关排在前面",
    good=notice,
    bad=lambda: notice(signatory="安和县财政局"),
    roles=(
        "mark",
        "signatory",
    ),
)
_OFFICE = re.compile("[\u4e00-\u9fff]{0,8}(?:办公室|办公厅|[股科处])")
_LAST = frozenset("局府会室委厅办部院站")
_PLACE = re.compile("^[\u4e00-\u9fff×]{2,8}?(?=[省市县区])")
_COUNTY = re.compile("^[\u4e00-\u9fff×]{2,8}?[省市县区]")
_LISTED = re.compile(
    "[\u4e00-\u9fff]{2,14}?(?:局|委员会|委|部|办公室|办|[大支总]队|联合会|联|院|厅|中心)"
    "(?=$|要|每|应当|将|对|共同|联合|按|于|在|从|分别|负责|定期)"
)
"""The last office of a list, and what goes on behind it."""
_IN_PLACE = re.compile("代章?$")
"""安和县民政局（代章） signs for a leading group."""
_PAIR, _THEN = 2, 4
_NEAR = 3
_PERSON = 4
"""A signature of at most so many characters is a person's name, unless it is 县民政局."""
_SHORTENED = re.compile("[省市县区镇乡][\u4e00-\u9fff]{1,2}[局府会委办]")


def check(subject: Subject) -> Iterator[Finding]:
    """Names of the mark against names of the signature; a header with the lead agency only is let pass. An office of
    the issuer that signs in its place is told softly: leading groups sign so; and so is a short form here, the full
    name there, as both may stand."""
    marks = issuers_of(subject)
    if len(marks) > 1:
        yield from _acting(subject, marks)
    signed = [bare(element.text) for element in subject.sure("signatory", part=0)]
    if not marks and not subject.seen.all("mark") and (number := _below_nothing(subject)):
        yield replace(RULE.at(subject, number, "有发文字号和红线，没有发文机关标志"), severity="warning")
    if len(marks) == 1 and len(signed) > 1 and _gap(subject):
        told = f"版头只有{marks[0]}，下面的一行空着，署名是{'、'.join(signed)}"
        yield replace(RULE.at(subject, subject.sure("mark", part=0)[0], told), severity="warning")
    if not marks or not signed or (len(marks) == 1 and len(signed) > 1 and signed[0] == marks[0]):
        return
    if subject.seen.face == "order" or any(map(_person, signed)) or any(map(_IN_PLACE.search, signed)):
        return
    told = f"版头是{'、'.join(marks)}，署名是{'、'.join(signed)}"
    if marks != signed and "".join(marks) == "".join(signed):
        return  # names that stand beside each other may be read as one
    if marks != signed and not _government(marks, signed):
        first = subject.sure("signatory", part=0)[0]
        found = RULE.at(subject, first, told)
        yield replace(found, severity="warning") if _short_forms(marks, signed) else found
    elif any(_OFFICE.fullmatch(name.removeprefix(mark)) for mark, name in zip(marks, signed, strict=True)):
        yield replace(RULE.at(subject, subject.sure("signatory", part=0)[0], told), severity="warning")


def _below_nothing(subject: Subject) -> Element | None:
    """发文字号 with a red rule below it: on printed stationery the rule is there already, as the mark is."""
    number = subject.the("number")
    if number is None or subject.seen.format != "docx":
        return None
    near = (number.para, *subject.seen.below(number.para.number, _NEAR))
    rules = [*subject.seen.strokes, *(rule for para in near for rule in para.looks.rules)]
    return number if any(is_red(rule.colour) for rule in rules) else None


def _gap(subject: Subject) -> bool:
    """Whether a row is empty of the table that stacks the names of the mark."""
    place = subject.sure("mark", part=0)[0].para.cell
    grids = [grid for grid in subject.seen.grids if place and grid.number == place.table]
    return any(not any(map(str.strip, row)) for grid in grids for row in grid.rows)


def _acting(subject: Subject, marks: Sequence[str]) -> Iterator[Finding]:
    """The issuers of a joint paper as its text lists them, as many, but for one that is another office. Of two offices
    only such as act together: either may have to do something with others."""
    lead = _PLACE.sub("", marks[0])
    listed = re.compile(rf"{re.escape(lead)}(?:、|会同)(?P<others>[\u4e00-\u9fff、]+)")
    for para, found in subject.text_of("body").matches(listed, f"{lead}、", f"{lead}会同") if lead else ():
        *others, last = found["others"].split("、")
        end = _LISTED.match(last)
        behind = para.text[found.start("others") : found.end() + _THEN]
        together = len(marks) > _PAIR or "联合" in behind or "共同" in behind or "会同" in found[0]
        if end is None or not together or len(others) + 2 != len(marks):
            continue
        strange = [one for one in (*others, end[0]) if not any(shortened(one, mark) for mark in marks)]
        if len(strange) == 1:
            told = RULE.at(subject, para, f"发文机关里没有“{strange[0]}”", around(para.text, found))
            yield replace(told, severity="info", hint="核对是哪一个机关；确是别的机关的不必改")


def _person(name: str) -> bool:
    return len(name) <= _PERSON and not _SHORTENED.fullmatch(name)


def _government(marks: Sequence[str], signed: Sequence[str]) -> bool:
    """A mark may be shorter or longer by 办公室 and the like only when the file says so; a prefix is let pass, unless
    nothing but the last character of the name is missing."""
    return len(marks) == len(signed) and all(
        (name.startswith(mark) and name[len(mark) :] not in _LAST) or mark.startswith(name)
        for mark, name in zip(marks, signed, strict=True)
    )


def _short_forms(marks: Sequence[str], signed: Sequence[str]) -> bool:
    """安和县发展改革委 and 安和县发展和改革委员会: full name and short form, either of which may stand in both places
    (7.2.4, 7.3.5). The county is no part of a name that may be left out (安和民政局)."""
    return len(marks) == len(signed) and all(
        mark == name or _short_form(*sorted((mark, name), key=len)) for mark, name in zip(marks, signed, strict=True)
    )


def _short_form(short: str, full: str) -> bool:
    places = {found and found[0] for found in map(_COUNTY.match, (short, full))}
    return short[-1] in _LAST and shortened(short, full) and (len(places) == 1 or full.endswith(short))
