"""Two projects, two inspections, two counties in one folder: what is said of the one is not held against the other."""

from __future__ import annotations

import pytest

from reporter.artefacts.seen.model import Grid
from reporter.check.judging import judge_set
from reporter.check.matters import alike
from reporter.check.profiles import PROFILES
from reporter.check.samples import notice
from reporter.check.subject import Subject


def told(*subjects: Subject) -> list[tuple[str, str]]:
    return [(one.code, one.severity) for one in judge_set(subjects, PROFILES["默认"])]


def paper(title: str, *body: str, number: str = "安民〔2026〕12号", date: str = "2026年7月6日") -> Subject:
    return notice(file=f"{title}.docx", title=title, body=body, number=number, date=date)


@pytest.mark.parametrize(
    ("first", "second", "together"),
    [
        ("安和县民政局关于养老机构安全检查的通知", "安和县民政局关于第二季度养老机构隐患整改情况的通报", True),
        ("安和县民政局关于殡葬服务工作的通知", "安和县民政局关于养老机构安全检查的通知", False),
        ("关于青石镇养老服务中心改造的请示", "关于青石镇养老服务中心改造的批复", True),
        ("关于青石镇养老服务中心改造的请示", "关于河口镇养老服务中心改造的批复", False),
        ("2026年第3次局长办公会议纪要", "安和县民政局关于殡葬服务工作的通知", True),
    ],
)
def test_titles_of_one_matter(first: str, second: str, together: bool) -> None:
    assert alike(paper(first), paper(second), 4) == together


def test_every_project_has_its_own_figures() -> None:
    home = paper("安和县民政局关于社会福利院改造情况的报告", "建筑面积4200平方米，总投资概算1260万元。")
    hall = paper("安和县民政局关于殡仪馆迁建情况的报告", "建筑面积6800平方米，总投资概算3260万元。")
    later = paper("安和县民政局关于社会福利院改造进展的报告", "建筑面积4300平方米。")
    other = paper("安和县民政局关于儿童福利院搬迁的报告", "建筑面积1500平方米。")
    assert told(home, hall) == []
    assert told(home, later) == [("GW731", "error")]
    assert told(home, hall, later) == [("GW731", "error")]
    assert told(home, other) == [("GW731", "warning")]


def test_a_home_may_open_between_two_months() -> None:
    june = paper("安和县民政局关于养老机构情况的通报", "截至2026年6月30日，全县共有养老机构28家。")
    july = paper("安和县民政局关于养老机构情况的通报", "截至2026年7月31日，全县共有养老机构29家。")
    again = paper("安和县民政局关于养老机构情况的通报", "截至2026年6月30日，全县共有养老机构27家。")
    assert told(june, july) == []
    assert told(june, again) == [("GW731", "error")]


TOPIC = "社区养老服务中心改造资金"
CITED = "你镇请示（{}政〔2026〕{}号）收悉。"


def asked(town: str, number: str, beds: int) -> Subject:
    title = f"{town}镇人民政府关于{TOPIC}的请示"
    body = f"设置床位{beds}张。"
    return notice(
        file=f"请示{number}.docx", mark=f"{town}镇人民政府文件", title=title, body=(body,),
        number=f"{town[0]}政〔2026〕{number}号", signatory=f"{town}镇人民政府", recipients="安和县人民政府：",
    )  # fmt: skip


def answered(town: str, cited: str, beds: int) -> Subject:
    title = f"安和县人民政府关于{town}镇{TOPIC}的批复"
    return notice(
        file="批复.docx", mark="安和县人民政府文件", title=title, signatory="安和县人民政府",
        recipients=f"{town}镇人民政府：", body=(f"{CITED.format(town[0], cited)}同意设置床位{beds}张。",),
    )  # fmt: skip


def test_a_reply_is_held_against_the_request_that_it_cites() -> None:
    blue, river = asked("青石", "12", 60), asked("河口", "8", 80)
    assert told(blue, river, answered("青石", "12", 60)) == []
    assert told(blue, answered("河口", "8", 80)) == []
    assert told(blue, river, answered("河口", "8", 90)) == [("GW743", "warning")]


def test_two_requests_of_one_town_are_two() -> None:
    first, second = asked("青石", "12", 60), asked("青石", "19", 45)
    assert ("GW743", "warning") not in told(first, second, answered("青石", "19", 45))
    assert ("GW743", "warning") in told(first, second, answered("青石", "19", 60))


def test_what_comes_on_top_of_what_was_asked_for() -> None:
    agreed = f"{CITED.format('青', '12')}同意设置床位60张，另建护理间8间，建成后床位达到120张。"
    answer = notice(
        file="批复.docx", mark="安和县人民政府文件", title=f"安和县人民政府关于青石镇{TOPIC}的批复",
        signatory="安和县人民政府", recipients="青石镇人民政府：", body=(agreed,),
    )  # fmt: skip
    assert told(asked("青石", "12", 60), answer) == []


@pytest.mark.parametrize(
    ("title", "said", "many"),
    [
        ("养老机构消防安全检查情况的通报", "会同县消防救援大队检查养老机构12家", 0),
        ("养老机构消防安全检查情况的通报", "会同县消防救援大队检查养老机构13家", 1),
        ("养老机构消防安全检查情况的通报", "会同县教育局检查养老机构12家", 1),
        ("养老机构食品安全检查情况的通报", "会同县市场监管局检查养老机构9家", 0),
        ("公墓安全检查情况的通报", "会同县消防救援大队检查机构5家", 0),
    ],
)
def test_another_inspection_on_the_same_days(title: str, said: str, many: int) -> None:
    days = "2026年9月7日至15日，县民政局"
    first = paper("安和县民政局关于养老机构消防检查的通报", f"{days}会同县消防救援大队检查养老机构12家。")
    second = paper(f"安和县民政局关于{title}", f"{days}{said}。")
    assert told(first, second).count(("GW744", "warning")) == many


HEADS = ("编号", "机构名称", "整改时限")
ROWS = (("YL-01", "云溪镇敬老院", "8月30日"), ("YL-02", "河口镇敬老院", "8月30日"), ("YL-03", "福寿院", "8月30日"))


def listed(title: str, *rows: tuple[str, ...]) -> Subject:
    return notice(file=f"{title}.docx", title=title, grids=(Grid(1, (HEADS, *rows), 1),))


def test_ids_of_another_matter_begin_with_the_same_number() -> None:
    homes = listed("安和县养老机构问题清单", *ROWS)
    others = (("YL-01", "殡仪馆", "9月1日"), ("YL-02", "长青公墓", "9月2日"), ("YL-04", "福安公墓", "9月3日"))
    assert told(homes, listed("安和县殡葬机构整改清单", *others)) == []
    assert told(homes, listed("安和县养老机构整改清单", *ROWS[:2], ("YL-03", "福安院", "8月30日"))) == [
        ("GW741", "error")
    ]


def test_papers_of_two_towns_may_bear_one_title() -> None:
    cited = "你镇《关于改造资金的请示》（{}）收悉。"
    blue = paper("安和县民政局关于青石镇改造资金的批复", cited.format("青政〔2026〕12号"))
    for number, many in (("河政〔2026〕8号", 0), ("青政〔2026〕13号", 1)):
        river = paper("安和县民政局关于河口镇改造资金的批复", cited.format(number))
        assert told(blue, river).count(("GW733", "warning")) == many
