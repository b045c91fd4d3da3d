"""Rules about slips that clerks really make, on more than their own examples: what they tell and what they let pass."""

from __future__ import annotations

import pytest

from reporter.artefacts.seen.model import Grid
from reporter.check.samples import line, notice
from reporter.check.subject import Subject
from tests.check.told import those

REPORT = "安和县民政局关于2026年上半年养老机构安全管理工作情况的报告"


def body(*texts: str) -> Subject:
    return notice(body=texts)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("2025年发现隐患200条，2026年发现184条，同比下降8%。", False),
        ("2025年发现隐患200条，2026年发现184条，同比下降10%。", True),
        ("今年发现隐患184条，比上年的200条减少26条。", True),
        ("今年发现隐患184条，比上年的200条减少16条。", False),
        ("整改率由85%提高到92%，比上年提高7个百分点。", False),
        ("整改率由85%提高到92%，比上年提高9个百分点。", True),
        ("全县42家机构、床位2904张，床位比上年增加300张。", False),
        ("发现隐患184条，比上年200条下降近10%。", False),
        ("支出低保金2015.0万元，比上年增加102.6万元，增长5.4%。", False),
        ("支出低保金2015.0万元，比上年增加102.6万元，增长4.5%。", True),
        ("审核用时由24天延长到18天。", True),
        ("每百张床位配备护理员由8名增加了12名。", True),
        ("护理型床位占比由62.5%提高到70%，提高7.5%。", True),
        ("发放978.9万元，比去年同期的935.9万元减少43.0万元。", True),
    ],
)
def test_changes_are_recomputed_from_two_figures_of_a_unit(text: str, wrong: bool) -> None:
    assert those(body(text), "GW567") == ["GW567"] * wrong


@pytest.mark.parametrize(
    ("texts", "count"),
    [
        (("一是加强领导；二是落实责任；三是强化监管。",), 0),
        (("一是加强领导；二是落实责任；四是强化监管。",), 1),
        (("一是加强领导。", "二是落实责任。", "四是强化监管。"), 1),
        (("一是加强领导；二是落实责任。", "一是排查；二是整改。"), 0),
        (("重点抓了三项工作：一是加强领导；二是落实责任；三是强化监管；四是严格考核。",), 1),
        (("重点抓了两项工作：一是加强领导；二是落实责任。",), 0),
    ],
)
def test_first_and_second_run_on_and_are_as_many_as_is_said(texts: tuple[str, ...], count: int) -> None:
    assert those(body(*texts), "GW568") == ["GW568"] * count


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("各乡镇要要加强领导。", "GW569"), ("各乡镇要要求机构整改。", ""), ("县消防救援大队大队长带队检查。", ""),
        ("对在在建项目逐个逐个排查。", ""), ("落实落实责任。", "GW569"), ("投入资金12。5万元。", "GW571"),
        ("投入资金1，234元。", "GW571"), ("共3，其余不变。", ""),
        ("按照《全县养老服务工作会议》部署抓好落实。", "GW572"),
        ("按照《养老机构管理办法》执行。", ""), ("全县共有养老机构 42 家。", "GW564"),
        ("全县共有养老机构\u2003\u2003家。", ""), ("各乡镇要按照统一部暑抓好整改。", "GW519"),
        ("要认真的落实整改责任。", "GW519"), ("制定严格的落实措施。", ""), ("检查养老机构二家。", "GW519"),
        ("资金拔付不及时。", "GW519"), ("应当登录平台填报，次日答覆。", "GW519"), ("12个问题以整改12个。", "GW519"),
        ("主要原因是由于人员不足。", "GW590"), ("平均每户户均发放2332元。", "GW590"), ("发放棉被等等物资。", "GW590"),
        ("自9月1日起开始施行。", "GW590"), ("9月7日—至15日检查。", "GW590"), ("防止问题不再反弹。", "GW590"),
        ("评为优等等级。", ""),
        ("抽查结果予以通报。抽查结果予以通报。", "GW591"), ("整改率92. 7%，比去年高。", "GW571"),
        ("按照《养老机构管理办法》的，开展检查。", "GW592"),
        ("共有十二家养老机构。", ""), ("二〇二六年三月底前完成。", "GW604"), ("隐患同比下降-8%。", "GW566"),
    ],
)  # fmt: skip
def test_slips_of_typing(text: str, code: str) -> None:
    looked = ("GW519", "GW564", "GW566", "GW569", "GW571", "GW572", "GW590", "GW591", "GW592", "GW604")
    assert those(body(text), *looked) == ([code] if code else [])


@pytest.mark.parametrize(
    ("opening", "wrong"),
    [
        ("现将2026年上半年养老机构安全管理工作情况报告如下。", False),
        ("现将2025年上半年养老机构安全管理工作情况报告如下。", True),
        ("现将2026年下半年养老机构安全管理工作情况报告如下。", True),
        ("现将2024年以来养老机构安全管理工作情况报告如下。", False),
        ("按照2025年工作部署，现将有关情况报告如下。", False),
    ],
)
def test_the_opening_speaks_of_the_period_of_the_title(opening: str, wrong: bool) -> None:
    assert those(notice(title=REPORT, body=(opening,)), "GW613") == ["GW613"] * wrong


def test_a_report_that_asks_for_money_is_a_request() -> None:
    assert those(notice(title=REPORT, body=("恳请市局安排专项资金50万元。",)), "GW325") == ["GW325"]
    assert not those(notice(title=REPORT, body=("建议市局加大资金支持力度。",)), "GW325")


@pytest.mark.parametrize(("title", "wrong"), [("请示报告", True), ("请示", False)])
def test_two_genres_in_one_title_are_told(title: str, wrong: bool) -> None:
    asked = notice(title=f"安和县民政局关于申请专项资金的{title}", body=("妥否，请批示。",))
    assert those(asked, "GW302") == ["GW302"] * wrong


def test_a_rate_of_all_needs_as_many_closed_as_found() -> None:
    assert those(body("发现隐患184条，已整改168条，整改率100%。"), "GW526") == ["GW526"]
    assert not those(body("发现隐患184条，已整改184条，整改率100%。"), "GW526")


def test_only_text_that_is_bold_throughout_is_told() -> None:
    text = "各乡镇要逐院排查，建立台账，年底前全部整改到位。"
    assert those(notice(body=(line(text, bold=True),)), "GW127") == ["GW127"]
    assert not those(body(text), "GW127")


def test_forwarding_doubles_neither_about_nor_the_genre() -> None:
    doubled = "安和县民政局关于转发市民政局关于加强安全管理工作的通知的通知"
    named = "安和县民政局关于转发《市民政局关于加强安全管理工作的通知》的通知"
    assert those(notice(title=doubled), "GW327") == ["GW327"] and not those(notice(title=named), "GW327")


REQUEST = "安和县民政局关于申请专项资金的请示"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"mark": line("安和县民政局文件", "mark", looks={"align": "left"})}, "GW231"),
        ({"number": line("安民发〔2026〕12号", "number", looks={"align": "left"})}, "GW232"),
        ({"title": "安和县财政局关于做好养老院安全管理工作的通知"}, "GW233"),
        ({"title": "县民政局关于做好养老院安全管理工作的通知"}, ""),
        ({"urgency": line("特急", "urgency", font="黑体", looks={"align": "right"})}, "GW234"),
        ({"recipients": "周长宁局长："}, "GW329"),
        ({"title": REQUEST, "recipients": None, "body": ("妥否，请批示。",)}, "GW330"),
        ({"print_office": "安和县卫生健康局办公室"}, "GW436"), ({"print_office": "安和县民政局综合股"}, ""),
        ({"cc": "抄报：县政府办公室。"}, "GW438"), ({"signatory": None}, "GW435"),
        ({"title": REQUEST, "body": ("拟申请资金50万元。另外，请一并批准增加编制5名。", "妥否，请批示。")}, "GW333"),
        ({"body": ("本办法自2026年3月1日起施行。",)}, "GW614"), ({"body": ("本办法自2026年4月1日起施行。",)}, ""),
        ({"body": ("为⽼年人服务，逐院排查。",)}, "GW573"), ({"body": ("養老机构逐院排查。",)}, "GW573"),
        ({"body": ("发现隐患19O条。",)}, "GW574"), ({"body": ("补助资金80万，已拨付。",)}, "GW575"),
        ({"body": ("补助资金80万元，床位80张。",)}, ""),
        ({"body": ("投诉人（１１０１０５１９４９１２３１００２Ｘ）已答复。",)}, "GW521"),
        ({"body": ("重大隐患6条，已整改9条。",)}, "GW529"), ({"body": ("请于每日26时前报送。",)}, "GW605"),
        ({"body": ("台账登记日期为2026-04-31。",)}, "GW605"), ({"body": ("要压实属地责 任，并建立台账。",)}, ""),
        ({"body": ("要压实属地管 理责任，并建立台账。",)}, "GW564"), ({"body": ("费用每人2—4元。",)}, "GW510"),
        ({"body": ("消防、燃气、以及用电安全。",)}, "GW505"), ({"body": ("同心养老院、和乐养老院、桂花园。",)}, ""),
        ({"body": (line("各单位要逐院排查，建立台账，" * 5, looks={"first": 0.0, "left": 2.0}),)}, "GW119"),
        ({"body": (line("各单位要逐院排查，建立台账，" * 5, looks={"align": "center"}),)}, "GW119"),
        ({"body": (line("\t各单位要逐院排查，建立台账。", looks={"first": 0.0}),)}, ""),
    ],
)  # fmt: skip
def test_what_a_reviewer_marks_at_a_glance(changes: dict[str, object], code: str) -> None:
    looked = (
        "GW119", "GW231", "GW232", "GW233", "GW234", "GW329", "GW330", "GW333", "GW435", "GW436", "GW438",
        "GW505", "GW510", "GW521", "GW529", "GW564", "GW573", "GW574", "GW575", "GW605", "GW614",
    )  # fmt: skip
    assert those(notice(**changes), *looked) == ([code] if code else [])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("全县养老机构共2家，名单如下。", False),
        ("全县养老机构共3家，名单如下。", True),
        ("养老院名单（2家）", False),
        ("养老院名单（3家）", True),
        ("全县养老机构共3家。", False),
    ],
)
def test_a_number_above_a_table_is_held_against_its_rows(said: str, wrong: bool) -> None:
    rows = (("序号", "名称"), ("1", "河口镇敬老院"), ("2", "青石镇敬老院"))
    assert those(notice(tail=line(said, "body"), grids=(Grid(1, rows, 1),)), "GW527") == ["GW527"] * wrong
