"""Rules about tables and sums on more than their own examples."""

from __future__ import annotations

import pytest

from reporter.artefacts.seen.model import Grid
from reporter.check.judging import judge, judge_set
from reporter.check.profile import Profile
from reporter.check.samples import enclosed, heading, line, notice
from reporter.check.subject import Subject
from tests.check.told import codes


def serial(*numbers: str) -> Subject:
    rows = (("序号", "机构"), *((number, "某某敬老院") for number in numbers))
    return notice(grids=(Grid(1, rows, 1),))


@pytest.mark.parametrize("numbers", ["1 2 4", "1 2 2 3", "1 1 2"])
def test_a_gap_or_a_repeated_number_of_a_table_is_told(numbers: str) -> None:
    assert codes(serial(*numbers.split())).count("GW557") == 1


@pytest.mark.parametrize("numbers", ["1 2 3", "1 2 1 2 3", "1 4 9 12 20", "5 6 8", "1"])
def test_groups_extracts_and_parts_of_tables_keep_their_numbers(numbers: str) -> None:
    assert "GW557" not in codes(serial(*numbers.split()))


def test_a_row_whose_parts_are_not_its_whole_is_named() -> None:
    rows = (("机构", "隐患数（条）", "已整改（条）", "未整改（条）"), ("云溪镇敬老院", "15", "12", "4"))
    found = [f for f in judge(notice(grids=(Grid(1, rows, 1),))).findings if f.code == "GW558"]
    assert [f.message for f in found] == ["这一行写15，已整改12加未整改4是16"]


def test_tables_with_several_columns_of_a_kind_are_left_alone() -> None:
    head = ("机构", "隐患数", "已整改", "未整改", "上月未整改")
    assert "GW558" not in codes(notice(grids=(Grid(1, (head, ("甲", "15", "12", "2", "9")), 1),)))


@pytest.mark.parametrize(("mean", "wrong"), [("600元", False), ("650元", True), ("0.06万元", False)])
def test_a_mean_must_come_from_a_whole_number_of_heads(mean: str, wrong: bool) -> None:
    assert ("GW570" in codes(notice(body=(f"培训经费12.6万元，人均{mean}。",)))) is wrong


def test_a_price_that_was_rounded_still_gives_its_amount() -> None:
    rows = (("项目", "数量", "单价（万元）", "金额（万元）"), ("灯具", "3套", "0.33", "1.00"))
    assert "GW559" not in codes(notice(grids=(Grid(1, rows, 1),)))


def test_a_document_is_not_older_than_the_one_it_cites() -> None:
    cited = notice(file="甲.docx", number="临民发〔2026〕9号", date="2026年3月6日")
    text = "根据临民发〔2026〕9号文件要求，现通知如下。"
    early, late = (notice(file="乙.docx", body=(text,), date=day) for day in ("2026年3月5日", "2026年3月6日"))
    assert "GW739" in {f.code for f in judge_set((cited, early), Profile())}
    assert "GW739" not in {f.code for f in judge_set((cited, late), Profile())}


@pytest.mark.parametrize(
    "text",
    ["以经济建设为中心，按排名奖励。", "申报消防验收，报名截止6月30日。", "我国军舰登陆演习，台账已建立。"],
)
def test_words_that_only_hold_a_mistyped_one_are_right(text: str) -> None:
    assert "GW519" not in codes(notice(body=(text,)))


@pytest.mark.parametrize("text", ["请登陆全国养老服务信息系统填报。", "截止2026年6月底，己完成整改。"])
def test_words_that_sound_alike_are_told_with_the_right_one(text: str) -> None:
    found = [f.message for f in judge(notice(body=(text,))).findings if f.code == "GW519"]
    assert found and all("之误" in message for message in found)


def test_the_size_of_an_imprint_is_four() -> None:
    found = codes(notice(cc=line("抄送：县政府办公室。", "cc", size=16.0)))
    assert "GW429" in found and "GW115" not in found


@pytest.mark.parametrize(
    ("listed", "title", "wrong"),
    [
        ("统计表", "养老机构统计表", True),
        ("整改清单", "安和县整改清单", False),
        ("整改清单", "整改清单（样表）", False),
    ],
)
def test_an_attachment_bears_the_name_that_it_is_listed_under(listed: str, title: str, wrong: bool) -> None:
    found = codes(notice(attachments=f"附件：{listed}", tail=enclosed(title)))
    assert ("GW406" in found) is wrong


@pytest.mark.parametrize(
    ("title", "closing", "wrong"),
    [
        ("安和县民政局关于安全工作的通知", "特此通知", False),
        ("安和县民政局关于安全工作的通知", "特此报告。", True),
        ("安和县民政局关于安全工作的函", "特此通知。", True),
        ("安和县民政局关于安全工作的函", "专此函达。", False),
        ("安和县民政局关于同意设立的批复", "此复。", False),
        ("安和县民政局关于资金的请示", "妥否，请批示。", False),
    ],
)
def test_a_document_closes_as_its_sort_does(title: str, closing: str, wrong: bool) -> None:
    assert ("GW326" in codes(notice(title=title, body=("现将有关情况说明如下。", closing)))) is wrong


@pytest.mark.parametrize("text", ["名单见附件。", "样表附后。", "按照附件要求办理。"])
def test_an_attachment_that_is_only_spoken_of_is_told(text: str) -> None:
    assert "GW430" in codes(notice(body=(text,)))
    assert "GW430" not in codes(notice(body=(text,), attachments="附件：名单"))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("4月20前报送。", True),
        ("2026年6底前完成。", True),
        ("7月6至8日检查。", False),
        ("4月20日前报送。", False),
    ],
)
def test_a_date_that_lost_a_word_is_told(text: str, wrong: bool) -> None:
    assert ("GW611" in codes(notice(body=(text,)))) is wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("3月16日至2月15日自查。", True),
        ("11月16日至2月15日供暖。", False),
        ("2026年3月1日至2027年2月28日试行。", False),
        ("3月16日至4月15日自查。", False),
    ],
)
def test_a_stage_ends_after_it_begins(text: str, wrong: bool) -> None:
    assert ("GW612" in codes(notice(body=(text,)))) is wrong


@pytest.mark.parametrize("number", ["安民发（2026〕12号", "安民发〔2026]12号", "安民发〈2026〉12号"])
def test_one_wrong_half_of_the_brackets_is_enough(number: str) -> None:
    assert "GW201" in codes(notice(number=number))


@pytest.mark.parametrize(
    ("code", "paper"),
    [
        ("GW205", notice(number="安民发字〔2026〕12号")),
        ("GW225", notice(mark="安和县民政文件", signatory="安和县民政局")),
        ("GW415", notice(cc="抄送：县财政局 县审计局。")),
        ("GW438", notice(cc=line("县财政局，县审计局。", "other"))),
        ("GW313", notice(body=(heading("（一） 优化流程。", 2),))),
        ("GW342", notice(body=("各乡镇要逐院排查。", *[line("", "other")] * 3, "年底前整改到位。"))),
    ],
)
def test_slips_in_the_frame_of_a_document_are_told(code: str, paper: Subject) -> None:
    assert code in codes(paper)
    assert code not in codes(notice())


def test_a_bill_is_signed_at_its_end() -> None:
    up = notice(title="安和县人民政府关于提请审议规划的议案", recipients="安和县人大常委会：", seen_direction="up")
    assert "GW216" not in codes(up)


def test_a_signer_without_a_name_is_told() -> None:
    up = notice(title="关于资金的请示", recipients="临澜市民政局：", seen_direction="up", signer="签发人：")
    assert "GW216" in codes(up)


@pytest.mark.parametrize(
    ("number", "wrong"),
    [
        ("安民发 〔2026〕12号", True), ("安民发〔 2026〕12号", True), ("安民发〔2026〕 12号", True),
        ("安民发〔2026〕12 号", True), ("安民发〔2026〕\u2003\u2003号", False), ("安民发〔2026〕   号", False),
    ],
)  # fmt: skip
def test_blanks_within_a_number_are_told_but_for_those_that_wait_for_figures(number: str, wrong: bool) -> None:
    assert ("GW205" in codes(notice(number=number))) is wrong


@pytest.mark.parametrize(
    ("number", "face", "severities"),
    [("安民函〔2026〕3号", "letter", ["error"]), ("安民函〔2026〕3号", "document", ["warning"]),
     ("安民发〔2026〕3号", "document", ["info"])],
)  # fmt: skip
def test_a_letter_headed_as_a_document_is_told_as_strictly_as_it_is_sure(
    number: str, face: str, severities: list[str]
) -> None:
    letter = notice(number=number, title="安和县民政局关于商请提供资料的函", seen_face=face)
    assert [one.severity for one in judge(letter).findings if one.code == "GW229"] == severities


def test_a_letter_may_ask_for_an_answer_by_a_day_without_more_words() -> None:
    letter = notice(
        title="安和县民政局关于商请提供资料的函", body=("请于11月30日前函复。",), seen_face="letter"
    )
    assert "GW548" not in codes(letter)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("安排专项资金5万元，专项资金50000元已经拨付。", "单位不统一"),
        ("安排灭火器购置资金5万元，其中购置资金5元由县里承担。", "单位可能写错"),
        ("每张床位补助资金1万元，床位补助资金10000元。", ""),
        ("安排专项资金5万元，专项资金5万元已经拨付。", ""),
    ],
)
def test_one_amount_keeps_its_unit(text: str, told: str) -> None:
    found = [one.message for one in judge(notice(body=(text,))).findings if one.code == "GW562"]
    assert [told in message for message in found] == ([True] if told else [])


@pytest.mark.parametrize(
    ("head", "cell", "severities"),
    [("金额", "50000", ["warning"]), ("金额（元）", "50000", ["info"]), ("金额（元）", "5", ["warning"]),
     ("金额（万元）", "5", [])],
)  # fmt: skip
def test_a_row_of_the_same_name_is_held_against_the_text(
    head: str, cell: str, severities: list[str]
) -> None:
    rows = (("序号", "项目", head), ("1", "购置灭火器", cell))
    found = judge(notice(body=("安排资金购置灭火器5万元。",), grids=(Grid(1, rows, 1),))).findings
    assert [one.severity for one in found if one.code == "GW562"] == severities


def test_a_row_is_held_only_against_the_paper_of_its_own_place_and_time() -> None:
    rows = (("乡镇", "已整改数"), ("河口镇", "20"))
    county = notice(file="县.docx", grids=(Grid(1, rows, 1),))
    text = "全镇共排查发现隐患30条，已整改25条。"
    for mark, date, wrong in (
        ("河口镇人民政府文件", "2026年3月6日", True), ("青石镇人民政府文件", "2026年3月6日", False),
        ("河口镇人民政府文件", "2025年3月6日", False),
    ):  # fmt: skip
        town = notice(file="镇.docx", mark=mark, title="关于隐患排查情况的报告", body=(text,), date=date)
        assert ("GW740" in {one.code for one in judge_set((county, town), Profile())}) is wrong


@pytest.mark.parametrize("to", ["各县（区）民政局、住建局、卫健委：", "各县（区）民政局、卫健委："])
def test_departments_are_known_by_their_short_names(to: str) -> None:
    names = ("安和县民政局", "安和县住房和城乡建设局", "安和县卫生健康局")
    joint = notice(mark=names, signatory=names, recipients=to)
    assert ("GW226" in codes(joint)) is ("住建" not in to)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("特此通知", "GW563"), ("各单位要提高认识，落实责任", "GW563"),
        ("请于26年5月20日前报县民政局。", "GW611"), ("全县现有养老机构近40家左右。", "GW565"),
        ("合格率达到95%以上。", ""), ("不少于3次。", ""), ("隐患数比上年下降2倍。", "GW566"),
        ("联系人：李某，联系电话：0000-6600011", ""), ("2023—26年6月前完成。", ""),
    ],
)  # fmt: skip
def test_slips_of_the_pen_in_text(text: str, code: str) -> None:
    found = set(codes(notice(body=("现将有关事项通知如下。", text)))) & {"GW563", "GW565", "GW566", "GW611"}
    assert found == ({code} if code else set())


@pytest.mark.parametrize(
    ("signed", "severities"),
    [("安和县民政局", []), ("安和县民政局办公室", ["warning"]), ("安和县财政局", ["error"])],
)
def test_an_office_that_signs_for_its_agency_is_told_softly(signed: str, severities: list[str]) -> None:
    found = judge(notice(signatory=signed)).findings
    assert [one.severity for one in found if one.code == "GW225"] == severities
