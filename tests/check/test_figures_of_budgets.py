"""Reports on a budget and statistical bulletins give many figures in the same words; only those of one thing agree."""

from __future__ import annotations

import pytest

from reporter.check.samples import notice
from tests.check.told import REPORT, by_rule, severities

SPENT = "一般公共预算支出3613万元，为调整后预算的97.3%，与上年的执行进度大体相当，保障了各项民生支出；"
WHOLE = "全县完成财政总收入5240万元。"


@pytest.mark.parametrize(
    ("body", "said"),
    [
        # the plan of each is told in the same words
        (("税收收入3120万元，占年初预算8000万元的39%。", "基金收入960万元，占年初预算2400万元的40%。"), []),
        (("税收收入3120万元，同比增收210万元。", "基金收入960万元，同比增收35万元。"), []),
        # parts of two wholes, and of one
        ((f"{WHOLE}其中：税收收入3120万元。", "地方收入按构成分：税收收入1460万元。"), []),
        ((f"{WHOLE}其中：税收收入3120万元。", f"{WHOLE}其中：税收收入3210万元。"), ["error"]),
        # two years, and one
        (
            ("截至2025年底，全县有农村互助养老设施26个。", "截至2026年底有机构9家。其中，农村互助养老设施31个。"),
            [],
        ),
        (
            ("截至2026年底，全县有农村互助养老设施26个。", "截至2026年底，全县有农村互助养老设施31个。"),
            ["error"],
        ),
    ],
)
def test_what_is_said_in_the_same_words_may_be_of_several_budgets(body: tuple[str, ...], said: list[str]) -> None:
    assert severities("GW528", *body) == said


@pytest.mark.parametrize(
    ("rate", "said"),
    [("5.4", []), ("18.8", ["error"])],
)
def test_a_gain_in_revenue_is_a_change_and_no_other_revenue(rate: str, said: list[str]) -> None:
    assert severities("GW567", f"税收收入2015万元，比上年增收102.6万元，增长{rate}%。") == said


@pytest.mark.parametrize(("last", "said"), [("3.3", ["warning"]), ("3.9", ["error"])])
def test_rounding_may_account_for_the_last_digit_of_a_sum(last: str, said: list[str]) -> None:
    text = f"农林牧渔业总产值16.2亿元，其中农业产值8.8亿元、林业产值4.2亿元、牧业产值{last}亿元。"
    assert severities("GW530", text) == said


@pytest.mark.parametrize(("view", "said"), [("从征收部门看：", []), ("", ["warning"])])
def test_each_view_divides_the_whole_anew(view: str, said: list[str]) -> None:
    first = "从收入结构看：税收收入750万元，占收入的75%；非税收入250万元，占收入的25%。"
    second = f"{view}税务部门900万元，占收入的90%；财政部门100万元，占收入的10%。"
    assert severities("GW623", first + second) == said


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ("税收收入351万元，占年初预算846万元的41.5%；非税收入83万元。", False),
        ("税收收入351万元，非税收入846万元。", True),
    ],
)
def test_what_a_part_is_a_share_of_is_no_part(parts: str, told: bool) -> None:
    paper = notice(title=REPORT, body=(f"完成财政收入434万元。其中：{parts}",))
    assert bool(by_rule("GW624", paper)) is told


@pytest.mark.parametrize(
    ("text", "said"),
    [
        # what the bracket tells is of another part, and 加 goes on from the clause before
        (f"{SPENT}加上解支出52万元，还本支出6万元（累计31万元），支出合计3671万元。", []),
        (f"{SPENT}加上解支出52万元，还本支出6万元（累计31万元），支出合计3691万元。", ["warning"]),
        ("上解支出52万元，还本支出6万元（累计31万元），支出合计68万元。", ["error"]),
        ("加上年结余399万元，补助收入113万元（其中：抗灾资金76万元），转贷收入39万元，收入合计551万元。", []),
        ("上年结余399万元，补助收入113万元（其中：抗灾资金76万元），转贷收入39万元，收入合计561万元。", ["error"]),
        ("向东镇（52户）、向西镇（60户），合计122户。", ["error"]),
        # a total that is rounded, and what is left of many years
        ("配套资金不到位2.62亿元，其中财政部门9942.05万元、单位自筹1.63亿元。", []),
        ("财政部门9942.05万元、单位自筹1.63亿元，合计2.62亿元。", []),
        ("财政部门9942.05万元、单位自筹1.63亿元，合计2.68亿元。", ["error"]),
        ("基金收入309.2亿元；支出246.0亿元；当期结存63.2亿元，累计结存426.4亿元。", []),
        ("基金收入309.2亿元，支出246.0亿元，当期结存93.2亿元。", ["error"]),
        # what became of the whole
        ("共提交提案187件，其中会后17件，经审查立案175件。", []),
        ("共提交提案187件，其中会前17件，会后175件。", ["error"]),
        # of which a part is told, and how many to the thousand
        ("检出不合格食品347批。其中，市局完成的4068批抽检中，不合格158批。", []),
        ("检出不合格食品347批。其中4068批已下架。", ["error"]),
        ("完成抽检166批，其中食品抽检106批、农产品抽检59批，抽检量达到5.3批次/千人。", []),
    ],
)
def test_sums_leave_out_what_is_told_aside(text: str, said: list[str]) -> None:
    assert severities("GW530", text) == said


@pytest.mark.parametrize(
    ("body", "said"),
    [
        # two funds, and the balance of each
        (
            (
                "一般公共预算支出3613万元，债务还本支出67万元，支出合计3680万元。",
                "政府性基金支出831万元，债务还本支出31万元，支出合计862万元。",
            ),
            [],
        ),
        (("上述收支相抵，年终结余656万元。", "上述收支相抵，年终结余907万元。"), []),
        (("全县年终结余资金656万元。", "全县年终结余资金907万元。"), ["error"]),
        # an expenditure and all that goes out
        (("县本级支出417.7万元。", "县本级支出总计515.5万元。"), []),
        # the periods that two figures are held against
        (
            (
                "财政收入80966万元，是“十二五”时期43200万元的1.87倍。",
                "财政支出95264万元，是“十二五”时期48360万元的1.97倍。",
            ),
            [],
        ),
    ],
)
def test_each_fund_and_each_period_has_figures_of_its_own(body: tuple[str, ...], said: list[str]) -> None:
    assert severities("GW528", *body) == said
