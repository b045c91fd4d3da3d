"""Text cut at the ends of elements: the same pieces as a parser finds."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from reporter.ooxml.cutting import elements, inside

_NAMES = st.sampled_from(("p", "pPr", "r", "tbl"))


def _with(name: str, children: list[etree._Element], text: str, rsid: bool) -> etree._Element:
    made = etree.Element(name, {"rsid": "a > b"} if rsid else {})
    made.text = text or None
    for child in children:
        made.append(etree.fromstring(etree.tostring(child)))
    return made


_TREES = st.recursive(
    st.builds(etree.Element, _NAMES),
    lambda inner: st.builds(
        _with,
        _NAMES, st.lists(inner, max_size=3), st.sampled_from(("", "字 >", "\n ")), st.booleans(),
    ),
    max_leaves=12,
)  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(st.lists(_TREES, max_size=4))
def test_cutting_gives_what_a_parser_gives(children: list[etree._Element]) -> None:
    whole = etree.tostring(_with("body", children, "", rsid=True), encoding="unicode")
    if whole.endswith("/>"):
        whole = f"{whole[:-2]}></body>"
    opened, start, stop = inside(whole)
    assert list(elements(whole, start, stop)) == [
        (child.tag, etree.tostring(child, encoding="unicode")) for child in children
    ]
    assert whole == opened + whole[start:stop] + "</body>"


def test_an_empty_element_of_the_same_name_inside_needs_no_end() -> None:
    text = '<p a="1"><p b="2"/><p><p/></p></p> <tbl/>'
    found = [("p", '<p a="1"><p b="2"/><p><p/></p></p> '), ("tbl", "<tbl/>")]
    assert list(elements(text, 0, len(text))) == found


@pytest.mark.parametrize("faulty", ["<p>", "<p><p></p>", "< p/>", "</p>"])
def test_what_is_not_well_formed_is_refused(faulty: str) -> None:
    with pytest.raises(ValueError):
        list(elements(faulty, 0, len(faulty)))
