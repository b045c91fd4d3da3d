"""Round 4, form: 版头, title and 主送机关."""

from __future__ import annotations

from collections.abc import Callable

from tests.corpus.mutators.edit import Docx, Element, font, paragraph_format, say, size, text
from tests.corpus.mutators.registry import entering, mutator
from tests.corpus.mutators.round4 import parts
from tests.corpus.mutators.traits import alone, called_document, numbered, numbered_down, titled, with_signers
from tests.corpus.papers.spec import Paper

_enter = entering(__name__)
_FRONT = ("L134", "cl.7.2", "GW1", "GW2", "GW3")
_TITLE = ("L020", "L022", "L023", "L024", "cl.7.3.1", "GW1", "GW2", "GW3", "GW5")


@mutator("cl.7.2.4", "发文机关标志是黑色（7.2.4：红色）", "mark", needs=alone, also=_FRONT)
def mark_printed_black(page: Docx, paper: Paper) -> str:
    one = parts.mark(page, paper)
    parts.coloured(one, "000000")
    return text(one)


@mutator(
    "cl.7.2.4",
    "发文机关标志里机关名称漏了一个字（7.2.4）",
    "mark",
    needs=called_document,
    also=_FRONT,
)
def mark_cut_in_two(page: Docx, paper: Paper) -> str:
    one = parts.mark(page, paper)
    say(one, paper.issuers[0][:-1] + "文件")
    return paper.issuers[0][:-1]


@mutator("R17", "发文机关标志与署名不是同一机关（套用别的红头）", "mark", needs=alone, also=("R22", *_FRONT))
def mark_of_another_office(page: Docx, paper: Paper) -> str:
    one = parts.mark(page, paper)
    say(one, "安和县医疗保障局文件")
    return "安和县医疗保障局文件"


def _number(name: str, rule: str, says: str, change: Callable[[Docx, Paper], None]) -> None:
    def changed(page: Docx, paper: Paper) -> str:
        change(page, paper)
        return paper.number

    _enter(changed, name, rule, says, "number", needs=numbered_down, also=("cl.7.2.5", "L005", *_FRONT))


_number(
    "number_in_song_type",
    "cl.7.2.5",
    "发文字号用宋体（5.2.2：3号仿宋）",
    lambda page, paper: font(parts.number(page, paper), "宋体"),
)
_number(
    "number_printed_red",
    "cl.5.2.4",
    "发文字号印成红色（5.2.4：黑色）",
    lambda page, paper: parts.coloured(parts.number(page, paper), "FF0000"),
)
_number(
    "number_at_the_right_side",
    "cl.7.2.5",
    "下行文的发文字号靠右（7.2.5：居中）",
    lambda page, paper: parts.to_the(parts.number(page, paper), "right"),
)


def _numbered_anew(name: str, rule: str, says: str, turn: Callable[[str], str]) -> None:
    _enter(
        parts.of_the_number(turn),
        name,
        rule,
        says,
        "number",
        needs=numbered,
        also=("cl.7.2.5", "L001", "L002", "L005", *_FRONT),
    )


_numbered_anew(
    "number_with_blanks_inside",
    "L005",
    "发文字号中间打了空格（7.2.5）",
    lambda words: words.replace("〔", " 〔").replace("〕", "〕 "),
)
_numbered_anew(
    "number_with_nian", "L002", "发文字号写成“〔2026年〕”（7.2.5）", lambda words: words.replace("〕", "年〕")
)
_numbered_anew(
    "number_with_zi",
    "L005",
    "发文字号多了“字”：“安民发字”（7.2.5）",
    lambda words: words.replace("〔", "字〔"),
)
_numbered_anew(
    "year_behind_the_serial",
    "L005",
    "年份放在序号后（7.2.5：代字、年份、序号）",
    lambda words: (
        words[: words.index("〔")]
        + words[words.index("〕") + 1 :]
        + words[words.index("〔") : words.index("〕") + 1]
    ),
)
_numbered_anew(
    "serial_left_open",
    "L005",
    "发文字号没有填序号（7.2.5）",
    lambda words: words[: words.index("〕") + 1] + "  号",
)


@mutator("L136", "上行文漏标签发人（条例第九条、7.2.6）", "signer", needs=with_signers, also=("cl.7.2.6", *_FRONT))
def signer_left_out(page: Docx, paper: Paper) -> str:
    one = page.find("签发人")
    say(one, text(one).partition("签发人")[0].strip() or " ")
    return paper.number


def _title(name: str, rule: str, says: str, change: Callable[[Docx, Paper], None]) -> None:
    def changed(page: Docx, paper: Paper) -> str:
        change(page, paper)
        return paper.title[0]

    _enter(changed, name, rule, says, "title", needs=titled, also=_TITLE)


def _each(change: Callable[[Element], object]) -> Callable[[Docx, Paper], None]:
    """Every line of the title."""

    def changed(page: Docx, paper: Paper) -> None:
        for one in parts.title(page, paper):
            change(one)

    return changed


_title("title_of_18_points", "cl.7.3.1", "标题用小二号（7.3.1：2号）", _each(lambda one: size(one, 18)))
_title(
    "title_in_bold_song",
    "cl.7.3.1",
    "标题用宋体加粗代替小标宋（7.3.1）",
    _each(lambda one: (font(one, "宋体"), parts.bold(one))),
)
_title(
    "title_pushed_by_an_indent",
    "cl.7.3.1",
    "居中的标题又有首行缩进四字，偏右（7.3.1）",
    _each(lambda one: paragraph_format(one, "ind", firstLine=1760, firstLineChars=400)),
)


@mutator(
    "cl.7.3.1",
    "标题漏了“关于”（条例第九条）",
    "title",
    needs=lambda paper: paper.whole_title.find("关于") > 3 and "关于" in paper.title[0],
    also=_TITLE,
)
def title_without_guanyu(page: Docx, paper: Paper) -> str:
    new = paper.title[0].replace("关于", "", 1)
    page.replace(paper.title[0], new)
    return new


@mutator(
    "cl.7.3.1",
    "标题“关于”写了两遍",
    "title",
    needs=lambda paper: any("关于" in line for line in paper.title),
    also=("R25", *_TITLE),
)
def title_with_guanyu_twice(page: Docx, paper: Paper) -> str:
    line = next(line for line in paper.title if "关于" in line)
    new = line.replace("关于", "关于关于", 1)
    page.replace(line, new)
    return new


@mutator(
    "L022",
    "标题没有文种（条例第九条）",
    "title",
    needs=lambda paper: paper.whole_title[-3:-2] == "的" and len(paper.title[-1]) > 6,
    also=_TITLE,
)
def title_without_its_kind(page: Docx, paper: Paper) -> str:
    new = paper.title[-1][:-3]
    page.replace(paper.title[-1], new)
    return new


@mutator(
    "L022",
    "标题文种生造：“请示报告”（条例第八条）",
    "title",
    needs=lambda paper: paper.whole_title.endswith(("的请示", "的报告")),
    also=("L140", "R20", *_TITLE),
)
def title_of_two_kinds(page: Docx, paper: Paper) -> str:
    new = paper.title[-1][:-2] + "请示报告"
    page.replace(paper.title[-1], new)
    return new


@mutator(
    "R20",
    "标题文种与正文不符：写成“公示”“申请”",
    "title",
    needs=lambda paper: paper.whole_title.endswith(("的通报", "的公告", "的批复", "的函", "的决定")),
    also=("L022", *_TITLE),
)
def title_of_a_kind_that_is_none(page: Docx, paper: Paper) -> str:
    new = paper.title[-1].rpartition("的")[0] + "的情况汇报"
    page.replace(paper.title[-1], new)
    return new
