"""Round 4: places of one paper that tell the same thing otherwise."""

from __future__ import annotations

from tests.corpus.mutators.edit import Docx, say
from tests.corpus.mutators.registry import mutator, swapping_of
from tests.corpus.papers.spec import Paper

_ALL = ("R1", "R2", "R4", "R6", "R8", "R17", "R19", "R21", "R22", "R24", "GW7", "GW5", "GW4")
_other = swapping_of(__name__, "agreement", _ALL, pdf=True)

_other("lowest_is_another", "R8", "正文点名最低的单位与表不符", ("其中云溪镇最低", "其中青石镇最低"))
_other(
    "listed_below_the_mean_wrongly",
    "R8",
    "正文列出低于平均的单位与表不符",
    ("青石镇、云溪镇、南园街道的节地", "河口镇、云溪镇、南园街道的节地"),
)
_other(
    "five_places_become_six",
    "R8",
    "同一数量前后两处不同",
    ("台账的5处公墓", "台账的6处公墓"),
    ("上述86名儿童", "上述68名儿童"),
    ("21处公墓共需", "23处公墓共需"),
    ("安排县级财政资金240万元", "安排县级财政资金204万元"),
)
_other(
    "money_of_the_text_and_the_table",
    "R8",
    "正文总额与表中合计不同",
    ("免除基本殡葬服务费用93.6万元", "免除基本殡葬服务费用96.3万元"),
    ("全年发放补贴资金680.28万元", "全年发放补贴资金608.28万元"),
    ("活动共接收捐赠280.0万元", "活动共接收捐赠208.0万元"),
    ("项目总投资480.0万元", "项目总投资460.0万元"),
    ("道路共长5000米", "道路共长5200米"),
)
_other(
    "heads_of_the_text_and_the_table",
    "R8",
    "正文人数、户数、家数与表中合计不同",
    ("残疾人共5070人次", "残疾人共5700人次"),
    ("参加捐赠的单位有215家", "参加捐赠的单位有251家"),
    ("受助对象858人（", "受助对象885人（"),
    ("全县火化遗体780具", "全县火化遗体870具"),
    ("各类养老服务设施100处", "各类养老服务设施110处"),
)
_other(
    "share_of_the_text_and_the_table",
    "R8",
    "正文占比与表中合计行不同",
    ("占火化总数的30.8%", "占火化总数的38.0%"),
    ("增加80处，增长80%", "增加70处，增长70%"),
)
_other("half_said_otherwise", "R8", "“一半以上”与表中占比相反", ("企业捐赠占一半以上", "企业捐赠不足一半"))
_other(
    "mean_of_the_text_and_the_attachment",
    "R8",
    "正文的人均数与附件表不同",
    ("助医项目人均5600元", "助医项目人均5060元"),
)
_other(
    "beds_of_the_text_and_the_table",
    "R8",
    "正文的建设数量与表中数量不同",
    ("设置护理型床位80张", "设置护理型床位60张"),
    ("床位2340张，每", "床位2430张，每"),
)
_other(
    "kinds_announced_and_listed",
    "R24",
    "正文说的项数与列出的项数不同",
    ("等4项信息", "等5项信息"),
    ("重点做好三项工作", "重点做好四项工作"),
    ("分三个阶段实施", "分四个阶段实施"),
    ("听泉路2条道路", "听泉路3条道路"),
)
_other(
    "honoured_in_the_text_and_the_list",
    "R6",
    "正文的表彰个数与附件名单不同",
    ("等8个优秀志愿服务组织", "等10个优秀志愿服务组织"),
    pdf=False,
)
_other(
    "honoured_persons_and_the_list",
    "R6",
    "正文的表彰人数与附件名单不同",
    ("江照野等12名", "江照野等15名"),
    pdf=False,
)
_other(
    "list_with_one_more_in_its_title",
    "R6",
    "附件标题括注的人数与名单不同",
    ("白沙街道（3名）：", "白沙街道（4名）："),
    ("河口镇（3名）：", "河口镇（2名）："),
)
_other(
    "name_twice_in_the_list",
    "R6",
    "名单里同一人出现两次",
    ("叶疏桐、简宁远", "叶疏桐、温知夏"),
    ("关月白、邵云起、祝清川", "关月白、关月白、祝清川"),
)
_other(
    "not_in_the_list_of_roads",
    "R22",
    "正文的道路原名与表中不同",
    ("将学前巷更名为文昌巷", "将学前街更名为文昌巷"),
    ("工业二路更名为竹溪路", "工业三路更名为竹溪路"),
)
_other(
    "road_renamed_otherwise",
    "R22",
    "正文的道路新名与表中不同",
    ("老街三巷更名为民和巷", "老街三巷更名为民生巷"),
)
_other(
    "table_said_to_be_an_attachment",
    "R21",
    "“见下表”写成“见附件”，而没有附件",
    ("的情况见下表", "的情况见附件"),
    ("具体见下表", "具体见附件"),
    ("具体如下表", "具体见附件"),
    ("主要指标见下表", "主要指标见附件"),
)
_other(
    "second_attachment_that_is_not",
    "R21",
    "正文提到的附件序号不存在",
    ("（见附件1、附件2）", "（见附件1、附件3）"),
    ("（支出情况见附件）", "（支出情况见附件2）"),
    ("时限见附件。", "时限见附件3。"),
)
_other(
    "committee_of_other_members",
    "R17",
    "正文列举的部门与发文机关不一致",
    ("县民政局、县公安局、县城市管理和综合执法局每月", "县民政局、县公安局、县交通运输局每月"),
    ("县委社会工作部、县民政局、共青团安和县委员会要", "县委社会工作部、县民政局、县妇联要"),
)
_other(
    "office_of_another_county",
    "R22",
    "机关名称写成别的县",
    ("安和县民政局婚姻登记处（", "安宁县民政局婚姻登记处（"),
    ("恳请县人民政府安排", "恳请安宁县人民政府安排"),
    ("对安和县晨光", "对安宁县晨光"),
)
_other(
    "answer_to_another_township",
    "R19",
    "批复引述的来文单位与主送机关不同",
    ("《云溪镇人民政府关于部分道路", "《青石镇人民政府关于部分道路"),
)
_other(
    "to_be_paid_by_another",
    "R8",
    "同一责任单位前后不同",
    ("由你镇承担", "由河口镇承担"),
    ("建设社区养老服务综合体，现", "建设儿童福利综合体，现"),
)
_other(
    "street_of_another_name",
    "R8",
    "项目地点前后不同",
    ("我局拟在白沙街道建设", "我局拟在南园街道建设"),
    ("选址在河口镇松岗村", "选址在青石镇松岗村"),
    ("新址位于白沙街道康宁路", "新址位于白沙镇康宁路"),
)
_other(
    "year_of_the_title_and_the_text",
    "R8",
    "正文的年份与标题不同",
    ("2026年上半年，各乡镇", "2025年上半年，各乡镇"),
    ("2026年，我局会同县残联", "2025年，我局会同县残联"),
    ("2026年，全县志愿服务", "2025年，全县志愿服务"),
)
_other(
    "days_of_the_notice_and_the_list",
    "R10",
    "附件里的时限早于来文日期，与其余三项不符",
    ("目前去向，提供时限为9月25日", "目前去向，提供时限为8月25日"),
)


@mutator("R6", "请假人员又在出席名单里", "agreement", needs=lambda paper: paper.name == "hall", also=_ALL)
def member_absent_and_present(page: Docx, paper: Paper) -> str:
    return page.replace("邵云起（出差）", "叶疏桐（出差）")


@mutator(
    "R6", "出席名单少了一人，与实到人数不符", "agreement", needs=lambda paper: paper.name == "hall", also=_ALL
)
def one_fewer_present(page: Docx, paper: Paper) -> str:
    return page.replace("叶疏桐、简宁远", "叶疏桐")


@mutator(
    "R6",
    "附件名单漏了一个单位，与标题的个数不符",
    "agreement",
    needs=lambda paper: paper.name == "volunteers",
    also=_ALL,
)
def honoured_team_left_out(page: Docx, paper: Paper) -> str:
    line = page.find("青石镇青苗助学志愿服务队")
    line.getparent().remove(line)
    return "优秀志愿服务组织名单（8个）"


@mutator(
    "R21",
    "附件说明的名称与附件标题不同",
    "agreement",
    needs=lambda paper: len(paper.attachments) > 0 and paper.name in ("orphans", "charity", "volunteers"),
    also=("L085", *_ALL),
)
def attachment_by_another_name(page: Docx, paper: Paper) -> str:
    title = paper.attachments[0].title
    say(page.find(title, last=True), "关于" + title)
    return title


@mutator(
    "R21",
    "附件说明列了两个附件，只附了一个",
    "agreement",
    needs=lambda paper: paper.name == "volunteers",
    also=("L085", *_ALL),
)
def second_attachment_not_enclosed(page: Docx, paper: Paper) -> str:
    label, title = page.find("附件2", whole=True), paper.attachments[1].title
    for one in (
        label,
        page.find(title, last=True),
        *(page.find(line) for line in paper.attachments[1].body.split()),
    ):
        say(one, " ")
    return title
