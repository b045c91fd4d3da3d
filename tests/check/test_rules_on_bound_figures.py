"""Figures, lists and times that bind one another, in the words of several papers."""

from __future__ import annotations

import pytest

from reporter.artefacts.seen.model import Grid
from reporter.check.samples import notice
from reporter.check.subject import Subject
from tests.check.told import by_rule


@pytest.mark.parametrize(
    ("code", "right", "was", "now"),
    [
        ("GW621", "平均用时9个工作日，比规定的15个工作日缩短6个工作日。", "用时9", "用时19"),
        ("GW621", "平均用时9个工作日，比规定的15个工作日缩短6个工作日。", "缩短", "延长"),
        ("GW621", "办理时间由3.5小时缩短到1.4小时，缩短了60%。", "60%", "40%"),
        ("GW621", "接收捐赠280.0万元，完成年度目标250万元的112.0%。", "112", "102"),
        ("GW621", "捐赠280万元，参加的有90家，比2025年的256万元增加24万元。", "24万", "26万"),
        ("GW621", "知晓率为78.0%，仍低于85%的目标。", "低于", "高于"),
        ("GW621", "受理申请27件，办结27件。", "办结27", "办结29"),
        ("GW621", "拟分2026年、2027年两个年度安排。", "2027", "2026"),
        ("GW622", "建立6支巡查队，每支由民政、公安部门各1人和志愿者3人组成，共30人。", "共30", "共36"),
        ("GW622", "单笔10万元以上的企业有4家，合计捐赠62万元。", "62", "32"),
        ("GW622", "共5070人次，其中同时领取两项补贴的1120人，实际受益3950人。", "3950", "3590"),
        ("GW622", "安排3400万元。分两年安排，2026年1400万元、2027年2000万元。", "2000", "2400"),
        ("GW622", "服务5070人次。共有经办人员7名，平均每人服务724人次。", "724", "742"),
        ("GW624", "共86名。按照就读阶段划分，小学28名，初中24名，高中34名。", "28", "82"),
        ("GW624", "用地12.6公顷，其中新增用地7.8公顷、改建用地4.8公顷。", "4.8", "4.08"),
        ("GW631", "到2027年底，公墓覆盖率达到80%；到2030年底，覆盖率达到100%。", "100%", "70%"),
        ("GW631", "收到意见35条，采纳28条，采纳率为80.0%。", "采纳28条", "全部采纳"),
        ("GW631", "有5处没有建立安葬台账，没有建立安葬台账的5处要补建。", "的5处", "的6处"),
        ("GW633", "按照县、乡、村三级布局。", "三级", "四级"),
        ("GW633", "县公安局、县财政局、县司法局、县民政局等9个部门。", "等9", "等3"),
        ("GW633", "每月联合检查1次，4个月共检查4次。", "检查4", "检查6"),
        ("GW633", "单人墓、双人合葬墓的占地面积分别不超过0.5平方米、0.8平方米。", "0.5平方米、", ""),
        ("GW633", "存在两个问题：一是进展不平衡。二是管理不规范。", "一是", ""),
        ("GW634", "2026年1月至2月，全县火化遗体380具。", "2月", "6月"),
        ("GW635", "公示期为11月16日至20日，共5个工作日。", "共5", "共9"),
        ("GW635", "2026年10月底前完成初步设计审批，12月底前开工。", "12月", "9月"),
        ("GW612", "公示期为11月16日至20日。", "20", "12"),
        ("GW618", "七夕节（农历七月初七）延长办公。", "初七", "初九"),
    ],
)  # fmt: skip
def test_a_sentence_that_comes_out_is_left_alone_and_is_told_with_another_figure(
    code: str, right: str, was: str, now: str
) -> None:
    assert by_rule(code, notice(body=(right,))) == []
    assert by_rule(code, notice(body=(right.replace(was, now),))) != []


def test_stages_that_overlap_are_told_and_those_of_a_winter_that_follow_one_another_are_not() -> None:
    def stages(second: str) -> Subject:
        first, last = "（一）部署阶段（11月20日至30日）。", "（三）总结阶段（3月11日至20日）。"
        return notice(body=(first, f"（二）实施阶段（{second}）。", last))

    assert by_rule("GW635", stages("12月1日至2027年3月10日")) == []
    assert [one.message for one in by_rule("GW635", stages("11月25日至2027年3月10日"))] == ["开始时上一阶段还没有结束"]


def test_a_share_that_does_not_fit_the_whole_of_the_others_is_told() -> None:
    right = "省级补助272.11万元，占40%；市级补助136.06万元，占20%；县级配套272.11万元，占40%。"
    assert by_rule("GW623", notice(body=(right,))) == []
    wrong = by_rule("GW623", notice(body=(right.replace("占20%", "占30%"),)))
    assert ["20%" in one.message for one in wrong] == [True]


def test_a_total_of_the_text_of_another_scope_than_the_table_is_no_fault() -> None:
    rows = (("年度", "走访老人（名）"), ("2024年", "400"), ("2025年", "460"), ("合计", "860"))
    assert by_rule("GW629", notice(body=("今年共走访老人190名。",), grids=(Grid(1, rows, 1),))) == []
    assert by_rule("GW629", notice(body=("三年共走访老人680名。",), grids=(Grid(1, rows, 1),))) != []


def test_persons_may_be_of_several_kinds() -> None:
    text = "共有低保对象6752人。其中，老年人3126人，残疾人2287人，重病患者1539人。"
    assert by_rule("GW624", notice(body=(text,))) == []


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        (("2", "5", "64", "29"), 0), (("2", "5", "64处", "29"), 1), (("2", "5", "", "29"), 1),
        (("2", "5", "1900/3/4", "29"), 1), (("2%", "5%", "64", "29%"), 1),
    ],
)  # fmt: skip
def test_a_cell_unlike_its_column_is_told(cells: tuple[str, ...], told: int) -> None:
    rows = (("设施类别", "现有（处）"), *((f"{kind}站点", cell) for kind, cell in zip("甲乙丙丁", cells, strict=True)))
    assert len(by_rule("GW626", notice(grids=(Grid(1, rows, 1),)))) == told
