"""Words that are often misspelled, and such as only look so."""

from __future__ import annotations

import pytest

from reporter.check.judging import judge
from reporter.check.lookalikes import misspelled
from reporter.check.rare import rare_in
from reporter.check.samples import notice


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("具休项目见下表。", "具体"), ("覆盖面积12.6公倾。", "公顷"), ("逐户开展人户核查。", "入户"),
        ("比平均水平低7.4个百分比。", "个百分点"), ("不得挪用、截流善款。", "截留"), ("尚末申请的残疾人。", "未"),
        ("各镇要作好物资保障。", "做好"), ("群众反应强烈。", "反映强烈"),
        ("釆取措施。", "采取"), ("既便下雨。", "即便"), ("9月20曰前报送。", "日"),
        ("依照gb/t 37276。", "GB/T"), ("截止目前完成。", "截至"),
        ("在村（社区）公式栏张贴。", "公示"), ("要一股作气完成。", "一鼓作气"),
        ("做到一丝不荀。", "一丝不苟"), ("防止疫情蔓沿。", "蔓延"), ("由审记部门核实。", "审计"),
        ("生活必须品储备。", "必需品"),
        ("地方国家权利机关。", "权力机关"), ("发放消费卷。", "消费券"), ("落实取暧措施。", "取暖"),
    ],
)  # fmt: skip
def test_tells_what_a_misspelled_word_should_be(text: str, right: str) -> None:
    assert {found[2] for found in misspelled(text, rare_in(text))} == {right}


@pytest.mark.parametrize(
    "text",
    [
        "办公倾向性问题", "资金分配和使用情况", "工作好的单位", "预防犯罪教育", "人户分离的家庭", "年末完成验收",
        "消防、用电等级评定", "计算公式见附件", "兜底保障对象", "退休系统升级", "学习贯彻条例", "从学前班开始普及",
        "建成集休闲、康复于一体的中心", "平均下降3个百分点", "编制评审记录", "发布暑期安全提示", "任凭添加燃料",
        "大规模排查", "降低触电风险", "降低押金标准", "公安捡拾物品登记", "必须品学兼优", "饮用水份额",
        "提供坚强有力的组织保证", "进行深入的研究", "得到全面、切实的执行",
    ],
)  # fmt: skip
def test_says_nothing_of_words_that_meet(text: str) -> None:
    found = [one for one in judge(notice(body=(f"{text}。",))).findings if one.code == "GW519"]
    assert found == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("尚末完成整改", "末"), ("并末完成", "末"), ("至今末整改", "至今末"), ("擅自末整改", "擅自末"),
        ("户籍等级造册", "户籍等级"), ("人员等级造册", "等级"), ("己完成", "己"), ("己经完成", "己经"),
        ("签定协议", "签定"), ("按装报警器", "按装"),
        ("即然如此", "即然"), ("既使下雨", "既使"), ("立即整攺", "整攺"),
        ("搭设帐蓬", "帐蓬"), ("密切配和做好", "密切配和"), ("张榜公式名单", "张榜公式"),
    ],
)  # fmt: skip
def test_one_wrong_word_is_told_once(text: str, wrong: str) -> None:
    found = [one for one in judge(notice(body=(f"{text}。",))).findings if one.code == "GW519"]
    assert [one.message.partition("”")[0] for one in found] == [f"“{wrong}"]
