"""A fault of format that runs through a file is told once; one fault has one finding."""

from __future__ import annotations

from reporter.check.finding import Finding, Where
from reporter.check.folding import folded, places
from reporter.check.judging import judge
from reporter.check.samples import Line, line, notice
from tests.check.told import codes


def small(message: str, number: int) -> Finding:
    return Finding("GW115", "warning", message, where=Where("甲", 0, f"第{number}段", f"文{number}"))


def test_findings_that_say_the_same_become_one_with_their_places() -> None:
    those = [
        Finding("GW115", "warning", "字号是11磅", where=Where("甲", 0, f"第{n}段", f"文{n}"))
        for n in (4, 5, 6, 9)
    ]
    (one,) = folded(those)
    assert one.message == "字号是11磅（共4处：第4—6段、第9段）"
    assert (one.where.paragraph, one.where.quote) == ("第4段", "文4")


def test_findings_that_say_different_things_stay() -> None:
    those = [
        Finding("GW115", "warning", f"字号是{size}磅", where=Where("甲", 0, f"第{size}段"))
        for size in (11, 12)
    ]
    assert folded(those) == those


def test_signs_are_named_one_by_one_until_there_are_many() -> None:
    few = judge(notice(body=("一共查了,再查。",) * 5)).findings
    many = judge(notice(body=("一共查了,再查。",) * 6)).findings
    assert [f.message for f in few if f.code == "GW501"] == ["半角标点“,”与汉字连用"] * 5
    assert ["共6处" in f.message for f in many if f.code == "GW501"] == [True]


def test_many_places_are_not_all_named() -> None:
    those = [small("小", n) for n in range(1, 40, 2)]
    (one,) = folded(those)
    assert one.message.startswith("小（共20处：第1段、第3段、") and one.message.endswith("……）")


def test_places_in_tables_stand_by_themselves() -> None:
    assert list(places(["第1段", "第2段", "表1第2行第3列", "第3段"])) == ["第1—2段", "表1第2行第3列", "第3段"]


def test_a_size_that_is_wrong_everywhere_is_told_once_for_each_paragraph_that_bears_it() -> None:
    small = notice(
        recipients=line("各乡镇人民政府：", "recipients", size=11.0),
        body=[line("各乡镇要逐院排查。", size=11.0), line("建立台账。", size=11.0)],
        date=line("2026年3月6日", "date", size=11.0),
    )
    (one,) = (finding for finding in judge(small).findings if finding.code == "GW115")
    assert "共4处" in one.message
    assert len([f for f in judge(small, fold=False).findings if f.code == "GW115"]) == 4


def test_the_colon_of_a_label_is_told_by_the_rule_about_labels_alone() -> None:
    found = codes(notice(recipients="各乡镇人民政府:", cc="抄送:县政府办公室。", attachments="附件:整改清单"))
    assert found.count("GW308") == 3 and "GW501" not in found


def test_other_half_width_marks_of_such_a_line_are_told() -> None:
    found = judge(notice(recipients="各乡镇人民政府,街道办事处:")).findings
    assert [f.message for f in found if f.code == "GW501"] == ["半角标点“,”与汉字连用"]


def test_a_remark_in_half_width_brackets_is_told_once() -> None:
    found = codes(notice(remark="(此件公开发布)"))
    assert "GW414" in found and "GW502" not in found


def test_a_title_with_a_stop_ends_in_its_kind_all_the_same() -> None:
    found = codes(notice(title="安和县民政局关于做好养老院安全管理工作的通知。"))
    assert "GW301" in found and "GW302" not in found


def test_a_request_to_two_agencies_is_told_once() -> None:
    title = "安和县民政局关于补助资金的请示"
    found = codes(
        notice(
            title=title, recipients="临澜市民政局、临澜市财政局：", seen_direction="up", signer="签发人：高远"
        )
    )
    assert "GW311" in found and "GW310" not in found


def test_the_documents_own_number_is_no_citation() -> None:
    found = codes(notice(number="安民发（2026）12号"))
    assert "GW201" in found and "GW517" not in found


def test_the_mark_behind_a_typed_number_is_told_by_the_rule_about_headings_alone() -> None:
    found = codes(notice(body=(Line("一,总体要求", "heading", 1, "一,"), "各乡镇要逐院排查。")))
    assert "GW312" in found and "GW501" not in found
