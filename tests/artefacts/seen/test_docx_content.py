"""What stands in a DOCX: the final view of changes, fields, boxes, tables, headers, notes, drawn lines."""

from __future__ import annotations

from reporter.artefacts.seen.model import CellPlace, Stroke
from tests.artefacts.seen.wordfile import SECTION, only, p, seen, style

DEL = "<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>"
SYMBOL = "<w:sym w:font='Wingdings' w:char='F0FE'/>"
LONG = "cx='5616000' cy='0'"
INS = "<w:ins><w:r><w:t>新</w:t></w:r></w:ins>"


def r(inside: str) -> str:
    return f"<w:r>{inside}</w:r>"


def t(text: str) -> str:
    return r(f"<w:t>{text}</w:t>")


def test_tracked_changes_are_read_as_accepted() -> None:
    moved = f"<w:moveFrom>{t('此')}</w:moveFrom><w:moveTo>{t('彼')}</w:moveTo>"
    changed = "<w:rPr><w:sz w:val='32'/><w:rPrChange><w:rPr><w:sz w:val='20'/></w:rPr></w:rPrChange></w:rPr>"
    para = only(f"<w:p>{DEL}{INS}{moved}{r(changed + '<w:t>号</w:t>')}</w:p>")
    assert para.text == "新彼号"
    assert para.runs[-1].size == 16


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    mark = "<w:rPr><w:del/></w:rPr>"
    gone = f"<w:p><w:pPr>{mark}</w:pPr>{DEL}</w:p>"
    joined = f"<w:p><w:pPr>{mark}</w:pPr>{t('上')}</w:p>" + p("下", "<w:jc w:val='center'/>")
    assert [x.text for x in seen(gone + joined).paras] == ["上下"]
    assert only(joined).looks.align == "center"


def test_a_deleted_row_is_not_there() -> None:
    row = "<w:tr>{}<w:tc>" + p("格") + "</w:tc></w:tr>"
    table = f"<w:tbl>{row.format('<w:trPr><w:del/></w:trPr>')}{row.format('')}</w:tbl>"
    assert len(seen(table).grids[0].rows) == 1


def test_controls_links_and_smart_tags_are_looked_through_and_ruby_keeps_its_base() -> None:
    inside = (
        f"<w:sdt><w:sdtPr/><w:sdtContent>{t('控')}</w:sdtContent></w:sdt><w:hyperlink>{t('链')}</w:hyperlink>"
        f"<w:smartTag><w:smartTag>{t('标')}</w:smartTag></w:smartTag>"
        + r(f"<w:ruby><w:rt>{t('zhu')}</w:rt><w:rubyBase>{t('注')}</w:rubyBase></w:ruby>")
    )
    body = f"<w:p>{inside}</w:p>"
    for _ in range(2):
        body = f"<w:sdt><w:sdtContent>{body}</w:sdtContent></w:sdt>"
    assert [x.text for x in seen(body).paras] == ["控链标注"]


def test_runs_that_look_alike_are_one_and_marks_become_characters() -> None:
    para = only(
        f"<w:p>{t('一')}{r('<w:tab/>')}{t('二')}{r('<w:br/><w:noBreakHyphen/>')}"
        f"{r('<w:rPr><w:b/></w:rPr><w:t>粗</w:t>')}{r(SYMBOL)}</w:p>"
    )
    assert [(x.text, x.bold) for x in para.runs] == [("一\t二\n-", False), ("粗", True), ("☑", False)]


def test_blanks_at_the_ends_count_only_where_the_file_says_so_but_wide_ones_always() -> None:
    body = (
        "<w:p><w:r><w:t> 甲 </w:t><w:t xml:space='preserve'> 乙 </w:t><w:t>\u3000丙\u3000</w:t></w:r></w:p>"
    )
    assert only(body).typed == "甲 乙 \u3000丙\u3000"


def test_hidden_text_is_not_read() -> None:
    assert only(f"<w:p>{r('<w:rPr><w:vanish/></w:rPr><w:t>藏</w:t>')}{t('显')}</w:p>").text == "显"


def field(code: str, result: str) -> str:
    def mark(kind: str) -> str:
        return r(f"<w:fldChar w:fldCharType='{kind}'/>")

    code = r(f"<w:instrText> {code} </w:instrText>") + t("看不见")
    return f"{mark('begin')}{code}{mark('separate')}{t(result) if result else ''}{mark('end')}"


def test_fields_give_their_result_and_a_page_number_without_one_counts_as_the_first() -> None:
    simple = "<w:fldSimple w:instr='PAGE'/>"
    body = f"<w:p>{t('第')}{field('PAGE', '7')}{t('页')}{field('PAGE', '')}{simple}{field('REF x', '')}</w:p>"
    assert only(body).text == "第7页11"


CHOICE = (
    "<mc:AlternateContent><mc:Choice Requires='wps'>{}</mc:Choice><mc:Fallback>{}</mc:Fallback>"
    "</mc:AlternateContent>"
)


def box(text: str, down: str) -> str:
    content = f"<w:txbxContent>{p(text)}</w:txbxContent>"
    new = (
        f"<w:drawing><wp:anchor>{down}<a:graphic><a:graphicData><wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp>"
        "</a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )
    old = f"<w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict>"
    return r(CHOICE.format(new, old))


def test_a_text_box_is_read_once_before_or_after_its_paragraph_by_its_place() -> None:
    upper = "<wp:positionV relativeFrom='page'><wp:posOffset>1800000</wp:posOffset></wp:positionV>"
    lower = "<wp:positionV relativeFrom='margin'><wp:align>bottom</wp:align></wp:positionV>"
    body = f"<w:p>{box('上', upper)}{box('下', lower)}{t('中')}</w:p>"
    assert [(x.text, x.place) for x in seen(body).paras] == [("上", "box"), ("中", "text"), ("下", "box")]


def test_a_box_of_the_old_kind_is_read_too() -> None:
    pict = (
        f"<w:pict><v:shape style='position:absolute;margin-top:-40pt'><v:textbox><w:txbxContent>{p('框')}"
        "</w:txbxContent></v:textbox></v:shape></w:pict>"
    )
    assert [x.text for x in seen(f"<w:p>{r(pict)}{t('文')}</w:p>").paras] == ["框", "文"]


def line(extent: str, inside: str, place: str) -> str:
    return r(
        f"<w:drawing><wp:anchor>{place}<wp:extent {extent}/><a:graphic><a:graphicData><wps:wsp><wps:cNvCnPr/>{inside}"
        "</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )


def test_a_drawn_line_is_a_rule_with_weight_colour_and_place() -> None:
    place = (
        "<wp:positionH relativeFrom='margin'><wp:align>center</wp:align></wp:positionH>"
        "<wp:positionV relativeFrom='page'><wp:posOffset>4176000</wp:posOffset></wp:positionV>"
    )
    shape = (
        "<wps:spPr><a:prstGeom prst='line'/><a:ln w='28575'><a:solidFill><a:srgbClr val='FF0000'/></a:solidFill></a:ln>"
        "</wps:spPr>"
    )
    file = seen(f"<w:p>{line(LONG, shape, place)}{t('字')}</w:p>" + SECTION.format(""))
    assert file.strokes == (Stroke(2.25, "FF0000", 28.01, 184.01, 116.0),)


def test_a_line_of_the_old_kind_and_one_in_the_header_are_rules_too() -> None:
    old = (
        "<w:pict><v:line style='position:absolute;left:0;mso-position-horizontal-relative:page' from='79.4pt,5pt'"
        " to='521.6pt,5pt' strokecolor='red' strokeweight='2pt'/></w:pict>"
    )
    reference = SECTION.format("").replace(
        "<w:pgSz", "<w:headerReference w:type='default' r:id='header1'/><w:pgSz", 1
    )
    inner = f"<w:p>{r(old)}</w:p>"
    for file in (seen(inner + SECTION.format("")), seen(p("字") + reference, header1=inner)):
        (stroke,) = file.strokes
        assert (stroke.weight, stroke.colour, round(stroke.left or 0), round(stroke.right or 0)) == (
            2, "FF0000", 28, 184
        )  # fmt: skip
        assert stroke.top is None


def test_a_line_of_the_old_kind_is_hung_below_its_paragraph_by_its_ends() -> None:
    old = "<w:pict><v:line style='position:absolute;left:0' from='0,37.9pt' to='442pt,37.9pt'/></w:pict>"
    assert only(f"<w:p>{r(old)}{t('字')}</w:p>").looks.rule_below == Stroke(0.75)


def test_a_line_hung_below_a_paragraph_is_its_rule() -> None:
    place = "<wp:positionV relativeFrom='paragraph'><wp:posOffset>400000</wp:posOffset></wp:positionV>"
    shape = "<wps:spPr><a:prstGeom prst='straightConnector1'/></wps:spPr>"
    para = only(f"<w:p>{line(LONG, shape, place)}{t('字')}</w:p>")
    assert para.looks.rule_below == Stroke(0.75, "")
    assert para.looks.rule_above is None


def test_slanted_short_and_invisible_lines_are_no_rules() -> None:
    shape = "<wps:spPr><a:prstGeom prst='line'/>{}</wps:spPr>"
    body = (
        line('cx="5616000" cy="900000"', shape.format(""), "") + line('cx="300000" cy="0"', shape.format(""), "")
        + line(LONG, shape.format("<a:ln><a:noFill/></a:ln>"), "")
    )  # fmt: skip
    assert seen(f"<w:p>{body}</w:p>").strokes == ()


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def test_a_table_is_a_grid_with_merged_cells_speaking_once() -> None:
    table = (
        "<w:tbl><w:tblPr/><w:tblGrid/>"
        + row(cell("单位", "<w:vMerge w:val='restart'/>"), cell("隐患", "<w:gridSpan w:val='2'/>"),
              properties="<w:tblHeader/>")
        + row(cell("", "<w:vMerge/>"), cell("排查"), cell("整改"), properties="<w:tblHeader/>")
        + row(cell("河口镇"), cell("12"), cell("9"))
        + row(cell("柳林乡"), properties="<w:gridBefore w:val='1'/>")
        + "</w:tbl>"
    )  # fmt: skip
    file = seen(p("表1 隐患排查情况") + p("单位：处") + table)
    (grid,) = file.grids
    assert grid.rows == (
        ("单位", "隐患", ""), ("", "排查", "整改"), ("河口镇", "12", "9"), ("", "柳林乡", ""),
    )  # fmt: skip
    assert (grid.head_rows, grid.title) == (2, "表1 隐患排查情况")
    assert [x.text for x in file.paras if x.cell == CellPlace(1, 2, 3)] == ["整改"]
    assert [x.number for x in file.paras] == list(range(1, len(file.paras) + 1))


def test_a_table_in_a_cell_is_text_of_that_cell() -> None:
    inner = f"<w:tbl>{row(cell('内甲'), cell('内乙'))}</w:tbl>"
    outer = f"<w:tc>{p('外')}{inner}</w:tc>"
    (grid,) = seen(f"<w:tbl>{row(outer)}</w:tbl>").grids
    assert grid.rows == (("外\n内甲\n内乙",),)


def test_rows_of_names_above_numbers_are_the_head_where_none_is_marked() -> None:
    table = f"<w:tbl>{row(cell('乡镇'), cell('家数'))}{row(cell('河口镇'), cell('12'))}</w:tbl>"
    assert seen(table).grids[0].head_rows == 1


def test_borders_of_a_table_are_rules_of_its_cells() -> None:
    borders = (
        "<w:tblPr><w:tblBorders><w:top w:val='single' w:sz='8'/><w:insideH w:val='single' w:sz='6'/>"
        "</w:tblBorders></w:tblPr>"
    )
    last = cell("乙", "<w:tcBorders><w:bottom w:val='single' w:sz='12'/></w:tcBorders>")
    first, second = seen(f"<w:tbl>{borders}{row(cell('甲'))}{row(last)}</w:tbl>").paras
    assert (first.looks.rule_above, first.looks.rule_below) == (Stroke(1.0), Stroke(0.75))
    assert (second.looks.rule_above, second.looks.rule_below) == (Stroke(0.75), Stroke(1.5))


def test_runs_in_a_table_take_what_its_style_gives() -> None:
    styles = style("tab", "<w:rPr><w:sz w:val='18'/></w:rPr><w:pPr><w:jc w:val='center'/></w:pPr>", "table")
    table = f"<w:tbl><w:tblPr><w:tblStyle w:val='tab'/></w:tblPr>{row(cell('格'))}</w:tbl>"
    para = only(table, styles=styles)
    assert (para.main.size, para.looks.align) == (9, "center")


def test_headers_and_footers_that_are_printed_come_behind_the_text() -> None:
    references = "".join(
        f"<w:footerReference w:type='{kind}' r:id='footer{n}'/>"
        for n, kind in ((1, "default"), (2, "even"), (3, "first"))
    )
    section = SECTION.format("").replace("<w:pgSz", f"{references}<w:pgSz", 1)
    parts = {f"footer{n}": p(f"— {n} —") for n in (1, 2, 3)}
    one_sided = seen(p("字") + section, **parts)
    assert [(x.place, x.text) for x in one_sided.paras] == [("text", "字"), ("footer", "— 1 —")]
    settings = "<w:evenAndOddHeaders/>"
    both = seen(p("字") + section.replace("<w:pgSz", "<w:titlePg/><w:pgSz", 1), settings=settings, **parts)
    assert [x.text for x in both.paras] == ["字", "— 3 —", "— 1 —", "— 2 —"]


def test_notes_are_read_without_the_rule_above_them() -> None:
    notes = (
        f"<w:footnote w:type='separator'>{p('线')}</w:footnote><w:footnote w:id='2'>{p('注')}</w:footnote>"
    )
    noted = p("字").replace("</w:p>", "<w:r><w:footnoteReference w:id='2'/></w:r></w:p>")
    assert [x.text for x in seen(p("字"), footnotes=notes).paras] == ["字"]
    assert [(x.place, x.text) for x in seen(noted, footnotes=notes).paras] == [
        ("text", "字"),
        ("note", "注"),
    ]
