"""Words that were changed by hand in Word go back to the line they came from; expressions stay."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from docx.document import Document as Docx

from reporter.document.inline import BLANK_CELL
from tests.pull.conftest import SLOT, Desk, one, paragraph, replaced, said, statuses, typed

PROBLEMS = "texts/year-end-summary/存在问题.md"


def test_a_file_that_nobody_touched_has_nothing_to_bring_back(desk: Desk) -> None:
    found = desk.pull(desk.delivered)
    assert (found.same, found.found_by, found.filing) == (True, "sha256", desk.filing)


def test_a_file_that_was_only_saved_again_has_nothing_to_bring_back(desk: Desk) -> None:
    found = desk.pull(desk.edited(lambda opened: None))
    assert (found.same, found.found_by) == (True, "properties")


def test_a_word_goes_back_to_its_line_and_expressions_stay(desk: Desk) -> None:
    before = desk.text().split("\n")
    file = desk.edited(replaced("在营机构全部查到", "在营机构全部检查到位"))
    found = desk.take(file)
    assert (one(found).kind, one(found).status) == ("修改", "ready")
    assert one(found).target == f"{SLOT} 第1行"
    after = desk.text().split("\n")
    assert after[0] == before[0].replace("全部查到", "全部检查到位")
    assert after[1:] == before[1:]
    assert said(desk.build()) == said(file)


def test_the_old_text_is_kept_beside(desk: Desk) -> None:
    before = desk.text()
    desk.take(desk.edited(replaced("在营机构全部查到", "在营机构全部检查到位")))
    kept = (desk.root / SLOT).with_name("主要做法（取回前）.md.bak")
    assert kept.read_text(encoding="utf-8") == before


def test_words_around_a_figure_change_and_the_figure_stays(desk: Desk) -> None:
    file = desk.edited(replaced("年内新开业2家、关停1家", "年内新开办养老机构2家、关闭1家"))
    desk.take(file)
    assert "年内新开办养老机构{{ 机构.新开业机构数" in desk.text()
    assert said(desk.build()) == said(file)


def test_the_bold_beginning_of_a_paragraph_stays_bold(desk: Desk) -> None:
    file = desk.edited(replaced("把整改做实", "把整改真正做实"))
    desk.take(file)
    assert "**二是一条一号、一院一策，把整改真正做实。**所有" in desk.text()
    assert said(desk.build()) == said(file)


def test_a_typed_number_at_the_beginning_is_part_of_the_words(desk: Desk) -> None:
    file = desk.edited(replaced("二是一条一号", "第二，一条一号"))
    desk.take(file)
    assert "**第二，一条一号" in desk.text()
    assert said(desk.build()) == said(file)


def test_a_word_typed_in_bold_is_marked(desk: Desk) -> None:
    def change(opened: Docx) -> None:
        found = paragraph(opened, "在营机构全部查到")
        found.add_run("务必落实。").bold = True

    desk.take(desk.edited(change))
    assert "在营机构全部查到。**务必落实。**\n" in desk.text()


def test_signs_of_the_markup_that_were_typed_are_escaped(desk: Desk) -> None:
    file = desk.edited(replaced("在营机构全部查到", r"在营机构*全部*\查到"))
    desk.take(file)
    assert r"在营机构\*全部\*\\查到" in desk.text()
    assert said(desk.build()) == said(file)


def test_a_new_paragraph_stands_behind_the_one_above_it(desk: Desk) -> None:
    file = desk.edited(lambda opened: typed(opened, "一条一号、一院一策", "五是新写的一段，请有关部门重视。"))
    found = desk.take(file)
    assert (one(found).kind, one(found).target) == ("新增", f"{SLOT} 第2行之后")
    assert desk.text().split("\n")[2] == "五是新写的一段，请有关部门重视。"
    assert said(desk.build()) == said(file)


def test_a_new_first_paragraph_of_a_text_stands_before_the_next(desk: Desk) -> None:
    file = desk.edited(
        lambda opened: typed(opened, "三、存在的突出问题", "总的看，还有四个方面的问题。", "公文正文")
    )
    found = desk.take(file)
    assert one(found).target == f"{PROBLEMS} 开头"
    assert desk.text(PROBLEMS).startswith("总的看，还有四个方面的问题。\n**一是")
    assert said(desk.build()) == said(file)


def test_several_new_paragraphs_keep_their_order(desk: Desk) -> None:
    def change(opened: Docx) -> None:
        typed(opened, "一条一号、一院一策", "第一段新写的话。")
        typed(opened, "第一段新写的话", "第二段新写的话。")

    file = desk.edited(change)
    desk.take(file)
    assert desk.text().split("\n")[2:4] == ["第一段新写的话。", "第二段新写的话。"]
    assert said(desk.build()) == said(file)


def test_a_deleted_paragraph_with_figures_is_only_taken_out_when_somebody_agrees(desk: Desk) -> None:
    def change(opened: Docx) -> None:
        found = paragraph(opened, "一条一号、一院一策")
        found._p.getparent().remove(found._p)

    file = desk.edited(change)
    found = desk.pull(file)
    assert (one(found).kind, one(found).status) == ("删去", "ask")
    assert "“31、2、1”" in one(found).notes[0]
    before = desk.text().split("\n")
    desk.take(file, "ask")
    assert desk.text().split("\n") == [before[0], *before[2:]]
    assert said(desk.build()) == said(file)


def test_a_deleted_paragraph_of_plain_words_is_taken_out(desk: Desk) -> None:
    name = "texts/year-end-summary/下一步工作.md"

    def change(opened: Docx) -> None:
        found = paragraph(opened, "固化联合监管")
        found._p.getparent().remove(found._p)

    file = desk.edited(change)
    assert statuses(desk.take(file)) == [("删去", "ready")]
    assert "固化联合监管" not in desk.text(name)
    assert said(desk.build()) == said(file)


def test_a_moved_paragraph_takes_its_expressions_along(desk: Desk) -> None:
    def change(opened: Docx) -> None:
        last, first = paragraph(opened, "以评促建"), paragraph(opened, "一条一号、一院一策")
        first._p.addprevious(last._p)

    file = desk.edited(change)
    before = desk.text().split("\n")
    assert statuses(desk.take(file)) == [("移动", "ready")]
    after = desk.text().split("\n")
    assert after == [before[0], before[3], before[1], before[2], *before[4:]]
    assert said(desk.build()) == said(file)


def test_a_paragraph_that_was_parted_keeps_its_expressions(desk: Desk) -> None:
    def change(opened: Docx) -> None:
        head, tail = (
            "老年人全部妥善转移后关停。",
            "年内新开业2家、关停1家，检查机构数中包括检查后关停的机构。",
        )
        replaced(head + tail, head)(opened)
        typed(opened, head, tail)

    file = desk.edited(change)
    found = desk.take(file)
    assert (one(found).kind, one(found).status, one(found).notes[0]) == ("修改", "ready", "分成2段")
    assert desk.text().split("\n")[2].startswith("年内新开业{{ 机构.新开业机构数(")
    assert said(desk.build()) == said(file)


def test_a_paragraph_whose_beginning_was_parted_keeps_its_expressions(desk: Desk) -> None:
    def change(opened: Docx) -> None:
        found = paragraph(opened, "二是消防历史遗留")
        head = found.runs[0].text
        found._p.remove(found.runs[0]._r)
        typed(opened, "少数隐患整改周期长", head)

    file = desk.edited(change)
    found = desk.take(file)
    assert statuses(found) == [("修改", "ready")]
    assert (
        desk.text(PROBLEMS).split("\n")[2].endswith('全年发现{{ 隐患.发现(类别="消防", 期间="2026") }}条。')
    )
    assert said(desk.build()) == said(file)


def test_words_behind_a_heading_that_runs_in_belong_to_the_text(desk: Desk) -> None:
    file = desk.edited(replaced("一是先自查、再核查", "总的做法，一是先自查、再核查"))
    desk.take(file)
    assert desk.text().startswith("**总的做法，一是先自查")
    assert said(desk.build()) == said(file)


def test_two_paragraphs_that_were_joined_keep_their_expressions(desk: Desk) -> None:
    def change(opened: Docx) -> None:
        first, second = paragraph(opened, "一条一号、一院一策"), paragraph(opened, "培训演练并重")
        for run in second.runs:
            first._p.append(run._r)
        second._p.getparent().remove(second._p)

    file = desk.edited(change)
    before = desk.text().split("\n")
    found = desk.take(file)
    assert statuses(found) == [("修改", "ready")]
    after = desk.text().split("\n")
    assert (len(after), after[1]) == (len(before) - 1, before[1] + before[2])
    assert said(desk.build()) == said(file)


def test_a_text_that_nobody_wrote_yet_is_filled_in(desk: Desk) -> None:
    (desk.root / SLOT).unlink()
    desk.build()

    def change(opened: Docx) -> None:
        blank = next(one for one in opened.paragraphs if one.text.startswith("（三）主要做法。"))
        blank.runs[-1].text = "全县统一部署，逐院排查。"
        blank.runs[-1].underline = None

    file = desk.edited(change)
    found = desk.take(file)
    assert (one(found).kind, one(found).target) == ("填空", SLOT)
    assert desk.text() == "全县统一部署，逐院排查。\n"
    assert said(desk.build()) == said(file)


def test_line_ends_and_mark_of_a_file_stay(desk: Desk) -> None:
    path = desk.root / SLOT
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    before = path.read_bytes()
    desk.take(desk.edited(replaced("在营机构全部查到", "在营机构全部检查到位")))
    assert path.read_bytes() == before.replace("全部查到".encode(), "全部检查到位".encode())


def test_the_wording_that_comes_with_the_program_is_only_copied_when_somebody_agrees(desk: Desk) -> None:
    file = desk.edited(replaced("排查发现隐患184条", "共排查出隐患184条"))
    found = desk.pull(file)
    assert (one(found).status, one(found).target.endswith("（固定措辞）")) == ("ask", True)
    desk.take(file)
    assert not (desk.root / "templates").exists()
    desk.take(file, "ask")
    assert "共排查出隐患{{ 隐患.发现" in desk.text("templates/text/year-end-summary.md")
    assert said(desk.build()) == said(file)


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("2026年11月6日", "2026年11月8日", "doc_date: 2026-11-08"),
        ("工作情况的报告", "进展情况的报告", 'title: "关于2026年养老院服务质量建设专项行动进展情况的报告"'),
        ("周某某", "吴某某", "signer: 吴某某"),
    ],
)
def test_settings_go_into_filings_yaml(desk: Desk, old: str, new: str, line: str) -> None:
    file = desk.edited(replaced(old, new))
    found = desk.take(file)
    assert one(found).kind == "设置"
    assert f"    {line}\n" in desk.text("filings.yaml")
    assert new in "\n".join(said(desk.build()))


def test_a_number_that_was_filled_in_by_hand_goes_into_filings_yaml(desk: Desk) -> None:
    def change(opened: Docx) -> None:
        run = next(
            run
            for one in opened.paragraphs[:3]
            for run in one.runs
            if run.text and not run.text.strip(BLANK_CELL)
        )
        run.text = "15"

    assert one(desk.take(desk.edited(change))).kind == "设置"
    assert '    number: "15"\n' in desk.text("filings.yaml")
    assert "安民发〔2026〕15号" in "".join(said(desk.build()))


def test_a_number_under_another_code_is_not_half_taken(desk: Desk) -> None:
    def change(opened: Docx) -> None:
        replaced("安民发〔2026〕", "安民函〔2026〕15")(opened)

    before = desk.text("filings.yaml")
    assert {proposal.status for proposal in desk.take(desk.edited(change), "ask").proposals} == {"tell"}
    assert desk.text("filings.yaml") == before


def test_a_text_that_stands_alone_is_written_itself(alone: Callable[[str, str], Desk]) -> None:
    made = alone(
        "title: 关于开展检查的通知\nissuers: [安和县民政局]\nrecipients: 各乡镇\n"
        "doc_date: 2026-03-18\nnumber: 安民发〔2026〕3号",
        "现就开展检查通知如下。\n# 检查内容\n查消防、查食品。联系人：[空白:联系人]。",
    )

    def change(opened: Docx) -> None:
        replaced("开展检查的通知", "开展专项检查的通知")(opened)
        replaced("查消防、查食品", "查消防、查食品、查燃气")(opened)
        replaced("检查内容", "检查重点")(opened)
        replaced("2026年3月18日", "2026年3月20日")(opened)
        blank = next(
            run for one in opened.paragraphs for run in one.runs if run.text and not run.text.strip()
        )
        blank.text = "李某"

    file = made.edited(change)
    made.take(file)
    text = made.root.read_text(encoding="utf-8")
    assert "title: 关于开展专项检查的通知\n" in text
    assert "doc_date: 2026-03-20\n" in text
    assert "# 检查重点\n查消防、查食品、查燃气。联系人：李某。" in text
    assert said(made.build()) == said(file)
