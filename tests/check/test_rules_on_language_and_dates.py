"""Rules about tone, names, dates and lists on more than their own examples: what they tell and what they let pass."""

from __future__ import annotations

import pytest

from reporter.artefacts.seen.model import Grid, Stroke
from reporter.check.samples import line, notice
from reporter.check.subject import Subject
from tests.check.told import found

REPORT = "安和县民政局关于2026年上半年低保工作情况的报告"
REPLY = "安和县人民政府关于同意设立分院的批复"
LETTER = "安和县民政局关于商请协助核查的函"
PUBLIC = "安和县民政局关于年度检查结果的公告"


def body(*texts: str) -> Subject:
    return notice(body=texts)


def table(
    *rows: tuple[str, ...], title: str = "安和县民政局关于做好工作的通知", text: str = "现通知如下。"
) -> Subject:
    return notice(title=title, body=(text,), grids=(Grid(1, rows, 1),))


def test_a_heading_that_was_not_surely_read_is_not_missing() -> None:
    read = ("一、年检结果", "二、基本合格单位"), ("四、有关事项",)
    assert not found(notice(body=(*read[0], line("三、不合格单位", "other"), *read[1])), "GW319")
    assert found(notice(body=(*read[0], *read[1])), "GW319")


@pytest.mark.parametrize(
    ("mark", "wrong"),
    [
        ("安和县社会救助工作联席会议办公室文件", False), ("安和县未成年人保护工作委员会文件", False),
        ("安和县卫生健康局文件", True), ("安和县民政局文件", False),
    ],
)  # fmt: skip
def test_a_body_of_several_agencies_is_printed_by_the_one_it_sits_in(mark: str, wrong: bool) -> None:
    assert found(notice(mark=mark), "GW436") is wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("安和县民政局对2025年12月31日前登记的社会组织进行了年度检查。", False),
        ("2025年12月31日前登记的社会组织，应当参加检查。", False),
        ("请于2025年12月31日前报送检查材料。", True),
        ("各乡镇要在2025年12月31日前完成新的排查。", True),
    ],
)
def test_what_was_registered_by_a_day_is_no_deadline(text: str, wrong: bool) -> None:
    assert found(body(text), "GW609") is wrong


@pytest.mark.parametrize(
    ("title", "text", "code"),
    [
        (REPORT, "现将有关情况报告如下。", ""), (REPORT, "现将有关情况通知如下。", "GW334"),
        (REPLY, "你局《关于设立分院的报告》（安民〔2026〕7号）收悉。", "GW334"),
        (REPLY, "你局《关于设立分院的请示》（安民〔2026〕7号）收悉。", ""),
        (PUBLIC, "自本通告发布之日起3个月内完成整改。", "GW334"), (PUBLIC, "自本公告发布之日起3个月内完成整改。", ""),
        (LETTER, "请遵照执行。", "GW335"), (LETTER, "盼予支持。", ""), (REPORT, "请认真贯彻执行。", "GW335"),
        (REPORT, "各乡镇认真贯彻执行。", ""), (REPORT, "要求你局给予支持。", "GW335"),
        (REPORT, "省厅要求各地落实责任。", ""),
    ],
)  # fmt: skip
def test_a_document_speaks_as_its_sort_does(title: str, text: str, code: str) -> None:
    told = [one for one in ("GW334", "GW335") if found(notice(title=title, body=(text,)), one)]
    assert told == ([code] if code else [])


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("恳请贵镇按时报送。", "GW335"), ("各镇要按时报送。", ""), ("现将方案印发，本方案自印发之日起施行。", ""),
        ("我厅将组织抽查。", "GW578"), ("我委托第三方评估。", ""), ("我局将组织抽查。", ""),
        ("省民政厅来函说“我厅将组织抽查”。", ""), ("由县工商行政管理局负责。", "GW579"),
        ("由原县工商行政管理局移交。", ""), ("2015年由县国土资源局批准。", ""), ("县住房和城乡建设厅负责。", "GW579"),
        ("县政务服务大厅设窗口。", ""), ("办法规定“获得的“全部”现金”。", "GW593"), ("建立‘四色预警’机制。", "GW593"),
        ("“获得的‘全部’现金”。", ""), ("“全部”和“部分”不同。", ""),
    ],
)  # fmt: skip
def test_offices_and_quotes(text: str, code: str) -> None:
    told = [one for one in ("GW335", "GW334", "GW578", "GW579", "GW593") if found(body(text), one)]
    assert told == ([code] if code else [])


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("自2026年11月16日起至2027年3月15日止，为期4个月。", ""),
        ("自2026年11月16日起至2027年3月15日止，为期3个月。", "GW616"),
        ("项目于2026年7月开工，工期5个月，11月底前完工。", ""),
        ("项目于2026年7月开工，工期8个月，11月底前完工。", "GW616"),
        ("应当于每月10日前发放，但5月份至5月14日才发放，迟发4天。", ""),
        ("应当于每月10日前发放，但5月份至5月14日才发放，迟发6天。", "GW616"),
        ("项目于2026年7月开工，2026年3月投入使用。", "GW617"), ("项目于2025年7月开工，2026年3月投入使用。", ""),
        ("2032年2月29日前完成中期评估，2031年3月底前完成总结评估。", "GW617"), ("第五季度组织抽查。", "GW618"),
        ("第四季度组织抽查。", ""), ("9月上旬（9月28日前）完成。", "GW618"), ("9月下旬（9月28日前）完成。", ""),
        ("结合农历八月初九老年节宣传。", "GW618"), ("遇国庆节（10月10日）提前办理。", "GW618"),
        ("遇国庆节（10月1日）提前办理。", ""), ("截至2026年4月30日，全县共有低保对象42户。", "GW608"),
        ("截至4月30日，全县有低保对象42户。", "GW608"), ("截至12月31日，全县有低保对象42户。", ""),
        ("2026年4月10日，召开了养老机构安全工作会议。", "GW634"),
        ("截至2026年2月28日，全县共有低保对象42户。", ""), ("截至2026年12月31日，力争建成42家。", ""),
        ("自2026年11月16日起至2026年3月15日止。", "GW612"),
    ],
)  # fmt: skip
def test_spans_order_and_calendar(text: str, code: str) -> None:
    told = [one for one in ("GW608", "GW612", "GW616", "GW617", "GW618", "GW634") if found(body(text), one)]
    assert told == ([code] if code else [])


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("占地1.2公顷（合18亩）。", False), ("占地1.2公顷（合12亩）。", True), ("每户大米10千克（20斤）。", False),
        ("每户大米10千克（10市斤）。", True), ("全程3公里（约6里）。", False),
    ],
)  # fmt: skip
def test_measures_are_converted(text: str, wrong: bool) -> None:
    assert found(body(text), "GW661") is wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("管理类问题4个，分别是堆放杂物、水带未连接、楼内充电和无证上岗。", False),
        ("管理类问题5个，分别是堆放杂物、水带未连接、楼内充电和无证上岗。", True),
        ("检查机构数3组，分别为15家、14家和13家。", False),
        ("主动发现率为68.0%，虽有提高，但仍低于全市70.2%的平均水平。", False),
        ("主动发现率为68.0%，虽有提高，但仍高于全市70.2%的平均水平。", True),
    ],
)
def test_as_many_are_named_and_higher_is_higher(text: str, wrong: bool) -> None:
    assert found(body(text), "GW662") is wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("例如，张桂香患尿毒症，家庭收入低。", True), ("其中赵德福患肝硬化、收入超标。", True),
        ("对高血压患者随访。", False),
        ("重病患者患病期间给予救助。", False), ("李秀兰（阿尔茨海默病）", True), ("常见病（高血压病）防治。", False),
    ],
)  # fmt: skip
def test_a_name_beside_an_illness(text: str, wrong: bool) -> None:
    assert found(body(text), "GW523") is wrong


@pytest.mark.parametrize(
    ("texts", "attended", "wrong"),
    [
        (("会议应到3人，实到2人，请假1人。",), ("出席：许知远、陆清和", "请假：顾南乔（外出培训）"), False),
        (("会议应到3人，实到3人。",), ("出席：许知远、陆清和", "请假：顾南乔（外出培训）"), True),
        (("县民政局局长许志远主持会议。",), ("出席：许知远、陆清和",), True),
        (("县民政局局长许知远主持会议。",), ("出席：许知远、陆清和",), False),
        (("会议听取了顾南乔关于养老工作的汇报。",), ("出席：许知远", "请假：顾南乔（外出培训）"), True),
        (("会议听取了养老服务股的汇报。",), ("出席：各股室负责人", "请假：顾南乔（外出培训）"), False),
    ],
)
def test_minutes_agree_with_their_list(
    texts: tuple[str, ...], attended: tuple[str, ...], wrong: bool
) -> None:
    lines = tuple(line(one, "attendance") for one in attended)
    assert found(notice(body=(*texts, *lines)), "GW580") is wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("按照《临澜市民政局关于做好工作的通知》（临民发〔2026〕9号）要求。", False),
        ("按照《临澜市民政局关于做好工作的通知》（安民发〔2026〕9号）要求。", True),
        ("按照《广东省人民政府关于做好工作的通知》（粤府〔2026〕9号）要求。", False),
    ],
)
def test_a_cited_number_is_of_its_office(text: str, wrong: bool) -> None:
    assert found(body(text), "GW594") is wrong


def test_the_number_of_another_bureau_is_told() -> None:
    assert found(notice(number="安财〔2026〕12号"), "GW594")


def test_tables_agree_with_the_calendar_and_the_text() -> None:
    week = (("批次", "日期", "星期"), ("第一批", "9月14日至16日", "星期一至星期三"))
    assert not found(table(*week), "GW607")
    assert found(table(week[0], ("第一批", "9月14日至16日", "星期二至星期四")), "GW607")
    assert found(table(("任务", "完成时限"), ("制定清单", "2月15日前"), ("总结", "11月15日前")), "GW609")
    assert not found(table(("任务", "完成时限"), ("制定清单", "4月15日前")), "GW609")
    batches = (("批次", "日期"), ("第一批", "9月14日至16日"), ("第二批", "9月21日至23日"))
    assert not found(table(*batches), "GW617")
    assert found(table(*batches, ("第三批", "9月14日至16日")), "GW617")
    duties = (("编号", "责任单位"), ("1", "河口镇"), ("2", "　"), ("3", "云溪镇"))
    assert found(table(*duties), "GW544")
    assert not found(table(duties[0], ("1", ""), ("2", ""), ("3", "")), "GW544")
    years = (("年度", "床位"), ("2024年", "1"), ("2025年", "2"), ("2026年", "3"))
    assert not found(table(*years), "GW664")
    assert found(table(years[0], ("2025年", "1"), ("2025年", "2"), ("2026年", "3")), "GW664")


def test_a_list_and_its_text() -> None:
    rows = (("编号", "措施", "完成日期"), ("1", "清理", "2026-09-14"), ("2", "更换", "—"))
    title = "安和县养老机构消防安全整改清单"
    assert not found(table(*rows, title=title, text="针对检查发现的2个问题，已完成1个。"), "GW663")
    assert found(table(*rows, title=title, text="针对检查发现的3个问题，已完成1个。"), "GW663")
    assert found(table(*rows, title=title, text="针对检查发现的2个问题，已完成2个。"), "GW663")


def test_names_of_one_kind() -> None:
    assert found(body("河口镇、云溪镇已报送。", "云溪镇、河口乡另报。"), "GW660")
    assert not found(body("河口镇、云溪镇已报送。", "白沙乡未报送。"), "GW660")
    introduced = "按照《安和县低保办法》（以下简称《办法》）执行。"
    assert found(body(introduced, "《细则》第九条列明。"), "GW660")
    assert not found(body(introduced, "《办法》第九条列明。"), "GW660")


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("有3乡镇的部分档案缺少报告。", True), ("有3个乡镇的部分档案缺少报告。", False),
        ("以内的4条机构，做好准备。", True),
        ("补充档案14名，", True), ("约谈12名机构负责人。", False), ("培训3名养老机构护理员。", False),
    ],
)  # fmt: skip
def test_measure_words(text: str, wrong: bool) -> None:
    assert found(body(text), "GW575") is wrong


def test_the_place_of_rules_and_dates() -> None:
    red = {"rule_below": Stroke(1.5, "FF0000")}
    number = "安民字〔2026〕12号"
    assert not found(notice(number=line(number, "number", looks=red)), "GW227")
    assert found(notice(number=[line(number, "number", looks=red), line("", "other", looks=red)]), "GW227")
    assert found(notice(date=line("2026年3月6日", "date", looks={"align": "right", "right": 8.0})), "GW451")
    long = notice(
        signatory="安和县社会救助工作联席会议办公室", date=line("2026年3月6日", "date", looks={"right": 8.0})
    )
    assert not found(long, "GW451")


@pytest.mark.parametrize(
    ("name", "date", "told"),
    [
        (4.0, 4.0, False), (4.0, 1.0, True), (2.0, 0.0, False),  # both are six 字 wide
        (0.0, 0.0, True), (2.0, 3.5, False),
    ],
)  # fmt: skip
def test_a_date_at_the_right_stands_as_with_a_seal_or_as_without(name: float, date: float, told: bool) -> None:
    signed = line("安和县民政局", "signatory", looks={"align": "right", "right": name})
    dated = line("2026年3月6日", "date", looks={"align": "right", "right": date})
    assert found(notice(signatory=signed, date=dated), "GW451") == told


def test_urgency_has_no_brackets() -> None:
    assert found(notice(urgency=line("【特急】", "other")), "GW208")
    assert not found(notice(urgency="特急"), "GW208")
