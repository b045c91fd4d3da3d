"""What ends one word and begins the next is no misspelled word and none that stands twice."""

from __future__ import annotations

import pytest

from reporter.check.samples import notice
from tests.check.told import by_rule

RIGHT = (
    "由村民自己经营，自己经手。", "关键全靠制度落实。", "投资迅速增长，交通迅速恢复。",
    "掌握退休现状和退休金发放情况。", "提升培训对象素质。", "现询问贵单位意见。", "组织参观查看台账。",
    "邀请教授于3月授课。", "调整休息时间。", "审讯期间保持联系。", "内部暑期活动取消。", "第一批覆盖8个乡镇。",
    "在服务方面绩效明显。", "借签订合同之机收费。", "由上海棉纺厂捐赠。", "严重覆冰路段禁止通行。",
    "对像样的做法予以推广。", "在大型势力范围内。", "毕竟选址困难。", "发布署名文章。", "严峻工作形势。",
    "虽然末位已经淘汰。", "发放报酬资金，报酬集中发放。", "回收覆盖材料。",
)  # fmt: skip
WRONG = (
    "目前己经完成。", "建立键全制度。", "安装通迅设备。", "提供资迅服务。", "休现人文关怀。", "保障对像的权益。",
    "实地观查现场。", "授于荣誉称号。", "整休推进。", "进入讯期以后。", "周密部暑。", "请予批覆。",
    "房屋面绩达标。", "学习借签外地经验。", "一块海棉。", "不要重覆建设。", "形成新型势。", "参加竟选。",
    "做好布署工作。", "项目峻工。",
)  # fmt: skip
NOT_TWICE = (
    "申请人可以以书面形式提出。", "会议纪要要及时印发。", "以欺老行为为重点。", "事由由单位填写。",
    "今后后勤保障由办公室负责。", "实事求是是重要内容。", "感谢各界的参与与支持。", "开展年检检查。",
    "地下下水道已改造。", "经费予以以工代赈。", "其中中专学历12人。", "及格率以及及格线按规定执行。",
    "省以下下拨资金。", "发展方向向好。", "不以营利为目的的单位。",
)  # fmt: skip


@pytest.mark.parametrize("text", RIGHT)
def test_two_words_that_meet_are_no_misspelled_one(text: str) -> None:
    assert by_rule("GW519", notice(body=(text,))) == []


@pytest.mark.parametrize("text", WRONG)
def test_the_misspelled_word_itself_is_told(text: str) -> None:
    assert len(by_rule("GW519", notice(body=(text,)))) == 1


@pytest.mark.parametrize("text", NOT_TWICE)
def test_two_words_that_meet_are_no_doubled_one(text: str) -> None:
    assert by_rule("GW569", notice(body=(text,))) == []
