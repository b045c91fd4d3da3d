"""Round 5: 份号, 密级, several recipients upward, copies downward, 印发 and 转发."""

from __future__ import annotations

from typing import Any

from tests.corpus.mutators.edit import Docx, say
from tests.corpus.mutators.registry import entering, mutator, swapping_of
from tests.corpus.mutators.round5.chains import addressing, fielding
from tests.corpus.papers.spec import Paper

_FRONT = ("L130", "L131", "L132", "L133", "L073", "R25", "cl.7.2.1", "cl.7.2.2", "cl.7.2.3", "GW2")
_SENT = ("L034", "L100", "L103", "R19", "R22", "cl.7.3.2", "cl.7.4.2", "GW2", "GW3", "GW4", "GW5", "GW7")
_enter = entering(__name__)
_kind = swapping_of(__name__, "kinds", ("R20", "R22", "R25", "L022", "cl.9", "GW3", "GW5", "GW7"), pdf=False)
_UP = (
    "request",
    "report",
    "township",
    "centre-request",
    "heating",
    "complex",
    "audit",
    "disabled",
    "relief-year",
)


_word = fielding(__name__, "front", _FRONT)
_word("copy_number_in_hanzi", "L130", "份号用汉字（7.2.1：阿拉伯数字）", "copy_number", lambda words: "〇〇〇〇一二")
_word("secrecy_without_its_star", "L131", "密级和保密期限之间没有“★”（7.2.2）", "secrecy", lambda words: "秘密1年")


@mutator(
    "L133",
    "紧急程度排到份号之上（7.2.3：份号、密级、紧急程度）",
    "front",
    needs=lambda paper: bool(paper.copy_number and paper.urgency),
    also=_FRONT,
)
def urgency_above_the_copy_number(page: Docx, paper: Paper) -> str:
    first, last = page.find(paper.copy_number, whole=True), page.find(paper.urgency, whole=True)
    say(first, paper.urgency)
    say(last, paper.copy_number)
    return paper.urgency


_addressed = addressing(__name__, _SENT)
_addressed(
    "upward_to_all_superiors",
    "L034",
    "请示、报告主送“各上级主管部门”（条例15(1)：主送一个上级机关）",
    "各上级主管部门：",
    *_UP,
)
_addressed(
    "upward_to_one_and_another",
    "L034",
    "请示、报告主送“××及县财政局、县审计局”（条例15(1)：主送一个上级机关）",
    "{}及县财政局、县审计局：",
    *_UP,
)


def _copied(name: str, says: str, more: str) -> None:
    """One more among the copies of a paper that goes up."""

    def change(page: Any, paper: Paper) -> str:
        page.replace(paper.cc, paper.cc.rstrip("。") + "，" + more + "。", last=True)
        return more

    _enter(
        change,
        name,
        "L103",
        says,
        "copies",
        needs=lambda paper: paper.name in _UP and bool(paper.cc),
        also=_SENT,
    )


_copied(
    "upward_copied_to_the_homes",
    "报告、请示抄送各养老机构、各村（条例15(1)：不得抄送下级）",
    "各养老机构，各村（居）民委员会",
)
_copied(
    "upward_copied_to_own_sections",
    "报告、请示抄送本机关各股室（条例15(1)：不得抄送下级）",
    "局机关各股室，各乡镇社会事务办公室",
)

_kind(
    "forwarded_and_issued",
    "R20",
    "标题是转发、正文写“印发给你们”",
    ("14号）转发给你们", "14号）印发给你们"),
    pdf=True,
)
_kind(
    "issued_in_the_title_forwarded_in_the_text",
    "R20",
    "标题写“印发”上级的通知，正文是转发",
    ("安和县民政局转发临澜市民政局关于", "安和县民政局印发临澜市民政局关于"),
    pdf=True,
)
_kind(
    "title_de_typed_twice", "R25", "标题“的”字打了两遍",
    ("清明节祭扫服务工作的通知", "清明节祭扫服务工作的的通知"), ("违规建造墓地的通告", "违规建造墓地的的通告"),
    ("养老服务工作先进单位的决定", "养老服务工作先进单位的的决定"), ("第9号台风防御工作的通知", "第9号台风防御工作的的通知"),
)  # fmt: skip
