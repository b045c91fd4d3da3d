"""How paragraphs and runs of a DOCX look, after everything that they inherit."""

from __future__ import annotations

import io
import zipfile

import pytest

from reporter.artefacts.seen.docx import see_docx
from reporter.artefacts.seen.model import Stroke
from tests.artefacts.seen.wordfile import SECTION, only, p, packed, seen, style, word

FANG = '<w:rFonts w:eastAsia="仿宋_GB2312"/>'


def test_a_run_takes_what_its_styles_give_and_what_it_says_itself_comes_last() -> None:
    styles = (
        "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val='21'/></w:rPr></w:rPrDefault></w:docDefaults>"
        + style("a", f"<w:rPr>{FANG}<w:sz w:val='32'/></w:rPr>")
        + style("b", "<w:basedOn w:val='a'/><w:rPr><w:color w:val='ff0000'/></w:rPr>")
        + style("c", "<w:rPr><w:rFonts w:eastAsia='黑体'/></w:rPr>", "character")
    )
    plain = only(p("字", "<w:pStyle w:val='b'/>"), styles=styles)
    assert (plain.main.font, plain.main.size, plain.main.colour) == ("仿宋_GB2312", 16, "FF0000")
    assert plain.style == "b名"
    run = only(
        p("字", "<w:pStyle w:val='b'/>", "<w:rStyle w:val='c'/><w:sz w:val='44'/>"), styles=styles
    ).main
    assert (run.font, run.size, run.colour) == ("黑体", 22, "FF0000")


def test_the_default_style_applies_to_paragraphs_that_name_none_or_one_that_is_not_there() -> None:
    styles = style("x", "<w:rPr><w:sz w:val='32'/></w:rPr>", more=" w:default='1'")
    assert only(p("字"), styles=styles).main.size == 16
    assert only(p("字", "<w:pStyle w:val='gone'/>"), styles=styles).main.size == 16


@pytest.mark.parametrize(
    ("paragraph", "character", "own", "bold"),
    [
        ("<w:b/>", "", "", True),
        ("<w:b/>", "<w:b/>", "", False),
        ("<w:b/>", "<w:b/>", "<w:b/>", True),
        ("<w:b/>", "", "<w:b w:val='0'/>", False),
        ("", "<w:b/>", "", True),
    ],
)
def test_bold_of_two_kinds_of_styles_lifts_itself(
    paragraph: str, character: str, own: str, bold: bool
) -> None:
    styles = style("p", f"<w:rPr>{paragraph}</w:rPr>") + style(
        "c", f"<w:rPr>{character}</w:rPr>", "character"
    )
    para = only(p("字", "<w:pStyle w:val='p'/>", f"<w:rStyle w:val='c'/>{own}"), styles=styles)
    assert para.main.bold is bold


def test_a_chain_of_styles_that_comes_back_to_itself_ends() -> None:
    styles = style("a", "<w:basedOn w:val='b'/><w:rPr><w:sz w:val='32'/></w:rPr>") + style(
        "b", f"<w:basedOn w:val='a'/><w:rPr>{FANG}</w:rPr>"
    )
    run = only(p("字", "<w:pStyle w:val='a'/>"), styles=styles).main
    assert (run.font, run.size) == ("仿宋_GB2312", 16)


def test_theme_fonts_and_colours_are_looked_up() -> None:
    theme = (
        "<a:themeElements><a:clrScheme><a:accent2><a:srgbClr val='C00000'/></a:accent2></a:clrScheme><a:fontScheme>"
        "<a:minorFont><a:latin typeface='Calibri'/><a:ea typeface=''/><a:font script='Hans' typeface='宋体'/>"
        "</a:minorFont></a:fontScheme></a:themeElements>"
    )
    run = "<w:rFonts w:eastAsiaTheme='minorEastAsia' w:eastAsia='黑体'/><w:color w:themeColor='accent2'/>"
    found = only(p("字", run=run), theme=theme).main
    assert (found.font, found.colour) == ("宋体", "C00000")


def test_a_fill_of_the_text_prints_instead_of_its_colour() -> None:
    fill = "<w14:textFill><w14:solidFill><w14:srgbClr w14:val='FF0000'/></w14:solidFill></w14:textFill>"
    assert only(p("字", run=f"<w:color w:val='000000'/>{fill}")).main.red


def test_what_the_file_does_not_say_is_unknown() -> None:
    run = only(p("字", run="<w:color w:val='auto'/>")).main
    assert (run.font, run.size, run.colour) == ("", 0.0, "")


@pytest.mark.parametrize(
    ("ind", "expected"),
    [
        ('w:firstLineChars="200" w:firstLine="420"', (2, 0, 0)),
        ('w:firstLine="640"', (2, 0, 0)),
        ('w:leftChars="600" w:left="1895" w:hangingChars="400" w:hanging="1263"', (-4, 6, 0)),
        ('w:left="1280" w:hanging="640"', (-2, 4, 0)),
        ('w:start="32pt" w:endChars="400"', (0, 2, 4)),
        ('w:rightChars="400" w:right="840"', (0, 0, 2.625)),
    ],
)
def test_indents_count_in_characters_of_sixteen_points(
    ind: str, expected: tuple[float, float, float]
) -> None:
    looks = only(p("字", f"<w:ind {ind}/>", "<w:sz w:val='32'/>")).looks
    assert (looks.first, looks.left, looks.right) == expected


def test_characters_of_a_smaller_paragraph_are_smaller() -> None:
    looks = only(p("字", "<w:ind w:firstLineChars='200'/>", "<w:sz w:val='24'/>")).looks
    assert looks.first == 1.5


def test_an_inherited_indent_in_characters_stands_against_one_in_twips() -> None:
    styles = style("a", "<w:pPr><w:ind w:firstLineChars='200' w:firstLine='640'/></w:pPr>")
    big = "<w:sz w:val='32'/>"
    kept = only(p("字", "<w:pStyle w:val='a'/><w:ind w:firstLine='0'/>", big), styles=styles)
    gone = only(
        p("字", "<w:pStyle w:val='a'/><w:ind w:firstLineChars='0' w:firstLine='0'/>", big), styles=styles
    )
    hung = only(p("字", "<w:pStyle w:val='a'/><w:ind w:left='640' w:hanging='640'/>", big), styles=styles)
    assert (kept.looks.first, gone.looks.first, hung.looks.first) == (2, 0, -2)


@pytest.mark.parametrize(
    ("spacing", "pitch", "exact"),
    [
        ('w:line="560" w:lineRule="exact"', 28, True),
        ('w:line="579" w:lineRule="atLeast"', 28.95, False),
        ('w:line="360" w:lineRule="auto"', 0, False),
        ('w:line="360"', 0, False),
        ("", 0, False),
    ],
)
def test_a_fixed_pitch_is_told_from_a_multiple(spacing: str, pitch: float, exact: bool) -> None:
    looks = only(p("字", f"<w:spacing {spacing}/>")).looks
    assert (looks.pitch, looks.exact) == (pitch, exact)


def test_white_in_lines_counts_by_the_grid_and_white_of_its_own_making_is_unknown() -> None:
    grid = SECTION.format('<w:docGrid w:type="lines" w:linePitch="579"/>')
    spacing = "<w:spacing w:beforeLines='100' w:before='1' w:after='200'/>"
    looks = only(p("字", spacing) + grid).looks
    assert (looks.before, looks.after) == (28.95, 10)
    assert only(p("字", "<w:spacing w:beforeAutospacing='1'/>")).looks.before is None


def test_neighbours_of_one_style_may_have_no_white_between_them() -> None:
    close = "<w:pStyle w:val='a'/><w:contextualSpacing/><w:spacing w:before='200' w:after='100'/>"
    file = seen(
        p("一", close) + p("二", close) + p("三", "<w:spacing w:before='60'/>"), styles=style("a", "")
    )
    assert [(x.looks.before, x.looks.after) for x in file.paras] == [(10, 0), (0, 5), (3, 0)]


@pytest.mark.parametrize(
    ("jc", "align"),
    [
        ("both", "justify"),
        ("distribute", "justify"),
        ("end", "right"),
        ("start", "left"),
        ("center", "center"),
    ],
)
def test_both_names_of_an_alignment_are_known(jc: str, align: str) -> None:
    assert only(p("字", f"<w:jc w:val='{jc}'/>")).looks.align == align


def test_borders_of_a_paragraph_are_rules_with_weight_and_colour() -> None:
    borders = "<w:pBdr><w:top w:val='nil'/><w:bottom w:val='single' w:sz='18' w:color='FF0000'/></w:pBdr>"
    looks = only(p("字", borders)).looks
    assert looks.rule_above is None
    assert looks.rule_below == Stroke(2.25, "FF0000")


def test_outline_levels_come_from_the_style_or_the_paragraph() -> None:
    styles = style("h", "<w:pPr><w:outlineLvl w:val='1'/></w:pPr>")
    assert only(p("字", "<w:pStyle w:val='h'/>"), styles=styles).outline == 2
    assert only(p("字", "<w:pStyle w:val='h'/><w:outlineLvl w:val='9'/>"), styles=styles).outline == 0


def test_page_and_section_breaks_turn_the_next_paragraph() -> None:
    turn = "<w:r><w:br w:type='page'/></w:r>"
    inner = SECTION.format("")
    body = (
        p("一") + f"<w:p>{turn}</w:p>" + p("二") + f"<w:p>{turn}<w:r><w:t>三</w:t></w:r></w:p>"
        + p("四", "<w:pageBreakBefore/>") + p("五", inner) + p("六")
        + f"<w:p><w:r><w:t>七</w:t></w:r>{turn}</w:p><w:tbl><w:tr><w:tc>{p('八')}</w:tc></w:tr></w:tbl>"
        + SECTION.format("")
    )  # fmt: skip
    assert [x.text for x in seen(body).paras if x.looks.new_page] == ["二", "三", "四", "六", "八"]


def test_a_section_may_go_on_on_the_same_page() -> None:
    body = p("一", SECTION.format("")) + p("二") + SECTION.format("<w:type w:val='continuous'/>")
    assert not any(x.looks.new_page for x in seen(body).paras)


def test_numbers_that_are_no_numbers_are_unknown() -> None:
    odd = (
        "<w:ind w:left='viel' w:firstLineChars='--'/><w:spacing w:line='x' w:before='1e99'/><w:outlineLvl w:val='q'/>"
        "<w:numPr><w:ilvl w:val='-5'/><w:numId w:val='no'/></w:numPr><w:jc/>"
    )
    para = only(p("字", odd, "<w:sz w:val='groß'/><w:color w:val='rot'/><w:b w:val='vielleicht'/>"))
    assert (para.text, para.outline, para.looks.left, para.looks.first, para.main.size) == ("字", 0, 0, 0, 0)


def test_strict_files_read_the_same() -> None:
    usual = word(p("字", "<w:jc w:val='start'/>", FANG))
    with zipfile.ZipFile(io.BytesIO(usual)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    strict = {
        name: data.replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        ).replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        )
        for name, data in members.items()
    }
    assert see_docx(packed(strict)) == see_docx(usual)
