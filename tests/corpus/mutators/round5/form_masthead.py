"""Round 5, form: 份号, 密级, 紧急程度, 发文机关标志, 签发人 and the red rule by the book."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.corpus.mutators import places
from tests.corpus.mutators.edit import (
    Docx,
    Element,
    NotHere,
    paragraph_format,
    run_format,
    say,
    size,
    text,
    w,
)
from tests.corpus.mutators.registry import entering, mutator
from tests.corpus.mutators.round4 import parts
from tests.corpus.mutators.round5.chains import fielding
from tests.corpus.mutators.traits import alone, called_document, ruled, secret, urgent
from tests.corpus.papers.spec import Paper

_enter = entering(__name__)
_FRONT = ("L130", "L131", "L132", "L133", "L134", "cl.7.2", "cl.7.2.1", "cl.7.2.2", "cl.7.2.3", "GW1", "GW2", "GW3")  # fmt: skip
_MARK = ("L134", "cl.7.2.4", "cl.7.2", "GW1", "GW2", "GW3")
_SIGNER = ("L136", "cl.7.2.6", "cl.7.2", "R17", "R19", "GW1", "GW2", "GW3", "GW6")


_word = fielding(__name__, "marks", _FRONT)
_word("copy_number_with_its_label", "L130", "份号写成“份号：000012”（7.2.1：六位阿拉伯数字）", "copy_number",
      lambda words: "份号：" + words)  # fmt: skip
_word("copy_number_of_eight_digits", "L130", "份号编成八位（7.2.1：六位阿拉伯数字）", "copy_number",
      lambda words: "00" + words)  # fmt: skip
_word("copy_number_called_fen", "L130", "份号写成“第000012份”（7.2.1：六位阿拉伯数字）", "copy_number",
      lambda words: f"第{words}份")  # fmt: skip
_word("secrecy_with_its_years_in_brackets", "L131", "保密期限写在括号里，没有★（7.2.2）", "secrecy",
      lambda words: words.replace("★", "（") + "）")  # fmt: skip
_word("secrecy_with_its_label", "L131", "密级写成“密级：秘密”（7.2.2：密级★期限）", "secrecy",
      lambda words: "密级：" + words)  # fmt: skip
_word("secrecy_behind_its_years", "L131", "保密期限写在密级前面（7.2.2：密级★期限）", "secrecy",
      lambda words: "★".join(reversed(words.split("★"))))  # fmt: skip


@mutator(
    "L133", "份号排在密级之下（7.2.3：份号、密级、紧急程度自上而下）", "marks", needs=secret, also=_FRONT
)
def copy_number_below_the_secrecy(page: Docx, paper: Paper) -> str:
    one, other = page.find(paper.copy_number), page.find(paper.secrecy)
    if one is other:
        raise NotHere("lines of their own")
    other.addnext(one)
    return paper.copy_number


@mutator("L133", "密级和紧急程度排在同一行（7.2.3：分行排列）", "marks", needs=secret, also=_FRONT)
def secrecy_and_urgency_on_one_line(page: Docx, paper: Paper) -> str:
    one, other = page.find(paper.secrecy), page.find(paper.urgency)
    if one is other:
        raise NotHere("lines of their own")
    say(other, f"{paper.secrecy}　{paper.urgency}")
    say(one, "　")
    return paper.urgency


@mutator("cl.7.2.2", "密级和紧急程度用四号（7.2.2、7.2.3：3号黑体）", "marks", needs=secret, also=_FRONT)
def secrecy_and_urgency_of_14_points(page: Docx, paper: Paper) -> str:
    size(page.find(paper.secrecy), 14)
    size(page.find(paper.urgency), 14)
    return paper.secrecy


@mutator("cl.7.2.3", "紧急程度居中排在标志上方（7.2.3：版心左上角）", "marks", needs=urgent, also=_FRONT)
def urgency_in_the_middle(page: Docx, paper: Paper) -> str:
    parts.to_the(page.find(paper.urgency), "center")
    return paper.urgency


@mutator("cl.7.2.2", "密级是红色（5.2.4：黑色）", "marks", needs=secret, also=("cl.5.2.4", *_FRONT))
def secrecy_in_red(page: Docx, paper: Paper) -> str:
    parts.coloured(page.find(paper.secrecy), "FF0000")
    return paper.secrecy


def _mark(
    name: str,
    says: str,
    change: Callable[[Element, Paper], object],
    needs: Callable[[Paper], bool] = called_document,
) -> None:
    def changed(page: Docx, paper: Paper) -> str:
        one = places.mark(page, paper)
        change(one, paper)
        return text(one) or paper.number

    _enter(changed, name, "cl.7.2.4", says, "mark", needs=needs, also=("R17", *_MARK))


_mark("mark_no_larger_than_the_text", "发文机关标志只有三号字，同正文一样大（7.2.4：醒目、美观、庄重）",
      lambda one, paper: size(one, 16), alone)  # fmt: skip
_mark("mark_that_says_notice", "发文机关标志写成“××局通知”（7.2.4：全称或简称加“文件”）",
      lambda one, paper: say(one, paper.issuers[0] + "通知"))  # fmt: skip
_mark("mark_with_document_twice", "发文机关标志的“文件”打了两遍（7.2.4）",
      lambda one, paper: say(one, paper.issuers[0] + "文件文件"))  # fmt: skip
_mark("mark_underlined", "发文机关标志带下划线（7.2.4）", lambda one, paper: run_format(one, "u", val="single"), alone)  # fmt: skip
_mark("mark_in_round_brackets", "发文机关标志的“文件”加了括号（7.2.4：名称加“文件”）",
      lambda one, paper: say(one, paper.issuers[0] + "（文件）"))  # fmt: skip
_mark(
    "mark_left_out", "有发文字号和红线而没有发文机关标志（7.2.4）", lambda one, paper: say(one, "　"), alone
)


@mutator("cl.7.2.4", "联合行文标志里漏了一个联署机关（7.2.4：与署名的机关一致）", "mark", also=("R17", "R22", *_MARK),
         needs=lambda paper: ruled(paper) and len(paper.issuers) > 2 and len(paper.signatories) > 2)  # fmt: skip
def joint_mark_without_its_second_office(page: Docx, paper: Paper) -> str:
    one = page.find(paper.issuers[1], whole=True)
    if one is places.signature(page, paper, 1):
        raise NotHere("a mark of its own")
    row = next(one.iterancestors(w("tr")), None)
    gone: Any = one if row is None or paper.issuers[0] in "".join(map(str, row.itertext())) else row
    if gone is one and row is not None:
        raise NotHere("a row of its own")
    gone.getparent().remove(gone)
    return paper.issuers[0]


@mutator("cl.7.2.4", "联合行文标志的机关次序颠倒，主办机关排在后面（7.2.4：主办机关在前）", "mark", also=("R17", "R22", *_MARK),
         needs=lambda paper: ruled(paper) and len(paper.issuers) == 2 and len(paper.signatories) == 2)  # fmt: skip
def joint_mark_with_the_host_last(page: Docx, paper: Paper) -> str:
    one, other = (page.find(name, whole=True) for name in paper.issuers)
    if one is places.signature(page, paper, 0) or other is places.signature(page, paper, 1):
        raise NotHere("a mark of its own")
    say(one, paper.issuers[1])
    say(other, paper.issuers[0])
    return paper.issuers[1]


@mutator("L134", "发文机关标志上方空得太多，标志上边缘离版心上边缘50毫米（7.2.4：35毫米）", "mark", needs=alone,
         also=("cl.7.2.4", *_MARK), producers=("script", "mac", "web", "template", "legacy", "online"))  # fmt: skip
def mark_pushed_down_by_an_empty_line(page: Docx, paper: Paper) -> str:
    one = parts.in_body(places.mark(page, paper))
    places.lowered(one, 15)
    return text(one)


def _signed(paper: Paper) -> bool:
    return len(paper.signers) == 1 and paper.direction == "up"


def _signer(
    name: str, says: str, turn: Callable[[Paper], str], needs: Callable[[Paper], bool] = _signed
) -> None:
    def changed(page: Docx, paper: Paper) -> str:
        new = turn(paper)
        page.replace(paper.signers[0], new)
        return new

    _enter(changed, name, "L136", says, "signer", needs=needs, also=_SIGNER)


_signer(
    "signer_who_is_an_office", "签发人写成机关名称（7.2.6：签发人姓名）", lambda paper: paper.signatories[0]
)
_signer("signer_left_as_crosses", "签发人姓名还是“×××”没有填（7.2.6）", lambda paper: "×××")
_signer("signer_marked_as_signed", "签发人后写了“（签字）”（7.2.6：只标姓名）", lambda paper: paper.signers[0] + "（签字）")  # fmt: skip


@mutator("cl.7.2.6", "签发人一行用四号（7.2.6：3号）", "signer", needs=_signed, also=_SIGNER)
def signer_of_14_points(page: Docx, paper: Paper) -> str:
    size(page.find("签发人"), 14)
    return paper.signers[0]


@mutator("cl.7.2.5", "上行文发文字号居中、没有签发人（7.2.5、7.2.6：居左空一字，右边标签发人）", "signer", needs=_signed,
         also=("cl.7.2.5", *_SIGNER))  # fmt: skip
def number_of_a_request_in_the_middle_alone(page: Docx, paper: Paper) -> str:
    one = page.find(paper.number)
    if paper.signers[0] not in text(one):
        raise NotHere("one paragraph")
    say(one, paper.number)
    parts.to_the(one, "center")
    return paper.number


def _edges(page: Docx, paper: Paper) -> list[Element]:
    """The red borders of paragraphs."""
    found = [
        edge
        for root in (page.body, page.tree("word/styles.xml"))
        for border in root.iter(w("pBdr"))
        for edge in border
        if (edge.get(w("color")) or "").upper() in ("FF0000", "E60012", "C00000")
    ]
    if not found:
        raise NotHere("a border")
    return found


@mutator("L135", "红线是双线（7.2.7：一条红色分隔线）", "red rule", needs=ruled, also=("cl.7.2.7", "GW2"),
         producers=("mac", "web", "template"))  # fmt: skip
def rule_of_two_strokes(page: Docx, paper: Paper) -> str:
    for edge in _edges(page, paper):
        edge.set(w("val"), "double")
    return paper.number


@mutator("L135", "红线右端短了一截，只到版心的一半（7.2.7：与版心等宽）", "red rule", needs=ruled, also=("cl.7.2.7", "GW2"),
         producers=("mac", "web"))  # fmt: skip
def rule_cut_at_the_right(page: Docx, paper: Paper) -> str:
    owner = next(_edges(page, paper)[0].iterancestors(w("p")), None)
    if owner is None or text(owner).strip():
        raise NotHere("a line of its own")
    paragraph_format(owner, "ind", left=0, right=4400)
    return paper.number
