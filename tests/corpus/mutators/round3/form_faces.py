"""Round 3, form: letters, orders, minutes, pages of attachments, tables."""

from __future__ import annotations

from typing import Any

from tests.corpus.mutators.edit import (
    Docx,
    NotHere,
    copied,
    font,
    paragraph_format,
    ppr,
    run_format,
    say,
    sections,
    text,
    w,
)
from tests.corpus.mutators.layout import (
    aligned,
    blank_before,
    broken,
    each_with,
    emptied,
    reindent,
)
from tests.corpus.mutators.places import MM, gaps_before, label, lowered, mark
from tests.corpus.mutators.registry import mutator
from tests.corpus.mutators.traits import attached, letter, order, ruled
from tests.corpus.papers.spec import Paper

_LETTER = ("GW2", "GW3")
_PAGE = ("cl.7.3.7", "L084", "GW4")


def _minutes(paper: Paper) -> bool:
    return paper.face == "minutes" and bool(paper.attended)


def _tabled(paper: Paper) -> bool:
    return bool(paper.tables) and "@" in paper.body


def _lines(page: Docx) -> list[list[Any]]:
    """The lines of a letter from the top: their extents, sizes and weights, all copies of one together."""
    found: list[tuple[int, Any]] = []
    for root in (page.body, *page.named("word/header")):
        for anchor in root.iter(
            "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}anchor"
        ):
            down = next(
                (
                    node
                    for node in anchor.iter()
                    if str(node.tag).endswith("}posOffset")
                    and str(node.getparent().tag).endswith("}positionV")
                ),
                None,
            )
            wide = next((node for node in anchor.iter() if str(node.tag).endswith("}extent")), None)
            if (
                down is not None
                and wide is not None
                and wide.get("cy") == "0"
                and int(wide.get("cx")) > 5_900_000
            ):
                found.append((int(down.text), anchor))
    if len(found) < 4:
        raise NotHere("four lines")
    return [[anchor] for _, anchor in sorted(found, key=lambda one: one[0])]


# Letters


@mutator("cl.10.1", "信函双线长156毫米，与版心等宽（10.1：170毫米）", "letter", needs=letter, also=_LETTER, producers=("wps", "online"))  # fmt: skip
def letter_lines_of_156(page: Docx, paper: Paper) -> str:
    for (anchor,) in _lines(page):
        for node in anchor.iter():
            if str(node.tag).endswith(("}extent", "}ext")) and node.get("cy") == "0":
                node.set("cx", str(int(442.2 * 12700)))
            if str(node.tag).endswith("}posOffset") and str(node.getparent().tag).endswith("}positionH"):
                node.text = str(int(28 * 72 / 25.4 * 12700))
    return ""


@mutator("cl.10.1", "信函页下没有双线（10.1：距下页边20毫米处一条双线）", "letter", needs=letter, also=_LETTER, producers=("wps", "online"))  # fmt: skip
def letter_without_lower_lines(page: Docx, paper: Paper) -> str:
    for (anchor,) in _lines(page)[2:]:
        run = next(anchor.iterancestors(w("r")))
        run.getparent().remove(run)
    return ""


@mutator("cl.10.1", "信函标志下是单线（10.1：上粗下细的双线）", "letter", needs=letter, also=_LETTER, producers=("wps", "online"))  # fmt: skip
def letter_with_a_single_line(page: Docx, paper: Paper) -> str:
    (anchor,) = _lines(page)[1]
    run = next(anchor.iterancestors(w("r")))
    run.getparent().remove(run)
    return ""


@mutator("cl.10.1", "信函标志下的双线上细下粗（10.1：上粗下细）", "letter", needs=letter, also=_LETTER, producers=("wps", "online"))  # fmt: skip
def letter_lines_turned_round(page: Docx, paper: Paper) -> str:
    (upper,), (lower,) = _lines(page)[:2]
    weights = [next(node for node in one.iter() if str(node.tag).endswith("}ln")) for one in (upper, lower)]
    first, second = (one.get("w") for one in weights)
    weights[0].set("w", second)
    weights[1].set("w", first)
    return ""


@mutator("L134", "信函标志上边缘距纸边45毫米（10.1：30毫米）", "letter", needs=letter, also=("cl.10.1", *_LETTER), producers=("wps", "online"))  # fmt: skip
def letter_mark_low(page: Docx, paper: Paper) -> str:
    for section in sections(page):
        found = section.find(w("pgMar"))
        found.set(w("header"), str(int(found.get(w("header"))) + round(15 * MM)))
    return paper.issuers[0]


@mutator(
    "cl.10.1", "信函发文字号居中（10.1：版心右上角）", "letter", needs=letter, also=("cl.7.2.5", *_LETTER)
)
def letter_number_in_the_middle(page: Docx, paper: Paper) -> str:
    paragraph_format(page.find(paper.number), "jc", val="center")
    return paper.number


@mutator("cl.10.1", "信函发文字号下不空行就排标题（10.1：空二行）", "letter", needs=letter, also=("cl.7.3.1", *_LETTER), producers=("wps", "online", "script"))  # fmt: skip
def letter_title_right_below_the_number(page: Docx, paper: Paper) -> str:
    for gap in gaps_before(page.body_paragraph(paper.title[0])):
        gap.getparent().remove(gap)
    return paper.title[0]


@mutator("cl.10.1", "信函又加了版头的红线（10.1：只有双线）", "letter", needs=letter, also=("L135", *_LETTER), producers=("wps", "online", "script"))  # fmt: skip
def letter_with_a_red_rule_too(page: Docx, paper: Paper) -> str:
    one = page.find(paper.number)
    made = emptied(one)
    paragraph_format(made, "spacing", before=0, after=0, line=240, lineRule="exact")
    border = paragraph_format(made, "pBdr")
    edge = border.makeelement(
        w("bottom"), {w("val"): "single", w("sz"): "12", w("space"): "0", w("color"): "FF0000"}
    )
    border.append(edge)
    one.addnext(made)
    return paper.number


# Orders and minutes


@mutator("L134", "命令标志上边缘距版心上边40毫米（10.2：20毫米）", "order", needs=order, also=("cl.10.2", "GW2"), producers=("script", "wps", "mac", "legacy", "online"))  # fmt: skip
def order_mark_low(page: Docx, paper: Paper) -> str:
    one = mark(page, paper)
    lowered(one, 20)
    return text(one)


@mutator(
    "cl.10.2", "令号排在标志左下，没有居中（10.2：居中）", "order", needs=order, also=("cl.7.2.5", "GW2")
)
def order_number_at_the_left(page: Docx, paper: Paper) -> str:
    paragraph_format(page.find(paper.number, whole=True), "jc", val="left")
    return paper.number


@mutator("cl.10.2", "命令用了发文字号，没有令号（10.2：第×号）", "order", needs=order, also=("R18", "GW2"))
def order_with_a_document_number(page: Docx, paper: Paper) -> str:
    new = "安政令〔2026〕" + paper.number.removeprefix("第")
    return page.replace(paper.number, new)


@mutator("cl.7.3.5", "命令的日期排在签发人职务之上（7.3.5.3：日期在下）", "order", needs=order, also=("cl.10.2", "GW4"), producers=("script", "wps", "mac", "legacy", "online"))  # fmt: skip
def order_date_above_the_signer(page: Docx, paper: Paper) -> str:
    post, date = page.body_paragraph(paper.post), page.body_paragraph(paper.date)
    post.addprevious(date)
    return paper.date


@mutator("cl.10.3", "纪要“出席”一行顶格（10.3：左空二字）", "minutes", needs=_minutes, also=("GW4", "GW3"))
def attended_flush(page: Docx, paper: Paper) -> str:
    for name, people in paper.attended:
        reindent(page.body_paragraph(f"{name}：{people}"))
    return paper.attended[0][0]


@mutator(
    "cl.10.3",
    "纪要出席人员排在正文之前（10.3：正文或附件说明下空一行）",
    "minutes",
    needs=_minutes,
    also=("GW4", "GW3"),
)
def attended_above_the_text(page: Docx, paper: Paper) -> str:
    first = page.body_paragraph(paper.body.strip().splitlines()[0])
    for name, people in paper.attended:
        first.addprevious(page.body_paragraph(f"{name}：{people}"))
    return paper.attended[0][0]


@mutator(
    "cl.10.3",
    "纪要“出席：”和姓名都用黑体（10.3：姓名用3号仿宋）",
    "minutes",
    needs=_minutes,
    also=("L123", "GW4", "GW3"),
)
def names_attended_in_hei(page: Docx, paper: Paper) -> str:
    for name, people in paper.attended:
        font(page.body_paragraph(f"{name}：{people}"), "黑体")
    return paper.attended[0][1][:10]


@mutator("cl.10.3", "纪要正文和“出席”之间没有空行（10.3：空一行）", "minutes", needs=_minutes, also=("GW4", "GW3"), producers=("script", "wps", "web", "template", "online"))  # fmt: skip
def attended_right_below_the_text(page: Docx, paper: Paper) -> str:
    name, people = paper.attended[0]
    for gap in gaps_before(page.body_paragraph(f"{name}：{people}")):
        gap.getparent().remove(gap)
    return name


# Pages of attachments


@mutator("L084", "“附件”和附件标题排在同一行（7.3.7：标题居中排在第三行）", "attachments", needs=attached, also=_PAGE, producers=("script", "wps", "mac", "web", "typed", "template", "legacy"))  # fmt: skip
def label_and_title_on_one_line(page: Docx, paper: Paper) -> str:
    one = label(page, paper)
    title = page.find(paper.attachments[0].title, whole=True, last=True)
    words = f"{text(one)}　{paper.attachments[0].title}"
    say(one, words)
    title.getparent().remove(title)
    return words


@mutator("L084", "附件标题排在第六行（7.3.7：第三行）", "attachments", needs=attached, also=_PAGE, producers=("script", "wps", "mac", "web", "typed", "template", "legacy"))  # fmt: skip
def attachment_title_on_the_sixth_line(page: Docx, paper: Paper) -> str:
    title = page.find(paper.attachments[0].title, whole=True, last=True)
    blank_before(title, gaps_before(title, 1)[0], 3)
    return paper.attachments[0].title


@mutator("L084", "附件页的“附件”加方括号（7.3.7）", "attachments", needs=attached, also=("L085", *_PAGE))
def label_in_square_brackets(page: Docx, paper: Paper) -> str:
    one = label(page, paper)
    words = f"[{text(one)}]"
    say(one, words)
    return words


@mutator(
    "L084", "附件页的“附件”后加句点“附件1.”（7.3.7）", "attachments", needs=attached, also=("L085", *_PAGE)
)
def label_with_a_point(page: Docx, paper: Paper) -> str:
    one = label(page, paper)
    words = text(one) + "."
    say(one, words)
    return words


@mutator("L084", "附件页的“附件”居右（7.3.7：左上角顶格）", "attachments", needs=attached, also=_PAGE)
def label_at_the_right(page: Docx, paper: Paper) -> str:
    aligned(label(page, paper), "right")
    return text(label(page, paper))


@mutator("L084", "附件页的“附件”是二号小标宋（7.3.7：3号黑体）", "attachments", needs=attached, also=_PAGE)
def label_in_the_type_of_a_title(page: Docx, paper: Paper) -> str:
    one = label(page, paper)
    font(one, "方正小标宋简体")
    run_format(one, "sz", val=44)
    return text(one)


@mutator("cl.7.3.7", "附件没有标题，“附件”下直接是内容（7.3.7）", "attachments", needs=attached, also=("L084", "L085", "R21", "GW4"))  # fmt: skip
def attachment_without_a_title(page: Docx, paper: Paper) -> str:
    title = page.find(paper.attachments[0].title, whole=True, last=True)
    title.getparent().remove(title)
    return paper.attachments[0].title


@mutator("L087", "附件不另起一页，靠两个空行与前面隔开（7.3.7：另面编排）", "attachments", needs=attached, also=_PAGE, producers=("wps", "mac", "web", "typed", "template", "legacy"))  # fmt: skip
def attachment_after_empty_lines(page: Docx, paper: Paper) -> str:
    one = label(page, paper)
    for found in ppr(one).findall(w("pageBreakBefore")):
        ppr(one).remove(found)
        one.addprevious(emptied(one))
        one.addprevious(emptied(one))
        return text(one)
    raise NotHere("a break")


@mutator("cl.7.3.7", "附件正文用小四号宋体（7.3.7：格式要求同正文）", "attachments", also=("L123", "GW3", "GW4"),
         needs=lambda paper: any(not one.body.startswith("@") for one in paper.attachments))  # fmt: skip
def attachment_in_small_song(page: Docx, paper: Paper) -> str:
    words = next(one.body for one in paper.attachments if not one.body.startswith("@"))
    for line in words.strip().splitlines():
        one = page.find(line)
        font(one, "宋体")
        run_format(one, "sz", val=24)
    return words.strip().splitlines()[1][:12]


@mutator("L101", "版记之后又排了一份公文，版记不在末页（7.4.1：公文最后一面）", "imprint", needs=lambda paper: ruled(paper) and bool(paper.printed), also=("cl.7.4.1", "L087", "L085", "GW4", "GW3"), producers=("mac", "web", "typed", "template", "legacy", "online"))  # fmt: skip
def another_paper_behind_the_imprint(page: Docx, paper: Paper) -> str:
    end = page.body.find(w("sectPr"))
    words = [one for one in paper.body.strip().splitlines() if not one.startswith("@")]
    found = [page.body_paragraph(one) for one in (paper.title[0], *words)]
    for number, one in enumerate(found):
        made = copied(one)
        if not number:
            broken(made)
        end.addprevious(made)
    return paper.title[0]


# Tables


@mutator("cl.5.2.1", "表格左移出版心15毫米（5.2.1：版心156毫米）", "tables", needs=_tabled, also=("GW1", "GW3", "cl.8"), producers=("script", "wps", "mac", "web", "typed", "template", "legacy", "online"))  # fmt: skip
def table_in_the_binding_margin(page: Docx, paper: Paper) -> str:
    head = paper.tables[0].head[0]
    for table in each_with(page, "tbl"):
        if any(text(one) == head for one in page.paragraphs(table)):
            properties = table.find(w("tblPr"))
            for name in ("jc", "tblInd"):
                for found in properties.findall(w(name)):
                    properties.remove(found)
            made = properties.makeelement(w("tblInd"), {w("w"): str(-round(15 * MM)), w("type"): "dxa"})
            properties.find(w("tblW")).addnext(made)
            return head
    raise NotHere(head)


@mutator("cl.5.2.4", "表格的字是红色（5.2.4：黑色）", "tables", needs=_tabled, also=("L123", "GW3"))
def table_in_red(page: Docx, paper: Paper) -> str:
    words = paper.tables[0].rows[-1]
    changed = ""
    for one in page.paragraphs():
        if text(one) in words and text(one) and next(one.iterancestors(w("tr")), None) is not None:
            run_format(one, "color", val="FF0000")
            changed = changed or text(one)
    if not changed:
        raise NotHere(words)
    return changed
