"""Documents that are checked together: a correct set, and sets where one member disagrees with the others."""

from __future__ import annotations

from collections.abc import Iterator

from tests.corpus import round3_sets, round5_sets
from tests.corpus.case import ROUNDS, Case, Defect, Loaded
from tests.corpus.changes import Change, cell, dated, swap
from tests.corpus.correct import finished, written
from tests.corpus.mutators.edit import Docx

_HABITS = {"script": "border", "wps": "lines"}

SETS: dict[str, tuple[tuple[str, str], ...]] = round3_sets.SETS | {
    "rectification": (
        ("city", "script"),
        ("notice", "ours"),
        ("bulletin", "ours"),
        ("minutes", "wps"),
        ("report", "ours"),
    ),
    "inspection": (("joint-five", "ours"), ("three-attachments", "ours"), ("plan", "script")),
    "letters": (("notice", "wps"), ("letter", "script"), ("approval", "ours")),
    "township": (("notice", "ours"), ("bulletin", "wps"), ("township", "typed")),
    "meals": (("meal-money", "ours"), ("meal-town", "typed"), ("meal-year", "script")),
    "allowance": (("solicit", "ours"), ("solicit-reply", "wps"), ("method", "template")),
}
ROUND_OF_SET = {"township": 2, "meals": 5, "allowance": 5} | dict.fromkeys(round3_sets.SETS, 3)


CHANGES = (
    Change(
        "set_homes_differ",
        "R1",
        "通知写42家，通报写45家",
        "rectification",
        "bulletin",
        swap("对全县42家养老机构开展了", "对全县45家养老机构开展了"),
        ("R8",),
    ),
    Change(
        "set_homes_in_form_differ",
        "R1",
        "统计表机构数与通知不符",
        "inspection",
        "three-attachments",
        cell("开展排查的养老机构", "42", "44"),
        ("R8",),
    ),
    Change(
        "set_minutes_total_differs",
        "R8",
        "纪要与通报的隐患数不同",
        "rectification",
        "minutes",
        swap("190条隐患已整改175条，但剩余15条", "186条隐患已整改171条，但剩余15条"),
    ),
    Change(
        "set_report_total_differs",
        "R8",
        "报告与通报的隐患总数不同",
        "rectification",
        "report",
        swap("共排查隐患190条，已整改180条", "共排查隐患198条，已整改188条"),
        ("R4",),
    ),
    Change(
        "set_cited_date_later",
        "R10",
        "引用文件的日期晚于本文",
        "rectification",
        "city",
        dated("2026年2月25日", "2026年4月25日"),
        ("L014",),
    ),
    Change(
        "set_cited_number_differs",
        "R8",
        "引用的发文字号与原文不符",
        "rectification",
        "notice",
        swap("（临民发〔2026〕9号）", "（临民发〔2026〕19号）"),
        ("R22",),
    ),
    Change(
        "set_cited_title_differs",
        "R22",
        "引用的标题与原文不符",
        "rectification",
        "notice",
        swap(
            "《临澜市民政局关于做好2026年养老服务安全管理工作的通知》",
            "《临澜市民政局关于加强2026年养老服务管理工作的通知》",
        ),
        ("R8",),
    ),
    Change(
        "set_two_deadlines",
        "R11",
        "同一任务在两份文件里期限不同",
        "inspection",
        "three-attachments",
        swap("2026年5月11日至6月12日，县民政局", "2026年5月11日至6月30日，县民政局"),
        ("R8",),
    ),
    Change(
        "set_county_after_city",
        "R14",
        "县里的期限晚于市里的期限",
        "rectification",
        "notice",
        swap("于11月10日前报送工作总结", "于12月10日前报送工作总结"),
    ),
    Change(
        "set_short_time_to_aggregate",
        "R14",
        "留给县里汇总的时间不足5个工作日",
        "rectification",
        "notice",
        swap("于11月10日前报送工作总结", "于11月18日前报送工作总结"),
    ),
    Change(
        "set_city_due_first",
        "R12",
        "市里要求6月底完成排查，县里定为7月底",
        "rectification",
        "notice",
        swap("2026年6月底前完成全县42家", "2026年7月底前完成全县42家"),
        ("R14", "R11"),
    ),
    Change(
        "set_platform_names",
        "R22",
        "同一机构两份文件写法不同",
        "inspection",
        "joint-five",
        swap("县消防救援大队负责，核查", "县消防大队负责，核查"),
    ),
    Change(
        "set_quarter_differs",
        "R13",
        "通报的季度与联合检查的日期不符",
        "inspection",
        "joint-five",
        swap("定于2026年第二季度", "定于2026年第四季度"),
    ),
    Change(
        "set_reply_beds_differ",
        "R4",
        "批复床位占比算错",
        "letters",
        "approval",
        swap("48张，占60%", "48张，占56%"),
    ),
    Change(
        "set_kept_letter_homes",
        "R1",
        "函里的机构数与通知不符",
        "letters",
        "letter",
        swap("全县42家养老机构开展消防", "全县40家养老机构开展消防"),
        ("R8",),
    ),
    Change(
        "set_kept_homes_in_report",
        "R8",
        "报告与通报的机构数不同",
        "rectification",
        "report",
        swap("截至2026年10月31日，全县42家", "截至2026年10月31日，全县41家"),
        ("R1",),
    ),
    Change(
        "set_kept_cited_date",
        "R10",
        "通知早于它引用的市局通知",
        "rectification",
        "notice",
        dated("2026年3月6日", "2026年2月6日"),
        ("R12", "L014"),
    ),
    Change(
        "set_township_hazards_differ",
        "R8",
        "乡镇报告的隐患数与通报表格里该镇的数不同",
        "township",
        "township",
        swap("发现隐患41条，其中消防安全23条", "发现隐患45条，其中消防安全27条"),
        ("R1", "R2", "R3", "R4"),
        round=2,
    ),
    Change(
        "set_township_homes_differ",
        "R1",
        "乡镇报告的机构数与通报表格里该镇的数不同",
        "township",
        "bulletin",
        cell("河口镇", "9", "10"),
        ("R8", "R2"),
        round=2,
    ),
    Change(
        "set_township_cites_another_number",
        "R8",
        "报告引用的文号不是通知的文号",
        "township",
        "township",
        swap("（安民发〔2026〕18号）", "（安民发〔2026〕16号）"),
        ("R22",),
        round=2,
    ),
    Change(
        "set_township_cites_another_title",
        "R22",
        "报告引用的标题与通知的标题不符",
        "township",
        "township",
        swap(
            "《安和县民政局关于开展2026年养老机构安全隐患排查整治的通知》",
            "《安和县民政局关于开展2026年养老机构风险隐患排查工作的通知》",
        ),
        ("R8",),
        round=2,
    ),
    Change(
        "set_departments_counted_otherwise",
        "R8",
        "联合检查的部门数两份文件不同",
        "inspection",
        "three-attachments",
        swap("县民政局等5个部门对全县", "县民政局等6个部门对全县"),
        ("R17", "R24"),
        round=2,
    ),
    Change(
        "set_county_mends_after_the_city",
        "R14",
        "县里完成整改的期限晚于市里",
        "rectification",
        "notice",
        swap("10月底前完成整改，坚决", "11月底前完成整改，坚决"),
        ("R12", "R11", "R8"),
        round=2,
    ),
    Change(
        "set_report_cites_another_number",
        "R8",
        "报告引用的文号不是市局通知的文号",
        "rectification",
        "report",
        swap("（临民发〔2026〕9号）要求，现将", "（临民发〔2026〕6号）要求，现将"),
        ("R22",),
        round=2,
    ),
)


def set_cases(*, rounds: tuple[int, ...] = ROUNDS) -> Iterator[Case]:
    """Correct sets first, then one case a change."""
    for name, members in SETS.items():
        if ROUND_OF_SET.get(name, 0) not in rounds:
            continue
        yield Case(
            f"set:{name}",
            "several",
            "gbt9704",
            lambda members=members: Loaded(_files(members), ()),
            round=ROUND_OF_SET.get(name, 0),
            together=True,
        )  # type: ignore[misc]
    for change in (*CHANGES, *round3_sets.CHANGES, *round5_sets.CHANGES):
        if change.round in rounds:
            yield Case(
                f"{change.name}@{change.members}", "several", "gbt9704", lambda change=change: _changed(change),  # type: ignore[misc]
                change.name, change.rule, change.also, change.round, together=True, correct=f"set:{change.members}",
            )  # fmt: skip


def _files(members: tuple[tuple[str, str], ...]) -> dict[str, bytes]:
    return {
        f"{name}-{producer}.docx": finished(written(name, producer, _HABITS.get(producer, "")).make())
        for name, producer in members
    }


def _changed(change: Change) -> Loaded:
    files = _files(SETS[change.members])
    file = next(name for name in files if name.startswith(f"{change.file}-"))
    page = Docx(files[file])
    quote = change.change(page)
    files[file] = page.data()
    return Loaded(files, (Defect(change.rule, change.says, "set", quote, file, change.also),))
