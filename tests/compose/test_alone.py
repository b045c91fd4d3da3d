"""A single text is enough: its settings, its marks, and what it refuses with reason and line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reporter.compose.composition import Composition
from reporter.document.blanks import blank_names
from reporter.document.inline import Blank, Break, Note, plain
from reporter.document.model import Named, Signatory, Table
from reporter.document.naming import name_of
from reporter.errors import ReporterError
from reporter.intake.classified import ClassifiedFile
from tests.compose.printed import composed, lines

FRONT = "标题: 关于安全工作的通知\n发文机关: 安和县民政局\n文号: 安民发〔2026〕12号\n成文日期: 2026-11-20\n"
Write = Callable[..., Composition]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write(body: str = "文", front: str = FRONT) -> Composition:
        path = tmp_path / "通知.md"
        path.write_text(f"---\n{front}---\n{body}\n", encoding="utf-8")
        return composed(path)

    return write


@pytest.fixture
def fault(write: Write) -> Callable[..., ReporterError]:
    def fault(front: str, body: str = "文") -> ReporterError:
        with pytest.raises(ReporterError) as caught:
            write(body, front)
        return caught.value

    return fault


def test_all_settings_of_a_filing_stand_in_the_text(write: Write) -> None:
    front = (
        "title: 关于安全工作的通知\nissuers: [甲县民政局, 甲县财政局]\nsignatories: [甲县民政局, 甲县财政局（代）]\n"
        "number: 甲民发 [2026] 012号\ncopy_number: 000123\nurgency: 特急\nrecipients: [各乡镇人民政府, 县福利院]\n"
        "doc_date: 2026年11月20日\nremark: （此件公开发布）\ndisclosure: 主动公开\ncc: [县政府办公室]\n"
        "print_office: 甲县民政局办公室\nprint_date: 2026-11-21\nstate: 定稿\nsample: true\n"
        "attachments: [要点, {title: 名册, enclosed: false}]\n"
    )
    composition = write("文\n@附件 1\n# 消防\n查。", front)
    document = composition.document
    assert lines(document) == [
        "000123", "特急", "标志：甲县民政局", "标志：甲县财政局", "文件", "甲民发〔2026〕12号", "关于安全工作的通知",
        "各乡镇人民政府，县福利院：", "文", "附件：1.要点", "2.名册", "署名：甲县民政局", "署名：甲县财政局（代）",
        "2026年11月20日", "（此件公开发布）", "---", "附件1", "要点", "一、消防", "查。", "公开方式：主动公开",
        "抄送：县政府办公室。", "甲县民政局办公室　2026年11月21日印发",
    ]  # fmt: skip
    assert (document.face, document.direction, document.state, document.sample) == ("document", "down", "定稿", True)
    assert isinstance(document.attachments[1].content, Named)
    assert any("六角括号" in note for note in composition.notes)


def test_what_is_absent_is_a_blank(write: Write) -> None:
    document = write(front="title: 关于安全工作的通知\nissuers: 安和县民政局\n").document
    assert blank_names(document) == (
        "发文机关代字", "发文年份", "发文字号的顺序号", "成文日期的年份", "成文日期",
    )  # fmt: skip
    assert document.imprint is None
    assert write(front=FRONT.replace("安民发〔2026〕12号", "无")).document.header.number == ()  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("title", "face", "direction"),
    [("关于情况的报告", "document", "up"), ("关于协助的函", "letter", "level"), ("工作会议纪要", "minutes", "down")],
)
def test_face_and_direction_follow_from_the_title(write: Write, title: str, face: str, direction: str) -> None:
    signers = "签发人: 周某某\n" if direction == "up" else ""
    document = write(front=f"标题: {title}\n发文机关: 安和县民政局\n{signers}").document
    assert (document.face, document.direction) == (face, direction)


def test_a_plain_sheet_needs_no_issuer(write: Write) -> None:
    assert lines(write("甲", "标题: 情况说明\n版式: 普通\n").document) == ["情况说明", "甲"]
    assert lines(write("甲", "标题: 情况说明\n版头: 无\n").document) == ["情况说明", "甲"]


def test_titles_are_broken_where_the_writer_says(write: Write) -> None:
    for title in (r"关于安全\工作的通知", '"关于安全 / 工作的通知"', "|\n  关于安全\n  工作的通知"):
        title_inlines = write(front=f"title: {title}\nissuers: 安和县民政局\n").document.title
        assert [type(one) for one in title_inlines].count(Break) == 1
        assert plain(title_inlines) == "关于安全\n工作的通知"


def test_blanks_and_footnotes_of_a_text(write: Write) -> None:
    document = write('组长：____，组员：[空白:组员姓名,6]。[^含**临时**人员。]完{{ 注("见附件") }}').document
    (paragraph,) = document.body
    inlines = paragraph.inlines  # type: ignore[union-attr]
    assert [one for one in inlines if isinstance(one, Blank)] == [Blank("组长", 2), Blank("组员姓名", 6)]
    assert [plain(one.inlines) for one in inlines if isinstance(one, Note)] == ["含临时人员。", "见附件"]
    assert blank_names(document)[-2:] != ()


def test_a_blank_is_called_by_the_word_before_it_even_where_that_is_spaced(write: Write) -> None:
    assert blank_names(write("联系人：____，邮  箱：____").document)[-2:] == ("联系人", "邮箱")


def test_a_backslash_takes_the_meaning_of_a_mark(write: Write) -> None:
    assert lines(write(r"\# 不是标题" + "\n" + r"甲\*\*乙").document)[6:8] == ["# 不是标题", "甲**乙"]


def test_book_marks_inside_book_marks_are_noted_with_their_line(write: Write) -> None:
    assert write("《关于印发〈方案〉的通知》").notes == ()
    (note,) = write("好\n《关于印发《方案》的通知》").notes
    assert note.startswith("通知.md 第8行")


def test_a_forwarded_text_has_its_own_title_and_signature(write: Write) -> None:
    more = "印发正文:\n  - {编号: a, 标题: 市局通知, 署名: [临澜市民政局（代）], 成文日期: 2026-10-01, 附注: 公开}\n"
    told = lines(write("转发。\n@印发 a\n# 要求\n办。", FRONT + more).document)
    assert told[-7:] == ["---", "市局通知", "一、要求", "办。", "署名：临澜市民政局（代）", "2026年10月1日", "（公开）"]


def test_an_order_needs_no_title_and_is_called_by_its_mark_and_number(write: Write, fault: Any) -> None:
    front = "版式: 命令\n版头后缀: 令\n发文机关: 安和县人民政府\n文号: 第3号\n署名: [{职务: 县长}]\n"
    document = write("现予公布。", front).document
    assert (document.title, name_of(document)) == ((), "安和县人民政府令第3号")
    assert "title" in str(fault(front.replace("命令", "文件")))


ORDER = FRONT.replace("通知", "命令").replace("安民发〔2026〕12号", "第3号")


@pytest.mark.parametrize(
    "written",
    [
        "署名: [{职务: 局长, 姓名: 周某某, 后缀: （代）}]\n",
        "署名: [{职务: 局长（代）, 姓名: 周某某}]\n",
        "signatories:\n  - post: 局长\n    name: 周某某\n    suffix: （代）\n",
    ],
)
def test_a_person_signs_with_post_and_seal_and_the_name_is_not_printed(write: Write, written: str) -> None:
    document = write("文", ORDER + written).document
    assert document.face == "order"
    assert document.closing is not None
    assert document.closing.signatories == (Signatory("周某某", "（代）", "局长"),)
    assert document.closing.signed
    assert lines(document)[-2:] == ["署名：局长（代）", "2026年11月20日"]


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("署名: [{职务: 局长}, 安和县财政局]\n", "署名“安和县财政局”没有签发人职务"),
        ("署名: [{职务: 局长}, {职务: 县长}]\n", "签发人有2位，发文机关有1个"),
        ("版式: 纪要\n署名: [{职务: 局长}]\n", "纪要不加盖签名章"),
        ("署名: [{后缀: （代）}]\n", "缺少设置项“署名（signatories）第1项”"),
    ],
)
def test_persons_sign_for_all_issuers_or_for_none(fault: Any, written: str, message: str) -> None:
    error = fault(ORDER + written)
    assert message in error.message
    assert error.hint


def test_tables_are_typed_cell_by_cell(write: Write) -> None:
    more = "表格:\n  组:\n    列: [{标签: 组别}, {标签: 组长}]\n    内容: [[一组, ____], [二组, 甲某]]\n"
    document = write("@表格 组", FRONT + more).document
    (table,) = document.body
    assert isinstance(table, Table)
    assert [[plain(cell, "＿") for cell in row.cells] for row in table.rows] == [["一组", "＿"], ["二组", "甲某"]]
    assert "一组组长" in blank_names(document)


def test_data_of_a_workspace_are_not_there(fault: Any) -> None:
    error = fault(FRONT, "文\n共{{ 隐患.发现() }}条")
    assert "单独一份文字没有数据" in error.message
    assert error.where == "通知.md 第8行"


@pytest.mark.parametrize(
    ("front", "message", "line"),
    [
        (FRONT + "版式: 明信片\n", "face", 6),
        (FRONT + "份号: 123456789012\n", "份号", 6),
        (FRONT.replace("12号", "123456789012号"), "12位", 4),
        (FRONT.replace("〔2026〕12号", "第十二期"), "发文字号", 4),
        (FRONT + "紧急程度: 很急\n", "紧急程度", 6),
        (FRONT + "签发人: 周某某\n", "只有上行文", 6),
        (FRONT + "成文日期2: 2026-11-20\n", "不存在", 6),
        (FRONT.replace("2026-11-20", "2026年2月30日"), "doc_date", 5),
        (FRONT.replace("通知", "报告"), "缺少签发人", 2),
        (FRONT.replace("通知", "请示") + "签发人: 周某\n主送: 市民政局、市财政局\n", "只能主送一个", 7),
        (FRONT.replace("通知", "报告") + "签发人: 周某\n主送: [市民政局, 市财政局]\n", "只能主送一个", 7),
        (FRONT + "行文方向: 上行\n签发人: 周某\n", "不能上行", 6),
        (FRONT.replace("通知", "报告") + "行文方向: 下行\n", "只能上行", 6),
        (FRONT + "版式: 命令\n行文方向: 上行\n签发人: 周某\n", "命令（令）是下行文", 7),
        ("标题: 会议纪要\n发文机关: [甲局, 乙局]\n", "纪要只有一个", 3),
        ("标题: 关于事的通知\n发文机关: [甲局, 甲局]\n", "写了两次", 3),
        (f"标题: 关于事的通知\n发文机关: {[f'{n}局' for n in range(12)]}\n", "12个", 3),
        (FRONT + "署名: [安和县民政局, 安和县财政局]\n", "署名与发文机关不一致", 6),
        (FRONT.replace("通知", "报告") + "签发人: 甲、乙、丙、丁、戊\n", "签发人有5人", 6),
        ("标题: 关于事的通知\n", "缺少发文机关", 2),
        ("发文机关: 甲局\n", "缺少设置项“title”", 1),
        (FRONT + "附件: [{标题: 甲, 随附: 是}]\n", "没有内容", 6),
        (FRONT + f"印发机关: 甲\n印发日期: 2026-11-20\n抄送: {'，'.join(['县直机关单位'] * 110)}\n", "一页放不下", 8),
    ],
)
def test_what_no_document_may_be_is_refused_with_its_line(fault: Any, front: str, message: str, line: int) -> None:
    error = fault(front)
    assert message in error.message
    assert (error.where, bool(error.hint)) == (f"通知.md 第{line}行", True)


def test_a_title_with_braces_must_be_quoted(fault: Any) -> None:
    error = fault("title: {{ a }}\nissuers: 甲局\n")
    assert "加引号" in error.hint
    assert error.where == "通知.md 第2行"


def test_attachments_that_are_not_listed_or_written_twice_are_errors(fault: Any) -> None:
    assert fault(FRONT, "文\n@附件 1\n甲").where == "通知.md 第8行"
    assert "写了两次" in fault(FRONT + "附件: [甲]\n", "文\n@附件 1\n甲\n@附件 1\n乙").message


def test_a_mark_of_classification_stops_everything(fault: Any) -> None:
    assert isinstance(fault(FRONT + "密级: 秘密\n"), ClassifiedFile)
    assert isinstance(fault(FRONT, "机密★5年\n文"), ClassifiedFile)


def test_references_reach_attachments_in_the_text(write: Write) -> None:
    body = '见{{ 见("附件1") }}{{ 见("a") }}。\n@附件 1\n# 甲 {#a}\n乙'
    assert lines(write(body, FRONT + "附件: [表]\n").document)[6] == "见附件第一部分。"


def test_the_same_text_is_a_kind_of_a_workspace(writer: Any) -> None:
    writer.kind(f"---\nname: 通知\n{FRONT}---\n共{{{{ 隐患.发现() }}}}条。\n")
    document = writer.document()
    told = lines(document)
    assert told[2:5] == ["标志：安和县民政局", "文件", "安民发〔2026〕12号"]
    assert "共3条。" in told
    assert writer.document(number="15").header.number != document.header.number


def test_a_joint_letter_has_the_mark_of_its_lead(write: Write) -> None:
    both = "发文机关: [安和县民政局, 安和县财政局]"
    document = write(front=FRONT.replace("发文机关: 安和县民政局", both) + "版式: 信函\n").document
    assert document.header is not None and document.header.issuers == ("安和县民政局",)
    assert document.closing is not None and len(document.closing.signatories) == 2
