"""Round 4, form: 版记, page numbers and the sheet."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from tests.corpus.mutators.edit import Docx, Element, NotHere, font, run_format, sections, size, text, w
from tests.corpus.mutators.layout import page_numbering
from tests.corpus.mutators.places import format_numbers, margins, sheet
from tests.corpus.mutators.registry import entering, mutator
from tests.corpus.mutators.round4 import parts
from tests.corpus.mutators.traits import addressed, body_lines, copying_document, copying_to_several, framed
from tests.corpus.papers.spec import Paper

_enter = entering(__name__)
_IMPRINT = ("L100", "L101", "L102", "L015", "cl.7.4", "GW1", "GW3", "GW4")
_NUMBER = ("L110", "L111", "cl.7.5", "GW1", "GW4")
_SHEET = ("L120", "L121", "cl.5.1", "cl.5.2", "GW1")


def _all(page: Docx, words: str) -> list[Element]:
    """The paragraphs that begin so, also in fallbacks."""
    found = [one for one in page.paragraphs() if text(one).strip().startswith(words)]
    if not found:
        raise NotHere(words)
    return found


def _copies(
    name: str, rule: str, says: str, turn: Callable[[str], str], needs: Callable[[Paper], bool] = copying_document
) -> None:
    """Other words of 抄送."""

    def changed(page: Docx, paper: Paper) -> str:
        new = turn("抄送：" + paper.cc)
        page.replace("抄送：" + paper.cc, new)
        return new[:14]

    _enter(changed, name, rule, says, "imprint", needs=needs, also=("R19", "L103", *_IMPRINT))


_copies(
    "copies_without_their_label",
    "cl.7.4.2",
    "抄送机关前没有“抄送：”（7.4.2）",
    lambda words: words.removeprefix("抄送："),
)
_copies(
    "copies_called_reported",
    "cl.7.4.2",
    "“抄送”写成“抄报”（7.4.2：只有抄送）",
    lambda words: words.replace("抄送", "抄报"),
)
_copies(
    "copies_told_twice",
    "R19",
    "抄送机关重复列了同一机关",
    lambda words: (
        words.removesuffix("。")
        + "，"
        + words.removeprefix("抄送：").split("，")[0].removesuffix("。")
        + "。"
    ),
)
_copies(
    "copies_divided_by_blanks",
    "cl.7.4.2",
    "抄送机关之间用空格隔开（7.4.2：逗号）",
    lambda words: words.replace("，", " "),
    copying_to_several,
)


@mutator(
    "R19",
    "抄送机关里又列了主送机关",
    "imprint",
    needs=lambda paper: copying_document(paper) and addressed(paper),
    also=("L103", *_IMPRINT),
)
def copied_to_whom_it_is_sent(page: Docx, paper: Paper) -> str:
    first = paper.recipients.removesuffix("：").split("，")[0]
    new = "抄送：" + paper.cc.removesuffix("。") + "，" + first + "。"
    page.replace("抄送：" + paper.cc, new)
    return new[:14]


def _form(name: str, rule: str, says: str, what: str, change: Callable[[Element], object]) -> None:
    """Type of 抄送 or of the printing office."""

    def changed(page: Docx, paper: Paper) -> str:
        words = "抄送：" if what == "cc" else paper.office
        for one in _all(page, words):
            change(one)
        return words

    _enter(changed, name, rule, says, "imprint", needs=copying_document if what == "cc" else framed, also=_IMPRINT)


_form(
    "copies_of_16_points",
    "cl.7.4.2",
    "抄送机关用3号（7.4.2：4号仿宋）",
    "cc",
    lambda one: size(one, 16),
)
_form(
    "copies_at_the_very_edge",
    "cl.7.4.2",
    "抄送机关顶格（7.4.2：左右各空一字）",
    "cc",
    lambda one: parts.to_the(one, "left"),
)
_form(
    "office_of_16_points",
    "cl.7.4.3",
    "印发机关用3号（7.4.3：4号仿宋）",
    "office",
    lambda one: size(one, 16),
)
_form(
    "office_of_print_in_song",
    "cl.7.4.3",
    "印发机关用宋体（7.4.3：4号仿宋）",
    "office",
    lambda one: font(one, "宋体"),
)


@mutator("cl.7.4.3", "印发机关写成别的机关的办公室", "imprint", needs=framed, also=("R17", "R22", *_IMPRINT))
def printed_by_another_office(page: Docx, paper: Paper) -> str:
    for one in _all(page, paper.office):
        for node in one.iter(w("t")):
            if node.text and paper.office in node.text:
                node.text = node.text.replace(paper.office, "安和县财政局办公室")
    return text(page.find("安和县财政局办公室"))[:9]


@mutator(
    "cl.7.4.3",
    "印发日期写了份数（旧格式“共印50份”代替“印发”）（7.4.3）",
    "imprint",
    needs=framed,
    also=_IMPRINT,
)
def printed_in_fifty_copies(page: Docx, paper: Paper) -> str:
    new = paper.printed.replace("印发", "（共印50份）")
    page.replace(paper.printed, new, last=True)
    return new


def _numbers(name: str, rule: str, says: str, change: Callable[[Element], object]) -> None:
    """Page numbers, in every foot."""

    def changed(page: Docx, paper: Paper) -> str:
        for one in parts.footers(page):
            change(one)
        return ""

    _enter(changed, name, rule, says, "page number", also=_NUMBER)


def _without_dashes(one: Element) -> None:
    nodes = [node for node in one.iter(w("t")) if set(node.text or "") & set("—-–")]
    if not nodes:
        raise NotHere("dashes")
    for node in nodes:
        node.text = (node.text or "").replace("—", "").replace("–", "").replace("-", "")


def _worded(one: Element) -> None:
    nodes = [node for node in one.iter(w("t")) if "—" in (node.text or "")]
    if len(nodes) < 2:
        raise NotHere("dashes")
    nodes[0].text, nodes[-1].text = "第 ", " 页"


@mutator("L110", "页码用小五号（7.5：4号）", "page number", also=_NUMBER)
def page_numbers_of_9_points(page: Docx, paper: Paper) -> str:
    return format_numbers(page, "sz", "szCs", val=18)


@mutator("L110", "页码用仿宋（7.5：宋体）", "page number", also=_NUMBER)
def page_numbers_in_fang(page: Docx, paper: Paper) -> str:
    return format_numbers(page, "rFonts", ascii="仿宋_GB2312", hAnsi="仿宋_GB2312", eastAsia="仿宋_GB2312")


_numbers("page_numbers_without_dashes", "L110", "页码左右没有一字线（7.5）", _without_dashes)
_numbers("page_numbers_as_di_ye", "L110", "页码写成“第 1 页”（7.5：一字线）", _worded)
_numbers(
    "page_numbers_all_left",
    "L110",
    "页码都在左边（7.5：单页居右、双页居左）",
    lambda one: parts.to_the(one, "left"),
)
_numbers(
    "page_numbers_left_out",
    "L110",
    "没有页码（7.5）",
    lambda one: [child.getparent().remove(child) for child in list(one) if child.tag != w("pPr")],
)


@mutator("L110", "页码从第2页起编（7.5：统一从1连续编排）", "page number", also=_NUMBER)
def page_numbers_from_two(page: Docx, paper: Paper) -> str:
    page_numbering(sections(page)[0], start="2")
    return ""


def _sheet(name: str, rule: str, says: str, change: Callable[[Docx], str]) -> None:
    _enter(lambda page, _: change(page), name, rule, says, "sheet", also=_SHEET)


_sheet(
    "margins_of_a_new_file",
    "L120",
    "页边距是软件默认值：上下25.4、左右31.8 mm（5.2.1）",
    lambda page: margins(page, top=25.4, bottom=25.4, left=31.75, right=31.75),
)
_sheet(
    "margins_left_and_right_alike",
    "L120",
    "左右页边距都是32 mm（5.2.1：订口28 mm、版心156 mm）",
    lambda page: margins(page, left=32, right=32),
)
_sheet(
    "margin_of_the_foot_20_mm",
    "L120",
    "下页边距20 mm，版心加高（5.2.1：225 mm）",
    lambda page: margins(page, bottom=20),
)
_sheet(
    "paper_of_letter_size",
    "cl.5.1",
    "纸型是信纸（Letter）（5.1：A4）",
    lambda page: sheet(page, 215.9, 279.4),
)


@mutator("cl.5.2", "页脚页码旁留着文件名（“终稿3.docx”）", "sheet", also=("R27", *_SHEET, *_NUMBER))
def name_of_the_file_in_the_foot(page: Docx, paper: Paper) -> str:
    for one in parts.footers(page):
        run = etree.SubElement(one, w("r"))
        etree.SubElement(run, w("t")).text = "通报终稿3.docx"
    return "通报终稿3.docx"


@mutator(
    "L121",
    "为了少占一页，全文字距紧缩1.5磅（5.2.3：每行28字）",
    "sheet",
    also=("L123", "cl.5.2.3", "GW3", *_SHEET),
    needs=lambda paper: len(body_lines(paper)) > 2,
)
def all_text_drawn_together(page: Docx, paper: Paper) -> str:
    for line in parts.typed(paper):
        run_format(page.find(line.text), "spacing", val=-30)
    return parts.beginning(page.find(body_lines(paper)[0].text))
