"""`reporter due` and `reporter calendar add` as a clerk sees them."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar

from reporter.calendar.notices import notices_in
from reporter.deliver.submissions import record_submissions
from reporter.intake.workspace import load_valid
from reporter.records.campaign import USUAL_STEPS
from reporter.records.submission import Submission
from tests.cli.answers import data

NOTICE = "year: 2027\nsource: 关于2027年部分节假日安排的通知\ndays_off:\n  元旦: 2027-01-01 至 2027-01-03\n"
SAMPLE = Path(__file__).resolve().parents[2] / "inputs" / "anhe-2026"


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """The sample county with its settings in YAML."""
    return Path(shutil.copytree(SAMPLE, tmp_path / "anhe"))


def test_the_obligations_of_the_sample_are_listed_by_date(run, sample: Path) -> None:
    result = run("due", sample, "--on", "2026-04-03")
    assert result.exit_code == 0
    lines = result.stdout.split("\n")
    assert lines[1].startswith("即将到期  4月10日，周五；4个工作日后") and lines[1].endswith("4月10日前")
    assert "11月10日，周二；" in result.stdout
    assert result.stderr.strip() == "2026-04-03：共8项，即将到期1项，未到期7项。"


def test_overdue_is_something_to_look_at(run, sample: Path) -> None:
    result = run("due", sample, "--on", "2026年11月11日")
    assert result.exit_code == 1
    assert "已过1个工作日" in result.stdout


def test_a_broken_chain_is_something_to_look_at(run, sample: Path) -> None:
    campaign = sample / "campaign.yaml"
    text = campaign.read_text(encoding="utf-8")
    head, _, tail = text.partition("  - id: town-points\n")
    tail = tail.replace("due: 2026-10-30", "due: 2026-11-05", 1).replace("10月30日前", "11月5日前", 1)
    campaign.write_text(f"{head}  - id: town-points\n{tail}", encoding="utf-8")
    result = run("due", sample, "--on", "2026-01-05", "--json")
    told = data(result)
    assert (result.exit_code, told["exit_code"]) == (0, 0)
    assert [(one["code"], one["severity"], one["ids"]) for one in told["chain"]] == [
        ("R14", "warning", ["town-points", "county-points"])
    ]
    campaign.write_text(
        campaign.read_text(encoding="utf-8").replace("11月5日前", "11月6日前"), encoding="utf-8"
    )
    result = run("due", sample, "--on", "2026-01-05")
    assert result.exit_code == 1
    assert "[错误 R11]" in result.stdout and "怎么办：两处改成同一天" in result.stdout


def test_the_json_has_one_shape(run, sample: Path) -> None:
    told = data(run("due", sample, "--on", "2026-11-05", "--json"))
    assert told["schema"] == "reporter/due-1" and told["on"] == "2026-11-05"
    last = told["obligations"][-1]
    assert (last["date"], last["certain"], last["state"]) == ("2026-11-10", True, "soon")
    assert last["deadline"]["text"] == "11月10日前"


def test_the_next_step_and_its_day_stand_beside_each_filing(run, sample: Path) -> None:
    result = run("due", sample, "--on", "2026-11-04")
    summary = next(line for line in result.stdout.split("\n") if "年度总结报告" in line)
    assert summary.endswith("签发，11月6日前（送审稿）")
    letter = next(line for line in result.stdout.split("\n") if "通报要点和四个清单" in line)
    assert letter.endswith("收齐，应在10月30日前，已晚（草稿）")


def test_steps_of_the_campaign_go_before_the_usual_ones(run, sample: Path) -> None:
    campaign = sample / "campaign.yaml"
    text = campaign.read_text(encoding="utf-8")
    campaign.write_text(text + "\nsteps: [收齐8, 签发4, 报送1]\n", encoding="utf-8")
    told = data(run("due", sample, "--on", "2026-11-04", "--json"))
    summary = next(one for one in told["obligations"] if one["id"] == "county-summary")
    assert [(one["name"], one["date"]) for one in summary["standing"]["steps"]] == [
        ("收齐", "2026-10-29"), ("签发", "2026-11-04"), ("报送", "2026-11-09"),
    ]  # fmt: skip
    campaign.write_text(text + "\nsteps: [收齐]\n", encoding="utf-8")
    assert "写名称和提前的工作日数，如 会签3" in run("due", sample).stderr


def test_the_register_of_the_clerk_says_what_was_sent(run, sample: Path) -> None:
    register = sample / "报送登记.yaml"
    register.write_text("- {代号: county-summary, 状态: 已接收, 日期: 2026-11-09}\n", encoding="utf-8")
    told = data(run("due", sample, "--on", "2026-11-11", "--json"))
    states = {one["id"]: one["state"] for one in told["obligations"]}
    assert states["county-summary"] == "accepted" and states["county-points"] == "overdue"
    register.write_text("- {代号: county-sumary, 状态: 已接收, 日期: 2026-11-09}\n", encoding="utf-8")
    result = run("due", sample)
    assert (
        result.exit_code == 2 and "没有“county-sumary”" in result.stderr and "county-summary" in result.stderr
    )


def test_the_register_of_the_results_is_read_too(run, sample: Path, tmp_path: Path) -> None:
    sent = Submission(obligation="county-points", on=date(2026, 11, 10))
    record_submissions(tmp_path / "outputs" / "anhe", [sent])
    told = run("due", sample, "--on", "2026-11-11").stdout
    assert "11月10日，周二；11月10日已报送" in told
    (tmp_path / "outputs" / "anhe" / ".reporter" / "submissions.json").write_text("{", encoding="utf-8")
    assert "报送登记损坏了" in run("due", sample).stderr


def test_the_deadlines_become_a_calendar_that_is_brought_up_to_date(
    run, sample: Path, tmp_path: Path
) -> None:
    result = run("due", sample, "--on", "2026-04-03", "--ics", "期限.ics")
    assert result.exit_code == 0 and "8个期限写进日历：期限.ics" in result.stderr
    calendar = Calendar.from_ical((tmp_path / "期限.ics").read_bytes())
    assert {str(one["UID"]) for one in calendar.walk("VEVENT")} >= {"county-summary/2026/anhe@reporter"}
    campaign = sample / "campaign.yaml"
    text = campaign.read_text(encoding="utf-8")
    moved = text.replace("    due: 2026-04-10\n    due_text: 4月10日前", "    due_text: 4月13日前")
    campaign.write_text(moved, encoding="utf-8")
    run("due", sample, "--on", "2026-04-03", "--ics", "期限.ics")
    calendar = Calendar.from_ical((tmp_path / "期限.ics").read_bytes())
    found = {str(one["UID"]): one["SEQUENCE"] for one in calendar.walk("VEVENT")}
    assert found["town-plan/2026/anhe@reporter"] == 1 and found["county-plan/2026/anhe@reporter"] == 0
    (tmp_path / "期限.ics").write_text("会议记录", encoding="utf-8")
    assert run("due", sample, "--ics", "期限.ics").exit_code == 2
    assert (tmp_path / "期限.ics").read_text(encoding="utf-8") == "会议记录"


def test_notices_and_the_register_are_among_what_a_workspace_is_made_of(run, sample: Path) -> None:
    before = load_valid(sample)[0].digests
    (sample / "calendar").mkdir()
    (sample / "calendar" / "2027.yaml").write_text(NOTICE, encoding="utf-8")
    (sample / "报送登记.yaml").write_text("[]\n", encoding="utf-8")
    after = load_valid(sample)[0].digests
    assert set(after) - set(before) == {"calendar/2027.yaml", "报送登记.yaml"}


def test_the_register_of_the_guide_is_read_and_its_usual_steps_are_ours(run, sample: Path) -> None:
    guide = (SAMPLE.parents[1] / "README.zh-CN.md").read_text(encoding="utf-8")
    (block,) = [text for text in re.findall(r"```yaml\n(.*?)```", guide, re.DOTALL) if "代号:" in text]
    (sample / "报送登记.yaml").write_text(block, encoding="utf-8")
    told = data(run("due", sample, "--on", "2026-11-12", "--json"))
    found = {one["id"]: one for one in told["obligations"]}
    assert found["county-summary"]["state"] == "returned" and len(found["town-points"]["missing"]) == 11
    words = "、".join(f"{step.days}个{step.name}" for step in USUAL_STEPS[1:-1])
    said = f"提前{USUAL_STEPS[0].days}个工作日{USUAL_STEPS[0].name}、{words}，到期那天{USUAL_STEPS[-1].name}"
    assert said in guide.replace(" ", "")


def test_a_wrong_day_is_explained(run, sample: Path) -> None:
    result = run("due", sample, "--on", "下周")
    assert result.exit_code == 2
    assert "看不懂日期“下周”" in result.stderr


def test_a_notice_makes_a_new_year_certain(run, sample: Path, tmp_path: Path) -> None:
    campaign = sample / "campaign.yaml"
    text = campaign.read_text(encoding="utf-8")
    changed = text.replace(
        "    due: 2026-04-10\n    due_text: 4月10日前", "    due_text: 2027年1月第1个工作日前"
    )
    campaign.write_text(changed, encoding="utf-8")
    assert "暂定" in run("due", sample, "--on", "2026-01-05").stdout
    (tmp_path / "2027.yaml").write_text(NOTICE, encoding="utf-8")
    added = run("calendar", "add", "2027.yaml", sample)
    assert (added.exit_code, added.stderr.split("（")[0]) == (0, "2027年：放假3天，调休上班0天")
    (moved,) = [line for line in added.stderr.split("\n") if "→" in line]
    assert moved.startswith("  乡镇（街道）工作安排和联络员名单（2026）：2027-01-04（暂定")
    assert moved.endswith(" → 2027-01-04")
    result = run("due", sample, "--on", "2026-01-05")
    assert "2027年1月4日，周一；" in result.stdout and "暂定" not in result.stdout


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_notice_may_be_copied_as_it_is(run, sample: Path, tmp_path: Path, encoding: str) -> None:
    words = "国务院办公厅关于2027年部分节假日安排的通知\n一、元旦：1月1日（周五）至3日（周日）放假，共3天。\n"
    (tmp_path / "通知2027.txt").write_text(words, encoding=encoding)
    result = run("calendar", "add", "通知2027.txt", sample)
    assert result.exit_code == 0 and result.stderr.startswith("2027年：放假3天")
    assert [notice.year for notice in notices_in(sample / "calendar")] == [2027]


def test_another_notice_of_the_same_name_is_not_overwritten(run, sample: Path, tmp_path: Path) -> None:
    (tmp_path / "2027.yaml").write_text(NOTICE, encoding="utf-8")
    assert run("calendar", "add", "2027.yaml", sample).exit_code == 0
    assert run("calendar", "add", "2027.yaml", sample).exit_code == 0
    (tmp_path / "2027.yaml").write_text(NOTICE.replace("01-03", "01-04"), encoding="utf-8")
    assert run("calendar", "add", "2027.yaml", sample).exit_code == 2
    assert run("calendar", "add", "2027.yaml", sample, "--force").exit_code == 0


def test_a_notice_is_added_to_a_workspace_only_and_nothing_else_is_looked_at(run, tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("密级如 机密★1年\n", encoding="utf-8")
    (tmp_path / "放假.txt").write_text("不相干\n", encoding="utf-8")
    result = run("calendar", "add", "放假.txt")
    assert result.exit_code == 2
    assert "这里不是工作文件夹" in result.stderr and "涉密" not in result.stderr
