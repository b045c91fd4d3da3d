"""What correct papers say that resembles a fault: no error and no warning is told of it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from reporter.artefacts.seen.model import Grid
from reporter.check.judging import judge, judge_set
from reporter.check.profile import Profile
from reporter.check.samples import enclosed, heading, line, notice
from reporter.check.subject import Subject
from tests.check.told import codes


def grave(subject: Subject) -> set[str]:
    return {finding.code for finding in judge(subject).findings if finding.severity != "info"}


ABOUT = "安和县民政局关于{}"
RIGHT = (
    ("GW609", "做好老年助餐工作的通知", "补助对象为2025年12月31日前投入运营的39个老年助餐点。"),
    ("GW549", "做好老年助餐工作的通知", "补助对象为2025年12月31日前投入运营的39个老年助餐点。"),
    ("GW609", "废止部分文件的决定", "我局对2025年12月31日前制定的53件行政规范性文件进行了全面清理。"),
    ("GW609", "开展年度考核工作的通知", "2025年6月30日前建成并投入使用的64个农村养老服务站。"),
    ("GW680", "上半年工作情况的报告", "全县修订村规民约、居民公约136份，签订预约126份。"),
    ("GW526", "整改情况的通报", "已完成整改5个，正在整改2个，完成率为71.4%。"),
    (
        "GW526",
        "提案办理情况的报告",
        "城镇社区31个，建成设施22处，覆盖率为71.0%。年底前再建5处，达到27处，覆盖率达到87.1%。",
    ),
    ("GW569", "提高津贴标准的通知", "80至89周岁的老年人每人每月50元，村村每月公布一次。"),
    ("GW549", "提高补贴标准的请示", "2025年12月，全市7个县中，标准高于我县的有5个。"),
    ("GW614", "提高补贴标准的请示", "我县现行标准自2024年1月1日起执行，已满2年。"),
    ("GW581", "上半年工作情况的报告", "因灾救助61人次，占总人次的近2成。"),
    ("GW609", "做好高龄津贴发放工作的通知", "2026年1月1日前年满80周岁的老年人，自2026年1月起享受高龄津贴。"),
    (
        "GW609",
        "做好养老服务补贴工作的通知",
        "2025年12月31日前取得备案回执、床位在20张以上的养老机构，可以申请建设补贴。",
    ),
    (
        "GW609",
        "做好养老服务补贴工作的通知",
        "具有本县户籍满1年、2025年12月31日前年满60周岁且失能等级为2级以上的老年人。",
    ),
    (
        "GW614",
        "提高津贴标准的通知",
        "新标准自2026年1月1日起执行，1月至3月的差额部分于4月10日前补发。",
    ),
    ("GW526", "第一季度工作情况的报告", "新建农村养老服务站6个，累计达到64个，行政村覆盖率为47.1%。"),
    ("GW526", "检查情况的通报", "11个问题中，9个已完成整改，2个未到整改期限，到期整改率100%。"),
    ("GW526", "地名工作情况的报告", "设置路牌260块、门牌1.8万块，完成率均为100%。"),
    ("GW520", "检查情况的通报", "发现问题26个，当场整改15个，限期整改11个，均已整改完毕。"),
    ("GW520", "检查情况的通报", "已整改118条；未整改8条，均已制定整改方案。"),
    (
        "GW530",
        "2027年度部门预算的报告",
        "收入预算8642万元，其中财政拨款8410万元、其他收入232万元，比2026年增加312万元，增长3.7%。",
    ),
)


@pytest.mark.parametrize(("code", "about", "text"), RIGHT)
def test_what_is_right_is_let_pass(code: str, about: str, text: str) -> None:
    assert code not in grave(notice(title=ABOUT.format(about), body=(text,)))


WRONG = (
    ("GW609", "做好老年助餐工作的通知", "请于2025年12月31日前报送39个老年助餐点的运营情况。"),
    ("GW609", "做好老年助餐工作的通知", "2025年12月31日前完成剩余的3个助餐点改造。"),
    ("GW549", "开展年度考核工作的通知", "到2025年12月，全县建成64个农村养老服务站。"),
    ("GW680", "上半年工作情况的报告", "全县修订规章约136份。"),
    ("GW526", "整改情况的通报", "已完成整改5个，正在整改2个，完成率为74.1%。"),
    ("GW614", "印发办法的通知", "本办法自2025年1月1日起施行。"),
    ("GW520", "整改情况的通报", "各类问题已全部销号。"),
    ("GW520", "整改情况的通报", "已整改118条；未整改8条，均已整改完毕。"),
    ("GW526", "整改情况的通报", "发现问题26个，已整改24个，整改率100%。"),
    ("GW530", "部门预算的报告", "收入预算8642万元，其中财政拨款8410万元、其他收入322万元，共2项。"),
    ("GW614", "印发办法的通知", "新标准自2026年1月1日起执行，请各乡镇认真落实。"),
)


@pytest.mark.parametrize(("code", "about", "text"), WRONG)
def test_what_is_wrong_beside_it_is_told(code: str, about: str, text: str) -> None:
    assert code in codes(notice(title=ABOUT.format(about), body=(text,)))


def test_those_that_are_done_may_all_be_closed_while_others_are_open() -> None:
    body = ("已完成整改5个，正在整改2个；完成整改的5个问题经复核合格，已全部销号。",)
    assert "GW520" not in grave(notice(title="安和县民政局关于整改情况的通报", body=body))


def test_the_bounds_of_grades_are_no_data() -> None:
    body = (
        "（一）特别重大。造成30人以上死亡，或者100人以上重伤的。",
        "（二）重大。造成10人以上30人以下死亡，或者50人以上100人以下重伤的。",
        "（三）较大。造成3人以上10人以下死亡，或者10人以上50人以下重伤的。",
        "（四）一般。造成3人以下死亡，或者10人以下重伤的。",
    )
    assert "GW528" not in grave(notice(body=body))


def test_names_that_stand_beside_each_other_in_the_signature_are_those_of_the_header() -> None:
    mark = "安和县民政局\n安和县财政局\n安和县教育局文件"
    signed = (line("安和县民政局", "signatory"), line("安和县财政局安和县教育局", "signatory"))
    assert "GW225" not in grave(notice(mark=mark, signatory=signed))


def test_rates_by_groups_are_not_compared_between_files() -> None:
    first = notice(file="甲.docx", body=("80至89周岁的，每人每月50元，90至99周岁的，每人每月100元。",))
    second = notice(file="乙.docx", body=("（二）90至99周岁的，每人每月100元；",))
    assert "GW731" not in {f.code for f in judge_set((first, second), Profile())}


def test_a_title_may_be_cited_without_its_issuer() -> None:
    own = notice(file="甲.docx", title="安和县民政局关于征求办法意见的函", number="安民函〔2026〕45号")
    cites = notice(file="乙.docx", body=("我局印发了《关于征求办法意见的函》（安民函〔2026〕45号）。",))
    assert "GW733" not in {f.code for f in judge_set((own, cites), Profile())}


@pytest.mark.parametrize(("behind", "told"), [("同时废止。", False), ("是工作的依据。", True)])
def test_the_rules_that_are_repealed_may_have_been_for_a_trial(behind: str, told: bool) -> None:
    body = ("现将《安和县养老机构管理办法》印发给你们。", f"《安和县养老机构管理暂行办法》{behind}")
    assert ("GW665" in codes(notice(body=body))) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("第一条 为了规范养老机构的备案管理，制定本办法。", False),
        ("第十条 10日内没有答复的，视为同意。", False),
        ("第十条 自收到之日起 10日内没有答复的，视为同意。", True),
        ("（2025年12月3日安和县人民政府第41次常务会议通过 2026年1月5日公布）", False),
        ("（其中养老机构 42家）", True),
        ("联系人及电话：养老服务股 0000—0000000。", False),
        ("养老服务股 0000件。", True),
    ],
)
def test_a_blank_stands_behind_the_number_of_an_article_and_between_the_steps_of_a_law(text: str, told: bool) -> None:
    assert ("GW564" in codes(notice(body=(text,)))) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("根据省财政厅、省环境保护局《关于做好申报工作的通知》（岭财建〔2012〕26号）要求，组织申报。", False),
        ("根据省财政厅、省环境保护局《关于做好申报工作的通知》（岭财建〔2025〕26号）要求，组织申报。", True),
        ("请环境保护局按照《关于做好申报工作的通知》（岭财建〔2025〕26号）要求，组织申报。", True),
        ("各省、自治区、直辖市民政厅（局），计划单列市财政厅（局）负责。", False),
        ("由临澜市财政厅负责。", True),
    ],
)
def test_an_old_document_names_its_issuer_as_it_was_and_halls_stand_beside_bureaus(text: str, told: bool) -> None:
    assert ("GW579" in codes(notice(body=(text,)))) is told


@pytest.mark.parametrize(
    ("code", "text", "told"),
    [
        ("GW604", "根据《安和县国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要》，制定本方案。", False),
        ("GW604", "根据《安和县国民经济和社会发展第十四个五年规划和二Ο三五年远景目标纲要》，制定本方案。", True),
        ("GW604", "根据《养老规划》，二〇三五年建成。", True),
        ("GW604", "二OO三年建成的敬老院。", True),
        ("GW604", "二00三年建成的敬老院。", True),
        ("GW510", "每3-5年修订一次。", True),
        ("GW510", "每3～5年修订一次。", False),
        ("GW510", "编制2024-2027年规划。", False),
        ("GW564", "2.1.1 成立县救助指挥部，负责协调救助工作。", False),
        ("GW564", "2.1.1 成立 3个救助组，负责协调救助工作。", True),
        ("GW563", "出席：副县长许某、陆某，办公室主任周某", False),
        ("GW563", "会议听取了副县长许某的汇报，同意办公室意见", True),
    ],
)
def test_names_of_plans_numbers_and_attendance_are_let_pass(code: str, text: str, told: bool) -> None:
    assert (code in codes(notice(body=(text,)))) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("会议应到代表246人，请假6人，实到241人，符合法定人数。", True),
        ("会议应到246人，请假6人，实到241人，符合法定人数。", True),
        ("会议应到246人，请假6人，实到240人，符合法定人数。", False),
        ("会议应到246人，请假6人，实到238人，符合法定人数。", False),
        ("上午应到20人，实到18人；下午应到20人，实到19人。", False),
    ],
)
def test_no_more_come_than_were_due(text: str, told: bool) -> None:
    assert ("GW580" in codes(notice(body=(text,)))) is told


@pytest.mark.parametrize(
    ("chapters", "told"),
    [
        (("一、2025年主要工作", "二、2026年工作安排"), False),
        (("一、主要工作情况", "二、下一步打算"), False),
        (("一、总体情况", "二、主要工作情况"), True),
        (("一、2025年主要工作", "二、2025年工作成效"), True),
    ],
)
def test_what_was_done_in_one_year_is_not_held_against_what_is_planned_for_another(
    chapters: tuple[str, str], told: bool
) -> None:
    texts = "改造敬老院消防设施32处。", "改造敬老院消防设施28处。"
    body = [part for name, text in zip(chapters, texts, strict=True) for part in (heading(name, 1), text)]
    assert ("GW528" in grave(notice(title=ABOUT.format("工作情况的报告"), body=tuple(body)))) is told


def test_what_will_be_once_something_is_built_is_another_figure() -> None:
    body = "现有护理型床位48张。", "新建综合楼后，护理型床位96张。"
    assert "GW528" not in grave(notice(body=body))
    assert "GW528" in grave(notice(body=(body[0], "护理型床位84张。")))


def test_bounds_of_grades_are_no_parts_of_what_was_counted_before() -> None:
    text = "42家机构年运营经费全部在5万元以上。其中，5万元以上、10万元以下的20家；10万元以上的22家。"
    assert "GW624" not in grave(notice(body=(text,)))


@pytest.mark.parametrize(("text", "told"), [("其余23家全部落实整改责任。", False), ("各家全部落实整改责任。", True)])
def test_what_is_left_of_a_number_is_a_number_too(text: str, told: bool) -> None:
    body = ("检查机构42家，已有19家完成整改，" + text,)
    assert ("GW520" in grave(notice(title=ABOUT.format("检查情况的报告"), body=body))) is told


@pytest.mark.parametrize(("title", "told"), [("整改清单（共8项）", False), ("责任清单（共8项）", True)])
def test_how_many_there_are_is_no_part_of_the_title_of_an_attachment(title: str, told: bool) -> None:
    subject = notice(attachments="附件：整改清单", tail=enclosed(title))
    assert ("GW406" in grave(subject)) is told


@pytest.mark.parametrize(
    ("code", "about", "text"),
    [
        ("GW680", "入户走访的通知", "每组平均负责约114户，最多的不超过130户。"),
        ("GW530", "检查情况的通报", "持证的86人，其余5人已调离；12家中有7家人员不足，缺口合计11人。"),
        ("GW530", "资金情况的报告", "省级资金已全额到位，市级资金到位800万元，县级资金到位560万元，合计到位8192万元。"),
        (
            "GW526",
            "改造进度的报告",
            "其中河口镇完成51张，占本镇任务的82.3%；青石、柳溪、新桥3个镇分别完成66张、74张和79张，占77.6%、75.5%和75.2%。",
        ),
        ("GW526", "资金情况的报告", "市级资金到位800万元，县级资金到位560万元，共到位1360万元，到位率92.3%。"),
        ("GW567", "工作情况的报告", "完成172个站点评估，其中2025年已达标118个，2026年再提升36个，累计达到154个。"),
        ("GW520", "2026年工作要点的通知", "养老机构应急预案备案率达到100%，护理员持证率达到90%以上。"),
        ("GW520", "检查情况的通报", "明厨亮灶尚未实现全覆盖。"),
        ("GW520", "检查情况的通报", "持证的638人，其余5人的健康证明过期3天至26天不等，均已调离岗位。"),
        ("GW520", "工作情况的报告", "组建村级小分队192支，覆盖率100%。"),
        ("GW520", "督查情况的通报", "对完成率达到100%的青石镇予以表扬。"),
        ("GW526", "督查情况的通报", "计划3600万元，完成1792万元，完成率49.8%，欠进度（按序时进度83.3%算）1206万元。"),
        ("GW526", "自查情况的报告", "不满20万元的项目共46个，占35.1%，资金540万元，只占7.2%。"),
        ("GW530", "运行情况的通报", "比目标低2.2个百分点，其中甲类增长9.4%，乙类下降11.6%，相差21个百分点。"),
        ("GW530", "进度情况的通报", "5个镇各剩余0.42万亩至0.47万亩，合计2.17万亩。"),
        ("GW609", "分配公租房的公告", "须年满25周岁，即在2001年11月23日以前（含当日）出生。"),
        ("GW621", "进度情况的通报", "高于全县平均水平的有7个，低于全县平均水平的有5个。"),
        ("GW624", "自查情况的报告", "发现问题16个。其中，未移交的10个、未入账的6个，现已补办15个、另1个正在协调。"),
    ],
)
def test_tangled_figures_of_right_papers_are_let_pass(code: str, about: str, text: str) -> None:
    assert code not in grave(notice(title=ABOUT.format(about), body=(text,)))


@pytest.mark.parametrize(
    ("code", "about", "text"),
    [
        ("GW680", "入户走访的通知", "各组走访约114户。"),
        ("GW530", "资金情况的报告", "市级资金到位800万元，县级资金到位560万元，合计到位8192万元。"),
        ("GW526", "改造进度的报告", "共改造100张，其中河口镇、青石镇分别完成60张和40张，占60%和45%。"),
        ("GW567", "工作情况的报告", "2025年达标118个，2026年达标172个，比上年提升36个，累计达到190个。"),
        ("GW520", "检查情况的通报", "各机构明厨亮灶均已实现全覆盖。"),
    ],
)
def test_and_what_is_wrong_among_such_figures_is_told(code: str, about: str, text: str) -> None:
    assert code in grave(notice(title=ABOUT.format(about), body=(text,)))


def test_a_short_name_may_be_introduced_with_its_county() -> None:
    body = ("由县住房和城乡建设局（以下简称“县住建局”）负责。", "县住建局要每月通报。")
    assert "GW543" not in grave(notice(body=body))
    assert "GW543" in grave(notice(body=("由县住房和城乡建设局负责。", "县住建局要每月通报。")))


def test_a_date_in_the_middle_below_the_title_is_no_paragraph_of_the_text() -> None:
    looks = {"align": "center"}
    below = line("（2026年10月12日）", "body", looks=looks), line("", "other"), "各项工作进展顺利。"
    assert "GW117" not in grave(notice(body=below))
    assert "GW117" in grave(notice(body=("各项工作进展顺利。", line("", "other"), "建立台账。")))


def test_a_title_in_two_paragraphs_may_open_its_book_marks_in_the_first() -> None:
    lines = line("安和县民政局关于印发《养老机构消防改造", "title"), line("实施方案（2027—2029年）》的通知", "title")
    subject = notice(title=lines)
    first, second = subject.sure("title")
    whole = replace(first, text=f"{first.text}\n{second.text}", paras=(first.para, second.para))
    elements = tuple(whole if one is first else one for one in subject.seen.elements if one is not second)
    assert "GW503" not in grave(replace(subject, seen=replace(subject.seen, elements=elements)))
    assert "GW503" in grave(subject)
    assert "GW503" in grave(notice(title=line("关于印发《养老机构消防改造实施方案的通知", "title")))


@pytest.mark.parametrize(("other", "told"), [("8", False), ("9", True)])
def test_a_total_is_that_of_the_groups_whose_rows_stand_below_them(other: str, told: bool) -> None:
    rows = (("项目", "本期"), ("一、公办", "12"), ("农村", "5"), ("城区", "7"), ("二、民办", other), ("合计", "20"))
    assert ("GW525" in grave(notice(grids=(Grid(1, rows, 1),)))) is told


@pytest.mark.parametrize(
    ("head", "whole", "told"), [("完成预算", "79.8", False), ("金额（万元）", "79.8", True), ("完成预算", "99.8", True)]
)
def test_a_rate_in_the_last_row_is_no_sum(head: str, whole: str, told: bool) -> None:
    rows = (("项目", head), ("教育", "80.3"), ("卫生", "78.6"), ("农林", "79.1"), ("合计", whole))
    assert ("GW525" in grave(notice(grids=(Grid(1, rows, 1),)))) is told


def test_each_share_may_be_of_the_whole_in_its_own_sentence() -> None:
    body = (
        "收入9.86亿元，其中税收收入6.41亿元，占65.0%。支出41.27亿元，其中民生支出34.58亿元，占83.8%。",
        "共396份问卷中，愿意居家养老的287人，占72.5%；愿意互助养老的64人，占16.2%；其余45人表示说不清。",
    )
    assert not {"GW623", "GW530"} & grave(notice(title=ABOUT.format("工作情况的报告"), body=body))


def test_items_of_a_list_each_tell_of_their_own() -> None:
    items = (heading("（一）进度滞后。", 2), "发现问题13个。", heading("（二）登记不及时。", 2), "发现问题16个。")
    assert "GW528" not in grave(notice(body=items))
    left = items[0], "尚未整改的隐患13条正在整改。", items[2], "对未整改的隐患16条逐一督办。"
    assert "GW528" in grave(notice(body=left))
    whole = items[0], "全县共发现问题13个。", items[2], "全县共发现问题16个。"
    assert "GW528" in grave(notice(body=whole))


@pytest.mark.parametrize(("last", "told"), [("49.6", False), ("59.6", True)])
def test_shares_that_were_rounded_add_up_to_nearly_all(last: str, told: bool) -> None:
    shares = ("1.5", "5.7", "18.5", "24.8", last)
    rows = (("规模", "占总额"), *zip("甲乙丙丁戊", shares, strict=True), ("合计", "100.0"))
    assert ("GW525" in grave(notice(grids=(Grid(1, rows, 1),)))) is told


def test_a_figure_of_another_column_of_the_row_is_no_other_figure() -> None:
    rows = (("名称", "单位", "县级", "乡镇", "合计"), ("融雪剂", "吨", "220", "96", "316"))
    grid = Grid(1, rows, 1)
    assert "GW532" not in grave(notice(body=("县级储备融雪剂220吨。",), grids=(grid,)))
    assert "GW532" in grave(notice(body=("县级储备融雪剂230吨。",), grids=(grid,)))


def test_who_speaks_stands_above_those_he_addresses() -> None:
    speaker = line("县财政局局长　许知远", "body", looks={"align": "center"})
    body = speaker, line("", "other"), "主任、各位委员：", "受县人民政府委托，我报告预算执行情况。"
    assert "GW117" not in grave(notice(body=body))
