"""Defects of 附件说明 and of the attachments."""

from __future__ import annotations

from typing import Any

from tests.corpus.mutators.edit import (
    Docx,
    NotHere,
    copied,
    font,
    paragraph_format,
    ppr,
    replace_in,
    say,
    sections,
    text,
    w,
)
from tests.corpus.mutators.places import first_named, imprint, label, renamed
from tests.corpus.mutators.registry import mutator, swapping
from tests.corpus.mutators.traits import attached, framed, several, single
from tests.corpus.papers.spec import Paper

_swap = swapping(__name__, pdf=False)


@mutator("L080", "附件名称后加句号", "attachments", needs=attached, pdf=True)
def attachment_name_with_stop(page: Any, paper: Paper) -> str:
    return (
        page.replace(first_named(paper), first_named(paper) + "。").removeprefix("附件：").removeprefix("1.")
    )


@mutator("L081", "多个附件用“（1）”编号", "attachments", needs=several)
def attachments_in_brackets(page: Docx, paper: Paper) -> str:
    renamed(page, paper, "附件：（1）", "（{}）")
    return "附件：（1）"


@mutator("L082", "只有一个附件却编号", "attachments", needs=single, also=("L083",))
def single_attachment_numbered(page: Docx, paper: Paper) -> str:
    title = paper.attachments[0].title
    page.replace("附件：" + title, "附件：1." + title)
    return "附件：1."


@mutator("L083", "附件说明写成“附件1：”", "attachments", needs=single, also=("L082",))
def attachment_list_with_number_label(page: Docx, paper: Paper) -> str:
    title = paper.attachments[0].title
    page.replace("附件：" + title, "附件1：" + title)
    return "附件1："


@mutator("L031", "附件说明用半角冒号", "attachments", needs=attached)
def attachment_half_width_colon(page: Docx, paper: Paper) -> str:
    return page.replace("附件：", "附件:")


@mutator("L086", "附件说明回行不对齐", "attachments", needs=several)
def attachment_hanging_removed(page: Docx, paper: Paper) -> str:
    one = page.find("2." + paper.attachments[1].title)
    for indent in ppr(one).findall(w("ind")):
        ppr(one).remove(indent)
    return "2." + paper.attachments[1].title


@mutator("L080", "附件名称后加分号", "attachments", needs=several)
def kept_attachment_semicolon(page: Docx, paper: Paper) -> str:
    title = paper.attachments[1].title
    page.replace("2." + title, "2." + title + "；")
    return title + "；"


@mutator("L083", "附件说明写成“附件一：”", "attachments", needs=single)
def kept_attachment_hanzi(page: Docx, paper: Paper) -> str:
    title = paper.attachments[0].title
    page.replace("附件：" + title, "附件一：" + title)
    return "附件一："


@mutator("L080", "附件名称后用半角句点、逗号", "attachments", needs=attached)
def fresh_attachment_comma(page: Docx, paper: Paper) -> str:
    return (
        page.replace(first_named(paper), first_named(paper) + "，").removeprefix("附件：").removeprefix("1.")
    )


@mutator("L081", "多个附件写“1、”“2、”", "attachments", needs=several)
def fresh_attachments_with_comma(page: Docx, paper: Paper) -> str:
    renamed(page, paper, "附件：1、", "{}、")
    return "1、" + paper.attachments[0].title


@mutator("L083", "多个附件写成“附件1：”“附件2：”", "attachments", needs=several, also=("L081",))
def fresh_attachments_labelled(page: Docx, paper: Paper) -> str:
    renamed(page, paper, "附件1：", "附件{}：")
    return "附件1："


@mutator("L082", "一个附件写“1、”", "attachments", needs=single, also=("L081", "L083"))
def fresh_single_with_comma(page: Docx, paper: Paper) -> str:
    title = paper.attachments[0].title
    page.replace("附件：" + title, "附件：1、" + title)
    return "附件：1、"


@mutator("cl.7.3.4", "附件说明顶格", "attachments", needs=attached, also=("L086",))
def fresh_attachments_flush(page: Docx, paper: Paper) -> str:
    one = page.find("附件：")
    paragraph_format(one, "ind", left=0, leftChars=0, firstLine=0, firstLineChars=0)
    return text(one)[:10]


_swap(
    "fresh_attachment_only_mentioned",
    "R21",
    "正文说“见附件”而没有附件",
    "attachments",
    ("要在3月25日前完成祭扫场所", "要按照附件要求，在3月25日前完成祭扫场所"),
    ("检查机构数分别为15家", "检查机构名单见附件，检查机构数分别为15家"),
    ("核准监护人、联系方式和去向", "核准监护人、联系方式和去向（样表见附件2）"),
    also=("L085",),
)


@mutator("L084", "附件页的“附件”后加冒号", "attachment page", needs=attached)
def attachment_label_with_colon(page: Docx, paper: Paper) -> str:
    one = label(page, paper)
    words = text(one)
    replace_in(one, words, words + "：")
    return words + "："


@mutator("L084", "附件页的“附件”不用黑体", "attachment page", needs=attached)
def attachment_label_in_fang(page: Docx, paper: Paper) -> str:
    one = label(page, paper)
    font(one, "仿宋_GB2312")
    return text(one)


@mutator("L085", "附件标题与附件说明不一致", "attachment page", needs=attached, also=("R21",))
def attachment_title_differs(page: Docx, paper: Paper) -> str:
    title = paper.attachments[-1].title
    one = page.find(title, whole=True, last=True)
    say(one, title[:-2] + "一览表")
    return title[:-2] + "一览表"


@mutator(
    "R21",
    "列出的附件没有附上",
    "attachment page",
    needs=lambda paper: paper.name == "three-attachments",
    also=("L085",),
)
def attachment_missing(page: Docx, paper: Paper) -> str:
    first = "3." + paper.attachments[2].title
    one = page.find(first)
    made = page.after(one, "4.养老机构联合检查照片")
    return text(made)


@mutator("L087", "附件不另起一页", "attachment page", needs=single)
def attachment_on_same_page(page: Docx, paper: Paper) -> str:
    one = label(page, paper)
    broken = ppr(one).find(w("pageBreakBefore"))
    before = one.getprevious()
    breaks = [node for node in before.iter(w("br")) if node.get(w("type")) == "page"]
    inner = before.find(f"{w('pPr')}/{w('sectPr')}")
    if broken is not None:
        ppr(one).remove(broken)
    elif breaks:
        breaks[0].getparent().remove(breaks[0])
    elif inner is not None and inner.find(w("type")) is not None:
        for section in sections(page):
            kind = section.find(w("type"))
            if kind is not None:
                kind.set(w("val"), "continuous")
    else:
        raise NotHere("a break before the attachment")
    return text(one)


@mutator("L087", "附件排在版记之后", "attachment page", needs=lambda paper: attached(paper) and framed(paper))
def attachment_after_imprint(page: Docx, paper: Paper) -> str:
    last = page.find(paper.printed, last=True)
    block = imprint(page, paper)
    assert last is not None
    made = copied(label(page, paper))
    paragraph_format(made, "pageBreakBefore")
    title = copied(page.find(paper.attachments[0].title, last=True))
    end = page.body[-1]
    at = page.body.index(end) if end.tag == w("sectPr") else len(page.body)
    assert page.body.index(block) < at
    page.body.insert(at, made)
    page.body.insert(at + 1, title)
    say(made, "附件" + str(len(paper.attachments) + 1))
    say(title, "养老机构安全管理制度目录")
    return "养老机构安全管理制度目录"


@mutator("L085", "附件标题比附件说明少字", "attachment page", needs=attached, also=("R21",))
def kept_attachment_title(page: Docx, paper: Paper) -> str:
    title = paper.attachments[0].title
    first = page.find(title, whole=True, last=True)
    say(first, title[2:])
    return title[2:]


@mutator("L084", "附件页的“附件”居中", "attachment page", needs=attached)
def fresh_label_centred(page: Docx, paper: Paper) -> str:
    one = label(page, paper)
    paragraph_format(one, "jc", val="center")
    return text(one)


@mutator("L085", "附件页序号写“附件一”", "attachment page", needs=several, also=("L084", "R21"))
def fresh_label_in_hanzi(page: Docx, paper: Paper) -> str:
    say(label(page, paper), "附件一")
    return "附件一"


@mutator("L085", "两个附件的顺序与附件说明相反", "attachment page", needs=several, also=("R21",))
def fresh_attachments_swapped(page: Docx, paper: Paper) -> str:
    first, second = paper.attachments[0].title, paper.attachments[1].title
    one, two = page.find(first, whole=True, last=True), page.find(second, whole=True, last=True)
    say(one, second)
    say(two, first)
    return second
