"""Defects of the 版头 and the title: number, issuers, signers, marks, red rule."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from lxml import etree

from tests.corpus.mutators.edit import (
    Docx,
    NotHere,
    font,
    paragraph_format,
    ppr,
    replace_in,
    run_format,
    runs,
    say,
    size,
    text,
    w,
)
from tests.corpus.mutators.registry import mutator
from tests.corpus.papers.spec import Paper


def numbered(paper: Paper) -> bool:
    return "号" in paper.number and paper.number.startswith(("安", "临"))


def joint(paper: Paper) -> bool:
    return len(paper.issuers) > 1


def upward(paper: Paper) -> bool:
    return paper.direction == "up"


def _renumbered(page: Any, paper: Paper, old: str, new: str) -> str:
    number = paper.number.replace(old, new, 1)
    page.replace(paper.number, number)
    return number


@mutator("L001", "发文字号年份用半角方括号", "number", needs=numbered, pdf=True)
def number_in_square_brackets(page: Any, paper: Paper) -> str:
    return _renumbered(page, paper, "〔2026〕", "[2026]")


@mutator("L001", "发文字号年份用圆括号", "number", needs=numbered, pdf=True, also=("R18",))
def number_in_round_brackets(page: Any, paper: Paper) -> str:
    return _renumbered(page, paper, "〔2026〕", "（2026）")


@mutator("L002", "发文字号年份只有两位", "number", needs=numbered, pdf=True, also=("R18",))
def number_with_short_year(page: Any, paper: Paper) -> str:
    return _renumbered(page, paper, "2026", "26")


@mutator("L003", "发文顺序号编虚位", "number", needs=numbered, pdf=True, also=("R18",))
def number_padded(page: Any, paper: Paper) -> str:
    return _renumbered(page, paper, "〕", "〕0")


@mutator("L004", "发文顺序号前加“第”", "number", needs=numbered, pdf=True)
def number_with_di(page: Any, paper: Paper) -> str:
    return _renumbered(page, paper, "〕", "〕第")


@mutator("L005", "发文字号缺“号”", "number", needs=numbered, pdf=True)
def number_without_hao(page: Any, paper: Paper) -> str:
    return _renumbered(page, paper, "号", "")


@mutator("cl.7.2.4", "发文机关标志是黑色", "mark", needs=lambda paper: bool(paper.issuers))
def mark_in_black(page: Docx, paper: Paper) -> str:
    changed = 0
    roots = [page.tree(), *page.named("word/header")]
    for root in roots:
        for paragraph in page.paragraphs(root):
            if text(paragraph).replace(" ", "") in (
                *paper.issuers,
                paper.issuers[0] + paper.suffix,
                paper.suffix,
            ) and any(
                run.find(f"{w('rPr')}/{w('sz')}") is not None or _styled(paragraph, "GWMark")
                for run in runs(paragraph)
            ):
                if _size(paragraph) and _size(paragraph) < 40 and not _styled(paragraph, "GWMark"):
                    continue
                run_format(paragraph, "color", val="000000")
                changed += 1
    if not changed:
        raise NotHere("mark")
    return paper.issuers[0]


def _styled(paragraph: Any, name: str) -> bool:
    style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    return style is not None and style.get(w("val")) == name


def _size(paragraph: Any) -> int:
    found = next(iter(paragraph.iter(w("sz"))), None)
    return 0 if found is None else int(found.get(w("val")))


def _mark(page: Docx, paper: Paper) -> Any:
    name = paper.issuers[0] + (paper.suffix if not joint(paper) else "")
    found = [
        one for one in page.paragraphs() if text(one) == name and (_styled(one, "GWMark") or _size(one) > 40)
    ]
    if not found:
        raise NotHere(name)
    return found[0]


def documents(paper: Paper) -> bool:
    return paper.face == "document" and not joint(paper)


@mutator("L134", "发文机关标志离版心上边太近", "mark", needs=documents, producers=("script", "wps"))
def mark_too_high(page: Docx, paper: Paper) -> str:
    mark = _mark(page, paper)
    paragraph_format(mark, "spacing", before=0)
    before = mark.getprevious()
    if before is not None and not text(before):
        paragraph_format(before, "spacing", line=400)
    return text(mark)


@mutator("L135", "缺红色分隔线", "red rule", needs=lambda paper: paper.face == "document", also=("cl.7.2.7",))
def red_rule_missing(page: Docx, paper: Paper) -> str:
    removed = _red_rules(page, paper)
    for one in removed:
        one.getparent().remove(one)
    return paper.number


def _red_rules(page: Docx, paper: Paper) -> list[Any]:
    paragraph = page.find(paper.number)
    found = []
    for one in (paragraph, paragraph.getnext()):
        if one is None:
            continue
        found += list(one.iter(w("pBdr")))
        found += [run for run in one.iter(w("r")) if run.find(w("t")) is None and len(run) and run[-1].tag not in (w("tab"),)
                  and any(child.tag.endswith(("AlternateContent", "drawing", "pict")) for child in run)]  # fmt: skip
    style = "GWNumberUp" if paper.signers else "GWNumber"
    if _styled(paragraph, style):
        found += [
            border
            for one in page.tree("word/styles.xml").iter(w("style"))
            if one.get(w("styleId")) in ("GWNumber", "GWNumberUp")
            for border in one.iter(w("pBdr"))
        ]
    if not found:
        raise NotHere("red rule")
    return found


@mutator("L135", "分隔线是黑色", "red rule", needs=lambda paper: paper.face == "document", also=("cl.7.2.7",))
def red_rule_black(page: Docx, paper: Paper) -> str:
    changed = 0
    for one in _red_rules(page, paper):
        for node in one.iter():
            for name, value in list(node.attrib.items()):
                if value.upper().lstrip("#") in ("FF0000", "RED"):
                    node.set(name, "#000000" if value.startswith("#") or value == "red" else "000000")
                    changed += 1
    if not changed:
        raise NotHere("red")
    return paper.number


@mutator(
    "L135",
    "红线离发文字号太远",
    "red rule",
    needs=lambda paper: paper.face == "document" and not paper.signers,
)
def red_rule_far_below(page: Docx, paper: Paper) -> str:
    number = page.find(paper.number)
    rules = [one for one in _red_rules(page, paper) if one.tag == w("pBdr")]
    if not rules:
        raise NotHere("a border")
    rules[0].find(w("bottom")).set(w("space"), "30")
    return text(number)


@mutator(
    "L136",
    "上行文未标注签发人",
    "signers",
    needs=lambda paper: upward(paper) and bool(paper.signers),
    pdf=True,
)
def signers_missing(page: Any, paper: Paper) -> str:
    if isinstance(page, Docx):
        paragraph = page.find("签发人：")
        whole = text(paragraph)
        for words in ("签发人：", *paper.signers):
            _drop(paragraph, words)
        assert whole != text(paragraph)
    else:
        page.replace("签发人：", "　　　　"[:3])
        page.sub(">" + "　".join(paper.signers) + "<", "><")
    return paper.number


def _drop(paragraph: Any, words: str) -> None:
    if words in text(paragraph):
        replace_in(paragraph, words, "")


@mutator("L136", "几名签发人之间用顿号", "signers", needs=lambda paper: len(paper.signers) > 1)
def signers_with_commas(page: Docx, paper: Paper) -> str:
    paragraph = page.find("签发人：")
    _drop(paragraph, paper.signers[1])
    joined = "、".join(paper.signers)
    replace_in(paragraph, paper.signers[0], joined)
    return joined


@mutator("L136", "下行文标注签发人", "signers", needs=lambda paper: documents(paper) and not upward(paper))
def signer_on_downward(page: Docx, paper: Paper) -> str:
    page.replace(paper.number, paper.number + "　　　签发人：许知远")
    return "签发人"


@mutator("L031", "签发人后用半角冒号", "signers", needs=upward)
def signer_half_width_colon(page: Docx, paper: Paper) -> str:
    page.replace("签发人：", "签发人:")
    return "签发人:"


@mutator("L130", "份号不是6位数字", "marks", needs=lambda paper: bool(paper.copy_number), pdf=True)
def copy_number_short(page: Any, paper: Paper) -> str:
    page.replace(paper.copy_number, paper.copy_number[2:])
    return paper.copy_number[2:]


@mutator(
    "L131",
    "密级不在绝密、机密、秘密之内",
    "marks",
    needs=lambda paper: bool(paper.secrecy),
    pdf=True,
    producers=("script", "wps", "html"),
)
def secrecy_unknown(page: Any, paper: Paper) -> str:
    page.replace("秘密★1年", "内部★1年")
    return "内部★1年"


@mutator(
    "L131", "涉密公文没有份号", "marks", needs=lambda paper: bool(paper.secrecy), producers=("script", "wps")
)
def secrecy_without_copy_number(page: Docx, paper: Paper) -> str:
    one = page.find(paper.copy_number)
    say(one, "　")
    return paper.secrecy


@mutator("L132", "紧急程度不是特急、加急", "marks", needs=lambda paper: bool(paper.urgency), pdf=True)
def urgency_unknown(page: Any, paper: Paper) -> str:
    page.replace(paper.urgency, "紧急")
    return "紧急"


@mutator(
    "L132",
    "标题里又写“紧急通知”",
    "marks",
    needs=lambda paper: bool(paper.urgency) and paper.title[-1].endswith("的通知"),
)
def urgency_in_title(page: Docx, paper: Paper) -> str:
    page.replace("工作的通知", "工作的紧急通知")
    return "紧急通知"


@mutator(
    "L133",
    "紧急程度排在密级之前",
    "marks",
    needs=lambda paper: bool(paper.secrecy),
    producers=("script", "wps", "html"),
    pdf=True,
)
def urgency_before_secrecy(page: Any, paper: Paper) -> str:
    page.replace(paper.secrecy, "＃")
    page.replace(paper.urgency, paper.secrecy) if isinstance(page, Docx) else page.sub(
        f">{paper.urgency}<", f">{paper.secrecy}<"
    )
    page.replace("＃", paper.urgency)
    return paper.urgency


@mutator("L020", "标题末尾用句号", "title", needs=lambda paper: bool(paper.title), pdf=True)
def title_with_stop(page: Any, paper: Paper) -> str:
    page.replace(paper.title[-1], paper.title[-1] + "。")
    return paper.title[-1] + "。"


@mutator(
    "L022",
    "标题没有文种",
    "title",
    needs=lambda paper: paper.title and paper.title[-1].endswith("的通知"),
    pdf=False,
)
def title_without_kind(page: Docx, paper: Paper) -> str:
    page.replace(paper.title[-1], paper.title[-1].removesuffix("的通知"))
    return paper.title[-1].removesuffix("的通知")


@mutator(
    "L022",
    "标题文种自造",
    "title",
    needs=lambda paper: paper.title and paper.title[-1].endswith("的报告"),
    also=("R20",),
)
def title_with_own_kind(page: Docx, paper: Paper) -> str:
    page.replace("的报告", "的总结", last=False) if "的报告" in text(page.find(paper.title[-1])) else None
    return "的总结"


@mutator("L021", "标题中法规名称不加书名号", "title", needs=lambda paper: paper.name == "notice")
def title_regulation_without_marks(page: Docx, paper: Paper) -> str:
    page.replace("养老机构安全隐患排查整治的通知", "贯彻养老机构管理办法活动的通知")
    return "贯彻养老机构管理办法活动的通知"


def retitled(page: Docx, paper: Paper, lines: list[str]) -> str:
    """The title set in these lines with breaks; only where it is one paragraph."""
    paragraph = page.find(paper.title[0])
    if paper.title[-1] not in text(paragraph):
        raise NotHere("a title of one paragraph")
    say(paragraph, lines[0])
    first = runs(paragraph)[0]
    for line in reversed(lines[1:]):
        for content in (line, None):
            made = deepcopy(first)
            node = made.find(w("t"))
            if content is None:
                made.replace(node, etree.Element(w("br")))
            else:
                node.text = content
            first.addnext(made)
    return lines[0]


def two_lines(paper: Paper) -> bool:
    return len(paper.title) == 2


@mutator("L023", "标题排成沙漏形", "title", needs=two_lines)
def title_hourglass(page: Docx, paper: Paper) -> str:
    whole = paper.whole_title
    third = (len(whole) - 4) // 2
    return retitled(page, paper, [whole[:third], whole[third : third + 4], whole[third + 4 :]])


@mutator(
    "L024",
    "标题回行拆开数字",
    "title",
    needs=lambda paper: two_lines(paper) and "2026年" in paper.whole_title,
)
def title_breaks_a_number(page: Docx, paper: Paper) -> str:
    whole = paper.whole_title
    cut = whole.index("2026年") + 2
    return retitled(page, paper, [whole[:cut], whole[cut:]])


@mutator("cl.7.3.1", "标题不居中", "title", needs=two_lines, also=("L023",))
def title_flush_left(page: Docx, paper: Paper) -> str:
    for line in paper.title:
        one = page.find(line)
        paragraph_format(one, "jc", val="left")
        for indent in ppr(one).findall(w("ind")):
            ppr(one).remove(indent)
    return paper.title[0]


@mutator("cl.7.3.1", "标题用三号字", "title", needs=two_lines)
def title_too_small(page: Docx, paper: Paper) -> str:
    for line in paper.title:
        size(page.find(line), 16)
    return paper.title[0]


@mutator("cl.7.3.1", "标题用黑体", "title", needs=two_lines)
def title_in_hei(page: Docx, paper: Paper) -> str:
    for line in paper.title:
        font(page.find(line), "黑体")
    return paper.title[0]


@mutator("L051", "标题加粗", "title", needs=two_lines)
def title_bold(page: Docx, paper: Paper) -> str:
    for line in paper.title:
        run_format(page.find(line), "b", val=1)
    return paper.title[0]


@mutator("L030", "主送机关后没有冒号", "recipients", needs=lambda paper: bool(paper.recipients), pdf=True)
def recipients_without_colon(page: Any, paper: Paper) -> str:
    page.replace(paper.recipients, paper.recipients.removesuffix("："))
    return paper.recipients.removesuffix("：")


@mutator(
    "L031",
    "主送机关后用半角冒号",
    "recipients",
    needs=lambda paper: bool(paper.recipients),
    pdf=True,
    also=("L030", "L060"),
)
def recipients_half_width_colon(page: Any, paper: Paper) -> str:
    page.replace(paper.recipients, paper.recipients.removesuffix("：") + ":")
    return paper.recipients.removesuffix("：") + ":"


@mutator("L032", "主送机关缩进两字", "recipients", needs=lambda paper: bool(paper.recipients))
def recipients_indented(page: Docx, paper: Paper) -> str:
    one = page.find(paper.recipients)
    paragraph_format(one, "ind", firstLine=640, firstLineChars=200)
    return paper.recipients


@mutator(
    "L033",
    "首页没有正文",
    "recipients",
    needs=lambda paper: bool(paper.recipients) and paper.face == "document",
)
def no_body_on_first_page(page: Docx, paper: Paper) -> str:
    one = page.find(paper.recipients)
    paragraph_format(one.getnext(), "pageBreakBefore")
    return ""


@mutator(
    "L034",
    "请示主送两个机关",
    "recipients",
    needs=lambda paper: paper.whole_title.endswith("请示"),
    also=("R19",),
)
def request_to_two(page: Docx, paper: Paper) -> str:
    page.replace(paper.recipients, paper.recipients.removesuffix("：") + "、临澜市财政局：")
    return "临澜市财政局"


@mutator("L011", "成文日期用汉字", "date", needs=lambda paper: bool(paper.date))
def date_in_hanzi(page: Docx, paper: Paper) -> str:
    page.replace(paper.date, "二〇二六年三月六日", last=True) if text(
        page.find(paper.date, last=True)
    ) == paper.date else _exact(page, paper.date, "二〇二六年三月六日")
    return "二〇二六年三月六日"


def _exact(page: Docx, old: str, new: str) -> None:
    say(page.find(old, whole=True), new)
