"""Defects of content: figures that disagree, claims without a figure, persons' data, names and announcements."""

from __future__ import annotations

from typing import Any

from tests.corpus.mutators.edit import Docx, say, text, w
from tests.corpus.mutators.registry import mutator, swap
from tests.corpus.papers.spec import Paper

_HERE = __name__


def _swap(
    name: str, rule: str, says: str, topic: str, *pairs: tuple[str, str], pdf: bool = True, **more: Any
) -> None:
    swap(name, rule, says, topic, pairs, module=_HERE, pdf=pdf, **more)


def _cell(page: Docx, row: str, old: str, new: str) -> None:
    """A cell of the table row that holds a cell with the words `row`."""
    for cell in page.paragraphs():
        if text(cell) == row and (line := next(cell.iterancestors(w("tr")), None)) is not None:
            for paragraph in page.paragraphs(line):
                if text(paragraph) == old:
                    say(paragraph, new)
                    return
    raise AssertionError((row, old))


_swap(
    "found_differs_in_prose",
    "R8",
    "同一份文件里隐患总数前后不一（190、186）",
    "figures",
    ("对190条隐患逐条登记", "对186条隐患逐条登记"),
    ("190条隐患已整改", "186条隐患已整改"),
)
_swap(
    "open_differs_in_prose",
    "R8",
    "未整改数前后不一",
    "figures",
    ("15条未整改隐患中", "16条未整改隐患中"),
    ("对尚未整改的10条", "对尚未整改的12条"),
    ("但剩余15条隐患", "但剩余18条隐患"),
)
_swap(
    "found_not_closed_plus_open",
    "R3",
    "发现数不等于已整改数加未整改数",
    "figures",
    ("已整改175条，未整改15条", "已整改175条，未整改25条"),
    ("190条隐患已整改175条", "190条隐患已整改165条"),
    also=("R8",),
)
_swap(
    "per_cent_wrong",
    "R4",
    "百分数与分子分母不符",
    "figures",
    ("整改率92.1%", "整改率95.1%"),
    ("整改率94.7%", "整改率97.4%"),
    ("占全县养老机构的50%", "占全县养老机构的56%"),
    ("48张，占60%", "48张，占65%"),
)
_swap("share_wrong", "R4", "占比与分子分母不符", "figures", ("占46.7%", "占64.7%"))
_swap(
    "sum_in_prose_wrong",
    "R2",
    "各项之和不等于总数",
    "figures",
    ("合计1608人", "合计1680人"),
    ("电气线路更换42万元，无障碍", "电气线路更换52万元，无障碍"),
    also=("R8",),
)
_swap(
    "split_wrong",
    "R2",
    "分项与总数不符",
    "figures",
    ("上级补助4300万元", "上级补助4500万元"),
    ("三级9家，二级12家", "三级9家，二级13家"),
    ("在岗护理员150人次", "在岗护理员160人次"),
    also=("R6", "R8"),
)
_swap(
    "gap_wrong",
    "R2",
    "差额算错",
    "figures",
    ("尚缺口80万元", "尚缺口90万元"),
    ("结余680万元", "结余860万元"),
    also=("R8",),
)
_swap(
    "count_of_list_wrong",
    "R6",
    "正文数量与列出的名单不符",
    "figures",
    ("二级养老机构（4家）", "二级养老机构（5家）"),
    also=("R24", "R2"),
)
_swap(
    "total_of_levels_wrong",
    "R6",
    "等级总数与各级之和不符",
    "figures",
    ("全县13家养老机构通过", "全县14家养老机构通过"),
    also=("R2", "R8"),
)
_swap(
    "rows_differ_from_text",
    "R6",
    "正文数量与附件台账行数不符",
    "figures",
    ("发现隐患8条，截至6月12日已整改8条", "发现隐患9条，截至6月12日已整改9条"),
    also=("R8", "R1"),
)
_swap(
    "unit_missing",
    "R7",
    "数字后没有单位",
    "figures",
    ("发现隐患190条，已整改", "发现隐患190，已整改"),
    ("出动工作人员96人次", "出动工作人员96"),
    pdf=False,
)
_swap(
    "unit_changed",
    "R7",
    "同一数量单位前后不同（人次、人）",
    "figures",
    ("培训的护理员共215人次", "培训的护理员共215人"),
    ("培训215人次，", "培训215人，"),
    also=("R8",),
    pdf=False,
)
_swap(
    "all_without_figure",
    "X05",
    "“全部”没有数字证明",
    "claims",
    ("在此前提下，可以面向社会老年人开放。", "目前隐患已全部整改到位。"),
    ("严格按照等级标准提供服务。", "全部按照标准提供服务，满意率达100%。"),
    ("实行小班教学。", "全部按标准聘请，合格率均为100%。"),
    pdf=False,
)
_swap(
    "all_against_the_figures",
    "X05",
    "“全部”与数字矛盾",
    "claims",
    ("明确责任单位和整改时限。", "目前已全部完成整改。"),
    ("已制定方案并采取临时管控措施。", "全县隐患已全部整改清零。"),
    pdf=False,
    also=("R3", "R5"),
)
_swap(
    "identity_number",
    "X01",
    "出现18位公民身份号码",
    "personal data",
    ("不得泄露入住老年人的个人信息。", "入住老年人身份证号为11010519491231002X。"),
    ("按照实际就餐人次结算。", "向身份证号为11010519491231002X的经办人结算。"),
    ("由局办公室负责场地", "由身份证号11010519491231002X的办公室人员负责场地"),
    pdf=False,
)
_swap(
    "bank_number",
    "X02",
    "出现银行账号",
    "personal data",
    ("补贴资金直接拨付到村。", "补贴资金直接拨付到账号6222020000000000000。"),
    ("按月足额发放", "拨付至账号6222020000000000000发放"),
    ("拨付至代发金融机构", "拨付至账号6222020000000000000"),
    pdf=False,
)
_swap(
    "health_state_with_name",
    "X03",
    "出现居民姓名和健康状况",
    "personal data",
    ("妥善照料失能老年人。", "妥善照料患高血压的老年人周有福。"),
    ("优先保障辖区内特困人员的集中供养需求", "优先保障患糖尿病的特困人员周有福的供养需求"),
    pdf=False,
)
_swap(
    "number_announced_differs",
    "R24",
    "所说项数与列出的项数不符",
    "structure",
    ("设第一、第二、第三共3个检查组", "设第一、第二、第三共4个检查组"),
    ("（一）第一期（4月13日", "（一）第二期（4月13日"),
    pdf=True,
    also=("R8",),
)
_swap(
    "joint_number_of_another",
    "R18",
    "联合行文用了协办机关的代字",
    "issuers",
    ("安民发〔2026〕27号", "安财发〔2026〕27号"),
)
_swap(
    "odd_characters",
    "R25",
    "文字可疑（釆、十）",
    "characters",
    ("采取查看现场", "釆取查看现场"),
    ("采取临时管控措施", "釆取临时管控措施"),
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
)
_swap(
    "blank_left",
    "R27",
    "留空未列出",
    "blanks",
    ("计划培训60人次", "计划培训　　人次"),
    ("参加人员不少于60人", "参加人员不少于　　人"),
    ("床位520张", "床位　　　张"),
    pdf=False,
)
_swap(
    "wrong_quarter",
    "R13",
    "季度与日期不符",
    "dates",
    ("2026年第二季度，县民政局", "2026年第一季度，县民政局"),
    ("定于2026年第二季度对", "定于2026年第三季度对"),
    also=("R8",),
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
    "half_width_standard_number",
    "R25",
    "标准号小写",
    "characters",
    ("按照《养老机构等级划分与评定》国家标准", "按照《养老机构等级划分与评定》（gb/t 37276—2018）国家标准"),
    pdf=False,
)
_swap(
    "deadline_before_document",
    "R10",
    "办理期限早于成文日期",
    "dates",
    ("联络员名单于3月20日前", "联络员名单于2月13日前"),
    ("于3月25日前完成祭扫", "于2月25日前完成祭扫"),
    ("要在3月25日前完成祭扫场所", "要在2月25日前完成祭扫场所"),
    ("于4月17日前", "于2月17日前"),
    ("在6月25日前完成入户", "在5月25日前完成入户"),
)
_swap(
    "two_dates_for_one_task",
    "R11",
    "同一任务两个期限",
    "dates",
    ("于11月10日前报送工作总结。", "于11月10日前报送工作总结。工作总结于12月5日前报送。"),
    (
        "各乡镇、街道于4月10日前报送工作总结。",
        "各乡镇、街道于4月10日前报送工作总结，工作总结报送截至4月20日。",
    ),
    pdf=False,
)
_swap(
    "announced_year_missing",
    "R15",
    "期限没有年份也没有报送对象",
    "dates",
    ("请于2026年4月17日前将上述资料函复我局", "请于4月17日前报送"),
    pdf=False,
)


@mutator(
    "R2", "表格合计行不等于各行之和", "tables", needs=lambda paper: paper.name == "bulletin", also=("R8",)
)
def total_row_wrong(page: Docx, paper: Paper) -> str:
    _cell(page, "合计", "175", "171")
    return "171"


@mutator(
    "R2", "资金表合计不等于各项之和", "tables", needs=lambda paper: paper.name == "request", also=("R8",)
)
def money_total_wrong(page: Docx, paper: Paper) -> str:
    _cell(page, "合计", "180", "190")
    return "190"


@mutator(
    "R3",
    "表格一行已整改加未整改不等于隐患数",
    "tables",
    needs=lambda paper: paper.name == "bulletin",
    also=("R2",),
)
def row_does_not_add_up(page: Docx, paper: Paper) -> str:
    _cell(page, "白沙街道", "45", "47")
    return "47"


@mutator("R4", "表格整改率与数字不符", "tables", needs=lambda paper: paper.name == "report")
def rate_in_table_wrong(page: Docx, paper: Paper) -> str:
    _cell(page, "2025年", "93.7%", "97.3%")
    return "97.3%"


@mutator("R8", "表格数字与正文不符", "tables", needs=lambda paper: paper.name == "three-attachments")
def table_differs_from_text(page: Docx, paper: Paper) -> str:
    _cell(page, "参加检查的工作人员", "96", "69")
    return "69"


@mutator("R9", "台账完成日期早于发现日期", "tables", needs=lambda paper: paper.name == "three-attachments")
def done_before_found(page: Docx, paper: Paper) -> str:
    _cell(page, "AH2026-0006", "2026-05-19", "2026-04-19")
    return "2026-04-19"


@mutator("R9", "台账逾期完成", "tables", needs=lambda paper: paper.name == "three-attachments")
def done_after_due(page: Docx, paper: Paper) -> str:
    _cell(page, "AH2026-0004", "2026-05-05", "2026-05-25")
    return "2026-05-25"


@mutator(
    "R5",
    "正文说8条已整改，台账有一条没有完成日期",
    "tables",
    needs=lambda paper: paper.name == "three-attachments",
    also=("R9", "R27"),
)
def ledger_row_open(page: Docx, paper: Paper) -> str:
    _cell(page, "AH2026-0008", "2026-05-18", "　")
    return "AH2026-0008"


@mutator(
    "R17",
    "署名与发文机关标志不一致",
    "issuers",
    needs=lambda paper: len(paper.signatories) == 1 and paper.face == "document",
)
def signature_of_another(page: Docx, paper: Paper) -> str:
    say(page.find(paper.signatories[0], whole=True, last=True), "安和县民政服务中心")
    return "安和县民政服务中心"


@mutator("R17", "联合行文署名缺一个机关", "issuers", needs=lambda paper: len(paper.signatories) > 1)
def one_signature_missing(page: Docx, paper: Paper) -> str:
    say(page.find(paper.signatories[-1], whole=True, last=True), "　")
    return paper.signatories[-1]


@mutator("R22", "同一机构名称写法不一", "names", needs=lambda paper: paper.name == "three-attachments")
def institution_misspelt(page: Docx, paper: Paper) -> str:
    _cell(page, "AH2026-0007", "安康养老服务中心", "安康养老中心")
    return "安康养老中心"


@mutator(
    "R28",
    "公开件出现联系人电话",
    "personal data",
    needs=lambda paper: paper.remark == "此件公开发布",
    public=True,
    also=("X04",),
)
def contact_in_public(page: Docx, paper: Paper) -> str:
    page.replace("（此件公开发布）", "（联系人：许知远，13900000000）")
    return "13900000000"


@mutator("R10", "成文日期早于引用文件的日期", "dates", needs=lambda paper: paper.name == "notice")
def signed_before_cited_year(page: Docx, paper: Paper) -> str:
    say(page.find(paper.date, whole=True), "2025年3月6日")
    return "2025年3月6日"
