"""What few paragraphs have: italics, lines under words, scale, tracking, drawn out lines, automatic white."""

from __future__ import annotations

import pytest

from reporter.artefacts.seen.model import Odd, Stroke
from tests.artefacts.seen.wordfile import only, p, seen, style


@pytest.mark.parametrize(
    ("properties", "run", "odd"),
    [
        ("", "<w:i/>", Odd(italic=1.0)),
        ("", "<w:i w:val='0'/>", None),
        ("", "<w:u w:val='single'/>", Odd(underlined=1.0)),
        ("", "<w:u w:val='none'/>", None),
        ("", "<w:strike/>", Odd(struck=1.0)),
        ("", "<w:highlight w:val='yellow'/>", Odd(marked=1.0)),
        ("", "<w:highlight w:val='none'/>", None),
        ("", "<w:shd w:val='clear' w:fill='D9D9D9'/>", Odd(marked=1.0)),
        ("", "<w:shd w:val='clear' w:color='auto' w:fill='auto'/>", None),
        ("<w:shd w:val='clear' w:fill='D9D9D9'/>", "", Odd(marked=1.0)),
        ("<w:shd w:val='clear' w:fill='FFFFFF'/>", "", None),
        ("", "<w:vertAlign w:val='superscript'/>", None),
        ("", "<w:em w:val='dot'/>", Odd(stressed=1.0)),
        ("", "<w:em w:val='none'/>", None),
        ("", "<w:shadow/>", Odd(stressed=1.0)),
        ("", "<w:outline w:val='0'/>", None),
        ("", "<w:w w:val='80'/>", Odd(scale=80)),
        ("<w:framePr w:dropCap='drop' w:lines='3'/>", "", Odd(dropped=True)),
        ("<w:framePr w:w='1000'/>", "", None),
        ("<w:pBdr><w:left w:val='single' w:sz='4'/><w:right w:val='single' w:sz='4'/></w:pBdr>", "", Odd(boxed=True)),
        ("<w:pBdr><w:left w:val='nil'/><w:right w:val='nil'/></w:pBdr>", "", None),
        ("", "<w:spacing w:val='-20'/>", Odd(tracking=-1.0)),
        ("", "<w:spacing w:val='-4'/>", None),
        ("<w:jc w:val='distribute'/>", "", Odd(spread=True)),
        ("<w:jc w:val='both'/>", "", None),
        ("<w:spacing w:beforeAutospacing='1'/>", "", Odd(automatic=True)),
        ("<w:tabs><w:tab w:val='left' w:pos='1280'/></w:tabs>", "", Odd(tab=4.0)),
        ("<w:tabs><w:tab w:val='center' w:pos='1280'/></w:tabs>", "", None),
        ("<w:tabs><w:tab w:val='left' w:pos='8306'/></w:tabs>", "", None),
    ],
)
def test_a_paragraph_says_what_few_have(properties: str, run: str, odd: Odd | None) -> None:
    file = seen(p("字字", properties, run))
    assert file.paras[0].looks.odd == odd
    assert file.odd == (odd is not None)


def test_a_drawn_out_line_is_justified_and_a_paragraph_takes_that_back_from_its_style() -> None:
    styles = style("s", "<w:pPr><w:jc w:val='distribute'/></w:pPr>")
    assert only(p("字", "<w:pStyle w:val='s'/>"), styles=styles).looks.align == "justify"
    assert only(p("字", "<w:pStyle w:val='s'/><w:jc w:val='both'/>"), styles=styles).looks.odd is None


def test_what_characters_wear_is_told_as_a_share_and_parts_no_run() -> None:
    runs = "<w:r><w:t>一二三</w:t></w:r><w:r><w:rPr><w:u w:val='single'/></w:rPr><w:t>四</w:t></w:r>"
    para = only(f"<w:p>{runs}</w:p>")
    assert para.looks.odd == Odd(underlined=0.25)
    assert [run.text for run in para.runs] == ["一二三四"]


@pytest.mark.parametrize(
    ("properties", "words", "odd"),
    [
        ("<w:vertAlign w:val='superscript'/>", "安全管理", Odd(raised=0.4)),
        ("<w:vertAlign w:val='superscript'/>", "〔12〕", None),
        ("<w:spacing w:val='60'/>", "安全管理工作", Odd(uneven=3.0)),
        ("<w:spacing w:val='60'/>", "时间", None),
    ],
)
def test_words_that_stand_apart_from_the_others_of_their_paragraph(
    properties: str, words: str, odd: Odd | None
) -> None:
    runs = f"<w:r><w:t>一二三四五六</w:t></w:r><w:r><w:rPr>{properties}</w:rPr><w:t>{words}</w:t></w:r>"
    assert only(f"<w:p>{runs}</w:p>").looks.odd == odd


@pytest.mark.parametrize(
    ("more", "changed", "commented"),
    [
        ("", False, False),
        ("<w:ins><w:r><w:t>增</w:t></w:r></w:ins>", True, False),
        ("<w:del><w:r><w:delText>删</w:delText></w:r></w:del>", True, False),
        ("<w:r><w:commentReference w:id='0'/></w:r>", False, True),
    ],
)
def test_what_editing_left_behind_is_seen(more: str, changed: bool, commented: bool) -> None:
    file = seen(f"<w:p><w:r><w:t>字</w:t></w:r>{more}</w:p>")
    assert (file.changed, file.commented) == (changed, commented)


def test_a_small_table_with_rules_at_both_sides_is_boxed_unless_its_cells_have_their_own() -> None:
    def table(cell: str) -> str:
        sides = "".join(f"<w:{side} w:val='single' w:sz='4'/>" for side in ("top", "left", "bottom", "right"))
        return (
            f"<w:tbl><w:tblPr><w:tblBorders>{sides}</w:tblBorders></w:tblPr>"
            f"<w:tr><w:tc><w:tcPr>{cell}</w:tcPr>{p('字')}</w:tc></w:tr></w:tbl>"
        )

    assert seen(table("")).grids[0].boxed
    assert not seen(table("<w:tcBorders><w:left w:val='nil'/></w:tcBorders>")).grids[0].boxed


def test_a_border_says_what_kind_of_line_it_is_unless_it_is_one_unbroken_line() -> None:
    def border(kind: str) -> str:
        return f"<w:pBdr><w:bottom w:val='{kind}' w:sz='8' w:color='FF0000'/></w:pBdr>"

    strokes = [only(p("字", border(kind))).looks.rule_below or Stroke() for kind in ("single", "dashed", "double")]
    assert [stroke.kind for stroke in strokes] == ["", "dashed", "double"]


def field(code: str) -> str:
    marks = [f"<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>" for kind in ("begin", "separate", "end")]
    return f"{marks[0]}<w:r><w:instrText>{code}</w:instrText></w:r>{marks[1]}<w:r><w:t>2026</w:t></w:r>{marks[2]}"


@pytest.mark.parametrize(
    ("more", "hidden", "dated"),
    [
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>删</w:t></w:r>", True, False),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t xml:space='preserve'> </w:t></w:r>", False, False),
        ("<w:fldSimple w:instr=' DATE \\@ yyyy '><w:r><w:t>2026</w:t></w:r></w:fldSimple>", False, True),
        ("<w:fldSimple w:instr=' CREATEDATE '><w:r><w:t>2026</w:t></w:r></w:fldSimple>", False, False),
        (field("TIME"), False, True),
    ],
)  # fmt: skip
def test_what_is_not_shown_and_what_changes_by_itself_is_seen(more: str, hidden: bool, dated: bool) -> None:
    file = seen(f"<w:p><w:r><w:t>字</w:t></w:r>{more}</w:p>")
    assert (file.hidden, file.dated) == (hidden, dated)
