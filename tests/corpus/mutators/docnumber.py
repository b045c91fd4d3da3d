"""Defects of the 发文字号 and of numbers that are cited."""

from __future__ import annotations

from typing import Any

from tests.corpus.mutators.edit import Docx, font, run_format, size
from tests.corpus.mutators.places import renumber
from tests.corpus.mutators.registry import mutator, numbering, swapping
from tests.corpus.mutators.traits import numbered
from tests.corpus.papers.spec import Paper

_number = numbering(__name__)

_swap = swapping(__name__, pdf=False)


_number("number_in_square_brackets", "L001", "发文字号年份用半角方括号", ("〔2026〕", "[2026]"))
_number("number_in_round_brackets", "L001", "发文字号年份用圆括号", ("〔2026〕", "（2026）"), also=("R18",))
_number("number_with_short_year", "L002", "发文字号年份只有两位", ("2026", "26"), also=("R18",))
_number("number_padded", "L003", "发文顺序号编虚位", ("〕", "〕0"), also=("R18",))
_number("number_with_di", "L004", "发文顺序号前加“第”", ("〕", "〕第"))
_number("number_without_hao", "L005", "发文字号缺“号”", ("号", ""))


@mutator("L001", "发文字号年份用黑方头括号", "number", needs=numbered, pdf=True, also=("R18",))
def kept_black_brackets(page: Any, paper: Paper) -> str:
    new = paper.number.replace("〔", "【").replace("〕", "】")
    return page.replace(paper.number, new)


@mutator(
    "L005",
    "发文顺序号用汉字",
    "number",
    needs=lambda paper: (numbered(paper) and "18" in paper.number) or paper.name in ("approval", "urgent"),
)
def kept_hanzi_serial(page: Docx, paper: Paper) -> str:
    start, _, _ = paper.number.partition("〕")
    new = start + "〕十八号"
    return page.replace(paper.number, new)


_number("fresh_half_right_brackets", "L001", "年份括号一边错", ("〔2026〕", "（2026〕"), also=("R18",))
_number("fresh_wide_square_brackets", "L001", "年份用全角方括号", ("〔2026〕", "［2026］"), also=("R18",))
_number(
    "fresh_year_mistyped", "L002", "年份写成三位", ("〔2026〕", "〔206〕"), pdf=False, also=("R18", "L005")
)


@mutator("L003", "顺序号补成四位", "number", needs=numbered, also=("R18", "L005"))
def fresh_number_of_four_digits(page: Docx, paper: Paper) -> str:
    rest = paper.number.partition("〕")[2]
    return renumber(page, paper, "〕" + rest, "〕" + rest.removesuffix("号").zfill(4) + "号")


_number(
    "fresh_di_and_square",
    "L004",
    "方括号又带“第”",
    ("〔2026〕", "[2026]第"),
    pdf=False,
    also=("L001", "R18", "L005"),
)
_number(
    "fresh_number_with_spaces", "L005", "文号中间有空格", ("〔2026〕", " 〔2026〕 "), pdf=False, also=("R18",)
)
_number(
    "fresh_number_full_width",
    "L005",
    "文号用全角数字",
    ("2026", "２０２６"),
    pdf=False,
    also=("L073", "L002", "R18"),
)


@mutator("cl.5.2.4", "发文字号用红色", "number", needs=numbered, also=("cl.7.2.5", "L123"))
def fresh_number_red(page: Docx, paper: Paper) -> str:
    run_format(page.find(paper.number), "color", val="FF0000")
    return paper.number


@mutator("cl.7.2.5", "发文字号用四号宋体", "number", needs=numbered, also=("cl.5.2.2", "L123"))
def fresh_number_small(page: Docx, paper: Paper) -> str:
    one = page.find(paper.number)
    size(one, 14)
    font(one, "宋体")
    return paper.number


@mutator(
    "R18",
    "联合行文用了另一机关的代字",
    "number",
    needs=lambda paper: len(paper.issuers) > 1 and paper.number.startswith("安民发"),
)
def fresh_number_of_the_second(page: Docx, paper: Paper) -> str:
    new = paper.number.replace("安民发", "安财联")
    return page.replace(paper.number, new)


_swap(
    "citation_in_square_brackets",
    "L006",
    "正文引用的发文字号用方括号",
    "citation",
    ("（临民发〔2026〕9号）", "（临民发[2026]9号）"),
    ("（云政〔2026〕7号）", "（云政[2026]7号）"),
    pdf=True,
)
_swap(
    "citation_number_first",
    "L007",
    "引用公文先写文号后写标题",
    "citation",
    (
        "《云溪镇人民政府关于设立养老服务中心的请示》（云政〔2026〕7号）",
        "（云政〔2026〕7号）《云溪镇人民政府关于设立养老服务中心的请示》",
    ),
    (
        "《关于征求养老服务设施用地意见的函》（安自然资函〔2026〕23号）",
        "（安自然资函〔2026〕23号）《关于征求养老服务设施用地意见的函》",
    ),
)
_swap(
    "kept_citation_round",
    "L006",
    "正文引用的发文字号用半角圆括号",
    "citation",
    ("（安自然资函〔2026〕23号）", "（安自然资函(2026)23号）"),
    ("（临民发〔2026〕9号）", "（临民发(2026)9号）"),
    pdf=True,
)
_swap(
    "fresh_citation_wide_square",
    "L006",
    "引用的发文字号用全角方括号",
    "citation",
    ("（安自然资函〔2026〕23号）", "（安自然资函［2026］23号）"),
    ("（云政〔2026〕7号）", "（云政［2026］7号）"),
    ("（临民发〔2026〕9号）", "（临民发［2026］9号）"),
    pdf=True,
)
_swap(
    "fresh_citation_angle",
    "L006",
    "引用的发文字号用书名号",
    "citation",
    ("（安自然资函〔2026〕23号）", "（安自然资函〈2026〉23号）"),
    ("（云政〔2026〕7号）", "（云政〈2026〉7号）"),
    ("（临民发〔2026〕9号）", "（临民发〈2026〉9号）"),
)
_swap(
    "fresh_citation_number_first",
    "L007",
    "先引文号、后引标题，文号不加括号",
    "citation",
    (
        "你局《关于征求养老服务设施用地意见的函》（安自然资函〔2026〕23号）收悉",
        "你局安自然资函〔2026〕23号《关于征求养老服务设施用地意见的函》收悉",
    ),
    (
        "按照《临澜市民政局关于做好2026年养老服务安全管理工作的通知》（临民发〔2026〕9号）要求",
        "按照临民发〔2026〕9号《临澜市民政局关于做好2026年养老服务安全管理工作的通知》要求",
    ),
    (
        "根据《临澜市民政局关于做好2026年养老服务安全管理工作的通知》（临民发〔2026〕9号）要求",
        "根据临民发〔2026〕9号《临澜市民政局关于做好2026年养老服务安全管理工作的通知》要求",
    ),
)
