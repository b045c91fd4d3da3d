"""Round 3: who is addressed, copied and named, what a sentence points to, and what a draft left behind."""

from __future__ import annotations

from tests.corpus.mutators.edit import Docx
from tests.corpus.mutators.registry import mutator, swapping
from tests.corpus.papers.spec import Paper

_swap = swapping(__name__, pdf=False)

_swap(
    "copied_to_its_recipient", "cl.7.4.2", "抄送里又列主送机关（7.4.2：主送以外的机关）", "imprint",
    ("县财政局，县审计局。", "各乡镇人民政府，县审计局。"), ("县民政局，县财政局，县住房和城乡建设局。", "青石镇人民政府，县财政局，县住房和城乡建设局。"),
    ("县消防救援大队，县市场监督管理局。", "云溪镇人民政府，县市场监督管理局。"), also=("R19", "L103", "GW4"),
)  # fmt: skip
_swap(
    "copied_to_itself", "cl.7.4.2", "抄送里列了发文机关自己", "imprint",
    ("县财政局，县审计局。", "县民政局，县审计局。"), ("县审计局，县财政局。", "县审计局，县民政局。"), ("县发展和改革局，县市场监督管理局。", "县民政局，县市场监督管理局。"),
    also=("R19", "R17", "GW4"),
)  # fmt: skip
_swap(
    "contact_without_number", "R27", "附注的联系电话空着", "remark",
    ("联系电话：0000-0000000", "联系电话："), also=("cl.7.3.6", "L095", "R28", "GW4", "GW5"),
)  # fmt: skip
_swap(
    "partner_of_another_name", "R17", "正文所写联合单位与标志、署名不同", "issuers",
    ("县民政局会同县消防救援大队，对12家", "县民政局会同县应急管理局，对12家"), ("县民政局、县财政局研究提出了", "县民政局、县审计局研究提出了"),
    ("县民政局、县卫生健康局每年联合", "县民政局、县医疗保障局每年联合"), ("县民政局、县财政局每半年联合", "县民政局、县审计局每半年联合"), also=("R22", "R8"), pdf=True,
)  # fmt: skip
_swap(
    "asks_those_not_addressed", "R19", "正文要求的单位不在主送机关之列", "recipients",
    ("各机构于8月31日前报送名单", "各乡镇、街道于8月31日前报送名单"), ("未被抽查的机构要于11月6日前", "各乡镇、街道要于11月6日前"), ("各机构要在7月15日12时前", "各乡镇、街道要在7月15日12时前"),
    also=("R15", "R22", "R26", "GW2", "GW3"),
)  # fmt: skip
_swap(
    "table_said_to_be_above", "R24", "表在下面而说“见上表”", "structure",
    ("发放情况见下表。", "发放情况见上表。"), ("具体如下表。", "具体如上表。"), ("得分情况如下表。", "得分情况如上表。"), ("整改情况见下表，", "整改情况见上表，"), ("考核得分见下表。", "考核得分见上表。"),
    also=("R21", "R6", "GW3", "GW5"), pdf=True,
)  # fmt: skip
_swap(
    "two_headings_alike", "R25", "两个小标题文字相同", "heading form",
    ("（二）加强动态管理。", "（二）按时足额发放。"), ("（二）严格管理。", "（二）按时报名。"), ("（三）提高能力。", "（三）完善制度。"), ("（三）检查物资。", "（三）检查房屋。"),
    ("（三）服务方式改进。", "（三）主动发现及时。"), also=("R24", "R8", "L047", "GW3", "GW5"),
)  # fmt: skip
_swap(
    "draft_named_in_the_title", "R27", "有文号、日期的定稿，标题还写“（征求意见稿）”", "title",
    ("低保金发放情况的通报", "低保金发放情况的通报（征求意见稿）"), ("发现问题整改情况的报告", "发现问题整改情况的报告（送审稿）"), ("养老服务人员培训班的通知", "养老服务人员培训班的通知（代拟稿）"),
    ("收入核算有关问题的通知", "收入核算有关问题的通知（讨论稿）"), also=("L020", "L022", "L023", "GW2", "GW3", "GW5"),
)  # fmt: skip
_swap(
    "dash_of_one_cell", "cl.9", "破折号只有一字长（15834 4.10）", "punctuation",
    ("守护夕阳，共建共享。", "守护夕阳—共建共享。"), ("实行“一院一策”，每", "实行“一院一策”—每"), ("推行“全程代办”，代办", "推行“全程代办”—代办"), also=("L060", "L066", "L069", "R25", "GW5"), pdf=True,
)  # fmt: skip


@mutator(
    "cl.7.3.6", "公告、通告的附注写“此件不公开”", "remark",
    needs=lambda paper: paper.name in ("register", "public-notice", "announcement"), also=("R16", "R20", "R28", "GW4"), pdf=True,
)  # fmt: skip
def announced_yet_not_public(page: Docx, paper: Paper) -> str:
    page.replace("此件公开发布", "此件不公开")
    return "此件不公开"


_LONE = {
    "training": ("县职业技术学校实训楼3层。", "二、培训地点"),
    "winter": ("共需经费100万元。", "四、经费来源"),
    "typhoon": ("对擅离职守、造成严重后果的，", "四、严肃工作纪律"),
    "work-plan": ("守护夕阳，共建共享。", "一、活动主题"),
}


@mutator(
    "R27", "标题下面没有内容", "blanks", needs=lambda paper: paper.name in _LONE, also=("R24", "L047", "GW3", "GW5"),
)  # fmt: skip
def heading_without_text(page: Docx, paper: Paper) -> str:
    words, heading = _LONE[paper.name]
    paragraph = page.find(words)
    paragraph.getparent().remove(paragraph)
    return heading
