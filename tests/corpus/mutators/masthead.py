"""Defects of the 版头: mark, 份号, 密级, 紧急程度, signers, red rule."""

from __future__ import annotations

from typing import Any

from tests.corpus.mutators.edit import (
    Docx,
    Html,
    NotHere,
    font,
    paragraph_format,
    replace_in,
    run_format,
    runs,
    say,
    text,
    w,
)
from tests.corpus.mutators.places import mark
from tests.corpus.mutators.registry import mutator
from tests.corpus.mutators.traits import alone, copy_numbered, letter, ruled, secret, upward, urgent
from tests.corpus.papers.spec import Paper


def _styled(paragraph: Any, name: str) -> bool:
    style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    return style is not None and style.get(w("val")) == name


def _size(paragraph: Any) -> int:
    found = next(iter(paragraph.iter(w("sz"))), None)
    return 0 if found is None else int(found.get(w("val")))


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


def _drop(paragraph: Any, words: str) -> None:
    if words in text(paragraph):
        replace_in(paragraph, words, "")


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


@mutator("L134", "发文机关标志离版心上边太近", "mark", needs=alone, producers=("script", "wps"))
def mark_too_high(page: Docx, paper: Paper) -> str:
    one = mark(page, paper)
    paragraph_format(one, "spacing", before=0)
    before = one.getprevious()
    if before is not None and not text(before):
        paragraph_format(before, "spacing", line=400)
    return text(one)


@mutator(
    "L134",
    "PDF里发文机关标志太高",
    "mark",
    needs=lambda paper: ruled(paper) and len(paper.issuers) == 1,
    pdf=True,
    producers=("html",),
)
def printed_mark_too_high(page: Html, paper: Paper) -> str:
    name = paper.issuers[0] + paper.suffix
    at = page.text.index(f">{name}<")
    start = page.text.rindex("top:", 0, at)
    end = page.text.index("pt", start)
    page.text = page.text[: start + 4] + f"{55 * 72 / 25.4:.2f}" + page.text[end:]
    return name


@mutator(
    "cl.7.2.4",
    "发文机关标志用黑体",
    "mark",
    needs=alone,
)
def fresh_mark_in_hei(page: Docx, paper: Paper) -> str:
    name = paper.issuers[0] + paper.suffix
    one = page.find(name, whole=True)
    font(one, "黑体")
    return name


@mutator(
    "cl.7.2.4",
    "文件的标志改成蓝色",
    "mark",
    needs=alone,
)
def fresh_mark_blue(page: Docx, paper: Paper) -> str:
    name = paper.issuers[0] + paper.suffix
    run_format(page.find(name, whole=True), "color", val="1F4E79")
    return name


@mutator("cl.10.1", "信函标志带“文件”二字", "mark", needs=letter)
def fresh_letter_called_document(page: Docx, paper: Paper) -> str:
    name = paper.issuers[0]
    for root in (page.tree(), *page.named("word/header")):
        for paragraph in page.paragraphs(root):
            if text(paragraph) == name:
                replace_in(paragraph, name, name + "文件")
                return name + "文件"
    raise NotHere(name)


@mutator("L130", "份号不是6位数字", "marks", needs=copy_numbered, pdf=True)
def copy_number_short(page: Any, paper: Paper) -> str:
    return page.replace(paper.copy_number, paper.copy_number[2:])


@mutator(
    "L131",
    "密级不在绝密、机密、秘密之内",
    "marks",
    needs=secret,
    pdf=True,
    producers=("script", "wps", "html"),
)
def secrecy_unknown(page: Any, paper: Paper) -> str:
    return page.replace("秘密★1年", "内部★1年")


@mutator(
    "L131", "涉密公文没有份号", "marks", needs=secret, producers=("script", "wps")
)
def secrecy_without_copy_number(page: Docx, paper: Paper) -> str:
    one = page.find(paper.copy_number)
    say(one, "　")
    return paper.secrecy


@mutator("L132", "紧急程度不是特急、加急", "marks", needs=urgent, pdf=True)
def urgency_unknown(page: Any, paper: Paper) -> str:
    return page.replace(paper.urgency, "紧急")


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
    needs=secret,
    producers=("script", "wps", "html"),
    pdf=True,
)
def urgency_before_secrecy(page: Any, paper: Paper) -> str:
    page.replace(paper.secrecy, "＃")
    page.replace(paper.urgency, paper.secrecy) if isinstance(page, Docx) else page.sub(
        f">{paper.urgency}<", f">{paper.secrecy}<"
    )
    return page.replace("＃", paper.urgency)


@mutator("L130", "份号前加“No.”", "marks", needs=copy_numbered)
def fresh_copy_number_with_no(page: Docx, paper: Paper) -> str:
    page.replace(paper.copy_number, "No." + paper.copy_number[2:])
    return "No."


@mutator("L131", "密级写成“商密”", "marks", needs=secret)
def fresh_secrecy_unknown(page: Docx, paper: Paper) -> str:
    page.replace(paper.secrecy, "商密★1年")
    return "商密"


@mutator("L132", "紧急程度写成“急件”", "marks", needs=urgent, pdf=True)
def fresh_urgency_word(page: Any, paper: Paper) -> str:
    return page.replace(paper.urgency, "急件")


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


@mutator("L136", "几名签发人之间用顿号", "signers", needs=lambda paper: len(paper.signers) > 1)
def signers_with_commas(page: Docx, paper: Paper) -> str:
    paragraph = page.find("签发人：")
    _drop(paragraph, paper.signers[1])
    joined = "、".join(paper.signers)
    replace_in(paragraph, paper.signers[0], joined)
    return joined


@mutator("L136", "下行文标注签发人", "signers", needs=lambda paper: alone(paper) and not upward(paper))
def signer_on_downward(page: Docx, paper: Paper) -> str:
    page.replace(paper.number, paper.number + "　　　签发人：许知远")
    return "签发人"


@mutator("L031", "签发人后用半角冒号", "signers", needs=upward)
def signer_half_width_colon(page: Docx, paper: Paper) -> str:
    return page.replace("签发人：", "签发人:")


@mutator(
    "L136", "上行文没有签发人", "signers", needs=lambda paper: len(paper.signers) == 1, also=("cl.7.2.6",)
)
def fresh_signer_without_name(page: Docx, paper: Paper) -> str:
    one = page.find("签发人")
    replace_in(one, paper.signers[0], "　　　")
    return "签发人"


@mutator("L136", "签发人之间用逗号", "signers", needs=lambda paper: len(paper.signers) == 2)
def fresh_signers_with_comma(page: Docx, paper: Paper) -> str:
    one = page.find(paper.signers[1])
    words = text(one)
    start, end = words.index(paper.signers[0]) + len(paper.signers[0]), words.index(paper.signers[1])
    if end <= start:
        raise NotHere("both signers on a line")
    replace_in(one, words[start:end], "，")
    return "，" + paper.signers[1]


@mutator("L135", "缺红色分隔线", "red rule", needs=ruled, also=("cl.7.2.7",))
def red_rule_missing(page: Docx, paper: Paper) -> str:
    removed = _red_rules(page, paper)
    for one in removed:
        one.getparent().remove(one)
    return paper.number


@mutator("L135", "分隔线是黑色", "red rule", needs=ruled, also=("cl.7.2.7",))
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
    needs=lambda paper: ruled(paper) and not paper.signers,
)
def red_rule_far_below(page: Docx, paper: Paper) -> str:
    number = page.find(paper.number)
    rules = [one for one in _red_rules(page, paper) if one.tag == w("pBdr")]
    if not rules:
        raise NotHere("a border")
    rules[0].find(w("bottom")).set(w("space"), "30")
    return text(number)


@mutator(
    "L135",
    "PDF里红线太短",
    "red rule",
    needs=ruled,
    pdf=True,
    producers=("html",),
)
def printed_rule_short(page: Html, paper: Paper) -> str:
    at = page.text.index('<b class="red"')
    start = page.text.index("width:", at)
    end = page.text.index("pt", start)
    page.text = page.text[: start + 6] + "300" + page.text[end:]
    return paper.number
