from __future__ import annotations

from reporter.document.inline import Blank, Note, Text, words
from reporter.document.model import (
    Attachment,
    Closing,
    Column,
    Document,
    Header,
    Heading,
    Imprint,
    Issued,
    Named,
    Paragraph,
    Row,
    Signatory,
    Table,
)
from reporter.typeset.occurrences import occurrences
from reporter.typeset.pieces import grouped, pieces
from reporter.typeset.sheets import sheets

COLUMNS = (Column("ordinal", "序号", 3), Column("town", "乡镇", 8), Column("open", "未整改", 6))
TABLE = Table(
    "t",
    "ledger",
    COLUMNS,
    (
        Row("g", (words("河口镇"), (), ()), "group", span=3),
        Row("R1", (words("1"), words("福寿居"), (Text("3", ref="fact:a.b()"),))),
    ),
    above=((words("单位：条"),),),
    below=((words("填报人："), (Blank("填报人"),)),),
)
DOCUMENT = Document(
    "x@2026",
    "x",
    "document",
    "down",
    words("关于印发方案的通知"),
    (Paragraph("p", (*words("现将方案印发"), Note(words("另行通知")), *words("。"))),),
    header=Header(("民政局", "住建局"), number=words("安民发〔2026〕1号")),
    recipients=words("各乡镇"),
    issued=(
        Issued("plan", words("方案"), (Heading("h", 1, words("目标")), Paragraph("q", words("共3家。")))),
    ),
    attachments=(Attachment(words("台账"), TABLE), Attachment(words("照片"), Named())),
    closing=Closing((Signatory("民政局"), Signatory("住建局", "（代）")), words("2026年3月6日")),
    imprint=Imprint(words("办公室"), words("2026年3月6日印发")),
)


def places(document: Document) -> list[tuple[str, str]]:
    return [(piece.place, piece.text) for piece in pieces(document)]


def test_everything_that_is_printed_comes_in_the_order_of_the_paper() -> None:
    found = places(DOCUMENT)
    assert found[:6] == [
        ("版头", "民政局"),
        ("版头", "住建局"),
        ("版头", "文件"),
        ("发文字号", "安民发〔2026〕1号"),
        ("标题", "关于印发方案的通知"),
        ("主送机关", "各乡镇："),
    ]
    assert found[6:8] == [("正文第1段", "现将方案印发。"), ("正文第1段的脚注", "另行通知")]
    assert ("署名", "住建局（代）") in found
    assert found[-2:] == [("版记", "办公室"), ("版记", "2026年3月6日印发")]


def test_issued_text_and_attachments_count_their_own_paragraphs_and_rows() -> None:
    found = places(DOCUMENT)
    assert ("印发文本标题", "方案") in found
    assert ("印发文本第1段", "一、目标") in found
    assert ("附件说明", "附件：1.台账") in found
    assert ("附件说明", "2.照片") in found
    assert ("附件1", "附件1") in found
    assert ("附件1表第2行“未整改”栏", "3") in found


def test_what_is_printed_on_ready_made_paper_is_not_expected() -> None:
    header = Header(("民政局",), number=words("1号"), mode="reserved")
    only_number = Document("x@2026", "x", "document", "down", words("题"), (), header=header)
    assert places(only_number) == [("发文字号", "1号"), ("标题", "题")]


def test_a_group_row_shows_only_its_first_cell() -> None:
    rows = [piece.text for piece in pieces(DOCUMENT) if piece.kind == "cell"]
    assert rows == ["河口镇", "1", "福寿居", "3"]


def test_cells_of_a_row_are_one_group_and_heads_another() -> None:
    found = pieces(DOCUMENT)
    texts = ["".join(found[index].text for index in group) for group in grouped(found)]
    assert "序号乡镇未整改" in texts
    assert "1福寿居3" in texts


def test_an_occurrence_knows_its_row_or_its_sentence() -> None:
    body = (Paragraph("p", (*words("前句。共"), Text("3", ref="fact:a.b()"), *words("家；后句。"))), TABLE)
    found = occurrences(Document("x@2026", "x", "plain", "up", words("题"), body))
    assert [(one.text, one.sentence, one.place) for one in found] == [
        ("3", "共3家；", "正文第1段"),
        ("3", "福寿居｜未整改：3", "正文表第2行“未整改”栏"),
    ]


def test_a_long_sentence_is_cut_around_its_figure() -> None:
    inlines = (*words("甲" * 200), Text("3", ref="fact:a.b()"), *words("乙" * 200))
    (found,) = occurrences(Document("x@2026", "x", "plain", "up", words("题"), (Paragraph("p", inlines),)))
    assert found.sentence == "…" + "甲" * 60 + "3" + "乙" * 60 + "…"
    assert found.offset == 200


def test_a_table_without_title_has_that_of_what_it_stands_in() -> None:
    assert [sheet.title for sheet in sheets(DOCUMENT)] == [words("台账")]
    body = (TABLE, Heading("h", 1, words("分年度情况")), TABLE)
    found = sheets(Document("x@2026", "x", "plain", "up", words("报告"), body))
    assert [sheet.title for sheet in found] == [words("报告"), words("分年度情况")]
