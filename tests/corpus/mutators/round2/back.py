"""Round 2: signature, date, 附注, 版记."""

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
    size,
    text,
    w,
)  # fmt: skip
from tests.corpus.mutators.places import date_line, imprint, redate, resign, signature
from tests.corpus.mutators.registry import mutator
from tests.corpus.mutators.traits import copying, framed, printed, remarked, sealed, signed
from tests.corpus.papers.spec import Paper

_CLOSING = ("L090", "L091", "cl.7.3.5", "cl.7.3.5.1", "cl.7.3.5.2", "cl.7.3.5.4")


@mutator("L073", "成文日期用全角数字（7.3.5.4）", "date", needs=signed, also=("L011", *_CLOSING))
def date_full_width(page: Docx, paper: Paper) -> str:
    return redate(page, paper, paper.date.translate(str.maketrans("0123456789", "０１２３４５６７８９")))


@mutator("L011", "成文日期年用汉字、月日用数字（7.3.5.4）", "date", needs=signed, also=_CLOSING)
def date_half_in_hanzi(page: Docx, paper: Paper) -> str:
    return redate(page, paper, paper.date.replace("2026", "二〇二六"))


@mutator("L013", "成文日期“日”写成“号”（7.3.5.4）", "date", needs=signed, also=("L012", *_CLOSING))
def date_ends_in_hao(page: Docx, paper: Paper) -> str:
    return redate(page, paper, paper.date.replace("日", "号"))


@mutator("L013", "成文日期用斜线（7.3.5.4）", "date", needs=signed, also=("L012", *_CLOSING))
def date_slashed(page: Docx, paper: Paper) -> str:
    return redate(page, paper, paper.date.replace("年", "/").replace("月", "/").removesuffix("日"))


@mutator("L014", "成文日期是2月30日（7.3.5.4）", "date", needs=signed, also=("R10",))
def date_in_late_february(page: Docx, paper: Paper) -> str:
    return redate(page, paper, paper.date.partition("年")[0] + "年2月30日")


@mutator("R27", "成文日期留“×”待填（R27）", "date", needs=signed, also=("L012", "L011", *_CLOSING))
def date_with_crosses(page: Docx, paper: Paper) -> str:
    return redate(page, paper, paper.date.partition("月")[0] + "月××日")


@mutator("L011", "印发日期用汉字（7.4.3：阿拉伯数字）", "imprint", needs=printed, also=("L015", "cl.7.4.3"))
def printed_in_hanzi(page: Docx, paper: Paper) -> str:
    return page.replace(paper.printed, "二〇二六年十二月九日印发")


@mutator("L013", "印发日期用圆点（7.4.3）", "imprint", needs=printed, also=("L015", "L012", "cl.7.4.3"))
def printed_with_dots(page: Docx, paper: Paper) -> str:
    new = paper.printed.replace("年", ".").replace("月", ".").replace("日印", " 印")
    return page.replace(paper.printed, new)


@mutator(
    "L014",
    "印发日期不存在（11月31日）（7.4.3）",
    "imprint",
    needs=printed,
    also=("R10", "cl.7.4.3"),
    pdf=True,
)
def printed_on_no_day(page: Any, paper: Paper) -> str:
    new = paper.printed.partition("年")[0] + "年11月31日印发"
    return page.replace(paper.printed, new)


@mutator("L012", "印发日期缺年（7.4.3）", "imprint", needs=printed, also=("L015", "cl.7.4.3"))
def printed_without_year(page: Docx, paper: Paper) -> str:
    new = paper.printed.partition("年")[2]
    return page.replace(paper.printed, new)


@mutator(
    "R17", "署名后写“（盖章）”（R17：只许“（代）”）", "closing", needs=sealed, also=("R27", "R22", *_CLOSING)
)
def signature_says_seal_here(page: Docx, paper: Paper) -> str:
    return resign(page, paper, paper.signatories[-1] + "（盖章）")


@mutator(
    "cl.7.3.5",
    "署名排在成文日期之下（7.3.5.1：署名在日期之上）",
    "closing",
    needs=sealed,
    also=("L090", "R17", "GW4"),
)
def signature_under_the_date(page: Docx, paper: Paper) -> str:
    name, date = signature(page, paper), date_line(page, paper)
    date.addnext(name)
    return paper.date


@mutator("R17", "有日期、没有署名（7.3.5、R17）", "closing", needs=sealed, also=_CLOSING)
def signature_gone(page: Docx, paper: Paper) -> str:
    one = signature(page, paper)
    for run in list(one.iter(w("r"))):
        run.getparent().remove(run)
    return paper.date


@mutator("L090", "成文日期居左顶格（7.3.5.1：右空四字）", "closing", needs=sealed, also=_CLOSING)
def date_at_the_left(page: Docx, paper: Paper) -> str:
    one = date_line(page, paper)
    for name in ("ind", "tabs"):
        for found in ppr(one).findall(w(name)):
            ppr(one).remove(found)
    paragraph_format(one, "jc", val="left")
    paragraph_format(one, "ind", left=0, leftChars=0, right=0, rightChars=0, firstLine=0, firstLineChars=0)
    return paper.date


@mutator(
    "L123",
    "署名、日期用黑体加粗（5.2.2：3号仿宋）",
    "closing",
    needs=signed,
    also=("cl.5.2.2", "L051", *_CLOSING),
)
def closing_in_hei(page: Docx, paper: Paper) -> str:
    for one in (signature(page, paper), date_line(page, paper)):
        font(one, "黑体")
        run_format(one, "b", val=1)
    return paper.date


@mutator(
    "L095",
    "附注排在署名之前（7.3.6：成文日期下一行）",
    "remark",
    needs=lambda paper: remarked(paper) and sealed(paper),
    also=("cl.7.3.6", "GW4"),
)
def remark_above_the_signature(page: Docx, paper: Paper) -> str:
    one, name = page.find(f"（{paper.remark}）"), signature(page, paper)
    if one.getparent() is not name.getparent():
        raise NotHere("a remark in the body")
    name.addprevious(one)
    return paper.remark


@mutator("L095", "附注用六角括号（7.3.6：圆括号）", "remark", needs=remarked, pdf=True, also=("cl.7.3.6",))
def remark_in_number_brackets(page: Any, paper: Paper) -> str:
    return page.replace(f"（{paper.remark}）", f"〔{paper.remark}〕")


@mutator(
    "cl.7.3.6",
    "附注用四号楷体（7.3.6、5.2.2：3号仿宋）",
    "remark",
    needs=remarked,
    also=("L095", "L123", "cl.5.2.2"),
)
def remark_in_kai(page: Docx, paper: Paper) -> str:
    one = page.find(f"（{paper.remark}）")
    font(one, "楷体_GB2312")
    size(one, 14)
    return paper.remark


@mutator(
    "cl.7.4.2",
    "“抄送”写成“抄报”（7.4.2；2012年起不分抄报、抄送）",
    "imprint",
    needs=copying,
    pdf=True,
    also=("L031", "L100"),
)
def copies_called_reports(page: Any, paper: Paper) -> str:
    return page.replace("抄送：", "抄报：")


@mutator("L031", "“抄送”后没有冒号（7.4.2）", "imprint", needs=copying, also=("cl.7.4.2", "L100"))
def copies_without_colon(page: Docx, paper: Paper) -> str:
    page.replace("抄送：", "抄送　")
    return "抄送"


@mutator("L100", "抄送末尾用逗号（7.4.2：句号）", "imprint", needs=copying, pdf=True, also=("cl.7.4.2",))
def copies_end_in_comma(page: Any, paper: Paper) -> str:
    return page.replace(paper.cc, paper.cc.removesuffix("。") + "，")


@mutator(
    "cl.7.4.2",
    "抄送、印发用五号字（7.4.2、7.4.3：4号）",
    "imprint",
    needs=lambda paper: framed(paper) and copying(paper),
    also=("cl.7.4.3",),
)
def imprint_small(page: Docx, paper: Paper) -> str:
    for words in (paper.cc, paper.office):
        size(page.find(words, last=True), 10.5)
    return paper.cc


@mutator(
    "cl.7.4.3",
    "印发机关与印发日期左右颠倒（7.4.3：机关左、日期右）",
    "imprint",
    needs=framed,
    also=("L015", "GW4"),
)
def office_and_date_swapped(page: Docx, paper: Paper) -> str:
    line = page.find(paper.printed, last=True)
    if paper.office not in text(line):
        raise NotHere("one line of both")
    replace_in(line, paper.printed, "〓")
    replace_in(line, paper.office, paper.printed)
    replace_in(line, "〓", paper.office)
    return paper.printed


@mutator("L102", "版记没有分隔线（7.4.1）", "imprint", needs=framed, also=("cl.7.4.1", "L101"))
def imprint_without_rules(page: Docx, paper: Paper) -> str:
    found = _rules(page, paper)
    for edge in found:
        edge.set(w("val"), "nil")
    return paper.printed


@mutator(
    "L102", "版记分隔线是红色（7.4.1、5.2.4：黑色）", "imprint", needs=framed, also=("cl.7.4.1", "cl.5.2.4")
)
def imprint_rules_red(page: Docx, paper: Paper) -> str:
    for edge in _rules(page, paper):
        edge.set(w("color"), "FF0000")
    return paper.printed


def _rules(page: Docx, paper: Paper) -> list[Any]:
    block = imprint(page, paper)
    owners = [block, block.getprevious(), block.getnext()] if block.tag == w("p") else [block]
    found = [
        edge
        for owner in owners
        if owner is not None
        for kind in ("tblBorders", "pBdr")
        for border in owner.iter(w(kind))
        for edge in border
    ]
    if not found:
        raise NotHere("rules")
    return found


@mutator(
    "L103",
    "请示抄送下级机关（条例15(1)）",
    "imprint",
    needs=lambda paper: paper.name in ("township", "request", "joint-up"),
    producers=("ours", "script", "mac", "web", "typed"),
)
def request_copied_downwards(page: Docx, paper: Paper) -> str:
    below = "抄送：河口镇敬老院、青石镇敬老院。" if paper.name != "township" else "抄送：各村民委员会。"
    line = page.find(paper.office, last=True)
    made = page.after(line, below)
    line.addprevious(made)
    return below


@mutator("L015", "印发日期后写“发出”（7.4.3：印发）", "imprint", needs=printed, pdf=True, also=("cl.7.4.3",))
def printed_called_sent(page: Any, paper: Paper) -> str:
    new = paper.printed.removesuffix("印发") + "发出"
    return page.replace(paper.printed, new)


@mutator(
    "L094",
    "出现“（以下无正文）”（7.3.5.5）",
    "end matter",
    needs=lambda paper: any(words in paper.body for words in ("特此", "此复", "妥否")),
)
def says_no_text_follows(page: Docx, paper: Paper) -> str:
    last = paper.body.strip().splitlines()[-1]
    made = page.after(page.find(last), "（以下无正文）")
    return text(made)
