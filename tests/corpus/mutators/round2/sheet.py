"""Round 2: the sheet and the type of the text."""

from __future__ import annotations

from lxml import etree

from tests.corpus.mutators.edit import (
    RPR,
    Docx,
    font,
    paragraph_format,
    put,
    run_format,
    run_properties,
    runs,
    sections,
    size,
    text,
    w,
)  # fmt: skip
from tests.corpus.mutators.layout import reindent
from tests.corpus.mutators.places import margins, running, sheet, whole_format
from tests.corpus.mutators.registry import mutator
from tests.corpus.mutators.traits import body_lines, has_text, ruled, standing
from tests.corpus.papers.spec import Paper


@mutator("L120", "左右边距颠倒：订口26毫米、切口28毫米（5.2.1）", "page")
def margins_swapped(page: Docx, paper: Paper) -> str:
    return margins(page, left=26, right=28)


@mutator("L120", "天头40毫米（5.2.1：37毫米±1）", "page")
def top_of_forty(page: Docx, paper: Paper) -> str:
    return margins(page, top=40)


@mutator("L120", "只有下边距是默认值25.4毫米（5.2.1）", "page")
def bottom_of_the_program(page: Docx, paper: Paper) -> str:
    return margins(page, bottom=25.4)


@mutator(
    "cl.5.1",
    "整份公文横排在A4上（5.1、7.1）",
    "page",
    needs=ruled,
    also=("L120", "cl.5.2.1", "GW1"),
)
def sheet_turned(page: Docx, paper: Paper) -> str:
    return sheet(page, 297, 210, orient="landscape")


@mutator("cl.5.1", "纸张是A3（5.1：A4）", "page", also=("L120", "GW1"))
def sheet_of_a3(page: Docx, paper: Paper) -> str:
    return sheet(page, 297, 420)


@mutator("L121", "正文分两栏（5.2.3：每行28字）", "page", needs=has_text, also=("cl.5.2.3", "GW1"))
def text_in_two_columns(page: Docx, paper: Paper) -> str:
    for section in sections(page):
        columns = section.find(w("cols"))
        if columns is None:
            columns = etree.Element(w("cols"))
            section.find(w("pgMar")).addnext(columns)
        columns.set(w("num"), "2")
        columns.set(w("space"), "425")
    return ""


@mutator(
    "L121", "正文字符间距加宽2磅，每行25字（5.2.3）", "body", needs=has_text, also=("cl.5.2.3", "GW1", "GW3")
)
def text_spread(page: Docx, paper: Paper) -> str:
    return whole_format(page, paper, "spacing", val=40)


@mutator(
    "L121",
    "正文字符缩放80%（5.2.3）",
    "body",
    needs=has_text,
    also=("cl.5.2.3", "L123", "cl.5.2.2", "GW1", "GW3"),
)
def text_narrowed(page: Docx, paper: Paper) -> str:
    return whole_format(page, paper, "w", val=80)


@mutator("L121", "一段正文行距固定值20磅（5.2.3）", "body", needs=has_text, also=("cl.5.2.3", "GW3"))
def one_paragraph_tight(page: Docx, paper: Paper) -> str:
    one = page.find(body_lines(paper, 0, 40)[-1].text)
    paragraph_format(one, "spacing", line=400, lineRule="exact")
    return text(one).strip()[:12]


@mutator("L123", "正文是深灰色（5.2.4：黑色）", "body", needs=has_text, also=("cl.5.2.4",))
def text_in_grey(page: Docx, paper: Paper) -> str:
    return whole_format(page, paper, "color", val="7F7F7F")


@mutator("L123", "正文用楷体（5.2.2：仿宋）", "body", needs=has_text, also=("cl.5.2.2",))
def text_in_kai(page: Docx, paper: Paper) -> str:
    for one in running(page, paper):
        font(one, "楷体_GB2312")
    return text(running(page, paper)[0]).strip()[:12]


@mutator("L123", "正文用小二号字（5.2.2：3号）", "body", needs=has_text, also=("cl.5.2.2",))
def text_too_large(page: Docx, paper: Paper) -> str:
    for one in running(page, paper):
        size(one, 18)
    return text(running(page, paper)[0]).strip()[:12]


@mutator("L123", "一段正文有几个字用四号（5.2.2）", "body", needs=has_text, also=("cl.5.2.2",))
def some_words_small(page: Docx, paper: Paper) -> str:
    one = page.find(body_lines(paper, 0, 40)[-1].text)
    last = runs(one)[-1]
    for name in ("sz", "szCs"):
        put(run_properties(last), name, RPR, val=28)
    return text(one).strip()[-12:]


@mutator("cl.7.3.3", "正文每段整段左缩进两字，回行不顶格（7.3.3）", "body", needs=has_text, also=("GW3",))
def paragraphs_shifted(page: Docx, paper: Paper) -> str:
    for one in running(page, paper):
        reindent(one, left=630)
    return text(running(page, paper)[0]).strip()[:12]


@mutator("cl.7.3.3", "正文首行缩进一字（7.3.3：左空二字）", "body", needs=has_text, also=("GW3",))
def indent_of_one(page: Docx, paper: Paper) -> str:
    for one in running(page, paper):
        reindent(one, firstLine=315)
    return text(running(page, paper)[0]).strip()[:12]


@mutator("cl.7.3.3", "正文居中（7.3.3）", "body", needs=has_text, also=("GW3",))
def text_centred(page: Docx, paper: Paper) -> str:
    one = page.find(body_lines(paper, 0, 40)[0].text)
    paragraph_format(one, "jc", val="center")
    return text(one).strip()[:12]


@mutator(
    "L050",
    "一级标题用仿宋加粗代替黑体（7.3.3）",
    "heading type",
    needs=lambda paper: bool(standing(paper, 1)),
    also=("L051", "cl.7.3.3"),
)
def headings_bold_fang(page: Docx, paper: Paper) -> str:
    for line in standing(paper, 1):
        one = page.find(line.text)
        font(one, "仿宋_GB2312")
        run_format(one, "b", val=1)
    return standing(paper, 1)[0].text


@mutator(
    "L050",
    "一级标题用二号字（7.3.3：3号）",
    "heading type",
    needs=lambda paper: bool(standing(paper, 1)),
    also=("L123", "cl.7.3.3", "cl.5.2.2"),
)
def headings_large(page: Docx, paper: Paper) -> str:
    for line in standing(paper, 1):
        size(page.find(line.text), 22)
    return standing(paper, 1)[0].text


@mutator(
    "cl.7.3.3",
    "一级标题顶格（7.3.3：左空二字）",
    "heading type",
    needs=lambda paper: bool(standing(paper, 1)),
    also=("GW3",),
)
def headings_flush(page: Docx, paper: Paper) -> str:
    for line in standing(paper, 1):
        reindent(page.find(line.text))
    return standing(paper, 1)[0].text


@mutator(
    "cl.7.3.3",
    "一级标题居中（7.3.3：左空二字）",
    "heading type",
    needs=lambda paper: bool(standing(paper, 1)),
    also=("GW3",),
)
def headings_centred(page: Docx, paper: Paper) -> str:
    for line in standing(paper, 1):
        one = page.find(line.text)
        reindent(one)
        paragraph_format(one, "jc", val="center")
    return standing(paper, 1)[0].text
