"""Judging one file: findings, what was not checked and why."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import docx
import pytest
from msgspec.structs import replace

from reporter.artefacts.seen.model import Element, Para, Run
from reporter.check.finding import Finding, Where
from reporter.check.judging import Manner, judge, judge_set, subject_of
from reporter.check.profile import Profile
from reporter.check.registry import loaded_rules
from reporter.check.samples import line, measured, notice, two
from reporter.check.subject import Subject
from reporter.errors import InputError


def saved(folder: Path, name: str, *texts: str) -> Path:
    document = docx.Document()
    for text in texts:
        document.add_paragraph(text)
    data = BytesIO()
    document.save(data)
    path = folder / name
    path.write_bytes(data.getvalue())
    return path


def test_rules_about_pages_are_not_checked_without_a_layout() -> None:
    verdict = judge(notice())
    layout_rules = {one.rule.code for one in loaded_rules() if "layout" in one.rule.needs}
    assert layout_rules and layout_rules <= {one.code for one in verdict.unchecked}
    assert not layout_rules & {finding.code for finding in verdict.findings}


def test_with_a_layout_they_are() -> None:
    verdict = judge(measured(notice(), dash=277.0))
    assert "GW110" in {finding.code for finding in verdict.findings}
    assert "GW110" not in {one.code for one in verdict.unchecked}


def test_an_element_that_is_not_surely_recognised_is_not_judged_but_named() -> None:
    example = notice(number="安民字[2026]12号")
    unsure = tuple(replace(e, confidence=0.4) if e.role == "number" else e for e in example.seen.elements)
    verdict = judge(replace(example, seen=replace(example.seen, elements=unsure)))
    assert "GW201" not in {finding.code for finding in verdict.findings}
    assert any(one.code == "GW201" and "像是发文字号" in one.reason for one in verdict.unchecked)


def test_errors_come_first() -> None:
    verdict = judge(notice(number="安民字[2026]012号", title=line("通知。", "title", bold=True)))
    weights = ["error", "warning", "info"]
    ranks = [weights.index(finding.severity) for finding in verdict.findings]
    assert ranks == sorted(ranks) and ranks


def test_a_set_of_one_file_has_nothing_to_agree_with() -> None:
    assert judge_set([notice()], Profile()) == ()
    assert judge_set(two("全县共有养老机构42家。", "全县共有养老机构43家。"), Profile())


def test_a_file_typed_by_hand_is_judged_without_our_styles(tmp_path: Path) -> None:
    path = saved(
        tmp_path,
        "通知.docx",
        "安民字[2026]12号",
        "关于做好安全工作的通知",
        "各乡镇：",
        "请于11月31日前报送,谢谢。",
    )
    verdict = judge(subject_of(path, Manner(render=False)))
    assert {"GW501", "GW605"} <= {finding.code for finding in verdict.findings}
    assert all(finding.where.file == "通知.docx" for finding in verdict.findings)


def test_other_files_are_refused_with_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "旧.doc"
    path.write_bytes(b"\xd0\xcf\x11\xe0")
    with pytest.raises(InputError, match="docx"):
        subject_of(path, Manner())


def test_a_finding_names_paragraph_and_words() -> None:
    rule = next(one.rule for one in loaded_rules() if one.rule.code == "GW201")
    para = Para(7, (Run("安民字[2026]12号"),), page=2).read()
    found = rule.at(notice(), Element("number", para.text, (para,)), "错")
    assert (found.where.page, found.where.paragraph, found.where.quote) == (2, "第7段", "安民字[2026]12号")


def test_a_number_that_is_still_to_be_given_is_no_wrong_number() -> None:
    for number in ("____〔2026〕____号", "〔2026〕号"):
        assert "GW205" not in {one.code for one in judge(notice(number=number)).findings}
    assert "GW205" in {one.code for one in judge(notice(number="〔2026〕12号")).findings}


def failing(subject: Subject) -> Iterator[Finding]:
    """A rule that tells one thing and then fails."""
    yield Finding("GW201", "warning", "说了一半", where=Where(subject.file))
    raise KeyError("第三个")


def test_a_rule_that_fails_hides_neither_what_it_told_nor_what_the_others_find(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    about_one = [one for one in loaded_rules() if one.check and not one.rule.needs]
    wrong = ("GW201", "GW213")
    broken = tuple(replace(one, check=failing) if one.rule.code in wrong else one for one in about_one)
    example = notice(number="安民字[2026]012号", title=line("通知。", "title", bold=True))
    others = {one.code for one in judge(example).findings} - {*wrong}
    monkeypatch.setattr("reporter.check.judging._fitting", lambda *_: broken)
    verdict = judge(example)
    assert others <= {one.code for one in verdict.findings}
    assert "说了一半" in {one.message for one in verdict.findings}
    (failure,) = [one for one in verdict.findings if "没有查完" in one.message]
    assert failure.severity == "error"
    assert "GW201、GW213没有查完（KeyError：'第三个'，test_judging.py第" in failure.message


def test_a_rule_about_sets_that_fails_is_told_of_with_the_files(monkeypatch: pytest.MonkeyPatch) -> None:
    (one,) = [loaded for loaded in loaded_rules() if loaded.rule.code == "GW736"]
    broken = replace(one, check_set=lambda subjects: 1 // 0)
    monkeypatch.setattr("reporter.check.judging.loaded_rules", lambda: (broken,))
    (failure,) = judge_set([notice(), notice()], Profile())
    assert failure.severity == "error" and "GW736没有查完（ZeroDivisionError" in failure.message


def test_a_file_that_takes_too_much_memory_is_not_a_rule_that_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    def greedy(subject: Subject) -> Iterator[Finding]:
        raise MemoryError

    (one,) = [loaded for loaded in loaded_rules() if loaded.rule.code == "GW201"]
    monkeypatch.setattr("reporter.check.judging._fitting", lambda *_: (replace(one, check=greedy),))
    with pytest.raises(MemoryError):
        judge(notice())


@pytest.mark.parametrize(("above", "told"), [("单位：万元", False), ("统计时间：2026年6月", True)])
def test_the_unit_that_a_line_above_a_table_names_is_that_of_its_amounts(
    tmp_path: Path, above: str, told: bool
) -> None:
    document = docx.Document()
    for text in ("关于消防设施改造的报告", "安排消防设施改造32万元。", "资金安排表", above):
        document.add_paragraph(text)
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, ("项目", "金额", "消防设施改造", "32"), strict=True):
        cell.text = text
    path = tmp_path / "报告.docx"
    document.save(str(path))
    findings = judge(subject_of(path, Manner(render=False))).findings
    assert ("GW562" in [one.code for one in findings if one.severity != "info"]) is told
