"""Round 5, form: 附件说明 and the pages of attachments by the book."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.corpus.mutators.edit import (
    Docx,
    Element,
    NotHere,
    copied,
    font,
    paragraph_format,
    ppr,
    replace_in,
    say,
    size,
    text,
    w,
)
from tests.corpus.mutators.layout import aligned, block, reindent
from tests.corpus.mutators.places import label, renamed
from tests.corpus.mutators.registry import entering, mutator
from tests.corpus.mutators.round4 import parts
from tests.corpus.mutators.traits import attached, several, single
from tests.corpus.papers.spec import Paper

_enter = entering(__name__)
_LIST = ("L031", "L080", "L081", "L082", "L083", "L085", "L086", "cl.7.3.4", "GW1", "GW3", "GW4", "GW5")
_PAGE = ("L084", "L085", "L087", "cl.7.3.7", "GW1", "GW3", "GW4")


def _single(name: str, rule: str, says: str, turn: Callable[[str], str]) -> None:
    """附件说明 of one attachment in other words; `turn` takes the name."""

    def changed(page: Docx, paper: Paper) -> str:
        title = paper.attachments[0].title
        page.replace("附件：" + title, turn(title))
        return turn(title)

    _enter(changed, name, rule, says, "attachments", needs=single, also=_LIST)


_single("attachment_list_with_a_semicolon_for_its_colon", "L031", "“附件”后面打成分号（7.3.4：全角冒号）", lambda words: "附件；" + words)  # fmt: skip
_single("attachment_list_with_a_ratio_sign", "L031", "“附件”后面的冒号是比号“∶”（7.3.4：全角冒号）", lambda words: "附件∶" + words)  # fmt: skip
_single("attachment_name_with_its_copies", "L085", "附件名称后写了“一份”，同附件标题不一致（7.3.4、7.3.7）", lambda words: f"附件：{words}一份")  # fmt: skip
_single("single_attachment_with_a_hanzi_number", "L082", "只有一个附件却编号“一、”（7.3.4：单个附件不编号）", lambda words: "附件：一、" + words)  # fmt: skip
_single("attachment_list_numbered_without_a_colon", "L083", "附件说明写成“附件1 名称”（7.3.4：附件：名称）", lambda words: "附件1 " + words)  # fmt: skip
_single(
    "attachment_list_called_a_table",
    "L083",
    "附件说明写成“附表：”（7.3.4：附件：名称）",
    lambda words: "附表：" + words,
)


def _several(name: str, rule: str, says: str, change: Callable[[Docx, Paper], object]) -> None:
    def changed(page: Docx, paper: Paper) -> str:
        change(page, paper)
        return paper.attachments[1].title

    _enter(changed, name, rule, says, "attachments", needs=several, also=_LIST)


def _with_marks(page: Docx, paper: Paper) -> None:
    for number, item in enumerate(paper.attachments, 1):
        sign = "。" if number == len(paper.attachments) else "；"
        page.replace(f"{number}.{item.title}", f"{number}.{item.title}{sign}")


def _second(page: Docx, paper: Paper) -> Element:
    one = page.find("2." + paper.attachments[1].title)
    if not text(one).strip().startswith("2."):
        raise NotHere("a paragraph of its own")
    return one


_several("attachments_with_semicolons_and_a_stop", "L080", "几个附件名称之间用分号、最后用句号（7.3.4：名称后不加标点）", _with_marks)  # fmt: skip
_several("attachments_numbered_with_di", "L081", "多个附件编号写成“第1”“第2”（7.3.4：1.）",
         lambda page, paper: renamed(page, paper, "附件：第1 ", "第{} "))  # fmt: skip
_several("second_attachment_without_its_number", "L081", "第二个附件漏了顺序号（7.3.4：1.、2.）",
         lambda page, paper: replace_in(_second(page, paper), "2.", ""))  # fmt: skip
_several("second_attachment_numbered_one_again", "L081", "两个附件都编成“1.”（7.3.4：1.、2.）",
         lambda page, paper: replace_in(_second(page, paper), "2.", "1."))  # fmt: skip
_several("second_attachment_with_the_word_again", "L083", "每个附件前都写“附件：”（7.3.4：只在首个前写）",
         lambda page, paper: replace_in(_second(page, paper), "2.", "附件：2."))  # fmt: skip
_several("second_attachment_at_the_edge", "L086", "第二个附件顶格（7.3.4：与第一个对齐）",
         lambda page, paper: reindent(_second(page, paper), hanging=0))  # fmt: skip
_several("second_attachment_at_the_right", "L086", "第二个附件靠右（7.3.4：与第一个对齐）",
         lambda page, paper: aligned(_second(page, paper), "right"))  # fmt: skip
_several("second_attachment_left_out_of_the_list", "L085", "附件说明漏了第二个附件（7.3.4、7.3.7）",
         lambda page, paper: say(_second(page, paper), " "))  # fmt: skip


@mutator(
    "L085",
    "附件说明列了两个附件，后面只有一个（7.3.4、7.3.7）",
    "attachments",
    needs=single,
    also=("R22", *_LIST, *_PAGE),
)
def list_with_an_attachment_that_is_not_there(page: Docx, paper: Paper) -> str:
    title = paper.attachments[0].title
    one = page.find("附件：" + title)
    made = page.after(one, "2.工作联系人名单")
    replace_in(one, "附件：", "附件：1.")
    reindent(made, firstLine=1600, firstLineChars=500)
    paragraph_format(made, "spacing", before=0, beforeLines=0)
    return "2.工作联系人名单"


@mutator("L086", "附件说明居右（7.3.4：左空二字）", "attachments", needs=single, also=_LIST)
def list_of_attachments_at_the_right(page: Docx, paper: Paper) -> str:
    one = page.find("附件：" + paper.attachments[0].title)
    aligned(one, "right")
    return text(one)[:12]


def _label(name: str, rule: str, says: str, change: Callable[[Element], object]) -> None:
    def changed(page: Docx, paper: Paper) -> str:
        change(label(page, paper))
        return "附件"

    _enter(changed, name, rule, says, "attachments", needs=attached, also=_PAGE)


_label("label_of_the_attachment_spread", "L084", "附件页的“附件”两字之间加空格（7.3.7）", lambda one: replace_in(one, "附件", "附　件"))  # fmt: skip
_label(
    "label_of_the_attachment_of_14_points",
    "L084",
    "附件页的“附件”用四号（7.3.7：3号黑体）",
    lambda one: size(one, 14),
)
_label("label_of_the_attachment_in_round_brackets", "L084", "附件页的“附件”加圆括号（7.3.7）", lambda one: say(one, f"（{text(one)}）"))  # fmt: skip
_label(
    "label_of_the_attachment_in_song",
    "L084",
    "附件页的“附件”用宋体（7.3.7：3号黑体）",
    lambda one: font(one, "宋体"),
)
_label("label_of_the_attachment_in_red", "cl.5.2.4", "附件页的“附件”是红色（5.2.4：黑色）", lambda one: parts.coloured(one, "FF0000"))  # fmt: skip


def _title(page: Docx, paper: Paper) -> Element:
    one = parts.in_body(page.find(paper.attachments[0].title, last=True))
    if text(one).strip() != paper.attachments[0].title:
        raise NotHere("a line of its own")
    return one


@mutator(
    "L084",
    "附件页上标题在前、“附件”在后（7.3.7：“附件”在第一行，标题在第三行）",
    "attachments",
    needs=attached,
    also=_PAGE,
)
def label_below_the_title_of_the_attachment(page: Docx, paper: Paper) -> str:
    one, title = label(page, paper), _title(page, paper)
    parts.in_body(one)
    held = text(one)
    say(one, text(title).strip())
    say(title, held)
    return held


@mutator("cl.7.3.7", "附件标题靠右（7.3.7：居中）", "attachments", needs=attached, also=_PAGE)
def title_of_the_attachment_at_the_right(page: Docx, paper: Paper) -> str:
    parts.to_the(_title(page, paper), "right")
    return paper.attachments[0].title


@mutator("cl.7.3.7", "附件标题末尾用句号（15834 B.4：标题末尾不用标点）", "attachments", needs=attached, also=("L020", "L049", *_PAGE))  # fmt: skip
def title_of_the_attachment_with_a_stop(page: Docx, paper: Paper) -> str:
    say(_title(page, paper), paper.attachments[0].title + "。")
    return paper.attachments[0].title + "。"


@mutator(
    "L085",
    "附件标题与附件说明差一个年份（7.3.7：一致）",
    "attachments",
    needs=attached,
    also=("R22", *_LIST, *_PAGE),
)
def title_of_the_attachment_of_another_year(page: Docx, paper: Paper) -> str:
    title = paper.attachments[0].title
    new = title.replace("2026年", "2025年") if "2026年" in title else "2025年" + title
    say(_title(page, paper), new)
    return new


def _words(one: Any) -> str:
    return text(one) if one.tag == w("p") else ""


def _lone(paper: Paper) -> bool:
    return single(paper) and len(paper.signatories) == 1 and bool(paper.date)


@mutator("L087", "附件排在署名、日期之前，夹在正文中间（7.3.7：另面排在版记之前）", "attachments", needs=_lone,
         also=("L090", "L092", "cl.7.3.5", *_PAGE), producers=("script", "wps", "mac", "web", "typed", "template", "legacy"))  # fmt: skip
def attachment_before_the_signature(page: Docx, paper: Paper) -> str:
    from_ = parts.in_body(label(page, paper))
    name: Any = next(
        (one for one in page.body if one.tag == w("p") and text(one).strip() == paper.signatories[0]
         and one.getnext() is not None and _words(one.getnext()).strip() == paper.date), None,
    )  # fmt: skip
    if name is None or any(
        one.find(f"{w('pPr')}/{w('sectPr')}") is not None for one in page.body.iter(w("p"))
    ):
        raise NotHere("a plain signature")
    end = block(page, page.find(paper.printed, last=True)) if paper.printed else page.body.find(w("sectPr"))
    held: Any = from_
    moving = []
    while held is not None and held is not end:
        moving.append(held)
        held = held.getnext()
    for one in moving:
        name.addprevious(one)
    return "附件"


@mutator("L087", "附件没有另面，紧接在附注或成文日期下面（7.3.7：另面编排）", "attachments", needs=attached, also=_PAGE,
         producers=("mac", "web", "typed", "template", "legacy", "online"))  # fmt: skip
def attachment_right_below_the_date(page: Docx, paper: Paper) -> str:
    one = label(page, paper)
    found = ppr(one).find(w("pageBreakBefore"))
    if found is None:
        raise NotHere("a page break of the paragraph")
    ppr(one).remove(found)
    one.addprevious(parts.blank(copied(one)))
    return "附件"
