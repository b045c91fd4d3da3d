"""Round 2: 附件说明 and 附件."""

from __future__ import annotations

from typing import Any

from tests.corpus.mutators.edit import (
    Docx,
    NotHere,
    paragraph_format,
    say,
    text,
)  # fmt: skip
from tests.corpus.mutators.places import date_line, first_named, gaps_before, label
from tests.corpus.mutators.registry import mutator
from tests.corpus.mutators.traits import attached, several, single
from tests.corpus.papers.spec import Paper


@mutator(
    "cl.7.3.4",
    "附件说明写成“附：”（7.3.4：附件：）",
    "attachments",
    needs=single,
    also=("L083", "L085", "R21"),
    pdf=True,
)
def attachments_called_fu(page: Any, paper: Paper) -> str:
    return page.replace(first_named(paper), first_named(paper).replace("附件：", "附："))


@mutator(
    "cl.7.3.4",
    "“附件”两字之间加空格（7.3.4）",
    "attachments",
    needs=attached,
    also=("L083", "L085", "R21", "R22", "R25"),
)
def attachments_called_with_space(page: Docx, paper: Paper) -> str:
    return page.replace("附件：", "附　件：")


@mutator(
    "cl.7.3.4",
    "附件名称加书名号（7.3.4，实务）",
    "attachments",
    needs=single,
    also=("L080", "L085", "L083", "R21"),
)
def attachment_name_in_title_marks(page: Docx, paper: Paper) -> str:
    title = paper.attachments[0].title
    page.replace("附件：" + title, f"附件：《{title}》")
    return f"《{title}》"


@mutator("L080", "附件名称后用顿号（7.3.4：不加标点）", "attachments", needs=attached, pdf=True)
def attachment_name_with_enumeration_comma(page: Any, paper: Paper) -> str:
    page.replace(first_named(paper), first_named(paper) + "、")
    return paper.attachments[0].title + "、"


@mutator("L081", "多个附件用“一、二、”编号（7.3.4：阿拉伯数字）", "attachments", needs=several)
def attachments_numbered_in_hanzi(page: Docx, paper: Paper) -> str:
    for number, (item, hanzi) in enumerate(zip(paper.attachments, "一二三四", strict=False), 1):
        page.replace(f"{number}.{item.title}", f"{hanzi}、{item.title}")
    return "一、" + paper.attachments[0].title


@mutator("L081", "附件序号从2开始、缺1（7.3.4）", "attachments", needs=several, also=("L085", "L047", "R21"))
def attachments_begin_at_two(page: Docx, paper: Paper) -> str:
    for number, item in reversed(list(enumerate(paper.attachments, 1))):
        page.replace(f"{number}.{item.title}", f"{number + 1}.{item.title}")
    return "2." + paper.attachments[0].title


@mutator(
    "cl.7.3.4",
    "附件说明排到成文日期之后（7.3.4：正文下空一行）",
    "attachments",
    needs=single,
    producers=("script", "wps", "mac", "web", "typed"),
    also=("L085", "GW4"),
)
def attachments_named_after_the_date(page: Docx, paper: Paper) -> str:
    one, date = page.find(first_named(paper)), date_line(page, paper)
    if date.getparent() is not one.getparent():
        raise NotHere("a date in the body")
    date.addnext(one)
    return first_named(paper)


@mutator(
    "cl.7.3.4",
    "附件说明与正文之间没有空行（7.3.4：正文下空一行）",
    "attachments",
    needs=attached,
    producers=("script", "wps", "mac", "web", "typed"),
    also=("L086", "GW4"),
)
def attachments_close_to_the_text(page: Docx, paper: Paper) -> str:
    for gap in gaps_before(page.find(first_named(paper)), 1):
        gap.getparent().remove(gap)
    return first_named(paper)


@mutator(
    "R21",
    "有附件页而正文后没有附件说明（7.3.4、R21）",
    "attachments",
    needs=single,
    also=("L085", "cl.7.3.4"),
)
def attachment_not_named(page: Docx, paper: Paper) -> str:
    one = page.find(first_named(paper))
    one.getparent().remove(one)
    return paper.attachments[0].title


@mutator(
    "L085",
    "附件页序号与附件说明不符（7.3.7）",
    "attachment page",
    needs=several,
    also=("R21", "L084", "L047", "L081"),
)
def label_of_another_number(page: Docx, paper: Paper) -> str:
    say(label(page, paper, 2), "附件4")
    return "附件4"


@mutator(
    "L084", "附件页的“附件”缩进两字（7.3.7：顶格）", "attachment page", needs=attached, also=("cl.7.3.7",)
)
def label_indented(page: Docx, paper: Paper) -> str:
    one = label(page, paper)
    paragraph_format(one, "ind", firstLine=630, firstLineChars=200)
    return text(one)


@mutator(
    "L084",
    "附件页的“附件”写成“附表”（7.3.7）",
    "attachment page",
    needs=single,
    also=("L085", "R21", "cl.7.3.7"),
)
def label_called_otherwise(page: Docx, paper: Paper) -> str:
    say(label(page, paper), "附表")
    return "附表"


@mutator(
    "L084",
    "附件标题紧接“附件”两字，不在第三行（7.3.7）",
    "attachment page",
    needs=attached,
    producers=("script", "wps", "mac", "web", "typed"),
    also=("cl.7.3.7",),
)
def attachment_title_on_the_second_line(page: Docx, paper: Paper) -> str:
    title = page.find(paper.attachments[0].title, whole=True, last=True)
    for gap in gaps_before(title, 1):
        gap.getparent().remove(gap)
    return paper.attachments[0].title


@mutator("cl.7.3.7", "附件标题居左（7.3.7：居中）", "attachment page", needs=attached, also=("L084", "GW4"))
def attachment_title_at_the_left(page: Docx, paper: Paper) -> str:
    title = page.find(paper.attachments[0].title, whole=True, last=True)
    paragraph_format(title, "jc", val="left")
    return paper.attachments[0].title
