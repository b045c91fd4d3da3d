"""Held out: slips in figures, names, dates and persons' data. Whoever writes or changes a rule does not read this
folder."""

from __future__ import annotations

from typing import Any

from tests.corpus.mutators.edit import Docx, NotHere, say, text, w
from tests.corpus.mutators.registry import mutator, swap
from tests.corpus.papers.spec import Paper

_HERE = __name__


def _swap(
    name: str, rule: str, says: str, topic: str, *pairs: tuple[str, str], pdf: bool = False, **more: Any
) -> None:
    swap(name, rule, says, topic, pairs, module=_HERE, pdf=pdf, **more)


def _cell(page: Docx, row: str, old: str, new: str) -> None:
    """The cell `old` of the row that has a cell `row`."""
    for cell in page.paragraphs():
        line = next(cell.iterancestors(w("tr")), None)
        if text(cell) == row and line is not None:
            for paragraph in page.paragraphs(line):
                if text(paragraph) == old:
                    say(paragraph, new)
                    return
    raise NotHere((row, old))


_swap(
    "fresh_parts_over_the_whole",
    "R2",
    "分项之和与总数不符",
    "figures",
    ("三级9家，二级12家", "三级8家，二级12家"),
    ("县级预算安排1300万元", "县级预算安排1400万元"),
    ("困境儿童348人，合计", "困境儿童384人，合计"),
    ("无障碍设施改造30万元", "无障碍设施改造40万元"),
    also=("R6", "R8", "R3"),
)
_swap(
    "fresh_remaining_wrong",
    "R3",
    "总数、已办数、未办数对不上",
    "figures",
    ("尚未整改的10条均为", "尚未整改的20条均为"),
    ("已整改175条，未整改15条", "已整改175条，未整改14条"),
    ("已整改175条，但剩余15条", "已整改175条，但剩余25条"),
    also=("R8", "R2"),
)
_swap(
    "fresh_share_of_the_beds",
    "R4",
    "占比与分子分母不符",
    "figures",
    ("48张，占60%", "46张，占60%"),
    ("21家，占全县养老机构的50%", "21家，占全县养老机构的52%"),
    ("占46.7%", "占48.3%"),
    pdf=True,
    also=("R2", "R8"),
)
_swap(
    "fresh_mean_wrong",
    "R4",
    "人均、单价与总额不符",
    "figures",
    ("培训经费12.6万元，人均600元", "培训经费15.6万元，人均600元"),
    also=("R2", "R8"),
)
_swap(
    "fresh_list_one_short",
    "R6",
    "标明的家数与列出的名单不符",
    "figures",
    ("一级养老机构（8家）", "一级养老机构（7家）"),
    ("三级养老机构（1家）", "三级养老机构（2家）"),
    also=("R24", "R2"),
    pdf=True,
)
_swap(
    "fresh_unit_yuan",
    "R7",
    "万元写成元，与前后不一",
    "figures",
    ("消防喷淋系统改造108万元", "消防喷淋系统改造108元"),
    ("上级补助4300万元", "上级补助4300元"),
    also=("R2", "R8"),
)
_swap(
    "fresh_total_told_twice",
    "R8",
    "总数前后不一（床位、机构、隐患）",
    "figures",
    ("对42家养老机构开展实地检查", "对40家养老机构开展实地检查"),
    ("对尚未整改的10条隐患逐条", "对尚未整改的12条隐患逐条"),
    ("完成剩余15条隐患", "完成剩余25条隐患"),
    ("其中5所敬老院未设置", "其中7所敬老院未设置"),
    also=("R1", "R3", "R2"),
)
_swap(
    "fresh_announced_items",
    "R24",
    "所说个数与列出的个数不符",
    "structure",
    ("后勤保障5个功能区", "后勤保障6个功能区"),
    ("应急救护等5个模块", "应急救护等4个模块"),
    ("分别为15家、14家和13家", "分别为15家和27家"),
    ("会同有关部门", "会同部门"),
    also=("R2", "R8"),
)
_swap(
    "fresh_attachment_only_mentioned",
    "R21",
    "正文说“见附件”而没有附件",
    "attachments",
    ("要在3月25日前完成祭扫场所", "要按照附件要求，在3月25日前完成祭扫场所"),
    ("检查机构数分别为15家", "检查机构名单见附件，检查机构数分别为15家"),
    ("核准监护人、联系方式和去向", "核准监护人、联系方式和去向（样表见附件2）"),
    also=("L085",),
)
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
_swap(
    "fresh_due_before_signed",
    "R10",
    "要求的期限早于成文日期",
    "dates",
    ("于11月10日前报送工作总结。联络员", "于2月10日前报送工作总结。联络员"),
    ("于6月19日前将检查情况", "于3月19日前将检查情况"),
    ("在6月20日前完成在册", "在5月20日前完成在册"),
    ("于7月31日前完成剩余", "于6月30日前完成剩余"),
    also=("R12", "R26"),
)
_swap(
    "fresh_order_passed_later",
    "R10",
    "会议、决定的日期晚于成文日期",
    "dates",
    ("已经2026年4月9日县人民政府", "已经2026年5月9日县人民政府"),
    ("截至2026年10月31日，全县", "截至2026年12月31日，全县"),
    ("截至2026年6月30日，共排查", "截至2026年7月30日，共排查"),
    also=("L014", "R13"),
)
_swap(
    "fresh_check_after_summary",
    "R12",
    "前后环节的期限倒置",
    "dates",
    ("于4月20日前报送自查情况", "于12月20日前报送自查情况"),
    ("7月10日前完成排查，11月10日前完成整改", "11月10日前完成排查，7月10日前完成整改"),
    ("（4月16日至6月30日）", "（9月16日至12月30日）"),
    also=("R11", "R14"),
)
_swap(
    "fresh_quarter_of_the_cut_off",
    "R13",
    "截止日期不在所说季度",
    "dates",
    ("截至2026年6月30日，共排查", "截至2026年3月31日，共排查"),
    ("第二季度排查整治情况", "第三季度排查整治情况"),
    also=("R8", "L014", "R10"),
)
_swap(
    "fresh_identity_spaced",
    "X01",
    "身份证号分段写、末位小写",
    "personal data",
    ("每组由5个部门各派1名工作人员组成", "联系人身份证号110105 19491231 002X"),
    ("确定1名联络员", "确定1名联络员（身份证11010519491231002x）"),
    ("由组长负责", "由组长负责（11010519491231002x）"),
    ("签订委托照料服务协议", "签订委托照料服务协议（身份证号110105 19491231 002X）"),
    ("聘请三级医院护士长", "聘请护士长（身份证号11010519491231002x）"),
)
_swap(
    "fresh_bank_spaced",
    "X02",
    "银行卡号四位一空",
    "personal data",
    ("按月足额发放", "拨至6228 4804 0256 4890 018发放"),
    ("资金拨付至代发金融机构", "资金拨付至开户行账号6228480402564890018"),
    ("由福利彩票公益金列支", "缴至账户6228 4804 0256 4890 018"),
)
_swap(
    "fresh_ill_resident",
    "X03",
    "居民姓名和病情一起出现",
    "personal data",
    ("全护理老年人的比例不低于1：3", "失能老人赵秀英（脑卒中后遗症）的比例不低于1：3"),
    ("无人监护或者监护缺失的", "患白血病的困境儿童李小雨无人监护的"),
    ("对位于地质灾害隐患点、低洼易涝区域的", "对入住老人王德厚（瘫痪、患尿毒症）所在的"),
)
_swap(
    "fresh_zero_accidents",
    "X05",
    "“零事故”“全覆盖”没有数字证明",
    "claims",
    ("每季度分析研判一次安全形势。", "实现监管全覆盖、隐患清零、零事故。"),
    ("前一阶段排查工作扎实有效，", "前一阶段排查实现全覆盖，无一遗漏，"),
    ("严格按照等级标准提供服务。", "获评机构均无一投诉。"),
)
_swap(
    "fresh_public_email",
    "R28",
    "公开件出现个人邮箱、手机号",
    "personal data",
    ("并在15个工作日内答复", "并反馈至ludaqing@example.com"),
    ("主要负责人每季度至少研究一次", "主要负责人（139 0000 0000）每季度研究一次"),
    public=True,
    also=("X04",),
)


@mutator(
    "X06",
    "部门直接向乡镇政府发通报",
    "genre",
    needs=lambda paper: paper.name == "bulletin",
)
def fresh_bulletin_to_governments(page: Docx, paper: Paper) -> str:
    page.replace(paper.recipients, "各乡镇人民政府、街道办事处：")
    return "各乡镇人民政府"


@mutator(
    "R9", "台账里整改完成晚于统计截止日", "tables", needs=lambda paper: paper.name == "three-attachments"
)
def fresh_done_after_cut_off(page: Docx, paper: Paper) -> str:
    _cell(page, "AH2026-0007", "2026-05-26", "2026-07-26")
    return "2026-07-26"


@mutator("R9", "台账里整改时限早于发现日期", "tables", needs=lambda paper: paper.name == "three-attachments")
def fresh_due_before_found(page: Docx, paper: Paper) -> str:
    _cell(page, "AH2026-0003", "2026-05-06", "2026-03-06")
    return "2026-03-06"


@mutator("R2", "表格合计算错（机构数、隐患数）", "tables", needs=lambda paper: paper.name == "bulletin")
def fresh_total_of_homes(page: Docx, paper: Paper) -> str:
    _cell(page, "青石镇", "36", "63")
    return "合计"


@mutator("R3", "表格一行三个数对不上", "tables", needs=lambda paper: paper.name == "bulletin", also=("R2",))
def fresh_row_does_not_add(page: Docx, paper: Paper) -> str:
    _cell(page, "河口镇", "3", "5")
    return "河口镇"


@mutator("R4", "年度表整改率算错", "tables", needs=lambda paper: paper.name == "report")
def fresh_rate_of_a_year(page: Docx, paper: Paper) -> str:
    _cell(page, "2024年", "92.0%", "93.0%")
    return "93.0%"


@mutator(
    "R2", "单价乘数量不等于金额", "tables", needs=lambda paper: paper.name == "request", also=("R4", "R8")
)
def fresh_price_by_count(page: Docx, paper: Paper) -> str:
    _cell(page, "电气线路更换", "7", "8")
    return "电气线路更换"


@mutator(
    "R8",
    "统计表与正文的数不同",
    "tables",
    needs=lambda paper: paper.name == "three-attachments",
    also=("R6", "R1"),
)
def fresh_form_against_text(page: Docx, paper: Paper) -> str:
    _cell(page, "组织培训的护理员", "215", "251")
    return "251"


@mutator(
    "R6",
    "台账行数与正文条数不符",
    "tables",
    needs=lambda paper: paper.name == "three-attachments",
    also=("R8", "L047"),
)
def fresh_ledger_row_gone(page: Docx, paper: Paper) -> str:
    cell = page.find("AH2026-0008", whole=True)
    row = next(cell.iterancestors(w("tr")))
    row.getparent().remove(row)
    return "8条"


@mutator(
    "L047",
    "台账序号重复",
    "tables",
    needs=lambda paper: paper.name == "three-attachments",
    also=("R24", "R6"),
)
def fresh_ledger_number_twice(page: Docx, paper: Paper) -> str:
    _cell(page, "AH2026-0004", "4", "3")
    return "3"


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
    needs=lambda paper: paper.signatories == ("安和县民政局",) and paper.face == "document",
    also=("R22",),
)
def fresh_signature_mistyped(page: Docx, paper: Paper) -> str:
    say(page.find("安和县民政局", whole=True, last=True), "安和民政局")
    return "安和民政局"


@mutator(
    "R18",
    "联合行文用了另一机关的代字",
    "number",
    needs=lambda paper: len(paper.issuers) > 1 and paper.number.startswith("安民发"),
)
def fresh_number_of_the_second(page: Docx, paper: Paper) -> str:
    new = paper.number.replace("安民发", "安财联")
    page.replace(paper.number, new)
    return new


@mutator(
    "R19",
    "函主送两个机关以外还用统称上级",
    "recipients",
    needs=lambda paper: paper.whole_title.endswith("请示"),
    also=("L034",),
)
def fresh_request_past_the_superior(page: Docx, paper: Paper) -> str:
    new = "安和县人民政府并临澜市民政局："
    page.replace(paper.recipients, new)
    return new.removesuffix("：")


@mutator(
    "L103", "报告抄送下级机关", "imprint", needs=lambda paper: paper.direction == "up" and bool(paper.cc)
)
def fresh_report_copied_to_townships(page: Docx, paper: Paper) -> str:
    page.replace(paper.cc, "县政府办公室，河口镇人民政府，青石镇敬老院。")
    return "河口镇人民政府"
