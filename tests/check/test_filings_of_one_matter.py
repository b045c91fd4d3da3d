"""A request, its reply and the minutes; a township's report and the county's table; one event in several files."""

from __future__ import annotations

import pytest

from reporter.artefacts.seen.model import Grid
from reporter.check.judging import judge_set
from reporter.check.profiles import PROFILES
from reporter.check.samples import notice, two
from reporter.check.subject import Subject

ABOUT = "社区养老服务中心改造"


def told(*subjects: Subject) -> list[str]:
    codes = ("GW741", "GW742", "GW743", "GW744")
    return [one.message for one in judge_set(subjects, PROFILES["默认"]) if one.code in codes]


def paper(kind: str, body: str, day: str = "2026年6月2日") -> Subject:
    return notice(file=f"{kind}.docx", title=f"关于{ABOUT}的{kind}", body=(body,), date=day)


@pytest.mark.parametrize(
    ("first", "second", "messages"),
    [
        (("请示", "建筑面积1860平方米。"), ("批复", "建筑面积1860平方米。"), []),
        (
            ("请示", "建筑面积1860平方米。"),
            ("批复", "建筑面积核定为1680平方米。"),
            ["“建筑面积”在请示.docx里是1860平方米，这里是1680平方米"],
        ),
        (("请示", "需要补助资金180万元。"), ("批复", "同意补助资金160万元。"), []),
        (
            ("请示", "需要补助资金180万元。"),
            ("批复", "你镇申请补助200万元。"),
            ["请示.docx里没有申请200万元"],
        ),
        (
            ("批复", "总投资核定为246.5万元。"),
            ("纪要", "会议传达了批复精神，总投资256.5万元。"),
            ["批复.docx里没有2565000元这个数"],
        ),
        (("批复", "总投资核定为246.5万元。"), ("纪要", "会议听取了汇报，另需经费3万元。"), []),
        (("通知", "建筑面积1860平方米。"), ("方案", "建筑面积1680平方米。"), []),
    ],
)
def test_a_reply_keeps_to_its_request_and_minutes_to_the_reply(
    first: tuple[str, str], second: tuple[str, str], messages: list[str]
) -> None:
    said = told(paper(*first), paper(*second))
    assert [one for one in said if "“项目总投资”" not in one] == messages


def test_minutes_do_not_pass_on_a_reply_of_a_later_day() -> None:
    reply = paper("批复", "同意改造。")
    before, after = (
        paper("纪要", f"2026年{day}，局长主持召开会议，传达了批复。") for day in ("5月25日", "6月15日")
    )
    assert told(reply, after) == []
    assert told(reply, before) == ["会议日期早于批复.docx的成文日期（2026-06-02）"]


ROWS = (("云溪镇", "698", "1124", "158.4"), ("河口镇", "986", "1602", "236.6"), ("合计", "1684", "2726", "395.0"))
TABLE = Grid(1, (("乡镇（街道）", "户数（户）", "人数（人）", "金额（万元）"), *ROWS), 1)


@pytest.mark.parametrize(
    ("said", "messages"),
    [
        ("低保对象698户1124人，发放158.4万元。", []),
        ("低保对象689户1124人，发放158.4万元。", ["通报.docx的表里云溪镇的“户数（户）”是698，这里没有这个数"]),
        ("低保对象698户1124人。", []),
        ("低保对象700户1130人，发放160.0万元。", []),
    ],
)
def test_a_township_has_its_row(said: str, messages: list[str]) -> None:
    town = notice(file="报告.docx", mark="云溪镇人民政府文件", signatory="云溪镇人民政府", body=(said,))
    assert told(notice(file="通报.docx", grids=(TABLE,)), town) == messages


def test_all_townships_are_as_many_as_the_rows_of_the_table() -> None:
    table = notice(file="通报.docx", grids=(TABLE,))
    assert told(table, notice(file="报告.docx", body=("2个乡镇（街道）中，有1个没有专职人员。",))) == []
    assert told(table, notice(file="报告.docx", body=("7个乡镇（街道）中，有1个没有专职人员。",))) == [
        "通报.docx的表里有2个乡镇（街道），这里写7个"
    ]


def test_a_bulletin_counts_as_many_closed_as_the_list_of_its_day() -> None:
    grid = Grid(1, (("编号", "状态"), ("XF-01", "已销号"), ("XF-02", "已销号")), 1)
    listed = notice(file="清单.docx", title="销号清单", body=("截至2026年10月12日，情况如下。",), grids=(grid,))

    def bulletin(text: str) -> Subject:
        return notice(file="通报.docx", body=(text,))

    assert told(listed, bulletin("截至10月12日，已销号2个。")) == []
    assert told(listed, bulletin("截至9月30日，已销号1个。")) == []
    assert told(listed, bulletin("截至10月12日，已销号1个。")) == ["清单.docx列了2个，这里写已销号1个"]


def test_another_inspection_has_other_days() -> None:
    said = "日，县民政局会同县消防救援大队检查。"
    assert told(*two(f"2026年9月7日至15{said}", f"2026年3月1日至5{said}")) == []
    assert len(told(*two(f"2026年9月7日至15{said}", f"2026年9月7日至18{said}"))) == 1


@pytest.mark.parametrize(
    ("said", "many"),
    [
        ("上半年发放低保金5万元。", 0),
        ("上半年发放低保金6万元。", 1),
        ("下半年发放低保金9万元。", 0),
        ("2025年上半年发放低保金6万元。", 0),
        ("上半年发放高龄津贴6万元。", 0),
    ],
)
def test_half_a_year_is_two_quarters_of_the_other_file(said: str, many: int) -> None:
    rows = (("季度", "2026年（万元）"), ("第一季度", "2"), ("第二季度", "3"), ("第三季度", "4"), ("第四季度", "5"))
    year = notice(file="年报.docx", grids=(Grid(1, rows, 1, title="低保金各季度支出情况"),))
    half = notice(file="通报.docx", body=(said,))
    assert len([one for one in judge_set((year, half), PROFILES["默认"]) if one.code == "GW745"]) == many


def test_one_figure_of_a_request_and_its_reply_is_told_once() -> None:
    said = judge_set((paper("请示", "建筑面积1860平方米。"), paper("批复", "建筑面积1680平方米。")), PROFILES["默认"])
    assert [one.code for one in said if one.code in ("GW731", "GW743")] == ["GW731"]
