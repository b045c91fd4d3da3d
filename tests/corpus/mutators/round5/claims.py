"""Round 5: persons' data, claims without a figure, and what a department may say to governments below."""

from __future__ import annotations

from tests.corpus.mutators.edit import Docx
from tests.corpus.mutators.registry import entering, swapping_of
from tests.corpus.papers.spec import Paper

_PERSON = ("X01", "X02", "X03", "X04", "R28", "GW5", "GW7")
_person = swapping_of(__name__, "personal data", _PERSON, pdf=False)
_claim = swapping_of(__name__, "claims", ("X05", "R4", "R5", "R8", "R25", "cl.9", "GW7", "GW5"), pdf=False)
_other = swapping_of(
    __name__,
    "names",
    ("R17", "R19", "R21", "R22", "R20", "X06", "L085", "cl.7.3.4", "cl.9", "GW4", "GW5", "GW7"),
    pdf=False,
)
_enter = entering(__name__)


def _in_the_remark(name: str, rule: str, says: str, before: str, number: str) -> None:
    """A number behind the telephone of whom to ask."""

    def change(page: Docx, paper: Paper) -> str:
        page.replace(paper.remark, f"{paper.remark}，{before}{number}")
        return number

    _enter(change, name, rule, says, "personal data", needs=lambda paper: paper.remark.startswith("联系人"),
           also=_PERSON)  # fmt: skip


_in_the_remark("identity_in_the_remark", "X01", "附注里有公民身份号码", "身份证号", "11010519491231002X")
_in_the_remark("account_in_the_remark", "X02", "附注里有收款账号", "收款账号", "6222020000000000000")

_person(
    "identity_with_hyphens", "X01", "公民身份号码用短横线分段",
    ("在册特困人员的生活自理能力评估", "特困人员（110101-19900307-0134）等在册对象的生活自理能力评估"), ("核查6名人员的户籍信息", "核查6名人员（其中1人自报110101-19900307-0134）的户籍信息"),
    ("发现应退未退5户", "发现应退未退5户（户主110101-19900307-0134等）"), ("确认16户，不", "确认16户（其中110101-19900307-0134户由村上报），不"),
)  # fmt: skip
_person(
    "account_to_be_paid_to", "X02", "正文写出开户银行和收款账号",
    ("尚缺口80万元。", "尚缺口80万元。请拨至我局开户银行账户，账号6222020000000000000。"), ("用于补助8所农村敬老院冬季取暖。", "用于补助8所农村敬老院冬季取暖，账号6222020000000000000。"),
    ("恳请县人民政府安排补助资金180万元。", "恳请县人民政府安排补助资金180万元，账号6222020000000000000。"), ("已与新的代发银行签订协议", "已与新的代发银行签订协议（代发账号6222020000000000000）"),
)  # fmt: skip
_person(
    "patient_by_name", "X03", "写出居民姓名和所患的病（精神病、癌症）",
    ("南园街道6月份漏发2户", "南园街道6月份漏发2户（低保户周有福，患精神分裂症；低保户吴桂兰，患肺癌）"), ("入住特困人员388人", "入住特困人员388人（其中周有福患精神分裂症）"),
    ("6人经多方查找", "6人（其中自称周有福的患精神分裂症）经多方查找"), ("夜间值守力量薄弱", "夜间值守力量薄弱，老人周有福因患阿尔茨海默病走失1次"),
)  # fmt: skip
_person(
    "disability_by_name", "X03", "写出居民姓名和残疾等级、失能程度",
    ("自愿放弃14人", "自愿放弃14人（如青石镇周有福，肢体残疾一级）"), ("对失能老年人", "对失能老年人周有福（完全失能）"), ("其余1户正在核查", "其余1户（户主周有福，视力残疾二级）正在核查"),
    ("妥善照料失能老年人。", "妥善照料完全失能、瘫痪在床的老年人周有福。"),
)  # fmt: skip


def _open_to_all(name: str, rule: str, says: str, words: str, quote: str) -> None:
    """Added to the last sentence of a paper that goes to the public."""

    def change(page: Docx, paper: Paper) -> str:
        line = paper.body.strip().splitlines()[-1]
        page.replace(line[-6:], line[-6:] + words, last=True)
        return quote

    _enter(
        change,
        name,
        rule,
        says,
        "personal data",
        needs=lambda paper: paper.remark == "此件公开发布" and "@" not in paper.body.strip().splitlines()[-1],
        public=True,
        also=_PERSON,
    )


_open_to_all(
    "clerk_s_telephone_in_public",
    "X04",
    "公开件里留经办人姓名和手机号",
    "咨询请找经办人陆清和，手机13900000000。",
    "13900000000",
)
_open_to_all(
    "clerk_s_mail_in_public",
    "X04",
    "公开件里留个人邮箱",
    "意见请发至个人邮箱luqinghe@example.com。",
    "luqinghe@example.com",
)
_open_to_all(
    "mobile_with_country_code_in_public",
    "R28",
    "公开件里有带+86的个人手机号",
    "联系人陆清和，+86 139 0000 0000。",
    "+86 139 0000 0000",
)
_open_to_all(
    "address_of_a_clerk_in_public", "R28", "公开件里有个人QQ号", "联系人陆清和，QQ：12345678。", "12345678"
)

_claim(
    "hundred_per_cent_pleased", "X05", "“满意率100%”“合格率100%”没有数字证明",
    ("规范服务流程56个。", "规范服务流程56个，群众满意率100%。"), ("做好信息公开。", "做好信息公开，群众满意率100%。"), ("建立台账。对190条", "建立台账，群众满意率100%。对190条"),
    ("是2024年107户的2倍。", "是2024年107户的2倍，群众满意率100%。"),
    ("全部在5个工作日内答复；", "全部在5个工作日内答复，群众满意率100%；"),
)  # fmt: skip
_claim(
    "nothing_left_to_do", "X05", "“彻底消除”“全部解决”与下文还有未整改的矛盾",
    ("对已整改的隐患进行复核。", "对已整改的隐患进行复核，隐患已全部消除。"), ("我镇组织开展了养老机构安全隐患排查整治，", "我镇组织开展了养老机构安全隐患排查整治，隐患已全部消除，"),
    ("由包联干部逐条核验。", "由包联干部逐条核验，隐患已全部消除。"), ("逐项跟踪。截至", "逐项跟踪，问题已全部整改。截至"), ("已纳入74人，", "已全部纳入，其中纳入74人，"),
)  # fmt: skip
_claim(
    "every_one_of_them_did", "X05", "“均已”“所有”没有数字证明，且与同文相反",
    ("有31家机构按规定组织了消防演练。", "所有机构均已按规定组织了消防演练。"), ("部分机构管理不规范。有4家", "所有机构管理均已规范。有4家"), ("有5处没有建立安葬台账", "均已建立安葬台账，有5处没有建立安葬台账"),
    ("二是5个乡镇（街道）中，有2个没有专职人员", "二是5个乡镇（街道）均已配备专职人员，有2个没有专职人员"),
)  # fmt: skip
_other(
    "approved_by_the_wrong_government", "X06", "部门向乡镇政府发文，写“经市民政局同意”，不是经本级政府同意",
    ("经县人民政府同意，决定在全县", "经市民政局同意，决定在全县"), ("经县人民政府同意，现就有关工作", "经市民政局同意，现就有关工作"), ("经县人民政府同意，现将上半年", "经市民政局同意，现将上半年"),
    ("经县人民政府同意，现将结果", "经市民政局同意，现将结果"), ("经县人民政府同意，现就有关事项", "经市民政局同意，现就有关事项"),
    pdf=True,
)  # fmt: skip
_other(
    "approved_by_a_leader", "X06", "部门向乡镇政府发文，写“经县领导批示”，不是经本级政府同意",
    ("经县人民政府同意，定于", "经县领导批示，定于"), ("经县人民政府同意，自2026", "经分管领导批示，自2026"), ("经县人民政府同意，现就收入", "经县领导批示，现就收入"),
    ("经县人民政府同意，现将有关情况", "经县领导批示，现将有关情况"), ("经县人民政府同意，现通知", "经县领导批示，现通知"),
)  # fmt: skip
_other(
    "attachment_said_to_follow", "R21", "正文说“名单附后”而没有附件",
    ("全县42家养老机构开展了隐患排查整治检查。", "全县42家养老机构开展了隐患排查整治检查（名单附后）。"),
    ("对12家养老机构开展了消防安全专项检查。", "对12家养老机构开展了消防安全专项检查（名单附后）。"), ("3个检查组，每组", "3个检查组（分组名单附后），每组"),
    ("全县13家养老机构通过", "全县13家养老机构（名单附后）通过"),
)  # fmt: skip
_other(
    "section_called_otherwise", "R22", "同一内设机构前后叫法不同（股、科、处）",
    ("检查方案由养老服务股起草", "检查方案由养老服务科起草"), ("由养老服务股会同青石镇", "由养老服务科会同青石镇"), ("我局社会救助股联系", "我局社会救助科联系"),
    ("由规划财务股按程序办理资金", "由计划财务股按程序办理资金"),
)  # fmt: skip
# Two of the options change what round 3's `full_and_short_in_turn` changes; they stay, since other ones would move the
# figures that were measured.
_other(
    "full_name_beside_the_short_one", "R22", "同一机关一处写规范简称、一处写另一种简称",
    ("县消防救援大队将于", "县消防大队将于"), ("县民政局、县消防救援大队将于", "县民政局、县消防大队将于"), ("县消防救援大队负责，核查", "县消防队负责，核查"),
    ("县公安局、县城市管理和综合执法局每月", "县公安局、县城管局每月"), ("县民政局、县卫生健康局每年联合", "县民政局、县卫健局每年联合"),
)  # fmt: skip
