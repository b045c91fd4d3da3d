"""文种, issuers and names: a wrong kind, a wrong office, a wrong level."""

from __future__ import annotations

from tests.corpus.mutators.edit import Docx, say
from tests.corpus.mutators.registry import mutator, swapping
from tests.corpus.mutators.traits import joint, ruled
from tests.corpus.papers.spec import Paper

_swap = swapping(__name__, pdf=False)

_swap(
    "request_in_report",
    "L140",
    "报告夹带请示事项",
    "genre",
    ("特此报告。", "以上报告妥否，请批示。"),
    also=("R20",),
)


@mutator(
    "X06",
    "部门直接向下级政府发通知，未注明经政府同意",
    "genre",
    needs=lambda paper: "经县人民政府同意，" in paper.body and "乡镇人民政府" in paper.recipients,
)
def department_commands_governments(page: Docx, paper: Paper) -> str:
    page.replace("经县人民政府同意，", "")
    return paper.recipients


@mutator(
    "X06",
    "部门直接向乡镇政府发通报",
    "genre",
    needs=lambda paper: paper.name == "bulletin",
)
def fresh_bulletin_to_governments(page: Docx, paper: Paper) -> str:
    page.replace(paper.recipients, "各乡镇人民政府、街道办事处：")
    return "各乡镇人民政府"


_swap(
    "fresh_request_inside_report",
    "L140",
    "报告正文夹带请求拨款",
    "genre",
    ("每季度分析研判一次安全形势。", "每季度分析研判一次安全形势。恳请市局解决改造资金80万元。"),
    ("流动性大。三是", "流动性大，请市局予以批准增加编制。三是"),
    also=("R20",),
)
_swap(
    "fresh_request_ends_as_report",
    "R20",
    "请示、函用了别的文种的结尾语",
    "genre",
    ("妥否，请批示。", "特此报告。"),
    ("以上请示妥否，请批复。", "特此通知。"),
    ("专此函达，请予支持。", "特此通知。"),
    ("特此报告。", "特此通知。"),
)
_swap(
    "joint_number_of_another",
    "R18",
    "联合行文用了协办机关的代字",
    "issuers",
    ("安民发〔2026〕27号", "安财发〔2026〕27号"),
    pdf=True,
)


@mutator(
    "R17",
    "署名与发文机关标志不一致",
    "issuers",
    needs=lambda paper: len(paper.signatories) == 1 and ruled(paper),
)
def signature_of_another(page: Docx, paper: Paper) -> str:
    say(page.find(paper.signatories[0], whole=True, last=True), "安和县民政服务中心")
    return "安和县民政服务中心"


@mutator("R17", "联合行文署名缺一个机关", "issuers", needs=lambda paper: len(paper.signatories) > 1)
def one_signature_missing(page: Docx, paper: Paper) -> str:
    say(page.find(paper.signatories[-1], whole=True, last=True), "　")
    return paper.signatories[-1]


@mutator(
    "R17",
    "标志、署名机关顺序不一致",
    "issuers",
    needs=lambda paper: joint(paper) and len(paper.signatories) > 1,
)
def kept_signatures_swapped(page: Docx, paper: Paper) -> str:
    first = page.find(paper.signatories[0], whole=True, last=True)
    second = page.find(paper.signatories[1], whole=True, last=True)
    say(first, paper.signatories[1])
    say(second, paper.signatories[0])
    return paper.signatories[1]


@mutator(
    "R17",
    "署名用简称，与标志不一致",
    "issuers",
    needs=lambda paper: "安和县住房和城乡建设局" in paper.signatories,
    also=("R22",),
)
def fresh_short_name_signed(page: Docx, paper: Paper) -> str:
    say(page.find("安和县住房和城乡建设局", whole=True, last=True), "安和县住建局")
    return "安和县住建局"


@mutator(
    "R17",
    "署名机关比标志少一个字",
    "issuers",
    needs=lambda paper: paper.signatories == ("安和县民政局",) and ruled(paper),
    also=("R22",),
)
def fresh_signature_mistyped(page: Docx, paper: Paper) -> str:
    say(page.find("安和县民政局", whole=True, last=True), "安和民政局")
    return "安和民政局"


@mutator("R22", "同一机构名称写法不一", "names", needs=lambda paper: paper.name == "three-attachments")
def institution_misspelt(page: Docx, paper: Paper) -> str:
    page.cell("AH2026-0007", "安康养老服务中心", "安康养老中心")
    return "安康养老中心"


_swap(
    "fresh_own_name_differs",
    "R22",
    "同一机关、同一地名前后写法不一",
    "names",
    ("白沙街道有7条", "百沙街道有7条"),
    ("县住房和城乡建设局、县消防救援大队负责", "县住建局、县消防救援大队负责"),
    ("县市场监督管理局负责", "县市场监管局负责"),
    also=("R17", "R8"),
)
_swap(
    "wrong_level_word",
    "R26",
    "抄上级文件未改层级（全县写成全省）",
    "localisation",
    ("2026年6月底前完成全县42家", "2026年6月底前完成全省42家"),
    ("对全县42家养老机构开展了隐患", "对全省42家养老机构开展了隐患"),
    ("我局对全县6所敬老院", "我局对全市6所敬老院"),
    ("定于2026年第二季度对全县", "定于2026年第二季度对全省"),
    pdf=True,
)
_swap(
    "year_copied",
    "R26",
    "抄去年文件未改年份",
    "localisation",
    ("到2026年底", "到2025年底"),
    ("结合我县实际，制定本方案", "结合我市实际，制定本方案"),
    ("2026年第二季度排查", "2025年第二季度排查"),
    pdf=True,
)
_swap(
    "kept_level_word",
    "R26",
    "层级词不对",
    "localisation",
    ("开始对全县", "开始对全省"),
    ("全县登记留守儿童", "全省登记留守儿童"),
    ("到2028年，全县建成", "到2028年，全市建成"),
    pdf=True,
)
_swap(
    "fresh_recipients_in_body_of_another_level",
    "R26",
    "抄下级、上级文件未改对象",
    "localisation",
    ("各县（市、区）民政局要组织养老机构", "各乡镇、街道要组织养老机构"),
    ("县财政每年安排120万元", "省财政厅每年安排我省120万元"),
    ("所需资金由县级财政统筹", "所需资金由我市财政统筹"),
    ("我县现有敬老院6所", "我区现有敬老院6所"),
)
_swap(
    "fresh_last_year",
    "R26",
    "抄去年文件，期限的年份没有改",
    "localisation",
    ("2026年6月底前完成全县", "2025年6月底前完成全县"),
    ("于2026年11月20日前报送", "于2025年11月20日前报送"),
    ("2026年12月20日前完成整改", "2025年12月20日前完成整改"),
    ("于2026年8月31日前完成消防", "于2025年8月31日前完成消防"),
    also=("R10",),
)
