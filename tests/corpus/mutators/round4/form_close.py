"""Round 4, form: signature, date, 附注 and attachments."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy

from tests.corpus.mutators.edit import Docx, Element, NotHere, font, ppr, say, size, text, w
from tests.corpus.mutators.places import date_line, signature
from tests.corpus.mutators.registry import entering, mutator
from tests.corpus.mutators.round4 import parts
from tests.corpus.mutators.traits import attached, remarked, signed_by_one, single
from tests.corpus.papers.spec import Paper

_enter = entering(__name__)
_SIGN = ("L090", "L091", "L092", "L093", "cl.7.3.5", "GW1", "GW3", "GW4")
_NOTE = ("L095", "cl.7.3.6", "GW1", "GW3", "GW4")
_MORE = ("L080", "L081", "L083", "L084", "L085", "L086", "L087", "cl.7.3.4", "cl.7.3.7", "GW1", "GW3", "GW4")


def _sign(
    name: str, rule: str, says: str, change: Callable[[Element, Element], object], also: tuple[str, ...] = ()
) -> None:
    def changed(page: Docx, paper: Paper) -> str:
        change(signature(page, paper), date_line(page, paper))
        return paper.date

    _enter(changed, name, rule, says, "signature", needs=signed_by_one, also=(*_SIGN, *also))


def _gone(one: Element) -> None:
    one.getparent().remove(parts.in_body(one))


_sign(
    "signature_at_the_left_edge",
    "cl.7.3.5",
    "署名左对齐（7.3.5：居右）",
    lambda name, date: parts.to_the(parts.in_body(name), "left"),
)
_sign(
    "signature_in_the_middle_of_the_page",
    "cl.7.3.5",
    "署名在版心居中，日期居右，没有上下对应（7.3.5.1）",
    lambda name, date: parts.to_the(parts.in_body(name), "center"),
)
_sign(
    "signature_and_date_of_14_points",
    "cl.7.3.5",
    "署名和日期用四号（5.2.2：3号）",
    lambda name, date: (size(name, 14), size(date, 14)),
    ("L123",),  # 5.2.2, by which the size of every element is judged
)
_sign(
    "date_at_the_left_edge",
    "cl.7.3.5",
    "成文日期左对齐（7.3.5：右空四字）",
    lambda name, date: parts.to_the(parts.in_body(date), "left"),
)
_sign(
    "date_at_the_right_edge",
    "cl.7.3.5",
    "成文日期顶到右边（7.3.5：右空四字）",
    lambda name, date: parts.to_the(parts.in_body(date), "right"),
)
_sign(
    "line_between_name_and_date",
    "cl.7.3.5",
    "署名与成文日期之间空了一行（7.3.5）",
    lambda name, date: parts.in_body(name).addnext(parts.blank(name)),
)
_sign("signature_left_out", "cl.7.3.5", "没有发文机关署名（条例第九条）", lambda name, date: _gone(name))
_sign("date_left_out", "cl.7.3.5", "没有成文日期（条例第九条）", lambda name, date: _gone(date))
_sign(
    "signature_of_another_office", "R17", "署名不是版头的机关", lambda name, date: say(name, "安和县教育局")
)
_sign(
    "signature_of_the_general_office",
    "R17",
    "署名多写“办公室”，与版头不符",
    lambda name, date: say(name, text(name).strip() + "办公室"),
)
_sign(
    "signature_shortened_otherwise",
    "R22",
    "署名用不规范简称（条例第九条）",
    lambda name, date: say(name, text(name).strip().removeprefix("安和")),
)
_sign(
    "no_text_on_this_page",
    "L094",
    "“（此页无正文）”（7.3.5.5）",
    lambda name, date: say(_before(name), "（此页无正文）"),
)


def _before(name: Element) -> Element:
    """An empty paragraph over the name, made able to speak."""
    made = parts.blank(parts.in_body(name))
    run = deepcopy(next(name.iter(w("r"))))
    made.append(run)
    name.addprevious(made)
    return made


def _remarked(paper: Paper) -> bool:
    return remarked(paper) and len(paper.signatories) == 1


def _remark(page: Docx, paper: Paper) -> Element:
    return parts.in_body(page.find(f"（{paper.remark}）"))


def _note(name: str, rule: str, says: str, change: Callable[[Docx, Paper, Element], object]) -> None:
    def changed(page: Docx, paper: Paper) -> str:
        change(page, paper, _remark(page, paper))
        return paper.remark[:10]

    _enter(changed, name, rule, says, "remark", needs=_remarked, also=_NOTE)


_note(
    "remark_without_its_brackets",
    "L095",
    "附注没有加圆括号（7.3.6）",
    lambda page, paper, one: page.replace(f"（{paper.remark}）", paper.remark),
)
_note(
    "remark_at_the_edge",
    "L095",
    "附注顶格（7.3.6：左空二字）",
    lambda page, paper, one: parts.to_the(one, "left"),
)
_note(
    "remark_above_the_name",
    "L095",
    "附注排在署名之前（7.3.6：成文日期下一行）",
    lambda page, paper, one: parts.in_body(signature(page, paper)).addprevious(one),
)


def _label(page: Docx) -> Element:
    found = [one for one in page.paragraphs() if text(one).strip() in ("附件", "附件1")]
    if not found:
        raise NotHere("label")
    return found[0]


def _listed(page: Docx) -> Element:
    return page.find("附件：")


def _more(
    name: str,
    rule: str,
    says: str,
    change: Callable[[Docx, Paper], object],
    needs: Callable[[Paper], bool] = attached,
) -> None:
    def changed(page: Docx, paper: Paper) -> str:
        change(page, paper)
        return "附件"

    _enter(changed, name, rule, says, "attachments", needs=needs, also=_MORE)


def _same_page(page: Docx) -> None:
    one, found = _label(page), False
    for held in one.iter(w("pageBreakBefore")):
        held.set(w("val"), "0")
        found = True
    broken = [one, *parts.blanks_before(one)]
    if (before := broken[-1].getprevious()) is not None:
        broken.append(before)
    for node in [
        node for paragraph in broken for node in paragraph.iter(w("br")) if node.get(w("type")) == "page"
    ]:
        node.getparent().remove(node)
        found = True
    if not found:
        raise NotHere("page break")


_more(
    "label_of_the_attachment_in_fang",
    "L084",
    "附件页的“附件”用仿宋（7.3.7：3号黑体）",
    lambda page, paper: font(_label(page), "仿宋_GB2312"),
)
_more(
    "label_of_the_attachment_in_the_middle",
    "L084",
    "附件页的“附件”居中（7.3.7：左上角顶格）",
    lambda page, paper: parts.to_the(_label(page), "center"),
)
_more(
    "label_of_the_attachment_left_out",
    "L084",
    "附件页没有“附件”标识（7.3.7）",
    lambda page, paper: say(_label(page), " "),
)
_more(
    "title_of_the_attachment_in_fang",
    "cl.7.3.7",
    "附件标题用3号仿宋、与正文没有区别（7.3.7）",
    lambda page, paper: (
        font(page.find(paper.attachments[0].title, last=True), "仿宋_GB2312"),
        size(page.find(paper.attachments[0].title, last=True), 16),
    ),
)
_more(
    "title_of_the_attachment_left_out",
    "cl.7.3.7",
    "附件没有标题（7.3.7）",
    lambda page, paper: say(page.find(paper.attachments[0].title, last=True), " "),
)
_more(
    "list_of_attachments_at_the_edge",
    "cl.7.3.4",
    "附件说明顶格（7.3.4：左空二字）",
    lambda page, paper: parts.to_the(_listed(page), "left"),
)
_more(
    "list_of_attachments_under_the_date",
    "cl.7.3.4",
    "附件说明排在成文日期之后（7.3.4：正文下空一行）",
    lambda page, paper: parts.in_body(date_line(page, paper)).addnext(_listed(page)),
    lambda paper: single(paper) and signed_by_one(paper),
)
_more(
    "list_of_attachments_says_enclosed_above",
    "cl.7.3.4",
    "附件说明只写“附件：如文”（7.3.4：标注顺序号和名称）",
    lambda page, paper: say(_listed(page), "附件：如文"),
    single,
)
_more(
    "list_of_attachments_left_out",
    "cl.7.3.4",
    "有附件而没有附件说明（7.3.4）",
    lambda page, paper: say(_listed(page), " "),
    single,
)


@mutator("cl.7.3.4", "正文与附件说明之间没有空行（7.3.4：空一行）", "attachments", needs=attached, also=_MORE)
def list_of_attachments_close_to_the_text(page: Docx, paper: Paper) -> str:
    parts.close_up(_listed(page))
    return "附件"


@mutator(
    "cl.7.3.5", "正文与署名之间没有空行，印章压住正文（7.3.5.1）", "signature", needs=signed_by_one, also=_SIGN
)
def signature_close_to_the_text(page: Docx, paper: Paper) -> str:
    name = signature(page, paper)
    if ppr(name).find(w("pBdr")) is not None:
        raise NotHere("a blank line")
    parts.close_up(name)
    return paper.signatories[-1]


@mutator(
    "L087",
    "附件没有另面编排（7.3.7）",
    "attachments",
    needs=attached,
    also=_MORE,
    producers=("script", "wps", "mac", "web", "typed", "template", "legacy", "online"),
)
def attachment_without_a_new_page(page: Docx, paper: Paper) -> str:
    _same_page(page)
    return "附件"
