"""Round 2: the 版头, the title and the recipients."""

from __future__ import annotations

from typing import Any

from tests.corpus.mutators.edit import (
    Docx,
    NotHere,
    font,
    paragraph_format,
    ppr,
    replace_in,
    run_format,
    say,
    size,
    text,
    w,
)  # fmt: skip
from tests.corpus.mutators.places import MM, gaps_before, mark, renumber, retitle
from tests.corpus.mutators.registry import mutator, numbering
from tests.corpus.mutators.traits import (
    addressed,
    alone,
    copy_numbered,
    joint,
    numbered,
    ruled,
    secret,
    two_lines,
    upward,
    urgent,
)
from tests.corpus.papers.spec import Paper

_number = numbering(__name__)


_number(
    "year_closed_by_another_bracket",
    "L001",
    "年份左边六角括号、右边半角圆括号（7.2.5）",
    ("〔2026〕", "〔2026)"),
    also=("R18", "L062"),
)
_number("year_in_braces", "L001", "年份用花括号（7.2.5）", ("〔2026〕", "{2026}"), also=("R18", "L005"))
_number(
    "year_with_nian",
    "L002",
    "括号里写“2026年”（7.2.5：年份应标全称四位，不加年）",
    ("〔2026〕", "〔2026年〕"),
    also=("L005", "R18"),
)


@mutator("L004", "旧式“字第…号”（7.2.5：不加“第”）", "number", needs=numbered, also=("L005", "R18"))
def number_with_zi_di(page: Docx, paper: Paper) -> str:
    head, _, rest = paper.number.partition("〔2026〕")
    new = f"{head}字〔2026〕第{rest}"
    return page.replace(paper.number, new)


@mutator("L005", "顺序号写成“No.18”（7.2.5）", "number", needs=numbered, also=("R18",))
def serial_with_no(page: Docx, paper: Paper) -> str:
    return renumber(page, paper, "〕", "〕No.").removesuffix("号")


_number("number_ends_in_wen", "L005", "发文字号“号”后多“文”（7.2.5）", ("号", "号文"), also=("R18",))


@mutator(
    "L005", "年份写在机关代字前（7.2.5：代字、年份、序号）", "number", needs=numbered, also=("L001", "R18")
)
def year_before_the_word(page: Docx, paper: Paper) -> str:
    head, _, rest = paper.number.partition("〔2026〕")
    new = f"〔2026〕{head}{rest}"
    return page.replace(paper.number, new)


@mutator("R26", "发文字号年份是上一年，与成文日期不符（7.2.5）", "number",
         needs=lambda paper: numbered(paper) and paper.date.startswith("2026"), pdf=True,
         also=("R10", "R18", "L002", "L014", "L005", "cl.7.2.5"))  # fmt: skip
def year_of_the_number_is_last_year(page: Any, paper: Paper) -> str:
    return renumber(page, paper, "〔2026〕", "〔2025〕")


@mutator("cl.7.2.5", "下行文发文字号居左（7.2.5：居中）", "number",
         needs=lambda paper: ruled(paper) and not upward(paper), also=("GW2",))  # fmt: skip
def number_at_the_left(page: Docx, paper: Paper) -> str:
    paragraph_format(page.find(paper.number), "jc", val="left")
    return paper.number


@mutator(
    "cl.7.2.4",
    "发文机关标志居左（7.2.4：居中）",
    "mark",
    needs=alone,
    also=("GW2",),
    producers=("script", "wps", "mac", "web"),
)
def mark_at_the_left(page: Docx, paper: Paper) -> str:
    one = mark(page, paper)
    paragraph_format(one, "jc", val="left")
    return text(one)


@mutator(
    "R17",
    "发文机关标志错一个字，与署名不符（R17）",
    "mark",
    needs=lambda paper: alone(paper) and paper.issuers[0].endswith("民政局"),
    also=("R22", "cl.7.2.4"),
)
def mark_names_another_office(page: Docx, paper: Paper) -> str:
    one = mark(page, paper)
    words = text(one)
    replace_in(one, words, words.replace("民政局", "民政厅"))
    return words.replace("民政局", "民政厅")


@mutator("L135", "红色分隔线只有100毫米（7.2.7：与版心等宽）", "red rule",
         needs=lambda paper: ruled(paper) and not paper.signers, producers=("script", "mac", "web"), also=("cl.7.2.7",))  # fmt: skip
def rule_narrow(page: Docx, paper: Paper) -> str:
    one = page.find(paper.number)
    for owner in (one, one.getnext()):
        if owner is not None and owner.find(f"{w('pPr')}/{w('pBdr')}") is not None:
            paragraph_format(owner, "ind", left=round(28 * MM), right=round(28 * MM))
            return paper.number
    raise NotHere("a border")


@mutator("L136", "两个机关的请示只有一个签发人（7.2.6、条例9(6)）", "signers",
         needs=lambda paper: len(paper.signers) == 2, also=("cl.7.2.6", "R17"))  # fmt: skip
def one_of_two_signers(page: Docx, paper: Paper) -> str:
    one = page.find(paper.signers[1])
    replace_in(one, paper.signers[1], "　" * len(paper.signers[1]))
    return paper.signers[0]


@mutator("cl.7.2.6", "签发人姓名用仿宋（7.2.6：3号楷体）", "signers", needs=upward, also=("L136", "GW2"))
def signer_in_fang(page: Docx, paper: Paper) -> str:
    one = next(
        (one for one in page.paragraphs() if paper.signers[0] in text(one) and "联系" not in text(one)), None
    )
    if one is None:
        raise NotHere(paper.signers[0])
    font(one, "仿宋_GB2312")
    return paper.signers[0]


@mutator("L136", "“签发人”写成“签批人”（7.2.6）", "signers", needs=upward, pdf=True, also=("cl.7.2.6",))
def signer_called_otherwise(page: Any, paper: Paper) -> str:
    return page.replace("签发人", "签批人")


@mutator(
    "L130", "份号用全角数字（7.2.1）", "marks", needs=copy_numbered, also=("L073",)
)
def copy_number_full_width(page: Docx, paper: Paper) -> str:
    return page.replace(paper.copy_number, "００００１２")


@mutator(
    "L131",
    "保密期限用汉字（7.2.2：阿拉伯数字）",
    "marks",
    needs=secret,
    pdf=True,
    also=("cl.7.2.2",),
)
def secrecy_years_in_hanzi(page: Any, paper: Paper) -> str:
    return page.replace(paper.secrecy, "秘密★一年")


@mutator(
    "L131",
    "密级和期限之间用星号“*”（7.2.2）",
    "marks",
    needs=secret,
    also=("cl.7.2.2",),
)
def secrecy_with_asterisk(page: Docx, paper: Paper) -> str:
    page.replace("★", "*")
    return "秘密*1年"


@mutator(
    "cl.7.2.3",
    "紧急程度用仿宋（7.2.3：3号黑体）",
    "marks",
    needs=urgent,
    also=("L132", "GW2"),
)
def urgency_in_fang(page: Docx, paper: Paper) -> str:
    font(page.find(paper.urgency, whole=True), "仿宋_GB2312")
    return paper.urgency


@mutator(
    "cl.7.2.3",
    "紧急程度排在右上角（7.2.3：左上角）",
    "marks",
    needs=urgent,
    also=("L132", "L133", "GW2"),
)
def urgency_at_the_right(page: Docx, paper: Paper) -> str:
    paragraph_format(page.find(paper.urgency, whole=True), "jc", val="right")
    return paper.urgency


@mutator("L020", "标题末尾用冒号（15834 B.4）", "title", needs=two_lines, pdf=True)
def title_with_colon(page: Any, paper: Paper) -> str:
    return page.replace(paper.title[-1], paper.title[-1] + "：")


@mutator("R17", "标题里的机关名与标志、署名不符（R17）", "title",
         needs=lambda paper: bool(paper.title) and paper.title[0].startswith("安和县民政局关于"), pdf=True, also=("R22",))  # fmt: skip
def title_names_another_office(page: Any, paper: Paper) -> str:
    page.replace("安和县民政局关于", "安和县残联关于") if isinstance(page, Docx) else page.replace(
        paper.title[0], paper.title[0].replace("民政局", "残联", 1)
    )
    return "安和县残联"


@mutator(
    "L062",
    "标题里书名号缺后一半（15834）",
    "title",
    needs=lambda paper: paper.name == "measures",
    also=("L021",),
)
def title_with_half_a_mark(page: Docx, paper: Paper) -> str:
    page.replace(paper.title[0], "关于执行《医养结合服务规范的通知")
    return "《医养结合服务规范"


@mutator("L023", "标题一行21字以上，由软件自动回行（7.3.1：醒目、排列对称）", "title",
         needs=lambda paper: two_lines(paper) and len(paper.whole_title) > 24, also=("L024", "cl.7.3.1"))  # fmt: skip
def title_in_one_paragraph(page: Docx, paper: Paper) -> str:
    return retitle(page, paper, [paper.whole_title])


@mutator("cl.7.3.1", "标题用一号字（7.3.1：2号）", "title", needs=two_lines, also=("GW3", "GW2"))
def title_too_large(page: Docx, paper: Paper) -> str:
    for line in paper.title:
        size(page.find(line), 26)
    return paper.title[0]


@mutator("cl.7.3.1", "标题居右（7.3.1：居中）", "title", needs=two_lines, also=("L023",))
def title_at_the_right(page: Docx, paper: Paper) -> str:
    for line in paper.title:
        paragraph_format(page.find(line), "jc", val="right")
    return paper.title[0]


@mutator(
    "cl.7.3.1",
    "标题加下划线、倾斜（7.3.1：2号小标宋体字）",
    "title",
    needs=two_lines,
    also=("L051", "GW3", "GW2"),
)
def title_underlined(page: Docx, paper: Paper) -> str:
    for line in paper.title:
        run_format(page.find(line), "u", val="single")
        run_format(page.find(line), "i", val=1)
    return paper.title[0]


@mutator(
    "cl.7.3.1",
    "标题紧贴红线，没有空行（7.3.1：红线下空二行）",
    "title",
    needs=two_lines,
    producers=("script", "wps", "mac", "web"),
    also=("GW3", "GW2"),
)
def title_close_to_the_rule(page: Docx, paper: Paper) -> str:
    for gap in gaps_before(page.find(paper.title[0]), 2):
        gap.getparent().remove(gap)
    return paper.title[0]


@mutator("cl.7.3.2", "标题与主送机关之间没有空行（7.3.2：标题下空一行）", "recipients", needs=addressed,
         producers=("script", "wps", "mac", "web", "typed"), also=("GW3",))  # fmt: skip
def recipients_close_to_the_title(page: Docx, paper: Paper) -> str:
    for gap in gaps_before(page.find(paper.recipients), 1):
        gap.getparent().remove(gap)
    return paper.recipients


@mutator("R19", "报告、请示没有主送机关（7.3.2、R19：上行文一个主送机关）", "recipients",
         needs=lambda paper: upward(paper) and addressed(paper), also=("L034", "L030", "cl.7.3.2"))  # fmt: skip
def upward_to_nobody(page: Docx, paper: Paper) -> str:
    one = page.find(paper.recipients)
    one.getparent().remove(one)
    return ""


@mutator("R19", "请示、报告直接送领导个人（条例15：不得向负责人个人报送）", "recipients",
         needs=lambda paper: upward(paper) and addressed(paper), pdf=False, also=("L034", "cl.7.3.2"))  # fmt: skip
def upward_to_a_person(page: Docx, paper: Paper) -> str:
    return page.replace(paper.recipients, "周长宁局长：")


@mutator(
    "L060",
    "主送机关之间用半角逗号、分号（15834）",
    "recipients",
    needs=lambda paper: "，" in paper.recipients,
    pdf=True,
    also=("L031",),
)
def recipients_with_half_width_comma(page: Any, paper: Paper) -> str:
    return page.replace(paper.recipients, paper.recipients.replace("，", ",", 1))


@mutator("cl.7.3.2", "主送机关回行后悬挂缩进（7.3.2：回行仍顶格）", "recipients",
         needs=lambda paper: len(paper.recipients) > 24, also=("L032", "GW3"))  # fmt: skip
def recipients_hanging(page: Docx, paper: Paper) -> str:
    one = page.find(paper.recipients)
    for indent in ppr(one).findall(w("ind")):
        ppr(one).remove(indent)
    paragraph_format(one, "ind", left=630, leftChars=200)
    return paper.recipients


@mutator("L136", "签发人后没有冒号、只空格（7.2.6）", "signers", needs=upward, also=("L031", "cl.7.2.6"))
def signer_without_colon(page: Docx, paper: Paper) -> str:
    one = page.find("签发人：")
    replace_in(one, "签发人：", "签发人 ")
    return "签发人"


@mutator(
    "R17",
    "联合行文标志漏一个机关（R17：标志、署名一致）",
    "mark",
    needs=joint,
    producers=("script", "wps", "web", "typed"),
)
def mark_lacks_one_of_the_names(page: Docx, paper: Paper) -> str:
    for one in page.paragraphs():
        if text(one) == paper.issuers[-1]:
            say(one, "　" * 4)
            return paper.issuers[-1]
    raise NotHere(paper.issuers[-1])
