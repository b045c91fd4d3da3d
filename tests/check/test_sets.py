"""Files that are checked together: what must agree, and what may differ."""

from __future__ import annotations

import pytest

from reporter.check.finding import Finding
from reporter.check.judging import judge_set
from reporter.check.profiles import PROFILES
from reporter.check.regions import region_of
from reporter.check.samples import notice
from reporter.check.subject import Subject

BULLETIN = "安和县民政局关于第二季度隐患整改情况的通报"


def told(*subjects: Subject) -> list[tuple[str, Finding]]:
    return [(one.code, one) for one in judge_set(subjects, PROFILES["默认"])]


def test_hazards_of_one_quarter_are_one_number() -> None:
    first = notice(file="通报.docx", title=BULLETIN, body=("截至2026年6月30日，共排查发现隐患190条。",))
    minutes = ("会议听取第二季度排查情况汇报。", "186条隐患已整改171条。")
    second = notice(file="纪要.docx", title="会议纪要", body=minutes, signatory="安和县民政局")
    ((code, found),) = told(first, second)
    assert code == "GW731" and "通报.docx里是190条，这里是186条" in found.message


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "安和县民政局关于第三季度隐患整改情况的通报"},
        {"mark": "平川县民政局文件", "title": "平川县民政局关于第二季度隐患整改情况的通报"},
        {"mark": "河口镇人民政府文件", "title": "河口镇第二季度隐患整改情况的通报"},
        {"body": ("全县累计发现隐患186条。",)},
        {"body": ("发现重大隐患6条。",)},
    ],
    ids=["another quarter", "another county", "a town", "since the beginning", "one grade"],
)
def test_other_quarters_places_and_grades_may_differ(changes: dict[str, object]) -> None:
    first = notice(file="一.docx", title=BULLETIN, body=("全县共发现隐患190条。",))
    other = {"title": BULLETIN, "body": ("全县共发现隐患186条。",), "number": "安民发〔2026〕77号", **changes}
    second = notice(file="二.docx", **other)  # type: ignore[arg-type]
    assert not [one for code, one in told(first, second) if code == "GW731"]


@pytest.mark.parametrize(
    ("months", "told_as"),
    [("1—5月", True), ("1至5月", True), ("1月至5月", True), ("2月份", False), ("1—6月", False)],
)
def test_other_months_of_a_title_may_differ(months: str, told_as: bool) -> None:
    title = "安和县民政局关于2026年{}隐患整改情况的报告"
    first = notice(file="一.docx", title=title.format("1—5月"), body=("全县共发现隐患190条。",))
    body = ("全县共发现隐患186条。",)
    second = notice(file="二.docx", title=title.format(months), body=body, number="安民发〔2026〕77号")
    assert ("GW731" in [code for code, _ in told(first, second)]) is told_as


def test_the_homes_of_a_county_are_one_number_in_a_year() -> None:
    first = notice(file="一.docx", body=("2026年6月底前完成全县42家养老机构的排查。",))
    second = notice(file="二.docx", body=("对全县45家养老机构开展了检查。",))
    later = notice(file="三.docx", date="2027年3月6日", body=("对全县45家养老机构开展了检查。",))
    assert [code for code, _ in told(first, second)] == ["GW731"]
    assert "GW731" not in [code for code, _ in told(first, later)]


def test_a_cited_title_and_number_are_those_of_the_file_itself() -> None:
    city = notice(
        file="市.docx",
        mark="临澜市民政局文件",
        number="临民发〔2026〕9号",
        title="临澜市民政局关于安全工作的通知",
    )
    number = "根据《临澜市民政局关于安全工作的通知》（临民发〔2026〕19号）要求办理。"
    title = "根据《临澜市民政局关于养老工作的通知》（临民发〔2026〕9号）要求办理。"
    county = notice(file="县.docx", body=(number, title))
    assert [code for code, _ in told(city, county)] == ["GW733", "GW733"]


@pytest.mark.parametrize(
    ("mark", "place"),
    [
        ("安和县民政局文件", "安和县"),
        ("安和县河口镇人民政府文件", "安和县河口镇"),
        ("河口镇人民政府文件", "河口镇"),
        ("临澜市安和县民政局文件", "临澜市安和县"),
    ],
)
def test_a_file_speaks_for_the_place_of_its_issuer(mark: str, place: str) -> None:
    assert region_of(notice(mark=mark)) == place
