"""Round 3: offices, acts cited, kinds of documents and the tone between offices."""

from __future__ import annotations

from typing import Any

from tests.corpus.mutators.registry import mutator, swapping
from tests.corpus.mutators.traits import alone
from tests.corpus.papers.spec import Paper

_swap = swapping(__name__, pdf=False)
_NAMES = ("R17", "R19", "R22", "R26", "R8")
_KINDS = ("R19", "R20", "R22", "L022", "L140")


def _ending(name: str, says: str, *pairs: tuple[str, str], pdf: bool = False) -> None:
    """The last sentence of another kind of document."""
    _swap(name, "R20", says, "genre", *pairs, also=_KINDS, pdf=pdf)


_swap(
    "office_of_another_level", "R26", "机关级别写错（县住建厅、县消防支队、市民政厅）", "names",
    ("临澜市民政局：", "临澜市民政厅："), ("县住房和城乡建设局要按照", "县住房和城乡建设厅要按照"), ("会同县消防救援大队，对12家", "会同县消防救援支队，对12家"),
    ("由县卫生健康局负责", "由县卫生健康委员会负责"), also=_NAMES, pdf=True,
)  # fmt: skip
_swap(
    "office_that_is_no_more", "R22", "用已撤销机关的名称", "names",
    ("由县市场监督管理局负责", "由县工商行政管理局负责"), ("县民政局、县卫生健康局每年联合", "县民政局、县卫生和计划生育局每年联合"), ("县市场监管局", "县质量技术监督局"),
    ("县民政局、县财政局、县住房和城乡建设局要", "县民政局、县财政局、县建设局要"), also=(*_NAMES, "R23"),
)  # fmt: skip
_swap(
    "short_name_never_given", "R22", "简称没有说明过（前面约定《办法》，后面写《细则》）", "names",
    ("《办法》第九条列明", "《细则》第九条列明"), also=("R8", "R23"), pdf=True,
)  # fmt: skip
_swap(
    "act_cited_by_two_titles", "R22", "同一法规前后引用的名称不同", "citation",
    ("复核时按照本通知办理", "复核时按照《安和县最低生活保障审核确认细则》办理"), ("依法予以处罚", "依照《社会团体登记条例》予以处罚"), ("按照规定给予奖励", "按照《殡葬服务管理条例》给予奖励"),
    also=("R8", "R23", "L021"),
)  # fmt: skip
_swap(
    "act_of_another_rank", "R23", "法规名称的种类写错（条例、办法）", "citation",
    ("根据《社会团体登记管理条例》", "根据《社会团体登记管理办法》"), ("按照《养老机构管理办法》", "按照《养老机构管理条例》"), ("国务院《殡葬管理条例》", "国务院《殡葬管理办法》"),
    also=("R22", "L021"), pdf=True,
)  # fmt: skip
_swap(
    "number_of_an_office_not_its_author", "R18", "引用的文号代字与标题里的机关不符", "citation",
    ("（青政〔2026〕26号）", "（云政〔2026〕26号）"), ("（云政〔2026〕7号）", "（河政〔2026〕7号）"), ("（安民发〔2026〕18号）", "（安教发〔2026〕18号）"),
    ("（临民发〔2026〕9号）", "（安民发〔2026〕9号）"), also=("R8", "R22", "GW7"), pdf=True,
)  # fmt: skip


@mutator(
    "R18", "发文字号用了另一个机关的代字", "number",
    needs=lambda paper: alone(paper) and paper.number.startswith("安民") and paper.issuers == ("安和县民政局",),
    also=("R17", "GW2"), pdf=True,
)  # fmt: skip
def own_number_of_another_office(page: Any, paper: Paper) -> str:
    changed = paper.number.replace("安民", "安财", 1)
    page.replace(paper.number, changed)
    return changed


_swap(
    "opens_as_another_kind", "R20", "开头语与标题的文种不符（通报写“报告如下”）", "genre",
    ("现将上半年低保金发放情况通报如下", "现将上半年低保金发放情况报告如下"), ("现将有关情况通报如下", "现将有关情况报告如下"), ("使用情况报告如下", "使用情况通报如下"),
    ("低保工作情况报告如下", "低保工作情况通报如下"), ("现将结果公告如下", "现将结果通知如下"), ("，现批复如下", "，现函复如下"), ("现将整改情况报告如下", "现将整改情况通知如下"), also=_KINDS, pdf=True,
)  # fmt: skip
_swap(
    "calls_itself_another_kind", "R20", "正文自称与文种不符（通知里写“本意见”）", "genre",
    ("复核时按照本通知办理", "复核时按照本意见办理"), ("自本公告发布之日起3个月", "自本通告发布之日起3个月"), ("本通知自2026年7月1日", "本办法自2026年7月1日"),
    ("温暖过冬，制定本方案", "温暖过冬，制定本办法"), ("自本公告发布之日起计算", "自本通告发布之日起计算"), also=_KINDS, pdf=True,
)  # fmt: skip
_ending(
    "approval_ends_as_notice",
    "批复结尾写“特此通知”",
    ("此复。", "特此通知。"),
    pdf=True,
)
_ending(
    "report_ends_in_command", "上行的报告结尾写“请认真贯彻执行”", ("特此报告。", "请认真贯彻执行。"),
)  # fmt: skip
_ending(
    "letter_ends_in_command", "平行的函写“请遵照执行”",
    ("专此函达，盼予支持。", "请遵照执行。"), ("专此函达，请予支持。", "请遵照执行。"),
)  # fmt: skip
_ending(
    "notice_ends_as_request", "下行的通知结尾写“妥否，请批示”",
    ("执行中遇到的问题，请于每月25日前书面反馈县民政局社会救助股。", "妥否，请批示。"), ("执行中遇到的问题，请及时向县民政局养老服务股、县卫生健康局医政股反映。", "妥否，请批示。"),
    ("由县民政局统一安排，不收取费用。", "由县民政局统一安排。妥否，请批示。"),
)  # fmt: skip
_ending(
    "request_ends_in_command", "请示结尾写“请遵照办理”",
    ("妥否，请批示。", "请遵照办理。"), ("以上请示妥否，请批复。", "请遵照办理。"),
)  # fmt: skip
_swap(
    "report_asks_among_its_plans", "L140", "报告在下一步打算里请求批准、拨款", "genre",
    ("修订资金管理办法，2027年3月底前印发。", "修订资金管理办法，2027年3月底前印发，请予批准。"), ("培训32人。", "培训32人，妥否，请批复。"),
    ("年底前培训村级协理员22名。", "年底前培训村级协理员22名，所需经费3万元请予拨付。"), also=_KINDS,
)  # fmt: skip
_swap(
    "superior_told_what_to_do", "R20", "对上级用命令口气（“要求你局”）", "genre",
    ("恳请县人民政府安排补助资金", "要求你们尽快安排补助资金"), ("恳请贵局给予", "要求你局给予"), also=_KINDS,
)  # fmt: skip
_swap(
    "inferior_begged", "R20", "对下级用请求口气（“恳请贵镇”）", "genre",
    ("各乡镇、街道要指定专人负责", "恳请贵镇、贵街道指定专人负责"), ("你镇要按照《养老机构管理办法》", "恳请贵镇按照《养老机构管理办法》"), ("各机构要在7月15日12时前", "敬请贵机构在7月15日12时前"),
    also=_KINDS,
)  # fmt: skip
_swap(
    "we_of_another_office", "R26", "自称与本机关不符（县局自称“我厅”“我委”）", "names",
    ("我局将根据核查结果", "我厅将根据核查结果"), ("我局将严格按照", "我厅将严格按照"), ("对我局2025年度", "对我委2025年度"), ("我局对全县6所", "我厅对全县6所"), ("我镇可自筹", "我乡可自筹"),
    also=_NAMES, pdf=True,
)  # fmt: skip
_swap(
    "answers_a_report", "R20", "批复所答复的来文不是请示而是报告", "genre",
    ("改造资金的请示》", "改造资金的报告》"), ("养老服务中心的请示》", "养老服务中心的报告》"), also=(*_KINDS, "L007", "R8"), pdf=True,
)  # fmt: skip
_swap(
    "one_of_the_lists_lost", "R24", "说4个清单，只列出3个", "structure",
    ("责任清单、销号清单4个清单", "责任清单4个清单"), ("需求清单、服务清单、责任清单3个", "需求清单、服务清单3个"), ("职业道德、服务规范、老年人权利保障3门", "职业道德、服务规范3门"),
    ("生活照护、应急救护、康复辅助3门", "生活照护、应急救护3门"), ("奖学金、见义勇为奖金和", "奖学金和"), also=("R6", "R2", "R8", "GW5"),
)  # fmt: skip
_swap(
    "aspects_announced_otherwise", "R24", "所说方面数与下文不符", "structure",
    ("指出3个方面12个问题", "指出4个方面12个问题"), ("为“相符”“不相符”“无法判断”三类", "为“相符”“不相符”“无法判断”四类"), ("分两个阶段", "分三个阶段"), ("分3批进行", "分4批进行"),
    also=("R6", "R2", "R8", "GW5"), pdf=True,
)  # fmt: skip
_swap(
    "points_to_a_part_not_there", "R24", "引用本文不存在的部分（共五部分而说“第七部分”）", "structure",
    ("复核时按照本通知办理", "复核时按照本通知第七部分办理"), ("应当于9月30日前补报", "应当按照本通知第八部分的规定，于9月30日前补报"),
    ("退出机制，合同报", "退出机制，按照本批复第九条办理，合同报"), also=("R21", "R22", "GW5", "GW3"),
)  # fmt: skip
_swap(
    "points_to_a_table_not_there", "R21", "说“见下表”而没有表", "structure",
    ("现将整改情况报告如下。", "现将整改情况报告如下（见下表）。"), ("分别占55%、30%和15%。", "分别占55%、30%和15%（见下表）。"), ("中心城区构建", "中心城区（见下表）构建"),
    ("住房开展一次全面排查，", "住房开展一次全面排查（见下表），"), also=("R24", "R6", "GW3", "GW5", "GW4"),
)  # fmt: skip
_swap(
    "points_to_the_other_attachment", "R21", "正文所指附件序号与附件内容不符", "attachments",
    ("任务分工见附件1", "任务分工见附件2"), also=("L085", "R24", "GW4"), pdf=True,
)  # fmt: skip
_swap(
    "title_of_another_year", "R26", "标题的年度与正文不符", "title",
    ("关于2025年度", "关于2024年度"), ("关于2026年上半年", "关于2025年上半年"), ("安和县民政局关于2026年", "安和县民政局关于2025年"), also=("R8", "R13", "R22", "GW6", "GW2"), pdf=True,
)  # fmt: skip
_swap(
    "full_and_short_in_turn", "R22", "同一机关在一份文件里全称、简称混用", "names",
    ("县财政局、县住房和城乡建设局要按照", "县财政局、县住建局要按照"), ("由县住房和城乡建设局、县消防救援大队负责", "由县住建局、县消防救援大队负责"), ("县民政局、县卫生健康局每年联合", "县民政局、县卫健局每年联合"),
    ("县民政局、县消防救援大队将于", "县民政局、县消防大队将于"), also=_NAMES,
)  # fmt: skip
_swap(
    "chair_is_not_among_the_present", "R22", "主持人姓名与出席名单写法不同", "minutes",
    ("县民政局局长许知远主持", "县民政局局长许志远主持"), also=("R8", "R6", "R25"), pdf=True,
)  # fmt: skip
_swap(
    "absent_but_heard", "R8", "请假的人在会上作了汇报", "minutes",
    ("会议听取了养老服务股关于", "会议听取了顾南乔关于"), ("会议传达了县人民政府的批复精神，", "会议传达了县人民政府的批复精神，顾南乔作了说明，"), also=("R22", "R6"),
)  # fmt: skip


@mutator(
    "R6",
    "出席名单里同一人出现两次",
    "minutes",
    needs=lambda paper: paper.name == "centre-minutes",
    also=("R22", "R8", "R25", "L047"),
)
def present_twice(page: Any, paper: Paper) -> str:
    page.replace("江照野、苏南亭", "江照野、江照野")
    return "江照野"
