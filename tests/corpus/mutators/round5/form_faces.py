"""Round 5, form: letters, orders, minutes and tables by the book."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lxml import etree

from tests.corpus.mutators import places
from tests.corpus.mutators.edit import (
    Docx,
    NotHere,
    font,
    paragraph_format,
    replace_in,
    say,
    size,
    text,
    w,
)
from tests.corpus.mutators.places import date_line
from tests.corpus.mutators.registry import entering, mutator
from tests.corpus.mutators.round4 import parts
from tests.corpus.mutators.traits import letter, order
from tests.corpus.papers.spec import Paper

_enter = entering(__name__)
_LETTER = (
    "L134",
    "L135",
    "cl.10.1",
    "cl.7.2",
    "cl.7.2.4",
    "cl.7.2.5",
    "cl.7.3.1",
    "GW1",
    "GW2",
    "GW3",
    "GW4",
)
_ORDER = ("L005", "L134", "cl.10.2", "cl.7.2.4", "cl.7.3.5", "R17", "GW1", "GW2", "GW3", "GW4")
_MINUTES = ("L031", "cl.10.3", "GW1", "GW2", "GW3", "GW4", "GW5")
_TABLE = ("L121", "L123", "cl.5.2", "cl.5.2.1", "cl.8", "R6", "R25", "GW1", "GW3", "GW4", "GW7")


def _of_letter(name: str, says: str, change: Callable[[Docx, Paper], str]) -> None:
    _enter(change, name, "cl.10.1", says, "letter", needs=letter, also=_LETTER)


def _red(page: Docx, paper: Paper, rgb: str) -> str:
    one = places.mark(page, paper)
    parts.coloured(one, rgb)
    return text(one)


def _mark(page: Docx, paper: Paper, change: Callable[[Any], object]) -> str:
    one = places.mark(page, paper)
    change(one)
    return text(one)


def _number(page: Docx, paper: Paper, change: Callable[[Any], object]) -> str:
    change(parts.number(page, paper))
    return paper.number


_of_letter(
    "letter_mark_black",
    "信函的发文机关标志是黑色（10.1：红色）",
    lambda page, paper: _red(page, paper, "000000"),
)
_of_letter("letter_mark_in_hei", "信函的发文机关标志用黑体（10.1：小标宋）",
           lambda page, paper: _mark(page, paper, lambda one: font(one, "黑体")))  # fmt: skip
_of_letter("letter_mark_with_the_word_letter", "信函的发文机关标志后加了“函件”（10.1：机关全称或简称，不加“文件”）",
           lambda page, paper: _mark(page, paper, lambda one: say(one, text(one).strip() + "函件")))  # fmt: skip
_of_letter("letter_mark_of_16_points", "信函的发文机关标志只有三号字（10.1、7.2.4：醒目）",
           lambda page, paper: _mark(page, paper, lambda one: size(one, 16)))  # fmt: skip
_of_letter("letter_number_in_hei", "信函的发文字号用黑体（5.2.2：3号仿宋）",
           lambda page, paper: _number(page, paper, lambda one: font(one, "黑体")))  # fmt: skip
_of_letter("letter_number_in_red", "信函的发文字号是红色（5.2.4：黑色）",
           lambda page, paper: _number(page, paper, lambda one: parts.coloured(one, "FF0000")))  # fmt: skip


def _title_first(page: Docx, paper: Paper) -> str:
    number = parts.in_body(parts.number(page, paper))
    number.addprevious(parts.in_body(page.find(paper.title[0])))
    return paper.title[0]


_of_letter(
    "letter_title_above_its_number", "信函的标题排在发文字号之上（10.1：标题在其下空二行）", _title_first
)


def _lines_of(page: Docx) -> list[Any]:
    """The drawn lines of the letter, all copies."""
    found = [
        one
        for root in (page.body, *page.named("word/header"))
        for one in root.iter()
        if isinstance(one.tag, str)
        and one.tag.endswith("}srgbClr")
        and one.get("val", "").upper() == "FF0000"
    ]
    if len(found) < 4:
        raise NotHere("four lines")
    return found


@mutator(
    "cl.10.1",
    "信函的双线是蓝色（10.1：红色双线）",
    "letter",
    needs=letter,
    also=_LETTER,
    producers=("wps", "online"),
)
def letter_lines_blue(page: Docx, paper: Paper) -> str:
    for one in _lines_of(page):
        one.set("val", "0000FF")
    return ""


def _bold_song(one: Any) -> None:
    font(one, "宋体")
    parts.bold(one)


def _of_order(name: str, says: str, change: Callable[[Docx, Paper], str]) -> None:
    _enter(change, name, "cl.10.2", says, "order", needs=order, also=_ORDER)


def _numbered(page: Docx, paper: Paper, new: str) -> str:
    one = page.find(paper.number, whole=True)
    say(one, new)
    return new


def _post(page: Docx, paper: Paper, change: Callable[[Any], object]) -> str:
    one = parts.in_body(page.find(paper.post[-3:], last=True))
    change(one)
    return text(one).strip() or paper.date


_of_order("order_number_left_out", "命令没有令号（10.2：标志下空二行居中编排令号）",
          lambda page, paper: _numbered(page, paper, "　") and "")  # fmt: skip
_of_order("order_number_with_a_year_of_a_document", "令号写成“令〔2026〕3号”（10.2：第×号）",
          lambda page, paper: _numbered(page, paper, f"令〔{paper.date[:4]}〕{paper.number[1:-1]}号"))  # fmt: skip
_of_order("order_number_without_its_hao", "令号漏了“号”字（10.2：第×号）",
          lambda page, paper: _numbered(page, paper, paper.number[:-1]))  # fmt: skip
_of_order("order_signed_by_the_office", "命令由机关署名，没有签发人职务和姓名（10.2、7.3.5.3）",
          lambda page, paper: _post(page, paper, lambda one: say(one, paper.issuers[0])))  # fmt: skip
_of_order("order_signed_at_the_left", "命令的签发人职务和姓名居左（10.2、7.3.5.3：右空四字）",
          lambda page, paper: _post(page, paper, lambda one: parts.to_the(one, "left")))  # fmt: skip
_of_order("order_number_in_bold_song", "令号用宋体加粗（5.2.2：3号仿宋）",
          lambda page, paper: _number(page, paper, _bold_song))  # fmt: skip


@mutator("cl.10.2", "命令没有日期（10.2、7.3.5.3）", "order", needs=order, also=_ORDER)
def order_without_its_date(page: Docx, paper: Paper) -> str:
    one: Any = parts.in_body(date_line(page, paper))
    one.getparent().remove(one)
    return paper.number


def _minutes(paper: Paper) -> bool:
    return paper.face == "minutes" and len(paper.attended) > 1


def _attended(page: Docx, paper: Paper, which: int = 0) -> Any:
    return parts.in_body(page.find(paper.attended[which][0] + "："))


def _of_minutes(name: str, says: str, change: Callable[[Docx, Paper], object]) -> None:
    def changed(page: Docx, paper: Paper) -> str:
        change(page, paper)
        return paper.attended[0][0]

    _enter(changed, name, "cl.10.3", says, "minutes", needs=_minutes, also=_MINUTES)


def _joined(page: Docx, paper: Paper) -> None:
    """Each keeps its type: the runs of the second follow those of the first."""
    one, other = _attended(page, paper), _attended(page, paper, 1)
    for run in list(other.iter(w("r"))):
        one.append(run)
    other.getparent().remove(other)


_of_minutes(
    "attended_and_absent_in_one_paragraph",
    "纪要的“请假”“列席”接在“出席”后面同一段（10.3：另起一行）",
    _joined,
)
_of_minutes("attended_in_kai", "纪要“出席”一行用楷体（10.3：“出席”3号黑体、姓名3号仿宋）",
            lambda page, paper: font(_attended(page, paper), "楷体_GB2312"))  # fmt: skip
_of_minutes("attended_of_12_points", "纪要“出席”一行用小四号（10.3：3号）",
            lambda page, paper: size(_attended(page, paper), 12))  # fmt: skip
_of_minutes("attended_with_a_semicolon_for_the_colon", "纪要“出席”后面打成分号（10.3：全角冒号）",
            lambda page, paper: replace_in(_attended(page, paper), "：", "；"))  # fmt: skip
_of_minutes("attended_in_the_middle", "纪要“出席”一行居中（10.3：左空二字）",
            lambda page, paper: parts.to_the(_attended(page, paper), "center"))  # fmt: skip


def _tabled(paper: Paper) -> bool:
    return bool(paper.tables) and any(len(table.rows) > 2 for table in paper.tables)


def _grid(page: Docx, paper: Paper) -> Any:
    return next(page.find(paper.tables[0].head[0], whole=True).iterancestors(w("tbl")))


def _of_table(
    name: str, rule: str, says: str, change: Callable[[Any], object], needs: Callable[[Paper], bool] = _tabled
) -> None:
    def changed(page: Docx, paper: Paper) -> str:
        change(_grid(page, paper))
        return paper.tables[0].rows[0][0]

    _enter(changed, name, rule, says, "tables", needs=needs, also=_TABLE)


def _row_height(row: Any) -> None:
    found = row.find(w("trPr"))
    if found is None:
        found = etree.Element(w("trPr"))
        before = row.find(w("tblPrEx"))
        row.insert(0, found) if before is None else before.addnext(found)
    for held in found.findall(w("trHeight")):
        found.remove(held)
    etree.SubElement(found, w("trHeight"), {w("val"): "140", w("hRule"): "exact"})


def _low(table: Any) -> None:
    for row in table.findall(w("tr"))[1:]:
        _row_height(row)


def _narrow(table: Any) -> None:
    """The first column is 4 mm wide, so that its words stand one below the other."""
    grid = table.findall(f"{w('tblGrid')}/{w('gridCol')}")
    if len(grid) < 2:
        raise NotHere("columns")
    width = "227"
    grid[0].set(w("w"), width)
    for row in table.findall(w("tr")):
        cell = row.find(w("tc"))
        found = cell.find(f"{w('tcPr')}/{w('tcW')}")
        if found is None:
            raise NotHere("widths")
        found.set(w("w"), width)


_of_table("rows_too_low_for_their_words", "cl.5.2", "表格行高固定值2.5毫米，字被切掉一半", _low)
_of_table("column_of_one_character", "cl.5.2", "第一列只有4毫米宽，字竖成一列", _narrow)


@mutator(
    "cl.5.2", "表格没有表头，第一行就是数据（登记表、台账须有栏目名称）", "tables", needs=_tabled, also=_TABLE
)
def table_without_its_head(page: Docx, paper: Paper) -> str:
    row: Any = next(page.find(paper.tables[0].head[0], whole=True).iterancestors(w("tr")))
    row.getparent().remove(row)
    return paper.tables[0].rows[0][0]


@mutator("cl.5.2", "表头排在表格最后一行（表头应在首行）", "tables", needs=_tabled, also=_TABLE)
def head_of_the_table_at_its_end(page: Docx, paper: Paper) -> str:
    row: Any = next(page.find(paper.tables[0].head[0], whole=True).iterancestors(w("tr")))
    row.getparent().findall(w("tr"))[-1].addnext(row)
    return paper.tables[0].head[0]


@mutator("L123", "表格最后几行用二号字，其余是小四号", "tables", needs=_tabled, also=_TABLE)
def last_row_of_the_table_of_22_points(page: Docx, paper: Paper) -> str:
    row = _grid(page, paper).findall(w("tr"))[-1]
    for one in row.iter(w("p")):
        size(one, 22)
        paragraph_format(one, "spacing", line=520, lineRule="atLeast")
    return paper.tables[0].rows[-1][0]
