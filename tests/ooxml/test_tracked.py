"""Tracked changes: accepted they give the new text, rejected the old one; what others changed stays theirs."""

from __future__ import annotations

from copy import deepcopy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from reporter.ooxml import resolved
from reporter.ooxml.names import NAMESPACES, qn
from reporter.ooxml.ordered import put
from reporter.ooxml.spans import IN_CONTROL, IN_FIELD, IN_REVISION, text_of
from reporter.ooxml.tracked import Edit, Locked, Revision, Tracker

REVISION = Revision("公文检查", "2026-03-06T00:00:00Z")
Element = etree._Element


def tree(xml: str) -> Element:
    return etree.fromstring(f'<w:body xmlns:w="{NAMESPACES["w"]}">{xml}</w:body>')


def p(inside: str) -> str:
    return f"<w:p>{inside}</w:p>"


def r(text: str, look: str = "") -> str:
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r w:rsidR="00AA">{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def accepted(root: Element) -> list[str]:
    copy = deepcopy(root)
    resolved.accept(copy)
    return list(resolved.texts(copy))


def rejected(root: Element) -> Element:
    copy = deepcopy(root)
    resolved.reject(copy)
    return copy


def edited(xml: str, *edits: Edit) -> Element:
    root = tree(xml)
    Tracker(REVISION, [root]).edit(root[0], edits)
    return root


DATE_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>DATE</w:instrText><w:fldChar w:fldCharType="separate"/></w:r>'
    '{0}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
ODD = (
    "{0}",
    "<w:hyperlink>{0}</w:hyperlink>",
    "<w:sdt><w:sdtPr/><w:sdtContent>{0}</w:sdtContent></w:sdt>",
    '<w:bookmarkStart w:id="3" w:name="b"/>{0}<w:bookmarkEnd w:id="3"/>',
)
runs_of_text = st.lists(
    st.tuples(st.text("安和县民政局〔〕[]12，,", max_size=6), st.sampled_from(("", "<w:b/>", '<w:sz w:val="32"/>')),
              st.sampled_from(ODD)), min_size=1, max_size=5,
)  # fmt: skip


@st.composite
def changes(draw: st.DrawFn) -> tuple[str, list[Edit], str, str]:
    parts = draw(runs_of_text)
    text = "".join(part[0] for part in parts)
    xml = p("".join(around.format(r(words, look)) for words, look, around in parts))
    at = sorted(draw(st.sets(st.integers(0, len(text)), max_size=6)))
    edits = [
        Edit(start, end, draw(st.text("民政（）：…", max_size=3)))
        for start, end in zip(at[::2], at[1::2], strict=False)
    ]
    new, place = "", 0
    for one in edits:
        new += text[place : one.start] + one.new
        place = one.end
    return xml, edits, text, new + text[place:]


@settings(max_examples=150, deadline=None)
@given(changes())
def test_random_edits_accepted_give_the_new_text_and_rejected_the_old_paragraph(
    case: tuple[str, list[Edit], str, str],
) -> None:
    xml, edits, old, new = case
    before, root = tree(xml), edited(xml, *edits)
    assert (accepted(root), text_of(root[0])) == ([new], new)
    back = rejected(root)
    assert list(resolved.texts(back)) == [old]
    assert resolved.plain(back) == resolved.plain(before)
    identities = [node.get(qn("w:id")) for node in root.iter(qn("w:ins"), qn("w:del"))]
    assert len(set(identities)) == len(identities)


def test_an_edit_keeps_the_look_and_the_revision_number_of_its_run() -> None:
    root = edited(p(r("安民字[2026]12号", '<w:sz w:val="32"/>')), Edit(3, 4, "〔"), Edit(8, 9, "〕"))
    inserted = list(root.iter(qn("w:ins")))
    assert ["".join(node.itertext()) for node in inserted] == ["〔", "〕"]
    assert all(node.find(f"{qn('w:r')}/{qn('w:rPr')}/{qn('w:sz')}") is not None for node in inserted)
    assert {node.get(qn("w:rsidR")) for node in root.iter(qn("w:r")) if node.getparent() is root[0]} == {
        "00AA"
    }
    assert {node.get(qn("w:author")) for node in inserted} == {"公文检查"}


def test_a_quotation_mark_is_set_as_an_east_asian_sign() -> None:
    root = edited(p(r("灯...", '<w:rFonts w:eastAsia="仿宋_GB2312"/>')), Edit(1, 4, "……"))
    (fonts,) = root.iterfind(f".//{qn('w:ins')}//{qn('w:rFonts')}")
    assert (fonts.get(qn("w:hint")), fonts.get(qn("w:eastAsia"))) == ("eastAsia", "仿宋_GB2312")


def test_a_deletion_covers_several_runs_and_a_tab() -> None:
    xml = p(r("一") + "<w:r><w:tab/><w:t>二</w:t></w:r>" + r("三"))
    root = edited(xml, Edit(0, 3))
    assert accepted(root) == ["三"]
    assert resolved.plain(rejected(root)) == resolved.plain(tree(xml))


@pytest.mark.parametrize(
    ("inside", "reason"),
    [
        (f'<w:ins w:id="9" w:author="李" w:date="2026-01-01T00:00:00Z">{r("[2026]")}</w:ins>', IN_REVISION),
        (f'<w:fldSimple w:instr="REF a">{r("[2026]")}</w:fldSimple>', IN_FIELD),
        (DATE_FIELD.format(r("[2026]")), IN_FIELD),
        (f"<w:sdt><w:sdtPr><w:date/></w:sdtPr><w:sdtContent>{r('[2026]')}</w:sdtContent></w:sdt>", IN_CONTROL),
    ],
)  # fmt: skip
def test_what_is_not_the_clerks_own_text_is_locked(inside: str, reason: str) -> None:
    root = tree(p(r("安民字") + inside + r("12号")))
    before = etree.tostring(root)
    with pytest.raises(Locked, match=reason):
        Tracker(REVISION, [root]).edit(root[0], [Edit(3, 4, "〔")])
    assert etree.tostring(root) == before


def test_beside_somebody_elses_insertion_one_may_edit_and_it_stays_theirs() -> None:
    other = f'<w:ins w:id="9" w:author="李" w:date="2026-01-01T00:00:00Z">{r("县")}</w:ins>'
    root = edited(p(r("安和") + other + r("民政局")), Edit(2, 2, "市"), Edit(6, 6, "。"))
    assert accepted(root) == ["安和市县民政局。"]
    assert {node.get(qn("w:author")) for node in root.iter(qn("w:ins")) if node.get(qn("w:id")) == "9"} == {
        "李"
    }
    resolved.reject(root, lambda node: node.get(qn("w:author")) == "公文检查")
    assert text_of(root[0]) == "安和县民政局"
    assert [node.get(qn("w:author")) for node in root.iter(qn("w:ins"))] == ["李"]


def test_looks_and_margins_keep_their_former_state() -> None:
    xml = p(r("正文文字")) + '<w:sectPr><w:headerReference/><w:pgMar w:top="1440"/></w:sectPr>'
    root = tree(xml)
    tracker = Tracker(REVISION, [root])
    for look in tracker.runs(root[0], 1, 3):
        put(look, "w:sz", val=32)
    put(tracker.paragraph(root[0]), "w:jc", val="center")
    tracker.section(root[1]).find(qn("w:pgMar")).set(qn("w:top"), "2098")
    assert [look.find(qn("w:sz")) is not None for look in root.iter(qn("w:rPr")) if len(look)] == [True]
    assert resolved.plain(rejected(root)) == resolved.plain(tree(xml))
    resolved.accept(root)
    assert root[1].find(qn("w:pgMar")).get(qn("w:top")) == "2098"
    assert root[0].find(f"{qn('w:pPr')}/{qn('w:jc')}").get(qn("w:val")) == "center"
    assert not list(root.iter(qn("w:pPrChange"), qn("w:rPrChange"), qn("w:sectPrChange")))


def test_somebody_elses_open_change_of_a_look_is_not_overlaid() -> None:
    former = '<w:rPrChange w:id="5" w:author="李"><w:rPr/></w:rPrChange>'
    root = tree(p(r("正文", f'<w:sz w:val="28"/>{former}')))
    with pytest.raises(Locked, match=IN_REVISION):
        Tracker(REVISION, [root]).runs(root[0], 0, 2)


def test_signs_go_around_a_field_that_fills_the_paragraph() -> None:
    xml = p(DATE_FIELD.format(r("1", '<w:sz w:val="28"/>')))
    root = edited(xml, Edit(0, 0, "— "), Edit(1, 1, " —"))
    assert accepted(root) == ["— 1 —"]
    assert resolved.plain(rejected(root)) == resolved.plain(tree(xml))
