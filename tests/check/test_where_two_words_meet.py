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


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("GW569", "取得实实在在的成效，上上下下一致好评。"),
        ("GW569", "各国反对对其动武。"),
        ("GW569", "带来越来越多的便利。"),
        ("GW519", "由各单位自己完成。"),
        ("GW519", "房间里空气像凝固了。"),
        ("GW590", "从6月开始起草，新建二桥的计划已经全部完成。"),
        ("GW505", "坚持自愿、等价、互利，按章办理。"),
        ("GW575", "社会捐款200万港元，投入30万个劳动日。"),
        ("GW565", "全省有500多个县以上机关。"),
        ("GW611", "自17年前成立以来，连续使用25年至30年。"),
        ("GW526", "扶贫贷款5.6亿元，其中到户近5亿元，占贷款额的80%。"),
        ("GW526", "覆盖400个县，含区36个，约占全国人口的15%。"),
        ("GW567", "84个部门减至目前的53个，人员减少了15%。"),
        ("GW567", "收入107.2亿元，首次突破100亿元，比上年增长15%。"),
        ("GW567", "全年征收关税和进口环节税940亿元，比上年增加88.4亿元，增长10.4%。"),
        ("GW530", "28个省人大制定了法规，17个省人民政府制定实施了共计25个规章。"),
        ("GW530", "年收入20亿元以上的企业，其中100亿元以上的7家。"),
    ],
)
def test_what_newspapers_write_every_day_is_right(code: str, text: str) -> None:
    assert by_rule(code, notice(body=(text,))) == []
