"""Round 3, form: 附件说明, names, dates and 附注."""

from __future__ import annotations

from typing import Any

from tests.corpus.mutators.edit import (
    Docx,
    Html,
    NotHere,
    copied,
    font,
    paragraph_format,
    replace_in,
    run_format,
    runs,
    say,
    text,
    w,
)
from tests.corpus.mutators.layout import (
    aligned,
    blank_before,
    emptied,
    joined_by_break,
    listed,
    pushed,
    reindent,
)
from tests.corpus.mutators.places import date_line, first_named, gaps_before, signature
from tests.corpus.mutators.registry import mutator
from tests.corpus.mutators.traits import addressed, attached, remarked, ruled, sealed, several, signed, single
from tests.corpus.papers.spec import Paper

_IN_LINES = ("ours", "script", "wps", "mac", "web", "typed", "template", "legacy")
_ATTACHMENTS = ("cl.7.3.4", "GW4", "GW3")
_SIGNED = ("cl.7.3.5", "L090", "GW4")


def _alone(paper: Paper) -> bool:
    return sealed(paper) and not paper.post


def _named(page: Docx, paper: Paper) -> Any:
    return page.body_paragraph(first_named(paper))


def _last_line(page: Docx, paper: Paper) -> Any:
    return page.body_paragraph(paper.body.strip().splitlines()[-1])


# 附件说明


@mutator(
    "cl.7.3.4",
    "“附件：”用黑体（7.3.4：3号仿宋）",
    "attachments",
    needs=attached,
    also=("L123", *_ATTACHMENTS),
)
def attachments_named_in_hei(page: Docx, paper: Paper) -> str:
    font(_named(page, paper), "黑体")
    return first_named(paper)[:12]


@mutator(
    "cl.7.3.4",
    "附件说明用四号楷体（7.3.4：3号仿宋）",
    "attachments",
    needs=attached,
    also=("L123", *_ATTACHMENTS),
)
def attachments_named_in_small_kai(page: Docx, paper: Paper) -> str:
    one = _named(page, paper)
    font(one, "楷体_GB2312")
    run_format(one, "sz", val=28)
    return first_named(paper)[:12]


@mutator("cl.7.3.4", "正文和附件说明之间空三行（7.3.4：下空一行）", "attachments", needs=attached, also=("GW4", "GW3"), producers=("script", "wps", "mac", "web", "typed", "template", "legacy"))  # fmt: skip
def attachments_far_below_the_text(page: Docx, paper: Paper) -> str:
    one = _named(page, paper)
    blank_before(one, gaps_before(one, 1)[0], 2)
    return first_named(paper)[:12]


@mutator("L081", "两个附件的名称连排在一行（7.3.4：分行排）", "attachments", needs=several, also=("L080", "L086", *_ATTACHMENTS))  # fmt: skip
def attachments_named_on_one_line(page: Docx, paper: Paper) -> str:
    one = _named(page, paper)
    second = page.body_paragraph("2." + paper.attachments[1].title)
    words = text(one) + "　" + text(second).strip()
    second.getparent().remove(second)
    say(one, words)
    return words[-12:]


@mutator(
    "L081",
    "附件说明的序号用自动编号“1、”（7.3.4：1.）",
    "attachments",
    needs=several,
    also=("L042", *_ATTACHMENTS),
)
def attachments_numbered_by_the_program(page: Docx, paper: Paper) -> str:
    for number in range(2, len(paper.attachments) + 1):
        one = page.body_paragraph(f"{number}.{paper.attachments[number - 1].title}")
        replace_in(one, f"{number}.", "")
        listed(page, [one], "%1、", start=number)
    return paper.attachments[1].title[:12]


@mutator(
    "L081", "附件说明的序号用圈码①②（7.3.4：阿拉伯数字）", "attachments", needs=several, also=_ATTACHMENTS
)
def attachments_counted_with_circles(page: Docx, paper: Paper) -> str:
    for number, sign in enumerate("①②③④"[: len(paper.attachments)], 1):
        one = page.body_paragraph(f"{number}.{paper.attachments[number - 1].title}")
        replace_in(one, f"{number}.", sign)
    return "附件：①"


@mutator(
    "L086",
    "第二个附件排在“附”字下面，没有与第一个序号对齐（7.3.4）",
    "attachments",
    needs=several,
    also=_ATTACHMENTS,
)
def second_attachment_below_the_word(page: Docx, paper: Paper) -> str:
    for number in range(2, len(paper.attachments) + 1):
        reindent(page.body_paragraph(f"{number}.{paper.attachments[number - 1].title}"), firstLine=630)
    return paper.attachments[1].title[:12]


@mutator("cl.7.3.4", "附件说明用软回车接在正文最后一段（7.3.4：正文下空一行）", "attachments", needs=attached, also=("L081", "GW4", "GW3"))  # fmt: skip
def attachments_in_the_last_paragraph(page: Docx, paper: Paper) -> str:
    one = _named(page, paper)
    words = text(one)
    for gap in gaps_before(one, 1):
        gap.getparent().remove(gap)
    joined_by_break(_last_line(page, paper), "　　" + words)
    one.getparent().remove(one)
    return words[:12]


@mutator(
    "cl.7.3.4", "附件说明居中（7.3.4：左空二字）", "attachments", needs=attached, also=("L086", "GW4", "GW3")
)
def attachments_named_in_the_middle(page: Docx, paper: Paper) -> str:
    aligned(_named(page, paper), "center")
    return first_named(paper)[:12]


@mutator("cl.7.3.4", "附件说明写在正文之前、主送机关之后（7.3.4：正文下）", "attachments", needs=lambda paper: single(paper) and addressed(paper), also=("L084", "GW4", "GW3"))  # fmt: skip
def attachments_named_before_the_text(page: Docx, paper: Paper) -> str:
    page.body_paragraph(paper.recipients).addnext(_named(page, paper))
    return first_named(paper)[:12]


# Names and dates


@mutator("cl.7.3.5", "署名和日期排在同一行（7.3.5.1：日期在署名下一行）", "signature", needs=_alone, also=_SIGNED, producers=_IN_LINES)  # fmt: skip
def name_and_date_on_one_line(page: Docx, paper: Paper) -> str:
    name, date = signature(page, paper), date_line(page, paper)
    words = f"{paper.signatories[0]}　{paper.date}"
    for run in runs(date)[1:]:
        run.getparent().remove(run)
    runs(date)[0].find(w("t")).text = words
    aligned(date, "right", right=630)
    name.getparent().remove(name)
    return words


@mutator(
    "cl.7.3.5",
    "署名和日期之间空一行（7.3.5.1）",
    "signature",
    needs=_alone,
    also=_SIGNED,
    producers=_IN_LINES,
)
def empty_line_between_name_and_date(page: Docx, paper: Paper) -> str:
    date = date_line(page, paper)
    date.addprevious(emptied(date))
    return paper.date


@mutator("L090", "署名和日期右端对齐，署名没有以日期居中（7.3.5.1）", "signature", needs=lambda paper: _alone(paper) and len(paper.signatories[0]) > 8, also=("cl.7.3.5", "GW4"), producers=_IN_LINES)  # fmt: skip
def name_and_date_end_together(page: Docx, paper: Paper) -> str:
    for one in (signature(page, paper), date_line(page, paper)):
        aligned(one, "right", right=1260)
    return paper.signatories[0]


@mutator("L090", "署名和日期左端对齐、排在中间（7.3.5.1：日期右空四字，署名以日期居中）", "signature", needs=_alone, also=("cl.7.3.5", "GW4"), producers=_IN_LINES)  # fmt: skip
def name_and_date_begin_together(page: Docx, paper: Paper) -> str:
    for one in (signature(page, paper), date_line(page, paper)):
        aligned(one, "left", left=3800)
    return paper.signatories[0]


@mutator("L096", "署名靠打全角空格推到右边（7.3.5.1）", "signature", needs=_alone, also=("R25", *_SIGNED), producers=_IN_LINES)  # fmt: skip
def name_pushed_by_blanks(page: Docx, paper: Paper) -> str:
    one = signature(page, paper)
    aligned(one, "left")
    pushed(one, 15)
    return paper.signatories[0]


@mutator("L096", "成文日期靠打半角空格推到右边（7.3.5.1）", "signature", needs=_alone, also=("R25", *_SIGNED), producers=_IN_LINES)  # fmt: skip
def date_pushed_by_blanks(page: Docx, paper: Paper) -> str:
    one = date_line(page, paper)
    aligned(one, "left")
    pushed(one, 38, " ")
    return paper.date


@mutator("L090", "成文日期右空八字（7.3.5.1：右空四字）", "signature", needs=_alone, also=("cl.7.3.5", "GW4"), producers=_IN_LINES)  # fmt: skip
def date_eight_in(page: Docx, paper: Paper) -> str:
    aligned(date_line(page, paper), "right", right=2520)
    return paper.date


@mutator("cl.7.3.5", "成文日期里打了空格（2026 年 9 月 4 日）（7.3.5.4）", "signature", needs=_alone, also=("R25", "L010", "L012", "GW4", "GW5", "GW6"))  # fmt: skip
def blanks_inside_of_the_date(page: Docx, paper: Paper) -> str:
    one = date_line(page, paper)
    new = paper.date.replace("年", " 年 ").replace("月", " 月 ").replace("日", " 日")
    found = runs(one)
    for run in found[1:]:
        run.getparent().remove(run)
    found[0].find(w("t")).text = new
    return new


@mutator(
    "L123",
    "成文日期是楷体、署名是仿宋（5.2.2：3号仿宋）",
    "signature",
    needs=_alone,
    also=("cl.5.2.2", *_SIGNED),
)
def date_in_kai(page: Docx, paper: Paper) -> str:
    font(date_line(page, paper), "楷体_GB2312")
    return paper.date


@mutator("L123", "署名用小标宋二号（5.2.2：3号仿宋）", "signature", needs=_alone, also=("cl.5.2.2", *_SIGNED))
def name_in_the_type_of_the_title(page: Docx, paper: Paper) -> str:
    one = signature(page, paper)
    font(one, "方正小标宋简体")
    run_format(one, "sz", val=44)
    return paper.signatories[0]


@mutator(
    "cl.5.2.4",
    "署名和日期是红色（电子章的颜色带到文字）（5.2.4：黑色）",
    "signature",
    needs=_alone,
    also=("L123", *_SIGNED),
)
def name_and_date_in_red(page: Docx, paper: Paper) -> str:
    for one in (signature(page, paper), date_line(page, paper)):
        run_format(one, "color", val="FF0000")
    return paper.signatories[0]


@mutator("cl.7.3.5", "署名排在附件说明之前（7.3.4、7.3.5：附件说明在前）", "signature", needs=lambda paper: _alone(paper) and single(paper), also=("L087", "GW4"), producers=_IN_LINES)  # fmt: skip
def name_above_the_attachments(page: Docx, paper: Paper) -> str:
    named = _named(page, paper)
    name, date = signature(page, paper), date_line(page, paper)
    named.addprevious(name)
    named.addprevious(date)
    return paper.signatories[0]


@mutator("L093", "署名、日期和附注被分到下一页，页上没有正文（7.3.5.5）", "signature", needs=lambda paper: _alone(paper) and remarked(paper), also=("L092", "GW4"), producers=_IN_LINES)  # fmt: skip
def closing_on_a_page_of_its_own(page: Docx, paper: Paper) -> str:
    paragraph_format(signature(page, paper), "pageBreakBefore")
    return paper.signatories[0]


@mutator("L092", "署名离正文空八行（7.3.5.1：印章顶端距正文一行之内）", "signature", needs=lambda paper: _alone(paper) and not paper.attachments, also=("GW4",), producers=("script", "wps", "mac", "web", "typed", "template", "legacy"))  # fmt: skip
def name_eight_lines_below(page: Docx, paper: Paper) -> str:
    one = signature(page, paper)
    blank_before(one, gaps_before(one, 1)[0], 6)
    return paper.signatories[0]


@mutator("cl.7.3.5", "PDF署名、日期居左（7.3.5.1：居右）", "signature", needs=_alone, pdf=True, producers=("html",), also=("L090", "GW4"))  # fmt: skip
def printed_name_at_the_left(page: Html, paper: Paper) -> str:
    for words in (paper.signatories[0], paper.date):
        at = page.text.rfind(">" + words + "<")
        if at < 0:
            raise NotHere(words)
        start = page.text.rindex("left:", 0, at)
        end = page.text.index("pt;", start)
        page.text = page.text[:start] + "left:110.96" + page.text[end:]
    return paper.signatories[0]


# 附注


@mutator("cl.7.3.6", "附注居中（7.3.6：居左空二字）", "remark", needs=remarked, also=("L095", "GW4"))
def remark_in_the_middle(page: Docx, paper: Paper) -> str:
    aligned(page.find(paper.remark), "center")
    return paper.remark[:10]


@mutator("cl.7.3.6", "附注离成文日期空三行（7.3.6：成文日期下一行）", "remark", needs=lambda paper: remarked(paper) and signed(paper) and ruled(paper), also=("L095", "GW4"))  # fmt: skip
def remark_three_lines_below(page: Docx, paper: Paper) -> str:
    one = page.find(paper.remark)
    for _ in range(3):
        one.addprevious(emptied(one))
    return paper.remark[:10]


@mutator(
    "L095", "附注缺后半个括号（7.3.6：圆括号）", "remark", needs=remarked, also=("L062", "cl.7.3.6", "GW4")
)
def remark_not_closed(page: Docx, paper: Paper) -> str:
    page.replace(paper.remark + "）", paper.remark)
    return paper.remark[-10:]


@mutator(
    "L095",
    "附注前加“附注：”（7.3.6：圆括号括起来的说明）",
    "remark",
    needs=remarked,
    also=("cl.7.3.6", "GW4"),
)
def remark_with_its_label(page: Docx, paper: Paper) -> str:
    one = page.find(paper.remark)
    say(one, f"附注：{paper.remark}")
    return "附注：" + paper.remark[:8]


@mutator(
    "cl.7.3.6",
    "附注用五号字（7.3.6、5.2.2：3号仿宋）",
    "remark",
    needs=remarked,
    also=("L095", "L123", "GW4"),
)
def remark_as_small_print(page: Docx, paper: Paper) -> str:
    run_format(page.find(paper.remark), "sz", val=21)
    return paper.remark[:10]


@mutator("cl.7.3.6", "附注排在版记之后（7.3.6：成文日期下一行）", "remark", needs=lambda paper: remarked(paper) and bool(paper.printed), also=("L095", "L101", "GW4"))  # fmt: skip
def remark_after_the_imprint(page: Docx, paper: Paper) -> str:
    one = page.body_paragraph(paper.remark)
    last = page.body.find(w("sectPr"))
    made = copied(one)
    one.getparent().remove(one)
    last.addprevious(made)
    return paper.remark[:10]
