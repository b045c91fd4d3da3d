"""Figures in the words of practice that belong to several things, or whose other part is not told: no error."""

from __future__ import annotations

import pytest

from reporter.check.samples import notice
from tests.check.told import REPORT, by_rule, codes, severities


@pytest.mark.parametrize(
    ("text", "said"),
    [
        # the part of the rate may be any number of the 39
        ("检查政务网站39家，其中部门网站27家、乡镇网站12家，检查合格率为100%。", []),
        ("检查网站328个（含乡镇网站153个），抽查合格率91.8%。", []),
        # all but those that failed
        ("共检查网站314个，不合格55个，合格率为82.48%。", []),
        ("应参训40人，缺席2人，参训率95%。", []),
        ("共检查网站314个，不合格55个，合格率为84.48%。", ["error"]),
        # no part of 39 gives it
        ("检查政务网站39家，其中部门网站27家、乡镇网站12家，检查合格率为98.6%。", ["warning"]),
        ("检查政务网站39家，合格37家，合格率为98.6%。", ["error"]),
        ("发放问卷2400份，收回2256份，回收率为49.0%。", ["error"]),
        # of how many is not told
        ("全县登记网站328个，其中乡镇网站153个，占全市网站总数的2.3%。", []),
        ("老年人口8.4万人，占总人口的14.7%，其中城区2.4万人，占15.9%。", []),
        ("检查无证机构16家，取缔10家，占拟取缔机构的100%。", []),
        ("检查机构40家，其中民办15家，占40.5%。", ["error"]),
        ("检查机构40家，其中民办15家，占总数的40.5%。", ["error"]),
        ("审核通过30件，占全县申请300件的15%，其中河口镇6件。", ["error"]),
    ],
)
def test_a_rate_is_surely_wrong_only_where_part_and_whole_are_told(text: str, said: list[str]) -> None:
    assert severities("GW526", text) == said


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (("低保金1342万元，其中春节补贴576万元；供养资金88万元，其中春节补贴21万元。",), []),
        (("城市低保对象395人，保障标准为744元/人·月。", "农村低保对象8778人，保障标准为6720元/人·年。"), []),
        (("城市低保对象395人，保障标准为744元。", "农村低保对象8778人，保障标准为672元。"), []),
        (("今年以来，保障标准为744元。", "农村低保对象8778人，保障标准为672元。"), ["warning"]),
        (("城市低保对象395人，保障标准为744元。", "城市低保对象395人，保障标准为774元。"), ["error"]),
        (("全年发放高龄津贴412.6万元。", "全年共发放高龄津贴421.6万元。"), ["error"]),
    ],
)
def test_the_same_words_are_surely_of_one_thing_only_where_the_sentence_is_of_it(
    body: tuple[str, ...], said: list[str]
) -> None:
    assert severities("GW528", *body) == said


def test_parts_are_held_against_the_total_of_their_own_item() -> None:
    text = "集中供养资金88万元，其中春节补贴21万元；分散供养资金177余万元，其中春节补贴60.5万元，电费补贴1.7万元。"
    assert "GW530" not in codes(notice(title=REPORT, body=(text,)))
    wrong = "分散供养资金177万元，其中春节补贴160.5万元，电费补贴31.7万元。"
    assert "GW530" in codes(notice(title=REPORT, body=(wrong,)))


@pytest.mark.parametrize(
    ("listed", "told"),
    [
        ("涵盖政务动态24条、社会救助455条、其他信息124条", False),
        ("涵盖政务动态24条、社会救助455条、其他信息105条", True),
        ("涵盖政务动态24条、社会救助455条", False),
    ],
)
def test_what_a_total_covers_is_all_of_it_where_others_close_the_list(listed: str, told: bool) -> None:
    assert ("GW530" in codes(notice(title=REPORT, body=(f"发布各类信息603条，{listed}。",)))) is told


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("社会服务机构应当于每年3月31日前报送工作报告，经审查同意后，于2025年5月31日前报送登记机关。", []),
        ("条例规定：“社会服务机构应当于2025年3月31日前报送上一年度的工作报告。”", []),
        ("请各社会服务机构于2025年5月31日前报送工作报告。", ["error"]),
    ],
)
def test_what_is_due_every_year_is_no_deadline_that_has_passed(text: str, said: list[str]) -> None:
    assert severities("GW609", text, title="安和县民政局关于开展年度检查的通知") == said


def test_a_mouth_to_feed_is_no_slip_of_the_aged() -> None:
    assert "GW519" not in codes(notice(title=REPORT, body=("我县老人人口比例逐年上升。",)))
    assert "GW519" in codes(notice(title=REPORT, body=("我县为老人人办理了津贴。",)))


@pytest.mark.parametrize(("to", "told"), [("临澜市人民政府：", False), ("各养老机构：", True)])
def test_who_asks_above_may_speak_of_the_whole(to: str, told: bool) -> None:
    paper = notice(
        title="安和县民政局关于建设养老服务中心的请示",
        recipients=to,
        body=("建成后，可以促进我市南部养老服务发展。",),
    )
    assert ("GW545" in codes(paper)) is told


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("全市批准立案87件、结案60件，同比分别下降15.6%、12.9%。", []),
        ("全市立案87件、上年60件，同比增长15.6%。", ["error"]),
        ("比“十二五”时期投入增长，累计完成80966万元，是前五年43200万元的1.87倍，年均增长10.95%。", []),
        # what the rounding of 1.06 and of 24.47 accounts for
        ("普惠性机构24.47万所，比上年增加1.06万所，增长4.55%。", []),
        ("普惠性机构24.47万所，比上年增加1.06万所，增长4.65%。", ["error"]),
    ],
)
def test_a_change_is_held_against_what_it_is_of(text: str, said: list[str]) -> None:
    assert severities("GW567", text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("全县受理举报115件，办结146件（部分为5月9日之前受理）。", []),
        ("全县受理举报115件，办结146件（详见附表）。", ["warning"]),
    ],
)
def test_more_may_be_done_than_came_where_some_came_before(text: str, said: list[str]) -> None:
    assert severities("GW621", text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("原有19个乡镇中15个较远，占近1/3，29.9万农业人口中有8.05万老年人口，老年人口占26.9%。", []),
        ("原有19个乡镇中15个较远，占26.9%。", ["error"]),
    ],
)
def test_a_rate_may_be_of_figures_without_a_unit(text: str, said: list[str]) -> None:
    assert severities("GW526", text) == said


@pytest.mark.parametrize(
    ("body", "said"),
    [
        # two batches: what is told beside it differs as well
        (
            (
                "6月17日，全县对第六批27件举报件进行办理，其中已办结7件，责令整改3家。",
                "截至6月17日，全县对六批395件举报件进行办理，其中已办结151件，责令整改88家。",
            ),
            [],
        ),
        # one batch: what is told beside it agrees
        (
            (
                "全县对395件举报件进行办理，其中已办结151件，责令整改单位83家。",
                "全县对395件举报件进行办理，其中已办结151件，责令整改单位88家。",
            ),
            ["error"],
        ),
        (("竣工决算送审金额282.8万元，审定金额265.3万元。", "其中送审金额31.2万元，审定金额30.9万元。"), []),
        (("送审金额282.8万元，审定金额265.3万元。", "送审金额282.8万元，审定金额256.3万元。"), ["error"]),
        # a part of what was told before it
        (("检出不合格食品347批。其中，市局完成的4068批抽检中，检出不合格食品158批。",), []),
        (("全年检出不合格食品347批。", "全年检出不合格食品158批。"), ["error"]),
        # by how much what was told right before has changed
        (("与上年相比，事故起数减少52起。其中，重大事故26起。与上年相比，事故起数减少12起。",), []),
        (("与上年相比，事故起数减少52起。", "与上年相比，事故起数减少12起。"), ["error"]),
        # of whom, the label of the paragraph says
        (("（一）县水务局：未上缴非税收入30万元。", "（二）县商务局：未上缴非税收入36.9万元。"), []),
        (("（一）县水务局：未上缴非税收入30万元。", "（二）县水务局：未上缴非税收入36.9万元。"), ["error"]),
        # of whom, the sentence says before a semicolon
        (
            (
                "全县有学校518所，增加5所；专任教师1672人，增加45人。",
                "幼儿园教职工453人，增加33人；专任教师258人，增加14人。",
            ),
            [],
        ),
    ],
)
def test_what_stands_beside_a_figure_tells_whether_it_is_of_the_same(body: tuple[str, ...], said: list[str]) -> None:
    assert severities("GW528", *body) == said


@pytest.mark.parametrize(
    ("code", "text", "said"),
    [
        ("GW530", "确定事项405项，正在办理20项。其中第六次会议44项，完成43项，正在办理1项；第八次会议38项。", []),
        ("GW530", "登记社会组织76家，其中社会团体39家，民办非企业单位39家。", ["error"]),
        ("GW567", "粮食面积11057公顷，比上年增加70公顷，棉花面积504公顷，增加19公顷。", []),
        ("GW567", "去年粮食面积500公顷，今年504公顷，比上年增加19公顷。", ["error"]),
    ],
)
def test_a_figure_that_has_its_own_parts_or_change_is_no_part_of_another(
    code: str, text: str, said: list[str]
) -> None:
    assert severities(code, text) == said


def test_figures_of_two_spans_of_a_year_are_two() -> None:
    body = ("7月份以来，因灾直接经济损失582.7亿元。", "今年洪灾造成倒塌房屋3间，因灾直接经济损失2751.6亿元。")
    assert by_rule("GW528", notice(body=body)) == []


def test_two_shares_that_fell_and_a_third_are_no_figures_and_their_change() -> None:
    assert by_rule("GW567", notice(body=("起数下降29.1%和24.1%，同比下降38.5%。",))) == []


def test_what_is_told_of_one_field_is_not_held_against_another() -> None:
    body = ("矿山方面：检查企业8家，发现一般隐患32条。电梯方面：检查企业12家，发现一般隐患3条。",)
    assert by_rule("GW528", notice(body=body)) == []
