"""Round 5, form: PDF pages by the book."""

from __future__ import annotations

import re
from collections.abc import Callable

from tests.corpus.mutators.edit import Html, NotHere
from tests.corpus.mutators.registry import entering
from tests.corpus.mutators.traits import alone, body_lines, framed, letter, ruled, signed
from tests.corpus.papers.spec import Paper

_enter = entering(__name__)
_MM = 72 / 25.4
_ALL = ("cl.5.1", "cl.5.2", "cl.5.2.1", "cl.5.2.4", "cl.7.2", "cl.7.2.4", "cl.7.2.5", "cl.7.2.7", "cl.7.3.1", "cl.7.3.2",
        "cl.7.3.3", "cl.7.3.5", "cl.7.4", "cl.7.5", "cl.10.1", "GW1", "GW2", "GW3", "GW4")  # fmt: skip


def _printed(
    name: str,
    rule: str,
    says: str,
    topic: str,
    change: Callable[[Html, Paper], str],
    needs: Callable[[Paper], bool],
    also: tuple[str, ...] = (),
) -> None:
    _enter(
        change, name, rule, says, topic, needs=needs, also=(*also, *_ALL), pdf=True, producers=("html",)
    )  # only HTML can be changed so


def _style(page: Html, words: str, *, last: bool = False) -> tuple[int, int]:
    """Where the style of the line that begins with these words stands."""
    body = page.text.index("<body")
    at = page.text.rfind(">" + words) if last else page.text.find(">" + words, body)
    if at < body:
        raise NotHere(words)
    start = page.text.rindex('style="', 0, at) + 7
    return start, page.text.index('"', start)


def _restyle(page: Html, words: str, old: str, new: Callable[[float], str], *, last: bool = False) -> str:
    """One value in pt of a line's style, e.g. `top`, is another."""
    start, end = _style(page, words, last=last)
    style = page.text[start:end]
    found = re.search(rf"{old}([\d.]+)pt", style)
    if not found:
        raise NotHere(old)
    changed = style[: found.start()] + new(float(found[1])) + style[found.end() :]
    page.text = page.text[:start] + changed + page.text[end:]
    return words


def _moved(page: Html, words: str, mm: float, *, last: bool = False) -> str:
    return _restyle(page, words, "top:", lambda top: f"top:{top + mm * _MM:.2f}pt", last=last)


def _aside(page: Html, words: str, mm: float, *, last: bool = False) -> str:
    return _restyle(page, words, "left:", lambda left: f"left:{left + mm * _MM:.2f}pt", last=last)


def _faced(page: Html, words: str, face: str, *, last: bool = False) -> str:
    start, end = _style(page, words, last=last)
    style = re.sub(r"(font:[\d.]+pt )\w+", rf"\g<1>{face}", page.text[start:end])
    page.text = page.text[:start] + style + page.text[end:]
    return words


def _coloured(page: Html, words: str, colour: str, *, last: bool = False) -> str:
    _, end = _style(page, words, last=last)
    page.text = page.text[:end] + f";color:{colour}" + page.text[end:]
    return words


def _rules(page: Html, change: Callable[[str], str], which: str = '<b class="red" ') -> None:
    at = page.text.find(which)
    if at < 0:
        raise NotHere("a rule")
    end = page.text.index(">", at)
    page.text = page.text[:at] + change(page.text[at:end]) + page.text[end:]


def _top(rule: str, mm: float) -> str:
    return re.sub(r"top:([\d.]+)pt", lambda found: f"top:{float(found[1]) + mm * _MM:.2f}pt", rule)


def _ruled_again(page: Html, paper: Paper, change: Callable[[str], str]) -> str:
    _rules(page, change)
    return paper.number


_printed("printed_rule_touching_the_number", "L135", "PDF红线紧贴发文字号，几乎没有空隙（7.2.7：4毫米）", "red rule",
         lambda page, paper: _ruled_again(page, paper, lambda rule: _top(rule, -3.6)), ruled)  # fmt: skip
_printed("printed_rule_blue", "L135", "PDF红线是蓝色（7.2.7：红色分隔线）", "red rule",
         lambda page, paper: _ruled_again(page, paper, lambda rule: rule[:-1] + ';background:#0000ff"'), ruled)  # fmt: skip
_printed("printed_rule_off_to_the_right", "L135", "PDF红线向右偏出版心12毫米（7.2.7：与版心等宽、居中）", "red rule",
         lambda page, paper: _ruled_again(page, paper, lambda rule: re.sub(r"left:[\d.]+pt", f"left:{40 * _MM:.2f}pt", rule)),
         ruled)  # fmt: skip
_printed("printed_mark_9_mm_low", "L134", "PDF发文机关标志低了9毫米（7.2.4：距版心上边缘35毫米）", "mark",
         lambda page, paper: _moved(page, paper.issuers[0], 9), alone)  # fmt: skip
_printed("printed_mark_in_kai", "cl.7.2.4", "PDF发文机关标志用楷体（7.2.4：小标宋）", "mark",
         lambda page, paper: _faced(page, paper.issuers[0], "kai"), alone)  # fmt: skip
_printed("printed_letter_mark_12_mm_high", "L134", "PDF信函标志上边缘离纸边18毫米（10.1：30毫米）", "letter",
         lambda page, paper: _moved(page, paper.issuers[0], -12), letter)  # fmt: skip
_printed("printed_letter_lower_line_at_30_mm", "cl.10.1", "PDF信函下面的双线离下纸边32毫米（10.1：20毫米）", "letter",
         lambda page, paper: _lower_lines(page, -12), letter, ("L135",))  # fmt: skip


def _lower_lines(page: Html, mm: float) -> str:
    found = list(re.finditer(r'<b class="red" [^>]*>', page.text))
    if len(found) < 4:
        raise NotHere("four lines")
    for one in reversed(found[2:4]):
        page.text = page.text[: one.start()] + _top(one[0], mm) + page.text[one.end() :]
    return ""


def _numbered_first(page: Html) -> str:
    end = page.text.index("</div>", page.text.index('<div class="page">'))
    side = f"right:{26 * _MM + 14:.2f}pt;top:{269 * _MM - 7.6:.2f}pt;font:14pt song;line-height:1"
    page.text = page.text[:end] + f'<i style="{side}">— 1 —</i>' + page.text[end:]
    return "— 1 —"


_printed("printed_letter_with_a_number_on_its_first_page", "L111", "PDF信函首页印了页码（10.1：首页不显示）", "page number",
         lambda page, paper: _numbered_first(page), letter, ("L110",))  # fmt: skip


def _renumbered(page: Html, new: Callable[[int], str]) -> str:
    made, count = re.subn(r">— (\d+) —<", lambda found: f">{new(int(found[1]))}<", page.text)
    if not count:
        raise NotHere("page numbers")
    page.text = made
    return ""


_printed("printed_numbers_with_hyphens", "L110", "PDF页码两边用半角连字符“- 1 -”（7.5：一字线）", "page number",
         lambda page, paper: _renumbered(page, lambda number: f"- {number} -"), ruled)  # fmt: skip
_printed("printed_numbers_from_three", "L110", "PDF页码从3编起（7.5：从1连续编排）", "page number",
         lambda page, paper: _renumbered(page, lambda number: f"— {number + 2} —"), ruled)  # fmt: skip
_printed("printed_numbers_called_page", "L110", "PDF页码写成“第1页”（7.5：一字线）", "page number",
         lambda page, paper: _renumbered(page, lambda number: f"第{number}页"), ruled)  # fmt: skip
_printed("printed_numbers_all_one", "L110", "PDF每页的页码都是1（7.5：连续编排）", "page number",
         lambda page, paper: _renumbered(page, lambda number: "— 1 —"), ruled)  # fmt: skip
_printed("printed_numbers_in_the_type_area", "L110", "PDF页码进了版心下边缘以上（7.5：版心下边缘之下7毫米）", "page number",
         lambda page, paper: _raised(page),
         lambda paper: paper.face in ("document", "minutes"))  # fmt: skip


def _titled(page: Html, paper: Paper, change: Callable[[str], str]) -> str:
    """Every line of the title; the first is the quote."""
    for line in paper.title:
        change(line)
    return paper.title[0]


def _raised(page: Html) -> str:
    page.sub(f"top:{269 * _MM - 7.6:.2f}pt", f"top:{259 * _MM - 7.6:.2f}pt", 99)
    return "— 1 —"


def _foot_of(page: Html, change: Callable[[str], str]) -> None:
    """The rules of the last page as wide as the type area."""
    at = page.text.rindex('<div class="page">')
    head, last = page.text[:at], page.text[at:]
    made = re.sub(r'<b style="[^"]*width:442\.20pt[^"]*"', lambda found: change(found[0]), last)
    if made == last:
        raise NotHere("rules")
    page.text = head + made


def _low(page: Html, paper: Paper) -> str:
    _foot_of(page, lambda rule: _top(rule, 5))
    for words in ("抄送：", paper.office, paper.printed):
        if words != "抄送：" or paper.cc:
            _moved(page, words, 5, last=True)
    return paper.printed


def _weighed(page: Html, paper: Paper, new: str) -> str:
    _foot_of(page, lambda rule: re.sub(r"height:[\d.]+pt", new, rule))
    return paper.printed


_printed("printed_imprint_low", "L101", "PDF版记整体低了5毫米，末条线伸出版心下边缘（7.4.1：重合）", "imprint", _low, framed, ("L102",))  # fmt: skip
_printed("printed_imprint_rules_of_3_points", "L102", "PDF版记各条线都是3磅粗（7.4.1：0.35、0.25毫米）", "imprint",
         lambda page, paper: _weighed(page, paper, "height:3.00pt"), framed, ("L101",))  # fmt: skip
_printed("printed_imprint_rules_red", "L102", "PDF版记分隔线是红色（5.2.4：黑色）", "imprint",
         lambda page, paper: _weighed(page, paper, "height:0.99pt;background:#ff0000"), framed, ("L101",))  # fmt: skip
_printed("printed_title_12_mm_off", "cl.7.3.1", "PDF标题向右偏12毫米，没有居中（7.3.1：居中）", "title",
         lambda page, paper: _titled(page, paper, lambda line: _aside(page, line, 12)), ruled, ("L023",))  # fmt: skip
_printed("printed_title_red", "cl.7.3.1", "PDF标题是红色（5.2.4：黑色）", "title",
         lambda page, paper: _titled(page, paper, lambda line: _coloured(page, line, "#ff0000")), ruled)  # fmt: skip
_printed("printed_title_in_song", "cl.7.3.1", "PDF标题是宋体（7.3.1：小标宋）", "title",
         lambda page, paper: _titled(page, paper, lambda line: _faced(page, line, "song")), ruled)  # fmt: skip
_printed("printed_number_in_hei", "cl.7.2.5", "PDF发文字号是黑体（5.2.2：3号仿宋）", "number",
         lambda page, paper: _faced(page, paper.number, "hei"), alone)  # fmt: skip
_printed("printed_number_off_to_the_right", "cl.7.2.5", "PDF下行文发文字号偏右30毫米，没有居中（7.2.5：居中）", "number",
         lambda page, paper: _aside(page, paper.number, 30), lambda paper: alone(paper) and not paper.signers)  # fmt: skip
_printed("printed_recipients_set_in", "L032", "PDF主送机关缩进两字（7.3.2：居左顶格）", "recipients",
         lambda page, paper: _aside(page, paper.recipients[:8], 2 * 5.571), lambda paper: ruled(paper) and bool(paper.recipients))  # fmt: skip
_printed("printed_date_at_the_left", "L090", "PDF成文日期居左，署名居右（7.3.5.1：日期右空四字）", "signature",
         lambda page, paper: _restyle(page, paper.date + "<", "left:", lambda left: f"left:{28 * _MM:.2f}pt", last=True) and paper.date,
         lambda paper: signed(paper) and len(paper.signatories) == 1, ("L091",))  # fmt: skip
_printed("printed_heading_in_song", "L050", "PDF一个一级标题是宋体（7.3.3：黑体）", "headings",
         lambda page, paper: _faced(page, body_lines(paper, 1)[0].text, "song"),
         lambda paper: bool(body_lines(paper, 1)) and not body_lines(paper, 1)[0].rest)  # fmt: skip
_printed("printed_binding_margin_of_38_mm", "L120", "PDF全部内容右移10毫米，订口38毫米（5.2.1：28毫米±1）", "sheet",
         lambda page, paper: _shifted(page), ruled, ("L110", "L135"))  # fmt: skip


def _shifted(page: Html) -> str:
    at = page.text.index("<body")
    body = re.sub(
        r"left:([\d.]+)pt", lambda found: f"left:{float(found[1]) + 10 * _MM:.2f}pt", page.text[at:]
    )
    body = re.sub(r"right:([\d.]+)pt", lambda found: f"right:{float(found[1]) - 10 * _MM:.2f}pt", body)
    page.text = page.text[:at] + body
    return ""
