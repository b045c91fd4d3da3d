"""Round 5: titles, kinds, recipients and the turns of a 公文."""

from __future__ import annotations

from typing import Any

from tests.corpus.mutators.edit import Docx
from tests.corpus.mutators.registry import entering, mutator, swapping_of
from tests.corpus.mutators.round5.chains import addressing, chaining
from tests.corpus.mutators.traits import urgent, with_signers
from tests.corpus.papers.spec import Paper

_TITLE = ("L020", "L021", "L022", "R20", "R22", "R25", "L060", "L066", "cl.7.3.1", "cl.9", "GW3", "GW5")
_title = swapping_of(__name__, "title", _TITLE, pdf=False)
_KIND = (
    "L022",
    "L034",
    "L140",
    "R17",
    "R19",
    "R20",
    "R22",
    "R26",
    "R27",
    "R25",
    "X06",
    "cl.7.3.2",
    "cl.9",
    "GW2",
    "GW3",
    "GW5",
    "GW7",
)
_kind = swapping_of(__name__, "kinds", _KIND, pdf=False)
_kinds = chaining(__name__, "kinds", _KIND)
_addressed = addressing(__name__, _KIND)
_enter = entering(__name__)


def _ended(
    name: str, rule: str, says: str, *pairs: tuple[str, str], also: tuple[str, ...] = (), pdf: bool = False
) -> None:
    """Another end of the title, in papers whose title it is and not a cited one."""
    ends = dict(pairs)

    def change(page: Any, paper: Paper) -> str:
        old, new = next((old, new) for old, new in ends.items() if paper.title[-1].endswith(old))
        page.replace(paper.title[-1], paper.title[-1].removesuffix(old) + new)
        return new

    _enter(
        change,
        name,
        rule,
        says,
        "title",
        needs=lambda paper: "".join(paper.title[-1:]).endswith(tuple(ends)),
        also=(*_TITLE, *also),
        pdf=pdf,
    )


_ended(
    "title_with_comma", "L020", "标题末尾用逗号",
    ("养老机构安全隐患排查整治的通知", "养老机构安全隐患排查整治的通知，"), ("清明节祭扫服务工作的通知", "清明节祭扫服务工作的通知，"),
    ("养老机构隐患整改情况的通报", "养老机构隐患整改情况的通报，"), ("养老服务中心的批复", "养老服务中心的批复，"),
    ("社会救助工作考评结果的通报", "社会救助工作考评结果的通报，"),
)  # fmt: skip
_ended(
    "title_with_half_width_colon", "L020", "标题末尾用半角冒号",
    ("等级评定结果的公告", "等级评定结果的公告:"), ("违规建造墓地的通告", "违规建造墓地的通告:"),
    ("改造补助资金的请示", "改造补助资金的请示:"), ("服务质量建设专项行动工作情况的报告", "服务质量建设专项行动工作情况的报告:"),
    pdf=True,
)  # fmt: skip
_ended(
    "title_with_ellipsis", "L020", "标题末尾用省略号",
    ("消防安全检查情况的函", "消防安全检查情况的函……"), ("养老服务工作先进单位的决定", "养老服务工作先进单位的决定……"),
    ("农村互助养老服务的意见", "农村互助养老服务的意见……"), ("第9号台风防御工作的通知", "第9号台风防御工作的通知……"),
)  # fmt: skip
_title(
    "regulation_without_its_marks", "L021", "正文引用的法规没有加书名号",
    ("《安和县公益性公墓管理办法》已经", "安和县公益性公墓管理办法已经"), ("《安和县地名管理实施细则》已经", "安和县地名管理实施细则已经"),
    ("国务院《殡葬管理条例》和", "国务院殡葬管理条例和"), ("根据《社会团体登记管理条例》的", "根据社会团体登记管理条例的"),
    ("按照《养老机构管理办法》的", "按照养老机构管理办法的"),
    also=("L062",),
)  # fmt: skip
_title(
    "cited_paper_without_its_marks", "L021", "引用的公文标题没有加书名号",
    ("根据《临澜市民政局关于做好2026年养老服务安全管理工作的通知》（", "根据临澜市民政局关于做好2026年养老服务安全管理工作的通知（"),
    ("按照《临澜市民政局关于做好2026年养老服务安全管理工作的通知》（", "按照临澜市民政局关于做好2026年养老服务安全管理工作的通知（"),
    ("按照《安和县民政局关于开展2026年养老机构安全隐患排查整治的通知》（", "按照安和县民政局关于开展2026年养老机构安全隐患排查整治的通知（"),
    ("根据《临澜市民政局关于开展2026年社会救助专项治理的通知》（", "根据临澜市民政局关于开展2026年社会救助专项治理的通知（"),
    also=("L062", "R22"),
)  # fmt: skip
_ended(
    "kind_typed_twice", "L022", "标题文种打了两遍（“的通知通知”）",
    ("养老机构安全隐患排查整治的通知", "养老机构安全隐患排查整治的通知通知"), ("养老机构隐患整改情况的通报", "养老机构隐患整改情况的通报通报"),
    ("改造补助资金的请示", "改造补助资金的请示请示"), ("养老服务中心的批复", "养老服务中心的批复批复"), ("等级评定结果的公告", "等级评定结果的公告公告"),
)  # fmt: skip
_title(
    "office_typed_twice_in_the_title", "R25", "标题里机关名称打了两遍",
    ("安和县民政局关于开展2026年", "安和县民政局安和县民政局关于开展2026年"), ("安和县民政局关于做好2026年", "安和县民政局安和县民政局关于做好2026年"),
    ("安和县民政局关于2026年养老机构", "安和县民政局安和县民政局关于2026年养老机构"), ("安和县民政局关于同意设立云溪镇", "安和县民政局安和县民政局关于同意设立云溪镇"),
    also=("R17", "L023"),
)  # fmt: skip
_title(
    "guanyu_of_another_character", "R25", "标题“关于”打成“关与”",
    ("安和县民政局关于开展2026年", "安和县民政局关与开展2026年"), ("安和县民政局关于做好", "安和县民政局关与做好"),
    ("河口镇人民政府关于养老机构", "河口镇人民政府关与养老机构"), ("青石镇人民政府关于解决", "青石镇人民政府关与解决"),
    ("安和县民政局关于第二季度", "安和县民政局关与第二季度"),
    pdf=True,
)  # fmt: skip
_title(
    "title_of_another_quarter", "R13", "标题的季度与正文不同",
    ("安和县民政局关于第二季度", "安和县民政局关于第三季度"), ("关于2026年第三季度", "关于2026年第四季度"),
    also=("R8", "GW6", "GW7"), pdf=True,
)  # fmt: skip
_title(
    "joint_offices_in_another_order", "R17", "标题里机关的顺序与标志、署名不同",
    ("安和县民政局　安和县教育局", "安和县教育局　安和县民政局"), also=("GW7", "GW2", "GW4"),
)  # fmt: skip


_ALL = (
    "notice",
    "unsealed",
    "bulletin",
    "forward",
    "training",
    "award",
    "relief-half",
    "urgent",
    "opinion",
    "shelter",
)
_UP = ("request", "report", "township", "centre-request", "heating", "complex", "audit", "disabled")
_addressed(
    "recipients_end_in_a_semicolon",
    "L030",
    "主送机关末尾用分号（7.3.2：全角冒号）",
    "{}；",
    *_ALL,
    *_UP,
    also=("L031", "L060"),
)
_addressed(
    "recipients_end_in_an_enumeration_comma",
    "L030",
    "主送机关末尾用顿号（7.3.2：全角冒号）",
    "{}、",
    *_ALL,
    *_UP,
    also=("L031", "L060"),
)
_addressed(
    "recipients_with_colon_twice",
    "L030",
    "主送机关后冒号打了两个",
    "{}：：",
    *_ALL,
    *_UP,
    also=("L031", "L066", "L060"),
)
_addressed(
    "recipients_blank_before_the_colon",
    "L030",
    "主送机关与冒号之间打了空格",
    "{} ：",
    *_ALL,
    *_UP,
    also=("L031", "R25"),
)
_addressed(
    "recipients_called_so",
    "L030",
    "主送机关前写“主送：”",
    "主送：{}：",
    *_ALL,
    *_UP,
    also=("L031", "cl.7.3.2"),
)
_addressed("recipients_are_people", "R19", "主送机关写成“各位领导、同志们”", "各位领导、同志们：", *_ALL)
_addressed(
    "recipients_in_spoken_names",
    "R22",
    "主送机关用口头简称（“各乡镇政府、街道办”）",
    "各乡镇政府、街道办：",
    "joint-two",
    "joint-five",
    "relief-half",
    "award",
    "rules",
    "care-four",
    "funeral",
)
_addressed(
    "recipients_of_a_lower_rank",
    "R19",
    "请示、报告主送下级（条例15：上行文主送上级机关）",
    "各乡镇人民政府、街道办事处：",
    *_UP,
    also=("L103",),
)
_addressed(
    "sent_to_the_sender",
    "R19",
    "主送机关里有发文机关自己",
    "{}，安和县民政局：",
    "notice",
    "unsealed",
    "bulletin",
    "forward",
    "training",
    "award",
    "typhoon",
)
_addressed(
    "superior_among_those_below",
    "R19",
    "下行的通知、通报主送里列了上级机关",
    "临澜市民政局，{}：",
    "notice",
    "unsealed",
    "relief-half",
    "award",
    "forward",
    "rules",
)
_addressed(
    "answers_to_all",
    "R19",
    "批复主送“各有关单位”，不是来文机关",
    "各有关单位：",
    "approval",
    "centre-reply",
    "naming",
    also=("R22",),
)
_addressed(
    "recipient_left_for_later",
    "R27",
    "主送机关留“××镇人民政府”",
    "××镇人民政府：",
    "approval",
    "centre-reply",
    "naming",
    also=("R22",),
)

_kind(
    "closes_in_two_ways", "R20", "两种文种的结束语连写",
    ("此复。", "此复，特此通知。"), ("特此公告。", "特此公告，特此通知。"), ("特此通告。", "特此通告，此复。"), ("特此报告。", "特此报告，特此通报。"),
)  # fmt: skip
_kind(
    "report_for_approval", "L140", "报告结尾写“以上报告，请审批”（条例15(4)）",
    ("特此报告。", "以上报告，请审批。"),
)  # fmt: skip
_kind(
    "report_asks_for_posts", "L140", "报告里请求增加编制（条例15(4)：报告不得夹带请示事项）",
    ("每季度分析研判一次安全形势。", "每季度分析研判一次安全形势。恳请市局批准我县增加工作人员编制5名。"),
    ("每月对9家机构检查1次，记入台账。", "每月对9家机构检查1次，记入台账。请县人民政府批准增加工作人员编制2名。"),
    ("年底前培训村级协理员22名。", "年底前培训村级协理员22名。请县人民政府批准增加工作人员编制2名。"),
    ("数据按月比对，主动发现率达到72%以上。", "数据按月比对，主动发现率达到72%以上。恳请市局批准增加工作人员编制2名。"),
)  # fmt: skip
_kind(
    "request_with_a_report_s_close", "R20", "请示用公告、批复的结束语",
    ("妥否，请批示。", "特此公告。"), ("以上请示妥否，请批复。", "此复。"), also=("L140",),
)  # fmt: skip
_kind(
    "another_office_decides", "R17", "县人民政府的决定写成县民政局决定",
    ("县人民政府决定对5个", "县民政局决定对5个"), ("县人民政府决定调整一批", "县民政局决定调整一批"), also=("R26",),
)  # fmt: skip
_kind(
    "sent_to_the_city_by_townships", "R26", "照抄上级文件：让乡镇向市里报送（县通知应当报县民政局）",
    ("于3月20日前报县民政局养老服务股", "于3月20日前报市民政局养老服务处"), ("于6月19日前将检查情况报县民政局汇总", "于6月19日前将检查情况报市民政局汇总"),
    ("将联络员名单报县民政局", "将联络员名单报市民政局"), ("于10月15日前报县民政局社会事务股", "于10月15日前报市民政局社会事务处"),
    also=("R14", "R22"),
)  # fmt: skip
_kind(
    "township_calls_itself_a_county", "R26", "乡镇文件自称“我县”“我市”",
    ("我镇组织开展了", "我县组织开展了"), ("我镇现有养老机构9家", "我市现有养老机构9家"), ("现将我镇2026年", "现将我县2026年"), ("我镇可自筹", "我县可自筹"),
    pdf=True,
)  # fmt: skip
_kinds(
    "cities_and_counties_in_a_county_paper", "R26", "照抄市级文件：县里的通知写“各县（市、区）”",
    (("各乡镇、街道要严格落实森林防火规定", "各县（市、区）要严格落实森林防火规定"),),
    (("各乡镇、街道要明确分管负责人", "各县（市、区）要明确分管负责人"),),
    (("各乡镇、街道要指定专人负责", "各县（市、区）要指定专人负责"),),
    (("各乡镇、街道要每季度组织一次", "各县（市、区）要每季度组织一次"),),
    also=("R19",),
)  # fmt: skip
_kind(
    "placeholder_of_the_program", "R27", "软件的提示文字没有删（“单击此处输入文字”）",
    ("现将有关事项通知如下。", "现将有关事项通知如下。单击或点击此处输入文字。"), ("现将有关情况通报如下。", "现将有关情况通报如下。单击或点击此处输入文字。"),
    ("现将结果公告如下。", "现将结果公告如下。单击或点击此处输入文字。"), ("现将有关情况报告如下。", "现将有关情况报告如下。单击或点击此处输入文字。"),
)  # fmt: skip
_kind(
    "question_marks_for_a_number", "R27", "数字没有填，留“？？”",
    ("消防安全23条", "消防安全？？条"), ("县救灾物资仓库要备足帐篷200顶", "县救灾物资仓库要备足帐篷？？？顶"), ("床位520张", "床位？？？张"),
    ("共出动工作人员96人次", "共出动工作人员？？人次"), ("召开专题会议4次", "召开专题会议？次"),
    also=("R2", "R8", "L060"),
)  # fmt: skip
_kind(
    "to_be_confirmed_left", "R27", "留下“（数据待定）”“（暂定）”字样",
    ("县级财政可承担100万元", "县级财政可承担100万元（数据待定）"), ("举办养老护理员培训班3期", "举办养老护理员培训班3期（数据待定）"),
    ("全年培训不少于1500人次", "全年培训不少于1500人次（数据待定）"), ("计划慰问1250户", "计划慰问1250户（数据待定）"),
)  # fmt: skip


@mutator(
    "L136",
    "签发人姓名后带职务（7.2.6：姓名）",
    "signers",
    needs=with_signers,
    also=(*_KIND, "cl.7.2.6"),
)
def signer_with_his_post(page: Docx, paper: Paper) -> str:
    return page.replace(paper.signers[-1], paper.signers[-1] + "局长")


@mutator(
    "L136",
    "“签发人”写成“签发”（7.2.6）",
    "signers",
    needs=with_signers,
    also=(*_KIND, "cl.7.2.6", "L031"),
)
def signer_label_cut(page: Docx, paper: Paper) -> str:
    return page.replace("签发人", "签发")


@mutator(
    "L132",
    "紧急程度后加叹号（7.2.3：特急、加急）",
    "urgency",
    needs=urgent,
    also=("cl.7.2.3", "GW2", "R25"),
)
def urgency_with_exclamation(page: Docx, paper: Paper) -> str:
    return page.replace(paper.urgency, paper.urgency + "！")


@mutator(
    "L132",
    "紧急程度标了两个（“特急 加急”）（7.2.3、条例9(3)）",
    "urgency",
    needs=urgent,
    also=("cl.7.2.3", "GW2"),
)
def urgency_of_two_degrees(page: Docx, paper: Paper) -> str:
    other = "加急" if paper.urgency == "特急" else "特急"
    return page.replace(paper.urgency, f"{paper.urgency} {other}")


@mutator(
    "L022",
    "标题只有机关和文种，没有事由（条例9(7)）",
    "title",
    needs=lambda paper: (
        len(paper.title) == 2 and len(paper.issuers) == 1 and paper.title[0].startswith(paper.issuers[0])
    ),
    also=("R20", "L023", "L024", "cl.7.3.1", "GW3", "GW5"),
)
def title_of_office_and_kind(page: Docx, paper: Paper) -> str:
    kind = paper.title[1][-2:]
    page.replace(paper.title[1], kind)
    page.replace(paper.title[0], paper.issuers[0])
    return kind
