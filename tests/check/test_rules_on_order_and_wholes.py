"""Rules on days that cannot be, on parts against their whole and on words of another level: told, and let pass."""

from __future__ import annotations

import pytest

from reporter.check.samples import enclosed, line, notice
from tests.check.told import found

BULLETIN = "安和县民政局关于第二季度养老机构隐患整改情况的通报"
HOMES = "全县42家养老机构均已备案。"


@pytest.mark.parametrize(
    ("text", "code", "wrong"),
    [
        ("截至2026年7月30日，共排查发现隐患190条。", "GW608", True),
        ("按照《养老机构服务安全基本规范》（GB 38600—2029）执行。", "GW608", True),
        ("按照《养老机构服务安全基本规范》（GB 38600—2019）执行。", "GW608", False),
        ("截至2026年2月28日，共排查发现隐患190条。", "GW608", False),
        ("截至2026年7月30日，要累计排查42家，确保已查机构不漏。", "GW608", False),
        ("报名时间自即日起，截至2026年7月30日，共30天。", "GW608", False),
        ("办法已经2026年5月9日县人民政府第52次常务会议通过。", "GW608", True),
        ("办法已经2026年2月9日县人民政府第52次常务会议通过。", "GW608", False),
        ("4月10日前完成排查，7月10日前完成整改。", "GW615", False),
        ("12月20日前报送自查情况，11月10日前报送工作总结。", "GW615", True),
        ("现有敬老院6所。6所敬老院均建成较早，其中7所敬老院没有电梯。", "GW530", True),
        ("现有敬老院6所。6所敬老院均建成较早，其中5所敬老院没有电梯。", "GW530", False),
        ("共需资金5600万元。其中，上级补助4300元，县级预算安排1300万元。", "GW562", True),
        ("共需资金5600万元。其中，上级补助4300万元，县级预算安排1300万元。", "GW562", False),
        ("我区现有敬老院6所。", "GW545", True),
        ("结合我区实际执行自治区的规定。", "GW545", False),
    ],
)
def test_days_parts_and_levels_that_cannot_be(text: str, code: str, wrong: bool) -> None:
    assert found(notice(body=(text,)), code) == wrong


@pytest.mark.parametrize(
    ("share", "wrong"), [("21家，占全县养老机构的50%。", False), ("21家，占全县养老机构的52%。", True)]
)
def test_a_share_of_all_homes_is_of_their_number(share: str, wrong: bool) -> None:
    assert found(notice(body=(HOMES, f"二级以上{share}")), "GW526") == wrong


@pytest.mark.parametrize(("total", "wrong"), [("12.6万元", False), ("15.6万元", True)])
def test_a_mean_is_of_the_heads_that_the_text_names(total: str, wrong: bool) -> None:
    assert found(notice(body=("全年培训护理员210人次。", f"培训经费{total}，人均600元。")), "GW570") == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("截至2026年3月31日，共排查发现隐患190条。", True),
        ("截至2026年6月30日，共排查发现隐患190条。", False),
        ("截至2026年3月31日发现80条，截至2026年6月30日发现190条。", False),
        ("截至2026年7月5日，共排查发现隐患190条。", False),
    ],
)
def test_what_is_told_of_a_quarter_is_counted_after_it_began(text: str, wrong: bool) -> None:
    assert found(notice(title=BULLETIN, date="2026年7月7日", body=(text,)), "GW542") == wrong


@pytest.mark.parametrize(("quarter", "wrong"), [("第一季度", False), ("第三季度", True)])
def test_minutes_hear_of_no_quarter_to_come(quarter: str, wrong: bool) -> None:
    text = f"2026年6月8日，召开专题会议。会议听取了养老服务股关于{quarter}排查整治情况的汇报。"
    assert found(notice(body=(text,)), "GW542") == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("各养老机构要于6月30日前完成剩余隐患的整改。", True),
        ("各养老机构要于7月31日前完成剩余隐患的整改。", False),
        ("按照要求，各养老机构应于6月30日前完成整改，现已全部完成。", False),
    ],
)
def test_what_a_bulletin_asks_for_is_still_to_come(text: str, wrong: bool) -> None:
    assert found(notice(title=BULLETIN, date="2026年7月7日", body=(text,)), "GW609") == wrong


def test_what_is_left_has_one_number_whenever_it_is_due() -> None:
    told = "截至6月30日，发现隐患190条，未整改15条。"
    assert found(notice(body=(told, "各机构要于7月31日前完成剩余25条隐患的整改。")), "GW528")
    assert not found(notice(body=(told, "各机构要于7月31日前完成剩余15条隐患的整改。")), "GW528")


@pytest.mark.parametrize(("number", "wrong"), [("安财联", True), ("安民联", False), ("安联", False)])
def test_a_joint_series_is_not_another_agencys(number: str, wrong: bool) -> None:
    names = ("安和县民政局", "安和县财政局")
    assert found(notice(mark=names, signatory=names, number=f"{number}〔2026〕12号"), "GW224") == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("设第一、第二、第三共3个检查组，检查机构数分别为15家、14家和13家。", False),
        ("设第一、第二、第三共3个检查组，检查机构数分别为15家和27家。", True),
    ],
)
def test_as_many_figures_follow_as_there_are_groups(text: str, wrong: bool) -> None:
    assert found(notice(body=(text,)), "GW546") == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("设置生活照料、医疗护理、康复训练和后勤保障4个功能区。", False),
        ("设置生活照料、医疗护理、康复训练和后勤保障6个功能区。", True),
        ("由民政、住房和城乡建设2个部门负责。", False),
        ("由民政、卫生健康、住房和城乡建设3个部门负责。", False),
        ("由民政、财政等6个部门负责。", False),
        ("排查河口镇、青石镇、柳溪镇3个镇。", False),
        ("排查河口镇、青石镇、柳溪镇4个镇。", True),
        ("排查河口镇、龙山乡4个乡镇。", True),
        ("约谈康宁养老院、常青养老公寓3家养老机构。", True),
        ("检查河口镇、青石镇5家养老机构。", False),
        ("抽查公办、民办12家养老机构。", False),
        ("各敬老院、养老院20家养老机构参加。", False),
    ],
)
def test_as_many_are_listed_as_are_said(text: str, wrong: bool) -> None:
    assert found(notice(body=(text,)), "GW651") == wrong


def test_a_day_without_a_year_is_of_the_year_named_before() -> None:
    text = "2027年6月底前完成全县养老机构的排查，10月底前完成整改。"
    assert not found(notice(body=(text,)), "GW615")


@pytest.mark.parametrize(
    ("first", "left", "wrong"), [(-3.0, 5.0, False), (2.0, 0.0, False), (-3.0, 0.0, True)]
)
def test_what_is_attached_is_named_two_characters_in(first: float, left: float, wrong: bool) -> None:
    name = line("附件：整改清单", "attachments", looks={"first": first, "left": left})
    assert found(notice(attachments=name, attachment_label=enclosed("整改清单")), "GW440") == wrong


@pytest.mark.parametrize(
    ("names", "wrong"),
    [
        (("白沙街道、河口镇。", "其中，百沙街道有7条。"), True),
        (("白沙街道、河口镇。", "其中，白沙街道有7条。"), False),
        (("河东镇、河西镇。", "其中，河东镇有7条。"), False),
    ],
)
def test_a_township_is_written_with_one_set_of_characters(names: tuple[str, ...], wrong: bool) -> None:
    assert found(notice(body=names), "GW577") == wrong


@pytest.mark.parametrize(
    ("texts", "wrong"),
    [
        (("对低洼区域的六家养老机构逐一核查。", "与3家超市签订协议。"), True),
        (("对低洼区域的6家养老机构逐一核查。", "与3家超市签订协议。"), False),
        (("一家一策，两家共建。", "有六成机构达标，共3家。"), False),
    ],
)
def test_institutions_are_counted_in_one_kind_of_digits(texts: tuple[str, ...], wrong: bool) -> None:
    assert found(notice(body=texts), "GW515") == wrong
