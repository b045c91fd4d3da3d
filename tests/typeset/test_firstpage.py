"""Page 1 shows body text: the mark shrinks first, then one line must do, then the recipients move to the 版记."""

import pytest
from msgspec.structs import replace

from reporter.document.inline import plain, words
from reporter.document.model import Document, Header, Imprint, Paragraph
from reporter.typeset.firstpage import plan_first_page
from reporter.typeset.flow import Foot, Mark, Para, flow
from reporter.typeset.headers import layout_mark, mark_budget_mm
from reporter.typeset.standard import ERHAO_PT, TIGHT_TITLE_PITCH_PT

NAMES = tuple(f"安和县第{number}管理局" for number in "一二三四五六七八九十百")
TOWNS = "、".join(f"第{number}镇人民政府" for number in range(1, 60))
NOTICE = Document(
    "n@2026", "n", "document", "down", words("关于做好养老机构服务质量建设工作的通知"),
    (Paragraph("p1", words("各单位要逐院逐项排查，做到底数清、情况明、措施实。" * 3)),),
    header=Header(NAMES[:1]),
    recipients=words("各镇人民政府"),
    imprint=Imprint(words("安和县民政局办公室"), words("2026年3月6日印发")),
)  # fmt: skip


def test_a_usual_notice_keeps_its_mark_and_its_recipients() -> None:
    plan = plan_first_page(NOTICE)
    assert plan.mark_mm == mark_budget_mm()
    assert not plan.recipients_moved


@pytest.mark.parametrize("count", range(2, 12))
def test_a_joint_mark_is_not_smaller_than_the_title_below_it(count: int) -> None:
    plan = plan_first_page(replace(NOTICE, header=Header(NAMES[:count])))
    assert layout_mark(NAMES[:count], "文件", plan.mark_mm).size_pt >= ERHAO_PT
    assert plan.title_pitch_pt is None


def test_the_lines_of_a_long_title_come_closer_before_the_mark_is_smaller_than_they_are() -> None:
    title = words("关于" + "做好养老机构服务质量建设工作" * 5 + "的通知")
    joint = replace(NOTICE, header=Header(NAMES[:5]), title=title, recipients=words("各镇人民政府、" * 6))
    plan = plan_first_page(joint)
    assert plan.title_pitch_pt == TIGHT_TITLE_PITCH_PT
    assert layout_mark(NAMES[:5], "文件", plan.mark_mm).size_pt >= ERHAO_PT
    (line,) = (item for item in flow(joint) if isinstance(item, Para) and item.style == "title")
    assert line.pitch_pt == TIGHT_TITLE_PITCH_PT


def test_eleven_names_under_a_long_title_shrink() -> None:
    title = words("关于" + "做好养老机构服务质量建设工作" * 5 + "的通知")
    joint = replace(NOTICE, header=Header(NAMES), title=title)
    plan = plan_first_page(joint)
    assert plan.mark_mm < mark_budget_mm()
    assert layout_mark(NAMES, "文件", plan.mark_mm).size_pt < layout_mark(NAMES, "文件").size_pt


def test_recipients_that_fill_page_one_stand_in_the_imprint() -> None:
    items = flow(replace(NOTICE, recipients=words(TOWNS)))
    assert not [item for item in items if isinstance(item, Para) and item.style == "recipients"]
    foot = items[-1]
    assert isinstance(foot, Foot)
    assert plain(foot.imprint.recipients) == TOWNS + "。"


def test_recipients_stay_where_there_is_no_imprint_to_take_them() -> None:
    items = flow(replace(NOTICE, recipients=words(TOWNS), imprint=None))
    assert [item for item in items if isinstance(item, Para) and item.style == "recipients"]


def test_the_flow_tells_the_renderers_how_high_the_mark_may_be() -> None:
    mark = flow(NOTICE)[0]
    assert isinstance(mark, Mark)
    assert mark.mark_mm == plan_first_page(NOTICE).mark_mm


def test_minutes_name_who_was_there_with_labels_in_front() -> None:
    body = tuple(
        Paragraph(str(place), words(text))
        for place, text in enumerate(("会议研究了有关工作。", "出席：王某某、李某", "请假：无", "列席：张某"))
    )
    items = [item for item in flow(replace(NOTICE, face="minutes", body=body)) if isinstance(item, Para)]
    present = [item for item in items if item.style.startswith("attendance")]
    assert [item.number for item in present] == ["出席：", "请假：", "列席："]
    assert [item.style for item in present] == ["attendance_first", "attendance", "attendance"]
    assert plain(present[0].run_in) == "王某某、李某"
