"""Defects of language and numbers: punctuation, brackets, ranges, dates, units. Same-length swaps work in PDFs too."""

from __future__ import annotations

from typing import Any

from lxml import etree

from tests.corpus.mutators.edit import Docx, NotHere, runs, say, text, w
from tests.corpus.mutators.registry import mutator, swap
from tests.corpus.papers.spec import Paper

_HERE = __name__


def _swap(
    name: str, rule: str, says: str, topic: str, *pairs: tuple[str, str], pdf: bool = True, **more: Any
) -> None:
    swap(name, rule, says, topic, pairs, module=_HERE, pdf=pdf, **more)


_swap(
    "citation_in_square_brackets",
    "L006",
    "正文引用的发文字号用方括号",
    "citation",
    ("（临民发〔2026〕9号）", "（临民发[2026]9号）"),
    ("（云政〔2026〕7号）", "（云政[2026]7号）"),
)
_swap(
    "citation_number_first",
    "L007",
    "引用公文先写文号后写标题",
    "citation",
    (
        "《云溪镇人民政府关于设立养老服务中心的请示》（云政〔2026〕7号）",
        "（云政〔2026〕7号）《云溪镇人民政府关于设立养老服务中心的请示》",
    ),
    (
        "《关于征求养老服务设施用地意见的函》（安自然资函〔2026〕23号）",
        "（安自然资函〔2026〕23号）《关于征求养老服务设施用地意见的函》",
    ),
    pdf=False,
)
_swap(
    "hao_for_ri",
    "L013",
    "日期的“日”写成“号”",
    "date form",
    ("4月20日前", "4月20号前"),
    ("3月25日前", "3月25号前"),
    ("4月17日前", "4月17号前"),
    ("7月31日前", "7月31号前"),
)
_swap(
    "dotted_date_in_text",
    "L013",
    "正文日期用圆点",
    "date form",
    ("截至2026年6月30日", "截至2026.6.30"),
    ("截至2026年3月31日", "截至2026.3.31"),
    ("2026年5月11日至6月12日", "2026.5.11至6月12日"),
    pdf=False,
)
_swap(
    "half_width_comma",
    "L060",
    "汉字旁用半角逗号",
    "punctuation",
    ("经县人民政府同意，", "经县人民政府同意,"),
    ("经委托专业机构测算，", "经委托专业机构测算,"),
    ("经研究，现", "经研究,现"),
    ("会议认为，", "会议认为,"),
    ("经测算，", "经测算,"),
)
_swap(
    "half_width_stop",
    "L060",
    "汉字旁用半角句点",
    "punctuation",
    ("此复。", "此复."),
    ("特此公告。", "特此公告."),
    ("特此报告。", "特此报告."),
    ("予以通报。", "予以通报."),
    ("请予支持。", "请予支持."),
)
_swap(
    "half_width_semicolon",
    "L060",
    "汉字旁用半角分号",
    "punctuation",
    ("以上的行政村；", "以上的行政村;"),
    ("覆盖80%以上的行政村；", "覆盖80%以上的行政村;"),
)
_swap(
    "half_width_brackets",
    "L061",
    "汉字用半角圆括号",
    "punctuation",
    ("村（社区）", "村(社区)"),
    ("村（居）", "村(居)"),
    ("（联系人", "(联系人"),
)
_swap("half_width_quotes", "L061", "引号用半角", "punctuation", ("“回头看”", '"回头看"'), pdf=False)
_swap(
    "unpaired_title_mark",
    "L062",
    "书名号不成对",
    "punctuation",
    ("工作的通知》（临民发", "工作的通知（临民发"),
    ("中心的请示》（云政", "中心的请示（云政"),
    ("评定》国家标准", "评定国家标准"),
    ("意见的函》（安", "意见的函（安"),
)
_swap(
    "comma_between_title_marks",
    "L063",
    "并列书名号之间用顿号",
    "punctuation",
    ("《养老机构管理办法》的规定", "《养老机构管理办法》、《城镇燃气管理条例》的规定"),
    (
        "《养老机构等级划分与评定》国家标准",
        "《养老机构等级划分与评定》、《养老机构服务安全基本规范》国家标准",
    ),
    pdf=False,
)
_swap(
    "comma_before_deng",
    "L064",
    "“等”前用顿号",
    "punctuation",
    ("阅读、体育、手工等课程", "阅读、体育、手工、等课程"),
    ("会同县消防救援大队等部门", "会同县消防救援大队、等部门"),
    ("常见病预防等8门", "常见病预防、等8门"),
)
_swap(
    "title_mark_in_title_mark",
    "L065",
    "书名号里再用书名号",
    "punctuation",
    (
        "《云溪镇人民政府关于设立养老服务中心的请示》",
        "《云溪镇人民政府关于落实《养老机构管理办法》设立中心的请示》",
    ),
    ("《养老机构管理办法》", "《关于印发《养老机构管理办法》的通知》"),
    pdf=False,
)
_swap(
    "doubled_mark",
    "L060",
    "标点重复",
    "punctuation",
    ("阅读、体育、手工等课程", "阅读、、体育、手工等课程"),
    ("疏散通道、安全出口、消火栓", "疏散通道、、安全出口、消火栓"),
    ("帐篷200顶、折叠床", "帐篷200顶，，折叠床"),
    pdf=False,
)
_swap(
    "padded_date_in_text",
    "L010",
    "正文日期编虚位",
    "date form",
    ("（3月16日至4月15日）", "（03月16日至04月15日）"),
    ("2026年5月11日至6月12日", "2026年05月11日至06月12日"),
    ("2026年5月10日前", "2026年05月10日前"),
    pdf=False,
)
_swap(
    "three_dots",
    "L066",
    "省略号用三个点",
    "punctuation",
    ("阅读、体育、手工等课程", "阅读、体育、手工...课程"),
    ("生活照料、基础护理、康复服务、心理支持、应急救护等", "生活照料、基础护理...应急救护等"),
    pdf=False,
)
_swap(
    "double_stop",
    "L066",
    "连用两个句号",
    "punctuation",
    ("通知如下。", "通知如下。。"),
    ("报告如下。", "报告如下。。"),
    ("请示如下。", "请示如下。。"),
    ("批复如下。", "批复如下。。"),
)
_swap(
    "ellipsis_and_deng",
    "L067",
    "省略号和“等”并用",
    "punctuation",
    ("阅读、体育、手工等课程", "阅读、体育、手工……等课程"),
    ("生活照料、医疗护理、康复训练、文体活动和后勤保障5个", "生活照料、医疗护理……等5个"),
    pdf=False,
)
_swap(
    "comma_in_approximate_number",
    "L068",
    "概数之间加顿号",
    "numbers",
    ("每周上门", "每周三、四次上门"),
    ("每周至少与子女联系一次", "每周与子女联系三、四次"),
    ("预留床位不少于20张", "预留床位三、四十张"),
    pdf=False,
)
_swap(
    "hyphen_in_range",
    "L069",
    "数值范围用连字符",
    "numbers",
    ("每餐2元至4元", "每餐2-4元"),
    ("床位不少于120张", "床位100-120张"),
    ("每班值班人员不少于2人", "每班值班人员2-3人"),
    pdf=False,
)
_swap(
    "per_cent_dropped_in_range",
    "L070",
    "百分数范围前项缺百分号",
    "numbers",
    ("抽查比例不低于10%", "抽查比例为10～15%"),
    ("密度不高于30%", "密度为25～30%"),
    ("缺课超过20%", "缺课20～30%"),
    pdf=False,
)
_swap(
    "wan_dropped_in_range",
    "L071",
    "范围前项缺“万”",
    "numbers",
    ("一次性建设补助5万元", "一次性建设补助3～5万元"),
    ("专项资金26万元", "专项资金20～26万元"),
    ("安排60万元", "安排50～60万元"),
    pdf=False,
)
_swap(
    "no_leading_zero",
    "L072",
    "小数缺整数位的0",
    "numbers",
    ("面积1.2公顷", "面积.8公顷"),
    ("每年运行补助1万元", "每年运行补助.5万元"),
    pdf=False,
)
_swap(
    "full_width_digits",
    "L073",
    "用全角数字",
    "numbers",
    ("不少于20张", "不少于２０张"),
    ("不少于2人", "不少于２人"),
    ("24小时", "２４小时"),
    ("42家养老机构", "４２家养老机构"),
)
_swap(
    "mixed_numerals",
    "L074",
    "同类数量汉字和数字混用",
    "numbers",
    ("有4家机构的值班记录不完整，3家机构", "有四家机构的值班记录不完整，3家机构"),
    ("帐篷200顶、折叠床500张", "帐篷二百顶、折叠床500张"),
    pdf=False,
)
_swap(
    "unit_symbol_case",
    "L075",
    "计量单位符号大小写错误",
    "numbers",
    ("建筑面积不少于300平方米", "建筑面积不少于300M2"),
    ("累计雨量可达180毫米", "累计雨量可达180MM"),
    ("建筑面积不少于150平方米", "建筑面积不少于150M2"),
    pdf=False,
)
_swap(
    "impossible_date",
    "L014",
    "日期不存在",
    "date form",
    ("11月10日前", "11月31日前"),
    ("6月25日前", "6月31日前"),
    ("6月20日前", "6月31日前"),
    ("8月31日前", "9月31日前"),
    ("4月17日前", "4月31日前"),
)
_swap(
    "deadline_on_wrong_weekday",
    "L014",
    "期限的星期与日期不符",
    "date form",
    ("4月20日前", "4月20日（星期五）前"),
    ("4月17日前", "4月17日（星期二）前"),
    ("3月25日前", "3月25日（星期一）前"),
    ("7月20日前", "7月20日（星期四）前"),
    pdf=False,
)
_swap(
    "heading_comma_after_hanzi",
    "L040",
    "“一”后用逗号",
    "heading form",
    ("一、总体要求", "一，总体要求"),
    ("一、基本情况", "一，基本情况"),
    ("一、目标任务", "一，目标任务"),
    ("一、提前做好准备", "一，提前做好准备"),
)
_swap(
    "heading_stop_after_hanzi",
    "L040",
    "“二”后用圆点",
    "heading form",
    ("二、重点举措", "二.重点举措"),
    ("二、资金测算", "二.资金测算"),
    ("二、加强安全管理", "二.加强安全管理"),
    ("二、资金保障", "二.资金保障"),
)
_swap(
    "bracketed_heading_with_comma",
    "L041",
    "“（一）”后加顿号",
    "heading form",
    ("（一）建设服务阵地", "（一）、建设服务阵地"),
    ("（一）消防安全", "（一）、消防安全"),
    ("（一）基本生活标准", "（一）、基本生活标准"),
    ("（一）强化组织领导", "（一）、强化组织领导"),
)
_swap(
    "digit_heading_with_comma",
    "L042",
    "“1”后用顿号",
    "heading form",
    ("1.盘活闲置资源", "1、盘活闲置资源"),
    ("1.开展助餐服务", "1、开展助餐服务"),
)
_swap(
    "digit_heading_with_wide_dot",
    "L043",
    "“1”后用全角圆点",
    "heading form",
    ("1.盘活闲置资源", "1．盘活闲置资源"),
    ("2.开展探访关爱", "2．开展探访关爱"),
)
_swap(
    "half_width_heading_brackets",
    "L044",
    "序数用半角括号",
    "heading form",
    ("（一）建设服务阵地", "(一)建设服务阵地"),
    ("（二）食品安全。重", "(二)食品安全。重"),
    ("（二）照料护理标准", "(二)照料护理标准"),
    ("（二）深入排查整治", "(二)深入排查整治"),
)
_swap(
    "heading_number_skipped",
    "L047",
    "序数跳号",
    "heading order",
    ("三、工作要求", "四、工作要求"),
    ("三、请示事项", "四、请示事项"),
    ("三、保障措施", "四、保障措施"),
    ("三、倡导文明新风", "五、倡导文明新风"),
    ("三、做好物资保障", "五、做好物资保障"),
    also=("R24",),
)
_swap(
    "higher_heading_inside",
    "L046",
    "低层次里出现高层次序数",
    "heading order",
    ("2.完善设施设备", "一、完善设施设备"),
    ("2.开展探访关爱", "一、开展探访关爱"),
    pdf=False,
    also=("L047", "R24", "L050"),
)
_swap(
    "standalone_heading_with_colon",
    "L049",
    "单独成行的标题末尾用标点",
    "heading form",
    ("一、总体要求", "一、总体要求："),
    ("二、资金测算", "二、资金测算。"),
    ("二、加强安全管理", "二、加强安全管理；"),
    ("二、资金保障", "二、资金保障："),
)
_swap(
    "request_in_report",
    "L140",
    "报告夹带请示事项",
    "genre",
    ("特此报告。", "以上报告妥否，请批示。"),
    pdf=False,
    also=("R20",),
)
_swap(
    "old_empty_page_note",
    "L094",
    "出现“（此页无正文）”",
    "end matter",
    ("特此公告。", "（此页无正文）"),
    ("此复。", "（此页无正文）"),
    pdf=False,
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
    "L045",
    "跳过“（一）”直接用“1.”",
    "heading order",
    needs=lambda paper: paper.name in ("opinion", "notice"),
    also=("L047",),
)
def heading_level_skipped(page: Docx, paper: Paper) -> str:
    pairs = {
        "opinion": (("（一）加强资金支持", "1.加强资金支持"), ("（二）加强督促指导", "2.加强督促指导")),
        "notice": (("（一）加强组织领导", "1.加强组织领导"), ("（二）严格报送时限", "2.严格报送时限")),
    }[paper.name]
    for old, new in pairs:
        page.replace(old, new)
    return pairs[0][1]


@mutator("L048", "圈码后加顿号", "heading form", needs=lambda paper: paper.name == "opinion")
def circled_with_comma(page: Docx, paper: Paper) -> str:
    page.replace("（1）由村集体", "①、由村集体")
    page.replace("（2）由社会", "②、由社会")
    return "①、由村集体"


@mutator("L076", "数字拆在两行", "numbers", needs=lambda paper: "2026年" in paper.body)
def number_split_by_a_break(page: Docx, paper: Paper) -> str:
    for paragraph in page.paragraphs():
        for run in runs(paragraph):
            node = run.find(w("t"))
            words = node.text or ""
            at = words.find("2026")
            if paragraph.getparent().tag == w("body") and at >= 0 and len(text(paragraph)) > 60:
                node.text = words[: at + 2]
                broken = etree.SubElement(run, w("br"))
                rest = etree.SubElement(run, w("t"))
                rest.text = words[at + 2 :]
                assert broken is not None
                return text(paragraph)[:8]
    raise NotHere("2026 in a long paragraph")


@mutator(
    "L010",
    "成文日期编虚位",
    "date",
    needs=lambda paper: bool(paper.date) and "年1" not in paper.date,
    pdf=True,
    also=("L090",),
)
def date_padded(page: Any, paper: Paper) -> str:
    new = paper.date.replace("年", "年0", 1)
    page.replace(">" + paper.date, ">" + new) if not isinstance(page, Docx) else say(
        page.find(paper.date, whole=True), new
    )
    return new


@mutator(
    "L010",
    "印发日期编虚位",
    "date",
    needs=lambda paper: bool(paper.printed) and "年1" not in paper.printed,
    pdf=True,
)
def print_date_padded(page: Any, paper: Paper) -> str:
    new = paper.printed.replace("年", "年0", 1)
    page.replace(paper.printed, new)
    return new


@mutator("L012", "成文日期年份只有两位", "date", needs=lambda paper: bool(paper.date))
def date_with_short_year(page: Docx, paper: Paper) -> str:
    say(page.find(paper.date, whole=True), paper.date[2:])
    return paper.date[2:]


@mutator(
    "L014",
    "印发日期早于成文日期",
    "date",
    needs=lambda paper: bool(paper.printed and paper.date),
    pdf=True,
    also=("R10",),
)
def printed_before_signed(page: Any, paper: Paper) -> str:
    new = paper.printed.replace("2026年", "2025年")
    page.replace(paper.printed, new)
    return new


@mutator("L015", "印发日期后缺“印发”", "date", needs=lambda paper: bool(paper.printed), pdf=True)
def printed_without_word(page: Any, paper: Paper) -> str:
    new = paper.printed.removesuffix("印发")
    page.replace(paper.printed, new)
    return new
