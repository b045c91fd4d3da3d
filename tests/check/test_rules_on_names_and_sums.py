"""Rules on names of laws, on who is asked, on numbers of persons and on sums: what they tell and what they let pass."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from reporter.artefacts.seen.model import Grid
from reporter.check.judging import judge
from reporter.check.samples import enclosed, heading, line, notice
from reporter.check.subject import Subject
from tests.check.told import codes

TOWNS = "各乡镇、街道要于11月6日前将自查情况报县民政局。"
LONG = "本清单由县民政局更新，每月五日前更新一次，各乡镇对照落实。"
QUARTERS = Grid(
    1, (("季度", "支出（万元）"), ("第一季度", "2"), ("第二季度", "3"), ("第三季度", "4"), ("第四季度", "5")), 1
)


def total(*last: str, head: str = "床位（张）") -> Subject:
    rows = (("乡镇", "户数（户）", "人数（人）", head), ("河口镇", "5", "8", "10"), ("青石镇", "6", "9", "20"))
    return notice(grids=(Grid(1, (*rows, ("合计", *last)), 1),))


def praise(text: str, *counts: int) -> Subject:
    lists = [heading(f"{number}、先进（{count}个）", 1) for number, count in zip("一二三", counts, strict=False)]
    return notice(body=(text, *lists))


def attached(*lines: object) -> Subject:
    return notice(attachment_label=(*enclosed("清单"), *lines))


@pytest.mark.parametrize(
    ("paper", "code", "told"),
    [
        (notice(body=("户主身份证130503670401001等。",)), "GW521", True),
        (notice(body=("合同编号130503670401001。",)), "GW521", False),
        (notice(body=("户主身份证130503671301001等。",)), "GW521", False),
        (notice(body=("缴入账号33050161613500000088。",)), "GW522", True),
        (notice(body=("统一社会信用代码33050161613500000088。",)), "GW522", False),
        (notice(body=("国务院《殡葬管理办法》规定。",)), "GW665", True),
        (notice(body=("《岭东省殡葬管理办法》规定。",)), "GW665", False),
        (notice(body=("《中华人民共和国慈善法》《养老机构管理办法》规定。",)), "GW665", False),
        (notice(body=("按《安和县救助办法》办理。", "按《安和县救助细则》复核。")), "GW665", True),
        (notice(body=("按《安和县救助办法》《安和县救助细则》办理。",)), "GW665", False),
        (notice(recipients="各养老机构：", body=(TOWNS,)), "GW336", True),
        (notice(recipients="各乡镇人民政府：", body=(TOWNS,)), "GW336", True),
        (notice(recipients="各乡镇人民政府、街道办事处：", body=(TOWNS,)), "GW336", False),
        (notice(recipients="各有关单位：", body=(TOWNS,)), "GW336", False),
        (notice(recipients="各养老机构：", body=("建在各乡镇、街道的机构要自查。",)), "GW336", False),
        (notice(signatory="安和县民政局（盖章）"), "GW446", True),
        (notice(signatory="安和县民政局（代）"), "GW446", False),
        (notice(title="关于2025年养老工作情况的报告", body=("2026年建成2所。", "2026年新增8张。")), "GW613", False),
        (notice(title="关于2025年养老工作情况的报告", body=("2025年建成2所。", "2026年新增8张。")), "GW613", False),
        (notice(title="关于2026年养老工作的通知", body=("2025年建成2所。", "2025年新增8张。")), "GW613", False),
        (notice(body=("周边1华里内。",)), "GW516", True),
        (notice(body=("（一）自查自纠（3.16至4.15）。各机构自查。",)), "GW604", True),
        (notice(body=("水的酸碱度（6.5至8.5）合格。",)), "GW604", False),
        (notice(body=(heading("1）健康档案", 4),)), "GW316", True),
        (notice(body=(heading("（1）健康档案", 4),)), "GW316", False),
        (notice(print_date=None, tail=line("河口镇党政办公室\t10月26日印发", "other")), "GW603", True),
        (notice(mark="安和县人民政府令", number="第3号", signatory=None, seen_face="order"), "GW435", True),
        (total("11", "17", ""), "GW666", True),
        (total("11", "17", "30"), "GW666", False),
        (total("11", "17", "—"), "GW666", False),
        (total("11", "17", "", head="平均（张）"), "GW666", False),
        (total("", "", ""), "GW666", False),
        (praise("决定对6个单位予以表扬。", 3, 2), "GW667", True),
        (praise("决定对5个单位予以表扬。", 3, 2), "GW667", False),
        (praise("决定对6个单位予以表扬。", 3), "GW667", False),
        (notice(grids=(QUARTERS,), body=("上半年支出6万元，下半年支出8万元。",)), "GW668", True),
        (notice(grids=(QUARTERS,), body=("上半年支出5万元，下半年支出9万元。",)), "GW668", False),
        (notice(grids=(QUARTERS,), body=("上半年支出6万元，下半年支出9万元。",)), "GW668", False),
        (attached(line(LONG, part=1, font="宋体", size=12.0)), "GW134", True),
        (attached(line(LONG, part=1)), "GW134", False),
        (attached(line(f"注：{LONG}", part=1, font="宋体", size=12.0)), "GW134", False),
    ],
)
def test_what_is_told_and_let_pass(paper: Subject, code: str, told: bool) -> None:
    assert (code in codes(paper)) == told


SCORES = Grid(1, (("名称", "得分"), ("河口镇", "97"), ("青石镇", "96"), ("云溪镇", "95.5"), ("白沙街道", "90")), 1)
PROSE = "各乡镇要逐院排查风险隐患，建立台账。"


def stages(whole: str, stage: str) -> Subject:
    return notice(body=(heading("一、活动时间", 1), whole, heading("二、活动内容", 1), stage))


def tasks(many: int) -> Subject:
    grid = Grid(1, (("序号", "任务"), ("1", "探访"), ("2", "改造"), ("合计", "")), 1)
    return notice(body=(f"落实{many}项任务（任务分工见附件1）。",), attachment_label="附件1", grids=(grid,))


@pytest.mark.parametrize(
    ("paper", "code", "told"),
    [
        (notice(grids=(SCORES,), body=("得分95分以上的2个单位为优秀。",)), "GW597", True),
        (notice(grids=(SCORES,), body=("得分95分以上的3个单位为优秀。",)), "GW597", False),
        (notice(title="安和县民政局、财政局关于同意设立的批复"), "GW233", True),
        (notice(title="安和县民政局、财政局关于设立的通知", signatory=("县民政局", "县财政局")), "GW233", False),
        (notice(body=(PROSE, line(PROSE, looks={"new_page": True}))), "GW117", True),
        (notice(body=(PROSE, PROSE)), "GW117", False),
        (notice(body=("第一季度支出1万元、第2季度支出2万元。",)), "GW515", True),
        (notice(body=("设第一、第2、第三共3个组。",)), "GW515", True),
        (notice(body=("第一季度支出1万元。第2批资金已到。",)), "GW515", False),
        (stages("2026年10月1日至7日。", "（一）走访慰问。10月12日至18日，走访。"), "GW620", True),
        (stages("2026年10月1日至31日。", "（一）走访慰问。10月12日至18日，走访。"), "GW620", False),
        (stages("2026年10月1日至7日。", "（一）动员部署。9月20日至25日，动员。"), "GW620", False),
        (notice(recipients="云溪镇人民政府：", body=("同意设立云溪乡养老服务中心。",)), "GW669", True),
        (notice(recipients="云溪镇人民政府：", body=("云溪镇由原云溪乡改设。",)), "GW669", False),
        (tasks(5), "GW670", True),
        (tasks(2), "GW670", False),
    ],
)
def test_more_that_is_told_and_let_pass(paper: Subject, code: str, told: bool) -> None:
    assert (code in codes(paper)) == told


def body(text: str) -> Subject:
    return notice(body=(text,))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("把12张床位调整为护理型床位，护理型床位由36张增加到48张。", ""),
        ("把10张床位调整为护理型床位，护理型床位由36张增加到48张。", "36加10是46"),
        ("受理申请19户，审核确认16户，不予确认3户。", ""),
        ("受理申请19户，审核确认26户，不予确认3户。", "确认和不予确认共29，多于受理的19"),
        ("低保户860户。对既是低保户又有重病患者的91户，另行帮扶。", ""),
        ("低保户860户。对既是低保户又有重病患者的910户，另行帮扶。", "既是低保户又有别的情形的910，多于低保户的860"),
        ("按照每百户不少于30平方米的标准配建，1500户的小区不少于450平方米。", ""),
        ("按照每百户不少于30平方米的标准配建，1500户的小区不少于540平方米。", "按每百户30计算是450"),
        ("每4小时报送一次，即6时、10时、14时、18时、22时和次日2时。", ""),
        ("每3小时报送一次，即6时、10时、14时、18时、22时和次日2时。", "列出的时刻每隔4小时"),
        ("每4小时报送一次，即6时、11时、14时。", ""),
        ("某3口之家前12个月收入23400元，则月人均收入为650元。", ""),
        ("某3口之家前12个月收入23400元，则月人均收入为560元。", "月人均收入是650元"),
        ("将9家机构分给3个包保组，每组负责3家。", ""),
        ("将10家机构分给3个包保组，每组负责4家。", ""),
        ("将9家机构分给3个包保组，每组负责4家。", "3组每组4是12"),
        ("组织服务队12支，到村服务不少于48场次，每支队伍不少于4场次。", ""),
        ("组织服务队12支，到村服务不少于48场次，每支队伍不少于6场次。", "12支每支6是72"),
    ],
)
def test_a_sentence_is_worked_out(text: str, told: str) -> None:
    said = [one.message for one in judge(body(text)).findings if one.code == "GW671"]
    assert said == ([told] if told else [])


FIRST, SECOND = heading("1.建立档案", 3), heading("2.规范转诊", 3)
INNER = (heading("（一）由医师填写", 2), heading("（二）保存15年", 2))


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ((FIRST, *INNER, SECOND), True),
        ((heading("（一）流程", 2), FIRST, SECOND, heading("（二）能力", 2), FIRST), False),
        ((FIRST, SECOND, *INNER, FIRST), False),
    ],
)
def test_bracketed_hanzi_do_not_stand_between_digits(lines: tuple[object, ...], told: bool) -> None:
    said = [one for one in judge(notice(body=(heading("一、任务", 1), *lines))).findings if one.code == "GW318"]
    assert bool([one for one in said if "之间" in one.message]) == told


@pytest.mark.parametrize(
    ("paper", "told"),
    [
        (notice(signatory=(line("（此件公开发布）", "body"), "安和县民政局")), "附注排在署名之前"),
        (notice(signatory=("安和县民政局",)), ""),
        (notice(date=("2026年3月6日", line("县　长　　方若谷", "other")), signatory=None), ""),
    ],
)
def test_what_stands_above_the_signature(paper: Subject, told: str) -> None:
    said = [one.message for one in judge(paper).findings if one.code == "GW439"]
    assert said == ([told] if told else [])


def test_a_signature_below_an_unsure_date_is_told() -> None:
    right = notice(signatory=None, date=("2026年3月6日", line("安和县民政局", "other")))
    elements = tuple(
        replace(one, confidence=0.5) if one.role == "date" else one for one in right.seen.elements
    )
    said = judge(replace(right, seen=replace(right.seen, elements=elements))).findings
    assert "署名排在成文日期之下" in [one.message for one in said]


def test_minutes_are_not_called_a_record() -> None:
    def told(mark: str) -> bool:
        paper = notice(mark=mark, title="关于研究隐患整改工作的会议纪要", number=None)
        return any("应为“××××纪要”" in one.message for one in judge(paper).findings)

    assert told("安和县民政局专题会议记录")
    assert not told("安和县民政局专题会议纪要")


def test_a_share_is_counted_as_its_neighbour() -> None:
    assert "GW515" in codes(body("其中内设的五家，开展服务的3家。"))
    assert "GW515" not in codes(body("其中内设的5家，开展服务的3家。"))


YEARLY = "关于2024年度年检结果的公告"


@pytest.mark.parametrize(
    ("paper", "code", "told"),
    [
        (notice(title=YEARLY, body=("2025年度检查38家。", "2025年度合格30家，2026年公示。")), "GW613", True),
        (notice(title="关于2025年工作的报告", body=("截至2026年10月，查38家。",), date="2026年11月6日"), "GW613", True),
        (notice(title="关于2025年工作的报告", body=("全年检查38家。2026年将扩面。2026年续建。",)), "GW613", False),
        (notice(title="关于2027年春节工作的通知", body=("2026年12月31日在册的。2026年补贴。",)), "GW613", False),
        (notice(title="安和县民政局关于第二季度养老机构隐患整改情况的通报"), "GW304", True),
        (notice(title="安和县民政局关于第二季度养老机构\n隐患整改情况的通报"), "GW304", False),
        (notice(title="安和县民政局关于隐患整改的通报"), "GW304", False),
        (notice(title="安和县民政局关于开展全县养老机构安全隐患排查整治专项行动的通知"), "GW304", False),
        (body("优先接收精神分裂症患者孙玉梅和失能老年人。"), "GW523", True),
        (body("优先接收精神分裂症患者和失能老年人。"), "GW523", False),
    ],
)
def test_years_of_titles_their_lines_and_names_of_the_ill(paper: Subject, code: str, told: bool) -> None:
    assert (code in codes(paper)) == told


def test_whom_to_ask_above_the_signature_is_a_note_only() -> None:
    paper = notice(signatory=(line("（联系人：某某，电话：0000-0000000）", "body"), "安和县民政局"))
    assert [one.severity for one in judge(paper).findings if one.code == "GW439"] == ["info"]


def test_those_whose_scores_are_called_alike_have_one_score() -> None:
    def told(names: str) -> bool:
        return "GW597" in codes(notice(grids=(SCORES,), body=(f"得分见表。{names}得分相同。",)))

    assert told("河口镇、青石镇")
    assert not told("别的镇、青石镇")


@pytest.mark.parametrize(
    ("paper", "code", "told"),
    [
        (body("县民政局、县财政局、县建设局要按照职责做好监督。"), "GW579", True),
        (body("县住房和城乡建设局要做好监督，原县建设局的文件作废。"), "GW579", False),
    ],
)
def test_offices_that_are_no_more(paper: Subject, code: str, told: bool) -> None:
    assert (code in codes(paper)) == told


def test_the_number_does_not_follow_the_mark_at_once() -> None:
    def told(**looks: float) -> bool:
        found = judge(notice(mark=line("安和县民政局文件", "mark", looks=looks))).findings
        return any("紧接标志" in one.message for one in found)

    assert told()
    assert not told(after=58.0)
    assert not told(pitch=120.0)


def scored(*totals: str, head: str = "合计") -> Subject:
    rows = (("1", "河口镇", "48", "46"), ("2", "云溪镇", "47", "45"), ("3", "青石镇", "45", "46"))
    body = tuple((*row, total) for row, total in zip(rows, totals, strict=True))
    return notice(grids=(Grid(1, (("名次", "单位", "服务", "安全", head), *body), 1),))


def unknown(many: str, remark: str) -> Subject:
    return notice(grids=(Grid(1, (("乡镇", "失能（人）", "备注"), ("云溪镇", many, remark)), 1),))


@pytest.mark.parametrize(
    ("paper", "code", "told"),
    [
        (scored("94", "92", "91"), "GW672", False),
        (scored("94", "96", "91"), "GW672", True),
        (scored("90", "96", "91"), "GW672", False),
        (scored("94", "96", "91", head="满意度"), "GW672", False),
        (unknown("0", "失能数正在评估"), "GW673", True),
        (unknown("—", "失能数正在评估"), "GW673", False),
        (unknown("0", "没有失能老年人"), "GW673", False),
        (unknown("0", "独居数正在核对"), "GW673", False),
    ],
)
def test_rows_come_out_and_what_is_unknown_is_no_zero(paper: Subject, code: str, told: bool) -> None:
    assert (code in codes(paper)) == told


def test_one_report_of_repairs_has_one_deadline() -> None:
    said = "整改情况于10月15日前报县民政局社会事务股，整改情况最迟10月25日前报送。"
    assert "GW547" in codes(notice(body=(said,), date="2026年9月4日"))
