"""Dates that disagree, announced numbers that are not kept, blanks."""

from __future__ import annotations

from tests.corpus.mutators.edit import Docx, say
from tests.corpus.mutators.registry import mutator, swapping
from tests.corpus.papers.spec import Paper

_swap = swapping(__name__, pdf=False)

_swap(
    "wrong_quarter",
    "R13",
    "季度与日期不符",
    "dates",
    ("2026年第二季度，县民政局", "2026年第一季度，县民政局"),
    ("定于2026年第二季度对", "定于2026年第三季度对"),
    also=("R8",),
    pdf=True,
)
_swap(
    "deadline_before_document",
    "R10",
    "办理期限早于成文日期",
    "dates",
    ("联络员名单于3月20日前", "联络员名单于2月13日前"),
    ("于3月25日前完成祭扫", "于2月25日前完成祭扫"),
    ("要在3月25日前完成祭扫场所", "要在2月25日前完成祭扫场所"),
    ("于4月17日前", "于2月17日前"),
    ("在6月25日前完成入户", "在5月25日前完成入户"),
    pdf=True,
)
_swap(
    "two_dates_for_one_task",
    "R11",
    "同一任务两个期限",
    "dates",
    ("于11月10日前报送工作总结。", "于11月10日前报送工作总结。工作总结于12月5日前报送。"),
    (
        "各乡镇、街道于4月10日前报送工作总结。",
        "各乡镇、街道于4月10日前报送工作总结，工作总结报送截至4月20日。",
    ),
)
_swap(
    "announced_year_missing",
    "R15",
    "期限没有年份也没有报送对象",
    "dates",
    ("请于2026年4月17日前将上述资料函复我局", "请于4月17日前报送"),
)


@mutator("R10", "成文日期早于引用文件的日期", "dates", needs=lambda paper: paper.name == "notice")
def signed_before_cited_year(page: Docx, paper: Paper) -> str:
    say(page.find(paper.date, whole=True), "2025年3月6日")
    return "2025年3月6日"


_swap(
    "fresh_due_before_signed",
    "R10",
    "要求的期限早于成文日期",
    "dates",
    ("于11月10日前报送工作总结。联络员", "于2月10日前报送工作总结。联络员"),
    ("于6月19日前将检查情况", "于3月19日前将检查情况"),
    ("在6月20日前完成在册", "在5月20日前完成在册"),
    ("于7月31日前完成剩余", "于6月30日前完成剩余"),
    also=("R12", "R26"),
)
_swap(
    "fresh_order_passed_later",
    "R10",
    "会议、决定的日期晚于成文日期",
    "dates",
    ("已经2026年4月9日县人民政府", "已经2026年5月9日县人民政府"),
    ("截至2026年10月31日，全县", "截至2026年12月31日，全县"),
    ("截至2026年6月30日，共排查", "截至2026年7月30日，共排查"),
    also=("L014", "R13"),
)
_swap(
    "fresh_check_after_summary",
    "R12",
    "前后环节的期限倒置",
    "dates",
    ("于4月20日前报送自查情况", "于12月20日前报送自查情况"),
    ("7月10日前完成排查，11月10日前完成整改", "11月10日前完成排查，7月10日前完成整改"),
    ("（4月16日至6月30日）", "（9月16日至12月30日）"),
    also=("R11", "R14"),
)
_swap(
    "fresh_quarter_of_the_cut_off",
    "R13",
    "截止日期不在所说季度",
    "dates",
    ("截至2026年6月30日，共排查", "截至2026年3月31日，共排查"),
    ("第二季度排查整治情况", "第三季度排查整治情况"),
    also=("R8", "L014", "R10"),
)
_swap(
    "number_announced_differs",
    "R24",
    "所说项数与列出的项数不符",
    "structure",
    ("设第一、第二、第三共3个检查组", "设第一、第二、第三共4个检查组"),
    ("（一）第一期（4月13日", "（一）第二期（4月13日"),
    pdf=True,
    also=("R8",),
)
_swap(
    "kept_announced",
    "R24",
    "所说项数与列出的不符",
    "structure",
    ("举办培训班3期", "举办培训班4期"),
    also=("R8",),
    pdf=True,
)
_swap(
    "fresh_announced_items",
    "R24",
    "所说个数与列出的个数不符",
    "structure",
    ("后勤保障5个功能区", "后勤保障6个功能区"),
    ("应急救护等5个模块", "应急救护等4个模块"),
    ("分别为15家、14家和13家", "分别为15家和27家"),
    also=("R2", "R8"),
)
_swap(
    "blank_left",
    "R27",
    "留空未列出",
    "blanks",
    ("计划培训60人次", "计划培训　　人次"),
    ("参加人员不少于60人", "参加人员不少于　　人"),
    ("床位520张", "床位　　　张"),
)
