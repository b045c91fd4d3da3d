"""Rules about words, measures and marks: what they tell and what they let pass."""

from __future__ import annotations

import pytest

from reporter.check.judging import judge
from reporter.check.samples import notice
from tests.check.told import found, those

WRONG = (
    ("下午17时前报送。", "GW680"), ("办理时间由3.5时缩短到1.4时。", "GW680"), ("收回问卷约2256份。", "GW680"),
    ("设登记窗口06个。", "GW680"), ("服务时长26.4万万小时。", "GW680"), ("占地5200平方。", "GW680"),
    ("加大补贴精准度。", "GW681"), ("虽然床位充足，所以仍要新建。", "GW681"), ("及时把门牌给换掉。", "GW681"),
    ("通过开展宣传，使志愿者了解政策。", "GW682"), ("2025-2026学年发放13人。", "GW683"),
    ("现将有关情况如下：", "GW684"), ("新址位于：康宁路86号。", "GW685"),
    ("一是扩大队伍，二是规范记录；三是强化保障。", "GW685"), ("落实补贴（以下简称甲补贴）制度。", "GW687"),
    ("避免没有发生火灾。", "GW590"), ("严禁不得建设豪华墓。", "GW590"), ("原因是管理不善所致。", "GW590"),
    ("管理费用不得超过总支出的10%以上，不得挪用。", "GW565"), ("治理坟墓1860余座以上。", "GW565"),
    ("设置标志36块（数字待定）。", "GW544"), ("已完成投资#REF!万元。", "GW544"), ("用地面积3，2公顷。", "GW571"),
    ("确定名单。（见附件1、附件2）", "GW583"), ("《殡葬设施规划》（2026—2030年）已经印发。", "GW572"),
    ("比25年的638.4万元增加41.9万元。", "GW611"), ("总投资68OO万元。", "GW574"), ("特殊日期 。每年一次。", "GW564"),
)  # fmt: skip
RIGHT = (
    "下午5时前报送。", "办理时间约30分钟，等候7.5小时。", "附近123户居民，约100户，近365天。", "建筑面积5200平方米。",
    "分别把材料报送两局，特别让群众满意。",
    "提升流程效率，提高服务水平，只有加强管理才能落实。",
    "经讨论通过，使用期为2年。",
    "公示期间，没有收到异议。", "2026—2030年建设。", "现将有关情况报告如下：", "范围包括：低保、特困。",
    "在扶老、助残、救灾、环保等领域。", "落实两项补贴（以下简称补贴）制度，补贴按月发放。",
    "防止发生火灾，避免出现拥挤。",
    "以保障群众为宗旨，为了群众开展服务。", "不得超过总支出的10%。", "60岁以上的老年人超过500人。",
    "（草案）已经通过。",
    "比20年前的情况好。", "2025，2026两年。",
)  # fmt: skip
ABOUT = {code for _, code in WRONG}


@pytest.mark.parametrize(("text", "code"), WRONG)
def test_tells_what_is_worded_wrongly(text: str, code: str) -> None:
    assert found(notice(body=(text,)), code)


@pytest.mark.parametrize("text", RIGHT)
def test_lets_pass_what_is_worded_rightly(text: str) -> None:
    assert not those(notice(body=(text,)), *ABOUT)


def test_tells_who_is_named_twice_among_the_copies() -> None:
    found = judge(notice(cc="抄送：县审计局，县财政局，县审计局。")).findings
    assert [one.message for one in found if one.code == "GW442"] == ["县审计局列了两遍"]
