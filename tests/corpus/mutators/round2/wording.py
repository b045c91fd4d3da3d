"""Round 2: marks, numerals, heading numbers and characters."""

from __future__ import annotations

from typing import Any

from tests.corpus.mutators.edit import Docx
from tests.corpus.mutators.registry import mutator, swapping
from tests.corpus.mutators.traits import body_lines
from tests.corpus.papers.spec import Line, Paper, lines

_swap = swapping(__name__, pdf=False)

_swap(
    "citation_without_brackets", "L006", "引用的文号没有括号、用连字符（7.2.5）", "citation",
    ("（临民发〔2026〕9号）要求", "（临民发2026-9号）要求"),
    ("（云政〔2026〕7号）收悉", "（云政2026-7号）收悉"),
    ("（安自然资函〔2026〕23号）收悉", "（安自然资函2026-23号）收悉"),
    also=("L005",),
)  # fmt: skip
_swap(
    "citation_padded_and_di", "L006", "引用的文号加“第”、编虚位（7.2.5）", "citation",
    ("（临民发〔2026〕14号）", "（临民发〔2026〕第014号）"),
    ("（临民发〔2026〕9号）", "（临民发〔2026〕第09号）"),
    ("（云政〔2026〕7号）", "（云政〔2026〕第07号）"),
    also=("L003", "L004", "L005"),
)  # fmt: skip
_swap(
    "citation_half_bracket", "L006", "引用的文号两边括号不是一对（7.2.5）", "citation",
    ("（安民发〔2026〕18号）", "（安民发〔2026]18号）"),
    ("（临民发〔2026〕9号）", "（临民发[2026〕9号）"),
    ("（安自然资函〔2026〕23号）", "（安自然资函〔2026）23号）"),
    also=("L062",), pdf=True,
)  # fmt: skip
_swap(
    "dotted_month_and_day", "L013", "月日用圆点（3.16）（15835、7.3.5.4）", "date form",
    ("（3月16日至4月15日）", "（3.16至4.15）"),
    ("（9月10日至10月10日）", "（9.10至10.10）"),
    ("（4月13日至17日）", "（4.13至4.17）"),
    ("10月12日至18日，由县", "10.12至10.18，由县"),
)  # fmt: skip
_swap(
    "year_cut_in_text", "L012", "正文年份只写两位（15835：年份不简写）", "date form",
    ("到2028年，全县", "到28年，全县"),
    ("自2026年7月1日起提高", "自26年7月1日起提高"),
    ("于2026年12月31日前", "于26年12月31日前"),
    ("于2026年8月31日前", "于26年8月31日前"),
    ("自2026年9月10日起", "自26年9月10日起"),
    pdf=True,
)  # fmt: skip
_swap(
    "month_thirteen", "L014", "月份不存在（13月、14月）", "date form",
    ("于7月31日前完成", "于13月31日前完成"),
    ("于9月5日前报送", "于14月5日前报送"),
    ("9月15日前组织", "13月15日前组织"),
    ("11月5日前报送", "15月5日前报送"),
    pdf=True, also=("R25",),
)  # fmt: skip
_swap(
    "no_leap_day", "L014", "平年写2月29日", "date form",
    ("每年1月31日前", "2027年2月29日前"),
    ("截至2026年3月31日", "截至2026年2月29日"),
    ("并于3月31日前", "并于2027年2月29日前"),
)  # fmt: skip
_swap(
    "hour_twenty_six", "L014", "时间不存在（26时）", "date form",
    ("每日16时前", "每日26时前"), ("8月17日20时前", "8月17日28时前"), also=("R25",), pdf=True,
)  # fmt: skip
_swap(
    "wide_full_point", "L060", "句末用全角圆点“．”（15834：句号）", "punctuation",
    ("特此公告。", "特此公告．"), ("特此通告。", "特此通告．"), ("此复。", "此复．"), ("特此报告。", "特此报告．"),
    pdf=True, also=("R25",),
)  # fmt: skip
_swap(
    "half_width_colon_in_remark", "L060", "附注里用半角冒号（15834）", "punctuation",
    ("联系人：许知远", "联系人:许知远"), ("联系人：陆清和", "联系人:陆清和"), ("联系人：秦望舒", "联系人:秦望舒"),
    pdf=True, also=("L031", "L095"),
)  # fmt: skip
_swap(
    "corner_quotes", "L061", "横排用直角引号「」（15834：“”）", "punctuation",
    ("“回头看”", "「回头看」"), ("建立一人一档", "建立「一人一档」"), ("人民至上、生命至上", "「人民至上、生命至上」"),
    also=("L060", "R25"),
)  # fmt: skip
_swap(
    "one_half_bracket_half_width", "L061", "圆括号前全角、后半角（15834）", "punctuation",
    ("（4月16日至6月30日）", "（4月16日至6月30日)"), ("（社区）", "（社区)"), ("（试行）", "（试行)"), ("（居）", "（居)"),
    also=("L062", "L060"), pdf=True,
)  # fmt: skip
_swap(
    "opening_title_mark_lost", "L062", "书名号缺前一半（15834）", "punctuation",
    ("按照《养老机构管理办法》", "按照养老机构管理办法》"),
    ("国务院《殡葬管理条例》", "国务院殡葬管理条例》"),
    ("按照《养老机构等级划分与评定》", "按照养老机构等级划分与评定》"),
    pdf=True,
)  # fmt: skip
_swap(
    "marks_crossed", "L062", "书名号、引号交叉（15834）", "punctuation",
    ("按照《养老机构管理办法》的规定", "按照“《养老机构管理办法”》的规定"),
    ("《殡葬管理条例》和有关", "“《殡葬管理条例”》和有关"),
    ("《安和县公益性公墓管理办法》已经", "“《安和县公益性公墓管理办法”》已经"),
)  # fmt: skip
_swap(
    "inner_marks_turned_round", "L065", "外层用单书名号、里层用双书名号（15834）", "punctuation",
    ("《临澜市民政局关于印发〈殡葬服务管理规程〉的通知》", "〈临澜市民政局关于印发《殡葬服务管理规程》的通知〉"),
    ("《临澜市民政局关于做好2026年养老服务安全管理工作的通知》", "〈临澜市民政局关于印发《养老服务安全管理办法》的通知〉"),
)  # fmt: skip
_swap(
    "comma_before_and", "L064", "“和”“以及”前用顿号（15834）", "punctuation",
    ("安全出口、消火栓和电气线路", "安全出口、消火栓、和电气线路"),
    ("用地、用房和用工", "用地、用房、和用工"),
    ("冷藏、火化和骨灰", "冷藏、火化、和骨灰"),
    also=("L060",), pdf=True,
)  # fmt: skip
_swap(
    "dots_in_the_middle", "L066", "省略号用六个间隔号（15834）", "punctuation",
    ("防溺水、防诈骗、交通安全教育", "防溺水、防诈骗······"),
    ("膳食、清洁、排泄、体位转移等", "膳食、清洁、排泄······"),
    ("医疗、法律、理发等", "医疗、法律、理发······"),
    ("消火栓和电气线路，严禁", "消火栓······严禁"),
    also=("R25", "L060"),
)  # fmt: skip
_swap(
    "deng_and_ellipsis", "L067", "“等”后又用省略号（15834）", "punctuation",
    ("体位转移等照料服务", "体位转移等……照料服务"),
    ("理发等志愿服务", "理发等……志愿服务"),
    ("水域、网吧等场所", "水域、网吧等……场所"),
    also=("L066",),
)  # fmt: skip
_swap(
    "hyphens_as_dash", "L060", "破折号用两个半角连字符（15834）", "punctuation",
    ("守护夕阳，共建共享。", "守护夕阳--共建共享。"),
    ("新建村级互助养老服务站", "新建--村级互助养老服务站"),
    ("坚决防范重大事故发生", "--坚决防范重大事故发生"),
    ("面积1.2公顷", "面积--1.2公顷"),
    also=("L066", "L069", "GW5"),
)  # fmt: skip
_swap(
    "two_marks_together", "L060", "两个点号连用（，。）（15834）", "punctuation",
    ("现场反馈意见。", "现场反馈意见，。"), ("恢复植被。", "恢复植被，。"), ("开放停车场，", "开放停车场，，"),    ("由县老年大学承办。", "由县老年大学承办，。"), also=("L066",), pdf=True,
)  # fmt: skip
_swap(
    "space_inside_a_word", "R25", "词中间多空格（R22、R25）", "characters",
    ("压实属地责任", "压实属 地责任"), ("增设饮水点", "增设饮 水点"), ("公益性公墓", "公益 性公墓"), ("健康档案由", "健康 档案由"),
    also=("R22", "L060", "L096", "GW5"), pdf=True,
)  # fmt: skip
_swap(
    "paragraph_ends_in_comma", "L060", "段末用逗号（15834：句末点号）", "punctuation",
    ("逐栋鉴定。", "逐栋鉴定，"), ("恢复植被。", "恢复植被，"), ("不得上岗。", "不得上岗，"), ("限期整改。", "限期整改，"),
    also=("R25", "GW5"), pdf=True,
)  # fmt: skip
_swap(
    "paragraph_without_end", "L060", "段末没有标点（15834）", "punctuation",
    ("逐栋鉴定。", "逐栋鉴定"), ("在县人民政府网站公布。", "在县人民政府网站公布"), ("限期停业整改。", "限期停业整改"),
    ("接受老年人咨询。", "接受老年人咨询"), also=("R25", "GW5"), pdf=True,
)  # fmt: skip
_swap(
    "about_numbers_with_comma", "L068", "概数中间用顿号（七、八家）（15835）", "numbers",
    ("召开专题会议4次", "召开专题会议三、四次"), ("召开会议2次", "召开会议两、三次"), ("每半年至少开展1次", "每半年开展一、两次"),
    ("不少于60人", "为六、七十人"), ("3项活动", "三、四项活动"),
)  # fmt: skip
_swap(
    "dash_in_number_range", "L069", "数值范围用一字线代替浪纹线（15834 4.13）", "numbers",
    ("2元至4元", "2—4元"), ("不少于40学时", "为40—50学时"), ("奖补1000元", "奖补800—1000元"), ("不少于2人", "为2—3人"),
    also=("L070",),
)  # fmt: skip
_swap(
    "wide_point_in_decimal", "R25", "小数点用全角圆点（15835）", "numbers",
    ("整改率92.7%", "整改率92．7%"), ("整改率94.7%。尚", "整改率94．7%。尚"), ("面积1.2公顷", "面积1．2公顷"), ("慰问金9.6万元，志愿", "慰问金9．6万元，志愿"),
    also=("L073", "L060", "L043"), pdf=True,
)  # fmt: skip
_swap(
    "unit_of_gram_capital", "L075", "克、米等符号大写（125G、500M）（GB 3100）", "numbers",
    ("不少于125克", "不少于125G"), ("周边500米", "周边500M"), ("180毫米", "180Mm"),
)  # fmt: skip
_swap(
    "hanzi_beside_digits", "L074", "同一句同类数量一处汉字、一处数字（15835）", "numbers",
    ("公办3家、民办6家", "公办三家、民办6家"), ("医疗机构的5家", "医疗机构的五家"), ("执业医师不少于1名", "执业医师不少于一名"),
    ("15家、14家和13家", "15家、十四家和13家"), pdf=True,
)  # fmt: skip
_swap(
    "percent_range_with_zhi", "L070", "百分数范围前项缺百分号（5至10%）（15835）", "numbers",
    ("抽查比例不低于10%", "抽查比例为5～10%"), ("持证上岗率达到86%", "持证上岗率为80～86%"), ("缺课超过20%", "缺课达到10～20%"),
)  # fmt: skip
_swap(
    "heading_hanzi_and_bracket", "L040", "“一”后用右圆括号（15834 B.3.2）", "heading form",
    ("一、总体要求", "一）总体要求"), ("一、清理范围", "一）清理范围"), ("一、执行范围", "一）执行范围"), ("一、基本情况", "一）基本情况"),
    pdf=True, also=("L062",),
)  # fmt: skip
_swap(
    "heading_hanzi_and_colon", "L040", "“三”后用冒号（15834 B.3.2）", "heading form",
    ("三、工作安排", "三：工作安排"), ("三、政策支持", "三：政策支持"), ("三、工作要求", "三：工作要求"), ("三、存在的困难", "三：存在的困难"),
    pdf=True,
)  # fmt: skip
_swap(
    "bracketed_heading_and_comma", "L041", "“（一）”后用逗号、冒号（15834 B.3.4）", "heading form",
    ("（一）查设施设备", "（一），查设施设备"), ("（一）发扬成绩", "（一）：发扬成绩"), ("（一）自查自纠", "（一），自查自纠"), ("（一）强化组织", "（一）：强化组织"),
    pdf=True,
)  # fmt: skip
_swap(
    "digit_and_bracket", "L044", "四级序数写成“1）”（7.3.3：（1））", "heading form",
    ("（1）健康档案由", "1）健康档案由"), ("（1）由村集体", "1）由村集体"), also=("L062", "cl.7.3.3", "L042", "L047"), pdf=True,
)  # fmt: skip
_swap(
    "digit_and_space", "L042", "“1.”的点丢了、只剩空格（7.3.3）", "heading form",
    ("1.建立健康档案", "1 建立健康档案"), ("1.盘活闲置", "1 盘活闲置"), also=("cl.7.3.3", "L047"), pdf=True,
)  # fmt: skip
_swap(
    "circled_with_point", "L048", "圈码后加圆点（15834 B.3.4）", "heading form",
    ("（1）健康档案由", "①.健康档案由"), ("（1）由村集体", "①.由村集体"), also=("cl.7.3.3",),
)  # fmt: skip
_swap(
    "standing_heading_with_exclamation", "L049", "单独成行的标题末尾用叹号、半角句点（15834 B.4）", "heading form",
    ("三、倡导文明新风", "三、倡导文明新风！"), ("二、认真开展自查", "二、认真开展自查！"), ("四、经费安排", "四、经费安排."), ("三、存在的困难", "三、存在的困难."),
    also=("L060",),
)  # fmt: skip
_swap(
    "third_said_fourth", "L047", "“三是”写成“四是”（跳号）", "heading order",
    ("三是部分民办", "四是部分民办"), ("二是夜间值守", "三是夜间值守"), also=("R24",), pdf=True,
)  # fmt: skip
_swap(
    "second_part_goes_on_counting", "L047", "下一部分的“（一）”接着上一部分编成“（四）”", "heading order",
    ("（一）加强组织领导。各乡镇", "（四）加强组织领导。各乡镇"), ("（一）做好整改收尾", "（四）做好整改收尾"), ("（一）经费保障", "（四）经费保障"),
    also=("R24",), pdf=True,
)  # fmt: skip
_swap(
    "first_heading_is_two", "L047", "第一个标题就是“二、”", "heading order",
    ("一、清理范围", "二、清理范围"), ("一、准确掌握", "二、准确掌握"), ("一、提前做好准备", "二、提前做好准备"), also=("R24",), pdf=True,
)  # fmt: skip
_swap(
    "letter_for_zero", "R25", "数字0写成字母O、1写成l", "characters",
    ("10月底前完成整改", "1O月底前完成整改"), ("190条，已整改175条", "19O条，已整改175条"), ("发现隐患41条", "发现隐患4l条"), ("10月15日前报", "1O月15日前报"),
    also=("L073", "R8"), pdf=True,
)  # fmt: skip
_swap(
    "yue_for_ri", "R25", "“日”写成“曰”，“未”写成“末”（形近字）", "characters",
    ("于4月20日前报送自查", "于4月20曰前报送自查"), ("未整改3条", "末整改3条"), ("9月20日前完成检修", "9月20曰前完成检修"), ("未整改15条，", "末整改15条，"),
    also=("L012", "L013", "R3", "R7"), pdf=True,
)  # fmt: skip
_swap(
    "traditional_characters", "R25", "夹杂繁体字", "characters",
    ("养老床位", "養老床位"), ("养老机构", "養老机构"), ("殡葬服务", "殯葬服务"), ("健康档案", "健康檔案"), also=("R22", "GW5"), pdf=True,
)  # fmt: skip
_swap(
    "replacement_character", "R25", "出现乱码字符“�”", "characters",
    ("文明祭扫", "文明祭�"), ("冷藏柜", "冷�柜"), ("绿色通道", "绿色�道"), ("老旧建筑", "老旧建�"), also=("GW5", "GW1"),
)  # fmt: skip
_swap(
    "radical_for_character", "R25", "部首字符代替汉字（⼈、⽼，从PDF复制）", "characters",
    ("入住老年人", "入住⽼年⼈"), ("特困老年人", "特困⽼年⼈"), ("各养老机构", "各养⽼机构"), also=("R22", "GW5"),
)  # fmt: skip
_swap(
    "zero_width_space", "R25", "词中有不可见的零宽字符", "characters",
    ("工作要求", "工作\u200b要求"), ("服务质量", "服务\u200b质量"), ("集中清理", "集中\u200b清理"), also=("R22", "GW5"),
)  # fmt: skip


@mutator(
    "L046",
    "“1.”下面又用“（一）”（15834 B.3.8）",
    "heading order",
    needs=lambda paper: paper.name in ("opinion", "measures"),
    also=("L047", "L045"),
)
def bracketed_hanzi_below_digits(page: Docx, paper: Paper) -> str:
    found = [line for line in lines(paper.body) if isinstance(line, Line) and line.level == 4]
    for number, line in enumerate(found):
        page.replace(line.text[:8], "（" + "一二三"[number] + "）" + line.text[3:8])
    return "（一）" + found[0].text[3:8]


@mutator(
    "L045",
    "“一、”下不用“（一）”而用“1.”（7.3.3）",
    "heading order",
    needs=lambda paper: paper.name in ("forward", "township", "bulletin"),
    also=("L047", "L050"),
)
def digits_right_below_hanzi(page: Docx, paper: Paper) -> str:
    found = body_lines(paper, 2)
    for number, line in enumerate(found, 1):
        page.replace(line.number + line.head[:5], f"{number}." + line.head[:5])
    return "1." + found[0].head[:5]


@mutator(
    "L047",
    "“二、”和“三、”两部分次序颠倒",
    "heading order",
    needs=lambda paper: paper.name in ("unsealed", "urgent", "public-notice"),
    pdf=True,
    also=("R24",),
)
def second_after_third(page: Any, paper: Paper) -> str:
    second, third = (line for line in body_lines(paper, 1)[1:3])
    page.replace("二、" + second.head[:4], "三、" + second.head[:4])
    page.replace("三、" + third.head[:4], "二、" + third.head[:4])
    return "三、" + second.head[:4]


@mutator(
    "R20",
    "公告、通告的结尾写“特此通知”（条例8：文种）",
    "genre",
    needs=lambda paper: "特此公告" in paper.body or "特此通告" in paper.body,
    pdf=True,
    also=("L022",),
)
def public_notice_ends_as_notice(page: Any, paper: Paper) -> str:
    page.replace("特此公告。" if "特此公告" in paper.body else "特此通告。", "特此通知。")
    return "特此通知"


@mutator(
    "R20",
    "函用“请批示”结尾（条例8：函用于不相隶属机关）",
    "genre",
    needs=lambda paper: paper.name == "letter",
    also=("L140", "GW5"),
)
def letter_asks_for_instruction(page: Docx, paper: Paper) -> str:
    page.replace("专此函达，请予支持。", "妥否，请批示。")
    return "请批示"


@mutator(
    "R20",
    "一份请示请求几件不相干的事（条例15(4)：一文一事）",
    "genre",
    needs=lambda paper: paper.name == "request",
    also=("L140", "GW5", "GW3"),
)
def request_of_two_matters(page: Docx, paper: Paper) -> str:
    said = "另外，请一并批准我局增加事业编制5名。"
    page.replace("10月底前完成改造并组织验收。", "10月底前完成改造并组织验收。" + said)
    return said


@mutator(
    "L140",
    "报告里请求拨款，用“恳请予以解决”（条例15(4)）",
    "genre",
    needs=lambda paper: paper.name in ("township", "report"),
    also=("R20",),
)
def report_asks_for_money(page: Docx, paper: Paper) -> str:
    said = "恳请予以解决改造资金12万元。"
    return page.replace("特此报告。", said)


@mutator(
    "L132",
    "标题里写“紧急”，版头也标了紧急程度（实务）",
    "marks",
    needs=lambda paper: paper.name == "report",
    pdf=False,
)
def report_called_urgent(page: Docx, paper: Paper) -> str:
    page.replace("情况的报告", "情况的紧急报告")
    return "紧急报告"
