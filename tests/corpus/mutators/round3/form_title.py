"""Round 3, form: the title and the recipients."""

from __future__ import annotations

from typing import Any

from lxml import etree

from tests.corpus.mutators.edit import (
    RPR,
    Docx,
    Html,
    NotHere,
    font,
    paragraph_format,
    pieces,
    put,
    run_format,
    run_properties,
    runs,
    size,
    text,
    w,
)  # fmt: skip
from tests.corpus.mutators.layout import (
    aligned,
    blank_before,
    emptied,
    joined_by_break,
    parted,
    pushed,
    reindent,
)  # fmt: skip
from tests.corpus.mutators.places import gaps_before, retitle
from tests.corpus.mutators.registry import entering, mutator
from tests.corpus.mutators.traits import addressed, body_lines, ruled, two_lines
from tests.corpus.papers.spec import Paper

_enter = entering(__name__)
_TITLE = ("cl.7.3.1", "GW3")
_PLACED = ("script", "wps", "mac", "web", "typed", "template", "legacy", "online")


def _titled(paper: Paper) -> bool:
    return bool(paper.title) and paper.face in ("document", "letter")


def _recipients(page: Docx, paper: Paper) -> Any:
    return page.body_paragraph(paper.recipients)


def _headline(page: Docx, paper: Paper, line: int = 0) -> Any:
    return page.body_paragraph(paper.title[line])


# The title


@mutator(
    "cl.7.3.1", "标题居中又带首行缩进两字，偏右一字（7.3.1：居中）", "title", needs=_titled, also=("GW3",)
)
def title_centred_with_an_indent(page: Docx, paper: Paper) -> str:
    for line in range(len(paper.title)):
        paragraph_format(_headline(page, paper, line), "ind", firstLine=880, firstLineChars=200)
    return paper.title[0]


@mutator("cl.7.3.1", "标题左对齐、靠打空格居中（7.3.1：居中）", "title", needs=_titled, also=("L096", "GW3"))
def title_centred_by_blanks(page: Docx, paper: Paper) -> str:
    one = _headline(page, paper)
    aligned(one, "left")
    pushed(one, 4)
    return paper.title[0]


@mutator("cl.7.3.1", "标题是小一号（24磅）（7.3.1：2号）", "title", needs=_titled, also=("GW3",))
def title_of_twenty_four(page: Docx, paper: Paper) -> str:
    for line in range(len(paper.title)):
        size(_headline(page, paper, line), 24)
    return paper.title[0]


@mutator("cl.7.3.1", "标题是小二号（18磅）小标宋（7.3.1：2号）", "title", needs=_titled, also=("GW3",))
def title_of_eighteen(page: Docx, paper: Paper) -> str:
    for line in range(len(paper.title)):
        size(_headline(page, paper, line), 18)
    return paper.title[0]


@mutator("cl.7.3.1", "标题第二行字体成了宋体、第一行是小标宋（7.3.1）", "title", needs=lambda paper: _titled(paper) and two_lines(paper), also=("GW3",))  # fmt: skip
def second_line_of_title_in_song(page: Docx, paper: Paper) -> str:
    one = _headline(page, paper, 1)
    changed = False
    for run in runs(one):
        if any((node.text or "") and (node.text or "") in paper.title[1] for node in run.findall(w("t"))):
            put(run_properties(run), "rFonts", RPR, eastAsia="宋体")
            changed = True
    if not changed:
        raise NotHere(paper.title[1])
    return paper.title[1]


@mutator("cl.7.3.1", "标题两行之间空一行（7.3.1：排列对称）", "title", needs=lambda paper: _titled(paper) and two_lines(paper), also=("L023", "GW3"), producers=_PLACED)  # fmt: skip
def empty_line_inside_of_the_title(page: Docx, paper: Paper) -> str:
    one = _headline(page, paper)
    if paper.title[1] in text(one):
        turn = next((node for node, said in pieces(one) if said == "\n"), None)
        if turn is None:
            raise NotHere("a break")
        turn.addnext(etree.Element(w("br")))
    else:
        second = _headline(page, paper, 1)
        blank_before(second, one)
    return paper.title[0]


@mutator("cl.7.3.1", "红线下空四行才排标题（7.3.1：空二行）", "title", needs=lambda paper: ruled(paper) and _titled(paper), also=("GW3", "GW2"), producers=_PLACED)  # fmt: skip
def title_four_lines_below_the_rule(page: Docx, paper: Paper) -> str:
    one = _headline(page, paper)
    gap = gaps_before(one, 1)[0]
    for _ in range(2):
        one.addprevious(emptied(gap))
    return paper.title[0]


@mutator("cl.7.3.1", "红线下只空一行就排标题（7.3.1：空二行）", "title", needs=lambda paper: ruled(paper) and _titled(paper), also=("GW3", "GW2"), producers=_PLACED)  # fmt: skip
def title_one_line_below_the_rule(page: Docx, paper: Paper) -> str:
    found = gaps_before(_headline(page, paper))
    if len(found) < 2:
        raise NotHere("two lines")
    found[0].getparent().remove(found[0])
    return paper.title[0]


def _retitled(name: str, says: str, rule: str, wanted: dict[str, list[str]], *also: str) -> None:
    """A mutator that breaks the titles of some papers so."""

    def change(page: Docx, paper: Paper) -> str:
        retitle(page, paper, wanted[paper.name])
        return wanted[paper.name][-1]

    _enter(change, name, rule, says, "title", needs=lambda paper: paper.name in wanted, also=(*also, *_TITLE),
            producers=("ours", "script", "wps", "mac", "web", "typed", "legacy", "online"))  # fmt: skip


_retitled(
    "title_line_begins_with_de", "标题回行以“的”字开头（7.3.1：词意完整）", "L024",
    {
        "heating": ["安和县民政局关于拨付农村敬老院冬季取暖补助资金", "的请示"],
        "canteen": ["安和县人民政府关于同意设立安和县社会福利院康复分院", "的批复"],
        "matters": ["安和县人民政府关于调整一批民政政务服务事项", "的决定"],
        "relief": ["安和县民政局关于2026年社会救助专项治理情况", "的报告"],
        "approval": ["安和县人民政府关于同意建设项目", "的批复"],
    }, "L023",
)  # fmt: skip
_retitled(
    "title_of_three_lines_narrow_in_the_middle", "标题三行，中间一行最短（7.3.1：梯形或菱形）", "L023",
    {
        "heating": ["安和县民政局关于拨付农村敬老院", "冬季取暖", "补助资金的请示"],
        "canteen": ["安和县人民政府关于同意设立", "安和县", "社会福利院康复分院的批复"],
        "villages": ["安和县人民政府关于", "加强", "村级综合服务设施管理的意见"],
        "relief": ["安和县民政局关于2026年", "社会救助", "专项治理情况的报告"],
    },
)  # fmt: skip
_retitled(
    "title_breaks_the_name_of_the_office", "标题回行拆开机关名称（7.3.1：词意完整）", "L024",
    {
        "heating": ["安和县民政局关于拨付农村敬", "老院冬季取暖补助资金的请示"],
        "canteen": ["安和县人民政府关于同意设立安和县社会", "福利院康复分院的批复"],
        "yearly": ["安和县民政局关于2025年度社", "会组织年度检查结果的公告"],
        "matters": ["安和县人民政府关于调整一批民政政", "务服务事项的决定"],
    },
)  # fmt: skip
_retitled(
    "title_of_three_equal_lines", "标题三行一样长，成了长方形（7.3.1：梯形或菱形）", "L023",
    {
        "villages": ["安和县人民政府关", "于加强村级综合服", "务设施管理的意见"],
        "matters": ["安和县人民政府关", "于调整一批民政政", "务服务事项的决定"],
    }, "L024",
)  # fmt: skip


@mutator("cl.7.3.1", "PDF标题是黑体（7.3.1：小标宋）", "title", needs=_titled, pdf=True, producers=("html",), also=("GW3",))  # fmt: skip
def printed_title_in_hei(page: Html, paper: Paper) -> str:
    page.sub("font:22pt xbs", "font:22pt hei", count=4)
    return paper.title[0]


@mutator("cl.7.3.1", "PDF标题是三号字（7.3.1：2号）", "title", needs=_titled, pdf=True, producers=("html",), also=("GW3",))  # fmt: skip
def printed_title_small(page: Html, paper: Paper) -> str:
    page.sub("font:22pt xbs", "font:16pt xbs", count=4)
    return paper.title[0]


# The recipients


@mutator("cl.7.3.2", "标题和主送机关之间空三行（7.3.2：标题下空一行）", "recipients", needs=addressed, also=("GW3",), producers=_PLACED)  # fmt: skip
def recipients_far_below_the_title(page: Docx, paper: Paper) -> str:
    one = _recipients(page, paper)
    gap = gaps_before(one, 1)[0]
    one.addprevious(emptied(gap))
    one.addprevious(emptied(gap))
    return paper.recipients[:10]


@mutator(
    "cl.7.3.2",
    "主送机关加粗（7.3.2：3号仿宋体字）",
    "recipients",
    needs=addressed,
    also=("L051", "L123", "GW3"),
)
def recipients_bold(page: Docx, paper: Paper) -> str:
    run_format(_recipients(page, paper), "b", val="1")
    return paper.recipients[:10]


@mutator(
    "cl.7.3.2", "主送机关用楷体（7.3.2：3号仿宋体字）", "recipients", needs=addressed, also=("L123", "GW3")
)
def recipients_in_kai(page: Docx, paper: Paper) -> str:
    font(_recipients(page, paper), "楷体_GB2312")
    return paper.recipients[:10]


@mutator("cl.7.3.3", "主送机关后用软回车接正文，正文没有左空二字（7.3.3）", "recipients", needs=lambda paper: addressed(paper) and bool(body_lines(paper, 0, 20)), also=("cl.7.3.2", "L030", "L033", "GW3"))  # fmt: skip
def recipients_and_text_in_one_paragraph(page: Docx, paper: Paper) -> str:
    first = page.body_paragraph(body_lines(paper, 0, 20)[0].text)
    words = text(first).strip()
    joined_by_break(_recipients(page, paper), words)
    first.getparent().remove(first)
    return words[:12]


@mutator("L032", "主送机关排成两段，第二段缩进两字（7.3.2：回行仍顶格）", "recipients", needs=lambda paper: "，" in paper.recipients, also=("cl.7.3.2", "GW3"))  # fmt: skip
def recipients_on_two_paragraphs(page: Docx, paper: Paper) -> str:
    one = _recipients(page, paper)
    second = parted(one, text(one).index("，") + 1)
    reindent(second, firstLine=630)
    return text(second)[:10]


@mutator("cl.7.3.2", "主送机关排在正文之后（7.3.2：标题下、正文前）", "recipients", needs=lambda paper: addressed(paper) and ruled(paper), also=("L030", "R19", "GW3"))  # fmt: skip
def recipients_below_the_text(page: Docx, paper: Paper) -> str:
    one = _recipients(page, paper)
    last = page.body_paragraph(paper.body.strip().splitlines()[-1])
    last.addnext(one)
    return paper.recipients[:10]


@mutator("cl.7.3.2", "批复、函漏了主送机关（7.3.2、条例9(8)）", "recipients", also=("R19", "L030", "GW3"),
         needs=lambda paper: addressed(paper) and paper.title[-1].endswith(("批复", "函")))  # fmt: skip
def recipients_left_out(page: Docx, paper: Paper) -> str:
    one = _recipients(page, paper)
    one.getparent().remove(one)
    return paper.title[-1]
