"""Round 2: figures, dates that disagree, names, blanks, claims and persons' data."""

from __future__ import annotations

from tests.corpus.mutators.edit import Docx, say, text, w
from tests.corpus.mutators.registry import celling, mutator, swapping
from tests.corpus.papers.spec import Paper

_cell = celling(__name__)

_swap = swapping(__name__, pdf=False)
_SUMS = ("R2", "R3", "R4", "R6", "R8")

_swap(
    "homes_by_kind_do_not_add", "R2", "公办、民办之和不等于总数", "figures",
    ("公办3家、民办6家", "公办4家、民办6家"), ("医疗机构的5家", "医疗机构的6家"), also=_SUMS, pdf=True,
)  # fmt: skip
_swap(
    "hazards_by_kind_do_not_add", "R2", "各类隐患之和不等于总数", "figures",
    ("房屋安全7条", "房屋安全9条"), ("宣传经费2万元", "宣传经费3万元"), also=_SUMS, pdf=True,
)  # fmt: skip
_swap(
    "closed_more_than_found", "R3", "已整改数大于发现数", "figures",
    ("重大隐患6条，已整改4条", "重大隐患6条，已整改9条"), ("已整改38条，整改率", "已整改48条，整改率"),
    ("共排查隐患190条，已整改180条", "共排查隐患170条，已整改180条"), also=_SUMS,
)  # fmt: skip
_swap(
    "occupancy_wrong", "R4", "入住率、整改率与分子分母不符", "figures",
    ("入住率75%", "入住率85%"), ("整改率92.7%", "整改率97.2%"), ("占全县养老机构的50%", "占全县养老机构的5%"), pdf=True, also=("R2", "R8"),
)  # fmt: skip
_swap(
    "mean_money_wrong", "R4", "人均数与总额、人数不符", "figures",
    ("人均300元", "人均320元"), ("走访特困老年人、百岁老年人和困难老党员320人", "走访特困老年人、百岁老年人和困难老党员230人"), also=("R2", "R8"),
)  # fmt: skip
_swap(
    "each_times_teams_wrong", "R2", "每组家数乘组数不等于总数", "figures",
    ("每组负责3家", "每组负责4家"), ("每支队伍不少于4场次", "每支队伍不少于6场次"), also=(*_SUMS, "R24"),
)  # fmt: skip
_swap(
    "units_praised_miscounted", "R6", "表扬单位总数与名单不符", "figures",
    ("对5个先进单位", "对6个先进单位"), ("二、先进部门（2个）", "二、先进部门（3个）"), also=("R2", "R8", "R24"), pdf=True,
)  # fmt: skip
_swap(
    "money_without_yuan", "R7", "金额缺“元”", "figures",
    ("补助资金80万元", "补助资金80万"), ("尚缺资金12万元", "尚缺资金12万"), ("活动经费共18万元", "活动经费共18万"), ("专项资金26万元", "专项资金26万"),
    also=("R8", "R25"),
)  # fmt: skip
_swap(
    "beds_counted_in_homes", "R7", "量词张冠李戴，与前后不一（床位写“家”、机构写“张”）", "figures",
    ("床位520张", "床位520家"), ("床位420张", "床位420家"), ("设置床位80张", "设置床位80家"), also=("R8", "R22", "R25"), pdf=True,
)  # fmt: skip
_swap(
    "hazards_told_otherwise_later", "R8", "同一数字前后不一", "figures",
    ("对未整改的3条隐患", "对未整改的5条隐患"), ("每月对9家机构检查", "每月对8家机构检查"),
    ("6所敬老院均建于", "8所敬老院均建于"), also=("R1", "R2", "R3", "R6"),
)  # fmt: skip
_swap(
    "tasks_announced_five", "R24", "所说事项数与列出的不符", "structure",
    ("现就有关工作通知如下", "现就五项工作通知如下"), ("分3个阶段进行", "分4个阶段进行"), ("火化和骨灰寄存4个环节", "火化和骨灰寄存5个环节"),
    ("棋牌比赛3项活动", "棋牌比赛4项活动"), also=("R2", "R8"), pdf=True,
)  # fmt: skip
_swap(
    "cited_next_year", "R10", "引用的文件号年份晚于本文", "dates",
    ("（临民发〔2026〕9号）要求", "（临民发〔2027〕9号）要求"), ("（云政〔2026〕7号）", "（云政〔2027〕7号）"), ("（安民发〔2026〕18号）", "（安民发〔2027〕18号）"),
    ("（临民发〔2026〕14号）", "（临民发〔2027〕14号）"), also=("R26", "R23"), pdf=True,
)  # fmt: skip
_swap(
    "due_last_month", "R10", "期限早于成文日期", "dates",
    ("在9月15日前组织", "在8月15日前组织"), ("于2026年12月31日前", "于2026年9月30日前"),
    ("7月20日前报送", "5月20日前报送"), also=("R12", "R26", "L014"), pdf=True,
)  # fmt: skip
_swap(
    "effective_before_signed", "R10", "施行日期早于成文日期", "dates",
    ("本通知自2026年7月1日起施行", "本通知自2026年1月1日起施行"), ("自2026年6月1日起施行", "自2026年3月1日起施行"), also=("R11", "R12"), pdf=True,
)  # fmt: skip
_swap(
    "stages_overlap", "R12", "后一阶段早于前一阶段", "dates",
    ("（10月11日至11月15日）", "（8月11日至9月5日）"), ("（7月1日至10月31日）", "（2月1日至3月10日）"), ("（9月14日至18日）", "（3月14日至18日）"),
    also=("R10", "R11", "R14", "L014"), pdf=True,
)  # fmt: skip
_swap(
    "stage_outside_of_the_whole", "R12", "阶段的时间超出总的起止时间", "dates",
    ("起至11月30日止", "起至10月30日止"), ("2026年10月1日至31日", "2026年10月1日至7日"), also=("R10", "R11", "L014"), pdf=True,
)  # fmt: skip
_swap(
    "two_dates_for_one_summary", "R11", "同一件事两个期限", "dates",
    ("于11月5日前报送活动总结。", "于11月5日前报送活动总结。活动总结于11月20日前报送。"),
    ("11月30日前完成。", "11月30日前完成，上述3条于12月15日前完成整改。"),
    ("整改情况于10月15日前报县民政局社会事务股。", "整改情况于10月15日前报县民政局社会事务股，整改情况最迟10月25日前报送。"),
    also=("R8", "R12"),
)  # fmt: skip
_swap(
    "quarter_and_months_differ", "R13", "季度与所写月份不符", "dates",
    ("定于2026年第二季度对", "定于2026年第一季度对"), ("关于第二季度排查整治", "关于第四季度排查整治"), ("2026年第二季度，县民政局", "2026年第四季度，县民政局"),
    also=("R8", "R10", "L014"), pdf=True,
)  # fmt: skip
_swap(
    "place_called_two_ways", "R22", "同一地名、机构前后写法不一", "names",
    ("一、同意设立云溪镇养老服务中心", "一、同意设立云溪乡养老服务中心"), ("由养老服务股牵头，对剩余", "由养老股牵头，对剩余"),
    ("县民政局社会事务股咨询", "县民政局社事股咨询"), ("河口镇人民政府、云溪镇人民政府", "河口乡人民政府、云溪镇人民政府"), also=("R17", "R25", "R8"), pdf=True,
)  # fmt: skip
_swap(
    "level_word_of_the_province", "R26", "抄上级文件未改层级词", "localisation",
    ("决定在全县集中清理", "决定在全省集中清理"), ("全县新增养老床位", "全市新增养老床位"), ("适用于全县8家", "适用于全市8家"),
    ("并结合我县实际", "并结合我省实际"), ("我镇现有养老机构", "我县现有养老机构"), pdf=True,
)  # fmt: skip
_swap(
    "crosses_left_to_fill", "R27", "留下“××”“XX”没有填", "blanks",
    ("奖补1000元", "奖补××元"), ("发现隐患41条", "发现隐患XX条"), ("8月18日至20日", "×月×日至×日"), ("手册8000册", "手册XXXX册"), also=("L012", "R25"),
)  # fmt: skip
_swap(
    "note_to_self_left", "R27", "留下写稿时的提示语（待补充、请填写）", "blanks",
    ("县、乡两级组成16个慰问组", "县、乡两级组成（此处待补充）个慰问组"), ("床位420张", "床位（请填写）张"), ("累计雨量可达180毫米", "累计雨量可达【待核实】毫米"),
    ("每例给予奖补1000元", "每例给予奖补（待定）元"), also=("GW5",),
)  # fmt: skip
_swap(
    "underscores_left", "R27", "留下下划线空格没有填", "blanks",
    ("专项资金26万元", "专项资金____万元"), ("免收墓穴使用费", "减收墓穴使用费____元"), ("检查机构27家次", "检查机构____家次"),
)  # fmt: skip
_swap(
    "identity_full_width", "X01", "身份证号用全角数字", "personal data",
    ("由执业医师填写", "由执业医师（１１０１０５１９４９１２３１００２Ｘ）填写"), ("由县民政局组织验收", "由县民政局（１１０１０５１９４９１２３１００２Ｘ）组织验收"),
    ("由镇长任组长", "由镇长（１１０１０５１９４９１２３１００２Ｘ）任组长"),
)  # fmt: skip
_swap(
    "bank_card_with_hyphens", "X02", "银行卡号用连字符分段", "personal data",
    ("每例给予奖补1000元", "每例给予奖补1000元（卡号6228-4804-0256-4890-018）"), ("发放慰问金9.6万元", "发放慰问金9.6万元（卡号6228-4804-0256-4890-018）"),
    ("尚缺资金12万元", "尚缺资金12万元（汇至6228-4804-0256-4890-018）"),
)  # fmt: skip
_swap(
    "disabled_person_named", "X03", "居民姓名与残疾、疾病一起出现", "personal data",
    ("走访特困老年人、百岁老年人", "走访特困老年人陈桂兰（肢体残疾一级）、百岁老年人"), ("优先接收特困老年人和", "优先接收精神分裂症患者孙玉梅和"),
    ("入住老年人315人", "入住老年人315人（其中马国庆患阿尔茨海默病）"),
)  # fmt: skip
_swap(
    "no_blind_corner", "X05", "“无死角”“百分之百”“一个不漏”没有数字证明", "claims",
    ("验收结果在县人民政府网站公布。", "做到清理无死角、违建百分之百拆除。"), ("不得捆绑收费、强制消费。", "做到零投诉、收费项目公示率100%。"),
    ("营造敬老爱老的社会氛围。", "做到宣传全覆盖、老年人人人知晓。"), ("督促服务不规范的机构限期整改。", "所有机构均达标，无一例投诉。"),
)  # fmt: skip
_swap(
    "approval_of_the_bureau_itself", "X06", "部门给乡镇政府发通知，只写“经局党组同意”（经本级政府同意）", "genre",
    ("经县人民政府同意，决定", "经局党组同意，决定"), ("经县人民政府同意，自2026", "经局党组同意，自2026"), ("经县人民政府同意，现将", "经局党组同意，现将"),
    ("经县人民政府同意，现就", "经局党组同意，现就"), ("经县人民政府同意，定于", "经局党组同意，定于"),
)  # fmt: skip
_swap(
    "qq_mail_in_public", "R28", "公开件出现个人邮箱、座机", "personal data",
    ("按照规定给予奖励。", "举报请联系陆清和，邮箱12345678@example.com。"), ("营造敬老爱老的社会氛围。", "投稿请联系陆清和1390000-0000。"),
    ("并在15个工作日内答复", "并由陆清和（139-0000-0000）答复"), public=True, also=("X04",),
)  # fmt: skip
_swap(
    "attachment_two_of_one", "R21", "正文提到的附件没有（只有一个附件却说“附件2”）", "attachments",
    ("每年组织1次体检", "每年组织1次体检（标准见附件2）"), ("建立设备台账，", "建立设备台账（格式见附件），"), ("逐项核对，在", "逐项核对（见附件3），在"),
    ("建立问题台账，", "建立问题台账（见附件2），"), also=("L085",),
)  # fmt: skip


_cell(
    "term_over_three_months",
    "three-attachments",
    "R9",
    "台账整改期限超过三个月（R9）",
    ("AH2026-0005", "2026-05-08", "2026-11-08"),
    also=("R12",),
)
_cell(
    "ledger_date_impossible",
    "three-attachments",
    "L014",
    "台账日期不存在（2026-04-31）",
    ("AH2026-0005", "2026-04-30", "2026-04-31"),
    also=("R9",),
)


@mutator(
    "R6",
    "台账两行隐患编号相同（R6、四个清单按编号一致）",
    "tables",
    needs=lambda paper: paper.name == "three-attachments",
    also=("R24", "L047", "R8", "R22", "R9"),
)
def ledger_id_twice(page: Docx, paper: Paper) -> str:
    say(page.find("AH2026-0004", whole=True), "AH2026-0003")
    return "AH2026-0003"


_cell(
    "ledger_number_skipped",
    "three-attachments",
    "L047",
    "台账序号跳号（4后是6）",
    ("AH2026-0008", "8", "9"),
    also=("R24", "R6", "R8"),
)
_cell(
    "rate_over_a_hundred", "report", "R4", "表格里百分率超过100%", ("2023年", "90.0%", "190.0%"), also=("R2",)
)
_cell(
    "row_total_wrong",
    "decision",
    "R2",
    "表格一行各项之和不等于该行合计",
    ("云溪镇", "92", "96"),
    also=("R8", "R3", "R6"),
)


@mutator(
    "R2",
    "表格合计行有一格留空",
    "tables",
    needs=lambda paper: paper.name in ("bulletin", "request"),
    also=("R27", "R3"),
)
def total_cell_empty(page: Docx, paper: Paper) -> str:
    old = "15" if paper.name == "bulletin" else "180"
    page.cell("合计", old, "　")
    return "合计"


_cell(
    "total_of_first_column_wrong",
    "bulletin",
    "R2",
    "表格合计行（机构数）算错",
    ("合计", "42", "41"),
    also=("R8", "R1", "R6"),
)


@mutator(
    "R7", "表头没有计量单位（R7）", "tables", needs=lambda paper: paper.name == "request", also=("R22", "GW5")
)
def head_without_units(page: Docx, paper: Paper) -> str:
    say(page.find("金额（万元）", whole=True), "金额")
    say(page.find("单价（万元）", whole=True), "单价")
    return "金额"


_cell(
    "identity_in_a_cell",
    "three-attachments",
    "X01",
    "台账格子里有身份证号（X01）",
    ("AH2026-0008", "值班记录不完整", "责任人11010519491231002X"),
)


@mutator(
    "cl.5.2.1",
    "表格宽180毫米，伸出版心（5.2.1：版心156毫米）",
    "tables",
    needs=lambda paper: paper.name in ("bulletin", "request", "report", "decision"),
    also=("L120", "GW1", "GW3", "GW4"),
)
def table_too_wide(page: Docx, paper: Paper) -> str:
    table = next(
        table for table in page.tree().iter(w("tbl"))
        if paper.tables[0].head[0] == text(next(table.iter(w("p"))))
    )  # fmt: skip
    widths = [*table.iter(w("gridCol")), *table.iter(w("tcW")), *table.iter(w("tblW"))]
    for one in widths:
        value = one.get(w("w"))
        if value is not None and value.isdigit():
            one.set(w("w"), str(round(int(value) * 190 / 156)))
    return paper.tables[0].head[0]


@mutator(
    "R17",
    "标题写了两个机关，署名只有一个（R17）",
    "issuers",
    needs=lambda paper: (
        len(paper.title) == 2 and paper.title[0].startswith("安和县民政局关于") and not paper.attachments
    ),
    also=("R22",),
)
def title_names_two_offices(page: Docx, paper: Paper) -> str:
    page.replace("安和县民政局关于", "安和县民政局、财政局关于")
    return "安和县民政局、财政局"
