"""Elements are found in tables, text boxes and headers, and where several share a paragraph."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from reporter.artefacts.seen.model import Stroke
from reporter.artefacts.seen.recognise import recognise
from tests.artefacts.seen.written import (
    BODY,
    CENTRE,
    FLUSH,
    MARK,
    NUMBER,
    RIGHT,
    notice,
    para,
    seen,
    sure,
    the,
)


def test_print_office_and_date_share_their_paragraph() -> None:
    file = recognise(notice())
    office, date = file.one("print_office"), file.one("print_date")
    assert office and date and office.para is date.para
    assert (office.text, date.text) == ("安和县民政局办公室", "2026年3月6日印发")


@pytest.mark.parametrize("date", ["2026年3月6日印制", "2026年3月6日印发", ""])
def test_an_imprint_in_a_table_is_found_whatever_stands_for_its_last_word(date: str) -> None:
    cells = [
        para(text, FLUSH, size=14, place="cell", cell=(1, 1, column))
        for column, text in enumerate(("安和县民政局办公室", date), 1)
        if text
    ]
    file = notice(cc=None, printed=cells)
    assert sure(file, "print_office") == ["安和县民政局办公室"]
    assert sure(file, "print_date") == [date] * bool(date)


def test_the_mark_of_a_joint_document_is_one_element_a_name() -> None:
    cells = [("安和县民政局", 1, 1), ("文件", 1, 2), ("安和县财政局", 2, 1)]
    names = [
        replace(para(text, CENTRE, size=30, colour="FF0000", cell=(1, row, column)), place="cell")
        for text, row, column in cells
    ]
    assert sure(notice(mark=names), "mark") == ["安和县民政局", "文件", "安和县财政局"]


def test_a_mark_in_a_text_box_behind_the_number_is_found() -> None:
    box = replace(MARK, place="box")
    assert sure(notice(mark=None, number=(NUMBER, box)), "mark") == [MARK.text]


def test_a_mark_in_the_header_makes_a_letter() -> None:
    head = replace(para("安和县民政局", CENTRE, size=36, colour="FF0000"), place="header")
    title = para("安和县民政局关于商请提供检查情况的函", CENTRE, size=22)
    letter = notice(mark=head, number=para("安民函〔2026〕7号", RIGHT), title=title, cc=None, printed=None)
    assert (recognise(letter).face, recognise(letter).direction) == ("letter", "parallel")
    assert sure(letter, "mark") == ["安和县民政局"]


def test_a_number_in_the_middle_with_a_red_line_below_it_is_that_of_a_document() -> None:
    head = para("安和县民政局", CENTRE, size=36, colour="FF0000")
    title = para("安和县民政局关于商请提供检查情况的函", CENTRE, size=22)
    alone = para("安民函〔2026〕7号", CENTRE)
    ruled = replace(alone, looks=replace(alone.looks, rule_below=Stroke(1.5, "FF0000")))
    assert recognise(notice(mark=head, number=alone, title=title)).face == "letter"
    assert recognise(notice(mark=head, number=ruled, title=title)).face == "document"


def test_a_letter_is_also_known_by_its_line_at_the_foot() -> None:
    head = para("安和县民政局", CENTRE, size=36, colour="FF0000")
    line = Stroke(2.25, "FF0000", 20, 190, 277)
    assert recognise(notice(mark=head)).face == "document"
    assert recognise(replace(notice(mark=head), strokes=(line,))).face == "letter"


def test_signatures_of_a_joint_document_are_found_side_by_side_and_in_tables() -> None:
    typed = para("安和县民政局　　　　安和县财政局", CENTRE)
    assert sure(notice(name=typed), "signatory") == ["安和县民政局", "安和县财政局"]
    cells = [
        para(text, CENTRE, place="cell", cell=(1, 1, n))
        for n, text in enumerate(("安和县民政局", "安和县财政局"), 1)
    ]
    assert sure(notice(name=cells), "signatory") == ["安和县民政局", "安和县财政局"]


def test_name_and_date_pushed_right_by_blanks_are_found() -> None:
    file = notice(name=para("　" * 18 + "安和县民政局"), date=para("　" * 18 + "2026年3月6日"))
    assert (the(file, "signatory").text, the(file, "date").text) == ("安和县民政局", "2026年3月6日")


def test_name_and_date_on_one_line_are_two_elements() -> None:
    file = notice(name=None, date=para("安和县民政局　　2026年3月6日", RIGHT))
    assert (the(file, "signatory").text, the(file, "date").text) == ("安和县民政局", "2026年3月6日")


def test_page_numbers_and_states_are_found_in_headers_and_footers() -> None:
    number, state = para("— 1 —", RIGHT, place="footer"), para("样稿　草稿", RIGHT, place="header")
    file = recognise(seen(*notice().paras, number, state))
    assert [e.text for e in file.all("page_number", "state")] == ["— 1 —", "样稿　草稿"]


def test_parts_that_share_a_paragraph_are_apart_by_line_breaks() -> None:
    imprint = para("抄送：县政府办公室。\n安和县民政局办公室　　2026年3月6日印发", FLUSH, size=14)
    file = notice(name=None, date=para("安和县民政局\n2026年3月6日", RIGHT), cc=imprint, printed=None)
    assert (the(file, "signatory").text, the(file, "date").text) == ("安和县民政局", "2026年3月6日")
    found = [the(file, role).text for role in ("cc", "print_office", "print_date")]
    assert found == ["抄送：县政府办公室。", "安和县民政局办公室", "2026年3月6日印发"]


def test_a_whole_head_in_the_header_is_found() -> None:
    head = [replace(one, place="header") for one in (MARK, NUMBER)]
    file = recognise(notice(mark=head, number=None))
    assert [e.role for e in file.elements[:3]] == ["mark", "number", "title"]
    assert file.face == "document"


def test_number_and_signers_in_a_table_are_found() -> None:
    cells = (("安民发〔2026〕12号", 1, 1), ("签发人：周某某", 1, 2), ("李某", 2, 2))
    line = [para(text, FLUSH, place="cell", cell=(1, row, column)) for text, row, column in cells]
    file = notice(number=line)
    assert the(file, "number").text == "安民发〔2026〕12号"
    assert sure(file, "signer") == ["签发人：周某某", "李某"]


def test_a_rule_drawn_with_characters_is_not_a_mark() -> None:
    drawn = para("━━━━━━★━━━━━━", CENTRE, size=30, colour="FF0000")
    assert sure(notice(number=(NUMBER, drawn)), "mark") == [MARK.text]


def test_lines_of_a_table_of_contents_are_no_headings() -> None:
    contents = (para("一、总体要求\t3"), para("二、主要任务……………5"), para("（一）压实责任.......6"))
    file = recognise(notice(body=(*contents, *BODY)))
    assert [e.text for e in file.all("heading")] == ["一、总体要求", "（一）压实责任"]


def test_a_list_of_attachments_in_one_paragraph_is_an_element_a_line() -> None:
    assert sure(notice(list=para("附件：1.安全检查表\n2.隐患台账")), "attachments") == [
        "附件：1.安全检查表",
        "2.隐患台账",
    ]


def test_an_imprint_table_without_its_word_is_not_a_signature() -> None:
    texts = ("安和县民政局办公室", "2026年3月6日")
    cells = [para(text, FLUSH, size=14, place="cell", cell=(1, 1, n)) for n, text in enumerate(texts, 1)]
    file = notice(cc=None, printed=cells)
    assert [the(file, role).text for role in ("print_office", "print_date")] == list(texts)
    assert the(file, "date").para.cell is None


def test_urgency_and_number_of_a_letter_on_one_line_are_two_elements() -> None:
    file = notice(number="特急　　　　　　　　安民函〔2026〕7号")
    assert (the(file, "urgency").text, the(file, "number").text) == ("特急", "安民函〔2026〕7号")
