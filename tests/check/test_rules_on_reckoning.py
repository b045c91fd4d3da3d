"""Rules that reckon what a text or a table says: means, shares, multiples, lists and their days."""

from __future__ import annotations

import pytest

from reporter.artefacts.seen.model import Grid
from reporter.check.samples import notice
from reporter.check.subject import Subject
from tests.check.told import those

REPORT = "安和县民政局关于养老院专项行动工作情况的报告"
RECKONING = (
    "GW520", "GW525", "GW526", "GW530", "GW536", "GW540", "GW546", "GW561", "GW570", "GW596", "GW597", "GW598", "GW651",
    "GW652",
)  # fmt: skip


def found(subject: Subject) -> list[str]:
    return those(subject, *RECKONING)


@pytest.mark.parametrize(
    ("texts", "code"),
    [
        (("全年救助1284人次，支出238.6万元，次均1858元。",), ""),
        (("全年救助1284人次，支出238.6万元，次均1585元。",), "GW570"),
        (("全年救助1284人次，支出238.6万元，其中医疗80.0万元，次均1585元。",), ""),
        (("计划慰问1250户。", "慰问物资每户380元，共47.5万元。"), ""),
        (("计划慰问1250户。", "慰问物资每户380元，共45.7万元。"), "GW570"),
        (("计划慰问1250户。", "慰问物资每户380元、每季度1次，共190万元。"), ""),
        (("分3批进行，每批3天，共9天。",), ""),
        (("分3批进行，每批3天，共12天。",), "GW570"),
        (("现有老年人5120人、床位140张，每千名老年人拥有床位27.3张。",), ""),
        (("现有老年人5120人、床位140张，每千名老年人拥有床位37.3张。",), "GW570"),
        (("先付30%，即48万元；再付50%，即80万元；后付20%，即32万元。",), ""),
        (("先付30%，即48万元；再付50%，即90万元；后付20%，即32万元。",), "GW570"),
        (("全县有低保对象4198户。", "抽查126户，占低保对象总户数的3.0%。"), ""),
        (("全县有低保对象4198户。", "抽查126户，占低保对象总户数的8.0%。"), "GW526"),
        (("全县有低保对象4198户，抽查126户，占低保对象总户数的8.0%。",), "GW526"),
        (("全县现有养老机构42家，其中二级以上21家，占全县养老机构的52%。",), "GW526"),
        (("全县现有养老机构42家。", "二级以上21家，占全县养老机构总数的52%。"), "GW526"),
        (("年内计划改造120户，实际完成126户，为年度计划的105%。",), ""),
        (("年内计划改造120户，实际完成126户，为年度计划的150%。",), "GW536"),
        (("全年培训护理员210人，培训经费15.6万元，人均600元。",), "GW570"),
        (("受助对象858人，其中，助学项目人均3000元，助医项目人均5600元。",), ""),
        (("2025年有48个，到2030年增加到96个，比2025年翻一番。",), ""),
        (("由2025年的48个起步，到2030年增加到96个，比2025年翻两番。",), "GW536"),
        (("费用由两县分别按照60%和40%的比例分担。",), ""),
        (("费用由两县分别按照60%和50%的比例分担。",), "GW536"),
        (("上半年支出978.9万元，下半年支出1036.1万元，全年支出2015.0万元。",), ""),
        (("上半年支出978.9万元，下半年支出1063.1万元，全年支出2015.0万元。",), "GW536"),
        (("全县有低保对象4186户6752人，比上年减少45户16人。",), ""),
        (("全县有低保对象6752户4186人。",), "GW540"),
        (("会议应到9人，实到8人，请假1人。", "8人同意。"), ""),
        (("会议应到9人，实到7人，请假1人。",), "GW540"),
        (("建立问题清单、责任清单2个清单。",), ""),
        (("建立问题清单、责任清单3个清单。",), "GW651"),
        (("包括职业道德、服务规范等8门课程。",), ""),
        (("包括职业道德、服务规范3门课程。",), "GW651"),
        (("分为准备阶段、实施阶段、总结阶段4个阶段。",), "GW651"),
        (("分为准备、实施、总结4个阶段。",), "GW651"),
        (("包括生活照料、医疗护理3个方面。",), "GW651"),
        (("具体如上表。",), "GW596"),
        (("河口镇11份、白沙街道8份、云溪镇2份，共21份。",), ""),
        (("河口镇11份、白沙街道8份、云溪镇2份，共23份。",), "GW530"),
        (("总投资246.5万元，补助160万元，其余86.5万元自筹。",), ""),
        (("总投资246.5万元，补助160万元，其余96.5万元自筹。",), "GW530"),
        (("评出一等奖2名、二等奖3名，其余10名为三等奖。",), ""),
        (("支出238.6万元，预算230万元，超出的8.6万元由结余解决。",), ""),
        (("支出238.6万元，预算230万元，超出的6.8万元由结余解决。",), "GW530"),
        (("有低保对象6791人。其中，老年人8126人，残疾人2287人。",), "GW530"),
        (("做到应保尽保，但发现应保未保8户。",), "GW520"),
        (("推动应保尽保，补发漏保的低保金。",), ""),
        (("实现零投诉。",), "GW520"),
        (("争取实现零投诉。",), ""),
    ],
)
def test_what_a_text_tells_comes_out(texts: tuple[str, ...], code: str) -> None:
    assert found(notice(title=REPORT, body=texts)) == ([code] if code else [])


def table(*rows: tuple[str, ...], title: str = "", body: tuple[str, ...] = ()) -> Subject:
    return notice(title=REPORT, body=body or ("情况如下。",), grids=(Grid(1, rows, 1, 1, title),))


SEASONS = (("季度", "2025年", "2026年", "增减", "增长"), ("第一季度", "455.3", "478.2", "22.9", "5.0%"),
           ("第二季度", "480.6", "500.7", "20.1", "4.2%"))  # fmt: skip


@pytest.mark.parametrize(
    ("row", "wrong"),
    [
        (("第三季度", "497.2", "490.1", "-7.1", "-1.4%"), 0),
        (("第三季度", "497.2", "490.1", "7.1", "-1.4%"), 1),
        (("第三季度", "497.2", "490.1", "-7.1", "1.4%"), 1),
        (("第三季度", "497.2", "490.1", "—", "—"), 0),
    ],
)
def test_columns_of_change_come_out_with_their_signs(row: tuple[str, ...], wrong: int) -> None:
    assert found(table(*SEASONS, row)) == ["GW598"] * wrong


def test_what_came_and_went_is_no_difference_of_two_columns() -> None:
    rows = (("乡镇", "年初", "增加", "减少", "年末"), ("河口镇", "10", "2", "0", "12"), ("青石镇", "8", "1", "0", "9"),
            ("云溪镇", "9", "3", "2", "10"))  # fmt: skip
    assert not found(table(*rows))


@pytest.mark.parametrize(("year", "wrong"), [("1912.4", 0), ("1921.4", 1)])
def test_a_year_is_its_quarters(year: str, wrong: int) -> None:
    rows = (("季度", "支出"), ("第一季度", "455.3"), ("第二季度", "480.6"), ("第三季度", "497.2"),
            ("第四季度", "479.3"))  # fmt: skip
    assert found(table(*rows, ("全年", year))) == ["GW525"] * wrong
    assert not found(table(*rows[:3], ("全年", year)))


def test_a_row_behind_the_total_is_told_unless_it_is_something_else() -> None:
    rows = (("乡镇", "人数"), ("河口镇", "3"), ("青石镇", "5"), ("合计", "8"))
    assert found(table(*rows, ("云溪镇", "4"))) == ["GW525"]
    assert not found(table(*rows, ("上年同期", "7"))) and not found(table(*rows, ("备注", "—")))
    assert found(table(rows[0], ("河口镇", "约3"), *rows[2:])) == ["GW525"]


@pytest.mark.parametrize(("total", "wrong"), [("30.8%", False), ("100%", True)])
def test_percentages_are_summed_up_to_a_hundred_only(total: str, wrong: bool) -> None:
    rows = (("乡镇", "生态安葬"), ("河口镇", "33.3%"), ("青石镇", "25.0%"), ("云溪镇", "23.4%"), ("合计", total))
    assert found(table(*rows)) == ["GW525"] * wrong


def test_ranks_follow_scores() -> None:
    rows = (("名次", "单位", "得分"), ("1", "云溪镇", "96.5"), ("2", "河口镇", "95.0"), ("2", "南园街道", "95.0"))
    assert not found(table(*rows, ("4", "青石镇", "90.4"), body=("最高分与最低分相差6.1分，平均94.23分。",)))
    assert found(table(*rows, ("1", "青石镇", "90.4"))) == ["GW597"]
    assert found(table(*rows, ("4", "青石镇", "90.4"), body=("最高分与最低分相差5.1分。",))) == ["GW597"]


@pytest.mark.parametrize(
    ("done", "verified", "state", "wrong"),
    [
        ("2026-02-12", "2026-02-13", "已销号", 0), ("2026-02-12", "2026-02-10", "已销号", 1),
        ("2026-02-12", "2026-02-13", "整改中", 1), ("2026-02-12", "2026-02-25", "已销号", 1),
    ],
)  # fmt: skip
def test_days_of_a_list_stand_in_order_and_before_its_end(done: str, verified: str, state: str, wrong: int) -> None:
    rows = (("编号", "完成日期", "复核日期", "状态"), ("1", done, verified, state))
    said = ("截至2026年2月20日，全部通过复核。",)
    told = [code for code in found(table(*rows, title="销号清单", body=said)) if code == "GW652"]
    assert told == ["GW652"] * wrong
