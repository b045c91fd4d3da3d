"""What is made again, what is left, and the reason that is given."""

from __future__ import annotations

import errno
import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from benchmarks.counties import make
from reporter import contents
from reporter.bundle import recipe
from reporter.bundle.order import Selection
from reporter.bundle.plan import make_plan
from reporter.bundle.report import page
from reporter.deliver import manifest
from tests.bundle.places import answer, made, only, order, planned, tree, verdicts, word_file

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"


@pytest.fixture
def counties(tmp_path: Path) -> tuple[Path, ...]:
    return make(tmp_path / "in", 2)


def test_what_was_never_made_is_new_and_then_nothing_is_made(
    counties: tuple[Path, ...], tmp_path: Path
) -> None:
    given = order(counties, tmp_path / "out")
    assert [one.reason for one in planned(given).done] == ["新", "新"]
    assert not (tmp_path / "out").exists()
    assert verdicts(made(given)) == {"county-0001": "made", "county-0002": "made"}
    before = tree(tmp_path / "out")
    again = made(given)
    assert (verdicts(again), again.wrote) == ({"county-0001": "fresh", "county-0002": "fresh"}, False)
    assert tree(tmp_path / "out") == before


def test_one_changed_row_makes_exactly_its_document_and_names_the_cell(
    counties: tuple[Path, ...], tmp_path: Path
) -> None:
    given = order(counties, tmp_path / "out")
    made(given)
    answer(counties[1], 2, "否", "是")
    assert only(planned(given), "planned").reason == "指标填报.csv 指标填报!D2 变了"
    found = made(given)
    assert verdicts(found) == {"county-0001": "fresh", "county-0002": "made"}
    assert only(found, "made").reason == "指标填报.csv 指标填报!D2 变了"


def test_a_column_that_no_document_reads_makes_nothing_again(
    counties: tuple[Path, ...], tmp_path: Path
) -> None:
    given = order(counties, tmp_path / "out")
    made(given)
    before = tree(tmp_path / "out")
    answer(counties[0], 3, "某某", "另一人")
    assert set(verdicts(made(given)).values()) == {"fresh"}
    assert tree(tmp_path / "out") == before
    assert not made(given).wrote


def test_a_file_that_was_only_touched_is_read_and_found_the_same(
    counties: tuple[Path, ...], tmp_path: Path
) -> None:
    given = order(counties, tmp_path / "out")
    made(given)
    os.utime(counties[0] / "指标填报.csv", ns=(1, 1))
    assert not made(given).wrote


def test_a_missing_output_is_made_again(counties: tuple[Path, ...], tmp_path: Path) -> None:
    given = order(counties, tmp_path / "out")
    made(given)
    before = tree(tmp_path / "out")
    word_file(tmp_path / "out" / "county-0001").unlink()
    assert only(made(given), "made").reason == "缺输出"
    assert tree(tmp_path / "out") == before


@pytest.mark.parametrize("name", ["manifest.json", "结果.html"])
def test_what_lies_beside_the_documents_is_put_back(
    name: str, counties: tuple[Path, ...], tmp_path: Path
) -> None:
    given = order(counties, tmp_path / "out")
    made(given)
    before = tree(tmp_path / "out")
    (tmp_path / "out" / "county-0001" / name).unlink()
    made(given)
    assert tree(tmp_path / "out") == before
    assert not made(given).wrote


def test_a_file_edited_by_hand_is_left_and_told(counties: tuple[Path, ...], tmp_path: Path) -> None:
    given = order(counties, tmp_path / "out")
    made(given)
    path = word_file(tmp_path / "out" / "county-0001")
    path.write_bytes(b"by hand")
    found = made(given)
    assert (only(found, "kept").reason, found.exit_code, found.wrote) == ("人工改过", 1, False)
    assert "reporter diff" in only(found, "kept").notes[0]
    answer(counties[0], 2, "是", "否")
    found = made(given)
    assert "人工改过" in only(found, "made").reason
    assert path.read_bytes() == b"by hand"
    assert path.with_name(f"{path.stem}（新）.docx").is_file()
    assert found.exit_code == 1


def test_an_own_face_of_a_workspace_is_the_reason(counties: tuple[Path, ...], tmp_path: Path) -> None:
    given = order(counties, tmp_path / "out")
    made(given)
    own = counties[0] / "templates" / "html"
    own.mkdir(parents=True)
    (own / "plain.html").write_text("{{ title }}", encoding="utf-8")
    assert only(made(given), "made").reason == "模板变了"


def test_changed_wording_of_a_kind_is_a_changed_template(counties: tuple[Path, ...], tmp_path: Path) -> None:
    given = order(counties, tmp_path / "out")
    made(given)
    own = counties[0] / "templates" / "text"
    own.mkdir(parents=True)
    product = Path(__file__).parents[2] / "templates" / "text" / "notification-points.md"
    text = product.read_text(encoding="utf-8")
    (own / product.name).write_text(text.replace("name: 通报要点", "name: 要点通报"), encoding="utf-8")
    assert set(verdicts(made(given)).values()) == {"fresh"}
    (own / product.name).write_text(text.replace("填报内容", "填写内容"), encoding="utf-8")
    assert only(made(given), "made").reason == "模板变了"


def test_a_template_of_ours_that_no_document_uses_is_no_reason_to_look(
    counties: tuple[Path, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(TEMPLATES, tmp_path / "templates")
    ours = {name: tmp_path / "templates" / name for name in recipe.product_templates()}
    monkeypatch.setattr(recipe, "product_templates", lambda: ours)
    given = order(counties, tmp_path / "out")
    made(given)
    for name in ("text/implementation-plan.md", "docx/letter.docx"):
        ours[name].write_bytes(ours[name].read_bytes() + b"\n")
    assert make_plan(given).looks == ()
    ours["text/notification-points.md"].write_text("other", encoding="utf-8")
    assert [look.reason for look in make_plan(given).looks] == ["模板变了"] * len(counties)


def test_a_bad_unit_is_refused_with_its_cell_and_the_rest_is_made(
    counties: tuple[Path, ...], tmp_path: Path
) -> None:
    (counties[0] / "campaign.yaml").write_text("name: [", encoding="utf-8")
    given = order(counties, tmp_path / "out")
    found = made(given)
    assert verdicts(found) == {"county-0001": "refused", "county-0002": "made"}
    assert "campaign.yaml" in "".join(only(found, "refused").notes)
    assert found.exit_code == 1
    again = made(given)
    assert (verdicts(again)["county-0001"], again.exit_code, again.wrote) == ("refused", 1, False)


def test_nothing_but_bad_units_ends_with_one_planned_or_run(
    counties: tuple[Path, ...], tmp_path: Path
) -> None:
    (counties[0] / "filings.yaml").write_text("filings: [{kind: nothing}]", encoding="utf-8")
    given = order(counties[:1], tmp_path / "out")
    assert (planned(given).exit_code, made(given).exit_code, made(given).exit_code) == (1, 1, 1)


@pytest.mark.parametrize(
    "entry", ["代号: points", "代号: points, 文件: notification-points@2026", "代号: points, 单位: '990001'"]
)
def test_what_was_sent_is_not_made_again_unless_asked_or_returned(
    entry: str, counties: tuple[Path, ...], tmp_path: Path
) -> None:
    given = order(counties[:1], tmp_path / "out")
    made(given)
    register = counties[0] / "报送登记.yaml"
    register.write_text(f"- {{{entry}, 日期: 2026-11-06}}\n", encoding="utf-8")
    answer(counties[0], 2, "是", "否")
    left = made(given)
    assert (left.done, left.outcomes[0].undue) == ((), 1)
    again = order(counties[:1], tmp_path / "out", Selection(again=True))
    assert verdicts(planned(again)) == {"county-0001": "planned"}
    returned = f"- {{{entry}, 状态: 已退回, 日期: 2026-11-07}}\n"
    register.write_text(register.read_text(encoding="utf-8") + returned, encoding="utf-8")
    assert verdicts(made(given)) == {"county-0001": "made"}


def test_a_wrong_register_is_a_reason_to_refuse_the_unit(counties: tuple[Path, ...], tmp_path: Path) -> None:
    (counties[0] / "报送登记.yaml").write_text("- {代号: pointz, 日期: 2026-11-06}\n", encoding="utf-8")
    found = only(made(order(counties[:1], tmp_path / "out")), "refused")
    assert "没有“pointz”" in "".join(found.notes)


def test_an_agency_may_be_the_sender_of_an_obligation(counties: tuple[Path, ...], tmp_path: Path) -> None:
    campaign = counties[0] / "campaign.yaml"
    text = campaign.read_text(encoding="utf-8").replace("sender: 县", "sender: mz")
    campaign.write_text(text, encoding="utf-8")
    due = Selection(due_by=date(2026, 11, 10))
    assert verdicts(made(order(counties[:1], tmp_path / "out", due))) == {"county-0001": "made"}


def test_no_row_of_the_report_stands_twice(counties: tuple[Path, ...], tmp_path: Path) -> None:
    found = made(order(counties, tmp_path / "out"))
    assert page(found).count("<td>county-0001</td>") == 1


def test_only_what_is_due_is_made(counties: tuple[Path, ...], tmp_path: Path) -> None:
    early = Selection(due_by=date(2026, 11, 9))
    found = made(order(counties[:1], tmp_path / "out", early))
    assert (found.done, found.outcomes[0].undue) == ((), 1)
    assert verdicts(made(order(counties[:1], tmp_path / "out", Selection(due_by=date(2026, 11, 10))))) == {
        "county-0001": "made"
    }


def test_a_filing_that_was_not_asked_for_while_inputs_changed_is_still_found_stale(
    counties: tuple[Path, ...], tmp_path: Path
) -> None:
    everything = order(counties[:1], tmp_path / "out")
    made(everything)
    answer(counties[0], 2, "是", "否")
    made(order(counties[:1], tmp_path / "out", Selection(periods=("2025",))))
    assert verdicts(made(everything)) == {"county-0001": "made"}


def test_an_interrupted_delivery_is_not_taken_for_a_clerks_work(
    counties: tuple[Path, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = order(counties[:1], tmp_path / "out")
    with monkeypatch.context() as patched:
        patched.setattr(manifest, "as_file", _stop)
        with pytest.raises(KeyboardInterrupt):
            made(given)
    answer(counties[0], 2, "是", "否")
    made(given)
    assert "（新）" not in "".join(tree(tmp_path / "out"))


def _stop(*_: object) -> None:
    raise KeyboardInterrupt


def test_two_folders_of_one_name_do_not_share_their_results(tmp_path: Path) -> None:
    roots = [make(tmp_path / name, 1)[0] for name in ("east", "west")]
    found = made(order(roots, tmp_path / "out"))
    assert verdicts(found) == {"east/county-0001": "made", "west/county-0001": "made"}
    assert word_file(tmp_path / "out" / "east" / "county-0001").is_file()


def test_paths_stay_short_enough_for_windows_however_long_a_title_is(
    counties: tuple[Path, ...], tmp_path: Path
) -> None:
    filings = counties[0] / "filings.yaml"
    text = filings.read_text(encoding="utf-8")
    filings.write_text(
        text.replace("kind:", f"title: {'关于养老院服务质量建设' * 20}, kind:"), encoding="utf-8"
    )
    made(order(counties[:1], tmp_path / "out"))
    inside = [path.relative_to(tmp_path).as_posix() for path in (tmp_path / "out").rglob("*")]
    before = r"C:\Users\一个名字很长的用户\Documents\养老院服务质量建设专项行动（2026年）\民政局办公室共享文件夹\第二份"
    assert max(len(f"{before}/{path}") for path in inside) < 240


def test_a_workspace_that_is_gone_and_a_file_that_cannot_be_read_are_told_as_what_they_are(
    counties: tuple[Path, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = order(counties, tmp_path / "out")
    made(given)
    shutil.rmtree(counties[0])
    answer(counties[1], 2, "否", "是")

    def refuses(name: str) -> bytes:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), name)

    monkeypatch.setattr(contents, "_read", refuses)
    gone, locked = made(given).done
    assert (gone.verdict, gone.notes[0]) == ("failed", f"{counties[0]}：没有这个工作文件夹")
    assert (locked.verdict, "读不了这个文件" in locked.notes[0]) == ("failed", True)
    assert str(counties[1]) in locked.notes[0]
