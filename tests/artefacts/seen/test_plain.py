"""Paragraphs of words alone are read from the text of the part, and nothing is read otherwise than from its tree."""

from __future__ import annotations

from contextlib import closing

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reporter.artefacts.seen.docx import seen_in
from reporter.artefacts.seen.model import Seen
from reporter.artefacts.seen.word.parts import Parts
from reporter.errors import InputError
from tests.check.hostilefiles import holding

PLAIN = "<w:p><w:r><w:t>甲</w:t></w:r></w:p>"
BOX = (
    "<w:pict><v:textbox xmlns:v='urn:schemas-microsoft-com:vml'><w:txbxContent>"
    f"{PLAIN}</w:txbxContent></v:textbox></w:pict>"
)
STYLED = "<w:p><w:pPr>{}</w:pPr><w:r><w:t>甲</w:t></w:r></w:p>"
LIFTED = {
    "words": PLAIN,
    "a style": STYLED.format('<w:pStyle w:val="a"/><w:jc w:val="center"/>'),
    "a list": STYLED.format('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'),
    "a rule": STYLED.format('<w:pBdr><w:top w:val="single" w:sz="8"/></w:pBdr>'),
    "looks": '<w:p><w:r><w:rPr><w:b/><w:sz w:val="32"/></w:rPr><w:t>甲</w:t></w:r><w:r><w:t>乙</w:t></w:r></w:p>',
    "hidden words": "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>甲</w:t></w:r></w:p>",
    "kept blanks": '<w:p><w:r><w:t xml:space="preserve">甲 乙</w:t></w:r></w:p>',
    "a bookmark": '<w:p><w:bookmarkStart w:id="1" w:name="a"/><w:r><w:t>甲</w:t></w:r><w:bookmarkEnd w:id="1"/></w:p>',
    "no white between": STYLED.format('<w:spacing w:before="100" w:after="100"/><w:contextualSpacing/>'),
    "white": STYLED.format('<w:spacing w:before="100" w:after="100"/>'),
    "a new page": STYLED.format("<w:pageBreakBefore/>"),
    "italics": '<w:p><w:r><w:rPr><w:i/></w:rPr><w:t>甲</w:t></w:r></w:p>',
    "italics that say nothing": '<w:p><w:r><w:rPr><w:i/></w:rPr><w:t>\u3000</w:t></w:r></w:p>',
    "revisions": '<w:p w:rsidR="00A1"><w:r w:rsidRPr="00B2"><w:t>甲</w:t></w:r><w:proofErr w:type="spellEnd"/></w:p>',
}  # fmt: skip
PARSED = {
    "blanks at the ends": "<w:p><w:r><w:t> 甲 </w:t></w:r></w:p>",
    "an ampersand": "<w:p><w:r><w:t>甲&amp;乙</w:t></w:r></w:p>",
    "nothing": "<w:p/>",
    "no words": "<w:p><w:pPr/></w:p>",
    "a tab": "<w:p><w:r><w:t>甲</w:t><w:tab/></w:r></w:p>",
    "a page break": '<w:p><w:r><w:br w:type="page"/></w:r></w:p>',
    "deleted words": "<w:p><w:del><w:r><w:t>甲</w:t></w:r></w:del></w:p>",
    "a field": '<w:p><w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>',
    "an end that goes": STYLED.format("<w:rPr><w:del/></w:rPr>"),
    "a section's end": STYLED.format("<w:sectPr/>"),
    "a former look": "<w:p><w:r><w:rPr><w:b/><w:rPrChange><w:rPr/></w:rPrChange></w:rPr><w:t>甲</w:t></w:r></w:p>",
    "a table": f"<w:tbl><w:tr><w:tc>{PLAIN}</w:tc></w:tr></w:tbl>",
}
ALL = {**LIFTED, **PARSED, "a box": f"<w:p><w:r>{BOX}</w:r><w:r><w:t>乙</w:t></w:r></w:p>"}


def read(data: bytes, *, folded: bool) -> tuple[Seen, int]:
    with closing(Parts(data, folded=folded)) as parts:
        return seen_in(parts), sum(map(len, parts.plain.values()))


def told(data: bytes, *, folded: bool) -> Seen | str:
    try:
        return read(data, folded=folded)[0]
    except InputError as error:
        return error.message


@pytest.mark.parametrize("one", LIFTED.values(), ids=LIFTED)
def test_what_holds_only_words_is_not_parsed(one: str) -> None:
    seen, lifted = read(holding(one), folded=True)
    assert lifted == 1
    assert seen == read(holding(one), folded=False)[0]


@pytest.mark.parametrize("one", PARSED.values(), ids=PARSED)
def test_what_holds_more_is_parsed(one: str) -> None:
    seen, lifted = read(holding(one + "<w:p/>"), folded=True)
    assert lifted == 0
    assert seen == read(holding(one + "<w:p/>"), folded=False)[0]


@settings(max_examples=100)
@given(st.lists(st.sampled_from(sorted(ALL)), max_size=12))
def test_paragraphs_of_all_sorts_stay_in_their_places(names: list[str]) -> None:
    data = holding("".join(ALL[name] for name in names) + "<w:p/>")
    assert read(data, folded=True)[0] == read(data, folded=False)[0]


@pytest.mark.parametrize(
    "damage",
    [
        PLAIN.replace("甲", "甲\x01"),
        PLAIN.replace("甲", "甲\ufffe"),
        f"<w:p>{PLAIN}",
        STYLED.format('<w:jc w:val="a" w:val="b"/>'),
    ],
)
def test_a_damaged_text_is_refused_as_from_its_tree(damage: str) -> None:
    data = holding(PLAIN + damage)
    found = told(data, folded=True)
    assert isinstance(found, str)
    assert found == told(data, folded=False)
