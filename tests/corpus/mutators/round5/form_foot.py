"""Round 5, form: 版记, headers and page numbers by the book."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lxml import etree

from tests.corpus.mutators.edit import Docx, NotHere, W, copied, paragraph_format, say, sections, w
from tests.corpus.mutators.layout import declare, page_numbering
from tests.corpus.mutators.places import dashed, format_numbers, imprint
from tests.corpus.mutators.registry import entering, mutator
from tests.corpus.mutators.round4 import parts
from tests.corpus.mutators.traits import (
    body_lines,
    copying_document,
    copying_to_several,
    framed,
    printed,
    ruled,
    upward,
)
from tests.corpus.papers.spec import Paper
from tests.corpus.producers.packed import OFFICE

_enter = entering(__name__)
_IMPRINT = ("L015", "L031", "L100", "L101", "L102", "L103", "cl.7.4", "cl.7.4.1", "cl.7.4.2", "cl.7.4.3",
            "GW1", "GW3", "GW4", "GW5")  # fmt: skip
_NUMBER = ("L110", "L111", "cl.7.5", "GW1", "GW4")


def _copies(
    name: str,
    rule: str,
    says: str,
    turn: Callable[[str], str],
    needs: Callable[[Paper], bool] = copying_document,
    also: tuple[str, ...] = (),
) -> None:
    """Other words of 抄送."""

    def changed(page: Docx, paper: Paper) -> str:
        new = turn(paper.cc)
        page.replace("抄送：" + paper.cc, new)
        return new[:14]

    _enter(changed, name, rule, says, "imprint", needs=needs, also=("R19", *also, *_IMPRINT))


def _up(paper: Paper) -> bool:
    return copying_document(paper) and upward(paper)


_copies(
    "copies_end_in_an_enumeration_comma",
    "L100",
    "抄送末尾用顿号（7.4.2：句号）",
    lambda words: f"抄送：{words[:-1]}、",
)
_copies(
    "copies_end_in_an_exclamation",
    "L100",
    "抄送末尾用叹号（7.4.2：句号）",
    lambda words: f"抄送：{words[:-1]}！",
)
_copies("copies_each_with_a_stop", "L100", "抄送机关每家后面都用句号（7.4.2：之间用逗号，最后用句号）",
        lambda words: "抄送：" + words.replace("，", "。"), copying_to_several)  # fmt: skip
_copies(
    "copies_with_a_semicolon_for_the_colon",
    "L031",
    "“抄送”后面打成分号（7.4.2：全角冒号）",
    lambda words: "抄送；" + words,
)
_copies(
    "copies_with_a_ratio_sign",
    "L031",
    "“抄送”后面的冒号是比号“∶”（7.4.2：全角冒号）",
    lambda words: "抄送∶" + words,
)
_copies(
    "copies_called_copied_offices",
    "cl.7.4.2",
    "“抄送”写成“抄送机关”（7.4.2：抄送：）",
    lambda words: "抄送机关：" + words,
)
_copies("upward_copied_to_its_own_units", "L103", "上行文抄送所属单位（条例第十五条：不抄送下级机关）",
        lambda words: f"抄送：{words[:-1]}，局属各单位，各乡镇敬老院。", _up)  # fmt: skip
_copies("upward_copied_to_villages", "L103", "上行文抄送村（居）民委员会（条例第十五条：不抄送下级机关）",
        lambda words: "抄送：各村（居）民委员会。", _up)  # fmt: skip


def _date(name: str, rule: str, says: str, turn: Callable[[str], str]) -> None:
    """Other words of the date of print; `turn` takes the date without 印发."""

    def changed(page: Docx, paper: Paper) -> str:
        new = turn(paper.printed.removesuffix("印发"))
        page.replace(paper.printed, new, last=True)
        return new

    _enter(
        changed, name, rule, says, "imprint", needs=printed, also=("L010", "L011", "L012", "L013", *_IMPRINT)
    )


_date(
    "print_date_behind_its_word",
    "L015",
    "“印发”写在日期前面（7.4.3：日期后加“印发”）",
    lambda words: "印发" + words,
)
_date("print_date_with_its_word_in_brackets", "L015", "“印发”加了括号（7.4.3：日期后加“印发”）", lambda words: words + "（印发）")  # fmt: skip
_date("print_date_with_its_word_twice", "L015", "“印发”打了两遍（7.4.3）", lambda words: words + "印发印发")


@mutator(
    "cl.7.4.3", "印发机关前写了“印发机关：”（7.4.3：只标机关名称）", "imprint", needs=framed, also=_IMPRINT
)
def office_of_print_with_its_label(page: Docx, paper: Paper) -> str:
    page.replace(paper.office, "印发机关：" + paper.office, last=True)
    return "印发机关："


@mutator("cl.7.4.3", "印发机关写了“（盖章）”（7.4.3：只标机关名称）", "imprint", needs=framed, also=_IMPRINT)
def office_of_print_with_the_word_seal(page: Docx, paper: Paper) -> str:
    page.replace(paper.office, paper.office + "（盖章）", last=True)
    return "（盖章）"


@mutator("cl.5.2.4", "版记的字是红色（5.2.4：黑色）", "imprint", needs=framed, also=_IMPRINT)
def imprint_in_red(page: Docx, paper: Paper) -> str:
    parts.coloured(page.find(paper.office, last=True), "FF0000")
    return paper.office


@mutator("cl.7.4.3", "印发机关一行加粗（7.4.3：4号仿宋）", "imprint", needs=framed, also=("L051", *_IMPRINT))
def office_of_print_in_bold(page: Docx, paper: Paper) -> str:
    parts.bold(page.find(paper.office, last=True))
    return paper.office


@mutator("L101", "版记之后又排了一行“本件电子版请到…领取”，版记不在最后（7.4.1：末条线与版心下边缘重合）", "imprint", needs=framed, also=("R25", *_IMPRINT),
         producers=("script", "wps", "mac", "web", "typed", "template", "legacy", "online"))  # fmt: skip
def words_below_the_imprint(page: Docx, paper: Paper) -> str:
    last = [one for one in page.body if one.tag == w("p")][-1]
    made = copied(parts.in_body(page.find(body_lines(paper)[0].text)))
    say(made, "本件电子版请到局办公室领取。")
    last.addnext(made)
    return "本件电子版请到局办公室领取。"


def _table(page: Docx, paper: Paper) -> Any:
    owner = imprint(page, paper)
    found: Any = next(iter(owner.iter(w("tbl"))), None)
    borders = None if found is None else next(iter(found.iter(w("tblBorders"))), None)
    if borders is None or any(True for _ in found.iter(w("tcBorders"))):
        raise NotHere("borders of the table")
    return borders


def _rule(name: str, says: str, sides: tuple[str, ...], **values: str) -> None:
    """One of the rules of the 版记 is otherwise, where they are borders of its table."""

    def changed(page: Docx, paper: Paper) -> str:
        found = [one for side in sides for one in _table(page, paper).findall(w(side))]
        if not found or any(one.get(w("val")) in (None, "nil", "none") for one in found):
            raise NotHere("the rule")
        for one in found:
            for key, value in values.items():
                one.set(w(key), value)
        return paper.printed

    _enter(changed, name, "L102", says, "imprint", needs=copying_document, also=_IMPRINT,
           producers=("script", "wps", "mac", "web", "typed", "legacy", "online"))  # fmt: skip


_rule(
    "imprint_without_its_middle_rule",
    "版记抄送与印发之间没有分隔线（7.4.1：中间用细线）",
    ("insideH",),
    val="nil",
)
_rule("imprint_without_its_first_rule", "版记缺第一条线（7.4.1：首条用粗线）", ("top",), val="nil")
_rule("imprint_with_wavy_rules", "版记分隔线是波浪线（7.4.1）", ("top", "bottom"), val="wave")


def _header_line(page: Docx) -> None:
    """An empty header with the line that a word processor draws under headers."""
    if any(name.startswith("word/header") for name in page.parts):
        raise NotHere("no header yet")
    page.parts["word/header9.xml"] = (
        f'<w:hdr xmlns:w="{W[1:-1]}"><w:p><w:pPr><w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="auto"/>'
        '</w:pBdr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:sz w:val="18"/></w:rPr><w:t>公文管理系统</w:t></w:r></w:p></w:hdr>'
    ).encode()
    declare(page, "header", "header9", "rIdHeader9")
    for section in sections(page):
        for side in ("even", "default"):
            made = etree.Element(w("headerReference"), {w("type"): side, f"{{{OFFICE}}}id": "rIdHeader9"})
            section.insert(0, made)


@mutator("cl.5.2", "页眉里留着系统名称和一条横线（5.2：版心外只有页码）", "header", needs=ruled, also=("R27", "L120", "GW1", "GW3", *_NUMBER),
         producers=("script", "wps", "mac", "web", "typed", "template", "legacy", "online"))  # fmt: skip
def header_with_a_line(page: Docx, paper: Paper) -> str:
    _header_line(page)
    return "公文管理系统"


def _foot(name: str, says: str, change: Callable[[Docx], object]) -> None:
    def changed(page: Docx, paper: Paper) -> str:
        change(page)
        return ""

    _enter(changed, name, "L110", says, "page number", also=_NUMBER)


def _form(page: Docx, name: str) -> None:
    """Another kind of digits, where the field does not say one itself."""
    for section in sections(page):
        page_numbering(section, fmt=name)
    for one in parts.footers(page):
        for node in [*one.iter(w("instrText")), *one.iter(w("fldSimple"))]:
            words = (node.text or "") + (node.get(w("instr")) or "")
            if "\\*" in words and "MERGEFORMAT" not in words:
                raise NotHere("a field without a form")


def _lined(page: Docx) -> None:
    for one in parts.footers(page):
        border = paragraph_format(one, "pBdr")
        etree.SubElement(
            border, w("top"), {w("val"): "single", w("sz"): "6", w("space"): "1", w("color"): "auto"}
        )


def _shown_twice(page: Docx) -> None:
    for one in parts.footers(page):
        if list(one.iter(w("drawing"), w("pict"), w("framePr"))):
            raise NotHere("a number in the line")
        one.addnext(copied(one))


def _bracketed(page: Docx) -> None:
    for one in parts.footers(page):
        nodes = [node for node in one.iter(w("t")) if "—" in (node.text or "")]
        if len(nodes) < 2:
            raise NotHere("dashes")
        nodes[0].text, nodes[-1].text = "（", "）"


_foot(
    "page_numbers_in_hanzi",
    "页码用汉字数字“— 一 —”（7.5：4号半角宋体阿拉伯数字）",
    lambda page: _form(page, "chineseCounting"),
)
_foot(
    "page_numbers_in_letters", "页码用字母“— A —”（7.5：阿拉伯数字）", lambda page: _form(page, "upperLetter")
)
_foot(
    "page_numbers_with_a_zero_before",
    "页码补零“— 01 —”（7.5：阿拉伯数字，不编虚位）",
    lambda page: _form(page, "decimalZero"),
)
_foot("page_numbers_under_a_line", "页码上方有一条横线（7.5：只有数字和一字线）", _lined)
_foot("page_numbers_set_twice", "每页的页码印了两遍（7.5）", _shown_twice)
_foot("page_numbers_in_round_brackets", "页码两边用括号“（1）”（7.5：一字线）", _bracketed)
_foot("page_numbers_between_double_lines", "页码两边用“=”（7.5：一字线）", lambda page: dashed(page, "="))
_foot(
    "page_numbers_in_italics", "页码是斜体（7.5：4号半角宋体）", lambda page: format_numbers(page, "i", val=1)
)
_foot(
    "page_numbers_of_22_points",
    "页码用二号（7.5：4号）",
    lambda page: format_numbers(page, "sz", "szCs", val=44),
)
_foot(
    "page_numbers_from_zero",
    "页码从0编起（7.5：从1连续编排）",
    lambda page: page_numbering(sections(page)[0], start="0"),
)
