"""Defects of 主送机关."""

from __future__ import annotations

from typing import Any

from tests.corpus.mutators.edit import Docx, font, paragraph_format
from tests.corpus.mutators.registry import mutator
from tests.corpus.mutators.traits import addressed, ruled, upward
from tests.corpus.papers.spec import Paper


@mutator("L030", "主送机关后没有冒号", "recipients", needs=addressed, pdf=True)
def recipients_without_colon(page: Any, paper: Paper) -> str:
    return page.replace(paper.recipients, paper.recipients.removesuffix("："))


@mutator(
    "L031",
    "主送机关后用半角冒号",
    "recipients",
    needs=addressed,
    pdf=True,
    also=("L030", "L060"),
)
def recipients_half_width_colon(page: Any, paper: Paper) -> str:
    return page.replace(paper.recipients, paper.recipients.removesuffix("：") + ":")


@mutator("L032", "主送机关缩进两字", "recipients", needs=addressed)
def recipients_indented(page: Docx, paper: Paper) -> str:
    one = page.find(paper.recipients)
    paragraph_format(one, "ind", firstLine=640, firstLineChars=200)
    return paper.recipients


@mutator(
    "L033",
    "首页没有正文",
    "recipients",
    needs=lambda paper: addressed(paper) and ruled(paper),
)
def no_body_on_first_page(page: Docx, paper: Paper) -> str:
    one = page.find(paper.recipients)
    paragraph_format(one.getnext(), "pageBreakBefore")
    return ""


@mutator(
    "L034",
    "请示主送两个机关",
    "recipients",
    needs=lambda paper: paper.whole_title.endswith("请示"),
    also=("R19",),
)
def request_to_two(page: Docx, paper: Paper) -> str:
    page.replace(paper.recipients, paper.recipients.removesuffix("：") + "、临澜市财政局：")
    return "临澜市财政局"


@mutator("L030", "主送机关后用句号", "recipients", needs=addressed, pdf=True)
def kept_recipients_stop(page: Any, paper: Paper) -> str:
    new = paper.recipients.removesuffix("：") + "。"
    return page.replace(paper.recipients, new)


@mutator(
    "L034",
    "上行文主送三个机关",
    "recipients",
    needs=lambda paper: upward(paper) and paper.whole_title.endswith("报告"),
    also=("R19",),
)
def kept_report_to_three(page: Docx, paper: Paper) -> str:
    page.replace(paper.recipients, "临澜市民政局、临澜市财政局、临澜市应急管理局：")
    return "临澜市财政局"


@mutator("L030", "主送机关后用逗号", "recipients", needs=addressed, pdf=True)
def fresh_recipients_comma(page: Any, paper: Paper) -> str:
    new = paper.recipients.removesuffix("：") + "，"
    return page.replace(paper.recipients, new)


@mutator("L032", "主送机关居中", "recipients", needs=addressed)
def fresh_recipients_centred(page: Docx, paper: Paper) -> str:
    paragraph_format(page.find(paper.recipients), "jc", val="center")
    return paper.recipients


@mutator(
    "L032",
    "主送机关前打两个全角空格",
    "recipients",
    needs=addressed,
    also=("L096",),
)
def fresh_recipients_spaced(page: Docx, paper: Paper) -> str:
    page.replace(paper.recipients, "　　" + paper.recipients)
    return paper.recipients


@mutator(
    "L034",
    "请示主送两个机关（并报）",
    "recipients",
    needs=lambda paper: paper.whole_title.endswith("请示"),
    also=("R19",),
)
def fresh_request_to_two(page: Docx, paper: Paper) -> str:
    new = paper.recipients.removesuffix("：") + "，安和县财政局："
    page.replace(paper.recipients, new)
    return new.removesuffix("：")


@mutator(
    "cl.7.3.2",
    "主送机关用黑体",
    "recipients",
    needs=addressed,
    also=("L123", "cl.5.2.2"),
)
def fresh_recipients_hei(page: Docx, paper: Paper) -> str:
    font(page.find(paper.recipients), "黑体")
    return paper.recipients


@mutator(
    "R19",
    "函主送两个机关以外还用统称上级",
    "recipients",
    needs=lambda paper: paper.whole_title.endswith("请示"),
    also=("L034",),
)
def fresh_request_past_the_superior(page: Docx, paper: Paper) -> str:
    new = "安和县人民政府并临澜市民政局："
    page.replace(paper.recipients, new)
    return new.removesuffix("：")
