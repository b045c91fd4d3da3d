"""Round 4, form: 主送机关 and the lines above and below the title."""

from __future__ import annotations

from collections.abc import Callable

from tests.corpus.mutators.edit import Docx, Element, say
from tests.corpus.mutators.registry import entering, mutator
from tests.corpus.mutators.round4 import parts
from tests.corpus.mutators.traits import addressed, alone, upward
from tests.corpus.papers.spec import Paper

_enter = entering(__name__)
_TITLE = ("L023", "cl.7.3.1", "GW1", "GW2", "GW3")
_TO = ("L030", "L032", "cl.7.3.2", "GW1", "GW2", "GW3")


def _to(name: str, rule: str, says: str, change: Callable[[Docx, Paper], None]) -> None:
    def changed(page: Docx, paper: Paper) -> str:
        change(page, paper)
        return paper.recipients[:12]

    _enter(changed, name, rule, says, "recipients", needs=addressed, also=_TO)


def _recipients(page: Docx, paper: Paper) -> Element:
    return page.find(paper.recipients)


_to(
    "recipients_in_bold",
    "cl.7.3.2",
    "主送机关加粗（7.3.2：3号仿宋）",
    lambda page, paper: parts.bold(_recipients(page, paper)),
)
_to(
    "recipients_in_the_middle",
    "cl.7.3.2",
    "主送机关居中（7.3.2：居左顶格）",
    lambda page, paper: parts.to_the(_recipients(page, paper), "center"),
)
_to(
    "line_between_recipients_and_text",
    "cl.7.3.3",
    "主送机关与正文之间空了一行（7.3.3）",
    lambda page, paper: _recipients(page, paper).addnext(parts.blank(_recipients(page, paper))),
)


@mutator("cl.7.3.2", "标题与主送机关之间没有空行（7.3.2：空一行）", "recipients", needs=addressed, also=_TO)
def recipients_close_under_the_title(page: Docx, paper: Paper) -> str:
    parts.close_up(_recipients(page, paper))
    return paper.recipients[:12]


@mutator("cl.7.3.1", "红色分隔线与标题之间没有空行（7.3.1：空二行）", "title", needs=alone, also=_TITLE)
def title_close_under_the_rule(page: Docx, paper: Paper) -> str:
    parts.close_up(parts.title(page, paper)[0], 2, 2)
    return paper.title[0]


@mutator("R19", "主送机关重复列了同一机关", "recipients", needs=addressed, also=_TO)
def recipient_named_twice(page: Docx, paper: Paper) -> str:
    new = (
        paper.recipients.removesuffix("：") + "，" + paper.recipients.split("，")[0].removesuffix("：") + "："
    )
    say(_recipients(page, paper), new)
    return new[:12]


@mutator(
    "L034",
    "请示、报告主送领导个人（条例第十五条）",
    "recipients",
    needs=upward,
    also=("R19", *_TO),
)
def sent_to_a_person(page: Docx, paper: Paper) -> str:
    say(_recipients(page, paper), "县人民政府办公室并顾县长：")
    return "县人民政府办公室并顾县长："


@mutator(
    "L034",
    "请示、报告多头主送（条例第十五条）",
    "recipients",
    needs=upward,
    also=("R19", *_TO),
)
def sent_to_two_superiors(page: Docx, paper: Paper) -> str:
    new = paper.recipients.removesuffix("：") + "、临澜市民政局、岭东省民政厅："
    say(_recipients(page, paper), new)
    return new[:12]
