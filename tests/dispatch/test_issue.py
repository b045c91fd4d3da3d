"""`reporter issue`: what was approved is finished, nothing else; what was issued stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from reporter.artefacts.docx import read_docx
from reporter.artefacts.pdf import read_pdf
from reporter.deliver import drafts
from reporter.deliver import issued as kept
from tests.cli.answers import data
from tests.dispatch.conftest import FILING, FINISH, TITLE, call, change


def out(folder: Path) -> Path:
    return folder / "outputs" / "anhe"


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def text_of(path: Path) -> str:
    return "".join(line for page in read_pdf(path).pages for line in page.lines)


def test_number_date_and_signer_are_printed_and_nothing_else_changes(drafted: Path) -> None:
    before = drafts.load(out(drafted), FILING).document
    result = call(drafted, "issue", FILING, "anhe", *FINISH, "--json")
    told = data(result)
    assert (result.exit_code, told["number"], told["date"], told["approved"], told["draft"]) == (
        0, "安民发〔2026〕15号", "2026年11月6日", 1, 2,
    )  # fmt: skip
    printed = text_of(out(drafted) / f"{TITLE}.pdf")
    assert "安民发〔2026〕15号" in printed and "2026年11月6日" in printed and "周某某" in printed
    assert "送审稿" not in printed
    after = drafts.load(out(drafted), FILING, 2).document
    assert (after.body, after.title, after.recipients, after.state) == (
        before.body,
        before.title,
        before.recipients,
        "定稿",
    )
    assert read_docx(out(drafted) / f"{TITLE}.docx").properties["draft"] == "2"


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        ("隐患台账.csv", "整改中,,,,", "已销号,2026-04-01,钱某,2026-04-02,2026-04-03", "1条 → 2条"),
        ("texts/progress/做法.md", "逐院排查", "逐院逐项排查", "逐项"),
        ("templates/text/progress.md", "发现隐患", "共发现隐患", "共"),
    ],
)
def test_whatever_else_has_changed_is_listed_and_refused(
    drafted: Path, name: str, old: str, new: str, told: str
) -> None:
    change(drafted, name, old, new)
    before = tree(drafted)
    result = call(drafted, "issue", FILING, "anhe", *FINISH)
    assert result.exit_code == 2
    assert told in result.stdout and "批准的不是现在这样" in result.stderr and "退回送审稿" in result.stderr
    assert tree(drafted) == before


def test_back_to_review_and_a_new_draft_can_be_issued(drafted: Path) -> None:
    change(drafted, "texts/progress/做法.md", "逐院排查", "逐院逐项排查")
    assert call(drafted, "build", "anhe").exit_code == 0
    result = call(drafted, "issue", FILING, "anhe", *FINISH, "--json")
    assert (result.exit_code, data(result)["approved"]) == (0, 2)
    older = call(drafted, "issue", FILING, "anhe", *FINISH, "--draft", "1")
    assert older.exit_code == 2


def test_an_older_draft_that_was_approved_is_not_what_the_newer_one_says(drafted: Path) -> None:
    change(drafted, "texts/progress/做法.md", "逐院排查", "逐院逐项排查")
    assert call(drafted, "build", "anhe").exit_code == 0
    result = call(drafted, "issue", FILING, "anhe", *FINISH, "--draft", "1")
    assert result.exit_code == 2 and "第1稿以后内容有变" in result.stderr


def test_a_number_that_the_clerk_wrote_in_the_meantime_is_no_change(drafted: Path) -> None:
    old = 'period: "2026", as_of: 2026-10-31, state: 送审稿'
    change(
        drafted,
        "filings.yaml",
        old,
        'period: "2026", as_of: 2026-10-31, number: "15", doc_date: 2026-11-06, state: 定稿',
    )
    result = call(drafted, "issue", FILING, "anhe", "--signer", "周某某", "--json")
    assert (result.exit_code, data(result)["number"]) == (0, "安民发〔2026〕15号")


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--date", "2026-11-06"), "发文字号没有定"),
        (("--number", "15"), "成文日期没有定"),
        (("--number", "015", "--date", "2026-11-06"), "不合规"),
        (("--number", "安民函〔2026〕15号", "--date", "2026-11-06"), "不是安和县民政局的发文代字"),
        (("--number", "安民发〔2025〕15号", "--date", "2026-11-06"), "不是同一年"),
        (("--number", "15", "--date", "2026-10-30"), "早于数据截至日2026-10-31"),
        (("--number", "15", "--date", "2026-11-06", "--printed", "2026-11-05"), "早于成文日期"),
        (("--number", "15", "--date", "2026-11-06", "--signer", "张三"), "不在已知的人员里"),
    ],
)
def test_number_date_and_signer_are_checked(drafted: Path, options: tuple[str, ...], told: str) -> None:
    before = tree(drafted)
    result = call(drafted, "issue", FILING, "anhe", *options)
    assert result.exit_code == 2 and told in result.stderr and "怎么办" in result.stderr
    assert tree(drafted) == before


def test_every_reason_is_told_at_once(drafted: Path) -> None:
    result = call(
        drafted, "issue", FILING, "anhe", "--number", "015", "--date", "2026-10-30", "--signer", "张三"
    )
    assert all(word in result.stderr for word in ("不合规", "早于数据截至日", "不在已知的人员里"))


def test_a_draft_that_was_never_submitted_for_approval_is_refused(drafted: Path) -> None:
    result = call(drafted, "issue", "briefing", "anhe", "--number", "16", "--date", "2026-11-06")
    assert result.exit_code == 2 and "还是草稿" in result.stderr and "state 写 送审稿" in result.stderr


def test_a_number_is_used_once(issued: Path) -> None:
    change(issued, "filings.yaml", "state: 草稿", "state: 送审稿")
    assert call(issued, "build", "anhe").exit_code == 0
    result = call(issued, "issue", "briefing", "anhe", "--number", "15", "--date", "2026-11-06")
    assert result.exit_code == 2 and f"安民发〔2026〕15号已经用于《{TITLE}》" in result.stderr


def test_a_dry_run_writes_nothing(drafted: Path) -> None:
    before = tree(drafted)
    result = call(drafted, "issue", FILING, "anhe", *FINISH, "--dry-run")
    assert result.exit_code == 0 and "可以印发：第1稿（送审稿）" in result.stderr
    assert tree(drafted) == before


def test_issued_files_stay_byte_for_byte_when_built_again(issued: Path) -> None:
    before = tree(out(issued))
    result = call(issued, "build", "anhe")
    assert result.exit_code == 0 and "［已印发］" in result.stdout
    after = tree(out(issued))
    assert {name: after[name] for name in before if name.startswith(TITLE)} == {
        name: before[name] for name in before if name.startswith(TITLE)
    }


def test_what_changes_later_stands_beside_as_a_draft_without_number(issued: Path) -> None:
    before = (out(issued) / f"{TITLE}.pdf").read_bytes()
    change(issued, "texts/progress/做法.md", "逐院排查", "逐院逐项排查")
    result = call(issued, "build", "anhe")
    assert "已印发，之后内容有变" in result.stdout
    assert (out(issued) / f"{TITLE}.pdf").read_bytes() == before
    later = text_of(out(issued) / f"{TITLE}（印发后改动）.pdf")
    assert "逐项" in later and "15号" not in later and "送审稿" in later


def test_what_stood_beside_goes_when_the_filing_is_issued_anew(issued: Path) -> None:
    change(issued, "texts/progress/做法.md", "逐院排查", "逐院逐项排查")
    assert call(issued, "build", "anhe").exit_code == 0
    assert list(out(issued).glob("*（印发后改动）*"))
    assert call(issued, "issue", FILING, "anhe", "--withdraw", "有误", "--on", "2026-11-07").exit_code == 0
    told = call(issued, "build", "anhe")
    assert told.exit_code == 0 and "已删去过时的“印发后改动”" in told.stdout
    again = call(issued, "issue", FILING, "anhe", "--number", "16", "--date", "2026-11-09")
    assert again.exit_code == 0, again.stderr
    assert not list(out(issued).glob("*（印发后改动）*"))


def test_an_edited_file_beside_what_was_issued_stays(issued: Path) -> None:
    change(issued, "texts/progress/做法.md", "逐院排查", "逐院逐项排查")
    assert call(issued, "build", "anhe").exit_code == 0
    path = out(issued) / f"{TITLE}（印发后改动）.docx"
    path.write_bytes(path.read_bytes() + b"\0")
    call(issued, "issue", FILING, "anhe", "--withdraw", "有误", "--on", "2026-11-07")
    call(issued, "build", "anhe")
    assert [one.name for one in out(issued).glob("*（印发后改动）*")] == [path.name]


def test_a_lost_file_of_an_issued_filing_comes_back_as_it_was(issued: Path) -> None:
    path = out(issued) / f"{TITLE}.pdf"
    before = path.read_bytes()
    path.unlink()
    assert call(issued, "build", "anhe").exit_code == 0
    assert path.read_bytes() == before


def test_other_headers_do_not_overwrite_what_was_issued(issued: Path) -> None:
    before = (out(issued) / f"{TITLE}.pdf").read_bytes()
    call(issued, "build", "anhe", "--header", "none")
    assert (out(issued) / f"{TITLE}.pdf").read_bytes() == before


def test_a_doubled_call_is_harmless(issued: Path) -> None:
    before = tree(out(issued))
    result = call(issued, "issue", FILING, "anhe", *FINISH)
    assert result.exit_code == 0 and tree(out(issued)) == before


def test_issued_otherwise_is_refused_until_it_is_withdrawn(issued: Path) -> None:
    again = call(issued, "issue", FILING, "anhe", "--number", "16", "--date", "2026-11-06")
    assert again.exit_code == 2 and "已经印发" in again.stderr
    assert (
        call(issued, "issue", FILING, "anhe", "--withdraw", "做法有误", "--on", "2026-11-07").exit_code == 0
    )
    change(issued, "texts/progress/做法.md", "逐院排查", "逐院逐项排查")
    assert call(issued, "build", "anhe").exit_code == 0
    assert "15号" not in text_of(out(issued) / f"{TITLE}.pdf")
    result = call(
        issued, "issue", FILING, "anhe", "--number", "16", "--date", "2026-11-09", "--signer", "周某某"
    )
    assert result.exit_code == 0
    assert [(one.number, one.withdrawn) for one in kept.every(out(issued))] == [
        ("安民发〔2026〕15号", "做法有误"), ("安民发〔2026〕16号", ""),
    ]  # fmt: skip


def test_a_damaged_record_is_named_and_nothing_is_built_over_it(issued: Path) -> None:
    record = next(out(issued).rglob("issued/1/record.json"))
    record.write_text("{", encoding="utf-8")
    result = call(issued, "build", "anhe")
    assert result.exit_code == 2 and "印发的存档" in result.stderr and "备份" in result.stderr


def test_due_knows_that_it_was_signed(issued: Path) -> None:
    result = call(issued, "due", "anhe", "--on", "2026-11-06")
    assert "用印，11月9日前（定稿）" in result.stdout


def test_a_run_that_was_stopped_before_the_record_leaves_nothing_issued(drafted: Path) -> None:
    assert call(drafted, "issue", FILING, "anhe", *FINISH).exit_code == 0
    next(out(drafted).rglob("issued/1/record.json")).unlink()
    assert call(drafted, "issue", FILING, "anhe", *FINISH).exit_code == 0
    assert [one.n for one in kept.every(out(drafted))] == [1]


def test_a_bundle_takes_what_was_issued_for_its_own_and_leaves_it(drafted: Path) -> None:
    assert call(drafted, "bundle", "anhe", "--all").exit_code in (0, 1)
    assert call(drafted, "issue", FILING, "anhe", *FINISH).exit_code == 0
    before = {path.name: path.read_bytes() for path in out(drafted).glob(f"{TITLE}*")}
    result = call(drafted, "bundle", "anhe", "--all")
    assert "人工改过" not in result.stdout + result.stderr
    assert {path.name: path.read_bytes() for path in out(drafted).glob(f"{TITLE}*")} == before
    again = call(drafted, "bundle", "anhe", "--all")
    assert "未变2份" in again.stderr + again.stdout


def test_a_filing_whose_attachment_got_date_and_number_meanwhile_goes_back(drafted: Path) -> None:
    change(drafted, "filings.yaml", "state: 草稿", "state: 送审稿")
    change(
        drafted,
        "filings.yaml",
        "doc_date: 2026-11-02, ",
        "doc_date: 2026-11-02, attachments: [progress@2026], ",
    )
    assert call(drafted, "build", "anhe").exit_code == 0
    assert call(drafted, "issue", FILING, "anhe", *FINISH).exit_code == 0
    result = call(drafted, "issue", "briefing", "anhe", "--number", "16", "--date", "2026-11-06")
    assert (
        result.exit_code == 2 and "内容有变" in result.stderr
    )  # the attachment has its date and number by now


def test_what_was_sent_and_withdrawn_gets_another_number(sent: Path) -> None:
    result = call(sent, "issue", FILING, "anhe", "--withdraw", "数字有误", "--on", "2026-11-10")
    assert result.exit_code == 0 and "2026-11-09已报临澜市民政局，请告知对方" in result.stderr
    assert call(sent, "build", "anhe").exit_code == 0
    again = call(sent, "issue", FILING, "anhe", "--number", "15", "--date", "2026-11-10")
    assert again.exit_code == 2 and "已经报出去" in again.stderr
    assert call(sent, "issue", FILING, "anhe", "--number", "16", "--date", "2026-11-10").exit_code == 0
    due = call(sent, "due", "anhe", "--on", "2026-11-10").stdout
    assert "已退回" in due and "已报送" not in due
    assert (
        call(sent, "submit", FILING, "anhe", "--by", "李某", "--on", "2026-11-10", "--partial").exit_code < 2
    )
    assert "已报送" in call(sent, "due", "anhe", "--on", "2026-11-10").stdout


def test_withdrawn_before_anything_was_sent_the_number_may_be_used_again(issued: Path) -> None:
    assert (
        call(issued, "issue", FILING, "anhe", "--withdraw", "做法有误", "--on", "2026-11-07").exit_code == 0
    )
    assert call(issued, "build", "anhe").exit_code == 0
    assert call(issued, "issue", FILING, "anhe", *FINISH).exit_code == 0


def test_a_text_with_blanks_is_refused_unless_they_are_wanted(drafted: Path) -> None:
    change(drafted, "texts/progress/做法.md", "逐院排查", "由____逐院排查")
    assert call(drafted, "build", "anhe").exit_code == 0
    before = tree(drafted)
    refused = call(drafted, "issue", FILING, "anhe", *FINISH)
    assert refused.exit_code == 2 and "1处空白" in refused.stderr and "--with-blanks" in refused.stderr
    assert call(drafted, "issue", FILING, "anhe", *FINISH, "--dry-run").exit_code == 2
    assert tree(drafted) == before
    result = call(drafted, "issue", FILING, "anhe", *FINISH, "--with-blanks")
    assert result.exit_code == 0 and "还有1处空白" in result.stderr


def test_a_missing_code_is_asked_for_where_it_belongs(drafted: Path) -> None:
    change(drafted, "campaign.yaml", "doc_code: 安民发,", "")
    assert call(drafted, "build", "anhe").exit_code == 0
    result = call(drafted, "issue", FILING, "anhe", *FINISH)
    assert result.exit_code == 2 and "安和县民政局没有发文代字" in result.stderr
    assert "campaign.yaml › agencies › doc_code" in result.stderr and "没有定" not in result.stderr


@pytest.mark.parametrize("name", ["进展情况", "进展情况@2026", "progress"])
def test_a_filing_may_be_called_by_the_chinese_name_of_its_kind(drafted: Path, name: str) -> None:
    told = data(call(drafted, "issue", name, "anhe", *FINISH, "--dry-run", "--json"))
    assert (told["exit_code"], told["filing"]) == (0, FILING)
