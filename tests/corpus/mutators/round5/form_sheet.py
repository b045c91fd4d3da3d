"""Round 5, form: the sheet, the lines and the type of the text by the book."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

from lxml import etree

from tests.corpus.mutators.edit import (
    RPR,
    Docx,
    Element,
    NotHere,
    font,
    keep_blanks,
    paragraph_format,
    ppr,
    put,
    run_properties,
    runs,
    say,
    sections,
    size,
    text,
    w,
)
from tests.corpus.mutators.layout import pushed
from tests.corpus.mutators.places import margins, running
from tests.corpus.mutators.registry import entering, mutator
from tests.corpus.mutators.round4 import parts
from tests.corpus.mutators.traits import (
    addressed,
    attached,
    body_lines,
    has_long_text,
    remarked,
    standing,
    with_headings,
    with_standing,
)
from tests.corpus.papers.spec import Paper

_enter = entering(__name__)
_SHEET = ("L120", "L121", "cl.5.1", "cl.5.2", "cl.5.2.1", "GW1")
_TEXT = ("L121", "L122", "L123", "cl.5.2", "cl.5.2.2", "cl.5.2.4", "cl.7.3.3", "GW1", "GW3")


def _sheet(name: str, rule: str, says: str, change: Callable[[Docx], object]) -> None:
    def changed(page: Docx, paper: Paper) -> str:
        change(page)
        return ""

    _enter(changed, name, rule, says, "sheet", also=_SHEET)


_sheet(
    "margins_of_the_narrow_choice",
    "L120",
    "页边距选了“窄”：四边都是12.7 mm（5.2.1：天头37、订口28）",
    lambda page: margins(page, top=12.7, bottom=12.7, left=12.7, right=12.7),
)
_sheet(
    "top_and_bottom_margins_exchanged",
    "L120",
    "上下页边距填反了：上32.58 mm、下34.58 mm（GB/T 33476.2：上34.58、下32.58）",
    lambda page: margins(page, top=32.58, bottom=34.58),
)
_sheet(
    "right_margin_of_15_mm",
    "L120",
    "右页边距15 mm，版心宽167 mm（5.2.1：156 mm）",
    lambda page: margins(page, right=15),
)

_SECTION = ["footnotePr", "endnotePr", "type", "pgSz", "pgMar", "paperSrc", "pgBorders", "lnNumType",
            "pgNumType", "cols", "formProt", "vAlign", "noEndnote", "titlePg", "textDirection", "bidi",
            "rtlGutter", "docGrid", "printerSettings"]  # fmt: skip


def _bordered(page: Docx) -> None:
    for section in sections(page):
        borders = put(section, "pgBorders", _SECTION, offsetFrom="page")
        for side in ("top", "left", "bottom", "right"):
            put(
                borders,
                side,
                ["top", "left", "bottom", "right"],
                val="double",
                sz=12,
                space=24,
                color="000000",
            )


_sheet("page_with_a_frame", "cl.5.2", "整页加了页面边框（第11章：样式里的框线不印制）", _bordered)
_sheet(
    "lines_counted_in_the_margin",
    "cl.5.2",
    "左边显示行号没有关掉（5.2：版心外没有行号）",
    lambda page: [put(section, "lnNumType", _SECTION, countBy=1) for section in sections(page)],
)


@mutator("L033", "主送机关后插了分页符，首页没有正文（7.3.3）", "body", needs=addressed, also=("L121", "L093", "cl.7.3.3", "GW1", "GW3"))  # fmt: skip
def page_broken_behind_the_recipients(page: Docx, paper: Paper) -> str:
    one = parts.in_body(page.find(paper.recipients)).getnext()
    if one is None or one.tag != w("p"):
        raise NotHere("text")
    paragraph_format(one, "pageBreakBefore", val=1)
    return paper.recipients[:12]


@mutator("L033", "主送机关逐个列出，占满首页，正文到了第2页（7.3.2：移至版记）", "recipients", needs=addressed, also=("L034", "R19", "cl.7.3.2", "GW1", "GW2", "GW3"))  # fmt: skip
def recipients_that_fill_the_first_page(page: Docx, paper: Paper) -> str:
    one = parts.in_body(page.find(paper.recipients))
    towns = [
        a + b + "村民委员会"
        for a in ("河口镇", "青石镇", "云溪镇", "石门镇", "白沙镇", "枫林镇")
        for b in ("新桥", "大塘", "柳林", "长岭", "古井", "双河", "东坡", "西坝", "南湾", "北冲")
    ]
    say(one, "，".join(towns) + "：")
    return towns[0]


def _text(
    name: str, rule: str, says: str, change: Callable[[Element], object], also: tuple[str, ...] = ()
) -> None:
    _enter(parts.of_a_paragraph(change), name, rule, says, "body", needs=has_long_text, also=(*_TEXT, *also))


def _middle(one: Element, length: int = 8) -> Any:
    """A run of its own for some words in the middle of the paragraph's longest run."""
    run: Any = max(runs(one), key=lambda other: len("".join(map(str, other.itertext()))))
    node = run.find(w("t"))
    words = node.text or ""
    if len(words) < 3 * length or len(run.findall(w("t"))) > 1:
        raise NotHere("a long run")
    start = len(words) // 2
    made, tail = deepcopy(run), deepcopy(run)
    node.text = words[:start]
    made.find(w("t")).text = words[start : start + length]
    tail.find(w("t")).text = words[start + length :]
    for each in (run, made, tail):
        keep_blanks(each.find(w("t")))
    run.addnext(made)
    made.addnext(tail)
    return made


def _run(one: Element, name: str, **values: object) -> None:
    put(run_properties(_middle(one)), name, RPR, **values)


def _linked(one: Element) -> None:
    made = run_properties(_middle(one))
    put(made, "color", RPR, val="0563C1")
    put(made, "u", RPR, val="single")


def _digits(one: Element) -> None:
    """Digits keep the size of what they were copied from."""
    run: Any
    for run in runs(one):
        node = run.find(w("t"))
        if (node.text or "") and not set(node.text) & set("0123456789"):
            continue
        words, before = node.text or "", run
        first = True
        for piece in _apart(words):
            made = run if first else deepcopy(run)
            made.find(w("t")).text = piece
            keep_blanks(made.find(w("t")))
            if not first:
                before.addnext(made)
                before = made
            first = False
    found: list[Any] = runs(one)
    small = [run for run in found if (run.find(w("t")).text or "").isdigit()]
    if not small:
        raise NotHere("digits")
    for run in small:
        put(run_properties(run), "sz", RPR, val=24)
        put(run_properties(run), "szCs", RPR, val=24)


def _apart(words: str) -> list[str]:
    """The words cut where digits begin and end."""
    found: list[str] = []
    for sign in words:
        if found and (sign in "0123456789") == (found[-1][-1] in "0123456789"):
            found[-1] += sign
        else:
            found.append(sign)
    return found


_text("words_pasted_in_song", "L123", "一段当中粘贴的几个字是宋体（5.2.2：仿宋）",
      lambda one: _run(one, "rFonts", eastAsia="宋体", ascii="宋体", hAnsi="宋体"))  # fmt: skip
_text(
    "words_left_as_a_link", "cl.5.2.4", "一段当中有几个字是蓝色带下划线的超链接样式（5.2.4：黑色）", _linked
)
_text(
    "words_left_red",
    "cl.5.2.4",
    "一段当中有几个字标红没有改回（5.2.4：黑色）",
    lambda one: _run(one, "color", val="FF0000"),
)
_text(
    "words_marked_green",
    "L123",
    "一段当中有几个字带绿色突出显示（5.2.4）",
    lambda one: _run(one, "highlight", val="green"),
)
_text("words_raised", "L123", "一段当中有几个字成了上标（5.2.2：3号）",
      lambda one: _run(one, "vertAlign", val="superscript"))  # fmt: skip
_text(
    "words_spread_apart",
    "L121",
    "一段当中有几个字的字距加宽3磅（5.2.3：每行28字）",
    lambda one: _run(one, "spacing", val=60),
)


def _soft_end(one: Element) -> None:
    last = runs(one)[-1]
    made = deepcopy(last)
    for node in made.findall(w("t")):
        made.remove(node)
    etree.SubElement(made, w("br"))
    last.addnext(made)


_text(
    "soft_break_at_the_end_of_a_paragraph",
    "L122",
    "段末多打了一个软回车，段后空出一行（5.2.3）",
    _soft_end,
)


@mutator("L123", "一段里的数字是小四号，汉字是3号（从表格粘贴）（5.2.2：3号）", "body", also=_TEXT,
         needs=lambda paper: any(set(line.text) & set("0123456789") for line in body_lines(paper, 0, 30)))  # fmt: skip
def digits_of_12_points(page: Docx, paper: Paper) -> str:
    line = next(line for line in body_lines(paper, 0, 30) if set(line.text) & set("0123456789"))
    one = parts.in_body(page.find(line.text))
    _digits(one)
    return parts.beginning(one)


@mutator("L123", "正文后半部分从某段起都是小三号（两人合写）（5.2.2：3号）", "body", also=_TEXT,
         needs=lambda paper: len(body_lines(paper, 0, 20)) > 3)  # fmt: skip
def second_half_of_the_text_of_15_points(page: Docx, paper: Paper) -> str:
    found = running(page, paper)
    for one in found[len(found) // 2 :]:
        size(one, 15)
    return parts.beginning(found[len(found) // 2])


@mutator("L123", "正文前后两种字体：后半部分是楷体（两人合写）（5.2.2：仿宋）", "body", also=_TEXT,
         needs=lambda paper: len(body_lines(paper, 0, 20)) > 3)  # fmt: skip
def second_half_of_the_text_in_kai(page: Docx, paper: Paper) -> str:
    found = running(page, paper)
    for one in found[len(found) // 2 :]:
        font(one, "楷体_GB2312")
    return parts.beginning(found[len(found) // 2])


@mutator("L121", "正文后半部分行距22磅（为了少一页）（5.2.3：每面22行）", "body", also=_TEXT,
         needs=lambda paper: len(body_lines(paper, 0, 40)) > 3)  # fmt: skip
def second_half_of_the_text_of_tight_lines(page: Docx, paper: Paper) -> str:
    found = running(page, paper)
    for one in found[len(found) // 2 :]:
        paragraph_format(one, "spacing", line=440, lineRule="exact")
    return parts.beginning(found[len(found) // 2])


@mutator("L122", "每个一级标题前都空了一行（5.2.3）", "headings", also=_TEXT,
         needs=with_standing(1))  # fmt: skip
def line_above_every_first_heading(page: Docx, paper: Paper) -> str:
    for line in standing(paper, 1):
        one = parts.in_body(page.find(line.text))
        one.addprevious(parts.blank(one))
    return standing(paper, 1)[0].text


def _no_indent(one: Element) -> None:
    for indent in ppr(one).findall(w("ind")):
        ppr(one).remove(indent)
    paragraph_format(one, "ind", left=0, right=0, firstLine=0, firstLineChars=0, leftChars=0)
    for run in runs(one):
        for node in run.findall(w("tab")):
            run.remove(node)


@mutator("L096", "二级标题前用空格代替缩进（7.3.3：左空二字）", "headings", also=_TEXT,
         needs=with_headings(2))  # fmt: skip
def second_headings_indented_by_blanks(page: Docx, paper: Paper) -> str:
    for line in body_lines(paper, 2):
        one = parts.in_body(page.find(line.text))
        _no_indent(one)
        pushed(one, 2)
    return body_lines(paper, 2)[0].text[:10]


@mutator("L096", "附注前用空格代替缩进（7.3.6：左空二字）", "remark", needs=remarked, also=("L095", "cl.7.3.6", *_TEXT))  # fmt: skip
def remark_indented_by_blanks(page: Docx, paper: Paper) -> str:
    one = parts.in_body(page.find(f"（{paper.remark}）"))
    _no_indent(one)
    pushed(one, 2)
    return paper.remark[:10]


@mutator("L096", "附件说明前用空格代替缩进（7.3.4：左空二字）", "attachments", needs=attached, also=("L086", "cl.7.3.4", *_TEXT))  # fmt: skip
def list_of_attachments_indented_by_blanks(page: Docx, paper: Paper) -> str:
    one = parts.in_body(page.find("附件："))
    _no_indent(one)
    pushed(one, 4, " ")
    return text(one).strip()[:10]
