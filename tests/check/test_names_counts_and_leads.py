"""Names, counts, places and leads that stand in two places of a paper agree; what only looks so is let pass."""

from __future__ import annotations

import pytest

from reporter.artefacts.seen.model import Grid
from reporter.check.samples import enclosed, heading, notice
from reporter.check.subject import Subject
from tests.check.told import codes, found, severities

HOMES = Grid(
    1,
    (
        ("乡镇", "在院人数（人）", "床位（张）"),
        ("河口镇", "112", "186"),
        ("青石镇", "96", "140"),
        ("柳溪镇", "78", "120"),
        ("合计", "286", "446"),
    ),
    1,
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("在院人数较多的是河口镇（112人）、青石镇（69人）和柳溪镇（78人）。", True),
        ("在院人数较多的是河口镇（112人）、青石镇（96人）和柳溪镇（78人）。", False),
        ("河口镇112人、青石镇69人。", True),
        ("河口镇3人、青石镇2人、柳溪镇78人持证上岗。", False),
        ("河口镇186张、青石镇146张床位。", True),
        ("河口镇112人，青石镇140人次。", False),
        ("全县286人，河口镇113人。", False),
    ],
)
def test_counts_beside_names_are_those_of_their_rows(text: str, told: bool) -> None:
    assert found(notice(body=(text,), grids=(HOMES,)), "GW654") is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("河口镇中心敬老院改造项目投资320万元。", True),
        ("参照河口镇中心敬老院的做法进行改造。", False),
        ("青石镇中心敬老院改造项目投资320万元。", False),
        ("该镇中心敬老院改造项目投资320万元。", False),
    ],
)
def test_the_matter_of_the_title_lies_in_its_town(text: str, told: bool) -> None:
    title = "安和县民政局关于青石镇中心敬老院改造的请示"
    body = ("青石镇中心敬老院建于1998年。", text)
    assert found(notice(title=title, body=body), "GW655") is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("9日20时启动Ⅳ级应急响应，10日2时提升至Ⅲ级，11日8时终止Ⅱ级应急响应。", True),
        ("9日20时启动Ⅳ级应急响应，10日2时提升至Ⅲ级，11日8时终止Ⅲ级应急响应。", False),
        ("9日启动防汛三级应急响应，10日提升至四级，全员上岗。", True),
        ("9日启动防汛二级应急响应，10日降为三级应急响应，11日终止三级应急响应。", False),
        ("达到条件的，启动Ⅳ级应急响应；灾情扩大时，提升至Ⅰ级；终止Ⅱ级应急响应由县政府决定。", False),
        ("启动防汛Ⅳ级应急响应，启动救助Ⅱ级应急响应，11日终止Ⅳ级应急响应。", False),
    ],
)
def test_the_level_of_a_response_that_ends_is_the_one_in_force(text: str, told: bool) -> None:
    assert found(notice(body=(text,)), "GW656") is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("由县审计局牵头，于2026年9月30日前完成12家机构消防设施改造。", True),
        ("由县住房和城乡建设局牵头，于2026年9月30日前完成12家机构消防设施改造。", False),
        ("由县住建局牵头，于2026年9月30日前完成12家机构消防设施改造。", False),
        ("由有关部门牵头，于2026年9月30日前完成12家机构消防设施改造。", False),
        ("由县审计局牵头，于2026年10月31日前完成改造资金的专项审计。", False),
        ("由县审计局牵头，于2026年12月31日前完成12家机构消防设施改造的复核。", False),
    ],
)
def test_a_task_has_one_lead_in_text_and_table(text: str, told: bool) -> None:
    rows = (
        ("序号", "重点任务", "牵头单位", "完成时限"),
        ("1", "完成12家机构消防设施改造", "县住房和城乡建设局", "2026年9月30日"),
        ("2", "培训护理员260名", "县人力资源和社会保障局", "2026年6月30日"),
    )
    assert found(notice(body=(text,), grids=(Grid(1, rows, 1),)), "GW657") is told


@pytest.mark.parametrize(
    ("last", "told"),
    [
        ("于2026年9月30日前完成验收。", True),
        ("县水利局牵头，于2026年9月30日前完成验收。", False),
        ("县水利局负责，于2026年9月30日前完成验收。", False),
        ("县水务公司要加快进度。", False),
    ],
)
def test_every_item_of_a_list_that_names_leads_names_one(last: str, told: bool) -> None:
    texts = ("县财政局牵头，落实资金。", "县教育局牵头，完成摸底。", "县民政局牵头，组织培训。", last)
    items = [
        part for number, text in zip("一二三四", texts, strict=True)
        for part in (heading(f"（{number}）有关事项。", 2), text)
    ]  # fmt: skip
    assert found(notice(body=(heading("一、议定事项", 1), *items)), "GW658") is told


def listed(*names: str, head: str = "序号") -> Subject:
    rows = ((head, "姓名", "单位"), *((str(n), name, "县民政局") for n, name in enumerate(names, 1)))
    return notice(grids=(Grid(1, rows, 1),))


def test_a_person_stands_once_in_a_list() -> None:
    assert found(listed("许知远", "陆清和", "周望川", "许知远"), "GW659")
    assert not found(listed("许知远", "陆清和", "周望川", "沈怀瑾"), "GW659")
    assert not found(listed("许知远", "许知远", "陆清和", "陆清和"), "GW659")
    assert not found(listed("许知远", "陆清和", "周望川", "许知远", head="日期"), "GW659")


@pytest.mark.parametrize(
    ("whom", "text", "told"),
    [
        ("各乡镇人民政府，县直各单位：", "各乡镇（街道）要按时报送。", True),
        ("各乡镇人民政府，县直各单位：", "各乡、镇、街道情况见附表。", False),
        ("各乡镇人民政府、街道办事处：", "各乡镇（街道）要按时报送。", False),
        ("各乡镇人民政府：", "各乡镇（街道）普遍建立了主要负责人抓的机制。", False),
        ("县人民政府：", "各乡镇（街道）要按时报送。", False),
    ],
)
def test_streets_that_are_told_to_do_something_are_addressed(whom: str, text: str, told: bool) -> None:
    assert found(notice(recipients=whom, body=(text,)), "GW699") is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("我们认为，改造进展顺利。", True),
        ("会议认为，我们要求不高。", False),
        ("会议认为，改造进展顺利。", False),
        ("会议指出，自我认为做得不错的不多。", False),
    ],
)
def test_minutes_speak_for_the_meeting(text: str, told: bool) -> None:
    assert found(notice(title="研究敬老院改造的会议纪要", body=(text,)), "GW674") is told
    assert not found(notice(title="安和县民政局关于敬老院改造的报告", body=(text,)), "GW674")


@pytest.mark.parametrize(
    ("title", "text", "told"),
    [
        ("关于敬老院改造方案的批复", "建议同意《青石镇敬老院改造方案》。", True),
        ("关于敬老院改造方案的批复", "专家组建议同意该方案。", False),
        ("关于敬老院改造方案的请示", "经审查，建议同意该方案。", False),
    ],
)
def test_a_reply_decides_and_does_not_advise(title: str, text: str, told: bool) -> None:
    assert found(notice(title="安和县人民政府" + title, body=(text,)), "GW684") is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("90分以上的有河口镇、青石镇2个；80分以上、90分以下的有青石镇、柳溪镇2个。", True),
        ("90分以上的有河口镇、青石镇2个；80分以上、90分以下的有柳溪镇1个。", False),
        ("3个乡镇平均得分为90.5分。", True),
        ("3个乡镇平均得分为91.0分。", False),
        ("2个先进乡镇平均得分为93.5分。", False),
    ],
)
def test_bands_and_the_mean_are_those_of_the_table_of_scores(text: str, told: bool) -> None:
    rows = (("乡镇", "得分（分）"), ("河口镇", "95.0"), ("青石镇", "92.0"), ("柳溪镇", "86.0"))
    assert found(notice(body=(text,), grids=(Grid(1, rows, 1),)), "GW597") is told


@pytest.mark.parametrize(
    ("title", "chapter", "told"),
    [
        ("关于2025年工作情况和2026年工作安排的报告", "一、2024年主要工作情况", True),
        ("关于2025年工作情况和2026年工作安排的报告", "一、2025年主要工作情况", False),
        ("关于2026年工作要点的通知", "一、2025年工作回顾", False),
        ("关于2026年工作计划的报告", "一、2025年主要工作情况", False),
    ],
)
def test_chapters_tell_of_the_years_that_the_title_names(title: str, chapter: str, told: bool) -> None:
    body = (heading(chapter, 1), "改造敬老院12家。")
    assert found(notice(title="安和县民政局" + title, body=body), "GW642") is told


@pytest.mark.parametrize(("name", "told"), [("工作方案", True), ("实施方案", False), ("实施方案（试行）", False)])
def test_a_title_without_book_marks_names_what_is_issued_as_well(name: str, told: bool) -> None:
    title = "安和县民政局关于印发安和县养老机构消防改造实施方案的通知"
    body = (f"《安和县养老机构消防改造{name}》已经局务会议通过，现印发给你们，请认真执行。",)
    assert found(notice(title=title, body=body), "GW646") is told


def test_a_title_that_passes_something_on_may_leave_out_words_of_its_name() -> None:
    title = "安和县人民政府办公室转发县民政局等部门关于加强老年人照护服务意见的通知"
    body = ("县民政局等部门《关于加强老年人照护服务的意见》已经县人民政府同意，现转发给你们。",)
    assert not found(notice(title=title, body=body), "GW646")


@pytest.mark.parametrize(("many", "told"), [("16", True), ("15", False)])
def test_as_many_get_a_title_as_the_list_of_that_name_has(many: str, told: bool) -> None:
    text = f"授予许某等{many}人“2025年度养老服务先进个人”称号。"
    tail = enclosed("2025年度养老服务先进个人名单（共15人）")
    assert found(notice(body=(text,), attachments="附件：先进个人名单", tail=tail), "GW667") is told


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("发现隐患9处，其中消防5处、用电4处、食品1处。", ["error"]),
        ("发现隐患10处，其中消防5处、用电4处、食品1处。", []),
        ("设床位9张，其中公办5张、民办4张，护理型8张。", []),
        ("转移老人1286名，其中集中安置468人、投亲靠友788人。", ["warning"]),
        ("转移老人1256名，其中集中安置468人、投亲靠友788人。", []),
        ("特困人员386人，其中集中供养120人、分散供养256人。", ["warning"]),
        ("特困人员386人，其中集中供养120人、分散供养276人。", ["error"]),
        ("救助对象386人，其中城市低保120人、农村低保256人。", []),
        ("特困人员386人，其中集中供养120人。", []),
    ],
)
def test_parts_of_one_enumeration_and_two_kinds_of_all_add_up(text: str, severity: list[str]) -> None:
    assert severities("GW530", text) == severity


def test_a_total_in_another_unit_than_all_its_parts_is_told() -> None:
    assert "GW562" in codes(notice(body=("总投资3260亿元，其中工程费用2748万元、其他费用512万元。",)))
    assert "GW562" not in codes(notice(body=("总投资3260万元，其中工程费用2748万元、其他费用512万元。",)))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("由县发展与改革局牵头。", True),
        ("由县发展和改革局牵头。", False),
        ("各地必需高度重视。", True),
        ("发展与改革同步推进。", False),
        ("配备必需的高度表。", False),
    ],
)
def test_offices_with_and_in_their_names_and_what_must_be_done(text: str, told: bool) -> None:
    assert found(notice(body=(text,)), "GW519") is told
